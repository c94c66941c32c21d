package trapline.machine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.Access;
import trapline.bus.Bus;
import trapline.bus.CpuInterrupts;
import trapline.bus.Deadline;
import trapline.bus.Device;
import trapline.bus.PhysMemory;
import trapline.bus.Scheduler;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.mmu.MemorySystem;
import trapline.vcpu.CodeCache;
import trapline.vcpu.SystemEvents;
import trapline.vcpu.Vcpu;

/**
 * A machine at rest or running: vCPUs in a round robin, one virtual clock, deadlines, inputs,
 * facts. It is a pure function of its construction and of the inputs' values and moments; it reads
 * no host clock.
 *
 * <p>Virtual time: a nanosecond for each instruction retired by whichever vCPU runs, plus the
 * modelled cost of each trap. While {@code current} runs, both clocks are an offset plus its own
 * count, so that nothing is added per instruction.
 */
public final class Machine implements Scheduler, CpuInterrupts, SystemEvents {
    /** Instructions a vCPU runs before the next one's turn. */
    public static final long QUANTUM = 1 << 16;

    /** Machine-wide retired instructions between two state digests. */
    public static final long DIGEST_INTERVAL = 1L << 24;

    public final PhysMemory memory;
    public final MemorySystem memorySystem;
    public final Bus bus;
    public final CodeCache code;
    public final Vcpu[] cpus;

    private final Power[] power;
    private final long[] wakeAt;
    private final List<Deadline> deadlines = new ArrayList<>();
    private final List<Snapshottable> parts = new ArrayList<>();
    private final List<Snapshottable> hypervisorParts = new ArrayList<>();
    private final StateWriter stateBytes = new StateWriter();
    private final StateDigest digest;
    private final Engine engine;
    private final SpinWatch spin;
    private FactSink facts;
    private InputSource inputs = InputSource.NONE;
    private Checkpoint checkpoint = m -> {};
    private InputReceiver receiver = value -> {};
    private java.util.function.IntUnaryOperator highestPending = c -> 1023;

    private Vcpu current;
    private int turn;
    private long turnLeft = QUANTUM;
    private boolean yielded;
    private long clockOffset;
    private long retiredOffset;
    private long turnEnd;
    private long nextDigest = DIGEST_INTERVAL;
    private long budget = Long.MAX_VALUE;
    private long stopAt = Long.MAX_VALUE;
    private @Nullable Outcome outcome;
    private boolean inputsClosed;
    private boolean resetPending;
    private Runnable resetAction = () -> {};
    private WaitPolicy waitPolicy = m -> null;
    private Runnable idleObserver = () -> {};
    private Runnable digestObserver = () -> {};
    private java.util.function.UnaryOperator<Outcome> ending = o -> o;
    private final List<DirectRegion> direct = new ArrayList<>();
    private final Access directAccess = new Access();

    /** A device frame that EL2 lets the guest reach without a trap. */
    private static final class DirectRegion {
        final long base;
        final long size;
        final Device device;
        boolean mapped;

        DirectRegion(long base, long size, Device device, boolean mapped) {
            this.base = base;
            this.size = size;
            this.device = device;
            this.mapped = mapped;
        }
    }

    /** Called at each digest boundary, after the digest: a moment for a snapshot. */
    @FunctionalInterface
    public interface Checkpoint {
        void reached(Machine m);
    }

    /** Takes a console byte that arrived as an input. */
    @FunctionalInterface
    public interface InputReceiver {
        void consoleByte(int value);
    }

    /** Says how a machine ends in which every vCPU waits for ever. */
    @FunctionalInterface
    public interface WaitPolicy {
        /** The outcome, or null for the default, {@code HUNG}. */
        @Nullable Outcome stuck(Machine m);
    }

    public Machine(
            MemorySystem memorySystem,
            Bus bus,
            CodeCache code,
            Vcpu[] cpus,
            Engine engine,
            FactSink facts) {
        this.memorySystem = memorySystem;
        this.memory = memorySystem.memory;
        this.bus = bus;
        this.code = code;
        this.cpus = cpus;
        this.engine = engine;
        this.facts = facts;
        this.power = new Power[cpus.length];
        java.util.Arrays.fill(power, Power.OFF);
        this.wakeAt = new long[cpus.length];
        java.util.Arrays.fill(wakeAt, Deadline.NEVER);
        this.current = cpus[0];
        this.digest = new StateDigest(memory);
        this.spin = new SpinWatch(this, parts, digest);
    }

    // Wiring

    /** Adds a part whose state belongs to the machine's; the order is part of the digest. */
    public void addPart(Snapshottable part) {
        parts.add(part);
    }

    /**
     * Adds a part of the hypervisor's own: it is in snapshots and not in digests, so that two
     * settings under which a guest does the same have equal digests.
     */
    public void addHypervisorPart(Snapshottable part) {
        hypervisorParts.add(part);
    }

    public void setFacts(FactSink f) {
        facts = f;
    }

    public FactSink facts() {
        return facts;
    }

    public void setInputs(InputSource s, InputReceiver r) {
        inputs = s;
        receiver = r;
    }

    public void setCheckpoint(Checkpoint c) {
        checkpoint = c;
    }

    public void setWaitPolicy(WaitPolicy w) {
        waitPolicy = w;
    }

    /** Told each time that every vCPU waits and the clock is about to jump. */
    public void onIdle(Runnable r) {
        idleObserver = r;
    }

    /**
     * Told before each periodic state digest: a moment that every run of a configuration comes to.
     */
    public void onDigest(Runnable r) {
        digestObserver = r;
    }

    /** What an outcome turns into before it stands. */
    public void setEnding(java.util.function.UnaryOperator<Outcome> e) {
        ending = e;
    }

    /** Adds a device frame that does not trap once it is mapped: a GICv2 CPU interface. */
    public void addDirect(long base, long size, Device device, boolean mapped) {
        direct.add(new DirectRegion(base, size, device, mapped));
    }

    /** Maps the frame of this address; false when there is none or it is mapped. */
    public boolean mapDirect(long ipa) {
        for (DirectRegion r : direct) {
            if (!r.mapped && ipa - r.base >= 0 && ipa - r.base < r.size) {
                r.mapped = true;
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean directAccess(Vcpu cpu, long ipa, int bytes, boolean write, long value) {
        for (DirectRegion r : direct) {
            if (r.mapped && ipa - r.base >= 0 && ipa - r.base < r.size) {
                spin.activity();
                directAccess.vcpu = cpu.id;
                directAccess.bytes = bytes;
                directAccess.write = write;
                directAccess.value = value;
                directAccess.abort = false;
                r.device.access(ipa - r.base, directAccess);
                return !directAccess.abort;
            }
        }
        return false;
    }

    @Override
    public long directValue() {
        return directAccess.value;
    }

    public void setHighestPending(java.util.function.IntUnaryOperator h) {
        highestPending = h;
    }

    /** What a guest's reset does to vCPUs, devices and memory. */
    public void setResetAction(Runnable r) {
        resetAction = r;
    }

    /** Ends the run with {@code BUDGET_SPENT} at this machine-wide count. */
    public void setBudget(long retired) {
        budget = retired;
    }

    /**
     * Makes {@link #run} return null at the first turn boundary at or after this machine-wide
     * count.
     */
    public void setStopAt(long retired) {
        stopAt = retired;
    }

    // Scheduler: the virtual clock

    @Override
    public long nanos() {
        return clockOffset + current.retired;
    }

    @Override
    public void register(Deadline d) {
        deadlines.add(d);
        d.onChange(this::deadlineChanged);
    }

    /** Retired instructions of all vCPUs. */
    public long machineRetired() {
        return retiredOffset + current.retired;
    }

    /** Adds a modelled cost to the clock, in virtual nanoseconds. */
    public void addCost(long nanos) {
        clockOffset += nanos;
        setLimit();
    }

    private void deadlineChanged() {
        setLimit();
    }

    /**
     * Something happened that a vCPU looping over its own registers and memory cannot do: a trap, a
     * clock read.
     */
    public void activity() {
        spin.activity();
    }

    Power power(int index) {
        return power[index];
    }

    long nextDeadline() {
        long next = Deadline.NEVER;
        for (int k = 0; k < deadlines.size(); k++) {
            next = Math.min(next, deadlines.get(k).at());
        }
        for (long w : wakeAt) {
            next = Math.min(next, w);
        }
        return next;
    }

    /**
     * Stops the running vCPU at its turn's end, the next deadline, digest, budget or stop,
     * whichever is first.
     */
    private void setLimit() {
        if (yielded
                || outcome != null
                || power[current.id] != Power.RUNNING
                || current.debug.ended()) {
            current.limit = current.retired;
            return;
        }
        long retired = current.retired;
        long limit = turnEnd;
        long next = nextDeadline();
        if (next != Deadline.NEVER) {
            limit = Math.min(limit, retired + Math.max(0, next - nanos()));
        }
        long machine = machineRetired();
        limit = Math.min(limit, retired + nextDigest - machine);
        if (budget != Long.MAX_VALUE) {
            limit = Math.min(limit, retired + budget - machine);
        }
        if (stopAt != Long.MAX_VALUE) {
            limit = Math.min(limit, retired + stopAt - machine);
        }
        if (spin.watches(current)) {
            limit = Math.min(limit, retired + 1);
        }
        current.limit = limit;
    }

    // The run

    /**
     * Runs until the guest's end.
     *
     * @return the outcome, or null when {@link #setStopAt} stopped the run first
     */
    public @Nullable Outcome run() {
        while (true) {
            fireDue();
            if (resetPending) {
                resetPending = false;
                resetAction.run();
            }
            takeInputs();
            if (outcome == null && machineRetired() >= budget) {
                end(new Outcome(Outcome.Kind.BUDGET_SPENT, null));
            }
            if (outcome != null) {
                return finish();
            }
            if (machineRetired() >= nextDigest) {
                nextDigest = machineRetired() + DIGEST_INTERVAL;
                digest.rehashDirty();
                spin.atDigest();
                digestObserver.run();
                takeDigest();
                checkpoint.reached(this);
            }
            if (machineRetired() >= stopAt) {
                return null;
            }
            Vcpu c = pick();
            if (c == null) {
                idle();
            } else {
                turn(c);
            }
        }
    }

    private Outcome finish() {
        Outcome o = outcome;
        if (o == null) {
            throw new IllegalStateException("finish without an outcome");
        }
        takeDigest();
        facts.outcome(machineRetired(), nanos(), o);
        return o;
    }

    private void turn(Vcpu c) {
        switchTo(c);
        yielded = false;
        turnEnd = c.retired + turnLeft;
        if (spin.watches(c)) {
            spin.begin(c);
        }
        boolean stepped = c.debug.begins();
        setLimit();
        try {
            if (stepped) {
                c.debug.run();
            } else {
                engine.run(c);
            }
        } finally {
            // A run that is left in the middle of a turn goes on in the middle of it.
            turnLeft = turnEnd - c.retired;
        }
        if (spin.watches(c)) {
            spin.stepped(c);
        }
        if (turnLeft <= 0 || yielded || power[c.id] != Power.RUNNING) {
            yielded = false;
            turnLeft = QUANTUM;
            turn = (c.id + 1) % cpus.length;
            if (cpus.length > 1) {
                // Another vCPU may store from here on: the monitor opens, and that is an event.
                if (c.exclusiveBytes != 0) {
                    c.exclusiveBytes = 0;
                    c.eventRegister = true;
                }
            }
        }
    }

    private @Nullable Vcpu pick() {
        for (int k = 0; k < cpus.length; k++) {
            int i = (turn + k) % cpus.length;
            if (power[i] == Power.RUNNING) {
                if (k != 0) {
                    turn = i;
                    turnLeft = QUANTUM;
                }
                return cpus[i];
            }
        }
        return null;
    }

    private void switchTo(Vcpu c) {
        if (c != current) {
            long now = nanos();
            long machine = machineRetired();
            current = c;
            clockOffset = now - c.retired;
            retiredOffset = machine - c.retired;
        }
    }

    private void fireDue() {
        long now = nanos();
        for (int k = 0; k < deadlines.size(); k++) {
            Deadline d = deadlines.get(k);
            if (d.at() <= now) {
                d.set(Deadline.NEVER);
                d.fire();
            }
        }
        for (int k = 0; k < cpus.length; k++) {
            if (wakeAt[k] <= now) {
                wake(k);
            }
        }
    }

    private void takeInputs() {
        while (outcome == null) {
            Input in = inputs.poll(machineRetired(), nanos());
            if (in == null) {
                return;
            }
            deliver(in);
        }
    }

    private void deliver(Input in) {
        switch (in.kind()) {
            case CONSOLE_BYTE -> receiver.consoleByte(in.value());
            case TIME_OUT -> end(new Outcome(Outcome.Kind.TIMED_OUT, null));
            case HOST_STOP -> end(new Outcome(Outcome.Kind.STOPPED, null));
            case CLOSED -> inputsClosed = true;
        }
    }

    /** Every vCPU is blocked or off: only a deadline or an input can go on. */
    private void idle() {
        if (everyLivingOneIsStuck()) {
            end(new Outcome(Outcome.Kind.HUNG, "every vCPU takes exceptions without end"));
            return;
        }
        idleObserver.run();
        long deadline = nextDeadline();
        Input in =
                deadline == Deadline.NEVER && !inputMayCome()
                        ? null
                        : inputs.idle(machineRetired(), nanos(), deadline);
        if (in != null) {
            clockOffset += Math.max(0, in.virtualNanos() - nanos());
            deliver(in);
            return;
        }
        if (deadline == Deadline.NEVER) {
            if (!inputMayCome()) {
                Outcome o = waitPolicy.stuck(this);
                end(
                        o != null
                                ? o
                                : new Outcome(
                                        Outcome.Kind.HUNG,
                                        "every vCPU waits, no timer is set and no input can come"));
            }
            return;
        }
        clockOffset += Math.max(0, deadline - nanos());
    }

    private boolean everyLivingOneIsStuck() {
        for (Power p : power) {
            if (p != Power.STUCK && p != Power.OFF) {
                return false;
            }
        }
        return true;
    }

    // Effects of decisions and devices

    /** Ends the run after the current instruction; the first outcome stands. */
    public void end(Outcome o) {
        if (outcome == null) {
            outcome = ending.apply(o);
        }
        current.stop();
    }

    public boolean ended() {
        return outcome != null;
    }

    /** Restarts the machine after the current instruction. */
    public void requestReset() {
        resetPending = true;
        yielded = true;
        current.stop();
    }

    public boolean online(int index) {
        return power[index] != Power.OFF;
    }

    public void powerOn(int index) {
        power[index] = Power.RUNNING;
        wakeAt[index] = Deadline.NEVER;
    }

    public void powerOff(int index) {
        power[index] = Power.OFF;
        wakeAt[index] = Deadline.NEVER;
        if (current.id == index) {
            current.stop();
        }
    }

    /** Blocks a vCPU unless something pends; it wakes at {@code untilNanos} at the latest. */
    public void block(Vcpu c, long untilNanos) {
        if (c.wakeable()) {
            return;
        }
        power[c.id] = Power.BLOCKED;
        wakeAt[c.id] = untilNanos;
        c.stop();
    }

    /** Gives up the rest of the turn. */
    public void yieldTurn(Vcpu c) {
        if (c == current) {
            yielded = true;
            c.stop();
        }
    }

    private void wake(int index) {
        wakeAt[index] = Deadline.NEVER;
        if (power[index] == Power.BLOCKED) {
            power[index] = Power.RUNNING;
        }
    }

    @Override
    public void irq(int vcpu, boolean level) {
        cpus[vcpu].irqLine = level;
        if (level) {
            wake(vcpu);
        }
    }

    @Override
    public void fiq(int vcpu, boolean level) {
        cpus[vcpu].fiqLine = level;
        if (level) {
            wake(vcpu);
        }
    }

    @Override
    public void sendEvent() {
        spin.activity();
        for (Vcpu c : cpus) {
            c.eventRegister = true;
        }
    }

    @Override
    public void untrappedWait(Vcpu cpu, boolean forEvent) {
        if (forEvent) {
            yieldTurn(cpu);
        } else {
            block(cpu, Deadline.NEVER);
        }
    }

    @Override
    public void interruptTaken(Vcpu cpu, int kind, long pc) {
        spin.activity();
        facts.interrupt(
                cpu.id,
                cpu.retired,
                nanos(),
                pc,
                kind,
                kind == 2 ? 1023 : highestPending.applyAsInt(cpu.id));
    }

    @Override
    public void unallocated(Vcpu cpu, int word) {
        facts.log(
                machineRetired(),
                nanos(),
                String.format(
                        "trapline: unallocated instruction 0x%08x at 0x%x, EL%d",
                        word, cpu.pc, cpu.el));
    }

    @Override
    public void unsupported(Vcpu cpu, String what) {
        facts.log(
                machineRetired(),
                nanos(),
                String.format("trapline: %s is not modelled, at 0x%x, EL%d", what, cpu.pc, cpu.el));
    }

    /**
     * No interrupt wakes it: each exception entry masks them all. Only a reset of the machine does.
     */
    @Override
    public void stuck(Vcpu cpu) {
        power[cpu.id] = Power.STUCK;
        wakeAt[cpu.id] = Deadline.NEVER;
        cpu.stop();
        facts.log(
                machineRetired(),
                nanos(),
                String.format(
                        "trapline: vCPU %d takes exceptions at 0x%x for ever", cpu.id, cpu.pc));
    }

    /** Whether console input may still come from outside. */
    public boolean inputMayCome() {
        return !inputsClosed && inputs.mayCome();
    }

    /** Whether {@link Input.Kind#CLOSED} has come. */
    public boolean inputsClosed() {
        return inputsClosed;
    }

    /** The vCPU whose turn it is. */
    public Vcpu current() {
        return current;
    }

    // State

    /** Takes a state digest now and journals it. */
    public void takeDigest() {
        saveGuestState(stateBytes);
        digest.update(stateBytes);
        memorySystem.flushAll();
        facts.digest(machineRetired(), nanos(), digest.high, digest.low);
    }

    public StateDigest digest() {
        return digest;
    }

    /** Everything but memory. */
    public void saveState(StateWriter w) {
        saveGuestState(w);
        for (Snapshottable p : hypervisorParts) {
            p.save(w);
        }
    }

    private void saveGuestState(StateWriter w) {
        w.reset();
        w.i64(nanos())
                .i64(machineRetired())
                .i32(turn)
                .i64(turnLeft)
                .i32(current.id)
                .i64(nextDigest);
        w.bool(inputsClosed);
        spin.save(w);
        for (int k = 0; k < cpus.length; k++) {
            w.u8(power[k].code()).i64(wakeAt[k]);
            cpus[k].save(w);
        }
        for (DirectRegion r : direct) {
            w.bool(r.mapped);
        }
        for (Snapshottable p : parts) {
            p.save(w);
        }
    }

    /** Restores what {@link #saveState} saved; memory has been restored already. */
    public void loadState(StateReader r) {
        long now = r.i64();
        long machine = r.i64();
        turn = r.i32();
        turnLeft = r.i64();
        current = cpus[r.i32()];
        nextDigest = r.i64();
        inputsClosed = r.bool();
        spin.load(r);
        for (int k = 0; k < cpus.length; k++) {
            power[k] = Power.of(r.u8());
            wakeAt[k] = r.i64();
            cpus[k].load(r);
        }
        clockOffset = now - current.retired;
        retiredOffset = machine - current.retired;
        for (DirectRegion d : direct) {
            d.mapped = r.bool();
        }
        for (Snapshottable p : parts) {
            p.load(r);
        }
        for (Snapshottable p : hypervisorParts) {
            p.load(r);
        }
        outcome = null;
        yielded = false;
        code.clear();
        memorySystem.flushAll();
    }
}
