package trapline.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import trapline.event.Trap;
import trapline.journal.Names;

/**
 * Gives each distinct {@link TrapKey} among traps a small number, without allocating for a key that was met before. The
 * indices in the traps must all be of one {@link Names}.
 */
final class KeyTable {
    /** What a table tells apart besides the key. */
    enum Also {
        NOTHING,
        /** The address of the instruction. */
        PC
    }

    private static final int WORDS = 4;

    private final Names names;
    private final boolean byPc;
    private final List<TrapKey> keys = new ArrayList<>();
    private final List<Long> pcs = new ArrayList<>();
    private long[] words = new long[64 * WORDS];
    private int[] slots = new int[256];
    private int last = -1;

    KeyTable(Names names, Also also) {
        this.names = names;
        byPc = also == Also.PC;
    }

    /** The number of the trap's key, from 0 in the order of first appearance. */
    int of(Trap t) {
        long what = (long) t.cls.ordinal() << 48
                | (long) t.action.ordinal() << 40
                | (long) t.el << 36
                | (t.read ? 1L << 32 : 0)
                | t.rule & 0xffffffffL;
        long which = (long) t.register << 32 | t.device & 0xffffffffL;
        long offset = t.device == Trap.NONE ? 0 : t.offset;
        long pc = byPc ? t.pc : 0;
        if (last >= 0 && matches(last, what, which, offset, pc)) {
            return last;
        }
        int mask = slots.length - 1;
        long h = (what * 31 + which) * 0x9e3779b97f4a7c15L + (offset ^ pc) * 0xc2b2ae3d27d4eb4fL;
        int slot = (int) (h ^ h >>> 29) & mask;
        while (slots[slot] != 0) {
            int k = slots[slot] - 1;
            if (matches(k, what, which, offset, pc)) {
                last = k;
                return k;
            }
            slot = slot + 1 & mask;
        }
        return add(t, what, which, offset, pc, slot);
    }

    private boolean matches(int k, long what, long which, long offset, long pc) {
        int at = k * WORDS;
        return words[at] == what && words[at + 1] == which && words[at + 2] == offset && words[at + 3] == pc;
    }

    private int add(Trap t, long what, long which, long offset, long pc, int slot) {
        int k = keys.size();
        if ((k + 1) * WORDS > words.length) {
            words = Arrays.copyOf(words, 2 * words.length);
        }
        int at = k * WORDS;
        words[at] = what;
        words[at + 1] = which;
        words[at + 2] = offset;
        words[at + 3] = pc;
        keys.add(TrapKey.of(t, names));
        pcs.add(t.pc);
        slots[slot] = k + 1;
        if (2 * (k + 1) > slots.length) {
            rehash();
        }
        last = k;
        return k;
    }

    private void rehash() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int k = 0; k < keys.size(); k++) {
            int at = k * WORDS;
            long h = (words[at] * 31 + words[at + 1]) * 0x9e3779b97f4a7c15L
                    + (words[at + 2] ^ words[at + 3]) * 0xc2b2ae3d27d4eb4fL;
            int slot = (int) (h ^ h >>> 29) & mask;
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = k + 1;
        }
    }

    int size() {
        return keys.size();
    }

    TrapKey key(int k) {
        return keys.get(k);
    }

    /** The address of the first trap with key {@code k}; of all of them in a table by PC. */
    long pc(int k) {
        return pcs.get(k);
    }
}
