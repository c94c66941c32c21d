package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/**
 * Kills recorders with SIGKILL at random moments, while they start and while they record. {@code
 * -Dtrapline.kills=200} chooses how many, {@code -Dtrapline.kill.seed} the moments.
 */
@DisplayName("After kill -9 at any moment, everything committed is there, in order and unchanged")
class KillNineTest {
    private static final int KILLS = Integer.getInteger("trapline.kills", 4);
    private static final long SEED = Long.getLong("trapline.kill.seed", 1);

    @TempDir Path tmp;

    private long committed;
    private long found;
    private long rebuilt;
    private int duringStart;
    private final List<Long> lost = new ArrayList<>();

    @Test
    void nothingCommittedIsLostAndARepairSealsTheRest() throws Exception {
        System.out.println("kill -9: " + KILLS + " kills, seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < KILLS; i++) {
            Path dir = tmp.resolve("s" + i);
            boolean whileStarting = random.nextInt(5) == 0;
            int delayMillis = whileStarting ? random.nextInt(1500) : random.nextInt(1, 500);
            killOne(
                    dir,
                    random.nextInt(1 << 20),
                    i % 2 == 0 ? "fast" : "slow",
                    whileStarting,
                    delayMillis);
            SessionWriter.deleteTree(dir);
        }
        Collections.sort(lost);
        System.out.printf(
                "kill -9: %d kills, %d before the first commit; events committed as told %d, found %d, rebuilt %d;"
                        + " host time lost: median %.1f ms, maximum %.1f ms%n",
                KILLS,
                duringStart,
                committed,
                found,
                rebuilt,
                lost.isEmpty() ? 0 : lost.get(lost.size() / 2) / 1e6,
                lost.isEmpty() ? 0 : lost.get(lost.size() - 1) / 1e6);
        assertThat(rebuilt).isEqualTo(found).isGreaterThanOrEqualTo(committed);
    }

    private void killOne(Path dir, long seed, String pace, boolean whileStarting, int delayMillis)
            throws Exception {
        Process p = start(dir, seed, pace);
        long told = 0;
        long toldAt = 0;
        long killedAt;
        try (BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(p.getInputStream(), StandardCharsets.UTF_8))) {
            if (!whileStarting) {
                assertThat(out.readLine()).isEqualTo("ready");
            }
            long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(delayMillis);
            // A full pipe would stop the recorder: read what it says while it runs.
            while (System.nanoTime() < until) {
                if (out.ready()) {
                    String line = out.readLine();
                    told = line.equals("ready") ? told : number(line, 0);
                    toldAt = line.equals("ready") ? toldAt : number(line, 1);
                } else {
                    Thread.onSpinWait();
                }
            }
            killedAt = System.nanoTime();
            // Not p.destroyForcibly(), which closes the pipe with what the recorder said last.
            p.toHandle().destroyForcibly();
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] words = line.split(" ");
                if (words.length == 2 && words[1].length() == String.valueOf(killedAt).length()) {
                    told = Long.parseLong(words[0]);
                    toldAt = Long.parseLong(words[1]);
                }
            }
        }
        p.waitFor();
        verify(dir, seed, told);
        if (toldAt != 0) {
            lost.add(Math.max(0, killedAt - toldAt));
        }
    }

    private static long number(String line, int word) {
        return Long.parseLong(line.split(" ")[word]);
    }

    private static Process start(Path dir, long seed, String pace) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        command.addAll(ChronicleFlags.LIST);
        command.addAll(
                List.of(
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTarget.class.getName(),
                        dir.toString(),
                        Long.toString(seed),
                        pace));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private void verify(Path dir, long seed, long told) throws IOException {
        if (!Files.exists(dir)) {
            assertThat(told).isZero();
            duringStart++;
            return;
        }
        CheckReport before = Check.of(dir);
        assertThat(before.whole()).isFalse();
        assertThat(before.journalDamaged()).as(before.line()).isFalse();
        assertThat(before.facts()).as(before.line()).isGreaterThanOrEqualTo(told);
        assertThat(before.line()).doesNotContain("\n");
        if (before.line().contains("killed while it started")
                || before.exitCode() == SessionException.BAD_INPUT) {
            assertThat(told).isZero();
            duringStart++;
            return;
        }
        committed += told;
        found += before.facts();
        SessionFile f;
        try (Rebuild r = Rebuild.open(dir)) {
            FactTotals t = r.totals();
            assertThat(Hashes.hex(t.factHigh(), t.factLow())).isEqualTo(expected(seed, t.facts()));
            r.begin(SyntheticRun.NAMES);
            f = r.finish(t.machineRetired(), t.virtualNanos(), 1, 1);
        }
        rebuilt += f.facts();
        CheckReport after = Check.of(dir);
        assertThat(after.whole()).as(after.line()).isTrue();
    }

    /** Digest of the first {@code facts} events of the run, from running it again. */
    private static String expected(long seed, long facts) {
        FactTotals totals = new FactTotals(SyntheticRun.NAMES);
        SyntheticRun run = new SyntheticRun(seed, new First(totals, facts));
        First first = new First(totals, facts);
        for (int i = 1; totals.facts() < facts; i++) {
            run.step();
            if (i % KillTarget.DIGEST_STEPS == 0) {
                first.digest(run.machine(), run.virtual(), i, ~i);
            }
        }
        return Hashes.hex(totals.factHigh(), totals.factLow());
    }

    /** Passes on the first so many events. */
    private record First(FactTotals to, long facts) implements SyntheticRun.InputSink {
        private boolean open() {
            return to.facts() < facts;
        }

        @Override
        public void trap(Trap t) {
            if (open()) {
                to.trap(t);
            }
        }

        @Override
        public void interrupt(
                int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
            if (open()) {
                to.interrupt(vcpu, retired, virtualNanos, pc, kind, intid);
            }
        }

        @Override
        public void console(int port, int value, long machineRetired, long virtualNanos) {
            if (open()) {
                to.console(port, value, machineRetired, virtualNanos);
            }
        }

        @Override
        public void log(long machineRetired, long virtualNanos, String line) {
            if (open()) {
                to.log(machineRetired, virtualNanos, line);
            }
        }

        @Override
        public void digest(long machineRetired, long virtualNanos, long high, long low) {
            if (open()) {
                to.digest(machineRetired, virtualNanos, high, low);
            }
        }

        @Override
        public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
            if (open()) {
                to.outcome(machineRetired, virtualNanos, outcome);
            }
        }

        @Override
        public void input(Input in) {
            if (open()) {
                to.input(in);
            }
        }
    }
}
