package trapline.policy;

import java.util.Arrays;
import java.util.List;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Trap;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * A hypervisor as the guest knows it: EL2 register values and a rule for every trap. The saved
 * state is the rule state that is not in the vCPUs.
 */
public interface Personality extends Snapshottable {
    /** {@code xen}, {@code kvm}, {@code spec}, or what a policy file calls itself. */
    String name();

    /**
     * All rules; {@link Decision#rule} is an index into this list. The same settings give the same
     * list.
     */
    List<Rule> rules();

    /** The flags that rules consult. */
    Flags flags();

    /**
     * Writes the EL2 control registers and the EL1 registers that a new vCPU starts with, by {@code
     * SysReg} index; leaves the others alone.
     *
     * @param vcpu index of the vCPU
     */
    void initialRegisters(long[] sys, int vcpu);

    /**
     * Makes a vCPU new: {@link #initialRegisters}, PSTATE 0x3C5, general registers and PC zero.
     *
     * @param vcpu index of the vCPU
     */
    default void reset(Vcpu c, int vcpu) {
        Guest.clear(c);
        initialRegisters(c.sys, vcpu);
        Guest.controlsChanged(c);
    }

    /**
     * Decides. A pure function of the rule state and of these fields of the event: vcpu, pc, el,
     * cls, esr, far, ipa, register, device, offset, read, arg1 to arg3, and value unless {@code
     * read}.
     */
    void decide(Trap t, Decision d);

    /**
     * Applies a decision to the vCPU and the machine and completes the decision. A decision that
     * changes the rule state does so in {@link #decide}.
     *
     * @return true when the instruction counts as retired: it was completed or skipped, or its
     *     exception's ELR is past it
     */
    boolean carryOut(Trap t, Decision d, Vcpu c, Platform p);

    /**
     * Whether the hypervisor, when the virtual timer fires, sets CNTV_CTL_EL0.IMASK before it
     * injects the interrupt ({@code xen/arch/arm/time.c:vtimer_interrupt}).
     */
    default boolean masksVirtualTimer() {
        return false;
    }

    /**
     * Whether a GICv2 CPU interface is mapped for direct access on its first access only ({@code
     * xen/arch/arm/traps.c:try_map_mmio}), not from the start.
     */
    default boolean mapsCpuInterfaceOnTouch() {
        return false;
    }

    /** Lines that the hypervisor prints before the guest starts, in order. */
    default List<String> bootLog() {
        return List.of();
    }

    /** The hypervisor that this is or is layered over: {@code xen}, {@code kvm}, {@code spec}. */
    default String hypervisor() {
        return name();
    }

    /**
     * Saves what of the state can reach the guest: all but the hypervisor's log. Two machines that
     * agree in this, and in all else, go on alike.
     */
    default void saveMemory(StateWriter w) {
        save(w);
    }

    /**
     * Saves the part of the rule state that {@link #decide} alone moves, so that deciding recorded
     * traps again brings it about. {@link #save} ends with the same bytes.
     */
    default void saveDecided(StateWriter w) {}

    /** Loads what {@link #saveDecided} saved. */
    default void loadDecided(StateReader r) {}

    /** Takes over all other state from another personality of the same {@link #hypervisor}. */
    default void takeOver(Personality from) {
        StateWriter theirs = new StateWriter();
        from.saveDecided(theirs);
        int decided = theirs.length();
        theirs.reset();
        from.save(theirs);
        StateWriter mine = new StateWriter();
        mine.bytes(theirs.array(), 0, theirs.length() - decided);
        saveDecided(mine);
        load(new StateReader(mine.toByteArray()));
    }

    /**
     * Whether a run under {@code other} starts from the same registers: then only decisions can
     * make the two differ.
     *
     * @param vcpus number of vCPUs
     */
    default boolean startsAs(Personality other, int vcpus) {
        for (int k = 0; k < vcpus; k++) {
            long[] mine = new long[SysReg.COUNT];
            long[] its = new long[SysReg.COUNT];
            initialRegisters(mine, k);
            other.initialRegisters(its, k);
            if (!Arrays.equals(mine, its)) {
                return false;
            }
        }
        return true;
    }
}
