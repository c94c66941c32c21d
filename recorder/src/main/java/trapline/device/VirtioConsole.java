package trapline.device;

import org.jspecify.annotations.Nullable;
import trapline.bus.ConsoleSink;
import trapline.bus.GuestDma;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A virtio console of one port: Virtual I/O Device 1.2, 5.3. Output takes no time. A byte for the
 * guest needs a receive buffer of the guest's; when it gives new ones it is taken to wait for
 * input.
 */
final class VirtioConsole implements VirtioDevice, ConsoleInput {
    private static final int F_EMERG_WRITE = 1 << 2;
    private static final int EMERG_WRITE_AT = 8;
    private static final int RECEIVE = 0;
    private static final int TRANSMIT = 1;

    private final String name;
    private final ConsoleSink sink;
    private final GuestDma dma;
    private final byte[] config = new byte[12];
    private final Virtqueue.Chain chain = new Virtqueue.Chain();
    private final byte[] piece = new byte[4096];
    private @Nullable VirtioMmio transport;

    VirtioConsole(String name, ConsoleSink sink, GuestDma dma) {
        this.name = name;
        this.sink = sink;
        this.dma = dma;
        config[4] = 1; // ports
    }

    void attach(VirtioMmio t) {
        transport = t;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int type() {
        return 3;
    }

    @Override
    public int features() {
        return F_EMERG_WRITE;
    }

    @Override
    public int queues() {
        return 2;
    }

    @Override
    public byte[] configuration() {
        return config;
    }

    @Override
    public void configure(int offset, int bytes, int value) {
        if (offset == EMERG_WRITE_AT) {
            sink.output(value & 0xff);
        }
    }

    @Override
    public void notified(VirtioMmio t, int index) throws Virtqueue.Broken {
        if (index == RECEIVE) {
            sink.emptyPoll();
            return;
        }
        Virtqueue q = t.queue(TRANSMIT);
        boolean interrupt = false;
        while (q.hasNext()) {
            int head = q.next();
            q.read(head, chain);
            long bytes = chain.readable();
            for (long done = 0; done < bytes; done += piece.length) {
                int n = (int) Math.min(piece.length, bytes - done);
                chain.get(dma, done, piece, 0, n);
                for (int i = 0; i < n; i++) {
                    sink.output(piece[i] & 0xff);
                }
            }
            interrupt |= q.used(head, 0);
        }
        if (interrupt) {
            t.usedBuffers();
        }
    }

    @Override
    public boolean offer(int value) {
        VirtioMmio t = transport;
        if (t == null || !t.working()) {
            return false;
        }
        Virtqueue q = t.queue(RECEIVE);
        try {
            if (!q.hasNext()) {
                return false;
            }
            int head = q.next();
            q.read(head, chain);
            if (chain.writable() < 1) {
                throw new Virtqueue.Broken("receive buffer without room");
            }
            piece[0] = (byte) value;
            chain.put(dma, 0, piece, 0, 1);
            if (q.used(head, 1)) {
                t.usedBuffers();
            }
            return true;
        } catch (Virtqueue.Broken e) {
            t.broken();
            return false;
        }
    }

    @Override
    public boolean inputEmpty() {
        // A byte that was taken is in the guest's memory: what counts is whether there is a buffer
        // for the next.
        VirtioMmio t = transport;
        if (t == null || !t.working()) {
            return false;
        }
        try {
            return t.queue(RECEIVE).hasNext();
        } catch (Virtqueue.Broken e) {
            return true; // found when the byte is offered
        }
    }

    @Override
    public boolean stores() {
        return true;
    }

    @Override
    public void reset() {
        // Nothing is ever under way.
    }

    @Override
    public void save(StateWriter w) {
        // All of it is in the queues.
    }

    @Override
    public void load(StateReader r) {
        // All of it is in the queues.
    }
}
