package trapline.machine;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.SessionConfig;
import trapline.record.MachineFactory;
import trapline.vcpu.Vcpu;

/**
 * A whole machine of platform xen-domu whose kernel is a few instruction words at {@link #ENTRY};
 * traps cost no time.
 */
public final class Bare {
    /** Where a headerless kernel is put: RAM base + 0x80000. */
    public static final long ENTRY = 0x4008_0000L;

    public static final long UART = 0x2200_0000L;

    /** Facts in order, one line each; the console apart. */
    public final List<String> facts = new ArrayList<>();

    public final StringBuilder console = new StringBuilder();
    public final SessionConfig.Builder config = SessionConfig.builder();
    private VirtualMachine vm;

    /** Whether traps are among {@link #facts}. */
    public boolean keepTraps;

    public Bare(int cpus) {
        config.cpus = cpus;
        config.memoryBytes = 16 << 20;
        config.trapCost = "none";
        config.guest = "bare";
    }

    /** Builds the machine around this code; to be called once. */
    public Bare code(int... words) {
        ByteBuffer b = ByteBuffer.allocate(4 * words.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int w : words) {
            b.putInt(w);
        }
        byte[] kernel = b.array();
        config.images = List.of(new SessionConfig.Image("kernel", "", kernel.length, "bare"));
        vm = MachineFactory.build(config.build(), i -> kernel, List.of(), new Facts(), null);
        return this;
    }

    public VirtualMachine vm() {
        return vm;
    }

    public Machine machine() {
        return vm.machine();
    }

    public Vcpu cpu(int index) {
        return vm.machine().cpus[index];
    }

    /** Runs to the end, or stops where {@link Machine#setStopAt} says. */
    public Outcome run() {
        return vm.machine().run();
    }

    public Outcome run(long budget) {
        vm.machine().setBudget(budget);
        return run();
    }

    /** Calls {@code action} at a moment of virtual time. */
    public void at(long nanos, Consumer<Machine> action) {
        Machine m = vm.machine();
        trapline.bus.Deadline d =
                new trapline.bus.Deadline() {
                    @Override
                    public void fire() {
                        action.accept(m);
                    }
                };
        m.register(d);
        d.set(nanos);
    }

    private final class Facts implements FactSink {
        @Override
        public void trap(Trap t) {
            if (keepTraps) {
                facts.add(
                        String.format(
                                "trap %d cpu%d %s at %d ns, retired %d, pc %x: %s",
                                t.id, t.vcpu, t.cls, t.virtualNanos, t.retired, t.pc, t.action));
            }
        }

        @Override
        public void interrupt(
                int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
            facts.add(
                    String.format(
                            "interrupt %d cpu%d at %d ns, retired %d, pc %x",
                            kind, vcpu, virtualNanos, retired, pc));
        }

        @Override
        public void console(int port, int value, long machineRetired, long virtualNanos) {
            console.append(new String(new byte[] {(byte) value}, StandardCharsets.ISO_8859_1));
        }

        @Override
        public void log(long machineRetired, long virtualNanos, String line) {
            facts.add("log " + line);
        }

        @Override
        public void digest(long machineRetired, long virtualNanos, long high, long low) {
            facts.add(String.format("digest at %d: %016x%016x", machineRetired, high, low));
        }

        @Override
        public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
            facts.add(
                    String.format("%s at %d, %d ns", outcome.kind(), machineRetired, virtualNanos));
        }
    }
}
