package trapline.vcpu.fp;

import static trapline.vcpu.fp.Lanes.sxtl;
import static trapline.vcpu.fp.Lanes.uxtl;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.dLow;
import static trapline.vcpu.fp.Operand.element;
import static trapline.vcpu.fp.Operand.fsize;
import static trapline.vcpu.fp.Operand.m;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nLow;
import static trapline.vcpu.fp.Operand.nPart;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/**
 * Operations with one indexed element: DDI 0487, C4.1, "Advanced SIMD vector x indexed element" and
 * "scalar x indexed element".
 */
public final class SimdElem {
    private SimdElem() {}

    /**
     * The indexed element of Vm: halfword H:L:M of V0-V15, word H:L, doubleword H. Zero-extended.
     */
    private static long indexed(Vcpu c, int insn, int sz) {
        int h = insn >>> 11 & 1;
        int l = insn >>> 21 & 1;
        if (sz == 1) {
            int index = h << 2 | l << 1 | insn >>> 20 & 1;
            return SimdPermute.elementAt(c, m(insn) & 0x1e, 1, index);
        }
        return SimdPermute.elementAt(c, m(insn), sz, sz == 2 ? h << 1 | l : h);
    }

    public static void MUL_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(c, insn, Lanes.mul(sz, n0(c, insn), b), q(insn) ? Lanes.mul(sz, n1(c, insn), b) : 0);
    }

    public static void MLA_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                Lanes.mla(sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? Lanes.mla(sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void MLS_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                Lanes.mls(sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? Lanes.mls(sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void SQDMULH_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqdmulh(s, sz, n0(c, insn), b, false),
                q(insn) ? SatLanes.sqdmulh(s, sz, n1(c, insn), b, false) : 0);
    }

    public static void SQDMULH_asisdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                SatLanes.sqdmulh(c.fp, sz, n0(c, insn) & element(sz), indexed(c, insn, sz), false));
    }

    public static void SQRDMULH_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqdmulh(s, sz, n0(c, insn), b, true),
                q(insn) ? SatLanes.sqdmulh(s, sz, n1(c, insn), b, true) : 0);
    }

    public static void SQRDMULH_asisdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                SatLanes.sqdmulh(c.fp, sz, n0(c, insn) & element(sz), indexed(c, insn, sz), true));
    }

    public static void SQRDMLAH_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqrdmlah(s, sz, d0(c, insn), n0(c, insn), b, false),
                q(insn) ? SatLanes.sqrdmlah(s, sz, d1(c, insn), n1(c, insn), b, false) : 0);
    }

    public static void SQRDMLAH_asisdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        long acc = d0(c, insn) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqrdmlah(
                        c.fp, sz, acc, n0(c, insn) & element(sz), indexed(c, insn, sz), false));
    }

    public static void SQRDMLSH_asimdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqrdmlah(s, sz, d0(c, insn), n0(c, insn), b, true),
                q(insn) ? SatLanes.sqrdmlah(s, sz, d1(c, insn), n1(c, insn), b, true) : 0);
    }

    public static void SQRDMLSH_asisdelem_R(Vcpu c, int insn) {
        int sz = size(insn);
        long acc = d0(c, insn) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqrdmlah(
                        c.fp, sz, acc, n0(c, insn) & element(sz), indexed(c, insn, sz), true));
    }

    public static void SMULL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = sxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(c, insn, Lanes.mul(sz + 1, sxtl(sz, a), b), Lanes.mul(sz + 1, sxtl(sz, a >>> 32), b));
    }

    public static void SMLAL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = sxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(
                c,
                insn,
                Lanes.mla(sz + 1, d0(c, insn), sxtl(sz, a), b),
                Lanes.mla(sz + 1, d1(c, insn), sxtl(sz, a >>> 32), b));
    }

    public static void SMLSL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = sxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(
                c,
                insn,
                Lanes.mls(sz + 1, d0(c, insn), sxtl(sz, a), b),
                Lanes.mls(sz + 1, d1(c, insn), sxtl(sz, a >>> 32), b));
    }

    public static void UMULL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = uxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(c, insn, Lanes.mul(sz + 1, uxtl(sz, a), b), Lanes.mul(sz + 1, uxtl(sz, a >>> 32), b));
    }

    public static void UMLAL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = uxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(
                c,
                insn,
                Lanes.mla(sz + 1, d0(c, insn), uxtl(sz, a), b),
                Lanes.mla(sz + 1, d1(c, insn), uxtl(sz, a >>> 32), b));
    }

    public static void UMLSL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = uxtl(sz, Lanes.repeat(sz, indexed(c, insn, sz)));
        set(
                c,
                insn,
                Lanes.mls(sz + 1, d0(c, insn), uxtl(sz, a), b),
                Lanes.mls(sz + 1, d1(c, insn), uxtl(sz, a >>> 32), b));
    }

    public static void SQDMULL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(c, insn, SatLanes.sqdmull(s, sz, a, b), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32));
    }

    public static void SQDMULL_asisdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = indexed(c, insn, sz) & element(sz);
        set(c, insn, SatLanes.sqdmull(s, sz, a, b));
    }

    public static void SQDMLAL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqadd(s, sz + 1, d0(c, insn), SatLanes.sqdmull(s, sz, a, b)),
                SatLanes.sqadd(
                        s, sz + 1, d1(c, insn), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32)));
    }

    public static void SQDMLAL_asisdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = indexed(c, insn, sz) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqadd(
                        s, sz + 1, d0(c, insn) & element(sz + 1), SatLanes.sqdmull(s, sz, a, b)));
    }

    public static void SQDMLSL_asimdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                SatLanes.sqsub(s, sz + 1, d0(c, insn), SatLanes.sqdmull(s, sz, a, b)),
                SatLanes.sqsub(
                        s, sz + 1, d1(c, insn), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32)));
    }

    public static void SQDMLSL_asisdelem_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = indexed(c, insn, sz) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqsub(
                        s, sz + 1, d0(c, insn) & element(sz + 1), SatLanes.sqdmull(s, sz, a, b)));
    }

    public static void SDOT_asimdelem_D(Vcpu c, int insn) {
        long b = Lanes.repeat(2, indexed(c, insn, 2));
        set(
                c,
                insn,
                Lanes.add(2, d0(c, insn), Lanes.sdot(n0(c, insn), b)),
                q(insn) ? Lanes.add(2, d1(c, insn), Lanes.sdot(n1(c, insn), b)) : 0);
    }

    public static void UDOT_asimdelem_D(Vcpu c, int insn) {
        long b = Lanes.repeat(2, indexed(c, insn, 2));
        set(
                c,
                insn,
                Lanes.add(2, d0(c, insn), Lanes.udot(n0(c, insn), b)),
                q(insn) ? Lanes.add(2, d1(c, insn), Lanes.udot(n1(c, insn), b)) : 0);
    }

    public static void FMLA_asimdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulAdd(s, sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? FpLanes.mulAdd(s, sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void FMLA_asisdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(
                c,
                insn,
                FpFused.mulAdd(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMLS_asimdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulSub(s, sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? FpLanes.mulSub(s, sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void FMLS_asisdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(
                c,
                insn,
                FpFused.mulSub(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMUL_asimdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mul(s, sz, n0(c, insn), b),
                q(insn) ? FpLanes.mul(s, sz, n1(c, insn), b) : 0);
    }

    public static void FMUL_asisdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpArith.mul(c.fp, sz, nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMULX_asimdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulx(s, sz, n0(c, insn), b),
                q(insn) ? FpLanes.mulx(s, sz, n1(c, insn), b) : 0);
    }

    public static void FMULX_asisdelem_R_SD(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpArith.mulx(c.fp, sz, nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMLA_asimdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulAdd(s, sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? FpLanes.mulAdd(s, sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void FMLA_asisdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        set(
                c,
                insn,
                FpFused.mulAdd(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMLS_asimdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulSub(s, sz, d0(c, insn), n0(c, insn), b),
                q(insn) ? FpLanes.mulSub(s, sz, d1(c, insn), n1(c, insn), b) : 0);
    }

    public static void FMLS_asisdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        set(
                c,
                insn,
                FpFused.mulSub(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMUL_asimdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mul(s, sz, n0(c, insn), b),
                q(insn) ? FpLanes.mul(s, sz, n1(c, insn), b) : 0);
    }

    public static void FMUL_asisdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpArith.mul(c.fp, sz, nLow(c, insn, sz), indexed(c, insn, sz)));
    }

    public static void FMULX_asimdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        long b = Lanes.repeat(sz, indexed(c, insn, sz));
        set(
                c,
                insn,
                FpLanes.mulx(s, sz, n0(c, insn), b),
                q(insn) ? FpLanes.mulx(s, sz, n1(c, insn), b) : 0);
    }

    public static void FMULX_asisdelem_RH_H(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpArith.mulx(c.fp, sz, nLow(c, insn, sz), indexed(c, insn, sz)));
    }
}
