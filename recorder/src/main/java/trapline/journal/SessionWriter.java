package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A session being recorded: {@link #create}, images, {@link #begin}, events and snapshots, {@link
 * #finish}. Closed without being finished it stays as it is on disk, unsealed; closed without being
 * begun it leaves nothing behind.
 */
public final class SessionWriter implements Closeable {
    static final String QUEUE = "queue";
    static final String SNAPSHOTS = "snapshots";
    static final String IMAGES = "images";
    static final String DRIVE = "drive";

    private final Path dir;
    private final SessionLock lock;
    private @Nullable SessionConfig config;
    private @Nullable JournalWriter journal;
    private @Nullable SnapshotWriter snapshots;
    private boolean closed;

    private SessionWriter(Path dir, SessionLock lock) {
        this.dir = dir;
        this.lock = lock;
    }

    /**
     * Creates the session's directory and takes its lock.
     *
     * @throws SessionException when it exists, cannot be made, or is busy
     */
    public static SessionWriter create(Path dir) {
        try {
            Path parent = dir.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(dir);
        } catch (FileAlreadyExistsException e) {
            if (!Files.exists(dir, LinkOption.NOFOLLOW_LINKS)
                    || dir.toString().equals(e.getFile())) {
                throw new SessionException(
                        SessionException.ENVIRONMENT,
                        dir + ": already exists; nothing was overwritten");
            }
            throw Problems.environment(Path.of(e.getFile()), e);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
        return new SessionWriter(dir, SessionLock.take(dir));
    }

    public Path dir() {
        return dir;
    }

    /**
     * Where a drive keeps the blocks that the guest read and its overlay; created on the first
     * call.
     */
    public Path drive() {
        try {
            return Files.createDirectories(dir.resolve(DRIVE));
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    /**
     * Keeps a file that the run depends on.
     *
     * @param role see {@link SessionConfig.Image}
     * @param source what to copy
     */
    public SessionConfig.Image addImage(String role, Path source) {
        try (InputStream in = Files.newInputStream(source)) {
            return addImage(role, source.toString(), in);
        } catch (IOException e) {
            throw Problems.environment(source, e);
        }
    }

    /** Keeps what {@code in} yields, as read from {@code path}. */
    public SessionConfig.Image addImage(String role, String path, InputStream in)
            throws IOException {
        Path images = Files.createDirectories(dir.resolve(IMAGES));
        Path temporary = images.resolve("new");
        MessageDigest sha = Hashes.sha256();
        long bytes;
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(temporary), sha)) {
            bytes = in.transferTo(out);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
        String digest = Hashes.hex(sha.digest());
        Files.move(temporary, images.resolve(digest), StandardCopyOption.ATOMIC_MOVE);
        return new SessionConfig.Image(role, digest, bytes, path);
    }

    /** Describes a file without keeping it: a replay will look for it where it was. */
    public static SessionConfig.Image referenceImage(String role, Path source) {
        MessageDigest sha = Hashes.sha256();
        try (InputStream in = Files.newInputStream(source)) {
            long bytes =
                    in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), sha));
            return new SessionConfig.Image(
                    role, Hashes.hex(sha.digest()), bytes, source.toAbsolutePath().toString());
        } catch (IOException e) {
            throw Problems.environment(source, e);
        }
    }

    /**
     * Begins the journal.
     *
     * @param names texts of rules, devices and flags
     * @param prefix what a fork inherits, see {@link Session#prefix}, or null for a run from the
     *     start
     */
    public JournalWriter begin(
            SessionConfig configuration, Names names, @Nullable FactTotals prefix) {
        if (journal != null) {
            throw new IllegalStateException("session " + dir + " has begun");
        }
        config = configuration;
        JournalWriter j =
                new JournalWriter(
                        dir.resolve(QUEUE), SessionFile.render(configuration), names, prefix);
        journal = j;
        return j;
    }

    /** The journal; {@link #begin} was called. */
    public JournalWriter journal() {
        if (journal == null) {
            throw new IllegalStateException("session " + dir + " has not begun");
        }
        return journal;
    }

    /** Where snapshots go; their queue is made on the first call. */
    public SnapshotWriter snapshots() {
        SnapshotWriter s = snapshots;
        if (s == null) {
            s = new SnapshotWriter(dir.resolve(SNAPSHOTS));
            snapshots = s;
        }
        return s;
    }

    /**
     * Begins a snapshot of the machine as it is after everything that was journaled, which is
     * committed first: a snapshot never knows more than the journal.
     *
     * @param base number of the snapshot that it adds to; ignored for a full one
     * @param memory hash of all memory, or null
     * @param length how many bytes of {@code state} count
     */
    public Snapshot beginSnapshot(
            Snapshot.Kind kind,
            long base,
            long machineRetired,
            long virtualNanos,
            Snapshot.@Nullable MemoryHash memory,
            byte[] state,
            int length) {
        JournalWriter j = journal();
        j.commit();
        return snapshots()
                .begin(
                        kind,
                        base,
                        machineRetired,
                        virtualNanos,
                        j.nextTrap(),
                        j.totals().facts(),
                        memory,
                        state,
                        length);
    }

    /** Ends the snapshot and notes it in the journal. */
    public Snapshot endSnapshot() {
        Snapshot s = snapshots().end();
        journal().snapshot(s.number(), s.machineRetired(), s.virtualNanos());
        return s;
    }

    /**
     * Seals the session as finished and writes {@code session.json}.
     *
     * @param stateHigh state digest at the end; both halves zero when there is none
     */
    public SessionFile finish(
            long machineRetired, long virtualNanos, long stateHigh, long stateLow) {
        Seal seal = journal().finish(machineRetired, virtualNanos, stateHigh, stateLow);
        closeQueues();
        SessionFile f = writeFile(dir, config(), seal);
        close();
        return f;
    }

    private SessionConfig config() {
        if (config == null) {
            throw new IllegalStateException("session " + dir + " has not begun");
        }
        return config;
    }

    static SessionFile writeFile(Path dir, SessionConfig config, Seal seal) {
        try {
            SessionFile f = SessionFile.of(dir, config, seal);
            f.write(dir);
            return f;
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    private void closeQueues() {
        SnapshotWriter s = snapshots;
        snapshots = null;
        try {
            if (s != null) {
                s.close();
            }
        } finally {
            if (journal != null) {
                journal.close();
            }
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            closeQueues();
            if (journal == null) {
                deleteTree(dir);
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    /** Deletes a directory that is ours, with everything in it. */
    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path p : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(p);
            }
        }
    }
}
