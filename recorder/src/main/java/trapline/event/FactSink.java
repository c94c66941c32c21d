package trapline.event;

/**
 * Receives each fact at the moment it becomes one: a recording appends it to the journal, a replay
 * compares it with the journal. Called on the machine's thread only, in machine order.
 */
public interface FactSink {
    /** One finished trap. The object is reused: copy what must last. */
    void trap(Trap t);

    /**
     * The guest takes an interrupt at its EL1.
     *
     * @param retired this vCPU's count
     * @param kind 0 IRQ, 1 FIQ, 2 virtual SError
     * @param intid highest pending interrupt number, or 1023
     */
    void interrupt(int vcpu, long retired, long virtualNanos, long pc, int kind, int intid);

    /** One byte of guest output. Port 0 is the first UART, port 1 the virtio console. */
    void console(int port, int value, long machineRetired, long virtualNanos);

    /** One line of the hypervisor's own log. */
    void log(long machineRetired, long virtualNanos, String line);

    /** A state digest at a machine-wide retired count. */
    void digest(long machineRetired, long virtualNanos, long high, long low);

    /** The end of the run. */
    void outcome(long machineRetired, long virtualNanos, Outcome outcome);
}
