package trapline.replay;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.machine.VirtualMachine;
import trapline.policy.Decision;
import trapline.policy.Personality;
import trapline.policy.TrapCost;
import trapline.record.MachineFactory;
import trapline.record.StopRequest;

/**
 * Steps two personalities over the recorded traps, in order, each with its own rule state, until
 * their decisions differ. Nothing is executed. Sound, not complete: a decision that needs guest
 * state which the event does not hold counts as different, unless both come from one rule.
 *
 * <p>A guest that was found to repeat itself for ever does so under the other rules only if these
 * do not change in the meantime: if they still count when it ends, the other run leaves at the last
 * trap, to find out.
 */
final class Screening {
    /**
     * What it found.
     *
     * @param decisions traps whose decisions are equal
     * @param facts facts of the session before the first difference, or all
     * @param first id of the first trap with another decision, or -1
     * @param trap that trap, or null
     */
    record Result(long decisions, long facts, long first, @Nullable Trap trap) {}

    /**
     * What a trap's handling printed: it stands before the trap, at the trap's own moment, and
     * belongs to whoever handles it.
     */
    private static final class Tail {
        private long facts;
        private long nanos = -1;

        void pass(Cursor.Event e, Cursor c) {
            if (e != Cursor.Event.CONSOLE && e != Cursor.Event.LOG) {
                nanos = -1;
            } else if (c.virtualNanos() != nanos) {
                nanos = c.virtualNanos();
                facts = c.facts();
            }
        }

        /** Facts before the trap and what its handling printed. */
        long before(Trap t, Cursor c) {
            return t.virtualNanos == nanos ? facts : c.facts();
        }
    }

    private final Personality left;
    private final Personality right;
    private final TrapCost leftCost;
    private final TrapCost rightCost;
    private final Decision a = new Decision();
    private final Decision b = new Decision();
    private byte[] memoryAtDigest = {};
    private boolean memoryMoved;
    private final StateWriter before = new StateWriter();
    private final StateWriter after = new StateWriter();

    Screening(VirtualMachine left, VirtualMachine right) {
        this.left = left.config().personality();
        this.right = right.config().personality();
        this.leftCost = left.config().cost();
        this.rightCost = right.config().cost();
    }

    /**
     * Walks the whole session, runs of identical polls as runs.
     *
     * @throws StopRequest.Stopped when that is wished
     */
    Result run(Session session, VirtualMachine names, StopRequest stop) {
        Dictionary dictionary = MachineFactory.dictionary(names);
        long decisions = 0;
        Tail tail = new Tail();
        try (Cursor c = session.cursor(dictionary, Cursor.View.RUNS)) {
            while (true) {
                stop.check();
                Cursor.Event e = c.next();
                if (e == Cursor.Event.END) {
                    return new Result(decisions, c.facts(), -1, null);
                }
                if (e == Cursor.Event.DIGEST) {
                    noteMemory();
                } else if (e == Cursor.Event.OUTCOME
                        && c.outcome().kind() == Outcome.Kind.HUNG
                        && memoryMoved) {
                    return lastTrap(session, dictionary);
                }
                if (e == Cursor.Event.TRAP) {
                    Trap t = c.trap();
                    if (differs(t)) {
                        return found(decisions, tail.before(t, c), t);
                    }
                    decisions++;
                } else if (e == Cursor.Event.RUN) {
                    int n = c.count();
                    for (int i = 0; i < n; i++) {
                        c.occurrence(i);
                        save(before);
                        if (differs(c.trap())) {
                            return found(decisions + i, c.facts() + i, c.trap());
                        }
                        save(after);
                        if (same()) {
                            break; // the rules have no state that this trap moves: its repeats are
                            // decided alike
                        }
                    }
                    decisions += n;
                }
                tail.pass(e, c);
            }
        }
    }

    /**
     * Decides recorded traps again, for the rule state that this brings about.
     *
     * @param p new
     * @param names for the traps' indices
     * @param before id of the first trap that is not decided
     * @return what {@link Personality#saveDecided} gives
     */
    static byte[] decided(Personality p, Session session, Dictionary names, long before) {
        StateWriter w = new StateWriter();
        p.saveDecided(w);
        if (w.length() == 0) {
            return new byte[0];
        }
        Decision d = new Decision();
        try (Cursor c = session.cursor(names, Cursor.View.EACH)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.TRAP) {
                    if (c.trap().id >= before) {
                        break;
                    }
                    d.clear();
                    p.decide(c.trap(), d);
                }
            }
        }
        w.reset();
        p.saveDecided(w);
        return w.toByteArray();
    }

    /**
     * Counters only grow: equal at two digests, the last of which is the end's, they did not move
     * in between.
     */
    private void noteMemory() {
        before.reset();
        right.saveDecided(before);
        byte[] now = before.toByteArray();
        memoryMoved = !Arrays.equals(memoryAtDigest, now);
        memoryAtDigest = now;
    }

    /** As if the last trap had another decision. */
    private static Result lastTrap(Session session, Dictionary names) {
        long traps = 0;
        long facts = 0;
        Tail tail = new Tail();
        Trap last = new Trap();
        try (Cursor c = session.cursor(names, Cursor.View.EACH)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.TRAP) {
                    traps++;
                    facts = tail.before(c.trap(), c);
                    last.copyFrom(c.trap());
                }
                tail.pass(e, c);
            }
        }
        return new Result(traps - 1, facts, last.id, last);
    }

    private static Result found(long decisions, long facts, Trap t) {
        Trap copy = new Trap();
        copy.copyFrom(t);
        return new Result(decisions, facts, t.id, copy);
    }

    private void save(StateWriter w) {
        w.reset();
        left.save(w);
        right.save(w);
    }

    private boolean same() {
        return Arrays.equals(before.array(), 0, before.length(), after.array(), 0, after.length());
    }

    private boolean differs(Trap t) {
        a.clear();
        b.clear();
        left.decide(t, a);
        right.decide(t, b);
        if (leftCost.of(t) != rightCost.of(t)) {
            return true;
        }
        boolean sameRule = left.rules().get(a.rule).id().equals(right.rules().get(b.rule).id());
        return !a.sameEffect(b, sameRule);
    }
}
