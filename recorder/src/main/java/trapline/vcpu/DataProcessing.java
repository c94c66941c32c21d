package trapline.vcpu;

/**
 * Data processing on general registers: one method an encoding, under Arm's name. Register 31 is SP
 * where an index is taken straight from the word, and ZR where it goes through {@link #n}, {@link
 * #m}, {@link #a}, {@link #d} (reads: the constant zero) or {@link #w} (writes: the sink).
 */
// One handler an encoding keeps the table readable; their names are Arm's.
@SuppressWarnings({"checkstyle:MethodName", "UnusedMethod"})
public final class DataProcessing {
    private static final long WORD = 0xffff_ffffL;

    private DataProcessing() {}

    /** Place of Rd for a write: 31 is the sink. */
    static int w(int i) {
        int r = i & 31;
        return r + (r + 1 >> 5 << 1);
    }

    /** Place of Rd for a read: 31 is zero. */
    static int d(int i) {
        int r = i & 31;
        return r + (r + 1 >> 5);
    }

    /** Place of Rn for a read: 31 is zero. */
    static int n(int i) {
        int r = i >>> 5 & 31;
        return r + (r + 1 >> 5);
    }

    /** Place of Rm for a read: 31 is zero. */
    static int m(int i) {
        int r = i >>> 16 & 31;
        return r + (r + 1 >> 5);
    }

    /** Place of Ra for a read: 31 is zero. */
    static int a(int i) {
        int r = i >>> 10 & 31;
        return r + (r + 1 >> 5);
    }

    static long imm12(int i) {
        return (long) (i >>> 10 & 0xfff) << (i >>> 20 & 4) << (i >>> 19 & 8);
    }

    static long imm16(int i) {
        return i >>> 5 & 0xffffL;
    }

    static long adrOffset(int i) {
        return (long) (i << 8 >> 13) << 2 | i >>> 29 & 3;
    }

    public static void ADD_32_addsub_imm(Vcpu c, int i) {
        c.x[i & 31] = (c.x[i >>> 5 & 31] + imm12(i)) & WORD;
    }

    public static void ADDS_32S_addsub_imm(Vcpu c, int i) {
        int a = (int) c.x[i >>> 5 & 31];
        int b = (int) imm12(i);
        c.nzcv = Bits.addFlags32(a, b, 0);
        c.x[w(i)] = (a + b) & WORD;
    }

    public static void ADD_32_addsub_ext(Vcpu c, int i) {
        c.x[i & 31] =
                (c.x[i >>> 5 & 31] + Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7)) & WORD;
    }

    public static void ADDS_32S_addsub_ext(Vcpu c, int i) {
        int a = (int) c.x[i >>> 5 & 31];
        int b = (int) Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
        c.nzcv = Bits.addFlags32(a, b, 0);
        c.x[w(i)] = (a + b) & WORD;
    }

    public static void ADD_32_addsub_shift(Vcpu c, int i) {
        c.x[w(i)] = (c.x[n(i)] + Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void ADDS_32_addsub_shift(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31);
        c.nzcv = Bits.addFlags32(a, b, 0);
        c.x[w(i)] = (a + b) & WORD;
    }

    public static void SUB_32_addsub_imm(Vcpu c, int i) {
        c.x[i & 31] = (c.x[i >>> 5 & 31] - imm12(i)) & WORD;
    }

    public static void SUBS_32S_addsub_imm(Vcpu c, int i) {
        int a = (int) c.x[i >>> 5 & 31];
        int b = (int) imm12(i);
        c.nzcv = Bits.subFlags32(a, b);
        c.x[w(i)] = (a - b) & WORD;
    }

    public static void SUB_32_addsub_ext(Vcpu c, int i) {
        c.x[i & 31] =
                (c.x[i >>> 5 & 31] - Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7)) & WORD;
    }

    public static void SUBS_32S_addsub_ext(Vcpu c, int i) {
        int a = (int) c.x[i >>> 5 & 31];
        int b = (int) Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
        c.nzcv = Bits.subFlags32(a, b);
        c.x[w(i)] = (a - b) & WORD;
    }

    public static void SUB_32_addsub_shift(Vcpu c, int i) {
        c.x[w(i)] = (c.x[n(i)] - Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void SUBS_32_addsub_shift(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31);
        c.nzcv = Bits.subFlags32(a, b);
        c.x[w(i)] = (a - b) & WORD;
    }

    public static void ADC_32_addsub_carry(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = (int) c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.x[w(i)] = (a + b + carry) & WORD;
    }

    public static void ADCS_32_addsub_carry(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = (int) c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.nzcv = Bits.addFlags32(a, b, carry);
        c.x[w(i)] = (a + b + carry) & WORD;
    }

    public static void SBC_32_addsub_carry(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = ~(int) c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.x[w(i)] = (a + b + carry) & WORD;
    }

    public static void SBCS_32_addsub_carry(Vcpu c, int i) {
        int a = (int) c.x[n(i)];
        int b = ~(int) c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.nzcv = Bits.addFlags32(a, b, carry);
        c.x[w(i)] = (a + b + carry) & WORD;
    }

    public static void AND_32_log_imm(Vcpu c, int i) {
        c.x[i & 31] = (c.x[n(i)] & Bits.bitMask(i)) & WORD;
    }

    public static void ORR_32_log_imm(Vcpu c, int i) {
        c.x[i & 31] = (c.x[n(i)] | Bits.bitMask(i)) & WORD;
    }

    public static void EOR_32_log_imm(Vcpu c, int i) {
        c.x[i & 31] = (c.x[n(i)] ^ Bits.bitMask(i)) & WORD;
    }

    public static void ANDS_32S_log_imm(Vcpu c, int i) {
        int r = (int) (c.x[n(i)] & Bits.bitMask(i));
        c.nzcv = Bits.logicFlags32(r);
        c.x[w(i)] = r & WORD;
    }

    public static void AND_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] = (c.x[n(i)] & Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void ANDS_32_log_shift(Vcpu c, int i) {
        int r = (int) (c.x[n(i)] & Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31));
        c.nzcv = Bits.logicFlags32(r);
        c.x[w(i)] = r & WORD;
    }

    public static void BIC_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] =
                (c.x[n(i)] & ~Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void BICS_32_log_shift(Vcpu c, int i) {
        int r = (int) (c.x[n(i)] & ~Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31));
        c.nzcv = Bits.logicFlags32(r);
        c.x[w(i)] = r & WORD;
    }

    public static void ORR_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] = (c.x[n(i)] | Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void ORN_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] =
                (c.x[n(i)] | ~Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void EOR_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] = (c.x[n(i)] ^ Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void EON_32_log_shift(Vcpu c, int i) {
        c.x[w(i)] =
                (c.x[n(i)] ^ ~Bits.shift32((int) c.x[m(i)], i >>> 22 & 3, i >>> 10 & 31)) & WORD;
    }

    public static void MOVN_32_movewide(Vcpu c, int i) {
        c.x[w(i)] = ~(imm16(i) << (i >>> 17 & 48)) & WORD;
    }

    public static void MOVZ_32_movewide(Vcpu c, int i) {
        c.x[w(i)] = imm16(i) << (i >>> 17 & 48);
    }

    public static void MOVK_32_movewide(Vcpu c, int i) {
        int s = i >>> 17 & 48;
        c.x[w(i)] = (c.x[d(i)] & ~(0xffffL << s) | imm16(i) << s) & WORD;
    }

    public static void SBFM_32M_bitfield(Vcpu c, int i) {
        c.x[w(i)] = Bits.sbfm32((int) c.x[n(i)], i >>> 16 & 31, i >>> 10 & 31) & WORD;
    }

    public static void UBFM_32M_bitfield(Vcpu c, int i) {
        c.x[w(i)] = Bits.ubfm32((int) c.x[n(i)], i >>> 16 & 31, i >>> 10 & 31) & WORD;
    }

    public static void BFM_32M_bitfield(Vcpu c, int i) {
        c.x[w(i)] =
                Bits.bfm32((int) c.x[d(i)], (int) c.x[n(i)], i >>> 16 & 31, i >>> 10 & 31) & WORD;
    }

    public static void EXTR_32_extract(Vcpu c, int i) {
        int lsb = i >>> 10 & 31;
        c.x[w(i)] =
                (lsb == 0
                                ? (int) c.x[m(i)]
                                : (int) c.x[m(i)] >>> lsb | (int) c.x[n(i)] << (32 - lsb))
                        & WORD;
    }

    public static void CCMN_32_condcmp_imm(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.addFlags32((int) c.x[n(i)], i >>> 16 & 31, 0)
                        : i << 28;
    }

    public static void CCMN_32_condcmp_reg(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.addFlags32((int) c.x[n(i)], (int) c.x[m(i)], 0)
                        : i << 28;
    }

    public static void CCMP_32_condcmp_imm(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.subFlags32((int) c.x[n(i)], i >>> 16 & 31)
                        : i << 28;
    }

    public static void CCMP_32_condcmp_reg(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.subFlags32((int) c.x[n(i)], (int) c.x[m(i)])
                        : i << 28;
    }

    public static void CSEL_32_condsel(Vcpu c, int i) {
        c.x[w(i)] = (Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : c.x[m(i)]) & WORD;
    }

    public static void CSINC_32_condsel(Vcpu c, int i) {
        c.x[w(i)] = (Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : c.x[m(i)] + 1) & WORD;
    }

    public static void CSINV_32_condsel(Vcpu c, int i) {
        c.x[w(i)] = (Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : ~c.x[m(i)]) & WORD;
    }

    public static void CSNEG_32_condsel(Vcpu c, int i) {
        c.x[w(i)] = (Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : -c.x[m(i)]) & WORD;
    }

    public static void RBIT_32_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Integer.reverse((int) c.x[n(i)]) & WORD;
    }

    public static void REV16_32_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Bits.rev16(c.x[n(i)]) & WORD;
    }

    public static void REV_32_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Integer.reverseBytes((int) c.x[n(i)]) & WORD;
    }

    public static void CLZ_32_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Integer.numberOfLeadingZeros((int) c.x[n(i)]);
    }

    public static void CLS_32_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Bits.cls32((int) c.x[n(i)]);
    }

    public static void UDIV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.udiv32((int) c.x[n(i)], (int) c.x[m(i)]) & WORD;
    }

    public static void SDIV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.sdiv32((int) c.x[n(i)], (int) c.x[m(i)]) & WORD;
    }

    public static void LSLV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift32((int) c.x[n(i)], 0, (int) c.x[m(i)] & 31) & WORD;
    }

    public static void LSRV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift32((int) c.x[n(i)], 1, (int) c.x[m(i)] & 31) & WORD;
    }

    public static void ASRV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift32((int) c.x[n(i)], 2, (int) c.x[m(i)] & 31) & WORD;
    }

    public static void RORV_32_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift32((int) c.x[n(i)], 3, (int) c.x[m(i)] & 31) & WORD;
    }

    public static void MADD_32A_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = (c.x[a(i)] + c.x[n(i)] * c.x[m(i)]) & WORD;
    }

    public static void MSUB_32A_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = (c.x[a(i)] - c.x[n(i)] * c.x[m(i)]) & WORD;
    }

    public static void ADD_64_addsub_imm(Vcpu c, int i) {
        c.x[i & 31] = c.x[i >>> 5 & 31] + imm12(i);
    }

    public static void ADDS_64S_addsub_imm(Vcpu c, int i) {
        long a = c.x[i >>> 5 & 31];
        long b = imm12(i);
        c.nzcv = Bits.addFlags64(a, b, 0);
        c.x[w(i)] = a + b;
    }

    public static void ADD_64_addsub_ext(Vcpu c, int i) {
        c.x[i & 31] = c.x[i >>> 5 & 31] + Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
    }

    public static void ADDS_64S_addsub_ext(Vcpu c, int i) {
        long a = c.x[i >>> 5 & 31];
        long b = Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
        c.nzcv = Bits.addFlags64(a, b, 0);
        c.x[w(i)] = a + b;
    }

    public static void ADD_64_addsub_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] + Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void ADDS_64_addsub_shift(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
        c.nzcv = Bits.addFlags64(a, b, 0);
        c.x[w(i)] = a + b;
    }

    public static void SUB_64_addsub_imm(Vcpu c, int i) {
        c.x[i & 31] = c.x[i >>> 5 & 31] - imm12(i);
    }

    public static void SUBS_64S_addsub_imm(Vcpu c, int i) {
        long a = c.x[i >>> 5 & 31];
        long b = imm12(i);
        c.nzcv = Bits.subFlags64(a, b);
        c.x[w(i)] = a - b;
    }

    public static void SUB_64_addsub_ext(Vcpu c, int i) {
        c.x[i & 31] = c.x[i >>> 5 & 31] - Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
    }

    public static void SUBS_64S_addsub_ext(Vcpu c, int i) {
        long a = c.x[i >>> 5 & 31];
        long b = Bits.extend(c.x[m(i)], i >>> 13 & 7, i >>> 10 & 7);
        c.nzcv = Bits.subFlags64(a, b);
        c.x[w(i)] = a - b;
    }

    public static void SUB_64_addsub_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] - Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void SUBS_64_addsub_shift(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
        c.nzcv = Bits.subFlags64(a, b);
        c.x[w(i)] = a - b;
    }

    public static void ADC_64_addsub_carry(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.x[w(i)] = a + b + carry;
    }

    public static void ADCS_64_addsub_carry(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.nzcv = Bits.addFlags64(a, b, carry);
        c.x[w(i)] = a + b + carry;
    }

    public static void SBC_64_addsub_carry(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = ~c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.x[w(i)] = a + b + carry;
    }

    public static void SBCS_64_addsub_carry(Vcpu c, int i) {
        long a = c.x[n(i)];
        long b = ~c.x[m(i)];
        int carry = c.nzcv >>> 29 & 1;
        c.nzcv = Bits.addFlags64(a, b, carry);
        c.x[w(i)] = a + b + carry;
    }

    public static void AND_64_log_imm(Vcpu c, int i) {
        c.x[i & 31] = c.x[n(i)] & Bits.bitMask(i);
    }

    public static void ORR_64_log_imm(Vcpu c, int i) {
        c.x[i & 31] = c.x[n(i)] | Bits.bitMask(i);
    }

    public static void EOR_64_log_imm(Vcpu c, int i) {
        c.x[i & 31] = c.x[n(i)] ^ Bits.bitMask(i);
    }

    public static void ANDS_64S_log_imm(Vcpu c, int i) {
        long r = c.x[n(i)] & Bits.bitMask(i);
        c.nzcv = Bits.logicFlags64(r);
        c.x[w(i)] = r;
    }

    public static void AND_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] & Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void ANDS_64_log_shift(Vcpu c, int i) {
        long r = c.x[n(i)] & Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
        c.nzcv = Bits.logicFlags64(r);
        c.x[w(i)] = r;
    }

    public static void BIC_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] & ~Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void BICS_64_log_shift(Vcpu c, int i) {
        long r = c.x[n(i)] & ~Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
        c.nzcv = Bits.logicFlags64(r);
        c.x[w(i)] = r;
    }

    public static void ORR_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] | Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void ORN_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] | ~Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void EOR_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] ^ Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void EON_64_log_shift(Vcpu c, int i) {
        c.x[w(i)] = c.x[n(i)] ^ ~Bits.shift64(c.x[m(i)], i >>> 22 & 3, i >>> 10 & 63);
    }

    public static void MOVN_64_movewide(Vcpu c, int i) {
        c.x[w(i)] = ~(imm16(i) << (i >>> 17 & 48));
    }

    public static void MOVZ_64_movewide(Vcpu c, int i) {
        c.x[w(i)] = imm16(i) << (i >>> 17 & 48);
    }

    public static void MOVK_64_movewide(Vcpu c, int i) {
        int s = i >>> 17 & 48;
        c.x[w(i)] = (c.x[d(i)] & ~(0xffffL << s) | imm16(i) << s);
    }

    public static void SBFM_64M_bitfield(Vcpu c, int i) {
        c.x[w(i)] = Bits.sbfm64(c.x[n(i)], i >>> 16 & 63, i >>> 10 & 63);
    }

    public static void UBFM_64M_bitfield(Vcpu c, int i) {
        c.x[w(i)] = Bits.ubfm64(c.x[n(i)], i >>> 16 & 63, i >>> 10 & 63);
    }

    public static void BFM_64M_bitfield(Vcpu c, int i) {
        c.x[w(i)] = Bits.bfm64(c.x[d(i)], c.x[n(i)], i >>> 16 & 63, i >>> 10 & 63);
    }

    public static void EXTR_64_extract(Vcpu c, int i) {
        int lsb = i >>> 10 & 63;
        c.x[w(i)] = lsb == 0 ? c.x[m(i)] : c.x[m(i)] >>> lsb | c.x[n(i)] << (64 - lsb);
    }

    public static void CCMN_64_condcmp_imm(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.addFlags64(c.x[n(i)], i >>> 16 & 31, 0)
                        : i << 28;
    }

    public static void CCMN_64_condcmp_reg(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.addFlags64(c.x[n(i)], c.x[m(i)], 0)
                        : i << 28;
    }

    public static void CCMP_64_condcmp_imm(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv)
                        ? Bits.subFlags64(c.x[n(i)], i >>> 16 & 31)
                        : i << 28;
    }

    public static void CCMP_64_condcmp_reg(Vcpu c, int i) {
        c.nzcv =
                Bits.holds(i >>> 12 & 15, c.nzcv) ? Bits.subFlags64(c.x[n(i)], c.x[m(i)]) : i << 28;
    }

    public static void CSEL_64_condsel(Vcpu c, int i) {
        c.x[w(i)] = Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : c.x[m(i)];
    }

    public static void CSINC_64_condsel(Vcpu c, int i) {
        c.x[w(i)] = Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : c.x[m(i)] + 1;
    }

    public static void CSINV_64_condsel(Vcpu c, int i) {
        c.x[w(i)] = Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : ~c.x[m(i)];
    }

    public static void CSNEG_64_condsel(Vcpu c, int i) {
        c.x[w(i)] = Bits.holds(i >>> 12 & 15, c.nzcv) ? c.x[n(i)] : -c.x[m(i)];
    }

    public static void RBIT_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Long.reverse(c.x[n(i)]);
    }

    public static void REV16_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Bits.rev16(c.x[n(i)]);
    }

    public static void REV32_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Bits.rev32(c.x[n(i)]);
    }

    public static void REV_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Long.reverseBytes(c.x[n(i)]);
    }

    public static void CLZ_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Long.numberOfLeadingZeros(c.x[n(i)]);
    }

    public static void CLS_64_dp_1src(Vcpu c, int i) {
        c.x[w(i)] = Bits.cls64(c.x[n(i)]);
    }

    public static void UDIV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.udiv64(c.x[n(i)], c.x[m(i)]);
    }

    public static void SDIV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.sdiv64(c.x[n(i)], c.x[m(i)]);
    }

    public static void LSLV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift64(c.x[n(i)], 0, (int) c.x[m(i)] & 63);
    }

    public static void LSRV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift64(c.x[n(i)], 1, (int) c.x[m(i)] & 63);
    }

    public static void ASRV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift64(c.x[n(i)], 2, (int) c.x[m(i)] & 63);
    }

    public static void RORV_64_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.shift64(c.x[n(i)], 3, (int) c.x[m(i)] & 63);
    }

    public static void MADD_64A_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] + c.x[n(i)] * c.x[m(i)];
    }

    public static void MSUB_64A_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] - c.x[n(i)] * c.x[m(i)];
    }

    public static void CRC32B_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32((int) c.x[n(i)], c.x[m(i)], 1) & WORD;
    }

    public static void CRC32H_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32((int) c.x[n(i)], c.x[m(i)], 2) & WORD;
    }

    public static void CRC32W_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32((int) c.x[n(i)], c.x[m(i)], 4) & WORD;
    }

    public static void CRC32X_64C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32((int) c.x[n(i)], c.x[m(i)], 8) & WORD;
    }

    public static void CRC32CB_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32c((int) c.x[n(i)], c.x[m(i)], 1) & WORD;
    }

    public static void CRC32CH_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32c((int) c.x[n(i)], c.x[m(i)], 2) & WORD;
    }

    public static void CRC32CW_32C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32c((int) c.x[n(i)], c.x[m(i)], 4) & WORD;
    }

    public static void CRC32CX_64C_dp_2src(Vcpu c, int i) {
        c.x[w(i)] = Bits.crc32c((int) c.x[n(i)], c.x[m(i)], 8) & WORD;
    }

    public static void SMADDL_64WA_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] + (long) (int) c.x[n(i)] * (int) c.x[m(i)];
    }

    public static void SMSUBL_64WA_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] - (long) (int) c.x[n(i)] * (int) c.x[m(i)];
    }

    public static void UMADDL_64WA_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] + (c.x[n(i)] & WORD) * (c.x[m(i)] & WORD);
    }

    public static void UMSUBL_64WA_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = c.x[a(i)] - (c.x[n(i)] & WORD) * (c.x[m(i)] & WORD);
    }

    public static void SMULH_64_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = Math.multiplyHigh(c.x[n(i)], c.x[m(i)]);
    }

    public static void UMULH_64_dp_3src(Vcpu c, int i) {
        c.x[w(i)] = Math.unsignedMultiplyHigh(c.x[n(i)], c.x[m(i)]);
    }

    public static void ADR_only_pcreladdr(Vcpu c, int i) {
        c.x[w(i)] = c.pc + adrOffset(i);
    }

    public static void ADRP_only_pcreladdr(Vcpu c, int i) {
        c.x[w(i)] = (c.pc & -4096L) + (adrOffset(i) << 12);
    }
}
