/**
 * Turns hot A64 code into JVM bytecode that behaves exactly as the interpreter does, with the same
 * retired count at each exit. *
 *
 * <p>Uses {@code trapline.isa}, {@code trapline.vcpu} and {@code trapline.mmu}; the bytecode is
 * written with {@code java.lang.classfile}.
 */
@NullMarked
package trapline.jit;

import org.jspecify.annotations.NullMarked;
