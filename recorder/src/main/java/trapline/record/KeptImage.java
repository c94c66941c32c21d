package trapline.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import trapline.device.BlockBackend;
import trapline.device.OverlayDisk;
import trapline.journal.SessionException;

/**
 * A disk image of which a session keeps what the guest reads. A chunk comes from the session and
 * its ancestors if they have it; only one that was never read before comes from the original file,
 * and is kept before the guest sees it.
 */
final class KeptImage implements OverlayDisk.Image {
    private final long sectors;
    private final List<BlockFile> past;
    private final Supplier<Path> original;
    private final byte[] chunk = new byte[OverlayDisk.CHUNK];
    private long held = -1;
    private @Nullable FileChannel source;
    private @Nullable Path sourcePath;
    private @Nullable Path keepAt;
    private boolean keepAll;
    private @Nullable BlockFile kept;

    /**
     * @param past files that have chunks already, nearest first
     * @param original finds the original file; asked only when a chunk is nowhere else
     */
    KeptImage(long sectors, List<BlockFile> past, Supplier<Path> original) {
        this.sectors = sectors;
        this.past = past;
        this.original = original;
    }

    /**
     * Keeps in {@code file}, made when it is needed, what is read from now on.
     *
     * @param all also what the past has: for a session that stands alone
     */
    void keep(Path file, boolean all) {
        keepAt = file;
        keepAll = all;
    }

    @Override
    public boolean read(long sector, byte[] to, int off, int count) {
        int chunkSectors = OverlayDisk.CHUNK / BlockBackend.SECTOR;
        for (int done = 0; done < count; ) {
            long s = sector + done;
            int within = (int) (s % chunkSectors);
            int n = Math.min(count - done, chunkSectors - within);
            load(s / chunkSectors);
            System.arraycopy(
                    chunk,
                    within * BlockBackend.SECTOR,
                    to,
                    off + done * BlockBackend.SECTOR,
                    n * BlockBackend.SECTOR);
            done += n;
        }
        return true;
    }

    private void load(long index) {
        if (index == held) {
            return;
        }
        held = -1;
        BlockFile k = kept;
        if (k != null && k.has(index)) {
            k.read(index, chunk);
        } else if (fromPast(index)) {
            if (keepAll) {
                put(index);
            }
        } else {
            fromOriginal(index);
            put(index);
        }
        held = index;
    }

    private boolean fromPast(long index) {
        for (BlockFile f : past) {
            if (f.has(index)) {
                f.read(index, chunk);
                return true;
            }
        }
        return false;
    }

    private void put(long index) {
        Path at = keepAt;
        if (at == null) {
            return;
        }
        BlockFile k = kept;
        if (k == null) {
            k = BlockFile.create(at, sectors);
            kept = k;
        }
        k.write(index, chunk);
    }

    private void fromOriginal(long index) {
        Path path = sourcePath;
        FileChannel c = source;
        if (path == null || c == null) {
            path = original.get();
            sourcePath = path;
        }
        try {
            if (c == null) {
                c = FileChannel.open(path, StandardOpenOption.READ);
                source = c;
            }
            java.util.Arrays.fill(chunk, (byte) 0);
            ByteBuffer b = ByteBuffer.wrap(chunk);
            long from = index * OverlayDisk.CHUNK;
            while (b.hasRemaining() && c.read(b, from + b.position()) > 0) {
                // until the chunk is full or the file ends
            }
        } catch (IOException e) {
            throw new SessionException(
                    SessionException.ENVIRONMENT, path + ": " + e.getMessage(), e);
        }
    }

    /** Closes the files. */
    void close() {
        try (FileChannel _ = source) {
            if (kept != null) {
                kept.close();
            }
            past.forEach(BlockFile::close);
        } catch (IOException e) {
            throw new SessionException(
                    SessionException.ENVIRONMENT, sourcePath + ": " + e.getMessage(), e);
        }
    }
}
