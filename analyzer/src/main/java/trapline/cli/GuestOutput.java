package trapline.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import trapline.analyze.Neutral;
import trapline.analyze.Spans;
import trapline.record.Recorder;

/**
 * Shows a recording while it runs: the guest's output as it comes, and a progress line between its
 * lines. The output is neutralised unless the terminal is the guest's console.
 */
final class GuestOutput implements Recorder.Observer {
    private final @Nullable PrintWriter out;
    private final @Nullable Neutral neutral;
    private final @Nullable OutputStream raw;
    private final Progress progress;
    private final String name;
    private boolean lineOpen;

    private GuestOutput(
            String name, @Nullable PrintWriter out, @Nullable OutputStream raw, Progress progress) {
        this.name = name;
        this.out = out;
        this.raw = raw;
        this.progress = progress;
        neutral = out == null ? null : new Neutral(out);
    }

    /** Neutralised, to {@code out}. */
    static GuestOutput shown(String name, PrintWriter out, Progress progress) {
        return new GuestOutput(name, out, null, progress);
    }

    /** Every byte as it is, to standard output. */
    static GuestOutput console(String name, Progress progress) {
        return new GuestOutput(name, null, System.out, progress);
    }

    /** Nothing but progress. */
    static GuestOutput hidden(String name, Progress progress) {
        return new GuestOutput(name, null, null, progress);
    }

    @Override
    public void console(int port, int value) {
        if (out == null && raw == null) {
            return;
        }
        boolean open = value != '\n';
        if (open != lineOpen) {
            lineOpen = open;
            progress.hold(open);
        }
        if (neutral != null && out != null) {
            neutral.accept(value);
            if (value == '\n') {
                out.flush();
            }
        }
        if (raw instanceof PrintStream p) {
            p.write(value);
            p.flush();
        }
    }

    @Override
    public void progress(long retired, long virtualNanos, long traps) {
        if (out != null) {
            out.flush();
        }
        progress.show(
                name
                        + ": "
                        + Words.count(retired, "instruction")
                        + ", "
                        + Words.count(traps, "trap")
                        + ", virtual time "
                        + Spans.nanos(virtualNanos));
    }

    /** Ends an open line, so that what follows begins a new one. */
    void end() {
        if (neutral != null && out != null) {
            neutral.end();
            if (lineOpen) {
                out.println();
            }
            out.flush();
        } else if (lineOpen && raw instanceof PrintStream p) {
            p.println();
        }
        lineOpen = false;
        progress.hold(false);
        progress.clear();
    }
}
