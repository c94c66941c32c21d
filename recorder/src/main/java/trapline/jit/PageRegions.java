package trapline.jit;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import trapline.vcpu.DecodedPage;

/** The regions of one page, by entry and as a list. */
final class PageRegions {
    final @Nullable Region[] bySlot = new @Nullable Region[DecodedPage.SLOTS];
    private @Nullable Region[] list = new @Nullable Region[4];
    private int count;

    /** A translation has been asked for and has not come yet. */
    boolean asked;

    /** The regions of a page, or null when it has none yet. */
    static @Nullable PageRegions of(DecodedPage p) {
        return (PageRegions) p.translations;
    }

    /**
     * Adds a region. Another one with the same root gives way; at other entries that are taken the
     * older region stays, unless the new one is of a higher tier.
     *
     * @return how many regions more there are now: 0 or 1
     */
    int add(Region r) {
        Region old = bySlot[r.root];
        int before = count;
        if (old != null && old.root == r.root) {
            remove(old);
        }
        for (int e : r.entries) {
            Region other = bySlot[e];
            if (other == null || e == r.root || r.tier.compareTo(other.tier) > 0) {
                bySlot[e] = r;
            }
        }
        if (count == list.length) {
            list = Arrays.copyOf(list, count * 2);
        }
        list[count++] = r;
        return count - before;
    }

    @SuppressWarnings("ReferenceEquality") // that very region
    private void remove(Region r) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            if (list[k] != r) {
                list[kept++] = list[k];
            }
        }
        Arrays.fill(list, kept, count, null);
        count = kept;
        vacate(r);
    }

    @SuppressWarnings("ReferenceEquality") // that very region
    private void vacate(Region r) {
        for (int e : r.entries) {
            if (bySlot[e] == r) {
                bySlot[e] = null;
            }
        }
    }

    /** Which slots are entries, as the planner of another region wants to know it. */
    boolean[] taken() {
        boolean[] taken = new boolean[DecodedPage.SLOTS];
        for (int s = 0; s < DecodedPage.SLOTS; s++) {
            taken[s] = bySlot[s] != null;
        }
        return taken;
    }

    /** Removes the regions made from any of these lines; returns how many. */
    int drop(DecodedPage p, long lines) {
        return dropIf(p, r -> (r.lines & lines) != 0);
    }

    /** Removes the regions not used since {@code sweep}; returns how many. */
    int dropUnused(DecodedPage p, int sweep) {
        return dropIf(p, r -> r.lastUse - sweep < 0);
    }

    private int dropIf(DecodedPage p, Predicate<Region> goes) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            Region r = list[k];
            if (r != null && goes.test(r)) {
                vacate(r);
                for (int e : r.entries) {
                    p.heat[e] = 0;
                }
            } else {
                list[kept++] = r;
            }
        }
        int dropped = count - kept;
        Arrays.fill(list, kept, count, null);
        count = kept;
        return dropped;
    }

    boolean isEmpty() {
        return count == 0 && !asked;
    }
}
