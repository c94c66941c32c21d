package trapline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.Neutral;
import trapline.journal.Check;
import trapline.journal.CheckReport;
import trapline.replay.Repair;

/** Is a session whole. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Tells whether a session is whole; names the first stretch that is not.",
        footer = {
            "",
            "Example: trapline check /tmp/on",
            "         trapline check /tmp/killed --repair"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:whole and sealed",
            "1:damaged or not sealed",
            "2:not a session",
            "3:missing"
        })
final class CheckCommand implements Callable<Integer> {
    @Mixin private SessionArgument session;

    @Option(
            names = "--repair",
            description = "Make it whole: keep what is intact, execute again what was lost, seal.")
    private boolean repair;

    @Mixin private Output output;

    @Override
    public Integer call() {
        if (repair) {
            return repair();
        }
        return answer(Check.of(session.dir()));
    }

    private int answer(CheckReport r) {
        if (output.json()) {
            output.json(fields(r));
        } else if (r.exitCode() == ExitCode.BAD_USAGE || r.exitCode() == ExitCode.ENVIRONMENT) {
            output.err().println("trapline: " + r.line());
        } else {
            output.out().println(r.line());
        }
        return r.exitCode();
    }

    private int repair() {
        CheckReport before = Check.of(session.dir());
        if (before.whole()) {
            return answer(before);
        }
        Repair.Result r = Repair.run(session.dir(), Engines.DEFAULT);
        CheckReport after = Check.of(session.dir());
        if (output.json()) {
            output.json(
                    fields(after)
                            .put("damage", r.damage())
                            .put("kept", r.kept())
                            .put("rebuilt", r.rebuilt())
                            .put("verified", r.verified()));
        } else {
            String was = r.damage() == null ? "it was not sealed" : r.damage();
            output.out().println(session.dir() + ": repaired: " + Neutral.line(was));
            output.out()
                    .println(
                            "  "
                                    + Words.count(r.kept(), "event")
                                    + " kept, reproduced by executing them again; "
                                    + Words.count(r.rebuilt(), "event")
                                    + " restored by execution");
            output.out().println(after.line());
        }
        output.out().flush();
        return after.exitCode();
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
