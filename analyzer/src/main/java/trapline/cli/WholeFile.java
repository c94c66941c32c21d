package trapline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import trapline.journal.SessionException;

/** A file that a command creates: it is there as a whole or not at all. */
final class WholeFile {
    private static final int BUFFER = 1 << 16;

    private WholeFile() {}

    /** Writes the contents. */
    @FunctionalInterface
    interface Body {
        void write(OutputStream out) throws IOException;
    }

    /**
     * Creates {@code file}.
     *
     * @throws SessionException when there is such a file: nothing is overwritten
     */
    static void create(Path file, Body body) throws IOException {
        if (Files.exists(file)) {
            throw new SessionException(
                    ExitCode.ENVIRONMENT, file + ": already exists; nothing was overwritten");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        part.toFile().deleteOnExit(); // Ctrl-C runs no finally
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part), BUFFER)) {
                body.write(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
