package trapline.machine.bench;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import trapline.event.Outcome;
import trapline.machine.Bare;
import trapline.machine.Machine;

/**
 * Code that runs for the first time: nanoseconds an instruction that is fetched, decoded and
 * executed once by the interpreter, and the same when it was decoded before. Repeat with {@code mvn
 * -Pbench -pl recorder -am verify -DskipTests -Dbench='DecodeExecuteBench.*'}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class DecodeExecuteBench {
    /** The whole of the code: straight on, and one branch back to its start. */
    private static final int WORDS = 1 << 14;

    private static final int[] FORMS = {
        0x91000400, // add x0, x0, #1
        0xca010042, // eor x2, x2, x1
        0xd3410c63, // ubfx x3, x3, #1, #3
        0x9b017c84, // mul x4, x4, x1
        0xeb0100bf, // cmp x5, x1
        0x1a8110c6, // csel w6, w6, w1, ne
        0x8b070ce7, // add x7, x7, x7, lsl #3
        0xaa0103e8, // mov x8, x1
        0xb9400129, // ldr w9, [x9]
    };

    private static final int LOAD = FORMS.length - 1;

    private Machine machine;

    @Setup(Level.Trial)
    public void start() {
        SplittableRandom random = new SplittableRandom(1);
        int[] words = new int[WORDS];
        for (int i = 0; i < WORDS - 1; i++) {
            words[i] = FORMS[random.nextInt(LOAD)];
            if (random.nextInt(8) == 0) {
                words[i++] = 0x10000009; // adr x9, .
                words[i] = FORMS[LOAD];
            }
        }
        words[WORDS - 1] = 0x14000000 | -(WORDS - 1) & 0x3ffffff; // b to the first
        machine = new Bare(1).code(words).machine();
    }

    /** All of it once, with nothing decoded. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public Outcome decodeAndExecute() {
        machine.code.clear();
        return execute();
    }

    /** All of it once. */
    @Benchmark
    @OperationsPerInvocation(WORDS)
    public Outcome execute() {
        machine.setStopAt(machine.machineRetired() + WORDS);
        Outcome o = machine.run();
        if (o != null) {
            throw new IllegalStateException("the guest ended: " + o);
        }
        return o;
    }
}
