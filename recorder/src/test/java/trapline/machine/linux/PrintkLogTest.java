package trapline.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.bus.Native;

@DisplayName("Linux's log in memory: kernel/printk/printk_ringbuffer.h")
class PrintkLogTest {
    private static final long BASE = 0xffff800009000000L;
    private static final int BYTES = 1 << 16;
    private static final int RING = 0x100;
    private static final int DESCS = 0x1000;
    private static final int INFOS = 0x2000;
    private static final int DATA = 0x8000;
    private static final int COUNT_BITS = 5;
    private static final int SIZE_BITS = 10;
    private static final long ID = (1L << 62) - 1;

    private final long host = Native.allocateZeroed(BYTES);
    private final KernelMemory memory =
            new KernelMemory() {
                @Override
                public boolean read(long va, byte[] to, int length) {
                    if (va < BASE || va + length > BASE + BYTES) {
                        return false;
                    }
                    Native.read(host + (va - BASE), to, 0, length);
                    return true;
                }

                @Override
                public void scan(Piece piece) {
                    piece.look(host, BYTES, BYTES);
                }
            };

    /** Writes records as {@code prb_reserve} and {@code prb_final_commit} do. */
    private final class Writer {
        final int finalized;
        final int at;
        final int descs;
        long id = -(1L << COUNT_BITS) & ID;
        long seq;
        long head;
        long oldestId;
        boolean any;

        Writer(int at, int descs, int finalized) {
            this.at = at;
            this.descs = descs;
            this.finalized = finalized;
            byte[] h = new byte[96];
            ByteBuffer b = ByteBuffer.wrap(h).order(ByteOrder.LITTLE_ENDIAN);
            b.putInt(0, COUNT_BITS).putLong(8, BASE + descs).putLong(16, BASE + INFOS);
            b.putInt(40 + finalized, SIZE_BITS).putLong(48 + finalized, BASE + DATA);
            Native.write(host + at, h, 0, 80);
        }

        void log(String text, int level, int how) {
            byte[] t = text.getBytes(StandardCharsets.UTF_8);
            id = id + 1 & ID;
            if (!any) {
                oldestId = id;
                any = true;
            }
            long begin = head;
            int size = t.length + 8 + 7 & -8;
            long next = begin + size;
            long from = begin;
            if (t.length == 0) {
                begin = next = 3;
            } else {
                if (begin >>> SIZE_BITS != next >>> SIZE_BITS) {
                    next = (next >>> SIZE_BITS << SIZE_BITS) + size;
                    from = 0;
                }
                head = next;
            }
            int slot = (int) (id & (1 << COUNT_BITS) - 1);
            long d = host + descs + 24L * slot;
            Native.putLong(d, id | (long) how << 62);
            Native.putLong(d + 8, begin);
            Native.putLong(d + 16, next);
            long i = host + INFOS + 88L * slot;
            Native.putLong(i, seq);
            Native.putLong(i + 8, seq * 1_000_001_000L);
            Native.putShort(i + 16, (short) t.length);
            Native.putByte(i + 18, (byte) 0);
            Native.putByte(i + 19, (byte) (level << 5 | 2));
            if (t.length > 0) {
                long data = host + DATA + (from & (1 << SIZE_BITS) - 1);
                Native.putLong(data, id);
                Native.write(data + 8, t, 0, t.length);
            }
            seq++;
            // The oldest records go when their text or their descriptor is needed.
            while ((id - oldestId & ID) >= 1 << COUNT_BITS || (id - oldestId & ID) > 12) {
                oldestId = oldestId + 1 & ID;
            }
            Native.putLong(host + at + 24, id);
            Native.putLong(host + at + 32, oldestId);
            if (finalized > 0) {
                Native.putLong(host + at + 40, id);
            }
            Native.putLong(host + at + 56 + finalized, head);
            Native.putLong(
                    host + at + 64 + finalized, Math.max(0, head - (1 << SIZE_BITS) + 64) & -8);
        }
    }

    @ParameterizedTest(name = "{0} bytes between the rings")
    @ValueSource(ints = {0, 8})
    void recordsComeOldestFirst(int finalized) {
        Writer w = new Writer(RING, DESCS, finalized);
        w.log("Booting Linux", 6, 2);
        w.log("", 6, 2);
        w.log("two\nlines", 4, 2);
        w.log("still open", 6, 1);
        w.log("reserved, not written", 6, 0);
        PrintkLog log = PrintkLog.at(memory, BASE + RING);
        assertThat(log).isNotNull();
        List<PrintkLog.Line> r = log.records();
        assertThat(r)
                .extracting(PrintkLog.Line::text)
                .containsExactly("Booting Linux", "", "two\nlines", "still open");
        assertThat(r).extracting(PrintkLog.Line::level).containsExactly(6, 6, 4, 6);
        assertThat(r.get(2).lines()).isEqualTo("[    2.000002] two\n[    2.000002] lines");
    }

    @ParameterizedTest(name = "{0} records")
    @ValueSource(ints = {1, 11, 12, 13, 40, 500})
    void wrappedRingsKeepTheLastOnes(int count) {
        Writer w = new Writer(RING, DESCS, 8);
        for (int k = 0; k < count; k++) {
            w.log("message %d %s".formatted(k, "y".repeat(k * 7 % 50)), k % 8, 2);
        }
        PrintkLog log = PrintkLog.at(memory, BASE + RING);
        assertThat(log).isNotNull();
        List<PrintkLog.Line> r = log.records();
        assertThat(r).hasSize(Math.min(count, 13));
        for (int k = 0; k < r.size(); k++) {
            int n = count - r.size() + k;
            assertThat(r.get(k).text())
                    .isEqualTo("message %d %s".formatted(n, "y".repeat(n * 7 % 50)));
            assertThat(r.get(k).seq()).isEqualTo(n);
        }
    }

    @Test
    void theLogThatWasWrittenToLastIsFoundByItsForm() {
        new Writer(RING, DESCS, 8).log("the boot log", 6, 2);
        Writer later = new Writer(0x800, 0x1800, 8);
        later.log("the boot log", 6, 2);
        later.log("the last word", 6, 2);
        PrintkLog log = PrintkLog.find(memory);
        assertThat(log).isNotNull();
        assertThat(log.records())
                .extracting(PrintkLog.Line::text)
                .last()
                .isEqualTo("the last word");
    }

    @Test
    void theVariablePointsToIt() {
        new Writer(RING, DESCS, 0).log("hello", 6, 2);
        Native.putLong(host + 0x40, BASE + RING);
        PrintkLog log = PrintkLog.behind(memory, BASE + 0x40);
        assertThat(log).isNotNull();
        assertThat(log.records()).hasSize(1);
        Native.putLong(host + 0x40, 0x1234);
        assertThat(PrintkLog.behind(memory, BASE + 0x40)).isNull();
    }

    @Test
    void memoryWithoutALogHasNone() {
        assertThat(PrintkLog.find(memory)).isNull();
        // The form without a descriptor that fits.
        Writer w = new Writer(RING, DESCS, 8);
        w.log("x", 6, 2);
        Native.putLong(host + DESCS + 24L * (w.id & (1 << COUNT_BITS) - 1), 77);
        assertThat(PrintkLog.find(memory)).isNull();
    }
}
