package trapline.machine;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import trapline.bus.Deadline;
import trapline.bus.Scheduler;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Types at the guest's console as a script says. A pure function of guest output and virtual time.
 *
 * <p>Lines: {@code @wait TEXT} waits for TEXT in new output, {@code @sleep 250ms} waits in virtual
 * time, {@code @send TEXT} sends without Enter, {@code @@} starts a line with one {@code @}, {@code
 * #!} starts a comment; any other line is sent followed by CR. A text is offered at once when it
 * follows an {@code @wait}, an {@code @sleep} or an {@code @send}; otherwise when the guest has
 * polled its empty receive FIFO {@value #PROMPT_POLLS} times in a row after new output that ends
 * without a newline (one poll is not enough: firmware looks for Ctrl-C while it prints, and would
 * swallow the line), or has been silent for a second of virtual time after such output. Bytes are
 * handed over as the FIFO takes them, so none is dropped.
 */
public final class ConsoleScript implements Snapshottable {
    private static final long SILENCE_NANOS = 1_000_000_000L;

    /** Polls of an empty receive FIFO that make unfinished output a prompt. */
    static final int PROMPT_POLLS = 32;

    /** Takes a byte of input; false when there is no room now. */
    @FunctionalInterface
    public interface Port {
        boolean offer(int value);

        /** Whether a byte goes straight into guest memory. */
        default boolean stores() {
            return false;
        }
    }

    private enum Kind {
        WAIT,
        SLEEP,
        SEND
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Step(Kind kind, byte[] bytes, long nanos) {}

    private final List<Step> steps;
    private final Scheduler clock;
    private Port port = value -> false;
    private int at;
    private int matched;
    private boolean prompt;
    private int polls;
    private boolean armed;
    private int sent;
    private boolean sending;
    private boolean sleeping;
    private final Deadline wake =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return !port.stores();
                }

                @Override
                public void fire() {
                    due();
                }
            };

    /** A line of a script that cannot be understood. */
    public static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        SyntaxException(int line, String why) {
            super("console script line " + line + ": " + why);
        }
    }

    private ConsoleScript(List<Step> steps, Scheduler clock) {
        this.steps = steps;
        this.clock = clock;
        clock.register(wake);
    }

    /** An empty script. */
    public static ConsoleScript none(Scheduler clock) {
        return new ConsoleScript(List.of(), clock);
    }

    /** Parses a script without running it. */
    public static void check(String text) throws SyntaxException {
        steps(text);
    }

    public static ConsoleScript parse(String text, Scheduler clock) throws SyntaxException {
        return new ConsoleScript(steps(text), clock);
    }

    private static List<Step> steps(String text) throws SyntaxException {
        List<Step> steps = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.startsWith("#!")) {
                continue;
            }
            if (line.startsWith("@@")) {
                steps.add(send(line.substring(1) + "\r"));
            } else if (line.startsWith("@wait ") && line.length() > 6) {
                steps.add(
                        new Step(Kind.WAIT, line.substring(6).getBytes(StandardCharsets.UTF_8), 0));
            } else if (line.startsWith("@send ") && line.length() > 6) {
                steps.add(send(line.substring(6)));
            } else if (line.startsWith("@sleep ")) {
                steps.add(
                        new Step(
                                Kind.SLEEP,
                                new byte[0],
                                duration(line.substring(7).strip(), number)));
            } else if (line.startsWith("@")) {
                throw new SyntaxException(
                        number,
                        "'" + line + "': expected @wait TEXT, @send TEXT, @sleep DURATION or @@");
            } else {
                steps.add(send(line + "\r"));
            }
        }
        return steps;
    }

    private static Step send(String text) {
        return new Step(Kind.SEND, text.getBytes(StandardCharsets.UTF_8), 0);
    }

    private static long duration(String text, int line) throws SyntaxException {
        String[] units = {"ns", "us", "ms", "s"};
        long[] scale = {1, 1_000, 1_000_000, 1_000_000_000};
        for (int k = 0; k < units.length; k++) {
            if (text.endsWith(units[k])) {
                String digits = text.substring(0, text.length() - units[k].length()).strip();
                if (digits.matches("[0-9]{1,9}")) {
                    return Long.parseLong(digits) * scale[k];
                }
            }
        }
        throw new SyntaxException(line, "'" + text + "' is no duration such as 250ms");
    }

    public void connect(Port p) {
        port = p;
        advance();
    }

    /** Whether everything has been sent. */
    public boolean usedUp() {
        return at >= steps.size();
    }

    /** One byte of guest output. */
    public void output(int value) {
        prompt = value != '\n' && (value != '\r' || prompt);
        polls = 0;
        if (at < steps.size() && steps.get(at).kind == Kind.WAIT) {
            byte[] text = steps.get(at).bytes;
            match(text, value);
            if (matched == text.length) {
                matched = 0;
                at++;
                armed = true;
                prompt = false;
                advance();
                return;
            }
        }
        if (prompt && atText() && !sending) {
            wake.set(clock.nanos() + SILENCE_NANOS);
        }
    }

    /** Knuth, Morris and Pratt without a table: prompts are short. */
    private void match(byte[] text, int value) {
        while (true) {
            if (text[matched] == (byte) value) {
                matched++;
                return;
            }
            if (matched == 0) {
                return;
            }
            int k = matched - 1;
            while (k > 0 && !endsWith(text, matched, k)) {
                k--;
            }
            matched = k;
        }
    }

    private static boolean endsWith(byte[] text, int length, int k) {
        for (int i = 0; i < k; i++) {
            if (text[i] != text[length - k + i]) {
                return false;
            }
        }
        return true;
    }

    /** The guest looked into its empty receive FIFO. */
    public void emptyPoll() {
        if (sending) {
            pump();
        } else if (prompt && atText() && ++polls >= PROMPT_POLLS) {
            start();
        }
    }

    private boolean atText() {
        return at < steps.size() && steps.get(at).kind == Kind.SEND;
    }

    private void advance() {
        if (at >= steps.size()) {
            return;
        }
        Step s = steps.get(at);
        if (s.kind == Kind.SLEEP) {
            sleeping = true;
            wake.set(clock.nanos() + s.nanos);
        } else if (s.kind == Kind.SEND && armed) {
            start();
        }
    }

    private void start() {
        sending = true;
        sent = 0;
        prompt = false;
        armed = false;
        wake.set(Deadline.NEVER);
        pump();
    }

    private void pump() {
        byte[] b = steps.get(at).bytes;
        while (sent < b.length && port.offer(b[sent] & 0xff)) {
            sent++;
        }
        if (sent == b.length) {
            boolean wholeLine = b.length > 0 && b[b.length - 1] == '\r';
            sending = false;
            at++;
            armed = !wholeLine;
            advance();
        } else {
            // A guest that reads on interrupts may never poll: look again after a while.
            wake.set(clock.nanos() + SILENCE_NANOS / 1000);
        }
    }

    private void due() {
        if (sending) {
            pump();
        } else if (sleeping) {
            sleeping = false;
            at++;
            armed = true;
            advance();
        } else if (prompt && atText()) {
            start();
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(at)
                .i32(matched)
                .bool(prompt)
                .i32(polls)
                .bool(armed)
                .i32(sent)
                .bool(sending)
                .bool(sleeping)
                .i64(wake.at());
    }

    @Override
    public void load(StateReader r) {
        at = r.i32();
        matched = r.i32();
        prompt = r.bool();
        polls = r.i32();
        armed = r.bool();
        sent = r.i32();
        sending = r.bool();
        sleeping = r.bool();
        wake.set(r.i64());
    }
}
