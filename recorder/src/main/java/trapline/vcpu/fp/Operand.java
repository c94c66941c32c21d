package trapline.vcpu.fp;

import trapline.vcpu.Vcpu;

/**
 * The fields that FP and SIMD encodings share, and the writing of results. All fold away when
 * {@code insn} is constant.
 */
final class Operand {
    static final long WORD = 0xffff_ffffL;

    private Operand() {}

    /** Index in {@code Vcpu.v} of the low half of Vn, bits 9:5. */
    static int n(int insn) {
        return insn >>> 4 & 0x3e;
    }

    /** Index of the low half of Vm, bits 20:16. */
    static int m(int insn) {
        return insn >>> 15 & 0x3e;
    }

    /** Index of the low half of Vd, bits 4:0. */
    static int d(int insn) {
        return insn << 1 & 0x3e;
    }

    /** Index of the low half of Va, bits 14:10. */
    static int a(int insn) {
        return insn >>> 9 & 0x3e;
    }

    static long n0(Vcpu c, int insn) {
        return c.v[n(insn)];
    }

    static long n1(Vcpu c, int insn) {
        return c.v[n(insn) + 1];
    }

    static long m0(Vcpu c, int insn) {
        return c.v[m(insn)];
    }

    static long m1(Vcpu c, int insn) {
        return c.v[m(insn) + 1];
    }

    static long d0(Vcpu c, int insn) {
        return c.v[d(insn)];
    }

    static long d1(Vcpu c, int insn) {
        return c.v[d(insn) + 1];
    }

    /** The lowest element of Vn, zero-extended. */
    static long nLow(Vcpu c, int insn, int sz) {
        return c.v[n(insn)] & element(sz);
    }

    /** The lowest element of Vn, sign-extended. */
    static long nSigned(Vcpu c, int insn, int sz) {
        return c.v[n(insn)] << 64 - (8 << sz) >> 64 - (8 << sz);
    }

    static long mLow(Vcpu c, int insn, int sz) {
        return c.v[m(insn)] & element(sz);
    }

    static long dLow(Vcpu c, int insn, int sz) {
        return c.v[d(insn)] & element(sz);
    }

    static long aLow(Vcpu c, int insn, int sz) {
        return c.v[a(insn)] & element(sz);
    }

    /** The half of Vn that {@code Q} selects. */
    static long nPart(Vcpu c, int insn) {
        return c.v[n(insn) + (insn >>> 30 & 1)];
    }

    /** The half of Vm that {@code Q} selects. */
    static long mPart(Vcpu c, int insn) {
        return c.v[m(insn) + (insn >>> 30 & 1)];
    }

    /** Element size in {@code immh}, bits 22:19: its highest set bit. */
    static int shiftSize(int insn) {
        return 31 - Integer.numberOfLeadingZeros(insn >>> 19 & 15 | 1);
    }

    /** Amount of a right shift: 1 to the width. Of a fixed-point conversion, the fraction bits. */
    static int right(int insn, int sz) {
        return (16 << sz) - (insn >>> 16 & 0x7f);
    }

    /** Amount of a left shift: 0 to the width less one. */
    static int left(int insn, int sz) {
        return (insn >>> 16 & 0x7f) - (8 << sz);
    }

    /** The {@code Q} bit: both halves. */
    static boolean q(int insn) {
        return (insn & 1 << 30) != 0;
    }

    /** The {@code size} field, bits 23:22. */
    static int size(int insn) {
        return insn >>> 22 & 3;
    }

    /** The {@code sz} bit of floating point, bit 22: 2 single or 3 double. */
    static int fsize(int insn) {
        return 2 + (insn >>> 22 & 1);
    }

    /** All ones in the lowest element of {@code sz}. */
    static long element(int sz) {
        return -1L >>> 64 - (8 << sz);
    }

    /** General register Xn as a source, 31 being zero. */
    static long x(Vcpu c, int insn) {
        int n = insn >>> 5 & 31;
        return n == 31 ? 0 : c.x[n];
    }

    /** Writes general register Xd, 31 being nowhere. */
    static void setX(Vcpu c, int insn, long value) {
        int d = insn & 31;
        if (d != 31) {
            c.x[d] = value;
        }
    }

    /** Writes Vd. */
    static void set(Vcpu c, int insn, long lo, long hi) {
        int d = d(insn);
        c.v[d] = lo;
        c.v[d + 1] = hi;
    }

    /** Writes a scalar of up to 64 bits, zero-extended, to Vd. */
    static void set(Vcpu c, int insn, long lo) {
        int d = d(insn);
        c.v[d] = lo;
        c.v[d + 1] = 0;
    }

    /**
     * Writes the low half of Vd when {@code Q} is 0 (and clears the rest), else the high half only.
     */
    static void setPart(Vcpu c, int insn, long part) {
        int d = d(insn);
        if (q(insn)) {
            c.v[d + 1] = part;
        } else {
            c.v[d] = part;
            c.v[d + 1] = 0;
        }
    }

    /** {@code ConditionHolds()}: DDI 0487, shared/functions/system. */
    static boolean holds(int cond, int nzcv) {
        boolean n = nzcv < 0;
        boolean z = (nzcv & 1 << 30) != 0;
        boolean c = (nzcv & 1 << 29) != 0;
        boolean v = (nzcv & 1 << 28) != 0;
        boolean holds =
                switch (cond >>> 1) {
                    case 0 -> z;
                    case 1 -> c;
                    case 2 -> n;
                    case 3 -> v;
                    case 4 -> c && !z;
                    case 5 -> n == v;
                    case 6 -> n == v && !z;
                    default -> true;
                };
        return cond >= 14 || holds != ((cond & 1) != 0);
    }
}
