package trapline.device;

import trapline.bus.GuestDma;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * One split virtqueue, as the device sees it: Virtual I/O Device 1.2, 2.7. What the guest laid out
 * wrongly (an index, a loop, an address outside memory) is a {@link Broken} queue, which the device
 * answers by asking for a reset.
 */
final class Virtqueue implements Snapshottable {
    /** Largest queue offered. */
    static final int MAX = 256;

    private static final int DESC_BYTES = 16;
    private static final int NEXT = 1;
    private static final int WRITE = 2;
    private static final int INDIRECT = 4;
    private static final int AVAIL_NO_INTERRUPT = 1;

    /** The guest broke the queue's rules. */
    static final class Broken extends Exception {
        private static final long serialVersionUID = 1L;

        Broken(String what) {
            super(what, null, false, false);
        }
    }

    private final GuestDma dma;
    private final byte[] scratch = new byte[DESC_BYTES];

    int size;
    boolean ready;
    long descriptors;
    long driver;
    long device;
    private int nextAvail;
    private int nextUsed;

    Virtqueue(GuestDma dma) {
        this.dma = dma;
    }

    void reset() {
        size = 0;
        ready = false;
        descriptors = 0;
        driver = 0;
        device = 0;
        nextAvail = 0;
        nextUsed = 0;
    }

    /** Starts the queue; its size must be a power of two that was offered. */
    void start() throws Broken {
        if (Integer.bitCount(size) != 1 || size > MAX) {
            throw new Broken("queue size " + size);
        }
        nextAvail = 0;
        nextUsed = 0;
        ready = true;
    }

    private void fetch(long at, int len) throws Broken {
        if (!dma.contains(at, len)) {
            throw new Broken("no memory at 0x" + Long.toHexString(at));
        }
        dma.read(at, scratch, 0, len);
    }

    private int u16(int at) {
        return scratch[at] & 0xff | (scratch[at + 1] & 0xff) << 8;
    }

    private int i32(int at) {
        return u16(at) | u16(at + 2) << 16;
    }

    private void put(long at, int len) throws Broken {
        if (!dma.contains(at, len)) {
            throw new Broken("no memory at 0x" + Long.toHexString(at));
        }
        dma.write(at, scratch, 0, len);
    }

    private void set32(int at, int v) {
        scratch[at] = (byte) v;
        scratch[at + 1] = (byte) (v >> 8);
        scratch[at + 2] = (byte) (v >> 16);
        scratch[at + 3] = (byte) (v >> 24);
    }

    /** Whether the guest has made another chain available. */
    boolean hasNext() throws Broken {
        if (!ready) {
            return false;
        }
        fetch(driver + 2, 2);
        int waiting = u16(0) - nextAvail & 0xffff;
        if (waiting > size) {
            throw new Broken("available index " + u16(0) + " after " + nextAvail);
        }
        return waiting > 0;
    }

    /** Takes the next chain's head; {@link #hasNext()} must hold. */
    int next() throws Broken {
        fetch(driver + 4 + 2L * (nextAvail & size - 1), 2);
        nextAvail = nextAvail + 1 & 0xffff;
        int head = u16(0);
        if (head >= size) {
            throw new Broken("descriptor " + head + " of " + size);
        }
        return head;
    }

    /** Reads the chain that starts at {@code head}, through an indirect table if it is one. */
    void read(int head, Chain into) throws Broken {
        into.clear();
        long table = descriptors;
        int entries = size;
        int at = head;
        boolean indirect = false;
        for (int steps = 0; ; steps++) {
            if (steps >= entries || at >= entries) {
                throw new Broken("descriptor chain does not end");
            }
            fetch(table + (long) at * DESC_BYTES, DESC_BYTES);
            long address = i32(0) & 0xffffffffL | (long) i32(4) << 32;
            long length = i32(8) & 0xffffffffL;
            int flags = u16(12);
            int next = u16(14);
            if ((flags & INDIRECT) != 0) {
                if (indirect
                        || (flags & NEXT) != 0
                        || length == 0
                        || length % DESC_BYTES != 0
                        || length > 1 << 20) {
                    throw new Broken("indirect descriptor");
                }
                indirect = true;
                table = address;
                entries = (int) (length / DESC_BYTES);
                at = 0;
                steps = -1;
                continue;
            }
            if (!dma.contains(address, length)) {
                throw new Broken("no memory at 0x" + Long.toHexString(address));
            }
            if ((flags & WRITE) == 0 && into.writableFrom() < into.count()) {
                throw new Broken("a readable descriptor after a writable one");
            }
            into.add(address, length, (flags & WRITE) != 0);
            if ((flags & NEXT) == 0) {
                return;
            }
            at = next;
        }
    }

    /**
     * Gives a chain back.
     *
     * @param written bytes that the device wrote into it
     * @return whether the guest wants an interrupt
     */
    boolean used(int head, long written) throws Broken {
        set32(0, head);
        set32(4, (int) written);
        put(device + 4 + 8L * (nextUsed & size - 1), 8);
        nextUsed = nextUsed + 1 & 0xffff;
        scratch[0] = (byte) nextUsed;
        scratch[1] = (byte) (nextUsed >> 8);
        put(device + 2, 2);
        fetch(driver, 2);
        return (u16(0) & AVAIL_NO_INTERRUPT) == 0;
    }

    @Override
    public void save(StateWriter w) {
        w.i32(size)
                .bool(ready)
                .i64(descriptors)
                .i64(driver)
                .i64(device)
                .i32(nextAvail)
                .i32(nextUsed);
    }

    @Override
    public void load(StateReader r) {
        size = r.i32();
        ready = r.bool();
        descriptors = r.i64();
        driver = r.i64();
        device = r.i64();
        nextAvail = r.i32();
        nextUsed = r.i32();
    }

    /** The buffers of one request: first those that the device reads, then those that it writes. */
    static final class Chain {
        private long[] address = new long[16];
        private long[] length = new long[16];
        private int count;
        private int writableFrom;

        void clear() {
            count = 0;
            writableFrom = 0;
        }

        private void add(long a, long n, boolean writable) {
            if (count == address.length) {
                address = java.util.Arrays.copyOf(address, count * 2);
                length = java.util.Arrays.copyOf(length, count * 2);
            }
            address[count] = a;
            length[count++] = n;
            if (!writable) {
                writableFrom = count;
            }
        }

        int count() {
            return count;
        }

        /** Index of the first writable buffer. */
        int writableFrom() {
            return writableFrom;
        }

        /** Bytes of the readable buffers. */
        long readable() {
            return sum(0, writableFrom);
        }

        /** Bytes of the writable buffers. */
        long writable() {
            return sum(writableFrom, count);
        }

        private long sum(int from, int to) {
            long n = 0;
            for (int i = from; i < to; i++) {
                n += length[i];
            }
            return n;
        }

        /** Copies from the readable buffers, starting {@code skip} bytes in. */
        void get(GuestDma dma, long skip, byte[] to, int off, int len) {
            copy(dma, 0, writableFrom, skip, to, off, len, false);
        }

        /** Copies into the writable buffers, starting {@code skip} bytes in. */
        void put(GuestDma dma, long skip, byte[] from, int off, int len) {
            copy(dma, writableFrom, count, skip, from, off, len, true);
        }

        private void copy(
                GuestDma dma,
                int first,
                int last,
                long skip,
                byte[] b,
                int off,
                int len,
                boolean toGuest) {
            long s = skip;
            int at = off;
            int left = len;
            for (int i = first; i < last && left > 0; i++) {
                if (s >= length[i]) {
                    s -= length[i];
                    continue;
                }
                int n = (int) Math.min(left, length[i] - s);
                if (toGuest) {
                    dma.write(address[i] + s, b, at, n);
                } else {
                    dma.read(address[i] + s, b, at, n);
                }
                s = 0;
                at += n;
                left -= n;
            }
            if (left > 0) {
                throw new IllegalArgumentException(
                        "past the chain's end: " + left + " of " + len + " bytes");
            }
        }
    }
}
