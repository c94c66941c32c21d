/**
 * Address translation: stage 1 as the guest programmed it, stage 2 as the hypervisor did, and the
 * software TLB in front of both. *
 *
 * <p>A failed walk is a <em>fault</em> with its stage, level and kind; making a syndrome of it is
 * the vCPU's work. Uses {@code trapline.bus}. Source: Arm ARM DDI 0487, chapter D8.
 */
@NullMarked
package trapline.mmu;

import org.jspecify.annotations.NullMarked;
