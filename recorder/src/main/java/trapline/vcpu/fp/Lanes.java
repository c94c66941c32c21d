package trapline.vcpu.fp;

/**
 * Integer operations on all elements of one 64-bit half at once, without flags. Elements are 8, 16,
 * 32 or 64 bits wide by {@code sz}. Where it pays the whole half is one number and carries are kept
 * from crossing element borders; otherwise a loop that the compiler unrolls when {@code sz} is
 * known.
 */
public final class Lanes {
    private Lanes() {}

    /** The top bit of each element. */
    static long tops(int sz) {
        return switch (sz) {
            case 0 -> 0x8080808080808080L;
            case 1 -> 0x8000800080008000L;
            case 2 -> 0x8000000080000000L;
            default -> 1L << 63;
        };
    }

    /** The low bit of each element. */
    static long ones(int sz) {
        return switch (sz) {
            case 0 -> 0x0101010101010101L;
            case 1 -> 0x0001000100010001L;
            case 2 -> 0x0000000100000001L;
            default -> 1;
        };
    }

    /** The elements with even number, all ones. */
    static long evens(int sz) {
        return switch (sz) {
            case 0 -> 0x00ff00ff00ff00ffL;
            case 1 -> 0x0000ffff0000ffffL;
            case 2 -> 0x00000000ffffffffL;
            default -> -1L;
        };
    }

    /** One element's value in each element. */
    static long repeat(int sz, long element) {
        return (element & Operand.element(sz)) * ones(sz);
    }

    /** Top bits to whole elements of all ones. */
    static long fill(int sz, long tops) {
        return (tops >>> (8 << sz) - 1) * Operand.element(sz);
    }

    static long add(int sz, long a, long b) {
        if (sz == 3) {
            return a + b;
        }
        long h = tops(sz);
        return (a & ~h) + (b & ~h) ^ (a ^ b) & h;
    }

    static long sub(int sz, long a, long b) {
        if (sz == 3) {
            return a - b;
        }
        long h = tops(sz);
        return (a | h) - (b & ~h) ^ (a ^ ~b) & h;
    }

    static long neg(int sz, long a) {
        return sub(sz, 0, a);
    }

    static long mul(int sz, long a, long b) {
        return switch (sz) {
            case 0 -> mulBytes(a, b);
            case 1 ->
                    a * b & 0xffffL
                            | (a >>> 16) * (b >>> 16) << 16 & 0xffff_0000L
                            | (a >>> 32) * (b >>> 32) << 32 & 0xffff_0000_0000L
                            | (a >>> 48) * (b >>> 48) << 48;
            case 2 -> a * b & Operand.WORD | (a >>> 32) * (b >>> 32) << 32;
            default -> a * b;
        };
    }

    private static long mulBytes(long a, long b) {
        long even = mul(1, a & evens(0), b & evens(0)) & evens(0);
        return even | mul(1, a >>> 8 & evens(0), b >>> 8 & evens(0)) << 8 & ~evens(0);
    }

    static long mla(int sz, long acc, long a, long b) {
        return add(sz, acc, mul(sz, a, b));
    }

    static long mls(int sz, long acc, long a, long b) {
        return sub(sz, acc, mul(sz, a, b));
    }

    /** Carry-less product of bytes, low eight bits: PMUL. */
    static long pmul(long a, long b) {
        long product = 0;
        for (int i = 0; i < 8; i++) {
            product ^= fill(0, b << 7 - i & tops(0)) & (a << i & repeat(0, 0xff << i));
        }
        return product;
    }

    // Comparisons: all ones or zero.

    static long cmeq(int sz, long a, long b) {
        long t = a ^ b;
        long h = tops(sz);
        return fill(sz, ~((t & ~h) + ~h | t) & h);
    }

    static long cmtst(int sz, long a, long b) {
        return ~cmeq(sz, a & b, 0);
    }

    static long cmhs(int sz, long a, long b) {
        long h = tops(sz);
        long below = (a | h) - (b & ~h);
        return fill(sz, (a & ~b | ~(a ^ b) & below) & h);
    }

    static long cmhi(int sz, long a, long b) {
        return ~cmhs(sz, b, a);
    }

    static long cmge(int sz, long a, long b) {
        return cmhs(sz, a ^ tops(sz), b ^ tops(sz));
    }

    static long cmgt(int sz, long a, long b) {
        return ~cmge(sz, b, a);
    }

    /** Elements below zero. */
    static long negative(int sz, long a) {
        return fill(sz, a & tops(sz));
    }

    static long select(long mask, long a, long b) {
        return b ^ (a ^ b) & mask;
    }

    static long smax(int sz, long a, long b) {
        return select(cmge(sz, a, b), a, b);
    }

    static long smin(int sz, long a, long b) {
        return select(cmge(sz, a, b), b, a);
    }

    static long umax(int sz, long a, long b) {
        return select(cmhs(sz, a, b), a, b);
    }

    static long umin(int sz, long a, long b) {
        return select(cmhs(sz, a, b), b, a);
    }

    static long sabd(int sz, long a, long b) {
        long ge = cmge(sz, a, b);
        return sub(sz, select(ge, a, b), select(ge, b, a));
    }

    static long uabd(int sz, long a, long b) {
        long ge = cmhs(sz, a, b);
        return sub(sz, select(ge, a, b), select(ge, b, a));
    }

    static long abs(int sz, long a) {
        long minus = negative(sz, a);
        return sub(sz, a ^ minus, minus);
    }

    // Halving: signed values are biased by half their range and treated as unsigned.

    static long uhadd(int sz, long a, long b) {
        return (a & b) + (((a ^ b) & ~ones(sz)) >>> 1);
    }

    static long urhadd(int sz, long a, long b) {
        return (a | b) - (((a ^ b) & ~ones(sz)) >>> 1);
    }

    static long uhsub(int sz, long a, long b) {
        return sub(sz, ((a ^ b) & ~ones(sz)) >>> 1, ~a & b);
    }

    static long shadd(int sz, long a, long b) {
        return uhadd(sz, a ^ tops(sz), b ^ tops(sz)) ^ tops(sz);
    }

    static long srhadd(int sz, long a, long b) {
        return urhadd(sz, a ^ tops(sz), b ^ tops(sz)) ^ tops(sz);
    }

    static long shsub(int sz, long a, long b) {
        return uhsub(sz, a ^ tops(sz), b ^ tops(sz));
    }

    // Bits.

    static long clz(int sz, long a) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a >>> i & Operand.element(sz);
            result |= (long) (Long.numberOfLeadingZeros(e) - 64 + width) << i;
        }
        return result;
    }

    static long cls(int sz, long a) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a << 64 - width - i >> 64 - width;
            result |= (long) (Long.numberOfLeadingZeros(e ^ e >> 63) - 65 + width) << i;
        }
        return result;
    }

    /** Ones in each byte. */
    static long cnt(long a) {
        a -= a >>> 1 & 0x5555555555555555L;
        a = (a & 0x3333333333333333L) + (a >>> 2 & 0x3333333333333333L);
        return a + (a >>> 4) & 0x0f0f0f0f0f0f0f0fL;
    }

    /** Bits of each byte reversed. */
    static long rbit(long a) {
        return Long.reverseBytes(Long.reverse(a));
    }

    static long rev16(long a) {
        return (a & evens(0)) << 8 | a >>> 8 & evens(0);
    }

    /** Elements of {@code sz} reversed in each 32-bit word. */
    static long rev32(int sz, long a) {
        long halves = (a & evens(1)) << 16 | a >>> 16 & evens(1);
        return sz == 0 ? rev16(halves) : halves;
    }

    /** Elements of {@code sz} reversed in the half. */
    static long rev64(int sz, long a) {
        long words = a << 32 | a >>> 32;
        return sz == 2 ? words : rev32(sz, words);
    }

    // Widths.

    /** The low 32 bits' elements of {@code sz}, zero-extended to twice the width. */
    static long uxtl(int sz, long a) {
        a &= Operand.WORD;
        if (sz < 2) {
            a = (a | a << 16) & evens(1);
        }
        if (sz < 1) {
            a = (a | a << 8) & evens(0);
        }
        return a;
    }

    /** The low 32 bits' elements of {@code sz}, sign-extended to twice the width. */
    static long sxtl(int sz, long a) {
        if (sz == 2) {
            return (int) a;
        }
        long sign = tops(sz) & evens(sz);
        return sub(sz + 1, uxtl(sz, a) ^ sign, sign);
    }

    /**
     * The even-numbered elements of {@code sz}, packed into the low 32 bits (64 for doublewords).
     */
    static long pack(int sz, long a) {
        if (sz == 3) {
            return a;
        }
        a &= evens(sz);
        if (sz < 1) {
            a = (a | a >>> 8) & evens(1);
        }
        if (sz < 2) {
            a |= a >>> 16;
        }
        return a & Operand.WORD;
    }

    /** Even-numbered elements of the 128 bits {@code hi:lo}. For doublewords {@code lo}. */
    static long uzp1(int sz, long lo, long hi) {
        return sz == 3 ? lo : pack(sz, lo) | pack(sz, hi) << 32;
    }

    /** Odd-numbered elements of the 128 bits {@code hi:lo}. For doublewords {@code hi}. */
    static long uzp2(int sz, long lo, long hi) {
        int width = 8 << sz;
        return sz == 3 ? hi : pack(sz, lo >>> width) | pack(sz, hi >>> width) << 32;
    }

    /** Elements of the low 32 bits of {@code a} and {@code b} in turn. */
    static long zip(int sz, long a, long b) {
        return uxtl(sz, a) | uxtl(sz, b) << (8 << sz);
    }

    /** Sums of neighbours, twice as wide. */
    static long uaddlp(int sz, long a) {
        if (sz == 2) {
            return (a & Operand.WORD) + (a >>> 32);
        }
        return (a & evens(sz)) + (a >>> (8 << sz) & evens(sz));
    }

    /** Sums of neighbours, twice as wide, signed. */
    static long saddlp(int sz, long a) {
        if (sz == 2) {
            return (long) (int) a + (a >> 32);
        }
        // Biased by half the range, the sum of two is too large by the whole range.
        return sub(sz + 1, uaddlp(sz, a ^ tops(sz)), ones(sz + 1) << (8 << sz));
    }

    // Shifts by one amount.

    static long shl(int sz, long a, int shift) {
        return (a & repeat(sz, Operand.element(sz) >>> shift)) << shift;
    }

    /** {@code shift} from 1 to the width. */
    static long ushr(int sz, long a, int shift) {
        int width = 8 << sz;
        return shift == width ? 0 : a >>> shift & repeat(sz, Operand.element(sz) >>> shift);
    }

    /** {@code shift} from 1 to the width. */
    static long sshr(int sz, long a, int shift) {
        int width = 8 << sz;
        if (sz == 3) {
            return a >> Math.min(shift, 63);
        }
        if (shift == width) {
            return negative(sz, a);
        }
        long sign = tops(sz) >>> shift;
        return sub(sz, ushr(sz, a, shift) ^ sign, sign);
    }

    /** Rounded; {@code shift} from 1 to the width. */
    static long urshr(int sz, long a, int shift) {
        return add(sz, ushr(sz, a, shift), a >>> shift - 1 & ones(sz));
    }

    /** Rounded; {@code shift} from 1 to the width. */
    static long srshr(int sz, long a, int shift) {
        return add(sz, sshr(sz, a, shift), a >>> shift - 1 & ones(sz));
    }

    // Shifts by an amount for each element: the low byte of b, signed, negative to the right.

    static long ushl(int sz, long a, long b) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a >>> i & Operand.element(sz);
            int shift = (byte) (b >>> i);
            long r = shift >= width || shift <= -width ? 0 : shift >= 0 ? e << shift : e >>> -shift;
            result |= (r & Operand.element(sz)) << i;
        }
        return result;
    }

    static long sshl(int sz, long a, long b) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a << 64 - width - i >> 64 - width;
            int shift = (byte) (b >>> i);
            long r = shift >= width ? 0 : shift >= 0 ? e << shift : e >> Math.min(-shift, 63);
            result |= (r & Operand.element(sz)) << i;
        }
        return result;
    }

    static long urshl(int sz, long a, long b) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a >>> i & Operand.element(sz);
            int shift = (byte) (b >>> i);
            long r = shift >= width ? 0 : shift >= 0 ? e << shift : roundRight(e, -shift, true);
            result |= (r & Operand.element(sz)) << i;
        }
        return result;
    }

    static long srshl(int sz, long a, long b) {
        int width = 8 << sz;
        long result = 0;
        for (int i = 0; i < 64; i += width) {
            long e = a << 64 - width - i >> 64 - width;
            int shift = (byte) (b >>> i);
            long r = shift >= width ? 0 : shift >= 0 ? e << shift : roundRight(e, -shift, false);
            result |= (r & Operand.element(sz)) << i;
        }
        return result;
    }

    /** {@code (e + 2^(n-1)) >> n} without overflow, {@code n >= 1}. */
    static long roundRight(long e, int n, boolean unsigned) {
        if (n > 64) {
            return 0;
        }
        if (n == 64) {
            return unsigned ? e >>> 63 : 0;
        }
        return (unsigned ? e >>> n : e >> n) + (e >>> n - 1 & 1);
    }

    /** Four products of signed bytes summed, for each word. */
    static long sdot(long a, long b) {
        return dot(a, b, 0) & Operand.WORD | dot(a >>> 32, b >>> 32, 0) << 32;
    }

    /** Four products of unsigned bytes summed, for each word. */
    static long udot(long a, long b) {
        return dot(a, b, 0xff) & Operand.WORD | dot(a >>> 32, b >>> 32, 0xff) << 32;
    }

    private static long dot(long a, long b, int mask) {
        int sum = 0;
        for (int i = 0; i < 32; i += 8) {
            int x = (byte) (a >>> i);
            int y = (byte) (b >>> i);
            sum += mask == 0 ? x * y : (x & mask) * (y & mask);
        }
        return sum;
    }
}
