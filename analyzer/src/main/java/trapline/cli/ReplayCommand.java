package trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.Latencies;
import trapline.analyze.LatencyDump;
import trapline.analyze.Neutral;
import trapline.analyze.SessionTotals;
import trapline.analyze.Spans;
import trapline.analyze.Summary;
import trapline.analyze.Symbols;
import trapline.analyze.TrapKey;
import trapline.analyze.TrapText;
import trapline.analyze.WarmUp;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.record.StopRequest;
import trapline.replay.Flip;
import trapline.replay.FlipResult;
import trapline.replay.Mismatch;
import trapline.replay.Narrowing;
import trapline.replay.ReplayResult;
import trapline.replay.Replayer;
import trapline.replay.StateAt;

/** Re-executes a session: as it was, or with another policy. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Re-executes a session and verifies every recorded fact; with -o, runs it again under other settings.",
            "The other run ends as the session was told to (--until, --budget, --timeout) unless told otherwise.",
        },
        footer = {
            "",
            "Example: trapline replay /tmp/on",
            "         trapline replay /tmp/on -o /tmp/flipped --flip partial-emulation"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verified; with -o, the other run was made or proved identical",
            "1:not verified, or the session is damaged",
            "2:bad usage, or not a session",
            "3:missing, or the other session cannot be written",
            "130:interrupted; the other session is sealed as STOPPED, or not there when it had not begun"
        })
final class ReplayCommand implements Callable<Integer> {
    @Mixin private SessionArgument session;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Stretches to verify side by side (default: the cores).")
    private @Nullable Integer threads;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR2",
            description = "Session to create for the other run.")
    private @Nullable Path to;

    @Option(
            names = "--flip",
            paramLabel = "FLAG",
            split = ",",
            description = "Flag to toggle, such as partial-emulation.")
    private List<String> flips = new ArrayList<>();

    @Mixin private PolicyOptions policy;
    @Mixin private LimitOptions limits;

    @Option(
            names = "--inputs",
            paramLabel = "time|consume",
            description =
                    "Give bytes typed after the fork at their virtual time (default), or when the guest reads.")
    private @Nullable String inputs;

    @Option(
            names = "--at",
            paramLabel = "TRAP",
            description = "Stop where this trap arrives at EL2; needs --state.")
    private @Nullable Long at;

    @Option(
            names = "--state",
            description = "Show the machine there: registers, instruction, the last traps.")
    private boolean state;

    @Option(
            names = "--latency-dump",
            paramLabel = "FILE",
            hidden = true,
            description = "Measure, and write latencies.")
    private @Nullable Path latencyDump;

    @Option(
            names = "--latency-warm-up",
            paramLabel = "N",
            hidden = true,
            description = "Traps of each class to leave out.")
    private long latencyWarmUp;

    @Mixin private Output output;

    @Override
    public Integer call() {
        boolean other = !flips.isEmpty() || policy.given();
        if (other && to == null) {
            throw new BadInput("replay under other settings needs -o DIR2");
        }
        if (to != null && !other) {
            throw new BadInput("-o needs other settings: --flip or a policy option");
        }
        if (limits.given() && !other) {
            throw new BadInput("--budget and --timeout bound the other run: they go with -o");
        }
        if (inputs != null && !other) {
            throw new BadInput("--inputs goes with other settings");
        }
        if (latencyDump != null) {
            return measure(latencyDump);
        }
        if (state != (at != null)) {
            throw new BadInput("--at TRAP and --state go together");
        }
        if (at != null) {
            return show(at);
        }
        StopRequest stop = new StopRequest();
        try (Interruption interruption = new Interruption(stop);
                Progress progress = new Progress(output.err())) {
            int code = to == null ? verify(stop, progress) : flip(to, stop, progress);
            return interruption.interrupted() ? ExitCode.INTERRUPTED : code;
        }
    }

    private int verify(StopRequest stop, Progress progress) {
        Session s = session.open();
        int n = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (n < 1) {
            throw new BadInput("--threads " + n + ": expected 1 or more");
        }
        ReplayResult r =
                new Replayer(s, Engines.DEFAULT).stoppedBy(stop).verify(n, progress(s, progress));
        progress.clear();
        if (output.json()) {
            output.json(fields(s, r, stop));
        } else {
            text(output.out(), s, r, stop);
        }
        output.out().flush();
        return r.verified() ? ExitCode.DONE : ExitCode.NO;
    }

    private int show(long trap) {
        Session s = session.open();
        StateReport report =
                new StateReport(s, StateAt.of(s, trap, StateReport.LAST, Engines.DEFAULT));
        if (output.json()) {
            output.json(report.fields());
        } else {
            report.print(output.out());
            output.out().flush();
        }
        return ExitCode.DONE;
    }

    /** One repeat of {@link Repeats}. */
    private int measure(Path dump) {
        Session s = session.open();
        Latencies.Options options =
                new Latencies.Options(
                        Latencies.Clock.HOST,
                        new WarmUp(latencyWarmUp, WarmUp.DEFAULT.share()),
                        false);
        Map<TrapClass, Long> classes = SessionTotals.of(s, false, any -> true).byClass();
        @Nullable Latencies[] collecting = {null};
        ReplayResult r =
                new Replayer(s, Engines.DEFAULT)
                        .measure(
                                System::nanoTime,
                                (t, names) -> {
                                    Latencies l = collecting[0];
                                    if (l == null) {
                                        l = Latencies.collecting(options, names, classes);
                                        collecting[0] = l;
                                    }
                                    l.add(t);
                                },
                                now -> {});
        if (!r.verified()) {
            text(output.out(), s, r, new StopRequest());
            output.out().flush();
            return ExitCode.NO;
        }
        try {
            Latencies l = collecting[0];
            LatencyDump.write(dump, l == null ? List.of() : l.rows());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.DONE;
    }

    /** A progress line that tells how far a replay is. */
    static Replayer.Progress progress(Session s, Progress progress) {
        long all = s.file() == null ? 0 : s.file().retired();
        return now ->
                progress.show(
                        "replaying: "
                                + Words.count(now)
                                + (all == 0 ? "" : " of " + Words.count(all))
                                + " instructions");
    }

    private Fields fields(Session s, ReplayResult r, StopRequest stop) {
        Mismatch m = r.mismatch();
        return new Fields()
                .put("session", s.dir().toString())
                .put("verified", r.verified())
                .put("complete", r.complete())
                .put("traps", r.traps())
                .put("retired", r.retired())
                .put("firstMismatch", m == null ? null : mismatch(m, symbol(s, r, m)))
                .put("narrowed", m == null ? List.of() : Narrowing.of(s, m, Engines.DEFAULT, stop))
                .put("outcome", outcome(r.outcome()))
                .put("wallNanos", r.wallNanos());
    }

    private static @Nullable Fields outcome(@Nullable Outcome o) {
        return o == null
                ? null
                : new Fields().put("kind", o.kind().name()).put("detail", o.detail());
    }

    private static Fields mismatch(Mismatch m, @Nullable String symbol) {
        return new Fields()
                .put("what", m.what())
                .put("trap", m.trap())
                .put("vcpu", m.vcpu())
                .put("retired", m.retired())
                .hex("pc", m.pc())
                .put("symbol", symbol)
                .put("expected", m.expected())
                .put("found", m.found());
    }

    private static @Nullable String symbol(Session s, ReplayResult r, Mismatch m) {
        return r.symbol() != null ? r.symbol() : SessionSymbols.of(s).at(m.pc());
    }

    static void text(PrintWriter out, Session s, ReplayResult r, StopRequest stop) {
        Mismatch m = r.mismatch();
        String speed =
                Words.count(r.retired(), "instruction")
                        + ", "
                        + Words.count(r.traps(), "trap")
                        + " in "
                        + Spans.nanos(r.wallNanos());
        if (r.verified()) {
            out.println(
                    s.dir()
                            + ": verified"
                            + (r.complete() ? "" : " up to where it was cut off")
                            + ": "
                            + speed);
            return;
        }
        out.println(s.dir() + ": not verified: " + speed);
        if (m != null) {
            String symbol = symbol(s, r, m);
            out.println("  what      " + Neutral.line(m.what()));
            out.println(
                    "  where     trap "
                            + Words.count(m.trap())
                            + ", vCPU "
                            + m.vcpu()
                            + ", after "
                            + Words.count(m.retired(), "instruction")
                            + ", at "
                            + Fields.hex(m.pc())
                            + (symbol == null ? "" : " (" + Neutral.line(symbol) + ")"));
            out.println("  expected  " + Neutral.line(m.expected()));
            out.println("  found     " + Neutral.line(m.found()));
            for (String line : Narrowing.of(s, m, Engines.DEFAULT, stop)) {
                out.println("  " + Neutral.line(line));
            }
        }
    }

    private int flip(Path out, StopRequest stop, Progress progress) {
        Session s = session.open();
        SessionConfig.Builder other = s.config().toBuilder();
        for (String flag : flips) {
            other = Settings.of(other.build()).flipped(flag);
        }
        policy.apply(other)
                .forEach(w -> output.err().println("trapline: warning: " + Neutral.line(w)));
        limits.apply(other);
        boolean consume =
                inputs != null
                        && PolicyOptions.oneOf("--inputs", inputs, List.of("time", "consume"))
                                .equals("consume");
        GuestOutput guest = GuestOutput.hidden("the other run", progress);
        FlipResult r =
                new Flip(s, other.build(), consume, Engines.DEFAULT)
                        .stoppedBy(stop)
                        .run(out, guest);
        guest.end();
        if (output.json()) {
            output.json(fields(s, out, r));
        } else {
            text(output.out(), s, out, r);
        }
        output.out().flush();
        return ExitCode.DONE;
    }

    private static Fields fields(Session s, Path out, FlipResult r) {
        Trap t = r.fork();
        Summary summary = r.session() == null ? null : Summary.of(Session.open(out));
        return new Fields()
                .put("session", r.session() == null ? null : out.toString())
                .put("parent", s.dir().toString())
                .put("identical", r.proved())
                .put("proved", r.proved())
                .put("decisions", r.decisions())
                .put("screeningNanos", r.screeningNanos())
                .put("fromStart", r.fromStart())
                .put("forkTrap", t == null ? null : t.id)
                .hex("forkPc", t == null ? null : t.pc)
                .put("forkSymbol", t == null ? null : SessionSymbols.of(s).at(t.pc))
                .put("retiredRestored", r.retiredRestored())
                .put("inputsAttached", r.inputsAttached())
                .put("outcome", summary == null ? null : summary.outcomeFields());
    }

    static void text(PrintWriter out, Session s, Path to, FlipResult r) {
        if (r.proved()) {
            out.println(
                    "identical, proved by "
                            + Words.count(r.decisions(), "decision")
                            + " in "
                            + Spans.nanos(r.screeningNanos())
                            + ", without executing; no session was made");
            return;
        }
        Summary summary = Summary.of(Session.open(to));
        Trap t = r.fork();
        if (t != null) {
            Symbols symbols = SessionSymbols.of(s);
            String register = TrapKey.registerName(t);
            out.println(
                    to
                            + ": left "
                            + s.dir()
                            + " at trap "
                            + Words.count(t.id)
                            + ", "
                            + TrapText.instruction(t)
                            + " at "
                            + symbols.describe(t.pc)
                            + (register == null ? "" : " [" + register + "]")
                            + ", after "
                            + Words.count(r.decisions(), "equal decision"));
            if (r.retiredRestored() > 0) {
                out.println(
                        "  restored from the snapshot at "
                                + Words.count(r.retiredRestored(), "instruction"));
            }
        } else {
            out.println(
                    to
                            + ": run from the start"
                            + (r.fromStart() == null ? "" : ": " + r.fromStart()));
        }
        out.println("  outcome   " + summary.outcomeText());
        out.println(
                "  "
                        + Words.count(summary.retired(), "instruction")
                        + ", "
                        + Words.count(summary.traps(), "trap"));
        if (r.inputsAttached() > 0) {
            out.println(
                    "  "
                            + Words.count(r.inputsAttached(), "typed byte")
                            + " came after the fork: the outcome may depend on when");
        }
    }
}
