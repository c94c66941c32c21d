package trapline.replay;

/**
 * The first fact that a replay did not reproduce.
 *
 * @param what kind of fact and, where it is one field of a trap, the field
 * @param trap id of the trap concerned, or of the last one before
 * @param vcpu vCPU that ran
 * @param retired its retired instructions
 * @param pc where it was
 * @param expected what the journal says
 * @param found what the replay did
 */
public record Mismatch(
        String what, long trap, int vcpu, long retired, long pc, String expected, String found) {}
