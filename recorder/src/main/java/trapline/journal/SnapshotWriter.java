package trapline.journal;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Appends snapshots to a queue of their own. A snapshot is begun, gets its pages in any order, each
 * at most once, and is ended; one that was not ended does not exist for a reader.
 *
 * <p>In a full snapshot every page must be given that may differ from what memory holds before
 * anything is stored to it; in another, every page that may differ from the base's. A zero page
 * that is given is known to be zero: flash does not begin as zeros.
 */
@SuppressWarnings("EnumOrdinal") // The order of the kinds is part of the format.
public final class SnapshotWriter implements Closeable {
    /** Bytes of a page. */
    public static final int PAGE = 4096;

    /** Pages in one document: below 128 KiB even when nothing can be compressed. */
    static final int PAGES_MAX = 30;

    private static final int STATE_PIECE = 120 * 1024;

    /**
     * Zstandard's fastest level with entropy coding of literals: most of the gain for a third of
     * the time of level 3.
     */
    private static final int LEVEL = 1;

    private final QueueAppender out;
    private final ZstdCompressCtx zstd;
    private final byte[] document = new byte[Format.HEADER + Format.PAYLOAD_MAX];
    private final byte[] raw = new byte[PAGES_MAX * PAGE];
    private final int[] frames = new int[PAGES_MAX];
    private final byte[] index = new byte[Format.HEADER + STATE_PIECE + 1024];
    private int indexAt;
    private int[] zeroFrames = new int[256];
    private int zeros;
    private int inChunk;
    private int chunks;
    private int pages;
    private long firstDocument;
    private long number;
    private @Nullable Snapshot open;

    SnapshotWriter(Path queue) {
        out = new QueueAppender(queue, Format.SNAPSHOTS);
        zstd = new ZstdCompressCtx();
        zstd.setLevel(LEVEL);
    }

    /** Number that the next snapshot gets. */
    public long number() {
        return number;
    }

    /** Bytes of all documents so far. */
    public long writtenBytes() {
        return out.written();
    }

    /**
     * Begins a snapshot.
     *
     * @param kind what its pages add to
     * @param base number of the snapshot that it adds to; ignored for a full one
     * @param nextTrap id of the first trap after it
     * @param facts facts and inputs before it
     * @param memory hash of all memory, or null
     * @param state the machine's state, pages apart
     * @param length how many bytes of {@code state} count
     */
    public Snapshot begin(
            Snapshot.Kind kind,
            long base,
            long machineRetired,
            long virtualNanos,
            long nextTrap,
            long facts,
            Snapshot.@Nullable MemoryHash memory,
            byte[] state,
            int length) {
        if (open != null) {
            throw new IllegalStateException("snapshot " + number + " is still open");
        }
        Snapshot s =
                new Snapshot(
                        number,
                        kind,
                        kind == Snapshot.Kind.FULL ? number : base,
                        machineRetired,
                        virtualNanos,
                        nextTrap,
                        facts,
                        length,
                        memory);
        firstDocument = out.sequence();
        inChunk = 0;
        chunks = 0;
        pages = 0;
        zeros = 0;
        indexAt = Format.HEADER;
        byte[] d = document;
        int p = Format.HEADER;
        d[p++] = (byte) kind.ordinal();
        for (long v : new long[] {s.base(), machineRetired, virtualNanos, nextTrap, facts}) {
            Format.LONG.set(d, p, v);
            p += 8;
        }
        Format.INT.set(d, p, length);
        p += 4;
        if (memory != null) {
            Format.LONG.set(d, p, memory.high());
            Format.LONG.set(d, p + 8, memory.low());
            p += 16;
        }
        put(d, p, Format.SNAP_BEGIN);
        for (int sent = 0; sent < length; sent += STATE_PIECE) {
            int n = Math.min(STATE_PIECE, length - sent);
            Format.INT.set(d, Format.HEADER, n);
            put(d, compress(Format.HEADER + 4, state, sent, n), Format.SNAP_STATE);
        }
        open = s;
        return s;
    }

    private int compress(int to, byte[] from, int at, int n) {
        return to + zstd.compressByteArray(document, to, document.length - to, from, at, n);
    }

    private void put(byte[] b, int end, int type) {
        out.append(b, end - Format.HEADER, type, 0, number);
    }

    /** Adds the page of frame {@code frame}: {@link #PAGE} bytes at {@code from}. */
    public void page(int frame, byte[] bytes, int from) {
        Snapshot s = open;
        if (s == null) {
            throw new IllegalStateException("no snapshot is open: frame=" + frame);
        }
        if (isZero(bytes, from)) {
            zeroFrames =
                    zeros < zeroFrames.length ? zeroFrames : Arrays.copyOf(zeroFrames, 2 * zeros);
            zeroFrames[zeros++] = frame;
            return;
        }
        System.arraycopy(bytes, from, raw, inChunk * PAGE, PAGE);
        frames[inChunk++] = frame;
        pages++;
        if (inChunk == PAGES_MAX) {
            writeChunk();
        }
    }

    private static boolean isZero(byte[] b, int from) {
        for (int i = from; i < from + PAGE; i += 8) {
            if ((long) Format.LONG.get(b, i) != 0) {
                return false;
            }
        }
        return true;
    }

    private void writeChunk() {
        if (inChunk == 0) {
            return;
        }
        int at = Varint.put(document, Format.HEADER, inChunk);
        for (int i = 0; i < inChunk; i++) {
            at = Varint.put(document, at, frames[i]);
        }
        put(document, compress(at, raw, 0, inChunk * PAGE), Format.SNAP_PAGES);
        list(chunks, frames, 0, inChunk);
        chunks++;
        inChunk = 0;
    }

    /** Adds a list of frames to the index. */
    private void list(int chunk, int[] which, int from, int count) {
        if (indexAt - Format.HEADER > STATE_PIECE - 5 * (count + 2)) {
            writeIndex();
        }
        indexAt = Varint.put(index, indexAt, chunk);
        indexAt = Varint.put(index, indexAt, count);
        int before = 0;
        for (int i = from; i < from + count; i++) {
            indexAt = Varint.put(index, indexAt, Format.zigzag(which[i] - before));
            before = which[i];
        }
    }

    private void writeIndex() {
        if (indexAt > Format.HEADER) {
            put(index, indexAt, Format.SNAP_INDEX);
            indexAt = Format.HEADER;
        }
    }

    /** Ends the snapshot: from now on it exists. */
    public Snapshot end() {
        Snapshot s = open;
        if (s == null) {
            throw new IllegalStateException("no snapshot is open");
        }
        writeChunk();
        for (int sent = 0; sent < zeros; sent += PAGES_MAX) {
            list(chunks, zeroFrames, sent, Math.min(PAGES_MAX, zeros - sent));
        }
        writeIndex();
        Format.INT.set(document, Format.HEADER, (int) (out.sequence() - firstDocument) + 1);
        Format.INT.set(document, Format.HEADER + 4, pages);
        put(document, Format.HEADER + 8, Format.SNAP_END);
        open = null;
        number++;
        return s;
    }

    @Override
    public void close() {
        zstd.close();
        out.close();
    }
}
