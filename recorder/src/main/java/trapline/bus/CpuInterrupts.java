package trapline.bus;

/** The wires from an interrupt controller to the vCPUs. */
public interface CpuInterrupts {
    /** Level of the IRQ wire into {@code vcpu}. */
    void irq(int vcpu, boolean level);

    /** Level of the FIQ wire into {@code vcpu}. */
    void fiq(int vcpu, boolean level);
}
