package trapline.device;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.bus.GuestDma;
import trapline.bus.Scheduler;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A virtio disk: Virtual I/O Device 1.2, 5.2. One queue. A request completes {@value #BASE_NANOS}
 * virtual nanoseconds after it was made, plus one for each byte moved, never before the one made
 * before it; memory is touched when it completes.
 */
final class VirtioBlock implements VirtioDevice {
    /** Modelled time of a request that moves nothing. */
    static final long BASE_NANOS = 50_000;

    private static final int F_SEG_MAX = 1 << 2;
    private static final int F_RO = 1 << 5;
    private static final int F_BLK_SIZE = 1 << 6;
    private static final int F_FLUSH = 1 << 9;

    private static final int IN = 0;
    private static final int OUT = 1;
    private static final int FLUSH = 4;
    private static final int GET_ID = 8;

    private static final int OK = 0;
    private static final int IOERR = 1;
    private static final int UNSUPP = 2;

    private static final int HEADER = 16;
    private static final int ID_BYTES = 20;

    /** Bytes moved at a time. */
    private static final int PIECE = 64 << 10;

    private record Pending(int head, long at) {}

    private final String name;
    private final BlockBackend disk;
    private final GuestDma dma;
    private final Scheduler clock;
    private final byte[] config;
    private final Virtqueue.Chain chain = new Virtqueue.Chain();
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private final byte[] piece = new byte[PIECE];
    private long lastAt;
    private @Nullable VirtioMmio transport;

    private final Deadline completion =
            new Deadline() {
                @Override
                public void fire() {
                    complete();
                }
            };

    VirtioBlock(String name, BlockBackend disk, GuestDma dma, Scheduler clock) {
        this.name = name;
        this.disk = disk;
        this.dma = dma;
        this.clock = clock;
        clock.register(completion);
        config =
                ByteBuffer.allocate(60)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(0, disk.sectors())
                        .putInt(12, Virtqueue.MAX - 2)
                        .putInt(20, BlockBackend.SECTOR)
                        .array();
    }

    void attach(VirtioMmio t) {
        transport = t;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int type() {
        return 2;
    }

    @Override
    public int features() {
        return F_SEG_MAX | F_BLK_SIZE | F_FLUSH | (disk.readOnly() ? F_RO : 0);
    }

    @Override
    public int queues() {
        return 1;
    }

    @Override
    public byte[] configuration() {
        return config;
    }

    @Override
    public void configure(int offset, int bytes, int value) {
        // Nothing is writable: write-back cannot be switched off.
    }

    @Override
    public void notified(VirtioMmio t, int index) throws Virtqueue.Broken {
        Virtqueue q = t.queue(0);
        while (q.hasNext()) {
            int head = q.next();
            q.read(head, chain);
            long at =
                    Math.max(clock.nanos() + BASE_NANOS, lastAt)
                            + chain.readable()
                            + chain.writable();
            lastAt = at;
            pending.add(new Pending(head, at));
        }
        schedule();
    }

    private void schedule() {
        Pending p = pending.peek();
        completion.set(p == null ? Deadline.NEVER : p.at);
    }

    private void complete() {
        VirtioMmio t = transport;
        if (t == null) {
            throw new IllegalStateException(name + " has no transport");
        }
        boolean interrupt = false;
        try {
            Virtqueue q = t.queue(0);
            while (!pending.isEmpty() && pending.element().at <= clock.nanos() && t.working()) {
                int head = pending.remove().head;
                q.read(head, chain);
                interrupt |= q.used(head, serve());
            }
        } catch (Virtqueue.Broken e) {
            pending.clear();
            t.broken();
        }
        if (interrupt) {
            t.usedBuffers();
        }
        schedule();
    }

    /** Does what the chain asks; returns the bytes written into it. */
    private long serve() throws Virtqueue.Broken {
        if (chain.readable() < HEADER || chain.writable() < 1) {
            throw new Virtqueue.Broken("block request without header or status");
        }
        chain.get(dma, 0, piece, 0, HEADER);
        ByteBuffer h = ByteBuffer.wrap(piece).order(ByteOrder.LITTLE_ENDIAN);
        int type = h.getInt(0);
        long sector = h.getLong(8);
        long room = chain.writable() - 1;
        int result;
        long written = 0;
        switch (type) {
            case IN -> {
                result = move(sector, room, false) ? OK : IOERR;
                written = result == OK ? room : 0;
            }
            case OUT ->
                    result =
                            !disk.readOnly() && move(sector, chain.readable() - HEADER, true)
                                    ? OK
                                    : IOERR;
            case FLUSH -> result = disk.flush() ? OK : IOERR;
            case GET_ID -> {
                byte[] id =
                        java.util.Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), ID_BYTES);
                int n = (int) Math.min(room, ID_BYTES);
                chain.put(dma, 0, id, 0, n);
                written = n;
                result = OK;
            }
            default -> result = UNSUPP;
        }
        piece[0] = (byte) result;
        chain.put(dma, room, piece, 0, 1);
        return written + 1;
    }

    private boolean move(long sector, long bytes, boolean out) {
        long sectors = bytes / BlockBackend.SECTOR;
        if (bytes % BlockBackend.SECTOR != 0
                || sector < 0
                || sectors > disk.sectors()
                || sector > disk.sectors() - sectors) {
            return false;
        }
        for (long done = 0; done < bytes; done += PIECE) {
            int n = (int) Math.min(PIECE, bytes - done);
            long at = sector + done / BlockBackend.SECTOR;
            boolean ok;
            if (out) {
                chain.get(dma, HEADER + done, piece, 0, n);
                ok = disk.write(at, piece, 0, n / BlockBackend.SECTOR);
            } else {
                ok = disk.read(at, piece, 0, n / BlockBackend.SECTOR);
                if (ok) {
                    chain.put(dma, done, piece, 0, n);
                }
            }
            if (!ok) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reset() {
        pending.clear();
        lastAt = 0;
        schedule();
    }

    @Override
    public void save(StateWriter w) {
        w.i64(lastAt).i32(pending.size());
        for (Pending p : pending) {
            w.i32(p.head).i64(p.at);
        }
    }

    @Override
    public void load(StateReader r) {
        lastAt = r.i64();
        pending.clear();
        int n = r.i32();
        for (int i = 0; i < n; i++) {
            pending.add(new Pending(r.i32(), r.i64()));
        }
        schedule();
    }
}
