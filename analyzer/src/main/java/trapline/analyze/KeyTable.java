package trapline.analyze;

import java.util.ArrayList;
import java.util.List;
import trapline.event.Trap;
import trapline.journal.Names;

/**
 * Gives each distinct {@link TrapKey} among traps a small number, without allocating for a key that
 * was met before. The indices in the traps must all be of one {@link Names}.
 */
final class KeyTable {
    /** What a table tells apart besides the key. */
    enum Also {
        NOTHING,
        /** The address of the instruction. */
        PC
    }

    private final Names names;
    private final boolean byPc;
    private final List<TrapKey> keys = new ArrayList<>();
    private final Interner interner = new Interner(4);
    private final long[] tuple = new long[4];

    KeyTable(Names names, Also also) {
        this.names = names;
        byPc = also == Also.PC;
    }

    /** The number of the trap's key, from 0 in the order of first appearance. */
    int of(Trap t) {
        tuple[0] =
                (long) t.cls.ordinal() << 48
                        | (long) t.action.ordinal() << 40
                        | (long) t.el << 36
                        | (t.read ? 1L << 32 : 0)
                        | t.rule & 0xffffffffL;
        tuple[1] = (long) t.register << 32 | t.device & 0xffffffffL;
        tuple[2] = t.device == Trap.NONE ? 0 : t.offset;
        tuple[3] = byPc ? t.pc : 0;
        int k = interner.of(tuple);
        if (k == keys.size()) {
            keys.add(TrapKey.of(t, names));
        }
        return k;
    }

    int size() {
        return keys.size();
    }

    TrapKey key(int k) {
        return keys.get(k);
    }

    /** The address of the traps with key {@code k} in a table by PC. */
    long pc(int k) {
        return interner.word(k, 3);
    }
}
