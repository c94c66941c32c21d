package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.Snapshot;
import trapline.machine.VirtualMachine;

/**
 * The machine of a session as it was at the end; of one whose recorder was killed, at its last
 * trap.
 */
public final class EndState {
    private EndState() {}

    /** Restores the last snapshot and runs from there. */
    public static VirtualMachine of(
            Session session, VirtualMachine.@Nullable EngineFactory engine) {
        if (!session.sealed()) {
            return StateAt.of(session, lastTrap(session), 0, engine).vm();
        }
        VirtualMachine vm = Replayer.machine(session, session.config(), Silent.SINK, engine);
        Past past = Past.beforeTrap(session, Long.MAX_VALUE);
        Snapshot from = past.snapshot();
        Restore.apply(vm, session.config(), session, past, Restore.Pages.ON_TOUCH);
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.EACH)) {
            if (from != null) {
                Replayer.skipTo(c, from.facts());
            }
            vm.machine()
                    .setInputs(
                            new PastInputs(c, Long.MAX_VALUE, session.config().console()),
                            vm::offerConsole);
            vm.machine().run();
        }
        return vm;
    }

    private static long lastTrap(Session session) {
        long last = 0;
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.TRAP) {
                    last = c.trap().id;
                } else if (e == Cursor.Event.RUN) {
                    last += c.count();
                }
            }
        }
        return last;
    }
}
