package trapline.vcpu.fp;

/**
 * Short paths through the host's IEEE 754 arithmetic, which Java defines strictly (JLS 15.4): round
 * to nearest even, no other state. Each is taken only where the Arm answer is provably the same:
 * rounding mode RN, both operands normal (so FZ, NaN rules and specials do not matter), and a
 * result well inside the normal range (so neither tininess before rounding nor overflow can be in
 * question). Inexactness, the only flag left, is found exactly, and only while IXC is not already
 * set.
 */
final class FpHost {
    /** No answer. As a double it would be a NaN, which no short path returns. */
    static final long NONE = -1;

    /** No answer of {@link #truncate}. */
    static final long NO_INTEGER = Long.MIN_VALUE;

    private FpHost() {}

    /** Exponent field neither zero nor all ones. */
    private static boolean normal64(long a) {
        return ((int) (a >>> 52) + 1 & 0x7ff) > 1;
    }

    private static boolean normal32(long a) {
        return ((int) (a >>> 23) + 1 & 0xff) > 1;
    }

    /** A result whose exponent field is 2 to 2045. */
    private static boolean inner64(long r) {
        return ((int) (r >>> 52) + 2 & 0x7ff) > 3;
    }

    private static boolean inner32(int r) {
        return ((r >>> 23) + 2 & 0xff) > 3;
    }

    private static long result32(int bits) {
        return bits & 0xffffffffL;
    }

    static long add(FpState s, int sz, long a, long b) {
        if ((s.fpcr & FpState.RMODE) != 0) {
            return NONE;
        }
        if (sz == 3) {
            if (!normal64(a) || !normal64(b)) {
                return NONE;
            }
            double x = Double.longBitsToDouble(a);
            double y = Double.longBitsToDouble(b);
            double sum = x + y;
            long bits = Double.doubleToRawLongBits(sum);
            if (!inner64(bits)) {
                return NONE;
            }
            if ((s.fpsr & FpState.IXC) == 0) {
                // Knuth's TwoSum: the error of the sum, exactly.
                double part = sum - x;
                if (x - (sum - part) + (y - part) != 0) {
                    s.fpsr |= FpState.IXC;
                }
            }
            return bits;
        }
        if (sz != 2 || !normal32(a) || !normal32(b)) {
            return NONE;
        }
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        float sum = x + y;
        int bits = Float.floatToRawIntBits(sum);
        if (!inner32(bits)) {
            return NONE;
        }
        if ((s.fpsr & FpState.IXC) == 0) {
            float part = sum - x;
            if (x - (sum - part) + (y - part) != 0) {
                s.fpsr |= FpState.IXC;
            }
        }
        return result32(bits);
    }

    static long mul(FpState s, int sz, long a, long b) {
        if ((s.fpcr & FpState.RMODE) != 0) {
            return NONE;
        }
        if (sz == 3) {
            if (!normal64(a) || !normal64(b)) {
                return NONE;
            }
            double product = Double.longBitsToDouble(a) * Double.longBitsToDouble(b);
            long bits = Double.doubleToRawLongBits(product);
            if (!inner64(bits)) {
                return NONE;
            }
            // The product of the 53-bit significands has 105 or 106 bits; exact iff those below the
            // top 53 are zero.
            // A product that rounding carried to the next power of two counts one bit more and is
            // inexact either way.
            if ((s.fpsr & FpState.IXC) == 0) {
                int top = 104 + field64(bits) - field64(a) - field64(b) + 1023;
                if (trailing64(a) + trailing64(b) < top - 52) {
                    s.fpsr |= FpState.IXC;
                }
            }
            return bits;
        }
        if (sz != 2 || !normal32(a) || !normal32(b)) {
            return NONE;
        }
        // Exact: 24 bits times 24 bits.
        double exact = (double) Float.intBitsToFloat((int) a) * Float.intBitsToFloat((int) b);
        float product = (float) exact;
        int bits = Float.floatToRawIntBits(product);
        if (!inner32(bits)) {
            return NONE;
        }
        if (product != exact) {
            s.fpsr |= FpState.IXC;
        }
        return result32(bits);
    }

    static long div(FpState s, int sz, long a, long b) {
        if ((s.fpcr & FpState.RMODE) != 0) {
            return NONE;
        }
        if (sz == 3) {
            if (!normal64(a) || !normal64(b)) {
                return NONE;
            }
            double quotient = Double.longBitsToDouble(a) / Double.longBitsToDouble(b);
            long bits = Double.doubleToRawLongBits(quotient);
            if (!inner64(bits)) {
                return NONE;
            }
            // Exact iff quotient times divisor is the dividend; they differ by less than 2^53, so
            // 64 bits decide.
            if ((s.fpsr & FpState.IXC) == 0) {
                int shift = 52 + field64(a) - field64(b) - field64(bits) + 1023;
                if (sig64(bits) * sig64(b) != sig64(a) << shift) {
                    s.fpsr |= FpState.IXC;
                }
            }
            return bits;
        }
        if (sz != 2 || !normal32(a) || !normal32(b)) {
            return NONE;
        }
        float x = Float.intBitsToFloat((int) a);
        float y = Float.intBitsToFloat((int) b);
        float quotient = x / y;
        int bits = Float.floatToRawIntBits(quotient);
        if (!inner32(bits)) {
            return NONE;
        }
        if ((double) quotient * y != x) {
            s.fpsr |= FpState.IXC;
        }
        return result32(bits);
    }

    static long sqrt(FpState s, int sz, long a) {
        if ((s.fpcr & FpState.RMODE) != 0) {
            return NONE;
        }
        if (sz == 3) {
            if (a < 0 || !normal64(a)) {
                return NONE;
            }
            long bits = Double.doubleToRawLongBits(Math.sqrt(Double.longBitsToDouble(a)));
            // Exact iff the square is the radicand; they differ by less than 2^54, so 64 bits
            // decide.
            if ((s.fpsr & FpState.IXC) == 0) {
                int shift = 52 + field64(a) - 2 * field64(bits) + 1023;
                long root = sig64(bits);
                if (root * root != sig64(a) << shift) {
                    s.fpsr |= FpState.IXC;
                }
            }
            return bits;
        }
        if (sz != 2 || (int) a < 0 || !normal32(a)) {
            return NONE;
        }
        float x = Float.intBitsToFloat((int) a);
        // Correctly rounded: a double root of a single has too many bits for a double rounding to
        // matter.
        float root = (float) Math.sqrt(x);
        if ((double) root * root != x) {
            s.fpsr |= FpState.IXC;
        }
        return result32(Float.floatToRawIntBits(root));
    }

    /**
     * Towards zero, to a signed integer of 32 bits or more: numbers of magnitude 1 to 2^31, where
     * the cast is exact but for the fraction it drops.
     */
    static long truncate(FpState s, int sz, long a) {
        double x;
        if (sz == 3) {
            x = Double.longBitsToDouble(a);
        } else if (sz == 2) {
            x = Float.intBitsToFloat((int) a);
        } else {
            return NO_INTEGER;
        }
        double magnitude = Math.abs(x);
        if (!(magnitude >= 1 && magnitude < 1L << 31)) {
            return NO_INTEGER;
        }
        int whole = (int) x;
        if (whole != x) {
            s.fpsr |= FpState.IXC;
        }
        return whole;
    }

    private static int field64(long a) {
        return (int) (a >>> 52) & 0x7ff;
    }

    private static long sig64(long a) {
        return a & 0xf_ffff_ffff_ffffL | 1L << 52;
    }

    private static int trailing64(long a) {
        return Long.numberOfTrailingZeros(a | 1L << 52);
    }
}
