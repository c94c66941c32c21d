package trapline.vcpu;

/** Loads and stores of one or two SIMD&FP registers: one method an encoding, under Arm's name. */
// One handler an encoding keeps the table readable; their names are Arm's.
@SuppressWarnings("MethodName")
public final class SimdLoadStore {
    private SimdLoadStore() {}

    static void set(Vcpu c, int t, long low, long high) {
        c.v[t << 1] = low;
        c.v[(t << 1) + 1] = high;
    }

    private static void loadQ(Vcpu c, int t, long va) {
        align(c, va, false);
        long first = c.mmu.load64(va);
        long second = c.mmu.load64(va + 8);
        setQ(c, t, first, second);
    }

    /** A register of two doublewords in the order of their addresses. */
    private static void setQ(Vcpu c, int t, long first, long second) {
        boolean reversed = c.mmu.bigEndian();
        set(c, t, reversed ? second : first, reversed ? first : second);
    }

    /** Where alignment is asked for, that of the whole register is. */
    private static void align(Vcpu c, long va, boolean write) {
        if ((va & 15) != 0) {
            c.mmu.requireAligned(va, 16, write);
        }
    }

    private static void storeQ(Vcpu c, int t, long va) {
        align(c, va, true);
        storeHalves(c, va, t);
    }

    private static void storeHalves(Vcpu c, long va, int t) {
        int first = c.mmu.bigEndian() ? 1 : 0;
        c.mmu.storePair64(va, c.v[(t << 1) + first], c.v[(t << 1) + 1 - first]);
    }

    private static void storeQuads(Vcpu c, long va, int t, int t2) {
        align(c, va, true);
        if ((va & 0xfff) > 0xfe0) {
            c.mmu.probeStore(va, 32);
        }
        storeHalves(c, va, t);
        storeHalves(c, va + 16, t2);
    }

    public static void STR_B_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 0);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_B_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 0);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_Q_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 4);
        storeQ(c, i & 31, va);
    }

    public static void LDR_Q_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 4);
        loadQ(c, i & 31, va);
    }

    public static void STR_H_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 1);
        c.mmu.store16(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_H_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 1);
        long v = c.mmu.load16(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_S_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 2);
        c.mmu.store32(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_S_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 2);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_D_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 3);
        c.mmu.store64(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_D_ldst_pos(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + ((long) (i >>> 10 & 0xfff) << 3);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
    }

    public static void STUR_B_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
    }

    public static void LDUR_B_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
    }

    public static void STUR_Q_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        storeQ(c, i & 31, va);
    }

    public static void LDUR_Q_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        loadQ(c, i & 31, va);
    }

    public static void STUR_H_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store16(va, c.v[(i & 31) << 1]);
    }

    public static void LDUR_H_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load16(va);
        set(c, i & 31, v, 0);
    }

    public static void STUR_S_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store32(va, c.v[(i & 31) << 1]);
    }

    public static void LDUR_S_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
    }

    public static void STUR_D_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store64(va, c.v[(i & 31) << 1]);
    }

    public static void LDUR_D_ldst_unscaled(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_B_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void LDR_B_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void STR_Q_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        storeQ(c, i & 31, va);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void LDR_Q_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        loadQ(c, i & 31, va);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void STR_H_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.store16(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void LDR_H_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long v = c.mmu.load16(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void STR_S_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.store32(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void LDR_S_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void STR_D_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.store64(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void LDR_D_ldst_immpost(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.imm9(i);
    }

    public static void STR_B_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_B_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STR_Q_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        storeQ(c, i & 31, va);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_Q_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        loadQ(c, i & 31, va);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STR_H_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store16(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_H_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load16(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STR_S_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store32(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_S_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STR_D_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        c.mmu.store64(va, c.v[(i & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_D_ldst_immpre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.imm9(i);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STR_B_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 0);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
    }

    public static void STR_BL_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 0);
        c.mmu.store8(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_B_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 0);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
    }

    public static void LDR_BL_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 0);
        long v = c.mmu.load8(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_Q_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 4);
        storeQ(c, i & 31, va);
    }

    public static void LDR_Q_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 4);
        loadQ(c, i & 31, va);
    }

    public static void STR_H_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 1);
        c.mmu.store16(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_H_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 1);
        long v = c.mmu.load16(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_S_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 2);
        c.mmu.store32(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_S_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 2);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
    }

    public static void STR_D_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 3);
        c.mmu.store64(va, c.v[(i & 31) << 1]);
    }

    public static void LDR_D_ldst_regoff(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.offset(c, i, 3);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
    }

    public static void STP_S_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        c.mmu.storePair32(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
    }

    public static void LDP_S_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
    }

    public static void STP_D_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        c.mmu.storePair64(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
    }

    public static void LDP_D_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
    }

    public static void STP_Q_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        storeQuads(c, va, i & 31, i >>> 10 & 31);
    }

    public static void LDP_Q_ldstpair_off(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        align(c, va, false);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        long d = c.mmu.load64(va + 16);
        long e = c.mmu.load64(va + 24);
        setQ(c, i & 31, a, b);
        setQ(c, i >>> 10 & 31, d, e);
    }

    public static void STP_S_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.storePair32(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 2);
    }

    public static void LDP_S_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 2);
    }

    public static void STP_D_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        c.mmu.storePair64(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 3);
    }

    public static void LDP_D_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 3);
    }

    public static void STP_Q_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        storeQuads(c, va, i & 31, i >>> 10 & 31);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 4);
    }

    public static void LDP_Q_ldstpair_post(Vcpu c, int i) {
        long va = LoadStore.base(c, i);
        align(c, va, false);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        long d = c.mmu.load64(va + 16);
        long e = c.mmu.load64(va + 24);
        setQ(c, i & 31, a, b);
        setQ(c, i >>> 10 & 31, d, e);
        c.x[i >>> 5 & 31] = va + LoadStore.pairOffset(i, 4);
    }

    public static void STP_S_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        c.mmu.storePair32(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDP_S_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STP_D_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        c.mmu.storePair64(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDP_D_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
        c.x[i >>> 5 & 31] = va;
    }

    public static void STP_Q_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        storeQuads(c, va, i & 31, i >>> 10 & 31);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDP_Q_ldstpair_pre(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        align(c, va, false);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        long d = c.mmu.load64(va + 16);
        long e = c.mmu.load64(va + 24);
        setQ(c, i & 31, a, b);
        setQ(c, i >>> 10 & 31, d, e);
        c.x[i >>> 5 & 31] = va;
    }

    public static void LDR_S_loadlit(Vcpu c, int i) {
        long va = c.pc + LoadStore.literal(i);
        long v = c.mmu.load32(va);
        set(c, i & 31, v, 0);
    }

    public static void LDR_D_loadlit(Vcpu c, int i) {
        long va = c.pc + LoadStore.literal(i);
        long v = c.mmu.load64(va);
        set(c, i & 31, v, 0);
    }

    public static void LDR_Q_loadlit(Vcpu c, int i) {
        long va = c.pc + LoadStore.literal(i);
        loadQ(c, i & 31, va);
    }

    public static void STNP_S_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        c.mmu.storePair32(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
    }

    public static void LDNP_S_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 2);
        long a = c.mmu.load32(va);
        long b = c.mmu.load32(va + 4);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
    }

    public static void STNP_D_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        c.mmu.storePair64(va, c.v[(i & 31) << 1], c.v[(i >>> 10 & 31) << 1]);
    }

    public static void LDNP_D_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 3);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        set(c, i & 31, a, 0);
        set(c, i >>> 10 & 31, b, 0);
    }

    public static void STNP_Q_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        storeQuads(c, va, i & 31, i >>> 10 & 31);
    }

    public static void LDNP_Q_ldstnapair_offs(Vcpu c, int i) {
        long va = LoadStore.base(c, i) + LoadStore.pairOffset(i, 4);
        align(c, va, false);
        long a = c.mmu.load64(va);
        long b = c.mmu.load64(va + 8);
        long d = c.mmu.load64(va + 16);
        long e = c.mmu.load64(va + 24);
        setQ(c, i & 31, a, b);
        setQ(c, i >>> 10 & 31, d, e);
    }
}
