package trapline.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/**
 * Counts of facts and their digest. The digest covers every fact in order, with all fields but host
 * time, rule ids and device names as text; two runs that agree in it did the same. It is a fast
 * mixing function and detects differences, not forgery: that is the work of the seals.
 */
@SuppressWarnings("EnumOrdinal") // The order of these constants is part of the format.
public final class FactTotals implements FactSink {
    private static final long K0 = 0xa0761d6478bd642fL;
    private static final long K1 = 0xe7037ed1a0b428dbL;
    private static final long K2 = 0x8ebc6af09c88c6e3L;
    private static final long K3 = 0x589965cc75374cc3L;
    private static final long K4 = 0x1d8e4e27c47d124fL;
    private static final long K5 = 0xeb44accab455d165L;

    private final Names names;
    private final MessageDigest console;
    private final byte[] consoleChunk = new byte[512];
    private int consoleFill;
    private long high;
    private long low;
    private long facts;
    private long traps;
    private long lastTrap;
    private long interrupts;
    private long consoleBytes;
    private long logLines;
    private long inputs;
    private long machineRetired;
    private long virtualNanos;
    private long stateHigh;
    private long stateLow;
    private boolean hasState;
    private @Nullable Outcome outcome;

    /**
     * @param names the texts of the indices in the traps that will come
     */
    public FactTotals(Names names) {
        this(names, Hashes.sha256());
    }

    private FactTotals(Names names, MessageDigest console) {
        this.names = names;
        this.console = console;
    }

    /** An independent copy that goes on from here. */
    public FactTotals copy(Names newNames) {
        FactTotals c = new FactTotals(newNames, Hashes.copy(console));
        System.arraycopy(consoleChunk, 0, c.consoleChunk, 0, consoleFill);
        c.consoleFill = consoleFill;
        c.high = high;
        c.low = low;
        c.facts = facts;
        c.traps = traps;
        c.lastTrap = lastTrap;
        c.interrupts = interrupts;
        c.consoleBytes = consoleBytes;
        c.logLines = logLines;
        c.inputs = inputs;
        c.machineRetired = machineRetired;
        c.virtualNanos = virtualNanos;
        c.stateHigh = stateHigh;
        c.stateLow = stateLow;
        c.hasState = hasState;
        c.outcome = outcome;
        return c;
    }

    @Override
    public void trap(Trap t) {
        String device = t.device == Trap.NONE ? "" : names.device(t.device);
        trap(constantPart(t, names.rule(t.rule), device), t);
    }

    /** A trap whose constant part was digested before: see {@link #constantPart}. */
    void trap(long constantPart, Trap t) {
        long w = constantPart;
        w ^= fold(t.retired ^ K0, t.virtualNanos ^ K1);
        w += fold(t.value ^ K2, t.far ^ K3);
        w ^= fold(t.ipa ^ K4, t.offset ^ K5);
        if ((t.arg1 | t.arg2 | t.arg3 | t.result) != 0) {
            w += fold(t.arg1 ^ K0, t.arg2 ^ K2) ^ fold(t.arg3 ^ K1, t.result ^ K3);
        }
        add(w);
        traps++;
        lastTrap = t.id;
        virtualNanos = t.virtualNanos;
    }

    /** Digest of what traps of one shape have in common. */
    static long constantPart(Trap t, String rule, String device) {
        long w = fold(t.pc ^ K0, t.esr ^ K1);
        w = fold(w ^ t.injectedEsr, t.costNanos ^ K2);
        w = fold(w ^ t.vcpu, (t.el | t.cls.ordinal() << 8 | t.action.ordinal() << 16) ^ K3);
        w = fold(w ^ (t.read ? 1 : 0) ^ (t.hasValue ? 2 : 0), t.register ^ K4);
        w = fold(w ^ text(rule), t.flags ^ K5);
        return fold(w ^ text(device), K0);
    }

    @Override
    public void interrupt(int vcpu, long retired, long nanos, long pc, int kind, int intid) {
        long w =
                fold(retired ^ K1, nanos ^ K2)
                        + fold(pc ^ K3, (vcpu | (long) kind << 16 | (long) intid << 32) ^ K4);
        add(w ^ 0x11);
        interrupts++;
        virtualNanos = nanos;
    }

    @Override
    public void console(int port, int value, long retired, long nanos) {
        add(fold(retired ^ K2, nanos ^ K3) + fold(port ^ K4, value ^ K5) ^ 0x22);
        consoleBytes++;
        if (consoleFill == consoleChunk.length) {
            console.update(consoleChunk);
            consoleFill = 0;
        }
        consoleChunk[consoleFill++] = (byte) value;
        reached(retired, nanos);
    }

    @Override
    public void log(long retired, long nanos, String line) {
        add(fold(retired ^ K3, nanos ^ K4) + text(line) ^ 0x33);
        logLines++;
        reached(retired, nanos);
    }

    @Override
    public void digest(long retired, long nanos, long hi, long lo) {
        add(fold(retired ^ K4, nanos ^ K5) + fold(hi ^ K0, lo ^ K1) ^ 0x44);
        reached(retired, nanos);
        state(hi, lo);
    }

    @Override
    public void outcome(long retired, long nanos, Outcome o) {
        String detail = o.detail();
        long w =
                fold(retired ^ K5, nanos ^ K0)
                        + fold(o.kind().ordinal() ^ K1, detail == null ? 1 : text(detail));
        add(w ^ 0x55);
        outcome = o;
        reached(retired, nanos);
    }

    /** An input is journaled but is not a fact: it moves the position only. */
    void input(Input in) {
        facts++;
        inputs++;
        reached(in.retired(), in.virtualNanos());
    }

    /** Where the machine is, and its state digest there: what a seal knows without a fact. */
    void sealed(long retired, long nanos, long hi, long lo) {
        reached(retired, nanos);
        state(hi, lo);
    }

    void reached(long retired, long nanos) {
        machineRetired = retired;
        virtualNanos = nanos;
    }

    private void state(long hi, long lo) {
        stateHigh = hi;
        stateLow = lo;
        hasState = true;
    }

    /** Facts and inputs so far: the position in the stream of events. */
    public long facts() {
        return facts;
    }

    /** Traps so far; in a fork, the parent's prefix included. */
    public long traps() {
        return traps;
    }

    /** Id of the last trap, 0 when there was none. */
    public long lastTrap() {
        return lastTrap;
    }

    public long interrupts() {
        return interrupts;
    }

    public long consoleBytes() {
        return consoleBytes;
    }

    public long logLines() {
        return logLines;
    }

    public long inputs() {
        return inputs;
    }

    /** Instructions retired by all vCPUs, as of the last event that carries this count. */
    public long machineRetired() {
        return machineRetired;
    }

    /** Virtual nanoseconds of the last event. */
    public long virtualNanos() {
        return virtualNanos;
    }

    public long factHigh() {
        return high;
    }

    public long factLow() {
        return low;
    }

    /** High half of the last state digest. */
    public long stateHigh() {
        return stateHigh;
    }

    public long stateLow() {
        return stateLow;
    }

    /** Whether there was a state digest. */
    public boolean hasState() {
        return hasState;
    }

    /** How the run ended, or null. */
    public @Nullable Outcome outcome() {
        return outcome;
    }

    /** SHA-256 of the console's bytes so far, all ports in order. */
    public byte[] consoleSha256() {
        MessageDigest d = Hashes.copy(console);
        d.update(consoleChunk, 0, consoleFill);
        return d.digest();
    }

    private void add(long w) {
        facts++;
        high = Long.rotateLeft((high ^ w) * K1, 29) + K4;
        low = (Long.rotateLeft(low, 23) + w) * K3;
    }

    private static long fold(long a, long b) {
        return a * b ^ Math.multiplyHigh(a, b);
    }

    private static long text(String s) {
        byte[] b = s.getBytes(StandardCharsets.UTF_8);
        long h = b.length ^ K5;
        for (byte c : b) {
            h = fold(h ^ c & 0xff, K2);
        }
        return h;
    }
}
