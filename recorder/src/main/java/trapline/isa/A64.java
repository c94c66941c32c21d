package trapline.isa;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every encoding of A64 that some modelled core has, as a row number under Arm's name, and what a
 * row says of an instruction. {@code A64.ADD_64_addsub_imm} and its like are compile-time
 * constants, dense from 1, for a {@code switch}; 0 is UNDEFINED.
 *
 * <p>The numbers are grouped, so that a range says what an instruction needs: {@link
 * #FIRST_MEMORY}, {@link #FIRST_ATOMIC}, {@link #FIRST_SIMD_FP} and so on, each to the next group's
 * first. Every row from {@link #FIRST_SIMD_FP} on, and no other, is subject to the check of
 * CPACR_EL1.FPEN and CPTR_EL2.TFP. Numbers are not stable between versions of this program and are
 * never stored.
 *
 * <p>Some words have a row here although later versions of the architecture gave them to a feature
 * that no modelled core has: they lie in hint space and do nothing, such as pointer
 * authentication's in {@code HINT_HM_hints}, and {@code RPRFM_R_ldst_regoff}. ESB is HINT on a core
 * without FEAT_RAS.
 */
public final class A64 extends SimdExtensionRows {
    /** An unallocated word. */
    public static final int UNDEFINED = 0;

    /** Immediates, registers, branches, exceptions, hints, barriers, system. */
    public static final int FIRST_INTEGER = ADD_32_addsub_imm;

    /** Branches, exceptions, hints, barriers, system: the integer rows that are not arithmetic. */
    public static final int FIRST_CONTROL = B_only_condbranch;

    /** Loads, stores and prefetches of general registers, exclusives included. */
    public static final int FIRST_MEMORY = STRB_32_ldst_pos;

    /** Loads and stores of FEAT_LOR, FEAT_LRCPC and FEAT_LSE. */
    public static final int FIRST_ATOMIC = STLLRB_SL32_ldstord;

    /**
     * Everything from here on needs FP and SIMD registers; first, loads and stores of one or two.
     */
    public static final int FIRST_SIMD_FP = STR_B_ldst_pos;

    /** Scalar floating point, conversions and moves to and from general registers included. */
    public static final int FIRST_FP = FMOV_S_floatdp1;

    /** Loads and stores of SIMD structures. */
    public static final int FIRST_SIMD_MEMORY = ST4_asisdlse_R4;

    /** Advanced SIMD, vector and then scalar. */
    public static final int FIRST_SIMD = SHADD_asimdsame_only;

    /** Cryptography, then RDM, dot product and vector half precision. */
    public static final int FIRST_SIMD_EXTENSION = AESE_B_cryptoaes;

    /** One more than the highest row: the length of an array indexed by row. */
    public static final int ROWS = FMULX_asisdelem_RH_H + 1;

    /** Changes general registers and flags and nothing else. */
    public static final int ALU = 0;

    /** Changes FP and SIMD registers, FPSR, and general registers and flags as declared. */
    public static final int FP = 1;

    /** Reads memory. */
    public static final int LOAD = 2;

    /** Writes memory. */
    public static final int STORE = 3;

    /** Reads and writes memory, atomically. */
    public static final int ATOMIC = 4;

    /** A prefetch hint: no effect. */
    public static final int PREFETCH = 5;

    /** B: to a fixed place. */
    public static final int BRANCH = 6;

    /** B.cond, CBZ, CBNZ, TBZ, TBNZ: to a fixed place or on. */
    public static final int BRANCH_CONDITIONAL = 7;

    /** BL. */
    public static final int CALL = 8;

    /** BR. */
    public static final int BRANCH_INDIRECT = 9;

    /** BLR. */
    public static final int CALL_INDIRECT = 10;

    /** RET. */
    public static final int RETURN = 11;

    /** Takes an exception or returns from one: SVC, HVC, SMC, BRK, HLT, DCPSn, UDF, ERET, DRPS. */
    public static final int EXCEPTION = 12;

    /**
     * May trap, block, or change state beyond the registers declared: MRS, MSR, SYS, SYSL, WFI,
     * WFE, SEV, SEVL, ESB, CLREX.
     */
    public static final int SYSTEM = 13;

    /** A hint with no effect. */
    public static final int HINT = 14;

    /** DSB, DMB, ISB. */
    public static final int BARRIER = 15;

    /** Names of the kinds in the table's text, by kind. */
    static final List<String> KIND_NAMES =
            List.of(
                    "ALU", "FP", "LD", "ST", "RMW", "PF", "B", "BC", "BL", "BR", "BLR", "RET",
                    "EXC", "SYS", "HINT", "BAR");

    private static final int FIELD = 0x1f;
    private static final int LINK_REGISTER = 30;

    /** Register number 31, and its bit in a register mask. */
    private static final int SP = 31;

    private A64() {}

    /** Arm's name of the encoding, such as {@code ADD_64_addsub_imm}; {@code UNDEFINED} for 0. */
    public static String name(int row) {
        return RowTable.NAME[row];
    }

    /** The instruction's mnemonic in capitals, such as {@code ADD}, aliases not applied. */
    public static String mnemonic(int row) {
        String name = RowTable.NAME[row];
        int end = name.indexOf('_');
        return end < 0 ? name : name.substring(0, end);
    }

    /** The feature that a core must have to have the row; null for the base and for 0. */
    public static @Nullable Feature feature(int row) {
        return RowTable.FEATURE[row];
    }

    /** What sort of instruction the row is: {@link #ALU} to {@link #BARRIER}; ALU for 0. */
    public static int kind(int row) {
        return RowTable.KIND[row];
    }

    /** Bits of a word that are fixed in the row. */
    public static int mask(int row) {
        return RowTable.MASK[row];
    }

    /** Values of the fixed bits; bits outside {@link #mask} are zero. */
    public static int value(int row) {
        return RowTable.VALUE[row];
    }

    /** Whether the row is a branch of any kind, exceptions not counted. */
    public static boolean isBranch(int row) {
        int kind = RowTable.KIND[row];
        return kind >= BRANCH && kind <= RETURN;
    }

    /** Whether the row reads or writes memory. */
    public static boolean accessesMemory(int row) {
        int kind = RowTable.KIND[row];
        return kind >= LOAD && kind <= ATOMIC;
    }

    /** Whether the row needs the FP and SIMD registers. */
    public static boolean usesSimdFp(int row) {
        return row >= FIRST_SIMD_FP;
    }

    /** Whether the row reads the flags NZCV. System register moves are not looked into. */
    public static boolean readsFlags(int row) {
        return (RowTable.READS[row] & RowTable.NZCV) != 0;
    }

    /** Whether the row may write the flags NZCV. System register moves are not looked into. */
    public static boolean writesFlags(int row) {
        return (RowTable.WRITES[row] & RowTable.NZCV) != 0;
    }

    /**
     * General registers that {@code insn}, an instruction of {@code row}, reads: bit n for Xn, 0 to
     * 30, bit 31 for the current stack pointer; never the zero register. A destination that keeps
     * some of its bits, as of MOVK, is read. What an exception or a system instruction reads
     * besides its operand, such as a hypercall's arguments, is not in it.
     */
    public static int gprReads(int row, int insn) {
        return registers(RowTable.READS[row], insn);
    }

    /**
     * General registers that {@code insn}, an instruction of {@code row}, may write, as in {@link
     * #gprReads}. What the taker of an exception writes is not in it.
     */
    public static int gprWrites(int row, int insn) {
        return registers(RowTable.WRITES[row], insn);
    }

    private static int registers(int operands, int insn) {
        int set = 0;
        if ((operands & (RowTable.RD | RowTable.RT)) != 0) {
            set |= 1 << (insn & FIELD);
        }
        if ((operands & RowTable.RN) != 0) {
            set |= 1 << (insn >>> 5 & FIELD);
        }
        if ((operands & (RowTable.RM | RowTable.RS)) != 0) {
            set |= 1 << (insn >>> 16 & FIELD);
        }
        if ((operands & (RowTable.RA | RowTable.RT2)) != 0) {
            set |= 1 << (insn >>> 10 & FIELD);
        }
        if ((operands & RowTable.RT_PAIR) != 0) {
            set |= 3 << (insn & FIELD);
        }
        if ((operands & RowTable.RS_PAIR) != 0) {
            set |= 3 << (insn >>> 16 & FIELD);
        }
        if ((operands & RowTable.LINK) != 0) {
            set |= 1 << LINK_REGISTER;
        }
        set &= ~(1 << SP); // up to here 31 was the zero register
        if ((operands & RowTable.RD_SP) != 0) {
            set |= 1 << (insn & FIELD);
        }
        if ((operands & RowTable.RN_SP) != 0) {
            set |= 1 << (insn >>> 5 & FIELD);
        }
        return set;
    }
}
