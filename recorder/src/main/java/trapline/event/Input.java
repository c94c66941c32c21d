package trapline.event;

/**
 * What nothing in the configuration could have produced. It is journaled before the guest sees it.
 *
 * @param retired machine-wide retired count at which it is delivered
 * @param virtualNanos virtual time at which it is delivered
 * @param value the byte for {@link Kind#CONSOLE_BYTE}, else 0
 */
public record Input(Kind kind, long retired, long virtualNanos, int value) {
    /** The order is part of the journal's format. */
    public enum Kind {
        CONSOLE_BYTE,
        TIME_OUT,
        HOST_STOP,
        /** Nobody types any more: a guest that waits for input from here on waits for ever. */
        CLOSED
    }
}
