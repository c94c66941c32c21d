package trapline.isa;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Operands of the integer and memory instructions as text. Names of operands are those of {@link
 * SyntaxTable}: {@code rd} is a register as wide as sf says, {@code wd} and {@code xd} one of a
 * fixed width, a capital R or X one where 31 is the stack pointer, {@code t} a register that is
 * loaded or stored.
 */
final class OperandText {
    private static final String[] CONDITIONS = {
        "eq", "ne", "cs", "cc", "mi", "pl", "vs", "vc", "hi", "ls", "ge", "lt", "gt", "le", "al",
        "nv"
    };
    private static final String[] SHIFTS = {"lsl", "lsr", "asr", "ror"};
    private static final String[] EXTENDS = {
        "uxtb", "uxth", "uxtw", "uxtx", "sxtb", "sxth", "sxtw", "sxtx"
    };

    /** By CRm; a hole is a reserved option. */
    private static final String[] BARRIERS = {
        "", "oshld", "oshst", "osh", "", "nshld", "nshst", "nsh", "", "ishld", "ishst", "ish", "",
        "ld", "st", "sy"
    };

    /**
     * By CRm:op2, where the row HINT stands for an instruction of a feature that does nothing here.
     */
    private static final String[] HINTS = hints();

    private static final String[] PREFETCH_TYPES = {"pld", "pli", "pst"};

    private OperandText() {}

    private static String[] hints() {
        String[] names = new String[1 << 7];
        String[] pointers = {
            "paciaz", "paciasp", "pacibz", "pacibsp", "autiaz", "autiasp", "autibz", "autibsp"
        };
        System.arraycopy(pointers, 0, names, 24, pointers.length);
        names[6] = "dgh";
        names[7] = "xpaclri";
        names[8] = "pacia1716";
        names[10] = "pacib1716";
        names[12] = "autia1716";
        names[14] = "autib1716";
        names[16] = "esb";
        names[17] = "psb csync";
        names[18] = "tsb csync";
        names[22] = "clrbhb";
        names[32] = "bti";
        names[34] = "bti c";
        names[36] = "bti j";
        names[38] = "bti jc";
        return names;
    }

    /** Field of {@code word} from bit {@code low} up, {@code width} bits, unsigned. */
    static int field(int word, int low, int width) {
        return (word >>> low) & ((1 << width) - 1);
    }

    /** As {@link #field}, signed. */
    static int signed(int word, int low, int width) {
        return (word << (Integer.SIZE - low - width)) >> (Integer.SIZE - width);
    }

    /** General register {@code number} of {@code x} or {@code w}; 31 is the zero register. */
    static String register(boolean wide, int number) {
        return number == 31 ? wide ? "xzr" : "wzr" : (wide ? "x" : "w") + number;
    }

    /** As {@link #register}, where 31 is the stack pointer. */
    static String registerOrSp(boolean wide, int number) {
        return number == 31 ? wide ? "sp" : "wsp" : (wide ? "x" : "w") + number;
    }

    static String condition(int number) {
        return CONDITIONS[number & 15];
    }

    static String hexadecimal(long value) {
        return "#0x" + Long.toHexString(value);
    }

    /** The name of a hint that is a row of HINT; null when it has none. */
    static @Nullable String hint(int word) {
        return HINTS[field(word, 5, 7)];
    }

    /** An operand of the table; null when the name is not of this class. */
    static @Nullable String of(String operand, int row, int word, long pc) {
        boolean wide = word < 0;
        return switch (operand) {
            case "rd" -> register(wide, word & 31);
            case "rn" -> register(wide, field(word, 5, 5));
            case "rm" -> register(wide, field(word, 16, 5));
            case "ra" -> register(wide, field(word, 10, 5));
            case "rt" -> register(wide, word & 31);
            case "Rd" -> registerOrSp(wide, word & 31);
            case "Rn" -> registerOrSp(wide, field(word, 5, 5));
            case "Xn" -> registerOrSp(true, field(word, 5, 5));
            case "xd", "xt" -> register(true, word & 31);
            case "xn" -> register(true, field(word, 5, 5));
            case "xm" -> register(true, field(word, 16, 5));
            case "xa" -> register(true, field(word, 10, 5));
            case "wd" -> register(false, word & 31);
            case "wn" -> register(false, field(word, 5, 5));
            case "wm" -> register(false, field(word, 16, 5));
            case "imm12" ->
                    hexadecimal(field(word, 10, 12)) + ((word & 1 << 22) != 0 ? ", lsl #12" : "");
            case "mask" -> hexadecimal(logicalImmediate(word));
            case "imm16" -> hexadecimal(field(word, 5, 16));
            case "option16" -> field(word, 5, 16) == 0 ? "" : hexadecimal(field(word, 5, 16));
            case "hw" -> field(word, 21, 2) == 0 ? "" : ", lsl #" + 16 * field(word, 21, 2);
            case "immr" -> "#" + field(word, 16, 6);
            case "imms" -> "#" + field(word, 10, 6);
            case "shift" -> shift(word);
            case "extended" -> extended(word);
            case "imm5" -> hexadecimal(field(word, 16, 5));
            case "nzcv" -> hexadecimal(word & 15);
            case "cond" -> condition(field(word, 12, 4));
            case "bit" -> "#" + (field(word, 19, 5) | (wide ? 32 : 0));
            case "udf" -> "#" + (word & 0xffff);
            case "adr" -> "0x" + Long.toHexString(address(word, pc));
            case "label14" -> label(pc, signed(word, 5, 14));
            case "label19" -> label(pc, signed(word, 5, 19));
            case "label26" -> label(pc, signed(word, 0, 26));
            default -> memoryOrSystem(operand, row, word);
        };
    }

    private static @Nullable String memoryOrSystem(String operand, int row, int word) {
        return switch (operand) {
            case "t" -> transferred(row, word & 31);
            case "t2" -> transferred(row, field(word, 10, 5));
            case "t+" -> transferred(row, (word & 31) + 1);
            case "s" -> transferred(row, field(word, 16, 5));
            case "s+" -> transferred(row, field(word, 16, 5) + 1);
            case "status" ->
                    A64.kind(row) == A64.STORE ? register(false, field(word, 16, 5)) + ", " : "";
            case "base12" -> base(word, field(word, 10, 12) << accessShift(word));
            case "base9" -> base(word, signed(word, 12, 9));
            case "base7" -> base(word, signed(word, 15, 7) << pairShift(word));
            case "imm9" -> "#" + signed(word, 12, 9);
            case "imm7" -> "#" + (signed(word, 15, 7) << pairShift(word));
            case "index" -> index(word);
            case "range" ->
                    "#" + ((word & 7) | (field(word, 12, 2) << 3) | (field(word, 15, 1) << 5));
            case "hint" -> "#0x" + Integer.toHexString(field(word, 5, 7));
            case "barrier" -> {
                String name = BARRIERS[field(word, 8, 4)];
                yield name.isEmpty() ? "#0x%02x".formatted(field(word, 8, 4)) : name;
            }
            case "crm" -> field(word, 8, 4) == 15 ? "" : hexadecimal(field(word, 8, 4));
            case "crm4" -> hexadecimal(field(word, 8, 4));
            case "pstate" -> pstate(word);
            case "op1" -> "#" + field(word, 16, 3);
            case "cn" -> "C" + field(word, 12, 4);
            case "cm" -> "C" + field(word, 8, 4);
            case "op2" -> "#" + field(word, 5, 3);
            case "optional" -> (word & 31) == 31 ? "" : ", x" + (word & 31);
            case "sysreg" ->
                    SysReg.nameOfKey(SysReg.keyOfInsn(word), (word & 1 << 21) != 0)
                            .toLowerCase(Locale.ROOT);
            default -> null;
        };
    }

    private static String label(long pc, int words) {
        return "0x" + Long.toHexString(pc + 4L * words);
    }

    private static long address(int word, long pc) {
        long offset = (long) signed(word, 5, 19) << 2 | field(word, 29, 2);
        return word < 0 ? (pc & -0x1000L) + (offset << 12) : pc + offset;
    }

    private static String shift(int word) {
        int type = field(word, 22, 2);
        int amount = field(word, 10, 6);
        return type == 0 && amount == 0 ? "" : ", " + SHIFTS[type] + " #" + amount;
    }

    private static String extended(int word) {
        boolean wide = word < 0;
        int option = field(word, 13, 3);
        int amount = field(word, 10, 3);
        String text = register(wide && (option & 3) == 3, field(word, 16, 5));
        boolean flags = (word & 1 << 29) != 0;
        boolean stackPointer = field(word, 5, 5) == 31 || (!flags && (word & 31) == 31);
        if (stackPointer && option == (wide ? 3 : 2)) {
            return amount == 0 ? text : text + ", lsl #" + amount;
        }
        return text + ", " + EXTENDS[option] + (amount == 0 ? "" : " #" + amount);
    }

    /** The pattern of a logical immediate: {@code DecodeBitMasks()}, DDI 0487 J1. */
    static long logicalImmediate(int word) {
        boolean wide = word < 0;
        int imms = field(word, 10, 6);
        int immr = field(word, 16, 6);
        int length = 31 - Integer.numberOfLeadingZeros((field(word, 22, 1) << 6) | (~imms & 0x3f));
        int size = 1 << length;
        int ones = (imms & (size - 1)) + 1;
        int rotation = immr & (size - 1);
        long element = ones == 64 ? -1L : (1L << ones) - 1;
        if (rotation != 0) {
            element = (element >>> rotation) | (element << (size - rotation));
        }
        if (size < 64) {
            element &= (1L << size) - 1;
            for (int width = size; width < 64; width *= 2) {
                element |= element << width;
            }
        }
        return wide ? element : element & 0xffff_ffffL;
    }

    /** A register that a load or store moves, as wide as the encoding's name says. */
    private static String transferred(int row, int number) {
        if (A64.kind(row) == A64.PREFETCH) {
            return prefetch(number);
        }
        String name = A64.name(row);
        if (A64.usesSimdFp(row)) {
            int at = name.indexOf('_') + 1;
            return Character.toLowerCase(name.charAt(at)) + Integer.toString(number);
        }
        int width = name.indexOf('_');
        boolean wide = name.indexOf("64", width) >= 0;
        return register(wide, number);
    }

    private static String prefetch(int operation) {
        int type = operation >>> 3;
        int level = operation >>> 1 & 3;
        if (type == 3 || level == 3) {
            return "#0x%02x".formatted(operation);
        }
        return PREFETCH_TYPES[type] + "l" + (level + 1) + ((operation & 1) != 0 ? "strm" : "keep");
    }

    private static String base(int word, int offset) {
        String base = "[" + registerOrSp(true, field(word, 5, 5));
        return offset == 0 ? base + "]" : base + ", #" + offset + "]";
    }

    /**
     * Logarithm of the bytes of a single register's access; vector registers have a 16-byte form.
     */
    private static int accessShift(int word) {
        boolean vector = (word & 1 << 26) != 0;
        return vector && (word & 1 << 23) != 0 ? 4 : word >>> 30;
    }

    private static int pairShift(int word) {
        boolean vector = (word & 1 << 26) != 0;
        int size = word >>> 30;
        return vector ? size + 2 : size == 2 ? 3 : 2;
    }

    private static String index(int word) {
        int option = field(word, 13, 3);
        boolean scaled = (word & 1 << 12) != 0;
        String text = register((option & 1) != 0, field(word, 16, 5));
        String amount = scaled ? " #" + accessShift(word) : "";
        if (option == 3) {
            return scaled ? text + ", lsl" + amount : text;
        }
        return text + ", " + EXTENDS[option] + amount;
    }

    private static String pstate(int word) {
        return switch (field(word, 16, 3) << 3 | field(word, 5, 3)) {
            case 3 -> "uao";
            case 4 -> "pan";
            case 5 -> "spsel";
            case 25 -> "ssbs";
            case 26 -> "dit";
            case 28 -> "tco";
            case 30 -> "daifset";
            case 31 -> "daifclr";
            default ->
                    "s0_%d_c4_c%d_%d"
                            .formatted(field(word, 16, 3), field(word, 8, 4), field(word, 5, 3));
        };
    }
}
