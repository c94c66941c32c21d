package trapline.cli;

import java.io.PrintWriter;

/**
 * One line on a terminal's standard error that is drawn over; nothing at all where there is no
 * terminal.
 */
final class Progress implements AutoCloseable {
    private static final String CLEAR = "\r\033[K";

    private final PrintWriter err;
    private final boolean shown;
    private boolean drawn;
    private boolean held;

    Progress(PrintWriter err) {
        this(err, Terminal.errorIsTerminal());
    }

    Progress(PrintWriter err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Draws the line anew. */
    synchronized void show(String line) {
        if (shown && !held) {
            err.print(CLEAR + line);
            err.flush();
            drawn = true;
        }
    }

    /** Takes the line away, so that something else can be printed. */
    synchronized void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    /** While held, nothing is drawn: other output stands in the middle of a line. */
    synchronized void hold(boolean on) {
        held = on;
        if (on) {
            clear();
        }
    }

    @Override
    public void close() {
        clear();
    }
}
