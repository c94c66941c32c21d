package trapline.isa;

import java.util.Arrays;
import java.util.Set;

/**
 * Values of a row's fields that the row does not take: the decode pseudocode says UNDEFINED, or the
 * word belongs to another row. Named after the field and what may not be in it; DDI 0487, C4.1.
 *
 * <p>A word is refused when any pair matches: {@code (word & mask) == value}.
 */
@SuppressWarnings("ImmutableEnumChecker") // the array never leaves the package and is never written
enum Reserved {
    // @formatter:off
    /** MSR (immediate) with op1 0 and op2 0, 1, 2: CFINV, XAFLAG, AXFLAG. */
    FLAGS(0x000700c0, 0x00000000, 0x000700e0, 0x00000040),
    /** Bitfield of 32 bits: immr or imms above 31. */
    FIELD32(0x00008000, 0x00008000, 0x00200000, 0x00200000),
    /** Logical immediate of 32 bits that is no repeated run of ones: imms 11111x, and so on. */
    LOGIC32(
            0x00007c00, 0x00007c00, 0x0000bc00, 0x0000bc00, 0x0000dc00, 0x0000dc00,
            0x0000ec00, 0x0000ec00, 0x0000f400, 0x0000f400, 0x0000f800, 0x0000f800),
    /** Logical immediate of 64 bits that is no repeated run of ones. */
    LOGIC64(
            0x0000fc00, 0x0000fc00, 0x00407c00, 0x00007c00, 0x0040bc00, 0x0000bc00,
            0x0040dc00, 0x0000dc00, 0x0040ec00, 0x0000ec00, 0x0040f400, 0x0000f400,
            0x0040f800, 0x0000f800),
    /** Extended register: imm3 above 4. */
    EXTEND5(0x00001400, 0x00001400, 0x00001800, 0x00001800),
    /** Shifted add and subtract of 32 bits: imm6 above 31, or shift 3 (ROR). */
    ARITH32(0x00008000, 0x00008000, 0x00c00000, 0x00c00000),
    /** Bit 15 set: an imm6 above 31. */
    BIT15(0x00008000, 0x00008000),
    /** Bit 15 clear: more than 32 fraction bits of a W register. */
    BIT15_0(0x00008000, 0x00000000),
    /** Bits 23:22 are 3: size 3, or shift 3 (ROR) of an add or subtract. */
    SIZE3(0x00c00000, 0x00c00000),
    /** Structures of one 64-bit lane: size 3 with Q 0. */
    ONE_D(0x40000c00, 0x00000c00),
    /** As {@link #ONE_D}; and Rm 31 is the form with an immediate. */
    ONE_D_R31(0x001f0000, 0x001f0000, 0x40000c00, 0x00000c00),
    /** Rm 31 is the form with an immediate. */
    R31(0x001f0000, 0x001f0000),
    /** Compare and swap pair: Rs or Rt odd. */
    ODD(0x00000001, 0x00000001, 0x00010000, 0x00010000),
    /** Register offset: option below 2 or 4, 5; and option 3 is the form with LSL. */
    OPTION3(0x00004000, 0x00000000, 0x0000e000, 0x00006000),
    /** Register offset: option 0, 1, 4, 5, an index narrower than 32 bits. */
    OPTION(0x00004000, 0x00000000),
    /** Rt 24 to 31 is RPRFM. */
    RANGE(0x00000018, 0x00000018),
    /** Across lanes: size 3; size 2 with Q 0. */
    ACROSS(0x00c00000, 0x00c00000, 0x40800000, 0x00800000),
    /** Size 0 or 3. */
    SIZE03(0x00c00000, 0x00000000, 0x00c00000, 0x00c00000),
    /** Size 1 or 2. */
    SIZE12(0x00c00000, 0x00400000, 0x00c00000, 0x00800000),
    /** Any size but 2. */
    SIZE013(0x00400000, 0x00400000, 0x00800000, 0x00000000),
    /** FP element: sz 1 with L 1, or with Q 0. */
    ELEM_SD(0x00600000, 0x00600000, 0x40400000, 0x00400000),
    /** EXT of 8 bytes: an index above 7. */
    EXT8(0x40004000, 0x00004000),
    /** DUP: imm5 with no size in it, or a 64-bit lane with Q 0. */
    DUP(0x000f0000, 0x00000000, 0x40070000, 0x00000000),
    /** SMOV to W: a lane wider than 16 bits. */
    SMOV32(0x00030000, 0x00000000),
    /** UMOV to W, SMOV to X: a lane wider than 32 bits. */
    UMOV32(0x00070000, 0x00000000),
    /** imm5 with no size in it. */
    ELEM0(0x000f0000, 0x00000000),
    /** Any size but 0. */
    SIZE123(0x00400000, 0x00400000, 0x00800000, 0x00800000),
    /** Size 3 with Q 0. */
    ONE_DW(0x40c00000, 0x00c00000),
    /** sz 1 with Q 0. */
    ONE_DF(0x40400000, 0x00400000),
    /** sz 1. */
    SZ1(0x00400000, 0x00400000),
    /** Size 2 or 3. */
    SIZE23(0x00800000, 0x00800000),
    /** Shift by immediate: immh 0 is a modified immediate; immh above 7 with Q 0. */
    SHIFT_R(0x00780000, 0x00000000, 0x40400000, 0x00400000),
    /** Narrowing or lengthening shift: immh 0 is a modified immediate; immh above 7. */
    SHIFT_N(0x00400000, 0x00400000, 0x00780000, 0x00000000),
    /** Fixed-point conversion: immh 0, 1; immh 2, 3 without FEAT_FP16; immh above 7 with Q 0. */
    SHIFT_C(0x00700000, 0x00000000, 0x40400000, 0x00400000),
    /** Scalar FP element: sz 1 with L 1. */
    SZ1_L(0x00600000, 0x00600000),
    /** Scalar shift: immh 0. */
    IMMH0(0x00780000, 0x00000000),
    /** Scalar fixed-point conversion: immh 0, 1; immh 2, 3 without FEAT_FP16. */
    IMMH01(0x00700000, 0x00000000);
    // @formatter:on

    /** What a fixed-point conversion refuses besides when there is no half precision: immh 2, 3. */
    private static final int[] HALF_LANES = {0x00700000, 0x00100000};

    /** Alternating masks and values. */
    private final int[] pairs;

    Reserved(int... pairs) {
        this.pairs = pairs;
    }

    /** Alternating masks and values on a core with {@code features}. */
    int[] pairs(Set<Feature> features) {
        boolean halfLanes = this == SHIFT_C || this == IMMH01;
        if (!halfLanes || features.contains(Feature.FEAT_FP16)) {
            return pairs;
        }
        int[] all = Arrays.copyOf(pairs, pairs.length + HALF_LANES.length);
        System.arraycopy(HALF_LANES, 0, all, pairs.length, HALF_LANES.length);
        return all;
    }

    /** Whether {@code word} holds a value that the row does not take. */
    static boolean refuses(int[] pairs, int word) {
        for (int i = 0; i < pairs.length; i += 2) {
            if ((word & pairs[i]) == pairs[i + 1]) {
                return true;
            }
        }
        return false;
    }
}
