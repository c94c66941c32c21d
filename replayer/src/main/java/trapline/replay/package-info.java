/**
 * Runs a machine on journaled inputs, checks every fact on the way, and forks where a setting is
 * flipped. *
 *
 * <p>A <em>divergence</em> is the first fact that a replay did not reproduce. Uses {@code
 * trapline.machine}, {@code trapline.policy}, {@code trapline.journal}, {@code trapline.event} and
 * {@code trapline.record}.
 */
@NullMarked
package trapline.replay;

import org.jspecify.annotations.NullMarked;
