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

    /** Value of {@link #heat} that no count reaches: the translator wants control at this slot. */
    public static final short WANTED = Short.MAX_VALUE;

    /**
     * Times that a backward branch, a call or a return arrived at a slot; the translator's measure.
     */
    public final short[] heat = new short[SLOTS];

    /** What the translator keeps of this page; null until it has something. */
    public @Nullable Object translations;

    /** Bit n: the 64-byte line n holds a decoded or translated instruction. */
    public long lines;

    /** Grows whenever something decoded was dropped: who caches by slot compares it. */
    public int version;

    public DecodedPage(int frame, long host) {
        this.frame = frame;
        this.host = host;
    }
}
