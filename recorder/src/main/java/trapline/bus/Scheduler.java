package trapline.bus;

/** What a device may know of time: the virtual clock, and a way to be called later. */
public interface Scheduler {
    /** Virtual nanoseconds since the machine's reset; exact at each trap and device access. */
    long nanos();

    /**
     * Makes the machine fire this deadline when virtual time reaches it. Called once, at
     * construction.
     */
    void register(Deadline d);
}
