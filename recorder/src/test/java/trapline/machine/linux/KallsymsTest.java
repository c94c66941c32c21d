package trapline.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.machine.boot.SymbolTable;

@DisplayName("kallsyms found in a kernel image: scripts/kallsyms.c")
class KallsymsTest {
    private static final long TEXT = 0xffff800008000000L;
    private static final int FIRST = 0x10000;
    private static final int SYMBOLS = 3000;

    /** Writes a table as the kernel's build does. */
    private static final class Image {
        final ByteBuffer b = ByteBuffer.allocate(1 << 20).order(ByteOrder.LITTLE_ENDIAN);
        final String[] tokens = new String[256];
        final List<Integer> offsets = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final boolean offsetsLast;
        final boolean sequences;
        final boolean relocated;

        Image(boolean offsetsLast, boolean sequences, boolean relocated) {
            this.offsetsLast = offsetsLast;
            this.sequences = sequences;
            this.relocated = relocated;
            for (int c = 0; c < 256; c++) {
                tokens[c] = c > ' ' && c < 127 ? String.valueOf((char) c) : "tok" + c + "_";
            }
            int at = 0;
            for (int s = 0; s < SYMBOLS; s++) {
                offsets.add(at);
                at += s % 7 == 0 ? 0 : 4 * (s % 61 + 1);
                names.add(name(s));
            }
        }

        private static String name(int s) {
            if (s == 1234) {
                return "tpanic";
            }
            if (s == 1500) {
                return "Dprb_of_this_kernel";
            }
            // Some names are longer than 127 tokens, so that their length takes two bytes.
            return "T" + "function_of_some_length_" + s + (s % 500 == 3 ? "x".repeat(200) : "");
        }

        private void align() {
            while (b.position() % 8 != 0) {
                b.put((byte) 0);
            }
        }

        private int offsets() {
            align();
            offsets.forEach(b::putInt);
            align();
            int base = b.position();
            b.putLong(relocated ? 0 : TEXT + FIRST);
            return base;
        }

        byte[] build(int from) {
            Random random = new Random(20261123);
            byte[] noise = new byte[4096];
            random.nextBytes(noise);
            b.position(from);
            b.put(noise);
            // Digits in a row that are no token table.
            b.put(
                    "0\0001\0002\0003\0004\0005\0006\0007\0008\0009\000"
                            .getBytes(StandardCharsets.US_ASCII));
            int base = offsetsLast ? 0 : offsets();
            align();
            b.putInt(SYMBOLS);
            align();
            int start = b.position();
            List<Integer> markers = new ArrayList<>();
            for (int s = 0; s < SYMBOLS; s++) {
                if (s % 256 == 0) {
                    markers.add(b.position() - start);
                }
                String n = names.get(s);
                if (n.length() > 127) {
                    b.put((byte) (n.length() & 0x7f | 0x80)).put((byte) (n.length() >> 7));
                } else {
                    b.put((byte) n.length());
                }
                b.put(n.getBytes(StandardCharsets.US_ASCII));
            }
            align();
            markers.forEach(b::putInt);
            align();
            if (sequences) {
                byte[] seqs = new byte[3 * SYMBOLS];
                random.nextBytes(seqs);
                b.put(seqs);
                align();
            }
            int[] index = new int[256];
            int table = b.position();
            for (int t = 0; t < 256; t++) {
                index[t] = b.position() - table;
                b.put(tokens[t].getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
            }
            align();
            for (int i : index) {
                b.putShort((short) i);
            }
            if (offsetsLast) {
                base = offsets();
            }
            align();
            if (relocated) {
                // One that looks alike for a start 2 MiB higher, then the real one.
                b.putLong(TEXT + (2 << 20) + base - from)
                        .putLong(0x403)
                        .putLong(TEXT + (2 << 20) + 64);
                b.putLong(TEXT + base - from).putLong(0x403).putLong(TEXT + FIRST);
            }
            return Arrays.copyOf(b.array(), b.position());
        }
    }

    @ParameterizedTest(
            name = "offsets behind the tokens {0}, sequences {1}, relocatable {2}, image at {3}")
    @CsvSource({
        "false, false, false, 0",
        "false, false, true, 0",
        "false, true, true, 24",
        "true, true, false, 8",
        "true, false, true, 0"
    })
    void everyNameIsAtItsLinkAddress(boolean last, boolean sequences, boolean relocated, int from) {
        Image image = new Image(last, sequences, relocated);
        byte[] bytes = image.build(from);
        SymbolTable t = Kallsyms.find(bytes, from, bytes.length - from);
        assertThat(t).isNotNull();
        assertThat(t.find("_text")).isEqualTo(TEXT);
        assertThat(t.find("panic")).isEqualTo(TEXT + FIRST + image.offsets.get(1234));
        assertThat(t.find("prb_of_this_kernel"))
                .as("data is found by name")
                .isEqualTo(TEXT + FIRST + image.offsets.get(1500));
        for (int s = 1; s < SYMBOLS; s++) {
            if (!image.offsets.get(s).equals(image.offsets.get(s - 1)) && s != 1500) {
                long address = TEXT + FIRST + image.offsets.get(s);
                assertThat(t.nameAndOffset(address)).isEqualTo(image.names.get(s).substring(1));
            }
        }
    }

    @Test
    void anImageWithoutATableHasNoNames() {
        byte[] noise = new byte[1 << 16];
        new Random(7).nextBytes(noise);
        System.arraycopy(
                "0\0001\0002\0003\0004\0005\0006\0007\0008\0009\000"
                        .getBytes(StandardCharsets.US_ASCII),
                0,
                noise,
                1000,
                20);
        assertThat(Kallsyms.find(noise, 0, noise.length)).isNull();
    }

    @Test
    void aTableThatIsCutOffIsNotBelieved() {
        byte[] bytes = new Image(true, false, false).build(0);
        for (int cut = 600; cut < bytes.length; cut += 9973) {
            assertThat(Kallsyms.find(bytes, 0, bytes.length - cut)).as("cut by %d", cut).isNull();
        }
    }

    @Test
    void aMovedKernelAndItsPhysicalPlaceHaveTheSameNames() {
        byte[] bytes = new Image(false, false, true).build(0);
        SymbolTable link = Kallsyms.find(bytes, 0, bytes.length);
        assertThat(link).isNotNull();
        long panic = link.find("panic");
        SymbolTable moved = link.shifted(0x320000).alsoAt(0x40000000L, 1 << 20, TEXT + 0x320000);
        assertThat(moved.nameAndOffset(panic + 0x320004)).isEqualTo("panic+0x4");
        assertThat(moved.nameAndOffset(panic - TEXT + 0x40000008L)).isEqualTo("panic+0x8");
        assertThat(moved.find("prb_of_this_kernel"))
                .isEqualTo(link.find("prb_of_this_kernel") + 0x320000);
        assertThat(moved.nameAndOffset(0x3fffffffL)).isNull();
    }
}
