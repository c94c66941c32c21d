package trapline.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;

/** The one place where failures of the host get their line and exit code. */
final class Problems {
    private Problems() {}

    static SessionException full(Path where) {
        return new SessionException(
                SessionException.ENVIRONMENT, where + ": no space left on the device");
    }

    static SessionException environment(Path where, IOException e) {
        String why = e.getMessage() == null ? "" : e.getMessage().toLowerCase(Locale.ROOT);
        if (why.contains("no space") || why.contains("quota")) {
            return full(where);
        }
        if (e instanceof AccessDeniedException || why.contains("permission denied")) {
            return new SessionException(
                    SessionException.ENVIRONMENT, where + ": permission denied", e);
        }
        if (why.contains("read-only")) {
            return new SessionException(
                    SessionException.ENVIRONMENT, where + ": read-only file system", e);
        }
        String reason =
                e instanceof FileSystemException f && f.getReason() != null
                        ? f.getReason()
                        : e.getClass().getSimpleName()
                                + (e.getMessage() == null ? "" : " " + e.getMessage());
        return new SessionException(SessionException.ENVIRONMENT, where + ": " + reason, e);
    }

    /**
     * Chronicle wraps what the host said; a fault in mapped memory means that a block could not be
     * had.
     */
    static SessionException queue(Path where, Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SessionException s) {
                return s;
            }
            if (t instanceof IOException io) {
                return environment(where, io);
            }
            if (t instanceof InternalError) {
                return new SessionException(
                        SessionException.ENVIRONMENT,
                        where + ": the disk refused a block (full or failing)",
                        e);
            }
        }
        return new SessionException(
                SessionException.ENVIRONMENT,
                where
                        + ": the queue cannot be used: "
                        + e.getClass().getSimpleName()
                        + (e.getMessage() == null ? "" : " " + e.getMessage()),
                e);
    }

    static SessionException damaged(Path session, String what) {
        return new SessionException(SessionException.DAMAGED, session + ": " + what);
    }

    static SessionException notOurs(Path session, String what) {
        return new SessionException(SessionException.BAD_INPUT, session + ": " + what);
    }
}
