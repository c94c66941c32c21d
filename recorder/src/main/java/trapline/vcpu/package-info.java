/**
 * One AArch64 processing element at EL1 and EL0: registers, PSTATE, the semantics of each
 * instruction, and the interpreter that defines what the translator must reproduce. *
 *
 * <p><em>Retired</em> counts the instructions that execution has moved past. Semantics are static
 * methods over primitives, so that interpreted and translated code call the same ones. Uses {@code
 * trapline.isa}, {@code trapline.mmu} and {@code trapline.bus}. Source: Arm ARM DDI 0487, chapters
 * C6, C7 and D1.
 */
@NullMarked
package trapline.vcpu;

import org.jspecify.annotations.NullMarked;
