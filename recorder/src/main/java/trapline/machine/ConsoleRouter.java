package trapline.machine;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.device.ConsoleInput;

/**
 * Which console gets what is typed, by a person or a script: the one that the guest printed on
 * last, the UART before that. A guest that prints a prompt reads the answer where the prompt
 * stands.
 */
final class ConsoleRouter implements Snapshottable {
    /** Port numbers, as in the journal. */
    static final int UART = 0;

    static final int VIRTIO = 1;
    static final int DCC = 2;

    private static final ConsoleInput NONE =
            new ConsoleInput() {
                @Override
                public boolean offer(int value) {
                    return false;
                }

                @Override
                public boolean inputEmpty() {
                    return false;
                }

                @Override
                public boolean interrupts() {
                    return false;
                }
            };

    private final ConsoleInput[] ports = {NONE, NONE, NONE};
    private int last = UART;

    void connect(int port, ConsoleInput input) {
        ports[port] = input;
    }

    /** The guest printed on this port. */
    void output(int port) {
        last = port;
    }

    /** The port that input goes to. */
    ConsoleInput input() {
        return ports[last];
    }

    @Override
    public void save(StateWriter w) {
        w.u8(last);
    }

    @Override
    public void load(StateReader r) {
        last = r.u8();
    }
}
