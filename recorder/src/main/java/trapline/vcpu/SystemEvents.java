package trapline.vcpu;

/** What a vCPU does to its fellows and to the machine without a trap. */
public interface SystemEvents {
    /** Nobody listens. */
    SystemEvents NONE =
            new SystemEvents() {
                @Override
                public void sendEvent() {}

                @Override
                public void untrappedWait(Vcpu cpu, boolean forEvent) {}

                @Override
                public void interruptTaken(Vcpu cpu, int kind, long pc) {}

                @Override
                public void unallocated(Vcpu cpu, int word) {}
            };

    /** SEV: sets the event register of every vCPU. */
    void sendEvent();

    /** WFI or WFE that EL2 lets through: the vCPU waits as hardware would. */
    void untrappedWait(Vcpu cpu, boolean forEvent);

    /**
     * An interrupt is about to be taken at EL1.
     *
     * @param kind 0 IRQ, 1 FIQ, 2 virtual SError
     * @param pc where it interrupts
     */
    void interruptTaken(Vcpu cpu, int kind, long pc);

    /** An unallocated word is about to become an Undefined exception at {@code cpu.pc}. */
    void unallocated(Vcpu cpu, int word);
}
