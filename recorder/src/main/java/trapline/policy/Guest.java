package trapline.policy;

import trapline.isa.SysReg;
import trapline.vcpu.SystemRegisters;
import trapline.vcpu.Vcpu;

/** The parts of a vCPU that EL2 reads and writes, in EL2's terms. */
final class Guest {
    /** PSTATE of a new vCPU, and as Xen leaves it for an injected exception: EL1h, D A I F set. */
    static final long PSTATE_INIT = 0x3c5;

    /** SCTLR_EL1.M and C: the guest's MMU and data cache are on. */
    private static final long CACHES_ON = 5;

    private static final int ZERO = 31;

    private Guest() {}

    /** General register {@code n}; 31 reads as zero. */
    static long get(Vcpu c, int n) {
        return n == ZERO ? 0 : c.x[n];
    }

    /** Writes general register {@code n}; 31 discards. */
    static void set(Vcpu c, int n, long value) {
        if (n != ZERO) {
            c.x[n] = value;
        }
    }

    /** Rt of an EC 0x18 syndrome. */
    static int rt(long esr) {
        return (int) (esr >>> 5) & 31;
    }

    /**
     * Takes a synchronous exception to EL1 as Xen builds it: PSTATE exactly 0x3C5, and from EL1
     * always the vector of SP_ELx, even when SP_EL0 was in use. FAR_EL1 is left to the caller.
     * Source: {@code xen/arch/arm/traps.c:inject_undef64_exception, inject_abt64_exception}.
     */
    static void injectAsXen(Vcpu c, long esr, long elr) {
        int vector = c.el == 0 ? 0x400 : 0x200;
        c.sys[SysReg.ESR_EL1] = esr;
        c.sys[SysReg.SPSR_EL1] = c.spsr();
        c.sys[SysReg.ELR_EL1] = elr;
        c.setPstate(PSTATE_INIT);
        c.pc = c.sys[SysReg.VBAR_EL1] + vector;
    }

    /** Whether the guest has its MMU and its data cache on: {@code vcpu_has_cache_enabled}. */
    static boolean cachesOn(Vcpu c) {
        return (c.sys[SysReg.SCTLR_EL1] & CACHES_ON) == CACHES_ON;
    }

    /** Sets and clears bits of an EL2 control register. */
    static void change(Vcpu c, int register, long set, long clear) {
        long value = c.sys[register] & ~clear | set;
        if (value != c.sys[register]) {
            SystemRegisters.write(c, register, value);
        }
    }

    /** Makes values take effect that were put into {@code c.sys} directly. */
    static void controlsChanged(Vcpu c) {
        c.routes.invalidate();
        c.updateRegime();
        c.updateFp();
        c.debug.changed();
    }

    /** Clears the general registers and PC of a new vCPU and sets its PSTATE. */
    static void clear(Vcpu c) {
        c.setPstate(PSTATE_INIT);
        for (int n = 0; n <= 30; n++) {
            c.x[n] = 0;
        }
        c.setStack(SysReg.SP_EL0, 0);
        c.setStack(SysReg.SP_EL1, 0);
        c.pc = 0;
    }
}
