package trapline.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Spans;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.record.LiveInputs;

/** Runs a guest and records it. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Runs a guest and records every trap to EL2, the decision and its reason.",
        footer = {
            "",
            "Example: trapline record -o /tmp/on --guest dcc-probe --partial-emulation on"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:recorded and sealed, whatever the guest's outcome",
            "2:bad usage or input",
            "3:the session cannot be written",
            "130:interrupted; the session is sealed"
        })
final class RecordCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Session to create.")
    private @Nullable Path dir;

    @Mixin private MachineOptions machine;
    @Mixin private PolicyOptions policy;
    @Mixin private RunOptions run;

    @Option(names = "--reference-images", description = "Keep digests of the images, not copies.")
    private boolean referenceImages;

    @Option(
            names = {"-q", "--quiet"},
            description = "Do not show what the guest writes.")
    private boolean quiet;

    @Mixin private Output output;

    @Override
    public Integer call() {
        Path to = dir;
        if (to == null) {
            throw new BadInput("record: -o DIR is missing: where the session goes");
        }
        SessionConfig.Builder config = SessionConfig.builder();
        List<String> warnings = policy.apply(config);
        List<GuestImage> images = machine.apply(config);
        run.apply(config);
        warnings.forEach(
                w ->
                        output.err()
                                .println("trapline: warning: " + trapline.analyze.Neutral.line(w)));
        try (Progress progress = new Progress(output.err())) {
            GuestOutput guest = guestOutput(config.guest, progress);
            LiveInputs inputs = new LiveInputs(run.timeoutSeconds(), run.interactive());
            try (Interruption interruption = new Interruption(inputs::stop)) {
                summary(to, record(to, config, images, inputs, guest));
                output.out().flush();
                return interruption.interrupted() ? ExitCode.INTERRUPTED : ExitCode.DONE;
            }
        }
    }

    private SessionFile record(
            Path to,
            SessionConfig.Builder config,
            List<GuestImage> images,
            LiveInputs inputs,
            GuestOutput guest) {
        Recording recording = new Recording(to, config, images, referenceImages);
        try (Keyboard _ = run.interactive() ? Keyboard.to(inputs) : Keyboard.none()) {
            return recording.run(inputs, guest);
        } finally {
            guest.end();
        }
    }

    private GuestOutput guestOutput(String name, Progress progress) {
        if (run.interactive()) {
            return GuestOutput.console(name, progress);
        }
        return quiet || output.json()
                ? GuestOutput.hidden(name, progress)
                : GuestOutput.shown(name, output.out(), progress);
    }

    private void summary(Path dir, SessionFile f) {
        if (output.json()) {
            output.json(InfoCommand.fields(Session.open(dir)));
            return;
        }
        SessionFile.Ended e = f.outcome();
        String outcome =
                e == null
                        ? "no outcome"
                        : e.kind() + (e.detail() == null ? "" : " (" + e.detail() + ")");
        output.err()
                .println(
                        "trapline: "
                                + dir
                                + ": "
                                + trapline.analyze.Neutral.line(outcome)
                                + ", "
                                + Words.count(f.retired(), "instruction")
                                + ", "
                                + Words.count(f.traps(), "trap")
                                + ", "
                                + Spans.nanos(f.virtualNanos())
                                + " of virtual time in "
                                + Spans.nanos(f.wallNanos()));
    }
}
