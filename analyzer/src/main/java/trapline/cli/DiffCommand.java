package trapline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trapline.analyze.ConsoleDiff;
import trapline.analyze.SessionDiff;
import trapline.analyze.Spans;
import trapline.analyze.Story;
import trapline.analyze.Symbols;
import trapline.analyze.TrapDiff;
import trapline.journal.Session;

/** What two sessions do not have in common. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Compares two sessions: outcome, first differing decision, console, traps.",
        footer = {"", "Example: trapline diff /tmp/on /tmp/off"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:same outcome, console, state and facts",
            "1:they differ",
            "2:not a session",
            "3:missing"
        })
final class DiffCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "DIR", description = "A recorded session: the left one.")
    private Path left;

    @Parameters(index = "1", paramLabel = "DIR2", description = "Another: the right one.")
    private Path right;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "20",
            description = "Rows of each table (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Mixin private Output output;

    @Override
    public Integer call() {
        Session l = Session.open(left);
        Session r = Session.open(right);
        SessionDiff diff = SessionDiff.of(l, r);
        Symbols symbols = SessionSymbols.of(l);
        if (output.json()) {
            output.json(diff.fields(symbols));
        } else {
            print(output.out(), diff, symbols, rows);
            output.out().flush();
        }
        return diff.same() ? ExitCode.DONE : ExitCode.NO;
    }

    static void print(PrintWriter out, SessionDiff d, Symbols symbols, int rows) {
        settings(out, d);
        out.println();
        Story.of(d, symbols).forEach(out::println);
        out.println();
        outcome(out, d);
        console(out, d.console());
        if (d.same() && d.traps().otherReason() == 0) {
            return;
        }
        traps(out, d, rows);
        counts(out, d, rows);
    }

    private static void settings(PrintWriter out, SessionDiff d) {
        out.println(
                "left   "
                        + d.leftSession().dir()
                        + ": "
                        + Settings.of(d.leftSession().config()).describe());
        out.println(
                "right  "
                        + d.rightSession().dir()
                        + ": "
                        + Settings.of(d.rightSession().config()).describe());
    }

    private static void outcome(PrintWriter out, SessionDiff d) {
        Table t = new Table().text("").text("left").text("right").text("");
        t.row("outcome", d.left().outcomeText(), d.right().outcomeText(), same(d.sameOutcome()));
        pair(
                t,
                "console sha256",
                brief(d.left().consoleSha256()),
                brief(d.right().consoleSha256()));
        pair(t, "state digest", brief(d.left().stateDigest()), brief(d.right().stateDigest()));
        pair(t, "fact digest", brief(d.left().factDigest()), brief(d.right().factDigest()));
        pair(t, "instructions", Words.count(d.left().retired()), Words.count(d.right().retired()));
        pair(
                t,
                "virtual time",
                Spans.nanos(d.left().virtualNanos()),
                Spans.nanos(d.right().virtualNanos()));
        pair(t, "traps", Words.count(d.left().traps()), Words.count(d.right().traps()));
        pair(
                t,
                "interrupts",
                Words.count(d.left().interrupts()),
                Words.count(d.right().interrupts()));
        t.print(out);
    }

    private static void pair(Table t, String name, String left, String right) {
        t.row(name, left, right, same(Objects.equals(left, right)));
    }

    private static String same(boolean same) {
        return same ? "same" : "differs";
    }

    private static String brief(@org.jspecify.annotations.Nullable String digest) {
        return digest == null ? "none" : digest.substring(0, Math.min(16, digest.length()));
    }

    private static void console(PrintWriter out, ConsoleDiff c) {
        if (!c.same()) {
            out.println();
            out.println(
                    "console, first differing line"
                            + (c.line() == 0
                                    ? ": none of the lines compared"
                                    : " (" + c.line() + "):"));
            if (c.line() > 0) {
                out.println("  left   " + (c.left() == null ? "(no more output)" : c.left()));
                out.println("  right  " + (c.right() == null ? "(no more output)" : c.right()));
            }
        }
    }

    private static void traps(PrintWriter out, SessionDiff d, int rows) {
        TrapDiff t = d.traps();
        out.println();
        out.println(
                "traps aligned: "
                        + Words.count(t.same())
                        + " same"
                        + (t.otherReason() > 0
                                ? " (" + Words.count(t.otherReason()) + " of them by another rule)"
                                : "")
                        + ", "
                        + Words.count(t.changed())
                        + " answered differently, "
                        + Words.count(t.removed())
                        + " only left, "
                        + Words.count(t.added())
                        + " only right");
        Table table =
                new Table()
                        .text("class")
                        .text("about")
                        .text("direction")
                        .number("el")
                        .number("same")
                        .number("changed")
                        .number("only left")
                        .number("only right");
        t.groups().stream()
                .limit(rows)
                .forEach(
                        g ->
                                table.row(
                                        g.cls(),
                                        g.subject(),
                                        g.direction(),
                                        g.el(),
                                        g.same(),
                                        g.changed(),
                                        g.removed(),
                                        g.added()));
        table.print(out);
    }

    private static void counts(PrintWriter out, SessionDiff d, int rows) {
        out.println();
        out.println("counts by decision, most different first");
        Table table =
                new Table()
                        .text("class")
                        .text("about")
                        .text("direction")
                        .number("el")
                        .text("action")
                        .text("rule")
                        .number("left")
                        .number("right");
        d.counts().stream()
                .limit(rows)
                .forEach(
                        c ->
                                table.row(
                                        c.key().cls(),
                                        c.key().subject(),
                                        c.key().direction(),
                                        c.key().el(),
                                        c.key().action(),
                                        c.key().rule(),
                                        c.left(),
                                        c.right()));
        table.print(out);
    }
}
