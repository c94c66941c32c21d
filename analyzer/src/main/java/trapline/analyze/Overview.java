package trapline.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import trapline.event.TrapClass;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/** What a page about one session shows. */
public final class Overview {
    /** Slices of virtual time in {@link #timeline}. */
    public static final int SLICES = 240;

    private static final int CONSOLE_LINES = 400;

    private final String name;
    private final String settings;
    private final String guest;
    private final Summary summary;
    private final SessionTotals totals;
    private final Latencies latencies;
    private final Map<TrapClass, long[]> timeline = new TreeMap<>();
    private final Deque<String> console = new ArrayDeque<>();
    private long consoleLines;

    private Overview(Session s, String settings) {
        this.name = s.dir().toString();
        this.settings = settings;
        guest = s.config().guest();
        summary = Summary.of(s);
        totals = SessionTotals.of(s, false, any -> true);
        latencies = Latencies.of(s, Latencies.Options.DEFAULT, any -> true, new Dictionary());
        walk(s);
    }

    /**
     * Reads a session.
     *
     * @param settings its policy in one line
     */
    public static Overview of(Session s, String settings) {
        return new Overview(s, settings);
    }

    private void walk(Session s) {
        StringBuilder line = new StringBuilder();
        Neutral neutral = new Neutral(line);
        try (Cursor c = s.cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                switch (e) {
                    case TRAP -> tally(c, 1);
                    case RUN -> run(c);
                    case CONSOLE -> {
                        if (c.value() == '\n') {
                            neutral.endLine();
                            line(line);
                        } else if (line.length() < ConsoleLines.LINE_MAX) {
                            neutral.accept(c.value());
                        }
                    }
                    case INTERRUPT, LOG, DIGEST, OUTCOME, INPUT, SNAPSHOT, SEAL, END -> {
                        // Not shown.
                    }
                }
            }
        }
        if (!line.isEmpty()) {
            line(line);
        }
    }

    private void line(StringBuilder line) {
        console.add(line.toString());
        consoleLines++;
        if (console.size() > CONSOLE_LINES) {
            console.remove();
        }
        line.setLength(0);
    }

    /** A run goes into the slices of its first and last trap, evenly between them. */
    private void run(Cursor c) {
        int n = c.count();
        int first = slice(c.trap().virtualNanos);
        c.occurrence(n - 1);
        int last = slice(c.trap().virtualNanos);
        long[] counts = timeline.computeIfAbsent(c.trap().cls, any -> new long[SLICES]);
        int slices = last - first + 1;
        for (int i = 0; i < slices; i++) {
            counts[first + i] += (long) n * (i + 1) / slices - (long) n * i / slices;
        }
    }

    private void tally(Cursor c, long n) {
        timeline.computeIfAbsent(c.trap().cls, any -> new long[SLICES])[
                        slice(c.trap().virtualNanos)] +=
                n;
    }

    private int slice(long nanos) {
        long all = Math.max(1, summary.virtualNanos());
        return (int) Math.min(SLICES - 1, Math.max(0, (long) ((double) nanos / all * SLICES)));
    }

    public String name() {
        return name;
    }

    public String settings() {
        return settings;
    }

    public String guest() {
        return guest;
    }

    public Summary summary() {
        return summary;
    }

    public SessionTotals totals() {
        return totals;
    }

    public Latencies latencies() {
        return latencies;
    }

    /** Traps of each class in each of {@link #SLICES} equal slices of virtual time. */
    public Map<TrapClass, long[]> timeline() {
        return timeline;
    }

    /** The last lines of guest output, harmless. */
    public List<String> console() {
        return new ArrayList<>(console);
    }

    /** How many lines there were in all. */
    public long consoleLines() {
        return consoleLines;
    }

    /** Values of a class's latencies at percentiles, in nanoseconds. */
    public static long[] at(Histogram h, double[] percentiles) {
        long[] values = new long[percentiles.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = h.getValueAtPercentile(percentiles[i]);
        }
        return values;
    }
}
