package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.event.Input;
import trapline.machine.InputSource;
import trapline.record.StopRequest;

/**
 * Inputs of a run that leaves nothing behind when it is given up: between turns it looks whether
 * that is wished, and leaves with {@link StopRequest.Stopped}.
 */
record Stoppable(InputSource inputs, StopRequest stop) implements InputSource {
    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        stop.check();
        return inputs.poll(machineRetired, virtualNanos);
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        return inputs.idle(machineRetired, virtualNanos, deadline);
    }

    @Override
    public boolean mayCome() {
        return inputs.mayCome();
    }
}
