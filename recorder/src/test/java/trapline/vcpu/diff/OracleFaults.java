package trapline.vcpu.diff;

import java.util.Arrays;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * Where QEMU 7.2 departs from the Arm ARM, recognised narrowly, so that nothing else hides behind
 * it.
 */
final class OracleFaults {
    private static final A64Decoder DECODER = new A64Decoder(CpuModel.NEOVERSE_N1);

    private OracleFaults() {}

    /** Rows with a fault: kept out of longer streams, where it cannot be told from others. */
    static boolean affects(int row) {
        return row == A64.FCVTZS_asisdshf_C;
    }

    /**
     * Whether all that differs is a known fault of the oracle. Only streams of one instruction are
     * explained.
     */
    static boolean explain(int[] words, Context subject, Context oracle) {
        return words.length == 1
                && affects(DECODER.decode(words[0]))
                && isUnmaskedHalfword(words[0], subject, oracle);
    }

    /**
     * FCVTZS (vector, fixed-point), scalar, halfword: the result is 16 bits and the rest of Vd zero
     * (DDI 0487, C7.2, V[d] of esize bits); QEMU leaves the sign extension in bits 31:16.
     */
    private static boolean isUnmaskedHalfword(int word, Context subject, Context oracle) {
        int lo = 2 * (word & 31);
        boolean halfword = (word >>> 20 & 7) == 1;
        if (!halfword || oracle.v[lo] != (0xffff0000L | subject.v[lo])) {
            return false;
        }
        long[] patched = oracle.v.clone();
        patched[lo] &= 0xffff;
        return Arrays.equals(patched, subject.v)
                && subject.fpsr == oracle.fpsr
                && Arrays.equals(subject.x, oracle.x);
    }
}
