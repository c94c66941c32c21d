package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * The guest {@code disk} reads and overwrites a small disk; the sums it prints are computed here
 * from the image alone.
 */
@DisplayName("A disk")
class DriveTest {
    private static final int SECTORS = 128;
    private static final int WORKED = 64;
    private static final int CHOSEN_WITH = 96;
    private static final int CHOSEN_WITHOUT = 112;
    private static final long K = 0x9e3779b97f4a7c15L;

    /** Long enough for two snapshots at the shortest interval. */
    private static final int ROUNDS = 6;

    @TempDir Path dir;

    private final Cli cli = new Cli();
    private Path image;
    private byte[] bytes;

    @BeforeEach
    void makeImage() throws IOException {
        bytes = new byte[SECTORS * 512];
        new Random(20261123).nextBytes(bytes);
        System.arraycopy("a small disk .. ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 16);
        image = Files.write(dir.resolve("disk.img"), bytes);
    }

    private JsonNode record(String name, String flag, Object... more) {
        Object[] args = new Object[14 + more.length];
        Object[] first = {
            "record",
            "-o",
            dir.resolve(name),
            "--guest",
            "disk",
            "--drive",
            image,
            "--append",
            "rounds=" + ROUNDS,
            "--partial-emulation",
            flag,
            "--snapshot-interval",
            "16777216",
            "-q"
        };
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        return cli.json(args);
    }

    private static long sum(ByteBuffer b, int sector) {
        long s = 0;
        for (int k = 0; k < 64; k++) {
            s = (s ^ b.getLong(sector * 512 + 8 * k)) * K + k;
        }
        return s;
    }

    /** What the guest must print, from the image alone. */
    private String expected(boolean channel) {
        ByteBuffer b = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder out =
                new StringBuilder("disk: 128 sectors\ndisk: begins with \"a small disk .. \"\n");
        for (int r = 0; r < ROUNDS; r++) {
            long all = 0;
            for (int s = 0; s < WORKED; s++) {
                all = all * 31 + sum(b, s);
                for (int k = 0; k < 64; k++) {
                    b.putLong(
                            (s + 1) % WORKED * 512 + 8 * k,
                            b.getLong(s * 512 + 8 * k) + all + r + k);
                }
            }
            out.append("disk: round %d sum %016x\n".formatted(r, all));
            if (r == ROUNDS / 2) {
                out.append(
                        "disk: %s the channel, sum %016x\n"
                                .formatted(
                                        channel ? "with" : "without",
                                        sum(b, channel ? CHOSEN_WITH : CHOSEN_WITHOUT)));
            }
        }
        return out.append("disk: beyond the end: error\n").toString();
    }

    private String console(String name) {
        return Cli.console(dir.resolve(name)).replace("\r\n", "\n");
    }

    private void verified(String name, int threads) {
        JsonNode r = cli.json("replay", dir.resolve(name), "--threads", threads);
        assertThat(r.path("verified").asBoolean())
                .as("%s with %d threads: %s", name, threads, r)
                .isTrue();
    }

    @ParameterizedTest(name = "on {0}")
    @ValueSource(strings = {"xen-domu", "qemu-virt"})
    @DisplayName(
            "gives back what was written to it, never changes its image, and replays without it, in parallel too")
    void replaysWithoutTheImage(String platform) throws IOException {
        record("s", "off", "--platform", platform);
        assertThat(console("s")).isEqualTo(expected(false));
        assertThat(Files.readAllBytes(image)).isEqualTo(bytes);
        Files.delete(image);
        verified("s", 1);
        verified("s", 2);
        assertThat(cli.run("check", dir.resolve("s"))).as(cli.err()).isZero();
    }

    @Test
    @DisplayName(
            "gives a fork the blocks that only the fork reads, and the fork then needs the image no more")
    void forkReadsOtherBlocks() throws IOException {
        record("off", "off");
        cli.json(
                "replay",
                dir.resolve("off"),
                "-o",
                dir.resolve("fork"),
                "--flip",
                "partial-emulation");
        assertThat(console("fork")).isEqualTo(expected(true));
        JsonNode full = record("on", "on");
        JsonNode fork = cli.json("info", dir.resolve("fork"));
        for (String same :
                new String[] {"stateDigest", "factDigest", "consoleSha256", "retired", "traps"}) {
            assertThat(fork.path(same)).as(same).isEqualTo(full.path(same));
        }
        Files.delete(image);
        verified("fork", 1);
    }

    @Test
    @DisplayName(
            "says so when a fork wants a block that nobody kept and the image is gone or was changed")
    void forkWithoutTheImage() throws IOException {
        record("off", "off");
        bytes[CHOSEN_WITH * 512] ^= 1;
        Files.write(image, bytes);
        Path fork = dir.resolve("fork");
        int changed =
                cli.run("replay", dir.resolve("off"), "-o", fork, "--flip", "partial-emulation");
        cli.refused(changed, 1, "was changed");
        Files.delete(image);
        Path again = dir.resolve("again");
        int gone =
                cli.run("replay", dir.resolve("off"), "-o", again, "--flip", "partial-emulation");
        cli.refused(gone, 3, "neither kept nor where it was");
        verified("off", 1);
    }

    @Test
    @DisplayName("is refused when its file is no disk")
    void noDisk() throws IOException {
        Path odd = Files.write(dir.resolve("odd"), new byte[700]);
        Object[] files = {dir.resolve("missing"), dir, odd, Files.createFile(dir.resolve("empty"))};
        String[] why = {"no such file", "not a regular file", "700 bytes", "0 bytes"};
        for (int k = 0; k < files.length; k++) {
            int code =
                    cli.run(
                            "record",
                            "-o",
                            dir.resolve("s"),
                            "--guest",
                            "disk",
                            "--drive",
                            files[k]);
            cli.refused(code, 2, why[k]);
            assertThat(dir.resolve("s")).doesNotExist();
        }
    }
}
