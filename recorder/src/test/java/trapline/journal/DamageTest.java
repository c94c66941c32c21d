package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Damage is found, named in one line, and never takes more than what lies behind it")
class DamageTest {
    private static final int STEPS = 150;
    private static final long SEED = 20;

    @TempDir Path tmp;

    private Path session() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, SEED, STEPS);
        return dir;
    }

    private static void oneLine(CheckReport r, int exitCode) {
        assertThat(r.whole()).isFalse();
        assertThat(r.exitCode()).as(r.line()).isEqualTo(exitCode);
        assertThat(r.line())
                .doesNotContain("\n")
                .doesNotContain("Exception")
                .hasSizeBetween(20, 400);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "queue/19700101F.cq4",
                "queue/metadata.cq4t",
                "snapshots/19700101F.cq4",
                "session.json"
            })
    void everyFlippedBitIsFound(String name) throws IOException {
        Path dir = session();
        Path file = dir.resolve(name);
        byte[] good = Files.readAllBytes(file);
        List<String> events = Sessions.transcript(SEED, STEPS).lines;
        int used = used(good);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 60; i++) {
            int at = random.nextInt(used);
            int bit = random.nextInt(8);
            flip(file, at, bit);
            CheckReport r = Check.of(dir);
            assertThat(r.whole()).as("%s byte %d bit %d: %s", name, at, bit, r.line()).isFalse();
            assertThat(r.exitCode()).as(r.line()).isIn(1, 2);
            assertThat(r.line()).doesNotContain("\n").contains(dir.toString());
            readsNothingWrong(dir, events);
            flip(file, at, bit);
        }
        assertThat(Check.of(dir).whole()).isTrue();
    }

    /** Bytes up to the last that is not zero, and a little more. */
    private static int used(byte[] b) {
        int n = b.length;
        while (n > 0 && b[n - 1] == 0) {
            n--;
        }
        return Math.min(b.length, n + 8);
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(at);
            int b = f.read();
            f.seek(at);
            f.write(b ^ 1 << bit);
        }
    }

    /**
     * A reader that does not check first delivers a prefix of the truth, then says what is wrong or
     * that it ends.
     */
    private static void readsNothingWrong(Path dir, List<String> events) {
        Dictionary d = new Dictionary();
        Transcript t = new Transcript(d);
        try (Cursor c = Session.open(dir).cursor(d, Cursor.View.EACH)) {
            t.read(c);
        } catch (SessionException e) {
            assertThat(e.line()).contains(dir.toString());
        }
        assertThat(t.lines.size()).isLessThanOrEqualTo(events.size());
        assertThat(t.lines).isEqualTo(events.subList(0, t.lines.size()));
    }

    @Test
    void everyFlippedBitInTheEventsNamesTheStretchThatHoldsIt() throws IOException {
        Path dir = session();
        List<JournalReader.Stretch> stretches = Session.open(dir).journal().stretches();
        SplittableRandom random = new SplittableRandom(8);
        Path file = dir.resolve("queue/19700101F.cq4");
        for (int i = 0; i + 1 < stretches.size(); i++) {
            for (int n = 0; n < 20; n++) {
                long from = stretches.get(i).offset() + 4;
                long at = from + random.nextLong(stretches.get(i + 1).offset() - from - 4);
                flip(file, at, n % 8);
                CheckReport r = Check.of(dir);
                if (!r.line().contains("19700101F.cq4 does not match")) {
                    assertThat(r.firstBadStretch()).as("%d: %s", at, r.line()).isEqualTo(i);
                    assertThat(r.journalDamaged()).isTrue();
                }
                flip(file, at, n % 8);
            }
        }
    }

    @ParameterizedTest(name = "{0} percent left")
    @ValueSource(ints = {0, 1, 10, 50, 80, 99})
    void aTruncatedQueueIsDamaged(int percent) throws IOException {
        Path dir = session();
        Path file = dir.resolve("queue/19700101F.cq4");
        int used = used(Files.readAllBytes(file)) - 8;
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.setLength((long) used * percent / 100);
        }
        oneLine(Check.of(dir), 1);
        readsNothingWrong(dir, Sessions.transcript(SEED, STEPS).lines);
    }

    @Test
    void whatIsNotASessionIsSaidToBeNone() throws IOException {
        oneLine(Check.of(tmp.resolve("missing")), 3);
        oneLine(Check.of(Files.createDirectory(tmp.resolve("empty"))), 2);
        Path foreign = Files.createDirectory(tmp.resolve("foreign"));
        Files.writeString(foreign.resolve("letter.txt"), "dear");
        oneLine(Check.of(foreign), 2);
        oneLine(Check.of(foreign.resolve("letter.txt")), 2);
        Path json = Files.createDirectory(tmp.resolve("json"));
        Files.writeString(json.resolve("session.json"), "{\"name\": \"something else\"}");
        oneLine(Check.of(json), 2);
        Path queue = Files.createDirectories(tmp.resolve("other/queue")).getParent();
        Files.write(queue.resolve("queue/19700101F.cq4"), new byte[4096]);
        oneLine(Check.of(queue), 1);
        for (Path p : List.of(tmp.resolve("missing"), foreign, json, queue)) {
            assertThatThrownBy(() -> Session.open(p)).isInstanceOf(SessionException.class);
        }
    }

    @Test
    void aRecorderKilledWhileItStartedLeavesAClearAnswer() throws IOException {
        Path dir = Files.createDirectory(tmp.resolve("s"));
        Files.createFile(dir.resolve("lock"));
        oneLine(Check.of(dir), 1);
        Files.createDirectory(dir.resolve("queue"));
        oneLine(Check.of(dir), 1);
        Files.write(dir.resolve("queue/metadata.cq4t"), new byte[131072]);
        oneLine(Check.of(dir), 1);
        Files.write(dir.resolve("queue/19700101F.cq4"), new byte[1 << 20]);
        oneLine(Check.of(dir), 1);
        assertThat(Check.of(dir).line()).contains("killed while it started");
        assertThatThrownBy(() -> Rebuild.open(dir)).isInstanceOf(SessionException.class);
    }

    @Test
    void aMissingSessionFileOfASealedQueueIsSaidAndRepaired() throws IOException {
        Path dir = session();
        SessionFile before = SessionFile.read(dir);
        Files.delete(dir.resolve("session.json"));
        CheckReport r = Check.of(dir);
        oneLine(r, 1);
        assertThat(r.line()).contains("session.json is missing");
        assertThat(r.sealed()).isTrue();
        try (Rebuild b = Rebuild.open(dir)) {
            assertThat(b.sealed()).isTrue();
            assertThat(b.finishFile()).isEqualTo(before);
        }
        assertThat(Check.of(dir).whole()).isTrue();
    }

    @Test
    void aStrangeFileAmongOursIsNamed() throws IOException {
        Path dir = session();
        Files.writeString(dir.resolve("queue/extra"), "x");
        oneLine(Check.of(dir), 1);
        assertThat(Check.of(dir).line()).contains("queue/extra");
    }

    @Test
    void checkingAndReadingChangeNothing() throws IOException {
        Path dir = session();
        String before = digest(dir);
        Check.of(dir);
        Sessions.read(Session.open(dir));
        assertThat(digest(dir)).isEqualTo(before);
    }

    private static String digest(Path dir) throws IOException {
        StringBuilder b = new StringBuilder();
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path p : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                b.append(p)
                        .append(' ')
                        .append(Hashes.hex(Hashes.sha256().digest(Files.readAllBytes(p))))
                        .append('\n');
            }
        }
        return b.toString();
    }
}
