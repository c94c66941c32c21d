package trapline.policy;

import static trapline.policy.RegisterRules.Answer.RAZ;
import static trapline.policy.RegisterRules.Answer.UNDEF;
import static trapline.policy.RegisterRules.Answer.WI;

import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.Feature;
import trapline.isa.SysReg;
import trapline.policy.RegisterRules.Answer;

/**
 * KVM's answers for system registers of a default VM: no vPMU, no SVE, no pointer authentication,
 * no nested virtualisation. An encoding without a row is Undefined; KVM names it in its log unless
 * it is IMPLEMENTATION DEFINED.
 *
 * <p>Source: {@code arch/arm64/kvm/sys_regs.c:sys_reg_descs}, Linux 6.12.
 */
final class KvmRegisters {
    private static final String UNDEFINED = "arch/arm64/kvm/sys_regs.c:undef_access";
    private static final String DEBUG = "arch/arm64/kvm/sys_regs.c:trap_debug_regs";
    private static final String TIMER = "arch/arm64/kvm/sys_regs.c:access_arch_timer";

    /** Log message: no entry in the table, or a direction that the register does not have. */
    private static final Answer UNSUPPORTED = Answer.loggedUndef(KvmLog.UNSUPPORTED_ACCESS);

    private static final Answer LIVE_READ = Answer.needingGuest(Action.VALUE, Effect.REGISTER_READ);
    private static final Answer LIVE_WRITE = Answer.of(Action.STORE, Effect.REGISTER_WRITE);
    private static final Answer KEPT_READ = Answer.needingGuest(Action.VALUE, Effect.KEPT_READ);
    private static final Answer KEPT_WRITE = Answer.of(Action.STORE, Effect.KEPT_WRITE);
    private static final Answer DEBUG_WRITE = Answer.of(Action.STORE, Effect.DEBUG_WRITE);
    private static final Answer VM_CONTROL = Answer.of(Action.STORE, Effect.VM_CONTROL_WRITE);
    private static final Answer BUG = Answer.of(Action.CRASH, Effect.HOST_PANIC);
    private static final Answer SGI = Answer.of(Action.EMULATE, Effect.SGI);

    // @formatter:off
    private static final int[] VM_CONTROLS = {
        SysReg.SCTLR_EL1, SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.TCR_EL1, SysReg.ESR_EL1, SysReg.FAR_EL1,
        SysReg.AFSR0_EL1, SysReg.AFSR1_EL1, SysReg.MAIR_EL1, SysReg.AMAIR_EL1, SysReg.CONTEXTIDR_EL1,
    };

    /** Read as zero, write ignored, at EL0 as well where the hardware delivers the access. */
    private static final int[] RAZ_WI = {
        SysReg.MDRAR_EL1, SysReg.OSDLR_EL1, SysReg.DBGPRCR_EL1, SysReg.DBGCLAIMSET_EL1, SysReg.DBGCLAIMCLR_EL1,
        SysReg.MDCCSR_EL0, SysReg.DBGDTR_EL0, SysReg.DBGDTRRX_EL0, SysReg.PMMIR_EL1,
        SysReg.ERRIDR_EL1, SysReg.ERRSELR_EL1, SysReg.ERXFR_EL1, SysReg.ERXCTLR_EL1, SysReg.ERXSTATUS_EL1,
        SysReg.ERXADDR_EL1, SysReg.ERXMISC0_EL1, SysReg.ERXMISC1_EL1,
    };

    /** Listed, but of a feature that the VM does not have: Undefined and no log line. */
    private static final int[] HIDDEN = {
        SysReg.RGSR_EL1, SysReg.GCR_EL1, SysReg.TFSR_EL1, SysReg.TFSRE0_EL1, SysReg.TRFCR_EL1, SysReg.SMPRI_EL1,
        SysReg.TCR2_EL1, SysReg.PIRE0_EL1, SysReg.PIR_EL1, SysReg.POR_EL1, SysReg.POR_EL0, SysReg.TPIDR2_EL0,
        SysReg.ACCDATA_EL1, SysReg.SCXTNUM_EL1, SysReg.SCXTNUM_EL0, SysReg.CCSIDR2_EL1, SysReg.SMIDR_EL1, SysReg.FPMR,
        SysReg.APIAKeyLo_EL1, SysReg.APIAKeyHi_EL1, SysReg.APIBKeyLo_EL1, SysReg.APIBKeyHi_EL1,
        SysReg.APDAKeyLo_EL1, SysReg.APDAKeyHi_EL1, SysReg.APDBKeyLo_EL1, SysReg.APDBKeyHi_EL1,
        SysReg.APGAKeyLo_EL1, SysReg.APGAKeyHi_EL1,
        SysReg.PMSCR_EL1, SysReg.PMSNEVFR_EL1, SysReg.PMSICR_EL1, SysReg.PMSIRR_EL1, SysReg.PMSFCR_EL1, SysReg.PMSEVFR_EL1,
        SysReg.PMSLATFR_EL1, SysReg.PMSIDR_EL1, SysReg.PMBLIMITR_EL1, SysReg.PMBPTR_EL1, SysReg.PMBSR_EL1,
        SysReg.PMINTENSET_EL1, SysReg.PMINTENCLR_EL1, SysReg.PMCR_EL0, SysReg.PMCNTENSET_EL0, SysReg.PMCNTENCLR_EL0,
        SysReg.PMOVSCLR_EL0, SysReg.PMSWINC_EL0, SysReg.PMSELR_EL0, SysReg.PMCEID0_EL0, SysReg.PMCEID1_EL0,
        SysReg.PMCCNTR_EL0, SysReg.PMXEVTYPER_EL0, SysReg.PMXEVCNTR_EL0, SysReg.PMUSERENR_EL0, SysReg.PMOVSSET_EL0,
        SysReg.PMCCFILTR_EL0,
        SysReg.DC_IGSW, SysReg.DC_IGDSW, SysReg.DC_CGSW, SysReg.DC_CGDSW, SysReg.DC_CIGSW, SysReg.DC_CIGDSW,
        SysReg.TLBI_VMALLE1OS, SysReg.TLBI_VAE1OS, SysReg.TLBI_ASIDE1OS, SysReg.TLBI_VAAE1OS, SysReg.TLBI_VALE1OS,
        SysReg.TLBI_VAALE1OS, SysReg.TLBI_RVAE1IS, SysReg.TLBI_RVAAE1IS, SysReg.TLBI_RVALE1IS, SysReg.TLBI_RVAALE1IS,
        SysReg.TLBI_RVAE1OS, SysReg.TLBI_RVAAE1OS, SysReg.TLBI_RVALE1OS, SysReg.TLBI_RVAALE1OS, SysReg.TLBI_RVAE1,
        SysReg.TLBI_RVAAE1, SysReg.TLBI_RVALE1, SysReg.TLBI_RVAALE1,
    };

    private static final int[] SGI_REGISTERS = {
        SysReg.ICC_SGI1R_EL1, SysReg.ICC_ASGI1R_EL1, SysReg.ICC_SGI0R_EL1,
    };
    // @formatter:on

    private final RegisterRules rules;

    private KvmRegisters(RegisterRules rules) {
        this.rules = rules;
    }

    static void define(RegisterRules rules, CpuModel cpu, boolean gic3) {
        KvmRegisters k = new KvmRegisters(rules);
        k.memoryControl(cpu);
        k.debug(cpu);
        k.caches(cpu);
        k.hidden(cpu);
        k.interrupts(gic3);
        for (int index :
                new int[] {SysReg.CNTP_CTL_EL0, SysReg.CNTP_TVAL_EL0, SysReg.CNTP_CVAL_EL0}) {
            k.row(
                    index,
                    Answer.of(Action.EMULATE, Effect.TIMER_READ),
                    Answer.of(Action.EMULATE, Effect.TIMER_WRITE),
                    TIMER);
        }
        for (int index :
                new int[] {
                    SysReg.CNTPCT_EL0, SysReg.CNTPCTSS_EL0
                }) { // with EL1PCTEN cleared by a policy file
            k.row(index, Answer.of(Action.EMULATE, Effect.TIMER_READ), UNSUPPORTED, TIMER);
        }
        KvmIdRegisters.define(rules, cpu, gic3, UNSUPPORTED);
        k.rest();
    }

    private void row(int index, Answer read, Answer write, String source) {
        rules.set(SysReg.keyOf(index), true, read, source);
        rules.set(SysReg.keyOf(index), false, write, source);
    }

    private void memoryControl(CpuModel cpu) {
        row(
                SysReg.ACTLR_EL1,
                Answer.value(cpu.idRegister("ACTLR_EL1")),
                WI,
                "arch/arm64/kvm/sys_regs.c:access_actlr");
        for (int index : VM_CONTROLS) {
            row(index, BUG, VM_CONTROL, "arch/arm64/kvm/sys_regs.c:access_vm_reg");
        }
        for (int index : new int[] {SysReg.DC_ISW, SysReg.DC_CSW, SysReg.DC_CISW}) {
            String source = "arch/arm64/kvm/sys_regs.c:access_dcsw";
            row(index, UNSUPPORTED, Answer.of(Action.EMULATE, Effect.SET_WAY), source);
        }
    }

    private void debug(CpuModel cpu) {
        for (int index : RAZ_WI) {
            row(index, RAZ, WI, "arch/arm64/kvm/sys_regs.c:trap_raz_wi");
        }
        row(SysReg.MDSCR_EL1, LIVE_READ, DEBUG_WRITE, DEBUG);
        row(SysReg.MDCCINT_EL1, LIVE_READ, DEBUG_WRITE, DEBUG);
        row(SysReg.OSLAR_EL1, UNSUPPORTED, LIVE_WRITE, "arch/arm64/kvm/sys_regs.c:trap_oslar_el1");
        row(SysReg.OSLSR_EL1, LIVE_READ, UNSUPPORTED, "arch/arm64/kvm/sys_regs.c:trap_oslsr_el1");
        Answer authentication = Answer.value(cpu.idRegister("DBGAUTHSTATUS_EL1"));
        row(
                SysReg.DBGAUTHSTATUS_EL1,
                authentication,
                WI,
                "arch/arm64/kvm/sys_regs.c:trap_dbgauthstatus_el1");
        for (int n = 0; n < 16; n++) {
            for (int op2 = 4; op2 < 8; op2++) { // DBGBVRn, DBGBCRn, DBGWVRn, DBGWCRn
                int key = SysReg.key(2, 0, 0, n, op2);
                rules.set(key, true, KEPT_READ, DEBUG);
                rules.set(key, false, DEBUG_WRITE, DEBUG);
            }
        }
    }

    /** HCR_EL2.TID2: KVM invents one small cache. */
    private void caches(CpuModel cpu) {
        long ctr = cpu.idRegister("CTR_EL0");
        String file = "arch/arm64/kvm/sys_regs.c:";
        row(SysReg.CTR_EL0, Answer.value(ctr), UNSUPPORTED, file + "access_id_reg");
        row(SysReg.CLIDR_EL1, Answer.value(clidr(ctr)), UNSUPPORTED, file + "reset_clidr");
        row(SysReg.CSSELR_EL1, KEPT_READ, KEPT_WRITE, file + "access_csselr");
        Answer geometry = Answer.needingGuest(Action.VALUE, Effect.CACHE_GEOMETRY);
        row(SysReg.CCSIDR_EL1, geometry, UNSUPPORTED, file + "access_ccsidr");
    }

    private static long clidr(long ctr) {
        boolean idc = (ctr >>> 28 & 1) != 0;
        boolean dic = (ctr >>> 29 & 1) != 0;
        if (idc) {
            return dic ? 0x0100_0004L : 0x0200_0021L;
        }
        return dic ? 0x0920_0002L : 0x0920_0003L;
    }

    private void hidden(CpuModel cpu) {
        for (int index : HIDDEN) {
            row(index, UNDEF, UNDEF, UNDEFINED);
        }
        for (int n = 0; n < 31; n++) {
            undefined(SysReg.key(3, 3, 14, 8 + n / 8, n % 8), UNDEFINED); // PMEVCNTRn_EL0
            undefined(SysReg.key(3, 3, 14, 12 + n / 8, n % 8), UNDEFINED); // PMEVTYPERn_EL0
        }
        for (int crm = 4; crm < 16; crm++) { // activity monitors
            for (int op2 = 0; op2 < 8; op2++) {
                undefined(SysReg.key(3, 3, 13, crm, op2), UNDEFINED);
            }
        }
        boolean regions = cpu.has(Feature.FEAT_LOR);
        String source = "arch/arm64/kvm/sys_regs.c:trap_loregion";
        for (int index :
                new int[] {SysReg.LORSA_EL1, SysReg.LOREA_EL1, SysReg.LORN_EL1, SysReg.LORC_EL1}) {
            row(index, regions ? RAZ : UNDEF, regions ? WI : UNDEF, source);
        }
        row(SysReg.LORID_EL1, regions ? RAZ : UNDEF, UNSUPPORTED, source);
    }

    private void undefined(int key, String source) {
        rules.set(key, true, UNDEF, source);
        rules.set(key, false, UNDEF, source);
    }

    private void interrupts(boolean gic3) {
        String source = "arch/arm64/kvm/sys_regs.c:access_gic_sgi";
        for (int index : SGI_REGISTERS) {
            row(index, gic3 ? UNSUPPORTED : UNDEF, gic3 ? SGI : UNDEF, source);
        }
        source = "arch/arm64/kvm/sys_regs.c:access_gic_sre";
        row(SysReg.ICC_SRE_EL1, gic3 ? Answer.value(7) : UNDEF, gic3 ? WI : UNDEF, source);
    }

    private void rest() {
        rules.setRest(
                KvmRegisters::isInterruptInterface, "interrupt-interface", UNDEF, UNDEF, UNDEFINED);
        String source = "arch/arm64/kvm/sys_regs.c:emulate_sys_reg";
        RegisterRules.Wildcard own =
                k -> SysReg.op0(k) == 3 && (SysReg.crn(k) == 11 || SysReg.crn(k) == 15);
        rules.setRest(own, "implementation-defined", UNDEF, UNDEF, source);
        rules.setRest(k -> true, "default", UNSUPPORTED, UNSUPPORTED, source);
    }

    /** The GIC CPU interface: trapped only for a VM without a GICv3. */
    private static boolean isInterruptInterface(int key) {
        return key == SysReg.keyOf(SysReg.ICC_PMR_EL1)
                || (key >>> 7 == 0x18c && SysReg.crm(key) >= 8 && SysReg.crm(key) <= 12);
    }
}
