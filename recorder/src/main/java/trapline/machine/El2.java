package trapline.machine;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trapline.bus.Access;
import trapline.bus.Deadline;
import trapline.device.GenericTimer;
import trapline.device.Gic;
import trapline.device.GicV3;
import trapline.event.Action;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.SysReg;
import trapline.policy.Decision;
import trapline.policy.Personality;
import trapline.policy.Platform;
import trapline.policy.TrapCost;
import trapline.policy.TrapInput;
import trapline.vcpu.Exit;
import trapline.vcpu.Hypervisor;
import trapline.vcpu.Vcpu;

/**
 * EL2: takes each trap from a vCPU, asks the personality, carries its decision out on the machine,
 * adds the modelled cost and reports the finished trap as a fact. One trap is in flight at a time,
 * so one event and one decision are reused.
 */
public final class El2 implements Hypervisor, Platform {
    private final Machine machine;
    private final Personality personality;
    private final TrapCost cost;
    private final Gic gic;
    private final GenericTimer[] timers;
    private final Trap trap = new Trap();
    private final Decision decision = new Decision();
    private LatencyClock clock = LatencyClock.NONE;
    private boolean timed;
    private DccPort dcc = new DccPort(value -> {});
    private Runnable powerChanged = () -> {};
    private long traps;
    private long watchedTrap = -1;
    private Consumer<Trap> watcher = t -> {};

    public El2(
            Machine machine,
            Personality personality,
            TrapCost cost,
            Gic gic,
            GenericTimer[] timers) {
        this.machine = machine;
        this.personality = personality;
        this.cost = cost;
        this.gic = gic;
        this.timers = timers;
    }

    public void setClock(LatencyClock c) {
        clock = c;
        timed = true;
    }

    public void setDcc(DccPort d) {
        dcc = d;
    }

    /** Told when a vCPU went on or off. */
    public void onPowerChange(Runnable r) {
        powerChanged = r;
    }

    /** Traps so far, this session's parents included. */
    public long traps() {
        return traps;
    }

    /** Sets the count: a snapshot or a fork goes on from here. */
    public void setTraps(long count) {
        traps = count;
    }

    /**
     * Calls {@code w} when trap {@code id} arrives, before it is decided: the machine stands at its
     * instruction.
     */
    public void watch(long id, Consumer<Trap> w) {
        watchedTrap = id;
        watcher = w;
    }

    @Override
    public boolean trap(Vcpu c, Exit exit) {
        long start = clock.nanos();
        Trap t = trap;
        TrapInput.fill(t, c);
        t.virtualNanos = machine.nanos();
        t.id = ++traps;
        if (t.id == watchedTrap) {
            watcher.accept(t);
        }
        if (t.cls == TrapClass.DATA_ABORT || t.cls == TrapClass.INSTRUCTION_ABORT) {
            int device = machine.bus.find(t.ipa);
            if (device >= 0) {
                t.device = device;
                t.offset = t.ipa - machine.bus.region(device).base();
            }
        }
        Decision d = decision;
        personality.decide(t, d);
        boolean retired = personality.carryOut(t, d, c, this);
        d.store(t);
        t.costNanos = cost.of(t);
        machine.addCost(t.costNanos);
        if (t.cls != TrapClass.WFX || t.action != Action.YIELD) {
            machine.activity();
        }
        t.hostNanos = !timed ? -1 : clock.nanos() - start;
        machine.facts().trap(t);
        return retired;
    }

    @Override
    public int vcpus() {
        return machine.cpus.length;
    }

    @Override
    public Vcpu vcpu(int index) {
        return machine.cpus[index];
    }

    @Override
    public boolean online(int index) {
        return machine.online(index);
    }

    @Override
    public void powerOn(int index) {
        machine.powerOn(index);
        gic.online(index, true);
        powerChanged.run();
    }

    @Override
    public void powerOff(int index) {
        machine.powerOff(index);
        gic.online(index, false);
        powerChanged.run();
    }

    @Override
    public void block(Vcpu c) {
        machine.block(c, Deadline.NEVER);
    }

    @Override
    public void blockUntil(Vcpu c, long virtualNanos) {
        machine.block(c, virtualNanos);
    }

    @Override
    public void yield(Vcpu c) {
        machine.yieldTurn(c);
    }

    @Override
    public void systemOff() {
        machine.end(new Outcome(Outcome.Kind.POWERED_OFF, null));
    }

    @Override
    public void systemReset() {
        machine.requestReset();
    }

    @Override
    public void systemSuspend() {
        machine.end(new Outcome(Outcome.Kind.HUNG, "suspended to memory; nothing resumes it"));
    }

    @Override
    public void crash(String why) {
        machine.end(new Outcome(Outcome.Kind.DOMAIN_CRASHED, why));
    }

    @Override
    public void hostPanic(String why) {
        machine.end(new Outcome(Outcome.Kind.HOST_PANIC, why));
    }

    @Override
    public void mmio(Vcpu c, int device, long offset, Access a) {
        a.vcpu = c.id;
        machine.bus.region(device).device().access(offset, a);
    }

    @Override
    public boolean mapDirect(long ipa) {
        return machine.mapDirect(ipa);
    }

    @Override
    public void sendSgi(Vcpu c, int register, long value) {
        if (gic instanceof GicV3 v3) {
            v3.writeIcc(c.id, SysReg.keyOf(register), value);
        }
    }

    @Override
    public long readTimer(Vcpu c, int register) {
        return timers[c.id].read(SysReg.keyOf(register));
    }

    @Override
    public void writeTimer(Vcpu c, int register, long value) {
        timers[c.id].write(SysReg.keyOf(register), value);
    }

    @Override
    public void flushGuestMemory(Vcpu c) {
        // Caches are transparent here: Xen's clean and invalidate of all guest memory has no effect
        // to model.
    }

    @Override
    public long nanos() {
        return machine.nanos();
    }

    @Override
    public long machineRetired() {
        return machine.machineRetired();
    }

    @Override
    public void log(String line) {
        machine.facts().log(machine.machineRetired(), machine.nanos(), line);
    }

    @Override
    public void dccOutput(int value) {
        dcc.output(value);
    }

    @Override
    public int dccPeek() {
        return dcc.peek();
    }

    @Override
    public void dccTake() {
        dcc.take();
    }

    @Override
    public boolean copyFromGuest(Vcpu c, long va, byte[] into, int length) {
        return GuestCopy.read(machine, c, va, into, length);
    }

    @Override
    public boolean copyToGuest(Vcpu c, long va, byte[] from, int length) {
        return GuestCopy.write(machine, c, va, from, length);
    }

    /** The last finished trap; reused. */
    public @Nullable Trap last() {
        return traps == 0 ? null : trap;
    }
}
