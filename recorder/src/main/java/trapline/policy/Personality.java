package trapline.policy;

import java.util.List;
import trapline.bus.Snapshottable;
import trapline.event.Trap;
import trapline.vcpu.Vcpu;

/**
 * A hypervisor as the guest knows it: EL2 register values and a rule for every trap. The saved state is the rule state
 * that is not in the vCPUs.
 */
public interface Personality extends Snapshottable {
    /** {@code xen}, {@code kvm}, {@code spec}, or what a policy file calls itself. */
    String name();

    /** All rules; {@link Decision#rule} is an index into this list. The same settings give the same list. */
    List<Rule> rules();

    /** The flags that rules consult. */
    Flags flags();

    /**
     * Writes the EL2 control registers and the EL1 state of a new vCPU: PSTATE, SCTLR_EL1, VMPIDR_EL2 and so on. General
     * registers and PC are zero afterwards.
     *
     * @param vcpu index of the vCPU
     */
    void reset(Vcpu c, int vcpu);

    /**
     * Decides. A pure function of the rule state and of these fields of the event: vcpu, pc, el, cls, esr, far, ipa,
     * register, device, offset, read, arg1 to arg3, and value unless {@code read}.
     */
    void decide(Trap t, Decision d);

    /**
     * Applies a decision to the vCPU and the machine and completes the decision. A decision that changes the rule state
     * does so in {@link #decide}.
     *
     * @return true when the instruction counts as retired: it was completed or skipped, or its exception's ELR is past it
     */
    boolean carryOut(Trap t, Decision d, Vcpu c, Platform p);

    /** Lines that the hypervisor prints before the guest starts, in order. */
    default List<String> bootLog() {
        return List.of();
    }

    /**
     * Whether the hypervisor, when the virtual timer fires, sets CNTV_CTL_EL0.IMASK before it injects the interrupt
     * ({@code xen/arch/arm/time.c:vtimer_interrupt}).
     */
    default boolean masksVirtualTimer() {
        return false;
    }
}
