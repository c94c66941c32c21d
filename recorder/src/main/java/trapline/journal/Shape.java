package trapline.journal;

import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;

/**
 * What stays the same when one instruction traps again, and the values of its last trap, from which
 * the next is predicted. Writer and reader hold equal shapes at every point of a stretch: whatever
 * updates one must update the other.
 */
final class Shape {
    // The constant part
    long pc;
    long esr;
    long injectedEsr;
    long costNanos;
    int vcpu;
    int el;
    TrapClass cls = TrapClass.OTHER;
    boolean read;
    boolean hasValue;
    Action action = Action.UNDEF;
    int register;
    int device;
    int rule;
    int flags;

    // The last trap
    long value;
    long far;
    long ipa;
    long offset;
    long arg1;
    long arg2;
    long arg3;
    long result;
    long retiredDelta;
    long latency;

    /** Shape of the trap that came after this one last time: itself at first. */
    Shape next = this;

    int index;

    /** Digest of the constant part, with names instead of indices. */
    long digest;

    /** A shape that no trap has. */
    static Shape none() {
        Shape s = new Shape();
        s.register = Integer.MIN_VALUE;
        return s;
    }

    void define(Trap t) {
        pc = t.pc;
        esr = t.esr;
        injectedEsr = t.injectedEsr;
        costNanos = t.costNanos;
        vcpu = t.vcpu;
        el = t.el;
        cls = t.cls;
        read = t.read;
        hasValue = t.hasValue;
        action = t.action;
        register = t.register;
        device = t.device;
        rule = t.rule;
        flags = t.flags;
        clear();
    }

    void clear() {
        value = 0;
        far = 0;
        ipa = 0;
        offset = 0;
        arg1 = 0;
        arg2 = 0;
        arg3 = 0;
        result = 0;
        retiredDelta = 0;
        latency = 0;
        next = this;
    }

    boolean matches(Trap t) {
        // No branch between the parts: all of them are equal nearly always.
        long wide =
                (pc ^ t.pc)
                        | (esr ^ t.esr)
                        | (injectedEsr ^ t.injectedEsr)
                        | (costNanos ^ t.costNanos);
        int narrow =
                (rule ^ t.rule)
                        | (flags ^ t.flags)
                        | (register ^ t.register)
                        | (device ^ t.device)
                        | (vcpu ^ t.vcpu)
                        | (el ^ t.el);
        return (wide | narrow) == 0
                && cls == t.cls
                && action == t.action
                && read == t.read
                && hasValue == t.hasValue;
    }

    /** Whether a trap of this shape repeats the last one, time and latency apart. */
    boolean repeats(Trap t) {
        long where = (far ^ t.far) | (ipa ^ t.ipa) | (offset ^ t.offset);
        long what = (arg1 ^ t.arg1) | (arg2 ^ t.arg2) | (arg3 ^ t.arg3) | (result ^ t.result);
        return ((value ^ t.value) | where | what) == 0;
    }

    /** Where the shape of {@code t} is looked for first. */
    static int slot(Trap t, int mask) {
        long h = (t.pc ^ t.esr * 31 ^ (long) t.register << 20) * 0x9e3779b97f4a7c15L;
        h ^= (t.rule + ((long) t.vcpu << 32) + ((long) t.flags << 16)) * 0xc2b2ae3d27d4eb4fL;
        return (int) (h ^ h >>> 32) & mask;
    }

    /** The latency that the next trap is expected to have: a smoothed mean in whole nanoseconds. */
    void learn(long nanos) {
        latency += (nanos - latency) >> 2;
    }

    /** Copies everything but id, times and latency into {@code t}. */
    void fill(Trap t) {
        t.pc = pc;
        t.esr = esr;
        t.injectedEsr = injectedEsr;
        t.costNanos = costNanos;
        t.vcpu = vcpu;
        t.el = el;
        t.cls = cls;
        t.read = read;
        t.hasValue = hasValue;
        t.action = action;
        t.register = register;
        t.device = device;
        t.rule = rule;
        t.flags = flags;
        t.value = value;
        t.far = far;
        t.ipa = ipa;
        t.offset = offset;
        t.arg1 = arg1;
        t.arg2 = arg2;
        t.arg3 = arg3;
        t.result = result;
    }
}
