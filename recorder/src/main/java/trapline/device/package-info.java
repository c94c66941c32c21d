/**
 * Models of the hardware around the vCPUs: interrupt controllers, generic timer, UARTs, clock,
 * flash. *
 *
 * <p>A device has no thread and no clock of its own: it is told the virtual time, and its outputs
 * are injected. An access to something it does not implement reads zero, writes nothing, and is
 * counted. Uses {@code trapline.bus}.
 */
@NullMarked
package trapline.device;

import org.jspecify.annotations.NullMarked;
