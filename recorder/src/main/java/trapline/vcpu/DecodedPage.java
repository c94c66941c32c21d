package trapline.vcpu;

import org.jspecify.annotations.Nullable;

/** Decoded instructions of one 4 KiB frame; filled as they are first executed. */
public final class DecodedPage {
    /** Instructions a page. */
    public static final int SLOTS = 1024;

    /** Frame number in guest-physical memory. */
    public final int frame;

    /** Host address of the frame's first byte. */
    public final long host;

    /** Row by slot: 0 not decoded yet, {@link CodeCache#UNALLOCATED} for a word without a row. */
    public final short[] row = new short[SLOTS];

    /** Instruction word by slot; valid where {@link #row} is not 0. */
    public final int[] word = new int[SLOTS];

    /** Times that a branch arrived at a slot; the translator's measure. */
    public final short[] heat = new short[SLOTS];

    /** Translated regions by entry slot and exception level, or null; {@code slot << 1 | el}. */
    public final @Nullable Object[] regions = new Object[SLOTS << 1];

    /** Bit n: the 64-byte line n holds a decoded or translated instruction. */
    public long lines;

    /** Grows whenever something decoded was dropped: who caches by slot compares it. */
    public int version;

    DecodedPage(int frame, long host) {
        this.frame = frame;
        this.host = host;
    }
}
