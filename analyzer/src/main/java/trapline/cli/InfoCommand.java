package trapline.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trapline.analyze.Fields;
import trapline.analyze.Neutral;
import trapline.analyze.Spans;
import trapline.analyze.Summary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;

/** What a session is. */
@Command(
        name = "info",
        mixinStandardHelpOptions = true,
        description = "Tells what a session is: its configuration, how it ended, what it holds.",
        footer = {"", "Example: trapline info /tmp/on"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:damaged", "2:not a session", "3:missing"})
final class InfoCommand implements Callable<Integer> {
    @Mixin private SessionArgument session;
    @Mixin private Output output;

    @Override
    public Integer call() {
        Session s = session.open();
        if (output.json()) {
            output.json(fields(s));
        } else {
            text(s, Summary.of(s));
        }
        return ExitCode.DONE;
    }

    /** What the contract says of a session. */
    static Fields fields(Session s) {
        return fields(s, Summary.of(s));
    }

    private static Fields fields(Session s, Summary g) {
        SessionConfig c = s.config();
        SessionConfig.Parent p = c.parent();
        Settings settings = Settings.of(c);
        return new Fields()
                .put("session", s.dir().toString())
                .put("format", c.format())
                .put("sealed", s.sealed())
                .put("busy", s.busy())
                .put("guest", c.guest())
                .put("platform", c.platform())
                .put("cpu", c.cpu())
                .put("cpus", c.cpus())
                .put("memoryBytes", c.memoryBytes())
                .put("gic", c.gic())
                .put("hypervisor", c.hypervisor())
                .put("config", c.config())
                .put("flags", settings.given())
                .put("effective", settings.effective())
                .put("xenArgs", c.xenArgs())
                .put("xenBuild", c.xenBuild())
                .put("trapCost", c.trapCost())
                .put("rtcSeconds", c.rtcSeconds())
                .put("seed", c.seed())
                .put("outcome", g.outcomeFields())
                .put("retired", g.retired())
                .put("virtualNanos", g.virtualNanos())
                .put("traps", g.traps())
                .put("interrupts", g.interrupts())
                .put("facts", g.facts())
                .put("journalBytes", s.journalBytes())
                .put("snapshotBytes", s.snapshotBytes())
                .put("imageBytes", s.imageBytes())
                .put("stateDigest", g.stateDigest())
                .put("factDigest", g.factDigest())
                .put("consoleSha256", g.consoleSha256())
                .put("wallNanos", g.wallNanos())
                .put(
                        "parent",
                        p == null
                                ? null
                                : new Fields().put("session", p.session()).put("trap", p.trap()));
    }

    private void text(Session s, Summary g) {
        PrintWriter out = output.out();
        SessionConfig c = s.config();
        SessionConfig.Parent p = c.parent();
        Settings settings = Settings.of(c);
        String state =
                s.sealed()
                        ? "finished and sealed"
                        : s.busy() ? "being recorded" : "not sealed (killed)";
        line(out, "session", s.dir() + ", " + state + ", format " + c.format());
        line(out, "guest", c.guest());
        for (SessionConfig.Image i : c.images()) {
            line(
                    out,
                    "  " + i.role(),
                    i.path() + ", " + Words.bytes(i.bytes()) + ", sha256 " + i.sha256());
        }
        line(
                out,
                "machine",
                c.platform()
                        + ", "
                        + c.cpus()
                        + " x "
                        + c.cpu()
                        + ", "
                        + Words.bytes(c.memoryBytes())
                        + ", GICv"
                        + c.gic());
        line(out, "hypervisor", settings.describe());
        if (p != null) {
            line(out, "parent", p.session() + ", left at trap " + Words.count(p.trap()));
        }
        line(out, "outcome", g.outcomeText());
        line(out, "retired", Words.count(g.retired(), "guest instruction") + ", all vCPUs");
        line(
                out,
                "virtual time",
                Spans.nanos(g.virtualNanos()) + " (1 ns an instruction + modelled trap cost)");
        if (g.wallNanos() != null) {
            line(out, "host time", Spans.nanos(g.wallNanos()));
        }
        line(out, "traps", Words.count(g.traps()));
        line(out, "interrupts", Words.count(g.interrupts()));
        line(
                out,
                "on disk",
                "journal "
                        + Words.bytes(s.journalBytes())
                        + ", snapshots "
                        + Words.bytes(s.snapshotBytes())
                        + ", images "
                        + Words.bytes(s.imageBytes()));
        line(out, "state digest", g.stateDigest() == null ? "none" : g.stateDigest());
        line(out, "fact digest", g.factDigest());
        line(out, "console", "sha256 " + g.consoleSha256());
        out.flush();
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("%-13s %s%n", name, Neutral.line(value));
    }
}
