package trapline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trapline.analyze.Fields;
import trapline.journal.Check;
import trapline.journal.CheckReport;

/** Is a session whole. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells whether a session is whole; names the first stretch that is not.",
        footer = {"", "Example: trapline check /tmp/on"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:whole and sealed", "1:damaged or not sealed", "2:not a session", "3:missing"})
final class CheckCommand implements Callable<Integer> {
    @Mixin private SessionArgument session;
    @Mixin private Output output;

    @Override
    public Integer call() {
        CheckReport r = Check.of(session.dir());
        if (output.json()) {
            output.json(fields(r));
        } else if (r.exitCode() == ExitCode.BAD_USAGE || r.exitCode() == ExitCode.ENVIRONMENT) {
            output.err().println("trapline: " + r.line());
        } else {
            output.out().println(r.line());
        }
        return r.exitCode();
    }

    private Fields fields(CheckReport r) {
        return new Fields()
                .put("session", session.dir().toString())
                .put("whole", r.whole())
                .put("sealed", r.sealed())
                .put("line", r.line())
                .put("stretches", r.stretches())
                .put("firstBadStretch", r.firstBadStretch() < 0 ? null : r.firstBadStretch())
                .put("traps", r.lastTrap())
                .put("facts", r.facts())
                .put("repairable", r.repairable());
    }
}
