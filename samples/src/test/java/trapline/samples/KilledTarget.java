package trapline.samples;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import trapline.journal.JournalWriter;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;
import trapline.record.Recorder;

/**
 * A recorder to be killed: {@code DIR GUEST APPEND CPUS ON_OFF}. Prints {@code ready} when the
 * guest starts, then after each commit how many events are committed and when, by {@link
 * System#nanoTime()}, whose zero is the same in every process of a Linux machine.
 */
final class KilledTarget {
    private static final long LOOK_NANOS = 500_000;

    private KilledTarget() {}

    public static void main(String[] args) throws IOException {
        byte[] elf;
        try (InputStream in =
                KilledTarget.class.getResourceAsStream("/trapline/guests/" + args[1] + ".elf")) {
            if (in == null) {
                throw new IllegalArgumentException("no guest " + args[1]);
            }
            elf = in.readAllBytes();
        }
        try (SessionWriter w = SessionWriter.create(Path.of(args[0]))) {
            SessionConfig.Builder b = SessionConfig.builder();
            b.guest = args[1];
            b.append = args[2];
            b.cpus = Integer.parseInt(args[3]);
            b.flags.put("partial-emulation", args[4]);
            b.config.put("PARTIAL_EMULATION", "y");
            b.snapshotInterval = 1L << 24;
            b.images = List.of(w.addImage("kernel", args[1], new ByteArrayInputStream(elf)));
            Recorder.record(w, b.build(), _ -> elf, List.of(), null, null, new Telling(w));
        }
    }

    /** Starts to tell when the guest first shows progress. */
    private static final class Telling implements Recorder.Observer {
        private final SessionWriter session;
        private boolean started;

        Telling(SessionWriter session) {
            this.session = session;
        }

        @Override
        public void progress(long retired, long virtualNanos, long traps) {
            if (!started) {
                started = true;
                JournalWriter journal = session.journal();
                Thread t = new Thread(() -> tell(journal), "telling");
                t.setDaemon(true);
                t.start();
            }
        }

        private static void tell(JournalWriter journal) {
            PrintStream out = System.out;
            out.println("ready");
            long told = 0;
            while (true) {
                // Another thread's count, read without a fence: late at worst, never too high.
                long now = journal.committedFacts();
                if (now != told) {
                    told = now;
                    out.println(told + " " + System.nanoTime());
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }
}
