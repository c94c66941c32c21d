package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.isa.CpuModel;
import trapline.machine.Engine;
import trapline.machine.MachineConfig;
import trapline.machine.VirtualMachine;
import trapline.machine.boot.BootPlatform;
import trapline.policy.PolicySettings;
import trapline.policy.TrapCost;
import trapline.vcpu.Interpreter;
import trapline.vcpu.Vcpu;

/**
 * Every bundled guest, interpreted only, translated always, and mixed: all facts of the runs are
 * equal.
 */
@DisplayName("Bundled guests give one run on every engine")
class GuestsAgreeTest {
    private static final Path IMAGES = Path.of("../samples/guests/images");
    private static final long BUDGET = 700_000;
    private static final long BUDGET_SLICED = 200_000;
    private static final int LONGEST_SLICE = 5_000;
    private static final long MEMORY = 128L << 20;

    /** A guest and the hypervisor that it runs on. */
    record Run(Path image, PolicySettings settings) {
        @Override
        public String toString() {
            return image.getFileName() + " on " + settings.hypervisor();
        }
    }

    /** All on Xen; on KVM the one that debugs itself there. */
    static Stream<Run> guests() throws IOException {
        try (Stream<Path> all = Files.list(IMAGES)) {
            List<Path> sorted = all.filter(p -> p.toString().endsWith(".elf")).sorted().toList();
            assertThat(sorted).isNotEmpty();
            Run debugged =
                    new Run(
                            IMAGES.resolve("debug-tour.elf"),
                            PolicySettings.DEFAULT.withHypervisor("kvm"));
            return Stream.concat(
                    sorted.stream().map(p -> new Run(p, PolicySettings.DEFAULT)),
                    Stream.of(debugged));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void threeEngines(Run guest) throws Exception {
        String interpreted = run(guest, BUDGET, null);
        JitEngine[] engine = new JitEngine[1];
        String always =
                run(
                        guest,
                        BUDGET,
                        translator(engine, new JitEngine.Options(0, 1_000, 200, 20_000, false)));
        assertThat(always).as("translated always").isEqualTo(interpreted);
        assertThat(engine[0].installed).isPositive();
        String mixed =
                run(
                        guest,
                        BUDGET,
                        translator(engine, new JitEngine.Options(20, 10_000, 50, 100, true)));
        engine[0].close();
        assertThat(mixed).as("mixed, translated in the background").isEqualTo(interpreted);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guests")
    void statesAtRandomStops(Run guest) throws Exception {
        long seed = guest.image.getFileName().toString().hashCode();
        long[] a = new long[1];
        long[] b = new long[1];
        String interpreted = run(guest, BUDGET_SLICED, (_, _) -> sliced(Interpreter::run, seed, a));
        String translated =
                run(
                        guest,
                        BUDGET_SLICED,
                        (code, cpus) ->
                                sliced(
                                        new JitEngine(
                                                        code,
                                                        cpus,
                                                        new JitEngine.Options(
                                                                0, 1_000, 200, 20_000, false))
                                                ::run,
                                        seed,
                                        b));
        assertThat(translated).as("seed " + seed).isEqualTo(interpreted);
        assertThat(b[0]).as("states at stops, seed " + seed).isEqualTo(a[0]);
    }

    private static VirtualMachine.EngineFactory translator(
            JitEngine[] made, JitEngine.Options options) {
        return (code, cpus) -> {
            made[0] = new JitEngine(code, cpus, options);
            return made[0]::run;
        };
    }

    /** Stops an engine at random counts too and hashes the vCPU's registers there. */
    private static Engine sliced(Engine engine, long seed, long[] hash) {
        Random random = new Random(seed);
        return c -> {
            while (c.retired < c.limit) {
                long whole = c.limit;
                long slice = Math.min(whole, c.retired + random.nextInt(1, LONGEST_SLICE + 1));
                c.limit = slice;
                engine.run(c);
                hash[0] = mix(hash[0], c);
                if (c.limit == slice) {
                    c.limit = whole; // nobody else set it meanwhile
                }
            }
        };
    }

    private static long mix(long hash, Vcpu c) {
        long h = mix(mix(mix(hash, c.pc), c.retired), c.spsr());
        for (int k = 0; k <= Vcpu.SP; k++) {
            h = mix(h, c.x[k]);
        }
        for (long v : c.v) {
            h = mix(h, v);
        }
        return mix(h, c.fp.fpsr);
    }

    private static long mix(long h, long v) {
        return Long.rotateLeft((h ^ v) * 0x9e37_79b9_7f4a_7c15L, 31);
    }

    /**
     * Runs a guest and returns what was journaled of it, hashed, with the last digest and the
     * outcome as text.
     */
    private static String run(Run guest, long budget, VirtualMachine.@Nullable EngineFactory engine)
            throws Exception {
        CpuModel model = CpuModel.CORTEX_A57;
        MachineConfig config =
                new MachineConfig(
                        BootPlatform.XEN_DOMU,
                        model,
                        guest.image.toString().contains("smp") ? 2 : 1,
                        MEMORY,
                        3,
                        guest.settings.create(model, 3, -1),
                        TrapCost.standard(),
                        new MachineConfig.BootImages(
                                Files.readAllBytes(guest.image), null, null, null, ""),
                        1_700_000_000L,
                        0,
                        "",
                        null,
                        budget,
                        false,
                        false,
                        List.of(),
                        false);
        Facts facts = new Facts();
        VirtualMachine vm = new VirtualMachine(config, facts, engine);
        vm.machine().run();
        return facts.toString();
    }

    private static final class Facts implements FactSink {
        private long hash;
        private long traps;
        private String end = "";

        private void add(long... values) {
            for (long v : values) {
                hash = mix(hash, v);
            }
        }

        @Override
        public void trap(Trap t) {
            traps++;
            add(t.retired, t.pc, t.value, t.esr, t.injectedEsr);
        }

        @Override
        public void interrupt(int vcpu, long retired, long nanos, long pc, int kind, int intid) {
            add(vcpu, retired, nanos, pc, kind, intid);
        }

        @Override
        public void console(int port, int value, long retired, long nanos) {
            add(port, value, retired, nanos);
        }

        @Override
        public void log(long retired, long nanos, String line) {
            add(retired, nanos, line.hashCode());
        }

        @Override
        public void digest(long retired, long nanos, long high, long low) {
            add(retired, nanos, high, low);
        }

        @Override
        public void outcome(long retired, long nanos, Outcome o) {
            end = o + " after " + retired;
        }

        @Override
        public String toString() {
            return Long.toHexString(hash) + ", " + traps + " traps, " + end;
        }
    }
}
