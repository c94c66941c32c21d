/**
 * The guest-physical address space: sparse RAM, memory-mapped devices, interrupt lines. *
 *
 * <p>An <em>IPA</em> is an address after stage 1 and before stage 2 translation. Accesses are
 * little-endian and of 1, 2, 4, 8 or 16 bytes; a device sees the offset from its own base. Uses no
 * other package.
 */
@NullMarked
package trapline.bus;

import org.jspecify.annotations.NullMarked;
