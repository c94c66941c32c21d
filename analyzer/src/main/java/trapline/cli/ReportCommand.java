package trapline.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import trapline.analyze.Overview;
import trapline.analyze.SessionDiff;
import trapline.analyze.Symbols;
import trapline.journal.Session;
import trapline.report.HtmlReport;

/** One page about one session or two. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes one self-contained HTML page about a session, or about two.",
        footer = {"", "Example: trapline report /tmp/on /tmp/off -o /tmp/report.html"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:damaged",
            "2:bad usage, or not a session",
            "3:missing, or cannot be written"
        })
final class ReportCommand implements Callable<Integer> {
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
            names = {"-o", "--output"},
            paramLabel = "FILE.html",
            required = true,
            description = "Page to create.")
    private Path file;

    @Override
    public Integer call() throws IOException {
        write(file, Session.open(left), right == null ? null : Session.open(right));
        spec.commandLine().getOut().println(file + ": " + Words.bytes(Files.size(file)));
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    /** Writes the page; it is there as a whole or not at all. */
    static void write(Path file, Session left, @Nullable Session right) throws IOException {
        WholeFile.create(
                file,
                bytes -> {
                    Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
                    Symbols symbols = SessionSymbols.of(left);
                    if (right == null) {
                        HtmlReport.write(out, overview(left), symbols);
                    } else {
                        HtmlReport.write(
                                out,
                                overview(left),
                                overview(right),
                                SessionDiff.of(left, right),
                                symbols);
                    }
                    out.flush();
                });
    }

    private static Overview overview(Session s) {
        return Overview.of(s, Settings.of(s.config()).describe());
    }
}
