package trapline.policy;

/**
 * The one form of load or store that Xen decodes itself when the syndrome has no instruction
 * information: LDR, LDRB, LDRH, STR, STRB and STRH (immediate), post-index, of a general register.
 * Source: {@code xen/arch/arm/decode.c:decode_arm64}.
 */
final class PostIndex {
    private static final int FIXED_MASK = 0x3b20_0c00;
    private static final int FIXED_VALUE = 0x3800_0400;
    private static final int VECTOR = 1 << 26;

    private PostIndex() {}

    /** Why Xen refuses a word, as its log says it; empty when it decodes it. */
    static String refusal(int insn) {
        if (rn(insn) == rt(insn) && rn(insn) != 31) {
            return "Rn should not be equal to Rt except for r31";
        }
        if ((insn & FIXED_MASK) != FIXED_VALUE) {
            return "Decoding instruction 0x" + Integer.toHexString(insn) + " is not supported";
        }
        if ((insn & VECTOR) != 0) {
            return "ldr/str post indexing for vector types are not supported";
        }
        if (opc(insn) > 1) {
            return "Decoding ldr/str post indexing is not supported for this variant";
        }
        return "";
    }

    /** Whether Xen decodes the word. */
    static boolean decodes(int insn) {
        return (rn(insn) != rt(insn) || rn(insn) == 31)
                && (insn & (FIXED_MASK | VECTOR)) == FIXED_VALUE
                && opc(insn) <= 1;
    }

    private static int opc(int insn) {
        return insn >>> 22 & 3;
    }

    static boolean isStore(int insn) {
        return opc(insn) == 0;
    }

    /** Width in bytes. */
    static int bytes(int insn) {
        return 1 << (insn >>> 30);
    }

    static int rt(int insn) {
        return insn & 31;
    }

    static int rn(int insn) {
        return insn >>> 5 & 31;
    }

    /** What is added to the base register afterwards, -256 to 255. */
    static int increment(int insn) {
        return insn << 11 >> 23;
    }
}
