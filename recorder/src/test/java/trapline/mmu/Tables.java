package trapline.mmu;

import trapline.bus.Native;
import trapline.bus.PhysMemory;

/**
 * Builds stage 1 translation tables in guest memory as a guest would, from the geometry of DDI
 * 0487, D8.2: nothing here is shared with the walker.
 */
public final class Tables {
    /** A valid leaf: bits 1:0 of a block (1) or page (3) are put in by {@link #map}. */
    public static final long AF = 1 << 10;

    public static final long INNER = 3 << 8;

    /** AP[2:1]. */
    public static final long AP_PRIV_RW = 0;

    public static final long AP_BOTH_RW = 1 << 6;
    public static final long AP_PRIV_RO = 2 << 6;
    public static final long AP_BOTH_RO = 3 << 6;

    public static final long PXN = 1L << 53;
    public static final long UXN = 1L << 54;
    public static final long CONTIGUOUS = 1L << 52;

    /** AttrIndx 1: Device-nGnRnE where MAIR is {@link #MAIR}. */
    public static final long DEVICE = 1 << 2;

    /** Bits of a table descriptor. */
    public static final long PXN_TABLE = 1L << 59;

    public static final long UXN_TABLE = 1L << 60;
    public static final long AP_TABLE_NO_EL0 = 1L << 61;
    public static final long AP_TABLE_RO = 1L << 62;

    /** Attribute 0 Normal write-back, 1 Device-nGnRnE, 2 Normal non-cacheable, 3 Device-GRE. */
    public static final long MAIR = 0x0c_44_00_ffL;

    private final PhysMemory memory;
    private final int granule;
    private final int inputBits;
    private long next;

    /** Bits for every table descriptor made from now on. */
    public long tableBits;

    /** The first table. */
    public final long root;

    /**
     * @param granule 12, 14 or 16: log2 of the granule
     * @param inputBits 64 - TxSZ
     * @param pool physical address, a multiple of 64 KiB, from which tables are taken
     */
    public Tables(PhysMemory memory, int granule, int inputBits, long pool) {
        this.memory = memory;
        this.granule = granule;
        this.inputBits = inputBits;
        this.next = pool;
        this.root = take();
    }

    private long take() {
        long t = next;
        next += 1L << granule;
        return t;
    }

    /**
     * Where the walk starts: the smallest number of levels, each {@code granule - 3} bits wide,
     * that covers the input.
     */
    public int startLevel() {
        int left = inputBits - granule;
        int level = 4;
        while (left > 0) {
            left -= granule - 3;
            level--;
        }
        return level;
    }

    /** log2 of what one entry of this level maps. */
    public int bits(int level) {
        return granule + (3 - level) * (granule - 3);
    }

    /** Address of the descriptor of {@code va} at {@code level}, making the tables above it. */
    public long descriptor(long va, int level) {
        long table = root;
        for (int l = startLevel(); ; l++) {
            int width = l == startLevel() ? inputBits - bits(l) : granule - 3;
            long at = table + ((va >>> bits(l) & (1L << width) - 1) << 3);
            if (l == level) {
                return at;
            }
            long d = read(at);
            if (d == 0) {
                d = take() | 3 | tableBits;
                write(at, d);
            }
            table = d & 0xffff_ffff_f000L;
        }
    }

    /**
     * Maps the block or page of {@code level} around {@code va} to {@code pa}; returns the
     * descriptor's address.
     */
    public long map(long va, long pa, int level, long attributes) {
        long at = descriptor(va, level);
        write(at, leaf(pa, level, attributes));
        return at;
    }

    /** A leaf descriptor. */
    public static long leaf(long pa, int level, long attributes) {
        return pa | attributes | (level == 3 ? 3 : 1);
    }

    public long read(long pa) {
        return Native.getLong(memory.hostOf(pa));
    }

    /** Writes as a loader does: nobody is told. For use before the first walk. */
    public void write(long pa, long descriptor) {
        Native.putLong(memory.hostOf(pa), descriptor);
    }
}
