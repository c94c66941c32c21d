/**
 * What the hypervisor does with each trap: one table a personality, one row a register and direction.
 *  *
 * <p>A <em>rule</em> has an id that never changes its meaning, an action, the flags that gate it, and a source. A
 * <em>flag</em> is what a replay can flip. Uses {@code trapline.trap}, {@code trapline.vcpu},
 * {@code trapline.mmu} and {@code trapline.device}.
 */
@NullMarked
package trapline.policy;

import org.jspecify.annotations.NullMarked;
