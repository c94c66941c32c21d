package trapline.vcpu;

import trapline.isa.SysReg;

/**
 * Instruction words for tests, put together from the fields of DDI 0487, C6.2; registers by number,
 * 31 is ZR or SP.
 */
public final class Asm {
    public static final int NOP = 0xd503201f;
    public static final int WFE = 0xd503205f;
    public static final int WFI = 0xd503207f;
    public static final int SEV = 0xd503209f;
    public static final int SEVL = 0xd50320bf;
    public static final int ISB = 0xd5033fdf;
    public static final int CLREX = 0xd5033f5f;
    public static final int ERET = 0xd69f03e0;
    public static final int RET = 0xd65f03c0;
    public static final int UDF = 0;

    /** {@code b .} */
    public static final int SPIN = 0x14000000;

    /** {@code fmov d0, d0} */
    public static final int FMOV = 0x1e604000;

    private Asm() {}

    public static int movz(int rd, int imm16) {
        return 0xd2800000 | imm16 << 5 | rd;
    }

    /** MOVZ Xd, #imm16, LSL #(16 * hw). */
    public static int movz(int rd, int imm16, int hw) {
        return 0xd2800000 | hw << 21 | imm16 << 5 | rd;
    }

    public static int movk(int rd, int imm16, int hw) {
        return 0xf2800000 | hw << 21 | imm16 << 5 | rd;
    }

    /** ADR Xd, words from here. */
    public static int adr(int rd, int words) {
        return 0x10000000 | (words & 0x7ffff) << 5 | rd;
    }

    public static int cbz(int rt, int words) {
        return 0xb4000000 | (words & 0x7ffff) << 5 | rt;
    }

    public static int cbnzW(int rt, int words) {
        return 0x35000000 | (words & 0x7ffff) << 5 | rt;
    }

    /** LDRB Wt, [Xn], #1. */
    public static int ldrbPost(int rt, int rn) {
        return 0x38401400 | rn << 5 | rt;
    }

    /** ADD Xd, Xn, Xm. */
    public static int add(int rd, int rn, int rm) {
        return 0x8b000000 | rm << 16 | rn << 5 | rd;
    }

    public static int addImm(int rd, int rn, int imm12) {
        return 0x91000000 | imm12 << 10 | rn << 5 | rd;
    }

    public static int subImm(int rd, int rn, int imm12) {
        return 0xd1000000 | imm12 << 10 | rn << 5 | rd;
    }

    public static int b(int words) {
        return 0x14000000 | words & 0x3ff_ffff;
    }

    public static int br(int rn) {
        return 0xd61f0000 | rn << 5;
    }

    public static int blr(int rn) {
        return 0xd63f0000 | rn << 5;
    }

    public static int cbnz(int rt, int words) {
        return 0xb5000000 | (words & 0x7ffff) << 5 | rt;
    }

    public static int svc(int imm) {
        return 0xd4000001 | imm << 5;
    }

    public static int hvc(int imm) {
        return 0xd4000002 | imm << 5;
    }

    public static int smc(int imm) {
        return 0xd4000003 | imm << 5;
    }

    public static int brk(int imm) {
        return 0xd4200000 | imm << 5;
    }

    public static int hlt(int imm) {
        return 0xd4400000 | imm << 5;
    }

    /** LDR Xt, [Xn, #offset], a multiple of 8. */
    public static int ldr(int rt, int rn, int offset) {
        return 0xf9400000 | offset / 8 << 10 | rn << 5 | rt;
    }

    public static int str(int rt, int rn, int offset) {
        return 0xf9000000 | offset / 8 << 10 | rn << 5 | rt;
    }

    public static int ldrW(int rt, int rn) {
        return 0xb9400000 | rn << 5 | rt;
    }

    public static int strW(int rt, int rn) {
        return 0xb9000000 | rn << 5 | rt;
    }

    public static int ldrb(int rt, int rn) {
        return 0x39400000 | rn << 5 | rt;
    }

    public static int strb(int rt, int rn) {
        return 0x39000000 | rn << 5 | rt;
    }

    /** LDR Xt, [Xn], #imm9. */
    public static int ldrPost(int rt, int rn, int imm9) {
        return 0xf8400400 | (imm9 & 0x1ff) << 12 | rn << 5 | rt;
    }

    /** STR Xt, [Xn, #imm9]!. */
    public static int strPre(int rt, int rn, int imm9) {
        return 0xf8000c00 | (imm9 & 0x1ff) << 12 | rn << 5 | rt;
    }

    public static int ldtr(int rt, int rn) {
        return 0xf8400800 | rn << 5 | rt;
    }

    public static int sttr(int rt, int rn) {
        return 0xf8000800 | rn << 5 | rt;
    }

    public static int ldp(int rt, int rt2, int rn) {
        return 0xa9400000 | rt2 << 10 | rn << 5 | rt;
    }

    public static int stp(int rt, int rt2, int rn) {
        return 0xa9000000 | rt2 << 10 | rn << 5 | rt;
    }

    public static int ldxr(int rt, int rn) {
        return 0xc85f7c00 | rn << 5 | rt;
    }

    public static int stxr(int rs, int rt, int rn) {
        return 0xc8007c00 | rs << 16 | rn << 5 | rt;
    }

    public static int ldxrW(int rt, int rn) {
        return 0x885f7c00 | rn << 5 | rt;
    }

    public static int stxrW(int rs, int rt, int rn) {
        return 0x88007c00 | rs << 16 | rn << 5 | rt;
    }

    public static int ldxp(int rt, int rt2, int rn) {
        return 0xc87f0000 | rt2 << 10 | rn << 5 | rt;
    }

    public static int stxp(int rs, int rt, int rt2, int rn) {
        return 0xc8200000 | rs << 16 | rt2 << 10 | rn << 5 | rt;
    }

    public static int ldar(int rt, int rn) {
        return 0xc8dffc00 | rn << 5 | rt;
    }

    public static int stlr(int rt, int rn) {
        return 0xc89ffc00 | rn << 5 | rt;
    }

    /** LDAXR Xt, [Xn]. */
    public static int ldaxr(int rt, int rn) {
        return 0xc85ffc00 | rn << 5 | rt;
    }

    /** LDXRB Wt, [Xn]. */
    public static int ldxrb(int rt, int rn) {
        return 0x085f7c00 | rn << 5 | rt;
    }

    /** CAS Xs, Xt, [Xn]. */
    public static int cas(int rs, int rt, int rn) {
        return 0xc8a07c00 | rs << 16 | rn << 5 | rt;
    }

    /** LDP Qt, Qt2, [Xn]. */
    public static int ldpQ(int rt, int rt2, int rn) {
        return 0xad400000 | rt2 << 10 | rn << 5 | rt;
    }

    /** ST2 {Vt.16B, Vt+1.16B}, [Xn]. */
    public static int st2Bytes(int rt, int rn) {
        return 0x4c008000 | rn << 5 | rt;
    }

    /** LDR Xt, words from here. */
    public static int ldrLiteral(int rt, int words) {
        return 0x58000000 | (words & 0x7ffff) << 5 | rt;
    }

    /** LDADD Xs, Xt, [Xn]. */
    public static int ldadd(int rs, int rt, int rn) {
        return 0xf8200000 | rs << 16 | rn << 5 | rt;
    }

    /** LDR Qt, [Xn]. */
    public static int ldrQ(int rt, int rn) {
        return 0x3dc00000 | rn << 5 | rt;
    }

    public static int strQ(int rt, int rn) {
        return 0x3d800000 | rn << 5 | rt;
    }

    /** LD1 {Vt.16B}, [Xn]. */
    public static int ld1Bytes(int rt, int rn) {
        return 0x4c407000 | rn << 5 | rt;
    }

    /** LD1 {Vt.4S}, [Xn]. */
    public static int ld1Words(int rt, int rn) {
        return 0x4c407800 | rn << 5 | rt;
    }

    /** PRFM PLDL1KEEP, [Xn]. */
    public static int prfm(int rn) {
        return 0xf9800000 | rn << 5;
    }

    public static int mrs(int rt, int register) {
        return 0xd5200000 | operands(SysReg.keyOf(register)) | rt;
    }

    public static int msr(int register, int rt) {
        return 0xd5000000 | operands(SysReg.keyOf(register)) | rt;
    }

    /** SYS by a register index of an instruction, such as DC_ZVA. */
    public static int sys(int instruction, int rt) {
        return msr(instruction, rt);
    }

    private static int operands(int key) {
        return SysReg.op0(key) << 19
                | SysReg.op1(key) << 16
                | SysReg.crn(key) << 12
                | SysReg.crm(key) << 8
                | SysReg.op2(key) << 5;
    }

    /** MSR DAIFSet, #imm. */
    public static int daifSet(int imm) {
        return 0xd50340df | imm << 8;
    }

    public static int daifClr(int imm) {
        return 0xd50340ff | imm << 8;
    }

    public static int spSel(int imm) {
        return 0xd50040bf | imm << 8;
    }

    public static int pan(int imm) {
        return 0xd500409f | imm << 8;
    }

    public static int uao(int imm) {
        return 0xd500407f | imm << 8;
    }
}
