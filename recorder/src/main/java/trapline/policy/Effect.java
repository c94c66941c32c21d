package trapline.policy;

/**
 * What {@link Personality#carryOut} has to do for a decision. Two decisions with one effect and
 * equal operands change the guest in the same way when they start from the same state.
 */
public enum Effect {
    /** The instruction is skipped; nothing else changes. */
    SKIP,
    /** {@link Decision#value} goes to Rt; the instruction is skipped. */
    VALUE,
    /** An Undefined exception at EL1. */
    UNDEF,
    /** An abort at EL1 with {@link Decision#injectedEsr} and FAR_EL1 as trapped. */
    ABORT,
    /** The instruction is executed again, nothing else changes. */
    RETRY,
    /** The vCPU waits for an event. */
    WAIT,
    /** The vCPU gives up its turn. */
    YIELD,
    /** The trapped register is read from the vCPU into Rt. */
    REGISTER_READ,
    /** The trapped register is written with the guest's value. */
    REGISTER_WRITE,
    /** A register that the hypervisor keeps as it was written is read. */
    KEPT_READ,
    /** A register that the hypervisor keeps is replaced as a whole. */
    KEPT_WRITE,
    /** Bits of the debug claim tags are set. */
    CLAIM_SET,
    /** Bits of the debug claim tags are cleared. */
    CLAIM_CLEAR,
    /** The invented geometry of the cache that CSSELR_EL1 selects is read. Operand: the value. */
    CACHE_GEOMETRY,
    /** A virtual memory control register is written, then the guest's cache state is looked at. */
    VM_CONTROL_WRITE,
    /** A debug register is written and becomes the guest's own until the next exit. */
    DEBUG_WRITE,
    /**
     * Data cache maintenance by set and way: flush, and watch the guest's cache state from now on.
     */
    SET_WAY,
    /** As {@link #UNDEF}, with Xen's extra 4 on the resulting PC. */
    UNDEF_THEN_ADVANCE,
    /** The written value goes to the interrupt controller as a software generated interrupt. */
    SGI,
    /** A physical timer register is read. */
    TIMER_READ,
    /** A physical timer register is written. */
    TIMER_WRITE,
    /**
     * An HVC or SMC returns {@link Decision#value} and the registers of {@link Decision#results}.
     */
    CALL_RETURN,
    /** PSCI CPU_ON. Operand: bit 0 set for version 0.1's return codes. */
    PSCI_CPU_ON,
    PSCI_CPU_OFF,
    /** PSCI CPU_SUSPEND: wait, then return 0. */
    PSCI_SUSPEND,
    PSCI_AFFINITY_INFO,
    PSCI_SYSTEM_OFF,
    PSCI_SYSTEM_RESET,
    PSCI_SYSTEM_SUSPEND,
    /** The per-vCPU speculative store bypass flag takes the value of {@link Decision#operand}. */
    SSBD,
    /** A Xen hypercall. Operand: its number. */
    HYPERCALL,
    /** One of Xen's debug traps. Operand: the low byte of the immediate. */
    DEBUG_TRAP,
    /** An emulated device access described by the syndrome. */
    MMIO,
    /** An access without a valid syndrome: the instruction is decoded first. */
    MMIO_DECODE,
    /** A read of all ones or an ignored write, with nothing behind the address. */
    MMIO_UNMAPPED,
    /** The page is mapped for direct access; the instruction is executed again. */
    MAP,
    /** The trap of FP and SIMD is removed; the instruction is executed again. */
    FP_ENABLE,
    /** The debug communications channel's status, from the console port. */
    DCC_STATUS,
    /** A read of the receive side of the channel. */
    DCC_RECEIVE,
    /** A write of the transmit side of the channel. */
    DCC_TRANSMIT,
    /** A virtual SError is pended for the vCPU. */
    SERROR,
    /** The domain is crashed. */
    CRASH,
    /** The whole host panics. */
    HOST_PANIC
}
