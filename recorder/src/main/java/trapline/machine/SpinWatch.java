package trapline.machine;

import java.util.Arrays;
import java.util.List;
import trapline.bus.Deadline;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.vcpu.Vcpu;

/**
 * Finds a machine whose vCPUs run and get nowhere: the outcome {@code HUNG} of a guest that spins.
 *
 * <p>The rule. Between two state digests nothing reached beyond the vCPUs: no trap but of a WFE
 * that yields, no interrupt taken, no clock or interrupt controller read, and memory holds what it
 * held. Nothing can reach them either: no deadline is set and no input can come; or else every
 * running vCPU masks SError, IRQ and FIQ and none is blocked. And each running vCPU comes back to
 * the very state that it had, within {@value #STEPS} instructions, with memory and devices
 * unchanged: since execution is a function of state, it will do so for ever.
 */
final class SpinWatch {
    /** Longest loop that is recognised, in instructions. */
    static final int STEPS = 4096;

    private static final int MASKED = 0x1c0;

    private final Machine machine;
    private final List<Snapshottable> parts;
    private final StateDigest digest;
    private final byte[][] reference;
    private final long[] referencePc;
    private final boolean[] returned;
    private final int[] steps;
    private final StateWriter bytes = new StateWriter();
    private byte[] partsThen = {};
    private long activity;
    private long memoryThen;
    private boolean looking;

    SpinWatch(Machine machine, List<Snapshottable> parts, StateDigest digest) {
        this.machine = machine;
        this.parts = parts;
        this.digest = digest;
        int n = machine.cpus.length;
        reference = new byte[n][];
        referencePc = new long[n];
        returned = new boolean[n];
        steps = new int[n];
    }

    /** Something reached beyond a vCPU, or into it. */
    void activity() {
        activity++;
    }

    /**
     * A state digest is due; memory has been hashed. Decides whether to look for loops from here
     * on.
     */
    void atDigest() {
        looking = activity == 0 && digest.memory() == memoryThen && nothingCanCome();
        activity = 0;
        memoryThen = digest.memory();
        forget();
    }

    private void forget() {
        Arrays.fill(reference, null);
        Arrays.fill(returned, false);
        Arrays.fill(steps, 0);
        partsThen = new byte[0];
    }

    private boolean nothingCanCome() {
        boolean quiet = machine.nextDeadline() == Deadline.NEVER && !machine.inputMayCome();
        for (Vcpu c : machine.cpus) {
            Power p = machine.power(c.id);
            if (!quiet
                    && (p == Power.BLOCKED
                            || (p == Power.RUNNING && (c.daif & MASKED) != MASKED))) {
                return false;
            }
        }
        return true;
    }

    /** Whether this vCPU is to run one instruction at a time, with {@link #stepped} after each. */
    boolean watches(Vcpu c) {
        return looking && !returned[c.id];
    }

    /** A turn of a watched vCPU is about to begin. */
    void begin(Vcpu c) {
        if (reference[c.id] == null) {
            if (partsThen.length == 0) {
                partsThen = parts();
            }
            reference[c.id] = state(c);
            referencePc[c.id] = c.pc;
        }
    }

    /**
     * A watched vCPU has run an instruction, or none; ends the run when this proves that all are
     * caught.
     */
    void stepped(Vcpu c) {
        if (activity != 0 || ++steps[c.id] > STEPS) {
            looking = false;
            forget();
            return;
        }
        if (c.pc != referencePc[c.id] || !Arrays.equals(state(c), reference[c.id])) {
            return;
        }
        returned[c.id] = true;
        for (Vcpu other : machine.cpus) {
            if (machine.power(other.id) == Power.RUNNING && !returned[other.id]) {
                return;
            }
        }
        digest.rehashDirty();
        if (digest.memory() == memoryThen
                && Arrays.equals(parts(), partsThen)
                && nothingCanCome()) {
            machine.end(
                    new Outcome(
                            Outcome.Kind.HUNG,
                            String.format(
                                    "vCPU %d repeats itself at 0x%x and nothing can reach it",
                                    c.id, c.pc)));
        } else {
            looking = false;
        }
    }

    /** A vCPU's registers without its count. */
    private byte[] state(Vcpu c) {
        long retired = c.retired;
        c.retired = 0;
        bytes.reset();
        c.save(bytes);
        c.retired = retired;
        return bytes.toByteArray();
    }

    private byte[] parts() {
        bytes.reset();
        for (Snapshottable p : parts) {
            p.save(bytes);
        }
        return bytes.toByteArray();
    }

    void save(StateWriter w) {
        w.bool(looking);
    }

    /** The machine stands at a digest, memory hashed. */
    void load(StateReader r) {
        looking = r.bool();
        activity = 0;
        memoryThen = digest.memory();
        forget();
    }
}
