package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Stock U-Boot for QEMU's arm64 machine, unmodified, from Debian's package u-boot-qemu or {@code
 * samples/scripts/fetch-uboot.sh}; {@code TRAPLINE_UBOOT} names another place of its image.
 */
@DisplayName("Stock U-Boot on qemu-virt")
class UBootTest {
    private static final Path SCRIPT = Path.of("scripts", "inputs", "u-boot.input");

    @TempDir Path dir;

    private final Cli cli = new Cli();

    private static Path image() {
        String named = System.getenv("TRAPLINE_UBOOT");
        Path image = Path.of(named == null ? "/usr/lib/u-boot/qemu_arm64/u-boot.bin" : named);
        assumeTrue(
                Files.isReadable(image),
                "skipped: no U-Boot at "
                        + image
                        + "; install u-boot-qemu, or run samples/scripts/fetch-uboot.sh and set"
                        + " TRAPLINE_UBOOT to the image");
        return image;
    }

    @Test
    @DisplayName(
            "answers at its prompt, keeps its environment in flash over a reset, powers off, and replays exactly")
    void transcript() {
        Path session = dir.resolve("s");
        JsonNode info =
                cli.json(
                        "record",
                        "-o",
                        session,
                        "--platform",
                        "qemu-virt",
                        "--firmware",
                        image(),
                        "--input",
                        SCRIPT,
                        "--budget",
                        "20G",
                        "--rtc",
                        "2025-01-01T00:00:00Z");
        String said = Cli.console(session).replace("\r\n", "\n");
        assertThat(info.path("outcome").path("kind").asString())
                .as("outcome after:%n%s", said)
                .isEqualTo("POWERED_OFF");
        // version, and the banner once a boot
        assertThat(Pattern.compile("(?m)^U-Boot 20\\d\\d\\.\\d\\d").matcher(said).results().count())
                .isEqualTo(3);
        // bdinfo
        assertThat(said)
                .containsPattern(
                        "(?m)^DRAM bank +=.*\\n-> start +=.*0*40000000\\n-> size +=.*0*20000000");
        // dm tree: the drivers that the device tree brought in
        for (String driver : new String[] {"serial_pl01x", "rtc-pl031", "cfi_flash", "psci"}) {
            assertThat(said).as("dm tree").contains(driver);
        }
        // date, from PL031: boot and typing take seconds
        assertThat(said)
                .containsPattern("(?m)^Date: 2025-01-01 \\(Wednesday\\) +Time: +0:00:\\d\\d");
        // flinfo: two banks, Intel command set; this build addresses the low chip of each pair, on
        // QEMU too
        for (int bank = 1; bank <= 2; bank++) {
            assertThat(said)
                    .contains(
                            "Bank # "
                                    + bank
                                    + ": CFI conformant flash (16 x 16)  Size: 32 MB in 256 Sectors\n"
                                    + "  Intel Extended command set, Manufacturer ID: 0x89, Device ID: 0x0018\n");
        }
        // crc32 0 80000: of the image itself, padded with erased flash
        assertThat(said)
                .containsPattern("(?m)^crc32 for 00000000 \\.\\.\\. 0007ffff ==> [0-9a-f]{8}$");
        // saveenv, reset, printenv
        assertThat(said).contains("Saving Environment to Flash");
        assertThat(said.substring(said.indexOf("Saving Environment")))
                .contains("resetting ...", "k=v");
        assertThat(cli.json("replay", session).path("verified").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("sees its image in flash bank 0: crc32 is that of the file")
    void crc() throws Exception {
        Path image = image();
        byte[] file = Files.readAllBytes(image);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(file, 0, 0x8_0000);
        Path script =
                Files.writeString(
                        dir.resolve("crc"),
                        "@wait stop autoboot\n@send x\n@wait =>\ncrc32 0 80000\npoweroff\n");
        Path session = dir.resolve("s");
        cli.json(
                "record",
                "-o",
                session,
                "--platform",
                "qemu-virt",
                "--firmware",
                image,
                "--input",
                script,
                "--budget",
                "20G");
        assertThat(Cli.console(session)).contains(String.format("==> %08x", crc.getValue()));
    }
}
