/**
 * The A64 instruction set as tables: encodings, their fields, and disassembly text. *
 *
 * <p>A <em>row</em> is one encoding under the name the Arm manual gives it, with the processor
 * feature that makes it exist. Decoding says which row a word is and where its fields lie; what an
 * instruction does belongs to {@code trapline.vcpu}. Uses no other package. Source: Arm ARM DDI
 * 0487, chapter C4.
 */
@NullMarked
package trapline.isa;

import org.jspecify.annotations.NullMarked;
