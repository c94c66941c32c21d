package trapline.analyze;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/** How often each kind of trap occurred in a session. */
public final class SessionTotals {
    /**
     * One kind of trap.
     *
     * @param pc address of the instruction, when counted by address, else null
     * @param first id of the first one
     */
    public record Row(TrapKey key, @Nullable Long pc, long count, long first) {
        /** The fields of the contract. */
        public Fields fields(Symbols symbols) {
            Fields f = key.fields();
            if (pc != null) {
                f.hex("pc", pc).put("symbol", symbols.at(pc));
            }
            return f.put("count", count);
        }
    }

    private final List<Row> rows;
    private final Map<TrapClass, Long> byClass;
    private final long traps;

    private SessionTotals(List<Row> rows) {
        this.rows = rows;
        byClass = new EnumMap<>(TrapClass.class);
        long sum = 0;
        for (Row r : rows) {
            byClass.merge(r.key().cls(), r.count(), Long::sum);
            sum += r.count();
        }
        traps = sum;
    }

    /**
     * Counts a session's traps.
     *
     * @param byPc whether the address of the instruction tells kinds apart
     * @param wanted which traps count; it sees one trap for each run of equal ones
     */
    public static SessionTotals of(Session session, boolean byPc, Predicate<Trap> wanted) {
        Dictionary dictionary = new Dictionary();
        try (Cursor c = session.cursor(dictionary, Cursor.View.RUNS)) {
            return of(c, dictionary, byPc, wanted);
        }
    }

    /** Counts what is left in a cursor that reads into {@code dictionary}. */
    public static SessionTotals of(
            Cursor c, Dictionary dictionary, boolean byPc, Predicate<Trap> wanted) {
        KeyTable table = new KeyTable(dictionary, byPc ? KeyTable.Also.PC : KeyTable.Also.NOTHING);
        long[] counts = new long[64];
        long[] first = new long[64];
        for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
            if (e != Cursor.Event.TRAP && e != Cursor.Event.RUN || !wanted.test(c.trap())) {
                continue;
            }
            int k = table.of(c.trap());
            if (k == counts.length) {
                counts = Arrays.copyOf(counts, 2 * k);
                first = Arrays.copyOf(first, 2 * k);
            }
            if (counts[k] == 0) {
                first[k] = c.trap().id;
            }
            counts[k] += e == Cursor.Event.RUN ? c.count() : 1;
        }
        List<Row> rows = new ArrayList<>();
        for (int k = 0; k < table.size(); k++) {
            rows.add(new Row(table.key(k), byPc ? table.pc(k) : null, counts[k], first[k]));
        }
        rows.sort(Comparator.comparingLong(Row::count).reversed().thenComparingLong(Row::first));
        return new SessionTotals(List.copyOf(rows));
    }

    /** The most frequent kind first. */
    public List<Row> rows() {
        return rows;
    }

    /** Traps of each class that occurred, in the classes' order. */
    public Map<TrapClass, Long> byClass() {
        return byClass;
    }

    public long traps() {
        return traps;
    }
}
