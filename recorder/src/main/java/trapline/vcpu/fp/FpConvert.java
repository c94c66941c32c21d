package trapline.vcpu.fp;

import static trapline.vcpu.fp.FpBits.bias;
import static trapline.vcpu.fp.FpBits.exponent;
import static trapline.vcpu.fp.FpBits.frac;
import static trapline.vcpu.fp.FpBits.inf;
import static trapline.vcpu.fp.FpBits.isInf;
import static trapline.vcpu.fp.FpBits.isNan;
import static trapline.vcpu.fp.FpBits.isSnan;
import static trapline.vcpu.fp.FpBits.isZero;
import static trapline.vcpu.fp.FpBits.mag;
import static trapline.vcpu.fp.FpBits.neg;
import static trapline.vcpu.fp.FpBits.operand;
import static trapline.vcpu.fp.FpBits.quiet;
import static trapline.vcpu.fp.FpBits.sign;
import static trapline.vcpu.fp.FpBits.significand;

/**
 * Conversions: between precisions, to and from integers and fixed point, and rounding to an
 * integral number.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPConvert, FPConvertNaN, FPToFixed, FixedToFP,
 * FPRoundInt.
 */
public final class FpConvert {
    private FpConvert() {}

    /** FCVT between precisions, rounded by FPCR. */
    public static long precision(FpState s, int from, int to, long a) {
        return precision(s, from, to, a, s.rmode());
    }

    /** FCVTXN: double to single, rounded to odd. */
    public static long toOdd(FpState s, long a) {
        return precision(s, 3, 2, a, FpState.RO);
    }

    static long precision(FpState s, int from, int to, long a, int rmode) {
        // FZ16 does not apply on either side of a conversion between precisions.
        int fpcr = s.fpcr & ~FpState.FZ16;
        boolean neg = neg(from, a);
        long sign = neg ? sign(to) : 0;
        boolean alternative = (fpcr & FpState.AHP) != 0;
        if (from == 1) {
            if (!alternative && mag(1, a) >= inf(1)) {
                return special(s, from, to, a, sign, false);
            }
        } else {
            a = operand(s, from, a);
            if (mag(from, a) >= inf(from)) {
                return special(s, from, to, a, sign, alternative && to == 1);
            }
        }
        if (isZero(from, a)) {
            return sign;
        }
        return FpBits.round(s, fpcr, to, rmode, neg, exponent(from, a), significand(from, a));
    }

    /** Infinities and NaNs. */
    private static long special(
            FpState s, int from, int to, long a, long sign, boolean alternative) {
        if (isInf(from, a)) {
            if (alternative) {
                s.fpsr |= FpState.IOC;
                return sign | 0x7fff;
            }
            return sign | inf(to);
        }
        if (alternative || isSnan(from, a)) {
            s.fpsr |= FpState.IOC;
        }
        if (alternative) {
            return sign;
        }
        if ((s.fpcr & FpState.DN) != 0) {
            return FpBits.defaultNan(to);
        }
        long payload = a & quiet(from) - 1;
        int shift = frac(to) - frac(from);
        payload = shift >= 0 ? payload << shift : payload >>> -shift;
        return sign | inf(to) | quiet(to) | payload;
    }

    /**
     * To a signed or unsigned integer or fixed-point number, saturating.
     *
     * @param bits width of the result: 16, 32 or 64
     * @param fbits fraction bits of the result, 0 to 64
     * @param rmode {@link FpState#RN} to {@link FpState#RA}
     * @return the result, zero-extended
     */
    public static long toFixed(
            FpState s, int sz, long a, int bits, int fbits, boolean unsigned, int rmode) {
        if (rmode == FpState.RZ && fbits == 0 && bits >= 32 && !unsigned) {
            long fast = FpHost.truncate(s, sz, a);
            if (fast != FpHost.NO_INTEGER) {
                return fast & -1L >>> 64 - bits;
            }
        }
        a = operand(s, sz, a);
        if (isNan(sz, a)) {
            s.fpsr |= FpState.IOC;
            return 0;
        }
        if (isZero(sz, a)) {
            return 0;
        }
        boolean neg = neg(sz, a);
        int exp = isInf(sz, a) ? 1 << 20 : exponent(sz, a) + fbits;
        if (exp >= 64) {
            return saturate(s, bits, unsigned, neg);
        }
        long sig = significand(sz, a);
        long whole;
        long low;
        if (exp >= 62) {
            whole = sig << exp - 62;
            low = 0;
        } else {
            int shift = 62 - exp;
            whole = shift >= 64 ? 0 : sig >>> shift;
            low = shift > 64 ? 1 : shift == 64 ? sig : sig << 64 - shift;
        }
        // No carry out of 64 bits: a number with a discarded part has at most 53 significant bits.
        if (low != 0 && FpBits.roundsUp(rmode, neg, (whole & 1) != 0, low)) {
            whole++;
        }
        long result;
        if (unsigned) {
            if (neg ? whole != 0 : whole >>> bits - 1 >>> 1 != 0) {
                return saturate(s, bits, true, neg);
            }
            result = whole;
        } else {
            long most = 1L << bits - 1;
            if (Long.compareUnsigned(whole, neg ? most : most - 1) > 0) {
                return saturate(s, bits, false, neg);
            }
            result = neg ? -whole : whole;
        }
        if (low != 0) {
            s.fpsr |= FpState.IXC;
        }
        return result & -1L >>> 64 - bits;
    }

    private static long saturate(FpState s, int bits, boolean unsigned, boolean neg) {
        s.fpsr |= FpState.IOC;
        if (unsigned) {
            return neg ? 0 : -1L >>> 64 - bits;
        }
        long most = 1L << bits - 1;
        return neg ? most : most - 1;
    }

    /**
     * From an integer or fixed-point number.
     *
     * @param value sign-extended, or when {@code unsigned} zero-extended, to 64 bits
     * @param fbits fraction bits of {@code value}, 0 to 64
     */
    public static long fromFixed(FpState s, int sz, long value, int fbits, boolean unsigned) {
        if (value == 0) {
            return 0;
        }
        boolean neg = !unsigned && value < 0;
        long magnitude = neg ? -value : value;
        int zeros = Long.numberOfLeadingZeros(magnitude);
        long sig = zeros == 0 ? magnitude >>> 1 | magnitude & 1 : magnitude << zeros - 1;
        return FpBits.round(s, sz, neg, 63 - zeros - fbits, sig);
    }

    /**
     * To an integral number in the same format: FRINT*.
     *
     * @param exact raise IXC when the number changed
     */
    public static long integral(FpState s, int sz, long a, int rmode, boolean exact) {
        a = operand(s, sz, a);
        if (isNan(sz, a)) {
            return FpBits.nan(s, sz, a);
        }
        int frac = frac(sz);
        int field = (int) (mag(sz, a) >>> frac);
        if (field >= bias(sz) + frac || isZero(sz, a)) {
            return a;
        }
        boolean neg = neg(sz, a);
        long sign = a & sign(sz);
        if (field < bias(sz)) {
            // Below one: the result is zero or one.
            long low = field < bias(sz) - 1 ? 1 : 1L << 63 | mag(sz, a) & (1L << frac) - 1;
            if (exact) {
                s.fpsr |= FpState.IXC;
            }
            boolean up = FpBits.roundsUp(rmode, neg, false, low);
            return up ? sign | (long) bias(sz) << frac : sign;
        }
        int drop = frac - (field - bias(sz));
        long mag = mag(sz, a);
        long low = mag << 64 - drop;
        if (low == 0) {
            return a;
        }
        if (exact) {
            s.fpsr |= FpState.IXC;
        }
        // At exponent zero the units bit is the hidden one; the field's low bit stands in, as each
        // bias is odd.
        long whole = mag >>> drop;
        boolean odd = (whole & 1) != 0;
        return sign | whole + (FpBits.roundsUp(rmode, neg, odd, low) ? 1 : 0) << drop;
    }
}
