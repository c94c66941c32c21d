package trapline.journal;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/**
 * Appends the events of one run to a session's queue. Events gather in a buffer and are committed
 * as one document at 64 KiB, with each input, when the machine idles, and at the first event later
 * than 200 ms of host time after the first one waiting. What is committed survives the death of the
 * process at any moment.
 *
 * <p>A stretch is sealed by each {@link #digest state digest}, which the recorder gives every 2^24
 * retired instructions, and by {@link #seal}, which it calls at the next instruction boundary once
 * {@link #stretchFull()} says that the stretch holds 16 MiB.
 *
 * <p>Called on the machine's thread only. Nothing is allocated per trap.
 */
public final class JournalWriter implements FactSink, Closeable {
    /** A stretch with more bytes than this is full. */
    public static final long STRETCH_BYTES = 16L << 20;

    /** Host nanoseconds after which a waiting event is committed by the next one. */
    public static final long COMMIT_NANOS = 200_000_000L;

    /** Traps between two looks at the host's clock, unless the recorder tells the time. */
    private static final int CLOCK_EVERY = 256;

    /** Virtual nanoseconds between two such looks: traps can be rare. */
    private static final long CLOCK_VIRTUAL_NANOS = 2_000_000;

    private final QueueAppender out;
    private final FactTotals totals;
    private final FactEncoder encoder;
    private final byte[] buffer;
    private final SealChain chain;
    private final long began;
    private int stretch;
    private boolean stretchOpen;
    private long documentTrap;
    private long committedFacts;
    private long hostNow;
    private long openedAt;
    private int sinceClock;
    private long clockDue;
    private boolean finished;
    private @Nullable Seal lastSeal;

    /**
     * Begins a queue with the configuration as its first documents.
     *
     * @param queue directory to create
     * @param configuration text that determines the run
     * @param names texts of rules, devices and flags
     * @param prefix what a fork inherits, or null for a run from the start
     */
    JournalWriter(Path queue, String configuration, Names names, @Nullable FactTotals prefix) {
        this(
                new QueueAppender(queue, Format.JOURNAL),
                names,
                prefix == null ? new FactTotals(names) : prefix,
                new SealChain());
        try {
            configuration(configuration.getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            out.close();
            throw e;
        }
    }

    /**
     * Goes on behind documents that were copied from another queue, which end with {@code seal}.
     */
    static JournalWriter after(QueueAppender out, Names names, FactTotals totals, Seal seal) {
        JournalWriter w =
                new JournalWriter(out, names, totals, new SealChain(Hashes.unhex(seal.hash())));
        w.stretch = seal.stretch() + 1;
        w.lastSeal = seal;
        return w;
    }

    private JournalWriter(QueueAppender out, Names names, FactTotals totals, SealChain chain) {
        this.out = out;
        this.totals = totals.copy(names);
        this.chain = chain;
        encoder = new FactEncoder(names, this.totals);
        buffer = encoder.buffer();
        began = System.nanoTime();
        hostNow = began;
        openedAt = began;
        documentTrap = encoder.nextTrap();
    }

    private void configuration(byte[] text) {
        byte[] b = new byte[Format.HEADER + 4 + Format.COMMIT_BYTES];
        int sent = 0;
        do {
            int n = Math.min(Format.COMMIT_BYTES, text.length - sent);
            Format.INT.set(b, Format.HEADER, text.length);
            System.arraycopy(text, sent, b, Format.HEADER + 4, n);
            put(b, n + 4, Format.CONFIG, documentTrap);
            sent += n;
        } while (sent < text.length);
    }

    private void put(byte[] b, int payload, int type, long mark) {
        out.append(b, payload, type, stretch, mark);
        chain.add(b, 0, Format.HEADER + payload);
    }

    /**
     * Tells the host's clock, {@link System#nanoTime()}, when the recorder has just read it anyway.
     */
    public void hostTime(long nanos) {
        hostNow = nanos;
    }

    @Override
    public void trap(Trap t) {
        if (!stretchOpen) {
            openStretch();
        }
        if (--sinceClock < 0 || t.virtualNanos > clockDue) {
            sinceClock = CLOCK_EVERY - 1;
            clockDue = t.virtualNanos + CLOCK_VIRTUAL_NANOS;
            hostNow = System.nanoTime();
        }
        encoder.trap(t);
        if (encoder.size() >= Format.COMMIT_BYTES || hostNow - openedAt > COMMIT_NANOS) {
            commit();
        }
    }

    private void openStretch() {
        stretchOpen = true;
        encoder.start();
    }

    /** Before an event that is not a trap: these are rare enough to look at the clock each time. */
    private void event() {
        if (!stretchOpen) {
            openStretch();
        }
        hostNow = System.nanoTime();
        if (encoder.isEmpty()) {
            openedAt = hostNow;
        }
    }

    private void commitIfDue() {
        if (encoder.size() >= Format.COMMIT_BYTES || hostNow - openedAt > COMMIT_NANOS) {
            commit();
        }
    }

    @Override
    public void interrupt(int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
        event();
        encoder.interrupt(vcpu, retired, virtualNanos, pc, kind, intid);
        commitIfDue();
    }

    @Override
    public void console(int port, int value, long machineRetired, long virtualNanos) {
        event();
        encoder.console(port, value, machineRetired, virtualNanos);
        commitIfDue();
    }

    @Override
    public void log(long machineRetired, long virtualNanos, String line) {
        event();
        encoder.log(machineRetired, virtualNanos, line);
        commitIfDue();
    }

    /** Records a state digest and seals the stretch with it. */
    @Override
    public void digest(long machineRetired, long virtualNanos, long high, long low) {
        event();
        encoder.digest(machineRetired, virtualNanos, high, low);
        seal(machineRetired, virtualNanos, high, low);
    }

    @Override
    public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
        event();
        encoder.outcome(machineRetired, virtualNanos, outcome);
        commitIfDue();
    }

    /** Commits an input, and all events before it; when this returns, the guest may see it. */
    public void input(Input in) {
        event();
        encoder.input(in);
        commit();
    }

    /** Notes that snapshot {@code number} holds the machine as it is now, and commits. */
    public void snapshot(long number, long machineRetired, long virtualNanos) {
        event();
        encoder.snapshot(number, machineRetired, virtualNanos);
        commit();
    }

    /** The machine waits for the world: whatever waits is committed. */
    public void idle() {
        if (stretchOpen && !encoder.isEmpty()) {
            commit();
        }
    }

    /** From now on the indices in traps mean the texts of {@code names}. */
    void rename(Names names) {
        if (stretchOpen) {
            encoder.rename(names);
            commit();
        } else {
            encoder.nameNextStretch(names);
        }
    }

    /** Commits what waits, if anything does. */
    public void commit() {
        encoder.flush();
        if (encoder.size() > 0) {
            put(buffer, encoder.size(), Format.FACTS, documentTrap);
            encoder.rewind();
            committedFacts = totals.facts();
            documentTrap = encoder.nextTrap();
        }
        hostNow = System.nanoTime();
        openedAt = hostNow;
    }

    /**
     * Whether the stretch holds so many bytes that the recorder should call {@link #seal} at the
     * next boundary.
     */
    public boolean stretchFull() {
        return chain.bytes() + encoder.size() >= STRETCH_BYTES;
    }

    /**
     * Seals the stretch with the machine's state digest, between two instructions. Not a fact of
     * the run. Does nothing when no event came since the last seal.
     */
    public void seal(long machineRetired, long virtualNanos, long stateHigh, long stateLow) {
        if (!stretchOpen && lastSeal != null) {
            return;
        }
        commit();
        totals.sealed(machineRetired, virtualNanos, stateHigh, stateLow);
        writeSeal(false);
    }

    /**
     * Seals the session as finished. Nothing can be appended afterwards.
     *
     * @return the last seal
     */
    public Seal finish(long machineRetired, long virtualNanos, long stateHigh, long stateLow) {
        commit();
        totals.sealed(machineRetired, virtualNanos, stateHigh, stateLow);
        finished = true;
        return writeSeal(true);
    }

    private Seal writeSeal(boolean last) {
        FactTotals t = totals;
        Seal open =
                new Seal(
                        stretch,
                        last,
                        chain.previous(),
                        chain.crc(),
                        chain.bytes(),
                        chain.documents(),
                        t.machineRetired(),
                        t.virtualNanos(),
                        t.stateHigh(),
                        t.stateLow(),
                        t.lastTrap(),
                        t.traps(),
                        t.interrupts(),
                        t.consoleBytes(),
                        t.logLines(),
                        t.inputs(),
                        t.facts(),
                        t.factHigh(),
                        t.factLow(),
                        Hashes.hex(t.consoleSha256()),
                        System.nanoTime() - began,
                        t.outcome(),
                        "");
        byte[] b = new byte[Format.HEADER + 2 * Format.STRING_MAX];
        int end = open.write(b, Format.HEADER);
        byte[] hash = chain.close(b, Format.HEADER, end - Format.HEADER);
        System.arraycopy(hash, 0, b, end, hash.length);
        end += hash.length;
        int payload = end - Format.HEADER;
        out.append(b, payload, Format.SEAL, stretch, encoder.nextTrap());
        Seal sealed = Seal.read(stretch, b, Format.HEADER, payload);
        lastSeal = sealed;
        stretch++;
        stretchOpen = false;
        return sealed;
    }

    /** Counts and digests of all that was appended, and of a fork's inherited prefix. */
    public FactTotals totals() {
        return totals;
    }

    /** The last seal, or null before the first. */
    public @Nullable Seal lastSeal() {
        return lastSeal;
    }

    /** Id that the next trap must have. */
    public long nextTrap() {
        return encoder.nextTrap();
    }

    /** Facts and inputs that are committed: what the death of the process cannot take. */
    public long committedFacts() {
        return committedFacts;
    }

    /** Bytes of all committed documents. */
    public long writtenBytes() {
        return out.written();
    }

    /**
     * Commits what waits and closes the queue; without {@link #finish} the session stays unsealed.
     */
    @Override
    public void close() {
        try {
            if (!finished && stretchOpen) {
                commit();
            }
        } finally {
            out.close();
        }
    }
}
