package trapline.vcpu.diff;

import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * Instruction words drawn evenly from the rows of the decode table that a predicate admits, their
 * free bits random.
 */
final class Streams {
    private final SplittableRandom random;
    private final A64Decoder decoder;
    private final int[] rows;

    Streams(SplittableRandom random, CpuModel model, IntPredicate admits) {
        this.random = random;
        this.decoder = new A64Decoder(model);
        this.rows = IntStream.range(1, A64.ROWS).filter(admits).toArray();
    }

    /** Floating-point, SIMD and crypto data processing: all that {@code FpSimdExec} executes. */
    static boolean isFpData(int row) {
        return A64.usesSimdFp(row) && !A64.accessesMemory(row);
    }

    /**
     * Integer arithmetic on general registers; ADR and ADRP not, as the two sides have the stream
     * at other addresses.
     */
    static boolean isAlu(int row) {
        return row < A64.FIRST_CONTROL
                && A64.kind(row) == A64.ALU
                && !A64.mnemonic(row).startsWith("ADR");
    }

    /**
     * Loads and stores of all kinds, general and SIMD; literals not, as the two sides have the
     * stream at other addresses.
     */
    static boolean isMemory(int row) {
        return A64.accessesMemory(row) && !A64.name(row).endsWith("loadlit");
    }

    int[] rows() {
        return rows.clone();
    }

    int[] stream(int length) {
        int[] words = new int[length];
        for (int i = 0; i < length; i++) {
            words[i] = word(rows[random.nextInt(rows.length)]);
        }
        return words;
    }

    /** An instruction of a row; X30 is neither read nor written. */
    int word(int row) {
        for (int attempt = 0; attempt < 10_000; attempt++) {
            int word = A64.value(row) | random.nextInt() & ~A64.mask(row);
            if (A64.accessesMemory(row)) {
                word = memoryWord(row, word);
            }
            int used = A64.gprReads(row, word) | A64.gprWrites(row, word);
            if (decoder.decode(word) == row && (used & 1 << 30) == 0) {
                return word;
            }
        }
        throw new IllegalStateException("no word decodes to its row: " + A64.name(row));
    }

    /**
     * A load or store in the memory that {@link Operands#aim} points to: bases from X20 to X27 or
     * SP (aligned ones for ordered and atomic accesses), indices from X10 to X15, data in X0 to X9,
     * compare values in X16 to X19. These sets being apart, no CONSTRAINED UNPREDICTABLE use of one
     * register twice arises but that of Rt and Rt2, which is left out.
     */
    private int memoryWord(int row, int word) {
        String name = A64.name(row);
        boolean atomic =
                name.contains("ldstexcl")
                        || name.contains("ldstord")
                        || name.contains("memop")
                        || name.contains("comswap")
                        || name.contains("ldapstl");
        if (name.endsWith("ldst_pos")) {
            word &= ~(0xfc0 << 10);
        }
        int base = random.nextInt(atomic ? 5 : 9);
        word = put(row, word, 5, base == 0 ? 31 : 19 + base);
        if (atomic) {
            // LDAPR's Rs should be 31.
            int s = name.startsWith("LDAPR") ? 31 : 16 + 2 * random.nextInt(2);
            word = put(row, word, 16, s);
        } else if (name.endsWith("ldst_regoff") || name.contains("asisdls")) {
            word = put(row, word, 16, 10 + random.nextInt(6));
        }
        boolean pair = name.contains("pair") || name.contains("LDXP") || name.contains("LDAXP");
        if (!A64.usesSimdFp(row)) {
            word = put(row, word, 0, random.nextInt(10));
            if (pair || name.contains("ldstexclp")) {
                word = put(row, word, 10, random.nextInt(10));
            }
        }
        return pair && (word & 31) == (word >>> 10 & 31) ? 0 : word;
    }

    /**
     * Sets a five-bit register field, unless the row fixes it or uses its bits for something else.
     */
    private static int put(int row, int word, int shift, int value) {
        boolean free = (A64.mask(row) & 0x1f << shift) == 0;
        return free ? word & ~(0x1f << shift) | value << shift : word;
    }
}
