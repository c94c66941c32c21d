package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A repair keeps everything that is intact and leaves a sealed session")
class RebuildTest {
    @TempDir Path tmp;

    /** A session whose recorder went away without a last seal. */
    private Path unsealed(int steps) throws IOException {
        Path dir = tmp.resolve("s");
        try (SessionWriter w = SessionWriter.create(dir)) {
            JournalWriter j = w.begin(Sessions.config(w), SyntheticRun.NAMES, null);
            Sessions.steps(w, new SyntheticRun(1, j), steps);
        }
        return dir;
    }

    private static SessionFile repair(Path dir) {
        try (Rebuild r = Rebuild.open(dir)) {
            assertThat(r.sealed()).isFalse();
            r.begin(new Dictionary());
            return r.finish(r.totals().machineRetired(), r.totals().virtualNanos(), 5, 6);
        }
    }

    @ParameterizedTest(name = "after {0} steps")
    @ValueSource(ints = {0, 1, 30, 40, 41, 130})
    void anUnsealedSessionIsSealedWithAllItsEvents(int steps) throws IOException {
        Path dir = unsealed(steps);
        CheckReport before = Check.of(dir);
        assertThat(before.whole()).isFalse();
        assertThat(before.journalDamaged()).as(before.line()).isFalse();
        assertThat(before.line()).contains("unsealed");
        SessionFile f = repair(dir);
        CheckReport after = Check.of(dir);
        assertThat(after.whole()).as(after.line()).isTrue();
        assertThat(f.facts()).isEqualTo(before.facts());
        List<String> all = Sessions.transcript(1, steps).lines;
        assertThat(Sessions.read(Session.open(dir)).lines)
                .isEqualTo(all.subList(0, all.size() - 1));
        assertThat(f.outcome()).isNull();
        assertThat(f.stateDigest()).isEqualTo(Hashes.hex(5, 6));
        assertThat(dir.resolve("queue.rebuild")).doesNotExist();
        assertThat(dir.resolve("queue.damaged")).doesNotExist();
    }

    @Test
    void whatReExecutionRestoresIsAppended() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 1, 130);
        List<JournalReader.Stretch> stretches = Session.open(dir).journal().stretches();
        assertThat(stretches).hasSize(4);
        Path file = dir.resolve("queue/19700101F.cq4");
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(stretches.get(2).offset() + 4 + Format.HEADER + 100);
            int b = f.read();
            f.seek(stretches.get(2).offset() + 4 + Format.HEADER + 100);
            f.write(b ^ 4);
        }
        assertThat(Check.of(dir).firstBadStretch()).isEqualTo(2);
        Transcript truth = Sessions.transcript(1, 130);
        try (Rebuild r = Rebuild.open(dir)) {
            assertThat(r.damage()).contains("stretch 2");
            JournalWriter w = r.begin(SyntheticRun.NAMES);
            long kept = w.totals().facts();
            assertThat(kept).isEqualTo(stretches.get(2).facts());
            // The stretch begins behind step 80: a machine that runs again from a snapshot there
            // yields the rest.
            SyntheticRun run = new SyntheticRun(1, new Transcript(SyntheticRun.NAMES));
            for (int i = 1; i <= 80; i++) {
                run.step();
            }
            run.redirect(w);
            for (int i = 81; i <= 130; i++) {
                run.step();
                if (i == 120) {
                    w.digest(run.machine(), run.virtual(), i, ~i);
                }
            }
            run.finish();
            r.finish(run.machine(), run.virtual(), 0x1234, 0x5678);
        }
        assertThat(Check.of(dir).line()).contains("whole");
        assertThat(Sessions.read(Session.open(dir)).lines).isEqualTo(truth.lines);
    }

    @Test
    void aRepairThatWasInterruptedCanBeRunAgain() throws IOException {
        Path dir = unsealed(50);
        try (Rebuild r = Rebuild.open(dir)) {
            r.begin(new Dictionary());
        }
        assertThat(Check.of(dir).line()).contains("unsealed");
        // As if the process had died between the two renames.
        Files.move(dir.resolve("queue"), dir.resolve("queue.damaged"));
        assertThat(Check.of(dir).line()).contains("repair was interrupted");
        repair(dir);
        assertThat(Check.of(dir).whole()).isTrue();
    }

    @Test
    void snapshotsBehindDamageAreLeftOut() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 2, 200);
        Files.delete(dir.resolve("session.json"));
        Path file = dir.resolve("snapshots/19700101F.cq4");
        long last;
        try (QueueFile q = new QueueFile(dir.resolve("snapshots"), Format.SNAPSHOTS)) {
            last = 0;
            while (q.next() == QueueFile.Found.DOCUMENT) {
                last = q.documentAt();
            }
        }
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(last + 4 + Format.HEADER);
            f.write(0x7f);
        }
        try (Rebuild r = Rebuild.open(dir)) {
            r.finishFile();
        }
        assertThat(Check.of(dir).line()).contains("whole");
        try (SnapshotReader r = Session.open(dir).snapshots()) {
            assertThat(r.snapshots()).hasSize(2);
        }
    }
}
