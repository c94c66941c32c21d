/**
 * What a recorded guest was: the names of its code and the log of its kernel, from a session alone.
 *
 * <p>Uses the machine, replay, journal and record packages; the command line uses it.
 */
@NullMarked
package trapline.inspect;

import org.jspecify.annotations.NullMarked;
