package trapline.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.PackedHistogram;
import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Names;
import trapline.journal.Session;

/**
 * Latency histograms of a session's traps, one for each kind of trap. All figures are in
 * nanoseconds of one clock.
 */
public final class Latencies {
    /** Which clock a figure is of. */
    public enum Clock {
        /**
         * Routing, decision and emulation on this host while recording or replaying; recording cost
         * apart.
         */
        HOST("host nanoseconds of routing, decision and emulation (recording cost apart)"),
        /** What the cost model says that hardware would take. */
        MODEL("modelled hardware nanoseconds (a model, not a measurement)");

        private final String text;

        Clock(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /**
     * What to measure.
     *
     * @param byPc the address of the instruction tells kinds apart
     */
    public record Options(Clock clock, WarmUp warmUp, boolean byPc) {
        public static final Options DEFAULT = new Options(Clock.HOST, WarmUp.DEFAULT, false);
    }

    /**
     * One kind of trap.
     *
     * @param pc address of the instruction, or null when not told apart
     * @param traps how many occurred
     * @param excluded how many were left out as warm-up
     * @param absent how many have no latency, such as those that a repair rebuilt
     */
    public record Row(
            TrapKey key,
            @Nullable Long pc,
            Histogram histogram,
            long traps,
            long excluded,
            long absent) {
        public long count() {
            return histogram.getTotalCount();
        }

        /** The key's fields, then {@link #figures}. */
        public Fields fields(Symbols symbols) {
            Fields f = key.fields();
            if (pc != null) {
                f.hex("pc", pc).put("symbol", symbols.at(pc));
            }
            figures(histogram).map().forEach(f::put);
            return f.put("traps", traps).put("excluded", excluded).put("absent", absent);
        }
    }

    /** One second of virtual time: the interval of {@code .hlog} files. */
    public static final long INTERVAL_NANOS = 1_000_000_000L;

    /** Receives the histogram of one kind of trap in one interval of virtual time. */
    @FunctionalInterface
    public interface Intervals {
        void interval(long startNanos, long endNanos, TrapKey key, Histogram histogram);
    }

    private static final int DIGITS = 3;

    private final Options options;
    private final KeyTable keys;
    private final List<Histogram> histograms = new ArrayList<>();
    private final List<long[]> tallies = new ArrayList<>();
    private final long[] toSkip = new long[TrapClass.values().length];

    private Latencies(Options options, Names names, Map<TrapClass, Long> classes) {
        this.options = options;
        keys = new KeyTable(names, options.byPc() ? KeyTable.Also.PC : KeyTable.Also.NOTHING);
        classes.forEach((c, n) -> toSkip[c.ordinal()] = options.warmUp().of(n));
    }

    /** Measures a recorded session; {@code wanted} sees one trap for each run of equal ones. */
    public static Latencies of(
            Session session, Options options, Predicate<Trap> wanted, Dictionary names) {
        Map<TrapClass, Long> classes = SessionTotals.of(session, false, any -> true).byClass();
        Latencies l = new Latencies(options, names, classes);
        try (Cursor c = session.cursor(names, Cursor.View.RUNS)) {
            l.read(c, wanted, (start, end, key, histogram) -> {}, false);
        }
        return l;
    }

    /** Measures, and hands over each second of virtual time on the way. */
    public static Latencies byInterval(
            Session session,
            Options options,
            Predicate<Trap> wanted,
            Dictionary names,
            Intervals intervals) {
        Map<TrapClass, Long> classes = SessionTotals.of(session, false, any -> true).byClass();
        Latencies l = new Latencies(options, names, classes);
        try (Cursor c = session.cursor(names, Cursor.View.RUNS)) {
            l.read(c, wanted, intervals, true);
        }
        return l;
    }

    /** An empty one that {@link #add} fills, for traps that do not come from a journal. */
    public static Latencies collecting(Options options, Names names, Map<TrapClass, Long> classes) {
        return new Latencies(options, names, classes);
    }

    private void read(Cursor c, Predicate<Trap> wanted, Intervals intervals, boolean cut) {
        List<Histogram> open = new ArrayList<>();
        long intervalEnd = INTERVAL_NANOS;
        for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
            if (e != Cursor.Event.TRAP && e != Cursor.Event.RUN || !wanted.test(c.trap())) {
                if (e == Cursor.Event.TRAP || e == Cursor.Event.RUN) {
                    pass(c.trap(), e == Cursor.Event.RUN ? c.count() : 1);
                }
                continue;
            }
            int n = e == Cursor.Event.RUN ? c.count() : 1;
            for (int i = 0; i < n; i++) {
                if (e == Cursor.Event.RUN) {
                    c.occurrence(i);
                }
                Trap t = c.trap();
                if (cut && t.virtualNanos >= intervalEnd) {
                    flush(open, intervalEnd, intervals);
                    intervalEnd = (t.virtualNanos / INTERVAL_NANOS + 1) * INTERVAL_NANOS;
                }
                long value = add(t);
                if (cut && value >= 0) {
                    interval(open, keys.of(t)).recordValue(value);
                }
            }
        }
        if (cut) {
            flush(open, intervalEnd, intervals);
        }
    }

    /** Traps that are not wanted warm the JVM up all the same. */
    private void pass(Trap t, long n) {
        int c = t.cls.ordinal();
        toSkip[c] -= Math.min(toSkip[c], n);
    }

    private static Histogram interval(List<Histogram> open, int k) {
        while (open.size() <= k) {
            open.add(new Histogram(DIGITS));
        }
        return open.get(k);
    }

    private void flush(List<Histogram> open, long end, Intervals intervals) {
        for (int k = 0; k < open.size(); k++) {
            if (open.get(k).getTotalCount() > 0) {
                intervals.interval(end - INTERVAL_NANOS, end, keys.key(k), open.get(k));
                open.set(k, new Histogram(DIGITS));
            }
        }
    }

    /** Counts one trap; gives the value that was recorded, or -1. */
    public long add(Trap t) {
        int k = keys.of(t);
        if (k == histograms.size()) {
            // By address there may be thousands of kinds: few values each, so packed.
            histograms.add(options.byPc() ? new PackedHistogram(DIGITS) : new Histogram(DIGITS));
            tallies.add(new long[3]);
        }
        long[] tally = tallies.get(k);
        tally[0]++;
        int c = t.cls.ordinal();
        if (toSkip[c] > 0) {
            toSkip[c]--;
            tally[1]++;
            return -1;
        }
        long value = options.clock() == Clock.HOST ? t.hostNanos : t.costNanos;
        if (value < 0) {
            tally[2]++;
            return -1;
        }
        histograms.get(k).recordValue(value);
        return value;
    }

    /** Kinds of trap, the one with the most traps first. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < histograms.size(); k++) {
            long[] t = tallies.get(k);
            Long pc = options.byPc() ? keys.pc(k) : null;
            rows.add(new Row(keys.key(k), pc, histograms.get(k), t[0], t[1], t[2]));
        }
        rows.sort(Comparator.comparingLong(Row::traps).reversed());
        return rows;
    }

    /** All kinds together. */
    public Histogram all() {
        Histogram sum = new Histogram(DIGITS);
        histograms.forEach(sum::add);
        return sum;
    }

    /** All kinds of each class together. */
    public Map<TrapClass, Histogram> byClass() {
        Map<TrapClass, Histogram> sums = new TreeMap<>();
        for (int k = 0; k < histograms.size(); k++) {
            sums.computeIfAbsent(keys.key(k).cls(), any -> new Histogram(DIGITS))
                    .add(histograms.get(k));
        }
        return sums;
    }

    public Options options() {
        return options;
    }

    /** The figures of the contract; null where there is no value. */
    public static Fields figures(Histogram h) {
        boolean any = h.getTotalCount() > 0;
        return new Fields()
                .put("count", h.getTotalCount())
                .put("mean", any ? Math.round(h.getMean() * 10) / 10.0 : null)
                .put("p50", any ? h.getValueAtPercentile(50) : null)
                .put("p90", any ? h.getValueAtPercentile(90) : null)
                .put("p99", any ? h.getValueAtPercentile(99) : null)
                .put("p999", any ? h.getValueAtPercentile(99.9) : null)
                .put("max", any ? h.getMaxValue() : null)
                .put("unit", "ns");
    }
}
