package trapline.journal;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * A recorder that never ends by itself: {@code DIR SEED slow|fast}. After each commit it prints how
 * many events are committed and when, by {@link System#nanoTime()}, whose zero is the same in every
 * process of a Linux machine.
 */
final class KillTarget {
    static final int DIGEST_STEPS = 100;
    private static final int SNAPSHOT_STEPS = 250;

    private KillTarget() {}

    public static void main(String[] args) throws IOException {
        boolean slow = args[2].equals("slow");
        PrintStream out = System.out;
        SessionWriter w = SessionWriter.create(Path.of(args[0]));
        JournalWriter j = w.begin(Sessions.config(w), SyntheticRun.NAMES, null);
        SyntheticRun run = new SyntheticRun(Long.parseLong(args[1]), j);
        out.println("ready");
        long told = 0;
        for (int i = 1; ; i++) {
            run.step();
            if (i % DIGEST_STEPS == 0) {
                j.digest(run.machine(), run.virtual(), i, ~i);
            }
            if (i % SNAPSHOT_STEPS == 0) {
                Sessions.snapshot(w, run, i);
            }
            if (slow) {
                LockSupport.parkNanos(1_000_000);
            }
            if (j.committedFacts() != told) {
                told = j.committedFacts();
                out.println(told + " " + System.nanoTime());
            }
        }
    }
}
