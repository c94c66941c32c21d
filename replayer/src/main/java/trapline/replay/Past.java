package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.event.Outcome;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.VirtualMachine;
import trapline.record.StopRequest;

/**
 * Where to restore from to reach a trap: the nearest snapshot before it, in the session itself or
 * in an ancestor before the place where the session left it.
 *
 * @param snapshots whose snapshot it is; null with {@code snapshot}
 * @param snapshot null when only reset lies before the trap
 * @param owner the session or the ancestor
 * @param own whether it is the session
 */
record Past(
        @Nullable SnapshotReader snapshots,
        @Nullable Snapshot snapshot,
        Session owner,
        boolean own) {
    /**
     * Brings a machine to the trap at which a fork leaves the recorded past, before it is decided.
     * The facts on the way are not compared: the fork's setting brings about the same effects and
     * may say other things of them.
     *
     * @param vm new, under the fork's setting
     * @param config what it was built from
     * @param parent the session whose past it is
     * @param trap id of the first trap that is the fork's own
     * @param facts facts of the past
     * @param pages when the snapshot's come in
     * @throws StopRequest.Stopped when that is wished
     * @throws SessionException when the budget does not reach that far
     */
    void replay(
            VirtualMachine vm,
            SessionConfig config,
            Session parent,
            long trap,
            long facts,
            Restore.Pages pages,
            StopRequest stop) {
        Restore.apply(vm, config, parent, this, pages);
        // The journal's names in an index space of their own: rules may be called otherwise on this
        // side.
        try (Cursor c = parent.cursor(new Dictionary(), Cursor.View.EACH)) {
            Snapshot from = snapshot;
            if (from != null) {
                Replayer.skipTo(c, from.facts());
            }
            vm.machine().setFacts(Silent.SINK);
            PastInputs inputs = new PastInputs(c, facts, parent.config().console());
            vm.machine().setInputs(new Stoppable(inputs, stop), vm::offerConsole);
            vm.el2()
                    .watch(
                            trap,
                            t -> {
                                throw new StopRun("the fork");
                            });
            Outcome early;
            try {
                early = vm.machine().run();
            } catch (StopRun e) {
                vm.el2().watch(-1, t -> {});
                vm.el2().setTraps(trap - 1);
                return;
            }
            if (early != null && early.kind() == Outcome.Kind.BUDGET_SPENT) {
                throw new SessionException(
                        SessionException.BAD_INPUT,
                        "a budget of "
                                + config.budget()
                                + " instructions is spent before the settings part, at trap "
                                + trap);
            }
            throw new IllegalStateException("the run ended before trap " + trap + ": " + early);
        }
    }

    /** The nearest snapshot from which trap {@code id} can be reached. */
    static Past beforeTrap(Session session, long id) {
        long trap = id;
        Session at = session;
        while (true) {
            SnapshotReader r = at.ownSnapshots();
            Snapshot s = r == null ? null : r.nearestBeforeTrap(trap);
            if (s != null) {
                return new Past(r, s, at, at == session);
            }
            SessionConfig.Parent up = at.config().parent();
            Session parent = at.parent();
            if (up == null || parent == null) {
                return new Past(null, null, session, true);
            }
            trap = Math.min(trap, up.trap());
            at = parent;
        }
    }
}
