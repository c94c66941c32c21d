package trapline.replay;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.event.Input;
import trapline.machine.InputSource;
import trapline.record.StopRequest;

/**
 * The parent's inputs in a run that has left its past: each is delivered at its virtual time
 * ({@code time}, the default), or as soon as the guest has read the one before ({@code consume}). A
 * host stop becomes a stop at the same virtual time. After the last byte, or when the guest sleeps
 * for ever beside a full FIFO, the console is closed. A stop or time-out of the run itself is an
 * input like any other: journaled, and so a replay ends there too.
 */
final class ForkInputs implements InputSource {
    /** How inputs after the fork are attached. */
    enum Rule {
        TIME,
        CONSUME
    }

    private final ArrayDeque<Input> left = new ArrayDeque<>();
    private final Rule rule;
    private final boolean interactive;
    private final BooleanSupplier ready;
    private final Consumer<Input> journal;
    private final StopRequest stop;
    private final long timeOutAt;
    private boolean closed;
    private boolean ended;
    private long delivered;

    /**
     * @param interactive the console is, and was not closed before the fork
     * @param ready the guest has read all that it was given
     * @param stop ends the run as a host stop
     * @param timeoutSeconds host seconds from now after which the run is stopped, or null
     */
    ForkInputs(
            List<Input> inputs,
            Rule rule,
            boolean interactive,
            BooleanSupplier ready,
            StopRequest stop,
            @Nullable Long timeoutSeconds,
            Consumer<Input> journal) {
        for (Input in : inputs) {
            if (in.kind() != Input.Kind.CLOSED) {
                left.add(in);
            }
        }
        this.rule = rule;
        this.interactive = interactive;
        this.closed = !interactive;
        this.ready = ready;
        this.stop = stop;
        this.timeOutAt =
                timeoutSeconds == null
                        ? Long.MAX_VALUE
                        : System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
        this.journal = journal;
    }

    /** Interactive bytes delivered after the fork: the outcome may depend on when. */
    long delivered() {
        return delivered;
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        if (ended) {
            return null;
        }
        if (stop.made()) {
            ended = true;
            return journaled(Input.Kind.HOST_STOP, machineRetired, virtualNanos, 0);
        }
        if (timeOutAt != Long.MAX_VALUE && System.nanoTime() >= timeOutAt) {
            ended = true;
            return journaled(Input.Kind.TIME_OUT, machineRetired, virtualNanos, 0);
        }
        return next(machineRetired, virtualNanos, virtualNanos);
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        Input in = next(machineRetired, virtualNanos, deadline);
        return in == null && deadline == Deadline.NEVER ? close(machineRetired, virtualNanos) : in;
    }

    /** The first input that can be delivered by {@code until}. */
    private @Nullable Input next(long machineRetired, long virtualNanos, long until) {
        boolean bytes = false;
        for (Iterator<Input> i = left.iterator(); i.hasNext(); ) {
            Input in = i.next();
            boolean isByte = in.kind() == Input.Kind.CONSOLE_BYTE;
            boolean first = !bytes;
            bytes |= isByte;
            if (isByte && (closed || !first || !ready.getAsBoolean())) {
                continue;
            }
            long at =
                    isByte && rule == Rule.CONSUME
                            ? virtualNanos
                            : Math.max(virtualNanos, in.virtualNanos());
            if (at <= until) {
                i.remove();
                delivered += isByte ? 1 : 0;
                return journaled(in.kind(), machineRetired, at, in.value());
            }
        }
        return bytes ? null : close(machineRetired, virtualNanos);
    }

    private @Nullable Input close(long machineRetired, long virtualNanos) {
        if (closed) {
            return null;
        }
        closed = true;
        return journaled(Input.Kind.CLOSED, machineRetired, virtualNanos, 0);
    }

    private Input journaled(Input.Kind kind, long machineRetired, long virtualNanos, int value) {
        Input now = new Input(kind, machineRetired, virtualNanos, value);
        journal.accept(now);
        return now;
    }

    @Override
    public boolean mayCome() {
        return interactive;
    }
}
