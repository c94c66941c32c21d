package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes a session whole again whose recorder was killed, or whose journal is damaged: everything
 * that is intact goes into a new queue, what re-execution restores is appended, and the new queue
 * takes the old one's place in one step. Until {@link #finish} the session is as it was, and a
 * repair that is interrupted can be run again.
 *
 * <pre>
 * try (Rebuild r = Rebuild.open(dir)) {
 *     JournalWriter w = r.begin(names);      // w.totals() tells how far the intact part goes
 *     ...                                    // re-execute to there, append what is known to follow
 *     r.finish(retired, nanos, high, low);
 * }
 * </pre>
 */
public final class Rebuild implements Closeable {
    static final String REBUILT = "queue.rebuild";
    static final String DAMAGED = "queue.damaged";
    private static final String SNAPSHOTS_REBUILT = "snapshots.rebuild";

    private final Path dir;
    private final SessionLock lock;
    private final JournalReader reader;
    private final SessionConfig config;
    private final @Nullable FactTotals inherited;
    private final IntactPrefix intact;
    private @Nullable JournalWriter writer;

    private Rebuild(Path dir, SessionLock lock) {
        this.dir = dir;
        this.lock = lock;
        reader = new JournalReader(dir, dir.resolve(SessionWriter.QUEUE));
        config = SessionFile.parseConfig(dir, reader.configuration());
        inherited = inherited(dir, config);
        intact = new IntactPrefix(reader, inherited).read();
    }

    /**
     * Takes the session's lock and finds what is intact.
     *
     * @throws SessionException when it is busy, not a session, or not even its configuration is
     *     intact
     */
    public static Rebuild open(Path dir) {
        Session.requireOurs(dir);
        SessionLock lock = SessionLock.take(dir);
        try {
            undoInterrupted(dir);
            if (!QueueFile.exists(dir.resolve(SessionWriter.QUEUE))) {
                throw Problems.damaged(dir, "there is nothing to repair: no event was recorded");
            }
            return new Rebuild(dir, lock);
        } catch (RuntimeException e) {
            release(dir, lock);
            throw e;
        } catch (IOException e) {
            release(dir, lock);
            throw Problems.environment(dir, e);
        }
    }

    private static void release(Path dir, SessionLock lock) {
        try {
            lock.close();
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    private static void undoInterrupted(Path dir) throws IOException {
        Path queue = dir.resolve(SessionWriter.QUEUE);
        Path damaged = dir.resolve(DAMAGED);
        if (!Files.isDirectory(queue) && Files.isDirectory(damaged)) {
            Files.move(damaged, queue);
        }
        SessionWriter.deleteTree(dir.resolve(REBUILT));
        SessionWriter.deleteTree(dir.resolve(SNAPSHOTS_REBUILT));
    }

    /** What a fork's journal goes on from; null for a run from the start. */
    static @Nullable FactTotals inherited(Path dir, SessionConfig config) {
        SessionConfig.Parent p = config.parent();
        if (p == null || p.facts() == 0) {
            return null;
        }
        Path where = dir.resolve(p.session()).normalize();
        if (!Files.isDirectory(where)) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    dir + ": its parent session is missing: " + where);
        }
        return Session.open(where).prefix(p.facts(), new Dictionary());
    }

    public SessionConfig config() {
        return config;
    }

    /** Whether the last seal is intact, so that {@link #finishFile} is all that is to do. */
    public boolean sealed() {
        Seal s = intact.seal();
        return s != null && s.last() && intact.damage() == null;
    }

    /**
     * What stopped the reading, in one line, or null when the journal merely ends without a seal.
     */
    public @Nullable String damage() {
        return intact.damage();
    }

    /** Counts and digests of everything that is intact. */
    public FactTotals totals() {
        return intact.totals();
    }

    /** Walks what is intact, this session's own queue alone. */
    public Cursor cursor(Dictionary dictionary, Cursor.View view) {
        return Cursor.bounded(reader, dictionary, view, intact.totals().facts());
    }

    /**
     * Begins the new queue: sealed stretches as they are, the events behind them appended again
     * with their latencies.
     *
     * @param names the texts behind the indices of the traps that will be appended
     * @return the writer, behind the last intact event
     */
    public JournalWriter begin(Names names) {
        Dictionary known = new Dictionary();
        Path target = dir.resolve(REBUILT);
        Seal s = intact.seal();
        FactTotals sealed = intact.sealedTotals();
        JournalWriter w;
        if (s == null || sealed == null) {
            w = new JournalWriter(target, reader.configuration(), known, inherited);
        } else if (s.last()) {
            throw new IllegalStateException("session " + dir + " is sealed");
        } else {
            QueueAppender out = new QueueAppender(target, Format.JOURNAL);
            copy(reader.walk(), out, intact.sealedDocuments());
            w = JournalWriter.after(out, known, sealed, s);
        }
        writer = w;
        try (Cursor c = new Cursor(reader, known, Cursor.View.RUNS, intact.openStretch())) {
            c.limit(intact.totals().facts());
            while (c.next() != Cursor.Event.END) {
                append(c, w);
            }
        }
        w.commit();
        w.rename(names);
        return w;
    }

    private static void append(Cursor c, JournalWriter w) {
        switch (c.event()) {
            case INPUT -> w.input(c.input());
            case SNAPSHOT -> w.snapshot(c.number(), c.retired(), c.virtualNanos());
            case SEAL -> {
                // The stretch that is open has none.
            }
            default -> c.deliver(w);
        }
    }

    private void copy(DocumentWalk from, QueueAppender to, long documents) {
        try (from) {
            for (long i = 0; i < documents && from.next(); i++) {
                to.appendWhole(from.bytes(), from.file().from(), from.file().size());
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    /**
     * Seals the new queue, puts it in the old one's place and writes {@code session.json}.
     *
     * @param stateHigh state digest where the events end; both halves zero when it is not known
     */
    public SessionFile finish(
            long machineRetired, long virtualNanos, long stateHigh, long stateLow) {
        JournalWriter w = writer;
        if (w == null) {
            throw new IllegalStateException("the repair of " + dir + " has not begun");
        }
        Seal seal = w.finish(machineRetired, virtualNanos, stateHigh, stateLow);
        w.close();
        writer = null;
        try {
            intact.close();
            Path queue = dir.resolve(SessionWriter.QUEUE);
            Path damaged = dir.resolve(DAMAGED);
            SessionWriter.deleteTree(damaged);
            Files.move(queue, damaged);
            Files.move(dir.resolve(REBUILT), queue);
            return finishWith(seal);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    /** Writes {@code session.json} for a journal that is sealed. */
    public SessionFile finishFile() {
        Seal s = intact.seal();
        if (!sealed() || s == null) {
            throw new IllegalStateException("session " + dir + " is not sealed");
        }
        try {
            return finishWith(s);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    private SessionFile finishWith(Seal seal) throws IOException {
        repairSnapshots();
        SessionFile f = SessionWriter.writeFile(dir, config, seal);
        SessionWriter.deleteTree(dir.resolve(DAMAGED));
        return f;
    }

    /** Snapshots behind damage are lost: those before it are copied. */
    private void repairSnapshots() throws IOException {
        Path queue = dir.resolve(SessionWriter.SNAPSHOTS);
        if (!Files.isDirectory(queue)) {
            return;
        }
        if (!QueueFile.exists(queue)) {
            // The recorder was killed while it made the queue.
            SessionWriter.deleteTree(queue);
            return;
        }
        long documents = intactSnapshotDocuments(queue);
        if (documents < 0) {
            return;
        }
        Path target = dir.resolve(SNAPSHOTS_REBUILT);
        try (QueueFile from = new QueueFile(queue, Format.SNAPSHOTS);
                QueueAppender to = new QueueAppender(target, Format.SNAPSHOTS)) {
            for (long i = 0; i < documents && from.next() == QueueFile.Found.DOCUMENT; i++) {
                to.appendWhole(from.bytes(), from.from(), from.size());
            }
        }
        SessionWriter.deleteTree(queue);
        Files.move(target, queue);
    }

    /** Documents before the damage, or -1 when there is none. */
    private static long intactSnapshotDocuments(Path queue) throws IOException {
        try (QueueFile f = new QueueFile(queue, Format.SNAPSHOTS)) {
            long n = 0;
            QueueFile.Found found;
            for (found = f.next();
                    found == QueueFile.Found.DOCUMENT && f.sequence() == n;
                    found = f.next()) {
                n++;
            }
            return found == QueueFile.Found.END ? -1 : n;
        }
    }

    @Override
    public void close() {
        try {
            intact.close();
            if (writer != null) {
                writer.close();
                SessionWriter.deleteTree(dir.resolve(REBUILT));
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        } finally {
            release(dir, lock);
        }
    }
}
