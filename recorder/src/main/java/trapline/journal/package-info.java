/**
 * Sessions on disk: events encoded to Chronicle Queue as raw bytes, sealed stretch by stretch, and
 * read back. *
 *
 * <p>The only package that knows Chronicle Queue. A <em>stretch</em> is what lies between two
 * seals; each carries a CRC32C and the hash of the one before. Uses {@code trapline.event}.
 */
@NullMarked
package trapline.journal;

import org.jspecify.annotations.NullMarked;
