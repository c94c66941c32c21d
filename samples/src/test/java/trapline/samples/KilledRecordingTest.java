package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Kills recorders of real guests with SIGKILL at random moments and repairs what they leave by
 * {@code check --repair}, which executes it again. {@code -Dtrapline.kills=200} chooses how many,
 * {@code -Dtrapline.kill.seed} the moments.
 */
@DisplayName("After kill -9 of a recording at any moment")
class KilledRecordingTest {
    private static final int KILLS = Integer.getInteger("trapline.kills", 4);
    private static final long SEED = Long.getLong("trapline.kill.seed", 1);

    // @formatter:off
    /** Guest, boot arguments, vCPUs, partial emulation: many kinds of events, at many paces. */
    private static final String[][] RUNS = {
        {"trap-loop",    "n=1000000000",     "1", "off"},
        {"dcc-earlycon", "polls=0x4000000",  "1", "on"},
        {"mmio-loop",    "n=1000000000",     "1", "off"},
        {"wfi-loop",     "n=1000000000",     "1", "off"},
        {"compute",      "rounds=100000",    "1", "off"},
        {"hvc-loop",     "n=1000000000",     "2", "off"},
    };
    // @formatter:on

    @TempDir Path tmp;

    private final Cli cli = new Cli();
    private final List<String> table = new ArrayList<>();
    private final List<Long> lost = new ArrayList<>();
    private int early;

    @Test
    @DisplayName(
            "nothing committed is lost, a repair makes it a session that verifies, and the next recording works at once")
    void nothingCommittedIsLost() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < KILLS; i++) {
            Path dir = tmp.resolve("s" + i);
            boolean whileStarting = i > 0 && random.nextInt(6) == 0;
            int delayMillis = random.nextInt(1, 1500);
            killOne(i, dir, RUNS[i % RUNS.length], whileStarting, delayMillis);
            Path next = tmp.resolve("next" + i);
            cli.json("record", "-o", next, "--guest", "alu-loop", "--append", "n=10");
            deleteTree(dir);
            deleteTree(next);
        }
        table.forEach(System.out::println);
        assertThat(table).as("kills after the first event").isNotEmpty();
        Collections.sort(lost);
        System.out.printf(
                "kill -9: %d kills (seed %d), %d of them before the first event; host time lost: median %.1f ms, maximum %.1f ms%n",
                KILLS, SEED, early, millis(lost.size() / 2), millis(lost.size() - 1));
    }

    private double millis(int index) {
        return lost.isEmpty() ? 0 : lost.get(Math.max(0, index)) / 1e6;
    }

    private void killOne(int number, Path dir, String[] run, boolean whileStarting, int delayMillis)
            throws Exception {
        Process p =
                Cli.java(KilledTarget.class.getName(), dir, run[0], run[1], run[2], run[3])
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        long committed = 0;
        long committedAt = 0;
        long killedAt;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
            if (!whileStarting) {
                assertThat(out.readLine()).isEqualTo("ready");
            }
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            killedAt = System.nanoTime();
            // Not p.destroyForcibly(), which closes the pipe with what the recorder said last.
            p.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                // The last line may be cut off.
                if (words.length == 2 && words[1].length() == String.valueOf(killedAt).length()) {
                    committed = Long.parseLong(words[0]);
                    committedAt = Long.parseLong(words[1]);
                }
            }
        }
        p.waitFor();
        repair(
                number,
                run[0],
                dir,
                committed,
                committedAt == 0 ? -1 : Math.max(0, killedAt - committedAt));
    }

    private void repair(int number, String guest, Path dir, long committed, long lostNanos) {
        if (!Files.exists(dir)) {
            assertThat(committed).isZero();
            early++;
            return;
        }
        assertThat(cli.run("check", dir, "--format", "json")).as(cli.out()).isNotZero();
        long found = facts(cli.out());
        String said = cli.out() + cli.err();
        assertThat(said).doesNotContain("Exception");
        assertThat(found)
                .as("found of %d committed: %s", committed, said)
                .isGreaterThanOrEqualTo(committed);
        int code = cli.run("check", dir, "--repair", "--format", "json");
        if (found == 0) {
            // Killed while it started: one line says so, or an empty session is sealed.
            assertThat(code == 0 || cli.err().lines().count() <= 1).as(cli.err()).isTrue();
            early++;
            return;
        }
        assertThat(code).as("repair: %s%s", cli.out(), cli.err()).isZero();
        long rebuilt = facts(cli.out());
        assertThat(rebuilt).as(cli.out()).isEqualTo(found);
        JsonNode replay = cli.json("replay", dir);
        assertThat(replay.path("verified").asBoolean()).as("%s", replay).isTrue();
        table.add(
                String.format(
                        "kill %3d %-12s events committed as told %8d, found %8d, rebuilt %8d, host time lost %s",
                        number,
                        guest,
                        committed,
                        found,
                        rebuilt,
                        lostNanos < 0 ? "-" : lostNanos / 1_000_000 + " ms"));
        if (lostNanos >= 0) {
            lost.add(lostNanos);
        }
    }

    private static long facts(String json) {
        return json.startsWith("{") ? Cli.parse(json).path("facts").asLong() : 0;
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path p : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(p);
            }
        }
    }
}
