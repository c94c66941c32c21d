package trapline.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session opened for reading: finished, being recorded, or left by a recorder that was killed.
 * Nothing in it is changed.
 */
public final class Session {
    private static final int ANCESTORS_MAX = 64;

    private final Path dir;
    private final SessionConfig config;
    private final @Nullable SessionFile file;
    private final JournalReader journal;
    private final @Nullable Session parent;

    private Session(
            Path dir,
            SessionConfig config,
            @Nullable SessionFile file,
            JournalReader journal,
            @Nullable Session parent) {
        this.dir = dir;
        this.config = config;
        this.file = file;
        this.journal = journal;
        this.parent = parent;
    }

    /**
     * Opens a session and its ancestors.
     *
     * @throws SessionException in one line: missing, foreign, of another version, damaged, or
     *     without its parent
     */
    public static Session open(Path dir) {
        return open(dir, 0);
    }

    private static Session open(Path dir, int depth) {
        requireOurs(dir);
        SessionFile file = SessionFile.read(dir);
        if (!QueueFile.exists(dir.resolve(SessionWriter.QUEUE))) {
            throw noQueue(dir, file);
        }
        JournalReader journal = new JournalReader(dir, dir.resolve(SessionWriter.QUEUE));
        SessionConfig config =
                file != null
                        ? file.config()
                        : SessionFile.parseConfig(dir, journal.configuration());
        SessionConfig.Parent p = config.parent();
        if (p != null) {
            journal = new JournalReader(dir, dir.resolve(SessionWriter.QUEUE), p.facts());
        }
        if (p == null) {
            return new Session(dir, config, file, journal, null);
        }
        if (depth == ANCESTORS_MAX) {
            throw Problems.damaged(dir, "its chain of parents does not end");
        }
        return new Session(dir, config, file, journal, openParent(dir, p, depth));
    }

    private static Session openParent(Path dir, SessionConfig.Parent p, int depth) {
        Path where = dir.resolve(p.session()).normalize();
        if (!Files.isDirectory(where)) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    dir + ": its parent session is missing: " + where);
        }
        Session parent = open(where, depth + 1);
        String seal = parent.file == null ? "" : parent.file.seal();
        if (!seal.equals(p.seal())) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    dir + ": " + where + " is not the parent session that it left");
        }
        return parent;
    }

    static void requireOurs(Path dir) {
        if (!Files.exists(dir)) {
            throw new SessionException(SessionException.ENVIRONMENT, dir + ": no such session");
        }
        if (!Files.isDirectory(dir)) {
            throw Problems.notOurs(dir, "not a Trapline session: not a directory");
        }
        if (!Files.isReadable(dir)) {
            throw new SessionException(SessionException.ENVIRONMENT, dir + ": permission denied");
        }
        try (Stream<Path> files = Files.list(dir)) {
            if (files.findAny().isEmpty()) {
                throw Problems.notOurs(dir, "not a Trapline session: the directory is empty");
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    private static SessionException noQueue(Path dir, @Nullable SessionFile file) {
        if (Files.isDirectory(dir.resolve(Rebuild.REBUILT))
                || Files.isDirectory(dir.resolve(Rebuild.DAMAGED))) {
            return Problems.damaged(
                    dir, "a repair was interrupted; run it again: trapline check --repair " + dir);
        }
        if (file != null) {
            return Problems.damaged(
                    dir, "the queue is missing: " + SessionWriter.QUEUE + "/" + QueueFile.NAME);
        }
        if (!Files.exists(dir.resolve(SessionLock.NAME))) {
            return Problems.notOurs(dir, "not a Trapline session");
        }
        if (SessionLock.held(dir)) {
            return Problems.damaged(dir, "nothing is recorded yet: the recorder is starting");
        }
        return Problems.damaged(
                dir, "nothing was recorded: the recorder was killed while it started");
    }

    public Path dir() {
        return dir;
    }

    public SessionConfig config() {
        return config;
    }

    /** What {@code session.json} says; null when the session is not finished. */
    public @Nullable SessionFile file() {
        return file;
    }

    /** Whether the session is finished and sealed. */
    public boolean sealed() {
        return file != null;
    }

    /** Whether a process is recording or repairing it now. */
    public boolean busy() {
        return SessionLock.held(dir);
    }

    /** The session that this one left, or null. */
    public @Nullable Session parent() {
        return parent;
    }

    /** This session's own queue, without what a fork inherits. */
    public JournalReader journal() {
        return journal;
    }

    /** Walks all events, a fork's inherited prefix first. */
    public Cursor cursor(Dictionary dictionary, Cursor.View view) {
        List<Cursor.Part> parts = new ArrayList<>();
        addParts(parts, Long.MAX_VALUE);
        return new Cursor(parts, dictionary, view);
    }

    /**
     * Walks the events from the one on that has {@code facts} facts and inputs before it, such as
     * the first after a snapshot, reading no more than the stretch that holds it.
     */
    public Cursor cursor(Dictionary dictionary, Cursor.View view, long facts) {
        List<Cursor.Part> parts = new ArrayList<>();
        addParts(parts, Long.MAX_VALUE);
        int part = 0;
        while (parts.get(part).factsEnd() <= facts) {
            part++;
        }
        Cursor c = new Cursor(parts, dictionary, view);
        c.skip(part, parts.get(part).reader().stretchBefore(facts), facts);
        return c;
    }

    private void addParts(List<Cursor.Part> parts, long factsEnd) {
        SessionConfig.Parent p = config.parent();
        if (p != null && parent != null) {
            // A grandparent's prefix may be cut before the parent left it.
            parent.addParts(parts, Math.min(factsEnd, p.facts()));
        }
        if (p == null || p.facts() < factsEnd) {
            parts.add(new Cursor.Part(journal, factsEnd));
        }
    }

    /**
     * Counts and digests of the first {@code facts} facts and inputs: what a fork there inherits.
     */
    public FactTotals prefix(long facts, Names names) {
        Dictionary dictionary = new Dictionary();
        FactTotals totals = new FactTotals(dictionary);
        List<Cursor.Part> parts = new ArrayList<>();
        addParts(parts, facts);
        try (Cursor c = new Cursor(parts, dictionary, Cursor.View.RUNS)) {
            while (c.next() != Cursor.Event.END) {
                c.deliver(totals);
            }
        }
        if (totals.facts() != facts) {
            throw new IllegalArgumentException(
                    "facts of " + dir + ": expected=" + facts + " actual=" + totals.facts());
        }
        return totals.copy(names);
    }

    /**
     * The snapshots: this session's own and, of its ancestors, those of the past that it shares;
     * null when there is none at all.
     */
    public @Nullable SnapshotReader snapshots() {
        SessionConfig.Parent p = config.parent();
        SnapshotReader up = parent == null || p == null ? null : parent.snapshots();
        SnapshotReader inherited = up == null || p == null ? null : up.cutAt(p.facts());
        Path queue = dir.resolve(SessionWriter.SNAPSHOTS);
        return QueueFile.exists(queue) ? new SnapshotReader(dir, queue, inherited) : inherited;
    }

    /**
     * The snapshots of this session alone, its ancestors' reachable behind them; null when it has
     * none.
     */
    public @Nullable SnapshotReader ownSnapshots() {
        return QueueFile.exists(dir.resolve(SessionWriter.SNAPSHOTS)) ? snapshots() : null;
    }

    /**
     * A file that the run depends on, checked against its digest: kept in the session or an
     * ancestor, or where it was.
     *
     * @throws SessionException when it is missing or was changed, by name
     */
    public Path image(SessionConfig.Image image) {
        for (Session s = this; s != null; s = s.parent) {
            Path kept = s.dir.resolve(SessionWriter.IMAGES).resolve(image.sha256());
            if (Files.exists(kept)) {
                return requireDigest(
                        kept,
                        image,
                        "the kept " + image.role() + " (" + image.path() + ") was changed");
            }
        }
        Path original = Path.of(image.path());
        if (!Files.exists(original)) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    dir
                            + ": the "
                            + image.role()
                            + " is neither kept nor where it was: "
                            + original);
        }
        return requireDigest(
                original, image, "the " + image.role() + " was changed since: " + original);
    }

    private Path requireDigest(Path file, SessionConfig.Image image, String otherwise) {
        SessionConfig.Image now = SessionWriter.referenceImage(image.role(), file);
        if (!now.sha256().equals(image.sha256())) {
            throw Problems.damaged(dir, otherwise);
        }
        return file;
    }

    /** Bytes of disk that the queue of events really uses. */
    public long journalBytes() {
        return DiskUse.of(dir.resolve(SessionWriter.QUEUE));
    }

    public long snapshotBytes() {
        return DiskUse.of(dir.resolve(SessionWriter.SNAPSHOTS));
    }

    /** Images and drive blocks. */
    public long imageBytes() {
        return DiskUse.of(dir.resolve(SessionWriter.IMAGES))
                + DiskUse.of(dir.resolve(SessionWriter.DRIVE));
    }
}
