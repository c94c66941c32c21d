package trapline.vcpu;

/**
 * Loads and stores of general registers but the exclusive, ordered and atomic ones: one method an
 * encoding, under Arm's name. No register changes before the last access of an instruction has
 * succeeded, so that a fault leaves the instruction as if it had not begun.
 */
// One handler an encoding keeps the table readable; their names are Arm's.
@SuppressWarnings("MethodName")
public final class LoadStore {
    private static final long WORD = 0xffff_ffffL;

    private LoadStore() {}

    /** Place of Rt for a write: 31 is the sink. */
    static int w(int i) {
        int r = i & 31;
        return r + (r + 1 >> 5 << 1);
    }

    /** Place of Rt for a read: 31 is zero. */
    static int t(int i) {
        int r = i & 31;
        return r + (r + 1 >> 5);
    }

    /** Place of Rt2 for a write. */
    static int w2(int i) {
        int r = i >>> 10 & 31;
        return r + (r + 1 >> 5 << 1);
    }

    /** Place of Rt2 for a read. */
    static int t2(int i) {
        int r = i >>> 10 & 31;
        return r + (r + 1 >> 5);
    }

    /** Base register, with the SP alignment check where it is SP. */
    static long base(Vcpu c, int i) {
        int n = i >>> 5 & 31;
        long b = c.x[n];
        if (n == 31 && (b & 15) != 0) {
            c.checkSpAlignment();
        }
        return b;
    }

    static long imm9(int i) {
        return (long) i << 43 >> 55;
    }

    static long literal(int i) {
        return (long) (i << 8 >> 13) << 2;
    }

    static long pairOffset(int i, int scale) {
        return (long) (i << 10 >> 25) << scale;
    }

    /** Extended and perhaps scaled register offset. */
    static long offset(Vcpu c, int i, int scale) {
        int m = i >>> 16 & 31;
        return Bits.extend(c.x[m + (m + 1 >> 5)], i >>> 13 & 7, (i >>> 12 & 1) * scale);
    }

    public static void STRB_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + (i >>> 10 & 0xfff);
        c.mmu.store8(va, c.x[t(i)]);
    }

    public static void LDRB_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + (i >>> 10 & 0xfff);
        c.x[w(i)] = c.mmu.load8(va);
    }

    public static void LDRSB_64_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + (i >>> 10 & 0xfff);
        c.x[w(i)] = (byte) c.mmu.load8(va);
    }

    public static void LDRSB_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + (i >>> 10 & 0xfff);
        c.x[w(i)] = (byte) c.mmu.load8(va) & WORD;
    }

    public static void STRH_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 1);
        c.mmu.store16(va, c.x[t(i)]);
    }

    public static void LDRH_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 1);
        c.x[w(i)] = c.mmu.load16(va);
    }

    public static void LDRSH_64_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 1);
        c.x[w(i)] = (short) c.mmu.load16(va);
    }

    public static void LDRSH_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 1);
        c.x[w(i)] = (short) c.mmu.load16(va) & WORD;
    }

    public static void STR_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 2);
        c.mmu.store32(va, c.x[t(i)]);
    }

    public static void LDR_32_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 2);
        c.x[w(i)] = c.mmu.load32(va);
    }

    public static void LDRSW_64_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 2);
        c.x[w(i)] = (int) c.mmu.load32(va);
    }

    public static void STR_64_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 3);
        c.mmu.store64(va, c.x[t(i)]);
    }

    public static void LDR_64_ldst_pos(Vcpu c, int i) {
        long va = base(c, i) + ((i >>> 10 & 0xfff) << 3);
        c.x[w(i)] = c.mmu.load64(va);
    }

    public static void STURB_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store8(va, c.x[t(i)]);
    }

    public static void LDURB_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.mmu.load8(va);
    }

    public static void LDURSB_64_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (byte) c.mmu.load8(va);
    }

    public static void LDURSB_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (byte) c.mmu.load8(va) & WORD;
    }

    public static void STURH_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store16(va, c.x[t(i)]);
    }

    public static void LDURH_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.mmu.load16(va);
    }

    public static void LDURSH_64_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (short) c.mmu.load16(va);
    }

    public static void LDURSH_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (short) c.mmu.load16(va) & WORD;
    }

    public static void STUR_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store32(va, c.x[t(i)]);
    }

    public static void LDUR_32_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.mmu.load32(va);
    }

    public static void LDURSW_64_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (int) c.mmu.load32(va);
    }

    public static void STUR_64_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store64(va, c.x[t(i)]);
    }

    public static void LDUR_64_ldst_unscaled(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.mmu.load64(va);
    }

    public static void STRB_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.store8(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va + imm9(i);
    }

    public static void LDRB_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = c.mmu.load8(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void LDRSB_64_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = (byte) c.mmu.load8(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void LDRSB_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = (byte) c.mmu.load8(va) & WORD;
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void STRH_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.store16(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va + imm9(i);
    }

    public static void LDRH_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = c.mmu.load16(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void LDRSH_64_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = (short) c.mmu.load16(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void LDRSH_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = (short) c.mmu.load16(va) & WORD;
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void STR_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.store32(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va + imm9(i);
    }

    public static void LDR_32_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = c.mmu.load32(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void LDRSW_64_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = (int) c.mmu.load32(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void STR_64_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.store64(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va + imm9(i);
    }

    public static void LDR_64_ldst_immpost(Vcpu c, int i) {
        long va = base(c, i);
        long v = c.mmu.load64(va);
        c.x[i >>> 5 & 31] = va + imm9(i);
        c.x[w(i)] = v;
    }

    public static void STRB_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store8(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDRB_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = c.mmu.load8(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void LDRSB_64_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = (byte) c.mmu.load8(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void LDRSB_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = (byte) c.mmu.load8(va) & WORD;
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void STRH_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store16(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDRH_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = c.mmu.load16(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void LDRSH_64_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = (short) c.mmu.load16(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void LDRSH_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = (short) c.mmu.load16(va) & WORD;
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void STR_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store32(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_32_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = c.mmu.load32(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void LDRSW_64_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = (int) c.mmu.load32(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void STR_64_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.mmu.store64(va, c.x[t(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_64_ldst_immpre(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        long v = c.mmu.load64(va);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = v;
    }

    public static void STRB_32B_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.mmu.store8(va, c.x[t(i)]);
    }

    public static void STRB_32BL_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.mmu.store8(va, c.x[t(i)]);
    }

    public static void LDRB_32B_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = c.mmu.load8(va);
    }

    public static void LDRB_32BL_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = c.mmu.load8(va);
    }

    public static void LDRSB_64B_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = (byte) c.mmu.load8(va);
    }

    public static void LDRSB_64BL_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = (byte) c.mmu.load8(va);
    }

    public static void LDRSB_32B_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = (byte) c.mmu.load8(va) & WORD;
    }

    public static void LDRSB_32BL_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 0);
        c.x[w(i)] = (byte) c.mmu.load8(va) & WORD;
    }

    public static void STRH_32_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 1);
        c.mmu.store16(va, c.x[t(i)]);
    }

    public static void LDRH_32_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 1);
        c.x[w(i)] = c.mmu.load16(va);
    }

    public static void LDRSH_64_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 1);
        c.x[w(i)] = (short) c.mmu.load16(va);
    }

    public static void LDRSH_32_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 1);
        c.x[w(i)] = (short) c.mmu.load16(va) & WORD;
    }

    public static void STR_32_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 2);
        c.mmu.store32(va, c.x[t(i)]);
    }

    public static void LDR_32_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 2);
        c.x[w(i)] = c.mmu.load32(va);
    }

    public static void LDRSW_64_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 2);
        c.x[w(i)] = (int) c.mmu.load32(va);
    }

    public static void STR_64_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 3);
        c.mmu.store64(va, c.x[t(i)]);
    }

    public static void LDR_64_ldst_regoff(Vcpu c, int i) {
        long va = base(c, i) + offset(c, i, 3);
        c.x[w(i)] = c.mmu.load64(va);
    }

    public static void LDR_32_loadlit(Vcpu c, int i) {
        long va = c.pc + literal(i);
        c.x[w(i)] = c.mmu.load32(va);
    }

    public static void LDR_64_loadlit(Vcpu c, int i) {
        long va = c.pc + literal(i);
        c.x[w(i)] = c.mmu.load64(va);
    }

    public static void LDRSW_64_loadlit(Vcpu c, int i) {
        long va = c.pc + literal(i);
        c.x[w(i)] = (int) c.mmu.load32(va);
    }

    public static void STTRB_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.unprivilegedStore(va, 1, c.x[t(i)]);
    }

    public static void LDTRB_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.unprivilegedLoad(va, 1);
    }

    public static void LDTRSB_64_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (byte) c.unprivilegedLoad(va, 1);
    }

    public static void LDTRSB_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (byte) c.unprivilegedLoad(va, 1) & WORD;
    }

    public static void STTRH_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.unprivilegedStore(va, 2, c.x[t(i)]);
    }

    public static void LDTRH_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.unprivilegedLoad(va, 2);
    }

    public static void LDTRSH_64_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (short) c.unprivilegedLoad(va, 2);
    }

    public static void LDTRSH_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (short) c.unprivilegedLoad(va, 2) & WORD;
    }

    public static void STTR_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.unprivilegedStore(va, 4, c.x[t(i)]);
    }

    public static void LDTR_32_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.unprivilegedLoad(va, 4);
    }

    public static void LDTRSW_64_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = (int) c.unprivilegedLoad(va, 4);
    }

    public static void STTR_64_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.unprivilegedStore(va, 8, c.x[t(i)]);
    }

    public static void LDTR_64_ldst_unpriv(Vcpu c, int i) {
        long va = base(c, i) + imm9(i);
        c.x[w(i)] = c.unprivilegedLoad(va, 8);
    }

    public static void STP_32_ldstpair_off(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        c.mmu.storePair32(va, c.x[t(i)], c.x[t2(i)]);
    }

    public static void LDP_32_ldstpair_off(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void LDPSW_64_ldstpair_off(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        long a = (int) c.mmu.load32(va);
        long b = (int) c.mmu.load32(va + 4);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STP_64_ldstpair_off(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        c.mmu.storePair64(va, c.x[t(i)], c.x[t2(i)]);
    }

    public static void LDP_64_ldstpair_off(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STP_32_ldstpair_post(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.storePair32(va, c.x[t(i)], c.x[t2(i)]);
        c.x[i >>> 5 & 31] = va + pairOffset(i, 2);
    }

    public static void LDP_32_ldstpair_post(Vcpu c, int i) {
        long va = base(c, i);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        c.x[i >>> 5 & 31] = va + pairOffset(i, 2);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void LDPSW_64_ldstpair_post(Vcpu c, int i) {
        long va = base(c, i);
        long a = (int) c.mmu.load32(va);
        long b = (int) c.mmu.load32(va + 4);
        c.x[i >>> 5 & 31] = va + pairOffset(i, 2);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STP_64_ldstpair_post(Vcpu c, int i) {
        long va = base(c, i);
        c.mmu.storePair64(va, c.x[t(i)], c.x[t2(i)]);
        c.x[i >>> 5 & 31] = va + pairOffset(i, 3);
    }

    public static void LDP_64_ldstpair_post(Vcpu c, int i) {
        long va = base(c, i);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        c.x[i >>> 5 & 31] = va + pairOffset(i, 3);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STP_32_ldstpair_pre(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        c.mmu.storePair32(va, c.x[t(i)], c.x[t2(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDP_32_ldstpair_pre(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void LDPSW_64_ldstpair_pre(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        long a = (int) c.mmu.load32(va);
        long b = (int) c.mmu.load32(va + 4);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STP_64_ldstpair_pre(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        c.mmu.storePair64(va, c.x[t(i)], c.x[t2(i)]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDP_64_ldstpair_pre(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        c.x[i >>> 5 & 31] = va;
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STNP_32_ldstnapair_offs(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        c.mmu.storePair32(va, c.x[t(i)], c.x[t2(i)]);
    }

    public static void LDNP_32_ldstnapair_offs(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }

    public static void STNP_64_ldstnapair_offs(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        c.mmu.storePair64(va, c.x[t(i)], c.x[t2(i)]);
    }

    public static void LDNP_64_ldstnapair_offs(Vcpu c, int i) {
        long va = base(c, i) + pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        c.x[w(i)] = a;
        c.x[w2(i)] = b;
    }
}
