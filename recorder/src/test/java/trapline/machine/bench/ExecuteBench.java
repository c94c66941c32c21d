package trapline.machine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.jit.JitEngine;
import trapline.journal.SessionConfig;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.MachineFactory;

/**
 * Decoding one instruction, and executing one, all of the machine included: nanoseconds an
 * instruction. Repeat with {@code mvn -Pbench -pl recorder -am verify -DskipTests
 * -Dbench='ExecuteBench.*'}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExecuteBench {
    private static final int STEP = 1 << 20;
    static final Path GUESTS = Path.of("..", "samples", "guests", "images");

    /** A guest and its boot arguments; all of them go on for longer than a benchmark does. */
    @Param({
        "alu-loop n=1000000000000",
        "core-loop n=1000000000",
        "memcpy-loop n=1000000000",
        "compute rounds=1000000000"
    })
    public String guest;

    @Param({"interpreter", "translator"})
    public String engine;

    private Machine machine;
    private A64Decoder decoder;
    private int[] words;
    private int next;

    @Setup(Level.Trial)
    public void start() throws IOException {
        String[] words = guest.split(" ");
        byte[] elf = Files.readAllBytes(GUESTS.resolve(words[0] + ".elf"));
        SessionConfig.Builder b = SessionConfig.builder();
        b.append = words[1];
        b.images = List.of(new SessionConfig.Image("kernel", "", elf.length, words[0]));
        VirtualMachine.EngineFactory translator =
                (code, cpus) -> new JitEngine(code, cpus, JitEngine.Options.standard())::run;
        machine =
                MachineFactory.build(
                                b.build(),
                                _ -> elf,
                                List.of(),
                                NOWHERE,
                                engine.equals("interpreter") ? null : translator)
                        .machine();
        decoder = A64Decoder.of(CpuModel.byName("cortex-a57").orElseThrow());
        this.words = new int[elf.length / 4 & -4];
        for (int i = 0; i < this.words.length; i++) {
            int at = 4 * i;
            this.words[i] =
                    elf[at] & 0xff
                            | (elf[at + 1] & 0xff) << 8
                            | (elf[at + 2] & 0xff) << 16
                            | elf[at + 3] << 24;
        }
    }

    /** Runs the guest on, a million instructions at a time. */
    @Benchmark
    @OperationsPerInvocation(STEP)
    public Outcome execute() {
        machine.setStopAt(machine.machineRetired() + STEP);
        Outcome o = machine.run();
        if (o != null) {
            throw new IllegalStateException("the guest ended: " + o);
        }
        return o;
    }

    /** Decodes the guest's own words, one after the other. */
    @Benchmark
    public int decode() {
        next = next + 1 < words.length ? next + 1 : 0;
        return decoder.decode(words[next]);
    }

    static final FactSink NOWHERE =
            new FactSink() {
                @Override
                public void trap(Trap t) {}

                @Override
                public void interrupt(
                        int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {}

                @Override
                public void console(int port, int value, long machineRetired, long virtualNanos) {}

                @Override
                public void log(long machineRetired, long virtualNanos, String line) {}

                @Override
                public void digest(long machineRetired, long virtualNanos, long high, long low) {}

                @Override
                public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {}
            };
}
