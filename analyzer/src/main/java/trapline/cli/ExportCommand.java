package trapline.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import trapline.analyze.Exports;

/** A session for other tools. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a session for other tools: perfetto, a timeline in the JSON trace event format; parquet and",
            "csv, a table of all traps; json, every event, one object a line."
        },
        footer = {"", "Example: trapline export /tmp/on --to parquet -o /tmp/on.parquet"},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:damaged",
            "2:bad usage, or not a session",
            "3:missing, or cannot be written"
        })
final class ExportCommand implements Callable<Integer> {
    /** Formats. */
    enum Format {
        PERFETTO,
        PARQUET,
        CSV,
        JSON
    }

    @Spec private CommandSpec spec;

    @Mixin private SessionArgument session;

    @Option(
            names = "--to",
            paramLabel = "perfetto|parquet|csv|json",
            required = true,
            description = "Format.")
    private Format format = Format.JSON;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "File to create (default: standard output; parquet needs a file).")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException {
        Exports exports = new Exports(session.open(), session.symbols());
        Path to = file;
        if (to == null) {
            if (format == Format.PARQUET) {
                throw new BadInput(
                        "--to " + format.name().toLowerCase(Locale.ROOT) + " needs -o FILE");
            }
            spec.commandLine().getOut().flush();
            OutputStream out = new BufferedOutputStream(System.out, 1 << 16);
            write(exports, out);
            out.flush();
            return ExitCode.DONE;
        }
        WholeFile.create(to, out -> write(exports, out));
        return ExitCode.DONE;
    }

    private void write(Exports exports, OutputStream out) throws IOException {
        switch (format) {
            case PERFETTO -> exports.perfetto(out);
            case PARQUET -> exports.parquet(out);
            case CSV -> exports.csv(out);
            case JSON -> exports.json(out);
        }
    }
}
