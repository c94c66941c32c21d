package trapline.isa;

import static trapline.isa.OperandText.condition;
import static trapline.isa.OperandText.field;
import static trapline.isa.OperandText.hexadecimal;
import static trapline.isa.OperandText.register;
import static trapline.isa.OperandText.registerOrSp;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The assembler's preferred names of instructions, such as {@code cmp} for a SUBS to the zero
 * register.
 */
final class Aliases {
    private static final int ZR = 31;

    private Aliases() {}

    /** The whole text of {@code word} under its alias; null when it goes under its own name. */
    static @Nullable String of(int row, int word) {
        if (row >= A64.FIRST_SIMD_FP) {
            return vector(row, word);
        }
        if (row >= A64.FIRST_MEMORY) {
            return atomic(row, word);
        }
        String mnemonic = A64.mnemonic(row);
        return switch (mnemonic) {
            case "ADD", "ADDS", "SUB", "SUBS" -> addSub(row, mnemonic, word);
            case "ADC", "SBC", "SBCS" -> carry(mnemonic, word);
            case "AND", "ANDS", "ORR", "ORN" -> logical(row, mnemonic, word);
            case "MOVN", "MOVZ" -> moveWide(mnemonic, word);
            case "SBFM", "UBFM", "BFM" -> bitfield(mnemonic, word);
            case "EXTR" -> {
                boolean rotate = rn(word) == rm(word);
                yield rotate ? operands("ror", word, "rd", "rn", "imms") : null;
            }
            case "CSINC", "CSINV", "CSNEG" -> conditional(mnemonic, word);
            case "LSLV", "LSRV", "ASRV", "RORV" ->
                    operands(lower(mnemonic.substring(0, 3)), word, "rd", "rn", "rm");
            case "MADD", "MSUB", "SMADDL", "SMSUBL", "UMADDL", "UMSUBL" -> multiply(mnemonic, word);
            case "RET" -> rn(word) == 30 ? "ret" : null;
            case "HINT" -> OperandText.hint(word);
            case "DSB" -> dataBarrier(word);
            case "SYS" -> system(word);
            default -> null;
        };
    }

    private static int rd(int word) {
        return word & 31;
    }

    private static int rn(int word) {
        return field(word, 5, 5);
    }

    private static int rm(int word) {
        return field(word, 16, 5);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String operands(String mnemonic, int word, String... names) {
        StringBuilder text = new StringBuilder(mnemonic);
        String separator = " ";
        for (String name : names) {
            text.append(separator).append(OperandText.of(name, 0, word, 0));
            separator = ", ";
        }
        return text.toString();
    }

    private static @Nullable String addSub(int row, String mnemonic, int word) {
        boolean immediate = row < A64.AND_32_log_imm;
        boolean shifted = !immediate && (word & 1 << 21) == 0;
        boolean flags = mnemonic.endsWith("S");
        boolean negative = mnemonic.startsWith("SUB");
        String right =
                immediate
                        ? OperandText.of("imm12", row, word, 0)
                        : shifted
                                ? operands("", word, "rm").strip()
                                        + OperandText.of("shift", row, word, 0)
                                : OperandText.of("extended", row, word, 0);
        if (flags && rd(word) == ZR) {
            String left = shifted ? register(word < 0, rn(word)) : registerOrSp(word < 0, rn(word));
            return (negative ? "cmp " : "cmn ") + left + ", " + right;
        }
        if (immediate && !negative && !flags && field(word, 10, 13) == 0) {
            boolean stackPointer = rd(word) == ZR || rn(word) == ZR;
            return stackPointer ? operands("mov", word, "Rd", "Rn") : null;
        }
        if (shifted && negative && rn(word) == ZR) {
            return (flags ? "negs " : "neg ") + register(word < 0, rd(word)) + ", " + right;
        }
        return null;
    }

    private static @Nullable String carry(String mnemonic, int word) {
        if (rn(word) != ZR || mnemonic.equals("ADC")) {
            return null;
        }
        return operands(mnemonic.equals("SBC") ? "ngc" : "ngcs", word, "rd", "rm");
    }

    private static @Nullable String logical(int row, String mnemonic, int word) {
        boolean immediate = row < A64.MOVN_32_movewide;
        if (mnemonic.equals("ANDS") && rd(word) == ZR) {
            return immediate
                    ? operands("tst", word, "rn", "mask")
                    : operands("tst", word, "rn", "rm") + OperandText.of("shift", row, word, 0);
        }
        if (rn(word) != ZR) {
            return null;
        }
        return switch (mnemonic) {
            case "ORR" -> {
                if (immediate) {
                    yield isMoveWide(word) ? null : operands("mov", word, "Rd", "mask");
                }
                yield field(word, 10, 6) == 0 && field(word, 22, 2) == 0
                        ? operands("mov", word, "rd", "rm")
                        : null;
            }
            case "ORN" -> operands("mvn", word, "rd", "rm") + OperandText.of("shift", row, word, 0);
            default -> null;
        };
    }

    /** Whether MOVZ or MOVN could load the logical immediate: {@code MoveWidePreferred()}. */
    private static boolean isMoveWide(int word) {
        long value = OperandText.logicalImmediate(word);
        long mask = word < 0 ? -1L : 0xffff_ffffL;
        for (int shift = 0; shift < (word < 0 ? 64 : 32); shift += 16) {
            long outside = mask & ~(0xffffL << shift);
            if ((value & outside) == 0 || (~value & outside) == 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String moveWide(String mnemonic, int word) {
        long immediate = field(word, 5, 16);
        int shift = 16 * field(word, 21, 2);
        boolean negated = mnemonic.equals("MOVN");
        boolean wide = word < 0;
        if ((immediate == 0 && shift != 0) || (negated && !wide && immediate == 0xffff)) {
            return null;
        }
        long value = immediate << shift;
        value = (negated ? ~value : value) & (wide ? -1L : 0xffff_ffffL);
        return "mov " + register(wide, rd(word)) + ", " + hexadecimal(value);
    }

    private static @Nullable String bitfield(String mnemonic, int word) {
        int immr = field(word, 16, 6);
        int imms = field(word, 10, 6);
        int size = word < 0 ? 64 : 32;
        boolean signed = mnemonic.equals("SBFM");
        if (mnemonic.equals("BFM")) {
            if (imms >= immr) {
                return inserted("bfxil", word, immr, imms - immr + 1);
            }
            return rn(word) == ZR
                    ? "bfc %s, #%d, #%d"
                            .formatted(register(word < 0, rd(word)), size - immr, imms + 1)
                    : inserted("bfi", word, size - immr, imms + 1);
        }
        if (imms == size - 1) {
            return operands(signed ? "asr" : "lsr", word, "rd", "rn", "immr");
        }
        if (!signed && imms + 1 == immr) {
            return operands("lsl", word, "rd", "rn") + ", #" + (size - 1 - imms);
        }
        String extend = immr == 0 ? extension(signed, imms, word < 0) : null;
        if (extend != null) {
            return operands(extend, word, "rd", "wn");
        }
        return imms < immr
                ? inserted(signed ? "sbfiz" : "ubfiz", word, size - immr, imms + 1)
                : inserted(signed ? "sbfx" : "ubfx", word, immr, imms - immr + 1);
    }

    private static @Nullable String extension(boolean signed, int imms, boolean wide) {
        if (!signed && wide) {
            return null;
        }
        return switch (imms) {
            case 7 -> signed ? "sxtb" : "uxtb";
            case 15 -> signed ? "sxth" : "uxth";
            case 31 -> signed ? "sxtw" : null;
            default -> null;
        };
    }

    private static String inserted(String mnemonic, int word, int low, int width) {
        return operands(mnemonic, word, "rd", "rn") + ", #" + low + ", #" + width;
    }

    private static @Nullable String conditional(String mnemonic, int word) {
        int cond = field(word, 12, 4);
        if (rn(word) != rm(word) || cond >= 14) {
            return null;
        }
        String inverse = condition(cond ^ 1);
        boolean zero = rn(word) == ZR && !mnemonic.equals("CSNEG");
        if (zero) {
            return operands(mnemonic.equals("CSINC") ? "cset" : "csetm", word, "rd")
                    + ", "
                    + inverse;
        }
        String name =
                switch (mnemonic) {
                    case "CSINC" -> "cinc";
                    case "CSINV" -> "cinv";
                    default -> "cneg";
                };
        return operands(name, word, "rd", "rn") + ", " + inverse;
    }

    private static @Nullable String multiply(String mnemonic, int word) {
        if (field(word, 10, 5) != ZR) {
            return null;
        }
        return switch (mnemonic) {
            case "MADD" -> operands("mul", word, "rd", "rn", "rm");
            case "MSUB" -> operands("mneg", word, "rd", "rn", "rm");
            default -> {
                String name = lower(mnemonic.substring(0, 1));
                yield operands(
                        name + (mnemonic.endsWith("ADDL") ? "mull" : "mnegl"),
                        word,
                        "xd",
                        "wn",
                        "wm");
            }
        };
    }

    private static @Nullable String dataBarrier(int word) {
        return switch (field(word, 8, 4)) {
            case 0 -> "ssbb";
            case 4 -> "pssbb";
            default -> null;
        };
    }

    /** AT, DC, IC, TLBI and the like, where the encoding has a name. */
    private static @Nullable String system(int word) {
        int key = SysReg.keyOfInsn(word);
        if (SysReg.indexOf(key) == SysReg.NONE) {
            return null;
        }
        String name = lower(SysReg.nameOfKey(key, false));
        if (rd(word) == ZR) {
            return name;
        }
        String separator = name.indexOf(' ') < 0 ? " " : ", "; // COSP RCTX, but APAS
        return name + separator + register(true, rd(word));
    }

    /** An atomic operation whose old value goes to the zero register, without acquire: a store. */
    private static @Nullable String atomic(int row, int word) {
        String mnemonic = A64.mnemonic(row);
        boolean operation =
                row >= A64.LDADDB_32_memop
                        && mnemonic.startsWith("LD")
                        && (word & 1 << 23) == 0
                        && rd(word) == ZR;
        if (!operation) {
            return null;
        }
        return "st"
                + lower(mnemonic.substring(2))
                + " "
                + OperandText.of("s", row, word, 0)
                + ", ["
                + registerOrSp(true, rn(word))
                + "]";
    }

    private static @Nullable String vector(int row, int word) {
        return switch (row) {
            case A64.ORR_asimdsame_only ->
                    rn(word) == rm(word) ? named("mov", row, word, "v.d.B", "v.n.B") : null;
            case A64.NOT_asimdmisc_R -> named("mvn", row, word, "v.d.B", "v.n.B");
            case A64.UMOV_asimdins_X_x -> named("mov", row, word, "xd", "lane5.n");
            case A64.UMOV_asimdins_W_w ->
                    field(word, 16, 3) == 4 ? named("mov", row, word, "wd", "lane5.n") : null;
            case A64.INS_asimdins_IR_r -> named("mov", row, word, "lane5.d", "general5");
            case A64.INS_asimdins_IV_v -> named("mov", row, word, "lane5.d", "lane4.n");
            case A64.DUP_asisdone_only -> named("mov", row, word, "I.d", "lane5.n");
            case A64.SSHLL_asimdshf_L -> lengthened("sxtl", row, word);
            case A64.USHLL_asimdshf_L -> lengthened("uxtl", row, word);
            default -> null;
        };
    }

    /** A lengthening shift by zero: immh:immb has one bit set. */
    private static @Nullable String lengthened(String mnemonic, int row, int word) {
        if (Integer.bitCount(field(word, 16, 7)) != 1) {
            return null;
        }
        String name = (word & 1 << 30) != 0 ? mnemonic + "2" : mnemonic;
        return named(name, row, word, "v.d.Pw", "v.n.P");
    }

    private static String named(String mnemonic, int row, int word, String first, String second) {
        return mnemonic
                + " "
                + Disassembler.operand(first, row, word, 0)
                + ", "
                + Disassembler.operand(second, row, word, 0);
    }
}
