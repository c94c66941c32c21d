package trapline.replay;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionException;
import trapline.journal.Snapshot;
import trapline.machine.VirtualMachine;

/** The machine of a session as it was when a trap arrived at EL2, before anything was decided. */
public final class StateAt {
    private final VirtualMachine vm;
    private final Trap trap;
    private final List<Trap> last;

    private StateAt(VirtualMachine vm, Trap trap, List<Trap> last) {
        this.vm = vm;
        this.trap = trap;
        this.last = last;
    }

    /** The machine; its vCPU stands at the trapping instruction. */
    public VirtualMachine vm() {
        return vm;
    }

    /** The trap's inputs: what EL2 is about to decide on. */
    public Trap trap() {
        return trap;
    }

    /** The traps before it that were executed on the way, oldest first. */
    public List<Trap> last() {
        return last;
    }

    /**
     * Restores the nearest snapshot and runs to the trap.
     *
     * @param id trap to stop at, from 1
     * @param keep how many of the traps before to keep
     * @throws SessionException with exit code 2 when the session has no such trap
     */
    public static StateAt of(
            Session session, long id, int keep, VirtualMachine.@Nullable EngineFactory engine) {
        VirtualMachine vm = Replayer.machine(session, session.config(), Silent.SINK, engine);
        Past past = Past.beforeTrap(session, id);
        Snapshot from = past.snapshot();
        Restore.apply(vm, session.config(), session, past, Restore.Pages.ON_TOUCH);
        Last last = new Last(keep);
        Trap[] found = new Trap[1];
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.EACH)) {
            if (from != null) {
                Replayer.skipTo(c, from.facts());
            }
            vm.machine().setFacts(last);
            vm.machine()
                    .setInputs(
                            new PastInputs(c, Long.MAX_VALUE, session.config().console()),
                            vm::offerConsole);
            vm.el2()
                    .watch(
                            id,
                            t -> {
                                Trap copy = new Trap();
                                copy.copyFrom(t);
                                found[0] = copy;
                                throw new StopRun("trap " + id);
                            });
            vm.machine().run();
        } catch (StopRun e) {
            vm.el2().watch(-1, t -> {});
        }
        Trap t = found[0];
        if (t == null) {
            throw new SessionException(
                    SessionException.BAD_INPUT,
                    session.dir() + ": no trap " + id + ": it has " + vm.el2().traps());
        }
        return new StateAt(vm, t, new ArrayList<>(last.traps));
    }

    /** Keeps the last traps. */
    private static final class Last implements FactSink {
        private final int keep;
        private final ArrayDeque<Trap> traps = new ArrayDeque<>();

        Last(int keep) {
            this.keep = keep;
        }

        @Override
        public void trap(Trap t) {
            if (keep == 0) {
                return;
            }
            Trap copy = traps.size() == keep ? traps.remove() : new Trap();
            copy.copyFrom(t);
            traps.add(copy);
        }

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
    }
}
