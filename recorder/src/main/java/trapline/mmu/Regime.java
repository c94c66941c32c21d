package trapline.mmu;

/**
 * The EL1&0 translation regime's registers as the walker needs them: copied in when the guest
 * writes one, so that a walk depends on this object and on memory alone.
 */
public final class Regime {
    /** SCTLR_EL1. */
    public long sctlr;

    /** TCR_EL1. */
    public long tcr;

    /** TTBR0_EL1. */
    public long ttbr0;

    /** TTBR1_EL1. */
    public long ttbr1;

    /** MAIR_EL1. */
    public long mair;

    /** Physical address width that this CPU model has, in bits. */
    public int paBits = 44;

    /** FEAT_HPDS: TCR_EL1.HPD0/1 mean something. */
    public boolean hpds;

    /**
     * SCTLR_EL1.E0E and EE: data accesses of an exception level are big-endian; EE also for the
     * descriptors of stage 1.
     *
     * @param el 0 or 1
     */
    public boolean bigEndian(int el) {
        return (sctlr >>> 24 + el & 1) != 0;
    }

    /** SCTLR_EL1.M: stage 1 is on. */
    public boolean on() {
        return (sctlr & 1) != 0;
    }
}
