package trapline.record;

import java.nio.file.Path;
import java.util.List;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.machine.DriveImage;

/** The block devices of a configuration, for a recording or a replay. */
public final class Drives {
    private Drives() {}

    /** As {@link #ofReplay}, for a session that cannot be opened. */
    public static List<DriveImage> ofRepair(Path dir, SessionConfig config) {
        return List.of();
    }

    /** Drives of a replay: the blocks that the guest read were kept in the session. */
    public static List<DriveImage> ofReplay(Session session, SessionConfig config) {
        return List.of();
    }
}
