package trapline.trap;

import java.util.Arrays;
import trapline.isa.SysReg;

/**
 * Outcomes of {@link Routing} remembered for one vCPU, until a control register changes.
 *
 * <p>The owner calls {@link #invalidate} after each write of a register for which {@link
 * Routing#isInput} holds, and after restoring a snapshot. An entry carries the generation that it
 * was computed in, so invalidating costs one increment. Holds no state of its own: not part of a
 * snapshot.
 */
public final class RouteCache {
    private static final int OUTCOME_BITS = 11;
    private static final int OUTCOME = (1 << OUTCOME_BITS) - 1;
    private static final int LAST_GENERATION = -1 >>> OUTCOME_BITS;

    private final Routing routing;
    private final int[] entry = new int[SysReg.COUNT * 4];
    private int generation = 1;

    public RouteCache(Routing routing) {
        this.routing = routing;
    }

    /** The outcome of an access; arguments as in {@link Routing#route}. */
    public int route(long[] sys, int index, boolean read, int el) {
        int slot = RouteTable.slot(index, read, el);
        int cached = entry[slot];
        return cached >>> OUTCOME_BITS == generation
                ? cached & OUTCOME
                : compute(sys, slot, index, read, el);
    }

    private int compute(long[] sys, int slot, int index, boolean read, int el) {
        int outcome = routing.route(sys, index, read, el);
        if (!Routing.isSelected(index)) {
            entry[slot] = generation << OUTCOME_BITS | outcome;
        }
        return outcome;
    }

    /** Forgets every outcome: a control register changed. */
    public void invalidate() {
        if (generation == LAST_GENERATION) {
            Arrays.fill(entry, 0);
            generation = 0;
        }
        generation++;
    }
}
