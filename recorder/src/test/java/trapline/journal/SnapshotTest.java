package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A snapshot gives back the state and every page of the machine")
class SnapshotTest {
    private static final int FRAMES = 500;

    @TempDir Path tmp;

    /** Guest memory as a table of pages; absent ones are zero. */
    private final byte[][] memory = new byte[FRAMES][];

    private final List<byte[][]> copies = new ArrayList<>();

    private void change(SplittableRandom random, SnapshotWriter w, boolean full) {
        boolean[] dirty = new boolean[FRAMES];
        for (int i = 0; i < 120; i++) {
            int f = random.nextInt(FRAMES);
            dirty[f] = true;
            byte[] page = new byte[SnapshotWriter.PAGE];
            switch (random.nextInt(3)) {
                case 0 -> random.nextBytes(page);
                case 1 -> Arrays.fill(page, 100, 2000, (byte) random.nextInt(256));
                default -> {
                    // Zero again.
                }
            }
            memory[f] = page;
        }
        for (int f = 0; f < FRAMES; f++) {
            if (memory[f] != null && (full || dirty[f])) {
                w.page(f, memory[f], 0);
            }
        }
        copies.add(
                Arrays.stream(memory)
                        .map(p -> p == null ? null : p.clone())
                        .toArray(byte[][]::new));
    }

    private static void assertPages(SnapshotReader r, Snapshot s, byte[][] expected) {
        SnapshotReader.Pages pages = r.pages(s);
        byte[] page = new byte[SnapshotWriter.PAGE];
        int nonZero = 0;
        for (int f = 0; f < FRAMES; f++) {
            Arrays.fill(page, (byte) 0);
            boolean there = pages.page(f, page, 0);
            byte[] want = expected[f] == null ? new byte[SnapshotWriter.PAGE] : expected[f];
            assertThat(page).as("frame %d of snapshot %d", f, s.number()).isEqualTo(want);
            nonZero += there ? 1 : 0;
        }
        assertThat(pages.count()).isEqualTo(nonZero);
        TreeMap<Integer, byte[]> eager = new TreeMap<>();
        pages.forEach(
                (f, b, at) -> eager.put(f, Arrays.copyOfRange(b, at, at + SnapshotWriter.PAGE)));
        assertThat(eager).hasSize(nonZero);
        eager.forEach((f, b) -> assertThat(b).isEqualTo(expected[f]));
        TreeMap<Integer, byte[]> touched = new TreeMap<>();
        for (int f = FRAMES - 1; f >= 0; f--) {
            assertThat(pages.holds(f)).isEqualTo(eager.containsKey(f));
            if (pages.holds(f) && !touched.containsKey(f)) {
                pages.around(
                        f,
                        (g, b, at) -> {
                            byte[] page2 = Arrays.copyOfRange(b, at, at + SnapshotWriter.PAGE);
                            assertThat(touched.put(g, page2)).as("frame %d twice", g).isNull();
                        });
                assertThat(touched).containsKey(f);
            }
        }
        assertThat(touched.keySet()).isEqualTo(eager.keySet());
        touched.forEach((f, b) -> assertThat(b).isEqualTo(expected[f]));
    }

    @Test
    void everySnapshotOfAChainOfFullAndPartialOnesIsRestored() throws IOException {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] state = new byte[300_000];
        random.nextBytes(state);
        try (SnapshotWriter w = new SnapshotWriter(tmp.resolve("q"))) {
            for (int i = 0; i < 10; i++) {
                Snapshot.Kind kind = i % 5 == 0 ? Snapshot.Kind.FULL : Snapshot.Kind.UPON_OWN;
                w.begin(
                        kind,
                        i - 1,
                        1000L * i,
                        2000L * i,
                        10L * i + 1,
                        20L * i,
                        i % 2 == 0 ? null : new Snapshot.MemoryHash(i, -i),
                        state,
                        state.length - i);
                change(random, w, kind == Snapshot.Kind.FULL);
                w.end();
            }
            w.begin(Snapshot.Kind.FULL, 0, 99_000, 99_000, 99_000, 99_000, null, state, 10);
            w.page(1, new byte[SnapshotWriter.PAGE], 0);
        }
        try (SnapshotReader r = new SnapshotReader(tmp, tmp.resolve("q"), null)) {
            assertThat(r.damage()).isNull();
            assertThat(r.snapshots()).as("the last one was not ended").hasSize(10);
            for (Snapshot s : r.snapshots()) {
                int i = (int) s.number();
                assertThat(r.state(s)).isEqualTo(Arrays.copyOf(state, state.length - i));
                assertPages(r, s, copies.get(i));
                assertThat(s.memory())
                        .isEqualTo(i % 2 == 0 ? null : new Snapshot.MemoryHash(i, -i));
            }
            assertThat(r.nearestBeforeTrap(1)).extracting(Snapshot::number).isEqualTo(0L);
            assertThat(r.nearestBeforeTrap(40)).extracting(Snapshot::number).isEqualTo(3L);
            assertThat(r.nearestBeforeTrap(41)).extracting(Snapshot::number).isEqualTo(4L);
            assertThat(r.nearestBeforeTrap(0)).isNull();
            assertThat(r.nearestBeforeRetired(8999)).extracting(Snapshot::number).isEqualTo(8L);
            assertThat(r.nearestBeforeFact(1L << 40)).extracting(Snapshot::number).isEqualTo(9L);
        }
    }

    @Test
    void aForksSnapshotAddsToItsParents() throws IOException {
        SplittableRandom random = new SplittableRandom(7);
        byte[] state = {1, 2, 3};
        try (SnapshotWriter w = new SnapshotWriter(tmp.resolve("p"))) {
            w.begin(Snapshot.Kind.FULL, 0, 1, 1, 1, 1, null, state, 3);
            change(random, w, true);
            w.end();
            w.begin(Snapshot.Kind.UPON_OWN, 0, 2, 2, 2, 2, null, state, 3);
            change(random, w, false);
            w.end();
        }
        try (SnapshotWriter w = new SnapshotWriter(tmp.resolve("f"))) {
            w.begin(Snapshot.Kind.UPON_PARENT, 1, 3, 3, 3, 3, null, state, 3);
            change(random, w, false);
            w.end();
            w.begin(Snapshot.Kind.UPON_OWN, 0, 4, 4, 4, 4, null, state, 3);
            change(random, w, false);
            w.end();
        }
        SnapshotReader parent = new SnapshotReader(tmp, tmp.resolve("p"), null);
        try (SnapshotReader r = new SnapshotReader(tmp, tmp.resolve("f"), parent)) {
            assertPages(r, r.snapshots().get(0), copies.get(2));
            assertPages(r, r.snapshots().get(1), copies.get(3));
            assertThat(r.nearestBeforeTrap(2))
                    .as("an ancestor's is the ancestor's to give")
                    .isNull();
            assertThat(parent.nearestBeforeTrap(2)).extracting(Snapshot::number).isEqualTo(1L);
            r.cutAt(1);
            assertThat(parent.nearestBeforeTrap(2)).extracting(Snapshot::number).isEqualTo(0L);
        }
        try (SnapshotReader alone = new SnapshotReader(tmp, tmp.resolve("f"), null)) {
            assertThatThrownBy(() -> alone.pages(alone.snapshots().get(0)))
                    .hasMessageContaining("parent");
        }
    }

    @Test
    void aSessionsSnapshotsStandAtTheirPlaceInTheEvents() throws IOException {
        Path dir = tmp.resolve("s");
        Sessions.record(dir, 3, 200);
        Session session = Session.open(dir);
        try (SnapshotReader r = session.snapshots()) {
            assertThat(r).isNotNull();
            assertThat(r.snapshots()).hasSize(3);
            Dictionary d = new Dictionary();
            int seen = 0;
            try (Cursor c = session.cursor(d, Cursor.View.RUNS)) {
                while (c.next() != Cursor.Event.END) {
                    if (c.event() == Cursor.Event.SNAPSHOT) {
                        Snapshot s = r.snapshots().get(seen++);
                        assertThat(c.number()).isEqualTo(s.number());
                        assertThat(c.facts()).isEqualTo(s.facts());
                        assertThat(c.retired()).isEqualTo(s.machineRetired());
                    }
                }
            }
            assertThat(seen).isEqualTo(3);
            assertThat(r.pages(r.snapshots().get(2)).count()).isEqualTo(Sessions.PAGES);
        }
    }
}
