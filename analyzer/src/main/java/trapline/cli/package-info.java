/**
 * The {@code trapline} command and its subcommands: thin shells over sessions, the only place that
 * ends the process. *
 *
 * <p>Exit codes: 0 done, 1 the answer is no, 2 bad usage or input, 3 the environment refused, 70 a
 * defect of our own, 130 interrupted with what was being recorded sealed. Uses every other package.
 */
@NullMarked
package trapline.cli;

import org.jspecify.annotations.NullMarked;
