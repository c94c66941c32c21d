package trapline.machine;

import org.jspecify.annotations.Nullable;
import trapline.event.Input;

/**
 * Where inputs come from: a live recording's console and signals, or a journal. Asked only between
 * turns of vCPUs, at moments that are a function of the configuration and of earlier inputs.
 */
public interface InputSource {
    /** A run without inputs. */
    InputSource NONE =
            new InputSource() {
                @Override
                public @Nullable Input poll(long machineRetired, long virtualNanos) {
                    return null;
                }

                @Override
                public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
                    return null;
                }

                @Override
                public boolean mayCome() {
                    return false;
                }
            };

    /**
     * The next input to deliver at exactly this moment, or null. Called again until it says null.
     */
    @Nullable Input poll(long machineRetired, long virtualNanos);

    /**
     * Every vCPU is blocked until {@code deadline} ({@code Deadline.NEVER} without one): waits for
     * an input as long as the source sees fit.
     *
     * @return the input with the virtual time of its delivery, at most {@code deadline}; null to
     *     jump to the deadline
     */
    @Nullable Input idle(long machineRetired, long virtualNanos, long deadline);

    /**
     * Whether console input may come until the source says {@link Input.Kind#CLOSED}: without it a
     * guest that waits for ever is hung. Constant, so that a replay answers alike.
     */
    boolean mayCome();
}
