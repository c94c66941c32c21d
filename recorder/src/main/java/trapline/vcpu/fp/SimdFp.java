package trapline.vcpu.fp;

import static trapline.vcpu.fp.Lanes.uzp1;
import static trapline.vcpu.fp.Lanes.uzp2;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.fsize;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.m1;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;

import trapline.vcpu.Vcpu;

/**
 * Floating-point operations of two vectors, single, double and half precision: DDI 0487, C4.1,
 * "Advanced SIMD three same" and "three same (FP16)".
 */
public final class SimdFp {
    private SimdFp() {}

    public static void FMAXNM_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.maxnm(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.maxnm(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FADD_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.add(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.add(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMULX_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulx(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulx(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMEQ_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmeq(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmeq(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMAX_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.max(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.max(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FRECPS_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.recipStep(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.recipStep(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMINNM_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.minnm(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.minnm(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FSUB_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.sub(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.sub(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMIN_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.min(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.min(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FRSQRTS_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.rsqrtStep(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.rsqrtStep(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMUL_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mul(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mul(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMGE_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmge(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FACGE_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.acge(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.acge(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FDIV_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.div(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.div(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FABD_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.abd(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.abd(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMGT_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmgt(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FACGT_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.acgt(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.acgt(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMLA_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulAdd(s, sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulAdd(s, sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMLS_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulSub(s, sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulSub(s, sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMAXNMP_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.maxnm(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.maxnm(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.maxnm(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FADDP_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.add(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.add(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.add(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMAXP_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.max(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.max(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.max(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMINNMP_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.minnm(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.minnm(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.minnm(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMINP_asimdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.min(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.min(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.min(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMAXNM_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.maxnm(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.maxnm(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FADD_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.add(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.add(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMULX_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulx(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulx(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMEQ_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmeq(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmeq(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMAX_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.max(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.max(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FRECPS_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.recipStep(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.recipStep(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMINNM_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.minnm(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.minnm(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FSUB_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.sub(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.sub(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMIN_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.min(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.min(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FRSQRTS_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.rsqrtStep(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.rsqrtStep(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMUL_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mul(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mul(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMGE_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmge(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FACGE_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.acge(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.acge(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FDIV_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.div(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.div(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FABD_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.abd(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.abd(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FCMGT_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.cmgt(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FACGT_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.acgt(s, sz, n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.acgt(s, sz, n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMLA_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulAdd(s, sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulAdd(s, sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMLS_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.mulSub(s, sz, d0(c, insn), n0(c, insn), m0(c, insn)),
                q(insn) ? FpLanes.mulSub(s, sz, d1(c, insn), n1(c, insn), m1(c, insn)) : 0);
    }

    public static void FMAXNMP_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.maxnm(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.maxnm(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.maxnm(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FADDP_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.add(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.add(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.add(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMAXP_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.max(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.max(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.max(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMINNMP_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.minnm(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.minnm(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.minnm(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }

    public static void FMINP_asimdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long a = n0(c, insn);
        long b = m0(c, insn);
        if (q(insn)) {
            long a1 = n1(c, insn);
            long b1 = m1(c, insn);
            set(
                    c,
                    insn,
                    FpLanes.min(s, sz, uzp1(sz, a, a1), uzp2(sz, a, a1)),
                    FpLanes.min(s, sz, uzp1(sz, b, b1), uzp2(sz, b, b1)));
        } else {
            set(c, insn, FpLanes.min(s, sz, uzp1(sz, a, b), uzp2(sz, a, b)), 0);
        }
    }
}
