package trapline.jit;

import trapline.isa.A64;
import trapline.vcpu.Bits;

/**
 * Where the flags are at a point of translated code. Setting them stores operands only; NZCV is
 * computed where it is needed, on most ways never.
 */
enum FlagKind {
    /** Not known yet, while blocks are being analysed. */
    UNSEEN,

    /** In the local NZCV, as {@code Vcpu.nzcv} holds them. */
    NZCV,

    /** Of {@code FA - FB}. */
    SUB64,

    /** Of {@code IA - IB}. */
    SUB32,

    /** Of {@code FA + FB}. */
    ADD64,

    /** Of {@code IA + IB}. */
    ADD32,

    /** Of the logical result {@code FA}. */
    LOGIC64,

    /** Of the logical result {@code IA}. */
    LOGIC32,

    /**
     * One of those above, and the local MODE says which: where ways with different kinds meet, none
     * of them has to compute NZCV.
     */
    MIXED;

    private static final FlagKind[] VALUES = values();

    /** What an instruction that writes flags leaves; UNSEEN when it writes none. */
    static FlagKind after(int row, int insn) {
        if (row == 0 || !A64.writesFlags(row)) {
            return UNSEEN;
        }
        boolean wide = insn < 0;
        // DDI 0487, C4.1: bits 28:24 tell the groups apart, bits 30:29 the operation.
        return switch (insn >>> 24 & 0x1f) {
            case 0b10001, 0b01011 ->
                    (insn >>> 30 & 1) != 0 ? (wide ? SUB64 : SUB32) : wide ? ADD64 : ADD32;
            case 0b10010, 0b01010 -> wide ? LOGIC64 : LOGIC32;
            default -> NZCV;
        };
    }

    FlagKind meet(FlagKind other) {
        return this == UNSEEN || this == other ? other : other == UNSEEN ? this : MIXED;
    }

    /**
     * NZCV where the kind is {@link #MIXED}; translated code calls it on ways out.
     *
     * @param mode ordinal of the kind in force
     */
    static int bits(int mode, int nzcv, long fa, long fb, int ia, int ib) {
        return switch (VALUES[mode]) {
            case SUB64 -> Bits.subFlags64(fa, fb);
            case SUB32 -> Bits.subFlags32(ia, ib);
            case ADD64 -> Bits.addFlags64(fa, fb, 0);
            case ADD32 -> Bits.addFlags32(ia, ib, 0);
            case LOGIC64 -> Bits.logicFlags64(fa);
            case LOGIC32 -> Bits.logicFlags32(ia);
            default -> nzcv;
        };
    }
}
