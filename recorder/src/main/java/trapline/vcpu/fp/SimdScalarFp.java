package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.fsize;
import static trapline.vcpu.fp.Operand.mLow;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.nLow;
import static trapline.vcpu.fp.Operand.nSigned;
import static trapline.vcpu.fp.Operand.right;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.shiftSize;

import trapline.vcpu.Vcpu;

/**
 * Floating-point operations on one element that only Advanced SIMD encodes: DDI 0487, C4.1,
 * "Advanced SIMD scalar" classes.
 */
public final class SimdScalarFp {
    private SimdScalarFp() {}

    public static void FMULX_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpArith.mulx(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMEQ_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmeq(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FRECPS_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpFused.recipStep(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FRSQRTS_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpFused.rsqrtStep(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMGE_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmge(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FACGE_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.acge(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FABD_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpArith.abd(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMGT_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmgt(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FACGT_asisdsame_only(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.acgt(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FMULX_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpArith.mulx(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMEQ_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmeq(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FRECPS_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpFused.recipStep(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FRSQRTS_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpFused.rsqrtStep(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMGE_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmge(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FACGE_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.acge(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FABD_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpArith.abd(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCMGT_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmgt(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FACGT_asisdsamefp16_only(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.acgt(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void FCVTNS_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RN));
    }

    public static void FCVTNU_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RN));
    }

    public static void FCVTPS_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RP));
    }

    public static void FCVTPU_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RP));
    }

    public static void FCVTMS_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RM));
    }

    public static void FCVTMU_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RM));
    }

    public static void FCVTZS_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RZ));
    }

    public static void FCVTZU_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RZ));
    }

    public static void FCVTAS_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RA));
    }

    public static void FCVTAU_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RA));
    }

    public static void SCVTF_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nSigned(c, insn, sz), 0, false));
    }

    public static void UCVTF_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nLow(c, insn, sz), 0, true));
    }

    public static void FRECPE_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpEstimate.recip(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FRSQRTE_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpEstimate.rsqrt(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FRECPX_asisdmisc_R(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpEstimate.recpx(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FCMGT_asisdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmgt(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMEQ_asisdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmeq(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMLT_asisdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmgt(c.fp, sz, 0, nLow(c, insn, sz)));
    }

    public static void FCMGE_asisdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmge(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMLE_asisdmisc_FZ(Vcpu c, int insn) {
        int sz = fsize(insn);
        set(c, insn, FpCompare.cmge(c.fp, sz, 0, nLow(c, insn, sz)));
    }

    public static void FCVTNS_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RN));
    }

    public static void FCVTNU_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RN));
    }

    public static void FCVTPS_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RP));
    }

    public static void FCVTPU_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RP));
    }

    public static void FCVTMS_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RM));
    }

    public static void FCVTMU_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RM));
    }

    public static void FCVTZS_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RZ));
    }

    public static void FCVTZU_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RZ));
    }

    public static void FCVTAS_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, false, FpState.RA));
    }

    public static void FCVTAU_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.toFixed(c.fp, sz, nLow(c, insn, sz), 8 << sz, 0, true, FpState.RA));
    }

    public static void SCVTF_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nSigned(c, insn, sz), 0, false));
    }

    public static void UCVTF_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nLow(c, insn, sz), 0, true));
    }

    public static void FRECPE_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpEstimate.recip(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FRSQRTE_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpEstimate.rsqrt(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FRECPX_asisdmiscfp16_R(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpEstimate.recpx(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void FCMGT_asisdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmgt(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMEQ_asisdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmeq(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMLT_asisdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmgt(c.fp, sz, 0, nLow(c, insn, sz)));
    }

    public static void FCMGE_asisdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmge(c.fp, sz, nLow(c, insn, sz), 0));
    }

    public static void FCMLE_asisdmiscfp16_FZ(Vcpu c, int insn) {
        int sz = 1;
        set(c, insn, FpCompare.cmge(c.fp, sz, 0, nLow(c, insn, sz)));
    }

    public static void FCVTXN_asisdmisc_N(Vcpu c, int insn) {
        set(c, insn, FpConvert.toOdd(c.fp, n0(c, insn)));
    }

    public static void SCVTF_asisdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nSigned(c, insn, sz), right(insn, sz), false));
    }

    public static void FCVTZS_asisdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(
                c,
                insn,
                FpConvert.toFixed(
                        c.fp, sz, nLow(c, insn, sz), 8 << sz, right(insn, sz), false, FpState.RZ));
    }

    public static void UCVTF_asisdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, FpConvert.fromFixed(c.fp, sz, nLow(c, insn, sz), right(insn, sz), true));
    }

    public static void FCVTZU_asisdshf_C(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(
                c,
                insn,
                FpConvert.toFixed(
                        c.fp, sz, nLow(c, insn, sz), 8 << sz, right(insn, sz), true, FpState.RZ));
    }
}
