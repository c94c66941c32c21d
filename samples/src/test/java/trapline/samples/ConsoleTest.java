package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * On a real terminal, which {@code script} of util-linux makes. Between two calls of stty it must
 * not have changed.
 */
@DisplayName("record --console")
class ConsoleTest {
    private static final String READY = "Ctrl-A x ends";

    @TempDir Path dir;

    private final Cli cli = new Cli();
    private Process process;
    private final StringBuilder said = new StringBuilder();

    @BeforeEach
    void needsScript() {
        assumeTrue(
                Stream.of("script", "stty")
                        .allMatch(
                                tool ->
                                        Stream.of(System.getenv("PATH").split(":"))
                                                .anyMatch(
                                                        d -> Files.isExecutable(Path.of(d, tool)))),
                "skipped: needs script and stty (Debian packages bsdutils and coreutils)");
    }

    private void start() throws IOException {
        List<String> command =
                Cli.process("record", "-o", dir.resolve("s"), "--guest", "echo", "--console")
                        .command();
        String run = command.stream().map(w -> "'" + w + "'").collect(Collectors.joining(" "));
        String all = "echo before: $(stty -g); " + run + "; echo ended: $?; echo after: $(stty -g)";
        process =
                new ProcessBuilder("script", "-qec", all, "/dev/null")
                        .redirectErrorStream(true)
                        .start();
    }

    /** Reads what the terminal shows until this was in it. */
    private void await(String text) throws IOException {
        int from = said.length();
        for (int b = process.getInputStream().read(); b >= 0; b = process.getInputStream().read()) {
            said.append((char) b);
            if (said.indexOf(text, Math.max(0, from - text.length())) >= 0) {
                return;
            }
        }
        throw new AssertionError("ended before '" + text + "': " + said);
    }

    private void type(String text) throws IOException {
        OutputStream keys = process.getOutputStream();
        keys.write(text.getBytes(StandardCharsets.US_ASCII));
        keys.flush();
    }

    private String value(String name) {
        int at = said.lastIndexOf(name + ": ");
        return said.substring(at + name.length() + 2, said.indexOf("\r", at));
    }

    private JsonNode ended(String kind) throws Exception {
        await("after: ");
        await("\n");
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(value("after"))
                .as("terminal settings after: %s", said)
                .isEqualTo(value("before"));
        JsonNode info = cli.json("info", dir.resolve("s"));
        assertThat(info.path("outcome").path("kind").asString()).isEqualTo(kind);
        assertThat(cli.json("replay", dir.resolve("s")).path("verified").asBoolean()).isTrue();
        return info;
    }

    @Test
    @DisplayName("gives the guest every key, Ctrl-C too, and replays exactly")
    void everyKey() throws Exception {
        start();
        await(READY);
        await("> ");
        type("one\003two\r");
        await("[onetwo]");
        await("> ");
        type("quit\r");
        ended("POWERED_OFF");
        assertThat(value("ended")).isEqualTo("0");
        assertThat(Cli.console(dir.resolve("s"))).contains("1: [onetwo] 6");
    }

    @Test
    @DisplayName("ends at Ctrl-A x, sealed")
    void escape() throws Exception {
        start();
        await(READY);
        await("> ");
        type("half\001x");
        ended("STOPPED");
        assertThat(value("ended")).isEqualTo("0");
    }

    @Test
    @DisplayName("restores the terminal and seals the session when it is told to terminate")
    void terminated() throws Exception {
        start();
        await(READY);
        await("> ");
        ProcessHandle java =
                process.descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("/java"))
                        .findFirst()
                        .orElseThrow();
        java.destroy();
        ended("STOPPED");
        assertThat(value("ended")).as("128 and SIGTERM").isEqualTo("143");
    }
}
