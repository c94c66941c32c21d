/**
 * What a machine is given before its first instruction: images placed in memory, a device tree,
 * entry state, and the symbols of what runs there.
 *
 * <p>Nothing here knows a vCPU or a device. An image that cannot be used is the user's error:
 * {@link trapline.machine.boot.ImageException} with one line that names the file and what is wrong.
 * Sources: Devicetree Specification 0.4, chapter 5 (flattened format); Linux {@code
 * Documentation/arch/arm64/booting.rst}; the ELF-64 object file format; {@code
 * xen/arch/arm/domain_build.c} and {@code dom0less-build.c}.
 */
@NullMarked
package trapline.machine.boot;

import org.jspecify.annotations.NullMarked;
