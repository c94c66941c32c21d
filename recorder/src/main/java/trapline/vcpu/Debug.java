package trapline.vcpu;

import java.util.Arrays;
import trapline.isa.A64;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.mmu.AccessWatch;
import trapline.trap.Esr;
import trapline.trap.InsnTraps;
import trapline.trap.Routing;

/**
 * Self-hosted debug of one vCPU: hardware breakpoints, watchpoints and software step (DDI 0487,
 * D2). It has no state of its own: everything follows from the debug registers, PSTATE and PC.
 *
 * <p>While a debug exception can fire at the current Exception level ({@link Vcpu#debugging}) the
 * engines hand the vCPU to {@link Interpreter#stepDebug} for one instruction at a time; otherwise
 * nothing here is asked.
 *
 * <p>Where the architecture leaves a choice: reserved types, links, MASK 1 and 2, and combinations
 * of HMC, SSC and PMC or PAC behave as disabled; DBGBCR.BAS is not looked at, every A64 instruction
 * being a word; DBGWCR.BAS counts byte by byte, and not at all beside a MASK; masked bits of DBGWVR
 * and address bits above 48 are not compared; a failing Store-Exclusive has no access to watch; DC
 * IVAC accesses one line; FAR is the lowest watched byte that the access touches. A direct write to
 * a debug register counts from the next instruction on.
 */
final class Debug implements AccessWatch {
    /** Registers of each sort that have an encoding. */
    private static final int MOST = 16;

    private static final int EC_BREAKPOINT = 0x30;
    private static final int EC_STEP = 0x32;
    private static final int EC_WATCHPOINT = 0x34;

    private static final long MDSCR_SS = 1;
    private static final long MDSCR_TDCC = 1 << 12;
    private static final long MDSCR_KDE = 1 << 13;
    private static final long MDSCR_MDE = 1 << 15;

    /**
     * MDSCR_EL1: ERR, HDE, TDA, INTdis, TXU, RXO, TXfull, RXfull; writable while the lock is set.
     */
    private static final long MDSCR_SAVED =
            1 << 6 | 1 << 14 | 1 << 21 | 3 << 22 | 1 << 26 | 1 << 27 | 1 << 29 | 1 << 30;

    private static final long MDCR_TDE = 1 << 8;
    private static final long HCR_TGE = 1 << 27;
    private static final int PSTATE_D = 1 << 9;

    /** E of a control register. */
    private static final long ENABLED = 1;

    /** DBGBCR: E, PMC, BAS, HMC, SSC, LBN, BT. */
    private static final long BREAKPOINT_CONTROL = 0xff_e1e7;

    /** DBGWCR: E, PAC, LSC, BAS, HMC, SSC, LBN, WT, MASK. */
    private static final long WATCHPOINT_CONTROL = 0x1f1f_ffff;

    /** Bits of a virtual address that are compared; what is above them is their sign. */
    private static final long ADDRESS = (1L << 49) - 1;

    private static final int LINKED_ADDRESS = 0b0001;
    private static final int CONTEXT = 0b0010;
    private static final int VMID = 0b1000;
    private static final int CONTEXT_AND_VMID = 0b1010;

    /**
     * Exception levels, bit n for ELn, by HMC, SSC and PMC or PAC: the combinations that a core
     * with EL2 and without EL3 knows (DDI 0487, tables D2-8, D2-12, D2-13 and D2-16) and that reach
     * EL1 or EL0.
     */
    private static final byte[] LEVELS = new byte[32];

    static {
        LEVELS[0b0_00_01] = 0b10;
        LEVELS[0b0_00_10] = 0b01;
        LEVELS[0b0_00_11] = 0b11;
        LEVELS[0b1_00_01] = 0b10;
        LEVELS[0b1_00_11] = 0b11;
    }

    private static final int[] BVR = new int[MOST];
    private static final int[] BCR = new int[MOST];
    private static final int[] WVR = new int[MOST];
    private static final int[] WCR = new int[MOST];

    /** Bits that a write changes, by register index up to {@link #LAST}. */
    private static final long[] WRITABLE = new long[SysReg.DBGPRCR_EL1 + 1];

    /** Highest index of the registers that {@link #write} knows. */
    static final int LAST = SysReg.DBGPRCR_EL1;

    static {
        Arrays.fill(WRITABLE, -1);
        for (int n = 0; n < MOST; n++) {
            BVR[n] = SysReg.indexOf(SysReg.key(2, 0, 0, n, 4));
            BCR[n] = SysReg.indexOf(SysReg.key(2, 0, 0, n, 5));
            WVR[n] = SysReg.indexOf(SysReg.key(2, 0, 0, n, 6));
            WCR[n] = SysReg.indexOf(SysReg.key(2, 0, 0, n, 7));
            WRITABLE[BCR[n]] = BREAKPOINT_CONTROL;
            WRITABLE[WVR[n]] = ~3L;
            WRITABLE[WCR[n]] = WATCHPOINT_CONTROL;
        }
        WRITABLE[SysReg.OSDLR_EL1] = 1;
        WRITABLE[SysReg.DBGPRCR_EL1] = 1;
    }

    private final Vcpu c;
    private final long[] sys;
    private final int breakpoints;
    private final int firstContext;
    private final int watchpoints;

    Debug(Vcpu c) {
        CpuModel model = c.model;
        this.c = c;
        this.sys = c.sys;
        this.breakpoints = model.breakpoints();
        this.firstContext = breakpoints - model.contextBreakpoints();
        this.watchpoints = model.watchpoints();
    }

    // Registers

    /** Writes a register with an index up to {@link #LAST}; the caller updates what follows. */
    void write(int index, long value) {
        if (index == SysReg.MDSCR_EL1) {
            long mask = MDSCR_SS | MDSCR_TDCC | MDSCR_KDE | MDSCR_MDE;
            if (osLocked()) {
                mask |= MDSCR_SAVED;
            }
            sys[index] = sys[index] & ~mask | value & mask;
        } else if (index == SysReg.OSLAR_EL1) {
            sys[SysReg.OSLSR_EL1] = (value & 1) << 1;
        } else {
            sys[index] = value & WRITABLE[index];
        }
    }

    // Enables

    private boolean osLocked() {
        return (sys[SysReg.OSLSR_EL1] & 2) != 0;
    }

    /** The OS Lock, or the OS Double Lock ({@code DoubleLockStatus()}). */
    private boolean locked() {
        return osLocked()
                || ((sys[SysReg.OSDLR_EL1] & 1) != 0 && (sys[SysReg.DBGPRCR_EL1] & 1) == 0);
    }

    private boolean toEl2() {
        return (sys[SysReg.MDCR_EL2] & MDCR_TDE) != 0 || (sys[SysReg.HCR_EL2] & HCR_TGE) != 0;
    }

    /**
     * Exception levels, bit n for ELn, at which a debug exception other than BRK's can fire while
     * PSTATE.D is 0. That of EL1 is in it only with that of EL0, so no exception leads to a level
     * that has to be watched from one that has not.
     */
    int levels() {
        long mdscr = sys[SysReg.MDSCR_EL1];
        boolean armed = (mdscr & MDSCR_SS) != 0 || ((mdscr & MDSCR_MDE) != 0 && anyEnabled());
        if (!armed || locked()) {
            return 0;
        }
        return (mdscr & MDSCR_KDE) != 0 || toEl2() ? 0b11 : 0b01;
    }

    private boolean anyEnabled() {
        long any = 0;
        for (int n = 0; n < breakpoints; n++) {
            any |= sys[BCR[n]];
        }
        for (int n = 0; n < watchpoints; n++) {
            any |= sys[WCR[n]];
        }
        return (any & ENABLED) != 0;
    }

    /** {@code AArch64.GenerateDebugExceptionsFrom()}: at this level with this PSTATE.D. */
    private boolean enabled(int el, boolean masked) {
        if (locked()) {
            return false;
        }
        return el == 0 || toEl2() || ((sys[SysReg.MDSCR_EL1] & MDSCR_KDE) != 0 && !masked);
    }

    private boolean enabled() {
        return enabled(c.el, (c.daif & PSTATE_D) != 0);
    }

    // Software step

    /** Software step is active: active-not-pending if PSTATE.SS is 1, else active-pending. */
    boolean stepActive() {
        return (sys[SysReg.MDSCR_EL1] & MDSCR_SS) != 0 && enabled();
    }

    /**
     * {@code SSAdvance()}: the step ends with this instruction, although it ends in an exception:
     * SVC and HVC, whose return address is the next one.
     */
    void advanceStep() {
        if ((sys[SysReg.MDSCR_EL1] & MDSCR_SS) != 0) {
            c.ss = false;
        }
    }

    /** {@code DebugExceptionReturnSS()}: PSTATE.SS after an exception return to {@code el}. */
    boolean returnStep(long spsr, int el) {
        return (sys[SysReg.MDSCR_EL1] & MDSCR_SS) != 0
                && (spsr >>> 21 & 1) != 0
                && !enabled()
                && enabled(el, (spsr & PSTATE_D) != 0);
    }

    /**
     * Takes a Software Step exception before the instruction at PC.
     *
     * @param stepped the instruction before it was stepped
     * @param exclusive that was a Load-Exclusive
     */
    void takeStep(boolean stepped, boolean exclusive) {
        raise(EC_STEP, Esr.softwareStep(sameLevel(), stepped, exclusive));
    }

    /** Rows whose mnemonic begins with LDX or LDAX. */
    static boolean loadExclusive(int row) {
        return row >= A64.STXRB_SR32_ldstexclr
                && row < A64.STLRB_SL32_ldstord
                && A64.kind(row) == A64.LOAD;
    }

    // Breakpoints

    /** Takes a Breakpoint exception if one stands at the instruction at PC. */
    boolean takeBreakpoint() {
        if ((sys[SysReg.MDSCR_EL1] & MDSCR_MDE) == 0 || !enabled()) {
            return false;
        }
        for (int n = 0; n < breakpoints; n++) {
            if (breakpointMatches(n)) {
                raise(EC_BREAKPOINT, Esr.breakpoint(sameLevel()));
                return true;
            }
        }
        return false;
    }

    private boolean breakpointMatches(int n) {
        long control = sys[BCR[n]];
        if ((control & ENABLED) == 0 || !reaches(control, c.el)) {
            return false;
        }
        int type = type(control);
        if (type > LINKED_ADDRESS) {
            return contextMatches(n, type);
        }
        boolean here = ((c.pc ^ sys[BVR[n]]) & ADDRESS & ~3L) == 0;
        return here && (type != LINKED_ADDRESS || linkMatches(control));
    }

    private static int type(long control) {
        return (int) (control >>> 20) & 0xf;
    }

    private static boolean reaches(long control, int el) {
        int conditions = (int) (control >>> 13 & 1) << 4 | (int) (control >>> 14 & 3) << 2;
        return (LEVELS[conditions | (int) (control >>> 1) & 3] >>> el & 1) != 0;
    }

    /** The breakpoint that LBN names is enabled, linked, and its context is the current one. */
    private boolean linkMatches(long control) {
        int n = (int) (control >>> 16) & 0xf;
        if (n >= breakpoints || (sys[BCR[n]] & ENABLED) == 0) {
            return false;
        }
        int type = type(sys[BCR[n]]);
        return (type & 1) != 0 && contextMatches(n, type & ~1);
    }

    /** Breakpoint {@code n} compares contexts, and its is the current one. */
    private boolean contextMatches(int n, int type) {
        if (n < firstContext) {
            return false;
        }
        long value = sys[BVR[n]];
        boolean context = ((value ^ sys[SysReg.CONTEXTIDR_EL1]) & 0xffff_ffffL) == 0;
        boolean vmid = ((value >>> 32 ^ sys[SysReg.VTTBR_EL2] >>> 48) & 0xff) == 0;
        return switch (type) {
            case CONTEXT -> context;
            case VMID -> vmid;
            case CONTEXT_AND_VMID -> context && vmid;
            default -> false;
        };
    }

    // Watchpoints

    /** Some watchpoint can match an access of the instruction at PC. */
    boolean watching() {
        if ((sys[SysReg.MDSCR_EL1] & MDSCR_MDE) == 0 || !enabled()) {
            return false;
        }
        long any = 0;
        for (int n = 0; n < watchpoints; n++) {
            any |= sys[WCR[n]];
        }
        return (any & ENABLED) != 0;
    }

    @Override
    public int firstWatched(long va, int bytes, boolean write, int el) {
        int first = NONE;
        for (int n = 0; n < watchpoints; n++) {
            long control = sys[WCR[n]];
            if ((control & ENABLED) != 0
                    && (control >>> (write ? 4 : 3) & 1) != 0
                    && reaches(control, el)
                    && ((control >>> 20 & 1) == 0 || linkMatches(control))) {
                int end = first == NONE ? bytes : first;
                for (int k = 0; k < end; k++) {
                    if (watches(sys[WVR[n]], control, va + k)) {
                        first = k;
                        break;
                    }
                }
            }
        }
        return first;
    }

    private static boolean watches(long value, long control, long va) {
        int mask = (int) (control >>> 24) & 0x1f;
        if (mask != 0) {
            return mask > 2 && ((va ^ value) & ADDRESS & -1L << mask) == 0;
        }
        int unit = (value & 4) != 0 ? 4 : 8;
        return ((va ^ value) & ADDRESS & -unit) == 0 && (control >>> 5 + (va & unit - 1) & 1) != 0;
    }

    /** Takes the Watchpoint exception that the MMU has thrown. */
    void takeWatchpoint() {
        raise(EC_WATCHPOINT, Esr.watchpoint(sameLevel(), c.mmu.faultMaintenance, c.mmu.faultWrite));
    }

    // Exceptions

    /** The class of the exception is that of one taken without a change of level. */
    private boolean sameLevel() {
        return c.el == 1 && !toEl2();
    }

    private void raise(int ec, long esr) {
        boolean addressed = ec == EC_WATCHPOINT;
        if ((InsnTraps.debug(sys, c.el, ec) & Routing.TRAP_EL2) != 0) {
            Exit e = c.exit;
            e.esr = esr;
            e.far = addressed ? c.mmu.faultVa : 0;
            e.ipa = 0;
            e.insn = 0;
            e.sysKey = -1;
            c.trap();
        } else if (addressed) {
            c.takeSynchronous(esr, c.pc, c.mmu.faultVa);
        } else {
            c.takeSynchronous(esr, c.pc);
        }
    }
}
