package trapline.vcpu.fp;

import static trapline.vcpu.fp.FpBits.cancelled;
import static trapline.vcpu.fp.FpBits.exponent;
import static trapline.vcpu.fp.FpBits.frac;
import static trapline.vcpu.fp.FpBits.inf;
import static trapline.vcpu.fp.FpBits.invalid;
import static trapline.vcpu.fp.FpBits.isInf;
import static trapline.vcpu.fp.FpBits.isNan;
import static trapline.vcpu.fp.FpBits.isZero;
import static trapline.vcpu.fp.FpBits.nan;
import static trapline.vcpu.fp.FpBits.neg;
import static trapline.vcpu.fp.FpBits.operand;
import static trapline.vcpu.fp.FpBits.round;
import static trapline.vcpu.fp.FpBits.sign;
import static trapline.vcpu.fp.FpBits.significand;

/**
 * Fused multiply-add, rounded once, and the two Newton steps built on it.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPMulAdd, FPRecipStepFused, FPRSqrtStepFused.
 */
public final class FpFused {
    private FpFused() {}

    /** {@code addend + a * b}: FMADD, FMLA. */
    public static long mulAdd(FpState s, int sz, long addend, long a, long b) {
        if (sz == 2) {
            long fast = fastMulAdd32(s, addend, a, b);
            if (fast >= 0) {
                return fast;
            }
        }
        return softMulAdd(s, sz, addend, a, b);
    }

    /** {@code addend - a * b}, the sign of a NaN {@code a} inverted first: FMSUB, FMLS. */
    public static long mulSub(FpState s, int sz, long addend, long a, long b) {
        return mulAdd(s, sz, addend, a ^ sign(sz), b);
    }

    /** {@code -addend - a * b}: FNMADD. */
    public static long negMulAdd(FpState s, int sz, long addend, long a, long b) {
        return mulAdd(s, sz, addend ^ sign(sz), a ^ sign(sz), b);
    }

    /** {@code -addend + a * b}: FNMSUB. */
    public static long negMulSub(FpState s, int sz, long addend, long a, long b) {
        return mulAdd(s, sz, addend ^ sign(sz), a, b);
    }

    static long softMulAdd(FpState s, int sz, long addend, long a, long b) {
        addend = operand(s, sz, addend);
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        boolean infTimesZero = isInf(sz, a) && isZero(sz, b) || isZero(sz, a) && isInf(sz, b);
        if (isNan(sz, addend) || isNan(sz, a) || isNan(sz, b)) {
            if (infTimesZero && !FpBits.isSnan(sz, addend)) {
                return invalid(s, sz);
            }
            return nan(s, sz, addend, a, b);
        }
        if (infTimesZero) {
            return invalid(s, sz);
        }
        long productSign = (a ^ b) & sign(sz);
        boolean sameSign = (addend & sign(sz)) == productSign;
        if (isInf(sz, a) || isInf(sz, b)) {
            return isInf(sz, addend) && !sameSign ? invalid(s, sz) : productSign | inf(sz);
        }
        if (isInf(sz, addend)) {
            return addend;
        }
        if (isZero(sz, a) || isZero(sz, b)) {
            if (!isZero(sz, addend) || sameSign) {
                return addend;
            }
            return cancelled(sz, s.rmode());
        }
        return productPlus(
                s,
                sz,
                a,
                b,
                neg(sz, addend),
                isZero(sz, addend) ? 0 : exponent(sz, addend),
                isZero(sz, addend) ? 0 : significand(sz, addend),
                0);
    }

    /** {@code 2 - a * b}: FRECPS. */
    public static long recipStep(FpState s, int sz, long a, long b) {
        long two = (long) (FpBits.bias(sz) + 1) << frac(sz);
        return step(s, sz, a, b, two, 1, 1L << 62, 0);
    }

    /** {@code (3 - a * b) / 2}: FRSQRTS. */
    public static long rsqrtStep(FpState s, int sz, long a, long b) {
        long onePointFive = (long) FpBits.bias(sz) << frac(sz) | FpBits.quiet(sz);
        return step(s, sz, a, b, onePointFive, 1, 3L << 61, -1);
    }

    private static long step(
            FpState s, int sz, long a, long b, long ofZero, int exp, long sig, int scale) {
        // The first operand is negated before NaNs are looked at, so a NaN from it comes out
        // negated.
        a = operand(s, sz, a ^ sign(sz));
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        boolean zero = isZero(sz, a) || isZero(sz, b);
        if (isInf(sz, a) || isInf(sz, b)) {
            return zero ? ofZero : (a ^ b) & sign(sz) | inf(sz);
        }
        return zero ? ofZero : productPlus(s, sz, a, b, false, exp, sig, scale);
    }

    /**
     * {@code (a * b + c) * 2^scale}, rounded once; {@code a} and {@code b} finite and not zero,
     * {@code sigC} zero or with its leading one at bit 62. Both terms are held as 128-bit integers
     * with their leading one at bit 124 or 125, the one with the lower exponent shifted right with
     * a sticky bit 0. Cancellation of more than two bits needs exponents so close that the shift
     * loses nothing: the product has 20 zero bits at the bottom, the addend 72.
     */
    private static long productPlus(
            FpState s, int sz, long a, long b, boolean negC, int expC, long sigC, int scale) {
        boolean negative = neg(sz, a) != neg(sz, b);
        int exp = exponent(sz, a) + exponent(sz, b);
        long sigA = significand(sz, a);
        long sigB = significand(sz, b);
        long hi = Math.multiplyHigh(sigA, sigB);
        long lo = sigA * sigB;
        if (sigC != 0) {
            long hiC = sigC >>> 2;
            long loC = sigC << 62;
            int distance = exp - expC;
            if (distance > 0) {
                loC = lowSticky(hiC, loC, distance);
                hiC = distance >= 64 ? 0 : hiC >>> distance;
            } else if (distance < 0) {
                lo = lowSticky(hi, lo, -distance);
                hi = distance <= -64 ? 0 : hi >>> -distance;
                exp = expC;
            }
            if (negC == negative) {
                lo += loC;
                hi += hiC + (Long.compareUnsigned(lo, loC) < 0 ? 1 : 0);
            } else {
                boolean swap = hi < hiC || hi == hiC && Long.compareUnsigned(lo, loC) < 0;
                long topHi = swap ? hiC : hi;
                long topLo = swap ? loC : lo;
                long subHi = swap ? hi : hiC;
                long subLo = swap ? lo : loC;
                negative ^= swap;
                lo = topLo - subLo;
                hi = topHi - subHi - (Long.compareUnsigned(topLo, subLo) < 0 ? 1 : 0);
                if ((hi | lo) == 0) {
                    return cancelled(sz, s.rmode());
                }
            }
        }
        // The value is hi:lo * 2^(exp - 124); bring the leading one to bit 62 of one word.
        int zeros = hi == 0 ? 64 + Long.numberOfLeadingZeros(lo) : Long.numberOfLeadingZeros(hi);
        int lead = 127 - zeros;
        long sig;
        if (lead <= 62) {
            sig = lo << 62 - lead;
        } else {
            int down = lead - 62;
            sig = down == 64 ? hi : hi << 64 - down | (down == 0 ? lo : lo >>> down);
            if (down > 0 && (down == 64 ? lo != 0 : lo << 64 - down != 0)) {
                sig |= 1;
            }
        }
        return round(s, sz, negative, exp + lead - 124 + scale, sig);
    }

    /**
     * The low word of {@code hi:lo >>> n} for {@code n > 0}, with everything shifted out collected
     * in bit 0.
     */
    private static long lowSticky(long hi, long lo, int n) {
        if (n >= 128) {
            return (hi | lo) == 0 ? 0 : 1;
        }
        if (n >= 64) {
            long out = n == 64 ? lo : lo | hi << 128 - n;
            return (n == 64 ? hi : hi >>> n - 64) | (out == 0 ? 0 : 1);
        }
        return lo >>> n | hi << 64 - n | (lo << 64 - n == 0 ? 0 : 1);
    }

    /**
     * Single precision through double: the product is exact, the sum is rounded to odd, which a
     * final rounding to nearest cannot tell from the exact sum as 53 is more than 24 + 2 bits.
     * Negative when it does not apply.
     */
    private static long fastMulAdd32(FpState s, long addend, long a, long b) {
        if ((s.fpcr & FpState.RMODE) != 0 || !normal32(a) || !normal32(b) || !normal32(addend)) {
            return -1;
        }
        double product = (double) Float.intBitsToFloat((int) a) * Float.intBitsToFloat((int) b);
        double z = Float.intBitsToFloat((int) addend);
        double sum = product + z;
        double part = sum - product;
        double error = product - (sum - part) + (z - part);
        if (error != 0) {
            long odd = Double.doubleToRawLongBits(sum);
            if ((odd & 1) == 0) {
                sum = Double.longBitsToDouble(odd + (error > 0 == sum > 0 ? 1 : -1));
            }
        }
        float result = (float) sum;
        int bits = Float.floatToRawIntBits(result);
        if (((bits >>> 23) + 2 & 0xff) <= 3) {
            return -1;
        }
        if (error != 0 || result != sum) {
            s.fpsr |= FpState.IXC;
        }
        return bits & 0xffffffffL;
    }

    private static boolean normal32(long a) {
        return ((int) (a >>> 23) + 1 & 0xff) > 1;
    }
}
