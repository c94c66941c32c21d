/**
 * Wires vCPUs, memory, devices and a personality into a platform, and runs it. *
 *
 * <p>A run is a pure function of its configuration and its timed inputs: virtual time comes from
 * retired instructions and modelled trap costs, never from the host. Inputs come through an
 * interface, so that recording and replay differ only in what stands behind it.
 */
@NullMarked
package trapline.machine;

import org.jspecify.annotations.NullMarked;
