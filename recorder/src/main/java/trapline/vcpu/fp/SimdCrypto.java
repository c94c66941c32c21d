package trapline.vcpu.fp;

import static trapline.vcpu.fp.Operand.WORD;
import static trapline.vcpu.fp.Operand.d0;
import static trapline.vcpu.fp.Operand.d1;
import static trapline.vcpu.fp.Operand.m0;
import static trapline.vcpu.fp.Operand.m1;
import static trapline.vcpu.fp.Operand.n0;
import static trapline.vcpu.fp.Operand.n1;
import static trapline.vcpu.fp.Operand.set;

import trapline.vcpu.Vcpu;

/**
 * AES, SHA-1, SHA-256 and carry-less multiplication: DDI 0487, C4.1, "Cryptographic AES",
 * "two-register SHA" and "three-register SHA"; FIPS 197 and FIPS 180-4 for the functions.
 */
public final class SimdCrypto {
    /** The AES substitution: inverse in GF(2^8), then an affine map. */
    private static final byte[] SBOX = new byte[256];

    private static final byte[] INVERSE_SBOX = new byte[256];

    static {
        // Walks the field with the generator 3 and its inverse in step, so each p meets its
        // reciprocal q.
        int p = 1;
        int q = 1;
        do {
            p = (p ^ p << 1 ^ ((p & 0x80) != 0 ? 0x1b : 0)) & 0xff;
            q ^= q << 1;
            q ^= q << 2;
            q ^= q << 4;
            q = (q ^ ((q & 0x80) != 0 ? 0x09 : 0)) & 0xff;
            int twice = q | q << 8;
            int s = q ^ twice >>> 7 ^ twice >>> 6 ^ twice >>> 5 ^ twice >>> 4 ^ 0x63;
            SBOX[p] = (byte) s;
        } while (p != 1);
        SBOX[0] = 0x63;
        for (int i = 0; i < 256; i++) {
            INVERSE_SBOX[SBOX[i] & 0xff] = (byte) i;
        }
    }

    private SimdCrypto() {}

    public static void AESE_B_cryptoaes(Vcpu c, int insn) {
        long lo = d0(c, insn) ^ n0(c, insn);
        long hi = d1(c, insn) ^ n1(c, insn);
        set(c, insn, substitute(SBOX, lo, hi, 0, 5), substitute(SBOX, lo, hi, 40, 5));
    }

    public static void AESD_B_cryptoaes(Vcpu c, int insn) {
        long lo = d0(c, insn) ^ n0(c, insn);
        long hi = d1(c, insn) ^ n1(c, insn);
        set(
                c,
                insn,
                substitute(INVERSE_SBOX, lo, hi, 0, 13),
                substitute(INVERSE_SBOX, lo, hi, 104, 13));
    }

    public static void AESMC_B_cryptoaes(Vcpu c, int insn) {
        set(c, insn, mixColumns(n0(c, insn)), mixColumns(n1(c, insn)));
    }

    public static void AESIMC_B_cryptoaes(Vcpu c, int insn) {
        set(c, insn, inverseMixColumns(n0(c, insn)), inverseMixColumns(n1(c, insn)));
    }

    public static void SHA1C_QSV_cryptosha3(Vcpu c, int insn) {
        sha1(c, insn, 0);
    }

    public static void SHA1P_QSV_cryptosha3(Vcpu c, int insn) {
        sha1(c, insn, 1);
    }

    public static void SHA1M_QSV_cryptosha3(Vcpu c, int insn) {
        sha1(c, insn, 2);
    }

    public static void SHA1SU0_VVV_cryptosha3(Vcpu c, int insn) {
        long lo = d0(c, insn);
        long hi = d1(c, insn);
        set(c, insn, hi ^ lo ^ m0(c, insn), n0(c, insn) ^ hi ^ m1(c, insn));
    }

    public static void SHA1H_SS_cryptosha2(Vcpu c, int insn) {
        set(c, insn, Integer.rotateLeft((int) n0(c, insn), 30) & WORD);
    }

    public static void SHA1SU1_VV_cryptosha2(Vcpu c, int insn) {
        long lo = d0(c, insn) ^ (n0(c, insn) >>> 32 | n1(c, insn) << 32);
        long hi = d1(c, insn) ^ n1(c, insn) >>> 32;
        int w0 = Integer.rotateLeft((int) lo, 1);
        int w3 = Integer.rotateLeft((int) (hi >>> 32), 1) ^ Integer.rotateLeft((int) lo, 2);
        set(
                c,
                insn,
                words(w0, Integer.rotateLeft((int) (lo >>> 32), 1)),
                words(Integer.rotateLeft((int) hi, 1), w3));
    }

    public static void SHA256H_QQV_cryptosha3(Vcpu c, int insn) {
        sha256(c, insn, d0(c, insn), d1(c, insn), n0(c, insn), n1(c, insn), true);
    }

    public static void SHA256H2_QQV_cryptosha3(Vcpu c, int insn) {
        sha256(c, insn, n0(c, insn), n1(c, insn), d0(c, insn), d1(c, insn), false);
    }

    public static void SHA256SU0_VV_cryptosha2(Vcpu c, int insn) {
        long lo = d0(c, insn);
        long hi = d1(c, insn);
        int w0 = (int) lo + sigma0((int) (lo >>> 32));
        int w1 = (int) (lo >>> 32) + sigma0((int) hi);
        int w2 = (int) hi + sigma0((int) (hi >>> 32));
        int w3 = (int) (hi >>> 32) + sigma0((int) n0(c, insn));
        set(c, insn, words(w0, w1), words(w2, w3));
    }

    public static void SHA256SU1_VVV_cryptosha3(Vcpu c, int insn) {
        long lo = d0(c, insn);
        long hi = d1(c, insn);
        long last = m1(c, insn);
        int w0 = (int) lo + (int) (n0(c, insn) >>> 32) + sigma1((int) last);
        int w1 = (int) (lo >>> 32) + (int) n1(c, insn) + sigma1((int) (last >>> 32));
        int w2 = (int) hi + (int) (n1(c, insn) >>> 32) + sigma1(w0);
        int w3 = (int) (hi >>> 32) + (int) m0(c, insn) + sigma1(w1);
        set(c, insn, words(w0, w1), words(w2, w3));
    }

    private static long words(int lo, int hi) {
        return lo & WORD | (long) hi << 32;
    }

    /**
     * Shifts rows and substitutes: eight bytes, the first from bit {@code 8 * from}, each {@code
     * step} bytes on.
     */
    private static long substitute(byte[] box, long lo, long hi, int from, int step) {
        long result = 0;
        int index = from;
        for (int i = 0; i < 64; i += 8) {
            long half = (index & 8) == 0 ? lo : hi;
            result |= (box[(int) (half >>> (index << 3)) & 0xff] & 0xffL) << i;
            index += step;
        }
        return result;
    }

    /** Each byte times two in AES's field. */
    private static long twice(long a) {
        return (a & ~Lanes.tops(0)) << 1 ^ (a >>> 7 & Lanes.ones(0)) * 0x1b;
    }

    /** Each 32-bit column rotated right by {@code bits}. */
    private static long rotate(long a, int bits) {
        long low = Lanes.repeat(2, WORD >>> bits);
        return a >>> bits & low | a << 32 - bits & ~low;
    }

    private static long mixColumns(long a) {
        long twice = twice(a);
        return twice ^ rotate(twice ^ a, 8) ^ rotate(a, 16) ^ rotate(a, 24);
    }

    private static long inverseMixColumns(long a) {
        long four = twice(twice(a));
        return mixColumns(a ^ four ^ rotate(four, 16));
    }

    /** Four rounds of SHA-1: {@code function} 0 choose, 1 parity, 2 majority. */
    private static void sha1(Vcpu vcpu, int insn, int function) {
        int a = (int) d0(vcpu, insn);
        int b = (int) (d0(vcpu, insn) >>> 32);
        int c = (int) d1(vcpu, insn);
        int d = (int) (d1(vcpu, insn) >>> 32);
        int e = (int) n0(vcpu, insn);
        for (int round = 0; round < 4; round++) {
            long w = round < 2 ? m0(vcpu, insn) : m1(vcpu, insn);
            int f =
                    switch (function) {
                        case 0 -> choose(b, c, d);
                        case 1 -> b ^ c ^ d;
                        default -> majority(b, c, d);
                    };
            int next = Integer.rotateLeft(a, 5) + f + e + (int) (w >>> (round & 1) * 32);
            e = d;
            d = c;
            c = Integer.rotateLeft(b, 30);
            b = a;
            a = next;
        }
        set(vcpu, insn, words(a, b), words(c, d));
    }

    /** Four rounds of SHA-256 on {@code abcd} and {@code efgh}; gives the one asked for. */
    private static void sha256(
            Vcpu vcpu, int insn, long ab, long cd, long ef, long gh, boolean first) {
        int a = (int) ab;
        int b = (int) (ab >>> 32);
        int c = (int) cd;
        int d = (int) (cd >>> 32);
        int e = (int) ef;
        int f = (int) (ef >>> 32);
        int g = (int) gh;
        int h = (int) (gh >>> 32);
        for (int round = 0; round < 4; round++) {
            long w = round < 2 ? m0(vcpu, insn) : m1(vcpu, insn);
            int big1 =
                    Integer.rotateRight(e, 6)
                            ^ Integer.rotateRight(e, 11)
                            ^ Integer.rotateRight(e, 25);
            int big0 =
                    Integer.rotateRight(a, 2)
                            ^ Integer.rotateRight(a, 13)
                            ^ Integer.rotateRight(a, 22);
            int t = h + big1 + choose(e, f, g) + (int) (w >>> (round & 1) * 32);
            h = g;
            g = f;
            f = e;
            e = d + t;
            d = c;
            int next = t + big0 + majority(a, b, c);
            c = b;
            b = a;
            a = next;
        }
        if (first) {
            set(vcpu, insn, words(a, b), words(c, d));
        } else {
            set(vcpu, insn, words(e, f), words(g, h));
        }
    }

    private static int choose(int x, int y, int z) {
        return (y ^ z) & x ^ z;
    }

    private static int majority(int x, int y, int z) {
        return x & y | (x | y) & z;
    }

    private static int sigma0(int x) {
        return Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
    }

    private static int sigma1(int x) {
        return Integer.rotateRight(x, 17) ^ Integer.rotateRight(x, 19) ^ x >>> 10;
    }

    /**
     * Low 64 bits of the carry-less product. Each operand is split by bit number modulo four; in an
     * integer product of two such parts the carries of a column stay below the next column in use,
     * and are masked off.
     */
    static long clmulLow(long a, long b) {
        long mask = 0x1111111111111111L;
        long a0 = a & mask;
        long a1 = a & mask << 1;
        long a2 = a & mask << 2;
        long a3 = a & mask << 3;
        long b0 = b & mask;
        long b1 = b & mask << 1;
        long b2 = b & mask << 2;
        long b3 = b & mask << 3;
        return (a0 * b0 ^ a1 * b3 ^ a2 * b2 ^ a3 * b1) & mask
                | (a0 * b1 ^ a1 * b0 ^ a2 * b3 ^ a3 * b2) & mask << 1
                | (a0 * b2 ^ a1 * b1 ^ a2 * b0 ^ a3 * b3) & mask << 2
                | (a0 * b3 ^ a1 * b2 ^ a2 * b1 ^ a3 * b0) & mask << 3;
    }

    /** High 64 bits of the carry-less product: the low bits of the mirrored one. */
    static long clmulHigh(long a, long b) {
        return Long.reverse(clmulLow(Long.reverse(a), Long.reverse(b))) >>> 1;
    }

    /** Carry-less products of the low four bytes, 16 bits each. */
    static long clmulBytes(long a, long b) {
        long x = Lanes.uxtl(0, a);
        long y = Lanes.uxtl(0, b);
        long product = 0;
        for (int i = 0; i < 8; i++) {
            product ^= (y >>> i & Lanes.ones(1)) * 0xffff & x << i;
        }
        return product;
    }
}
