package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.Native;

@DisplayName("CFI flash, two 16-bit Intel chips: JESD68")
class CfiFlashTest {
    private static final int SIZE = 64 << 20;
    private static final int BLOCK = CfiFlash.BLOCK;

    /** One bank for all tests: host memory is not given back. */
    private static final long HOST = Native.allocateZeroed(SIZE);

    private final List<String> told = new ArrayList<>();
    private final CfiFlash flash =
            new CfiFlash(
                    "flash0",
                    HOST,
                    SIZE,
                    new CfiFlash.Listener() {
                        @Override
                        public void arrayMode(boolean on) {
                            told.add("array " + on);
                        }

                        @Override
                        public void changed(long offset, long bytes) {
                            told.add("changed %x+%x".formatted(offset, bytes));
                        }
                    });

    @BeforeEach
    void erase() {
        Native.fill(HOST, 4 * BLOCK, (byte) 0xff);
    }

    private static int both(int v) {
        return v << 16 | v;
    }

    @Test
    void queryIsWhatDriversExpectOfTwoChipsSideBySide() {
        write(flash, 0x55 * 4, both(0x98));
        assertThat(told).containsExactly("array false");
        StringBuilder s = new StringBuilder();
        for (int i = 0x10; i < 0x36; i++) {
            long v = read(flash, i * 4L);
            assertThat(v >>> 16).isEqualTo(v & 0xffff);
            s.append("%02x ".formatted(v & 0xffff));
        }
        assertThat(s.toString().strip())
                .as(
                        "QRY, Intel, table at 0x31, 2^25 bytes, x8/x16, 2^11 buffer, 256 blocks of 128 KiB, PRI 1.0")
                .isEqualTo(
                        "51 52 59 01 00 31 00 00 00 00 00 45 55 00 00 07 07 0a 00 04 04 04 00 19 02 00 0b 00 01"
                                + " ff 00 00 02 50 52 49 31 30");
        assertThat(load(flash, 0, 0x40, 2).value).isEqualTo('Q');
        assertThat(load(flash, 0, 0x42, 2).value).as("the other chip").isEqualTo('Q');
        assertThat(load(flash, 0, 0x41, 1).value).as("upper byte of a 16-bit chip").isZero();
        assertThat(load(flash, 0, 0x40, 8).value).isEqualTo(0x00520052_00510051L);
        write(flash, 0, both(0xff));
        assertThat(told).containsExactly("array false", "array true");
        assertThat(read(flash, 0x40)).isEqualTo(0xffffffffL);
    }

    @Test
    void narrowProbesFindNothing() {
        store(flash, 0, 0x55, 1, 0x98);
        assertThat(load(flash, 0, 0x10, 1).value).isNotEqualTo('Q');
        assertThat(load(flash, 0, 0x20, 2).value).isNotEqualTo('Q');
        store(flash, 0, 0, 1, 0xf0);
        assertThat(flash.inArrayMode()).isTrue();
    }

    @Test
    void identification() {
        write(flash, 0, both(0x90));
        assertThat(read(flash, 0)).isEqualTo(0x00890089);
        assertThat(read(flash, 4)).isEqualTo(0x00180018);
        assertThat(read(flash, BLOCK + 8)).as("unlocked").isZero();
    }

    @Test
    void programmingOnlyClearsBits() {
        write(flash, 0x100, both(0x40));
        assertThat(read(flash, 0)).as("status while a program is set up").isEqualTo(0x00800080);
        write(flash, 0x100, 0x12345678);
        assertThat(read(flash, 0x100)).isEqualTo(0x00800080);
        write(flash, 0x100, both(0x10));
        write(flash, 0x100, 0xffff0000L);
        write(flash, 0, both(0xff));
        assertThat(read(flash, 0x100)).isEqualTo(0x12340000);
        assertThat(told).contains("changed 100+4");
    }

    @Test
    void eraseSetsAWholeBlockOnlyWhenConfirmed() {
        Native.putInt(HOST + BLOCK, 0);
        Native.putInt(HOST + 2 * BLOCK - 4, 0);
        Native.putInt(HOST + 2 * BLOCK, 0);
        write(flash, BLOCK + 64, both(0x20));
        write(flash, BLOCK + 64, both(0x70));
        assertThat(read(flash, 0)).as("command sequence error").isEqualTo(0x00b000b0);
        assertThat(Native.getInt(HOST + BLOCK)).isZero();
        write(flash, 0, both(0x50));
        write(flash, BLOCK + 64, both(0x20));
        write(flash, BLOCK + 64, both(0xd0));
        assertThat(read(flash, 0)).isEqualTo(0x00800080);
        assertThat(Native.getInt(HOST + BLOCK)).isEqualTo(-1);
        assertThat(Native.getInt(HOST + 2 * BLOCK - 4)).isEqualTo(-1);
        assertThat(Native.getInt(HOST + 2 * BLOCK)).isZero();
        assertThat(told).contains("changed 40000+40000");
    }

    @Test
    void bufferedProgramTakesCountPlusOneWordsAndAConfirmation() {
        write(flash, BLOCK, both(0xe8));
        assertThat(read(flash, BLOCK)).isEqualTo(0x00800080);
        write(flash, BLOCK, both(3));
        for (int i = 0; i < 4; i++) {
            write(flash, BLOCK + 4 * i, 0x1000 + i);
        }
        assertThat(Native.getInt(HOST + BLOCK)).as("not before the confirmation").isEqualTo(-1);
        write(flash, BLOCK, both(0xd0));
        assertThat(Native.getInt(HOST + BLOCK + 12)).isEqualTo(0x1003);
        assertThat(read(flash, 0)).isEqualTo(0x00800080);

        write(flash, BLOCK, both(0xe8));
        write(flash, BLOCK, both(1024));
        assertThat(read(flash, 0)).as("more than the buffer").isEqualTo(0x00b000b0);
    }

    @Test
    void lockedBlockRefusesAndCanBeUnlocked() {
        write(flash, BLOCK, both(0x60));
        write(flash, BLOCK, both(0x01));
        write(flash, 0, both(0x90));
        assertThat(read(flash, BLOCK + 8)).isEqualTo(0x00010001);
        assertThat(read(flash, 8)).isZero();
        write(flash, BLOCK, both(0x20));
        write(flash, BLOCK, both(0xd0));
        assertThat(read(flash, 0)).isEqualTo(0x00a200a2);
        write(flash, 0, both(0x50));
        write(flash, BLOCK, both(0x40));
        write(flash, BLOCK, 0);
        assertThat(read(flash, 0)).isEqualTo(0x00920092);
        assertThat(Native.getInt(HOST + BLOCK)).isEqualTo(-1);
        write(flash, 0, both(0x50));
        write(flash, BLOCK, both(0x60));
        write(flash, BLOCK, both(0xd0));
        write(flash, BLOCK, both(0x40));
        write(flash, BLOCK, 0);
        assertThat(Native.getInt(HOST + BLOCK)).isZero();
    }

    @Test
    void stateSurvivesASnapshot() {
        write(flash, BLOCK, both(0xe8));
        write(flash, BLOCK, both(1));
        write(flash, BLOCK, 0x55);
        List<Boolean> mode = new ArrayList<>();
        CfiFlash copy =
                new CfiFlash(
                        "flash0",
                        HOST,
                        SIZE,
                        new CfiFlash.Listener() {
                            @Override
                            public void arrayMode(boolean on) {
                                mode.add(on);
                            }

                            @Override
                            public void changed(long offset, long bytes) {}
                        });
        Bench.copy(flash, copy);
        assertThat(mode).containsExactly(false);
        write(copy, BLOCK + 4, 0x66);
        write(copy, BLOCK, both(0xd0));
        assertThat(Native.getInt(HOST + BLOCK)).isEqualTo(0x55);
        assertThat(Native.getInt(HOST + BLOCK + 4)).isEqualTo(0x66);
    }
}
