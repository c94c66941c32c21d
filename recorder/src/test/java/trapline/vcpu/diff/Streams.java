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
            int used = A64.gprReads(row, word) | A64.gprWrites(row, word);
            if (decoder.decode(word) == row && (used & 1 << 30) == 0) {
                return word;
            }
        }
        throw new IllegalStateException("no word decodes to its row: " + A64.name(row));
    }
}
