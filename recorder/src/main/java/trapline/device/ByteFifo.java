package trapline.device;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/** A receive FIFO of bytes with a fixed capacity. */
final class ByteFifo implements Snapshottable {
    private final byte[] ring;
    private int head;
    private int count;

    ByteFifo(int capacity) {
        ring = new byte[capacity];
    }

    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Adds a byte to one of fewer than {@code limit}; false when there is no room. */
    boolean offer(int value, int limit) {
        if (count >= Math.min(limit, ring.length)) {
            return false;
        }
        ring[(head + count) % ring.length] = (byte) value;
        count++;
        return true;
    }

    /** The oldest byte; the FIFO must not be empty. */
    int take() {
        int v = ring[head] & 0xff;
        head = (head + 1) % ring.length;
        count--;
        return v;
    }

    void clear() {
        head = 0;
        count = 0;
    }

    @Override
    public void save(StateWriter w) {
        // In order of arrival, so that where the ring starts is not part of the state.
        w.i32(count);
        for (int i = 0; i < count; i++) {
            w.u8(ring[(head + i) % ring.length]);
        }
    }

    @Override
    public void load(StateReader r) {
        clear();
        int n = r.i32();
        for (int i = 0; i < n; i++) {
            offer(r.u8(), ring.length);
        }
    }
}
