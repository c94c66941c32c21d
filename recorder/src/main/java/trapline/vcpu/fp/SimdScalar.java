package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.dLow;
import static trapline.vcpu.fp.Operand.element;
import static trapline.vcpu.fp.Operand.left;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.mLow;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.nLow;
import static trapline.vcpu.fp.Operand.right;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.shiftSize;
import static trapline.vcpu.fp.Operand.size;

import trapline.vcpu.Vcpu;

/**
 * Integer operations on one element: DDI 0487, C4.1, "Advanced SIMD scalar" three same, three
 * different, two- register miscellaneous and shift by immediate. The vector operations do the work,
 * on a half whose other elements are zero: zeros neither saturate nor leave a trace.
 */
public final class SimdScalar {
    private SimdScalar() {}

    public static void SSHR_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.sshr(3, n0(c, insn), shift));
    }

    public static void USHR_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.ushr(3, n0(c, insn), shift));
    }

    public static void SRSHR_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.srshr(3, n0(c, insn), shift));
    }

    public static void URSHR_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.urshr(3, n0(c, insn), shift));
    }

    public static void SSRA_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.add(3, d0(c, insn), Lanes.sshr(3, n0(c, insn), shift)));
    }

    public static void USRA_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.add(3, d0(c, insn), Lanes.ushr(3, n0(c, insn), shift)));
    }

    public static void SRSRA_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.add(3, d0(c, insn), Lanes.srshr(3, n0(c, insn), shift)));
    }

    public static void URSRA_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(c, insn, Lanes.add(3, d0(c, insn), Lanes.urshr(3, n0(c, insn), shift)));
    }

    public static void SRI_asisdshf_R(Vcpu c, int insn) {
        int shift = right(insn, 3);
        set(
                c,
                insn,
                Lanes.select(
                        Lanes.ushr(3, -1, shift), Lanes.ushr(3, n0(c, insn), shift), d0(c, insn)));
    }

    public static void SHL_asisdshf_R(Vcpu c, int insn) {
        int shift = left(insn, 3);
        set(c, insn, Lanes.shl(3, n0(c, insn), shift));
    }

    public static void SLI_asisdshf_R(Vcpu c, int insn) {
        int shift = left(insn, 3);
        set(
                c,
                insn,
                Lanes.select(
                        Lanes.shl(3, -1, shift), Lanes.shl(3, n0(c, insn), shift), d0(c, insn)));
    }

    public static void SQSHL_asisdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqshl(c.fp, sz, nLow(c, insn, sz), left(insn, sz)));
    }

    public static void UQSHL_asisdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.uqshl(c.fp, sz, nLow(c, insn, sz), left(insn, sz)));
    }

    public static void SQSHLU_asisdshf_R(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqshlu(c.fp, sz, nLow(c, insn, sz), left(insn, sz)));
    }

    public static void SQSHRN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqxtn(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), false));
    }

    public static void SQRSHRN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqxtn(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), true));
    }

    public static void UQSHRN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.uqxtn(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), false));
    }

    public static void UQRSHRN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.uqxtn(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), true));
    }

    public static void SQSHRUN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqxtun(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), false));
    }

    public static void SQRSHRUN_asisdshf_N(Vcpu c, int insn) {
        int sz = shiftSize(insn);
        set(c, insn, SatLanes.sqxtun(c.fp, sz, nLow(c, insn, sz + 1), right(insn, sz), true));
    }

    public static void CMGT_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmgt(3, n0(c, insn), m0(c, insn)));
    }

    public static void CMGE_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmge(3, n0(c, insn), m0(c, insn)));
    }

    public static void SSHL_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.sshl(3, n0(c, insn), m0(c, insn)));
    }

    public static void SRSHL_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.srshl(3, n0(c, insn), m0(c, insn)));
    }

    public static void ADD_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.add(3, n0(c, insn), m0(c, insn)));
    }

    public static void CMTST_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmtst(3, n0(c, insn), m0(c, insn)));
    }

    public static void CMHI_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmhi(3, n0(c, insn), m0(c, insn)));
    }

    public static void CMHS_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmhs(3, n0(c, insn), m0(c, insn)));
    }

    public static void USHL_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.ushl(3, n0(c, insn), m0(c, insn)));
    }

    public static void URSHL_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.urshl(3, n0(c, insn), m0(c, insn)));
    }

    public static void SUB_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.sub(3, n0(c, insn), m0(c, insn)));
    }

    public static void CMEQ_asisdsame_only(Vcpu c, int insn) {
        set(c, insn, Lanes.cmeq(3, n0(c, insn), m0(c, insn)));
    }

    public static void SQADD_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqadd(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void SQSUB_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqsub(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void UQADD_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.uqadd(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void UQSUB_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.uqsub(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz)));
    }

    public static void SQSHL_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqshlr(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), false));
    }

    public static void SQRSHL_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqshlr(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), true));
    }

    public static void UQSHL_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.uqshlr(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), false));
    }

    public static void UQRSHL_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.uqshlr(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), true));
    }

    public static void SQDMULH_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqdmulh(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), false));
    }

    public static void SQRDMULH_asisdsame_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqdmulh(c.fp, sz, nLow(c, insn, sz), mLow(c, insn, sz), true));
    }

    public static void SQRDMLAH_asisdsame2_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                SatLanes.sqrdmlah(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), mLow(c, insn, sz), false));
    }

    public static void SQRDMLSH_asisdsame2_only(Vcpu c, int insn) {
        int sz = size(insn);
        set(
                c,
                insn,
                SatLanes.sqrdmlah(
                        c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz), mLow(c, insn, sz), true));
    }

    public static void SQDMULL_asisddiff_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = m0(c, insn) & element(sz);
        set(c, insn, SatLanes.sqdmull(s, sz, a, b));
    }

    public static void SQDMLAL_asisddiff_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = m0(c, insn) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqadd(
                        s, sz + 1, d0(c, insn) & element(sz + 1), SatLanes.sqdmull(s, sz, a, b)));
    }

    public static void SQDMLSL_asisddiff_only(Vcpu c, int insn) {
        int sz = size(insn);
        FpState s = c.fp;
        long a = n0(c, insn) & element(sz);
        long b = m0(c, insn) & element(sz);
        set(
                c,
                insn,
                SatLanes.sqsub(
                        s, sz + 1, d0(c, insn) & element(sz + 1), SatLanes.sqdmull(s, sz, a, b)));
    }

    public static void SUQADD_asisdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.suqadd(c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz)));
    }

    public static void USQADD_asisdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.usqadd(c.fp, sz, dLow(c, insn, sz), nLow(c, insn, sz)));
    }

    public static void SQABS_asisdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqabs(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void SQNEG_asisdmisc_R(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqneg(c.fp, sz, nLow(c, insn, sz)));
    }

    public static void SQXTN_asisdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqxtn(c.fp, sz, nLow(c, insn, sz + 1), 0, false));
    }

    public static void UQXTN_asisdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.uqxtn(c.fp, sz, nLow(c, insn, sz + 1), 0, false));
    }

    public static void SQXTUN_asisdmisc_N(Vcpu c, int insn) {
        int sz = size(insn);
        set(c, insn, SatLanes.sqxtun(c.fp, sz, nLow(c, insn, sz + 1), 0, false));
    }

    public static void CMGT_asisdmisc_Z(Vcpu c, int insn) {
        set(c, insn, Lanes.cmgt(3, n0(c, insn), 0));
    }

    public static void CMEQ_asisdmisc_Z(Vcpu c, int insn) {
        set(c, insn, Lanes.cmeq(3, n0(c, insn), 0));
    }

    public static void CMLT_asisdmisc_Z(Vcpu c, int insn) {
        set(c, insn, Lanes.negative(3, n0(c, insn)));
    }

    public static void CMGE_asisdmisc_Z(Vcpu c, int insn) {
        set(c, insn, Lanes.cmge(3, n0(c, insn), 0));
    }

    public static void CMLE_asisdmisc_Z(Vcpu c, int insn) {
        set(c, insn, Lanes.cmge(3, 0, n0(c, insn)));
    }

    public static void ABS_asisdmisc_R(Vcpu c, int insn) {
        set(c, insn, Lanes.abs(3, n0(c, insn)));
    }

    public static void NEG_asisdmisc_R(Vcpu c, int insn) {
        set(c, insn, -n0(c, insn));
    }
}
