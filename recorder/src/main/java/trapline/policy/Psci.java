package trapline.policy;

import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * Power State Coordination Interface: function ids, return codes, and what hypervisors share. DEN
 * 0022.
 */
final class Psci {
    static final int VERSION = 0x8400_0000;
    static final int CPU_SUSPEND = 0x8400_0001;
    static final int CPU_OFF = 0x8400_0002;
    static final int CPU_ON = 0x8400_0003;
    static final int AFFINITY_INFO = 0x8400_0004;
    static final int MIGRATE_INFO_TYPE = 0x8400_0006;
    static final int SYSTEM_OFF = 0x8400_0008;
    static final int SYSTEM_RESET = 0x8400_0009;
    static final int FEATURES = 0x8400_000a;
    static final int SYSTEM_SUSPEND = 0x8400_000e;
    static final int SYSTEM_RESET2 = 0x8400_0012;

    /** Added to the ids of functions with 64-bit arguments. */
    static final int SIXTY_FOUR = 0x4000_0000;

    static final int SMCCC_VERSION = 0x8000_0000;

    static final long SUCCESS = 0;
    static final long NOT_SUPPORTED = -1;
    static final long INVALID_PARAMETERS = -2;
    static final long DENIED = -3;
    static final long ALREADY_ON = -4;
    static final long INTERNAL_FAILURE = -6;
    static final long INVALID_ADDRESS = -9;

    /** MIGRATE_INFO_TYPE: no trusted OS that would need migration. */
    static final long NO_MIGRATION = 2;

    private static final long AFFINITY = 0xff_00ff_ffffL;

    private Psci() {}

    /** The vCPU that an affinity names as Xen and KVM number them (Aff0 four bits), or -1. */
    static int vcpuOf(Platform p, long affinity) {
        long index = (affinity & 0xff) | (affinity >>> 8 & 0xff) << 4;
        return index < p.vcpus() ? (int) index : -1;
    }

    /**
     * MPIDR_EL1 of vCPU {@code index}: {@code
     * xen/arch/arm/include/asm/domain.h:vcpuid_to_vaffinity}.
     */
    static long mpidr(int index) {
        return 0x8000_0000L
                | (index & 0xf)
                | (long) (index >>> 4 & 0xff) << 8
                | (long) (index >>> 12 & 0xff) << 16;
    }

    /**
     * AFFINITY_INFO.
     *
     * @return 0 when a vCPU of that affinity is on, 1 when none is, -2 for a level above 3
     */
    static long affinityInfo(Platform p, long target, int level, boolean mustExist) {
        if (Integer.compareUnsigned(level, 3) > 0) {
            return INVALID_PARAMETERS;
        }
        int shift = level == 3 ? 32 : 8 * level;
        long mask = AFFINITY & -1L << shift;
        boolean exists = false;
        for (int k = 0; k < p.vcpus(); k++) {
            if ((mpidr(k) & mask) == (target & mask)) {
                exists = true;
                if (p.online(k)) {
                    return 0;
                }
            }
        }
        return exists || !mustExist ? 1 : INVALID_PARAMETERS;
    }

    /** Whether a vCPU other than {@code c} is powered. */
    static boolean anotherOnline(Platform p, Vcpu c) {
        for (int k = 0; k < p.vcpus(); k++) {
            if (k != c.id && p.online(k)) {
                return true;
            }
        }
        return false;
    }

    /** The EL1 state that every started vCPU has: MMU off, PSTATE initial, entry and context. */
    static void enter(Vcpu v, long entry, long context, long sctlr) {
        Guest.clear(v);
        v.sys[SysReg.SCTLR_EL1] = sctlr;
        v.sys[SysReg.TTBR0_EL1] = 0;
        v.sys[SysReg.TTBR1_EL1] = 0;
        v.sys[SysReg.TCR_EL1] = 0;
        v.updateRegime();
        v.pc = entry;
        v.x[0] = context;
    }
}
