package trapline.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Words {
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Words() {}

    /** Digits in groups of three. */
    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A number and its noun, in the plural where it belongs. */
    static String count(long n, String noun) {
        return count(n) + " " + noun + (n == 1 ? "" : "s");
    }

    /** Bytes in the largest unit that keeps a digit before the point. */
    static String bytes(long n) {
        double v = n;
        int unit = 0;
        while (v >= 1024 && unit < BYTE_UNITS.length - 1) {
            v /= 1024;
            unit++;
        }
        return unit == 0 ? n + " B" : String.format(Locale.ROOT, "%.1f %s", v, BYTE_UNITS[unit]);
    }
}
