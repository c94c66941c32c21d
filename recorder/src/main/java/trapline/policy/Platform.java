package trapline.policy;

import trapline.bus.Access;
import trapline.vcpu.Vcpu;

/**
 * What a personality asks of the machine. All calls are made on the machine's thread while a trap
 * is carried out. vCPU numbers are indices, 0 for the boot vCPU.
 */
public interface Platform {
    /** Number of vCPUs, powered or not. */
    int vcpus();

    /** vCPU {@code index}. */
    Vcpu vcpu(int index);

    /** Whether vCPU {@code index} is powered: not CPU_OFF and not yet to be started. */
    boolean online(int index);

    /** Powers a vCPU whose registers have been set up; it runs from its next turn on. */
    void powerOn(int index);

    /** Powers a vCPU off; it leaves its turn at once. */
    void powerOff(int index);

    /**
     * The vCPU waits for an interrupt or event, unless one is pending; it leaves its turn at once.
     */
    void block(Vcpu c);

    /** As {@link #block}, but wakes at this virtual time at the latest. */
    void blockUntil(Vcpu c, long virtualNanos);

    /** The vCPU gives up the rest of its turn. */
    @SuppressWarnings("NamedLikeContextualKeyword") // Arm and Xen call it so
    void yield(Vcpu c);

    /** The guest powered itself off. */
    void systemOff();

    /** The guest asked for a reset. */
    void systemReset();

    /** The guest suspended itself to memory; nothing resumes it. */
    void systemSuspend();

    /** The hypervisor crashed the domain; {@code why} is one line. */
    void crash(String why);

    /** The hypervisor itself panicked; {@code why} is one line. */
    void hostPanic(String why);

    /**
     * Accesses an emulated device.
     *
     * @param device index in the machine's device list, as in the trap
     * @param offset bytes from the device's base
     * @param a the access; {@code abort} is set by a device that refuses
     */
    void mmio(Vcpu c, int device, long offset, Access a);

    /**
     * Maps the page of an intermediate physical address for direct access from now on: a GICv2 CPU
     * interface is mapped on its first access.
     *
     * @return false when there is nothing to map, or it is mapped already
     */
    boolean mapDirect(long ipa);

    /**
     * Sends software generated interrupts.
     *
     * @param register {@code SysReg} index of the register written: ICC_SGI1R_EL1, ICC_ASGI1R_EL1
     *     or ICC_SGI0R_EL1
     */
    void sendSgi(Vcpu c, int register, long value);

    /** Reads CNTP_CTL_EL0, CNTP_CVAL_EL0 or CNTP_TVAL_EL0, by {@code SysReg} index. */
    long readTimer(Vcpu c, int register);

    /** Writes one of them. */
    void writeTimer(Vcpu c, int register, long value);

    /**
     * The guest's caches were turned on or off, or it used set/way maintenance: its memory is
     * flushed.
     */
    void flushGuestMemory(Vcpu c);

    /**
     * Virtual nanoseconds now, for the hypervisor's log: nothing that the guest can see may follow
     * from it.
     */
    long nanos();

    /** Retired instructions of all vCPUs now. */
    long machineRetired();

    /** One line of the hypervisor's own log, without a line end. */
    void log(String line);

    /** One byte of output of the debug communications channel. */
    void dccOutput(int value);

    /** The next input byte of the debug communications channel, or -1; does not consume it. */
    int dccPeek();

    /** Consumes the byte that {@link #dccPeek} returned. */
    void dccTake();

    /**
     * Reads guest memory at a virtual address through the vCPU's current stage 1 translation, as
     * EL1.
     *
     * @return false when a byte of it is not accessible; nothing was read then
     */
    boolean copyFromGuest(Vcpu c, long va, byte[] into, int length);

    /** Writes guest memory likewise. */
    boolean copyToGuest(Vcpu c, long va, byte[] from, int length);
}
