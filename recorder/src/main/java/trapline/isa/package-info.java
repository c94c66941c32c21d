/**
 * The A64 instruction set: which word is which instruction, which registers it names, how it reads
 * as text, and what each CPU model has of it.
 *
 * <p>A <em>row</em> is one encoding of the Arm ARM, under Arm's own name for it, such as {@code
 * ADD_64_addsub_imm}; {@link trapline.isa.A64} numbers the rows. A row is there on a CPU model when
 * the model has the row's {@link trapline.isa.Feature}. A word that no row takes is UNDEFINED.
 * Source: Arm ARM DDI 0487, chapter C4 (encodings), C5 and C6 and C7 (instructions), D24
 * (identification registers); the technical reference manuals of the modelled cores.
 */
@NullMarked
package trapline.isa;

import org.jspecify.annotations.NullMarked;
