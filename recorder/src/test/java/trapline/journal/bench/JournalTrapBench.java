package trapline.journal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import trapline.event.Trap;
import trapline.journal.JournalWriter;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;

/**
 * Journaling one trap: encoding, its share of commits, checksums, hashes and seals. {@link
 * #prepare} is what {@link #journal} does besides: the difference is the cost. Repeat with {@code
 * mvn -Pbench -pl recorder -am verify -DskipTests -Dbench='JournalTrapBench.*'}.
 */
@State(Scope.Thread)
@BenchmarkMode({Mode.AverageTime, Mode.SampleTime})
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class JournalTrapBench {
    /** See {@link TrapStream}. */
    @Param({"polls", "loop", "mixed"})
    public String kind;

    private TrapStream stream;
    private SessionWriter session;
    private JournalWriter writer;

    @Setup(Level.Trial)
    public void prepareStream() {
        stream = new TrapStream(kind, 1);
    }

    @Setup(Level.Iteration)
    public void open() throws IOException {
        stream.restart();
        session =
                SessionWriter.create(
                        Files.createTempDirectory("trapline-bench").resolve("session"));
        writer = session.begin(SessionConfig.builder().build(), TrapStream.NAMES, null);
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException {
        long traps = Math.max(1, writer.totals().traps());
        session.finish(stream.retired(), stream.virtualNanos(), 1, 1);
        if (traps > 1) {
            System.out.printf("[%.2f bytes a trap] ", (double) writer.writtenBytes() / traps);
        }
        delete(session.dir().getParent());
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            for (Path p : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(p);
            }
        }
    }

    /** One trap into the journal. */
    @Benchmark
    public void journal() {
        writer.trap(stream.next());
        if (writer.stretchFull()) {
            writer.seal(stream.retired(), stream.virtualNanos(), 1, 1);
        }
    }

    /** The same without the journal. */
    @Benchmark
    public Trap prepare() {
        return stream.next();
    }
}
