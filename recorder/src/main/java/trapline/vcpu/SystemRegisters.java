package trapline.vcpu;

import trapline.isa.Feature;
import trapline.isa.SysReg;
import trapline.trap.Routing;

/**
 * Reads and writes of system registers that complete: no trap, no UNDEFINED. Most are storage; the
 * rest are PSTATE fields, the MMU's registers, constants of the model, and what {@link SysHooks}
 * reach.
 */
public final class SystemRegisters {
    private static final long WORD = 0xffff_ffffL;

    /** FPCR bits that exist without FEAT_FP16: AHP, DN, FZ, RMode. */
    private static final int FPCR_BITS = 0x07c0_0000;

    private static final int FPCR_FZ16 = 1 << 19;
    private static final int FPSR_BITS = 0x0800_009f;

    private SystemRegisters() {}

    /** Value of a register by index, as MRS at the current EL returns it. */
    public static long read(Vcpu c, int index) {
        SysHooks hook = c.hookOf(index);
        if (hook != null) {
            return hook.read(c, index);
        }
        return switch (index) {
            case SysReg.CurrentEL -> (long) c.el << 2;
            case SysReg.SPSel -> c.spSel ? 1 : 0;
            case SysReg.DAIF -> c.daif;
            case SysReg.NZCV -> c.nzcv & 0xf000_0000L;
            case SysReg.FPCR -> c.fp.fpcr & WORD;
            case SysReg.FPSR -> c.fp.fpsr & WORD;
            case SysReg.SP_EL0, SysReg.SP_EL1 -> c.stack(index);
            case SysReg.PAN -> c.pan ? 1 << 22 : 0;
            case SysReg.UAO -> c.uao ? 1 << 23 : 0;
            case SysReg.MIDR_EL1 -> c.sys[SysReg.VPIDR_EL2];
            case SysReg.MPIDR_EL1 -> c.sys[SysReg.VMPIDR_EL2];
            case SysReg.CCSIDR_EL1 -> c.model.ccsidr(c.sys[SysReg.CSSELR_EL1]);
            case SysReg.DCZID_EL0 -> c.sys[index] | (zvaProhibited(c) ? 1 << 4 : 0);
            case SysReg.ISR_EL1 ->
                    (c.irqLine ? 1 << 7 : 0) | (c.fiqLine ? 1 << 6 : 0) | (c.vserror ? 1 << 8 : 0);
            case SysReg.OSLSR_EL1 -> 8 | c.sys[index] & 2;
            default -> c.sys[index];
        };
    }

    private static boolean zvaProhibited(Vcpu c) {
        return c.el == 0 && (c.sys[SysReg.SCTLR_EL1] >>> 14 & 1) == 0
                || (c.sys[SysReg.HCR_EL2] >>> 28 & 1) != 0;
    }

    /** Writes a register by index, as MSR at the current EL does. */
    public static void write(Vcpu c, int index, long value) {
        SysHooks hook = c.hookOf(index);
        if (hook != null) {
            hook.write(c, index, value);
            return;
        }
        switch (index) {
            case SysReg.SPSel -> c.setLevel(c.el, (value & 1) != 0);
            case SysReg.DAIF -> c.daif = (int) value & 0x3c0;
            case SysReg.NZCV -> c.nzcv = (int) value & 0xf000_0000;
            case SysReg.FPCR ->
                    c.fp.fpcr =
                            (int) value
                                    & (FPCR_BITS
                                            | (c.model.has(Feature.FEAT_FP16) ? FPCR_FZ16 : 0));
            case SysReg.FPSR -> c.fp.fpsr = (int) value & FPSR_BITS;
            case SysReg.SP_EL0, SysReg.SP_EL1 -> c.setStack(index, value);
            case SysReg.PAN -> c.setPan((value >>> 22 & 1) != 0);
            case SysReg.UAO -> c.uao = (value >>> 23 & 1) != 0;
            case SysReg.SCTLR_EL1, SysReg.TCR_EL1, SysReg.MAIR_EL1 -> regime(c, index, value);
            case SysReg.TTBR0_EL1 -> {
                c.sys[index] = value;
                c.mmu.regime.ttbr0 = value;
                c.mmu.contextChanged();
            }
            case SysReg.TTBR1_EL1 -> {
                c.sys[index] = value;
                c.mmu.regime.ttbr1 = value;
                c.mmu.contextChanged();
            }
            case SysReg.CPACR_EL1, SysReg.CPTR_EL2 -> {
                c.sys[index] = value;
                c.updateFp();
            }
            case SysReg.VBAR_EL1 -> c.sys[index] = value & ~0x7ffL;
            case SysReg.ESR_EL1,
                    SysReg.CONTEXTIDR_EL1,
                    SysReg.AFSR0_EL1,
                    SysReg.AFSR1_EL1,
                    SysReg.MDSCR_EL1 ->
                    c.sys[index] = value & WORD;
            case SysReg.OSLAR_EL1 -> c.sys[SysReg.OSLSR_EL1] = (value & 1) << 1;
            case SysReg.CSSELR_EL1 -> c.sys[index] = value & 0xf;
            case SysReg.PMCR_EL0 ->
                    c.sys[index] =
                            c.sys[index] & 0xffff_ff80L & ~0x7fL
                                    | value & 0x39
                                    | c.sys[index] & 0x40;
            case SysReg.PMCNTENCLR_EL0 -> c.sys[SysReg.PMCNTENSET_EL0] &= ~value;
            case SysReg.PMCNTENSET_EL0 -> c.sys[index] |= value & WORD;
            case SysReg.PMINTENCLR_EL1 -> c.sys[SysReg.PMINTENSET_EL1] &= ~value;
            case SysReg.PMINTENSET_EL1 -> c.sys[index] |= value & WORD;
            case SysReg.PMOVSCLR_EL0 -> c.sys[SysReg.PMOVSSET_EL0] &= ~value;
            case SysReg.PMOVSSET_EL0 -> c.sys[index] |= value & WORD;
            default -> c.sys[index] = value;
        }
        if (SysReg.op0(SysReg.keyOf(index)) == 2) {
            c.debug.changed();
        }
        if (c.routing.isInput(index)) {
            c.routes.invalidate();
        }
    }

    private static void regime(Vcpu c, int index, long value) {
        if (c.sys[index] != value) {
            c.sys[index] = value;
            c.updateRegime();
        }
    }

    /**
     * Whether a completing access is UNDEFINED after all because SP_EL0 is the current stack
     * pointer.
     */
    static boolean refused(Vcpu c, int index) {
        return Routing.needsSpSel(index, c.el) && !c.spSel;
    }
}
