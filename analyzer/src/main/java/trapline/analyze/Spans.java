package trapline.analyze;

import java.util.Locale;

/** Durations as people read them. */
public final class Spans {
    private Spans() {}

    /** Nanoseconds in the unit that suits them. */
    public static String nanos(long n) {
        long size = Math.abs(n);
        if (size < 1_000) {
            return n + " ns";
        }
        if (size < 1_000_000) {
            return String.format(Locale.ROOT, "%.2f us", n / 1e3);
        }
        if (size < 1_000_000_000) {
            return String.format(Locale.ROOT, "%.2f ms", n / 1e6);
        }
        return String.format(Locale.ROOT, "%.3f s", n / 1e9);
    }
}
