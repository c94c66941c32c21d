package trapline.jit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One vCPU's way from a program counter to its region: direct-mapped, an entry valid in the context
 * it was made in.
 */
final class Dispatch {
    private static final int BITS = 14;

    /** Entries less one. */
    static final int MASK = (1 << BITS) - 1;

    final long[] pc = new long[MASK + 1];
    final long[] context = new long[MASK + 1];
    final @Nullable Region[] region = new @Nullable Region[MASK + 1];

    Dispatch() {
        clear();
    }

    /**
     * Place of an address; contexts are spread, so that going back to one finds its entries still
     * there.
     */
    static int index(long pc, long context) {
        return (int) (pc >>> 2 ^ pc >>> 15 ^ context * 0x9e5) & MASK;
    }

    void put(int k, long address, long in, Region r) {
        pc[k] = address;
        context[k] = in;
        region[k] = r;
    }

    void clear() {
        Arrays.fill(pc, -1);
        Arrays.fill(region, null);
    }
}
