package trapline.jit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.vcpu.DecodedPage;

/** The regions of one page, by entry and as a list. */
final class PageRegions {
    final @Nullable Region[] bySlot = new @Nullable Region[DecodedPage.SLOTS];
    private @Nullable Region[] list = new @Nullable Region[4];
    private int count;

    /** The regions of a page, or null when it has none yet. */
    static @Nullable PageRegions of(DecodedPage p) {
        return (PageRegions) p.translations;
    }

    /**
     * Adds a region; one with the same entry gives way. Returns how many regions more there are
     * now: 0 or 1.
     */
    @SuppressWarnings("ReferenceEquality") // the very region that gives way
    int add(Region r) {
        Region old = bySlot[r.slot];
        bySlot[r.slot] = r;
        if (old != null) {
            for (int k = 0; k < count; k++) {
                if (list[k] == old) {
                    list[k] = r;
                }
            }
            return 0;
        }
        if (count == list.length) {
            list = Arrays.copyOf(list, count * 2);
        }
        list[count++] = r;
        return 1;
    }

    /** Removes the regions made from any of these lines; returns how many. */
    int drop(DecodedPage p, long lines) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            Region r = list[k];
            if (r == null) {
                continue;
            }
            if ((r.lines & lines) != 0) {
                bySlot[r.slot] = null;
                p.heat[r.slot] = 0;
            } else {
                list[kept++] = r;
            }
        }
        int dropped = count - kept;
        Arrays.fill(list, kept, count, null);
        count = kept;
        return dropped;
    }

    /** Removes the regions not used since {@code sweep}; returns how many. */
    int dropUnused(DecodedPage p, int sweep) {
        int kept = 0;
        for (int k = 0; k < count; k++) {
            Region r = list[k];
            if (r != null && r.lastUse - sweep < 0) {
                bySlot[r.slot] = null;
                p.heat[r.slot] = 0;
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
        return count == 0;
    }
}
