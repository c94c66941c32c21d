package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.left;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nPart;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.right;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setPart;
import static trapline.vcpu.fp.Operand.shiftSize;

import trapline.vcpu.Vcpu;

/** Shifts by an immediate: DDI 0487, C4.1, "Advanced SIMD shift by immediate". */
public final class SimdShift {
    private SimdShift() {}

    public static void SSHR_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.sshr(sz, n0(c, insn), shift),
                q(insn) ? Lanes.sshr(sz, n1(c, insn), shift) : 0);
    }

    public static void USHR_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.ushr(sz, n0(c, insn), shift),
                q(insn) ? Lanes.ushr(sz, n1(c, insn), shift) : 0);
    }

    public static void SRSHR_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.srshr(sz, n0(c, insn), shift),
                q(insn) ? Lanes.srshr(sz, n1(c, insn), shift) : 0);
    }

    public static void URSHR_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.urshr(sz, n0(c, insn), shift),
                q(insn) ? Lanes.urshr(sz, n1(c, insn), shift) : 0);
    }

    public static void SSRA_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.sshr(sz, n0(c, insn), shift)),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.sshr(sz, n1(c, insn), shift)) : 0);
    }

    public static void USRA_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.ushr(sz, n0(c, insn), shift)),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.ushr(sz, n1(c, insn), shift)) : 0);
    }

    public static void SRSRA_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.srshr(sz, n0(c, insn), shift)),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.srshr(sz, n1(c, insn), shift)) : 0);
    }

    public static void URSRA_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.add(sz, d0(c, insn), Lanes.urshr(sz, n0(c, insn), shift)),
                q(insn) ? Lanes.add(sz, d1(c, insn), Lanes.urshr(sz, n1(c, insn), shift)) : 0);
    }

    public static void SRI_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        set(
                c,
                insn,
                Lanes.select(
                        Lanes.ushr(sz, -1, shift), Lanes.ushr(sz, n0(c, insn), shift), d0(c, insn)),
                q(insn)
                        ? Lanes.select(
                                Lanes.ushr(sz, -1, shift),
                                Lanes.ushr(sz, n1(c, insn), shift),
                                d1(c, insn))
                        : 0);
    }

    public static void SHL_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        set(
                c,
                insn,
                Lanes.shl(sz, n0(c, insn), shift),
                q(insn) ? Lanes.shl(sz, n1(c, insn), shift) : 0);
    }

    public static void SLI_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        set(
                c,
                insn,
                Lanes.select(
                        Lanes.shl(sz, -1, shift), Lanes.shl(sz, n0(c, insn), shift), d0(c, insn)),
                q(insn)
                        ? Lanes.select(
                                Lanes.shl(sz, -1, shift),
                                Lanes.shl(sz, n1(c, insn), shift),
                                d1(c, insn))
                        : 0);
    }

    public static void SQSHL_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqshl(s, sz, n0(c, insn), shift),
                q(insn) ? SatLanes.sqshl(s, sz, n1(c, insn), shift) : 0);
    }

    public static void UQSHL_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.uqshl(s, sz, n0(c, insn), shift),
                q(insn) ? SatLanes.uqshl(s, sz, n1(c, insn), shift) : 0);
    }

    public static void SQSHLU_asimdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        FpState s = c.fp;
        set(
                c,
                insn,
                SatLanes.sqshlu(s, sz, n0(c, insn), shift),
                q(insn) ? SatLanes.sqshlu(s, sz, n1(c, insn), shift) : 0);
    }

    public static void SHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        long lo = Lanes.ushr(sz + 1, n0(c, insn), shift);
        setPart(c, insn, Lanes.uzp1(sz, lo, Lanes.ushr(sz + 1, n1(c, insn), shift)));
    }

    public static void RSHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        long lo = Lanes.urshr(sz + 1, n0(c, insn), shift);
        setPart(c, insn, Lanes.uzp1(sz, lo, Lanes.urshr(sz + 1, n1(c, insn), shift)));
    }

    public static void SQSHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.sqxtn(s, sz, n0(c, insn), shift, false);
        setPart(c, insn, lo | SatLanes.sqxtn(s, sz, n1(c, insn), shift, false) << 32);
    }

    public static void SQRSHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.sqxtn(s, sz, n0(c, insn), shift, true);
        setPart(c, insn, lo | SatLanes.sqxtn(s, sz, n1(c, insn), shift, true) << 32);
    }

    public static void UQSHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.uqxtn(s, sz, n0(c, insn), shift, false);
        setPart(c, insn, lo | SatLanes.uqxtn(s, sz, n1(c, insn), shift, false) << 32);
    }

    public static void UQRSHRN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.uqxtn(s, sz, n0(c, insn), shift, true);
        setPart(c, insn, lo | SatLanes.uqxtn(s, sz, n1(c, insn), shift, true) << 32);
    }

    public static void SQSHRUN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.sqxtun(s, sz, n0(c, insn), shift, false);
        setPart(c, insn, lo | SatLanes.sqxtun(s, sz, n1(c, insn), shift, false) << 32);
    }

    public static void SQRSHRUN_asimdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = right(insn, sz);
        FpState s = c.fp;
        long lo = SatLanes.sqxtun(s, sz, n0(c, insn), shift, true);
        setPart(c, insn, lo | SatLanes.sqxtun(s, sz, n1(c, insn), shift, true) << 32);
    }

    public static void SSHLL_asimdshf_L(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        long a = nPart(c, insn);
        set(
                c,
                insn,
                Lanes.shl(sz + 1, Lanes.sxtl(sz, a), shift),
                Lanes.shl(sz + 1, Lanes.sxtl(sz, a >>> 32), shift));
    }

    public static void USHLL_asimdshf_L(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        int shift = left(insn, sz);
        long a = nPart(c, insn);
        set(
                c,
                insn,
                Lanes.shl(sz + 1, Lanes.uxtl(sz, a), shift),
                Lanes.shl(sz + 1, Lanes.uxtl(sz, a >>> 32), shift));
    }
}
