package trapline.jit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.vcpu.DecodedPage;

/**
 * Which instructions of a page make one region, and how control flows between them: basic blocks
 * found from the entry along direct branches that stay in the page.
 */
final class Plan {
    /** No successor: control leaves the region. */
    static final int OUT = -1;

    final int entry;
    final int[] word;
    final short[] row;

    /** Blocks in ascending order of address. */
    final int blocks;

    /** First slot of a block. */
    final int[] first;

    /** Instructions of a block that run inside the region, its branch included. */
    final int[] length;

    /** Block that a block's branch leads to, or {@link #OUT}. */
    final int[] taken;

    /** Block that follows when the branch is not taken, or there is none; or {@link #OUT}. */
    final int[] next;

    /** A backward edge leads here: the place to compare with the limit. */
    final boolean[] head;

    /** Most instructions that run from a block's start to the next head or out. */
    final int[] bound;

    /** Guest instructions in all blocks. */
    final int instructions;

    /** Lines of the page that the instructions lie in. */
    final long lines;

    private final boolean[] included = new boolean[DecodedPage.SLOTS];
    private final boolean[] leader = new boolean[DecodedPage.SLOTS];

    /**
     * Plans a region.
     *
     * @param word the page's words; not changed
     * @param seen by slot, 0 for an instruction that has not run yet and is left out; null to take
     *     all
     * @param most instructions at most
     */
    Plan(A64Decoder decoder, int[] word, short @Nullable [] seen, int entry, int most) {
        this.entry = entry;
        this.word = word;
        this.row = new short[DecodedPage.SLOTS];
        int count = collect(decoder, seen, most);
        int n = 0;
        for (int s = 0; s < DecodedPage.SLOTS; s++) {
            if (included[s] && leader[s]) {
                n++;
            }
        }
        blocks = n;
        first = new int[n];
        length = new int[n];
        taken = new int[n];
        next = new int[n];
        head = new boolean[n];
        bound = new int[n];
        instructions = count;
        long l = 0;
        int b = 0;
        int[] blockAt = new int[DecodedPage.SLOTS + 1];
        Arrays.fill(blockAt, OUT);
        for (int s = 0; s < DecodedPage.SLOTS; s++) {
            if (included[s]) {
                l |= 1L << (s >>> 4);
                if (leader[s]) {
                    first[b] = s;
                    blockAt[s] = b++;
                }
            }
        }
        lines = l;
        link(blockAt);
        measure();
    }

    /** Marks the instructions and the leaders; returns how many instructions there are. */
    private int collect(A64Decoder decoder, short @Nullable [] seen, int most) {
        int[] work = new int[DecodedPage.SLOTS + 1];
        int top = 0;
        work[top++] = entry;
        leader[entry] = true;
        int count = 0;
        int from = 0;
        while (from < top && count < most) {
            int s = work[from++];
            while (s < DecodedPage.SLOTS && !included[s] && count < most) {
                if (row[s] == 0) {
                    row[s] = (short) decoder.decode(word[s]);
                }
                included[s] = true;
                count++;
                if (!Forms.translatable(row[s], word[s])) {
                    break;
                }
                int kind = A64.kind(row[s]);
                if (kind == A64.BRANCH || kind == A64.BRANCH_CONDITIONAL) {
                    int t = target(s);
                    if (t >= 0
                            && t < DecodedPage.SLOTS
                            && !leader[t]
                            && (seen == null || seen[t] != 0)) {
                        leader[t] = true;
                        work[top++] = t;
                    }
                }
                if (ends(kind)) {
                    break;
                }
                s++;
                if (s < DecodedPage.SLOTS && seen != null && seen[s] == 0) {
                    break;
                }
                if (kind == A64.BRANCH_CONDITIONAL && s < DecodedPage.SLOTS) {
                    leader[s] = true;
                }
            }
        }
        return count;
    }

    private static boolean ends(int kind) {
        return kind >= A64.BRANCH && kind <= A64.RETURN && kind != A64.BRANCH_CONDITIONAL;
    }

    /**
     * Slot that the direct branch at {@code s} leads to; outside 0 to 1023 when it leaves the page.
     */
    int target(int s) {
        return s + displacement(row[s], word[s]);
    }

    /** Signed distance of a direct branch in instructions. */
    static int displacement(int row, int i) {
        return switch (row) {
            case A64.B_only_branch_imm, A64.BL_only_branch_imm -> i << 6 >> 6;
            case A64.TBZ_only_testbranch, A64.TBNZ_only_testbranch -> i << 13 >> 18;
            default -> i << 8 >> 13;
        };
    }

    private void link(int[] blockAt) {
        for (int b = 0; b < blocks; b++) {
            int s = first[b];
            taken[b] = OUT;
            next[b] = OUT;
            while (true) {
                int kind = A64.kind(row[s]);
                length[b]++;
                if (!Forms.translatable(row[s], word[s])) {
                    break;
                }
                if (kind == A64.BRANCH || kind == A64.BRANCH_CONDITIONAL) {
                    int t = target(s);
                    taken[b] = t >= 0 && t < DecodedPage.SLOTS ? blockAt[t] : OUT;
                }
                if (ends(kind)) {
                    break;
                }
                s++;
                if (s == DecodedPage.SLOTS || !included[s]) {
                    break;
                }
                if (leader[s]) {
                    next[b] = blockAt[s];
                    break;
                }
            }
        }
    }

    private void measure() {
        for (int b = 0; b < blocks; b++) {
            if (taken[b] != OUT && taken[b] <= b) {
                head[taken[b]] = true;
            }
        }
        for (int b = blocks - 1; b >= 0; b--) {
            bound[b] = length[b] + Math.max(onward(b, taken[b]), onward(b, next[b]));
        }
    }

    private int onward(int from, int to) {
        return to == OUT || to <= from || head[to] ? 0 : bound[to];
    }

    /** The last slot of a block. */
    int last(int b) {
        return first[b] + length[b] - 1;
    }

    /** Block of the entry. */
    int entryBlock() {
        for (int b = 0; b < blocks; b++) {
            if (first[b] == entry) {
                return b;
            }
        }
        throw new IllegalStateException("no block at entry " + entry);
    }

    /** Whether running it beats interpreting: it does more than leave at once. */
    boolean useful() {
        return Forms.translatable(row[entry], word[entry]);
    }
}
