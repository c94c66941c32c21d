package trapline.vcpu;

/** Value functions of the integer instructions, in the words of DDI 0487 J1 (shared pseudocode). */
public final class Bits {
    /** N, Z, C and V in an NZCV value. */
    public static final int N = 1 << 31;

    public static final int Z = 1 << 30;
    public static final int C = 1 << 29;
    public static final int V = 1 << 28;

    /**
     * Bitmask immediates by {@code N:immr:imms}; 0 (never a valid mask) where reserved: {@code
     * DecodeBitMasks()}.
     */
    private static final long[] BIT_MASKS = bitMasks();

    private static final int[] CRC32 = crcTable(0xEDB8_8320);
    private static final int[] CRC32C = crcTable(0x82F6_3B78);

    private Bits() {}

    private static long[] bitMasks() {
        long[] t = new long[1 << 13];
        for (int k = 0; k < t.length; k++) {
            int n = k >>> 12;
            int immr = k >>> 6 & 63;
            int imms = k & 63;
            int len = 31 - Integer.numberOfLeadingZeros(n << 6 | ~imms & 63);
            if (len < 1) {
                continue;
            }
            int esize = 1 << len;
            int levels = esize - 1;
            int s = imms & levels;
            int r = immr & levels;
            if (s == levels) {
                continue;
            }
            long welem = (1L << (s + 1)) - 1;
            long elem =
                    r == 0
                            ? welem
                            : (welem >>> r | welem << (esize - r))
                                    & (esize == 64 ? -1 : (1L << esize) - 1);
            long mask = elem;
            for (int e = esize; e < 64; e *= 2) {
                mask |= mask << e;
            }
            t[k] = mask;
        }
        return t;
    }

    /** The 64-bit bitmask immediate of a logical instruction word, 0 when reserved. */
    public static long bitMask(int insn) {
        return BIT_MASKS[insn >>> 10 & 0x1fff];
    }

    private static int[] crcTable(int polynomial) {
        int[] t = new int[256];
        for (int i = 0; i < 256; i++) {
            int c = i;
            for (int k = 0; k < 8; k++) {
                c = (c & 1) != 0 ? c >>> 1 ^ polynomial : c >>> 1;
            }
            t[i] = c;
        }
        return t;
    }

    /**
     * CRC32 (polynomial 0x04C11DB7, reflected) over the low {@code bytes} bytes of {@code value}.
     */
    public static int crc32(int crc, long value, int bytes) {
        return crc(CRC32, crc, value, bytes);
    }

    /**
     * CRC32C (polynomial 0x1EDC6F41, reflected) over the low {@code bytes} bytes of {@code value}.
     */
    public static int crc32c(int crc, long value, int bytes) {
        return crc(CRC32C, crc, value, bytes);
    }

    private static int crc(int[] table, int crc, long value, int bytes) {
        int c = crc;
        long v = value;
        for (int i = 0; i < bytes; i++) {
            c = table[(c ^ (int) v) & 0xff] ^ c >>> 8;
            v >>>= 8;
        }
        return c;
    }

    /** NZCV of {@code x + y + carryIn}, 64 bits: {@code AddWithCarry()}. */
    public static int addFlags64(long x, long y, int carryIn) {
        long sum = x + y + carryIn;
        long carry = x & y | (x | y) & ~sum;
        return (int) (sum >>> 32) & N
                | (sum == 0 ? Z : 0)
                | (int) (carry >>> 34) & C
                | (int) (((x ^ sum) & (y ^ sum)) >>> 35) & V;
    }

    /** NZCV of {@code x + y + carryIn}, 32 bits. */
    public static int addFlags32(int x, int y, int carryIn) {
        int sum = x + y + carryIn;
        int carry = x & y | (x | y) & ~sum;
        return sum & N | (sum == 0 ? Z : 0) | carry >>> 2 & C | ((x ^ sum) & (y ^ sum)) >>> 3 & V;
    }

    /** NZCV of {@code x - y}, 64 bits. */
    public static int subFlags64(long x, long y) {
        return addFlags64(x, ~y, 1);
    }

    /** NZCV of {@code x - y}, 32 bits. */
    public static int subFlags32(int x, int y) {
        return addFlags32(x, ~y, 1);
    }

    /** NZCV of a logical result. */
    public static int logicFlags64(long r) {
        return (int) (r >>> 32) & N | (r == 0 ? Z : 0);
    }

    public static int logicFlags32(int r) {
        return r & N | (r == 0 ? Z : 0);
    }

    /** {@code ConditionHolds(cond)}. */
    public static boolean holds(int cond, int nzcv) {
        boolean r =
                switch (cond >>> 1) {
                    case 0 -> (nzcv & Z) != 0;
                    case 1 -> (nzcv & C) != 0;
                    case 2 -> nzcv < 0;
                    case 3 -> (nzcv & V) != 0;
                    case 4 -> (nzcv & (C | Z)) == C;
                    case 5 -> (nzcv >>> 31) == (nzcv >>> 28 & 1);
                    case 6 -> (nzcv & Z) == 0 && (nzcv >>> 31) == (nzcv >>> 28 & 1);
                    default -> true;
                };
        return (cond & 1) != 0 && cond != 15 ? !r : r;
    }

    /** {@code ShiftReg()}, 64 bits: type 0 LSL, 1 LSR, 2 ASR, 3 ROR; amount 0 to 63. */
    public static long shift64(long v, int type, int amount) {
        return switch (type) {
            case 0 -> v << amount;
            case 1 -> v >>> amount;
            case 2 -> v >> amount;
            default -> Long.rotateRight(v, amount);
        };
    }

    /** {@code ShiftReg()}, 32 bits; amount 0 to 31. */
    public static int shift32(int v, int type, int amount) {
        return switch (type) {
            case 0 -> v << amount;
            case 1 -> v >>> amount;
            case 2 -> v >> amount;
            default -> Integer.rotateRight(v, amount);
        };
    }

    /** {@code ExtendReg()}: option UXTB to SXTX, then left shift by 0 to 4. */
    public static long extend(long v, int option, int shift) {
        long e =
                switch (option) {
                    case 0 -> v & 0xff;
                    case 1 -> v & 0xffff;
                    case 2 -> v & 0xffff_ffffL;
                    case 4 -> (byte) v;
                    case 5 -> (short) v;
                    case 6 -> (int) v;
                    default -> v;
                };
        return e << shift;
    }

    /** SBFM, UBFM and BFM on 64 bits. */
    public static long ubfm64(long n, int immr, int imms) {
        return imms >= immr
                ? n >>> immr & -1L >>> (63 - (imms - immr))
                : (n & -1L >>> (63 - imms)) << (64 - immr);
    }

    public static long sbfm64(long n, int immr, int imms) {
        return imms >= immr
                ? n << (63 - imms) >> (63 - imms + immr)
                : n << (63 - imms) >> (63 - imms) << (64 - immr);
    }

    public static long bfm64(long d, long n, int immr, int imms) {
        long mask =
                imms >= immr ? -1L >>> (63 - (imms - immr)) : -1L >>> (63 - imms) << (64 - immr);
        return d & ~mask | ubfm64(n, immr, imms) & mask;
    }

    public static int ubfm32(int n, int immr, int imms) {
        return imms >= immr
                ? n >>> immr & -1 >>> (31 - (imms - immr))
                : (n & -1 >>> (31 - imms)) << (32 - immr);
    }

    public static int sbfm32(int n, int immr, int imms) {
        return imms >= immr
                ? n << (31 - imms) >> (31 - imms + immr)
                : n << (31 - imms) >> (31 - imms) << (32 - immr);
    }

    public static int bfm32(int d, int n, int immr, int imms) {
        int mask = imms >= immr ? -1 >>> (31 - (imms - immr)) : -1 >>> (31 - imms) << (32 - immr);
        return d & ~mask | ubfm32(n, immr, imms) & mask;
    }

    /** UDIV: division by zero gives zero. */
    public static long udiv64(long n, long m) {
        return m == 0 ? 0 : Long.divideUnsigned(n, m);
    }

    public static int udiv32(int n, int m) {
        return m == 0 ? 0 : Integer.divideUnsigned(n, m);
    }

    /** SDIV: rounds towards zero, division by zero gives zero, the one overflow wraps. */
    public static long sdiv64(long n, long m) {
        return m == 0 ? 0 : n / m;
    }

    public static int sdiv32(int n, int m) {
        return m == 0 ? 0 : n / m;
    }

    /** REV16 on 64 bits: bytes swapped within each halfword. */
    public static long rev16(long v) {
        return (v & 0x00ff_00ff_00ff_00ffL) << 8 | v >>> 8 & 0x00ff_00ff_00ff_00ffL;
    }

    /** REV32 on 64 bits: bytes swapped within each word. */
    public static long rev32(long v) {
        return Long.rotateRight(Long.reverseBytes(v), 32);
    }

    /** CLS: leading bits equal to the sign bit, not counting it. */
    public static int cls64(long v) {
        return Long.numberOfLeadingZeros(v ^ v >> 1) - 1;
    }

    public static int cls32(int v) {
        return Integer.numberOfLeadingZeros(v ^ v >> 1) - 1;
    }
}
