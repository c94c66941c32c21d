package trapline.journal;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots of one session, and of its ancestors where a snapshot adds to one of theirs.
 * Opening reads headers only; a snapshot's state and pages are read and checked when they are asked
 * for.
 */
@SuppressWarnings("EnumOrdinal") // The order of the kinds is part of the format.
public final class SnapshotReader implements Closeable {
    /** Payload of a snapshot's first document without the hash of memory. */
    private static final int BEGIN_BYTES = 45;

    /** One snapshot's documents. */
    private static final class Entry {
        final Snapshot snapshot;
        final List<Long> state = new ArrayList<>();
        final List<Long> pages = new ArrayList<>();
        final List<Long> index = new ArrayList<>();

        Entry(Snapshot snapshot) {
            this.snapshot = snapshot;
        }
    }

    /** Receives pages. */
    @FunctionalInterface
    public interface PageSink {
        /** {@link SnapshotWriter#PAGE} bytes at {@code from}, valid during the call. */
        void page(int frame, byte[] bytes, int from);
    }

    private final Path session;
    private final QueueFile file;
    private final @Nullable SnapshotReader parent;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable String damage;

    /**
     * @param session directory named in messages
     * @param parent snapshots of the parent session, or null
     */
    SnapshotReader(Path session, Path queue, @Nullable SnapshotReader parent) {
        this.session = session;
        this.parent = parent;
        try {
            file = new QueueFile(queue, Format.SNAPSHOTS).scattered();
            scan();
        } catch (IOException e) {
            throw Problems.environment(queue, e);
        }
    }

    /**
     * Hides the snapshots with more than so many facts and inputs before them: of a descendant,
     * another history.
     */
    SnapshotReader cutAt(long facts) {
        entries.removeIf(e -> e.snapshot.facts() > facts);
        if (parent != null) {
            parent.cutAt(facts);
        }
        return this;
    }

    private void scan() throws IOException {
        Entry open = null;
        long sequence = 0;
        QueueFile.Found f;
        for (f = file.next(false); f == QueueFile.Found.DOCUMENT; f = file.next(false)) {
            if (file.sequence() != sequence++) {
                damage = "document " + (sequence - 1) + " of the snapshots is missing";
                return;
            }
            if (file.type() == Format.SNAP_BEGIN) {
                open = begin();
            } else if (open != null) {
                switch (file.type()) {
                    case Format.SNAP_STATE -> open.state.add(file.documentAt());
                    case Format.SNAP_PAGES -> open.pages.add(file.documentAt());
                    case Format.SNAP_INDEX -> open.index.add(file.documentAt());
                    default -> {
                        entries.add(open);
                        open = null;
                    }
                }
            }
        }
        damage = f == QueueFile.Found.DAMAGE ? file.damage() : null;
    }

    private Entry begin() throws IOException {
        file.seek(file.documentAt());
        if (file.next() != QueueFile.Found.DOCUMENT) {
            throw Problems.damaged(session, "a snapshot is damaged: " + file.damage());
        }
        return new Entry(parse(file));
    }

    static Snapshot parse(QueueFile file) {
        byte[] b = file.bytes();
        int p = file.from() + Format.HEADER;
        boolean hashed = file.payloadSize() >= BEGIN_BYTES + 16;
        return new Snapshot(
                file.mark(),
                Snapshot.Kind.values()[b[p]],
                Format.i64(b, p + 1),
                Format.i64(b, p + 9),
                Format.i64(b, p + 17),
                Format.i64(b, p + 25),
                Format.i64(b, p + 33),
                Format.i32(b, p + 41),
                hashed
                        ? new Snapshot.MemoryHash(
                                Format.i64(b, p + BEGIN_BYTES), Format.i64(b, p + BEGIN_BYTES + 8))
                        : null);
    }

    /**
     * The whole snapshots of this queue, oldest first; an ancestor's are those of {@link
     * #parent()}.
     */
    public List<Snapshot> snapshots() {
        return entries.stream().map(e -> e.snapshot).toList();
    }

    /** Directory of the session. */
    public Path session() {
        return session;
    }

    /** Why reading ended early, or null. */
    public @Nullable String damage() {
        return damage;
    }

    /** The last snapshot from which trap {@code id} can be reached, or null. */
    public @Nullable Snapshot nearestBeforeTrap(long id) {
        return nearest(s -> s.nextTrap() <= id);
    }

    /** The last snapshot taken at or before this machine-wide count, or null. */
    public @Nullable Snapshot nearestBeforeRetired(long machineRetired) {
        return nearest(s -> s.machineRetired() <= machineRetired);
    }

    /** The last snapshot with at most so many facts and inputs before it, or null. */
    public @Nullable Snapshot nearestBeforeFact(long facts) {
        return nearest(s -> s.facts() <= facts);
    }

    private @Nullable Snapshot nearest(Predicate<Snapshot> allowed) {
        Snapshot best = null;
        for (Entry e : entries) {
            if (allowed.test(e.snapshot)) {
                best = e.snapshot;
            }
        }
        return best;
    }

    private Entry entry(long number) {
        for (Entry e : entries) {
            if (e.snapshot.number() == number) {
                return e;
            }
        }
        throw Problems.damaged(session, "snapshot " + number + " is missing");
    }

    /** The machine's state, pages apart. */
    public byte[] state(Snapshot s) {
        byte[] state = new byte[s.stateBytes()];
        int filled = 0;
        for (long at : entry(s.number()).state) {
            load(at);
            int raw = Format.i32(file.bytes(), payload());
            filled += decompress(payload() + 4, file.payloadSize() - 4, state, filled, raw);
        }
        if (filled != state.length) {
            throw Problems.damaged(
                    session, "snapshot " + s.number() + " lacks a part of its state");
        }
        return state;
    }

    private int payload() {
        return file.from() + Format.HEADER;
    }

    private void load(long at) {
        try {
            file.seek(at);
            if (file.next() != QueueFile.Found.DOCUMENT) {
                throw Problems.damaged(session, "a snapshot is damaged: " + file.damage());
            }
        } catch (IOException e) {
            throw Problems.environment(session, e);
        }
    }

    private int decompress(int from, int size, byte[] to, int at, int expected) {
        if (expected > to.length - at) {
            throw Problems.damaged(session, "a snapshot's page document is too large");
        }
        try {
            long n = Zstd.decompressByteArray(to, at, expected, file.bytes(), from, size);
            if (Zstd.isError(n) || n != expected) {
                throw Problems.damaged(session, "a snapshot's document cannot be decompressed");
            }
            return expected;
        } catch (ZstdException e) {
            throw Problems.damaged(session, "a snapshot's document cannot be decompressed");
        }
    }

    /** The memory of a snapshot, with the pages of those that it adds to. */
    public Pages pages(Snapshot s) {
        return new Pages(s);
    }

    /** Snapshots of the parent session, or null. */
    public @Nullable SnapshotReader parent() {
        return parent;
    }

    /** Where the pages of one snapshot are. A frame that is nowhere was never stored to. */
    public final class Pages {
        private static final int ZERO = -1;

        /** The document with a page, and whose it is. */
        private record Source(SnapshotReader reader, long at, int slot) {}

        private final Map<Integer, Source> map = new HashMap<>();
        private final byte[] chunk = new byte[SnapshotWriter.PAGES_MAX * SnapshotWriter.PAGE];
        private final int[] frames = new int[SnapshotWriter.PAGES_MAX];
        private int chunkFrames;
        private @Nullable SnapshotReader chunkReader;
        private long chunkAt;

        private Pages(Snapshot s) {
            SnapshotReader reader = SnapshotReader.this;
            Snapshot at = s;
            while (true) {
                addIndex(reader, reader.entry(at.number()));
                if (at.kind() == Snapshot.Kind.FULL) {
                    break;
                }
                if (at.kind() == Snapshot.Kind.UPON_PARENT) {
                    SnapshotReader up = reader.parent;
                    if (up == null) {
                        throw Problems.damaged(
                                session, "snapshot " + at.number() + " needs the parent session");
                    }
                    reader = up;
                } else if (at.base() >= at.number()) {
                    throw Problems.damaged(
                            session, "snapshot " + at.number() + " adds to a later one");
                }
                at = reader.entry(at.base()).snapshot;
            }
        }

        /** Newer pages were added before: they stay. */
        private void addIndex(SnapshotReader reader, Entry e) {
            for (long at : e.index) {
                reader.load(at);
                int end = reader.payload() + reader.file.payloadSize();
                Varint v = new Varint(reader.file.bytes(), reader.payload());
                while (v.at < end) {
                    int chunkNumber = v.nextInt();
                    int count = v.nextInt();
                    int frame = 0;
                    boolean zero = chunkNumber == e.pages.size();
                    for (int slot = 0; slot < count; slot++) {
                        frame += (int) Format.unzigzag(v.next());
                        map.putIfAbsent(
                                frame,
                                new Source(reader, zero ? ZERO : e.pages.get(chunkNumber), slot));
                    }
                }
            }
        }

        /** Frames that are not zero. */
        public int count() {
            return (int) map.values().stream().filter(s -> s.at != ZERO).count();
        }

        /**
         * Copies a page into {@code into} at {@code at}.
         *
         * @return false when the page is zero; {@code into} is then left alone
         */
        public boolean page(int frame, byte[] into, int at) {
            Source s = map.get(frame);
            if (s == null || s.at == ZERO) {
                return false;
            }
            fetch(s);
            System.arraycopy(chunk, s.slot * SnapshotWriter.PAGE, into, at, SnapshotWriter.PAGE);
            return true;
        }

        /** Whether the frame has a page that is not zero. */
        public boolean holds(int frame) {
            Source s = map.get(frame);
            return s != null && s.at != ZERO;
        }

        /** Whether the frame is known to be zero, rather than never stored to. */
        public boolean zero(int frame) {
            Source s = map.get(frame);
            return s != null && s.at == ZERO;
        }

        /**
         * Hands over a page that is not zero and those that lie with it: what it takes to read one
         * is most of what it takes to read them all.
         *
         * @throws SessionException when they are damaged
         */
        public void around(int frame, PageSink sink) {
            Source s = map.get(frame);
            if (s == null || s.at == ZERO) {
                throw new IllegalArgumentException("no page of frame " + frame);
            }
            fetch(s);
            for (int slot = 0; slot < chunkFrames; slot++) {
                Source other = map.get(frames[slot]);
                // Else a newer snapshot has another page of that frame.
                if (other != null && other.reader == s.reader && other.at == s.at) {
                    sink.page(frames[slot], chunk, slot * SnapshotWriter.PAGE);
                }
            }
        }

        /** Hands over every page that is not zero, in the order in which they lie on disk. */
        public void forEach(PageSink sink) {
            List<Map.Entry<Integer, Source>> all = new ArrayList<>(map.entrySet());
            all.removeIf(e -> e.getValue().at == ZERO);
            all.sort((a, b) -> order(a.getValue(), b.getValue()));
            for (Map.Entry<Integer, Source> e : all) {
                fetch(e.getValue());
                sink.page(e.getKey(), chunk, e.getValue().slot * SnapshotWriter.PAGE);
            }
        }

        private int order(Source a, Source b) {
            int byReader = Integer.compare(depth(a.reader), depth(b.reader));
            int byDocument = byReader != 0 ? byReader : Long.compare(a.at, b.at);
            return byDocument != 0 ? byDocument : Integer.compare(a.slot, b.slot);
        }

        private int depth(SnapshotReader r) {
            int d = 0;
            for (SnapshotReader at = SnapshotReader.this; at != r && at != null; at = at.parent) {
                d++;
            }
            return d;
        }

        private void fetch(Source s) {
            if (s.reader == chunkReader && s.at == chunkAt) {
                return;
            }
            SnapshotReader r = s.reader;
            r.load(s.at);
            Varint v = new Varint(r.file.bytes(), r.payload());
            int count = v.nextInt();
            if (count > frames.length) {
                throw Problems.damaged(session, "a snapshot's page document is too large");
            }
            for (int i = 0; i < count; i++) {
                frames[i] = v.nextInt();
            }
            chunkFrames = count;
            int skipped = v.at - r.payload();
            chunkReader = null;
            r.decompress(
                    v.at, r.file.payloadSize() - skipped, chunk, 0, count * SnapshotWriter.PAGE);
            chunkReader = r;
            chunkAt = s.at;
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        if (parent != null) {
            parent.close();
        }
    }
}
