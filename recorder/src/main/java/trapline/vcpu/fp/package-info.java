/**
 * Arm floating point and Advanced SIMD semantics, bit for bit.
 *
 * <p>The arithmetic ({@code Fp*} value classes) is integer arithmetic on the encoded numbers:
 * static, without allocation, with {@link trapline.vcpu.fp.FpState} as the only state, so NaN
 * payloads, flush to zero, every rounding mode and the cumulative flags of FPSR come out as the
 * architecture defines them on any host. Where the host's IEEE arithmetic is provably the same
 * (round to nearest, normal operands and result, inexactness detected exactly) a short path uses
 * it.
 *
 * <p>The handler classes ({@code FpScalar}, {@code Simd*}) hold one method for each encoding, named
 * as the encoding is named in the Arm ARM's machine readable form; {@link
 * trapline.vcpu.fp.FpSimdExec} dispatches a decoded row to them. Words used throughout: a
 * <em>half</em> is one 64-bit half of a vector register; {@code sz} is the element size as the
 * {@code size} field has it, 0 byte, 1 halfword, 2 word, 3 doubleword, and for floating point 1
 * half, 2 single, 3 double precision. Elements travel zero-extended in {@code long}.
 *
 * <p>Source: Arm ARM DDI 0487, chapters A1.5 and C7, and the shared pseudocode of part J.
 */
@NullMarked
package trapline.vcpu.fp;

import org.jspecify.annotations.NullMarked;
