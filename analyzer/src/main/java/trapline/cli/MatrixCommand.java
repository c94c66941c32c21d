package trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.Latencies;
import trapline.analyze.Summary;
import trapline.analyze.Symbols;
import trapline.analyze.TrapText;
import trapline.event.Trap;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.policy.PolicySettings;
import trapline.record.PersonalityFactory;
import trapline.record.StopRequest;
import trapline.replay.Matrix;

/** One session under every combination of settings. */
@Command(
        name = "matrix",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs a session under every combination of flags, policies and hypervisors; what cannot differ is",
            "proved equal instead, and what differs late starts from a snapshot. Each run ends as the session was",
            "told to (--until, --budget, --timeout) unless told otherwise."
        },
        footer = {
            "",
            "Example: trapline matrix /tmp/on --flags partial-emulation",
            "         trapline matrix /tmp/on --flags partial-emulation --hypervisors xen,kvm,spec -o /tmp/all"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed",
            "1:damaged",
            "2:bad usage, or not a session",
            "3:missing, or cannot be written",
            "130:interrupted; the run under way is sealed as STOPPED, those before it are kept"
        })
final class MatrixCommand implements Callable<Integer> {
    private static final int VARIANTS_MAX = 256;

    @Mixin private SessionArgument session;

    @Option(
            names = "--flags",
            paramLabel = "FLAG",
            split = ",",
            description =
                    "Flags to combine (default: partial-emulation, when nothing else is named).")
    private List<String> flags = new ArrayList<>();

    @Option(
            names = "--policies",
            paramLabel = "FILE",
            split = ",",
            description = "Policy files to combine with; none stands for no policy.")
    private List<String> policies = new ArrayList<>();

    @Option(
            names = {"--hypervisors", "--personalities"},
            paramLabel = "NAME",
            split = ",",
            description = "Hypervisors to combine with: xen, kvm, spec.")
    private List<String> hypervisors = new ArrayList<>();

    @Mixin private LimitOptions limits;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR2",
            description = "Folder to create for the runs (default: DIR-matrix).")
    private @Nullable Path to;

    @Mixin private Output output;

    /** A row of the table: what a variant came to. */
    private record Result(Matrix.Row row, Summary summary, Histogram latency) {}

    @Override
    public Integer call() throws IOException {
        Session s = session.open();
        SessionConfig.Builder base = s.config().toBuilder();
        limits.apply(base);
        List<Matrix.Variant> variants = variants(base.build());
        Path folder = to == null ? s.dir().resolveSibling(s.dir().getFileName() + "-matrix") : to;
        if (Files.exists(folder)) {
            throw new SessionException(
                    ExitCode.ENVIRONMENT, folder + ": already exists; nothing was overwritten");
        }
        List<Result> results = new ArrayList<>();
        StopRequest stop = new StopRequest();
        try (Interruption _ = new Interruption(stop);
                Progress progress = new Progress(output.err())) {
            GuestOutput guest = GuestOutput.hidden("matrix", progress);
            List<Matrix.Row> rows = Matrix.run(s, variants, folder, Engines.DEFAULT, stop, guest);
            guest.end();
            Map<Path, Result> known = new HashMap<>();
            for (Matrix.Row r : rows) {
                Result of = known.computeIfAbsent(r.run(), dir -> measured(r, dir));
                results.add(new Result(r, of.summary(), of.latency()));
            }
        }
        Symbols symbols = SessionSymbols.of(s);
        if (output.json()) {
            json(s, results, symbols);
        } else {
            text(s, folder, results, symbols);
        }
        output.out().flush();
        return ExitCode.DONE;
    }

    private static Result measured(Matrix.Row row, Path dir) {
        Session s = Session.open(dir);
        Histogram h =
                Latencies.of(s, Latencies.Options.DEFAULT, any -> true, new Dictionary()).all();
        return new Result(row, Summary.of(s), h);
    }

    private List<Matrix.Variant> variants(SessionConfig base) {
        boolean nothing = flags.isEmpty() && policies.isEmpty() && hypervisors.isEmpty();
        List<String> toggled = nothing ? List.of(Settings.PARTIAL_EMULATION) : flags;
        List<Matrix.Variant> all = new ArrayList<>();
        for (String h : hypervisors.isEmpty() ? List.of(base.hypervisor()) : hypervisors) {
            String hypervisor = PolicyOptions.oneOf("--hypervisors", h, PolicyOptions.HYPERVISORS);
            for (String p : policies.isEmpty() ? List.of("") : policies) {
                combine(base, hypervisor, p, toggled, all);
            }
        }
        if (all.size() > VARIANTS_MAX) {
            throw new BadInput(
                    all.size() + " combinations; at most " + VARIANTS_MAX + " in one go");
        }
        return all;
    }

    private void combine(
            SessionConfig base,
            String hypervisor,
            String policy,
            List<String> toggled,
            List<Matrix.Variant> all) {
        PolicySettings settings = PersonalityFactory.settings(base);
        String name = hypervisor;
        if (!hypervisor.equals(settings.hypervisor())) {
            settings =
                    PolicySettings.DEFAULT
                            .withHypervisor(hypervisor)
                            .withPolicy(settings.policy(), settings.policyFile());
        }
        if (policy.equals("none")) {
            settings = settings.withPolicy(null, "");
            name += ",no-policy";
        } else if (!policy.isEmpty()) {
            settings =
                    settings.withPolicy(PolicyOptions.text("--policies", Path.of(policy)), policy);
            name += "," + Path.of(policy).getFileName();
        }
        List<String> own = new ArrayList<>();
        for (String flag : toggled) {
            String spelled = spelled(settings, flag);
            if (spelled != null) {
                own.add(spelled);
            } else if (hypervisors.isEmpty()) {
                // With several hypervisors a flag is combined where it exists; with one it is a
                // mistake.
                settings.flip(flag);
            }
        }
        for (int set = 0; set < 1 << own.size(); set++) {
            PolicySettings variant = settings;
            StringBuilder full = new StringBuilder(name);
            for (int k = 0; k < own.size(); k++) {
                boolean on = (set >>> k & 1) != 0;
                variant = variant.withFlag(own.get(k), on);
                full.append(',').append(own.get(k)).append(on ? "=on" : "=off");
            }
            all.add(new Matrix.Variant(full.toString(), PersonalityFactory.with(base, variant)));
        }
    }

    private static @Nullable String spelled(PolicySettings settings, String flag) {
        for (String known : settings.requested().keySet()) {
            if (known.replace('_', '-').equals(flag.replace('_', '-'))) {
                return known;
            }
        }
        return null;
    }

    private static @Nullable String first(Matrix.Row r, Symbols symbols) {
        Trap t = r.flip().fork();
        if (t != null) {
            return "trap "
                    + t.id
                    + ": "
                    + TrapText.instruction(t)
                    + " at "
                    + symbols.describe(t.pc);
        }
        return r.flip().fromStart();
    }

    private void text(Session s, Path folder, List<Result> results, Symbols symbols) {
        PrintWriter out = output.out();
        out.println(s.dir() + ": " + Settings.of(s.config()).describe());
        Table t =
                new Table()
                        .text("setting")
                        .text("how")
                        .text("outcome")
                        .number("traps")
                        .number("instructions")
                        .number("p50 ns")
                        .number("p99 ns")
                        .text("first difference from the session");
        for (Result r : results) {
            Histogram h = r.latency();
            boolean any = h.getTotalCount() > 0;
            t.row(
                    r.row().variant().name(),
                    r.row().equals() == null ? "executed" : "proved equal to " + r.row().equals(),
                    r.summary().outcomeText(),
                    r.summary().traps(),
                    r.summary().retired(),
                    any ? h.getValueAtPercentile(50) : null,
                    any ? h.getValueAtPercentile(99) : null,
                    first(r.row(), symbols));
        }
        t.print(out);
        out.println(
                "latency: "
                        + Latencies.Clock.HOST.text()
                        + "; "
                        + Latencies.Options.DEFAULT.warmUp().text());
        if (Files.isDirectory(folder)) {
            out.println("runs that were executed: " + folder);
        }
    }

    private void json(Session s, List<Result> results, Symbols symbols) {
        List<Fields> rows = new ArrayList<>();
        for (Result r : results) {
            Trap t = r.row().flip().fork();
            rows.add(
                    new Fields()
                            .put("setting", r.row().variant().name())
                            .put("provedEqualTo", r.row().equals())
                            .put("session", r.row().run().toString())
                            .put("outcome", r.summary().outcomeFields())
                            .put(
                                    "firstDifference",
                                    t == null
                                            ? null
                                            : new Fields()
                                                    .put("trap", t.id)
                                                    .put("vcpu", t.vcpu)
                                                    .put("retired", t.retired)
                                                    .hex("pc", t.pc)
                                                    .put("symbol", symbols.at(t.pc))
                                                    .put("instruction", TrapText.instruction(t)))
                            .put("fromStart", r.row().flip().fromStart())
                            .put("decisions", r.row().flip().decisions())
                            .put("screeningNanos", r.row().flip().screeningNanos())
                            .put("traps", r.summary().traps())
                            .put("retired", r.summary().retired())
                            .put("latency", Latencies.figures(r.latency())));
        }
        output.json(
                new Fields()
                        .put("session", s.dir().toString())
                        .put("clock", Latencies.Clock.HOST.text())
                        .put("rows", Output.rows(rows)));
    }
}
