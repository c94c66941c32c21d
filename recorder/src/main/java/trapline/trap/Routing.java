package trapline.trap;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.isa.SysReg;

/**
 * Where an access to a system register or a system instruction from EL0 or EL1 goes: it completes,
 * it is UNDEFINED, or it is trapped to EL1 or EL2 with an exception class.
 *
 * <p>An outcome is an {@code int}: one of {@link #COMPLETE}, {@link #UNDEF}, {@link #TRAP_EL1},
 * {@link #TRAP_EL2}, the last two with the class in bits 5:0. It is a function of the values of the
 * control registers, in an array by {@link SysReg} index, and of nothing else. Evaluating one
 * allocates nothing.
 *
 * <p>Choices where the architecture leaves one: HCR_EL2.TID3 traps the whole ID space (op0 3, op1
 * 0, CRn 0, CRm 1 to 7), reserved encodings included; MDCR_EL2.TDOSA traps OSDLR_EL1 without
 * FEAT_DoubleLock; IMPLEMENTATION DEFINED encodings are UNDEFINED unless HCR_EL2.TIDCP traps them;
 * PMU event counters that do not exist or that are EL2's are UNDEFINED without FEAT_FGT, and an
 * MDCR_EL2.HPMN that is 0 or above the number of counters keeps none for EL2.
 *
 * <p>One test is left to the caller, because PSTATE is no register value: {@link #needsSpSel}.
 */
public final class Routing {
    /** The access completes. */
    public static final int COMPLETE = 0;

    /** The access is UNDEFINED: class 0x00, to EL1, or to EL2 from EL0 while HCR_EL2.TGE is 1. */
    public static final int UNDEF = 0x100;

    /** The access is trapped to EL1; the class is in the low bits. */
    public static final int TRAP_EL1 = 0x200;

    /** The access is trapped to EL2; the class is in the low bits. */
    public static final int TRAP_EL2 = 0x400;

    /** Mask of the exception class in an outcome. */
    public static final int EC = 0x3f;

    private static final int EC_FP = 0x07;
    private static final int EC_SYSREG = 0x18;

    private static final long HCR_TID3 = 1L << 18;
    private static final long HCR_TIDCP = 1L << 20;
    private static final long HCR_TGE = 1L << 27;
    private static final long SCTLR_UMA = 1L << 9;
    private static final long MDCR_HPMN = 0x1f;
    private static final long PMSELR_SEL = 0x1f;

    private final RouteTable table;
    private final int counters;
    private final boolean hasIdst;

    /** {@code pstateLevel[op1 << 3 | op2]}: lowest level of an MSR (immediate), or 2 for none. */
    private final byte[] pstateLevel = new byte[64];

    /**
     * Compiles the tables for one implementation.
     *
     * @throws IllegalArgumentException if it has a feature whose controls the tables do not cover
     */
    public Routing(Implementation cpu) {
        table = new RouteTable(cpu);
        counters = cpu.eventCounters();
        hasIdst = cpu.has("IDST");
        Arrays.fill(pstateLevel, (byte) 2);
        pstateLevel[0 << 3 | 3] = (byte) (cpu.has("UAO") ? 1 : 2);
        pstateLevel[0 << 3 | 4] = (byte) (cpu.has("PAN") ? 1 : 2);
        pstateLevel[0 << 3 | 5] = 1; // SPSel
        pstateLevel[3 << 3 | 1] = (byte) (cpu.has("SSBS2") ? 0 : 2);
        pstateLevel[3 << 3 | 2] = (byte) (cpu.has("DIT") ? 0 : 2);
        pstateLevel[3 << 3 | 4] = (byte) (cpu.has("MTE") ? 0 : 2);
        pstateLevel[3 << 3 | 6] = 0; // DAIFSet
        pstateLevel[3 << 3 | 7] = 0; // DAIFClr
    }

    /**
     * The outcome of an access by index.
     *
     * @param sys register values by index, EL1 and EL2 controls included
     * @param index a {@link SysReg} constant
     * @param read MRS or SYSL, not MSR or SYS
     * @param el 0 or 1
     */
    public int route(long[] sys, int index, boolean read, int el) {
        int slot = RouteTable.slot(index, read, el);
        int test = firstThatHolds(sys, slot);
        return redirect(sys, test < 0 ? table.otherwise[slot] : table.outcome[test], el);
    }

    /**
     * The outcome of an access by encoding, named or not; op0 0 is MSR (immediate), with the
     * immediate in CRm.
     *
     * @param key as {@link SysReg#keyOfInsn} gives it
     */
    public int routeKey(long[] sys, int key, boolean read, int el) {
        int index = SysReg.indexOf(key);
        return index != SysReg.NONE
                ? route(sys, index, read, el)
                : redirect(sys, routeUnnamed(sys, key, read, el), el);
    }

    private int routeUnnamed(long[] sys, int key, boolean read, int el) {
        int op0 = SysReg.op0(key);
        int crn = SysReg.crn(key);
        if (op0 == 0) {
            return routePstate(sys, key, el);
        }
        if ((op0 == 1 || op0 == 3) && (crn == 11 || crn == 15)) {
            boolean trapped = el == 1 && (sys[SysReg.HCR_EL2] & HCR_TIDCP) != 0;
            return trapped ? TRAP_EL2 | EC_SYSREG : UNDEF;
        }
        if (isReservedId(key) && read) {
            if (el == 0) {
                return hasIdst ? TRAP_EL1 | EC_SYSREG : UNDEF;
            }
            return (sys[SysReg.HCR_EL2] & HCR_TID3) != 0 ? TRAP_EL2 | EC_SYSREG : COMPLETE;
        }
        return UNDEF;
    }

    private int routePstate(long[] sys, int key, int el) {
        int op1 = SysReg.op1(key);
        int op2 = SysReg.op2(key);
        if (SysReg.crn(key) != 4
                || el < pstateLevel[op1 << 3 | op2]
                || pstateLevel[op1 << 3 | op2] > 1) {
            return UNDEF;
        }
        boolean daif = op1 == 3 && op2 >= 6;
        boolean masked = daif && el == 0 && (sys[SysReg.SCTLR_EL1] & SCTLR_UMA) == 0;
        return masked ? TRAP_EL1 | EC_SYSREG : COMPLETE;
    }

    /**
     * Whether an encoding without a name is in the reserved ID space, which reads as zero at EL1
     * where it is not trapped.
     */
    public static boolean isReservedId(int key) {
        return SysReg.indexOf(key) == SysReg.NONE
                && SysReg.op0(key) == 3
                && SysReg.op1(key) == 0
                && SysReg.crn(key) == 0
                && SysReg.crm(key) >= 1
                && SysReg.crm(key) <= 7;
    }

    /**
     * An exception to EL1 from EL0 goes to EL2 under HCR_EL2.TGE; the FP class is then not told.
     */
    private static int redirect(long[] sys, int outcome, int el) {
        if (el == 0 && (outcome & TRAP_EL1) != 0 && (sys[SysReg.HCR_EL2] & HCR_TGE) != 0) {
            int ec = outcome & EC;
            return TRAP_EL2 | (ec == EC_FP ? 0 : ec);
        }
        return outcome;
    }

    private int firstThatHolds(long[] sys, int slot) {
        int end = table.start[slot + 1];
        for (int i = table.start[slot]; i < end; i++) {
            int reg = table.reg[i];
            boolean holds =
                    reg >= 0
                            ? (sys[reg] & table.mask[i]) == table.value[i]
                            : counterHolds(sys, reg, (int) table.mask[i], (int) table.value[i]);
            if (holds) {
                return i;
            }
        }
        return -1;
    }

    private boolean counterHolds(long[] sys, int kind, int number, int exempt) {
        int counter = number;
        if (kind != RouteTable.COUNTER_RESERVED) {
            counter = (int) (sys[SysReg.PMSELR_EL0] & PMSELR_SEL);
            if (counter == exempt) {
                return false;
            }
        }
        return counter >= (kind == RouteTable.SELECTED_ABSENT ? counters : guestCounters(sys));
    }

    private int guestCounters(long[] sys) {
        int hpmn = (int) (sys[SysReg.MDCR_EL2] & MDCR_HPMN);
        return hpmn == 0 || hpmn > counters ? counters : hpmn;
    }

    /**
     * Whether the outcome of some access depends on the value of a register: a cached outcome is
     * stale once it is written.
     */
    public boolean isInput(int index) {
        return table.isInput[index];
    }

    /** Whether outcomes for this register follow PMSELR_EL0 too, and must not be cached. */
    static boolean isSelected(int index) {
        return index == SysReg.PMXEVCNTR_EL0 || index == SysReg.PMXEVTYPER_EL0;
    }

    /**
     * Whether a {@link #COMPLETE} access is UNDEFINED after all while PSTATE.SP is 0: SP_EL0 is the
     * current stack pointer then, and cannot be named at EL1.
     */
    public static boolean needsSpSel(int index, int el) {
        return index == SysReg.SP_EL0 && el == 1;
    }

    /**
     * The control field that decides an access, such as {@code MDCR_EL2.TDA}; null when none does:
     * the access completes, or its encoding is UNDEFINED whatever the controls say. Slow: for
     * reports.
     */
    public @Nullable String control(long[] sys, int key, boolean read, int el) {
        int index = SysReg.indexOf(key);
        if (index != SysReg.NONE) {
            int test = firstThatHolds(sys, RouteTable.slot(index, read, el));
            return test < 0 ? null : table.control[test];
        }
        if (routeUnnamed(sys, key, read, el) < TRAP_EL1) {
            return null;
        }
        if (SysReg.op0(key) == 0) {
            return "SCTLR_EL1.UMA";
        }
        return isReservedId(key) ? (el == 1 ? "HCR_EL2.TID3" : null) : "HCR_EL2.TIDCP";
    }
}
