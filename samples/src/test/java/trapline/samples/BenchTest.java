package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The benchmarks at sizes that measure nothing: that they run, that what is compared is the same
 * work, and that what cannot be measured is named. No time is asserted.
 */
@DisplayName("samples/scripts/bench.py")
class BenchTest {
    private static final int TRAPS = 2000;

    @TempDir Path dir;

    @BeforeEach
    void needsPython() {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(d -> Files.isExecutable(Path.of(d, "python3"))),
                "skipped: python3 is not installed");
        assumeTrue(
                Files.isReadable(Path.of("/proc/self/cmdline")),
                "skipped: the benchmarks need Linux's /proc");
    }

    @Test
    @DisplayName(
            "measures bundled guests against the same work, says what it skips, and overwrites nothing")
    void measures() throws Exception {
        Path out = dir.resolve("out");
        List<String> arguments =
                List.of(
                        "--only",
                        "sustained/timer-interrupt|traps/sysreg|replay/sysreg|commands/u-boot",
                        "--pairs",
                        "1",
                        "--seconds",
                        "0.01",
                        "--traps",
                        "" + TRAPS,
                        "--qemu",
                        "no-such-qemu",
                        "--trapline",
                        launcher().toString(),
                        "-o",
                        out.toString());
        Cli.Ended ended = bench(arguments);
        assertThat(ended.code()).as(ended.printed()).isZero();
        JsonNode results = Cli.parse(Files.readString(out.resolve("results.json")));
        Map<String, JsonNode> rows = new HashMap<>();
        results.path("rows").forEach(r -> rows.put(r.path("name").asString(), r));
        assertThat(rows.keySet())
                .containsExactlyInAnyOrder(
                        "sustained/timer-interrupt",
                        "traps/sysreg",
                        "replay/sysreg",
                        "commands/u-boot");

        // irq-loop retires the same 100 instructions for each of its interrupts, and some more to
        // print another digit of their number.
        JsonNode interrupts = rows.get("sustained/timer-interrupt");
        JsonNode n = interrupts.path("data").path("n");
        long instructions = 100 * (n.get(1).asLong() - n.get(0).asLong());
        assertThat(interrupts.path("data").path("retired").asLong())
                .isBetween(instructions, instructions + 99);
        assertThat(interrupts.path("notes").toString()).contains("not paired: no-such-qemu");

        JsonNode sysreg = rows.get("traps/sysreg");
        // A longer run prints a longer number: a trap or two more, beside one a turn.
        assertThat(sysreg.path("data").path("trapsATurn").asDouble()).isBetween(1.0, 1.01);
        assertThat(sysreg.path("notes").toString()).doesNotContain("not the same run");
        assertThat(sysreg.path("data").path("handling").path("register").asString())
                .isEqualTo("ID_AA64PFR0_EL1");
        assertThat(sysreg.path("data").path("samples").path("not recorded")).hasSize(1);

        assertThat(rows.get("replay/sysreg").path("data").path("traps").asLong())
                .isGreaterThan(TRAPS);
        assertThat(rows.get("commands/u-boot").path("skipped").asString())
                .contains("u-boot.bin is missing", "samples/scripts/fetch-uboot.sh makes it");
        assertThat(Files.readString(out.resolve("results.md")))
                .contains("| timer-interrupt (irq-loop) |", "- commands/u-boot: skipped: ");
        try (Stream<Path> left = Files.list(out)) {
            assertThat(left.map(p -> p.getFileName().toString()))
                    .containsExactlyInAnyOrder("results.json", "results.md");
        }

        assertThat(bench(arguments).code()).isEqualTo(3);
    }

    @Test
    @DisplayName("ends with 2 and one line when an option makes no sense")
    void usage() throws Exception {
        Cli.Ended ended = bench(List.of("-o", dir.resolve("out").toString(), "--pairs", "0"));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.printed().strip().lines().toList().getLast())
                .isEqualTo("bench.py: error: argument --pairs: '0': expected more than 0");
        assertThat(dir.resolve("out")).doesNotExist();
    }

    private static Cli.Ended bench(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("python3", "scripts/bench.py"));
        command.addAll(arguments);
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Cli.Ended(p.waitFor(), printed);
    }

    /** A launcher that runs what is tested here, without a build of its own. */
    private Path launcher() throws IOException {
        String command =
                Cli.process().command().stream()
                        .map(word -> "'" + word.replace("'", "'\\''") + "'")
                        .collect(Collectors.joining(" "));
        Path launcher = dir.resolve("trapline");
        Files.writeString(launcher, "#!/bin/sh\nexec " + command + " \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return launcher;
    }
}
