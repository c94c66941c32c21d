package trapline.vcpu;

import trapline.isa.A64;
import trapline.mmu.GuestFault;

/**
 * The reference engine: executes decoded pages one instruction at a time, takes every fault, and
 * keeps {@link Vcpu#retired} exact.
 */
public final class Interpreter {
    private Interpreter() {}

    /**
     * Runs until {@code c.retired} reaches {@code c.limit}, which EL2 lowers when it wants the vCPU
     * to stop.
     */
    public static void run(Vcpu c) {
        while (c.retired < c.limit) {
            if (c.debugging()) {
                stepDebug(c);
            } else {
                step(c);
            }
        }
    }

    /**
     * Runs from {@code c.pc} to the next place where something outside the page's straight run
     * matters.
     */
    public static void step(Vcpu c) {
        if (c.interruptible()) {
            SystemOps.interrupt(c);
        }
        long pc = c.pc;
        if ((pc & 3) != 0) {
            SystemOps.pcAlignment(c);
            return;
        }
        DecodedPage p;
        try {
            p = c.fetchPage(pc);
        } catch (GuestFault e) {
            SystemOps.fetchFault(c);
            return;
        }
        if (c.il) {
            SystemOps.illegalState(c);
            return;
        }
        runPage(c, p, Long.MAX_VALUE, 0);
    }

    /**
     * One instruction, or one exception instead of it, with what self-hosted debug asks around it,
     * in the order of DDI 0487, D1.3.5: software step, PC alignment, instruction abort, breakpoint,
     * illegal state, the instruction's own exceptions, watchpoints. Right while {@link
     * Vcpu#debugging} is false as well, and slow.
     *
     * <p>The Software Step exception after a stepped instruction is taken here and now, before an
     * interrupt that pends (the architecture leaves the order open), so that whether an instruction
     * was stepped is nothing to be remembered. An instruction that EL2 emulated was not stepped:
     * the exception return to it was what the vCPU executed last, and PSTATE.SS is as EL2 left it.
     */
    public static void stepDebug(Vcpu c) {
        if (c.interruptible()) {
            SystemOps.interrupt(c);
        }
        Debug debug = c.debug;
        boolean active = debug.stepActive();
        if (active && !c.ss) {
            debug.takeStep(false, false);
            return;
        }
        long pc = c.pc;
        if ((pc & 3) != 0) {
            SystemOps.pcAlignment(c);
            return;
        }
        DecodedPage p;
        try {
            p = c.fetchPage(pc);
        } catch (GuestFault e) {
            SystemOps.fetchFault(c);
            return;
        }
        if (debug.takeBreakpoint()) {
            return;
        }
        if (c.il) {
            SystemOps.illegalState(c);
            return;
        }
        int slot = (int) pc >>> 2 & DecodedPage.SLOTS - 1;
        int row = p.row[slot] == 0 ? c.code.decode(p, slot) : p.row[slot];
        long before = c.retired;
        c.trapped = false;
        if (debug.watching()) {
            c.mmu.watch(debug, row < A64.ROWS && A64.kind(row) == A64.ATOMIC);
            try {
                runPage(c, p, 1, 0);
            } finally {
                c.mmu.unwatch();
            }
        } else {
            runPage(c, p, 1, 0);
        }
        if (active && c.retired != before && !c.trapped) {
            c.ss = false;
            if (debug.stepActive()) {
                debug.takeStep(true, Debug.loadExclusive(row));
            }
        }
    }

    /**
     * Executes the one instruction at {@code c.pc}, whatever it is; interrupts are not looked at.
     */
    public static void one(Vcpu c) {
        DecodedPage p;
        try {
            p = c.fetchPage(c.pc);
        } catch (GuestFault e) {
            SystemOps.fetchFault(c);
            return;
        }
        runPage(c, p, 1, 0);
    }

    /** Takes the interrupt that is deliverable. */
    public static void interrupt(Vcpu c) {
        SystemOps.interrupt(c);
    }

    /** The fetch at {@code c.pc} faulted. */
    public static void fetchFault(Vcpu c) {
        SystemOps.fetchFault(c);
    }

    /**
     * Runs as {@link #step} does and counts {@link DecodedPage#heat}; stops as soon as a counted
     * branch has arrived at a slot whose heat is {@code hot} or more.
     */
    public static void runCounting(Vcpu c, DecodedPage p, int hot) {
        runPage(c, p, Long.MAX_VALUE, hot);
    }

    /**
     * Runs inside one page until control leaves it, the limit or {@code most} instructions are
     * reached, or an instruction of {@link SystemOps} has been executed.
     *
     * @param hot heat at which to stop at a branch's target, or 0 not to count
     */
    static void runPage(Vcpu c, DecodedPage p, long most, int hot) {
        long pc = c.pc;
        long retired = c.retired;
        long limit = Math.min(c.limit, most == Long.MAX_VALUE ? most : retired + most);
        long page = pc & -4096L;
        int slot = (int) pc >>> 2 & DecodedPage.SLOTS - 1;
        short[] rows = p.row;
        int[] words = p.word;
        try {
            while (retired < limit) {
                int row = rows[slot];
                if (row == 0) {
                    row = c.code.decode(p, slot);
                }
                int i = words[slot];
                c.pc = pc;
                if (row < A64.FIRST_CONTROL) {
                    Semantics.data(row, c, i);
                } else if (row >= A64.FIRST_MEMORY) {
                    if (row < A64.FIRST_SIMD_FP) {
                        Semantics.memory(row, c, i);
                    } else if (row == CodeCache.UNALLOCATED) {
                        c.retired = retired;
                        c.unallocated(i);
                        return;
                    } else if (row == CodeCache.PROBED) {
                        c.retired = retired;
                        c.code.reached(c);
                        return;
                    } else if (!c.fpEnabled) {
                        c.retired = retired;
                        SystemOps.fpTrap(c, i);
                        return;
                    } else {
                        Semantics.exec(row, c, i);
                    }
                } else {
                    long target;
                    switch (row) {
                        case A64.B_only_condbranch ->
                                target = Bits.holds(i & 15, c.nzcv) ? pc + imm19(i) : pc + 4;
                        case A64.B_only_branch_imm -> target = pc + imm26(i);
                        case A64.BL_only_branch_imm -> {
                            target = pc + imm26(i);
                            c.x[30] = pc + 4;
                        }
                        case A64.CBZ_32_compbranch ->
                                target = (int) rt(c, i) == 0 ? pc + imm19(i) : pc + 4;
                        case A64.CBNZ_32_compbranch ->
                                target = (int) rt(c, i) != 0 ? pc + imm19(i) : pc + 4;
                        case A64.CBZ_64_compbranch ->
                                target = rt(c, i) == 0 ? pc + imm19(i) : pc + 4;
                        case A64.CBNZ_64_compbranch ->
                                target = rt(c, i) != 0 ? pc + imm19(i) : pc + 4;
                        case A64.TBZ_only_testbranch ->
                                target = (rt(c, i) >>> bit(i) & 1) == 0 ? pc + imm14(i) : pc + 4;
                        case A64.TBNZ_only_testbranch ->
                                target = (rt(c, i) >>> bit(i) & 1) != 0 ? pc + imm14(i) : pc + 4;
                        case A64.BR_64_branch_reg, A64.RET_64R_branch_reg ->
                                target = branchTarget(c, i);
                        case A64.BLR_64_branch_reg -> {
                            target = branchTarget(c, i);
                            c.x[30] = pc + 4;
                        }
                        case A64.NOP_HI_hints,
                                A64.YIELD_HI_hints,
                                A64.CSDB_HI_hints,
                                A64.HINT_HM_hints,
                                A64.DSB_BO_barriers,
                                A64.DMB_BO_barriers,
                                A64.ISB_BI_barriers ->
                                target = pc + 4;
                        default -> {
                            c.retired = retired;
                            SystemOps.exec(row, c, i);
                            return;
                        }
                    }
                    retired++;
                    boolean counts =
                            hot != 0
                                    && (target <= pc
                                            || row == A64.BL_only_branch_imm
                                            || row >= A64.BR_64_branch_reg);
                    pc = target;
                    if ((pc & -4096L) != page || (pc & 3) != 0) {
                        break;
                    }
                    slot = (int) pc >>> 2 & DecodedPage.SLOTS - 1;
                    if (counts && heated(p, slot, hot)) {
                        break;
                    }
                    continue;
                }
                retired++;
                pc += 4;
                if (++slot == DecodedPage.SLOTS) {
                    break;
                }
            }
            c.retired = retired;
            c.pc = pc;
        } catch (GuestFault e) {
            c.retired = retired;
            SystemOps.dataFault(c, words[slot]);
        }
    }

    /** Counts an arrival; true when the slot is as hot as {@code hot}. */
    private static boolean heated(DecodedPage p, int slot, int hot) {
        int h = p.heat[slot];
        if (h >= hot) {
            return true;
        }
        p.heat[slot] = (short) (h + 1);
        return false;
    }

    static long imm26(int i) {
        return (long) (i << 6 >> 6) << 2;
    }

    static long imm19(int i) {
        return (long) (i << 8 >> 13) << 2;
    }

    static long imm14(int i) {
        return (long) (i << 13 >> 18) << 2;
    }

    static int bit(int i) {
        return i >>> 26 & 32 | i >>> 19 & 31;
    }

    private static long rt(Vcpu c, int i) {
        int r = i & 31;
        return c.x[r + (r + 1 >> 5)];
    }

    /**
     * Target of BR, BLR and RET; an address tag is removed where TCR_EL1 says so ({@code
     * BranchTo()}).
     */
    static long branchTarget(Vcpu c, int i) {
        int r = i >>> 5 & 31;
        return c.branchAddress(c.x[r + (r + 1 >> 5)]);
    }
}
