package trapline.analyze;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a difference from pairs of measurements, the pair being the unit. The
 * interval is that of the sign-flip permutation test of the mean, by the typical values of Hartigan
 * (1969): under independent differences that are symmetric about the true one, it falls between any
 * two neighbouring means of subsets with equal probability. No distribution is assumed beyond
 * symmetry.
 *
 * @param pairs how many pairs
 * @param delta mean difference, right minus left
 * @param low lower end of the 95 % interval, or null when there are too few pairs for one
 * @param p two-sided; the least that so many pairs can give is 2/2^pairs
 * @param deviation standard deviation of the differences
 */
public record PairedTest(
        int pairs,
        double delta,
        @Nullable Double low,
        @Nullable Double high,
        double p,
        double deviation) {
    /**
     * Below this there is no 95 % interval: 2^6 typical values are the first that leave less than
     * 2.5 % on each side.
     */
    public static final int PAIRS_MIN = 6;

    /** Error that all rows of a comparison share. */
    public static final double ALPHA = 0.05;

    /** Probability with which the smallest detectable difference would be found. */
    public static final double POWER = 0.8;

    /** Up to so many pairs all subsets are looked at; beyond, a seeded sample of them. */
    private static final int ENUMERATED = 14;

    private static final int SAMPLED = 20_000;
    private static final long SEED = 0x7261_706c_696e_65L;

    /** Tests the differences of pairs. */
    public static PairedTest of(double[] differences) {
        int n = differences.length;
        if (n == 0) {
            throw new IllegalArgumentException("pairs: expected at least 1");
        }
        double mean = Arrays.stream(differences).sum() / n;
        double[] means = n <= ENUMERATED ? allSubsets(differences) : sampledSubsets(differences);
        Arrays.sort(means);
        double p = signFlip(differences, Math.abs(mean));
        Double low = null;
        Double high = null;
        if (n >= PAIRS_MIN) {
            // With m sorted typical values there are m + 1 gaps of equal probability.
            int cut = (int) Math.floor(ALPHA / 2 * (means.length + 1));
            low = means[cut - 1];
            high = means[means.length - cut];
        }
        return new PairedTest(n, mean, low, high, p, deviation(differences, mean));
    }

    private static double deviation(double[] d, double mean) {
        double sum = 0;
        for (double x : d) {
            sum += (x - mean) * (x - mean);
        }
        return d.length < 2 ? 0 : Math.sqrt(sum / (d.length - 1));
    }

    /** Means of all subsets but the empty one. */
    private static double[] allSubsets(double[] d) {
        double[] means = new double[(1 << d.length) - 1];
        double[] sums = new double[1 << d.length];
        for (int set = 1; set < sums.length; set++) {
            sums[set] = sums[set & set - 1] + d[Integer.numberOfTrailingZeros(set)];
            means[set - 1] = sums[set] / Integer.bitCount(set);
        }
        return means;
    }

    private static double[] sampledSubsets(double[] d) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[] means = new double[SAMPLED - 1];
        for (int k = 0; k < means.length; ) {
            double sum = 0;
            int size = 0;
            for (double x : d) {
                if (random.nextBoolean()) {
                    sum += x;
                    size++;
                }
            }
            if (size > 0) {
                means[k++] = sum / size;
            }
        }
        return means;
    }

    /** Share of the sign patterns whose mean is at least as far from zero. */
    private static double signFlip(double[] d, double observed) {
        int n = d.length;
        double least = observed * n * (1 - 1e-12);
        if (n <= ENUMERATED) {
            int hits = 0;
            for (int signs = 0; signs < 1 << n; signs++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += (signs >>> i & 1) == 0 ? d[i] : -d[i];
                }
                hits += Math.abs(sum) >= least ? 1 : 0;
            }
            return (double) hits / (1 << n);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 1;
        for (int k = 1; k < SAMPLED; k++) {
            double sum = 0;
            for (double x : d) {
                sum += random.nextBoolean() ? x : -x;
            }
            hits += Math.abs(sum) >= least ? 1 : 0;
        }
        return (double) hits / SAMPLED;
    }

    /**
     * Which rows of a comparison may be called significant: Holm's step-down procedure at {@link
     * #ALPHA} for all together.
     */
    public static boolean[] significant(double[] p) {
        Integer[] order = new Integer[p.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (x, y) -> Double.compare(p[x], p[y]));
        boolean[] result = new boolean[p.length];
        for (int k = 0; k < order.length; k++) {
            if (p[order[k]] > ALPHA / (order.length - k)) {
                break;
            }
            result[order[k]] = true;
        }
        return result;
    }

    /** Fewest pairs with which any of {@code rows} rows can be significant. */
    public static int pairsNeeded(int rows) {
        int n = 1;
        while (2 / Math.pow(2, n) > ALPHA / Math.max(rows, 1)) {
            n++;
        }
        return Math.max(n, PAIRS_MIN);
    }

    /**
     * The smallest true difference that would have been found with probability {@link #POWER} among
     * {@code rows} rows, by Student's distribution; null when so few pairs cannot find any.
     */
    public @Nullable Double detectable(int rows) {
        if (pairs < pairsNeeded(rows)) {
            return null;
        }
        double t =
                Student.quantile(1 - ALPHA / (2 * Math.max(rows, 1)), pairs - 1)
                        + Student.quantile(POWER, pairs - 1);
        return t * deviation / Math.sqrt(pairs);
    }
}
