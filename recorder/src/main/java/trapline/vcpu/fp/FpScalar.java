package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.aLow;
import static trapline.vcpu.fp.Operand.holds;
import static trapline.vcpu.fp.Operand.mLow;
import static trapline.vcpu.fp.Operand.nLow;
import static trapline.vcpu.fp.Operand.set;

import trapline.vcpu.Vcpu;

/**
 * Scalar floating point: DDI 0487, C4.1, "Floating-point data-processing" (1, 2 and 3 source),
 * compare, conditional compare, conditional select and immediate.
 */
public final class FpScalar {
    private FpScalar() {}

    public static void FMOV_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 1));
    }

    public static void FABS_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpBits.mag(1, nLow(c, insn, 1)));
    }

    public static void FNEG_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 1) ^ FpBits.sign(1));
    }

    public static void FSQRT_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpArith.sqrt(c.fp, 1, nLow(c, insn, 1)));
    }

    public static void FCVT_SH_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 1, 2, nLow(c, insn, 1)));
    }

    public static void FCVT_DH_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 1, 3, nLow(c, insn, 1)));
    }

    public static void FRINTN_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), FpState.RN, false));
    }

    public static void FRINTP_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), FpState.RP, false));
    }

    public static void FRINTM_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), FpState.RM, false));
    }

    public static void FRINTZ_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), FpState.RZ, false));
    }

    public static void FRINTA_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), FpState.RA, false));
    }

    public static void FRINTX_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), c.fp.rmode(), true));
    }

    public static void FRINTI_H_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 1, nLow(c, insn, 1), c.fp.rmode(), false));
    }

    public static void FMOV_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 2));
    }

    public static void FABS_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpBits.mag(2, nLow(c, insn, 2)));
    }

    public static void FNEG_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 2) ^ FpBits.sign(2));
    }

    public static void FSQRT_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpArith.sqrt(c.fp, 2, nLow(c, insn, 2)));
    }

    public static void FCVT_HS_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 2, 1, nLow(c, insn, 2)));
    }

    public static void FCVT_DS_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 2, 3, nLow(c, insn, 2)));
    }

    public static void FRINTN_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), FpState.RN, false));
    }

    public static void FRINTP_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), FpState.RP, false));
    }

    public static void FRINTM_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), FpState.RM, false));
    }

    public static void FRINTZ_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), FpState.RZ, false));
    }

    public static void FRINTA_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), FpState.RA, false));
    }

    public static void FRINTX_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), c.fp.rmode(), true));
    }

    public static void FRINTI_S_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 2, nLow(c, insn, 2), c.fp.rmode(), false));
    }

    public static void FMOV_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 3));
    }

    public static void FABS_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpBits.mag(3, nLow(c, insn, 3)));
    }

    public static void FNEG_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, nLow(c, insn, 3) ^ FpBits.sign(3));
    }

    public static void FSQRT_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpArith.sqrt(c.fp, 3, nLow(c, insn, 3)));
    }

    public static void FCVT_HD_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 3, 1, nLow(c, insn, 3)));
    }

    public static void FCVT_SD_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.precision(c.fp, 3, 2, nLow(c, insn, 3)));
    }

    public static void FRINTN_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), FpState.RN, false));
    }

    public static void FRINTP_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), FpState.RP, false));
    }

    public static void FRINTM_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), FpState.RM, false));
    }

    public static void FRINTZ_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), FpState.RZ, false));
    }

    public static void FRINTA_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), FpState.RA, false));
    }

    public static void FRINTX_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), c.fp.rmode(), true));
    }

    public static void FRINTI_D_floatdp1(Vcpu c, int insn) {
        set(c, insn, FpConvert.integral(c.fp, 3, nLow(c, insn, 3), c.fp.rmode(), false));
    }

    public static void FMUL_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.mul(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FDIV_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.div(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FADD_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.add(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FSUB_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.sub(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMAX_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.max(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMIN_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.min(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMAXNM_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.maxnm(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMINNM_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.minnm(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FNMUL_H_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.nmul(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMUL_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.mul(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FDIV_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.div(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FADD_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.add(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FSUB_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.sub(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMAX_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.max(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMIN_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.min(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMAXNM_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.maxnm(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMINNM_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.minnm(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FNMUL_S_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.nmul(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMUL_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.mul(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FDIV_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.div(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FADD_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.add(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FSUB_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.sub(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMAX_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.max(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMIN_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.min(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMAXNM_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.maxnm(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMINNM_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpCompare.minnm(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FNMUL_D_floatdp2(Vcpu c, int insn) {
        set(c, insn, FpArith.nmul(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMADD_H_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulAdd(c.fp, 1, aLow(c, insn, 1), nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMSUB_H_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulSub(c.fp, 1, aLow(c, insn, 1), nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FNMADD_H_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulAdd(c.fp, 1, aLow(c, insn, 1), nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FNMSUB_H_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulSub(c.fp, 1, aLow(c, insn, 1), nLow(c, insn, 1), mLow(c, insn, 1)));
    }

    public static void FMADD_S_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulAdd(c.fp, 2, aLow(c, insn, 2), nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMSUB_S_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulSub(c.fp, 2, aLow(c, insn, 2), nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FNMADD_S_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulAdd(c.fp, 2, aLow(c, insn, 2), nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FNMSUB_S_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulSub(c.fp, 2, aLow(c, insn, 2), nLow(c, insn, 2), mLow(c, insn, 2)));
    }

    public static void FMADD_D_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulAdd(c.fp, 3, aLow(c, insn, 3), nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FMSUB_D_floatdp3(Vcpu c, int insn) {
        set(c, insn, FpFused.mulSub(c.fp, 3, aLow(c, insn, 3), nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FNMADD_D_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulAdd(c.fp, 3, aLow(c, insn, 3), nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FNMSUB_D_floatdp3(Vcpu c, int insn) {
        set(
                c,
                insn,
                FpFused.negMulSub(c.fp, 3, aLow(c, insn, 3), nLow(c, insn, 3), mLow(c, insn, 3)));
    }

    public static void FCMP_H_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1), false);
    }

    public static void FCMP_HZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), 0, false);
    }

    public static void FCCMP_H_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1), false);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCMPE_H_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1), true);
    }

    public static void FCMPE_HZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), 0, true);
    }

    public static void FCCMPE_H_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 1, nLow(c, insn, 1), mLow(c, insn, 1), true);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCSEL_H_floatsel(Vcpu c, int insn) {
        set(c, insn, holds(insn >>> 12 & 15, c.nzcv) ? nLow(c, insn, 1) : mLow(c, insn, 1));
    }

    public static void FMOV_H_floatimm(Vcpu c, int insn) {
        set(c, insn, SimdImmediate.fpImmediate(1, insn >>> 13 & 0xff));
    }

    public static void FCMP_S_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2), false);
    }

    public static void FCMP_SZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), 0, false);
    }

    public static void FCCMP_S_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2), false);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCMPE_S_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2), true);
    }

    public static void FCMPE_SZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), 0, true);
    }

    public static void FCCMPE_S_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 2, nLow(c, insn, 2), mLow(c, insn, 2), true);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCSEL_S_floatsel(Vcpu c, int insn) {
        set(c, insn, holds(insn >>> 12 & 15, c.nzcv) ? nLow(c, insn, 2) : mLow(c, insn, 2));
    }

    public static void FMOV_S_floatimm(Vcpu c, int insn) {
        set(c, insn, SimdImmediate.fpImmediate(2, insn >>> 13 & 0xff));
    }

    public static void FCMP_D_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3), false);
    }

    public static void FCMP_DZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), 0, false);
    }

    public static void FCCMP_D_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3), false);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCMPE_D_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3), true);
    }

    public static void FCMPE_DZ_floatcmp(Vcpu c, int insn) {
        c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), 0, true);
    }

    public static void FCCMPE_D_floatccmp(Vcpu c, int insn) {
        if (holds(insn >>> 12 & 15, c.nzcv)) {
            c.nzcv = FpCompare.compare(c.fp, 3, nLow(c, insn, 3), mLow(c, insn, 3), true);
        } else {
            c.nzcv = insn << 28;
        }
    }

    public static void FCSEL_D_floatsel(Vcpu c, int insn) {
        set(c, insn, holds(insn >>> 12 & 15, c.nzcv) ? nLow(c, insn, 3) : mLow(c, insn, 3));
    }

    public static void FMOV_D_floatimm(Vcpu c, int insn) {
        set(c, insn, SimdImmediate.fpImmediate(3, insn >>> 13 & 0xff));
    }
}
