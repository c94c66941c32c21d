package trapline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import trapline.record.StopRequest;

/**
 * Lets Ctrl-C, or SIGTERM, end work in an orderly way: the work is told to stop, and the JVM's
 * shutdown waits until the process has said what became of it. The process then ends with 128 and
 * the signal's number, 130 for Ctrl-C, as every interrupted process does.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** Everything has been printed. A shutdown hook belongs to the process, and so does this. */
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private final Thread hook;
    private volatile boolean interrupted;

    /**
     * @param stop asks the work to end soon; called on another thread
     */
    Interruption(Runnable stop) {
        hook = new Thread(() -> end(stop), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Work that looks at {@code stop} from time to time. */
    Interruption(StopRequest stop) {
        this(stop::make);
    }

    private void end(Runnable stop) {
        interrupted = true;
        stop.run();
        try {
            if (!OVER.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("trapline: did not end in time; run trapline check");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean interrupted() {
        return interrupted;
    }

    /** Called once by {@code main}, when there is nothing left to print. */
    static void processEnds() {
        OVER.countDown();
    }

    @Override
    public void close() {
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown has just begun; main ends it.
            }
        }
    }
}
