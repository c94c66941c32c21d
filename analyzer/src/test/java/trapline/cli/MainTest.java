package trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

@DisplayName("The trapline command")
class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }

    @Test
    @DisplayName("prints its version on one line and exits 0")
    void version() {
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).matches("trapline \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    @DisplayName("prints its help with the exit codes and exits 0")
    void help() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: trapline").contains("Exit codes:", "130");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    @DisplayName("answers an unknown option with one line on stderr and exits 2")
    void unknownOption() {
        assertThat(run("--no-such-option")).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains("--no-such-option");
    }

    @Test
    @DisplayName("answers no command with one line on stderr and exits 2")
    void noCommand() {
        assertThat(run()).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines()).singleElement().asString().contains("no command given");
    }
}
