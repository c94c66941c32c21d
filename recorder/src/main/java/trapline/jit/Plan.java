package trapline.jit;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.vcpu.DecodedPage;

/**
 * Which instructions of a page make one region, and how control flows between them: basic blocks
 * found from the root along direct branches that stay in the page, past calls and past instructions
 * that the interpreter executes. Where control comes back from those, and where loops begin, the
 * region can be entered too: a function is translated once and not once for each place where it is
 * left.
 */
final class Plan {
    /** No successor: control leaves the region. */
    static final int OUT = -1;

    /** The slot that was asked for; an entry in any case. */
    final int root;

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

    /** Blocks at whose start the region can be entered, in ascending order. */
    final int[] entries;

    /** Most instructions that run from a block's start to the next backward edge or out. */
    final int[] bound;

    /** Guest instructions in all blocks. */
    final int instructions;

    /** Lines of the page that the instructions lie in. */
    final long lines;

    private final boolean[] included = new boolean[DecodedPage.SLOTS];
    private final boolean[] leader = new boolean[DecodedPage.SLOTS];
    private final boolean[] entry = new boolean[DecodedPage.SLOTS];
    private final int[] work = new int[DecodedPage.SLOTS];
    private int queued;

    /** What is known of a page beside its words. */
    static final class Context {
        static final Context EVERYTHING = new Context(null, null);

        private final short @Nullable [] seen;
        private final boolean @Nullable [] taken;

        /**
         * Takes the arrays as they are.
         *
         * @param seen by slot, 0 for an instruction that has not run yet and is left out; null to
         *     take all
         * @param taken by slot, true for an entry of another region, which this one leaves to
         *     instead of translating it again; null for none
         */
        Context(short @Nullable [] seen, boolean @Nullable [] taken) {
            this.seen = seen;
            this.taken = taken;
        }

        boolean ran(int slot) {
            return seen == null || seen[slot] != 0;
        }

        boolean elsewhere(int slot) {
            return taken != null && taken[slot];
        }
    }

    /**
     * Plans a region.
     *
     * @param word the page's words; not changed
     * @param most instructions at most
     */
    Plan(A64Decoder decoder, int[] word, Context context, int root, int most) {
        this.root = root;
        this.word = word;
        this.row = new short[DecodedPage.SLOTS];
        instructions = collect(decoder, context, most);
        int n = 0;
        int e = 0;
        long l = 0;
        for (int s = 0; s < DecodedPage.SLOTS; s++) {
            if (included[s]) {
                l |= 1L << (s >>> 4);
                n += leader[s] ? 1 : 0;
                e += entry[s] ? 1 : 0;
            }
        }
        lines = l;
        blocks = n;
        first = new int[n];
        length = new int[n];
        taken = new int[n];
        next = new int[n];
        bound = new int[n];
        entries = new int[e];
        int[] blockAt = new int[DecodedPage.SLOTS];
        Arrays.fill(blockAt, OUT);
        int b = 0;
        e = 0;
        for (int s = 0; s < DecodedPage.SLOTS; s++) {
            if (included[s] && leader[s]) {
                if (entry[s]) {
                    entries[e++] = b;
                }
                first[b] = s;
                blockAt[s] = b++;
            }
        }
        link(blockAt);
        measure();
    }

    /** Marks the instructions, the leaders and the entries; returns how many instructions. */
    private int collect(A64Decoder decoder, Context context, int most) {
        lead(root, true);
        int count = 0;
        for (int from = 0; from < queued && count < most; from++) {
            int s = work[from];
            while (s < DecodedPage.SLOTS
                    && !included[s]
                    && count < most
                    && (s == root || !context.elsewhere(s))) {
                row[s] = (short) decoder.decode(word[s]);
                included[s] = true;
                count++;
                int kind = A64.kind(row[s]);
                int after = s + 1;
                boolean goesOn = after < DecodedPage.SLOTS && context.ran(after);
                if (!Forms.translatable(row[s], word[s])) {
                    if (goesOn && row[s] != 0 && !ends(kind)) {
                        lead(after, true); // where the interpreter comes back to
                    }
                    break;
                }
                if (kind == A64.BRANCH || kind == A64.BRANCH_CONDITIONAL) {
                    int t = target(s);
                    if (t >= 0 && t < DecodedPage.SLOTS && context.ran(t)) {
                        lead(t, t <= s);
                    }
                }
                if (goesOn && (kind == A64.CALL || kind == A64.CALL_INDIRECT)) {
                    lead(after, true);
                } else if (goesOn && kind == A64.BRANCH_CONDITIONAL) {
                    lead(after, false);
                }
                if (ends(kind) || !goesOn) {
                    break;
                }
                s = after;
            }
        }
        return count;
    }

    /** A block begins here; it can be entered from outside if {@code enters}. */
    private void lead(int slot, boolean enters) {
        entry[slot] |= enters;
        if (!leader[slot]) {
            leader[slot] = true;
            work[queued++] = slot;
        }
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
        for (int b = blocks - 1; b >= 0; b--) {
            bound[b] = length[b] + Math.max(onward(b, taken[b]), onward(b, next[b]));
        }
    }

    private int onward(int from, int to) {
        return to == OUT || backward(from, to) ? 0 : bound[to];
    }

    /** An edge where the limit is looked at. */
    static boolean backward(int from, int to) {
        return to <= from;
    }

    /** The last slot of a block. */
    int last(int b) {
        return first[b] + length[b] - 1;
    }

    /** Whether running it beats interpreting: it does more than leave at once. */
    boolean useful() {
        return Forms.translatable(row[root], word[root]);
    }
}
