package trapline.vcpu;

/**
 * System registers whose read or write reaches beyond the vCPU's own storage: the interrupt
 * controller's CPU interface and the generic timer. Registered by the machine per register index.
 */
public interface SysHooks {
    /** Value of register {@code index} (a {@code SysReg} constant) for this vCPU. */
    long read(Vcpu cpu, int index);

    /** Writes register {@code index}. */
    void write(Vcpu cpu, int index, long value);
}
