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
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * On a real terminal, which {@code script} of util-linux makes. Between two calls of stty it must
 * not have changed.
 */
@DisplayName("record --console")
@Timeout(300)
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
        start("echo");
    }

    private void start(String guest, String... options) throws IOException {
        List<String> command =
                Cli.process("record", "-o", dir.resolve("s"), "--guest", guest, "--console")
                        .command();
        command.addAll(List.of(options));
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

    private void restored() throws Exception {
        await("after: ");
        await("\n");
        process.getOutputStream().close();
        assertThat(process.waitFor()).isZero();
        assertThat(value("after"))
                .as("terminal settings after: %s", said)
                .isEqualTo(value("before"));
    }

    private JsonNode ended(String kind) throws Exception {
        restored();
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
    @DisplayName("ends at Ctrl-A x even when the guest has long stopped to take what is typed")
    void escapeBehindManyKeys() throws Exception {
        start("trap-loop", "--append", "n=1000000000000");
        await(READY);
        for (int k = 0; k < 100; k++) {
            type("not a word of this is read by anybody, although there is a lot of it.\r");
        }
        type("\001x");
        ended("STOPPED");
        assertThat(value("ended")).isEqualTo("0");
    }

    @Test
    @DisplayName("types Ctrl-A for two of them, and helps at any other key behind one")
    void escapedEscape() throws Exception {
        start();
        await(READY);
        await("> ");
        type("a\001\001b\001h");
        await(READY);
        type("c\r");
        await("[abc]"); // the guest drops control characters
        type("\001X");
        ended("STOPPED");
    }

    @ParameterizedTest(name = "SIG{0} ends with {1}")
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    @DisplayName("restores the terminal and seals the session at a signal")
    void signalled(String signal, String code) throws Exception {
        start();
        await(READY);
        await("> ");
        ProcessHandle java =
                process.descendants()
                        .filter(p -> p.info().command().orElse("").endsWith("/java"))
                        .findFirst()
                        .orElseThrow();
        Process kill = new ProcessBuilder("kill", "-" + signal, "" + java.pid()).start();
        assertThat(kill.waitFor()).isZero();
        ended("STOPPED");
        assertThat(value("ended")).as("128 and the signal's number").isEqualTo(code);
    }

    @Test
    @DisplayName("restores the terminal when the recording cannot begin")
    void refused() throws Exception {
        Files.writeString(Files.createDirectory(dir.resolve("s")).resolve("file"), "mine");
        start();
        await(READY);
        restored();
        assertThat(value("ended")).isIn("2", "3");
        assertThat(said).contains("trapline: ");
        assertThat(dir.resolve("s").resolve("file")).hasContent("mine");
    }
}
