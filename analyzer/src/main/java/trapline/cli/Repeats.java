package trapline.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import trapline.analyze.Latencies;
import trapline.analyze.LatencyDump;
import trapline.journal.SessionException;
import trapline.record.StopRequest;

/**
 * Measures sessions again in fresh JVMs, one after the other: each re-executes its session,
 * verified, and measures every trap. Two sessions are measured in pairs, left first and right first
 * in turn, so that a drift of the host does not look like a difference.
 */
final class Repeats {
    private static final long JVM_HOURS = 12;

    /** What a JVM ends with after Ctrl-C and SIGTERM. */
    private static final List<Integer> BY_SIGNAL = List.of(128 + 2, 128 + 15);

    private final Path left;
    private final @Nullable Path right;
    private final long warmUp;
    private final Progress progress;
    private final StopRequest stop = new StopRequest();
    private volatile @Nullable Process running;
    final List<List<Latencies.Row>> leftRows = new ArrayList<>();
    final List<List<Latencies.Row>> rightRows = new ArrayList<>();

    Repeats(Path left, @Nullable Path right, long warmUp, Progress progress) {
        this.left = left;
        this.right = right;
        this.warmUp = warmUp;
        this.progress = progress;
    }

    /** Ends the JVM that runs; {@link #run} then gives up. Any thread may call it. */
    void stop() {
        stop.make();
        Process p = running;
        if (p != null) {
            p.destroy();
        }
    }

    /**
     * Runs {@code n} pairs, or {@code n} JVMs for one session.
     *
     * @throws StopRequest.Stopped when that is wished
     */
    void run(int n) {
        for (int i = 0; i < n; i++) {
            progress.show(
                    "measuring in fresh JVMs: " + i + " of " + n + (right == null ? "" : " pairs"));
            if (right == null) {
                leftRows.add(measure(left));
            } else if (i % 2 == 0) {
                leftRows.add(measure(left));
                rightRows.add(measure(right));
            } else {
                List<Latencies.Row> first = measure(right);
                leftRows.add(measure(left));
                rightRows.add(first);
            }
        }
        progress.clear();
    }

    private List<Latencies.Row> measure(Path session) {
        Path dump = null;
        Process process = null;
        try {
            dump = Files.createTempFile("trapline-latency", ".json");
            dump.toFile().deleteOnExit();
            process =
                    new ProcessBuilder(command(session, dump))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.PIPE)
                            .start();
            running = process;
            if (stop.made()) {
                process.destroy(); // the wish came before there was anything to end
            }
            process.getOutputStream().close();
            String said =
                    new String(
                            process.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            boolean ended = process.waitFor(JVM_HOURS, TimeUnit.HOURS);
            // A terminal interrupts both JVMs; this one may hear of it later.
            if (stop.made() || (ended && BY_SIGNAL.contains(process.exitValue()))) {
                throw new StopRequest.Stopped(
                        String.format(
                                "interrupted after %d JVMs; there are no figures",
                                leftRows.size() + rightRows.size()));
            }
            if (!ended || process.exitValue() != 0) {
                String line =
                        said.lines()
                                .filter(l -> !l.isBlank())
                                .reduce((x, y) -> y)
                                .orElse("it said nothing");
                throw new SessionException(
                        SessionException.DAMAGED, session + ": measuring failed: " + line);
            }
            return LatencyDump.read(dump);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException(SessionException.ENVIRONMENT, "interrupted");
        } finally {
            running = null;
            if (process != null) {
                process.destroy();
            }
            deleteQuietly(dump);
        }
    }

    private static void deleteQuietly(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A file too many in the temporary directory is no reason to fail.
        }
    }

    /**
     * This JVM's own command with other arguments; an AOT cache of another kind of command does not
     * matter to it.
     */
    private List<String> command(Path session, Path dump) {
        List<String> c = new ArrayList<>();
        c.add(
                ProcessHandle.current()
                        .info()
                        .command()
                        .orElse(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString()));
        for (String a : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!a.startsWith("-agentlib:")
                    && !a.startsWith("-javaagent:")
                    && !a.startsWith("-XX:TieredStopAtLevel")) {
                c.add(a);
            }
        }
        c.add("-cp");
        c.add(System.getProperty("java.class.path"));
        c.add(Main.class.getName());
        c.addAll(List.of("replay", session.toString(), "--latency-dump", dump.toString()));
        c.addAll(List.of("--latency-warm-up", Long.toString(warmUp)));
        return c;
    }
}
