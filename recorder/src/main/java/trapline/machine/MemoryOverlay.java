package trapline.machine;

import java.util.function.LongConsumer;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.device.OverlayDisk;
import trapline.mmu.MemorySystem;

/**
 * The overlay of a drive, kept in two blocks of the machine's memory that no guest address reaches:
 * so it is in every state digest and snapshot, at the price of what changed, and comes back with
 * them.
 *
 * <pre>
 * map     u64 chunks in use, then a u32 for each chunk of the disk: 0, or 1 + its place in the pool
 * pool    chunks in the order in which they were first written
 * </pre>
 */
public final class MemoryOverlay implements OverlayDisk.Store {
    /** Most bytes that one overlay holds; a write beyond them fails for the guest. */
    static final long POOL_MAX = 2L << 30;

    /** Far beyond every guest-physical address. */
    private static final long BASE = 1L << 52;

    private static final long STRIDE = 1L << 42;
    private static final int HEADER = 8;

    private final MemorySystem system;
    private final PhysMemory.Block map;
    private final PhysMemory.Block pool;
    private final long capacity;

    private MemoryOverlay(MemorySystem system, PhysMemory.Block map, PhysMemory.Block pool) {
        this.system = system;
        this.map = map;
        this.pool = pool;
        this.capacity = pool.size / OverlayDisk.CHUNK;
    }

    /** The two blocks of one overlay, which must be added before the machine is made. */
    record Blocks(PhysMemory.Block map, PhysMemory.Block pool) {
        /** Adds the blocks for drive {@code index}, of so many sectors. */
        static Blocks add(PhysMemory memory, int index, long sectors) {
            long bytes = up(sectors * 512);
            long base = BASE + 2L * index * STRIDE;
            PhysMemory.Block map =
                    memory.add(
                            "drive" + index + " map",
                            base,
                            up(HEADER + bytes / OverlayDisk.CHUNK * 4),
                            false);
            PhysMemory.Block pool =
                    memory.add(
                            "drive" + index + " overlay",
                            base + STRIDE,
                            Math.min(bytes, POOL_MAX),
                            false);
            memory.setMapped(map, false);
            memory.setMapped(pool, false);
            memory.pin(map);
            memory.pin(pool);
            return new Blocks(map, pool);
        }

        MemoryOverlay overlay(MemorySystem system) {
            return new MemoryOverlay(system, map, pool);
        }
    }

    private static long up(long bytes) {
        return bytes + PhysMemory.FRAME - 1 & -PhysMemory.FRAME;
    }

    /** Chunks that were ever written. */
    public long chunks() {
        return Native.getLong(map.host);
    }

    /** Tells the numbers of the chunks that were ever written, in ascending order. */
    public void forEach(LongConsumer chunk) {
        long count = (map.size - HEADER) / 4;
        for (long c = 0, left = chunks(); c < count && left > 0; c++) {
            if (has(c)) {
                chunk.accept(c);
                left--;
            }
        }
    }

    private static long entry(long chunk) {
        return HEADER + 4 * chunk;
    }

    private int place(long chunk) {
        return Native.getInt(map.host + entry(chunk)) - 1;
    }

    private void changes(PhysMemory.Block b, long offset, int bytes) {
        system.hostWrite(
                b.firstFrame + (int) (offset >>> 12), (int) offset & PhysMemory.FRAME - 1, bytes);
    }

    @Override
    public boolean has(long chunk) {
        return place(chunk) >= 0;
    }

    @Override
    public boolean create(long chunk) {
        long used = chunks();
        if (used == capacity) {
            return false;
        }
        changes(map, 0, 8);
        Native.putLong(map.host, used + 1);
        changes(map, entry(chunk), 4);
        Native.putInt(map.host + entry(chunk), (int) used + 1);
        return true;
    }

    private long at(long chunk, int offset) {
        int place = place(chunk);
        if (place < 0) {
            throw new IllegalStateException("no chunk " + chunk + " in the overlay");
        }
        return (long) place * OverlayDisk.CHUNK + offset;
    }

    @Override
    public void read(long chunk, int at, byte[] to, int off, int len) {
        Native.read(pool.host + at(chunk, at), to, off, len);
    }

    @Override
    public void write(long chunk, int at, byte[] from, int off, int len) {
        long offset = at(chunk, at);
        changes(pool, offset, len);
        Native.write(pool.host + offset, from, off, len);
    }
}
