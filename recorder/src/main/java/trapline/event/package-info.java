/**
 * What a session holds, in order, as one sealed hierarchy. *
 *
 * <p>An <em>input</em> is what the configuration could not have produced, and replay needs it; a
 * <em>fact</em> is what a replay must reproduce, and replay checks it. Uses no other package.
 */
@NullMarked
package trapline.event;

import org.jspecify.annotations.NullMarked;
