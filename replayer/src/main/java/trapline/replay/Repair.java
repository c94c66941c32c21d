package trapline.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.FactTotals;
import trapline.journal.JournalWriter;
import trapline.journal.Rebuild;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.journal.SessionFile;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.Drives;
import trapline.record.MachineFactory;

/**
 * Makes a session whole again whose recorder was killed or whose journal was damaged.
 *
 * <p>What is intact is kept as it is, with its latencies. It is executed again and every fact of it
 * compared, so that a repaired session is one that replays. A session that had been finished before
 * the damage is then executed to its end and its lost facts are appended, their latencies absent;
 * one whose recorder was killed ends at its last committed event.
 */
public final class Repair {
    /**
     * What a repair did.
     *
     * @param damage what was wrong, in one line, or null when only the seal was missing
     * @param kept facts and inputs that were intact
     * @param rebuilt facts that were lost and came back by execution
     * @param verified the intact facts were reproduced
     * @param file the session as it is now
     */
    public record Result(
            @Nullable String damage, long kept, long rebuilt, boolean verified, SessionFile file) {}

    private Repair() {}

    /**
     * Repairs the session in place; the old queue is gone only when the new one is whole.
     *
     * @throws SessionException when it is busy, not a session, or cannot be reproduced by this
     *     build
     */
    public static Result run(Path dir, VirtualMachine.@Nullable EngineFactory engine) {
        boolean finished = Files.exists(dir.resolve("session.json"));
        try (Rebuild rebuild = Rebuild.open(dir)) {
            FactTotals intact = rebuild.totals();
            if (rebuild.sealed()) {
                return new Result(rebuild.damage(), intact.facts(), 0, true, rebuild.finishFile());
            }
            SessionConfig config = rebuild.config();
            VirtualMachine vm =
                    MachineFactory.build(
                            config,
                            i -> image(dir, i),
                            Drives.ofRepair(dir, config),
                            Silent.SINK,
                            engine);
            Dictionary names = MachineFactory.dictionary(vm);
            // Compared in the machine's own index space; written with the machine's names.
            JournalWriter writer = rebuild.begin(MachineFactory.names(vm));
            boolean goOn = finished && !config.console();
            Sink sink = execute(rebuild, vm, names, writer, goOn);
            Machine m = vm.machine();
            SessionFile f =
                    sink.outcome
                            ? rebuild.finish(
                                    m.machineRetired(), m.nanos(), m.digest().high, m.digest().low)
                            : rebuild.finish(intact.machineRetired(), intact.virtualNanos(), 0, 0);
            return new Result(rebuild.damage(), intact.facts(), sink.appended, true, f);
        }
    }

    private static Sink execute(
            Rebuild rebuild,
            VirtualMachine vm,
            Dictionary names,
            JournalWriter writer,
            boolean goOn) {
        SessionConfig config = rebuild.config();
        try (Cursor c = rebuild.cursor(names, Cursor.View.EACH)) {
            Verifier v = new Verifier(c, names, MachineFactory.names(vm), config.console());
            Sink sink = new Sink(v, writer, goOn);
            vm.machine().setFacts(sink);
            vm.machine().setInputs(v, vm::offerConsole);
            try {
                if (config.parent() == null) {
                    for (String line : vm.config().personality().bootLog()) {
                        sink.log(0, 0, line);
                    }
                } else {
                    throw new SessionException(
                            SessionException.BAD_INPUT,
                            "a fork cannot be repaired: make it again with trapline replay --flip");
                }
                vm.machine().run();
            } catch (StopRun e) {
                // The intact facts end here.
            } catch (Divergence e) {
                Mismatch m = e.mismatch();
                throw new SessionException(
                        SessionException.DAMAGED,
                        "the intact part is not reproduced: "
                                + m.what()
                                + " at trap "
                                + m.trap()
                                + ": expected "
                                + m.expected()
                                + ", found "
                                + m.found());
            }
            return sink;
        }
    }

    static byte[] image(Path dir, SessionConfig.Image i) {
        Path kept = dir.resolve("images").resolve(i.sha256());
        Path file = Files.exists(kept) ? kept : Path.of(i.path());
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new SessionException(
                    SessionException.ENVIRONMENT,
                    dir + ": cannot read the " + i.role() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Compares while there is something to compare with, then appends. */
    private static final class Sink implements FactSink {
        private final Verifier verifier;
        private final JournalWriter writer;
        private final boolean goOn;
        private boolean past = true;
        private boolean outcome;
        private long appended;

        Sink(Verifier verifier, JournalWriter writer, boolean goOn) {
            this.verifier = verifier;
            this.writer = writer;
            this.goOn = goOn;
        }

        /**
         * Whether this fact is new; {@code compare} leaves with {@link StopRun} where the journal
         * ends.
         */
        private boolean isNew(Runnable compare) {
            if (past) {
                try {
                    compare.run();
                    return false;
                } catch (StopRun e) {
                    if (!goOn) {
                        throw e;
                    }
                    past = false;
                }
            }
            appended++;
            return true;
        }

        @Override
        public void trap(Trap t) {
            if (isNew(() -> verifier.trap(t))) {
                t.hostNanos = -1;
                writer.trap(t);
            }
        }

        @Override
        public void interrupt(
                int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
            if (isNew(() -> verifier.interrupt(vcpu, retired, virtualNanos, pc, kind, intid))) {
                writer.interrupt(vcpu, retired, virtualNanos, pc, kind, intid);
            }
        }

        @Override
        public void console(int port, int value, long machineRetired, long virtualNanos) {
            if (isNew(() -> verifier.console(port, value, machineRetired, virtualNanos))) {
                writer.console(port, value, machineRetired, virtualNanos);
            }
        }

        @Override
        public void log(long machineRetired, long virtualNanos, String line) {
            if (isNew(() -> verifier.log(machineRetired, virtualNanos, line))) {
                writer.log(machineRetired, virtualNanos, line);
            }
        }

        @Override
        public void digest(long machineRetired, long virtualNanos, long high, long low) {
            if (isNew(() -> verifier.digest(machineRetired, virtualNanos, high, low))) {
                writer.digest(machineRetired, virtualNanos, high, low);
            }
        }

        @Override
        public void outcome(long machineRetired, long virtualNanos, Outcome o) {
            if (isNew(() -> verifier.outcome(machineRetired, virtualNanos, o))) {
                writer.outcome(machineRetired, virtualNanos, o);
            }
            outcome = true;
        }
    }
}
