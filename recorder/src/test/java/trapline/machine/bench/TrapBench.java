package trapline.machine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import trapline.jit.JitEngine;
import trapline.journal.JournalWriter;
import trapline.journal.SessionConfig;
import trapline.journal.SessionWriter;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.MachineFactory;

/**
 * A trap in a guest's loop, all of the machine included: {@code traps} is nanoseconds a trap, the
 * loop's own few instructions among them; the score itself is of {@value #STEP} instructions.
 * Repeat with {@code mvn -Pbench -pl recorder -am verify -DskipTests -Dbench='TrapBench.*'}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TrapBench {
    private static final int STEP = 1 << 16;
    private static final long ENDLESS = 1_000_000_000_000L;

    /** What traps; see samples/guests/bench. */
    @Param({"trap-loop", "hvc-loop", "mmio-loop", "wfi-loop"})
    public String guest;

    /**
     * Where facts go: {@code none}, thrown away; {@code clock}, thrown away after the clock was
     * read for the latency; {@code journal}, as in a recording.
     */
    @Param({"none", "clock", "journal"})
    public String facts;

    private VirtualMachine vm;
    private SessionWriter session;

    /** Counted by JMH beside the score. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Counts {
        public long traps;
    }

    @Setup(Level.Iteration)
    public void start() throws IOException {
        byte[] elf = Files.readAllBytes(ExecuteBench.GUESTS.resolve(guest + ".elf"));
        SessionConfig.Builder b = SessionConfig.builder();
        b.append = "n=" + ENDLESS;
        b.images = List.of(new SessionConfig.Image("kernel", "", elf.length, guest));
        SessionConfig config = b.build();
        VirtualMachine.EngineFactory engine =
                (code, cpus) -> new JitEngine(code, cpus, JitEngine.Options.standard())::run;
        vm = MachineFactory.build(config, _ -> elf, List.of(), ExecuteBench.NOWHERE, engine);
        if (facts.equals("none")) {
            return;
        }
        vm.el2().setClock(System::nanoTime);
        if (facts.equals("clock")) {
            return;
        }
        session =
                SessionWriter.create(
                        Files.createTempDirectory("trapline-bench").resolve("session"));
        JournalWriter journal = session.begin(config, MachineFactory.names(vm), null);
        Machine m = vm.machine();
        m.setFacts(journal);
        m.setCheckpoint(x -> seal(journal, x));
    }

    private static void seal(JournalWriter journal, Machine m) {
        journal.seal(m.machineRetired(), m.nanos(), m.digest().high, m.digest().low);
    }

    @TearDown(Level.Iteration)
    public void stop() throws IOException {
        if (session == null) {
            return;
        }
        Machine m = vm.machine();
        session.finish(m.machineRetired(), m.nanos(), m.digest().high, m.digest().low);
        Path folder = session.dir().getParent();
        session = null;
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(p);
            }
        }
    }

    /** Runs the guest on. */
    @Benchmark
    public void run(Counts counts) {
        long before = vm.el2().traps();
        Machine m = vm.machine();
        m.setStopAt(m.machineRetired() + STEP);
        if (m.run() != null) {
            throw new IllegalStateException("the guest ended");
        }
        if (session != null && session.journal().stretchFull()) {
            session.journal().seal(m.machineRetired(), m.nanos(), 0, 0);
        }
        counts.traps += vm.el2().traps() - before;
    }
}
