package trapline.machine;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;

/**
 * Watches the guest's console, and its kernel, for the outcomes that show there.
 *
 * <p>{@code PANICKED}: {@code ---[ end Kernel panic} or a line that starts with {@code panic:} was
 * printed; the run ends 10 ms of virtual time later, and a power-off or reset within it goes into
 * the detail. Or the function {@code panic} was reached, where symbols are known: the run ends 10
 * ms later, or 10 ms after what the guest still prints, at most a second later. Or the guest has
 * printed nothing for a second and its log in memory says that it panicked. The detail is the
 * panic's line on the console, else in the log. A {@code HUNG} guest's last words in its log go
 * into the detail too.
 *
 * <p>{@code UNTIL_MATCHED}: the text of {@code --until} was printed. {@code WAITING_FOR_INPUT}: the
 * script is used up and for 5 s of virtual time the guest printed nothing and either slept nine
 * tenths of the time or did nothing but poll its empty receive FIFO.
 */
final class ConsoleMonitor implements Snapshottable {
    private static final String PANIC_END = "---[ end Kernel panic";
    private static final String PANIC_LINE = "panic:";
    private static final long LINGER_NANOS = 10_000_000L;
    private static final long REPORT_NANOS = 1_000_000_000L;
    private static final long LOG_LOOK_NANOS = 1_000_000_000L;
    private static final long WAIT_NANOS = 5_000_000_000L;
    private static final int LINE_LIMIT = 1024;

    private final Machine machine;
    private final ConsoleScript script;
    private final byte[] until;
    private final boolean keepGoing;
    private final byte[] line = new byte[LINE_LIMIT];
    private int length;
    private int untilMatched;
    private @Nullable String panic;
    private ConsoleRouter router = new ConsoleRouter();
    private boolean looking;
    private long silentSince;
    private long retiredThen;
    private long pollsSince;
    private boolean reached;
    private long reachedAt;
    private long lastOutput;
    private long nextLook = LOG_LOOK_NANOS;
    private @Nullable GuestKernel kernel;
    private long probe = -1;
    private final Deadline linger =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return true;
                }

                @Override
                public void fire() {
                    machine.end(new Outcome(Outcome.Kind.PANICKED, panicDetail()));
                }
            };
    private final Deadline silence =
            new Deadline() {
                @Override
                public boolean onlyInterrupts() {
                    return true;
                }

                @Override
                public void fire() {
                    looking = false;
                    lookForWaiting();
                }
            };

    ConsoleMonitor(
            Machine machine, ConsoleScript script, @Nullable String until, boolean keepGoing) {
        this.machine = machine;
        this.script = script;
        this.until = until == null ? new byte[0] : until.getBytes(StandardCharsets.UTF_8);
        this.keepGoing = keepGoing;
        machine.register(linger);
        machine.register(silence);
    }

    /**
     * Looks into the guest's kernel too.
     *
     * @param panicAt guest-physical address of its function {@code panic}, or -1
     */
    void watch(GuestKernel k, long panicAt) {
        kernel = k;
        probe = panicAt;
        arm();
    }

    private void arm() {
        if (probe >= 0 && !reached) {
            machine.code.probe(probe, c -> panicReached());
        } else {
            machine.code.disarm();
        }
    }

    private void panicReached() {
        reached = true;
        reachedAt = machine.nanos();
        if (!keepGoing) {
            linger.set(reachedAt + LINGER_NANOS);
        }
    }

    /** A panic was seen, and the run is about to end of it. */
    boolean panicking() {
        return (reached || panic != null) && !keepGoing;
    }

    private String panicDetail() {
        String console = panic;
        if (console != null) {
            return console;
        }
        String words = kernel == null ? null : kernel.panicWords();
        return words == null ? "the kernel's panic() was reached" : "kernel log: " + words;
    }

    /** What an end that comes from elsewhere turns into. */
    Outcome ending(Outcome o) {
        return switch (o.kind()) {
            case POWERED_OFF, RESET ->
                    panicking()
                            ? new Outcome(
                                    Outcome.Kind.PANICKED,
                                    panicDetail()
                                            + (o.kind() == Outcome.Kind.RESET
                                                    ? ", then a reset"
                                                    : ", then a power-off"))
                            : o;
            case HUNG -> hung(o);
            default -> o;
        };
    }

    private Outcome hung(Outcome o) {
        String words = kernel == null || panic != null ? null : kernel.lastWords();
        if (panicking() || (words != null && words.startsWith(GuestKernel.PANIC))) {
            return new Outcome(Outcome.Kind.PANICKED, panicDetail());
        }
        return words == null ? o : new Outcome(o.kind(), o.detail() + "; kernel log: " + words);
    }

    /** Now and then: a guest that is silent may have panicked where no console shows it. */
    void lookAtLog() {
        long now = machine.nanos();
        if (kernel == null
                || keepGoing
                || panicking()
                || now < nextLook
                || now - lastOutput < LOG_LOOK_NANOS) {
            return;
        }
        nextLook = now + LOG_LOOK_NANOS;
        String words = kernel.panicWords();
        if (words != null) {
            machine.end(new Outcome(Outcome.Kind.PANICKED, "kernel log: " + words));
        }
    }

    /** First line of the panic seen, or null. */
    @Nullable String panic() {
        return panic;
    }

    void output(int value) {
        activity();
        lastOutput = machine.nanos();
        if (reached && panic == null && !keepGoing) {
            linger.set(
                    Math.min(lastOutput, reachedAt + REPORT_NANOS - LINGER_NANOS) + LINGER_NANOS);
        }
        if (value == '\n' || value == '\r') {
            length = 0;
        } else if (length < LINE_LIMIT) {
            line[length++] = (byte) value;
        }
        if (until.length > 0 && untilSeen(value)) {
            machine.end(
                    new Outcome(
                            Outcome.Kind.UNTIL_MATCHED, new String(until, StandardCharsets.UTF_8)));
        }
        if (panic == null && value != '\n') {
            lookForPanic();
        } else if (panic != null && panicOpen && value != '\r' && value != '\n') {
            panic = text();
        } else if (value == '\n') {
            panicOpen = false;
        }
    }

    private boolean panicOpen;

    private String text() {
        return new String(line, 0, length, StandardCharsets.UTF_8);
    }

    private void lookForPanic() {
        // Both marks end in a character that appears once in them, so that most bytes cost one
        // comparison.
        int last = length == 0 ? 0 : line[length - 1];
        boolean hit =
                last == ':' && length == PANIC_LINE.length() && text().equals(PANIC_LINE)
                        || last == 'c' && text().endsWith(PANIC_END);
        if (hit) {
            panic = text();
            panicOpen = true;
            if (!keepGoing) {
                linger.set(machine.nanos() + LINGER_NANOS);
            }
        }
    }

    private boolean untilSeen(int value) {
        while (true) {
            if (until[untilMatched] == (byte) value) {
                untilMatched++;
                if (untilMatched == until.length) {
                    untilMatched = 0;
                    return true;
                }
                return false;
            }
            if (untilMatched == 0) {
                return false;
            }
            int k = untilMatched - 1;
            while (k > 0 && !prefixEndsAt(k)) {
                k--;
            }
            untilMatched = k;
        }
    }

    private boolean prefixEndsAt(int k) {
        for (int i = 0; i < k; i++) {
            if (until[i] != until[untilMatched - k + i]) {
                return false;
            }
        }
        return true;
    }

    /** The guest looked into its empty receive FIFO. */
    void emptyPoll() {
        if (looking) {
            pollsSince++;
        } else {
            look();
        }
    }

    /** The guest got input or printed something. */
    void activity() {
        silentSince = machine.clock().nanos();
        retiredThen = machine.machineRetired();
        pollsSince = 0;
        if (looking) {
            looking = false;
            silence.set(Deadline.NEVER);
        }
    }

    /** Where input would go. */
    void setInput(ConsoleRouter r) {
        router = r;
    }

    /** Every vCPU went to sleep: for input, if input would end it. */
    void asleep() {
        if (router.input().interrupts()) {
            look();
        }
    }

    /** A moment at which the guest may have begun to wait. */
    private void look() {
        if (!looking && script.usedUp()) {
            looking = true;
            silence.set(Math.max(silentSince, machine.nanos()) + WAIT_NANOS);
            silentSince = machine.nanos();
            retiredThen = machine.machineRetired();
            pollsSince = 0;
        }
    }

    private void lookForWaiting() {
        long nanos = machine.nanos() - silentSince;
        long retired = machine.machineRetired() - retiredThen;
        boolean asleep = retired < nanos / 10 && (pollsSince > 0 || router.input().interrupts());
        boolean polling = pollsSince > 0 && retired / pollsSince < 200;
        if (script.usedUp()
                && nanos >= WAIT_NANOS
                && (asleep || polling)
                && !machine.inputMayCome()) {
            machine.end(
                    new Outcome(
                            Outcome.Kind.WAITING_FOR_INPUT,
                            polling ? "polls an empty FIFO" : "idle"));
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(length).bytes(line, 0, length).i32(untilMatched);
        w.blob(panic == null ? new byte[0] : panic.getBytes(StandardCharsets.UTF_8))
                .bool(panicOpen);
        w.bool(reached).i64(reachedAt).i64(lastOutput).i64(nextLook);
        w.bool(looking)
                .i64(silentSince)
                .i64(retiredThen)
                .i64(pollsSince)
                .i64(linger.at())
                .i64(silence.at());
    }

    @Override
    public void load(StateReader r) {
        length = r.i32();
        r.bytes(line, 0, length);
        untilMatched = r.i32();
        byte[] p = r.blob();
        panic = p.length == 0 ? null : new String(p, StandardCharsets.UTF_8);
        panicOpen = r.bool();
        reached = r.bool();
        reachedAt = r.i64();
        lastOutput = r.i64();
        nextLook = r.i64();
        arm();
        looking = r.bool();
        silentSince = r.i64();
        retiredThen = r.i64();
        pollsSince = r.i64();
        linger.set(r.i64());
        silence.set(r.i64());
    }
}
