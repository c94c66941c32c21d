package trapline.isa;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Instructions as assembler text, for reports and state dumps. Any instruction of any modelled core
 * is named, aliases as assemblers prefer them; addresses are absolute.
 */
public final class Disassembler {
    /** The classes that row names end in, or hold before a suffix, and syntax by class. */
    private static final Map<String, String> SYNTAX = syntax();

    private static final A64Decoder DECODER = A64Decoder.of(CpuModel.NEOVERSE_N1);

    private Disassembler() {}

    /**
     * The instruction {@code word} at address {@code pc}, such as {@code ldp x29, x30, [sp], #16};
     * an unallocated word as {@code .inst 0x00c0ffee}.
     */
    public static String text(long pc, int word) {
        int row = DECODER.decode(word);
        if (row == A64.UNDEFINED) {
            return ".inst 0x%08x".formatted(word);
        }
        String alias = Aliases.of(row, word);
        return alias != null ? alias : plain(row, word, pc);
    }

    private static String plain(int row, int word, long pc) {
        String syntax = syntaxOf(row);
        StringBuilder text = new StringBuilder(A64.mnemonic(row).toLowerCase(Locale.ROOT));
        if (row == A64.B_only_condbranch) {
            text.append('.').append(OperandText.condition(word));
        }
        int at = 0;
        if (syntax.startsWith("2|")) {
            at = 2;
            if ((word & 1 << 30) != 0) {
                text.append('2');
            }
        }
        int operands = text.length();
        text.append(' ');
        while (at < syntax.length()) {
            int open = syntax.indexOf('{', at);
            if (open < 0) {
                text.append(syntax, at, syntax.length());
                break;
            }
            int close = syntax.indexOf('}', open);
            text.append(syntax, at, open);
            text.append(operand(syntax.substring(open + 1, close), row, word, pc));
            at = close + 1;
        }
        if (text.length() == operands + 1) {
            text.setLength(operands);
        }
        return text.toString();
    }

    /** One operand of {@link SyntaxTable}. */
    static String operand(String name, int row, int word, long pc) {
        String text = OperandText.of(name, row, word, pc);
        return text != null ? text : VectorText.of(name, row, word);
    }

    private static String syntaxOf(int row) {
        for (String key : keys(A64.name(row))) {
            String syntax = SYNTAX.get(key);
            if (syntax != null) {
                return syntax;
            }
        }
        throw new IllegalStateException("no syntax: " + A64.name(row));
    }

    /** The keys of the table that suit a row's name, the most particular first. */
    static List<String> keys(String name) {
        int split = name.indexOf('_');
        String mnemonic = name.substring(0, split);
        String rest = name.substring(split + 1);
        String tail = classAndSuffix(rest);
        int end = tail.indexOf('_');
        String group = end < 0 || MULTIWORD.contains(tail) ? tail : tail.substring(0, end);
        String wildcard = mnemonic.charAt(0) + "*";
        return List.of(
                name,
                mnemonic + "/" + tail,
                mnemonic + "/" + group,
                wildcard + "/" + tail,
                wildcard + "/" + group,
                tail,
                group);
    }

    /** Classes with an underscore of their own; they have no suffix. */
    private static final List<String> MULTIWORD =
            List.of(
                    "addsub_imm",
                    "log_imm",
                    "addsub_shift",
                    "log_shift",
                    "addsub_ext",
                    "addsub_carry",
                    "condcmp_imm",
                    "condcmp_reg",
                    "dp_1src",
                    "dp_2src",
                    "dp_3src",
                    "branch_imm",
                    "branch_reg",
                    "perm_undef",
                    "ldst_pos",
                    "ldst_unscaled",
                    "ldst_unpriv",
                    "ldst_immpost",
                    "ldst_immpre",
                    "ldst_regoff",
                    "ldstpair_off",
                    "ldstnapair_offs",
                    "ldstpair_post",
                    "ldstpair_pre");

    /**
     * Cuts the width that stands before the class off: {@code 64_ldst_pos}, {@code asimddiff_L}.
     */
    private static String classAndSuffix(String rest) {
        return rest.startsWith("asi") ? rest : rest.substring(rest.indexOf('_') + 1);
    }

    private static Map<String, String> syntax() {
        Map<String, String> table = new HashMap<>();
        for (String line : SyntaxTable.TEXT.split("\n", 0)) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                table.put(line.substring(0, blank), line.substring(blank).strip());
            } else if (!line.isEmpty()) {
                table.put(line, "");
            }
        }
        return table;
    }
}
