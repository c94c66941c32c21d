package trapline.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** Sessions for tests: synthetic runs with seals, snapshots and an image. */
final class Sessions {
    static final int PAGES = 64;

    private Sessions() {}

    static SessionConfig config(SessionWriter w) throws IOException {
        SessionConfig.Builder b = SessionConfig.builder();
        b.guest = "synthetic";
        b.images =
                java.util.List.of(
                        w.addImage(
                                "kernel",
                                "/somewhere/Image",
                                new ByteArrayInputStream(new byte[] {1, 2, 3})));
        return b.build();
    }

    /**
     * Records {@code steps} of the run with this seed and finishes; a seal every 40 steps, a
     * snapshot every 60.
     */
    static SessionFile record(Path dir, long seed, int steps) throws IOException {
        try (SessionWriter w = SessionWriter.create(dir)) {
            JournalWriter j = w.begin(config(w), SyntheticRun.NAMES, null);
            SyntheticRun run = new SyntheticRun(seed, j);
            steps(w, run, steps);
            run.finish();
            return w.finish(run.machine(), run.virtual(), 0x1234, 0x5678);
        }
    }

    static void steps(SessionWriter w, SyntheticRun run, int steps) {
        for (int i = 1; i <= steps; i++) {
            run.step();
            if (i % 40 == 0) {
                w.journal().digest(run.machine(), run.virtual(), i, ~i);
            }
            if (i % 60 == 0) {
                snapshot(w, run, i);
            }
        }
    }

    /** A memory image that is a function of {@code version}, written whole every fourth time. */
    static void snapshot(SessionWriter w, SyntheticRun run, int version) {
        long n = w.snapshots().number();
        Snapshot.Kind kind = n % 4 == 0 ? Snapshot.Kind.FULL : Snapshot.Kind.UPON_OWN;
        byte[] state = ("state " + version).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        w.beginSnapshot(kind, n - 1, run.machine(), run.virtual(), null, state, state.length);
        byte[] page = new byte[SnapshotWriter.PAGE];
        new SplittableRandom(version).nextBytes(page);
        for (int f = 0; f < PAGES; f++) {
            if (kind == Snapshot.Kind.FULL || f % 7 == version % 7) {
                w.snapshots().page(f, page, 0);
            }
        }
        w.endSnapshot();
    }

    /** Same steps as {@link #record}, for comparison. */
    static Transcript transcript(long seed, int steps) {
        Transcript t = new Transcript(SyntheticRun.NAMES);
        SyntheticRun run = new SyntheticRun(seed, t);
        for (int i = 1; i <= steps; i++) {
            run.step();
            if (i % 40 == 0) {
                t.digest(run.machine(), run.virtual(), i, ~i);
            }
        }
        run.finish();
        return t;
    }

    static Transcript read(Session s) {
        Dictionary d = new Dictionary();
        try (Cursor c = s.cursor(d, Cursor.View.EACH)) {
            return new Transcript(d).read(c);
        }
    }
}
