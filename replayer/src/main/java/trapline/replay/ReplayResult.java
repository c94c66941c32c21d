package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.event.Outcome;

/**
 * What a verified replay found.
 *
 * @param verified every fact was reproduced
 * @param complete the journal ends with an outcome; false for a session that was cut off
 * @param traps traps compared
 * @param retired machine-wide instructions executed
 * @param mismatch the first difference, or null
 * @param symbol symbol and offset of its PC, or null
 * @param outcome how the run ended, or null
 * @param wallNanos host time of the whole replay
 */
public record ReplayResult(
        boolean verified,
        boolean complete,
        long traps,
        long retired,
        @Nullable Mismatch mismatch,
        @Nullable String symbol,
        @Nullable Outcome outcome,
        long wallNanos) {}
