package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.bus.StateReader;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.policy.Personality;
import trapline.record.MachineFactory;

/**
 * Puts a freshly built machine into the state of a snapshot.
 *
 * <p>The hash of all memory is in the snapshot, so that pages can wait until they are touched. A
 * verification does not let them wait: it compares that hash with what was restored.
 */
final class Restore {
    /** When the pages come in. */
    enum Pages {
        /** All now. */
        NOW,
        /** Each when it is touched, where the snapshot allows it. */
        ON_TOUCH
    }

    private Restore() {}

    /**
     * Restores the snapshot from which a trap of {@code session} is reached, for a machine whose
     * personality may be another than the one that ran when it was taken: the session is a fork, or
     * the machine is about to become one.
     *
     * @param config what {@code vm} was built from
     */
    static void apply(
            VirtualMachine vm, SessionConfig config, Session session, Past past, Pages when) {
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
        apply(vm, snapshots, s, when);
    }

    /**
     * Replaces all memory and state; the next trap gets the id that it had in the recording.
     *
     * @return what brings in pages later, or null when all of them are there
     */
    static @Nullable PagesOnTouch apply(
            VirtualMachine vm, SnapshotReader snapshots, Snapshot s, Pages when) {
        Machine m = vm.machine();
        SnapshotReader.Pages pages = snapshots.pages(s);
        Snapshot.MemoryHash hash = when == Pages.ON_TOUCH ? s.memory() : null;
        PagesOnTouch later = null;
        if (hash == null) {
            now(m, pages);
            checkMemory(m, snapshots, s);
        } else {
            later = onTouch(m, pages, hash);
        }
        for (int f = 0; f < m.memory.frames(); f++) {
            m.memory.clear(f, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
        }
        m.loadState(new StateReader(snapshots.state(s)));
        vm.el2().setTraps(s.nextTrap() - 1);
        return later;
    }

    private static void now(Machine m, SnapshotReader.Pages pages) {
        PhysMemory memory = m.memory;
        for (int f = 0; f < memory.frames(); f++) {
            if (pages.zero(f) || loaded(m, f)) {
                clear(memory, pages, f);
                m.digest().rehash(f);
            }
        }
        pages.forEach(
                (frame, bytes, at) -> {
                    Native.write(memory.host(frame), bytes, at, PhysMemory.FRAME);
                    m.digest().rehash(frame);
                });
    }

    /** The pages that are there must be the memory that was hashed when they were written. */
    private static void checkMemory(Machine m, SnapshotReader snapshots, Snapshot s) {
        Snapshot.MemoryHash hash = s.memory();
        if (hash != null
                && (hash.high() != m.digest().memoryHigh()
                        || hash.low() != m.digest().memoryLow())) {
            throw new SessionException(
                    SessionException.DAMAGED,
                    snapshots.session()
                            + ": snapshot "
                            + s.number()
                            + " does not hold the memory that was recorded");
        }
    }

    private static PagesOnTouch onTouch(
            Machine m, SnapshotReader.Pages pages, Snapshot.MemoryHash hash) {
        PhysMemory memory = m.memory;
        PagesOnTouch supply = new PagesOnTouch(pages, memory, m.digest());
        memory.setSupply(supply);
        for (int f = 0; f < memory.frames(); f++) {
            if (pages.holds(f)) {
                memory.set(f, PhysMemory.ABSENT);
            } else if (pages.zero(f) || loaded(m, f)) {
                clear(memory, pages, f);
            }
        }
        m.digest().start(hash.high(), hash.low());
        for (int f = 0; f < memory.frames(); f++) {
            if ((memory.flags(f) & PhysMemory.ABSENT) != 0) {
                if (memory.isPinned(f)) {
                    memory.host(f);
                }
            } else if (memory.blank(f) != 0 && pages.zero(f)) {
                m.digest().adopt(f);
            }
        }
        return supply;
    }

    /** A frame without a page is zero, or as it was before anything was stored to it. */
    private static void clear(PhysMemory memory, SnapshotReader.Pages pages, int frame) {
        byte value = pages.zero(frame) ? 0 : memory.blank(frame);
        Native.fill(memory.host(frame), PhysMemory.FRAME, value);
    }

    /** Whether building the machine put something there. */
    private static boolean loaded(Machine m, int frame) {
        return (m.memory.flags(frame) & (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY)) != 0
                || m.digest().frame(frame) != 0;
    }
}
