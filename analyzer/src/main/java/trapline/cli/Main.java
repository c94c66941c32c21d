package trapline.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code trapline} command: lists the subcommands, and turns failures into one line and a code.
 */
@Command(
        name = "trapline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Records what a hypervisor does to an Arm guest, and what other decisions would have done.",
        subcommands = {
            DemoCommand.class,
            RecordCommand.class,
            ReplayCommand.class,
            InfoCommand.class,
            TrapsCommand.class,
            ConsoleCommand.class,
            CheckCommand.class,
            DiffCommand.class,
            MatrixCommand.class,
            LatencyCommand.class,
            ReportCommand.class,
            ExportCommand.class,
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the command did its work",
            "1:the answer is no: not verified, differs, damaged",
            "2:bad usage or input",
            "3:the environment refused: disk full, unwritable, session busy or missing",
            "70:a defect in trapline itself",
            "130:interrupted (143 by SIGTERM); what was being recorded is sealed"
        })
public final class Main implements Runnable {
    @Spec private CommandSpec spec;

    private Main() {}

    /** Runs the command in {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = ExitCode.OUR_DEFECT;
        try {
            code = commandLine().setOut(out).setErr(err).execute(args);
        } catch (OutOfMemoryError | StackOverflowError | AssertionError e) {
            code = Errors.report(e, err);
        } finally {
            out.flush();
            err.flush();
            Interruption.processEnds();
        }
        System.exit(code);
    }

    /**
     * Runs one command within this process, as {@link #main} does, and gives its exit code.
     *
     * @param out what a process would write to standard output
     * @param err what it would write to standard error
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        int code = commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return code;
    }

    /**
     * The whole command tree with the project's error handling, so that tests run what users run.
     */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Errors::badUsage)
                .setExecutionExceptionHandler(Errors::failed)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setAbbreviatedOptionsAllowed(false)
                .setUsageHelpWidth(100);
    }

    /** Without a subcommand there is nothing to do: that is bad usage. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }
}
