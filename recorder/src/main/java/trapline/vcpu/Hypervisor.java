package trapline.vcpu;

/** EL2, as a vCPU sees it. Implemented by the machine. */
public interface Hypervisor {
    /**
     * A synchronous exception to EL2. The vCPU's state is exact: {@code pc} is the trapping
     * instruction (for HVC too: ELR_EL2 is then {@code pc + 4}), {@code retired()} excludes it. EL2
     * changes the vCPU (result register, {@code pc}, injected exception) as it decides.
     *
     * @return true when the instruction was completed or skipped, and so counts as retired; false
     *     when an exception was injected with ELR at the instruction, or the instruction is to be
     *     retried
     */
    boolean trap(Vcpu cpu, Exit exit);
}
