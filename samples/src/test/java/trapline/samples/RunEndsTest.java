package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A recording ends")
class RunEndsTest {
    @TempDir Path dir;

    private final Cli cli = new Cli();

    private JsonNode record(String name, String guest, Object... options) {
        List<Object> args =
                new ArrayList<>(List.of("record", "-o", dir.resolve(name), "--guest", guest));
        args.addAll(List.of(options));
        return cli.json(args.toArray());
    }

    private static String kind(JsonNode info) {
        return info.path("outcome").path("kind").asString();
    }

    private void replays(String name) {
        assertThat(cli.json("replay", dir.resolve(name)).path("verified").asBoolean())
                .as(name)
                .isTrue();
    }

    @Test
    @DisplayName("with UNTIL_MATCHED at the text of --until, and nothing printed behind it")
    void until() {
        assertThat(
                        kind(
                                record(
                                        "s",
                                        "dcc-probe",
                                        "--partial-emulation",
                                        "on",
                                        "--until",
                                        "looking for")))
                .isEqualTo("UNTIL_MATCHED");
        assertThat(Cli.console(dir.resolve("s"))).isEqualTo("dcc-probe: looking for");
        replays("s");
    }

    @Test
    @DisplayName("with BUDGET_SPENT at exactly the number of instructions")
    void budget() {
        JsonNode info = record("s", "alu-loop", "--budget", "123_457");
        assertThat(kind(info)).isEqualTo("BUDGET_SPENT");
        assertThat(info.path("retired").asLong()).isEqualTo(123_457);
        replays("s");
    }

    @Test
    @DisplayName(
            "with TIMED_OUT on the host's clock, sealed, exit code 0, and the replay stops at the same instruction")
    void timeout() {
        JsonNode info = record("s", "trap-loop", "--append", "n=1000000000000", "--timeout", "1");
        assertThat(kind(info)).isEqualTo("TIMED_OUT");
        assertThat(info.path("sealed").asBoolean()).isTrue();
        JsonNode replay = cli.json("replay", dir.resolve("s"));
        assertThat(replay.path("verified").asBoolean()).isTrue();
        assertThat(replay.path("retired")).isEqualTo(info.path("retired"));
    }

    @Test
    @DisplayName(
            "with RESET under --no-reboot; otherwise the machine restarts and the session goes on")
    void reset() {
        assertThat(kind(record("once", "reboot", "--no-reboot"))).isEqualTo("RESET");
        assertThat(Cli.console(dir.resolve("once"))).isEqualTo("reboot: resetting\n");
        assertThat(kind(record("again", "reboot"))).isEqualTo("POWERED_OFF");
        assertThat(Cli.console(dir.resolve("again")))
                .isEqualTo("reboot: resetting\nreboot: second start, memory survived\n");
        replays("again");
    }

    @Test
    @DisplayName(
            "with PANICKED 10 ms after a line that starts with panic:, and goes on under --keep-going")
    void panic() {
        JsonNode stopped = record("stopped", "dcc-probe", "--partial-emulation", "off");
        assertThat(kind(stopped)).isEqualTo("PANICKED");
        assertThat(stopped.path("outcome").path("detail").asString())
                .startsWith("panic: undefined instruction");
        JsonNode kept =
                record(
                        "kept",
                        "dcc-probe",
                        "--partial-emulation",
                        "off",
                        "--keep-going",
                        "--budget",
                        "100M");
        assertThat(kind(kept)).isNotEqualTo("PANICKED");
        assertThat(Cli.console(dir.resolve("kept"))).isEqualTo(Cli.console(dir.resolve("stopped")));
        replays("stopped");
        replays("kept");
    }

    @Test
    @DisplayName(
            "with WAITING_FOR_INPUT when the script is used up and the guest only polls its receive FIFO")
    void waiting() throws IOException {
        Path script =
                Files.writeString(dir.resolve("script"), "#! one line, then nothing\nhello\n");
        JsonNode info = record("s", "echo", "--input", script);
        assertThat(kind(info)).isEqualTo("WAITING_FOR_INPUT");
        assertThat(Cli.console(dir.resolve("s"))).contains("[hello]");
    }

    @Test
    @DisplayName("after @sleep, @send and @@ of a script did as they say")
    void script() throws IOException {
        Path script =
                Files.writeString(
                        dir.resolve("script"),
                        "@wait powers off\n@wait > \n@send hel\n@sleep 250ms\nlo\n@@wait\nquit\n");
        JsonNode info = record("s", "echo", "--input", script);
        assertThat(kind(info)).isEqualTo("POWERED_OFF");
        assertThat(Cli.console(dir.resolve("s"))).contains("[hello]", "[@wait]");
        assertThat(info.path("virtualNanos").asLong()).isGreaterThan(250_000_000L);
        replays("s");
    }

    @Test
    @DisplayName(
            "with exit code 130 and a sealed session at Ctrl-C; its outcome is STOPPED and it replays")
    void interrupt() throws Exception {
        Path session = dir.resolve("s");
        Process p =
                Cli.process(
                                "record",
                                "-o",
                                session,
                                "--guest",
                                "dcc-earlycon",
                                "--partial-emulation",
                                "on",
                                "--append",
                                "polls=0x4000000")
                        .redirectErrorStream(true)
                        .start();
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
            said.append(out.readLine());
            new ProcessBuilder("kill", "-INT", Long.toString(p.pid())).start().waitFor();
            out.lines().forEach(said::append);
        }
        assertThat(p.waitFor()).as(said.toString()).isEqualTo(130);
        assertThat(said).doesNotContain("Exception");
        JsonNode info = cli.json("info", session);
        assertThat(info.path("sealed").asBoolean()).isTrue();
        assertThat(kind(info)).isEqualTo("STOPPED");
        assertThat(cli.run("check", session)).as(cli.err()).isZero();
        replays("s");
    }

    @Test
    @DisplayName("and says that --partial-emulation has no effect where the config leaves it out")
    void configWithoutIt() {
        JsonNode info =
                record(
                        "s",
                        "dcc-probe",
                        "--config",
                        "PARTIAL_EMULATION=n",
                        "--partial-emulation",
                        "on");
        assertThat(cli.err()).contains("no effect");
        assertThat(kind(info)).isEqualTo("PANICKED");
        assertThat(info.path("effective").path("partial-emulation").asBoolean()).isFalse();
        assertThat(
                        cli.run(
                                "replay",
                                dir.resolve("s"),
                                "-o",
                                dir.resolve("f"),
                                "--flip",
                                "partial_emulation"))
                .as(cli.err())
                .isZero();
        assertThat(cli.out()).contains("identical", "proved");
    }
}
