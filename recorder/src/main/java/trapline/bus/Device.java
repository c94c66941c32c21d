package trapline.bus;

/**
 * A device in the guest's physical address space. It knows neither routing nor policy, has no
 * thread and no clock.
 */
public interface Device extends Snapshottable {
    /** Short name, unique in a machine, such as {@code gicd} or {@code vpl011}. */
    String name();

    /**
     * Performs one access.
     *
     * @param offset bytes from the device's base
     * @param a the access: value in for a store, out for a load; {@code abort} set to refuse it
     */
    void access(long offset, Access a);
}
