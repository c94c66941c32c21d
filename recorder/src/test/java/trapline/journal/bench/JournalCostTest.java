package trapline.journal.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.journal.JournalWriter;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;

@DisplayName("What a journaled trap costs, time apart")
class JournalCostTest {
    private static final int TRAPS = 1_000_000;

    @TempDir Path tmp;

    @ParameterizedTest(name = "{0}: at most {1} bytes a trap on disk, nothing allocated")
    @CsvSource({"polls, 1.5", "loop, 7", "mixed, 8"})
    void bytesOnDiskAndOnTheHeap(String kind, double bytesPerTrap) {
        Path dir = tmp.resolve("s");
        TrapStream stream = new TrapStream(kind, 1);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long allocated;
        try (SessionWriter s = SessionWriter.create(dir)) {
            JournalWriter w = s.begin(SessionConfig.builder().build(), TrapStream.NAMES, null);
            // What is allocated per shape and per document is not per trap: begin with all shapes
            // known.
            journal(w, stream, TRAPS / 4);
            long before = threads.getCurrentThreadAllocatedBytes();
            journal(w, stream, TRAPS);
            allocated = threads.getCurrentThreadAllocatedBytes() - before;
            s.finish(stream.retired(), stream.virtualNanos(), 1, 1);
        }
        assertThat(allocated / (double) TRAPS).as("bytes allocated a trap").isLessThan(0.5);
        double onDisk = Session.open(dir).journalBytes() / (double) (TRAPS + TRAPS / 4);
        System.out.printf("%s: %.2f bytes a trap on disk%n", kind, onDisk);
        assertThat(onDisk).isLessThan(bytesPerTrap);
    }

    private static void journal(JournalWriter w, TrapStream stream, int n) {
        for (int i = 0; i < n; i++) {
            w.trap(stream.next());
            if (w.stretchFull()) {
                w.seal(stream.retired(), stream.virtualNanos(), 1, 1);
            }
        }
    }
}
