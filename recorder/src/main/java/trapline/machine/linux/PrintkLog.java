package trapline.machine.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;

/**
 * Linux's log in guest memory: {@code struct printk_ringbuffer}, since 5.10 ({@code
 * kernel/printk/printk_ringbuffer.h}).
 *
 * <pre>
 *  0  u32 count_bits   8 descs   16 infos   24 head_id   32 tail_id   [40 last_finalized, since 6.0]
 * then  u32 size_bits  +8 data   +16 head_lpos   +24 tail_lpos
 * desc  u64 state and id, u64 begin, u64 next
 * info  u64 seq, u64 nanoseconds, u16 length, u8 facility, u8 flags (5 bits) and level (3), u32 caller, 64 bytes of device
 * data  u64 id, then the text
 * </pre>
 */
public final class PrintkLog {
    private static final int COUNT_BITS_MIN = 4;
    private static final int COUNT_BITS_MAX = 20;
    private static final int SIZE_BITS_MIN = 10;
    private static final int SIZE_BITS_MAX = 28;
    private static final int HEADER = 80;
    private static final int DESC = 24;
    private static final int INFO = 88;

    /** Identifiers are 62 bits wide; above them stands the state. */
    private static final long ID = (1L << 62) - 1;

    private static final int COMMITTED = 1;
    private static final int FINALIZED = 2;

    private final KernelMemory memory;
    private final ByteBuffer header;
    private final int dataRing;

    private PrintkLog(KernelMemory memory, ByteBuffer header, int dataRing) {
        this.memory = memory;
        this.header = header;
        this.dataRing = dataRing;
    }

    /**
     * One line or more that the kernel logged at once.
     *
     * @param nanos the kernel's own clock
     * @param level 0 (emergency) to 7 (debug)
     */
    public record Line(long seq, long nanos, int facility, int level, String text) {
        /** As {@code dmesg} shows it: every line with the time. */
        public String lines() {
            String time =
                    "[%5d.%06d] ".formatted(nanos / 1_000_000_000L, nanos % 1_000_000_000L / 1000);
            return time + text.replace("\n", "\n" + time);
        }
    }

    /** The log whose structure is at this kernel address; null when there is none. */
    public static @Nullable PrintkLog at(KernelMemory memory, long va) {
        byte[] b = new byte[HEADER];
        return memory.read(va, b, HEADER) ? of(memory, b) : null;
    }

    /**
     * The log that the kernel's variable {@code prb}, at this address, leads to; null when there is
     * none.
     */
    public static @Nullable PrintkLog behind(KernelMemory memory, long prb) {
        byte[] b = new byte[8];
        return memory.read(prb, b, 8) ? at(memory, little(b).getLong(0)) : null;
    }

    /**
     * Looks for the log by its form. Of several (the boot log's place is given up for a larger one)
     * the one that was written to last.
     */
    public static @Nullable PrintkLog find(KernelMemory memory) {
        List<PrintkLog> found = new ArrayList<>();
        memory.scan(
                (host, bytes, readable) -> {
                    long last = Math.min(bytes - 8, readable - HEADER);
                    for (long at = 0; at <= last; at += 8) {
                        if (plausible(host + at)) {
                            byte[] b = new byte[HEADER];
                            Native.read(host + at, b, 0, HEADER);
                            PrintkLog l = of(memory, b);
                            if (l != null) {
                                found.add(l);
                            }
                        }
                    }
                    return true;
                });
        PrintkLog best = null;
        long latest = -1;
        for (PrintkLog l : found) {
            List<Line> r = l.records();
            long seq = r.isEmpty() ? -1 : r.getLast().seq;
            if (best == null || seq > latest) {
                best = l;
                latest = seq;
            }
        }
        return best;
    }

    private static ByteBuffer little(byte[] b) {
        return ByteBuffer.wrap(b).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Cheap enough for every word of memory. */
    private static boolean plausible(long at) {
        long bits = Native.getLong(at);
        return bits >= COUNT_BITS_MIN
                && bits <= COUNT_BITS_MAX
                && kernel(Native.getLong(at + 8))
                && kernel(Native.getLong(at + 16));
    }

    private static boolean kernel(long address) {
        return address >>> 52 == 0xfff;
    }

    private static @Nullable PrintkLog of(KernelMemory memory, byte[] bytes) {
        ByteBuffer h = little(bytes);
        int bits = h.getInt(0);
        long head = h.getLong(24);
        long tail = h.getLong(32);
        boolean sane =
                bits >= COUNT_BITS_MIN
                        && bits <= COUNT_BITS_MAX
                        && kernel(h.getLong(8))
                        && kernel(h.getLong(16))
                        && (head & ~ID) == 0
                        && (tail & ~ID) == 0
                        && (head - tail & ID) < 1L << bits;
        if (!sane) {
            return null;
        }
        for (int ring = 40; ring <= 48; ring += 8) {
            PrintkLog l = new PrintkLog(memory, h, ring);
            if (l.dataRingFits() && l.headFits()) {
                return l;
            }
        }
        return null;
    }

    private boolean dataRingFits() {
        int bits = header.getInt(dataRing);
        long head = header.getLong(dataRing + 16);
        long tail = header.getLong(dataRing + 24);
        return bits >= SIZE_BITS_MIN
                && bits <= SIZE_BITS_MAX
                && header.getInt(dataRing + 4) == 0
                && kernel(header.getLong(dataRing + 8))
                && head - tail >= 0
                && head - tail <= 1L << bits;
    }

    /** The newest descriptor carries the identifier that the ring says. */
    private boolean headFits() {
        long head = header.getLong(24);
        byte[] d = new byte[DESC];
        return memory.read(header.getLong(8) + DESC * (head & count() - 1), d, DESC)
                && (little(d).getLong(0) & ID) == head;
    }

    private long count() {
        return 1L << header.getInt(0);
    }

    /** The records that are still there, oldest first. */
    public List<Line> records() {
        int count = (int) count();
        byte[] descs = new byte[count * DESC];
        byte[] infos = new byte[count * INFO];
        byte[] data = new byte[1 << header.getInt(dataRing)];
        List<Line> out = new ArrayList<>();
        if (!memory.read(header.getLong(8), descs, descs.length)
                || !memory.read(header.getLong(16), infos, infos.length)
                || !memory.read(header.getLong(dataRing + 8), data, data.length)) {
            return out;
        }
        ByteBuffer d = little(descs);
        ByteBuffer f = little(infos);
        long id = header.getLong(32);
        long n = (header.getLong(24) - id & ID) + 1;
        for (long k = 0; k < n; k++, id = id + 1 & ID) {
            int at = (int) (id & count - 1);
            long state = d.getLong(at * DESC);
            int how = (int) (state >>> 62);
            if ((state & ID) == id && (how == COMMITTED || how == FINALIZED)) {
                out.add(line(d, at * DESC, f, at * INFO, data));
            }
        }
        return out;
    }

    private Line line(ByteBuffer d, int desc, ByteBuffer f, int info, byte[] data) {
        long begin = d.getLong(desc + 8);
        long next = d.getLong(desc + 16);
        int length = f.getShort(info + 16) & 0xffff;
        int levelAndFlags = f.get(info + 19) & 0xff;
        return new Line(
                f.getLong(info),
                f.getLong(info + 8),
                f.get(info + 18) & 0xff,
                levelAndFlags >>> 5,
                text(begin, next, length, data));
    }

    private String text(long begin, long next, int length, byte[] data) {
        if ((begin & 1) != 0) {
            return ""; // an empty line, or one for which there was no room
        }
        int bits = header.getInt(dataRing);
        long mask = data.length - 1L;
        boolean wrapped = begin >>> bits != next >>> bits && (next & mask) != 0;
        int from = (int) (wrapped ? 0 : begin & mask) + 8;
        long room = (wrapped ? next & mask : next - begin) - 8;
        int n = (int) Math.max(0, Math.min(Math.min(length, room), data.length - from));
        return new String(data, from, n, StandardCharsets.UTF_8);
    }
}
