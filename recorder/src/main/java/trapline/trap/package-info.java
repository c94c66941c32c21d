/**
 * Decides which guest accesses leave EL1 and what the hypervisor sees when they do. *
 *
 * <p>A <em>trap</em> is an access that an EL2 control redirects; its <em>syndrome</em> is the
 * ESR_EL2 value that describes it. What happens next belongs to {@code trapline.policy}. Uses
 * {@code trapline.isa} and {@code trapline.vcpu}. Source: Arm ARM DDI 0487, chapter D1 and the
 * accessibility rules of each register.
 */
@NullMarked
package trapline.trap;

import org.jspecify.annotations.NullMarked;
