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

                @Override
                public void unsupported(Vcpu cpu, String what) {}

                @Override
                public void stuck(Vcpu cpu) {
                    cpu.stop();
                }

                @Override
                public boolean directAccess(
                        Vcpu cpu, long ipa, int bytes, boolean write, long value) {
                    return false;
                }

                @Override
                public long directValue() {
                    return 0;
                }
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

    /**
     * The guest asks at {@code cpu.pc} for something that a real core of this model has and this
     * one does not.
     */
    void unsupported(Vcpu cpu, String what);

    /**
     * The vCPU takes exceptions in a row without retiring an instruction: it must not run any more.
     */
    void stuck(Vcpu cpu);

    /** Whether stage 2 maps a device frame here. */
    default boolean mapsDevice(long ipa) {
        return false;
    }

    /**
     * An access to a device frame that stage 2 maps, so that it does not trap.
     *
     * @return false when no such frame is there: the access is a stage 2 fault after all
     */
    boolean directAccess(Vcpu cpu, long ipa, int bytes, boolean write, long value);

    /** What the last {@link #directAccess} read, zero-extended. */
    long directValue();
}
