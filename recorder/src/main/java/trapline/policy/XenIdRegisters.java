package trapline.policy;

import trapline.isa.CpuModel;
import trapline.isa.SysReg;

/**
 * Identification registers as Xen shows them to a domain: the core's value with some fields
 * cleared. Source: {@code xen/arch/arm/cpufeature.c:create_domain_cpuinfo}; {@code
 * xen/arch/arm/arm64/vsysreg.c:do_sysreg}.
 */
final class XenIdRegisters {
    // @formatter:off
    /** The registers that Xen names, and the bits of each that it hides. */
    private static final long[][] NAMED = {
        {SysReg.ID_PFR0_EL1,      0xf0f0_f000L}, // RAS, AMU, State3 (ThumbEE)
        {SysReg.ID_PFR1_EL1,      0},
        {SysReg.ID_PFR2_EL1,      0x0000_0f00L}, // RAS_frac
        {SysReg.ID_DFR0_EL1,      0},
        {SysReg.ID_DFR1_EL1,      0},
        {SysReg.ID_AFR0_EL1,      0},
        {SysReg.ID_MMFR0_EL1,     0},
        {SysReg.ID_MMFR1_EL1,     0},
        {SysReg.ID_MMFR2_EL1,     0},
        {SysReg.ID_MMFR3_EL1,     0},
        {SysReg.ID_MMFR4_EL1,     0},
        {SysReg.ID_MMFR5_EL1,     0},
        {SysReg.ID_ISAR0_EL1,     0},
        {SysReg.ID_ISAR1_EL1,     0},
        {SysReg.ID_ISAR2_EL1,     0},
        {SysReg.ID_ISAR3_EL1,     0},
        {SysReg.ID_ISAR4_EL1,     0},
        {SysReg.ID_ISAR5_EL1,     0},
        {SysReg.ID_ISAR6_EL1,     0},
        {SysReg.MVFR0_EL1,        0},
        {SysReg.MVFR1_EL1,        0},
        {SysReg.MVFR2_EL1,        0},
        {SysReg.ID_AA64PFR0_EL1,  0x0000_ff0f_f000_0000L}, // AMU, MPAM, SVE, RAS
        {SysReg.ID_AA64PFR1_EL1,  0x0000_0000_0f0f_ff00L}, // SME, MPAM_frac, RAS_frac, MTE
        {SysReg.ID_AA64DFR0_EL1,  0},
        {SysReg.ID_AA64DFR1_EL1,  0},
        {SysReg.ID_AA64ISAR0_EL1, 0},
        {SysReg.ID_AA64ISAR1_EL1, 0x0000_0000_ff00_0ff0L}, // GPI, GPA, API, APA
        {SysReg.ID_AA64MMFR0_EL1, 0},
        {SysReg.ID_AA64MMFR1_EL1, 0},
        {SysReg.ID_AA64MMFR2_EL1, 0},
        {SysReg.ID_AA64AFR0_EL1,  0},
        {SysReg.ID_AA64AFR1_EL1,  0},
        {SysReg.ID_AA64ZFR0_EL1,  -1L}, // no domain has SVE
    };

    /** CRm and op2 of what Xen takes for reserved space: read as zero, whatever has been allocated there since. */
    private static final int[][] RESERVED = {
        {3, 3}, {3, 7},
        {4, 2}, {4, 3}, {4, 5}, {4, 6}, {4, 7},
        {5, 2}, {5, 3}, {5, 6}, {5, 7},
        {6, 2}, {6, 3}, {6, 4}, {6, 5}, {6, 6}, {6, 7},
        {7, 3}, {7, 4}, {7, 5}, {7, 6}, {7, 7},
    };
    // @formatter:on

    private static final String SOURCE = "xen/arch/arm/arm64/vsysreg.c:do_sysreg";

    private XenIdRegisters() {}

    static void define(RegisterRules rules, CpuModel cpu) {
        for (long[] row : NAMED) {
            int index = (int) row[0];
            long value = cpu.idRegister(SysReg.name(index, true)) & ~row[1];
            readOnly(rules, SysReg.keyOf(index), value);
        }
        for (int[] row : RESERVED) {
            readOnly(rules, SysReg.key(3, 0, 0, row[0], row[1]), 0);
        }
    }

    private static void readOnly(RegisterRules rules, int key, long value) {
        rules.setAboveEl0(key, true, RegisterRules.Answer.value(value), SOURCE);
        rules.setAboveEl0(key, false, RegisterRules.Answer.UNDEF, SOURCE);
    }
}
