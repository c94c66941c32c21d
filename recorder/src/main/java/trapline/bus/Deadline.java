package trapline.bus;

/**
 * A moment of virtual time at which something happens. Set and cleared at will; fires at most once
 * per setting.
 */
public abstract class Deadline {
    /** No deadline. */
    public static final long NEVER = Long.MAX_VALUE;

    private long at = NEVER;
    private Runnable changed = () -> {};

    /** Virtual nanoseconds at which {@link #fire()} is due, or {@link #NEVER}. */
    public final long at() {
        return at;
    }

    /**
     * Moves the deadline; {@link #NEVER} clears it. A moment in the past fires at the next
     * opportunity.
     */
    public final void set(long virtualNanos) {
        if (at != virtualNanos) {
            at = virtualNanos;
            changed.run();
        }
    }

    /** Called by the machine, once, so that it learns of an earlier deadline at once. */
    public final void onChange(Runnable r) {
        changed = r;
    }

    /**
     * Whether firing does no more than raise an interrupt, or end the run: nothing that a vCPU with
     * interrupts masked could notice without asking a device.
     */
    public boolean onlyInterrupts() {
        return false;
    }

    /** What happens; {@link #at()} is already {@link #NEVER} when this is called. */
    public abstract void fire();
}
