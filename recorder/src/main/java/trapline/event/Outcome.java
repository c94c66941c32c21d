package trapline.event;

import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param detail one line for a person, or null
 */
public record Outcome(Kind kind, @Nullable String detail) {
    /** In the words of the JSON contract; the order is part of the journal's format. */
    public enum Kind {
        POWERED_OFF,
        RESET,
        PANICKED,
        HUNG,
        WAITING_FOR_INPUT,
        DOMAIN_CRASHED,
        HOST_PANIC,
        BUDGET_SPENT,
        UNTIL_MATCHED,
        TIMED_OUT,
        STOPPED
    }
}
