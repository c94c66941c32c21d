package trapline.policy;

import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.policy.RegisterRules.Answer;

/**
 * Identification registers as KVM shows them to a default VM: the core's value with fields cleared
 * and two capped. Source: {@code arch/arm64/kvm/sys_regs.c:__kvm_read_sanitised_id_reg,
 * read_sanitised_id_aa64dfr0_el1}.
 */
final class KvmIdRegisters {
    private static final String SOURCE = "arch/arm64/kvm/sys_regs.c:access_id_reg";
    private static final int MOST_DEBUG_VERSION = 10;

    // @formatter:off
    /** Bits cleared; registers that are not here keep all. */
    private static final long[][] HIDDEN = {
        {SysReg.ID_AA64PFR0_EL1,  0x0000_ff0f_0000_0000L}, // AMU, MPAM, SVE
        {SysReg.ID_AA64PFR1_EL1,  0xffff_fff0_ff0f_0f00L}, // all but BT, SSBS, RAS_frac, CSV2_frac and bits 23:20
        {SysReg.ID_AA64PFR2_EL1,  ~0x0000_000f_0000_0000L}, // all but FPMR
        {SysReg.ID_AA64DFR0_EL1,  0x0000_ff0f_0000_0ff0L}, // TraceBuffer, TraceFilt, PMSVer, PMUVer, TraceVer
        {SysReg.ID_AA64ISAR1_EL1, 0x0000_0000_ff00_0ff0L}, // GPI, GPA, API, APA
        {SysReg.ID_AA64ISAR2_EL1, 0x0000_0000_0000_ff00L}, // APA3, GPA3
        {SysReg.ID_AA64MMFR2_EL1, 0x0000_0000_00f0_0000L}, // CCIDX
        {SysReg.ID_AA64MMFR3_EL1, ~0x0000_0000_000f_0f0fL}, // all but S1POE, S1PIE, TCRX
        {SysReg.ID_AA64ZFR0_EL1,  -1L},
        {SysReg.ID_AA64SMFR0_EL1, -1L},
        {SysReg.ID_AA64AFR0_EL1,  -1L},
        {SysReg.ID_AA64AFR1_EL1,  -1L},
        {SysReg.ID_AA64ISAR3_EL1, -1L},
        {SysReg.ID_AA64DFR2_EL1,  -1L},
        {SysReg.ID_DFR0_EL1,      0x0f00_0000L},           // PerfMon
        {SysReg.ID_AFR0_EL1,      -1L},
        {SysReg.ID_DFR1_EL1,      -1L},
        {SysReg.ID_MMFR4_EL1,     0x0f00_0000L},           // CCIDX
    };
    // @formatter:on

    private KvmIdRegisters() {}

    /** Defines the whole of op0 3, op1 0, CRn 0, CRm 1 to 7. */
    static void define(RegisterRules rules, CpuModel cpu, boolean gic3, Answer badWrite) {
        for (int crm = 1; crm < 8; crm++) {
            for (int op2 = 0; op2 < 8; op2++) {
                int key = SysReg.key(3, 0, 0, crm, op2);
                rules.set(key, true, Answer.value(value(key, cpu, gic3)), SOURCE);
                rules.set(key, false, badWrite, SOURCE);
            }
        }
    }

    private static long value(int key, CpuModel cpu, boolean gic3) {
        int index = SysReg.indexOf(key);
        if (index == SysReg.NONE) {
            return 0;
        }
        long value = cpu.idRegister(SysReg.name(index, true));
        for (long[] row : HIDDEN) {
            if (row[0] == index) {
                value &= ~row[1];
            }
        }
        if (index == SysReg.ID_AA64PFR0_EL1) {
            value = value & ~0x0f00_0000L | (gic3 ? 1L << 24 : 0);
        } else if (index == SysReg.ID_AA64DFR0_EL1) {
            value = value & ~15L | Math.min(value & 15, MOST_DEBUG_VERSION);
        }
        return value;
    }
}
