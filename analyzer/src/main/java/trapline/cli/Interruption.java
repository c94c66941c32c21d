package trapline.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets Ctrl-C end work in an orderly way: the JVM's shutdown waits until the work has ended, then
 * the process ends with 130 as for every process that is interrupted.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean interrupted;

    /**
     * @param stop asks the work to end soon; called on another thread
     */
    Interruption(Runnable stop) {
        hook =
                new Thread(
                        () -> {
                            interrupted = true;
                            stop.run();
                            try {
                                if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                                    System.err.println(
                                            "trapline: did not end in time; run trapline check");
                                }
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        },
                        "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean interrupted() {
        return interrupted;
    }

    @Override
    public void close() {
        ended.countDown();
        if (!interrupted) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown has just begun; the hook finds the work ended.
            }
        }
    }
}
