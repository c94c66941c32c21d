/**
 * End to end: the bundled guests and stock firmware recorded, replayed and looked into through the
 * command line, as a user does.
 */
@NullMarked
package trapline.samples;

import org.jspecify.annotations.NullMarked;
