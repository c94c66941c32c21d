package trapline.analyze;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Aligns two sequences of symbols. Common ends are cut off first; then places where a stretch of
 * symbols occurs exactly once on each side anchor the rest, as in patience diff; what is left
 * between anchors is aligned by Myers's linear-space algorithm, whose search is given up beyond a
 * bound in favour of the furthest point reached. The cost is near-linear in the lengths: where two
 * streams have little in common the script may be longer than the shortest one, but it is always a
 * correct one.
 */
public final class Alignment {
    /** What is the same or not in one stretch of the script. */
    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /**
     * One stretch of the edit script.
     *
     * @param left index of its first symbol on the left
     * @param right index of its first symbol on the right
     * @param length symbols on the side or sides that it covers
     */
    public record Hunk(Kind kind, int left, int right, int length) {}

    /** Symbols in an anchor. */
    private static final int GRAM = 6;

    /** Below this many symbols anchors are not worth their search. */
    private static final int ANCHOR_MIN = 512;

    /** Above this many the tables for their search would be too large. */
    private static final int ANCHOR_MAX = 1 << 25;

    /** Edits after which Myers's search takes the furthest point that it has reached. */
    private static final int EDITS_MAX = 256;

    private final int[] a;
    private final int[] b;
    private final boolean[] keptLeft;
    private final boolean[] keptRight;
    private final int[] forward;
    private final int[] backward;
    private final Deque<int[]> work = new ArrayDeque<>();

    private Alignment(int[] a, int[] b) {
        this.a = a;
        this.b = b;
        keptLeft = new boolean[a.length];
        keptRight = new boolean[b.length];
        forward = new int[2 * EDITS_MAX + 4];
        backward = new int[2 * EDITS_MAX + 4];
    }

    /** The script that makes {@code b} of {@code a}. */
    public static List<Hunk> of(int[] a, int[] b) {
        Alignment x = new Alignment(a, b);
        x.run();
        return x.script();
    }

    private void run() {
        work.push(new int[] {0, a.length, 0, b.length, 1});
        while (!work.isEmpty()) {
            int[] box = work.pop();
            align(box[0], box[1], box[2], box[3], box[4] != 0);
        }
    }

    private void align(int leftFrom, int leftTo, int rightFrom, int rightTo, boolean anchors) {
        int a0 = leftFrom;
        int b0 = rightFrom;
        int a1 = leftTo;
        int b1 = rightTo;
        while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
            keep(a0++, b0++);
        }
        while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
            keep(--a1, --b1);
        }
        if (a0 == a1 || b0 == b1) {
            return;
        }
        boolean suited =
                Math.min(a1 - a0, b1 - b0) >= ANCHOR_MIN
                        && Math.max(a1 - a0, b1 - b0) <= ANCHOR_MAX;
        if (anchors && suited && anchored(a0, a1, b0, b1)) {
            return;
        }
        split(a0, a1, b0, b1);
    }

    private void keep(int i, int j) {
        keptLeft[i] = true;
        keptRight[j] = true;
    }

    /**
     * Finds stretches that are unique on both sides and in the same order on both; false when there
     * are none.
     */
    private boolean anchored(int a0, int a1, int b0, int b1) {
        int na = a1 - a0 - GRAM + 1;
        int nb = b1 - b0 - GRAM + 1;
        int bits = 33 - Integer.numberOfLeadingZeros(2 * Math.max(na, nb));
        int mask = (1 << bits) - 1;
        long[] hashes = new long[1 << bits];
        int[] left = new int[1 << bits];
        int[] right = new int[1 << bits];
        count(a, a0, na, hashes, left, mask);
        count(b, b0, nb, hashes, right, mask);
        int[] is = new int[16];
        int[] js = new int[16];
        int n = 0;
        for (int i = 0; i < na; i++) {
            int slot = slot(gram(a, a0 + i), hashes, mask);
            if (left[slot] == i + 1 && right[slot] > 0 && equal(a0 + i, b0 + right[slot] - 1)) {
                if (n == is.length) {
                    is = Arrays.copyOf(is, 2 * n);
                    js = Arrays.copyOf(js, 2 * n);
                }
                is[n] = a0 + i;
                js[n++] = b0 + right[slot] - 1;
            }
        }
        int[] chain = increasing(js, n);
        if (chain.length == 0) {
            return false;
        }
        int fromLeft = a0;
        int fromRight = b0;
        for (int k : chain) {
            // Anchors may overlap the one before: only what is beyond it starts a new box.
            if (is[k] < fromLeft || js[k] < fromRight) {
                if (is[k] - fromLeft == js[k] - fromRight) {
                    while (fromLeft < is[k] + GRAM) {
                        keep(fromLeft++, fromRight++);
                    }
                }
                continue;
            }
            if (is[k] > fromLeft || js[k] > fromRight) {
                work.push(new int[] {fromLeft, is[k], fromRight, js[k], 0});
            }
            for (int g = 0; g < GRAM; g++) {
                keep(is[k] + g, js[k] + g);
            }
            fromLeft = is[k] + GRAM;
            fromRight = js[k] + GRAM;
        }
        work.push(new int[] {fromLeft, a1, fromRight, b1, 0});
        return true;
    }

    /** Notes for each stretch where it begins, from 1, or -1 when it occurs more than once. */
    private static void count(int[] s, int from, int n, long[] hashes, int[] where, int mask) {
        for (int i = 0; i < n; i++) {
            long h = gram(s, from + i);
            int slot = slot(h, hashes, mask);
            hashes[slot] = h;
            where[slot] = where[slot] == 0 ? i + 1 : -1;
        }
    }

    private static int slot(long hash, long[] hashes, int mask) {
        int slot = (int) (hash ^ hash >>> 32) & mask;
        // The table is at most half full; where a cluster is long, another stretch's entry is lost,
        // no more.
        for (int probes = 0; hashes[slot] != 0 && hashes[slot] != hash && probes < 8; probes++) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    private static long gram(int[] s, int at) {
        long h = GRAM;
        for (int g = 0; g < GRAM; g++) {
            h = (h ^ s[at + g]) * 0x9e3779b97f4a7c15L;
            h ^= h >>> 31;
        }
        return h | 1;
    }

    private boolean equal(int i, int j) {
        return Arrays.equals(a, i, i + GRAM, b, j, j + GRAM);
    }

    /** Indices of a longest increasing subsequence of the first {@code n} values. */
    private static int[] increasing(int[] values, int n) {
        int[] tails = new int[n];
        int[] before = new int[n];
        int length = 0;
        for (int k = 0; k < n; k++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int mid = low + high >>> 1;
                if (values[tails[mid]] < values[k]) {
                    low = mid + 1;
                } else {
                    high = mid;
                }
            }
            before[k] = low == 0 ? -1 : tails[low - 1];
            tails[low] = k;
            length = Math.max(length, low + 1);
        }
        int[] chain = new int[length];
        int k = length == 0 ? -1 : tails[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            chain[i] = k;
            k = before[k];
        }
        return chain;
    }

    /**
     * Divides a box at the middle of a shortest script, or at the furthest point reached within the
     * bound.
     */
    private void split(int a0, int a1, int b0, int b1) {
        int n = a1 - a0;
        int m = b1 - b0;
        int delta = n - m;
        boolean odd = (delta & 1) != 0;
        int middle = EDITS_MAX + 1;
        int most = Math.min(EDITS_MAX, (n + m + 1) / 2);
        forward[middle + 1] = 0;
        backward[middle + 1] = 0;
        for (int d = 0; d <= most; d++) {
            for (int k = -d; k <= d; k += 2) {
                int x =
                        k == -d || k != d && forward[middle + k - 1] < forward[middle + k + 1]
                                ? forward[middle + k + 1]
                                : forward[middle + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && x >= 0 && y >= 0 && a[a0 + x] == b[b0 + y]) {
                    x++;
                    y++;
                }
                forward[middle + k] = x;
                int c = delta - k;
                if (odd && c >= -(d - 1) && c <= d - 1 && x + backward[middle + c] >= n) {
                    divide(a0, a1, b0, b1, x, y);
                    return;
                }
            }
            for (int k = -d; k <= d; k += 2) {
                int x =
                        k == -d || k != d && backward[middle + k - 1] < backward[middle + k + 1]
                                ? backward[middle + k + 1]
                                : backward[middle + k - 1] + 1;
                int y = x - k;
                while (x < n && y < m && x >= 0 && y >= 0 && a[a1 - 1 - x] == b[b1 - 1 - y]) {
                    x++;
                    y++;
                }
                backward[middle + k] = x;
                int c = delta - k;
                if (!odd && c >= -d && c <= d && x + forward[middle + c] >= n) {
                    divide(a0, a1, b0, b1, n - x, m - y);
                    return;
                }
            }
        }
        furthest(a0, a1, b0, b1, most, middle);
    }

    private void furthest(int a0, int a1, int b0, int b1, int d, int middle) {
        int n = a1 - a0;
        int m = b1 - b0;
        int bestForward = -1;
        int bestBackward = -1;
        int fx = 0;
        int fy = 0;
        int bx = 0;
        int by = 0;
        for (int k = -d; k <= d; k += 2) {
            int x = Math.min(forward[middle + k], n);
            int y = x - k;
            if (y >= 0 && y <= m && x + y > bestForward) {
                bestForward = x + y;
                fx = x;
                fy = y;
            }
            x = Math.min(backward[middle + k], n);
            y = x - k;
            if (y >= 0 && y <= m && x + y > bestBackward) {
                bestBackward = x + y;
                bx = x;
                by = y;
            }
        }
        if (bestForward >= bestBackward) {
            divide(a0, a1, b0, b1, fx, fy);
        } else {
            divide(a0, a1, b0, b1, n - bx, m - by);
        }
    }

    private void divide(int a0, int a1, int b0, int b1, int x, int y) {
        boolean first = x <= 0 && y <= 0;
        boolean last = x >= a1 - a0 && y >= b1 - b0;
        if (first || last || x < 0 || y < 0 || x > a1 - a0 || y > b1 - b0) {
            // Nothing was gained: the whole box is replaced.
            return;
        }
        work.push(new int[] {a0 + x, a1, b0 + y, b1, 0});
        work.push(new int[] {a0, a0 + x, b0, b0 + y, 0});
    }

    private List<Hunk> script() {
        List<Hunk> hunks = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            int fromLeft = i;
            int fromRight = j;
            while (i < a.length && j < b.length && keptLeft[i] && keptRight[j]) {
                i++;
                j++;
            }
            add(hunks, Kind.SAME, fromLeft, fromRight, i - fromLeft);
            fromLeft = i;
            while (i < a.length && !keptLeft[i]) {
                i++;
            }
            add(hunks, Kind.REMOVED, fromLeft, j, i - fromLeft);
            fromRight = j;
            while (j < b.length && !keptRight[j]) {
                j++;
            }
            add(hunks, Kind.ADDED, i, fromRight, j - fromRight);
        }
        return hunks;
    }

    private static void add(List<Hunk> hunks, Kind kind, int left, int right, int length) {
        if (length > 0) {
            hunks.add(new Hunk(kind, left, right, length));
        }
    }
}
