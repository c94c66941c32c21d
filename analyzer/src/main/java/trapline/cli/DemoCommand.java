package trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.Latencies;
import trapline.analyze.LatencyComparison;
import trapline.analyze.SessionDiff;
import trapline.analyze.Spans;
import trapline.analyze.Story;
import trapline.analyze.Summary;
import trapline.analyze.Symbols;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.record.LiveInputs;
import trapline.record.StopRequest;
import trapline.replay.Flip;
import trapline.replay.FlipResult;
import trapline.replay.ReplayResult;
import trapline.replay.Replayer;

/** The whole story in one go. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Records a bundled guest that looks for a DCC console, with partial emulation on; verifies the",
            "recording; runs it again with partial emulation off; shows what that changed for the guest."
        },
        footer = {"", "Example: trapline demo"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:the replay did not verify",
            "3:the sessions cannot be written",
            "130:interrupted; what was being recorded is sealed"
        })
final class DemoCommand implements Callable<Integer> {
    private static final String GUEST = "dcc-probe";
    private static final String FOLDER = "trapline-demo";
    private static final int FOLDERS_MAX = 1000;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description =
                    "Folder to create for the sessions (default: trapline-demo, or trapline-demo-2 and so on).")
    private @Nullable Path output;

    @Mixin private Output form;

    private int step;

    @Override
    public Integer call() throws IOException {
        long began = System.nanoTime();
        Path folder = output == null ? free() : output;
        PrintWriter out = form.out();
        Path on = folder.resolve("on");
        Path off = folder.resolve("off");
        Path report = folder.resolve("report.html");
        StopRequest stop = new StopRequest();
        LiveInputs inputs = new LiveInputs(null, false);
        try (Interruption _ =
                        new Interruption(
                                () -> {
                                    stop.make();
                                    inputs.stop();
                                });
                Progress progress = new Progress(form.err())) {
            record(out, on, inputs, progress);
            goOn(stop, folder);
            Session left = Session.open(on);
            ReplayResult verified = verify(out, left, stop, progress);
            if (!verified.verified()) {
                return ExitCode.NO;
            }
            FlipResult flip = flip(out, left, off, stop, progress);
            goOn(stop, folder);
            Session right = Session.open(off);
            SessionDiff diff = SessionDiff.of(left, right);
            Symbols symbols = SessionSymbols.of(left);
            LatencyComparison latency = LatencyComparison.once(rows(left), rows(right));
            heading(out, "what changed");
            if (!form.json()) {
                Story.of(diff, symbols).forEach(out::println);
            }
            heading(
                    out,
                    "latency: host nanoseconds of routing, decision and emulation; "
                            + Latencies.Options.DEFAULT.warmUp().text());
            if (!form.json()) {
                LatencyCommand.comparison(out, latency);
            }
            ReportCommand.write(report, left, right);
            if (form.json()) {
                json(folder, verified, flip, diff, symbols, latency);
            } else {
                end(out, on, off, report, System.nanoTime() - began);
            }
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void goOn(StopRequest stop, Path folder) {
        if (stop.made()) {
            throw new StopRequest.Stopped(
                    folder + ": interrupted; what ran so far is kept there, sealed");
        }
    }

    private static Path free() {
        for (int i = 1; i < FOLDERS_MAX; i++) {
            Path p = Path.of(i == 1 ? FOLDER : FOLDER + "-" + i);
            if (!Files.exists(p)) {
                return p;
            }
        }
        throw new BadInput(
                "there are " + FOLDERS_MAX + " demonstrations here: name a folder with -o");
    }

    private void heading(PrintWriter out, String title) {
        if (!form.json()) {
            out.println();
            out.println(++step + ". " + title);
            out.flush();
        }
    }

    private void record(PrintWriter out, Path dir, LiveInputs inputs, Progress progress) {
        heading(out, "record " + GUEST + " with partial-emulation on: what the guest prints");
        SessionConfig.Builder config = SessionConfig.builder();
        config.guest = GUEST;
        config.rtcSeconds = RunOptions.RTC_DEFAULT;
        config.config.put(Settings.PARTIAL_EMULATION_CONFIG, "y");
        config.flags.put(Settings.PARTIAL_EMULATION, "on");
        GuestOutput guest =
                form.json()
                        ? GuestOutput.hidden(GUEST, progress)
                        : GuestOutput.shown(GUEST, out, progress);
        new Recording(dir, config, List.of(BundledGuests.image(GUEST)), false).run(inputs, guest);
        guest.end();
        if (!form.json()) {
            out.println("   " + brief(Summary.of(Session.open(dir))));
        }
    }

    private static String brief(Summary s) {
        return s.outcomeText()
                + ", "
                + Words.count(s.retired(), "instruction")
                + ", "
                + Words.count(s.traps(), "trap")
                + ", virtual time "
                + Spans.nanos(s.virtualNanos());
    }

    private ReplayResult verify(PrintWriter out, Session s, StopRequest stop, Progress progress) {
        heading(out, "replay it: is every recorded fact reproduced?");
        int threads = Runtime.getRuntime().availableProcessors();
        ReplayResult r =
                new Replayer(s, Engines.DEFAULT)
                        .stoppedBy(stop)
                        .verify(threads, ReplayCommand.progress(s, progress));
        progress.clear();
        if (!form.json() || !r.verified()) {
            ReplayCommand.text(out, s, r, stop);
        }
        return r;
    }

    private FlipResult flip(
            PrintWriter out, Session s, Path dir, StopRequest stop, Progress progress) {
        heading(out, "replay it with partial-emulation flipped");
        SessionConfig other = Settings.of(s.config()).flipped(Settings.PARTIAL_EMULATION).build();
        GuestOutput guest = GuestOutput.hidden("the other run", progress);
        FlipResult r = new Flip(s, other, false, Engines.DEFAULT).stoppedBy(stop).run(dir, guest);
        guest.end();
        if (!form.json()) {
            ReplayCommand.text(out, s, dir, r);
        }
        return r;
    }

    private static List<Latencies.Row> rows(Session s) {
        return Latencies.of(s, Latencies.Options.DEFAULT, any -> true, new Dictionary()).rows();
    }

    private void end(PrintWriter out, Path on, Path off, Path report, long nanos) {
        heading(out, "where it is, and what to try next");
        out.println(
                "   "
                        + on
                        + ", "
                        + off
                        + ": the two sessions; "
                        + report
                        + ": all of this on one page");
        out.println("   trapline traps " + on + " --by register");
        out.println("   trapline diff " + on + " " + off);
        out.println("   trapline latency " + on + " " + off + " --repeat 8");
        out.println("   the demonstration took " + Spans.nanos(nanos));
    }

    private void json(
            Path folder,
            ReplayResult verified,
            FlipResult flip,
            SessionDiff diff,
            Symbols symbols,
            LatencyComparison latency) {
        form.json(
                new Fields()
                        .put("folder", folder.toString())
                        .put("verified", verified.verified())
                        .put("forkTrap", flip.fork() == null ? null : flip.fork().id)
                        .put("diff", diff.fields(symbols))
                        .put("latency", Output.rows(latency.fields())));
    }
}
