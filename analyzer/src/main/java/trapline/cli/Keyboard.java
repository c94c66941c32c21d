package trapline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import trapline.record.LiveInputs;

/**
 * Hands what is typed to a guest's console. A terminal is raw meanwhile, so that every key is the
 * guest's, Ctrl-C too; {@code Ctrl-A x} ends the recording. However the process ends, short of
 * being killed, the terminal is as it was.
 */
final class Keyboard implements AutoCloseable {
    private static final int ESCAPE = 1; // Ctrl-A

    private static final String HELP =
            "trapline: Ctrl-A x ends the recording, Ctrl-A Ctrl-A types Ctrl-A, Ctrl-A h shows this";

    private final Runnable restore;
    private final Thread hook;
    private boolean closed;

    private Keyboard(Runnable restore) {
        this.restore = restore;
        hook = new Thread(this::restore, "terminal");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** No keyboard. */
    static Keyboard none() {
        return new Keyboard(() -> {});
    }

    /** Standard input, key by key when it is a terminal. */
    static Keyboard to(LiveInputs inputs, PrintWriter messages) {
        boolean terminal = Terminal.inputIsTerminal();
        Keyboard k = new Keyboard(terminal ? Terminal.raw() : () -> {});
        if (terminal) {
            say(messages);
        }
        Thread reader = new Thread(() -> read(inputs, terminal, messages), "keyboard");
        reader.setDaemon(true);
        reader.start();
        return k;
    }

    private static void say(PrintWriter messages) {
        messages.println(HELP);
        messages.flush();
    }

    private static void read(LiveInputs inputs, boolean terminal, PrintWriter messages) {
        try {
            boolean escaped = false;
            for (int b = System.in.read(); b >= 0; b = System.in.read()) {
                if (terminal && !escaped && b == ESCAPE) {
                    escaped = true;
                } else if (escaped) {
                    escaped = false;
                    switch (b) {
                        case 'x', 'X' -> inputs.stop();
                        case ESCAPE -> type(inputs, b, true, messages);
                        default -> say(messages);
                    }
                } else {
                    type(inputs, b, terminal, messages);
                }
            }
        } catch (IOException e) {
            // The terminal is gone: nothing more will be typed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        inputs.noMore();
    }

    /**
     * Waits for room when a file is slower taken than it is read; never at a terminal, where the
     * escape may be the next key: what finds no room is refused with a bell.
     */
    private static void type(LiveInputs inputs, int b, boolean terminal, PrintWriter messages)
            throws InterruptedException {
        while (!inputs.type(b)) {
            if (terminal) {
                messages.print('\007');
                messages.flush();
                return;
            }
            Thread.sleep(10);
        }
    }

    private synchronized void restore() {
        if (!closed) {
            closed = true;
            restore.run();
        }
    }

    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The shutdown has begun: its hook finds the terminal restored.
        }
    }
}
