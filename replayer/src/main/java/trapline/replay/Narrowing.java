package trapline.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.event.FactSink;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.isa.Disassembler;
import trapline.isa.SysReg;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.Snapshot;
import trapline.journal.SnapshotReader;
import trapline.machine.Machine;
import trapline.machine.VirtualMachine;
import trapline.record.StopRequest;
import trapline.vcpu.Vcpu;

/**
 * Narrows a difference that only a state digest shows: to the interval between two digests; to the
 * registers and pages that differ at the next snapshot, where there is one; and to the first
 * instruction, where the other engine reproduces the recorded digest.
 */
public final class Narrowing {
    private static final int PAGES_SHOWN = 16;

    private final Session session;
    private final VirtualMachine.@Nullable EngineFactory engine;
    private final StopRequest stop;
    private long from;
    private long to;
    private long expectedHigh;
    private long expectedLow;

    private Narrowing(
            Session session, VirtualMachine.@Nullable EngineFactory engine, StopRequest stop) {
        this.session = session;
        this.engine = engine;
        this.stop = stop;
    }

    /**
     * Lines for a person, most telling last.
     *
     * @param engine the engine that the failed replay used
     * @throws StopRequest.Stopped when that is wished
     */
    public static List<String> of(
            Session session,
            Mismatch mismatch,
            VirtualMachine.@Nullable EngineFactory engine,
            StopRequest stop) {
        List<String> lines = new ArrayList<>();
        Narrowing n = new Narrowing(session, engine, stop);
        if (!mismatch.what().equals("digest") || !n.findInterval(mismatch)) {
            return lines;
        }
        lines.add("the state was right at retired " + n.from + " and is wrong at retired " + n.to);
        n.atNextSnapshot(lines);
        n.otherEngine(lines);
        return lines;
    }

    /** The digest that differs, and the one before it. */
    private boolean findInterval(Mismatch m) {
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.RUNS)) {
            long before = 0;
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e != Cursor.Event.DIGEST) {
                    continue;
                }
                if (Verifier.digestText(c.high(), c.low()).equals(m.expected())) {
                    from = before;
                    to = c.retired();
                    expectedHigh = c.high();
                    expectedLow = c.low();
                    return true;
                }
                before = c.retired();
            }
        }
        return false;
    }

    private @Nullable Snapshot snapshotAtOrBefore(long retired) {
        SnapshotReader r = session.ownSnapshots();
        return r == null ? null : r.nearestBeforeRetired(retired);
    }

    private @Nullable Snapshot snapshotAtOrAfter(long retired) {
        SnapshotReader r = session.ownSnapshots();
        if (r == null) {
            return null;
        }
        for (Snapshot s : r.snapshots()) {
            if (s.machineRetired() >= retired) {
                return s;
            }
        }
        return null;
    }

    /** A machine run, unchecked, from the last snapshot before the interval to a count. */
    private VirtualMachine runTo(
            long retired, VirtualMachine.@Nullable EngineFactory with, FactSink facts) {
        VirtualMachine vm = Replayer.machine(session, session.config(), Silent.SINK, with);
        Snapshot s = snapshotAtOrBefore(from);
        try (Cursor c = session.cursor(new Dictionary(), Cursor.View.EACH)) {
            SnapshotReader r = session.ownSnapshots();
            if (s != null && r != null) {
                Restore.apply(vm, r, s, Restore.Pages.NOW);
                Replayer.skipTo(c, s.facts());
            }
            vm.machine().setFacts(facts);
            PastInputs inputs = new PastInputs(c, Long.MAX_VALUE, session.config().console());
            vm.machine().setInputs(new Stoppable(inputs, stop), vm::offerConsole);
            vm.machine().setStopAt(retired);
            vm.machine().run();
        }
        return vm;
    }

    private void atNextSnapshot(List<String> lines) {
        Snapshot next = snapshotAtOrAfter(to);
        SnapshotReader r = session.ownSnapshots();
        if (next == null || r == null) {
            lines.add("no snapshot lies behind it, so registers and pages cannot be compared");
            return;
        }
        VirtualMachine found = runTo(next.machineRetired(), engine, Silent.SINK);
        VirtualMachine expected = Replayer.machine(session, session.config(), Silent.SINK, null);
        Restore.apply(expected, r, next, Restore.Pages.NOW);
        lines.add("at the snapshot at retired " + next.machineRetired() + ":");
        Machine a = expected.machine();
        Machine b = found.machine();
        for (int k = 0; k < a.cpus.length; k++) {
            registers(lines, k, a.cpus[k], b.cpus[k]);
        }
        pages(lines, a.memory, b.memory);
    }

    private static void registers(List<String> lines, int cpu, Vcpu a, Vcpu b) {
        String who = "  vCPU " + cpu + " ";
        for (int i = 0; i < 31; i++) {
            line(lines, who + "x" + i, a.x[i], b.x[i]);
        }
        line(lines, who + "pc", a.pc, b.pc);
        line(lines, who + "pstate", a.spsr(), b.spsr());
        line(lines, who + "SP_EL0", a.stack(SysReg.SP_EL0), b.stack(SysReg.SP_EL0));
        line(lines, who + "SP_EL1", a.stack(SysReg.SP_EL1), b.stack(SysReg.SP_EL1));
        line(lines, who + "fpcr", a.fp.fpcr, b.fp.fpcr);
        line(lines, who + "fpsr", a.fp.fpsr, b.fp.fpsr);
        line(lines, who + "retired", a.retired, b.retired);
        for (int i = 0; i < 64; i++) {
            line(lines, who + "v" + (i >> 1) + ((i & 1) == 0 ? ".low" : ".high"), a.v[i], b.v[i]);
        }
        for (int i = 0; i < SysReg.REGISTERS; i++) {
            if (i != SysReg.SP_EL0 && i != SysReg.SP_EL1) {
                line(lines, who + SysReg.name(i, true), a.sys[i], b.sys[i]);
            }
        }
    }

    private static void line(List<String> lines, String what, long expected, long found) {
        if (expected != found) {
            lines.add(
                    what
                            + ": expected 0x"
                            + Long.toHexString(expected)
                            + ", found 0x"
                            + Long.toHexString(found));
        }
    }

    private static void pages(List<String> lines, PhysMemory a, PhysMemory b) {
        int different = 0;
        for (int f = 0; f < a.frames(); f++) {
            long at = firstDifference(a.host(f), b.host(f));
            if (at >= 0 && ++different <= PAGES_SHOWN) {
                lines.add(
                        "  page 0x"
                                + Long.toHexString(a.physical(f))
                                + " from offset 0x"
                                + Long.toHexString(at)
                                + ": expected 0x"
                                + Long.toHexString(Native.getLong(a.host(f) + at))
                                + ", found 0x"
                                + Long.toHexString(Native.getLong(b.host(f) + at)));
            }
        }
        if (different > PAGES_SHOWN) {
            lines.add("  and " + (different - PAGES_SHOWN) + " more pages");
        }
    }

    private static long firstDifference(long a, long b) {
        for (int k = 0; k < PhysMemory.FRAME; k += 8) {
            if (Native.getLong(a + k) != Native.getLong(b + k)) {
                return k;
            }
        }
        return -1;
    }

    private void otherEngine(List<String> lines) {
        if (engine == null) {
            lines.add(
                    "the interpreter itself differs from the recording: there is no engine to compare it with");
            return;
        }
        Digests d = new Digests();
        runTo(to + 1, null, d);
        if (d.high != expectedHigh || d.low != expectedLow) {
            lines.add("the interpreter does not reproduce the recorded digest either");
            return;
        }
        long good = from;
        long bad = to;
        while (bad - good > 1) {
            long middle = good + (bad - good) / 2;
            if (same(middle)) {
                good = middle;
            } else {
                bad = middle;
            }
        }
        VirtualMachine vm = runTo(good, null, Silent.SINK);
        Vcpu c = vm.machine().current();
        String symbol = vm.symbols().nameAndOffset(c.pc);
        lines.add(
                "the interpreter reproduces the recorded digest; the translator first differs at instruction "
                        + bad
                        + ", pc 0x"
                        + Long.toHexString(c.pc)
                        + (symbol == null ? "" : " (" + symbol + ")")
                        + instruction(vm, c));
    }

    private static String instruction(VirtualMachine vm, Vcpu c) {
        var w = c.mmu.walkFor(c.pc);
        if (w.fault >= 0 || !vm.machine().memory.contains(w.pa, 4)) {
            return "";
        }
        return ": " + Disassembler.text(c.pc, Native.getInt(vm.machine().memory.hostOf(w.pa)));
    }

    private boolean same(long retired) {
        VirtualMachine a = runTo(retired, null, Silent.SINK);
        VirtualMachine b = runTo(retired, engine, Silent.SINK);
        a.machine().takeDigest();
        b.machine().takeDigest();
        return a.machine().digest().high == b.machine().digest().high
                && a.machine().digest().low == b.machine().digest().low;
    }

    /** Keeps the last digest. */
    private static final class Digests implements FactSink {
        private long high;
        private long low;

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
        public void digest(long machineRetired, long virtualNanos, long h, long l) {
            high = h;
            low = l;
        }

        @Override
        public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
            Objects.requireNonNull(outcome);
        }
    }
}
