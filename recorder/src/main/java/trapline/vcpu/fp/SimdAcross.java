package trapline.vcpu.fp;

import static trapline.vcpu.fp.Lanes.uzp1;
import static trapline.vcpu.fp.Lanes.uzp2;
import static trapline.vcpu.fp.Operand.WORD;
import static trapline.vcpu.fp.Operand.element;
import static trapline.vcpu.fp.Operand.fsize;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/**
 * Reductions of a vector to one element: DDI 0487, C4.1, "Advanced SIMD across lanes" and "scalar
 * pairwise". Floating-point reductions pair neighbours first, as {@code Reduce()} does.
 */
public final class SimdAcross {
    private SimdAcross() {}

    private static long signedSum(int sz, long a) {
        long sum = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            sum += a << 64 - (8 << sz) - i >> 64 - (8 << sz);
        }
        return sum;
    }

    private static long unsignedSum(int sz, long a) {
        long sum = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            sum += a >>> i & element(sz);
        }
        return sum;
    }

    public static void SMAXV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        if (q(insn)) {
            a = Lanes.smax(sz, a, n1(c, insn));
        }
        a = Lanes.smax(sz, a, a >>> 32);
        if (sz < 2) {
            a = Lanes.smax(sz, a, a >>> 16);
        }
        if (sz < 1) {
            a = Lanes.smax(sz, a, a >>> 8);
        }
        set(c, insn, a & element(sz));
    }

    public static void SMINV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        if (q(insn)) {
            a = Lanes.smin(sz, a, n1(c, insn));
        }
        a = Lanes.smin(sz, a, a >>> 32);
        if (sz < 2) {
            a = Lanes.smin(sz, a, a >>> 16);
        }
        if (sz < 1) {
            a = Lanes.smin(sz, a, a >>> 8);
        }
        set(c, insn, a & element(sz));
    }

    public static void UMAXV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        if (q(insn)) {
            a = Lanes.umax(sz, a, n1(c, insn));
        }
        a = Lanes.umax(sz, a, a >>> 32);
        if (sz < 2) {
            a = Lanes.umax(sz, a, a >>> 16);
        }
        if (sz < 1) {
            a = Lanes.umax(sz, a, a >>> 8);
        }
        set(c, insn, a & element(sz));
    }

    public static void UMINV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        if (q(insn)) {
            a = Lanes.umin(sz, a, n1(c, insn));
        }
        a = Lanes.umin(sz, a, a >>> 32);
        if (sz < 2) {
            a = Lanes.umin(sz, a, a >>> 16);
        }
        if (sz < 1) {
            a = Lanes.umin(sz, a, a >>> 8);
        }
        set(c, insn, a & element(sz));
    }

    public static void ADDV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long a = n0(c, insn);
        if (q(insn)) {
            a = Lanes.add(sz, a, n1(c, insn));
        }
        a = Lanes.add(sz, a, a >>> 32);
        if (sz < 2) {
            a = Lanes.add(sz, a, a >>> 16);
        }
        if (sz < 1) {
            a = Lanes.add(sz, a, a >>> 8);
        }
        set(c, insn, a & element(sz));
    }

    public static void SADDLV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long sum = signedSum(sz, n0(c, insn)) + (q(insn) ? signedSum(sz, n1(c, insn)) : 0);
        set(c, insn, sum & element(sz + 1));
    }

    public static void UADDLV_asimdall_only(Vcpu c, int insn) {
        int sz = size(insn);
        long sum = unsignedSum(sz, n0(c, insn)) + (q(insn) ? unsignedSum(sz, n1(c, insn)) : 0);
        set(c, insn, sum & element(sz + 1));
    }

    public static void FMAXNMV_asimdall_only_SD(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = n1(c, insn);
        long pairs = FpLanes.maxnm(s, 2, uzp1(2, a, b), uzp2(2, a, b));
        set(c, insn, FpCompare.maxnm(s, 2, pairs & WORD, pairs >>> 32));
    }

    public static void FMAXNMV_asimdall_only_H(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        if (q(insn)) {
            long b = n1(c, insn);
            a = FpLanes.maxnm(s, 1, uzp1(1, a, b), uzp2(1, a, b));
        }
        long lo = FpCompare.maxnm(s, 1, a & 0xffff, a >>> 16 & 0xffff);
        long hi = FpCompare.maxnm(s, 1, a >>> 32 & 0xffff, a >>> 48);
        set(c, insn, FpCompare.maxnm(s, 1, lo, hi));
    }

    public static void FMAXV_asimdall_only_SD(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = n1(c, insn);
        long pairs = FpLanes.max(s, 2, uzp1(2, a, b), uzp2(2, a, b));
        set(c, insn, FpCompare.max(s, 2, pairs & WORD, pairs >>> 32));
    }

    public static void FMAXV_asimdall_only_H(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        if (q(insn)) {
            long b = n1(c, insn);
            a = FpLanes.max(s, 1, uzp1(1, a, b), uzp2(1, a, b));
        }
        long lo = FpCompare.max(s, 1, a & 0xffff, a >>> 16 & 0xffff);
        long hi = FpCompare.max(s, 1, a >>> 32 & 0xffff, a >>> 48);
        set(c, insn, FpCompare.max(s, 1, lo, hi));
    }

    public static void FMINNMV_asimdall_only_SD(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = n1(c, insn);
        long pairs = FpLanes.minnm(s, 2, uzp1(2, a, b), uzp2(2, a, b));
        set(c, insn, FpCompare.minnm(s, 2, pairs & WORD, pairs >>> 32));
    }

    public static void FMINNMV_asimdall_only_H(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        if (q(insn)) {
            long b = n1(c, insn);
            a = FpLanes.minnm(s, 1, uzp1(1, a, b), uzp2(1, a, b));
        }
        long lo = FpCompare.minnm(s, 1, a & 0xffff, a >>> 16 & 0xffff);
        long hi = FpCompare.minnm(s, 1, a >>> 32 & 0xffff, a >>> 48);
        set(c, insn, FpCompare.minnm(s, 1, lo, hi));
    }

    public static void FMINV_asimdall_only_SD(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = n1(c, insn);
        long pairs = FpLanes.min(s, 2, uzp1(2, a, b), uzp2(2, a, b));
        set(c, insn, FpCompare.min(s, 2, pairs & WORD, pairs >>> 32));
    }

    public static void FMINV_asimdall_only_H(Vcpu c, int insn) {
        FpState s = c.fp;
        long a = n0(c, insn);
        if (q(insn)) {
            long b = n1(c, insn);
            a = FpLanes.min(s, 1, uzp1(1, a, b), uzp2(1, a, b));
        }
        long lo = FpCompare.min(s, 1, a & 0xffff, a >>> 16 & 0xffff);
        long hi = FpCompare.min(s, 1, a >>> 32 & 0xffff, a >>> 48);
        set(c, insn, FpCompare.min(s, 1, lo, hi));
    }

    public static void ADDP_asisdpair_only(Vcpu c, int insn) {
        set(c, insn, n0(c, insn) + n1(c, insn));
    }

    public static void FMAXNMP_asisdpair_only_H(Vcpu c, int insn) {
        long a = n0(c, insn);
        set(c, insn, FpCompare.maxnm(c.fp, 1, a & 0xffff, a >>> 16 & 0xffff));
    }

    public static void FMAXNMP_asisdpair_only_SD(Vcpu c, int insn) {
        long a = n0(c, insn);
        if (fsize(insn) == 3) {
            set(c, insn, FpCompare.maxnm(c.fp, 3, a, n1(c, insn)));
        } else {
            set(c, insn, FpCompare.maxnm(c.fp, 2, a & WORD, a >>> 32));
        }
    }

    public static void FADDP_asisdpair_only_H(Vcpu c, int insn) {
        long a = n0(c, insn);
        set(c, insn, FpArith.add(c.fp, 1, a & 0xffff, a >>> 16 & 0xffff));
    }

    public static void FADDP_asisdpair_only_SD(Vcpu c, int insn) {
        long a = n0(c, insn);
        if (fsize(insn) == 3) {
            set(c, insn, FpArith.add(c.fp, 3, a, n1(c, insn)));
        } else {
            set(c, insn, FpArith.add(c.fp, 2, a & WORD, a >>> 32));
        }
    }

    public static void FMAXP_asisdpair_only_H(Vcpu c, int insn) {
        long a = n0(c, insn);
        set(c, insn, FpCompare.max(c.fp, 1, a & 0xffff, a >>> 16 & 0xffff));
    }

    public static void FMAXP_asisdpair_only_SD(Vcpu c, int insn) {
        long a = n0(c, insn);
        if (fsize(insn) == 3) {
            set(c, insn, FpCompare.max(c.fp, 3, a, n1(c, insn)));
        } else {
            set(c, insn, FpCompare.max(c.fp, 2, a & WORD, a >>> 32));
        }
    }

    public static void FMINNMP_asisdpair_only_H(Vcpu c, int insn) {
        long a = n0(c, insn);
        set(c, insn, FpCompare.minnm(c.fp, 1, a & 0xffff, a >>> 16 & 0xffff));
    }

    public static void FMINNMP_asisdpair_only_SD(Vcpu c, int insn) {
        long a = n0(c, insn);
        if (fsize(insn) == 3) {
            set(c, insn, FpCompare.minnm(c.fp, 3, a, n1(c, insn)));
        } else {
            set(c, insn, FpCompare.minnm(c.fp, 2, a & WORD, a >>> 32));
        }
    }

    public static void FMINP_asisdpair_only_H(Vcpu c, int insn) {
        long a = n0(c, insn);
        set(c, insn, FpCompare.min(c.fp, 1, a & 0xffff, a >>> 16 & 0xffff));
    }

    public static void FMINP_asisdpair_only_SD(Vcpu c, int insn) {
        long a = n0(c, insn);
        if (fsize(insn) == 3) {
            set(c, insn, FpCompare.min(c.fp, 3, a, n1(c, insn)));
        } else {
            set(c, insn, FpCompare.min(c.fp, 2, a & WORD, a >>> 32));
        }
    }
}
