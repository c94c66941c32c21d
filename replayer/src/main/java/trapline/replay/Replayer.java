package trapline.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.JournalReader;
import trapline.journal.Names;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.LatencyClock;
import trapline.machine.VirtualMachine;
import trapline.record.Drives;
import trapline.record.MachineFactory;
import trapline.record.StopRequest;

/**
 * Re-executes a session and compares every fact. Stretches between snapshots are independent: with
 * several threads each runs on a machine of its own, restored from the snapshot before, and the
 * state digest that the recording took at each snapshot ties one to the next.
 */
public final class Replayer {
    private final Session session;
    private final VirtualMachine.@Nullable EngineFactory engine;

    /** Called from any thread with instructions executed so far. */
    @FunctionalInterface
    public interface Progress {
        void retired(long instructions);
    }

    /** Sees each trap of a measured replay. */
    @FunctionalInterface
    public interface Measured {
        /**
         * One trap with its latency.
         *
         * @param names texts of its indices
         */
        void trap(Trap t, Names names);
    }

    private LatencyClock clock = LatencyClock.NONE;
    private @Nullable Measured measured;
    private StopRequest stop = new StopRequest();

    public Replayer(Session session, VirtualMachine.@Nullable EngineFactory engine) {
        this.session = session;
        this.engine = engine;
    }

    /** Lets {@code request} end a verification early, with {@link StopRequest.Stopped}. */
    public Replayer stoppedBy(StopRequest request) {
        stop = request;
        return this;
    }

    /** Builds the session's machine as it was at reset. */
    static VirtualMachine machine(
            Session session,
            SessionConfig config,
            FactSink facts,
            VirtualMachine.@Nullable EngineFactory engine) {
        return MachineFactory.build(
                config, i -> read(session, i), Drives.ofReplay(session, config), facts, engine);
    }

    static byte[] read(Session session, SessionConfig.Image image) {
        try {
            return Files.readAllBytes(session.image(image));
        } catch (IOException e) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    "cannot read the " + image.role() + ": " + e.getMessage(),
                    e);
        }
    }

    /**
     * One independent part of a session: from a snapshot (or reset) to the next snapshot (or the
     * end).
     *
     * @param endFacts facts and inputs of the session up to its end, or {@link Long#MAX_VALUE}
     */
    private record Segment(@Nullable Snapshot from, @Nullable Snapshot to, long endFacts) {}

    private record Part(
            long traps,
            long retired,
            @Nullable Mismatch mismatch,
            @Nullable String symbol,
            @Nullable Outcome outcome,
            boolean ended) {}

    /**
     * Verifies the whole session.
     *
     * @param threads how many segments run side by side, at least 1
     * @throws StopRequest.Stopped when that is wished
     */
    public ReplayResult verify(int threads, Progress progress) {
        AtomicLong done = new AtomicLong();
        try {
            return verify(threads, Long.MAX_VALUE, done, progress);
        } catch (StopRequest.Stopped e) {
            throw new StopRequest.Stopped(session.dir() + ": interrupted; not verified to its end");
        }
    }

    /**
     * Verifies the first {@code endFacts} facts and inputs: a fork's past under its parent's
     * setting, then its own part.
     */
    private ReplayResult verify(int threads, long endFacts, AtomicLong done, Progress progress) {
        long began = System.nanoTime();
        long traps = 0;
        long retired = 0;
        List<Part> parts;
        Session above = session.parent();
        SessionConfig.Parent fork = session.config().parent();
        if (above == null || fork == null) {
            List<Segment> segments = segments(threads, endFacts);
            parts =
                    threads == 1
                            ? inTurn(segments, done, progress)
                            : inParallel(segments, threads, done, progress);
        } else {
            Replayer r = new Replayer(above, engine).stoppedBy(stop);
            r.clock = clock;
            r.measured = measured;
            ReplayResult past = r.verify(threads, Math.min(endFacts, fork.facts()), done, progress);
            if (!past.verified() || endFacts <= fork.facts()) {
                return past;
            }
            traps = past.traps();
            retired = past.retired();
            parts = List.of(ownPart(above, fork, endFacts, done, progress));
        }
        Mismatch first = null;
        String symbol = null;
        Outcome outcome = null;
        boolean ended = false;
        for (Part p : parts) {
            traps += p.traps;
            retired += p.retired;
            outcome = p.outcome;
            ended = p.ended;
            if (p.mismatch != null) {
                first = p.mismatch;
                symbol = p.symbol;
                break;
            }
        }
        return new ReplayResult(
                first == null && ended,
                outcome != null,
                traps,
                retired,
                first,
                symbol,
                outcome,
                System.nanoTime() - began);
    }

    /**
     * Verifies the whole session on this thread and measures the handling of each trap on the way.
     *
     * @param by host nanoseconds
     * @param each gets every trap after it was verified; the object is reused
     */
    public ReplayResult measure(LatencyClock by, Measured each, Progress progress) {
        clock = by;
        measured = each;
        return verify(1, progress);
    }

    private List<Segment> segments(int threads, long endFacts) {
        List<Segment> list = new ArrayList<>();
        SnapshotReader snapshots = threads == 1 ? null : session.snapshots();
        Snapshot from = null;
        if (snapshots != null) {
            for (Snapshot s : snapshots.snapshots()) {
                if (s.facts() >= endFacts) {
                    break;
                }
                list.add(new Segment(from, s, s.facts()));
                from = s;
            }
        }
        list.add(new Segment(from, null, endFacts));
        return list;
    }

    /** What a fork added: brought there as the fork was, so that both begin from the same state. */
    private Part ownPart(
            Session above,
            SessionConfig.Parent fork,
            long endFacts,
            AtomicLong done,
            Progress progress) {
        SessionConfig config = session.config();
        VirtualMachine vm = machine(session, config, Silent.SINK, engine);
        Dictionary names = MachineFactory.dictionary(vm);
        Past.beforeTrap(above, fork.trap())
                .replay(vm, config, above, fork.trap(), fork.facts(), Restore.Pages.NOW, stop);
        try (Cursor cursor = session.cursor(names, Cursor.View.EACH, fork.facts())) {
            Verifier v = new Verifier(cursor, names, MachineFactory.names(vm), config.console());
            v.stopAfter(endFacts);
            return run(vm, v, vm.machine().machineRetired(), false, done, progress);
        }
    }

    private List<Part> inTurn(List<Segment> segments, AtomicLong done, Progress progress) {
        List<Part> parts = new ArrayList<>();
        for (Segment s : segments) {
            Part p = run(s, done, progress);
            parts.add(p);
            if (p.mismatch != null) {
                break;
            }
        }
        return parts;
    }

    private List<Part> inParallel(
            List<Segment> segments, int threads, AtomicLong done, Progress progress) {
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Part>> futures = new ArrayList<>();
            for (Segment s : segments) {
                futures.add(pool.submit(() -> run(s, done, progress)));
            }
            List<Part> parts = new ArrayList<>();
            for (Future<Part> f : futures) {
                parts.add(f.get());
            }
            return parts;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException r) {
                throw r;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private Part run(Segment segment, AtomicLong done, Progress progress) {
        VirtualMachine vm = machine(session, session.config(), Silent.SINK, engine);
        Dictionary names = MachineFactory.dictionary(vm);
        Snapshot from = segment.from;
        try (Cursor cursor = cursorAt(from, names)) {
            Verifier v =
                    new Verifier(
                            cursor, names, MachineFactory.names(vm), session.config().console());
            if (from != null) {
                SnapshotReader snapshots = session.snapshots();
                if (snapshots == null) {
                    throw new IllegalStateException("snapshots vanished");
                }
                Restore.apply(vm, snapshots, from, Restore.Pages.NOW);
            }
            Snapshot to = segment.to;
            v.stopAfter(segment.endFacts);
            if (to != null) {
                vm.machine().setStopAt(to.machineRetired());
            }
            return run(
                    vm, v, from == null ? 0 : from.machineRetired(), from == null, done, progress);
        }
    }

    private Part run(
            VirtualMachine vm,
            Verifier v,
            long start,
            boolean fromReset,
            AtomicLong done,
            Progress progress) {
        Measured measuring = measured;
        vm.machine()
                .setFacts(
                        measuring == null
                                ? v
                                : new MeasuredFacts(v, measuring, MachineFactory.dictionary(vm)));
        vm.el2().setClock(clock);
        vm.machine().setInputs(new Stoppable(v, stop), vm::offerConsole);
        long[] told = {start};
        vm.machine()
                .setCheckpoint(
                        m -> {
                            long now = m.machineRetired();
                            progress.retired(done.addAndGet(now - told[0]));
                            told[0] = now;
                        });
        Outcome outcome = null;
        Mismatch mismatch = null;
        boolean ended = false;
        try {
            if (fromReset) {
                for (String line : vm.config().personality().bootLog()) {
                    v.log(0, 0, line);
                }
            }
            outcome = vm.machine().run();
            v.atEnd(outcome != null);
            ended = true;
        } catch (StopRun e) {
            ended = true;
        } catch (Divergence e) {
            mismatch = e.mismatch();
        }
        String symbol = mismatch == null ? null : vm.symbols().nameAndOffset(mismatch.pc());
        return new Part(
                v.traps(), vm.machine().machineRetired() - start, mismatch, symbol, outcome, ended);
    }

    /** A cursor whose next fact is the first one after the snapshot. */
    private Cursor cursorAt(@Nullable Snapshot from, Dictionary names) {
        if (from == null) {
            return session.cursor(names, Cursor.View.EACH);
        }
        JournalReader.Stretch best = null;
        for (JournalReader.Stretch s : session.journal().stretches()) {
            if (s.facts() <= from.facts()) {
                best = s;
            }
        }
        Cursor c =
                best == null
                        ? session.cursor(names, Cursor.View.EACH)
                        : session.journal().cursor(names, Cursor.View.EACH, best);
        skipTo(c, from.facts());
        return c;
    }

    /** Passes over events until so many facts lie behind. */
    static void skipTo(Cursor c, long facts) {
        while (c.facts() < facts) {
            Cursor.Event e = c.next();
            if (e == Cursor.Event.END) {
                throw new IllegalStateException(
                        "facts: expected=" + facts + " actual=" + c.facts());
            }
            boolean fact = e != Cursor.Event.SEAL && e != Cursor.Event.SNAPSHOT;
            if (fact && c.facts() + 1 == facts) {
                return;
            }
        }
    }
}
