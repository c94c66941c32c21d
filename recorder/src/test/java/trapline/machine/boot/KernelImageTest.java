package trapline.machine.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Guest images")
class KernelImageTest {
    private static final List<MemoryBank> MEMORY = List.of(new MemoryBank(0x40000000L, 512L << 20));

    @TempDir Path dir = Path.of("");

    /** A Linux Image header (Documentation/arch/arm64/booting.rst) and some bytes. */
    private static byte[] image(long textOffset, long imageSize, long flags) {
        return ByteBuffer.allocate(4096)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0xfa405a4d)
                .putInt(0x14000000)
                .putLong(textOffset)
                .putLong(imageSize)
                .putLong(flags)
                .putInt(0x38, 0x644d5241)
                .array();
    }

    private static byte[] gzip(byte[] b) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream z = new GZIPOutputStream(out)) {
            z.write(b);
        }
        return out.toByteArray();
    }

    /** An ELF file with one segment, and a symbol table of two functions. */
    static byte[] elf(long virtual, long physical, long entry) {
        ByteBuffer b = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
        b.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1});
        b.putShort(16, (short) 2).putShort(18, (short) 183).putInt(20, 1);
        b.putLong(24, entry).putLong(32, 64).putLong(40, 512);
        b.putShort(52, (short) 64).putShort(54, (short) 56).putShort(56, (short) 1);
        b.putShort(58, (short) 64).putShort(60, (short) 3);
        b.putInt(64, 1).putInt(68, 5).putLong(72, 128).putLong(80, virtual).putLong(88, physical);
        b.putLong(96, 16).putLong(104, 0x1000);
        b.position(128);
        b.put("0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
        byte[] names = "\0start\0stop\0$x\0".getBytes(StandardCharsets.US_ASCII);
        b.position(256);
        b.put(names);
        int[] nameAt = {0, 1, 7, 12};
        long[] values = {0, virtual, virtual + 0x40, virtual};
        for (int i = 0; i < 4; i++) {
            int s = 320 + 24 * i;
            b.putInt(s, nameAt[i])
                    .put(s + 4, (byte) (i == 0 ? 0 : 0x12))
                    .putShort(s + 6, (short) (i == 0 ? 0 : 1));
            b.putLong(s + 8, values[i]);
        }
        b.putInt(512 + 64 + 4, 2)
                .putLong(512 + 64 + 24, 320)
                .putLong(512 + 64 + 32, 96)
                .putInt(512 + 64 + 40, 2);
        b.putInt(512 + 128 + 4, 3)
                .putLong(512 + 128 + 24, 256)
                .putLong(512 + 128 + 32, names.length);
        return b.array();
    }

    @ParameterizedTest(name = "{0}: text_offset 0x{1} loads at 0x{2}")
    @CsvSource({
        "XEN_DOMU,0,40000000",
        "XEN_DOMU,80000,40080000",
        "QEMU_VIRT,0,40200000",
        "QEMU_VIRT,80000,40080000"
    })
    void linuxImageGoesWhereItsHeaderAsks(BootPlatform platform, String offset, String at)
            throws ImageException {
        KernelImage k =
                KernelImage.load(
                        image(Long.parseLong(offset, 16), 0x200000, 2), "Image", platform, MEMORY);
        assertThat(k.format()).isEqualTo(KernelImage.Format.LINUX_IMAGE);
        assertThat(k.entry()).isEqualTo(Long.parseLong(at, 16));
        assertThat(k.end()).isEqualTo(k.entry() + 0x200000);
        assertThat(k.segments().getFirst().length()).isEqualTo(4096);
    }

    @Test
    void gzipImageIsUnpackedAndTrailingBytesAreIgnored() throws IOException, ImageException {
        byte[] z = gzip(image(0, 0x200000, 2));
        byte[] padded = Arrays.copyOf(z, z.length + 100);
        for (byte[] b : List.of(z, padded)) {
            KernelImage k = KernelImage.load(b, "Image.gz", BootPlatform.XEN_DOMU, MEMORY);
            assertThat(k.format()).isEqualTo(KernelImage.Format.LINUX_IMAGE);
            assertThat(k.segments().getFirst().length()).isEqualTo(4096);
        }
    }

    @Test
    void selfUnpackingImageIsUnpacked() throws IOException, ImageException {
        byte[] z = gzip(image(0, 0x200000, 2));
        ByteBuffer b = ByteBuffer.allocate(256 + z.length).order(ByteOrder.LITTLE_ENDIAN);
        b.put(new byte[] {'M', 'Z', 0, 0, 'z', 'i', 'm', 'g'}).putInt(256).putInt(z.length);
        b.position(24);
        b.put("gzip".getBytes(StandardCharsets.US_ASCII));
        b.position(256);
        b.put(z);
        assertThat(
                        KernelImage.load(b.array(), "vmlinuz.efi", BootPlatform.XEN_DOMU, MEMORY)
                                .format())
                .isEqualTo(KernelImage.Format.LINUX_IMAGE);
    }

    @Test
    void elfGoesToItsPhysicalAddressesAndItsEntryIsTranslated() throws ImageException {
        KernelImage k =
                KernelImage.load(
                        elf(0xffff800008000000L, 0x40100000L, 0xffff800008000010L),
                        "vmlinux",
                        BootPlatform.XEN_DOMU,
                        MEMORY);
        assertThat(k.format()).isEqualTo(KernelImage.Format.ELF);
        assertThat(k.entry()).isEqualTo(0x40100010L);
        assertThat(k.start()).isEqualTo(0x40100000L);
        assertThat(k.end()).isEqualTo(0x40101000L);
        assertThat(k.segments())
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.length()).isEqualTo(16);
                            assertThat(s.memoryBytes()).isEqualTo(0x1000);
                            assertThat((char) s.data()[s.offset()]).isEqualTo('0');
                        });
        assertThat(k.symbols().describe(0xffff800008000014L)).isEqualTo("start+0x14/0x40");
        assertThat(k.symbols().describe(0xffff800008000040L)).isEqualTo("stop+0x0");
    }

    @Test
    void headerlessBinaryGoesTo512KiB() throws ImageException {
        KernelImage k =
                KernelImage.load(new byte[] {1, 2, 3, 4}, "a.bin", BootPlatform.QEMU_VIRT, MEMORY);
        assertThat(k.format()).isEqualTo(KernelImage.Format.HEADERLESS);
        assertThat(k.entry()).isEqualTo(0x40080000L);
    }

    @Test
    void firmwareGoesToFlash() throws ImageException {
        assertThat(KernelImage.firmware(new byte[100], "u-boot.bin", 0, 64 << 20).entry()).isZero();
        assertThatThrownBy(() -> KernelImage.firmware(new byte[101], "u-boot.bin", 0, 100))
                .hasMessage("u-boot.bin (101 bytes) is larger than the flash (100 bytes)");
    }

    @Test
    void errorsAreOneLine() throws IOException {
        refused(new byte[0], "k is empty");
        refused(
                image(0, 1L << 30, 2),
                "k needs 1 GiB at 0x40000000, more than the 512 MiB of memory at 0x40000000 has there");
        refused(
                image(0, -5, 2),
                "k: damaged header: text_offset 0x0, image_size 0xfffffffffffffffb");
        refused(image(0, 4096, 3), "k is a big-endian Linux kernel");
        byte[] noMagic = image(0, 4096, 2);
        noMagic[0x38] = 0;
        refused(noMagic, "k: damaged header: starts as a Linux Image but lacks its magic number");
        byte[] z = gzip(image(0, 4096, 2));
        refused(Arrays.copyOf(z, 30), "k: damaged gzip data");
        byte[] flipped = z.clone();
        flipped[z.length - 5] ^= 1;
        refused(flipped, "k: damaged gzip data");
        byte[] elf = elf(0x40100000L, 0x40100000L, 0x40100000L);
        refused(Arrays.copyOf(elf, 40), "k: damaged ELF header (the file is cut off)");
        refused(
                Arrays.copyOf(elf, 130),
                "k: damaged ELF program header 0 (its bytes lie outside the file)");
        byte[] arm = elf.clone();
        arm[4] = 1;
        refused(arm, "k is a 32-bit ELF file; only AArch64 guests run");
        byte[] x86 = elf.clone();
        x86[18] = 62;
        refused(x86, "k is an ELF file for machine 62, not AArch64 (183)");
        refused(elf(0x1000, 0x1000, 0x1000), "k needs 4 KiB at 0x1000, more than");
        refused(
                elf(0x40100000L, 0x40100000L, 0x1000),
                "k: ELF entry point 0x1000 is in no segment");
        assertThatThrownBy(() -> ImageFile.read(dir.resolve("absent")))
                .hasMessageEndingWith("absent: no such file");
        assertThatThrownBy(() -> ImageFile.read(dir)).hasMessageEndingWith("is a directory");
        assertThatThrownBy(() -> ImageFile.read(Files.createFile(dir.resolve("none"))))
                .hasMessageEndingWith("none is empty");
    }

    private static void refused(byte[] file, String line) {
        assertThatThrownBy(() -> KernelImage.load(file, "k", BootPlatform.XEN_DOMU, MEMORY))
                .isInstanceOf(ImageException.class)
                .hasMessageStartingWith(line)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest(
            name =
                    "{0} with {1} MiB, kernel of {2} MiB, RAM disk of {3} MiB: tree 0x{4}, RAM disk 0x{5}")
    @CsvSource({
        "XEN_DOMU,512,2,1,48000000,48200000",
        "XEN_DOMU,512,2,0,48000000,0",
        "XEN_DOMU,128,2,1,47c00000,47e00000",
        "XEN_DOMU,512,200,1,5fc00000,5fe00000",
        "QEMU_VIRT,512,2,1,48200000,48000000",
        "QEMU_VIRT,512,2,0,48000000,0",
        "QEMU_VIRT,128,2,1,44200000,44000000"
    })
    void layoutFollowsThePlatformsOwnLoader(
            BootPlatform platform, long memory, long kernel, long initrd, String tree, String disk)
            throws ImageException {
        List<MemoryBank> banks = platform.banks(memory << 20);
        KernelImage k = KernelImage.load(image(0, kernel << 20, 2), "k", platform, banks);
        BootLayout l = BootLayout.of(platform, k, banks, 5000, initrd << 20);
        assertThat(Long.toHexString(l.tree())).isEqualTo(tree);
        assertThat(Long.toHexString(l.initrd())).isEqualTo(disk);
    }

    @Test
    void tooLargeARamDiskIsOneLine() throws ImageException {
        List<MemoryBank> banks = BootPlatform.XEN_DOMU.banks(64 << 20);
        KernelImage k = KernelImage.load(image(0, 2 << 20, 2), "k", BootPlatform.XEN_DOMU, banks);
        assertThatThrownBy(() -> BootLayout.of(BootPlatform.XEN_DOMU, k, banks, 5000, 63 << 20))
                .hasMessage(
                        "the kernel (2 MiB), RAM disk and device tree (66 MiB) do not fit in 64 MiB of memory");
    }

    @Test
    void systemMapGivesNames() throws ImageException {
        SymbolTable t =
                SymbolTable.read(
                        """
                ffff800008010000 T _stext
                ffff800008010040 t hvc_dcc_check
                ffff800008010040 T alias
                ffff800009000000 D some_data
                ffff800008010088 W weak
                """
                                .getBytes(StandardCharsets.US_ASCII),
                        "System.map");
        assertThat(t.size()).isEqualTo(3);
        assertThat(t.describe(0xffff800008010054L)).isEqualTo("hvc_dcc_check+0x14/0x48");
        assertThat(t.nameAndOffset(0xffff800008010040L)).isEqualTo("hvc_dcc_check");
        assertThat(t.describe(0xffff80000800ffffL)).isNull();
        assertThat(t.describe(0xffffffff00000000L)).as("far beyond the last one").isNull();
        assertThat(t.find("weak")).isEqualTo(0xffff800008010088L);
        assertThat(t.find("absent")).isEqualTo(-1);
        assertThatThrownBy(() -> SymbolTable.read("x".getBytes(StandardCharsets.US_ASCII), "m"))
                .hasMessage("m, line 1: expected \"address type name\"");
    }
}
