package trapline.analyze;

import java.util.Arrays;
import trapline.event.Trap;
import trapline.journal.Cursor;

/**
 * A session's traps as elements, each of which stands for consecutive traps that are equal but for
 * their times: what the guest did (its symbol) and what was answered. Runs of polls are one element
 * however long they are.
 */
final class TrapStream {
    /** Numbers for what guests do and for answers, shared by the streams that are compared. */
    static final class Vocabulary {
        private final Interner accesses = new Interner(10);
        private final Interner effects = new Interner(5);
        private final Interner answers = new Interner(2);
        private final long[] access = new long[10];
        private final long[] effect = new long[5];
        private final long[] answer = new long[2];

        int access(Trap t) {
            access[0] = t.pc;
            access[1] = (long) t.vcpu << 32 | t.el << 16 | t.cls.ordinal() << 8 | (t.read ? 1 : 0);
            access[2] = (long) t.register << 32 | t.device & 0xffffffffL;
            access[3] = t.offset;
            access[4] = t.far;
            access[5] = t.ipa;
            access[6] = t.read || !t.hasValue ? 0 : t.value;
            access[7] = t.arg1;
            access[8] = t.arg2;
            access[9] = t.arg3;
            return accesses.of(access);
        }

        int answer(Trap t) {
            effect[0] = t.action.ordinal();
            effect[1] = t.injectedEsr;
            effect[2] = t.costNanos;
            effect[3] = t.result;
            effect[4] = t.read && t.hasValue ? t.value : 0;
            answer[0] = effects.of(effect);
            answer[1] = t.rule;
            return answers.of(answer);
        }

        /** Whether two answers have one effect: rule, flags and log text may differ. */
        boolean sameEffect(int x, int y) {
            return x == y || answers.word(x, 0) == answers.word(y, 0);
        }
    }

    private int size;
    private int[] symbols = new int[1024];
    private int[] answers = new int[1024];
    private long[] counts = new long[1024];
    private int[] groups = new int[1024];
    private long[] firstTraps = new long[1024];

    /** Reads what is left of a cursor. */
    static TrapStream of(Cursor c, Vocabulary words, KeyTable keys, Watcher watcher) {
        TrapStream s = new TrapStream();
        for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
            if (e == Cursor.Event.TRAP) {
                Trap t = c.trap();
                s.add(words.access(t), words.answer(t), keys.of(t), 1, t.id);
            } else if (e == Cursor.Event.RUN) {
                s.counts[s.size - 1] += c.count();
            }
            watcher.event(c, e);
        }
        return s;
    }

    /** Sees every event while a stream is read, so that one walk serves all. */
    @FunctionalInterface
    interface Watcher {
        void event(Cursor c, Cursor.Event e);
    }

    private void add(int symbol, int answer, int group, long count, long trap) {
        if (size > 0 && symbols[size - 1] == symbol && answers[size - 1] == answer) {
            counts[size - 1] += count;
            return;
        }
        if (size == symbols.length) {
            int n = 2 * size;
            symbols = Arrays.copyOf(symbols, n);
            answers = Arrays.copyOf(answers, n);
            counts = Arrays.copyOf(counts, n);
            groups = Arrays.copyOf(groups, n);
            firstTraps = Arrays.copyOf(firstTraps, n);
        }
        symbols[size] = symbol;
        answers[size] = answer;
        counts[size] = count;
        groups[size] = group;
        firstTraps[size] = trap;
        size++;
    }

    int size() {
        return size;
    }

    int[] symbols() {
        return Arrays.copyOf(symbols, size);
    }

    int answer(int i) {
        return answers[i];
    }

    long count(int i) {
        return counts[i];
    }

    int group(int i) {
        return groups[i];
    }

    long firstTrap(int i) {
        return firstTraps[i];
    }
}
