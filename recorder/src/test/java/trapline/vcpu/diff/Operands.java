package trapline.vcpu.diff;

import java.util.SplittableRandom;

/**
 * Register contents that reach the corners: special numbers of each format, numbers close to each
 * other and to the ends of the range, small integers, long runs of ones, and plain noise.
 */
final class Operands {
    private static final int[] HALF = {
        0, 0x8000, 1, 0x3ff, 0x400, 0x401, 0x3bff, 0x3c00, 0x3c01, 0x3555, 0x3800, 0x37ff, 0x3801,
        0x4000, 0x4200, 0x4248, 0x77ff, 0x7800, 0x7bfe, 0x7bff, 0x7c00, 0x7c01, 0x7dff, 0x7e00,
        0x7e01, 0x7fff, 0x5bff, 0x5c00, 0x0bff, 0x1400
    };
    private static final int[] SINGLE = {
        0,
        1,
        2,
        0x7fffff,
        0x800000,
        0x800001,
        0x3f7fffff,
        0x3f800000,
        0x3f800001,
        0x3f000000,
        0x3effffff,
        0x40000000,
        0x40490fdb,
        0x4effffff,
        0x4f000000,
        0x4f7fffff,
        0x4f800000,
        0x5effffff,
        0x5f000000,
        0x5f7fffff,
        0x5f800000,
        0x7effffff,
        0x7f000000,
        0x7f7ffffe,
        0x7f7fffff,
        0x7f800000,
        0x7f800001,
        0x7fbfffff,
        0x7fc00000,
        0x7fc12345,
        0x7fffffff,
        0x33800000,
        0x33000000,
        0x47800000,
        0x477fe000,
        0x477ff000,
        0x477fefff,
        0x38800000,
        0x387fffff,
        0x34000000
    };
    private static final long[] DOUBLE = {
        0,
        1,
        2,
        0xfffffffffffffL,
        0x10000000000000L,
        0x10000000000001L,
        0x3fefffffffffffffL,
        0x3ff0000000000000L,
        0x3ff0000000000001L,
        0x3fe0000000000000L,
        0x3fdfffffffffffffL,
        0x4000000000000000L,
        0x400921fb54442d18L,
        0x41dfffffffc00000L,
        0x41e0000000000000L,
        0x41efffffffe00000L,
        0x41f0000000000000L,
        0x43dfffffffffffffL,
        0x43e0000000000000L,
        0x43efffffffffffffL,
        0x43f0000000000000L,
        0x7fdfffffffffffffL,
        0x7fe0000000000000L,
        0x7feffffffffffffeL,
        0x7fefffffffffffffL,
        0x7ff0000000000000L,
        0x7ff0000000000001L,
        0x7ff7ffffffffffffL,
        0x7ff8000000000000L,
        0x7ff8123456789abcL,
        0x7fffffffffffffffL,
        0x47efffffe0000000L,
        0x47efffffefffffffL,
        0x47effffff0000000L,
        0x3810000000000000L,
        0x380fffffffffffffL,
        0x36a0000000000000L,
        0x369fffffffffffffL,
        0x3690000000000000L,
        0x40effc0000000000L,
        0x40effe0000000000L,
        0x3f10000000000000L,
        0x3e70000000000000L
    };
    private static final long[] INTEGER = {
        0,
        1,
        2,
        -1,
        -2,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x7fffffffL,
        0x80000000L,
        0xffffffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x8080808080808080L,
        0x7f7f7f7f7f7f7f7fL,
        0x8000800080008000L,
        0x7fff7fff7fff7fffL,
        0x8000000080000000L,
        0x7fffffff7fffffffL,
        0x0101010101010101L
    };

    private static final int KINDS = 8;

    private final SplittableRandom random;

    Operands(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Fills a context: mostly one kind of number in all vector registers, so that instructions see
     * related operands.
     */
    void fill(Context c) {
        int kind = random.nextInt(KINDS);
        boolean mixed = random.nextInt(4) == 0;
        // Exponents near one another make sums cancel and products meet the ends of the range.
        int near = random.nextInt(2048);
        for (int i = 0; i < 64; i++) {
            c.v[i] = vector(mixed ? random.nextInt(KINDS) : kind, near);
        }
        for (int i = 0; i < 31; i++) {
            c.x[i] =
                    switch (random.nextInt(4)) {
                        case 0 -> random.nextLong();
                        case 1 -> INTEGER[random.nextInt(INTEGER.length)];
                        case 2 -> random.nextLong() >> random.nextInt(64);
                        default -> random.nextLong() >>> random.nextInt(64);
                    };
        }
        c.x[30] = 0;
        c.sp = random.nextLong() & -16L;
        c.nzcv = random.nextInt() & 0xf0000000;
        c.fpcr = random.nextInt(3) == 0 ? 0 : random.nextInt() & Context.FPCR_BITS;
        c.fpsr = random.nextInt(4) == 0 ? random.nextInt() & Context.FPSR_BITS : 0;
        c.signal = 0;
    }

    /**
     * Points X20 to X23 and SP, aligned, and X24 to X27, not, to the middle of a context's memory;
     * X10 to X15 become small indices.
     */
    void aim(Context c) {
        random.nextBytes(c.memory);
        long middle = c.address + c.memory.length / 2;
        c.sp = middle;
        for (int i = 20; i < 28; i++) {
            c.x[i] = middle + 16L * random.nextInt(-8, 8) + (i < 24 ? 0 : random.nextInt(16));
        }
        for (int i = 10; i < 16; i++) {
            c.x[i] = random.nextInt(64);
        }
    }

    private long vector(int kind, int near) {
        return switch (kind) {
            case 0 -> random.nextLong();
            case 1 -> doubleNear(near);
            case 2 -> singleNear(near) & 0xffffffffL | (long) singleNear(near) << 32;
            case 3 -> half() | half() << 16 | half() << 32 | half() << 48;
            case 4 -> signed(DOUBLE[random.nextInt(DOUBLE.length)], 63);
            case 5 -> single() | single() << 32;
            case 6 -> INTEGER[random.nextInt(INTEGER.length)];
            default -> {
                long bits = random.nextLong() & (random.nextLong() >> random.nextInt(64));
                yield random.nextBoolean() ? bits : ~bits;
            }
        };
    }

    private long signed(long magnitude, int bit) {
        return random.nextBoolean() ? magnitude | 1L << bit : magnitude;
    }

    private long half() {
        if (random.nextBoolean()) {
            return random.nextInt(0x10000);
        }
        return signed(HALF[random.nextInt(HALF.length)], 15);
    }

    private long single() {
        int bits = SINGLE[random.nextInt(SINGLE.length)];
        return signed(bits, 31) & 0xffffffffL;
    }

    private int singleNear(int near) {
        int exponent = (near + random.nextInt(8) * random.nextInt(8)) & 0xff;
        return random.nextInt() & 0x80000000 | exponent << 23 | sparse() >>> 9;
    }

    private long doubleNear(int near) {
        int exponent = (near + random.nextInt(10) * random.nextInt(10)) & 0x7ff;
        long fraction = ((long) sparse() << 20 ^ sparse() >>> 12) & 0xfffffffffffffL;
        return random.nextLong() & Long.MIN_VALUE | (long) exponent << 52 | fraction;
    }

    /** Often with few ones or few zeros, so that results come out exact or just not. */
    private int sparse() {
        int bits = random.nextInt();
        return switch (random.nextInt(4)) {
            case 0 -> bits;
            case 1 -> bits & random.nextInt() & random.nextInt();
            case 2 -> bits | random.nextInt() | random.nextInt();
            default -> bits << random.nextInt(32);
        };
    }
}
