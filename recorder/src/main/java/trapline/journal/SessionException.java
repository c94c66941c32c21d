package trapline.journal;

import org.jspecify.annotations.Nullable;

/**
 * A session cannot be written or read for a reason that the user can act upon: one line and the
 * exit code that goes with it. Never used for a bug of our own.
 */
public class SessionException extends RuntimeException {
    /** The session, or a part of it, is damaged. */
    public static final int DAMAGED = 1;

    /** What was given is not a session that this build reads. */
    public static final int BAD_INPUT = 2;

    /** The environment refuses: no space, not writable, busy or missing. */
    public static final int ENVIRONMENT = 3;

    /** The user gave the work up: what a process ends with after Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private static final long serialVersionUID = 1L;
    private final int exitCode;

    /**
     * @param exitCode one of the constants of this class
     * @param line what a person reads: one line, without a trailing full stop
     */
    public SessionException(int exitCode, String line) {
        this(exitCode, line, null);
    }

    public SessionException(int exitCode, String line, @Nullable Throwable cause) {
        super(oneLine(line), cause);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }

    /** The message; never null. */
    public String line() {
        return String.valueOf(getMessage());
    }

    private static String oneLine(String s) {
        return s.replace('\n', ' ').replace('\r', ' ');
    }
}
