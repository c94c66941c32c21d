package trapline.cli;

/** What the process ends with. */
final class ExitCode {
    /** The command did its work. */
    static final int DONE = 0;

    /** The answer is no: not verified, differs, damaged. */
    static final int NO = 1;

    static final int BAD_USAGE = 2;

    /** Disk full, unwritable, session busy or missing. */
    static final int ENVIRONMENT = 3;

    static final int OUR_DEFECT = 70;

    /** Ctrl-C; what was being recorded is sealed. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}
}
