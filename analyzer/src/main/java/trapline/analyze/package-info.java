/**
 * Histograms, counts and differences of recorded sessions. *
 *
 * <p>Each figure names its clock: guest instructions and virtual time, host nanoseconds, or
 * modelled hardware cost. Uses {@code trapline.journal}, {@code trapline.event} and {@code
 * trapline.isa}.
 */
@NullMarked
package trapline.analyze;

import org.jspecify.annotations.NullMarked;
