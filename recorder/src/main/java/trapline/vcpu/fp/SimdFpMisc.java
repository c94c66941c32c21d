package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.fsize;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nPart;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.right;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setPart;
import static trapline.vcpu.fp.Operand.shiftSize;

import trapline.vcpu.Vcpu;

/**
 * Floating-point operations of one vector, conversions included: DDI 0487, C4.1, "Advanced SIMD
 * two-register miscellaneous" and "(FP16)", and the fixed-point conversions of "shift by
 * immediate".
 */
public final class SimdFpMisc {
    private SimdFpMisc() {}

    public static void FRINTN_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RN, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RN, false) : 0);
    }

    public static void FRINTP_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RP, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RP, false) : 0);
    }

    public static void FRINTM_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RM, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RM, false) : 0);
    }

    public static void FRINTZ_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RZ, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RZ, false) : 0);
    }

    public static void FRINTA_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RA, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RA, false) : 0);
    }

    public static void FRINTX_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), s.rmode(), true),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), s.rmode(), true) : 0);
    }

    public static void FRINTI_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), s.rmode(), false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), s.rmode(), false) : 0);
    }

    public static void FCVTNS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RN),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RN) : 0);
    }

    public static void FCVTNU_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RN),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RN) : 0);
    }

    public static void FCVTPS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RP),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RP) : 0);
    }

    public static void FCVTPU_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RP),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RP) : 0);
    }

    public static void FCVTMS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RM),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RM) : 0);
    }

    public static void FCVTMU_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RM),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RM) : 0);
    }

    public static void FCVTZS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RZ),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RZ) : 0);
    }

    public static void FCVTZU_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RZ),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RZ) : 0);
    }

    public static void FCVTAS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RA),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RA) : 0);
    }

    public static void FCVTAU_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RA),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RA) : 0);
    }

    public static void SCVTF_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), 0, false),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), 0, false) : 0);
    }

    public static void UCVTF_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), 0, true),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), 0, true) : 0);
    }

    public static void FABS_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, n0(c, insn) & ~Lanes.tops(sz), q(insn) ? n1(c, insn) & ~Lanes.tops(sz) : 0);
    }

    public static void FNEG_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, n0(c, insn) ^ Lanes.tops(sz), q(insn) ? n1(c, insn) ^ Lanes.tops(sz) : 0);
    }

    public static void FRECPE_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.recip(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.recip(s, sz, n1(c, insn)) : 0);
    }

    public static void FRSQRTE_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.rsqrt(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.rsqrt(s, sz, n1(c, insn)) : 0);
    }

    public static void FSQRT_asimdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.sqrt(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.sqrt(s, sz, n1(c, insn)) : 0);
    }

    public static void FCMGT_asimdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmgt(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMEQ_asimdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmeq(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmeq(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMLT_asimdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, 0, n0(c, insn)),
                q(insn) ? FpLanes.cmgt(s, sz, 0, n1(c, insn)) : 0);
    }

    public static void FCMGE_asimdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmge(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMLE_asimdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, 0, n0(c, insn)),
                q(insn) ? FpLanes.cmge(s, sz, 0, n1(c, insn)) : 0);
    }

    public static void FRINTN_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RN, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RN, false) : 0);
    }

    public static void FRINTP_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RP, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RP, false) : 0);
    }

    public static void FRINTM_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RM, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RM, false) : 0);
    }

    public static void FRINTZ_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RZ, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RZ, false) : 0);
    }

    public static void FRINTA_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), FpState.RA, false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), FpState.RA, false) : 0);
    }

    public static void FRINTX_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), s.rmode(), true),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), s.rmode(), true) : 0);
    }

    public static void FRINTI_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.integral(s, sz, n0(c, insn), s.rmode(), false),
                q(insn) ? FpLanes.integral(s, sz, n1(c, insn), s.rmode(), false) : 0);
    }

    public static void FCVTNS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RN),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RN) : 0);
    }

    public static void FCVTNU_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RN),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RN) : 0);
    }

    public static void FCVTPS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RP),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RP) : 0);
    }

    public static void FCVTPU_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RP),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RP) : 0);
    }

    public static void FCVTMS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RM),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RM) : 0);
    }

    public static void FCVTMU_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RM),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RM) : 0);
    }

    public static void FCVTZS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RZ),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RZ) : 0);
    }

    public static void FCVTZU_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RZ),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RZ) : 0);
    }

    public static void FCVTAS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, false, FpState.RA),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, false, FpState.RA) : 0);
    }

    public static void FCVTAU_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), 0, true, FpState.RA),
                q(insn) ? FpLanes.toFixed(s, sz, n1(c, insn), 0, true, FpState.RA) : 0);
    }

    public static void SCVTF_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), 0, false),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), 0, false) : 0);
    }

    public static void UCVTF_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), 0, true),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), 0, true) : 0);
    }

    public static void FABS_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, n0(c, insn) & ~Lanes.tops(sz), q(insn) ? n1(c, insn) & ~Lanes.tops(sz) : 0);
    }

    public static void FNEG_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, n0(c, insn) ^ Lanes.tops(sz), q(insn) ? n1(c, insn) ^ Lanes.tops(sz) : 0);
    }

    public static void FRECPE_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.recip(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.recip(s, sz, n1(c, insn)) : 0);
    }

    public static void FRSQRTE_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.rsqrt(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.rsqrt(s, sz, n1(c, insn)) : 0);
    }

    public static void FSQRT_asimdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.sqrt(s, sz, n0(c, insn)),
                q(insn) ? FpLanes.sqrt(s, sz, n1(c, insn)) : 0);
    }

    public static void FCMGT_asimdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmgt(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMEQ_asimdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmeq(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmeq(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMLT_asimdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmgt(s, sz, 0, n0(c, insn)),
                q(insn) ? FpLanes.cmgt(s, sz, 0, n1(c, insn)) : 0);
    }

    public static void FCMGE_asimdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, n0(c, insn), 0),
                q(insn) ? FpLanes.cmge(s, sz, n1(c, insn), 0) : 0);
    }

    public static void FCMLE_asimdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.cmge(s, sz, 0, n0(c, insn)),
                q(insn) ? FpLanes.cmge(s, sz, 0, n1(c, insn)) : 0);
    }

    public static void FCVTL_asimdmisc_L(Vcpu c, int insn) {
        int sz = fsize(insn) - 1;
        FpState s = c.fp;
        long a = nPart(c, insn);
        set(c, insn, FpLanes.widen(s, sz, a), FpLanes.widen(s, sz, a >>> 32));
    }

    public static void FCVTN_asimdmisc_N(Vcpu c, int insn) {
        int sz = fsize(insn) - 1;
        FpState s = c.fp;
        long lo = FpLanes.narrow(s, sz, n0(c, insn));
        setPart(c, insn, lo | FpLanes.narrow(s, sz, n1(c, insn)) << 32);
    }

    public static void FCVTXN_asimdmisc_N(Vcpu c, int insn) {
        FpState s = c.fp;
        long lo = FpConvert.toOdd(s, n0(c, insn));
        setPart(c, insn, lo | FpConvert.toOdd(s, n1(c, insn)) << 32);
    }

    public static void SCVTF_asimdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), right(insn, sz), false),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), right(insn, sz), false) : 0);
    }

    public static void FCVTZS_asimdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), right(insn, sz), false, FpState.RZ),
                q(insn)
                        ? FpLanes.toFixed(s, sz, n1(c, insn), right(insn, sz), false, FpState.RZ)
                        : 0);
    }

    public static void UCVTF_asimdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.fromFixed(s, sz, n0(c, insn), right(insn, sz), true),
                q(insn) ? FpLanes.fromFixed(s, sz, n1(c, insn), right(insn, sz), true) : 0);
    }

    public static void FCVTZU_asimdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        FpState s = c.fp;
        set(
                c,
                insn,
                FpLanes.toFixed(s, sz, n0(c, insn), right(insn, sz), true, FpState.RZ),
                q(insn)
                        ? FpLanes.toFixed(s, sz, n1(c, insn), right(insn, sz), true, FpState.RZ)
                        : 0);
    }
}
