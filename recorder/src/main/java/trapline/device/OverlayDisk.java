package trapline.device;

/**
 * A disk whose image is never changed: what the guest writes stays in an overlay of {@value
 * #CHUNK}-byte chunks that belongs to the session and is part of its state. A chunk is copied from
 * the image when it is first written.
 */
public final class OverlayDisk implements BlockBackend {
    /** Bytes a chunk of the overlay. */
    public static final int CHUNK = 4096;

    private static final int CHUNK_SECTORS = CHUNK / SECTOR;

    /** The image below; what lies past its end reads as zeroes. */
    @FunctionalInterface
    public interface Image {
        /** Reads whole sectors; false for an error that the guest is to see. */
        boolean read(long sector, byte[] to, int off, int sectors);
    }

    /** Where the overlay's chunks are kept. */
    public interface Store {
        /** Whether this chunk was ever written. */
        boolean has(long chunk);

        /** Makes room for a chunk, zeroed; false when there is none left. */
        boolean create(long chunk);

        /** Copies out of a chunk that is there. */
        void read(long chunk, int at, byte[] to, int off, int len);

        /** Copies into a chunk that is there. */
        void write(long chunk, int at, byte[] from, int off, int len);
    }

    private final Image image;
    private final long sectors;
    private final Store store;
    private final byte[] below = new byte[CHUNK];

    public OverlayDisk(Image image, long sectors, Store store) {
        this.image = image;
        this.sectors = sectors;
        this.store = store;
    }

    @Override
    public long sectors() {
        return sectors;
    }

    @Override
    public boolean read(long sector, byte[] to, int off, int count) {
        for (int done = 0; done < count; ) {
            long s = sector + done;
            int within = (int) (s % CHUNK_SECTORS);
            int n = Math.min(count - done, CHUNK_SECTORS - within);
            int at = off + done * SECTOR;
            if (store.has(s / CHUNK_SECTORS)) {
                store.read(s / CHUNK_SECTORS, within * SECTOR, to, at, n * SECTOR);
            } else if (!image.read(s, to, at, n)) {
                return false;
            }
            done += n;
        }
        return true;
    }

    @Override
    public boolean write(long sector, byte[] from, int off, int count) {
        for (int done = 0; done < count; ) {
            long s = sector + done;
            int within = (int) (s % CHUNK_SECTORS);
            int n = Math.min(count - done, CHUNK_SECTORS - within);
            if (!present(s / CHUNK_SECTORS, n)) {
                return false;
            }
            store.write(s / CHUNK_SECTORS, within * SECTOR, from, off + done * SECTOR, n * SECTOR);
            done += n;
        }
        return true;
    }

    /** Puts a chunk into the overlay before {@code n} of its sectors are written. */
    private boolean present(long chunk, int n) {
        if (store.has(chunk)) {
            return true;
        }
        int have = (int) Math.min(CHUNK_SECTORS, sectors - chunk * CHUNK_SECTORS);
        boolean partly = n < have;
        if (partly && !image.read(chunk * CHUNK_SECTORS, below, 0, have)) {
            return false;
        }
        if (!store.create(chunk)) {
            return false;
        }
        if (partly) {
            store.write(chunk, 0, below, 0, have * SECTOR);
        }
        return true;
    }

    @Override
    public boolean flush() {
        return true;
    }
}
