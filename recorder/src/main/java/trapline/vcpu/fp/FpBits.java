package trapline.vcpu.fp;

/**
 * The three IEEE 754 formats as bit fields, NaN selection and the common rounding step. {@code sz}
 * selects the format: 1 half, 2 single, 3 double precision. Numbers are zero-extended in {@code
 * long}.
 *
 * <p>Between unpacking and rounding a finite non-zero number is a sign, an exponent and a 63-bit
 * significand with its leading one at bit 62: value = significand * 2^(exponent - 62). Bit 0 of the
 * significand collects everything below it ("sticky"), which is enough for correct rounding as the
 * widest format leaves ten bits below its last place.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPUnpackBase, FPProcessNaNs, FPRoundBase.
 */
public final class FpBits {
    private FpBits() {}

    /** Fraction bits: 10, 23, 52. */
    static int frac(int sz) {
        return sz == 3 ? 52 : sz == 2 ? 23 : 10;
    }

    /** The exponent field when all ones: 31, 255, 2047. */
    static int expOnes(int sz) {
        return sz == 3 ? 2047 : sz == 2 ? 255 : 31;
    }

    static int bias(int sz) {
        return sz == 3 ? 1023 : sz == 2 ? 127 : 15;
    }

    /** The sign bit of the format. */
    public static long sign(int sz) {
        return 1L << (8 << sz) - 1;
    }

    /** Plus infinity. */
    static long inf(int sz) {
        return (long) expOnes(sz) << frac(sz);
    }

    /** The default NaN: positive, quiet, no payload. */
    static long defaultNan(int sz) {
        return inf(sz) | quiet(sz);
    }

    static long quiet(int sz) {
        return 1L << frac(sz) - 1;
    }

    /** {@code a} with its sign cleared. */
    static long mag(int sz, long a) {
        return a & sign(sz) - 1;
    }

    static boolean neg(int sz, long a) {
        return (a & sign(sz)) != 0;
    }

    static boolean isNan(int sz, long a) {
        return mag(sz, a) > inf(sz);
    }

    static boolean isSnan(int sz, long a) {
        return mag(sz, a) > inf(sz) && (a & quiet(sz)) == 0;
    }

    static boolean isInf(int sz, long a) {
        return mag(sz, a) == inf(sz);
    }

    static boolean isZero(int sz, long a) {
        return mag(sz, a) == 0;
    }

    /** Whether FPCR flushes denormals of this format. */
    static boolean flushes(int fpcr, int sz) {
        return (fpcr & (sz == 1 ? FpState.FZ16 : FpState.FZ)) != 0;
    }

    /**
     * An operand as arithmetic sees it: a denormal becomes zero under FZ (with IDC) or FZ16
     * (without).
     */
    static long operand(FpState s, int sz, long a) {
        long mag = mag(sz, a);
        if (mag >= 1L << frac(sz) || mag == 0 || !flushes(s.fpcr, sz)) {
            return a;
        }
        if (sz != 1) {
            s.fpsr |= FpState.IDC;
        }
        return a & sign(sz);
    }

    /** Unbiased exponent of a finite non-zero number, denormals as if normalised. */
    static int exponent(int sz, long a) {
        int field = (int) (a >>> frac(sz)) & expOnes(sz);
        if (field != 0) {
            return field - bias(sz);
        }
        return 64 - Long.numberOfLeadingZeros(mag(sz, a)) - bias(sz) - frac(sz);
    }

    /** Significand of a finite non-zero number, leading one at bit 62. */
    static long significand(int sz, long a) {
        long one = 1L << frac(sz);
        long mag = mag(sz, a);
        if (mag >= one) {
            return (mag & one - 1 | one) << 62 - frac(sz);
        }
        return mag << Long.numberOfLeadingZeros(mag) - 1;
    }

    /** {@code x >>> n} with all bits shifted out collected in bit 0, for any {@code n >= 0}. */
    static long shiftRightSticky(long x, int n) {
        if (n == 0) {
            return x;
        }
        if (n >= 64) {
            return x == 0 ? 0 : 1;
        }
        return x >>> n | (x << -n == 0 ? 0 : 1);
    }

    /** The result of an invalid operation that has no NaN operand. */
    static long invalid(FpState s, int sz) {
        s.fpsr |= FpState.IOC;
        return defaultNan(sz);
    }

    /** {@code a} is a NaN: quieted (a signalling one raises IOC), or the default NaN. */
    static long nan(FpState s, int sz, long a) {
        if ((a & quiet(sz)) == 0) {
            s.fpsr |= FpState.IOC;
        }
        return (s.fpcr & FpState.DN) != 0 ? defaultNan(sz) : a | quiet(sz);
    }

    /** One of the operands is a NaN: signalling before quiet, first before second. */
    static long nan(FpState s, int sz, long a, long b) {
        if (isSnan(sz, a)) {
            return nan(s, sz, a);
        }
        if (isSnan(sz, b)) {
            return nan(s, sz, b);
        }
        return nan(s, sz, isNan(sz, a) ? a : b);
    }

    /** One of three operands is a NaN: signalling before quiet, in order. */
    static long nan(FpState s, int sz, long a, long b, long c) {
        if (isSnan(sz, a)) {
            return nan(s, sz, a);
        }
        if (isSnan(sz, b)) {
            return nan(s, sz, b);
        }
        if (isSnan(sz, c)) {
            return nan(s, sz, c);
        }
        return nan(s, sz, isNan(sz, a) ? a : isNan(sz, b) ? b : c);
    }

    /** Zero of the sign that an exact cancellation gives in this rounding mode. */
    static long cancelled(int sz, int rmode) {
        return rmode == FpState.RM ? sign(sz) : 0;
    }

    /** Rounds by FPCR.RMode: {@code FPRound()}. */
    static long round(FpState s, int sz, boolean neg, int exp, long sig) {
        return round(s, s.fpcr & ~FpState.AHP, sz, s.rmode(), neg, exp, sig);
    }

    /**
     * Rounds a non-zero number into a format and raises its flags: {@code FPRoundBase()}.
     *
     * @param fpcr the control bits in force: FZ, FZ16 and AHP are looked at
     * @param rmode {@link FpState#RN} to {@link FpState#RO}
     * @param sig leading one at bit 62, bit 0 sticky
     */
    static long round(FpState s, int fpcr, int sz, int rmode, boolean neg, int exp, long sig) {
        long sign = neg ? sign(sz) : 0;
        int biased = exp + bias(sz);
        int shift = 62 - frac(sz);
        if (biased <= 0) {
            if (flushes(fpcr, sz)) {
                s.fpsr |= FpState.UFC;
                return sign;
            }
            shift += 1 - biased;
            biased = 0;
        }
        if (biased > expOnes(sz)) {
            return overflow(s, fpcr, sz, rmode, sign);
        }
        long mant = shift >= 64 ? 0 : sig >>> shift;
        // The discarded part against one half: its sign says below, at, above; shift is at least
        // 10.
        long low = shift >= 64 ? sig >>> 1 | 1 : sig << 64 - shift;
        if (low == 0) {
            long bits = biased == 0 ? mant : mant + ((long) biased - 1 << frac(sz));
            return bits >= limit(fpcr, sz) ? overflow(s, fpcr, sz, rmode, sign) : sign | bits;
        }
        if (biased == 0) {
            s.fpsr |= FpState.UFC;
        }
        if (rmode == FpState.RO) {
            mant |= 1;
        } else if (roundsUp(rmode, neg, (mant & 1) != 0, low)) {
            mant++;
        }
        long bits = biased == 0 ? mant : mant + ((long) biased - 1 << frac(sz));
        if (bits >= limit(fpcr, sz)) {
            return overflow(s, fpcr, sz, rmode, sign);
        }
        s.fpsr |= FpState.IXC;
        return sign | bits;
    }

    /**
     * Whether a magnitude with a discarded part is rounded up.
     *
     * @param odd the last place kept is one
     * @param low the discarded part, not zero, one half being bit 63
     */
    static boolean roundsUp(int rmode, boolean neg, boolean odd, long low) {
        return switch (rmode) {
            case FpState.RN -> low < 0 && (odd || low << 1 != 0);
            case FpState.RP -> !neg;
            case FpState.RM -> neg;
            case FpState.RA -> low < 0;
            default -> false;
        };
    }

    private static boolean alternative(int fpcr, int sz) {
        return sz == 1 && (fpcr & FpState.AHP) != 0;
    }

    /** The smallest magnitude that the format cannot hold. */
    private static long limit(int fpcr, int sz) {
        return alternative(fpcr, sz) ? 0x8000 : inf(sz);
    }

    private static long overflow(FpState s, int fpcr, int sz, int rmode, long sign) {
        if (alternative(fpcr, sz)) {
            s.fpsr |= FpState.IOC;
            return sign | 0x7fff;
        }
        s.fpsr |= FpState.OFC | FpState.IXC;
        boolean toInf =
                switch (rmode) {
                    case FpState.RP -> sign == 0;
                    case FpState.RM -> sign != 0;
                    case FpState.RZ, FpState.RO -> false;
                    default -> true;
                };
        return sign | inf(sz) - (toInf ? 0 : 1);
    }
}
