package trapline.trap;

import trapline.isa.SysReg;

/**
 * Where instructions go that are no system register accesses: outcomes as {@link Routing} has them,
 * from the control registers' values.
 *
 * <p>Source: DDI 0487, D1.3, "Exceptions", and the pseudocode of each instruction
 * (AArch64.CheckForWFxTrap, AArch64.CheckForSMCUndefOrTrap, AArch64.CheckFPAdvSIMDEnabled).
 */
public final class InsnTraps {
    private static final int EC_WFX = 0x01;
    private static final int EC_FP = 0x07;
    private static final int EC_SVC = 0x15;
    private static final int EC_HVC = 0x16;
    private static final int EC_SMC = 0x17;
    private static final int EC_ERET = 0x1a;

    private static final long HCR_TWI = 1L << 13;
    private static final long HCR_TWE = 1L << 14;
    private static final long HCR_TSC = 1L << 19;
    private static final long HCR_TGE = 1L << 27;
    private static final long HCR_HCD = 1L << 29;
    private static final long SCTLR_NTWI = 1L << 16;
    private static final long SCTLR_NTWE = 1L << 18;
    private static final long CPTR_TFP = 1L << 10;
    private static final long MDCR_TDE = 1L << 8;
    private static final long HFGITR_ERET = 1L << 51;
    private static final long HFGITR_SVC_EL0 = 1L << 52;
    private static final long HFGITR_SVC_EL1 = 1L << 53;

    private InsnTraps() {}

    /**
     * WFI, or WFE if {@code forEvent}, that would wait: with no wake-up event pending, or the event
     * register clear. One that would not wait completes and is not to be asked about.
     *
     * @param el 0 or 1, here and below
     */
    public static int wfx(long[] sys, int el, boolean forEvent) {
        long hcr = sys[SysReg.HCR_EL2];
        if (el == 0 && (sys[SysReg.SCTLR_EL1] & (forEvent ? SCTLR_NTWE : SCTLR_NTWI)) == 0) {
            return toEl1(hcr, el, EC_WFX);
        }
        boolean trapped = (hcr & (forEvent ? HCR_TWE : HCR_TWI)) != 0;
        return trapped ? Routing.TRAP_EL2 | EC_WFX : Routing.COMPLETE;
    }

    /** SVC: always an exception. Fine-grained traps of it return to the SVC, not past it. */
    public static int svc(long[] sys, int el) {
        long fine = el == 0 ? HFGITR_SVC_EL0 : HFGITR_SVC_EL1;
        boolean trapped = (sys[SysReg.HFGITR_EL2] & fine) != 0;
        return trapped ? Routing.TRAP_EL2 | EC_SVC : toEl1(sys[SysReg.HCR_EL2], el, EC_SVC);
    }

    /**
     * HVC: UNDEFINED at EL0 and while HCR_EL2.HCD is 1, which is how it is disabled without EL3.
     */
    public static int hvc(long[] sys, int el) {
        boolean undefined = el == 0 || (sys[SysReg.HCR_EL2] & HCR_HCD) != 0;
        return undefined ? Routing.UNDEF : Routing.TRAP_EL2 | EC_HVC;
    }

    /** SMC: there is no EL3 to take it, so it is UNDEFINED unless HCR_EL2.TSC traps it from EL1. */
    public static int smc(long[] sys, int el) {
        boolean trapped = el == 1 && (sys[SysReg.HCR_EL2] & HCR_TSC) != 0;
        return trapped ? Routing.TRAP_EL2 | EC_SMC : Routing.UNDEF;
    }

    /** ERET: UNDEFINED at EL0. */
    public static int eret(long[] sys, int el) {
        if (el == 0) {
            return Routing.UNDEF;
        }
        boolean trapped = (sys[SysReg.HFGITR_EL2] & HFGITR_ERET) != 0;
        return trapped ? Routing.TRAP_EL2 | EC_ERET : Routing.COMPLETE;
    }

    /** An instruction that uses the FP and SIMD registers. */
    public static int fp(long[] sys, int el) {
        int fpen = (int) (sys[SysReg.CPACR_EL1] >>> 20) & 3;
        boolean enabled = fpen == 3 || (el == 1 && fpen == 1);
        if (!enabled) {
            // Redirected by TGE, the class is not told.
            boolean host = el == 0 && (sys[SysReg.HCR_EL2] & HCR_TGE) != 0;
            return host ? Routing.TRAP_EL2 : Routing.TRAP_EL1 | EC_FP;
        }
        boolean trapped = (sys[SysReg.CPTR_EL2] & CPTR_TFP) != 0;
        return trapped ? Routing.TRAP_EL2 | EC_FP : Routing.COMPLETE;
    }

    /**
     * A debug exception: breakpoint, watchpoint, software step, BRK.
     *
     * @param ec its class, for an exception from a lower level
     */
    public static int debug(long[] sys, int el, int ec) {
        boolean el2 = (sys[SysReg.MDCR_EL2] & MDCR_TDE) != 0;
        return el2 ? Routing.TRAP_EL2 | ec : toEl1(sys[SysReg.HCR_EL2], el, ec);
    }

    private static int toEl1(long hcr, int el, int ec) {
        boolean host = el == 0 && (hcr & HCR_TGE) != 0;
        return (host ? Routing.TRAP_EL2 : Routing.TRAP_EL1) | ec;
    }
}
