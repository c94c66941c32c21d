package trapline.record;

import org.jspecify.annotations.Nullable;
import trapline.event.Input;
import trapline.journal.JournalWriter;
import trapline.machine.InputSource;
import trapline.machine.VirtualMachine;

/**
 * What a recording does between turns besides asking for inputs: tell the journal the time, seal by
 * size, show progress.
 */
final class Housekeeping implements InputSource {
    private static final long PROGRESS_NANOS = 200_000_000L;

    private final InputSource inputs;
    private final JournalWriter journal;
    private final VirtualMachine vm;
    private final Recorder.Observer observer;
    private long progressAt;

    Housekeeping(
            InputSource inputs,
            JournalWriter journal,
            VirtualMachine vm,
            Recorder.Observer observer) {
        this.inputs = inputs;
        this.journal = journal;
        this.vm = vm;
        this.observer = observer;
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        long now = System.nanoTime();
        journal.hostTime(now);
        if (journal.stretchFull()) {
            journal.seal(machineRetired, virtualNanos, 0, 0);
        }
        if (now >= progressAt) {
            progressAt = now + PROGRESS_NANOS;
            observer.progress(machineRetired, virtualNanos, vm.el2().traps());
        }
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
