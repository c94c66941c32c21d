package trapline.replay;

import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.bus.StateReader;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.policy.Personality;
import trapline.record.MachineFactory;

/** Puts a freshly built machine into the state of a snapshot. */
final class Restore {
    private Restore() {}

    /**
     * Restores the snapshot from which a trap of {@code session} is reached, for a machine whose
     * personality may be another than the one that ran when it was taken: the session is a fork, or
     * the machine is about to become one.
     *
     * @param config what {@code vm} was built from
     */
    static void apply(VirtualMachine vm, SessionConfig config, Session session, Past past) {
        SnapshotReader snapshots = past.snapshots();
        Snapshot s = past.snapshot();
        if (snapshots == null || s == null) {
            return;
        }
        if (!past.own() || !config.equals(session.config())) {
            Personality own = MachineFactory.personality(config);
            vm.loadFrom(
                    MachineFactory.personality(past.owner().config()),
                    Screening.decided(own, session, MachineFactory.dictionary(vm), s.nextTrap()));
        }
        apply(vm, snapshots, s);
    }

    /** Replaces all memory and state; the next trap gets the id that it had in the recording. */
    static void apply(VirtualMachine vm, SnapshotReader snapshots, Snapshot s) {
        Machine m = vm.machine();
        PhysMemory memory = m.memory;
        int frames = memory.frames();
        for (int f = 0; f < frames; f++) {
            if ((memory.flags(f) & (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY)) != 0
                    || m.digest().frame(f) != 0) {
                Native.fill(memory.host(f), PhysMemory.FRAME, (byte) 0);
                m.digest().rehash(f);
            }
        }
        snapshots
                .pages(s)
                .forEach(
                        (frame, bytes, at) -> {
                            Native.write(memory.host(frame), bytes, at, PhysMemory.FRAME);
                            m.digest().rehash(frame);
                        });
        for (int f = 0; f < frames; f++) {
            memory.clear(f, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
        }
        m.loadState(new StateReader(snapshots.state(s)));
        vm.el2().setTraps(s.nextTrap() - 1);
    }
}
