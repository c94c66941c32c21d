/**
 * What the hypervisor at EL2 does with each trap, and why.
 *
 * <p>A {@link trapline.policy.Personality} is a full set of rules with the EL2 register values that
 * go with them: {@code xen}, {@code kvm} or {@code spec}. Whether an access traps at all is routing
 * and is not decided here. A rule has an id, {@code personality/class/name/direction[/gate=state]},
 * an action, perhaps a flag that gates it, and a source.
 *
 * <p>A trap is answered in two steps. {@link trapline.policy.Personality#decide decide} looks only
 * at the inputs of the trap event and at the personality's own rule state, so that the decisions of
 * another setting can be computed from a recording without executing anything. {@link
 * trapline.policy.Personality#carryOut carryOut} then applies the decision to the vCPU and, through
 * {@link trapline.policy.Platform}, to the machine. Nothing here reads a clock or allocates per
 * trap, apart from log lines that are really printed.
 *
 * <p>Sources: Xen 4.23 ({@code xen/arch/arm}), Linux 6.12 ({@code arch/arm64/kvm}), Arm ARM DDI
 * 0487 issue L.a, SMC Calling Convention DEN 0028, PSCI DEN 0022.
 */
@NullMarked
package trapline.policy;

import org.jspecify.annotations.NullMarked;
