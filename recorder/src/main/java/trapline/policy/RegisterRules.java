package trapline.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.isa.SysReg;

/**
 * A personality's answers for system registers: one entry a (encoding, direction), found by one
 * look-up. Wildcard rows fill the encodings that no named row claims.
 */
final class RegisterRules {
    /** One answer, as it will stand in the decision. */
    static final class Answer {
        final Action action;
        final Effect effect;
        final long value;
        final boolean needsGuest;
        final int log;

        private Answer(Action action, Effect effect, long value, boolean needsGuest, int log) {
            this.action = action;
            this.effect = effect;
            this.value = value;
            this.needsGuest = needsGuest;
            this.log = log;
        }

        static final Answer RAZ = new Answer(Action.RAZ, Effect.VALUE, 0, false, 0);
        static final Answer WI = new Answer(Action.WI, Effect.SKIP, 0, false, 0);
        static final Answer UNDEF = new Answer(Action.UNDEF, Effect.UNDEF, 0, false, 0);

        /** A read returns this constant. */
        static Answer value(long value) {
            return value == 0 ? RAZ : new Answer(Action.VALUE, Effect.VALUE, value, false, 0);
        }

        static Answer of(Action action, Effect effect) {
            return new Answer(action, effect, 0, false, 0);
        }

        /** The result depends on guest state that the event does not hold. */
        static Answer needingGuest(Action action, Effect effect) {
            return new Answer(action, effect, 0, true, 0);
        }

        /** Injects Undefined and prints message {@code log} of the personality. */
        static Answer loggedUndef(int log) {
            return new Answer(Action.UNDEF, Effect.UNDEF, 0, false, log);
        }
    }

    private static final class Entry {
        final Answer answer;
        final int rule;

        /** What stands when {@link #gate} is on; itself without a gate. */
        Entry on;

        int gate = -1;

        /** What stands at EL0; itself unless that differs. */
        Entry el0;

        Entry(Answer answer, int rule) {
            this.answer = answer;
            this.rule = rule;
            this.on = this;
            this.el0 = this;
        }
    }

    private final String personality;
    private final RuleBook book;
    private final List<Entry> entries = new ArrayList<>();
    private final List<WildcardRow> wildcards = new ArrayList<>();
    private final short[] entryOf = new short[1 << 17];

    /**
     * @param personality the first part of each rule id
     */
    RegisterRules(String personality, RuleBook book) {
        this.personality = personality;
        this.book = book;
        Arrays.fill(entryOf, (short) -1);
    }

    /** Answers register {@code key} in one direction. */
    void set(int key, boolean read, Answer answer, String source) {
        put(key, read, new Entry(answer, rule(SysReg.nameOfKey(key, read), read, "", source)));
    }

    /** As {@link #set}; an access from EL0 is Undefined instead. */
    void setAboveEl0(int key, boolean read, Answer answer, String source) {
        String name = SysReg.nameOfKey(key, read);
        Entry e = new Entry(answer, rule(name, read, "", source));
        if (answer.effect != Effect.UNDEF) {
            // Registers whose name ends in _EL1 are UNDEFINED at EL0 before any trap, so one rule
            // for all of them does.
            boolean reachable = name.endsWith("_EL0");
            e.el0 = new Entry(Answer.UNDEF, rule(reachable ? name : "any", read, "/el=0", source));
        }
        put(key, read, e);
    }

    /**
     * Answers by a flag.
     *
     * @param gate index of the flag, or -1 for one that is built out: it counts as off and is not
     *     consulted
     */
    void setGated(
            int key, boolean read, int gate, String flag, Answer off, Answer on, String source) {
        String name = SysReg.nameOfKey(key, read);
        Entry e = new Entry(off, rule(name, read, "/" + flag + "=off", source));
        if (gate >= 0) {
            e.on = new Entry(on, rule(name, read, "/" + flag + "=on", source));
            e.gate = gate;
        }
        put(key, read, e);
    }

    /**
     * Answers what no named row and no earlier wildcard row claims. Which encodings that are is
     * found out when one of them traps: there are too many to list them at every start.
     */
    void setRest(Wildcard which, String name, Answer read, Answer write, String source) {
        short r = define(new Entry(read, rule(name, true, "", source)));
        short w = define(new Entry(write, rule(name, false, "", source)));
        wildcards.add(new WildcardRow(which, r, w));
    }

    private record WildcardRow(Wildcard which, short read, short write) {}

    /** Index of the entry of a key and direction; remembers what a wildcard row gave. */
    private int entry(int at) {
        int known = entryOf[at];
        if (known >= 0) {
            return known;
        }
        for (int k = 0; k < wildcards.size(); k++) {
            WildcardRow row = wildcards.get(k);
            if (row.which.holds(at >>> 1)) {
                entryOf[at] = (at & 1) != 0 ? row.read : row.write;
                return entryOf[at];
            }
        }
        throw new IllegalStateException("no row for " + SysReg.nameOfKey(at >>> 1, (at & 1) != 0));
    }

    /** A set of encodings. */
    interface Wildcard {
        boolean holds(int key);
    }

    private int rule(String name, boolean read, String gate, String source) {
        String direction = read ? "read" : "write";
        return book.add(
                personality + "/sysreg/" + name.replace(' ', '_') + "/" + direction + gate, source);
    }

    private void put(int key, boolean read, Entry e) {
        int at = key << 1 | (read ? 1 : 0);
        if (entryOf[at] >= 0) {
            throw new IllegalStateException(
                    "two rows for " + SysReg.nameOfKey(key, read) + " read=" + read);
        }
        entryOf[at] = define(e);
    }

    private short define(Entry e) {
        entries.add(e);
        return (short) (entries.size() - 1);
    }

    /** Decides a system register trap. */
    void decide(Trap t, Decision d, Flags flags) {
        Entry e = entries.get(entry(t.register << 1 | (t.read ? 1 : 0)));
        if (e.gate >= 0 && flags.consult(e.gate, d)) {
            e = e.on;
        }
        if (t.el == 0) {
            e = e.el0;
        }
        Answer a = e.answer;
        d.action = a.action;
        d.effect = a.effect;
        d.rule = e.rule;
        d.log = a.log;
        d.needsGuest = a.needsGuest;
        if (a.effect == Effect.VALUE) {
            d.value = a.value;
            d.hasValue = true;
        }
    }
}
