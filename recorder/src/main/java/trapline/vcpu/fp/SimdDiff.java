package trapline.vcpu.fp;

import static trapline.vcpu.fp.Lanes.sxtl;
import static trapline.vcpu.fp.Lanes.uxtl;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.m1;
import static trapline.vcpu.fp.Operand.mPart;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nPart;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setPart;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/**
 * Widening and narrowing integer operations: DDI 0487, C4.1, "Advanced SIMD three different".
 * {@code Q} selects the half of the narrow registers.
 */
public final class SimdDiff {
    private SimdDiff() {}

    public static void SADDL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, sxtl(sz, a), sxtl(sz, b)),
                Lanes.add(sz + 1, sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SSUBL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.sub(sz + 1, sxtl(sz, a), sxtl(sz, b)),
                Lanes.sub(sz + 1, sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SABDL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.sabd(sz + 1, sxtl(sz, a), sxtl(sz, b)),
                Lanes.sabd(sz + 1, sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SMULL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mul(sz + 1, sxtl(sz, a), sxtl(sz, b)),
                Lanes.mul(sz + 1, sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SABAL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, d0(c, insn), Lanes.sabd(sz + 1, sxtl(sz, a), sxtl(sz, b))),
                Lanes.add(
                        sz + 1,
                        d1(c, insn),
                        Lanes.sabd(sz + 1, sxtl(sz, a >>> 32), sxtl(sz, b >>> 32))));
    }

    public static void SMLAL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mla(sz + 1, d0(c, insn), sxtl(sz, a), sxtl(sz, b)),
                Lanes.mla(sz + 1, d1(c, insn), sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SMLSL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mls(sz + 1, d0(c, insn), sxtl(sz, a), sxtl(sz, b)),
                Lanes.mls(sz + 1, d1(c, insn), sxtl(sz, a >>> 32), sxtl(sz, b >>> 32)));
    }

    public static void SADDW_asimddiff_W(Vcpu c, int insn) {
        int sz = size(insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, n0(c, insn), sxtl(sz, b)),
                Lanes.add(sz + 1, n1(c, insn), sxtl(sz, b >>> 32)));
    }

    public static void SSUBW_asimddiff_W(Vcpu c, int insn) {
        int sz = size(insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.sub(sz + 1, n0(c, insn), sxtl(sz, b)),
                Lanes.sub(sz + 1, n1(c, insn), sxtl(sz, b >>> 32)));
    }

    public static void UADDL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, uxtl(sz, a), uxtl(sz, b)),
                Lanes.add(sz + 1, uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void USUBL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.sub(sz + 1, uxtl(sz, a), uxtl(sz, b)),
                Lanes.sub(sz + 1, uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void UABDL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.uabd(sz + 1, uxtl(sz, a), uxtl(sz, b)),
                Lanes.uabd(sz + 1, uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void UMULL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mul(sz + 1, uxtl(sz, a), uxtl(sz, b)),
                Lanes.mul(sz + 1, uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void UABAL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, d0(c, insn), Lanes.uabd(sz + 1, uxtl(sz, a), uxtl(sz, b))),
                Lanes.add(
                        sz + 1,
                        d1(c, insn),
                        Lanes.uabd(sz + 1, uxtl(sz, a >>> 32), uxtl(sz, b >>> 32))));
    }

    public static void UMLAL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mla(sz + 1, d0(c, insn), uxtl(sz, a), uxtl(sz, b)),
                Lanes.mla(sz + 1, d1(c, insn), uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void UMLSL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.mls(sz + 1, d0(c, insn), uxtl(sz, a), uxtl(sz, b)),
                Lanes.mls(sz + 1, d1(c, insn), uxtl(sz, a >>> 32), uxtl(sz, b >>> 32)));
    }

    public static void UADDW_asimddiff_W(Vcpu c, int insn) {
        int sz = size(insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.add(sz + 1, n0(c, insn), uxtl(sz, b)),
                Lanes.add(sz + 1, n1(c, insn), uxtl(sz, b >>> 32)));
    }

    public static void USUBW_asimddiff_W(Vcpu c, int insn) {
        int sz = size(insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                Lanes.sub(sz + 1, n0(c, insn), uxtl(sz, b)),
                Lanes.sub(sz + 1, n1(c, insn), uxtl(sz, b >>> 32)));
    }

    public static void ADDHN_asimddiff_N(Vcpu c, int insn) {
        int sz = size(insn);
        long lo = Lanes.add(sz + 1, n0(c, insn), m0(c, insn));
        long hi = Lanes.add(sz + 1, n1(c, insn), m1(c, insn));
        setPart(c, insn, Lanes.uzp2(sz, lo, hi));
    }

    public static void SUBHN_asimddiff_N(Vcpu c, int insn) {
        int sz = size(insn);
        long lo = Lanes.sub(sz + 1, n0(c, insn), m0(c, insn));
        long hi = Lanes.sub(sz + 1, n1(c, insn), m1(c, insn));
        setPart(c, insn, Lanes.uzp2(sz, lo, hi));
    }

    public static void RADDHN_asimddiff_N(Vcpu c, int insn) {
        int sz = size(insn);
        long half = Lanes.ones(sz + 1) << (8 << sz) - 1;
        long lo = Lanes.add(sz + 1, half, Lanes.add(sz + 1, n0(c, insn), m0(c, insn)));
        long hi = Lanes.add(sz + 1, half, Lanes.add(sz + 1, n1(c, insn), m1(c, insn)));
        setPart(c, insn, Lanes.uzp2(sz, lo, hi));
    }

    public static void RSUBHN_asimddiff_N(Vcpu c, int insn) {
        int sz = size(insn);
        long half = Lanes.ones(sz + 1) << (8 << sz) - 1;
        long lo = Lanes.add(sz + 1, half, Lanes.sub(sz + 1, n0(c, insn), m0(c, insn)));
        long hi = Lanes.add(sz + 1, half, Lanes.sub(sz + 1, n1(c, insn), m1(c, insn)));
        setPart(c, insn, Lanes.uzp2(sz, lo, hi));
    }

    public static void SQDMULL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(c, insn, SatLanes.sqdmull(s, sz, a, b), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32));
    }

    public static void SQDMLAL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                SatLanes.sqadd(s, sz + 1, d0(c, insn), SatLanes.sqdmull(s, sz, a, b)),
                SatLanes.sqadd(
                        s, sz + 1, d1(c, insn), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32)));
    }

    public static void SQDMLSL_asimddiff_L(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        set(
                c,
                insn,
                SatLanes.sqsub(s, sz + 1, d0(c, insn), SatLanes.sqdmull(s, sz, a, b)),
                SatLanes.sqsub(
                        s, sz + 1, d1(c, insn), SatLanes.sqdmull(s, sz, a >>> 32, b >>> 32)));
    }

    public static void PMULL_asimddiff_L(Vcpu c, int insn) {
        long a = nPart(c, insn);
        long b = mPart(c, insn);
        if (size(insn) == 3) {
            set(c, insn, SimdCrypto.clmulLow(a, b), SimdCrypto.clmulHigh(a, b));
        } else {
            set(c, insn, SimdCrypto.clmulBytes(a, b), SimdCrypto.clmulBytes(a >>> 32, b >>> 32));
        }
    }
}
