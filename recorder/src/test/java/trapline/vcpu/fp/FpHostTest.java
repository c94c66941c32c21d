package trapline.vcpu.fp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Short paths through host arithmetic give what integer arithmetic gives")
class FpHostTest {
    private static final int CASES = 400_000;
    private static final long SEED = 20_260_102;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final FpState host = new FpState();
    private final FpState soft = new FpState();
    private int taken;

    @Test
    void sumsAgree() {
        for (int i = 0; i < CASES; i++) {
            int sz = 2 + (i & 1);
            long a = number(sz);
            long b = near(sz, a);
            restart(i);
            compare(
                    "add",
                    sz,
                    a,
                    b,
                    FpHost.add(host, sz, a, b),
                    FpArith.softAdd(soft, sz, a, b, 0));
        }
        assertMostTaken();
    }

    @Test
    void productsAgree() {
        for (int i = 0; i < CASES; i++) {
            int sz = 2 + (i & 1);
            long a = number(sz);
            long b = number(sz);
            restart(i);
            compare(
                    "mul",
                    sz,
                    a,
                    b,
                    FpHost.mul(host, sz, a, b),
                    FpArith.softMul(soft, sz, a, b, false));
        }
        assertMostTaken();
    }

    @Test
    void quotientsAgree() {
        for (int i = 0; i < CASES; i++) {
            int sz = 2 + (i & 1);
            long b = number(sz);
            // Half of them a product, so that exact quotients occur.
            long a =
                    (i & 2) == 0
                            ? number(sz)
                            : FpArith.softMul(new FpState(), sz, b, number(sz), false);
            restart(i);
            compare("div", sz, a, b, FpHost.div(host, sz, a, b), FpArith.softDiv(soft, sz, a, b));
        }
        assertMostTaken();
    }

    @Test
    void rootsAgree() {
        for (int i = 0; i < CASES; i++) {
            int sz = 2 + (i & 1);
            long r = FpBits.mag(sz, number(sz));
            long a = (i & 2) == 0 ? r : FpArith.softMul(new FpState(), sz, r, r, false);
            restart(i);
            compare("sqrt", sz, a, a, FpHost.sqrt(host, sz, a), FpArith.softSqrt(soft, sz, a));
        }
        assertMostTaken();
    }

    @Test
    void singleFusedMultiplyAddsAgree() {
        for (int i = 0; i < CASES; i++) {
            long a = number(2);
            long b = number(2);
            long product = FpArith.softMul(new FpState(), 2, a, b, false);
            long c = (i & 1) == 0 ? near(2, product) : number(2);
            restart(i);
            long whole = FpFused.mulAdd(host, 2, c, a, b);
            compare("fma", 2, a, b, whole, FpFused.softMulAdd(soft, 2, c, a, b));
        }
        assertMostTaken();
    }

    private void restart(int i) {
        host.fpsr = (i & 4) == 0 ? 0 : FpState.IXC;
        soft.fpsr = host.fpsr;
    }

    private void compare(String what, int sz, long a, long b, long fast, long slow) {
        if (fast == FpHost.NONE) {
            assertThat(host.fpsr & ~FpState.IXC).isZero();
            return;
        }
        taken++;
        if (fast != slow || host.fpsr != soft.fpsr) {
            throw new AssertionError(
                    String.format(
                            "seed %d: %s sz=%d a=%x b=%x: host %x flags %x, soft %x flags %x",
                            SEED, what, sz, a, b, fast, host.fpsr, slow, soft.fpsr));
        }
    }

    private void assertMostTaken() {
        assertThat(taken).isGreaterThan(CASES / 4);
    }

    /**
     * Any exponent half of the time, otherwise around one; fractions often sparse, so that results
     * are exact.
     */
    private long number(int sz) {
        int ones = FpBits.expOnes(sz);
        int exponent =
                random.nextBoolean()
                        ? random.nextInt(ones + 1)
                        : FpBits.bias(sz) + random.nextInt(-40, 40);
        return build(sz, exponent);
    }

    private long near(int sz, long a) {
        int exponent = (int) (FpBits.mag(sz, a) >>> FpBits.frac(sz)) + random.nextInt(-60, 60);
        return build(sz, Math.clamp(exponent, 0, FpBits.expOnes(sz)));
    }

    private long build(int sz, int exponent) {
        long fraction = random.nextLong();
        if (random.nextBoolean()) {
            fraction &= -1L << random.nextInt(64);
        }
        fraction &= (1L << FpBits.frac(sz)) - 1;
        long sign = random.nextBoolean() ? FpBits.sign(sz) : 0;
        return sign | (long) exponent << FpBits.frac(sz) | fraction;
    }
}
