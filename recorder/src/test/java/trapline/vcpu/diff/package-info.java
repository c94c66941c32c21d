/**
 * Differential testing of instruction semantics: generated instruction streams run on Trapline and
 * on an independent oracle, {@code qemu-aarch64}, in equal register contexts, and every difference
 * is shown with the stream that makes it.
 *
 * <p>{@link trapline.vcpu.diff.Streams} generates from the decode table, {@link
 * trapline.vcpu.diff.Context} is what goes in and comes out, {@link trapline.vcpu.diff.Oracle} and
 * {@link trapline.vcpu.diff.Subject} are the two sides, {@link trapline.vcpu.diff.DifferentialMain}
 * runs as long as asked. {@link trapline.vcpu.diff.Vectors} keeps results so that the check also
 * runs where there is no oracle.
 */
@NullMarked
package trapline.vcpu.diff;

import org.jspecify.annotations.NullMarked;
