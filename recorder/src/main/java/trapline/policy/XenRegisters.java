package trapline.policy;

import static trapline.policy.RegisterRules.Answer.RAZ;
import static trapline.policy.RegisterRules.Answer.UNDEF;
import static trapline.policy.RegisterRules.Answer.WI;

import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.policy.RegisterRules.Answer;

/**
 * Xen's answers for system registers, a row a register. Not covered by a row: everything that
 * reaches the last one, {@code default}, which Xen logs in a debug build and answers with an
 * Undefined exception.
 *
 * <p>Source: {@code xen/arch/arm/arm64/vsysreg.c:do_sysreg}.
 */
final class XenRegisters {
    private static final String DO_SYSREG = "xen/arch/arm/arm64/vsysreg.c:do_sysreg";
    private static final String UNHANDLED = DO_SYSREG + " (listed unhandled; default)";
    private static final String VTIMER = "xen/arch/arm/vtimer.c:vtimer_emulate";
    private static final String VGIC = "xen/arch/arm/vgic-v3.c:vgic_v3_emulate_sysreg";

    /** OSLSR_EL1: the lock is implemented (OSLM[1]) and unlocked. */
    private static final long OSLSR = 1 << 3;

    /** MDCCSR_EL0.TXfull. */
    private static final long TXFULL = 1L << 29;

    private static final Answer FAIL = Answer.loggedUndef(XenLog.UNHANDLED_REGISTER);
    private static final Answer BUG = Answer.of(Action.CRASH, Effect.HOST_PANIC);
    private static final Answer VM_CONTROL = Answer.of(Action.STORE, Effect.VM_CONTROL_WRITE);
    private static final Answer TIMER_READ = Answer.of(Action.EMULATE, Effect.TIMER_READ);
    private static final Answer TIMER_WRITE = Answer.of(Action.EMULATE, Effect.TIMER_WRITE);

    // @formatter:off
    private static final int[] VM_CONTROLS = {
        SysReg.SCTLR_EL1, SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.TCR_EL1, SysReg.ESR_EL1, SysReg.FAR_EL1,
        SysReg.AFSR0_EL1, SysReg.AFSR1_EL1, SysReg.MAIR_EL1, SysReg.AMAIR_EL1, SysReg.CONTEXTIDR_EL1,
    };

    /** MDCR_EL2.TPM: read as zero, write ignored, at EL1 only: EL0 needs PMUSERENR_EL0.EN, which reads as zero. */
    private static final int[] COUNTERS = {
        SysReg.PMINTENSET_EL1, SysReg.PMINTENCLR_EL1, SysReg.PMCR_EL0, SysReg.PMCNTENSET_EL0, SysReg.PMCNTENCLR_EL0,
        SysReg.PMOVSCLR_EL0, SysReg.PMSWINC_EL0, SysReg.PMSELR_EL0, SysReg.PMCEID0_EL0, SysReg.PMCEID1_EL0,
        SysReg.PMCCNTR_EL0, SysReg.PMXEVTYPER_EL0, SysReg.PMXEVCNTR_EL0, SysReg.PMOVSSET_EL0,
    };

    /** What a comment in Xen's handler lists as unhandled: Undefined in both settings of partial-emulation. */
    private static final int[] UNHANDLED_DEBUG = {
        SysReg.DBGPRCR_EL1, SysReg.MDCCINT_EL1, SysReg.OSDTRRX_EL1, SysReg.OSDTRTX_EL1, SysReg.OSECCR_EL1,
        SysReg.DBGCLAIMSET_EL1, SysReg.DBGCLAIMCLR_EL1, SysReg.DBGAUTHSTATUS_EL1, SysReg.PMCCFILTR_EL0,
    };
    // @formatter:on

    private final RegisterRules rules;

    private XenRegisters(RegisterRules rules) {
        this.rules = rules;
    }

    /**
     * Defines all rows.
     *
     * @param partialEmulation index of the flag, or -1 when it is not built in
     * @param sharedTables set/way maintenance meets page tables shared with an IOMMU
     */
    static void define(
            RegisterRules rules, CpuModel cpu, int partialEmulation, boolean sharedTables) {
        XenRegisters x = new XenRegisters(rules);
        x.memoryControl(cpu, sharedTables);
        x.debug(partialEmulation);
        x.performance();
        x.timerAndInterrupts();
        XenIdRegisters.define(rules, cpu);
        x.rest();
    }

    private void memoryControl(CpuModel cpu, boolean sharedTables) {
        above(SysReg.ACTLR_EL1, Answer.value(cpu.idRegister("ACTLR_EL1")), WI);
        Answer flush =
                sharedTables
                        ? new SetWay(Action.UNDEF, Effect.UNDEF_THEN_ADVANCE).answer()
                        : new SetWay(Action.EMULATE, Effect.SET_WAY).answer();
        String source = DO_SYSREG + " + xen/arch/arm/p2m.c:p2m_set_way_flush";
        for (int index : new int[] {SysReg.DC_ISW, SysReg.DC_CSW, SysReg.DC_CISW}) {
            int key = SysReg.keyOf(index);
            rules.set(key, true, Answer.of(Action.WI, Effect.SKIP), source); // Rt keeps its value
            rules.set(key, false, flush, source);
        }
        source = "xen/arch/arm/arm64/vsysreg.c:TVM_REG + xen/arch/arm/p2m.c:p2m_toggle_cache";
        for (int index : VM_CONTROLS) {
            int key = SysReg.keyOf(index);
            rules.set(key, true, BUG, source);
            rules.set(key, false, VM_CONTROL, source);
        }
    }

    private record SetWay(Action action, Effect effect) {
        Answer answer() {
            return Answer.of(action, effect);
        }
    }

    private void debug(int partialEmulation) {
        above(SysReg.MDRAR_EL1, RAZ, UNDEF);
        above(SysReg.OSLAR_EL1, UNDEF, WI);
        above(SysReg.OSDLR_EL1, RAZ, WI);
        above(SysReg.OSLSR_EL1, Answer.value(OSLSR), UNDEF);
        above(SysReg.MDSCR_EL1, RAZ, WI);

        gated(partialEmulation, SysReg.MDCCSR_EL0, true, RAZ, Answer.value(TXFULL));
        rules.set(SysReg.keyOf(SysReg.MDCCSR_EL0), false, UNDEF, DO_SYSREG);
        gated(partialEmulation, SysReg.DBGDTR_EL0, true, FAIL, RAZ);
        gated(partialEmulation, SysReg.DBGDTR_EL0, false, FAIL, WI);
        gated(partialEmulation, SysReg.DBGDTRRX_EL0, true, FAIL, RAZ);
        gated(partialEmulation, SysReg.DBGDTRRX_EL0, false, FAIL, WI); // DBGDTRTX_EL0

        for (int n = 0; n < 16; n++) {
            for (int op2 = 4; op2 < 8; op2++) { // DBGBVRn, DBGBCRn, DBGWVRn, DBGWCRn
                int key = SysReg.key(2, 0, 0, n, op2);
                rules.setAboveEl0(key, true, RAZ, DO_SYSREG);
                rules.setAboveEl0(key, false, WI, DO_SYSREG);
            }
        }
        for (int index : UNHANDLED_DEBUG) {
            fail(SysReg.keyOf(index), UNHANDLED);
        }
    }

    private void performance() {
        for (int index : COUNTERS) {
            above(index, RAZ, WI);
        }
        int userenr = SysReg.keyOf(SysReg.PMUSERENR_EL0);
        rules.set(userenr, true, RAZ, DO_SYSREG);
        rules.setAboveEl0(userenr, false, WI, DO_SYSREG);
        for (int n = 0; n < 31; n++) {
            fail(SysReg.key(3, 3, 14, 8 + n / 8, n % 8), UNHANDLED); // PMEVCNTRn_EL0
            fail(SysReg.key(3, 3, 14, 12 + n / 8, n % 8), UNHANDLED); // PMEVTYPERn_EL0
        }
    }

    private void timerAndInterrupts() {
        for (int index :
                new int[] {SysReg.CNTP_CTL_EL0, SysReg.CNTP_TVAL_EL0, SysReg.CNTP_CVAL_EL0}) {
            // Xen asks CNTKCTL_EL1.EL0PTEN again for EL0; the architecture has answered it before
            // this trap.
            rules.set(SysReg.keyOf(index), true, TIMER_READ, VTIMER);
            rules.set(SysReg.keyOf(index), false, TIMER_WRITE, VTIMER);
        }
        int sgi1 = SysReg.keyOf(SysReg.ICC_SGI1R_EL1);
        rules.set(sgi1, true, Answer.loggedUndef(XenLog.SGI1R_READ), VGIC);
        rules.set(sgi1, false, Answer.of(Action.EMULATE, Effect.SGI), VGIC);
        // Xen's header has the AArch32 numbers of these two, so the AArch64 encodings reach the
        // default row.
        silent(SysReg.key(3, 1, 12, 11, 6));
        silent(SysReg.key(3, 2, 12, 11, 7));
        above(SysReg.ICC_SRE_EL1, RAZ, WI);
    }

    private void rest() {
        rules.setRest(
                k -> op0(k) == 3 && (crn(k) == 11 || crn(k) == 15),
                "implementation-defined",
                FAIL,
                FAIL,
                DO_SYSREG);
        rules.setRest(k -> op0(k) == 2 && SysReg.op1(k) == 1, "trace", FAIL, FAIL, DO_SYSREG);
        rules.setRest(
                k -> k >>> 7 == 0x1bd && SysReg.crm(k) >= 2,
                "activity-monitor",
                FAIL,
                FAIL,
                DO_SYSREG);
        rules.setRest(
                k -> k >>> 7 == 0x182 && isKey(k),
                "pointer-authentication-key",
                FAIL,
                FAIL,
                DO_SYSREG);
        rules.setRest(k -> true, "default", FAIL, FAIL, DO_SYSREG);
    }

    private static boolean isKey(int key) {
        return SysReg.crm(key) >= 1 && SysReg.crm(key) <= 3 && SysReg.op2(key) <= 3;
    }

    private static int op0(int key) {
        return SysReg.op0(key);
    }

    private static int crn(int key) {
        return SysReg.crn(key);
    }

    private void above(int index, Answer read, Answer write) {
        rules.setAboveEl0(SysReg.keyOf(index), true, read, DO_SYSREG);
        rules.setAboveEl0(SysReg.keyOf(index), false, write, DO_SYSREG);
    }

    private void gated(int gate, int index, boolean read, Answer off, Answer on) {
        rules.setGated(
                SysReg.keyOf(index),
                read,
                gate,
                XenFlags.PARTIAL_EMULATION_NAME,
                off,
                on,
                DO_SYSREG);
    }

    private void fail(int key, String source) {
        rules.set(key, true, FAIL, source);
        rules.set(key, false, FAIL, source);
    }

    private void silent(int key) {
        rules.set(key, true, UNDEF, VGIC);
        rules.set(key, false, UNDEF, VGIC);
    }
}
