package trapline.vcpu;

import trapline.isa.SysReg;
import trapline.mmu.Dfsc;
import trapline.mmu.GuestFault;
import trapline.mmu.Walker;

/**
 * AT, DC, IC and TLBI that complete. Caches are transparent and the software TLB is coherent, so
 * maintenance has nothing to do; what a guest can see is DC ZVA's zeroes, faults on an address
 * operand, and PAR_EL1.
 */
final class SystemInstructions {
    /** Bits of PAR_EL1 that are RES1 or fixed: bit 11. */
    private static final long PAR_RES1 = 1L << 11;

    /**
     * Bytes of the smallest line, which DC IVAC accesses: CTR_EL0.DminLine of each modelled core.
     */
    private static final long LINE = 64;

    private SystemInstructions() {}

    /**
     * Executes the instruction with register index {@code index} on {@code value}; may throw {@link
     * GuestFault}.
     */
    static void exec(Vcpu c, int index, long value) {
        switch (index) {
            case SysReg.DC_ZVA -> zero(c, value);
            case SysReg.DC_IVAC, SysReg.DC_CVAC, SysReg.DC_CVAU, SysReg.DC_CIVAC, SysReg.DC_CVAP ->
                    touch(c, value, index == SysReg.DC_IVAC);
            case SysReg.AT_S1E1R -> translate(c, value, 1, false, false);
            case SysReg.AT_S1E1W -> translate(c, value, 1, true, false);
            case SysReg.AT_S1E0R -> translate(c, value, 0, false, false);
            case SysReg.AT_S1E0W -> translate(c, value, 0, true, false);
            case SysReg.AT_S1E1RP -> translate(c, value, 1, false, true);
            case SysReg.AT_S1E1WP -> translate(c, value, 1, true, true);
            default -> {
                // IC, TLBI, DC by set/way: coherent, nothing to do.
            }
        }
    }

    private static void zero(Vcpu c, long value) {
        int bytes = c.model.zeroBlockBytes();
        long va = value & -(long) bytes;
        // Not classified as cache maintenance; FAR_EL1 is the operand as it stands.
        c.mmu.probeZero(value, bytes);
        for (int k = 0; k < bytes; k += 8) {
            c.mmu.store64(va + k, 0);
        }
    }

    /**
     * Cache maintenance by address: translates, and faults where a load (or, for DC IVAC, a store)
     * would.
     */
    private static void touch(Vcpu c, long va, boolean write) {
        c.mmu.maintenance = true;
        try {
            c.mmu.touch(va, write);
            // Of the maintenance instructions, a watchpoint sees DC IVAC alone.
            if (write && c.mmu.watched(va & -LINE, (int) LINE, true)) {
                throw GuestFault.INSTANCE;
            }
        } finally {
            c.mmu.maintenance = false;
        }
    }

    private static void translate(Vcpu c, long va, int el, boolean write, boolean withPan) {
        Walker w = c.mmu.walkFor(va);
        long par;
        if (w.fault >= 0 && w.tableFault) {
            throw c.mmu.walkFault(va);
        } else if (w.fault >= 0) {
            par = 1 | (long) w.fault << 1 | PAR_RES1;
        } else if (!allowed(c, w, el, write, withPan)) {
            par = 1 | (long) (Dfsc.PERMISSION + w.level) << 1 | PAR_RES1;
        } else {
            long sh = w.device || w.attr == 0x44 ? 2 : w.shareability;
            par = w.pa & 0xffff_ffff_f000L | (long) w.attr << 56 | sh << 7 | 1 << 9 | PAR_RES1;
        }
        c.sys[SysReg.PAR_EL1] = par;
    }

    private static boolean allowed(Vcpu c, Walker w, int el, boolean write, boolean withPan) {
        if (el == 0) {
            return write ? w.userWrite : w.userRead;
        }
        if (withPan && c.pan && w.userRead) {
            return false;
        }
        return !write || w.privWrite;
    }
}
