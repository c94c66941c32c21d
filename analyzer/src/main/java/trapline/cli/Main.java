package trapline.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The {@code trapline} command: lists the subcommands and turns failures into one line and a code.
 */
@Command(
        name = "trapline",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Records what a hypervisor does to an Arm guest, and what other decisions would have done.",
        subcommands = {},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the command did its work",
            "1:the answer is no: not verified, differs, damaged",
            "2:bad usage or input",
            "3:the environment refused: disk full, unwritable, session busy or missing",
            "70:a defect in trapline itself",
            "130:interrupted; the session is sealed"
        })
public final class Main implements Runnable {
    static final int BAD_USAGE = 2;
    static final int OUR_DEFECT = 70;

    @Spec private CommandSpec spec;

    private Main() {}

    /** Runs the command in {@code args} and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    /**
     * The whole command tree with the project's error handling, so that tests run what users run.
     */
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Main::badUsage)
                .setExecutionExceptionHandler(Main::defect);
    }

    /**
     * Without a subcommand there is nothing to do: that is bad usage, answered with the help text.
     */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "no command given");
    }

    private static int badUsage(ParameterException e, String[] args) {
        PrintWriter err = e.getCommandLine().getErr();
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        err.println(command + ": " + oneLine(e) + " (see " + command + " --help)");
        return BAD_USAGE;
    }

    private static int defect(
            Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        commandLine.getErr().println("trapline: a defect in trapline itself: " + e);
        e.printStackTrace(commandLine.getErr());
        return OUR_DEFECT;
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage();
        return message == null
                ? e.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
