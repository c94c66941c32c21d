package trapline.machine;

import java.util.function.IntConsumer;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.device.ConsoleInput;

/**
 * The far end of the debug communications channel, for a personality that emulates it fully: a
 * console port.
 */
public final class DccPort implements Snapshottable, ConsoleInput {
    private static final int CAPACITY = 64;
    private final IntConsumer output;
    private final byte[] queue = new byte[CAPACITY];
    private int count;

    public DccPort(IntConsumer output) {
        this.output = output;
    }

    void output(int value) {
        output.accept(value & 0xff);
    }

    /** Queues an input byte; false when the queue is full. */
    @Override
    public boolean offer(int value) {
        if (count == CAPACITY) {
            return false;
        }
        queue[count++] = (byte) value;
        return true;
    }

    @Override
    public boolean inputEmpty() {
        return count == 0;
    }

    @Override
    public boolean interrupts() {
        return false; // the channel's interrupt is an external debugger's
    }

    int peek() {
        return count == 0 ? -1 : queue[0] & 0xff;
    }

    void take() {
        System.arraycopy(queue, 1, queue, 0, --count);
    }

    @Override
    public void save(StateWriter w) {
        w.i32(count).bytes(queue, 0, count);
    }

    @Override
    public void load(StateReader r) {
        count = r.i32();
        r.bytes(queue, 0, count);
    }
}
