package trapline.isa;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds the row of a word for one CPU model.
 *
 * <p>Three tables in turn, indexed by bits 31:21, 15:10 and 20:16, lead to a list of at most a few
 * rows whose fixed bits are then compared. A table leads to the next one only where more than
 * {@link #SHORT_LIST} rows are left. Immutable once built.
 */
public final class A64Decoder {
    private static final Map<CpuModel, A64Decoder> DECODERS = new ConcurrentHashMap<>();

    private static final int ROOT_SHIFT = 21;
    private static final int ROOT_SIZE = 1 << (32 - ROOT_SHIFT);
    private static final int SHORT_LIST = 3;

    /** Shift and number of bits of the index of the second and the third table. */
    private static final int[][] LEVELS = {{10, 6}, {16, 5}};

    /**
     * By index: at least 0, start of a list in {@link #lists}; negative, complement of the start of
     * a table.
     */
    private int[] nodes = new int[1 << 16];

    private int nodeCount = ROOT_SIZE;

    /** Lists of rows, each ended by 0. */
    private short[] lists = new short[1 << 14];

    /** The list at 0 is the empty one. */
    private int listCount = 1;

    private final int[] masks = RowTable.MASK;
    private final int[] values = RowTable.VALUE;
    private final int[][] reserved = new int[A64.ROWS][];

    /**
     * The decoder of the instructions that {@code model} has; one for all machines of the process.
     */
    public static A64Decoder of(CpuModel model) {
        return DECODERS.computeIfAbsent(model, A64Decoder::new);
    }

    /** A decoder of its own of the instructions that {@code model} has; {@link #of} shares one. */
    public A64Decoder(CpuModel model) {
        this(model.features());
    }

    A64Decoder(Set<Feature> features) {
        short[] present = new short[A64.ROWS];
        int count = 0;
        int[] nothing = {};
        for (short row = 1; row < A64.ROWS; row++) {
            Feature feature = RowTable.FEATURE[row];
            if (feature == null || features.contains(feature)) {
                Reserved refused = RowTable.RESERVED[row];
                reserved[row] = refused == null ? nothing : refused.pairs(features);
                present[count++] = row;
            }
        }
        fillRoot(present, count);
        nodes = Arrays.copyOf(nodes, nodeCount);
        lists = Arrays.copyOf(lists, listCount);
    }

    /**
     * The row of {@code word}.
     *
     * @return a constant of {@link A64}, or 0 when the word is UNDEFINED on this model
     */
    public int decode(int word) {
        int[] table = nodes;
        int node = table[word >>> ROOT_SHIFT];
        if (node < 0) {
            node = table[~node + ((word >>> 10) & 0x3f)];
            if (node < 0) {
                node = table[~node + ((word >>> 16) & 0x1f)];
            }
        }
        while (true) {
            int row = lists[node++];
            if (row == 0) {
                return A64.UNDEFINED;
            }
            if ((word & masks[row]) == values[row] && !Reserved.refuses(reserved[row], word)) {
                return row;
            }
        }
    }

    /** Spreads the rows over the root table, through a chain of rows for each index. */
    private void fillRoot(short[] rows, int count) {
        short[][] chains = new short[ROOT_SIZE][];
        byte[] lengths = new byte[ROOT_SIZE];
        for (int i = 0; i < count; i++) {
            int row = rows[i];
            int free = ~masks[row] >>> ROOT_SHIFT;
            int fixed = values[row] >>> ROOT_SHIFT;
            int choice = 0;
            do { // every value of the free bits of the index
                int index = fixed | choice;
                short[] chain = chains[index];
                int length = lengths[index] & 0xff;
                if (chain == null) {
                    chain = chains[index] = new short[4];
                } else if (length == chain.length) {
                    chain = chains[index] = Arrays.copyOf(chain, length * 2);
                }
                chain[length] = (short) row;
                lengths[index]++;
                choice = (choice - free) & free;
            } while (choice != 0);
        }
        short[] none = {};
        short[] previous = none;
        for (int index = 0; index < ROOT_SIZE; index++) {
            short[] chain = chains[index] == null ? none : chains[index];
            int length = lengths[index] & 0xff;
            chain = chain.length == length ? chain : Arrays.copyOf(chain, length);
            nodes[index] =
                    index > 0 && Arrays.equals(chain, previous) ? nodes[index - 1] : node(chain, 0);
            previous = chain;
        }
    }

    /** A node that tells {@code rows} apart with the tables from {@code level} on. */
    private int node(short[] rows, int level) {
        if (rows.length == 0) {
            return 0;
        }
        if (rows.length <= SHORT_LIST || level == LEVELS.length) {
            return list(rows);
        }
        int shift = LEVELS[level][0];
        int size = 1 << LEVELS[level][1];
        int start = nodeCount;
        nodeCount += size;
        if (nodeCount > nodes.length) {
            nodes = Arrays.copyOf(nodes, nodes.length * 2);
        }
        short[] chosen = new short[rows.length];
        short[] previous = {};
        for (int index = 0; index < size; index++) {
            int length = 0;
            for (short row : rows) {
                if ((((values[row] >>> shift) ^ index) & (masks[row] >>> shift) & (size - 1))
                        == 0) {
                    chosen[length++] = row;
                }
            }
            short[] subset = Arrays.copyOf(chosen, length);
            nodes[start + index] =
                    index > 0 && Arrays.equals(subset, previous)
                            ? nodes[start + index - 1]
                            : node(subset, level + 1);
            previous = subset;
        }
        return ~start;
    }

    private int list(short[] rows) {
        if (listCount + rows.length + 1 > lists.length) {
            lists = Arrays.copyOf(lists, lists.length * 2);
        }
        int start = listCount;
        System.arraycopy(rows, 0, lists, start, rows.length);
        listCount += rows.length + 1;
        return start;
    }
}
