package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.event.Outcome;

@DisplayName("A session directory, from creation to reading")
class SessionTest {
    @TempDir Path tmp;

    @Test
    void aFinishedSessionIsWholeAndTellsWhatItHolds() throws IOException {
        Path dir = tmp.resolve("s");
        SessionFile written = Sessions.record(dir, 1, 200);
        CheckReport report = Check.of(dir);
        assertThat(report.line()).contains("whole");
        assertThat(report.whole()).isTrue();
        assertThat(report.exitCode()).isZero();
        assertThat(report.stretches()).isEqualTo(6);

        Session s = Session.open(dir);
        assertThat(s.sealed()).isTrue();
        assertThat(s.busy()).isFalse();
        assertThat(s.file()).isEqualTo(written);
        assertThat(s.config()).isEqualTo(written.config());
        assertThat(written.outcome()).isNotNull();
        assertThat(written.outcome().kind()).isEqualTo(Outcome.Kind.POWERED_OFF.name());
        assertThat(Sessions.read(s).lines).isEqualTo(Sessions.transcript(1, 200).lines);
        assertThat(s.journalBytes()).isPositive().isLessThan(16 << 20);
        assertThat(Files.readAllBytes(s.image(s.config().images().get(0))))
                .containsExactly(1, 2, 3);
    }

    @Test
    void equalRunsHaveEqualDigestsAndOneOtherFactChangesThem() throws IOException {
        SessionFile a = Sessions.record(tmp.resolve("a"), 5, 100);
        SessionFile b = Sessions.record(tmp.resolve("b"), 5, 100);
        SessionFile c = Sessions.record(tmp.resolve("c"), 6, 100);
        assertThat(b.factDigest()).isEqualTo(a.factDigest()).isNotEqualTo(c.factDigest());
        assertThat(b.consoleSha256()).isEqualTo(a.consoleSha256()).isNotEqualTo(c.consoleSha256());
        assertThat(b.facts()).isEqualTo(a.facts());
    }

    @Test
    void chroniclesOwnTailerReadsTheSameDocuments() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 2, 300);
        List<byte[]> ours = new ArrayList<>();
        try (QueueFile f = new QueueFile(dir.resolve("queue"), Format.JOURNAL)) {
            while (f.next() == QueueFile.Found.DOCUMENT) {
                ours.add(java.util.Arrays.copyOfRange(f.bytes(), f.from(), f.from() + f.size()));
            }
        }
        List<byte[]> theirs = new ArrayList<>();
        try (ChronicleQueue q =
                        SingleChronicleQueueBuilder.binary(dir.resolve("queue").toFile())
                                .readOnly(true)
                                .blockSize(1 << 20)
                                .rollCycle(RollCycles.FAST_DAILY)
                                .timeProvider(() -> 0L)
                                .build();
                ExcerptTailer tailer = q.createTailer()) {
            while (true) {
                try (DocumentContext d = tailer.readingDocument()) {
                    if (!d.isPresent()) {
                        break;
                    }
                    theirs.add(d.wire().bytes().toByteArray());
                }
            }
        }
        assertThat(ours).hasSizeGreaterThan(10);
        assertThat(theirs).usingElementComparator(java.util.Arrays::compare).isEqualTo(ours);
    }

    @Test
    void aSessionBeingRecordedCanBeReadAndFollowed() throws IOException {
        Path dir = tmp.resolve("s");
        try (SessionWriter w = SessionWriter.create(dir)) {
            JournalWriter j = w.begin(Sessions.config(w), SyntheticRun.NAMES, null);
            SyntheticRun run = new SyntheticRun(3, j);
            Session s = Session.open(dir);
            assertThat(s.sealed()).isFalse();
            assertThat(s.busy()).isTrue();
            Dictionary d = new Dictionary();
            Transcript seen = new Transcript(d);
            try (Cursor c = s.cursor(d, Cursor.View.EACH)) {
                for (int i = 1; i <= 200; i++) {
                    run.step();
                    if (i % 25 == 0) {
                        j.idle();
                        seen.read(c);
                        assertThat((long) seen.lines.size()).isEqualTo(j.totals().facts());
                        assertThat(c.finished()).isFalse();
                    }
                    if (i % 40 == 0) {
                        j.digest(run.machine(), run.virtual(), i, ~i);
                    }
                }
                CheckReport report = Check.of(dir);
                assertThat(report.line()).contains("being recorded");
                run.finish();
                w.finish(run.machine(), run.virtual(), 0, 0);
                seen.read(c);
                assertThat(c.finished()).isTrue();
            }
            assertThat(seen.lines).isEqualTo(Sessions.transcript(3, 200).lines);
        }
    }

    @Test
    void aForkShowsItsParentsPrefixAndThenItsOwnEvents() throws IOException {
        Path parent = tmp.resolve("parent");
        SessionFile p = Sessions.record(parent, 4, 120);
        List<String> whole = Sessions.transcript(4, 120).lines;
        Session opened = Session.open(parent);
        long facts = p.facts() / 2;
        Dictionary names = new Dictionary();
        FactTotals prefix = opened.prefix(facts, names);
        Path fork = tmp.resolve("fork");
        SessionFile forked;
        try (SessionWriter w = SessionWriter.create(fork)) {
            SessionConfig.Builder b = opened.config().toBuilder();
            b.parent =
                    new SessionConfig.Parent("../parent", p.seal(), prefix.lastTrap() + 1, facts);
            JournalWriter j = w.begin(b.build(), SyntheticRun.NAMES, prefix);
            SyntheticRun run = new SyntheticRun(99, j, prefix.lastTrap() + 1);
            for (int i = 0; i < 50; i++) {
                run.step();
            }
            run.finish();
            forked = w.finish(run.machine(), run.virtual(), 1, 2);
        }
        Transcript own = new Transcript(SyntheticRun.NAMES);
        SyntheticRun again = new SyntheticRun(99, own, prefix.lastTrap() + 1);
        for (int i = 0; i < 50; i++) {
            again.step();
        }
        again.finish();
        Session f = Session.open(fork);
        List<String> expected = new ArrayList<>(whole.subList(0, (int) facts));
        expected.addAll(own.lines);
        assertThat(Sessions.read(f).lines).isEqualTo(expected);
        assertThat(forked.facts()).isEqualTo(expected.size());
        assertThat(Check.of(fork).line()).contains("whole");
        Dictionary d = new Dictionary();
        try (Cursor c = f.cursor(d, Cursor.View.RUNS)) {
            FactTotals t = c.drain(new FactTotals(d));
            assertThat(Hashes.hex(t.factHigh(), t.factLow())).isEqualTo(forked.factDigest());
        }

        for (long from = 0; from < expected.size(); from += 997) {
            for (Cursor.View view : Cursor.View.values()) {
                Dictionary names2 = new Dictionary();
                try (Cursor c = f.cursor(names2, view, from)) {
                    assertThat(new Transcript(names2).read(c).lines)
                            .isEqualTo(expected.subList((int) from, expected.size()));
                }
            }
        }

        // A fork of the fork that leaves it before the fork's own events shares the first parent's
        // alone.
        FactTotals early = f.prefix(facts / 2, new Dictionary());
        assertThat(early.facts()).isEqualTo(facts / 2);

        SessionWriter.deleteTree(parent);
        assertThatThrownBy(() -> Session.open(fork))
                .isInstanceOfSatisfying(
                        SessionException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("parent session is missing");
        assertThat(Check.of(fork).exitCode()).isEqualTo(3);
    }

    @Test
    void anExistingDirectoryIsRefusedAndLeftAlone() throws IOException {
        Path dir = Files.createDirectory(tmp.resolve("there"));
        Files.writeString(dir.resolve("precious"), "x");
        assertThatThrownBy(() -> SessionWriter.create(dir))
                .isInstanceOfSatisfying(
                        SessionException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("already exists");
        assertThat(dir.resolve("precious")).hasContent("x");
    }

    @Test
    void aSessionThatDidNotBeginLeavesNothing() {
        Path dir = tmp.resolve("s");
        SessionWriter.create(dir).close();
        assertThat(dir).doesNotExist();
    }

    @Test
    void aPlaceBelowAFileIsRefusedInOneLine() throws IOException {
        Path file = Files.writeString(tmp.resolve("file"), "x");
        assertThatThrownBy(() -> SessionWriter.create(file.resolve("s")))
                .isInstanceOfSatisfying(
                        SessionException.class, e -> assertThat(e.exitCode()).isEqualTo(3));
    }

    @Test
    void aSecondRecorderFindsTheSessionBusy() throws IOException {
        Path dir = tmp.resolve("s");
        try (SessionWriter w = SessionWriter.create(dir)) {
            w.begin(Sessions.config(w), SyntheticRun.NAMES, null).commit();
            assertThatThrownBy(() -> Rebuild.open(dir))
                    .isInstanceOfSatisfying(
                            SessionException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                    .hasMessageContaining("busy");
        }
    }

    @Test
    void anImageThatWasChangedIsRefusedByName() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 1, 5);
        Session s = Session.open(dir);
        SessionConfig.Image kernel = s.config().images().get(0);
        Files.write(s.image(kernel), new byte[] {1, 2, 4});
        assertThatThrownBy(() -> s.image(kernel))
                .hasMessageContaining("/somewhere/Image")
                .hasMessageContaining("changed");
        assertThat(Check.of(dir).line()).contains("kernel");
        Files.delete(dir.resolve("images").resolve(kernel.sha256()));
        assertThatThrownBy(() -> s.image(kernel)).hasMessageContaining("/somewhere/Image");
    }

    @Test
    void anotherFormatVersionIsNamed() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 1, 5);
        Path json = dir.resolve("session.json");
        String text = Files.readString(json, StandardCharsets.UTF_8);
        Files.writeString(json, text.replaceFirst("\"format\" : 1", "\"format\" : 9"));
        assertThatThrownBy(() -> Session.open(dir))
                .isInstanceOfSatisfying(
                        SessionException.class, e -> assertThat(e.exitCode()).isEqualTo(2))
                .hasMessageContaining("session format 9, this build reads format 1");
        assertThat(Check.of(dir).exitCode()).isEqualTo(2);
    }
}
