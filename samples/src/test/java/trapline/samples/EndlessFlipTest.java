package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The guest powers off when MDCCSR_EL0 shows a bit, as it does when it is recorded; where it reads
 * as zero the guest waits, in a way that no rule can tell from a guest that will go on, or in one
 * that a rule knows.
 */
@DisplayName("A flip whose guest would run for ever ends")
class EndlessFlipTest {
    private static final int MRS_MDCCSR = 0xd5330101; // mrs x1, mdccsr_el0
    private static final int MRS_CNTVCT = 0xd53be042; // mrs x2, cntvct_el0
    private static final int[] OFF = {0xd2800100, 0xf2b08000, 0xd4000002}; // PSCI SYSTEM_OFF
    private static final int[] CLOCK = {
        MRS_MDCCSR,
        0xb5000061, // cbnz x1, .+12
        MRS_CNTVCT,
        0x17ffffff // b .-4
    };
    private static final int[] POLL = {
        MRS_MDCCSR, 0xb4ffffe1 // cbz x1, .-4
    };

    @TempDir Path dir;

    private final Cli cli = new Cli();
    private Path zero;

    @BeforeEach
    void policy() throws IOException {
        zero =
                Files.writeString(
                        dir.resolve("zero.policy"),
                        "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 0\n");
    }

    private Path record(int[] wait, Object... options) throws IOException {
        ByteBuffer b =
                ByteBuffer.allocate(4 * (wait.length + OFF.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int[] part : new int[][] {wait, OFF}) {
            for (int w : part) {
                b.putInt(w);
            }
        }
        Path kernel = Files.write(dir.resolve("guest.bin"), b.array());
        Path session = dir.resolve("s");
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                "record",
                                "-o",
                                session,
                                "--kernel",
                                kernel,
                                "--memory",
                                "64M",
                                "--partial-emulation",
                                "on"));
        all.addAll(List.of(options));
        assertThat(cli.json(all.toArray()).path("outcome").path("kind").asString())
                .isEqualTo("POWERED_OFF");
        return session;
    }

    /** Flips, and verifies the other run; its {@code info}. */
    private JsonNode flip(Path session, Object... options) {
        Path other = dir.resolve("other");
        List<Object> all =
                new ArrayList<>(List.of("replay", session, "-o", other, "--policy", zero));
        all.addAll(List.of(options));
        assertThat(cli.json(all.toArray()).path("proved").asBoolean()).isFalse();
        assertThat(cli.json("replay", other).path("verified").asBoolean()).isTrue();
        return cli.json("info", other);
    }

    private static String kind(JsonNode info) {
        return info.path("outcome").path("kind").asString();
    }

    @Test
    @DisplayName("as HUNG where each poll has the same effect")
    void hung() throws IOException {
        JsonNode info = flip(record(POLL));
        assertThat(kind(info)).isEqualTo("HUNG");
        assertThat(info.path("outcome").path("detail").asString()).contains("repeats itself");
    }

    @Test
    @DisplayName("at --timeout, at the same instruction in a replay")
    void timeout() throws IOException {
        assertThat(kind(flip(record(CLOCK), "--timeout", "1"))).isEqualTo("TIMED_OUT");
    }

    @Test
    @DisplayName("at --budget, exactly")
    void budget() throws IOException {
        JsonNode info = flip(record(CLOCK), "--budget", "5_000_001");
        assertThat(kind(info)).isEqualTo("BUDGET_SPENT");
        assertThat(info.path("retired").asLong()).isEqualTo(5_000_001);
    }

    @Test
    @DisplayName("at the budget that the session was given, unless another is given")
    void inheritedBudget() throws IOException {
        Path session = record(CLOCK, "--budget", "3M");
        assertThat(flip(session).path("retired").asLong()).isEqualTo(3_000_000);
        Path matrix = dir.resolve("m");
        JsonNode rows =
                cli.json("matrix", session, "-o", matrix, "--policies", zero, "--budget", "2M")
                        .path("rows");
        assertThat(rows.get(0).path("outcome").path("kind").asString()).isEqualTo("BUDGET_SPENT");
        assertThat(rows.get(0).path("retired").asLong()).isEqualTo(2_000_000);
    }

    @Test
    @DisplayName("at the time-out that the session was given; matrix too")
    void inheritedTimeout() throws IOException {
        Path session = record(CLOCK, "--timeout", "1");
        assertThat(kind(flip(session))).isEqualTo("TIMED_OUT");
        JsonNode rows =
                cli.json("matrix", session, "-o", dir.resolve("m"), "--policies", zero)
                        .path("rows");
        assertThat(rows.get(0).path("outcome").path("kind").asString()).isEqualTo("TIMED_OUT");
    }

    @Test
    @DisplayName("or is refused when the budget does not reach to where the settings part")
    void tooSmall() throws IOException {
        int[] late = new int[100 + CLOCK.length];
        java.util.Arrays.fill(late, 0xd503201f); // nop
        System.arraycopy(CLOCK, 0, late, 100, CLOCK.length);
        Path session = record(late);
        Path other = dir.resolve("other");
        cli.refused(
                cli.run("replay", session, "-o", other, "--policy", zero, "--budget", "50"),
                2,
                "a budget of 50 instructions is spent before the settings part, at trap 1");
        assertThat(other).doesNotExist();
        cli.refused(cli.run("replay", session, "--budget", "50"), 2, "-o");
        cli.refused(
                cli.run("replay", session, "-o", other, "--policy", zero, "--timeout", "0"),
                2,
                "--timeout 0");
    }
}
