package trapline.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Latencies of two sessions, side by side, one row for each kind of access: the decision may
 * differ, and is told for both sides. With repeated measurements the JVM is the unit: each pair of
 * JVMs gives one difference of the {@linkplain #statistic statistic}.
 */
public final class LatencyComparison {
    /** Rows with fewer values on a side than this in any JVM are shown but not tested. */
    public static final int TESTED_MIN = 100;

    /** The statistic in words. */
    public static final String STATISTIC = "mean of the lowest 99 % of the values";

    /** One side of a row, from one JVM or from several together. */
    public record Side(String action, String rule, Histogram histogram) {
        Fields fields() {
            Fields f = new Fields().put("rule", rule).put("action", action);
            Latencies.figures(histogram).map().forEach(f::put);
            return f.put(
                    "statistic",
                    histogram.getTotalCount() == 0 ? null : round(statistic(histogram)));
        }
    }

    /** The key of a row: an access, decisions apart. */
    public record Access(
            String cls,
            @Nullable String register,
            @Nullable String device,
            long offset,
            @Nullable String direction,
            int el) {
        static Access of(TrapKey k) {
            return new Access(
                    k.cls().name(), k.register(), k.device(), k.offset(), k.direction(), k.el());
        }
    }

    /**
     * One kind of access.
     *
     * @param left null when it did not occur there
     * @param delta difference of the statistic, right minus left; null when a side has no value
     * @param test null when there are no repeats, or too few values
     */
    public record Row(
            TrapKey key,
            @Nullable Side left,
            @Nullable Side right,
            @Nullable Double delta,
            @Nullable PairedTest test,
            boolean significant,
            @Nullable Double detectable) {
        Fields fields() {
            PairedTest t = test;
            boolean oneDecision = left != null && right != null && left.rule().equals(right.rule());
            Fields f = key.fields();
            if (!oneDecision) {
                f.put("action", null).put("rule", null);
            }
            return f.put("left", left == null ? null : left.fields())
                    .put("right", right == null ? null : right.fields())
                    .put("delta", delta == null ? null : round(delta))
                    .put(
                            "ci95",
                            t == null || t.low() == null || t.high() == null
                                    ? null
                                    : List.of(round(t.low()), round(t.high())))
                    .put("pValue", t == null ? null : t.p())
                    .put("significant", t == null ? null : significant)
                    .put("detectable", detectable == null ? null : round(detectable))
                    .put("pairs", t == null ? null : t.pairs())
                    .put("unit", "ns");
        }
    }

    private final List<Row> rows;
    private final int pairs;
    private final int tested;

    private LatencyComparison(List<Row> rows, int pairs, int tested) {
        this.rows = rows;
        this.pairs = pairs;
        this.tested = tested;
    }

    /**
     * The mean of the lowest 99 % of the values: pauses of the host do not move it, changes of the
     * common case do.
     */
    public static double statistic(Histogram h) {
        long take = Math.max(1, (long) Math.ceil(h.getTotalCount() * 0.99));
        long left = take;
        double sum = 0;
        for (var v : h.recordedValues()) {
            long n = Math.min(left, v.getCountAtValueIteratedTo());
            sum += (double) n * h.medianEquivalentValue(v.getValueIteratedTo());
            left -= n;
            if (left == 0) {
                break;
            }
        }
        return sum / take;
    }

    /** Compares one measurement of each side: there is no interval. */
    public static LatencyComparison once(List<Latencies.Row> left, List<Latencies.Row> right) {
        return of(List.of(left), List.of(right));
    }

    /**
     * Compares repeated measurements.
     *
     * @param left rows of one JVM each
     * @param right rows of the JVMs that were paired with those, in the same order
     */
    public static LatencyComparison of(
            List<List<Latencies.Row>> left, List<List<Latencies.Row>> right) {
        int n = Math.min(left.size(), right.size());
        List<Map<Access, Side>> l = left.stream().map(LatencyComparison::merged).toList();
        List<Map<Access, Side>> r = right.stream().map(LatencyComparison::merged).toList();
        Map<Access, TrapKey> accesses = new LinkedHashMap<>();
        for (List<List<Latencies.Row>> side : List.of(left, right)) {
            side.forEach(
                    jvm ->
                            jvm.forEach(
                                    row -> accesses.putIfAbsent(Access.of(row.key()), row.key())));
        }
        List<Access> order = new ArrayList<>(accesses.keySet());
        @Nullable PairedTest[] tests = new @Nullable PairedTest[order.size()];
        for (int k = 0; k < tests.length; k++) {
            tests[k] = n < 2 ? null : test(order.get(k), l, r, n);
        }
        int tested = (int) Arrays.stream(tests).filter(Objects::nonNull).count();
        boolean[] significant = holm(tests);
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < tests.length; k++) {
            Side a = together(l, order.get(k));
            Side b = together(r, order.get(k));
            PairedTest t = tests[k];
            Double delta = t != null ? Double.valueOf(t.delta()) : difference(a, b);
            TrapKey key = Objects.requireNonNull(accesses.get(order.get(k)));
            rows.add(
                    new Row(
                            key,
                            a,
                            b,
                            delta,
                            t,
                            significant[k],
                            t == null ? null : t.detectable(tested)));
        }
        rows.sort(Comparator.comparingLong((Row x) -> -(values(x.left()) + values(x.right()))));
        return new LatencyComparison(rows, n, tested);
    }

    private static long values(@Nullable Side s) {
        return s == null ? 0 : s.histogram().getTotalCount();
    }

    private static @Nullable Double difference(@Nullable Side a, @Nullable Side b) {
        return values(a) == 0 || values(b) == 0 || a == null || b == null
                ? null
                : Double.valueOf(statistic(b.histogram()) - statistic(a.histogram()));
    }

    /** Rows that differ in their decision only become one. */
    private static Map<Access, Side> merged(List<Latencies.Row> rows) {
        Map<Access, Side> sides = new LinkedHashMap<>();
        for (Latencies.Row r : rows) {
            sides.merge(
                    Access.of(r.key()),
                    new Side(r.key().action(), r.key().rule(), r.histogram().copy()),
                    (x, y) -> {
                        x.histogram().add(y.histogram());
                        return x.rule().equals(y.rule())
                                ? x
                                : new Side("several", "several", x.histogram());
                    });
        }
        return sides;
    }

    private static @Nullable PairedTest test(
            Access a, List<Map<Access, Side>> left, List<Map<Access, Side>> right, int n) {
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            Side x = left.get(i).get(a);
            Side y = right.get(i).get(a);
            if (x == null || y == null || Math.min(values(x), values(y)) < TESTED_MIN) {
                return null;
            }
            d[i] = statistic(y.histogram()) - statistic(x.histogram());
        }
        return PairedTest.of(d);
    }

    private static boolean[] holm(@Nullable PairedTest[] tests) {
        double[] p =
                Arrays.stream(tests).filter(Objects::nonNull).mapToDouble(PairedTest::p).toArray();
        boolean[] of = PairedTest.significant(p);
        boolean[] all = new boolean[tests.length];
        int at = 0;
        for (int k = 0; k < tests.length; k++) {
            all[k] = tests[k] != null && of[at++];
        }
        return all;
    }

    private static @Nullable Side together(List<Map<Access, Side>> jvms, Access a) {
        Side sum = null;
        for (Map<Access, Side> jvm : jvms) {
            Side s = jvm.get(a);
            if (s != null && sum == null) {
                sum = new Side(s.action(), s.rule(), s.histogram().copy());
            } else if (s != null && sum != null) {
                sum.histogram().add(s.histogram());
            }
        }
        return sum;
    }

    static double round(double v) {
        return Math.round(v * 10) / 10.0;
    }

    /** The kind of access with the most values first. */
    public List<Row> rows() {
        return rows;
    }

    /** Pairs of JVMs; 1 when nothing was repeated. */
    public int pairs() {
        return pairs;
    }

    /**
     * Why there are no intervals or no word about significance, or null when there is nothing to
     * explain.
     */
    public @Nullable String caveat() {
        if (pairs < 2) {
            return "one recording each: no interval, because a trap is not an independent sample; --repeat "
                    + PairedTest.pairsNeeded(rows.size())
                    + " measures in fresh JVMs";
        }
        if (pairs < PairedTest.PAIRS_MIN) {
            return pairs
                    + " pairs of JVMs: too few for a 95 % interval, which needs "
                    + PairedTest.PAIRS_MIN;
        }
        int needed = PairedTest.pairsNeeded(tested);
        return pairs < needed
                ? pairs
                        + " pairs of JVMs cannot make any of "
                        + tested
                        + " rows significant after Holm's correction: "
                        + needed
                        + " can"
                : null;
    }

    /** The rows of the contract. */
    public List<Fields> fields() {
        return rows.stream().map(Row::fields).toList();
    }
}
