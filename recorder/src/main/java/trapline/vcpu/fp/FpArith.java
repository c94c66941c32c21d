package trapline.vcpu.fp;

import static trapline.vcpu.fp.FpBits.cancelled;
import static trapline.vcpu.fp.FpBits.exponent;
import static trapline.vcpu.fp.FpBits.frac;
import static trapline.vcpu.fp.FpBits.inf;
import static trapline.vcpu.fp.FpBits.invalid;
import static trapline.vcpu.fp.FpBits.isInf;
import static trapline.vcpu.fp.FpBits.isNan;
import static trapline.vcpu.fp.FpBits.isZero;
import static trapline.vcpu.fp.FpBits.mag;
import static trapline.vcpu.fp.FpBits.nan;
import static trapline.vcpu.fp.FpBits.neg;
import static trapline.vcpu.fp.FpBits.operand;
import static trapline.vcpu.fp.FpBits.round;
import static trapline.vcpu.fp.FpBits.shiftRightSticky;
import static trapline.vcpu.fp.FpBits.sign;
import static trapline.vcpu.fp.FpBits.significand;

/**
 * Sum, difference, product, quotient and square root in the three formats ({@code sz}: 1 half, 2
 * single, 3 double). Operands and results are zero-extended encodings. The integer arithmetic here
 * is the definition; {@link FpHost} holds the short paths and gives up whenever it cannot prove the
 * same answer.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPAdd, FPSub, FPMul, FPMulX, FPDiv, FPSqrt.
 */
public final class FpArith {
    private FpArith() {}

    /** {@code a + b}. */
    public static long add(FpState s, int sz, long a, long b) {
        long fast = FpHost.add(s, sz, a, b);
        return fast >= 0 || sz == 3 && fast != FpHost.NONE ? fast : softAdd(s, sz, a, b, 0);
    }

    /** {@code a - b}; a NaN {@code b} keeps its sign. */
    public static long sub(FpState s, int sz, long a, long b) {
        long fast = FpHost.add(s, sz, a, b ^ sign(sz));
        return fast >= 0 || sz == 3 && fast != FpHost.NONE ? fast : softAdd(s, sz, a, b, sign(sz));
    }

    /** {@code |a - b|}: FABD. */
    public static long abd(FpState s, int sz, long a, long b) {
        return mag(sz, sub(s, sz, a, b));
    }

    /** {@code a * b}. */
    public static long mul(FpState s, int sz, long a, long b) {
        long fast = FpHost.mul(s, sz, a, b);
        return fast >= 0 || sz == 3 && fast != FpHost.NONE ? fast : softMul(s, sz, a, b, false);
    }

    /** {@code a * b}, but infinity times zero is two: FMULX. */
    public static long mulx(FpState s, int sz, long a, long b) {
        long fast = FpHost.mul(s, sz, a, b);
        return fast >= 0 || sz == 3 && fast != FpHost.NONE ? fast : softMul(s, sz, a, b, true);
    }

    /** {@code -(a * b)}, NaN results negated too: FNMUL. */
    public static long nmul(FpState s, int sz, long a, long b) {
        return mul(s, sz, a, b) ^ sign(sz);
    }

    /** {@code a / b}. */
    public static long div(FpState s, int sz, long a, long b) {
        long fast = FpHost.div(s, sz, a, b);
        return fast >= 0 || sz == 3 && fast != FpHost.NONE ? fast : softDiv(s, sz, a, b);
    }

    /** The square root of {@code a}. */
    public static long sqrt(FpState s, int sz, long a) {
        long fast = FpHost.sqrt(s, sz, a);
        return fast >= 0 ? fast : softSqrt(s, sz, a);
    }

    /** {@code a + (b ^ flip)} by integer arithmetic; {@code flip} is zero or the sign bit. */
    static long softAdd(FpState s, int sz, long a, long b, long flip) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        b ^= flip;
        boolean negA = neg(sz, a);
        boolean negB = neg(sz, b);
        if (isInf(sz, a)) {
            return isInf(sz, b) && negA != negB ? invalid(s, sz) : a;
        }
        if (isInf(sz, b)) {
            return b;
        }
        if (isZero(sz, a)) {
            return !isZero(sz, b) || negA == negB ? b : cancelled(sz, s.rmode());
        }
        if (isZero(sz, b)) {
            return a;
        }
        if (mag(sz, a) < mag(sz, b)) {
            long swap = a;
            a = b;
            b = swap;
            negA = negB;
        }
        int exp = exponent(sz, a);
        long sigA = significand(sz, a);
        long sigB = shiftRightSticky(significand(sz, b), exp - exponent(sz, b));
        if (((a ^ b) & sign(sz)) == 0) {
            long sum = sigA + sigB;
            return sum < 0
                    ? round(s, sz, negA, exp + 1, sum >>> 1 | sum & 1)
                    : round(s, sz, negA, exp, sum);
        }
        long difference = sigA - sigB;
        if (difference == 0) {
            return cancelled(sz, s.rmode());
        }
        int up = Long.numberOfLeadingZeros(difference) - 1;
        return round(s, sz, negA, exp - up, difference << up);
    }

    static long softMul(FpState s, int sz, long a, long b, boolean extended) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        long sign = (a ^ b) & sign(sz);
        if (isInf(sz, a) || isInf(sz, b)) {
            if (isZero(sz, a) || isZero(sz, b)) {
                return extended ? sign | (long) (FpBits.bias(sz) + 1) << frac(sz) : invalid(s, sz);
            }
            return sign | inf(sz);
        }
        if (isZero(sz, a) || isZero(sz, b)) {
            return sign;
        }
        int exp = exponent(sz, a) + exponent(sz, b);
        long sigA = significand(sz, a);
        long sigB = significand(sz, b);
        // Both below 2^63, so the product is in 2^124 to 2^126.
        long low = sigA * sigB;
        long sig = Math.multiplyHigh(sigA, sigB) << 2 | low >>> 62 | (low << 2 == 0 ? 0 : 1);
        return sig < 0
                ? round(s, sz, sign != 0, exp + 1, sig >>> 1 | sig & 1)
                : round(s, sz, sign != 0, exp, sig);
    }

    static long softDiv(FpState s, int sz, long a, long b) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        long sign = (a ^ b) & sign(sz);
        boolean infA = isInf(sz, a);
        boolean zeroB = isZero(sz, b);
        if (infA && isInf(sz, b) || zeroB && isZero(sz, a)) {
            return invalid(s, sz);
        }
        if (infA || zeroB) {
            if (!infA) {
                s.fpsr |= FpState.DZC;
            }
            return sign | inf(sz);
        }
        if (isZero(sz, a) || isInf(sz, b)) {
            return sign;
        }
        int exp = exponent(sz, a) - exponent(sz, b);
        long dividend = significand(sz, a) >>> 10;
        long divisor = significand(sz, b) >>> 10;
        if (dividend < divisor) {
            dividend <<= 1;
            exp--;
        }
        // The quotient is in [1, 2): its integer bit, then eleven bits a step while the remainder
        // leaves room, 56 in all.
        long quotient = 1;
        long remainder = dividend - divisor;
        for (int bits = 0; bits < 55; bits += 11) {
            long wide = remainder << 11;
            long digit = Long.divideUnsigned(wide, divisor);
            remainder = wide - digit * divisor;
            quotient = quotient << 11 | digit;
        }
        return round(s, sz, sign != 0, exp, quotient << 7 | (remainder == 0 ? 0 : 1));
    }

    static long softSqrt(FpState s, int sz, long a) {
        a = operand(s, sz, a);
        if (isNan(sz, a)) {
            return nan(s, sz, a);
        }
        if (isZero(sz, a)) {
            return a;
        }
        if (neg(sz, a)) {
            return invalid(s, sz);
        }
        if (isInf(sz, a)) {
            return a;
        }
        int exp = exponent(sz, a);
        // A radicand in [1, 4) with an even exponent, read two bits a step from bit 63.
        long radicand = significand(sz, a) << (exp & 1);
        long root = 0;
        long remainder = 0;
        for (int step = 0; step < 57; step++) {
            remainder = remainder << 2 | radicand >>> 62;
            radicand <<= 2;
            long trial = root << 2 | 1;
            root <<= 1;
            if (Long.compareUnsigned(remainder, trial) >= 0) {
                remainder -= trial;
                root |= 1;
            }
        }
        return round(s, sz, false, exp >> 1, root << 6 | (remainder == 0 ? 0 : 1));
    }
}
