package trapline.jit;

import org.jspecify.annotations.Nullable;
import trapline.isa.A64;

/**
 * The rows that translated code executes, each with how; all others are left to the interpreter.
 */
final class Forms {
    /** Writes the bytecode of one instruction that is not a branch. */
    @FunctionalInterface
    interface Form {
        /** Emits {@code insn}, whose row is {@code row}. */
        void emit(Asm a, int row, int insn);
    }

    private static final @Nullable Form[] FORMS = new @Nullable Form[A64.ROWS];

    static {
        for (int row = 1; row < A64.ROWS; row++) {
            String name = A64.name(row);
            Form f = IntegerForms.of(name);
            if (f == null) {
                f = MemoryForms.of(name);
            }
            if (f == null) {
                f = SystemForms.of(row);
            }
            if (f == null && row >= A64.FIRST_FP && A64.kind(row) == A64.FP) {
                f = SimdForms::call;
            }
            FORMS[row] = f;
        }
    }

    private Forms() {}

    static @Nullable Form of(int row) {
        return FORMS[row];
    }

    /** Whether translated code can contain the instruction: as a form, or as a branch. */
    static boolean translatable(int row, int insn) {
        if (row == 0) {
            return false;
        }
        return A64.isBranch(row) || FORMS[row] != null && !SystemForms.refuses(row, insn);
    }
}
