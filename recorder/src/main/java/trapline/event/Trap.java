package trapline.event;

/**
 * One trap with its decision: mutable and reused, so that recording allocates nothing. All fields
 * but {@link #hostNanos} are facts that a replay must reproduce.
 */
public final class Trap {
    /** No register, device or value. */
    public static final int NONE = -1;

    /** Machine-wide, from 1. */
    public long id;

    public int vcpu;

    /** Instructions that this vCPU had retired before the trapping instruction. */
    public long retired;

    /** Virtual nanoseconds at the trap, before its modelled cost. */
    public long virtualNanos;

    /** Address of the trapping instruction. */
    public long pc;

    /** Exception level trapped from: 0 or 1. */
    public int el;

    public TrapClass cls = TrapClass.OTHER;

    /** ESR_EL2 as an architectural EL2 would see it. */
    public long esr;

    /** FAR_EL2, valid for aborts, else 0. */
    public long far;

    /**
     * Faulting intermediate physical address (from HPFAR_EL2 and the page offset), valid for
     * aborts, else 0.
     */
    public long ipa;

    /** System register key {@code op0<<14|op1<<11|CRn<<7|CRm<<3|op2}, or {@link #NONE}. */
    public int register = NONE;

    /** Index of the device in the machine's device list, or {@link #NONE}. */
    public int device = NONE;

    /** Offset in the device, or the immediate of HVC and SMC. */
    public long offset;

    /** True when the guest reads (MRS, load); false when it writes or neither. */
    public boolean read;

    /**
     * Value written by the guest or returned to it; for HVC and SMC the function in x0 before the
     * call.
     */
    public long value;

    /** Whether {@link #value} means anything. */
    public boolean hasValue;

    /** First three arguments of HVC and SMC (x1 to x3), else 0. */
    public long arg1;

    public long arg2;
    public long arg3;

    /** Result in x0 of HVC and SMC; 0 for others, and for calls that do not come back. */
    public long result;

    public Action action = Action.UNDEF;

    /** Index into the session's rule dictionary. */
    public int rule;

    /** Flags consulted by the rule: bit 2k says flag k was consulted, bit 2k+1 its value. */
    public int flags;

    /** ESR_EL1 of the exception injected into the guest, or 0 when none was. */
    public long injectedEsr;

    /** Modelled hardware cost in virtual nanoseconds. */
    public long costNanos;

    /** Host nanoseconds of routing, decision and emulation; negative when absent. Not a fact. */
    public long hostNanos;

    /** Copies every field from {@code o}. */
    public void copyFrom(Trap o) {
        id = o.id;
        vcpu = o.vcpu;
        retired = o.retired;
        virtualNanos = o.virtualNanos;
        pc = o.pc;
        el = o.el;
        cls = o.cls;
        esr = o.esr;
        far = o.far;
        ipa = o.ipa;
        register = o.register;
        device = o.device;
        offset = o.offset;
        read = o.read;
        value = o.value;
        hasValue = o.hasValue;
        arg1 = o.arg1;
        arg2 = o.arg2;
        arg3 = o.arg3;
        result = o.result;
        action = o.action;
        rule = o.rule;
        flags = o.flags;
        injectedEsr = o.injectedEsr;
        costNanos = o.costNanos;
        hostNanos = o.hostNanos;
    }
}
