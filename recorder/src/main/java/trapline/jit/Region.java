package trapline.jit;

import trapline.vcpu.DecodedPage;
import trapline.vcpu.Vcpu;

/**
 * Translated code: up to some hundred instructions of one page, entered at some of them. Holds no
 * guest address, so that it serves every virtual address at which its frame is executed.
 *
 * <p>{@link #run} keeps general registers in locals and writes them back on every way out; it
 * leaves {@code c.pc} and {@code c.retired} exact.
 */
public abstract class Region {
    /** Control left the region by a branch: {@code c.pc} is the next instruction. */
    public static final int BRANCH = 0;

    /**
     * The instruction at {@code c.pc} has to be interpreted: it may fault, trap, or miss the TLB.
     */
    public static final int INTERPRET = 1;

    /** Fewer instructions are left before {@code c.limit} than the code could stop within. */
    public static final int LIMIT = 2;

    /** As {@link #BRANCH}, and an interrupt may have become deliverable. */
    public static final int EVENT = 3;

    /** Set when the region is installed. */
    DecodedPage page = NOWHERE;

    /** Slot that it was made for. */
    int root;

    /** Slots where it can be entered, the root among them. */
    int[] entries = {};

    /** How it was translated. */
    Tier tier = Tier.QUICK;

    /** Guest instructions that it has run. */
    long work;

    /** A translation of a higher tier has been asked for. */
    boolean replacing;

    /** Lines of the page that it was made from: bit n for bytes 64n to 64n + 63. */
    long lines;

    /** Translated for pages that demand aligned accesses. */
    boolean strict;

    /** Guest instructions in it. */
    int instructions;

    /** Sweep in which it was last known to be in use. */
    int lastUse;

    private static final DecodedPage NOWHERE = new DecodedPage(-1, 0);

    protected Region() {}

    /**
     * Runs from {@code c.pc}, which is one of its entries.
     *
     * @return {@link #BRANCH}, {@link #INTERPRET}, {@link #LIMIT} or {@link #EVENT}
     */
    public abstract int run(Vcpu c);
}
