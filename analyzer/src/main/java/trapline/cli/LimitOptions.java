package trapline.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trapline.journal.SessionConfig;

/** What ends a run that does not end by itself. */
final class LimitOptions {
    @Option(
            names = "--budget",
            paramLabel = "N",
            description = "End after so many instructions of all vCPUs.")
    private @Nullable String budget;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Stop after so many seconds on the host's clock.")
    private @Nullable Long timeout;

    boolean given() {
        return budget != null || timeout != null;
    }

    @Nullable Long timeoutSeconds() {
        return timeout;
    }

    /** Puts what was given into a configuration, over what is there. */
    void apply(SessionConfig.Builder b) {
        if (budget != null) {
            b.budget = positive("--budget", Quantity.count("--budget", budget));
        }
        if (timeout != null) {
            b.timeoutSeconds = positive("--timeout", timeout);
        }
    }

    static long positive(String option, long value) {
        if (value <= 0) {
            throw new BadInput(option + " " + value + ": expected a number above 0");
        }
        return value;
    }
}
