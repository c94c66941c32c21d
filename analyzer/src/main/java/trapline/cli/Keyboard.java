package trapline.cli;

import java.io.IOException;
import trapline.record.LiveInputs;

/** Hands what is typed to a guest's console. */
final class Keyboard implements AutoCloseable {
    private final Runnable restore;
    private boolean closed;

    private Keyboard(Runnable restore) {
        this.restore = restore;
    }

    /** No keyboard. */
    static Keyboard none() {
        return new Keyboard(() -> {});
    }

    /** Standard input, key by key when it is a terminal. */
    static Keyboard to(LiveInputs inputs) {
        Runnable restore = Terminal.inputIsTerminal() ? Terminal.keyByKey() : () -> {};
        Thread reader = new Thread(() -> read(inputs), "keyboard");
        reader.setDaemon(true);
        reader.start();
        return new Keyboard(restore);
    }

    private static void read(LiveInputs inputs) {
        try {
            for (int b = System.in.read(); b >= 0; b = System.in.read()) {
                while (!inputs.type(b)) {
                    // The guest is slower than who types: wait for room.
                    Thread.sleep(10);
                }
            }
        } catch (IOException e) {
            // The terminal is gone: nothing more will be typed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            restore.run();
        }
    }
}
