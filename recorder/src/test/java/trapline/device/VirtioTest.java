package trapline.device;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.device.Bench.load;
import static trapline.device.Bench.read;
import static trapline.device.Bench.store;
import static trapline.device.Bench.write;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.GuestDma;

@DisplayName("virtio-mmio: Virtual I/O Device 1.2")
class VirtioTest {
    private static final long BASE = 0x40000000L;
    private static final int DESC = 0x1000;
    private static final int AVAIL = 0x2000;
    private static final int USED = 0x3000;
    private final byte[] ram = new byte[1 << 18];
    private final ByteBuffer memory = ByteBuffer.wrap(ram).order(ByteOrder.LITTLE_ENDIAN);
    private final Bench bench = new Bench();
    private final List<Boolean> line = new ArrayList<>();
    private final GuestDma dma =
            new GuestDma() {
                @Override
                public boolean contains(long ipa, long len) {
                    return ipa >= BASE
                            && len >= 0
                            && len <= ram.length
                            && ipa - BASE <= ram.length - len;
                }

                @Override
                public void read(long ipa, byte[] to, int off, int len) {
                    System.arraycopy(ram, (int) (ipa - BASE), to, off, len);
                }

                @Override
                public void write(long ipa, byte[] from, int off, int len) {
                    System.arraycopy(from, off, ram, (int) (ipa - BASE), len);
                }
            };

    private void bring(VirtioMmio d, int queues) {
        write(d, 0x70, 1);
        write(d, 0x70, 3);
        write(d, 0x24, 0);
        write(d, 0x20, 1L << 28);
        write(d, 0x24, 1);
        write(d, 0x20, 1);
        write(d, 0x70, 11);
        assertThat(read(d, 0x70)).as("FEATURES_OK").isEqualTo(11);
        for (int q = 0; q < queues; q++) {
            write(d, 0x30, q);
            write(d, 0x38, 8);
            write(d, 0x80, BASE + DESC + q * 0x4000L);
            write(d, 0x90, BASE + AVAIL + q * 0x4000L);
            write(d, 0xa0, BASE + USED + q * 0x4000L);
            write(d, 0x44, 1);
            assertThat(read(d, 0x44)).isEqualTo(1);
        }
        write(d, 0x70, 15);
    }

    private void descriptor(int queue, int i, long address, int length, int flags, int next) {
        int at = DESC + queue * 0x4000 + 16 * i;
        memory.putLong(at, address)
                .putInt(at + 8, length)
                .putShort(at + 12, (short) flags)
                .putShort(at + 14, (short) next);
    }

    private void available(int queue, int head) {
        int at = AVAIL + queue * 0x4000;
        int index = memory.getShort(at + 2);
        memory.putShort(at + 4 + 2 * (index & 7), (short) head)
                .putShort(at + 2, (short) (index + 1));
    }

    private int usedIndex(int queue) {
        return memory.getShort(USED + queue * 0x4000 + 2);
    }

    private int usedLength(int queue, int entry) {
        return memory.getInt(USED + queue * 0x4000 + 4 + 8 * entry + 4);
    }

    /** An overlay in the test's memory, with room for so many chunks. */
    private static final class Chunks implements OverlayDisk.Store {
        final Map<Long, byte[]> written = new TreeMap<>();
        int room = Integer.MAX_VALUE;

        @Override
        public boolean has(long chunk) {
            return written.containsKey(chunk);
        }

        @Override
        public boolean create(long chunk) {
            if (written.size() == room) {
                return false;
            }
            written.put(chunk, new byte[OverlayDisk.CHUNK]);
            return true;
        }

        @Override
        public void read(long chunk, int at, byte[] to, int off, int len) {
            System.arraycopy(there(chunk), at, to, off, len);
        }

        @Override
        public void write(long chunk, int at, byte[] from, int off, int len) {
            System.arraycopy(from, off, there(chunk), at, len);
        }

        private byte[] there(long chunk) {
            byte[] bytes = written.get(chunk);
            assertThat(bytes).as("chunk " + chunk).isNotNull();
            return bytes;
        }
    }

    @Nested
    class Block {
        private final byte[] image = new byte[64 * 512];
        private final Chunks chunks = new Chunks();
        private final OverlayDisk disk =
                new OverlayDisk(
                        (sector, to, off, n) -> {
                            System.arraycopy(image, (int) sector * 512, to, off, n * 512);
                            return true;
                        },
                        64,
                        chunks);
        private final VirtioMmio device = VirtioMmio.block("drive0", disk, line::add, dma, bench);

        /** A request of one data buffer; the status byte goes to 0x9000. */
        private void request(int type, long sector, int bytes, boolean toGuest) {
            memory.putInt(0x8000, type).putLong(0x8008, sector);
            ram[0x9000] = 0x7f;
            descriptor(0, 0, BASE + 0x8000, 16, 1, 1);
            descriptor(0, 1, BASE + 0xa000, bytes, toGuest ? 3 : 1, 2);
            descriptor(0, 2, BASE + 0x9000, 1, 2, 0);
            available(0, 0);
            write(device, 0x50, 0);
        }

        @Test
        void identifiesItselfAsAModernDisk() {
            assertThat(read(device, 0)).isEqualTo(0x74726976);
            assertThat(read(device, 4)).isEqualTo(2);
            assertThat(read(device, 8)).isEqualTo(2);
            write(device, 0x14, 1);
            assertThat(read(device, 0x10)).as("VERSION_1").isEqualTo(1);
            assertThat(load(device, 0, 0x100, 8).value).as("capacity").isEqualTo(64);
            assertThat(read(device, 0x114)).as("block size").isEqualTo(512);
            assertThat(read(device, 0x34)).isEqualTo(256);
            write(device, 0x30, 1);
            assertThat(read(device, 0x34)).as("no second queue").isZero();
        }

        @Test
        void readCompletesAfterTheModelledTime() {
            Arrays.fill(image, 512, 1024, (byte) 0x5a);
            bring(device, 1);
            request(0, 1, 512, true);
            assertThat(usedIndex(0)).isZero();
            assertThat(bench.next()).isEqualTo(50_000 + 16 + 513);
            bench.advance(50_000 + 16 + 513);
            assertThat(usedIndex(0)).isEqualTo(1);
            assertThat(usedLength(0, 0)).isEqualTo(513);
            assertThat(ram[0x9000]).isZero();
            assertThat(ram[0xa000]).isEqualTo((byte) 0x5a);
            assertThat(ram[0xa1ff]).isEqualTo((byte) 0x5a);
            assertThat(read(device, 0x60)).isEqualTo(1);
            assertThat(line).last().isEqualTo(true);
            write(device, 0x64, 1);
            assertThat(line).last().isEqualTo(false);
        }

        @Test
        void writeGoesToTheOverlayAndNeverToTheImage() {
            bring(device, 1);
            Arrays.fill(ram, 0xa000, 0xa400, (byte) 0x77);
            request(1, 7, 1024, false);
            bench.advance(100_000);
            assertThat(ram[0x9000]).isZero();
            assertThat(image).containsOnly(0);
            assertThat(chunks.written.keySet()).as("sectors 7 and 8").containsExactly(0L, 1L);
            Arrays.fill(ram, 0xa000, 0xb000, (byte) 1);
            request(0, 6, 2048, true);
            bench.advance(100_000);
            assertThat(ram[0xa000]).isZero();
            assertThat(ram[0xa200]).isEqualTo((byte) 0x77);
            assertThat(ram[0xa5ff]).isEqualTo((byte) 0x77);
            assertThat(ram[0xa600]).isZero();
        }

        @Test
        void writeThatFindsNoRoomInTheOverlayIsAnErrorToTheGuest() {
            bring(device, 1);
            chunks.room = 1;
            request(1, 7, 1024, false);
            bench.advance(100_000);
            assertThat(ram[0x9000]).isEqualTo((byte) 1);
            request(1, 0, 512, false);
            bench.advance(100_000);
            assertThat(ram[0x9000]).as("a chunk that is there already").isZero();
        }

        @ParameterizedTest(name = "type {0} of {2} bytes at sector {1}: status {3}")
        @CsvSource({
            "0,63,1024,1",
            "0,64,512,1",
            "0,-1,512,1",
            "0,0,100,1",
            "4,0,512,0",
            "8,0,512,0",
            "11,0,512,2",
            "99,0,512,2"
        })
        void status(int type, long sector, int bytes, int status) {
            bring(device, 1);
            request(type, sector, bytes, true);
            bench.advance(1_000_000);
            assertThat(ram[0x9000]).isEqualTo((byte) status);
            if (type == 8) {
                assertThat(new String(ram, 0xa000, 6, StandardCharsets.US_ASCII))
                        .isEqualTo("drive0");
            }
        }

        @Test
        void indirectTable() {
            bring(device, 1);
            Arrays.fill(image, 0, 512, (byte) 3);
            memory.putInt(0x8000, 0).putLong(0x8008, 0);
            ByteBuffer t = memory.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(0xc000);
            t.putLong(BASE + 0x8000).putInt(16).putShort((short) 1).putShort((short) 1);
            t.putLong(BASE + 0xa000).putInt(512).putShort((short) 3).putShort((short) 2);
            t.putLong(BASE + 0x9000).putInt(1).putShort((short) 2).putShort((short) 0);
            descriptor(0, 5, BASE + 0xc000, 48, 4, 0);
            available(0, 5);
            write(device, 0x50, 0);
            bench.advance(100_000);
            assertThat(usedIndex(0)).isEqualTo(1);
            assertThat(ram[0xa100]).isEqualTo((byte) 3);
        }

        @Test
        void noInterruptWhenTheDriverDoesNotWantOne() {
            bring(device, 1);
            memory.putShort(AVAIL, (short) 1);
            request(4, 0, 512, true);
            bench.advance(100_000);
            assertThat(usedIndex(0)).isEqualTo(1);
            assertThat(line).isEmpty();
        }

        @Test
        void brokenQueuesAskForAReset() {
            for (int damage = 0; damage < 5; damage++) {
                Arrays.fill(ram, (byte) 0);
                write(device, 0x70, 0);
                bring(device, 1);
                descriptor(0, 0, BASE + 0x8000, 16, 1, 0);
                switch (damage) {
                    case 0 -> available(0, 0); // loops
                    case 1 -> available(0, 200); // no such descriptor
                    case 2 -> {
                        descriptor(0, 1, 0x1000, 16, 0, 0);
                        available(0, 1); // no memory there
                    }
                    case 3 -> memory.putShort(AVAIL + 2, (short) 100); // more than fit
                    default -> {
                        descriptor(0, 1, BASE + 0x8000, 16, 4, 0);
                        descriptor(0, 0, BASE, 16, 4, 0);
                        memory.putLong(0x8000, BASE).putInt(0x8008, 16).putShort(0x800c, (short) 4);
                        available(0, 1); // a table in a table
                    }
                }
                write(device, 0x50, 0);
                assertThat(read(device, 0x70) & 64).as("damage %d", damage).isEqualTo(64);
                assertThat(read(device, 0x60)).isEqualTo(2);
                write(device, 0x70, 0);
                assertThat(read(device, 0x70)).isZero();
            }
        }

        @Test
        void featuresThatWereNotOfferedAreRefused() {
            write(device, 0x70, 3);
            write(device, 0x24, 1);
            write(device, 0x20, 0xff);
            write(device, 0x70, 11);
            assertThat(read(device, 0x70)).isEqualTo(3);
            write(device, 0x70, 0);
            write(device, 0x70, 11);
            assertThat(read(device, 0x70) & 8).as("without VERSION_1").isZero();
        }

        @Test
        void requestUnderWaySurvivesASnapshot() {
            Arrays.fill(image, (byte) 9);
            bring(device, 1);
            request(0, 0, 512, true);
            VirtioMmio copy = VirtioMmio.block("drive0", disk, line::add, dma, bench);
            Bench.copy(device, copy);
            write(device, 0x70, 0);
            bench.advance(100_000);
            assertThat(usedIndex(0)).isEqualTo(1);
            assertThat(ram[0xa000]).isEqualTo((byte) 9);
            assertThat(read(copy, 0x60)).isEqualTo(1);
        }

        @Test
        void overlayAgreesWithAPlainCopy() {
            long seed = 20260820;
            SplittableRandom random = new SplittableRandom(seed);
            byte[] model = image.clone();
            for (int i = 0; i < 2000; i++) {
                int sector = random.nextInt(64);
                int n = 1 + random.nextInt(64 - sector);
                byte[] b = new byte[n * 512];
                if (random.nextBoolean()) {
                    Arrays.fill(b, (byte) random.nextInt());
                    disk.write(sector, b, 0, n);
                    System.arraycopy(b, 0, model, sector * 512, b.length);
                } else {
                    disk.read(sector, b, 0, n);
                    assertThat(b)
                            .as("seed %d step %d", seed, i)
                            .isEqualTo(
                                    Arrays.copyOfRange(
                                            model, sector * 512, sector * 512 + b.length));
                }
            }
            OverlayDisk copy = new OverlayDisk((s, to, off, n) -> false, 64, chunks);
            byte[] whole = new byte[64 * 512];
            assertThat(copy.read(0, whole, 0, 64))
                    .as("all chunks are in the overlay by now")
                    .isTrue();
            assertThat(whole).isEqualTo(model);
        }
    }

    @Nested
    class Console {
        private final VirtioMmio device = VirtioMmio.console("console0", bench, line::add, dma);

        @Test
        void outputIsImmediate() {
            bring(device, 2);
            byte[] text = "hello".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(text, 0, ram, 0x8000, 5);
            descriptor(1, 0, BASE + 0x8000, 2, 1, 1);
            descriptor(1, 1, BASE + 0x8002, 3, 0, 0);
            available(1, 0);
            write(device, 0x50, 1);
            assertThat(bench.output).hasToString("hello");
            assertThat(usedIndex(1)).isEqualTo(1);
            assertThat(line).last().isEqualTo(true);
        }

        @Test
        void inputNeedsABufferOfTheGuests() {
            assertThat(device.input().offer('x')).as("no driver yet").isFalse();
            bring(device, 2);
            assertThat(device.input().offer('x')).as("no buffer yet").isFalse();
            descriptor(0, 0, BASE + 0x8000, 16, 2, 0);
            available(0, 0);
            write(device, 0x50, 0);
            assertThat(bench.emptyPolls).isEqualTo(1);
            assertThat(device.input().offer('x')).isTrue();
            assertThat(ram[0x8000]).isEqualTo((byte) 'x');
            assertThat(usedLength(0, 0)).isEqualTo(1);
            assertThat(device.input().offer('y')).isFalse();
        }

        @Test
        void emergencyWriteNeedsNoDriver() {
            store(device, 0, 0x108, 4, '!');
            assertThat(bench.output).hasToString("!");
        }
    }
}
