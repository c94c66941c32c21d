package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A session that another process is recording")
class LiveSessionTest {
    @TempDir Path dir;

    private final Cli cli = new Cli();
    private Process recorder;

    @AfterEach
    void end() {
        if (recorder != null) {
            recorder.destroyForcibly();
        }
    }

    @Test
    @DisplayName(
            "can be looked into, followed to its end, and is neither overwritten nor repaired meanwhile")
    void readWhileItGrows() throws Exception {
        Path session = dir.resolve("s");
        recorder =
                Cli.process(
                                "record",
                                "-o",
                                session,
                                "--guest",
                                "trap-loop",
                                "--append",
                                "n=1000000000000",
                                "--timeout",
                                "600")
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        // Each look is an operation of its own; the recorder goes on between them.
        while (cli.run("traps", session, "--format", "json", "--limit", "1") != 0
                || Cli.parse(cli.out()).path("rows").isEmpty()) {
            assertThat(recorder.isAlive()).as("recorder; last: %s", cli.err()).isTrue();
        }
        JsonNode info = cli.json("info", session);
        assertThat(info.path("sealed").asBoolean()).isFalse();
        assertThat(info.path("outcome").isNull() || info.path("outcome").path("kind").isNull())
                .isTrue();
        assertThat(info.path("traps").asLong()).isPositive();
        assertThat(cli.run("check", session)).isEqualTo(1);
        assertThat(cli.out()).contains("being recorded");
        cli.refused(cli.run("check", session, "--repair"), 3, "busy");
        cli.refused(cli.run("record", "-o", session, "--guest", "alu-loop"), 3, "already exists");

        Process follower =
                Cli.process("traps", session, "--follow", "--format", "json")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(follower.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.contains("\"trap\"")) {
                line = out.readLine();
            }
            assertThat(line).as("first trap that the follower prints").isNotNull();
            new ProcessBuilder("kill", "-INT", Long.toString(recorder.pid())).start().waitFor();
            assertThat(recorder.waitFor()).isEqualTo(130);
            long followed = 0;
            for (; line != null; line = out.readLine()) {
                if (line.contains("\"trap\"")) {
                    JsonNode row = Cli.parse(line.strip().replaceAll(",$", ""));
                    followed = row.path("trap").asLong() + row.path("count").asLong() - 1;
                }
            }
            assertThat(follower.waitFor()).isZero();
            assertThat(followed).isEqualTo(cli.json("info", session).path("traps").asLong());
        } finally {
            follower.destroyForcibly();
        }
    }
}
