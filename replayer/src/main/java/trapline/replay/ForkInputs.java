package trapline.replay;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trapline.event.Input;
import trapline.machine.InputSource;

/**
 * The parent's inputs in a run that has left its past: each is delivered at its virtual time
 * ({@code time}, the default), or as soon as the guest has read the one before ({@code consume}). A
 * host stop becomes a stop at the same virtual time.
 */
final class ForkInputs implements InputSource {
    /** How inputs after the fork are attached. */
    enum Rule {
        TIME,
        CONSUME
    }

    private final ArrayDeque<Input> left;
    private final Rule rule;
    private final boolean interactive;
    private final BooleanSupplier ready;
    private final Consumer<Input> journal;
    private long delivered;

    ForkInputs(
            List<Input> inputs,
            Rule rule,
            boolean interactive,
            BooleanSupplier ready,
            Consumer<Input> journal) {
        this.left = new ArrayDeque<>(inputs);
        this.rule = rule;
        this.interactive = interactive;
        this.ready = ready;
        this.journal = journal;
    }

    /** Interactive bytes delivered after the fork: the outcome may depend on when. */
    long delivered() {
        return delivered;
    }

    private boolean due(Input in, long virtualNanos) {
        if (in.kind() != Input.Kind.CONSOLE_BYTE) {
            return virtualNanos >= in.virtualNanos();
        }
        return ready.getAsBoolean() && (rule == Rule.CONSUME || virtualNanos >= in.virtualNanos());
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        Input in = left.peek();
        if (in == null || !due(in, virtualNanos)) {
            return null;
        }
        return deliver(machineRetired, virtualNanos);
    }

    private Input deliver(long machineRetired, long virtualNanos) {
        Input in = left.remove();
        Input now = new Input(in.kind(), machineRetired, virtualNanos, in.value());
        if (in.kind() == Input.Kind.CONSOLE_BYTE) {
            delivered++;
        }
        journal.accept(now);
        return now;
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        Input in = left.peek();
        if (in == null || in.virtualNanos() > deadline) {
            return null;
        }
        return deliver(machineRetired, Math.max(virtualNanos, in.virtualNanos()));
    }

    @Override
    public boolean mayCome() {
        return interactive && !left.isEmpty();
    }
}
