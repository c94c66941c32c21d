package trapline.analyze;

import java.util.Locale;

/**
 * Which traps are left out of latency figures because the JVM was still compiling what handles
 * them: the first {@code traps} of each trap class, but never more than {@code share} of the class.
 *
 * @param share 0 to 1
 */
public record WarmUp(long traps, double share) {
    /** The first 10,000 of each class, at most half of it. */
    public static final WarmUp DEFAULT = new WarmUp(10_000, 0.5);

    /** Nothing is left out. */
    public static final WarmUp NONE = new WarmUp(0, 0);

    /** How many traps of a class with {@code count} traps are left out. */
    public long of(long count) {
        return Math.min(traps, (long) (count * share));
    }

    /** The rule in words. */
    public String text() {
        return traps == 0
                ? "nothing is left out as warm-up"
                : String.format(
                        Locale.ROOT,
                        "the first %,d traps of each class, at most %.0f %% of it, are left out as JVM warm-up",
                        traps,
                        share * 100);
    }
}
