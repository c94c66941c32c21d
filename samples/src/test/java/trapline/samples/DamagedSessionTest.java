package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

@DisplayName("A damaged session")
class DamagedSessionTest {
    /** Commands that open a session, besides check. */
    private static final List<String> READERS =
            List.of("info", "traps", "console", "latency", "replay");

    @TempDir Path dir;

    private final Cli cli = new Cli();
    private Path session;
    private JsonNode info;

    @BeforeEach
    void record() {
        session = dir.resolve("s");
        info =
                cli.json(
                        "record",
                        "-o",
                        session,
                        "--guest",
                        "dcc-probe",
                        "--partial-emulation",
                        "on");
    }

    private Path queue() throws IOException {
        try (Stream<Path> files = Files.list(session.resolve("queue"))) {
            return files.max(Comparator.comparingLong(p -> p.toFile().length())).orElseThrow();
        }
    }

    /** Bytes of the queue file that hold something. */
    private long used() throws IOException {
        byte[] all = Files.readAllBytes(queue());
        int n = all.length;
        while (n > 0 && all[n - 1] == 0) {
            n--;
        }
        return n;
    }

    /** Every command answers with one line and an exit code, none with a stack trace. */
    private void answered(Path where, String said, Integer... codes) {
        int code = cli.run("check", where);
        assertThat((cli.out() + cli.err()).lines())
                .singleElement()
                .asString()
                .contains(said)
                .doesNotContain("Exception");
        assertThat(List.of(codes)).as(cli.out() + cli.err()).contains(code);
        for (String command : READERS) {
            code = cli.run(command, where);
            assertThat(code).as("%s: %s", command, cli.err()).isBetween(0, 3);
            assertThat(cli.err().lines().count())
                    .as("%s: %s", command, cli.err())
                    .isLessThanOrEqualTo(1);
            assertThat(cli.out() + cli.err()).as(command).doesNotContain("Exception");
        }
    }

    @Test
    @DisplayName(
            "is named with its first bad stretch when bytes are missing, and a repair brings them back by execution")
    void truncated() throws IOException {
        Files.delete(session.resolve("session.json"));
        try (RandomAccessFile f = new RandomAccessFile(queue().toFile(), "rw")) {
            f.setLength(used() * 2 / 3);
        }
        answered(session, "stretch", 1);
    }

    @Test
    @DisplayName("is found, or unharmed, whichever bit is flipped")
    void bitFlipped() throws IOException {
        long seed = 20250101;
        System.out.println("bits flipped: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        Path queue = queue();
        long used = used();
        int found = 0;
        for (int i = 0; i < 60; i++) {
            long at = random.nextLong(used);
            int bit = 1 << random.nextInt(8);
            flip(queue, at, bit);
            int code = cli.run("check", session);
            String said = cli.out() + cli.err();
            assertThat(said.lines()).as("byte %d bit %d", at, bit).hasSize(1);
            assertThat(said).doesNotContain("Exception");
            assertThat(code).as(said).isBetween(0, 3);
            found += code == 0 ? 0 : 1;
            if (code == 0) {
                // Not in anything that is read: Chronicle's own header and index.
                assertThat(cli.json("info", session).path("factDigest"))
                        .isEqualTo(info.path("factDigest"));
            }
            flip(queue, at, bit);
        }
        assertThat(found).as("flips that were noticed, of 60").isGreaterThan(20);
        assertThat(cli.run("check", session)).as("all bits put back").isZero();
    }

    private static void flip(Path file, long at, int bit) throws IOException {
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(at);
            int b = f.read();
            f.seek(at);
            f.write(b ^ bit);
        }
    }

    @Test
    @DisplayName(
            "is repaired: an event in the middle comes back, and the session verifies with the digest it had")
    void repaired() throws IOException {
        long middle = used() / 2;
        for (int i = 0; i < 8; i++) {
            flip(queue(), middle + i, 0x55);
        }
        answered(session, "stretch", 1);
        assertThat(cli.run("check", session, "--repair")).as(cli.out() + cli.err()).isZero();
        assertThat(cli.run("check", session)).isZero();
        assertThat(cli.json("info", session).path("factDigest")).isEqualTo(info.path("factDigest"));
        assertThat(cli.json("replay", session).path("verified").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("is refused when it is empty, foreign, half-initialised or not there")
    void notSessions() throws IOException {
        answered(dir.resolve("missing"), "no such session", 3);
        answered(Files.createDirectory(dir.resolve("empty")), "empty", 2);
        Path foreign = Files.createDirectory(dir.resolve("foreign"));
        Files.writeString(foreign.resolve("notes.txt"), "not ours");
        answered(foreign, "not a Trapline session", 2);
        answered(Files.writeString(dir.resolve("file"), "x"), "not a directory", 2);
        Path half = Files.createDirectory(dir.resolve("half"));
        Files.createFile(half.resolve("lock"));
        answered(half, "nothing was recorded", 1);
        Files.createDirectory(half.resolve("queue"));
        answered(half, "half", 1, 2);
        Files.copy(queue(), half.resolve("queue").resolve(queue().getFileName()));
        try (RandomAccessFile f =
                new RandomAccessFile(
                        half.resolve("queue").resolve(queue().getFileName()).toFile(), "rw")) {
            f.setLength(200);
        }
        answered(half, "half", 1, 2);
        Files.writeString(session.resolve("session.json"), "{\"format\": 1, ");
        answered(session, "session.json", 1);
    }
}
