package trapline.vcpu.fp;

/**
 * Saturating integer operations on all elements of one 64-bit half; a result that did not fit
 * raises FPSR.QC. Elements of up to 32 bits are computed in {@code long} and clamped; doublewords
 * are tested for overflow.
 *
 * <p>Source: DDI 0487, shared/functions/common: SignedSatQ, UnsignedSatQ.
 */
final class SatLanes {
    private SatLanes() {}

    /** Element {@code i} (bit position) of {@code a}, sign-extended. */
    private static long signed(int sz, long a, int i) {
        int width = 8 << sz;
        return a << 64 - width - i >> 64 - width;
    }

    private static long unsigned(int sz, long a, int i) {
        return a >>> i & Operand.element(sz);
    }

    /** Clamps to a signed element, zero-extended. */
    static long clampSigned(FpState s, int sz, long value) {
        int width = 8 << sz;
        long top = value >> width - 1;
        if (top != value >> 63) {
            s.fpsr |= FpState.QC;
            return value < 0 ? 1L << width - 1 : (1L << width - 1) - 1;
        }
        return value & Operand.element(sz);
    }

    /** Clamps a signed value to an unsigned element. */
    static long clampUnsigned(FpState s, int sz, long value) {
        if (value < 0) {
            s.fpsr |= FpState.QC;
            return 0;
        }
        if (value > Operand.element(sz) && sz != 3) {
            s.fpsr |= FpState.QC;
            return Operand.element(sz);
        }
        return value;
    }

    private static long saturated(FpState s, boolean negative) {
        s.fpsr |= FpState.QC;
        return negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    }

    static long sqadd64(FpState s, long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? saturated(s, a < 0) : sum;
    }

    static long sqsub64(FpState s, long a, long b) {
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? saturated(s, a < 0) : difference;
    }

    static long sqadd(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return sqadd64(s, a, b);
        }
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= clampSigned(s, sz, signed(sz, a, i) + signed(sz, b, i)) << i;
        }
        return result;
    }

    static long sqsub(FpState s, int sz, long a, long b) {
        if (sz == 3) {
            return sqsub64(s, a, b);
        }
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= clampSigned(s, sz, signed(sz, a, i) - signed(sz, b, i)) << i;
        }
        return result;
    }

    static long uqadd(FpState s, int sz, long a, long b) {
        long sum = Lanes.add(sz, a, b);
        long wrapped = Lanes.cmhi(sz, a, sum);
        if (wrapped != 0) {
            s.fpsr |= FpState.QC;
        }
        return sum | wrapped;
    }

    static long uqsub(FpState s, int sz, long a, long b) {
        long wrapped = Lanes.cmhi(sz, b, a);
        if (wrapped != 0) {
            s.fpsr |= FpState.QC;
        }
        return Lanes.sub(sz, a, b) & ~wrapped;
    }

    /** SUQADD: signed {@code acc} plus unsigned {@code a}. */
    static long suqadd(FpState s, int sz, long acc, long a) {
        if (sz == 3) {
            long sum = acc + a;
            // As numbers acc + a >= acc; it does not fit iff it wrapped past the top as signed.
            boolean fits = Long.compareUnsigned(acc ^ 1L << 63, sum ^ 1L << 63) <= 0;
            return fits ? sum : saturated(s, false);
        }
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= clampSigned(s, sz, signed(sz, acc, i) + unsigned(sz, a, i)) << i;
        }
        return result;
    }

    /** USQADD: unsigned {@code acc} plus signed {@code a}. */
    static long usqadd(FpState s, int sz, long acc, long a) {
        if (sz == 3) {
            long sum = acc + a;
            if (a >= 0 ? Long.compareUnsigned(sum, acc) >= 0 : Long.compareUnsigned(sum, acc) < 0) {
                return sum;
            }
            s.fpsr |= FpState.QC;
            return a >= 0 ? -1 : 0;
        }
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= clampUnsigned(s, sz, unsigned(sz, acc, i) + signed(sz, a, i)) << i;
        }
        return result;
    }

    static long sqabs(FpState s, int sz, long a) {
        long minus = Lanes.negative(sz, a);
        return unmost(s, Lanes.sub(sz, a ^ minus, minus), Lanes.cmeq(sz, a, Lanes.tops(sz)));
    }

    static long sqneg(FpState s, int sz, long a) {
        return unmost(s, Lanes.neg(sz, a), Lanes.cmeq(sz, a, Lanes.tops(sz)));
    }

    /** The most negative number has no opposite: its elements become the largest. */
    private static long unmost(FpState s, long result, long most) {
        if (most != 0) {
            s.fpsr |= FpState.QC;
        }
        return result ^ most;
    }

    // Doubling multiplies.

    /** SQDMULH, or with {@code round} SQRDMULH; halfwords or words. */
    static long sqdmulh(FpState s, int sz, long a, long b, boolean round) {
        int width = 8 << sz;
        long constant = round ? 1L << width - 2 : 0;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long product = signed(sz, a, i) * signed(sz, b, i) + constant;
            result |= clampSigned(s, sz, product >> width - 1) << i;
        }
        return result;
    }

    /** SQRDMLAH, or with {@code subtract} SQRDMLSH; halfwords or words. */
    static long sqrdmlah(FpState s, int sz, long acc, long a, long b, boolean subtract) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long product = signed(sz, a, i) * signed(sz, b, i);
            long sum =
                    (signed(sz, acc, i) << width - 1)
                            + (subtract ? -product : product)
                            + (1L << width - 2);
            result |= clampSigned(s, sz, sum >> width - 1) << i;
        }
        return result;
    }

    /**
     * SQDMULL on the low 32 bits: doubled products of halfwords (two) or words (one), twice as
     * wide.
     */
    static long sqdmull(FpState s, int sz, long a, long b) {
        if (sz == 2) {
            long product = (long) (int) a * (int) b;
            return product == 1L << 62 ? saturated(s, false) : product << 1;
        }
        long low = clampSigned(s, 2, 2 * signed(1, a, 0) * signed(1, b, 0));
        return low | clampSigned(s, 2, 2 * signed(1, a, 16) * signed(1, b, 16)) << 32;
    }

    // Shifts left by one amount.

    static long sqshl(FpState s, int sz, long a, int shift) {
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= shiftSigned(s, sz, signed(sz, a, i), shift) << i;
        }
        return result;
    }

    static long uqshl(FpState s, int sz, long a, int shift) {
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            result |= shiftUnsigned(s, sz, unsigned(sz, a, i), shift) << i;
        }
        return result;
    }

    /** SQSHLU: signed to unsigned. */
    static long sqshlu(FpState s, int sz, long a, int shift) {
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            long e = signed(sz, a, i);
            result |= (e < 0 ? clampUnsigned(s, sz, -1) : shiftUnsigned(s, sz, e, shift)) << i;
        }
        return result;
    }

    /** {@code e << shift}, {@code shift >= 0}, clamped to a signed element. */
    private static long shiftSigned(FpState s, int sz, long e, int shift) {
        int width = 8 << sz;
        if (e == 0) {
            return 0;
        }
        if (shift >= width || e << shift + 64 - width >> shift + 64 - width != e) {
            s.fpsr |= FpState.QC;
            return e < 0 ? 1L << width - 1 : (1L << width - 1) - 1;
        }
        return e << shift & Operand.element(sz);
    }

    /** {@code e << shift}, {@code shift >= 0}, clamped to an unsigned element. */
    private static long shiftUnsigned(FpState s, int sz, long e, int shift) {
        int width = 8 << sz;
        if (e == 0) {
            return 0;
        }
        if (shift >= width || e << shift + 64 - width >>> shift + 64 - width != e) {
            s.fpsr |= FpState.QC;
            return Operand.element(sz);
        }
        return e << shift;
    }

    // Shifts by an amount for each element: the low byte of b, signed, negative to the right.

    static long sqshlr(FpState s, int sz, long a, long b, boolean round) {
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            long e = signed(sz, a, i);
            int shift = (byte) (b >>> i);
            long r;
            if (shift >= 0) {
                r = shiftSigned(s, sz, e, shift);
            } else {
                r = round ? Lanes.roundRight(e, -shift, false) : e >> Math.min(-shift, 63);
            }
            result |= (r & Operand.element(sz)) << i;
        }
        return result;
    }

    static long uqshlr(FpState s, int sz, long a, long b, boolean round) {
        long result = 0;
        for (int i = 0; i < 64; i += 8 << sz) {
            long e = unsigned(sz, a, i);
            int shift = (byte) (b >>> i);
            long r;
            if (shift >= 0) {
                r = shiftUnsigned(s, sz, e, shift);
            } else if (round) {
                r = Lanes.roundRight(e, -shift, true);
            } else {
                r = -shift >= 64 ? 0 : e >>> -shift;
            }
            result |= r << i;
        }
        return result;
    }

    // Narrowing: the elements of the half, twice as wide as sz, into the low 32 bits, after a right
    // shift of 0 to the width.

    private static long right(long e, int shift, boolean round, boolean unsigned) {
        if (shift == 0) {
            return e;
        }
        return round ? Lanes.roundRight(e, shift, unsigned) : unsigned ? e >>> shift : e >> shift;
    }

    /** SQXTN, SQSHRN, SQRSHRN. */
    static long sqxtn(FpState s, int sz, long a, int shift, boolean round) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 32; i += width) {
            long e = right(signed(sz + 1, a, 2 * i), shift, round, false);
            result |= clampSigned(s, sz, e) << i;
        }
        return result;
    }

    /** UQXTN, UQSHRN, UQRSHRN. */
    static long uqxtn(FpState s, int sz, long a, int shift, boolean round) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 32; i += width) {
            long e = right(unsigned(sz + 1, a, 2 * i), shift, round, true);
            if (e >>> width != 0) {
                s.fpsr |= FpState.QC;
                e = Operand.element(sz);
            }
            result |= e << i;
        }
        return result;
    }

    /** SQXTUN, SQSHRUN, SQRSHRUN: signed to unsigned. */
    static long sqxtun(FpState s, int sz, long a, int shift, boolean round) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 32; i += width) {
            long e = right(signed(sz + 1, a, 2 * i), shift, round, false);
            result |= clampUnsigned(s, sz, e) << i;
        }
        return result;
    }
}
