package trapline.replay;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.event.FactSink;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.isa.SysReg;
import trapline.journal.Cursor;
import trapline.journal.Names;
import trapline.machine.InputSource;

/**
 * Compares each fact of a running machine with the journal, in order, and hands the machine the
 * journaled inputs. Both walk one cursor, so an input that the machine did not ask for at its
 * moment is itself a mismatch.
 */
final class Verifier implements FactSink, InputSource {
    private final Cursor cursor;
    private final Names names;
    private final Names machine;
    private final boolean interactive;
    private boolean loaded;
    private Cursor.Event event = Cursor.Event.END;
    private long traps;
    private long lastTrap;
    private int lastVcpu;
    private long lastRetired;
    private long lastPc;
    private boolean ended;
    private boolean outcomeMet;
    private long endFacts = Long.MAX_VALUE;

    /**
     * @param names texts behind the journal's indices
     * @param machine texts behind the machine's
     */
    Verifier(Cursor cursor, Names names, Names machine, boolean interactive) {
        this.cursor = cursor;
        this.names = names;
        this.machine = machine;
        this.interactive = interactive;
    }

    /**
     * Stops the machine with {@link StopRun} once so many facts of the session have been compared.
     */
    void stopAfter(long facts) {
        endFacts = facts;
    }

    /** Traps compared. */
    long traps() {
        return traps;
    }

    /** Facts and inputs of the session that lie behind. */
    long facts() {
        return cursor.facts() + (loaded ? 0 : event == Cursor.Event.END ? 0 : 1);
    }

    boolean ended() {
        return ended;
    }

    /**
     * The next journaled event that is a fact or an input; seals and snapshot marks are passed
     * over.
     */
    private Cursor.Event peek() {
        while (!loaded) {
            event = cursor.next();
            loaded = event != Cursor.Event.SEAL && event != Cursor.Event.SNAPSHOT;
        }
        return event;
    }

    private void expect(Cursor.Event wanted, String found) {
        Cursor.Event e = peek();
        if (e == Cursor.Event.END) {
            // A session that a repair sealed has no outcome: it ends where its recorder was killed.
            if (cursor.finished() && outcomeMet) {
                throw mismatch(name(wanted), "nothing: the journal has ended", found);
            }
            ended = true;
            throw new StopRun("the journal ends here");
        }
        if (e != wanted) {
            throw mismatch(name(e), describe(), found);
        }
        if (cursor.facts() >= endFacts) {
            throw new StopRun("the end of the segment");
        }
        loaded = false;
    }

    private static String name(Cursor.Event e) {
        return switch (e) {
            case TRAP, RUN -> "trap";
            case INTERRUPT -> "interrupt";
            case CONSOLE -> "console";
            case LOG -> "log";
            case DIGEST -> "digest";
            case OUTCOME -> "outcome";
            case INPUT -> "input";
            case SNAPSHOT, SEAL, END -> "end";
        };
    }

    private String describe() {
        return switch (event) {
            case TRAP, RUN -> text(cursor.trap());
            case INTERRUPT ->
                    "interrupt "
                            + cursor.intid()
                            + " of vCPU "
                            + cursor.vcpu()
                            + " at retired "
                            + cursor.retired();
            case CONSOLE ->
                    "console byte " + hex(cursor.value()) + " at retired " + cursor.retired();
            case LOG -> "log line \"" + cursor.text() + '"';
            case DIGEST -> "state digest at retired " + cursor.retired();
            case OUTCOME -> "outcome " + cursor.outcome().kind();
            case INPUT ->
                    "input " + cursor.input().kind() + " at retired " + cursor.input().retired();
            case SNAPSHOT, SEAL, END -> "end";
        };
    }

    private String text(Trap t) {
        String what =
                t.register >= 0
                        ? (t.read ? "mrs " : "msr ") + SysReg.nameOfKey(t.register, t.read)
                        : t.device >= 0
                                ? (t.read ? "load " : "store ")
                                        + names.device(t.device)
                                        + '+'
                                        + hex(t.offset)
                                : t.cls.toString();
        return "trap " + t.id + " (" + what + ") of vCPU " + t.vcpu + " at retired " + t.retired;
    }

    private Divergence mismatch(String what, String expected, String found) {
        return new Divergence(
                new Mismatch(what, lastTrap, lastVcpu, lastRetired, lastPc, expected, found));
    }

    private void check(String what, long expected, long found) {
        if (expected != found) {
            throw mismatch(what, hex(expected), hex(found));
        }
    }

    private static String hex(long v) {
        return "0x" + Long.toHexString(v);
    }

    @Override
    public void trap(Trap t) {
        lastTrap = t.id;
        lastVcpu = t.vcpu;
        lastRetired = t.retired;
        lastPc = t.pc;
        if (loaded && event == Cursor.Event.TRAP || peek() == Cursor.Event.TRAP) {
            Trap e = cursor.trap();
            if (e.id != t.id
                    || e.pc != t.pc
                    || e.retired != t.retired
                    || e.vcpu != t.vcpu
                    || e.esr != t.esr) {
                throw mismatch(
                        "trap", text(e) + " at pc " + hex(e.pc), text(t) + " at pc " + hex(t.pc));
            }
        }
        expect(Cursor.Event.TRAP, text(t));
        Trap e = cursor.trap();
        check("trap.virtualNanos", e.virtualNanos, t.virtualNanos);
        check("trap.el", e.el, t.el);
        if (e.cls != t.cls) {
            throw mismatch("trap.class", e.cls.name(), t.cls.name());
        }
        check("trap.far", e.far, t.far);
        check("trap.ipa", e.ipa, t.ipa);
        check("trap.register", e.register, t.register);
        check("trap.device", e.device, t.device);
        check("trap.offset", e.offset, t.offset);
        check("trap.direction", e.read ? 1 : 0, t.read ? 1 : 0);
        check("trap.hasValue", e.hasValue ? 1 : 0, t.hasValue ? 1 : 0);
        check("trap.value", e.value, t.value);
        check("trap.arg1", e.arg1, t.arg1);
        check("trap.arg2", e.arg2, t.arg2);
        check("trap.arg3", e.arg3, t.arg3);
        check("trap.result", e.result, t.result);
        if (e.action != t.action) {
            throw mismatch("trap.action", e.action.text(), t.action.text());
        }
        // By text: either side numbers a rule when it first meets it.
        String rule = names.rule(e.rule);
        if (!rule.equals(machine.rule(t.rule))) {
            throw mismatch("trap.rule", rule, machine.rule(t.rule));
        }
        check("trap.flags", e.flags, t.flags);
        check("trap.injectedEsr", e.injectedEsr, t.injectedEsr);
        check("trap.costNanos", e.costNanos, t.costNanos);
        traps++;
    }

    @Override
    public void interrupt(int vcpu, long retired, long virtualNanos, long pc, int kind, int intid) {
        lastVcpu = vcpu;
        lastRetired = retired;
        lastPc = pc;
        expect(
                Cursor.Event.INTERRUPT,
                "interrupt " + intid + " of vCPU " + vcpu + " at retired " + retired);
        if (cursor.vcpu() != vcpu || cursor.retired() != retired) {
            throw mismatch(
                    "interrupt",
                    describe(),
                    "interrupt " + intid + " of vCPU " + vcpu + " at retired " + retired);
        }
        check("interrupt.intid", cursor.intid(), intid);
        check("interrupt.virtualNanos", cursor.virtualNanos(), virtualNanos);
        check("interrupt.pc", cursor.pc(), pc);
        check("interrupt.kind", cursor.kind(), kind);
    }

    @Override
    public void console(int port, int value, long machineRetired, long virtualNanos) {
        expect(Cursor.Event.CONSOLE, "console byte " + hex(value));
        check("console.byte", cursor.value(), value);
        check("console.port", cursor.port(), port);
        check("console.retired", cursor.retired(), machineRetired);
        check("console.virtualNanos", cursor.virtualNanos(), virtualNanos);
    }

    @Override
    public void log(long machineRetired, long virtualNanos, String line) {
        expect(Cursor.Event.LOG, "log line \"" + line + '"');
        if (!cursor.text().equals(line)) {
            throw mismatch("log", cursor.text(), line);
        }
        check("log.retired", cursor.retired(), machineRetired);
        check("log.virtualNanos", cursor.virtualNanos(), virtualNanos);
    }

    @Override
    public void digest(long machineRetired, long virtualNanos, long high, long low) {
        expect(Cursor.Event.DIGEST, "state digest at retired " + machineRetired);
        check("digest.retired", cursor.retired(), machineRetired);
        check("digest.virtualNanos", cursor.virtualNanos(), virtualNanos);
        if (cursor.high() != high || cursor.low() != low) {
            throw mismatch(
                    "digest", digestText(cursor.high(), cursor.low()), digestText(high, low));
        }
    }

    static String digestText(long high, long low) {
        return String.format("%016x%016x", high, low);
    }

    @Override
    public void outcome(long machineRetired, long virtualNanos, Outcome outcome) {
        expect(Cursor.Event.OUTCOME, "outcome " + outcome.kind());
        if (!Objects.equals(cursor.outcome(), outcome)) {
            throw mismatch("outcome", cursor.outcome().toString(), outcome.toString());
        }
        outcomeMet = true;
        ended = true;
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        if (peek() != Cursor.Event.INPUT) {
            return null;
        }
        Input in = cursor.input();
        if (in.retired() != machineRetired || in.virtualNanos() != virtualNanos) {
            return null;
        }
        loaded = false;
        return in;
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        if (peek() == Cursor.Event.INPUT) {
            Input in = cursor.input();
            if (in.retired() == machineRetired && in.virtualNanos() <= deadline) {
                loaded = false;
                return in;
            }
        }
        if (deadline == Deadline.NEVER && interactive) {
            // Only an input could have gone on from here: the journal must end where the recording
            // was cut off.
            if (event == Cursor.Event.END && !cursor.finished()) {
                ended = true;
                throw new StopRun("the journal ends here");
            }
            throw mismatch("input", describe(), "the guest waits for input");
        }
        return null;
    }

    @Override
    public boolean mayCome() {
        return interactive;
    }

    /**
     * After a run: every fact of the segment, or of the whole journal after an outcome, must have
     * been met.
     */
    void atEnd(boolean outcome) {
        if (outcome) {
            if (peek() != Cursor.Event.END) {
                throw mismatch(name(event), describe(), "nothing: the run has ended");
            }
        } else if (endFacts != Long.MAX_VALUE) {
            peek();
            if (cursor.facts() < endFacts) {
                throw mismatch(name(event), describe(), "nothing up to the next snapshot");
            }
        }
    }
}
