package trapline.vcpu.fp;

import static trapline.vcpu.fp.FpBits.inf;
import static trapline.vcpu.fp.FpBits.isNan;
import static trapline.vcpu.fp.FpBits.isSnan;
import static trapline.vcpu.fp.FpBits.isZero;
import static trapline.vcpu.fp.FpBits.mag;
import static trapline.vcpu.fp.FpBits.nan;
import static trapline.vcpu.fp.FpBits.neg;
import static trapline.vcpu.fp.FpBits.operand;
import static trapline.vcpu.fp.FpBits.sign;

/**
 * Comparison, minimum and maximum.
 *
 * <p>Source: DDI 0487, shared/functions/float: FPCompare, FPCompareEQ, FPCompareGE, FPCompareGT,
 * FPMax, FPMin, FPMaxNum, FPMinNum.
 */
public final class FpCompare {
    private static final int EQUAL = 0x6000_0000;
    private static final int LESS = 0x8000_0000;
    private static final int GREATER = 0x2000_0000;
    private static final int UNORDERED = 0x3000_0000;

    private FpCompare() {}

    /**
     * FCMP and FCMPE.
     *
     * @param signalAll a quiet NaN raises IOC too
     * @return NZCV in bits 31:28
     */
    public static int compare(FpState s, int sz, long a, long b, boolean signalAll) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            if (signalAll || isSnan(sz, a) || isSnan(sz, b)) {
                s.fpsr |= FpState.IOC;
            }
            return UNORDERED;
        }
        long x = ordered(sz, a);
        long y = ordered(sz, b);
        return x == y ? EQUAL : x < y ? LESS : GREATER;
    }

    /** FCMEQ: all ones (of the element's width) or zero. */
    public static long cmeq(FpState s, int sz, long a, long b) {
        return compare(s, sz, a, b, false) == EQUAL ? ones(sz) : 0;
    }

    /** FCMGE: {@code a >= b}. */
    public static long cmge(FpState s, int sz, long a, long b) {
        int nzcv = compare(s, sz, a, b, true);
        return nzcv == EQUAL || nzcv == GREATER ? ones(sz) : 0;
    }

    /** FCMGT: {@code a > b}. */
    public static long cmgt(FpState s, int sz, long a, long b) {
        return compare(s, sz, a, b, true) == GREATER ? ones(sz) : 0;
    }

    /** FACGE: {@code |a| >= |b|}. */
    public static long acge(FpState s, int sz, long a, long b) {
        return cmge(s, sz, mag(sz, a), mag(sz, b));
    }

    /** FACGT: {@code |a| > |b|}. */
    public static long acgt(FpState s, int sz, long a, long b) {
        return cmgt(s, sz, mag(sz, a), mag(sz, b));
    }

    /** FMAX: the larger; plus zero is larger than minus zero; a NaN operand gives a NaN. */
    public static long max(FpState s, int sz, long a, long b) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        if (isZero(sz, a) && isZero(sz, b)) {
            return a & b;
        }
        return ordered(sz, a) > ordered(sz, b) ? a : b;
    }

    /** FMIN: the smaller; minus zero is smaller than plus zero; a NaN operand gives a NaN. */
    public static long min(FpState s, int sz, long a, long b) {
        a = operand(s, sz, a);
        b = operand(s, sz, b);
        if (isNan(sz, a) || isNan(sz, b)) {
            return nan(s, sz, a, b);
        }
        if (isZero(sz, a) && isZero(sz, b)) {
            return a | b;
        }
        return ordered(sz, a) < ordered(sz, b) ? a : b;
    }

    /** FMAXNM: as {@link #max}, but one quiet NaN loses to a number. */
    public static long maxnm(FpState s, int sz, long a, long b) {
        boolean quietA = isQuiet(sz, a);
        boolean quietB = isQuiet(sz, b);
        if (quietA && !quietB) {
            a = sign(sz) | inf(sz);
        } else if (quietB && !quietA) {
            b = sign(sz) | inf(sz);
        }
        return max(s, sz, a, b);
    }

    /** FMINNM: as {@link #min}, but one quiet NaN loses to a number. */
    public static long minnm(FpState s, int sz, long a, long b) {
        boolean quietA = isQuiet(sz, a);
        boolean quietB = isQuiet(sz, b);
        if (quietA && !quietB) {
            a = inf(sz);
        } else if (quietB && !quietA) {
            b = inf(sz);
        }
        return min(s, sz, a, b);
    }

    private static boolean isQuiet(int sz, long a) {
        return isNan(sz, a) && !isSnan(sz, a);
    }

    /** A signed integer in the order of the numbers; both zeros give zero. */
    private static long ordered(int sz, long a) {
        return neg(sz, a) ? -mag(sz, a) : a;
    }

    private static long ones(int sz) {
        return -1L >>> 64 - (8 << sz);
    }
}
