package trapline.record;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.bus.StateWriter;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.JournalWriter;
import trapline.journal.Libraries;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.journal.SessionWriter;
import trapline.journal.Snapshot;
import trapline.machine.DriveImage;
import trapline.machine.InputSource;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;

/**
 * Runs a machine and journals it: facts go to the journal as they happen, inputs before the guest
 * sees them, a seal at every state digest, a snapshot at every interval.
 */
public final class Recorder {
    /** Every so many snapshots a full one, so that a chain is bounded. */
    private static final int FULL_EVERY = 16;

    private final SessionWriter session;
    private final SessionConfig config;
    private final VirtualMachine vm;
    private final JournalWriter journal;
    private final byte[] page = new byte[PhysMemory.FRAME];
    private final StateWriter state = new StateWriter();
    private long nextSnapshot;
    private long lastSnapshot = -1;
    private long parentSnapshot = -1;
    private int sinceFull;

    /** What a person sees or does while a recording runs. */
    public interface Observer {
        /** Nobody watches. */
        Observer NONE = new Observer() {};

        /** One byte of guest output on a console port. */
        default void console(int port, int value) {}

        /** One line of the hypervisor's log. */
        default void log(String line) {}

        /** Called now and then. */
        default void progress(long retired, long virtualNanos, long traps) {}
    }

    private Recorder(
            SessionWriter session, SessionConfig config, VirtualMachine vm, JournalWriter journal) {
        this.session = session;
        this.config = config;
        this.vm = vm;
        this.journal = journal;
        this.nextSnapshot = config.snapshotInterval();
    }

    /** Loads what a recording needs on a thread of its own, while images are read and kept. */
    public static void prepare() {
        Thread.ofPlatform().daemon().name("prepare").start(Libraries::load);
    }

    /**
     * Records a run from reset to its end and seals the session.
     *
     * @param session created, with its images added
     * @param images reads the images named in {@code config}
     * @param inputs live inputs, which journal through {@link LiveInputs#attach}; null for none
     */
    public static SessionFile record(
            SessionWriter session,
            SessionConfig config,
            MachineFactory.ImageSource images,
            List<DriveImage> drives,
            VirtualMachine.@Nullable EngineFactory engine,
            @Nullable LiveInputs inputs,
            Observer observer) {
        VirtualMachine vm = MachineFactory.build(config, images, drives, NO_FACTS, engine);
        JournalWriter journal = session.begin(config, MachineFactory.names(vm), null);
        Drives.keep(vm, session, true);
        Recorder r = new Recorder(session, config, vm, journal);
        if (inputs != null) {
            inputs.attach(journal, vm);
        }
        r.attach(inputs == null ? InputSource.NONE : inputs, observer);
        r.bootLog();
        return r.run();
    }

    /**
     * Goes on recording from a machine's present state into a session that has begun.
     *
     * @param parentSnapshot number of the parent session's snapshot that the machine was restored
     *     from, or -1
     * @param fromReset the machine stands at reset, so that the hypervisor's boot log comes first
     */
    public static SessionFile continueFrom(
            SessionWriter session,
            SessionConfig config,
            VirtualMachine vm,
            InputSource inputs,
            Observer observer,
            long parentSnapshot,
            boolean fromReset) {
        Recorder r = new Recorder(session, config, vm, session.journal());
        Drives.keep(vm, session, config.parent() == null);
        r.parentSnapshot = parentSnapshot;
        r.nextSnapshot =
                (vm.machine().machineRetired() / config.snapshotInterval() + 1)
                        * config.snapshotInterval();
        r.attach(inputs, observer);
        if (fromReset) {
            r.bootLog();
        }
        return r.run();
    }

    private void bootLog() {
        for (String line : vm.config().personality().bootLog()) {
            vm.machine().facts().log(0, 0, line);
        }
    }

    private static final FactSink NO_FACTS =
            new FactSink() {
                @Override
                public void trap(Trap t) {}

                @Override
                public void interrupt(
                        int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {}

                @Override
                public void console(int port, int value, long machineRetired, long virtualNanos) {}

                @Override
                public void log(long machineRetired, long virtualNanos, String line) {}

                @Override
                public void digest(long machineRetired, long virtualNanos, long high, long low) {}

                @Override
                public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {}
            };

    private void attach(InputSource inputs, Observer observer) {
        Machine m = vm.machine();
        m.setFacts(observer == Observer.NONE ? journal : new Watched(journal, observer));
        vm.el2().setClock(System::nanoTime);
        m.setInputs(new Housekeeping(inputs, journal, vm, observer), vm::offerConsole);
        m.setCheckpoint(this::checkpoint);
    }

    private SessionFile run() {
        Machine m = vm.machine();
        Outcome o = m.run();
        if (o == null) {
            throw new IllegalStateException("the run stopped without an outcome");
        }
        Drives.finish(vm, session);
        return session.finish(m.machineRetired(), m.nanos(), m.digest().high, m.digest().low);
    }

    /** After a state digest: seal the stretch, and take a snapshot when its time has come. */
    private void checkpoint(Machine m) {
        journal.seal(m.machineRetired(), m.nanos(), m.digest().high, m.digest().low);
        if (m.machineRetired() >= nextSnapshot) {
            snapshot(m);
            nextSnapshot = m.machineRetired() + config.snapshotInterval();
        }
    }

    private void snapshot(Machine m) {
        boolean upon = lastSnapshot < 0 && parentSnapshot >= 0;
        boolean full = !upon && (lastSnapshot < 0 || ++sinceFull >= FULL_EVERY);
        if (full) {
            sinceFull = 0;
        }
        m.saveState(state);
        session.beginSnapshot(
                full
                        ? Snapshot.Kind.FULL
                        : upon ? Snapshot.Kind.UPON_PARENT : Snapshot.Kind.UPON_OWN,
                upon ? parentSnapshot : lastSnapshot,
                m.machineRetired(),
                m.nanos(),
                new Snapshot.MemoryHash(m.digest().memoryHigh(), m.digest().memoryLow()),
                state.array(),
                state.length());
        PhysMemory memory = m.memory;
        for (int f = 0; f < memory.frames(); f++) {
            boolean dirty = (memory.flags(f) & PhysMemory.SNAPSHOT_DIRTY) != 0;
            boolean absent = (memory.flags(f) & PhysMemory.ABSENT) != 0;
            if (dirty || (full && (absent || m.digest().frame(f) != 0))) {
                Native.read(memory.host(f), page, 0, PhysMemory.FRAME);
                session.snapshots().page(f, page, 0);
                memory.clear(f, PhysMemory.SNAPSHOT_DIRTY);
            }
        }
        lastSnapshot = session.endSnapshot().number();
    }

    /** Facts go to the journal first, then to whoever watches. */
    private static final class Watched implements FactSink {
        private final JournalWriter journal;
        private final Observer observer;

        Watched(JournalWriter journal, Observer observer) {
            this.journal = journal;
            this.observer = observer;
        }

        @Override
        public void trap(Trap t) {
            journal.trap(t);
        }

        @Override
        public void interrupt(
                int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
            journal.interrupt(vcpu, retired, virtualNanos, pc, kind, intid);
        }

        @Override
        public void console(int port, int value, long machineRetired, long virtualNanos) {
            journal.console(port, value, machineRetired, virtualNanos);
            observer.console(port, value);
        }

        @Override
        public void log(long machineRetired, long virtualNanos, String line) {
            journal.log(machineRetired, virtualNanos, line);
            observer.log(line);
        }

        @Override
        public void digest(long machineRetired, long virtualNanos, long high, long low) {
            journal.digest(machineRetired, virtualNanos, high, low);
        }

        @Override
        public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
            journal.outcome(machineRetired, virtualNanos, outcome);
        }
    }
}
