package trapline.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.PhysMemory;
import trapline.bus.StateWriter;
import trapline.event.Input;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.FactTotals;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.SessionFile;
import trapline.journal.SessionWriter;
import trapline.journal.Snapshot;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.Drives;
import trapline.record.MachineFactory;
import trapline.record.Recorder;
import trapline.record.StopRequest;
import trapline.vcpu.Vcpu;

/**
 * Runs a recorded session under other settings. Three ways, cheapest first: proved identical by
 * screening the recorded decisions; forked from the snapshot before the first decision that
 * differs; made from the start, where the settings change what the guest is given at boot.
 */
public final class Flip {
    private final Session session;
    private final SessionConfig other;
    private final VirtualMachine.@Nullable EngineFactory engine;
    private final ForkInputs.Rule inputs;
    private StopRequest stop = new StopRequest();

    /**
     * @param other the session's configuration with other policy settings
     * @param consumeInputs re-attach interactive bytes in order of consumption rather than at their
     *     virtual time
     */
    public Flip(
            Session session,
            SessionConfig other,
            boolean consumeInputs,
            VirtualMachine.@Nullable EngineFactory engine) {
        this.session = session;
        this.other = other;
        this.engine = engine;
        this.inputs = consumeInputs ? ForkInputs.Rule.CONSUME : ForkInputs.Rule.TIME;
    }

    /**
     * Lets {@code request} end the work early. Until the other run has left the recorded past
     * nothing is made of it, and {@link StopRequest.Stopped} is thrown; from there on it ends as
     * {@code STOPPED}, sealed.
     */
    public Flip stoppedBy(StopRequest request) {
        stop = request;
        return this;
    }

    /** Only screens: what {@link #run} would have to execute. */
    public FlipResult screen() {
        long began = System.nanoTime();
        VirtualMachine left = Replayer.machine(session, session.config(), Silent.SINK, null);
        VirtualMachine right = Replayer.machine(session, other, Silent.SINK, null);
        String boot = bootDifference(left, right);
        if (boot != null) {
            return new FlipResult(false, 0, System.nanoTime() - began, boot, null, 0, 0, null);
        }
        Screening.Result r = new Screening(left, right).run(session, left, stop);
        return new FlipResult(
                r.first() < 0,
                r.decisions(),
                System.nanoTime() - began,
                null,
                r.trap(),
                0,
                0,
                null);
    }

    /**
     * Screens, and makes the other run as a session of its own unless it is proved identical.
     *
     * @param out directory of the other session
     * @throws StopRequest.Stopped when that is wished before there is anything to keep
     */
    public FlipResult run(Path out, Recorder.Observer observer) {
        try {
            return make(out, observer);
        } catch (StopRequest.Stopped e) {
            throw new StopRequest.Stopped(
                    out + ": interrupted before the other run began; no session was made");
        }
    }

    private FlipResult make(Path out, Recorder.Observer observer) {
        if (!session.sealed()) {
            throw new SessionException(
                    SessionException.DAMAGED,
                    session.dir() + ": not sealed: finish it first with trapline check --repair");
        }
        long began = System.nanoTime();
        VirtualMachine left = Replayer.machine(session, session.config(), Silent.SINK, null);
        VirtualMachine right = Replayer.machine(session, other, Silent.SINK, engine);
        String boot = bootDifference(left, right);
        Screening.Result r =
                boot != null ? null : new Screening(left, right).run(session, left, stop);
        long screening = System.nanoTime() - began;
        if (r != null && r.first() < 0) {
            return new FlipResult(true, r.decisions(), screening, null, null, 0, 0, null);
        }
        if (r == null) {
            return fromStart(out, observer, screening, boot);
        }
        return fork(out, r, screening, observer);
    }

    /** Why the two settings do not even start alike; null when they do. */
    private static @Nullable String bootDifference(VirtualMachine left, VirtualMachine right) {
        Machine a = left.machine();
        Machine b = right.machine();
        StateWriter wa = new StateWriter();
        StateWriter wb = new StateWriter();
        for (int k = 0; k < a.cpus.length; k++) {
            cpu(wa, a.cpus[k]);
            cpu(wb, b.cpus[k]);
            if (!Arrays.equals(wa.array(), 0, wa.length(), wb.array(), 0, wb.length())) {
                return "EL2 registers or the initial registers of vCPU " + k + " differ";
            }
        }
        if (!left.config()
                .personality()
                .hypervisor()
                .equals(right.config().personality().hypervisor())) {
            return "another hypervisor";
        }
        if (a.memory.frames() != b.memory.frames()) {
            return "memory differs";
        }
        for (int f = 0; f < a.memory.frames(); f++) {
            boolean loaded = ((a.memory.flags(f) | b.memory.flags(f)) & PhysMemory.DIRTY) != 0;
            if (loaded) {
                a.digest().rehash(f);
                b.digest().rehash(f);
                if (a.digest().frame(f) != b.digest().frame(f)) {
                    return "what is loaded at 0x"
                            + Long.toHexString(a.memory.physical(f))
                            + " differs";
                }
            }
        }
        return null;
    }

    private static void cpu(StateWriter w, Vcpu c) {
        w.reset();
        c.save(w);
    }

    private FlipResult fromStart(
            Path out, Recorder.Observer observer, long screening, @Nullable String why) {
        try (SessionWriter w = SessionWriter.create(out)) {
            List<SessionConfig.Image> kept = new ArrayList<>();
            for (SessionConfig.Image i : session.config().images()) {
                SessionConfig.Image copy = w.addImage(i.role(), session.image(i));
                kept.add(new SessionConfig.Image(i.role(), copy.sha256(), copy.bytes(), i.path()));
            }
            SessionConfig.Builder b = other.toBuilder();
            b.images = kept;
            SessionConfig.Image symbols = session.config().symbols();
            if (symbols != null) {
                SessionConfig.Image copy = w.addImage(symbols.role(), session.image(symbols));
                b.symbols =
                        new SessionConfig.Image(
                                symbols.role(), copy.sha256(), copy.bytes(), symbols.path());
            }
            b.parent = null;
            SessionConfig c = b.build();
            VirtualMachine vm =
                    MachineFactory.build(
                            c,
                            i -> Replayer.read(session, i),
                            Drives.ofReplay(session, c),
                            Silent.SINK,
                            engine);
            w.begin(c, MachineFactory.names(vm), null);
            ForkInputs in = forkInputs(vm, inputsAfter(0), w);
            SessionFile f = Recorder.continueFrom(w, c, vm, in, observer, -1, true);
            return new FlipResult(false, 0, screening, why, null, 0, in.delivered(), f);
        }
    }

    private ForkInputs forkInputs(VirtualMachine vm, List<Input> later, SessionWriter w) {
        return new ForkInputs(
                later,
                inputs,
                session.config().console() && !vm.machine().inputsClosed(),
                vm::consoleReady,
                stop,
                other.timeoutSeconds(),
                in -> w.journal().input(in));
    }

    private List<Input> inputsAfter(long facts) {
        List<Input> list = new ArrayList<>();
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.INPUT && c.facts() >= facts) {
                    list.add(c.input());
                }
            }
        }
        return list;
    }

    private FlipResult fork(
            Path out, Screening.Result r, long screening, Recorder.Observer observer) {
        Past past = Past.beforeTrap(session, r.first());
        Snapshot s = past.snapshot();
        String seal = session.file() == null ? "" : session.file().seal();
        try (SessionWriter w = SessionWriter.create(out)) {
            SessionConfig.Builder b = other.toBuilder();
            b.parent =
                    new SessionConfig.Parent(
                            out.toAbsolutePath()
                                    .relativize(session.dir().toAbsolutePath())
                                    .toString(),
                            seal,
                            r.first(),
                            r.facts());
            SessionConfig c = b.build();
            VirtualMachine vm = Replayer.machine(session, c, Silent.SINK, engine);
            FactTotals prefix = session.prefix(r.facts(), MachineFactory.names(vm));
            past.replay(vm, c, session, r.first(), r.facts(), Restore.Pages.ON_TOUCH, stop);
            w.begin(c, MachineFactory.names(vm), prefix);
            ForkInputs in = forkInputs(vm, inputsAfter(r.facts()), w);
            SessionFile f =
                    Recorder.continueFrom(
                            w,
                            c,
                            vm,
                            in,
                            observer,
                            s != null && past.own() ? s.number() : -1,
                            false);
            return new FlipResult(
                    false,
                    r.decisions(),
                    screening,
                    null,
                    r.trap(),
                    s == null ? 0 : s.machineRetired(),
                    in.delivered(),
                    f);
        }
    }
}
