package trapline.cli;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import trapline.analyze.Fields;
import trapline.event.Outcome;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.FactTotals;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;

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

    /** The figures that a finished session has in its file, and any other in its events. */
    private record Figures(
            @Nullable String outcome,
            @Nullable String detail,
            long retired,
            long virtualNanos,
            long traps,
            long interrupts,
            long facts,
            @Nullable String stateDigest,
            String factDigest,
            String consoleSha256,
            @Nullable Long wallNanos) {

        static Figures of(SessionFile f) {
            SessionFile.Ended e = f.outcome();
            return new Figures(
                    e == null ? null : e.kind(),
                    e == null ? null : e.detail(),
                    f.retired(),
                    f.virtualNanos(),
                    f.traps(),
                    f.interrupts(),
                    f.facts(),
                    f.stateDigest(),
                    f.factDigest(),
                    f.consoleSha256(),
                    f.wallNanos());
        }

        static Figures counted(Session s) {
            Dictionary dictionary = new Dictionary();
            try (Cursor c = s.cursor(dictionary, Cursor.View.RUNS)) {
                FactTotals t = c.drain(new FactTotals(dictionary));
                Outcome o = t.outcome();
                return new Figures(
                        o == null ? null : o.kind().name(),
                        o == null ? null : o.detail(),
                        t.machineRetired(),
                        t.virtualNanos(),
                        t.traps(),
                        t.interrupts(),
                        t.facts(),
                        t.hasState() ? digest(t.stateHigh(), t.stateLow()) : null,
                        digest(t.factHigh(), t.factLow()),
                        HexFormat.of().formatHex(t.consoleSha256()),
                        null);
            }
        }

        private static String digest(long high, long low) {
            return "%016x%016x".formatted(high, low);
        }
    }

    @Override
    public Integer call() {
        Session s = session.open();
        if (output.json()) {
            output.json(fields(s));
        } else {
            text(s, figures(s));
        }
        return ExitCode.DONE;
    }

    private static Figures figures(Session s) {
        SessionFile file = s.file();
        return file == null ? Figures.counted(s) : Figures.of(file);
    }

    /** What the contract says of a session. */
    static Fields fields(Session s) {
        return fields(s, figures(s));
    }

    private static Fields fields(Session s, Figures g) {
        SessionConfig c = s.config();
        SessionConfig.Parent p = c.parent();
        Settings settings = Settings.of(c);
        Map<String, @Nullable Object> effective = new TreeMap<>();
        effective.put(Settings.PARTIAL_EMULATION, settings.effectivePartialEmulation());
        Map<String, @Nullable Object> flags = new TreeMap<>();
        flags.put(Settings.PARTIAL_EMULATION, settings.partialEmulationAsGiven());
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
                .put("flags", flags)
                .put("effective", effective)
                .put("xenArgs", c.xenArgs())
                .put("xenBuild", c.xenBuild())
                .put("trapCost", c.trapCost())
                .put("rtcSeconds", c.rtcSeconds())
                .put("seed", c.seed())
                .put(
                        "outcome",
                        g.outcome == null
                                ? null
                                : new Fields().put("kind", g.outcome).put("detail", g.detail))
                .put("retired", g.retired)
                .put("virtualNanos", g.virtualNanos)
                .put("traps", g.traps)
                .put("interrupts", g.interrupts)
                .put("facts", g.facts)
                .put("journalBytes", s.journalBytes())
                .put("snapshotBytes", s.snapshotBytes())
                .put("imageBytes", s.imageBytes())
                .put("stateDigest", g.stateDigest)
                .put("factDigest", g.factDigest)
                .put("consoleSha256", g.consoleSha256)
                .put("wallNanos", g.wallNanos)
                .put(
                        "parent",
                        p == null ? null : new Fields().put("session", p.session()).put("trap", p.trap()));
    }

    private void text(Session s, Figures g) {
        PrintWriter out = output.out();
        SessionConfig c = s.config();
        SessionConfig.Parent p = c.parent();
        Settings settings = Settings.of(c);
        String state = s.sealed() ? "finished and sealed" : s.busy() ? "being recorded" : "not sealed (killed)";
        line(out, "session", s.dir() + ", " + state + ", format " + c.format());
        line(out, "guest", c.guest());
        for (SessionConfig.Image i : c.images()) {
            line(out, "  " + i.role(), i.path() + ", " + Words.bytes(i.bytes()) + ", sha256 " + i.sha256());
        }
        line(
                out,
                "machine",
                c.platform() + ", " + c.cpus() + " x " + c.cpu() + ", " + Words.bytes(c.memoryBytes()) + ", GICv" + c.gic());
        line(out, "hypervisor", settings.describe());
        if (p != null) {
            line(out, "parent", p.session() + ", left at trap " + Words.count(p.trap()));
        }
        String detail = g.detail == null ? "" : ": " + g.detail;
        line(out, "outcome", g.outcome == null ? "none yet" : g.outcome + detail);
        line(out, "retired", Words.count(g.retired, "guest instruction") + ", all vCPUs");
        line(out, "virtual time", Words.nanos(g.virtualNanos) + " (1 ns an instruction + modelled trap cost)");
        if (g.wallNanos != null) {
            line(out, "host time", Words.nanos(g.wallNanos));
        }
        line(out, "traps", Words.count(g.traps));
        line(out, "interrupts", Words.count(g.interrupts));
        line(
                out,
                "on disk",
                "journal " + Words.bytes(s.journalBytes()) + ", snapshots " + Words.bytes(s.snapshotBytes()) + ", images "
                        + Words.bytes(s.imageBytes()));
        line(out, "state digest", g.stateDigest == null ? "none" : g.stateDigest);
        line(out, "fact digest", g.factDigest);
        line(out, "console", "sha256 " + g.consoleSha256);
        out.flush();
    }

    private static void line(PrintWriter out, String name, String value) {
        out.printf("%-13s %s%n", name, trapline.analyze.Neutral.line(value));
    }
}
