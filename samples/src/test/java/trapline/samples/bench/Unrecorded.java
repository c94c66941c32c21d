package trapline.samples.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.jit.JitEngine;
import trapline.journal.SessionConfig;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.MachineFactory;

/**
 * A run of {@code trapline record} without the recording: the same machine and engine, every fact
 * thrown away, no host clock read, no snapshot. {@code samples/scripts/bench.py} runs it in turns
 * with the real command, on the same JVM flags: the difference is what recording costs.
 *
 * <p>Arguments are those options of {@code trapline record} that the benchmarks use; prints one
 * line of JSON with the names of {@code trapline info}.
 */
public final class Unrecorded {
    private static final List<String> IMAGES = List.of("kernel", "initrd", "firmware");
    private static final long RTC = 1_735_689_600L; // the default of "record": 2025-01-01

    private Unrecorded() {}

    /** Runs one guest to its end. */
    public static void main(String[] args) throws IOException {
        SessionConfig.Builder b = SessionConfig.builder();
        b.rtcSeconds = RTC;
        b.config.put("PARTIAL_EMULATION", "y");
        Map<String, byte[]> bytes = new HashMap<>();
        for (int i = 0; i + 1 < args.length; i += 2) {
            option(b, bytes, args[i], args[i + 1]);
        }
        List<SessionConfig.Image> images = new ArrayList<>();
        for (String role : IMAGES) {
            byte[] image = bytes.get(role);
            if (image != null) {
                images.add(new SessionConfig.Image(role, "", image.length, role));
            }
        }
        b.images = images;
        VirtualMachine vm =
                MachineFactory.build(
                        b.build(), i -> bytes.get(i.role()), List.of(), NOWHERE, engine());
        long began = System.nanoTime();
        Machine m = vm.machine();
        Outcome o = m.run();
        long wallNanos = System.nanoTime() - began;
        System.out.printf(
                "{\"outcome\": {\"kind\": \"%s\"}, \"retired\": %d, \"traps\": %d, \"stateDigest\": \"%016x%016x\", \"wallNanos\": %d}%n",
                o == null ? "NONE" : o.kind(),
                m.machineRetired(),
                vm.el2().traps(),
                m.digest().high,
                m.digest().low,
                wallNanos);
    }

    private static VirtualMachine.EngineFactory engine() {
        JitEngine.Options options = JitEngine.Options.standard();
        return (code, cpus) -> new JitEngine(code, cpus, options)::run;
    }

    private static void option(
            SessionConfig.Builder b, Map<String, byte[]> bytes, String name, String value)
            throws IOException {
        switch (name) {
            case "--guest" -> bytes.put("kernel", bundled(value));
            case "--kernel", "--initrd", "--firmware" ->
                    bytes.put(name.substring(2), Files.readAllBytes(Path.of(value)));
            case "--append" -> b.append = value;
            case "--platform" -> b.platform = value;
            case "--input" -> b.input = Files.readString(Path.of(value));
            case "--partial-emulation" -> b.flags.put("partial-emulation", value);
            default -> throw new IllegalArgumentException("not an option here: " + name);
        }
    }

    private static byte[] bundled(String guest) throws IOException {
        try (InputStream in =
                ClassLoader.getSystemResourceAsStream("trapline/guests/" + guest + ".elf")) {
            if (in == null) {
                throw new IllegalArgumentException("no bundled guest " + guest);
            }
            return in.readAllBytes();
        }
    }

    private static final FactSink NOWHERE =
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
