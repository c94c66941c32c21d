package trapline.machine;

import java.util.Arrays;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.vcpu.Vcpu;

/**
 * Finds a machine whose vCPUs run and get nowhere: the outcome {@code HUNG} of a guest that spins.
 *
 * <p>The rule: the machine is in a state in which it was before, and nothing that is not in that
 * state can make it take another course this time. Execution is a function of the state, so it will
 * come back there for ever. The state is all of it: every vCPU, memory, devices, what the
 * hypervisor's rules remember, whose turn it is. Only the clock, which never stands still, and the
 * hypervisor's log are left out, and so must have no say. Either of two things makes sure of that:
 *
 * <ul>
 *   <li><em>quiet</em>: no deadline is set, no input can come, and in between nothing has asked for
 *       the time: not the guest and no device. Traps, interrupts and stores may have happened.
 *   <li><em>sealed off</em>: one vCPU runs and none sleeps; it masked SError, IRQ and FIQ all the
 *       while and reached nothing but its registers and memory; and what may still come can do no
 *       more than raise an interrupt.
 * </ul>
 *
 * <p>A loop that reads the clock is therefore never called hung: whether it waits for a moment that
 * will come cannot be seen. A budget or a time-out ends it.
 *
 * <p>Where it looks: from a state digest on at which memory holds what it held at the one before,
 * until the next. With one running vCPU after each instruction, for loops of at most {@value
 * #STEPS}; with several at the beginning of each turn of one of them, for what repeats itself after
 * some rounds.
 */
final class SpinWatch {
    /** Longest loop of a single vCPU that is recognised, in instructions. */
    static final int STEPS = 4096;

    private static final int MASKED = 0x1c0;

    private final Machine machine;
    private final StateDigest digest;
    private final StateWriter bytes = new StateWriter();
    private final long[] registersThen;

    private long clockReads;
    private long reached;
    private long memoryAtDigest;
    private boolean looking;

    // The state to come back to; none while `held` is false.
    private boolean held;
    private boolean stepping;
    private boolean quiet;
    private int steps;
    private int cpuThen;
    private long pcThen;
    private long retiredThen;
    private long highThen;
    private long lowThen;
    private byte[] stateThen = {};

    SpinWatch(Machine machine, StateDigest digest) {
        this.machine = machine;
        this.digest = digest;
        registersThen = new long[machine.cpus[0].x.length];
    }

    /** Something asked for the time, or something was due. */
    void clockRead() {
        clockReads++;
    }

    /** Something reached beyond a vCPU and memory, or into it. */
    void activity() {
        reached++;
    }

    /**
     * A state digest is due; memory has been hashed. Decides whether to look for loops from here
     * on.
     */
    void atDigest() {
        looking = clockReads == 0 && digest.memory() == memoryAtDigest;
        memoryAtDigest = digest.memory();
        clockReads = 0;
        reached = 0;
        held = false;
    }

    /** Whether turns are to be announced with {@link #turn}. */
    boolean looking() {
        return looking;
    }

    /** Whether to run one instruction at a time, with {@link #stepped} after each. */
    boolean stepping() {
        return looking && stepping;
    }

    /**
     * A vCPU is about to run.
     *
     * @param whole it is the beginning of its turn
     */
    void turn(Vcpu c, boolean whole) {
        if (!held) {
            hold(c, whole);
        } else if (!stepping && whole && c.id == cpuThen) {
            compare(c);
        }
    }

    private void hold(Vcpu c, boolean whole) {
        stepping = alone();
        quiet = machine.nothingCanCome();
        if (!quiet && !sealedOff(c)) {
            looking = false;
            stepping = false;
        } else if (stepping || whole) {
            held = true;
            steps = 0;
            cpuThen = c.id;
            pcThen = c.pc;
            System.arraycopy(c.x, 0, registersThen, 0, registersThen.length);
            retiredThen = machine.machineRetired();
            digest.rehashDirty();
            highThen = digest.memoryHigh();
            lowThen = digest.memoryLow();
            machine.saveRecurring(bytes);
            stateThen = bytes.toByteArray();
        }
    }

    /** Whether exactly one vCPU runs, so that the others' turns do not matter. */
    private boolean alone() {
        int running = 0;
        for (Vcpu c : machine.cpus) {
            running += machine.power(c.id) == Power.RUNNING ? 1 : 0;
        }
        return running == 1;
    }

    private boolean sealedOff(Vcpu running) {
        for (Vcpu c : machine.cpus) {
            if (machine.power(c.id) == Power.BLOCKED) {
                return false;
            }
        }
        return stepping
                && reached == 0
                && (running.daif & MASKED) == MASKED
                && machine.onlyInterruptsCanCome();
    }

    /** A vCPU has run an instruction, or none. */
    void stepped(Vcpu c) {
        if (!held) {
            return;
        }
        boolean monitor = machine.cpus.length > 1 && c.exclusiveBytes != 0;
        if (c.id != cpuThen || monitor) {
            // The end of a turn, which opens a monitor, is part of what happens.
            stepping = false;
            held = false;
        } else if (++steps > STEPS) {
            give();
        } else {
            compare(c);
        }
    }

    private void compare(Vcpu c) {
        if (clockReads != 0 || !(quiet ? machine.nothingCanCome() : sealedOff(c))) {
            give();
            return;
        }
        if (c.pc != pcThen
                || machine.machineRetired() == retiredThen
                || !Arrays.equals(c.x, registersThen)) {
            return;
        }
        machine.saveRecurring(bytes);
        if (!Arrays.equals(bytes.array(), 0, bytes.length(), stateThen, 0, stateThen.length)) {
            return;
        }
        digest.rehashDirty();
        if (digest.memoryHigh() == highThen && digest.memoryLow() == lowThen) {
            machine.end(
                    new Outcome(
                            Outcome.Kind.HUNG,
                            String.format(
                                    "vCPU %d repeats itself at 0x%x and nothing can reach it",
                                    c.id, c.pc)));
        }
    }

    /** Nothing to be found before the next digest. */
    private void give() {
        looking = false;
        stepping = false;
        held = false;
    }

    void save(StateWriter w) {
        w.bool(looking);
    }

    /** The machine stands at a digest, memory hashed. */
    void load(StateReader r) {
        looking = r.bool();
        stepping = false;
        held = false;
        clockReads = 0;
        reached = 0;
        memoryAtDigest = digest.memory();
    }
}
