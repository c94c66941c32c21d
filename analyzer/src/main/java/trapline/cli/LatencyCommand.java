package trapline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trapline.analyze.Fields;
import trapline.analyze.Latencies;
import trapline.analyze.LatencyComparison;
import trapline.analyze.LatencyFiles;
import trapline.analyze.PairedTest;
import trapline.analyze.Symbols;
import trapline.analyze.TrapKey;
import trapline.analyze.WarmUp;
import trapline.event.Trap;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/** How long the handling of traps took. */
@Command(
        name = "latency",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Latency histograms of a session's traps, or of two sessions side by side.",
        footer = {
            "",
            "Example: trapline latency /tmp/on /tmp/off",
            "         trapline latency /tmp/on /tmp/off --repeat 10",
            "         trapline latency /tmp/on --format hlog -o /tmp/on.hlog"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed",
            "1:damaged, or a repeat did not verify",
            "2:bad usage, or not a session",
            "3:missing",
            "130:interrupted; nothing was printed"
        })
final class LatencyCommand implements Callable<Integer> {
    /** Forms of output. */
    enum Format {
        TEXT,
        JSON,
        HLOG,
        HGRM,
        CSV
    }

    private static final int CLOCK_READS = 100_000;

    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", description = "A recorded session.")
    private Path left;

    @Parameters(
            index = "1",
            paramLabel = "DIR2",
            arity = "0..1",
            description = "Another, to compare with.")
    private @Nullable Path right;

    @Option(
            names = "--format",
            paramLabel = "text|json|hlog|hgrm|csv",
            defaultValue = "text",
            description = "What to print (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write there instead.")
    private @Nullable Path file;

    @Option(
            names = "--clock",
            paramLabel = "host|model",
            defaultValue = "host",
            description =
                    "host: measured here; model: modelled hardware cost (default: ${DEFAULT-VALUE}).")
    private Latencies.Clock clock = Latencies.Clock.HOST;

    @Option(names = "--by-pc", description = "Tell instructions apart by their address.")
    private boolean byPc;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description =
                    "Leave out the first N traps of each class, at most half of it (default: 10000; model: 0).")
    private @Nullable Long warmUp;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            description =
                    "Re-execute N times in fresh JVMs, two sessions in turn, and measure there.")
    private @Nullable Integer repeat;

    @Mixin private TrapFilter filter;

    @Override
    public Integer call() throws IOException {
        check();
        if (file == null) {
            PrintWriter out = spec.commandLine().getOut();
            out.flush();
            if (format == Format.HLOG || format == Format.HGRM) {
                OutputStream bytes = new BufferedOutputStream(System.out);
                binary(bytes);
                bytes.flush();
            } else {
                print(out);
                out.flush();
            }
            return ExitCode.DONE;
        }
        WholeFile.create(
                file,
                bytes -> {
                    if (format == Format.HLOG || format == Format.HGRM) {
                        binary(bytes);
                    } else {
                        PrintWriter out = new PrintWriter(bytes, false, StandardCharsets.UTF_8);
                        print(out);
                        out.flush();
                    }
                });
        return ExitCode.DONE;
    }

    private void check() {
        if (repeat != null && repeat < 1) {
            throw new BadInput("--repeat " + repeat + ": expected 1 or more");
        }
        if (warmUp != null && warmUp < 0) {
            throw new BadInput("--warm-up " + warmUp + ": expected 0 or more");
        }
        if (repeat != null && clock == Latencies.Clock.MODEL) {
            throw new BadInput(
                    "--repeat measures: it does not go with --clock model, which is the same each time");
        }
        if (repeat != null && byPc) {
            throw new BadInput("--repeat compares kinds of access: it does not go with --by-pc");
        }
        boolean one = format == Format.HLOG || format == Format.HGRM;
        if (one && (right != null || repeat != null)) {
            throw new BadInput(
                    "--format "
                            + format.name().toLowerCase(Locale.ROOT)
                            + " is of one recorded session");
        }
    }

    private Latencies.Options options() {
        WarmUp rule =
                warmUp != null
                        ? new WarmUp(warmUp, WarmUp.DEFAULT.share())
                        : clock == Latencies.Clock.MODEL ? WarmUp.NONE : WarmUp.DEFAULT;
        return new Latencies.Options(clock, rule, byPc);
    }

    private Latencies measure(Path dir) {
        Session s = Session.open(dir);
        Dictionary names = new Dictionary();
        return Latencies.of(s, options(), wanted(s, names), names);
    }

    private Predicate<Trap> wanted(Session s, Dictionary names) {
        return filter.predicate(names, SessionSymbols.table(s));
    }

    private void binary(OutputStream out) {
        Session s = Session.open(left);
        Dictionary names = new Dictionary();
        if (format == Format.HGRM) {
            LatencyFiles.percentiles(
                    out, Latencies.of(s, options(), wanted(s, names), names).all());
            return;
        }
        String comment = left + ": " + clock.text() + "; " + options().warmUp().text();
        LatencyFiles.Log log = new LatencyFiles.Log(out, comment);
        Latencies.byInterval(s, options(), wanted(s, names), names, log);
        log.close();
    }

    private void print(PrintWriter out) {
        if (repeat != null) {
            try (Progress progress = new Progress(spec.commandLine().getErr())) {
                Session.open(left);
                Repeats r = new Repeats(left, right, options().warmUp().traps(), progress);
                try (Interruption _ = new Interruption(r::stop)) {
                    r.run(repeat);
                }
                if (right == null) {
                    single(out, together(r.leftRows), repeat + " fresh JVMs together");
                } else {
                    both(out, LatencyComparison.of(r.leftRows, r.rightRows));
                }
            }
        } else if (right == null) {
            single(out, measure(left).rows(), "as recorded");
        } else {
            both(out, LatencyComparison.once(measure(left).rows(), measure(right).rows()));
        }
    }

    /** Rows of several JVMs as one. */
    private static List<Latencies.Row> together(List<List<Latencies.Row>> jvms) {
        Map<TrapKey, Latencies.Row> sums = new LinkedHashMap<>();
        for (List<Latencies.Row> jvm : jvms) {
            for (Latencies.Row r : jvm) {
                sums.merge(
                        r.key(),
                        r,
                        (x, y) -> {
                            x.histogram().add(y.histogram());
                            return new Latencies.Row(
                                    x.key(),
                                    null,
                                    x.histogram(),
                                    x.traps() + y.traps(),
                                    x.excluded() + y.excluded(),
                                    x.absent() + y.absent());
                        });
            }
        }
        return new ArrayList<>(sums.values());
    }

    private Fields heading() {
        return new Fields()
                .put("left", left.toString())
                .put("right", right == null ? null : right.toString())
                .put("clock", clock.text())
                .put("warmUp", options().warmUp().text())
                .put("clockCostNanos", clock == Latencies.Clock.HOST ? clockCost() : null);
    }

    /** What one reading of the host's clock takes here: each latency holds about one. */
    static long clockCost() {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long began = System.nanoTime();
            long last = began;
            for (int i = 0; i < CLOCK_READS; i++) {
                last = System.nanoTime();
            }
            best = Math.min(best, (last - began) / CLOCK_READS);
        }
        return best;
    }

    private void text(PrintWriter out) {
        out.println("clock: " + clock.text());
        if (clock == Latencies.Clock.HOST) {
            out.println(
                    "       one reading of the host's clock takes "
                            + clockCost()
                            + " ns, contained in each figure");
        }
        out.println(options().warmUp().text());
    }

    private void single(PrintWriter out, List<Latencies.Row> rows, String how) {
        Symbols symbols = byPc ? SessionSymbols.of(Session.open(left)) : Symbols.NONE;
        List<Fields> fields = rows.stream().map(r -> r.fields(symbols)).toList();
        switch (format) {
            case JSON ->
                    Output.json(out, heading().put("how", how).put("rows", Output.rows(fields)));
            case CSV -> out.print(LatencyFiles.csv(fields));
            case TEXT -> {
                text(out);
                out.println("measured " + how + "; figures in ns");
                table(out, rows, symbols);
            }
            case HLOG, HGRM -> throw new IllegalStateException("not text: " + format);
        }
    }

    static void table(PrintWriter out, List<Latencies.Row> rows, Symbols symbols) {
        Table t =
                new Table()
                        .text("class")
                        .text("about")
                        .text("direction")
                        .number("el")
                        .text("action")
                        .text("at")
                        .number("traps")
                        .number("measured")
                        .number("mean")
                        .number("p50")
                        .number("p90")
                        .number("p99")
                        .number("p99.9")
                        .number("max");
        for (Latencies.Row r : rows) {
            Histogram h = r.histogram();
            boolean any = h.getTotalCount() > 0;
            TrapKey k = r.key();
            Long pc = r.pc();
            t.row(
                    k.cls(),
                    k.subject(),
                    k.direction(),
                    k.el(),
                    k.action(),
                    pc == null ? null : symbols.describe(pc),
                    r.traps(),
                    r.count(),
                    any ? String.format(Locale.ROOT, "%.1f", h.getMean()) : null,
                    percentile(h, 50),
                    percentile(h, 90),
                    percentile(h, 99),
                    percentile(h, 99.9),
                    any ? h.getMaxValue() : null);
        }
        t.print(out);
    }

    private static @Nullable Long percentile(Histogram h, double p) {
        return h.getTotalCount() == 0 ? null : h.getValueAtPercentile(p);
    }

    private void both(PrintWriter out, LatencyComparison c) {
        List<Fields> fields = c.fields();
        switch (format) {
            case JSON ->
                    Output.json(
                            out,
                            heading()
                                    .put("pairs", c.pairs())
                                    .put("statistic", LatencyComparison.STATISTIC)
                                    .put("caveat", c.caveat())
                                    .put("rows", Output.rows(fields)));
            case CSV -> out.print(LatencyFiles.csv(flat(fields)));
            case TEXT -> {
                text(out);
                out.println(
                        "left "
                                + left
                                + ", right "
                                + right
                                + "; figures in ns; delta is right minus left of the "
                                + LatencyComparison.STATISTIC);
                comparison(out, c);
            }
            case HLOG, HGRM -> throw new IllegalStateException("not text: " + format);
        }
    }

    static void comparison(PrintWriter out, LatencyComparison c) {
        Table t =
                new Table()
                        .text("class")
                        .text("about")
                        .text("direction")
                        .number("el")
                        .text("left")
                        .number("n")
                        .number("p50")
                        .number("p99")
                        .text("right")
                        .number("n")
                        .number("p50")
                        .number("p99")
                        .number("delta")
                        .text("95 % interval")
                        .text("")
                        .number("detectable");
        for (LatencyComparison.Row r : c.rows()) {
            LatencyComparison.Side a = r.left();
            LatencyComparison.Side b = r.right();
            PairedTest test = r.test();
            Double low = test == null ? null : test.low();
            Double high = test == null ? null : test.high();
            t.row(
                    r.key().cls(),
                    r.key().subject(),
                    r.key().direction(),
                    r.key().el(),
                    a == null ? null : a.action(),
                    a == null ? null : a.histogram().getTotalCount(),
                    a == null ? null : percentile(a.histogram(), 50),
                    a == null ? null : percentile(a.histogram(), 99),
                    b == null ? null : b.action(),
                    b == null ? null : b.histogram().getTotalCount(),
                    b == null ? null : percentile(b.histogram(), 50),
                    b == null ? null : percentile(b.histogram(), 99),
                    decimal(r.delta()),
                    low == null || high == null
                            ? null
                            : "[" + decimal(low) + ", " + decimal(high) + "]",
                    test == null ? null : r.significant() ? "significant" : "not significant",
                    decimal(r.detectable()));
        }
        t.print(out);
        String caveat = c.caveat();
        if (caveat != null) {
            out.println(caveat);
        }
        if (c.pairs() >= PairedTest.PAIRS_MIN) {
            out.println(
                    c.pairs()
                            + " pairs of JVMs, sign-flip permutation; \"significant\" holds for all rows together"
                            + " (Holm, 5 %); detectable: found with probability 80 %");
        }
    }

    private static @Nullable String decimal(@Nullable Double v) {
        return v == null ? null : String.format(Locale.ROOT, "%.1f", v);
    }

    /** Nested fields as columns of their own. */
    private static List<Fields> flat(List<Fields> rows) {
        List<String> sides =
                List.of(
                        "count",
                        "mean",
                        "p50",
                        "p90",
                        "p99",
                        "p999",
                        "max",
                        "statistic",
                        "rule",
                        "action");
        List<Fields> all = new ArrayList<>();
        for (Fields r : rows) {
            Fields f = new Fields();
            r.map()
                    .forEach(
                            (name, value) -> {
                                if (name.equals("left") || name.equals("right")) {
                                    Map<?, ?> side = value instanceof Map<?, ?> m ? m : Map.of();
                                    sides.forEach(s -> f.put(name + "." + s, side.get(s)));
                                } else if (name.equals("ci95")) {
                                    List<?> ci = value instanceof List<?> l ? l : List.of();
                                    f.put("ci95.low", ci.isEmpty() ? null : ci.get(0))
                                            .put("ci95.high", ci.isEmpty() ? null : ci.get(1));
                                } else {
                                    f.put(name, value);
                                }
                            });
            all.add(f);
        }
        return all;
    }
}
