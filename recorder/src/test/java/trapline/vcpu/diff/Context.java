package trapline.vcpu.diff;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Everything that a stream reads or writes in registers, laid out in a record as {@code oracle.S}
 * has it. X30 belongs to the harness.
 */
final class Context {
    /** Bytes of a record without memory behind it. */
    static final int BYTES = 1024;

    private static final int SP = 248;
    private static final int CODE = 296;
    private static final int V = 512;

    /** FPCR: AHP, DN, FZ, RMode, FZ16. */
    static final int FPCR_BITS = 0x07c80000;

    /** FPSR: QC, IDC, IXC, UFC, OFC, DZC, IOC. */
    static final int FPSR_BITS = 0x0800009f;

    final long[] x = new long[31];
    final long[] v = new long[64];
    long sp;
    int nzcv;
    int fpcr;
    int fpsr;

    /**
     * Memory that belongs to the stream, at {@link #address} on both sides; empty when it uses
     * none.
     */
    byte[] memory = {};

    long address;

    /** POSIX signal that ended the stream, 0 for none: 4 undefined instruction, 11 and 7 memory. */
    int signal;

    void copyFrom(Context other) {
        System.arraycopy(other.x, 0, x, 0, 31);
        System.arraycopy(other.v, 0, v, 0, 64);
        sp = other.sp;
        nzcv = other.nzcv;
        fpcr = other.fpcr;
        fpsr = other.fpsr;
        signal = other.signal;
        memory = other.memory.clone();
        address = other.address;
    }

    /** Writes a record, with the address of its stream, at {@code offset} in the buffer's order. */
    void write(ByteBuffer b, int offset, long code) {
        for (int i = 0; i < 31; i++) {
            b.putLong(offset + 8 * i, x[i]);
        }
        b.putLong(offset + SP, sp);
        b.putLong(offset + SP + 8, nzcv & 0xffff_ffffL);
        b.putLong(offset + SP + 16, fpcr & 0xffff_ffffL);
        b.putLong(offset + SP + 24, fpsr & 0xffff_ffffL);
        b.putLong(offset + CODE, code);
        for (int i = 0; i < 64; i++) {
            b.putLong(offset + V + 8 * half(b, i), v[i]);
        }
        b.put(offset + BYTES, memory);
    }

    void read(ByteBuffer b, int offset) {
        for (int i = 0; i < 31; i++) {
            x[i] = b.getLong(offset + 8 * i);
        }
        sp = b.getLong(offset + SP);
        nzcv = (int) b.getLong(offset + SP + 8);
        fpcr = (int) b.getLong(offset + SP + 16);
        fpsr = (int) b.getLong(offset + SP + 24);
        signal = (int) b.getLong(offset + SP + 32);
        for (int i = 0; i < 64; i++) {
            v[i] = b.getLong(offset + V + 8 * half(b, i));
        }
        b.get(offset + BYTES, memory);
    }

    /**
     * Where half {@code i} of the vector registers stands: a big-endian record has the high one
     * first.
     */
    private static int half(ByteBuffer b, int i) {
        return b.order() == ByteOrder.BIG_ENDIAN ? i ^ 1 : i;
    }

    /** The first difference in words, or an empty string. */
    String difference(Context oracle) {
        if (signal != oracle.signal) {
            return "signal " + signal + ", oracle " + oracle.signal;
        }
        StringBuilder s = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            if (x[i] != oracle.x[i]) {
                s.append(String.format(" x%d=%016x, oracle %016x", i, x[i], oracle.x[i]));
            }
        }
        for (int i = 0; i < 32; i++) {
            if (v[2 * i] != oracle.v[2 * i] || v[2 * i + 1] != oracle.v[2 * i + 1]) {
                s.append(
                        String.format(
                                " v%d=%016x:%016x, oracle %016x:%016x",
                                i, v[2 * i + 1], v[2 * i], oracle.v[2 * i + 1], oracle.v[2 * i]));
            }
        }
        if (sp != oracle.sp) {
            s.append(String.format(" sp=%016x, oracle %016x", sp, oracle.sp));
        }
        if (nzcv != oracle.nzcv) {
            s.append(String.format(" nzcv=%08x, oracle %08x", nzcv, oracle.nzcv));
        }
        if (fpsr != oracle.fpsr) {
            s.append(String.format(" fpsr=%08x, oracle %08x", fpsr, oracle.fpsr));
        }
        if (fpcr != oracle.fpcr) {
            s.append(String.format(" fpcr=%08x, oracle %08x", fpcr, oracle.fpcr));
        }
        int at = Arrays.mismatch(memory, oracle.memory);
        if (at >= 0) {
            s.append(
                    String.format(
                            " [%x]=%02x, oracle %02x",
                            address + at, memory[at], oracle.memory[at]));
        }
        return s.toString();
    }

    /** The registers that a word of an FP or SIMD instruction names, for a report. */
    String operands(int word) {
        int d = word & 31;
        int n = word >>> 5 & 31;
        int m = word >>> 16 & 31;
        int a = word >>> 10 & 31;
        return String.format(
                "fpcr=%08x fpsr=%08x nzcv=%08x v%d=%s v%d=%s v%d=%s v%d=%s x%d=%x",
                fpcr,
                fpsr,
                nzcv,
                d,
                vector(d),
                n,
                vector(n),
                m,
                vector(m),
                a,
                vector(a),
                n,
                n == 31 ? 0 : x[n]);
    }

    private String vector(int i) {
        return String.format("%016x:%016x", v[2 * i + 1], v[2 * i]);
    }

    @Override
    public String toString() {
        return "x=" + Arrays.toString(x) + " v=" + Arrays.toString(v);
    }
}
