package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;

/**
 * Walks the events of a session in order, a fork's inherited prefix first. Damage ends the walk
 * with a {@link SessionException} that names the last event that is intact; until then everything
 * delivered was checked.
 *
 * <p>One thread at a time. Nothing is allocated per trap; the objects returned are reused.
 */
public final class Cursor implements Closeable {
    /** How repeats of one trap are shown. */
    public enum View {
        /** One {@link Event#RUN} for up to 2048 repeats of the trap before it. */
        RUNS,
        /** Each repeat as a {@link Event#TRAP} of its own. */
        EACH
    }

    /** What {@link #next()} found. */
    public enum Event {
        /** See {@link #trap()}. */
        TRAP,
        /** {@link #count()} repeats of the trap before; {@link #trap()} is the first of them. */
        RUN,
        /**
         * See {@link #vcpu()}, {@link #retired()}, {@link #pc()}, {@link #kind()}, {@link
         * #intid()}.
         */
        INTERRUPT,
        /** One byte: {@link #port()}, {@link #value()}. */
        CONSOLE,
        /** See {@link #text()}. */
        LOG,
        /** See {@link #high()} and {@link #low()}. */
        DIGEST,
        /** See {@link #outcome()}. */
        OUTCOME,
        /** See {@link #input()}. */
        INPUT,
        /** Snapshot {@link #number()} was taken here. */
        SNAPSHOT,
        /** See {@link #seal()}: the end of a stretch. */
        SEAL,
        /**
         * Nothing more: {@link #finished()} says whether the session is. Asking again looks for
         * newer events.
         */
        END
    }

    /** One journal of the walk, and how many of the session's events lie before its end. */
    record Part(JournalReader reader, long factsEnd) {}

    private final List<Part> parts;
    private final View view;
    private final FactDecoder decoder;
    private int part;
    private DocumentWalk walk;
    private long facts;
    private long limit = Long.MAX_VALUE;
    private int consoleIndex;
    private int consoleLeft;
    private int runIndex;
    private int runLeft;
    private int runShown;
    private int runSkipped;
    private long skipTo = -1;
    private long runFirstId;
    private boolean eachRun;
    private Event event = Event.END;
    private @Nullable Seal seal;
    private boolean finished;

    Cursor(List<Part> parts, Dictionary dictionary, View view) {
        this.parts = parts;
        this.view = view;
        decoder = new FactDecoder(dictionary);
        walk = parts.get(0).reader().walk();
    }

    /** Starts at a stretch of the only part. */
    Cursor(JournalReader reader, Dictionary dictionary, View view, JournalReader.Stretch start) {
        this(List.of(new Part(reader, Long.MAX_VALUE)), dictionary, view);
        walk.seek(start);
        facts = start.facts();
    }

    /**
     * Goes to the event with {@code facts} facts and inputs before it, from the beginning of a
     * stretch of its part.
     */
    void skip(int toPart, JournalReader.Stretch start, long toFacts) {
        if (toPart != part) {
            closeWalk();
            part = toPart;
            walk = parts.get(toPart).reader().walk();
        }
        walk.seek(start);
        facts = start.facts();
        skipTo = toFacts;
    }

    /** Ends before the damage: the first {@code facts} events of the only part. */
    static Cursor bounded(JournalReader reader, Dictionary dictionary, View view, long facts) {
        return new Cursor(List.of(new Part(reader, facts)), dictionary, view);
    }

    /** Ends the walk after so many events of the session. */
    void limit(long facts) {
        limit = facts;
    }

    /**
     * Moves to the next event.
     *
     * @throws SessionException when what comes next is damaged
     */
    public Event next() {
        do {
            advance();
        } while (event != Event.END && facts + size() <= skipTo);
        if (event == Event.RUN && facts < skipTo) {
            runSkipped = (int) (skipTo - facts);
            runShown -= runSkipped;
            facts = skipTo;
            occurrence(0);
        }
        skipTo = event == Event.END ? skipTo : -1;
        return event;
    }

    private void advance() {
        facts += size();
        boolean end = facts >= limit || facts >= parts.get(part).factsEnd() && !nextPart();
        event = end ? Event.END : find();
    }

    /** Facts and inputs in the current event. */
    private int size() {
        return switch (event) {
            case RUN -> runShown;
            case END, SEAL, SNAPSHOT -> 0;
            default -> 1;
        };
    }

    private boolean nextPart() {
        if (part + 1 == parts.size()) {
            return false;
        }
        closeWalk();
        part++;
        consoleLeft = 0;
        runLeft = 0;
        walk = parts.get(part).reader().walk();
        decoder.load(new byte[0], 0, 0);
        return true;
    }

    private Event find() {
        if (consoleLeft > 0) {
            consoleLeft--;
            consoleIndex++;
            return Event.CONSOLE;
        }
        if (runLeft > 0) {
            return nextOfRun();
        }
        while (true) {
            int tag;
            try {
                tag = decoder.next();
            } catch (RuntimeException e) {
                throw walk.undecodable(e);
            }
            if (tag == -1) {
                Event end = nextDocument();
                if (end != null) {
                    return end;
                }
            } else if (tag == 0) {
                walk.intact(decoder.trap.id);
                return Event.TRAP;
            } else if (tag == Format.START) {
                checkStart();
            } else {
                return other(tag);
            }
        }
    }

    /** After a seal's document the next stretch begins; null when there are records to decode. */
    private @Nullable Event nextDocument() {
        while (walk.next()) {
            switch (walk.type()) {
                case Format.FACTS -> {
                    decoder.load(walk.bytes(), walk.payload(), walk.payload() + walk.payloadSize());
                    return null;
                }
                case Format.SEAL -> {
                    Seal s = walk.seal();
                    seal = s;
                    finished |= s.last();
                    return Event.SEAL;
                }
                default -> {
                    // Configuration: not an event.
                }
            }
        }
        if (part + 1 < parts.size()) {
            throw walk.shorterThanFork();
        }
        return Event.END;
    }

    private void checkStart() {
        if (part > 0 || facts > 0) {
            if (decoder.startFacts != facts) {
                throw walk.gap(facts, decoder.startFacts);
            }
        } else {
            facts = decoder.startFacts;
        }
    }

    private Event other(int tag) {
        return switch (tag) {
            case Format.RUN -> beginRun();
            case Format.CONSOLE -> {
                consoleIndex = 0;
                consoleLeft = decoder.consoleCount - 1;
                yield Event.CONSOLE;
            }
            case Format.INTERRUPT -> Event.INTERRUPT;
            case Format.LOG -> Event.LOG;
            case Format.DIGEST -> Event.DIGEST;
            case Format.OUTCOME -> Event.OUTCOME;
            case Format.INPUT -> Event.INPUT;
            case Format.SNAPSHOT -> Event.SNAPSHOT;
            default -> throw new IllegalStateException("record tag: 0x" + Integer.toHexString(tag));
        };
    }

    private Event beginRun() {
        runFirstId = decoder.trap.id;
        runIndex = 0;
        runSkipped = 0;
        long room = Math.min(limit, parts.get(part).factsEnd()) - facts;
        runShown = (int) Math.min(decoder.runCount, room);
        walk.intact(runFirstId + decoder.runCount - 1);
        eachRun = view == View.EACH;
        if (!eachRun) {
            decoder.occurrence(0, runFirstId);
            return Event.RUN;
        }
        runLeft = decoder.runCount;
        return nextOfRun();
    }

    private Event nextOfRun() {
        decoder.occurrence(runIndex++, runFirstId);
        runLeft--;
        return Event.TRAP;
    }

    /** What the last call of {@link #next()} found. */
    public Event event() {
        return event;
    }

    /**
     * The current trap; for a run, the repeat that {@link #occurrence} chose, at first the first.
     * Reused.
     */
    public Trap trap() {
        return decoder.trap;
    }

    /** How many traps the current run has. */
    public int count() {
        return runShown;
    }

    /** Makes {@link #trap()} the {@code i}-th of the current run, counted from 0. */
    public void occurrence(int i) {
        decoder.occurrence(i + runSkipped, runFirstId);
    }

    /** How many facts and inputs of the session lie before the current event. */
    public long facts() {
        return facts;
    }

    public int vcpu() {
        return decoder.vcpu;
    }

    /** For an interrupt the vCPU's retired count, for any other event but traps the machine's. */
    public long retired() {
        return event == Event.CONSOLE ? decoder.consoleRetired[consoleIndex] : decoder.retired;
    }

    /** Virtual time of an event that is not a trap. */
    public long virtualNanos() {
        return event == Event.CONSOLE ? decoder.consoleNanos[consoleIndex] : decoder.nanos;
    }

    public long pc() {
        return decoder.pc;
    }

    /** Of an interrupt: 0 IRQ, 1 FIQ, 2 virtual SError. */
    public int kind() {
        return decoder.kind;
    }

    public int intid() {
        return decoder.intid;
    }

    public int port() {
        return decoder.port;
    }

    /** The console byte, 0 to 255. */
    public int value() {
        return decoder.consoleBytes[consoleIndex] & 0xff;
    }

    public String text() {
        return decoder.text;
    }

    public long high() {
        return decoder.high;
    }

    public long low() {
        return decoder.low;
    }

    public long number() {
        return decoder.number;
    }

    public Outcome outcome() {
        return decoder.outcome;
    }

    public Input input() {
        return decoder.input;
    }

    /** The last seal that was met. */
    public @Nullable Seal seal() {
        return seal;
    }

    /** Whether the session's last seal was met. */
    public boolean finished() {
        return finished;
    }

    /**
     * Hands the current event to {@code sink}, a run as its traps; inputs, snapshots and seals are
     * passed over.
     */
    public void deliver(FactSink sink) {
        switch (event) {
            case TRAP -> deliverTrap(sink);
            case RUN -> {
                for (int i = 0; i < runShown; i++) {
                    occurrence(i);
                    deliverTrap(sink);
                }
            }
            case INTERRUPT ->
                    sink.interrupt(vcpu(), retired(), virtualNanos(), pc(), kind(), intid());
            case CONSOLE -> sink.console(port(), value(), retired(), virtualNanos());
            case LOG -> sink.log(retired(), virtualNanos(), text());
            case DIGEST -> sink.digest(retired(), virtualNanos(), high(), low());
            case OUTCOME -> sink.outcome(retired(), virtualNanos(), outcome());
            case INPUT -> {
                if (sink instanceof FactTotals totals) {
                    totals.input(input());
                }
            }
            case SEAL -> {
                if (sink instanceof FactTotals totals && seal != null) {
                    totals.sealed(
                            seal.machineRetired(),
                            seal.virtualNanos(),
                            seal.stateHigh(),
                            seal.stateLow());
                }
            }
            case SNAPSHOT, END -> {
                // Not facts.
            }
        }
    }

    private void deliverTrap(FactSink sink) {
        if (sink instanceof FactTotals totals) {
            totals.trap(decoder.constantPart(), decoder.trap);
        } else {
            sink.trap(decoder.trap);
        }
    }

    /** Counts and digests everything that is left. */
    public FactTotals drain(FactTotals totals) {
        while (next() != Event.END) {
            deliver(totals);
        }
        return totals;
    }

    private void closeWalk() {
        try {
            walk.close();
        } catch (IOException e) {
            throw Problems.environment(walk.where(), e);
        }
    }

    @Override
    public void close() {
        closeWalk();
    }
}
