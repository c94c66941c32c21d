/**
 * One self-contained HTML page about one session or two; it refers to nothing on the network. *
 *
 * <p>What a guest wrote is untrusted and escaped. Uses {@code trapline.analyze}.
 */
@NullMarked
package trapline.report;

import org.jspecify.annotations.NullMarked;
