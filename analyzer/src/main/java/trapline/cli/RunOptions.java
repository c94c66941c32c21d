package trapline.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.journal.SessionConfig;
import trapline.machine.ConsoleScript;
import trapline.record.Drives;

/** What a run is given from outside, and when it ends. */
final class RunOptions {
    /** 2025-01-01T00:00:00Z: equal command lines give equal recordings. */
    static final long RTC_DEFAULT = 1_735_689_600L;

    @Option(
            names = "--rtc",
            paramLabel = "host|TIME",
            description = "What the real-time clock starts at (default: 2025-01-01T00:00:00Z).")
    private @Nullable String rtc;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "For whatever a device draws at random (default: 0).")
    private long seed;

    @Option(
            names = "--input",
            paramLabel = "FILE",
            description = "Console script: what is typed at the guest, and when.")
    private @Nullable Path input;

    @Option(
            names = "--drive",
            paramLabel = "FILE",
            description = "Disk image; it is never changed. Can be repeated.")
    private List<Path> drives = new ArrayList<>();

    @Option(
            names = "--console",
            description = "The terminal is the guest's console; Ctrl-A x ends the recording.")
    private boolean console;

    @Option(
            names = "--until",
            paramLabel = "TEXT",
            description = "End when the guest has printed this.")
    private @Nullable String until;

    @Mixin private LimitOptions limits;

    @Option(names = "--keep-going", description = "Do not end when the guest panics.")
    private boolean keepGoing;

    @Option(names = "--no-reboot", description = "End when the guest resets the machine.")
    private boolean noReboot;

    @Option(
            names = "--snapshot-interval",
            paramLabel = "N",
            description = "Instructions between snapshots (default: 268435456).")
    private @Nullable String snapshotInterval;

    boolean interactive() {
        return console;
    }

    @Nullable Long timeoutSeconds() {
        return limits.timeoutSeconds();
    }

    /**
     * Puts what was given into a configuration; {@code host} as the RTC's start is stored as the
     * time it is now.
     */
    void apply(SessionConfig.Builder b) {
        b.drives = Drives.describe(drives);
        b.rtcSeconds =
                rtc == null
                        ? RTC_DEFAULT
                        : rtc.equals("host")
                                ? Instant.now().getEpochSecond()
                                : Quantity.seconds("--rtc", rtc);
        b.seed = seed;
        if (input != null) {
            b.input = script(input);
        }
        b.console = console;
        if (until != null && until.isEmpty()) {
            throw new BadInput("--until: the text is empty");
        }
        b.until = until;
        limits.apply(b);
        b.keepGoing = keepGoing;
        b.noReboot = noReboot;
        if (snapshotInterval != null) {
            b.snapshotInterval =
                    LimitOptions.positive(
                            "--snapshot-interval",
                            Quantity.count("--snapshot-interval", snapshotInterval));
        }
    }

    private static String script(Path file) {
        String text = PolicyOptions.text("--input", file);
        try {
            ConsoleScript.check(text);
        } catch (ConsoleScript.SyntaxException e) {
            throw new BadInput("--input " + file + ": " + e.getMessage());
        }
        return text;
    }
}
