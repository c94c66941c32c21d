package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;

/**
 * Where to restore from to reach a trap: the nearest snapshot before it, in the session itself or
 * in an ancestor before the place where the session left it.
 *
 * @param snapshots whose snapshot it is; null with {@code snapshot}
 * @param snapshot null when only reset lies before the trap
 * @param own the snapshot is the session's, not an ancestor's
 */
record Past(@Nullable SnapshotReader snapshots, @Nullable Snapshot snapshot, boolean own) {
    /** The nearest snapshot from which trap {@code id} can be reached. */
    static Past beforeTrap(Session session, long id) {
        long trap = id;
        Session at = session;
        while (true) {
            SnapshotReader r = at.ownSnapshots();
            Snapshot s = r == null ? null : r.nearestBeforeTrap(trap);
            if (s != null) {
                return new Past(r, s, at == session);
            }
            SessionConfig.Parent up = at.config().parent();
            Session parent = at.parent();
            if (up == null || parent == null) {
                return new Past(null, null, true);
            }
            trap = Math.min(trap, up.trap());
            at = parent;
        }
    }
}
