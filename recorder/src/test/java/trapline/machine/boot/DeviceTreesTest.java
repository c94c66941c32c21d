package trapline.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Device trees")
class DeviceTreesTest {
    @TempDir Path dir = Path.of("");

    private static DeviceTrees.Options options(int cpus, int gic) {
        return new DeviceTrees.Options(
                cpus,
                "arm,cortex-a57",
                gic,
                List.of(new MemoryBank(0x40000000L, 512L << 20)),
                "console=ttyAMA0",
                0x48200000L,
                0x48300000L,
                List.of(new DeviceTrees.VirtioSlot(0x0a000000L, 16)));
    }

    private static String hex(FdtNode n, String property) {
        return HexFormat.of()
                .formatHex(Objects.requireNonNull(n.properties().get(property), property));
    }

    private static FdtNode at(Fdt t, String path) {
        FdtNode n = t.root();
        for (String part : path.split("/")) {
            FdtNode c = n.find(part);
            assertThat(c).as("%s of %s", part, path).isNotNull();
            n = Objects.requireNonNull(c);
        }
        return n;
    }

    @Test
    @DisplayName("xen-domu: xen-arm64 dom0less nodes")
    void xen() {
        Fdt t = DeviceTrees.xenDomu(options(2, 3));
        assertThat(t.root().children().stream().map(FdtNode::name))
                .containsExactly(
                        "chosen",
                        "cpus",
                        "memory@40000000",
                        "interrupt-controller@3001000",
                        "timer",
                        "psci",
                        "sbsa-uart@22000000",
                        "virtio_mmio@a000000");
        assertThat(hex(at(t, "sbsa-uart@22000000"), "interrupts"))
                .isEqualTo("00000000" + "00000000" + "00000004");
        assertThat(at(t, "sbsa-uart@22000000").string("compatible")).isEqualTo("arm,sbsa-uart");
        assertThat(hex(at(t, "timer"), "interrupts"))
                .as("PPIs 29, 30, 27, active low")
                .isEqualTo(
                        "000000010000000d00000f08"
                                + "000000010000000e00000f08"
                                + "000000010000000b00000f08");
        assertThat(hex(at(t, "interrupt-controller@3001000"), "reg"))
                .isEqualTo(
                        "0000000003001000"
                                + "0000000000010000"
                                + "0000000003020000"
                                + "0000000001000000");
        assertThat(at(t, "psci").string("method")).isEqualTo("hvc");
        assertThat(at(t, "psci").cell("cpu_on", 0)).isEqualTo(2);
        assertThat(at(t, "cpus/cpu@1").string("compatible")).isEqualTo("arm,cortex-a57");
        assertThat(hex(at(t, "chosen"), "linux,initrd-start")).isEqualTo("0000000048200000");
        assertThat(at(t, "chosen").properties()).doesNotContainKey("kaslr-seed");
    }

    @Test
    @DisplayName("xen-domu with a GICv2 and more than 3 GiB")
    void xenLarge() {
        List<MemoryBank> banks = BootPlatform.XEN_DOMU.banks(4L << 30);
        Fdt t =
                DeviceTrees.xenDomu(
                        new DeviceTrees.Options(
                                1, "arm,neoverse-n1", 2, banks, null, 0, 0, List.of()));
        assertThat(at(t, "interrupt-controller@3001000").string("compatible"))
                .isEqualTo("arm,gic-400");
        assertThat(hex(at(t, "memory@40000000"), "reg"))
                .isEqualTo(
                        "0000000040000000"
                                + "00000000c0000000"
                                + "0000000200000000"
                                + "0000000040000000");
        assertThat(at(t, "chosen").properties()).isEmpty();
    }

    @Test
    @DisplayName(
            "qemu-virt: both flash banks, pl011, pl031, psci, timer, memory, interrupt controller")
    void qemu() {
        Fdt t = DeviceTrees.qemuVirt(options(1, 2));
        assertThat(t.root().children().stream().map(FdtNode::name))
                .contains(
                        "flash@0",
                        "pl011@9000000",
                        "pl031@9010000",
                        "psci",
                        "timer",
                        "memory@40000000",
                        "intc@8000000");
        assertThat(hex(at(t, "flash@0"), "reg"))
                .isEqualTo(
                        "0000000000000000"
                                + "0000000004000000"
                                + "0000000004000000"
                                + "0000000004000000");
        assertThat(at(t, "flash@0").cell("bank-width", 0)).isEqualTo(4);
        assertThat(hex(at(t, "pl011@9000000"), "interrupts")).isEqualTo("000000000000000100000004");
        assertThat(at(t, "chosen").string("stdout-path")).isEqualTo("/pl011@9000000");
        assertThat(hex(at(t, "virtio_mmio@a000000"), "interrupts"))
                .isEqualTo("000000000000001000000001");
    }

    @Test
    void flattenedTreeReadsBackAsItself() throws ImageException {
        Fdt t = DeviceTrees.qemuVirt(options(4, 3));
        t.reservations().add(new Fdt.Reservation(0x48000000L, 0x1000));
        byte[] blob = t.flatten();
        Fdt back = Fdt.parse(blob, "tree");
        assertThat(back.flatten()).isEqualTo(blob);
        assertThat(back.reservations()).containsExactly(new Fdt.Reservation(0x48000000L, 0x1000));
        assertThat(new String(blob, StandardCharsets.ISO_8859_1).split("#address-cells", -1))
                .as("each property name is stored once")
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}, {1} vCPUs, GICv{2}")
    @CsvSource({"xen,1,3", "xen,4,2", "qemu,1,3", "qemu,4,2"})
    @DisplayName("dtc reads the tree without a warning")
    void deviceTreeCompilerAgrees(String platform, int cpus, int gic)
            throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/dtc")), "dtc is not installed");
        Fdt t =
                platform.equals("xen")
                        ? DeviceTrees.xenDomu(options(cpus, gic))
                        : DeviceTrees.qemuVirt(options(cpus, gic));
        Path blob = Files.write(dir.resolve("t.dtb"), t.flatten());
        Path said = dir.resolve("said");
        Process p =
                new ProcessBuilder(
                                "/usr/bin/dtc",
                                "-I",
                                "dtb",
                                "-O",
                                "dts",
                                "-o",
                                "/dev/null",
                                blob.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start();
        assertThat(p.waitFor()).as(Files.readString(said)).isZero();
        assertThat(Files.readString(said)).isEmpty();
    }

    @Test
    void patchReplacesMemoryAndBootArguments() throws ImageException {
        Fdt t = new Fdt();
        t.root().cells("#address-cells", 1).cells("#size-cells", 1);
        t.root().child("memory@0").strings("device_type", "memory").cells("reg", 0, 0x1000);
        t.root().child("chosen").strings("bootargs", "old").strings("stdout-path", "serial0");
        DeviceTrees.patch(t, options(1, 3));
        Fdt back = Fdt.parse(t.flatten(), "tree");
        assertThat(hex(at(back, "memory@40000000"), "reg")).isEqualTo("4000000020000000");
        assertThat(back.root().find("memory@0")).isNull();
        assertThat(at(back, "chosen").string("bootargs")).isEqualTo("console=ttyAMA0");
        assertThat(at(back, "chosen").string("stdout-path")).isEqualTo("serial0");
    }

    @Test
    void everyTruncationAndEveryDamagedWordIsOneLineOrATree() {
        byte[] blob = DeviceTrees.xenDomu(options(1, 3)).flatten();
        for (int n = 0; n < blob.length; n++) {
            byte[] cut = Arrays.copyOf(blob, n);
            assertThatThrownBy(() -> Fdt.parse(cut, "a.dtb"))
                    .as("cut to %d", n)
                    .isInstanceOf(ImageException.class)
                    .hasMessageStartingWith("a.dtb ")
                    .hasMessageNotContaining("\n");
        }
        int refused = 0;
        for (int i = 0; i < blob.length; i += 4) {
            byte[] bad = blob.clone();
            bad[i] ^= (byte) 0x80;
            try {
                Fdt.parse(bad, "a.dtb");
            } catch (ImageException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a tree at all, but long enough to hold a whole header"})
    void otherFilesAreRefused(String text) {
        assertThatThrownBy(() -> Fdt.parse(text.getBytes(StandardCharsets.UTF_8), "x"))
                .isInstanceOf(ImageException.class);
    }
}
