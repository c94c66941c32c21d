package trapline.vcpu.fp;

import static trapline.vcpu.fp.FpBits.bias;
import static trapline.vcpu.fp.FpBits.expOnes;
import static trapline.vcpu.fp.FpBits.flushes;
import static trapline.vcpu.fp.FpBits.frac;
import static trapline.vcpu.fp.FpBits.inf;
import static trapline.vcpu.fp.FpBits.invalid;
import static trapline.vcpu.fp.FpBits.isInf;
import static trapline.vcpu.fp.FpBits.isNan;
import static trapline.vcpu.fp.FpBits.isZero;
import static trapline.vcpu.fp.FpBits.nan;
import static trapline.vcpu.fp.FpBits.neg;
import static trapline.vcpu.fp.FpBits.operand;
import static trapline.vcpu.fp.FpBits.sign;

/**
 * Reciprocal and reciprocal square root estimates: eight bits, from two tables that the
 * architecture defines by formula.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPRecipEstimate, RecipEstimate, FPRSqrtEstimate,
 * RecipSqrtEstimate, FPRecpX, UnsignedRecipEstimate, UnsignedRSqrtEstimate.
 */
public final class FpEstimate {
    /** Estimate minus 256 of the reciprocal of {@code (256 + i) / 512}, in 1/256. */
    private static final byte[] RECIPROCAL = new byte[256];

    /** Estimate minus 256 of the reciprocal square root of {@code (128 + i) / 512}, in 1/256. */
    private static final byte[] RSQRT = new byte[384];

    static {
        for (int i = 0; i < RECIPROCAL.length; i++) {
            int a = (256 + i) * 2 + 1;
            RECIPROCAL[i] = (byte) ((1 << 19) / a + 1 >> 1);
        }
        for (int i = 0; i < RSQRT.length; i++) {
            int a = 128 + i;
            // The middle of the interval, in 1/1024 below one half and 1/512 (made 1/1024) above.
            a = a < 256 ? a * 2 + 1 : ((a >> 1 << 1) + 1) * 2;
            int b = 512;
            while ((long) a * (b + 1) * (b + 1) < 1L << 28) {
                b++;
            }
            RSQRT[i] = (byte) (b + 1 >> 1);
        }
    }

    private FpEstimate() {}

    /** FRECPE. */
    public static long recip(FpState s, int sz, long a) {
        a = operand(s, sz, a);
        if (isNan(sz, a)) {
            return nan(s, sz, a);
        }
        long sign = a & sign(sz);
        if (isInf(sz, a)) {
            return sign;
        }
        if (isZero(sz, a)) {
            s.fpsr |= FpState.DZC;
            return sign | inf(sz);
        }
        int exp = FpBits.exponent(sz, a);
        if (exp < -bias(sz) - 1) {
            s.fpsr |= FpState.OFC | FpState.IXC;
            boolean toInf =
                    switch (s.rmode()) {
                        case FpState.RN -> true;
                        case FpState.RP -> sign == 0;
                        case FpState.RM -> sign != 0;
                        default -> false;
                    };
            return sign | inf(sz) - (toInf ? 0 : 1);
        }
        if (exp >= bias(sz) - 1 && flushes(s.fpcr, sz)) {
            s.fpsr |= FpState.UFC;
            return sign;
        }
        int index = (int) (FpBits.significand(sz, a) >>> 54) & 0xff;
        long fraction = (RECIPROCAL[index] & 0xffL) << frac(sz) - 8;
        // The reciprocal of 2^exp * [1, 2) has exponent -exp - 1, as the estimate is in [1, 2)
        // halves.
        int resultExp = bias(sz) - 1 - exp;
        if (resultExp > 0) {
            return sign | (long) resultExp << frac(sz) | fraction;
        }
        return sign | (fraction | 1L << frac(sz)) >>> 1 - resultExp;
    }

    /** FRSQRTE. */
    public static long rsqrt(FpState s, int sz, long a) {
        a = operand(s, sz, a);
        if (isNan(sz, a)) {
            return nan(s, sz, a);
        }
        if (isZero(sz, a)) {
            s.fpsr |= FpState.DZC;
            return a & sign(sz) | inf(sz);
        }
        if (neg(sz, a)) {
            return invalid(s, sz);
        }
        if (isInf(sz, a)) {
            return 0;
        }
        int exp = FpBits.exponent(sz, a);
        int top = (int) (FpBits.significand(sz, a) >>> 54);
        // Scaled to [1/4, 1): an even exponent leaves [1/4, 1/2), an odd one [1/2, 1).
        int index = (exp & 1) == 0 ? top >>> 1 : top;
        long fraction = (RSQRT[index - 128] & 0xffL) << frac(sz) - 8;
        int resultExp = bias(sz) - 1 - (exp >> 1);
        return (long) resultExp << frac(sz) | fraction;
    }

    /** FRECPX: the exponent inverted, fraction zero. */
    public static long recpx(FpState s, int sz, long a) {
        if (isNan(sz, a)) {
            return nan(s, sz, a);
        }
        // The operand is unpacked for its type, so a flushed denormal is counted; its exponent
        // field is zero all the same.
        operand(s, sz, a);
        int field = (int) (a >>> frac(sz)) & expOnes(sz);
        int inverted = field == 0 ? expOnes(sz) - 1 : ~field & expOnes(sz);
        return a & sign(sz) | (long) inverted << frac(sz);
    }

    /** URECPE on one 32-bit element. */
    public static int unsignedRecip(int a) {
        return a >= 0 ? -1 : 1 << 31 | (RECIPROCAL[a >>> 23 & 0xff] & 0xff) << 23;
    }

    /** URSQRTE on one 32-bit element. */
    public static int unsignedRsqrt(int a) {
        return a >>> 30 == 0 ? -1 : 1 << 31 | (RSQRT[(a >>> 23) - 128] & 0xff) << 23;
    }
}
