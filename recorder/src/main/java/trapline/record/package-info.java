/**
 * Runs a machine on live inputs and journals what happens: an input before the guest sees it, a
 * fact when it is known. *
 *
 * <p>Uses {@code trapline.machine}, {@code trapline.journal} and {@code trapline.event}; the lowest
 * package that may read the host's clock.
 */
@NullMarked
package trapline.record;

import org.jspecify.annotations.NullMarked;
