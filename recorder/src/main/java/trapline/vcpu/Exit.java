package trapline.vcpu;

/**
 * Syndrome of a synchronous exception to EL2: what the EL2 registers would hold. One per vCPU,
 * reused.
 */
public final class Exit {
    /** ESR_EL2. */
    public long esr;

    /** FAR_EL2; 0 unless an abort. */
    public long far;

    /** Faulting intermediate physical address with its page offset; 0 unless an abort. */
    public long ipa;

    /** The instruction word at {@link Vcpu#pc}, or 0 when it could not be fetched. */
    public int insn;

    /** {@code SysReg} key for EC 0x18, else -1. */
    public int sysKey = -1;

    /** Exception class of {@link #esr}. */
    public int ec() {
        return (int) (esr >>> 26) & 0x3f;
    }
}
