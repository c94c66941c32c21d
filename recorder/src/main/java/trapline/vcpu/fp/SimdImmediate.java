package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.q;
import static trapline.vcpu.fp.Operand.set;

import trapline.vcpu.Vcpu;

/**
 * Immediates: DDI 0487, C4.1, "Advanced SIMD modified immediate"; AdvSIMDExpandImm and
 * VFPExpandImm.
 */
public final class SimdImmediate {
    private SimdImmediate() {}

    /** The eight bits {@code abcdefgh}. */
    private static int imm8(int insn) {
        return insn >>> 11 & 0xe0 | insn >>> 5 & 0x1f;
    }

    /** {@code AdvSIMDExpandImm()}. */
    private static long expand(int insn) {
        long imm = imm8(insn);
        int cmode = insn >>> 12 & 15;
        return switch (cmode) {
            case 0, 1, 2, 3, 4, 5, 6, 7 -> Lanes.repeat(2, imm << (cmode >>> 1) * 8);
            case 8, 9, 10, 11 -> Lanes.repeat(1, imm << (cmode >>> 1 & 1) * 8);
            case 12 -> Lanes.repeat(2, imm << 8 | 0xff);
            case 13 -> Lanes.repeat(2, imm << 16 | 0xffff);
            case 14 -> (insn & 1 << 29) == 0 ? Lanes.repeat(0, imm) : bytes((int) imm);
            default -> Lanes.repeat(2, fpImmediate(2, (int) imm));
        };
    }

    /** Each bit to a byte of all ones. */
    private static long bytes(int imm) {
        long spread = 0;
        for (int i = 0; i < 8; i++) {
            spread |= (long) (imm >>> i & 1) << 8 * i;
        }
        return Lanes.fill(0, spread << 7);
    }

    /** {@code VFPExpandImm()}: sign, three bits of exponent, four of fraction. */
    static long fpImmediate(int sz, int imm) {
        long sign = (imm & 0x80) != 0 ? FpBits.sign(sz) : 0;
        int exponent = (imm >>> 4 & 3) + ((imm & 0x40) != 0 ? -3 : 1) + FpBits.bias(sz);
        return sign | (long) exponent << FpBits.frac(sz) | (imm & 15L) << FpBits.frac(sz) - 4;
    }

    public static void MOVI_asimdimm_L_sl(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MOVI_asimdimm_L_hl(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MOVI_asimdimm_M_sm(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MOVI_asimdimm_N_b(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void FMOV_asimdimm_S_s(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MVNI_asimdimm_L_sl(Vcpu c, int insn) {
        long imm = ~expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MVNI_asimdimm_L_hl(Vcpu c, int insn) {
        long imm = ~expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void MVNI_asimdimm_M_sm(Vcpu c, int insn) {
        long imm = ~expand(insn);
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void ORR_asimdimm_L_sl(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, d0(c, insn) | imm, q(insn) ? d1(c, insn) | imm : 0);
    }

    public static void BIC_asimdimm_L_sl(Vcpu c, int insn) {
        long imm = ~expand(insn);
        set(c, insn, d0(c, insn) & imm, q(insn) ? d1(c, insn) & imm : 0);
    }

    public static void ORR_asimdimm_L_hl(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, d0(c, insn) | imm, q(insn) ? d1(c, insn) | imm : 0);
    }

    public static void BIC_asimdimm_L_hl(Vcpu c, int insn) {
        long imm = ~expand(insn);
        set(c, insn, d0(c, insn) & imm, q(insn) ? d1(c, insn) & imm : 0);
    }

    public static void FMOV_asimdimm_H_h(Vcpu c, int insn) {
        long imm = Lanes.repeat(1, fpImmediate(1, imm8(insn)));
        set(c, insn, imm, q(insn) ? imm : 0);
    }

    public static void FMOV_asimdimm_D2_d(Vcpu c, int insn) {
        long imm = fpImmediate(3, imm8(insn));
        set(c, insn, imm, imm);
    }

    public static void MOVI_asimdimm_D2_d(Vcpu c, int insn) {
        long imm = expand(insn);
        set(c, insn, imm, imm);
    }

    public static void MOVI_asimdimm_D_ds(Vcpu c, int insn) {
        set(c, insn, expand(insn));
    }
}
