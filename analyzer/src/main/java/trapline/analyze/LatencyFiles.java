package trapline.analyze;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.jspecify.annotations.Nullable;

/** Latencies in the formats of other programs. */
public final class LatencyFiles {
    /** Steps of the percentile axis for each halving of the distance to 100 %. */
    private static final int TICKS_PER_HALF = 5;

    private LatencyFiles() {}

    /**
     * A {@code .hlog} in the making: one line an interval of virtual time and kind of trap, tagged
     * with the kind.
     */
    public static final class Log implements Latencies.Intervals {
        private final HistogramLogWriter writer;

        public Log(OutputStream out, String comment) {
            writer = new HistogramLogWriter(new PrintStream(out, false, StandardCharsets.UTF_8));
            writer.outputLogFormatVersion();
            writer.outputComment("[" + comment + "]");
            writer.outputComment(
                    "[interval times are virtual seconds since reset; values are nanoseconds]");
            writer.setBaseTime(0);
            writer.outputBaseTime(0);
            writer.outputStartTime(0);
            writer.outputLegend();
        }

        @Override
        public void interval(long startNanos, long endNanos, TrapKey key, Histogram histogram) {
            histogram.setTag(tag(key));
            // In seconds; the writer divides maxima by 1,000,000, so they are in milliseconds.
            writer.outputIntervalHistogram(
                    startNanos / 1e9, endNanos / 1e9, histogram, 1_000_000.0);
        }

        public void close() {
            writer.close();
        }
    }

    /** A tag for a kind of trap: readers end a tag at a comma or blank. */
    public static String tag(TrapKey k) {
        String direction = k.direction() == null ? "-" : k.direction();
        return (k.cls()
                        + ":"
                        + k.subject()
                        + ":"
                        + direction
                        + ":EL"
                        + k.el()
                        + ":"
                        + k.action()
                        + ":"
                        + k.rule())
                .replaceAll("[,\\s\"]", "_");
    }

    /** One {@code .hgrm}: the percentile distribution, values in nanoseconds. */
    public static void percentiles(OutputStream out, Histogram h) {
        PrintStream p = new PrintStream(out, false, StandardCharsets.UTF_8);
        h.outputPercentileDistribution(p, TICKS_PER_HALF, 1.0);
        p.flush();
    }

    /** Rows as comma-separated values with a line of titles. */
    public static String csv(List<Fields> rows) {
        StringBuilder b = new StringBuilder();
        if (rows.isEmpty()) {
            return "";
        }
        b.append(String.join(",", rows.getFirst().map().keySet())).append('\n');
        for (Fields r : rows) {
            String separator = "";
            for (@Nullable Object v : r.map().values()) {
                b.append(separator).append(csv(v));
                separator = ",";
            }
            b.append('\n');
        }
        return b.toString();
    }

    /**
     * One cell, quoted where it must be; what a spreadsheet would take for a formula is not one.
     */
    public static String csv(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String s = value.toString();
        if (value instanceof String && !s.isEmpty() && "=+-@\t".indexOf(s.charAt(0)) >= 0) {
            s = "'" + s;
        }
        return s.matches("(?s).*[\",\r\n].*") ? '"' + s.replace("\"", "\"\"") + '"' : s;
    }
}
