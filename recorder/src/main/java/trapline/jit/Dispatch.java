package trapline.jit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.vcpu.DecodedPage;

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

    /** Forgets the regions of a page. */
    @SuppressWarnings("ReferenceEquality") // that very page
    void forget(DecodedPage p) {
        for (int k = 0; k <= MASK; k++) {
            Region r = region[k];
            if (r != null && r.page == p) {
                region[k] = null;
            }
        }
    }

    void clear() {
        Arrays.fill(pc, -1);
        Arrays.fill(region, null);
    }
}
