package trapline.vcpu.fp;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.fp.FpState.AHP;
import static trapline.vcpu.fp.FpState.DN;
import static trapline.vcpu.fp.FpState.DZC;
import static trapline.vcpu.fp.FpState.FZ;
import static trapline.vcpu.fp.FpState.FZ16;
import static trapline.vcpu.fp.FpState.IDC;
import static trapline.vcpu.fp.FpState.IOC;
import static trapline.vcpu.fp.FpState.IXC;
import static trapline.vcpu.fp.FpState.OFC;
import static trapline.vcpu.fp.FpState.RMODE_SHIFT;
import static trapline.vcpu.fp.FpState.UFC;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@DisplayName("Floating point by the Arm ARM's shared pseudocode: DDI 0487, shared/functions/float")
class FpArithmeticTest {
    private static final long QNAN = 0x7ff8000000000abcL;
    private static final long SNAN = 0xfff4000000000001L;
    private static final long QUIETED_SNAN = 0xfffc000000000001L;
    private static final long DEFAULT_NAN = 0x7ff8000000000000L;
    private static final long INFINITY = 0x7ff0000000000000L;
    private static final long MINUS_INFINITY = 0xfff0000000000000L;
    private static final long ONE = 0x3ff0000000000000L;
    private static final long MINUS_ONE = 0xbff0000000000000L;
    private static final long MINUS_ZERO = 0x8000000000000000L;
    private static final long LARGEST = 0x7fefffffffffffffL;
    private static final long SMALLEST_NORMAL = 0x0010000000000000L;
    private static final long DENORMAL = 0x000fffffffffffffL;

    private final FpState s = new FpState();

    private void expect(long result, long expected, int flags) {
        assertThat(Long.toHexString(result)).isEqualTo(Long.toHexString(expected));
        assertThat(s.fpsr).isEqualTo(flags);
    }

    @Nested
    @DisplayName("NaNs: FPProcessNaNs()")
    class Nans {
        @Test
        void aSignallingSecondOperandWinsOverAQuietFirst() {
            expect(FpArith.add(s, 3, QNAN, SNAN), QUIETED_SNAN, IOC);
        }

        @Test
        void theFirstOfTwoQuietNansIsReturned() {
            expect(FpArith.mul(s, 3, QNAN, DEFAULT_NAN), QNAN, 0);
        }

        @Test
        void defaultNanModeHidesThePayloadButNotTheException() {
            s.fpcr = DN;
            expect(FpArith.sub(s, 3, ONE, SNAN), DEFAULT_NAN, IOC);
        }

        @Test
        void subtractingANanKeepsItsSign() {
            expect(FpArith.sub(s, 3, ONE, QNAN), QNAN, 0);
        }

        @Test
        void fnmulNegatesANanResult() {
            expect(FpArith.nmul(s, 3, QNAN, ONE), QNAN | MINUS_ZERO, 0);
        }

        @Test
        void fmsubNegatesANanMultiplicand() {
            expect(FpFused.mulSub(s, 3, ONE, QNAN, ONE), QNAN | MINUS_ZERO, 0);
        }

        @Test
        void aQuietAddendDoesNotHideInfinityTimesZero() {
            expect(FpFused.mulAdd(s, 3, QNAN, INFINITY, 0), DEFAULT_NAN, IOC);
        }

        @Test
        void aSignallingAddendDoes() {
            expect(FpFused.mulAdd(s, 3, SNAN, INFINITY, 0), QUIETED_SNAN, IOC);
        }

        @Test
        void fmaxnmTakesTheNumberOverAQuietNanOnly() {
            expect(FpCompare.maxnm(s, 3, QNAN, MINUS_ONE), MINUS_ONE, 0);
            expect(FpCompare.maxnm(s, 3, SNAN, MINUS_ONE), QUIETED_SNAN, IOC);
        }
    }

    @Nested
    @DisplayName("Infinities and zeros")
    class Specials {
        @Test
        void infinityLessInfinityIsInvalid() {
            expect(FpArith.add(s, 3, INFINITY, MINUS_INFINITY), DEFAULT_NAN, IOC);
        }

        @Test
        void aNumberByZeroDividesByZeroAndInfinityByZeroDoesNot() {
            expect(FpArith.div(s, 3, INFINITY, MINUS_ZERO), MINUS_INFINITY, 0);
            expect(FpArith.div(s, 3, ONE, MINUS_ZERO), MINUS_INFINITY, DZC);
        }

        @Test
        void fmulxOfInfinityAndZeroIsTwo() {
            expect(FpArith.mulx(s, 3, MINUS_INFINITY, 0), 0xc000000000000000L, 0);
        }

        @Test
        void cancellationIsMinusZeroOnlyTowardsMinusInfinity() {
            expect(FpArith.sub(s, 3, ONE, ONE), 0, 0);
            s.fpcr = FpState.RM << RMODE_SHIFT;
            expect(FpArith.sub(s, 3, ONE, ONE), MINUS_ZERO, 0);
            expect(FpFused.mulAdd(s, 3, MINUS_ONE, ONE, ONE), MINUS_ZERO, 0);
        }

        @Test
        void theRootOfMinusZeroIsMinusZeroAndOfMinusOneInvalid() {
            expect(FpArith.sqrt(s, 3, MINUS_ZERO), MINUS_ZERO, 0);
            expect(FpArith.sqrt(s, 3, MINUS_ONE), DEFAULT_NAN, IOC);
        }

        @Test
        void maximumAndMinimumTellZerosApart() {
            expect(FpCompare.max(s, 3, MINUS_ZERO, 0), 0, 0);
            expect(FpCompare.min(s, 3, 0, MINUS_ZERO), MINUS_ZERO, 0);
        }
    }

    @Nested
    @DisplayName("Overflow, underflow and flushing: FPRoundBase()")
    class Limits {
        @Test
        void overflowGoesToInfinityOrStopsAtTheLargestByRoundingMode() {
            expect(FpArith.add(s, 3, LARGEST, LARGEST), INFINITY, OFC | IXC);
            s.fpcr = FpState.RM << RMODE_SHIFT;
            expect(FpArith.add(s, 3, LARGEST, LARGEST), LARGEST, OFC | IXC);
        }

        @Test
        void anExactDenormalDoesNotUnderflow() {
            expect(FpArith.sub(s, 3, SMALLEST_NORMAL, 1), DENORMAL, 0);
        }

        @Test
        void tininessIsDetectedBeforeRounding() {
            // (1 - 2^-53) * 2^-1022 rounds up to the smallest normal number, and underflows.
            expect(
                    FpArith.mul(s, 3, SMALLEST_NORMAL, 0x3fefffffffffffffL),
                    SMALLEST_NORMAL,
                    UFC | IXC);
        }

        @Test
        void aFlushedResultUnderflowsAndIsNotInexact() {
            s.fpcr = FZ;
            expect(FpArith.mul(s, 3, SMALLEST_NORMAL, 0x3fefffffffffffffL), 0, UFC);
        }

        @Test
        void aFlushedOperandCountsInDoubleAndNotInHalfPrecision() {
            s.fpcr = FZ | FZ16;
            expect(FpArith.add(s, 1, 0x3ff, 0x8000), 0, 0);
            expect(FpArith.add(s, 3, DENORMAL, MINUS_ZERO), 0, IDC);
        }

        @Test
        void halfPrecisionIgnoresFz() {
            s.fpcr = FZ;
            expect(FpArith.add(s, 1, 0x3ff, 0), 0x3ff, 0);
        }
    }

    @Nested
    @DisplayName("Conversions between precisions: FPConvert()")
    class Precisions {
        @Test
        void alternativeHalfPrecisionHasNoInfinity() {
            s.fpcr = AHP;
            expect(FpConvert.precision(s, 2, 1, 0x7f800000L), 0x7fff, IOC);
        }

        @Test
        void alternativeHalfPrecisionSaturatesWithoutInexact() {
            s.fpcr = AHP;
            expect(FpConvert.precision(s, 2, 1, 0x48000000L), 0x7fff, IOC);
        }

        @Test
        void alternativeHalfPrecisionReadsTheTopExponentAsANumber() {
            s.fpcr = AHP;
            expect(FpConvert.precision(s, 1, 2, 0x7c00), 0x47800000L, 0);
        }

        @Test
        void alternativeHalfPrecisionTurnsANanIntoZero() {
            s.fpcr = AHP;
            expect(FpConvert.precision(s, 2, 1, 0xffc00000L), 0x8000, IOC);
        }

        @Test
        void flushingOfHalfPrecisionDoesNotApply() {
            s.fpcr = FZ | FZ16;
            expect(FpConvert.precision(s, 1, 2, 1), 0x33800000L, 0);
            expect(FpConvert.precision(s, 2, 1, 0x33800000L), 1, 0);
        }

        @Test
        void aNanKeepsTheTopOfItsPayload() {
            expect(FpConvert.precision(s, 3, 2, 0xfff4567890abcdefL), 0xffe2b3c4L, IOC);
        }

        @Test
        void roundingToOddNeverReachesInfinity() {
            expect(FpConvert.toOdd(s, LARGEST), 0x7f7fffffL, OFC | IXC);
            s.fpsr = 0;
            expect(FpConvert.toOdd(s, 0x3ff0000000000001L), 0x3f800001L, IXC);
        }
    }

    @Nested
    @DisplayName("Integers: FPToFixed() and FixedToFP()")
    class Integers {
        @Test
        void nanIsZeroAndInvalid() {
            expect(FpConvert.toFixed(s, 3, QNAN, 64, 0, false, FpState.RZ), 0, IOC);
        }

        @Test
        void outOfRangeSaturatesAndIsNotInexact() {
            expect(
                    FpConvert.toFixed(s, 3, 0x41e0000000000000L, 32, 0, false, FpState.RZ),
                    0x7fffffffL,
                    IOC);
            s.fpsr = 0;
            expect(FpConvert.toFixed(s, 3, MINUS_ONE, 32, 0, true, FpState.RZ), 0, IOC);
        }

        @Test
        void aNegativeFractionTruncatesToAnUnsignedZero() {
            expect(FpConvert.toFixed(s, 3, 0xbfe0000000000000L, 32, 0, true, FpState.RZ), 0, IXC);
        }

        @Test
        void tiesGoToEvenOrAway() {
            long half = 0x3fe0000000000000L;
            expect(FpConvert.toFixed(s, 3, half, 32, 0, false, FpState.RN), 0, IXC);
            expect(FpConvert.toFixed(s, 3, half, 32, 0, false, FpState.RA), 1, IXC);
            expect(
                    FpConvert.toFixed(s, 3, half | MINUS_ZERO, 32, 0, false, FpState.RA),
                    0xffffffffL,
                    IXC);
        }

        @Test
        void theMostNegativeFitsAndItsNeighbourDoesNot() {
            expect(
                    FpConvert.toFixed(s, 3, 0xc3e0000000000000L, 64, 0, false, FpState.RZ),
                    Long.MIN_VALUE,
                    0);
            expect(
                    FpConvert.toFixed(s, 3, 0xc3e0000000000001L, 64, 0, false, FpState.RZ),
                    Long.MIN_VALUE,
                    IOC);
        }

        @Test
        void unsignedDoublewordsRound() {
            expect(FpConvert.fromFixed(s, 3, -1, 0, true), 0x43f0000000000000L, IXC);
            s.fpsr = 0;
            expect(FpConvert.fromFixed(s, 3, -1, 64, true), ONE, IXC);
        }

        @Test
        void onlyFrintxIsInexact() {
            long x = 0x3ff8000000000000L;
            expect(FpConvert.integral(s, 3, x, FpState.RN, false), 0x4000000000000000L, 0);
            expect(FpConvert.integral(s, 3, x, FpState.RN, true), 0x4000000000000000L, IXC);
        }

        @Test
        void aNegativeFractionRoundsToMinusZero() {
            expect(FpConvert.integral(s, 3, 0xbfd0000000000000L, FpState.RN, false), MINUS_ZERO, 0);
        }
    }

    @Nested
    @DisplayName("Estimates")
    class Estimates {
        @Test
        void theReciprocalOfOneIsJustBelowOne() {
            expect(FpEstimate.recip(s, 2, 0x3f800000L), 0x3f7f8000L, 0);
        }

        @Test
        void theReciprocalOfADenormalMayOverflow() {
            expect(FpEstimate.recip(s, 2, 0x001fffffL), 0x7f800000L, OFC | IXC);
        }

        @Test
        void theReciprocalOfAHugeNumberIsFlushed() {
            s.fpcr = FZ;
            expect(FpEstimate.recip(s, 2, 0x7e800000L), 0, UFC);
        }

        @Test
        void theRootOfANegativeNumberIsInvalidAndOfZeroDividesByIt() {
            expect(FpEstimate.rsqrt(s, 2, 0x80000000L), 0xff800000L, DZC);
            s.fpsr = 0;
            expect(FpEstimate.rsqrt(s, 2, 0xbf800000L), 0x7fc00000L, IOC);
        }

        @Test
        void theStepsTakeInfinityTimesZeroAsZero() {
            expect(FpFused.recipStep(s, 3, INFINITY, 0), 0x4000000000000000L, 0);
            expect(FpFused.rsqrtStep(s, 3, 0, MINUS_INFINITY), 0x3ff8000000000000L, 0);
        }

        @Test
        void smallFixedPointOperandsSaturate() {
            assertThat(FpEstimate.unsignedRecip(0x7fffffff)).isEqualTo(-1);
            assertThat(FpEstimate.unsignedRsqrt(0x3fffffff)).isEqualTo(-1);
            assertThat(FpEstimate.unsignedRecip(0x80000000)).isEqualTo(0xff800000);
        }
    }
}
