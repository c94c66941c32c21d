package trapline.vcpu;

import trapline.isa.A64;
import trapline.isa.Feature;
import trapline.isa.SysReg;
import trapline.mmu.GuestFault;
import trapline.mmu.Mmu;
import trapline.trap.Esr;

/**
 * A guest that debugs itself: software step, hardware breakpoints and watchpoints, taken to EL1
 * (DDI 0487, D2.5 to D2.12). With MDCR_EL2.TDE they would be EL2's, and no personality asks for
 * that.
 *
 * <p>While MDSCR_EL1.SS is set or a breakpoint is enabled, {@link #run} executes the vCPU instead
 * of the machine's engine, one instruction at a time. Watchpoints need no engine of their own: with
 * one enabled the MMU has no TLB entries and asks about each access.
 */
public final class SelfDebug implements Mmu.Watch {
    private static final long MDSCR_SS = 1;
    private static final long MDSCR_KDE = 1 << 13;
    private static final long MDSCR_MDE = 1 << 15;
    private static final long MDCR_TDE = 1 << 8;
    private static final long HCR_TGE = 1L << 27;
    private static final long OSLSR_OSLK = 2;
    private static final int PSTATE_D = 1 << 9;

    /** Address bits that are compared, without FEAT_LVA. */
    private static final int ADDRESS_BITS = 49;

    private static final int[] BVR = registers("DBGBVR");
    private static final int[] BCR = registers("DBGBCR");
    private static final int[] WVR = registers("DBGWVR");
    private static final int[] WCR = registers("DBGWCR");

    private final Vcpu c;
    private final int breakpoints;
    private final int watchpoints;
    private final int firstContext;
    private final boolean selectsBytes;
    private boolean engaged;
    private boolean running;

    SelfDebug(Vcpu c) {
        this.c = c;
        breakpoints = c.model.breakpoints();
        watchpoints = c.model.watchpoints();
        firstContext = breakpoints - c.model.contextBreakpoints();
        selectsBytes = c.model.has(Feature.FEAT_AA32EL0);
    }

    private static int[] registers(String name) {
        int[] indexes = new int[16];
        for (int n = 0; n < indexes.length; n++) {
            indexes[n] = SysReg.indexOfName(name + n + "_EL1");
        }
        return indexes;
    }

    /**
     * The vCPU is about to run.
     *
     * @return whether by {@link #run}, until {@link #ended}
     */
    public boolean begins() {
        running = engaged;
        return running;
    }

    /** What runs the vCPU since {@link #begins} must not run it any further. */
    public boolean ended() {
        return running != engaged;
    }

    /** A debug register has, or all registers have, another value now. */
    public void changed() {
        long mdscr = locked() ? 0 : c.sys[SysReg.MDSCR_EL1];
        boolean monitor = (mdscr & MDSCR_MDE) != 0;
        boolean now = (mdscr & MDSCR_SS) != 0 || monitor && anyEnabled(BCR, breakpoints);
        if (now != engaged) {
            engaged = now;
            c.stop();
        }
        c.mmu.watch(monitor && anyEnabled(WCR, watchpoints) ? this : null);
    }

    private boolean locked() {
        return (c.sys[SysReg.OSLSR_EL1] & OSLSR_OSLK) != 0;
    }

    private boolean anyEnabled(int[] controls, int count) {
        for (int n = 0; n < count; n++) {
            if ((c.sys[controls[n]] & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** {@code AArch64.GenerateDebugExceptionsFrom()} with EL1 as their target. */
    private boolean generated(int from, int mask) {
        if (locked()
                || (c.sys[SysReg.MDCR_EL2] & MDCR_TDE) != 0
                || (c.sys[SysReg.HCR_EL2] & HCR_TGE) != 0) {
            return false;
        }
        return from == 0 || (c.sys[SysReg.MDSCR_EL1] & MDSCR_KDE) != 0 && (mask & PSTATE_D) == 0;
    }

    private boolean generated() {
        return generated(c.el, c.daif);
    }

    private boolean stepping() {
        return (c.sys[SysReg.MDSCR_EL1] & MDSCR_SS) != 0;
    }

    private boolean monitoring() {
        return (c.sys[SysReg.MDSCR_EL1] & MDSCR_MDE) != 0 && generated();
    }

    /**
     * PSTATE.SS after an exception return: {@code DebugExceptionReturnSS()}. To be asked before
     * PSTATE changes.
     *
     * @param to the exception level that is returned to
     */
    boolean returned(long spsr, int to) {
        return stepping()
                && !generated()
                && generated(to, (int) spsr)
                && (spsr >>> 21 & 1) != 0;
    }

    /** Runs until {@code c.retired} reaches {@code c.limit}, or while debugging goes on. */
    public void run() {
        while (c.retired < c.limit && engaged) {
            one();
        }
    }

    /** Executes one instruction or takes one exception. */
    void one() {
        if (stepPending()) {
            step(false, false);
            return;
        }
        if (c.interruptible()) {
            SystemOps.interrupt(c);
            return;
        }
        if ((c.pc & 3) != 0) {
            SystemOps.pcAlignment(c);
            return;
        }
        DecodedPage p;
        try {
            p = c.fetchPage(c.pc);
        } catch (GuestFault e) {
            SystemOps.fetchFault(c);
            return;
        }
        if (monitoring() && breakpointMatches()) {
            c.takeSynchronous(Esr.breakpoint(c.el == 1), c.pc);
            return;
        }
        if (c.il) {
            SystemOps.illegalState(c);
            return;
        }
        execute(p);
    }

    private void execute(DecodedPage p) {
        int slot = (int) c.pc >>> 2 & DecodedPage.SLOTS - 1;
        int row = p.row[slot] == 0 ? c.code.decode(p, slot) : p.row[slot];
        int word = p.word[slot];
        boolean active = c.ss && stepping() && generated();
        // What these save of PSTATE is what it is behind them: they are stepped when they are
        // taken.
        if (row == A64.SVC_EX_exception || row == A64.HVC_EX_exception && c.el != 0) {
            c.ss &= !active;
        }
        long before = c.retired;
        Interpreter.runPage(c, p, 1, 0);
        if (active && c.retired != before) {
            c.ss = false;
            if (stepPending()) {
                step(true, exclusiveLoad(word));
            }
        }
    }

    private boolean stepPending() {
        return !c.ss && stepping() && generated();
    }

    private void step(boolean stepped, boolean exclusive) {
        c.takeSynchronous(Esr.softwareStep(c.el == 1, stepped, exclusive), c.pc);
    }

    /** LDXR, LDAXR, LDXP, LDAXP and their narrow forms. */
    private static boolean exclusiveLoad(int word) {
        return (word & 0x3fc0_0000) == 0x0840_0000;
    }

    // Breakpoints

    private boolean breakpointMatches() {
        for (int n = 0; n < breakpoints; n++) {
            long control = c.sys[BCR[n]];
            if ((control & 1) != 0
                    && levelMatches(control, c.el)
                    && (!linksTo(n) || linked(control))
                    && valueMatches(n, false)) {
                return true;
            }
        }
        return false;
    }

    /** Breakpoint {@code n} is an address that is linked to a context: BT 0b0001. */
    private boolean linksTo(int n) {
        return (type(n) & 0b1011) == 0b0001;
    }

    private int type(int n) {
        return (int) (c.sys[BCR[n]] >>> 20) & 15;
    }

    /**
     * {@code AArch64.StateMatch()} of SSC, HMC and PMC or PAC, for a PE without EL3 in Non-secure
     * state.
     */
    private static boolean levelMatches(long control, int el) {
        int ssc = (int) (control >>> 14) & 3;
        boolean hmc = (control >>> 13 & 1) != 0;
        boolean level = (control >>> 1 + (el == 1 ? 0 : 1) & 1) != 0;
        return level && ssc != 2 && (ssc != 3 || hmc);
    }

    /** The context that LBN names is the current one. */
    private boolean linked(long control) {
        int n = (int) (control >>> 16) & 15;
        return n < breakpoints && valueMatches(n, true);
    }

    /** {@code AArch64.BreakpointValueMatch()} of an enabled or linked breakpoint. */
    private boolean valueMatches(int n, boolean linkedTo) {
        int type = type(n);
        boolean address = (type & 0b1010) == 0;
        boolean context = (type & 0b0010) != 0;
        boolean machine = (type & 0b1000) != 0;
        boolean link = (type & 1) != 0;
        if ((c.sys[BCR[n]] & 1) == 0
                || (type & 0b0100) != 0 // mismatch, AArch32's; both of EL2's contexts, Armv8.1's
                || !address && n < firstContext
                || linkedTo && (!link || address)
                || !linkedTo && link && !address) {
            return false;
        }
        long value = c.sys[BVR[n]];
        if (address) {
            boolean selected = !selectsBytes || (c.sys[BCR[n]] >>> 5 & 1) != 0;
            return selected && sameAddress(c.pc, value, 2);
        }
        long vmid = c.sys[SysReg.VTTBR_EL2] >>> 48 & 0xff;
        return (!context || (int) value == (int) c.sys[SysReg.CONTEXTIDR_EL1])
                && (!machine || (value >>> 32 & 0xff) == vmid);
    }

    /** Two addresses agree from bit {@code low} on; tags do not count. */
    private static boolean sameAddress(long a, long b, int low) {
        return (a ^ b) << 64 - ADDRESS_BITS >>> 64 - ADDRESS_BITS + low == 0;
    }

    // Watchpoints

    @Override
    public long hit(long va, int bytes, boolean write, int el) {
        if (!monitoring()) {
            return Mmu.NO_HIT;
        }
        for (int n = 0; n < watchpoints; n++) {
            long control = c.sys[WCR[n]];
            boolean watches =
                    (control & 1) != 0
                            && (control >>> (write ? 4 : 3) & 1) != 0
                            && levelMatches(control, el)
                            && ((control >>> 20 & 1) == 0 || linked(control));
            for (int k = 0; watches && k < bytes; k++) {
                if (byteMatches(va + k, c.sys[WVR[n]], control)) {
                    return va + k;
                }
            }
        }
        return Mmu.NO_HIT;
    }

    /** {@code AArch64.WatchpointByteMatch()}. */
    private static boolean byteMatches(long va, long value, long control) {
        int mask = (int) (control >>> 24) & 31;
        if (mask > 2) {
            return sameAddress(va, value, mask);
        }
        int low = (value & 4) != 0 ? 2 : 3;
        boolean selected = (control >>> 5 + (va & (1 << low) - 1) & 1) != 0;
        return selected && sameAddress(va, value, low);
    }

    /** What {@link #hit} found: an exception of the instruction at pc. */
    static void watchpoint(Vcpu c) {
        Mmu m = c.mmu;
        c.takeSynchronous(Esr.watchpoint(c.el == 1, false, m.faultWrite), c.pc, m.faultVa);
    }
}
