package trapline.analyze;

import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/**
 * Where two sessions part: the first trap that differs in what the guest did or in what was
 * answered. Equal answers for another reason (rule, flags) are no difference.
 *
 * @param kind what differs
 * @param left the trap there, null when the left session has no more
 * @param right the trap there, null when the right session has no more
 * @param names texts of both traps
 */
public record FirstDifference(
        Kind kind,
        @Nullable Trap left,
        @Nullable Trap right,
        Dictionary names,
        Aftermath leftAfter,
        Aftermath rightAfter) {
    /** What differs. */
    public enum Kind {
        /** One access, answered in two ways. */
        DECISION,
        /** The guest did two different things, for a reason that no earlier decision shows. */
        ACCESS,
        /** One session has no more traps. */
        END
    }

    /** Finds where two sessions part; null when their traps agree to the end. */
    static @Nullable FirstDifference of(Session left, Session right) {
        Dictionary names = new Dictionary();
        try (Cursor l = left.cursor(names, Cursor.View.RUNS);
                Cursor r = right.cursor(names, Cursor.View.RUNS)) {
            return find(new Side(l), new Side(r), names);
        }
    }

    private static @Nullable FirstDifference find(Side l, Side r, Dictionary names) {
        TrapStream.Vocabulary words = new TrapStream.Vocabulary();
        while (true) {
            boolean moreLeft = l.fetch();
            boolean moreRight = r.fetch();
            if (!moreLeft && !moreRight) {
                return null;
            }
            if (!moreLeft || !moreRight) {
                return between(Kind.END, l, r, names);
            }
            if (l.fresh || r.fresh) {
                if (words.access(l.trap()) != words.access(r.trap())) {
                    return between(Kind.ACCESS, l, r, names);
                }
                if (!words.sameEffect(words.answer(l.trap()), words.answer(r.trap()))) {
                    return between(Kind.DECISION, l, r, names);
                }
                l.fresh = false;
                r.fresh = false;
            }
            long n = Math.min(l.left, r.left);
            l.skip(n);
            r.skip(n);
        }
    }

    private static FirstDifference between(Kind kind, Side l, Side r, Dictionary names) {
        Trap left = l.copy();
        Trap right = r.copy();
        return new FirstDifference(kind, left, right, names, l.after(names), r.after(names));
    }

    /** The trap that both sides are described by: the left one where there is one. */
    public Trap trap() {
        Trap t = left != null ? left : right;
        if (t == null) {
            throw new IllegalStateException("a difference without traps");
        }
        return t;
    }

    /** The field of the contract, with what both sides did. */
    public Fields fields(Symbols symbols) {
        Trap t = trap();
        TrapKey key = TrapKey.of(t, names);
        Fields f =
                new Fields()
                        .put("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                        .put("trap", t.id)
                        .put("vcpu", t.vcpu)
                        .put("retired", t.retired)
                        .put("virtualNanos", t.virtualNanos)
                        .hex("pc", t.pc)
                        .put("symbol", symbols.at(t.pc))
                        .put("instruction", TrapText.instruction(t))
                        .put("class", key.cls().name())
                        .put("register", key.register())
                        .put("device", key.device())
                        .hex("offset", key.offset() < 0 ? null : key.offset())
                        .put("direction", key.direction())
                        .put("el", t.el);
        return f.put("left", side(left, symbols)).put("right", side(right, symbols));
    }

    private @Nullable Fields side(@Nullable Trap t, Symbols symbols) {
        if (t == null) {
            return null;
        }
        Fields f =
                new Fields()
                        .put("rule", names.rule(t.rule))
                        .put("action", t.action.text())
                        .hex("value", t.hasValue ? t.value : null)
                        .hex("injectedEsr", t.injectedEsr == 0 ? null : t.injectedEsr)
                        .put("costNanos", t.costNanos)
                        .put("flags", TrapText.flags(t, names));
        if (kind == Kind.ACCESS) {
            TrapKey key = TrapKey.of(t, names);
            f.hex("pc", t.pc)
                    .put("symbol", symbols.at(t.pc))
                    .put("instruction", TrapText.instruction(t))
                    .put("class", key.cls().name())
                    .put("register", key.register())
                    .put("device", key.device());
        }
        return f;
    }

    /**
     * One session on the way to the difference: its current trap, and how many like it are left.
     */
    private static final class Side {
        private final Cursor cursor;
        private final ConsoleLines console = new ConsoleLines();
        private long left;
        private int run;
        private int used;
        private boolean fresh;

        Side(Cursor cursor) {
            this.cursor = cursor;
        }

        Trap trap() {
            return cursor.trap();
        }

        /** Makes sure that there is a trap; false at the end. */
        boolean fetch() {
            if (left > 0) {
                return true;
            }
            for (Cursor.Event e = cursor.next(); e != Cursor.Event.END; e = cursor.next()) {
                if (e == Cursor.Event.TRAP || e == Cursor.Event.RUN) {
                    run = e == Cursor.Event.RUN ? cursor.count() : 0;
                    left = Math.max(run, 1);
                    used = 0;
                    fresh = true;
                    return true;
                }
                if (e == Cursor.Event.CONSOLE) {
                    console.accept(cursor.value());
                }
            }
            return false;
        }

        void skip(long n) {
            left -= n;
            used += (int) n;
        }

        @Nullable Trap copy() {
            if (left == 0) {
                return null;
            }
            if (run > 0) {
                cursor.occurrence(used);
            }
            Trap t = new Trap();
            t.copyFrom(cursor.trap());
            return t;
        }

        Aftermath after(Dictionary names) {
            Aftermath a = new Aftermath(names, console);
            if (left > 1) {
                a.repeats(cursor.trap(), left - 1);
            }
            while (cursor.next() != Cursor.Event.END) {
                a.event(cursor);
            }
            return a;
        }
    }
}
