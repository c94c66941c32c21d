package trapline.device;

/** The receiving side of a UART or console device: where the machine puts bytes for the guest. */
public interface ConsoleInput {
    /** Hands one byte to the guest; false when the device has no room for it now. */
    boolean offer(int value);

    /**
     * Whether a byte offered now has room, and the guest has taken everything that it was given
     * before.
     */
    boolean inputEmpty();

    /** Whether a byte goes straight into guest memory rather than into a FIFO. */
    default boolean stores() {
        return false;
    }

    /**
     * Whether the guest has asked to be interrupted by input, so that a byte would end its sleep.
     */
    default boolean interrupts() {
        return true;
    }
}
