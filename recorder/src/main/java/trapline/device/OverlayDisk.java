package trapline.device;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A disk whose image is never changed: what the guest writes stays in an overlay of {@value
 * #CHUNK}-byte chunks that belongs to the session and is part of its state. A chunk is copied from
 * the image when it is first written.
 */
public final class OverlayDisk implements BlockBackend, Snapshottable {
    /** Bytes a chunk of the overlay. */
    public static final int CHUNK = 4096;

    private static final int CHUNK_SECTORS = CHUNK / SECTOR;
    private static final int LEAF = 1024;

    /** The image below; reads past its end give zeroes. */
    @FunctionalInterface
    public interface Image {
        /** Reads whole sectors; false for an error of the host. */
        boolean read(long sector, byte[] to, int off, int sectors);
    }

    /** Takes each chunk that was written since the last look. */
    @FunctionalInterface
    public interface ChunkVisitor {
        /**
         * Called once a chunk.
         *
         * @param data the chunk's {@value #CHUNK} bytes, not to be kept
         */
        void chunk(long index, byte[] data);
    }

    private final Image image;
    private final long sectors;
    private final byte[][][] chunks;
    private final long[][] dirty;
    private long written;

    public OverlayDisk(Image image, long sectors) {
        this.image = image;
        this.sectors = sectors;
        long count = (sectors + CHUNK_SECTORS - 1) / CHUNK_SECTORS;
        int leaves = Math.toIntExact((count + LEAF - 1) / LEAF);
        chunks = new byte[leaves][][];
        dirty = new long[leaves][];
    }

    @Override
    public long sectors() {
        return sectors;
    }

    /** Chunks in the overlay. */
    public long overlayChunks() {
        return written;
    }

    private byte[] chunk(long index) {
        byte[][] leaf = chunks[(int) (index / LEAF)];
        return leaf == null
                ? NONE
                : leaf[(int) (index % LEAF)] == null ? NONE : leaf[(int) (index % LEAF)];
    }

    /** No chunk: everything is still the image's. */
    private static final byte[] NONE = {};

    private byte[] create(long index) {
        int l = (int) (index / LEAF);
        int c = (int) (index % LEAF);
        if (chunks[l] == null) {
            chunks[l] = new byte[LEAF][];
            dirty[l] = new long[LEAF / 64];
        }
        if (chunks[l][c] == null) {
            chunks[l][c] = new byte[CHUNK];
            written++;
        }
        dirty[l][c >> 6] |= 1L << c;
        return chunks[l][c];
    }

    @Override
    public boolean read(long sector, byte[] to, int off, int count) {
        int left = count;
        long s = sector;
        int at = off;
        while (left > 0) {
            int within = (int) (s % CHUNK_SECTORS);
            int n = Math.min(left, CHUNK_SECTORS - within);
            byte[] c = chunk(s / CHUNK_SECTORS);
            if (c.length != 0) {
                System.arraycopy(c, within * SECTOR, to, at, n * SECTOR);
            } else if (!image.read(s, to, at, n)) {
                return false;
            }
            s += n;
            at += n * SECTOR;
            left -= n;
        }
        return true;
    }

    @Override
    public boolean write(long sector, byte[] from, int off, int count) {
        int left = count;
        long s = sector;
        int at = off;
        while (left > 0) {
            int within = (int) (s % CHUNK_SECTORS);
            int n = Math.min(left, CHUNK_SECTORS - within);
            long index = s / CHUNK_SECTORS;
            byte[] c = chunk(index);
            if (c.length == 0) {
                byte[] below = new byte[CHUNK];
                int have = (int) Math.min(CHUNK_SECTORS, sectors - index * CHUNK_SECTORS);
                if (n < have && !image.read(index * CHUNK_SECTORS, below, 0, have)) {
                    return false;
                }
                c = create(index);
                System.arraycopy(below, 0, c, 0, CHUNK);
            } else {
                create(index);
            }
            System.arraycopy(from, at, c, within * SECTOR, n * SECTOR);
            s += n;
            at += n * SECTOR;
            left -= n;
        }
        return true;
    }

    @Override
    public boolean flush() {
        return true;
    }

    /** Visits, in order, each chunk written since the last call. */
    public void drainDirty(ChunkVisitor v) {
        for (int l = 0; l < chunks.length; l++) {
            if (chunks[l] == null) {
                continue;
            }
            for (int w = 0; w < dirty[l].length; w++) {
                for (long m = dirty[l][w]; m != 0; m &= m - 1) {
                    int c = w * 64 + Long.numberOfTrailingZeros(m);
                    v.chunk((long) l * LEAF + c, chunks[l][c]);
                }
                dirty[l][w] = 0;
            }
        }
    }

    /** Puts a chunk into the overlay, as when a session is opened again. */
    public void restore(long index, byte[] data) {
        System.arraycopy(data, 0, create(index), 0, CHUNK);
    }

    /** Forgets all that was written. */
    public void clear() {
        java.util.Arrays.fill(chunks, null);
        java.util.Arrays.fill(dirty, null);
        written = 0;
    }

    @Override
    public void save(StateWriter w) {
        w.i64(written);
        for (int l = 0; l < chunks.length; l++) {
            for (int c = 0; chunks[l] != null && c < LEAF; c++) {
                byte[] data = chunks[l][c];
                if (data != null) {
                    w.i64((long) l * LEAF + c).bytes(data, 0, CHUNK);
                }
            }
        }
    }

    @Override
    public void load(StateReader r) {
        clear();
        byte[] data = new byte[CHUNK];
        long n = r.i64();
        for (long i = 0; i < n; i++) {
            long index = r.i64();
            r.bytes(data, 0, CHUNK);
            restore(index, data);
        }
    }
}
