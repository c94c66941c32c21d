package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Paired comparison of repeated measurements")
class PairedTestTest {
    private static final int COMPARISONS = 200;
    private static final int ROWS = 8;
    private static final int PAIRS = 10;

    @Test
    @DisplayName("of six equal-signed differences has p = 2/64 and spans them all")
    void exactSmallCase() {
        PairedTest t = PairedTest.of(new double[] {1, 2, 3, 4, 5, 6});
        assertThat(t.p()).isEqualTo(2.0 / 64);
        assertThat(t.delta()).isEqualTo(3.5);
        assertThat(t.low()).isEqualTo(1.0);
        assertThat(t.high()).isEqualTo(6.0);
    }

    @Test
    @DisplayName("of fewer than six pairs has no interval")
    void tooFewPairs() {
        PairedTest t = PairedTest.of(new double[] {1, 2, 3, 4, 5});
        assertThat(t.low()).isNull();
        assertThat(t.high()).isNull();
        assertThat(t.p()).isEqualTo(2.0 / 32);
        assertThat(t.detectable(1)).isNull();
    }

    @Test
    @DisplayName("of no differences at all has p = 1 and the interval [0, 0]")
    void nothingDiffers() {
        PairedTest t = PairedTest.of(new double[8]);
        assertThat(t.p()).isEqualTo(1);
        assertThat(t.low()).isEqualTo(0.0);
        assertThat(t.high()).isEqualTo(0.0);
    }

    @Test
    @DisplayName("covers the true difference in 95 of 100 cases, to the accuracy of 2000 cases")
    void coverage() {
        SplittableRandom random = new SplittableRandom(19);
        int covered = 0;
        for (int k = 0; k < 2000; k++) {
            double[] d = new double[PAIRS];
            for (int i = 0; i < d.length; i++) {
                d[i] = 5 + random.nextGaussian() * 3;
            }
            PairedTest t = PairedTest.of(d);
            Double low = t.low();
            Double high = t.high();
            covered += low != null && high != null && low <= 5 && high >= 5 ? 1 : 0;
        }
        assertThat(covered).isBetween(1860, 1940);
    }

    @Test
    @DisplayName("Holm's correction is stepwise: 0.01, 0.02, 0.03 of four rows, with 0.9")
    void holm() {
        assertThat(PairedTest.significant(new double[] {0.01, 0.02, 0.03, 0.9}))
                .containsExactly(true, false, false, false);
        assertThat(PairedTest.significant(new double[] {0.9, 0.001, 0.016, 0.02}))
                .containsExactly(false, true, true, true);
        assertThat(PairedTest.significant(new double[0])).isEmpty();
    }

    @Test
    @DisplayName("needs 6 pairs for an interval, and more for a word about many rows")
    void pairsNeeded() {
        assertThat(PairedTest.pairsNeeded(1)).isEqualTo(6);
        assertThat(PairedTest.pairsNeeded(8)).isEqualTo(9);
        assertThat(2 / Math.pow(2, PairedTest.pairsNeeded(40))).isLessThanOrEqualTo(0.05 / 40);
    }

    @Test
    @DisplayName("Student's quantiles are those of the tables")
    void student() {
        assertThat(Student.quantile(0.975, 9)).isCloseTo(2.2622, within(1e-4));
        assertThat(Student.quantile(0.95, 5)).isCloseTo(2.0150, within(1e-4));
        assertThat(Student.quantile(0.8, 19)).isCloseTo(0.8610, within(1e-4));
        assertThat(Student.quantile(0.5, 3)).isCloseTo(0, within(1e-6));
    }

    /**
     * How many of {@link #COMPARISONS} comparisons call any row significant, when the right side's
     * true latencies are those of the left times {@code 1 + effect}. JVMs differ by a few per cent
     * in everything, rows by another per cent or two, and the host drifts: what pairing has to cope
     * with.
     */
    private static int detections(long seed, double effect) {
        SplittableRandom random = new SplittableRandom(seed);
        int found = 0;
        for (int k = 0; k < COMPARISONS; k++) {
            double[] p = new double[ROWS];
            double[][] d = new double[ROWS][PAIRS];
            for (int i = 0; i < PAIRS; i++) {
                double drift = 1 + 0.01 * i;
                double left = drift * Math.exp(0.01 * random.nextGaussian());
                double right = drift * Math.exp(0.01 * random.nextGaussian());
                for (int row = 0; row < ROWS; row++) {
                    double base = 90 * (row + 1);
                    ToDoubleFunction<SplittableRandom> noise =
                            r -> Math.exp(0.015 * r.nextGaussian());
                    double a = base * left * noise.applyAsDouble(random);
                    double b = base * right * noise.applyAsDouble(random) * (1 + effect);
                    d[row][i] = b - a;
                }
            }
            for (int row = 0; row < ROWS; row++) {
                p[row] = PairedTest.of(d[row]).p();
            }
            boolean any = false;
            for (boolean s : PairedTest.significant(p)) {
                any |= s;
            }
            found += any ? 1 : 0;
        }
        return found;
    }

    @Test
    @DisplayName(
            "A/A: of 200 comparisons at most 16 have any significant row; +5 % and +20 % are found")
    void falseAlarmsAndPower() {
        long seed = 20260;
        int same = detections(seed, 0);
        int five = detections(seed + 1, 0.05);
        int twenty = detections(seed + 2, 0.20);
        System.out.printf(
                "seed %d, %d pairs, %d rows: any significant row in A/A %d of %d, +5 %% %d, +20 %% %d%n",
                seed, PAIRS, ROWS, same, COMPARISONS, five, twenty);
        assertThat(same).isLessThanOrEqualTo(16);
        assertThat(five).isGreaterThanOrEqualTo(COMPARISONS * 9 / 10);
        assertThat(twenty).isEqualTo(COMPARISONS);
    }

    @Test
    @DisplayName("the smallest detectable difference is one that is found four times in five")
    void detectable() {
        SplittableRandom random = new SplittableRandom(77);
        double deviation = 4;
        // What a long run would say of the deviation: the effect to inject for 80 % power in one
        // row.
        double[] many = new double[PAIRS];
        double sum = 0;
        for (int k = 0; k < 500; k++) {
            for (int i = 0; i < many.length; i++) {
                many[i] = random.nextGaussian() * deviation;
            }
            Double least = PairedTest.of(many).detectable(1);
            sum += least == null ? 0 : least;
        }
        double effect = sum / 500;
        int found = 0;
        for (int k = 0; k < 500; k++) {
            double[] d = new double[PAIRS];
            for (int i = 0; i < d.length; i++) {
                d[i] = effect + random.nextGaussian() * deviation;
            }
            found += PairedTest.of(d).p() <= 0.05 ? 1 : 0;
        }
        assertThat(found).isBetween(350, 460);
    }
}
