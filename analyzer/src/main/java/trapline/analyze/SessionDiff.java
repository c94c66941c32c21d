package trapline.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/** What two sessions do not have in common. */
public final class SessionDiff {
    /** How often one kind of trap occurred on each side. */
    public record Count(TrapKey key, long left, long right) {
        Fields fields() {
            return key.fields().put("left", left).put("right", right);
        }
    }

    private final Session leftSession;
    private final Session rightSession;
    private final Summary left;
    private final Summary right;
    private final @Nullable FirstDifference first;
    private final TrapDiff traps;
    private final ConsoleDiff console;
    private final List<Count> counts;

    private SessionDiff(
            Session leftSession,
            Session rightSession,
            @Nullable FirstDifference first,
            TrapDiff traps,
            ConsoleDiff console,
            List<Count> counts,
            Summary left,
            Summary right) {
        this.leftSession = leftSession;
        this.rightSession = rightSession;
        this.first = first;
        this.traps = traps;
        this.console = console;
        this.counts = counts;
        this.left = left;
        this.right = right;
    }

    /** Compares two sessions. */
    public static SessionDiff of(Session left, Session right) {
        Summary l = Summary.of(left);
        Summary r = Summary.of(right);
        Dictionary names = new Dictionary();
        KeyTable keys = new KeyTable(names, KeyTable.Also.NOTHING);
        TrapStream.Vocabulary words = new TrapStream.Vocabulary();
        ConsoleDiff.Collector leftConsole = new ConsoleDiff.Collector();
        ConsoleDiff.Collector rightConsole = new ConsoleDiff.Collector();
        TrapStream leftTraps = stream(left, names, words, keys, leftConsole);
        TrapStream rightTraps = stream(right, names, words, keys, rightConsole);
        boolean sameConsole = l.consoleSha256().equals(r.consoleSha256());
        return new SessionDiff(
                left,
                right,
                FirstDifference.of(left, right),
                new TrapDiff(leftTraps, rightTraps, words, keys),
                ConsoleDiff.of(sameConsole, leftConsole.bytes(), rightConsole.bytes()),
                counts(keys, leftTraps, rightTraps),
                l,
                r);
    }

    private static TrapStream stream(
            Session s,
            Dictionary names,
            TrapStream.Vocabulary words,
            KeyTable keys,
            ConsoleDiff.Collector console) {
        try (Cursor c = s.cursor(names, Cursor.View.RUNS)) {
            return TrapStream.of(c, words, keys, console::event);
        }
    }

    private static List<Count> counts(KeyTable keys, TrapStream left, TrapStream right) {
        long[] l = counts(keys.size(), left);
        long[] r = counts(keys.size(), right);
        List<Count> rows = new ArrayList<>();
        for (int k = 0; k < keys.size(); k++) {
            rows.add(new Count(keys.key(k), l[k], r[k]));
        }
        rows.sort(
                Comparator.comparingLong((Count c) -> Math.abs(c.left() - c.right()))
                        .thenComparingLong(c -> c.left() + c.right())
                        .reversed());
        return rows;
    }

    private static long[] counts(int keys, TrapStream s) {
        long[] n = new long[keys];
        for (int i = 0; i < s.size(); i++) {
            n[s.group(i)] += s.count(i);
        }
        return n;
    }

    /** Whether outcome, console, state and facts are the same; settings do not count. */
    public boolean same() {
        return sameOutcome()
                && console.same()
                && Objects.equals(left.stateDigest(), right.stateDigest())
                && left.factDigest().equals(right.factDigest());
    }

    public boolean sameOutcome() {
        return Objects.equals(left.outcome(), right.outcome())
                && Objects.equals(left.detail(), right.detail());
    }

    public Session leftSession() {
        return leftSession;
    }

    public Session rightSession() {
        return rightSession;
    }

    public Summary left() {
        return left;
    }

    public Summary right() {
        return right;
    }

    /** Null when the traps agree to the end. */
    public @Nullable FirstDifference first() {
        return first;
    }

    public TrapDiff traps() {
        return traps;
    }

    public ConsoleDiff console() {
        return console;
    }

    /** Most different first. */
    public List<Count> counts() {
        return counts;
    }

    /** The fields of the contract. */
    public Fields fields(Symbols symbols) {
        return new Fields()
                .put("same", same())
                .put("left", leftSession.dir().toString())
                .put("right", rightSession.dir().toString())
                .put(
                        "outcome",
                        new Fields()
                                .put("left", left.outcomeFields())
                                .put("right", right.outcomeFields()))
                .put("firstDifference", first == null ? null : first.fields(symbols))
                .put("counts", counts.stream().map(c -> c.fields().map()).toList())
                .put("console", console.fields())
                .put("stateDigest", pair(left.stateDigest(), right.stateDigest()))
                .put("factDigest", pair(left.factDigest(), right.factDigest()))
                .put("retired", pair(left.retired(), right.retired()))
                .put("virtualNanos", pair(left.virtualNanos(), right.virtualNanos()))
                .put("traps", pair(left.traps(), right.traps()))
                .put("aligned", traps.fields())
                .put("story", Story.of(this, symbols));
    }

    private static Fields pair(@Nullable Object left, @Nullable Object right) {
        return new Fields().put("left", left).put("right", right);
    }
}
