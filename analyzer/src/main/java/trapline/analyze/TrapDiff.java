package trapline.analyze;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Two trap streams, aligned: which traps are in both, answered differently, or in one of them only.
 */
public final class TrapDiff {
    /**
     * One kind of access, answers apart.
     *
     * @param same in both, with the same effect
     * @param otherReason of these, those with another rule
     * @param changed in both, with another effect
     * @param removed on the left only
     * @param added on the right only
     */
    public record Group(
            String cls,
            @Nullable String subject,
            @Nullable String direction,
            int el,
            long same,
            long otherReason,
            long changed,
            long removed,
            long added) {
        Fields fields() {
            return new Fields()
                    .put("class", cls)
                    .put("subject", subject)
                    .put("direction", direction)
                    .put("el", el)
                    .put("same", same)
                    .put("otherReason", otherReason)
                    .put("changed", changed)
                    .put("removed", removed)
                    .put("added", added);
        }

        /** Traps that are not the same. */
        public long different() {
            return changed + removed + added;
        }
    }

    /**
     * A stretch of the alignment.
     *
     * @param what {@code same}, {@code changed}, {@code removed} or {@code added}
     * @param leftTrap id of its first trap on the left, or of the one that follows
     * @param count traps in it
     * @param subject what its first trap is about
     */
    public record Stretch(String what, long leftTrap, long rightTrap, long count, String subject) {
        Fields fields() {
            return new Fields()
                    .put("what", what)
                    .put("leftTrap", leftTrap)
                    .put("rightTrap", rightTrap)
                    .put("count", count)
                    .put("subject", subject);
        }
    }

    /** Stretches that are kept; the counts are of all of them. */
    private static final int STRETCHES = 1000;

    private final TrapStream left;
    private final TrapStream right;
    private final TrapStream.Vocabulary words;
    private final KeyTable keys;
    private final long[][] sums;
    private final List<Stretch> stretches = new ArrayList<>();
    private long stretchCount;

    private static final int SAME = 0;
    private static final int OTHER_REASON = 1;
    private static final int CHANGED = 2;
    private static final int REMOVED = 3;
    private static final int ADDED = 4;
    private static final String[] NAMES = {"same", "same", "changed", "removed", "added"};

    TrapDiff(TrapStream left, TrapStream right, TrapStream.Vocabulary words, KeyTable keys) {
        this.left = left;
        this.right = right;
        this.words = words;
        this.keys = keys;
        sums = new long[keys.size()][5];
        for (Alignment.Hunk h : Alignment.of(left.symbols(), right.symbols())) {
            for (int i = 0; i < h.length(); i++) {
                switch (h.kind()) {
                    case SAME -> both(h.left() + i, h.right() + i);
                    case REMOVED -> onlyLeft(h.left() + i, h.right(), left.count(h.left() + i));
                    case ADDED -> onlyRight(h.left(), h.right() + i, right.count(h.right() + i));
                }
            }
        }
    }

    private void both(int i, int j) {
        long n = Math.min(left.count(i), right.count(j));
        int what =
                left.answer(i) == right.answer(j)
                        ? SAME
                        : words.sameEffect(left.answer(i), right.answer(j))
                                ? OTHER_REASON
                                : CHANGED;
        add(what, left.group(i), n, left.firstTrap(i), right.firstTrap(j));
        if (left.count(i) > n) {
            onlyLeft(i, j, left.count(i) - n);
        }
        if (right.count(j) > n) {
            onlyRight(i, j, right.count(j) - n);
        }
    }

    private void onlyLeft(int i, int j, long n) {
        long at = left.firstTrap(i) + left.count(i) - n;
        add(REMOVED, left.group(i), n, at, j < right.size() ? right.firstTrap(j) : 0);
    }

    private void onlyRight(int i, int j, long n) {
        long at = right.firstTrap(j) + right.count(j) - n;
        add(ADDED, right.group(j), n, i < left.size() ? left.firstTrap(i) : 0, at);
    }

    private void add(int what, int group, long n, long leftTrap, long rightTrap) {
        sums[group][what] += n;
        String name = NAMES[what];
        if (!stretches.isEmpty()) {
            Stretch last = stretches.getLast();
            boolean goesOn =
                    what == ADDED
                            ? last.rightTrap() + last.count() == rightTrap
                            : last.leftTrap() + last.count() == leftTrap;
            if (last.what().equals(name) && goesOn && stretchCount == stretches.size()) {
                stretches.set(
                        stretches.size() - 1,
                        new Stretch(
                                name,
                                last.leftTrap(),
                                last.rightTrap(),
                                last.count() + n,
                                last.subject()));
                return;
            }
        }
        stretchCount++;
        if (stretches.size() < STRETCHES) {
            stretches.add(new Stretch(name, leftTrap, rightTrap, n, keys.key(group).subject()));
        }
    }

    /** Kinds of access that differ somewhere, the most different first, then those that do not. */
    public List<Group> groups() {
        Map<List<@Nullable Object>, long[]> merged = new LinkedHashMap<>();
        for (int k = 0; k < sums.length; k++) {
            TrapKey key = keys.key(k);
            List<@Nullable Object> of = new ArrayList<>();
            of.add(key.cls().name());
            of.add(key.subject());
            of.add(key.direction());
            of.add(key.el());
            long[] to = merged.computeIfAbsent(of, any -> new long[5]);
            for (int w = 0; w < to.length; w++) {
                to[w] += sums[k][w];
            }
        }
        List<Group> groups = new ArrayList<>();
        merged.forEach(
                (of, n) ->
                        groups.add(
                                new Group(
                                        String.valueOf(of.get(0)),
                                        (String) of.get(1),
                                        (String) of.get(2),
                                        of.get(3) instanceof Integer el ? el : 0,
                                        n[SAME] + n[OTHER_REASON],
                                        n[OTHER_REASON],
                                        n[CHANGED],
                                        n[REMOVED],
                                        n[ADDED])));
        groups.sort(
                Comparator.comparingLong(Group::different)
                        .reversed()
                        .thenComparing(Comparator.comparingLong(Group::same).reversed()));
        return groups;
    }

    /** The alignment's first stretches. */
    public List<Stretch> stretches() {
        return stretches;
    }

    /** How many stretches there are in all. */
    public long stretchCount() {
        return stretchCount;
    }

    private long sum(int what) {
        long n = 0;
        for (long[] s : sums) {
            n += s[what];
        }
        return n;
    }

    public long same() {
        return sum(SAME) + sum(OTHER_REASON);
    }

    /** Traps with the same effect for another reason. */
    public long otherReason() {
        return sum(OTHER_REASON);
    }

    public long changed() {
        return sum(CHANGED);
    }

    public long removed() {
        return sum(REMOVED);
    }

    public long added() {
        return sum(ADDED);
    }

    Fields fields() {
        return new Fields()
                .put("same", same())
                .put("otherReason", otherReason())
                .put("changed", changed())
                .put("removed", removed())
                .put("added", added())
                .put("groups", groups().stream().map(g -> g.fields().map()).toList())
                .put("stretches", stretchCount)
                .put(
                        "firstStretches",
                        stretches.stream().limit(100).map(s -> s.fields().map()).toList());
    }
}
