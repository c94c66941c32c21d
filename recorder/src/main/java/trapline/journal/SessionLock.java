package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** At most one process records or repairs a session; the operating system lets go when it dies. */
final class SessionLock implements Closeable {
    static final String NAME = "lock";

    /**
     * Closing any descriptor of a file drops the process's POSIX locks on it, so our own are asked
     * for here first.
     */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path held;
    private final FileChannel file;
    private final FileLock lock;

    private SessionLock(Path held, FileChannel file, FileLock lock) {
        this.held = held;
        this.file = file;
        this.lock = lock;
    }

    /**
     * Takes the lock.
     *
     * @throws SessionException when another process, or this one, has it
     */
    static SessionLock take(Path dir) {
        Path key = dir.toAbsolutePath().normalize();
        if (!OURS.add(key)) {
            throw busy(dir);
        }
        boolean taken = false;
        try {
            FileChannel c =
                    FileChannel.open(
                            dir.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock l = tryLock(c, false);
            if (l == null) {
                c.close();
                throw busy(dir);
            }
            taken = true;
            return new SessionLock(key, c, l);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        } finally {
            if (!taken) {
                OURS.remove(key);
            }
        }
    }

    private static SessionException busy(Path dir) {
        return new SessionException(
                SessionException.ENVIRONMENT, dir + ": busy: it is being recorded or repaired");
    }

    /** Whether somebody holds the lock now. */
    static boolean held(Path dir) {
        Path file = dir.resolve(NAME);
        if (OURS.contains(dir.toAbsolutePath().normalize())) {
            return true;
        }
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel c = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock l = tryLock(c, true);
            if (l == null) {
                return true;
            }
            l.release();
            return false;
        } catch (IOException e) {
            throw Problems.environment(file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel c, boolean shared) throws IOException {
        try {
            return c.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        lock.release();
        file.close();
        OURS.remove(held);
    }
}
