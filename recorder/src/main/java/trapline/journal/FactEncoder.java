package trapline.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/**
 * Turns events into the records of a document's payload. A trap is coded against the last trap of
 * its shape; repeats of one trap gather into a run, neighbouring console bytes into a chunk. What
 * is gathered is not in the buffer until {@link #flush()}.
 */
@SuppressWarnings("EnumOrdinal") // The order of these constants is part of the format.
final class FactEncoder {
    private static final int TABLE_MASK = 4 * Format.SHAPES_MAX - 1;

    /**
     * Room for the document header at the front; slack for what one event and one flush can add.
     */
    private final byte[] buf = new byte[Format.HEADER + Format.PAYLOAD_MAX];

    private Names names;
    private final FactTotals totals;
    private int at = Format.HEADER;

    /**
     * Where the payload ends when it holds no event: after the start of a stretch, or at its front.
     */
    private int emptyAt = Format.HEADER;

    private final Shape[] shapes = new Shape[Format.SHAPES_MAX];
    private final Shape[] table = new Shape[TABLE_MASK + 1];
    private int shapeCount;
    private boolean[] ruleKnown = new boolean[64];
    private boolean[] deviceKnown = new boolean[32];
    private long flagsKnown;

    /** Shape of the last trap: never null, so that the hot path need not ask. */
    private Shape last = Shape.none();

    /** Whether the last event is a trap, so that a repeat of it can be a run. */
    private boolean afterTrap;

    private final long[] vcpuRetired = new long[Format.VCPUS_MAX];
    private long virtual;
    private long machine;
    private long interruptPc;
    private long nextTrap;

    private int runCount;
    private boolean runLatency;
    private final long[] runRetired = new long[Format.RUN_MAX];
    private final long[] runVirtual = new long[Format.RUN_MAX];
    private final long[] runNanos = new long[Format.RUN_MAX];

    private int consoleCount;
    private int consolePort;
    private final byte[] consoleBytes = new byte[Format.CONSOLE_MAX];
    private final long[] consoleRetired = new long[Format.CONSOLE_MAX];
    private final long[] consoleNanos = new long[Format.CONSOLE_MAX];

    FactEncoder(Names names, FactTotals totals) {
        this.names = names;
        this.totals = totals;
        nextTrap = totals.lastTrap() + 1;
    }

    byte[] buffer() {
        return buf;
    }

    /** Bytes of payload so far, what is gathered not counted. */
    int size() {
        return at - Format.HEADER;
    }

    /** Whether no event waits to be committed. */
    boolean isEmpty() {
        return at == emptyAt && runCount == 0 && consoleCount == 0;
    }

    long nextTrap() {
        return nextTrap;
    }

    /** Forgets the payload, after it was committed. */
    void rewind() {
        at = Format.HEADER;
        emptyAt = at;
    }

    /** Begins a stretch: everything that later records are coded against starts afresh. */
    void start() {
        forget();
        Arrays.fill(ruleKnown, false);
        Arrays.fill(deviceKnown, false);
        flagsKnown = 0;
        Arrays.fill(vcpuRetired, 0);
        interruptPc = 0;
        afterTrap = false;
        virtual = totals.virtualNanos();
        machine = totals.machineRetired();
        u8(Format.START);
        varint(nextTrap);
        varint(totals.facts());
        varint(virtual);
        varint(machine);
        emptyAt = at;
    }

    /** Appends a trap. Allocates only when the shape is new. */
    void trap(Trap t) {
        if (t.id != nextTrap) {
            throw new IllegalStateException("trap id: expected=" + nextTrap + " actual=" + t.id);
        }
        nextTrap++;
        if (consoleCount != 0) {
            flushConsole();
        }
        int vcpu = t.vcpu;
        long retiredDelta = t.retired - vcpuRetired[vcpu];
        long virtualError = t.virtualNanos - (virtual + retiredDelta);
        vcpuRetired[vcpu] = t.retired;
        virtual = t.virtualNanos + t.costNanos;
        Shape s = last;
        if (afterTrap && s.matches(t) && s.repeats(t)) {
            totals.trap(s.digest, t);
            repeat(retiredDelta, virtualError, t.hostNanos);
            return;
        }
        flushRun();
        s = s.next;
        boolean foreseen = s.matches(t);
        if (!foreseen) {
            s = shape(t);
        }
        totals.trap(s.digest, t);
        single(s, t, foreseen, retiredDelta, virtualError);
        afterTrap = true;
    }

    private void single(Shape s, Trap t, boolean foreseen, long retiredDelta, long virtualError) {
        int tagAt = at++;
        int tag = 0;
        if (!foreseen) {
            tag = Format.T_SHAPE;
            varint(s.index);
            last.next = s;
        }
        last = s;
        if (retiredDelta != s.retiredDelta) {
            tag |= Format.T_RETIRED;
            varint(retiredDelta);
            s.retiredDelta = retiredDelta;
        }
        if (virtualError != 0) {
            tag |= Format.T_VIRTUAL;
            varint(Format.zigzag(virtualError));
        }
        if (!s.repeats(t)) {
            tag |= variables(s, t);
        }
        buf[tagAt] = (byte) tag;
        latency(s, t.hostNanos);
    }

    private void latency(Shape s, long nanos) {
        if (nanos < 0) {
            u8(0);
        } else {
            varint(Format.zigzag(nanos - s.latency) + 1);
            s.learn(nanos);
        }
    }

    private int variables(Shape s, Trap t) {
        int tag = 0;
        if (t.value != s.value) {
            long delta = Format.zigzag(t.value - s.value);
            if (Long.compareUnsigned(delta, t.value) < 0) {
                tag = Format.T_VALUE_DELTA;
                varint(delta);
            } else {
                tag = Format.T_VALUE_RAW;
                varint(t.value);
            }
            s.value = t.value;
        }
        long far = t.far - s.far;
        long ipa = t.ipa - s.ipa - far;
        long offset = t.offset - s.offset - far;
        if ((far | ipa | offset) != 0) {
            tag |= Format.T_ADDRESS;
            int mask = at++;
            int bits = 0;
            if (far != 0) {
                bits = Format.A_FAR;
                varint(Format.zigzag(far));
            }
            if (ipa != 0) {
                bits |= Format.A_IPA;
                varint(Format.zigzag(ipa));
            }
            if (offset != 0) {
                bits |= Format.A_OFFSET;
                varint(Format.zigzag(offset));
            }
            buf[mask] = (byte) bits;
            s.far = t.far;
            s.ipa = t.ipa;
            s.offset = t.offset;
        }
        long args =
                (t.arg1 ^ s.arg1) | (t.arg2 ^ s.arg2) | (t.arg3 ^ s.arg3) | (t.result ^ s.result);
        return args == 0 ? tag : tag | arguments(s, t);
    }

    private int arguments(Shape s, Trap t) {
        int mask = at++;
        int bits = 0;
        if (t.arg1 != s.arg1) {
            bits = Format.G_ARG1;
            varint(Format.zigzag(t.arg1 - s.arg1));
            s.arg1 = t.arg1;
        }
        if (t.arg2 != s.arg2) {
            bits |= Format.G_ARG2;
            varint(Format.zigzag(t.arg2 - s.arg2));
            s.arg2 = t.arg2;
        }
        if (t.arg3 != s.arg3) {
            bits |= Format.G_ARG3;
            varint(Format.zigzag(t.arg3 - s.arg3));
            s.arg3 = t.arg3;
        }
        if (t.result != s.result) {
            bits |= Format.G_RESULT;
            varint(Format.zigzag(t.result - s.result));
            s.result = t.result;
        }
        buf[mask] = (byte) bits;
        return Format.T_ARGUMENTS;
    }

    private void repeat(long retiredDelta, long virtualError, long nanos) {
        int n = runCount;
        boolean timed = nanos >= 0;
        if (n == 0) {
            runLatency = timed;
        } else if (n == Format.RUN_MAX || runLatency != timed) {
            flushRun();
            runLatency = timed;
            n = 0;
        }
        runRetired[n] = retiredDelta;
        runVirtual[n] = virtualError;
        runNanos[n] = nanos;
        runCount = n + 1;
    }

    private Shape shape(Trap t) {
        int slot = Shape.slot(t, TABLE_MASK);
        for (Shape s = table[slot]; s != null; s = table[slot]) {
            if (s.matches(t)) {
                return s;
            }
            slot = (slot + 1) & TABLE_MASK;
        }
        if (shapeCount == Format.SHAPES_MAX) {
            u8(Format.FORGET);
            forget();
            slot = Shape.slot(t, TABLE_MASK);
        }
        Shape s = shapes[shapeCount];
        if (s == null) {
            s = new Shape();
            shapes[shapeCount] = s;
        }
        s.index = shapeCount++;
        s.define(t);
        table[slot] = s;
        writeShape(s, t);
        return s;
    }

    private void forget() {
        Arrays.fill(table, null);
        shapeCount = 0;
        last = Shape.none();
    }

    /** As {@link #rename}, between two stretches, where nothing is known yet. */
    void nameNextStretch(Names other) {
        names = other;
    }

    /** From now on indices mean other texts. */
    void rename(Names other) {
        flush();
        names = other;
        u8(Format.FORGET);
        forget();
        Arrays.fill(ruleKnown, false);
        Arrays.fill(deviceKnown, false);
        flagsKnown = 0;
    }

    private void writeShape(Shape s, Trap t) {
        String rule = names.rule(t.rule);
        String device = "";
        ruleKnown = known(ruleKnown, t.rule, Format.RULE, rule);
        if (t.device != Trap.NONE) {
            device = names.device(t.device);
            deviceKnown = known(deviceKnown, t.device, Format.DEVICE, device);
        }
        for (int k = 0; k < 16; k++) {
            if ((t.flags >>> 2 * k & 1) != 0 && (flagsKnown >>> k & 1) == 0) {
                flagsKnown |= 1L << k;
                u8(Format.FLAG);
                varint(k);
                text(names.flag(k));
            }
        }
        s.digest = FactTotals.constantPart(t, rule, device);
        u8(Format.SHAPE);
        varint(s.pc);
        varint(s.esr);
        varint(s.injectedEsr);
        varint(s.costNanos);
        varint(s.vcpu);
        u8(s.el | s.cls.ordinal() << 1 | (s.read ? 0x20 : 0) | (s.hasValue ? 0x40 : 0));
        u8(s.action.ordinal());
        varint(s.register + 1);
        varint(s.device + 1);
        varint(s.rule);
        varint(s.flags & 0xffffffffL);
    }

    private boolean[] known(boolean[] table, int index, int tag, String text) {
        boolean[] t =
                index < table.length
                        ? table
                        : Arrays.copyOf(table, Math.max(index + 1, 2 * table.length));
        if (!t[index]) {
            t[index] = true;
            u8(tag);
            varint(index);
            text(text);
        }
        return t;
    }

    void interrupt(int vcpu, long retired, long nanos, long pc, int kind, int intid) {
        flush();
        afterTrap = false;
        long retiredDelta = retired - vcpuRetired[vcpu];
        u8(Format.INTERRUPT);
        varint(vcpu);
        varint(retiredDelta);
        varint(Format.zigzag(nanos - (virtual + retiredDelta)));
        varint(Format.zigzag(pc - interruptPc));
        u8(kind);
        varint(intid);
        vcpuRetired[vcpu] = retired;
        virtual = nanos;
        interruptPc = pc;
        totals.interrupt(vcpu, retired, nanos, pc, kind, intid);
    }

    void console(int port, int value, long retired, long nanos) {
        flushRun();
        afterTrap = false;
        if (consoleCount == Format.CONSOLE_MAX || port != consolePort) {
            flushConsole();
        }
        consolePort = port;
        consoleBytes[consoleCount] = (byte) value;
        consoleRetired[consoleCount] = retired;
        consoleNanos[consoleCount] = nanos;
        consoleCount++;
        totals.console(port, value & 0xff, retired, nanos);
    }

    void log(long retired, long nanos, String line) {
        event(Format.LOG, retired, nanos);
        text(line);
        totals.log(retired, nanos, line);
    }

    void digest(long retired, long nanos, long high, long low) {
        event(Format.DIGEST, retired, nanos);
        i64(high);
        i64(low);
        totals.digest(retired, nanos, high, low);
    }

    void outcome(long retired, long nanos, Outcome o) {
        event(Format.OUTCOME, retired, nanos);
        String detail = o.detail();
        u8(o.kind().ordinal());
        u8(detail == null ? 0 : 1);
        text(detail == null ? "" : detail);
        totals.outcome(retired, nanos, o);
    }

    void input(Input in) {
        event(Format.INPUT, in.retired(), in.virtualNanos());
        u8(in.kind().ordinal());
        varint(in.value() & 0xffffffffL);
        totals.input(in);
    }

    void snapshot(long number, long retired, long nanos) {
        event(Format.SNAPSHOT, retired, nanos);
        varint(number);
    }

    private void event(int tag, long retired, long nanos) {
        flush();
        afterTrap = false;
        u8(tag);
        moment(retired, nanos);
    }

    private void moment(long retired, long nanos) {
        varint(Format.zigzag(retired - machine));
        varint(Format.zigzag(nanos - virtual));
        machine = retired;
        virtual = nanos;
    }

    /** Writes what was gathered. */
    void flush() {
        if (runCount != 0) {
            flushRun();
        }
        if (consoleCount != 0) {
            flushConsole();
        }
    }

    private void flushRun() {
        int n = runCount;
        if (n == 0) {
            return;
        }
        runCount = 0;
        Shape s = last;
        if (n < Format.RUN_MIN) {
            for (int i = 0; i < n; i++) {
                shortRepeat(s, i);
            }
            return;
        }
        int mode = runLatency ? 0 : Format.R_NO_LATENCY;
        long minNanos = Long.MAX_VALUE;
        for (int i = 0; i < n; i++) {
            mode |= runRetired[i] == runRetired[0] ? 0 : Format.R_RETIRED_VARIES;
            mode |= runVirtual[i] == runVirtual[0] ? 0 : Format.R_VIRTUAL_VARIES;
            minNanos = Math.min(minNanos, runNanos[i]);
        }
        u8(Format.RUN);
        varint(n);
        u8(mode);
        int sizeAt = at;
        at += 3;
        column(runRetired, n, (mode & Format.R_RETIRED_VARIES) != 0);
        column(runVirtual, n, (mode & Format.R_VIRTUAL_VARIES) != 0);
        if (runLatency) {
            varint(minNanos);
            for (int i = 0; i < n; i++) {
                varint(runNanos[i] - minNanos);
            }
        }
        int size = at - sizeAt - 3;
        buf[sizeAt] = (byte) size;
        buf[sizeAt + 1] = (byte) (size >> 8);
        buf[sizeAt + 2] = (byte) (size >> 16);
    }

    /**
     * One repeat as a single trap: coded against its shape, which is also the shape of the trap
     * before.
     */
    private void shortRepeat(Shape s, int i) {
        int tag = s.next == s ? 0 : Format.T_SHAPE;
        int tagAt = at++;
        if (tag != 0) {
            varint(s.index);
            s.next = s;
        }
        if (runRetired[i] != s.retiredDelta) {
            tag |= Format.T_RETIRED;
            varint(runRetired[i]);
            s.retiredDelta = runRetired[i];
        }
        if (runVirtual[i] != 0) {
            tag |= Format.T_VIRTUAL;
            varint(Format.zigzag(runVirtual[i]));
        }
        buf[tagAt] = (byte) tag;
        latency(s, runNanos[i]);
    }

    /** First value, then, if they vary, the difference of each to the one before. */
    private void column(long[] v, int n, boolean varies) {
        varint(Format.zigzag(v[0]));
        for (int i = 1; varies && i < n; i++) {
            varint(Format.zigzag(v[i] - v[i - 1]));
        }
    }

    private void flushConsole() {
        int n = consoleCount;
        if (n == 0) {
            return;
        }
        consoleCount = 0;
        boolean varies = false;
        for (int i = 1; i < n; i++) {
            varies |= consoleRetired[i] != consoleRetired[0] || consoleNanos[i] != consoleNanos[0];
        }
        u8(Format.CONSOLE);
        varint(consolePort);
        varint(n);
        u8(varies ? 1 : 0);
        // The bytes of a chunk come out in the middle of a trap: they do not move what traps are
        // predicted from.
        varint(Format.zigzag(consoleRetired[0] - machine));
        varint(Format.zigzag(consoleNanos[0] - virtual));
        System.arraycopy(consoleBytes, 0, buf, at, n);
        at += n;
        for (int i = 1; varies && i < n; i++) {
            varint(Format.zigzag(consoleRetired[i] - consoleRetired[i - 1]));
            varint(Format.zigzag(consoleNanos[i] - consoleNanos[i - 1]));
        }
        machine = consoleRetired[n - 1];
    }

    private void text(String s) {
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        if (b.length > Format.STRING_MAX) {
            throw new IllegalArgumentException(
                    "text of a record: limit=" + Format.STRING_MAX + " actual=" + b.length);
        }
        varint(b.length);
        System.arraycopy(b, 0, buf, at, b.length);
        at += b.length;
    }

    private void u8(int v) {
        buf[at++] = (byte) v;
    }

    private void i64(long v) {
        Format.LONG.set(buf, at, v);
        at += 8;
    }

    private void varint(long v) {
        byte[] b = buf;
        int p = at;
        while ((v & ~0x7fL) != 0) {
            b[p++] = (byte) (v | 0x80);
            v >>>= 7;
        }
        b[p++] = (byte) v;
        at = p;
    }
}
