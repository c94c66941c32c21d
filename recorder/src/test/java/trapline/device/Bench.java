package trapline.device;

import java.util.ArrayList;
import java.util.List;
import trapline.bus.Access;
import trapline.bus.ConsoleSink;
import trapline.bus.CpuInterrupts;
import trapline.bus.Deadline;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.Scheduler;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * What a device is wired to in these tests: a clock that is moved by hand, wires that are looked
 * at, a log that is kept.
 */
final class Bench implements Scheduler, CpuInterrupts, ConsoleSink, HypervisorLog {
    final StringBuilder output = new StringBuilder();
    final List<String> log = new ArrayList<>();
    final boolean[] irq = new boolean[8];
    final boolean[] fiq = new boolean[8];
    int emptyPolls;
    private final List<Deadline> deadlines = new ArrayList<>();
    private long now;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void register(Deadline d) {
        deadlines.add(d);
    }

    /** Moves the clock, firing what is due on the way, in order. */
    void advance(long nanos) {
        long until = now + nanos;
        while (true) {
            Deadline next = null;
            for (Deadline d : deadlines) {
                if (d.at() <= until && (next == null || d.at() < next.at())) {
                    next = d;
                }
            }
            if (next == null) {
                break;
            }
            now = Math.max(now, next.at());
            next.set(Deadline.NEVER);
            next.fire();
        }
        now = until;
    }

    /** The earliest deadline. */
    long next() {
        return deadlines.stream().mapToLong(Deadline::at).min().orElse(Deadline.NEVER);
    }

    @Override
    public void irq(int vcpu, boolean level) {
        irq[vcpu] = level;
    }

    @Override
    public void fiq(int vcpu, boolean level) {
        fiq[vcpu] = level;
    }

    @Override
    public void output(int value) {
        output.append((char) value);
    }

    @Override
    public void emptyPoll() {
        emptyPolls++;
    }

    @Override
    public boolean enabled(int level) {
        return level <= WARNING;
    }

    @Override
    public void line(int level, String text) {
        log.add(text);
    }

    static Access load(Device d, int vcpu, long offset, int bytes) {
        Access a = new Access();
        a.vcpu = vcpu;
        a.bytes = bytes;
        a.value = 0x5555555555555555L;
        d.access(offset, a);
        return a;
    }

    static Access store(Device d, int vcpu, long offset, int bytes, long value) {
        Access a = new Access();
        a.vcpu = vcpu;
        a.bytes = bytes;
        a.write = true;
        a.value = value;
        d.access(offset, a);
        return a;
    }

    /** A 32-bit load by vCPU 0 that must not abort. */
    static long read(Device d, long offset) {
        return read(d, 0, offset);
    }

    static long read(Device d, int vcpu, long offset) {
        Access a = load(d, vcpu, offset, 4);
        if (a.abort) {
            throw new AssertionError("abort at 0x" + Long.toHexString(offset));
        }
        return a.value;
    }

    /** A 32-bit store by vCPU 0 that must not abort. */
    static void write(Device d, long offset, long value) {
        write(d, 0, offset, value);
    }

    static void write(Device d, int vcpu, long offset, long value) {
        if (store(d, vcpu, offset, 4, value).abort) {
            throw new AssertionError("abort at 0x" + Long.toHexString(offset));
        }
    }

    /** Saves one and loads it into another. */
    static void copy(Snapshottable from, Snapshottable to) {
        StateWriter w = new StateWriter();
        from.save(w);
        StateReader r = new StateReader(w.toByteArray());
        to.load(r);
        if (r.remaining() != 0) {
            throw new AssertionError(r.remaining() + " bytes left over");
        }
    }
}
