package trapline.bus;

import java.util.ArrayList;
import java.util.List;

/**
 * Guest-physical memory: a few blocks (RAM, flash banks) backed by host memory, cut into 4 KiB
 * frames numbered consecutively over all blocks. A frame's flags say what must be told of a store
 * to it; the software TLBs keep frames with a relevant flag out of their write tags, so that the
 * fast path never looks at a flag.
 */
public final class PhysMemory {
    /** Bytes a frame. */
    public static final int FRAME = 4096;

    /** Stored to since the last state digest. */
    public static final int DIRTY = 1;

    /** Stored to since the last snapshot. */
    public static final int SNAPSHOT_DIRTY = 2;

    /** Holds instructions that were decoded or translated. */
    public static final int CODE = 4;

    /** Holds translation table descriptors that a cached translation came from. */
    public static final int TABLE = 8;

    /** Some TLB may hold an open write tag for it. */
    public static final int OPEN = 16;

    /** Stores go to a device (flash in read-array mode). */
    public static final int READ_ONLY = 32;

    /** Not brought in yet: its contents come from elsewhere when they are first asked for. */
    public static final int ABSENT = 64;

    /** Brings in frames of memory whose contents are elsewhere. */
    @FunctionalInterface
    public interface Supply {
        /** Fills the frame at {@link PhysMemory#address} and clears {@link PhysMemory#ABSENT}. */
        void bring(int frame);
    }

    /** One block of memory. */
    public static final class Block {
        public final String name;
        public final long base;
        public final long size;
        public final long host;
        public final int firstFrame;
        boolean mapped = true;
        boolean pinned;
        byte blank;

        Block(String name, long base, long size, long host, int firstFrame) {
            this.name = name;
            this.base = base;
            this.size = size;
            this.host = host;
            this.firstFrame = firstFrame;
        }
    }

    private final List<Block> list = new ArrayList<>();
    private Block[] blocks = {};
    private byte[] flags = {};
    private int frames;
    private Supply supply =
            frame -> {
                throw new IllegalStateException("nothing supplies frame " + frame);
            };

    /**
     * Adds a block before the machine starts.
     *
     * @param base guest-physical, a multiple of 4 KiB
     * @param size bytes, a multiple of 4 KiB
     */
    public Block add(String name, long base, long size, boolean readOnly) {
        if ((base & (FRAME - 1)) != 0 || (size & (FRAME - 1)) != 0 || size <= 0) {
            throw new IllegalArgumentException(
                    "block " + name + ": base=0x" + Long.toHexString(base) + " size=" + size);
        }
        Block b = new Block(name, base, size, Native.allocateZeroed(size), frames);
        list.add(b);
        blocks = list.toArray(new Block[0]);
        frames += (int) (size / FRAME);
        byte[] grown = new byte[frames];
        System.arraycopy(flags, 0, grown, 0, flags.length);
        if (readOnly) {
            java.util.Arrays.fill(grown, flags.length, frames, (byte) READ_ONLY);
        }
        flags = grown;
        return b;
    }

    /**
     * Takes a block out of the memory map, or puts it back: a flash bank whose device answers
     * reads, or memory that is part of the machine's state and that no guest address reaches.
     */
    public void setMapped(Block b, boolean mapped) {
        b.mapped = mapped;
    }

    public boolean isMapped(Block b) {
        return b.mapped;
    }

    /**
     * Says that a device reaches this block by {@link Block#host}: none of its frames may be {@link
     * #ABSENT}.
     */
    public void pin(Block b) {
        b.pinned = true;
    }

    public boolean isPinned(int frame) {
        return blockOf(frame).pinned;
    }

    /** Says what a frame of this block holds that was never stored to; zero otherwise. */
    public void setBlank(Block b, byte value) {
        b.blank = value;
    }

    /** What every byte of the frame is before anything is stored to it. */
    public byte blank(int frame) {
        return blockOf(frame).blank;
    }

    /** What brings in frames that are {@link #ABSENT} from now on. */
    public void setSupply(Supply s) {
        supply = s;
    }

    /** Number of frames in all blocks. */
    public int frames() {
        return frames;
    }

    public List<Block> blocks() {
        return list;
    }

    /** The frame that holds this guest-physical address, or -1 where there is no memory. */
    public int frameOf(long pa) {
        for (Block b : blocks) {
            long d = pa - b.base;
            if (d >= 0 && d < b.size) {
                return b.mapped ? b.firstFrame + (int) (d >>> 12) : -1;
            }
        }
        return -1;
    }

    /** Host address of the frame's first byte; the frame is there. */
    public long host(int frame) {
        long address = address(frame);
        if ((flags[frame] & ABSENT) != 0) {
            supply.bring(frame);
        }
        return address;
    }

    /**
     * Host address of the frame's first byte, for who fills it: the frame may be {@link #ABSENT}.
     */
    public long address(int frame) {
        Block b = blockOf(frame);
        return b.host + ((long) (frame - b.firstFrame) << 12);
    }

    private Block blockOf(int frame) {
        for (Block b : blocks) {
            int d = frame - b.firstFrame;
            if (d >= 0 && d < (int) (b.size >>> 12)) {
                return b;
            }
        }
        throw new IndexOutOfBoundsException("frame " + frame + " of " + frames);
    }

    /** Guest-physical address of the frame's first byte. */
    public long physical(int frame) {
        Block b = blockOf(frame);
        return b.base + ((long) (frame - b.firstFrame) << 12);
    }

    public int flags(int frame) {
        return flags[frame];
    }

    public void set(int frame, int flag) {
        flags[frame] |= (byte) flag;
    }

    public void clear(int frame, int flag) {
        flags[frame] &= (byte) ~flag;
    }

    /** Host address of a guest-physical address that must be memory; its frame is there. */
    public long hostOf(long pa) {
        int f = frameOf(pa);
        if (f < 0) {
            throw new IndexOutOfBoundsException("no memory at 0x" + Long.toHexString(pa));
        }
        return host(f) + (pa & (FRAME - 1));
    }

    /** Whether the whole range is memory. */
    public boolean contains(long pa, long length) {
        for (Block b : blocks) {
            long d = pa - b.base;
            if (d >= 0 && d < b.size && length <= b.size - d) {
                return b.mapped;
            }
        }
        return false;
    }
}
