package trapline.isa;

import static trapline.isa.OperandText.field;
import static trapline.isa.OperandText.hexadecimal;
import static trapline.isa.OperandText.register;

/**
 * Operands of the FP and SIMD instructions as text. {@code v.d.T} is vector register Rd with
 * arrangement T, {@code f.n} a scalar register Rn of width f; the widths and arrangements are those
 * of {@link #laneShift}. {@code v.d.4s} has a fixed arrangement.
 */
final class VectorText {
    private static final String LANES = "bhsdq";
    private static final int FIXED = -1;

    private VectorText() {}

    /** An operand of the table. */
    static String of(String operand, int row, int word) {
        return switch (operand) {
            case "compared" ->
                    (word & 1 << 3) != 0 ? "#0.0" : scalar("f", row, word) + field(word, 16, 5);
            case "fimm" -> "#" + immediate(field(word, 13, 8));
            case "fimm8" -> "#" + immediate(splitImmediate(word));
            case "fbits" -> "#" + (64 - field(word, 10, 6));
            case "imm8" -> hexadecimal(splitImmediate(word));
            case "imm64" -> hexadecimal(spread(splitImmediate(word)));
            case "lsl" -> modified(", lsl #", field(word, 13, 2) & ((word & 1 << 15) != 0 ? 1 : 3));
            case "msl" -> modified(", msl #", field(word, 12, 1) + 1);
            case "imm4" -> "#" + field(word, 11, 4);
            case "lanebits" -> "#" + (8 << field(word, 22, 2));
            case "right" -> "#" + ((16 << laneShift("P", row, word)) - field(word, 16, 7));
            case "left" -> "#" + (field(word, 16, 7) - (8 << laneShift("P", row, word)));
            case "general5" -> register(laneShift("I", row, word) == 3, field(word, 5, 5));
            case "lane4.n" ->
                    lane(
                            word,
                            "n",
                            laneShift("I", row, word),
                            field(word, 11, 4) >> laneShift("I", row, word));
            case "element" -> element(word);
            case "half" -> "v" + field(word, 16, 4) + ".h[" + halfIndex(word) + "]";
            case "quad" -> "v" + field(word, 16, 5) + ".4b[" + wordIndex(word) + "]";
            case "table" -> list(field(word, 5, 5), field(word, 13, 2) + 1, "16b");
            case "list" -> list(row, word);
            case "lane" -> laneIndex(word);
            case "post" -> postIndex(word);
            default -> registerOperand(operand, row, word);
        };
    }

    private static String registerOperand(String operand, int row, int word) {
        String[] part = operand.split("\\.", -1);
        int low =
                switch (part[1]) {
                    case "d" -> 0;
                    case "n" -> 5;
                    case "a" -> 10;
                    case "m" -> 16;
                    default -> throw new IllegalStateException("no operand " + operand);
                };
        int number = field(word, low, 5);
        return switch (part[0]) {
            case "v" -> "v" + number + "." + arrangement(part[2], row, word);
            case "high" -> "v" + number + ".d[1]";
            case "lane5" -> {
                int shift = laneShift("I", row, word);
                yield lane(word, part[1], shift, field(word, 16, 5) >> (shift + 1));
            }
            default -> scalar(part[0], row, word) + number;
        };
    }

    private static String lane(int word, String register, int shift, int index) {
        int number = field(word, register.equals("n") ? 5 : 0, 5);
        return "v" + number + "." + LANES.charAt(shift) + "[" + index + "]";
    }

    private static String scalar(String width, int row, int word) {
        int fixed = LANES.indexOf(width);
        int shift = fixed >= 0 ? fixed : laneShift(width, row, word);
        return LANES.substring(shift, shift + 1);
    }

    /**
     * Logarithm of a lane's bytes: f scalar type; to, from of FCVT by name; Z, T size; F sz; I
     * imm5; P immh; L structure size; w doubles it. {@link #FIXED} when the name is no such width.
     */
    private static int laneShift(String width, int row, int word) {
        return switch (width) {
            case "f" ->
                    switch (field(word, 22, 2)) {
                        case 0 -> 2;
                        case 1 -> 3;
                        default -> 1;
                    };
            case "to" -> conversion(row, 0);
            case "from" -> conversion(row, 1);
            case "Z", "T" -> field(word, 22, 2);
            case "Zw", "Tw", "Tp" -> field(word, 22, 2) + 1;
            case "F", "F2" -> 2 + field(word, 22, 1);
            case "Fl" -> 2 + field(word, 22, 1);
            case "Fh" -> 1 + field(word, 22, 1);
            case "I" -> Integer.numberOfTrailingZeros(field(word, 16, 5));
            case "P" -> 31 - Integer.numberOfLeadingZeros(field(word, 19, 4));
            case "Pw" -> 32 - Integer.numberOfLeadingZeros(field(word, 19, 4));
            case "L" -> field(word, 10, 2);
            case "B" -> 0;
            case "H" -> 1;
            case "S" -> 2;
            default -> FIXED;
        };
    }

    private static int conversion(int row, int which) {
        String name = A64.name(row);
        return LANES.indexOf(Character.toLowerCase(name.charAt(name.indexOf('_') + 1 + which)));
    }

    private static String arrangement(String name, int row, int word) {
        int shift = laneShift(name, row, word);
        if (shift == FIXED) {
            return name;
        }
        int bytes =
                switch (name) {
                    case "Tw", "Pw", "Fl" -> 16;
                    case "F2" -> 2 << shift;
                    default -> (word & 1 << 30) != 0 ? 16 : 8;
                };
        return (bytes >> shift) + LANES.substring(shift, shift + 1);
    }

    /** H:L:M. */
    private static int halfIndex(int word) {
        return field(word, 11, 1) << 2 | field(word, 20, 2);
    }

    /** H:L. */
    private static int wordIndex(int word) {
        return field(word, 11, 1) << 1 | field(word, 21, 1);
    }

    private static String element(int word) {
        return switch (field(word, 22, 2)) {
            case 1 -> "v" + field(word, 16, 4) + ".h[" + halfIndex(word) + "]";
            case 2 -> "v" + field(word, 16, 5) + ".s[" + wordIndex(word) + "]";
            default -> "v" + field(word, 16, 5) + ".d[" + field(word, 11, 1) + "]";
        };
    }

    /** a:b:c:d:e:f:g:h of a modified immediate. */
    private static int splitImmediate(int word) {
        return field(word, 16, 3) << 5 | field(word, 5, 5);
    }

    private static long spread(int bits) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            if ((bits & 1 << i) != 0) {
                value |= 0xffL << (8 * i);
            }
        }
        return value;
    }

    private static String modified(String text, int bytes) {
        return bytes == 0 ? "" : text + 8 * bytes;
    }

    /** Eight bits as a floating-point number: {@code VFPExpandImm()}, DDI 0487 J1. */
    private static double immediate(int bits) {
        int exponent = (((bits >> 4) & 7) ^ 4) - 3;
        double magnitude = Math.scalb(16.0 + (bits & 15), exponent - 4);
        return (bits & 0x80) != 0 ? -magnitude : magnitude;
    }

    private static String list(int first, int count, String arrangement) {
        int last = first + count - 1;
        StringBuilder text = new StringBuilder("{");
        if (count > 2 && last < 32) {
            text.append('v').append(first).append('.').append(arrangement);
            text.append("-v").append(last).append('.').append(arrangement);
        } else {
            for (int i = first; i <= last; i++) {
                text.append(i == first ? "v" : ", v").append(i & 31);
                text.append('.').append(arrangement);
            }
        }
        return text.append('}').toString();
    }

    private static boolean isSingle(int word) {
        return (word & 1 << 24) != 0;
    }

    private static boolean isReplicated(int word) {
        return isSingle(word) && field(word, 14, 2) == 3;
    }

    private static int structureRegisters(int word) {
        if (isSingle(word)) {
            return (field(word, 13, 1) << 1 | field(word, 21, 1)) + 1;
        }
        return switch (field(word, 12, 4)) {
            case 0, 2 -> 4;
            case 4, 6 -> 3;
            case 7 -> 1;
            default -> 2;
        };
    }

    /** Logarithm of the bytes of one lane of a single structure. */
    private static int singleShift(int word) {
        int shift = field(word, 14, 2);
        return shift == 3 ? field(word, 10, 2) : shift == 2 ? 2 + field(word, 10, 1) : shift;
    }

    private static String list(int row, int word) {
        String arrangement =
                isSingle(word) && !isReplicated(word)
                        ? LANES.substring(singleShift(word), singleShift(word) + 1)
                        : arrangement("L", row, word);
        return list(word & 31, structureRegisters(word), arrangement);
    }

    private static String laneIndex(int word) {
        if (isReplicated(word)) {
            return "";
        }
        int index = field(word, 30, 1) << 3 | field(word, 10, 3);
        return "[" + (index >> singleShift(word)) + "]";
    }

    private static String postIndex(int word) {
        if (field(word, 16, 5) != 31) {
            return register(true, field(word, 16, 5));
        }
        int bytes =
                isSingle(word)
                        ? structureRegisters(word) << singleShift(word)
                        : structureRegisters(word) * ((word & 1 << 30) != 0 ? 16 : 8);
        return "#" + bytes;
    }
}
