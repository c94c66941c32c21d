package trapline.journal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import trapline.event.Action;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.event.TrapClass;

/**
 * Turns the payloads of documents back into events: the mirror of {@link FactEncoder}. One event at
 * a time is held in fields that {@link Cursor} shows.
 */
final class FactDecoder {
    private static final Input.Kind[] INPUTS = Input.Kind.values();
    private static final Outcome.Kind[] OUTCOMES = Outcome.Kind.values();

    final Trap trap = new Trap();
    private final Dictionary dictionary;
    private byte[] buf = new byte[0];
    private int at;
    private int end;

    private Shape[] shapes = new Shape[64];
    private int shapeCount;
    private int[] rules = new int[64];
    private int[] devices = new int[32];
    private Shape last = Shape.none();
    private final long[] vcpuRetired = new long[Format.VCPUS_MAX];
    private long virtual;
    private long machine;
    private long interruptPc;
    private long nextTrap = 1;

    // The current event
    int runCount;
    private int runMode;
    private long runRetired0;
    private long runVirtual0;
    private long runStartRetired;
    private long runStartVirtual;
    private int columnsAt;
    private boolean columnsRead;
    private final long[] runRetired = new long[Format.RUN_MAX];
    private final long[] runVirtual = new long[Format.RUN_MAX];
    private final long[] runNanos = new long[Format.RUN_MAX];
    int consoleCount;
    int port;
    final byte[] consoleBytes = new byte[Format.CONSOLE_MAX];
    final long[] consoleRetired = new long[Format.CONSOLE_MAX];
    final long[] consoleNanos = new long[Format.CONSOLE_MAX];
    long retired;
    long nanos;
    int vcpu;
    long pc;
    int kind;
    int intid;
    long high;
    long low;
    long number;
    String text = "";
    Outcome outcome = new Outcome(Outcome.Kind.STOPPED, null);
    Input input = new Input(Input.Kind.HOST_STOP, 0, 0, 0);
    long startFacts;

    FactDecoder(Dictionary dictionary) {
        this.dictionary = dictionary;
    }

    /** Goes on with another document of the same stretch, or with the first of a new one. */
    void load(byte[] bytes, int from, int to) {
        buf = bytes;
        at = from;
        end = to;
    }

    boolean atEnd() {
        return at >= end;
    }

    long nextTrap() {
        return nextTrap;
    }

    /** Digest of the constant part of the current trap or run. */
    long constantPart() {
        return last.digest;
    }

    /**
     * The next record that is an event, or {@link Format#START}.
     *
     * @return its tag; 0 for a trap; -1 at the end of the payload
     */
    int next() {
        while (at < end) {
            int tag = buf[at++];
            if (tag >= 0) {
                single(tag);
                return 0;
            }
            tag &= 0xff;
            if (!definition(tag)) {
                event(tag);
                return tag;
            }
        }
        return -1;
    }

    /** Adds all events of the payload to {@code t}. */
    void drain(FactTotals t) {
        for (int tag = next(); tag != -1; tag = next()) {
            switch (tag) {
                case 0 -> t.trap(last.digest, trap);
                case Format.RUN -> {
                    long first = trap.id;
                    for (int i = 0; i < runCount; i++) {
                        occurrence(i, first);
                        t.trap(last.digest, trap);
                    }
                }
                case Format.CONSOLE -> {
                    for (int i = 0; i < consoleCount; i++) {
                        t.console(port, consoleBytes[i] & 0xff, consoleRetired[i], consoleNanos[i]);
                    }
                }
                case Format.INTERRUPT -> t.interrupt(vcpu, retired, nanos, pc, kind, intid);
                case Format.LOG -> t.log(retired, nanos, text);
                case Format.DIGEST -> t.digest(retired, nanos, high, low);
                case Format.OUTCOME -> t.outcome(retired, nanos, outcome);
                case Format.INPUT -> t.input(input);
                case Format.START -> {
                    if (startFacts != t.facts() || nextTrap != t.lastTrap() + 1) {
                        throw new IllegalStateException(
                                "start: facts=" + startFacts + " trap=" + nextTrap);
                    }
                }
                default -> {
                    // A snapshot is not a fact.
                }
            }
        }
    }

    private boolean definition(int tag) {
        switch (tag) {
            case Format.RULE -> {
                int index = (int) varint();
                rules = room(rules, index);
                rules[index] = dictionary.ruleIndex(text());
            }
            case Format.DEVICE -> {
                int index = (int) varint();
                devices = room(devices, index);
                devices[index] = dictionary.deviceIndex(text());
            }
            case Format.FLAG -> {
                int index = (int) varint();
                dictionary.flag(index, text());
            }
            case Format.SHAPE -> shape();
            case Format.FORGET -> forget();
            default -> {
                return false;
            }
        }
        return true;
    }

    private void event(int tag) {
        switch (tag) {
            case Format.START -> start();
            case Format.RUN -> run();
            case Format.INTERRUPT -> interrupt();
            case Format.CONSOLE -> console();
            case Format.LOG -> {
                moment();
                text = text();
            }
            case Format.DIGEST -> {
                moment();
                high = i64();
                low = i64();
            }
            case Format.OUTCOME -> {
                moment();
                Outcome.Kind k = OUTCOMES[u8()];
                boolean detailed = u8() != 0;
                String detail = text();
                outcome = new Outcome(k, detailed ? detail : null);
            }
            case Format.INPUT -> {
                moment();
                Input.Kind k = INPUTS[u8()];
                input = new Input(k, retired, nanos, (int) varint());
            }
            case Format.SNAPSHOT -> {
                moment();
                number = varint();
            }
            default -> throw new IllegalStateException("record tag: 0x" + Integer.toHexString(tag));
        }
    }

    private void start() {
        forget();
        Arrays.fill(vcpuRetired, 0);
        interruptPc = 0;
        nextTrap = varint();
        startFacts = varint();
        virtual = varint();
        machine = varint();
    }

    private void single(int tag) {
        Shape s;
        if ((tag & Format.T_SHAPE) != 0) {
            s = shapes[(int) varint()];
            last.next = s;
        } else {
            s = last.next;
        }
        last = s;
        if ((tag & Format.T_RETIRED) != 0) {
            s.retiredDelta = varint();
        }
        long error = (tag & Format.T_VIRTUAL) != 0 ? Format.unzigzag(varint()) : 0;
        if ((tag & Format.T_VALUE_DELTA) != 0) {
            s.value += Format.unzigzag(varint());
        } else if ((tag & Format.T_VALUE_RAW) != 0) {
            s.value = varint();
        }
        if ((tag & Format.T_ADDRESS) != 0) {
            address(s);
        }
        if ((tag & Format.T_ARGUMENTS) != 0) {
            arguments(s);
        }
        Trap t = trap;
        long code = varint();
        if (code == 0) {
            t.hostNanos = -1;
        } else {
            t.hostNanos = s.latency + Format.unzigzag(code - 1);
            s.learn(t.hostNanos);
        }
        s.fill(t);
        t.id = nextTrap++;
        t.retired = vcpuRetired[s.vcpu] += s.retiredDelta;
        t.virtualNanos = virtual + s.retiredDelta + error;
        virtual = t.virtualNanos + s.costNanos;
    }

    private void address(Shape s) {
        int bits = u8();
        long far = (bits & Format.A_FAR) != 0 ? Format.unzigzag(varint()) : 0;
        s.far += far;
        s.ipa += far + ((bits & Format.A_IPA) != 0 ? Format.unzigzag(varint()) : 0);
        s.offset += far + ((bits & Format.A_OFFSET) != 0 ? Format.unzigzag(varint()) : 0);
    }

    private void arguments(Shape s) {
        int bits = u8();
        s.arg1 += (bits & Format.G_ARG1) != 0 ? Format.unzigzag(varint()) : 0;
        s.arg2 += (bits & Format.G_ARG2) != 0 ? Format.unzigzag(varint()) : 0;
        s.arg3 += (bits & Format.G_ARG3) != 0 ? Format.unzigzag(varint()) : 0;
        s.result += (bits & Format.G_RESULT) != 0 ? Format.unzigzag(varint()) : 0;
    }

    /**
     * Reads a run as a whole; its columns are decoded here only if they vary, for time must go on
     * exactly.
     */
    private void run() {
        runCount = (int) varint();
        runMode = u8();
        int size = u8() | u8() << 8 | u8() << 16;
        columnsAt = at;
        int next = at + size;
        columnsRead = false;
        Shape s = last;
        runStartRetired = vcpuRetired[s.vcpu];
        runStartVirtual = virtual;
        if ((runMode & (Format.R_RETIRED_VARIES | Format.R_VIRTUAL_VARIES)) != 0) {
            columns();
        } else {
            runRetired0 = Format.unzigzag(varint());
            runVirtual0 = Format.unzigzag(varint());
        }
        long n = runCount;
        vcpuRetired[s.vcpu] = runRetiredAt(runCount - 1);
        virtual = runVirtualAt(runCount - 1) + s.costNanos;
        at = next;
        s.fill(trap);
        trap.id = nextTrap;
        nextTrap += n;
        occurrenceTime(0);
    }

    private void occurrenceTime(int i) {
        trap.retired = runRetiredAt(i);
        trap.virtualNanos = runVirtualAt(i);
    }

    long runRetiredAt(int i) {
        return columnsRead ? runRetired[i] : runStartRetired + (i + 1) * runRetired0;
    }

    long runVirtualAt(int i) {
        return columnsRead
                ? runVirtual[i]
                : runStartVirtual + (i + 1) * (runRetired0 + runVirtual0) + i * last.costNanos;
    }

    /** Makes {@link #trap} the {@code i}-th of the current run, latency included. */
    void occurrence(int i, long firstId) {
        if (!columnsRead) {
            columns();
        }
        trap.id = firstId + i;
        occurrenceTime(i);
        trap.hostNanos = runNanos[i];
    }

    private void columns() {
        int resume = at;
        at = columnsAt;
        int n = runCount;
        column(runRetired, n, (runMode & Format.R_RETIRED_VARIES) != 0);
        column(runVirtual, n, (runMode & Format.R_VIRTUAL_VARIES) != 0);
        if ((runMode & Format.R_NO_LATENCY) != 0) {
            Arrays.fill(runNanos, 0, n, -1);
        } else {
            long min = varint();
            for (int i = 0; i < n; i++) {
                runNanos[i] = min + varint();
            }
        }
        long r = runStartRetired;
        long v = runStartVirtual;
        long cost = last.costNanos;
        for (int i = 0; i < n; i++) {
            long delta = runRetired[i];
            r += delta;
            v += delta + runVirtual[i];
            runRetired[i] = r;
            runVirtual[i] = v;
            v += cost;
        }
        columnsRead = true;
        at = resume;
    }

    private void column(long[] into, int n, boolean varies) {
        long v = Format.unzigzag(varint());
        into[0] = v;
        for (int i = 1; i < n; i++) {
            if (varies) {
                v += Format.unzigzag(varint());
            }
            into[i] = v;
        }
    }

    private void interrupt() {
        vcpu = (int) varint();
        long delta = varint();
        retired = vcpuRetired[vcpu] += delta;
        nanos = virtual + delta + Format.unzigzag(varint());
        virtual = nanos;
        interruptPc += Format.unzigzag(varint());
        pc = interruptPc;
        kind = u8();
        intid = (int) varint();
    }

    private void console() {
        port = (int) varint();
        int n = (int) varint();
        consoleCount = n;
        boolean varies = u8() != 0;
        long r = machine + Format.unzigzag(varint());
        long v = virtual + Format.unzigzag(varint());
        System.arraycopy(buf, at, consoleBytes, 0, n);
        at += n;
        for (int i = 0; i < n; i++) {
            if (varies && i > 0) {
                r += Format.unzigzag(varint());
                v += Format.unzigzag(varint());
            }
            consoleRetired[i] = r;
            consoleNanos[i] = v;
        }
        machine = r;
    }

    private void moment() {
        machine += Format.unzigzag(varint());
        virtual += Format.unzigzag(varint());
        retired = machine;
        nanos = virtual;
    }

    private void shape() {
        if (shapeCount == shapes.length) {
            shapes = Arrays.copyOf(shapes, 2 * shapeCount);
        }
        Shape s = new Shape();
        s.pc = varint();
        s.esr = varint();
        s.injectedEsr = varint();
        s.costNanos = varint();
        s.vcpu = (int) varint();
        int bits = u8();
        s.el = bits & 1;
        s.cls = TrapClass.of(bits >> 1 & 0xf);
        s.read = (bits & 0x20) != 0;
        s.hasValue = (bits & 0x40) != 0;
        s.action = Action.of(u8());
        s.register = (int) varint() - 1;
        int device = (int) varint() - 1;
        s.device = device == Trap.NONE ? Trap.NONE : devices[device];
        s.rule = rules[(int) varint()];
        s.flags = (int) varint();
        s.index = shapeCount;
        s.fill(trap);
        s.digest =
                FactTotals.constantPart(
                        trap,
                        dictionary.rule(s.rule),
                        device == Trap.NONE ? "" : dictionary.device(s.device));
        shapes[shapeCount++] = s;
    }

    private void forget() {
        shapeCount = 0;
        last = Shape.none();
    }

    private static int[] room(int[] table, int index) {
        return index < table.length
                ? table
                : Arrays.copyOf(table, Math.max(index + 1, 2 * table.length));
    }

    private String text() {
        int n = (int) varint();
        String s = new String(buf, at, n, StandardCharsets.UTF_8);
        at += n;
        return s;
    }

    private int u8() {
        return buf[at++] & 0xff;
    }

    private long i64() {
        long v = Format.i64(buf, at);
        at += 8;
        return v;
    }

    private long varint() {
        byte[] b = buf;
        int p = at;
        long v = b[p++];
        if (v < 0) {
            v &= 0x7f;
            int shift = 7;
            long c;
            do {
                c = b[p++];
                v |= (c & 0x7f) << shift;
                shift += 7;
            } while (c < 0);
        }
        at = p;
        return v;
    }
}
