/**
 * Decides which guest actions leave EL0 and EL1, and what the Exception level that takes them sees.
 *
 * <p>This is architecture, not policy: given the control registers and the current Exception level,
 * the Arm ARM says whether an access completes, is UNDEFINED, or goes to EL1 or EL2, and with which
 * exception class. What EL2 then does belongs to {@code trapline.policy}.
 *
 * <ul>
 *   <li>{@link trapline.trap.Routing}: system registers, system instructions, MSR (immediate).
 *   <li>{@link trapline.trap.InsnTraps}: WFI, WFE, HVC, SMC, SVC, FP, debug exceptions.
 *   <li>{@link trapline.trap.Esr}: the syndrome that ESR_ELx reports.
 * </ul>
 *
 * <p>The implementation modelled has EL2 enabled, no EL3, HCR_EL2.E2H 0, and is Non-secure. Source:
 * DDI 0487, D1 "The AArch64 System Level Programmers' Model" and D24 "AArch64 System Register
 * Descriptions".
 */
@NullMarked
package trapline.trap;

import org.jspecify.annotations.NullMarked;
