package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.WORD;
import static trapline.vcpu.fp.Operand.d;
import static trapline.vcpu.fp.Operand.element;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.nLow;
import static trapline.vcpu.fp.Operand.set;
import static trapline.vcpu.fp.Operand.setX;
import static trapline.vcpu.fp.Operand.x;

import trapline.vcpu.Vcpu;

/**
 * Scalar floating point to and from general registers: DDI 0487, C4.1, "Conversion between
 * floating-point and integer" and "and fixed-point".
 */
public final class FpInteger {
    private FpInteger() {}

    /** Wn sign-extended. */
    private static long word(Vcpu c, int insn) {
        return x(c, insn) << 32 >> 32;
    }

    /** Fraction bits of a fixed-point number: 64 less the {@code scale} field. */
    private static int fbits(int insn) {
        return 64 - (insn >>> 10 & 0x3f);
    }

    public static void FCVTNS_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, false, FpState.RN));
    }

    public static void FCVTNU_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, true, FpState.RN));
    }

    public static void FCVTPS_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, false, FpState.RP));
    }

    public static void FCVTPU_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, true, FpState.RP));
    }

    public static void FCVTMS_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, false, FpState.RM));
    }

    public static void FCVTMU_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, true, FpState.RM));
    }

    public static void FCVTZS_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, false, FpState.RZ));
    }

    public static void FCVTZU_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, true, FpState.RZ));
    }

    public static void FCVTAS_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, false, FpState.RA));
    }

    public static void FCVTAU_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, 0, true, FpState.RA));
    }

    public static void SCVTF_H32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, word(c, insn), 0, false));
    }

    public static void SCVTF_H32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, word(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_32H_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_H32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn) & WORD, 0, true));
    }

    public static void UCVTF_H32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn) & WORD, fbits(insn), true));
    }

    public static void FCVTZU_32H_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 32, fbits(insn), true, FpState.RZ));
    }

    public static void FMOV_32H_float2int(Vcpu c, int insn) {
        setX(c, insn, nLow(c, insn, 1));
    }

    public static void FMOV_H32_float2int(Vcpu c, int insn) {
        set(c, insn, x(c, insn) & element(1));
    }

    public static void FCVTNS_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, false, FpState.RN));
    }

    public static void FCVTNU_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, true, FpState.RN));
    }

    public static void FCVTPS_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, false, FpState.RP));
    }

    public static void FCVTPU_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, true, FpState.RP));
    }

    public static void FCVTMS_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, false, FpState.RM));
    }

    public static void FCVTMU_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, true, FpState.RM));
    }

    public static void FCVTZS_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, false, FpState.RZ));
    }

    public static void FCVTZU_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, true, FpState.RZ));
    }

    public static void FCVTAS_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, false, FpState.RA));
    }

    public static void FCVTAU_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, 0, true, FpState.RA));
    }

    public static void SCVTF_H64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn), 0, false));
    }

    public static void SCVTF_H64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_64H_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_H64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn), 0, true));
    }

    public static void UCVTF_H64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 1, x(c, insn), fbits(insn), true));
    }

    public static void FCVTZU_64H_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 1, nLow(c, insn, 1), 64, fbits(insn), true, FpState.RZ));
    }

    public static void FMOV_64H_float2int(Vcpu c, int insn) {
        setX(c, insn, nLow(c, insn, 1));
    }

    public static void FMOV_H64_float2int(Vcpu c, int insn) {
        set(c, insn, x(c, insn) & element(1));
    }

    public static void FCVTNS_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, false, FpState.RN));
    }

    public static void FCVTNU_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, true, FpState.RN));
    }

    public static void FCVTPS_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, false, FpState.RP));
    }

    public static void FCVTPU_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, true, FpState.RP));
    }

    public static void FCVTMS_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, false, FpState.RM));
    }

    public static void FCVTMU_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, true, FpState.RM));
    }

    public static void FCVTZS_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, false, FpState.RZ));
    }

    public static void FCVTZU_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, true, FpState.RZ));
    }

    public static void FCVTAS_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, false, FpState.RA));
    }

    public static void FCVTAU_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, 0, true, FpState.RA));
    }

    public static void SCVTF_S32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, word(c, insn), 0, false));
    }

    public static void SCVTF_S32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, word(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_32S_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_S32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn) & WORD, 0, true));
    }

    public static void UCVTF_S32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn) & WORD, fbits(insn), true));
    }

    public static void FCVTZU_32S_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 32, fbits(insn), true, FpState.RZ));
    }

    public static void FMOV_32S_float2int(Vcpu c, int insn) {
        setX(c, insn, nLow(c, insn, 2));
    }

    public static void FMOV_S32_float2int(Vcpu c, int insn) {
        set(c, insn, x(c, insn) & element(2));
    }

    public static void FCVTNS_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, false, FpState.RN));
    }

    public static void FCVTNU_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, true, FpState.RN));
    }

    public static void FCVTPS_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, false, FpState.RP));
    }

    public static void FCVTPU_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, true, FpState.RP));
    }

    public static void FCVTMS_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, false, FpState.RM));
    }

    public static void FCVTMU_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, true, FpState.RM));
    }

    public static void FCVTZS_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, false, FpState.RZ));
    }

    public static void FCVTZU_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, true, FpState.RZ));
    }

    public static void FCVTAS_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, false, FpState.RA));
    }

    public static void FCVTAU_64S_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, 0, true, FpState.RA));
    }

    public static void SCVTF_S64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn), 0, false));
    }

    public static void SCVTF_S64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_64S_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_S64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn), 0, true));
    }

    public static void UCVTF_S64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 2, x(c, insn), fbits(insn), true));
    }

    public static void FCVTZU_64S_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 2, nLow(c, insn, 2), 64, fbits(insn), true, FpState.RZ));
    }

    public static void FCVTNS_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, false, FpState.RN));
    }

    public static void FCVTNU_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, true, FpState.RN));
    }

    public static void FCVTPS_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, false, FpState.RP));
    }

    public static void FCVTPU_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, true, FpState.RP));
    }

    public static void FCVTMS_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, false, FpState.RM));
    }

    public static void FCVTMU_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, true, FpState.RM));
    }

    public static void FCVTZS_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, false, FpState.RZ));
    }

    public static void FCVTZU_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, true, FpState.RZ));
    }

    public static void FCVTAS_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, false, FpState.RA));
    }

    public static void FCVTAU_32D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, 0, true, FpState.RA));
    }

    public static void SCVTF_D32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, word(c, insn), 0, false));
    }

    public static void SCVTF_D32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, word(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_32D_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_D32_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn) & WORD, 0, true));
    }

    public static void UCVTF_D32_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn) & WORD, fbits(insn), true));
    }

    public static void FCVTZU_32D_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 32, fbits(insn), true, FpState.RZ));
    }

    public static void FCVTNS_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, false, FpState.RN));
    }

    public static void FCVTNU_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, true, FpState.RN));
    }

    public static void FCVTPS_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, false, FpState.RP));
    }

    public static void FCVTPU_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, true, FpState.RP));
    }

    public static void FCVTMS_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, false, FpState.RM));
    }

    public static void FCVTMU_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, true, FpState.RM));
    }

    public static void FCVTZS_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, false, FpState.RZ));
    }

    public static void FCVTZU_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, true, FpState.RZ));
    }

    public static void FCVTAS_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, false, FpState.RA));
    }

    public static void FCVTAU_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, 0, true, FpState.RA));
    }

    public static void SCVTF_D64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn), 0, false));
    }

    public static void SCVTF_D64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn), fbits(insn), false));
    }

    public static void FCVTZS_64D_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, fbits(insn), false, FpState.RZ));
    }

    public static void UCVTF_D64_float2int(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn), 0, true));
    }

    public static void UCVTF_D64_float2fix(Vcpu c, int insn) {
        set(c, insn, FpConvert.fromFixed(c.fp, 3, x(c, insn), fbits(insn), true));
    }

    public static void FCVTZU_64D_float2fix(Vcpu c, int insn) {
        setX(
                c,
                insn,
                FpConvert.toFixed(c.fp, 3, nLow(c, insn, 3), 64, fbits(insn), true, FpState.RZ));
    }

    public static void FMOV_64D_float2int(Vcpu c, int insn) {
        setX(c, insn, nLow(c, insn, 3));
    }

    public static void FMOV_D64_float2int(Vcpu c, int insn) {
        set(c, insn, x(c, insn));
    }

    public static void FMOV_64VX_float2int(Vcpu c, int insn) {
        setX(c, insn, n1(c, insn));
    }

    public static void FMOV_V64I_float2int(Vcpu c, int insn) {
        c.v[d(insn) + 1] = x(c, insn);
    }
}
