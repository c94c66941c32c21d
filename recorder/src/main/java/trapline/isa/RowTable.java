package trapline.isa;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows as arrays, by row number: what {@link A64} and {@link A64Decoder} read.
 *
 * <p>One line of text is one row, fields separated by blanks; lines that start with {@code #} are
 * headings:
 *
 * <pre>
 *   name      Arm's name of the encoding
 *   pattern   32 characters from bit 31 down: 0 and 1 are fixed, a letter is a field, - is a bit that
 *             software should set to what the manual shows and the core does not look at.
 *             d Rd, n Rn, m Rm, a Ra, t Rt, u Rt2, s Rs; i immediate, r immr, j imms, N its top bit;
 *             x shift, sh, hw; o option, S its shift; c cond, v nzcv; z size, sz, Q vector length;
 *             H L M element index; h immh, b immb or the bit of a test; y scale; k cmode;
 *             O o0, p op1, C CRn, R CRm, q op2
 *   reserved  a {@link Reserved}, or -
 *   feature   a {@link Feature} without its FEAT_, or - for the base
 *   kind      {@link A64#kind}
 *   registers general registers read, {@code >}, those written: the letters above; D and N where 31 is
 *             the stack pointer; p and q for the pairs Rs, Rs+1 and Rt, Rt+1; l for x30; F for the
 *             flags NZCV. A lone - is neither.
 * </pre>
 */
final class RowTable {
    /** Register letters in the order of their bits in {@link #READS} and {@link #WRITES}. */
    private static final String OPERANDS = "dnmatuspqDNlF";

    /** An empty column. */
    private static final String NOTHING = "-";

    static final int RD = 1;
    static final int RN = 1 << 1;
    static final int RM = 1 << 2;
    static final int RA = 1 << 3;
    static final int RT = 1 << 4;
    static final int RT2 = 1 << 5;
    static final int RS = 1 << 6;
    static final int RS_PAIR = 1 << 7;
    static final int RT_PAIR = 1 << 8;
    static final int RD_SP = 1 << 9;
    static final int RN_SP = 1 << 10;
    static final int LINK = 1 << 11;
    static final int NZCV = 1 << 12;

    static final String[] NAME = new String[A64.ROWS];
    static final int[] MASK = new int[A64.ROWS];
    static final int[] VALUE = new int[A64.ROWS];
    static final byte[] KIND = new byte[A64.ROWS];
    static final short[] READS = new short[A64.ROWS];
    static final short[] WRITES = new short[A64.ROWS];

    /** Null: the base. */
    static final @Nullable Feature[] FEATURE = new @Nullable Feature[A64.ROWS];

    /** Null: nothing is reserved. */
    static final @Nullable Reserved[] RESERVED = new @Nullable Reserved[A64.ROWS];

    private static final int PATTERN_BITS = 32;

    static {
        NAME[0] = "UNDEFINED";
        Map<String, Feature> features = new HashMap<>();
        for (Feature feature : Feature.values()) {
            features.put(feature.name().substring("FEAT_".length()), feature);
        }
        Map<String, Reserved> reserved = new HashMap<>();
        for (Reserved r : Reserved.values()) {
            reserved.put(r.name(), r);
        }
        Map<String, Byte> kinds = new HashMap<>();
        for (byte kind = 0; kind < A64.KIND_NAMES.size(); kind++) {
            kinds.put(A64.KIND_NAMES.get(kind), kind);
        }
        int row = 0;
        for (String text :
                List.of(
                        IntegerRows.ROWS_INTEGER,
                        MemoryRows.ROWS_MEMORY,
                        FpRows.ROWS_FP,
                        SimdMemoryRows.ROWS_SIMD_MEMORY,
                        SimdRows.ROWS_SIMD,
                        SimdExtensionRows.ROWS_SIMD_EXTENSION)) {
            Cursor in = new Cursor(text);
            while (in.nextRow()) {
                row++;
                NAME[row] = in.field();
                pattern(row, in);
                RESERVED[row] = named(reserved, in.field());
                FEATURE[row] = named(features, in.field());
                KIND[row] = require(named(kinds, in.field()), row);
                operands(row, in);
            }
        }
        if (row != A64.ROWS - 1) {
            throw new IllegalStateException("rows: expected=" + (A64.ROWS - 1) + " actual=" + row);
        }
    }

    private RowTable() {}

    private static void pattern(int row, Cursor in) {
        in.skipBlanks();
        byte[] text = in.text;
        int start = in.at;
        int mask = 0;
        int value = 0;
        for (int i = start; i < start + PATTERN_BITS; i++) {
            int digit = text[i] - '0';
            mask <<= 1;
            value <<= 1;
            if (digit == 0 || digit == 1) {
                mask |= 1;
                value |= digit;
            }
        }
        MASK[row] = mask;
        VALUE[row] = value;
        in.at = start + PATTERN_BITS;
        if (text[in.at] != ' ') {
            throw new IllegalStateException("pattern of " + NAME[row] + " is not 32 bits wide");
        }
    }

    private static void operands(int row, Cursor in) {
        in.skipBlanks();
        int written = 0; // all ones once past the >
        for (byte letter = in.text[in.at]; letter > ' '; letter = in.text[++in.at]) {
            if (letter == '>') {
                written = -1;
            } else if (letter != '-') {
                int bit = 1 << OPERANDS.indexOf(letter);
                READS[row] |= (short) (bit & ~written);
                WRITES[row] |= (short) (bit & written);
            }
        }
    }

    private static <T> @Nullable T named(Map<String, T> values, String name) {
        if (name.equals(NOTHING)) {
            return null;
        }
        T value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("unknown column value: " + name);
        }
        return value;
    }

    private static <T> T require(@Nullable T value, int row) {
        if (value == null) {
            throw new IllegalStateException("no kind: row=" + row);
        }
        return value;
    }

    /**
     * Walks the text of one table; bytes, because every row is read at each start of the program.
     */
    private static final class Cursor {
        final byte[] text;
        int at;

        Cursor(String text) {
            this.text = text.getBytes(StandardCharsets.ISO_8859_1);
        }

        /** Moves to the first field of the next row; false at the end of the text. */
        boolean nextRow() {
            while (at < text.length) {
                if (text[at] == '#') {
                    while (text[at] != '\n') {
                        at++;
                    }
                } else if (text[at] > ' ') {
                    return true;
                }
                at++;
            }
            return false;
        }

        void skipBlanks() {
            while (text[at] == ' ') {
                at++;
            }
        }

        String field() {
            skipBlanks();
            int start = at;
            while (text[at] > ' ') {
                at++;
            }
            if (at - start == 1 && text[start] == '-') {
                return NOTHING;
            }
            return new String(text, start, at - start, StandardCharsets.ISO_8859_1);
        }
    }
}
