package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.WORD;
import static trapline.vcpu.fp.Operand.d;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.element;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.m1;
import static trapline.vcpu.fp.Operand.n;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setX;
import static trapline.vcpu.fp.Operand.size;
import static trapline.vcpu.fp.Operand.x;

import trapline.vcpu.Vcpu;

/**
 * Moving elements about: DDI 0487, C4.1, "Advanced SIMD copy", "permute", "table lookup", "extract"
 * and "scalar copy".
 */
public final class SimdPermute {
    private SimdPermute() {}

    /** Element {@code index} of the register whose low half is {@code v[n]}, zero-extended. */
    static long elementAt(Vcpu c, int n, int sz, int index) {
        return c.v[n + (index >>> 3 - sz)] >>> ((index & 7 >>> sz) << 3 + sz) & element(sz);
    }

    private static void insert(Vcpu c, int d, int sz, int index, long value) {
        int half = d + (index >>> 3 - sz);
        int shift = (index & 7 >>> sz) << 3 + sz;
        long mask = element(sz) << shift;
        c.v[half] = c.v[half] & ~mask | value << shift & mask;
    }

    /** The element size in {@code imm5}: its lowest set bit. */
    private static int insertSize(int insn) {
        return Integer.numberOfTrailingZeros(insn >>> 16 & 15 | 16);
    }

    private static int insertIndex(int insn, int sz) {
        return (insn >>> 16 & 31) >>> sz + 1;
    }

    /** The low 64 bits of {@code hi:lo >>> shift}, {@code shift} below 64. */
    private static long funnel(long hi, long lo, int shift) {
        return shift == 0 ? lo : lo >>> shift | hi << 64 - shift;
    }

    private static long zipLow(int sz, long a, long b) {
        return sz == 3 ? a : Lanes.zip(sz, a, b);
    }

    private static long zipHigh(int sz, long a, long b) {
        return sz == 3 ? b : Lanes.zip(sz, a >>> 32, b >>> 32);
    }

    private static long trn1(int sz, long a, long b) {
        return a & Lanes.evens(sz) | (b & Lanes.evens(sz)) << (8 << sz);
    }

    private static long trn2(int sz, long a, long b) {
        return a >>> (8 << sz) & Lanes.evens(sz) | b & ~Lanes.evens(sz);
    }

    /**
     * Eight bytes looked up in {@code registers} registers from Vn, which wrap after V31; others
     * from {@code fallback}.
     */
    private static long table(Vcpu c, int insn, int registers, long indices, long fallback) {
        long[] v = c.v;
        int first = n(insn);
        long result = 0;
        for (int i = 0; i < 64; i += 8) {
            int index = (int) (indices >>> i) & 0xff;
            long e = fallback >>> i;
            if (index < registers * 16) {
                e = v[first + (index >>> 3) & 63] >>> (index << 3);
            }
            result |= (e & 0xff) << i;
        }
        return result;
    }

    public static void UZP1_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(c, insn, Lanes.uzp1(sz, a, a1), Lanes.uzp1(sz, b, b1));
        } else {
            set(c, insn, Lanes.uzp1(sz, a, b), 0);
        }
    }

    public static void UZP2_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(c, insn, Lanes.uzp2(sz, a, a1), Lanes.uzp2(sz, b, b1));
        } else {
            set(c, insn, Lanes.uzp2(sz, a, b), 0);
        }
    }

    public static void ZIP1_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            set(c, insn, zipLow(sz, a, b), zipHigh(sz, a, b));
        } else {
            set(c, insn, zipLow(sz, a, b), 0);
        }
    }

    public static void ZIP2_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(c, insn, zipLow(sz, a1, b1), zipHigh(sz, a1, b1));
        } else {
            set(c, insn, zipHigh(sz, a, b), 0);
        }
    }

    public static void TRN1_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        if (sz == 3) {
            set(c, insn, n0(c, insn), m0(c, insn));
        } else {
            set(
                    c,
                    insn,
                    trn1(sz, n0(c, insn), m0(c, insn)),
                    q(insn) ? trn1(sz, n1(c, insn), m1(c, insn)) : 0);
        }
    }

    public static void TRN2_asimdperm_only(Vcpu c, int insn) {
        int sz = size(insn);
        if (sz == 3) {
            set(c, insn, n1(c, insn), m1(c, insn));
        } else {
            set(
                    c,
                    insn,
                    trn2(sz, n0(c, insn), m0(c, insn)),
                    q(insn) ? trn2(sz, n1(c, insn), m1(c, insn)) : 0);
        }
    }

    public static void TBL_asimdtbl_L1_1(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 1, m0(c, insn), 0),
                q(insn) ? table(c, insn, 1, m1(c, insn), 0) : 0);
    }

    public static void TBX_asimdtbl_L1_1(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 1, m0(c, insn), d0(c, insn)),
                q(insn) ? table(c, insn, 1, m1(c, insn), d1(c, insn)) : 0);
    }

    public static void TBL_asimdtbl_L2_2(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 2, m0(c, insn), 0),
                q(insn) ? table(c, insn, 2, m1(c, insn), 0) : 0);
    }

    public static void TBX_asimdtbl_L2_2(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 2, m0(c, insn), d0(c, insn)),
                q(insn) ? table(c, insn, 2, m1(c, insn), d1(c, insn)) : 0);
    }

    public static void TBL_asimdtbl_L3_3(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 3, m0(c, insn), 0),
                q(insn) ? table(c, insn, 3, m1(c, insn), 0) : 0);
    }

    public static void TBX_asimdtbl_L3_3(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 3, m0(c, insn), d0(c, insn)),
                q(insn) ? table(c, insn, 3, m1(c, insn), d1(c, insn)) : 0);
    }

    public static void TBL_asimdtbl_L4_4(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 4, m0(c, insn), 0),
                q(insn) ? table(c, insn, 4, m1(c, insn), 0) : 0);
    }

    public static void TBX_asimdtbl_L4_4(Vcpu c, int insn) {
        set(
                c,
                insn,
                table(c, insn, 4, m0(c, insn), d0(c, insn)),
                q(insn) ? table(c, insn, 4, m1(c, insn), d1(c, insn)) : 0);
    }

    public static void EXT_asimdext_only(Vcpu c, int insn) {
        int shift = (insn >>> 11 & 7) * 8;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (!q(insn)) {
            set(c, insn, funnel(b, a, shift), 0);
            return;
        }
        long a1 = n1(c, insn);
        if ((insn & 1 << 14) == 0) {
            set(c, insn, funnel(a1, a, shift), funnel(b, a1, shift));
        } else {
            set(c, insn, funnel(b, a1, shift), funnel(m1(c, insn), b, shift));
        }
    }

    public static void DUP_asimdins_DV_v(Vcpu c, int insn) {
        int sz = insertSize(insn);
        long a = Lanes.repeat(sz, elementAt(c, n(insn), sz, insertIndex(insn, sz)));
        set(c, insn, a, q(insn) ? a : 0);
    }

    public static void DUP_asimdins_DR_r(Vcpu c, int insn) {
        long a = Lanes.repeat(insertSize(insn), x(c, insn));
        set(c, insn, a, q(insn) ? a : 0);
    }

    public static void SMOV_asimdins_W_w(Vcpu c, int insn) {
        int sz = insertSize(insn);
        int unused = 64 - (8 << sz);
        long a = elementAt(c, n(insn), sz, insertIndex(insn, sz)) << unused >> unused;
        setX(c, insn, a & WORD);
    }

    public static void UMOV_asimdins_W_w(Vcpu c, int insn) {
        int sz = insertSize(insn);
        setX(c, insn, elementAt(c, n(insn), sz, insertIndex(insn, sz)));
    }

    public static void SMOV_asimdins_X_x(Vcpu c, int insn) {
        int sz = insertSize(insn);
        int unused = 64 - (8 << sz);
        long a = elementAt(c, n(insn), sz, insertIndex(insn, sz)) << unused >> unused;
        setX(c, insn, a);
    }

    public static void UMOV_asimdins_X_x(Vcpu c, int insn) {
        int sz = insertSize(insn);
        setX(c, insn, elementAt(c, n(insn), sz, insertIndex(insn, sz)));
    }

    public static void INS_asimdins_IR_r(Vcpu c, int insn) {
        int sz = insertSize(insn);
        insert(c, d(insn), sz, insertIndex(insn, sz), x(c, insn));
    }

    public static void INS_asimdins_IV_v(Vcpu c, int insn) {
        int sz = insertSize(insn);
        int from = (insn >>> 11 & 15) >>> sz;
        insert(c, d(insn), sz, insertIndex(insn, sz), elementAt(c, n(insn), sz, from));
    }

    public static void DUP_asisdone_only(Vcpu c, int insn) {
        int sz = insertSize(insn);
        set(c, insn, elementAt(c, n(insn), sz, insertIndex(insn, sz)));
    }
}
