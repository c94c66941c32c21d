package trapline.journal;

/**
 * The texts behind the indices that a {@link trapline.event.Trap} carries. They must not change
 * during a session.
 */
public interface Names {
    /** Rule id of {@code Trap.rule}. */
    String rule(int index);

    /** Name of the device of {@code Trap.device}. */
    String device(int index);

    /** Name of the flag at bits 2k and 2k+1 of {@code Trap.flags}, with {@code index} = k. */
    String flag(int index);
}
