package trapline.vcpu;

import trapline.isa.SysReg;
import trapline.trap.Routing;

/**
 * What translated code may do of system instructions without leaving: accesses that complete and
 * touch nothing else.
 */
public final class SystemAccess {
    private SystemAccess() {}

    /** Whether MRS of this register completes now, at the current EL. */
    public static boolean readable(Vcpu c, int index) {
        return c.routes.route(c.sys, index, true, c.el) == Routing.COMPLETE
                && !SystemRegisters.refused(c, index);
    }

    /** Whether MSR of this register completes now, at the current EL. */
    public static boolean writable(Vcpu c, int index) {
        return c.routes.route(c.sys, index, false, c.el) == Routing.COMPLETE
                && !SystemRegisters.refused(c, index);
    }

    /**
     * Whether SYS with this index completes now and has no effect: TLBI, IC and DC by set and way,
     * since caches are transparent and the software TLB is coherent.
     */
    public static boolean completes(Vcpu c, int index) {
        return c.routes.route(c.sys, index, false, c.el) == Routing.COMPLETE;
    }

    /**
     * Whether MRS of this register has no effect but its value, which depends on nothing that a
     * region holds back.
     */
    public static boolean plainRead(int index) {
        return switch (index) {
            case SysReg.TPIDR_EL0,
                    SysReg.TPIDRRO_EL0,
                    SysReg.TPIDR_EL1,
                    SysReg.SP_EL0,
                    SysReg.DAIF,
                    SysReg.CurrentEL,
                    SysReg.ELR_EL1,
                    SysReg.SPSR_EL1,
                    SysReg.ESR_EL1,
                    SysReg.FAR_EL1,
                    SysReg.SCTLR_EL1,
                    SysReg.TCR_EL1,
                    SysReg.TTBR0_EL1,
                    SysReg.TTBR1_EL1,
                    SysReg.CONTEXTIDR_EL1,
                    SysReg.CPACR_EL1,
                    SysReg.MPIDR_EL1,
                    SysReg.CTR_EL0,
                    SysReg.DCZID_EL0,
                    SysReg.FPCR,
                    SysReg.FPSR,
                    SysReg.MDSCR_EL1,
                    SysReg.PAR_EL1,
                    SysReg.ISR_EL1 ->
                    true;
            default -> false;
        };
    }

    /** Whether MSR of this register only stores the value. */
    public static boolean plainWrite(int index) {
        return switch (index) {
            case SysReg.TPIDR_EL0,
                    SysReg.TPIDRRO_EL0,
                    SysReg.TPIDR_EL1,
                    SysReg.SP_EL0,
                    SysReg.ELR_EL1,
                    SysReg.SPSR_EL1,
                    SysReg.FPCR,
                    SysReg.FPSR ->
                    true;
            default -> false;
        };
    }

    /** Whether SYS with this index has no effect at all when it completes. */
    public static boolean noEffect(int index) {
        return switch (index) {
            case SysReg.DC_ZVA,
                    SysReg.DC_IVAC,
                    SysReg.DC_CVAC,
                    SysReg.DC_CVAU,
                    SysReg.DC_CIVAC,
                    SysReg.DC_CVAP,
                    SysReg.AT_S1E1R,
                    SysReg.AT_S1E1W,
                    SysReg.AT_S1E0R,
                    SysReg.AT_S1E0W,
                    SysReg.AT_S1E1RP,
                    SysReg.AT_S1E1WP ->
                    false;
            default -> index >= 0;
        };
    }
}
