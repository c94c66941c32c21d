package trapline.record;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.event.Input;
import trapline.journal.JournalWriter;
import trapline.machine.InputSource;
import trapline.machine.VirtualMachine;

/**
 * Inputs of a live run: bytes typed at an interactive console, a time-out, a request to stop. Each
 * is in the journal, committed, before the machine gets it.
 *
 * <p>Other threads call {@link #type}, {@link #noMore} and {@link #stop}; everything else happens
 * on the machine's thread.
 */
public final class LiveInputs implements InputSource {
    /** Bytes kept for a guest that does not take them yet: more than anybody pastes. */
    private static final int QUEUE = 1 << 20;

    private final LinkedBlockingQueue<Integer> typed = new LinkedBlockingQueue<>(QUEUE);
    private final boolean interactive;
    private final long timeOutAt;
    private volatile boolean stop;
    private volatile boolean noMore;
    private boolean ended;
    private @Nullable JournalWriter journal;
    private @Nullable VirtualMachine vm;

    /**
     * @param timeoutSeconds host seconds from now after which the run is stopped, or null
     * @param interactive console bytes may come, and idle time passes as on the host's clock
     */
    public LiveInputs(@Nullable Long timeoutSeconds, boolean interactive) {
        this.interactive = interactive;
        this.timeOutAt =
                timeoutSeconds == null
                        ? Long.MAX_VALUE
                        : System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    }

    void attach(JournalWriter j, VirtualMachine m) {
        journal = j;
        vm = m;
    }

    /** Hands over a byte from the console; false when the queue is full. */
    public boolean type(int value) {
        return typed.offer(value & 0xff);
    }

    /**
     * Nothing more will be typed: a guest that waits for input, when it has everything, is stopped.
     * In a run with a console nothing but an input ends such a wait, so that a replay knows when.
     */
    public void noMore() {
        noMore = true;
    }

    /** Ends the run at the next turn, sealed. */
    public void stop() {
        stop = true;
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        if (ended) {
            return null;
        }
        if (stop) {
            ended = true;
            return write(new Input(Input.Kind.HOST_STOP, machineRetired, virtualNanos, 0));
        }
        if (timeOutAt != Long.MAX_VALUE && System.nanoTime() >= timeOutAt) {
            ended = true;
            return write(new Input(Input.Kind.TIME_OUT, machineRetired, virtualNanos, 0));
        }
        return next(machineRetired, virtualNanos);
    }

    private @Nullable Input next(long machineRetired, long virtualNanos) {
        if (!interactive || !vm().consoleReady()) {
            return null;
        }
        Integer value = typed.poll();
        return value == null
                ? null
                : write(new Input(Input.Kind.CONSOLE_BYTE, machineRetired, virtualNanos, value));
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        if (!interactive) {
            return null;
        }
        journal().idle();
        long began = System.nanoTime();
        long wait = deadline == Deadline.NEVER ? Long.MAX_VALUE : deadline - virtualNanos;
        while (!stop) {
            if (noMore && deadline == Deadline.NEVER && typed.isEmpty()) {
                stop = true;
                break;
            }
            long left =
                    wait == Long.MAX_VALUE ? Long.MAX_VALUE : wait - (System.nanoTime() - began);
            if (left <= 0) {
                return null;
            }
            try {
                Integer value =
                        vm().consoleReady()
                                ? typed.poll(Math.min(left, 20_000_000L), TimeUnit.NANOSECONDS)
                                : null;
                if (value != null) {
                    long at = virtualNanos + Math.min(wait, System.nanoTime() - began);
                    return write(new Input(Input.Kind.CONSOLE_BYTE, machineRetired, at, value));
                }
                if (!vm().consoleReady()) {
                    TimeUnit.NANOSECONDS.sleep(Math.min(left, 20_000_000L));
                }
            } catch (InterruptedException e) {
                stop = true;
            }
            if (System.nanoTime() >= timeOutAt) {
                break;
            }
        }
        long at = virtualNanos + Math.min(wait, System.nanoTime() - began);
        ended = true;
        return write(
                new Input(
                        stop ? Input.Kind.HOST_STOP : Input.Kind.TIME_OUT, machineRetired, at, 0));
    }

    @Override
    public boolean mayCome() {
        return interactive;
    }

    private Input write(Input in) {
        journal().input(in);
        return in;
    }

    private JournalWriter journal() {
        if (journal == null) {
            throw new IllegalStateException("inputs are not attached to a journal");
        }
        return journal;
    }

    private VirtualMachine vm() {
        if (vm == null) {
            throw new IllegalStateException("inputs are not attached to a machine");
        }
        return vm;
    }
}
