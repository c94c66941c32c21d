package trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import trapline.analyze.Neutral;
import trapline.journal.SessionException;
import trapline.machine.ConsoleScript;
import trapline.machine.boot.ImageException;
import trapline.policy.PolicyException;

/** Turns failures into one line on standard error and an exit code. */
final class Errors {
    /** Set to anything, it adds a stack trace to the line about a defect of our own. */
    static final String DEBUG_VARIABLE = "TRAPLINE_DEBUG";

    private Errors() {}

    /** What picocli refuses: unknown options, missing arguments, values of a wrong type. */
    static int badUsage(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        String help = command.getCommandSpec().qualifiedName() + " --help";
        String line = oneLine(e) + " (see " + help + ")";
        command.getErr().println("trapline: " + line);
        command.getErr().flush();
        return ExitCode.BAD_USAGE;
    }

    /** What a command throws while it runs. */
    static int failed(Exception e, CommandLine command, CommandLine.@Nullable ParseResult parsed) {
        return report(e, command.getErr());
    }

    /** Prints the line for {@code e} and gives its exit code. */
    static int report(Throwable e, PrintWriter err) {
        int code = codeOf(e);
        if (code == ExitCode.OUR_DEFECT) {
            err.println(
                    "trapline: a defect in trapline itself: "
                            + Neutral.line(String.valueOf(e))
                            + (debug() ? "" : " (set " + DEBUG_VARIABLE + "=1 for where)"));
            if (debug()) {
                e.printStackTrace(err);
            }
        } else {
            err.println("trapline: " + oneLine(e));
        }
        err.flush();
        return code;
    }

    private static int codeOf(Throwable e) {
        return switch (e) {
            case SessionException s -> s.exitCode();
            case BadInput _, PolicyException _, ImageException _, ConsoleScript.SyntaxException _ ->
                    ExitCode.BAD_USAGE;
            case IOException _, UncheckedIOException _ -> ExitCode.ENVIRONMENT;
            case OutOfMemoryError _ -> ExitCode.ENVIRONMENT;
            default -> ExitCode.OUR_DEFECT;
        };
    }

    private static String oneLine(Throwable e) {
        if (e instanceof OutOfMemoryError) {
            return "not enough memory for this: " + e.getMessage();
        }
        Throwable said =
                e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
        String message = said.getMessage();
        if (message == null || message.isBlank()) {
            return said.getClass().getSimpleName();
        }
        String line = message.lines().findFirst().orElse("");
        return Neutral.line(said instanceof IOException io ? describe(io, line) : line);
    }

    private static String describe(IOException e, String line) {
        return switch (e) {
            case java.nio.file.NoSuchFileException _ -> line + ": no such file";
            case java.nio.file.AccessDeniedException _ -> line + ": permission denied";
            case java.nio.file.FileAlreadyExistsException _ -> line + ": already exists";
            default -> line;
        };
    }

    private static boolean debug() {
        return System.getenv(DEBUG_VARIABLE) != null;
    }
}
