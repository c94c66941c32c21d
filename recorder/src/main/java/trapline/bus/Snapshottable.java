package trapline.bus;

/**
 * State that a snapshot holds. What is saved is also what the state digest covers, in the same
 * order.
 */
public interface Snapshottable {
    void save(StateWriter w);

    void load(StateReader r);
}
