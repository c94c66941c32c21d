package trapline.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;

/**
 * A file that a run depends on, read.
 *
 * @param role as in {@link SessionConfig.Image}
 * @param name what the session calls it: its path, or the bundled guest
 * @param file where it is, or null for a bundled guest
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record GuestImage(String role, String name, @Nullable Path file, byte[] bytes) {
    /** A file that must exist and hold something. */
    static GuestImage file(String role, Path file) {
        return new GuestImage(role, file.toString(), file, PolicyOptions.bytes(file));
    }

    /** Keeps the image in a session, or only its digest when it is to be found where it was. */
    SessionConfig.Image addTo(SessionWriter w, boolean byReference) {
        Path at = file;
        if (byReference && at != null) {
            return SessionWriter.referenceImage(role, at);
        }
        try {
            return w.addImage(role, name, new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
