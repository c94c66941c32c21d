package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.machine.VirtualMachine;
import trapline.record.Recorder;
import trapline.record.StopRequest;
import trapline.replay.Flip;
import trapline.vcpu.Interpreter;

@DisplayName("What is interrupted leaves nothing that looks whole and is not")
class InterruptedTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** CPU time after which a JVM has started and is executing the guest. */
    private static final Duration STARTED = Duration.ofSeconds(4);

    @TempDir static Path recorded;
    @TempDir Path dir;

    private static Path parent;
    private final Cli cli = new Cli();
    private Process process;

    /** The guest dies at once; with partial emulation on it would poll for a minute. */
    @BeforeAll
    static void record() {
        parent = recorded.resolve("off");
        SessionConfig.Builder b = Runs.config("dcc-earlycon");
        b.append = "polls=0x4000000";
        b.flags.put("partial-emulation", "off");
        b.config.put("PARTIAL_EMULATION", "y");
        Runs.record(parent, b, Runs.guest("dcc-earlycon"));
    }

    @AfterEach
    void end() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void start(Object... command) throws IOException {
        ProcessBuilder b = Cli.process(command).redirectErrorStream(true);
        b.command().add(1, "-Djava.io.tmpdir=" + Files.createDirectories(dir.resolve("tmp")));
        b.environment().put("TRAPLINE_ENGINE", "interpreter");
        process = b.start();
    }

    private void waitUntil(Predicate<Process> there) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!there.test(process)) {
            assertThat(process.isAlive()).as("it ended too soon: %s", said()).isTrue();
            assertThat(System.nanoTime()).as("it did not get there").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private String said() {
        try {
            return process.isAlive()
                    ? ""
                    : new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** Sends the signal; what the process printed until it ended with {@code code}. */
    private String signal(String name, int code) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        String said = said();
        assertThat(process.exitValue()).as(said).isEqualTo(code);
        assertThat(said).doesNotContain("Exception");
        return said;
    }

    private static boolean begun(Path session) {
        Path queue = session.resolve("queue");
        if (!Files.isDirectory(queue)) {
            return false;
        }
        try (Stream<Path> files = Files.list(queue)) {
            return files.anyMatch(f -> f.toString().endsWith(".cq4"));
        } catch (IOException e) {
            return false;
        }
    }

    private void stopped(Path session) {
        assertThat(cli.run("check", session)).as(cli.out() + cli.err()).isZero();
        assertThat(cli.json("info", session).path("outcome").path("kind").asString())
                .isEqualTo("STOPPED");
        assertThat(cli.json("replay", session).path("verified").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "replay -o by SIG{0}: exit code {1}, sealed as STOPPED")
    @CsvSource({"INT, 130", "TERM, 143"})
    void flip(String signal, int code) throws Exception {
        SortedMap<String, String> before = Contents.of(parent);
        Path other = dir.resolve("on");
        start("replay", parent, "-o", other, "--flip", "partial-emulation");
        waitUntil(p -> begun(other));
        assertThat(signal(signal, code)).contains("STOPPED");
        stopped(other);
        assertThat(Contents.of(parent)).isEqualTo(before);
    }

    @Test
    @DisplayName("matrix: the run under way is sealed as STOPPED, and there is no table")
    void matrix() throws Exception {
        SortedMap<String, String> before = Contents.of(parent);
        Path all = dir.resolve("all");
        Path on = all.resolve("xen,partial-emulation=on");
        start("matrix", parent, "-o", all);
        waitUntil(p -> begun(on));
        assertThat(signal("INT", 130).lines())
                .singleElement()
                .asString()
                .startsWith("trapline: " + all + ": interrupted after 1 of 2 settings");
        stopped(on);
        assertThat(all).isDirectoryContaining(p -> p.equals(on));
        assertThat(Contents.of(parent)).isEqualTo(before);
    }

    @Test
    @DisplayName("replay: says that it did not verify")
    void replay() throws Exception {
        Path counted = dir.resolve("counted");
        assertThat(
                        cli.run(
                                "record",
                                "-q",
                                "-o",
                                counted,
                                "--guest",
                                "alu-loop",
                                "--append",
                                "n=1000000000000",
                                "--budget",
                                "1000M"))
                .isZero();
        SortedMap<String, String> before = Contents.of(counted);
        start("replay", counted);
        waitUntil(p -> p.info().totalCpuDuration().orElse(Duration.ZERO).compareTo(STARTED) > 0);
        assertThat(signal("INT", 130).lines())
                .singleElement()
                .isEqualTo("trapline: " + counted + ": interrupted; not verified to its end");
        assertThat(Contents.of(counted)).isEqualTo(before);
    }

    @Test
    @DisplayName("latency --repeat: the JVM that measures ends too, and no file is left")
    void latency() throws Exception {
        Path figures = dir.resolve("figures.txt");
        Path long2 = dir.resolve("long");
        assertThat(
                        cli.run(
                                "record",
                                "-q",
                                "-o",
                                long2,
                                "--guest",
                                "trap-loop",
                                "--append",
                                "n=1000000000000",
                                "--budget",
                                "100M"))
                .isZero();
        start("latency", long2, "--repeat", "2", "-o", figures);
        waitUntil(p -> p.children().findAny().isPresent());
        List<ProcessHandle> measuring = process.children().toList();
        assertThat(signal("INT", 130).lines())
                .singleElement()
                .isEqualTo("trapline: interrupted after 0 JVMs; there are no figures");
        for (ProcessHandle m : measuring) {
            m.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
        try (Stream<Path> left = Files.list(dir)) {
            assertThat(left).containsExactlyInAnyOrder(long2, dir.resolve("tmp"));
        }
        assertThat(dir.resolve("tmp")).isDirectoryNotContaining("glob:**/trapline-latency*");
    }

    @Test
    @DisplayName("before the other run has left the past, nothing is made of it")
    void beforeItBegins() {
        SessionConfig.Builder polling = Runs.config("dcc-probe");
        polling.flags.put("partial-emulation", "on");
        Runs.record(dir.resolve("polling"), polling, Runs.guest("dcc-probe"));
        Session s = Session.open(dir.resolve("polling"));
        String late =
                "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 1\nafter = 100000\n";
        SessionConfig other = Runs.with(s.config(), b -> b.policy = late);
        Path out = dir.resolve("other");
        // The request comes while the past is executed again: screening needs no engine.
        StopRequest stop = new StopRequest();
        int[] turns = {0};
        VirtualMachine.EngineFactory engine =
                (code, cpus) ->
                        c -> {
                            if (++turns[0] == 2) {
                                stop.make();
                            }
                            Interpreter.run(c);
                        };
        assertThatThrownBy(
                        () ->
                                new Flip(s, other, false, engine)
                                        .stoppedBy(stop)
                                        .run(out, Recorder.Observer.NONE))
                .isInstanceOf(StopRequest.Stopped.class)
                .hasMessage(out + ": interrupted before the other run began; no session was made");
        assertThat(out).doesNotExist();
    }
}
