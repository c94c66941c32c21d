package trapline.policy;

import trapline.event.Action;
import trapline.event.Trap;

/**
 * What EL2 does with one trap: mutable and reused. {@link Personality#decide} fills it; {@link
 * Personality#carryOut} completes what only the guest's state or a device could tell ({@link
 * #action}, {@link #rule}, {@link #value}, {@link #result}, {@link #injectedEsr}).
 */
public final class Decision {
    /** No log line. */
    public static final int NO_LOG = 0;

    public Action action = Action.UNDEF;
    public Effect effect = Effect.UNDEF;

    /** Index into {@link Personality#rules()}. */
    public int rule;

    /** Flags consulted: bit 2k says flag k was consulted, bit 2k+1 its value. */
    public int flags;

    /** Value returned to the guest; meaningful when {@link #hasValue}. */
    public long value;

    public boolean hasValue;

    /** What the effect needs beyond the trap, as {@link Effect} says. */
    public long operand;

    /** HVC and SMC: bit n set when Xn is written, n from 0 to 3. */
    public int results;

    /** HVC and SMC: values for X1 to X3. */
    public long r1;

    public long r2;
    public long r3;

    /** X0 after HVC or SMC that came back; 0 otherwise. */
    public long result;

    /** ESR_EL1 of the injected exception, or 0. */
    public long injectedEsr;

    /** The outcome of the rule depends on guest state that the event does not hold. */
    public boolean needsGuest;

    /** Which of the personality's log messages belongs to this decision, or {@link #NO_LOG}. */
    public int log;

    /** Empties everything; {@code decide} starts with it. */
    public void clear() {
        action = Action.UNDEF;
        effect = Effect.UNDEF;
        rule = 0;
        flags = 0;
        value = 0;
        hasValue = false;
        operand = 0;
        results = 0;
        r1 = 0;
        r2 = 0;
        r3 = 0;
        result = 0;
        injectedEsr = 0;
        needsGuest = false;
        log = NO_LOG;
    }

    /**
     * Whether both decisions change the guest and the machine alike. Rule, consulted flags and log
     * text do not count. A decision that {@linkplain #needsGuest needs the guest's state} equals
     * another only if both stem from one rule: then they are the same function of the same state.
     *
     * @param sameRule whether the two rules have one id, which is for the caller to say: the two
     *     decisions may come from different dictionaries
     */
    public boolean sameEffect(Decision o, boolean sameRule) {
        if ((needsGuest || o.needsGuest) && !sameRule) {
            return false;
        }
        return effect == o.effect
                && action == o.action
                && hasValue == o.hasValue
                && value == o.value
                && operand == o.operand
                && results == o.results
                && r1 == o.r1
                && r2 == o.r2
                && r3 == o.r3
                && injectedEsr == o.injectedEsr;
    }

    /** Copies what the trap event holds of a decision that was carried out. */
    public void store(Trap t) {
        t.action = action;
        t.rule = rule;
        t.flags = flags;
        t.injectedEsr = injectedEsr;
        switch (t.cls) {
            case HVC, SMC -> t.result = result;
            default -> {
                if (hasValue && t.read) {
                    t.value = value;
                    t.hasValue = true;
                }
            }
        }
    }
}
