package trapline.record;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import trapline.device.OverlayDisk;
import trapline.journal.SessionException;

/**
 * Chunks of a disk in a session's {@code drive/} folder. Chunks are only ever appended, each before
 * the guest sees it, so that a recorder that is killed leaves every one that the journal needs.
 *
 * <pre>
 * header  'T' 'L' 'D' 'B', u32 version 1, u64 sectors of the disk
 * chunk   u64 index, u32 CRC32C of index, length and data, u32 length (4096, or 0 for zeroes), data
 * </pre>
 *
 * Numbers are little-endian. The first chunk that is cut off or whose checksum is wrong ends the
 * file.
 */
final class BlockFile implements Closeable {
    private static final int MAGIC = 0x42444c54;
    private static final int VERSION = 1;
    private static final int HEADER = 16;
    private static final int HEAD = 16;
    private static final long ZEROES = 0;

    private final Path path;
    private final FileChannel channel;
    private final Map<Long, Long> at = new HashMap<>();
    private final ByteBuffer buffer =
            ByteBuffer.allocate(HEAD + OverlayDisk.CHUNK).order(ByteOrder.LITTLE_ENDIAN);
    private long end;

    private BlockFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Creates the file of a disk with so many sectors. */
    static BlockFile create(Path path, long sectors) {
        try {
            FileChannel c =
                    FileChannel.open(
                            path,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            BlockFile f = new BlockFile(path, c);
            f.buffer.putInt(MAGIC).putInt(VERSION).putLong(sectors).flip();
            f.append();
            return f;
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /**
     * Opens a file for reading; null when there is none.
     *
     * @throws SessionException when it is not what it should be
     */
    static @Nullable BlockFile open(Path path, long sectors) {
        if (!Files.exists(path)) {
            return null;
        }
        try {
            FileChannel c = FileChannel.open(path, StandardOpenOption.READ);
            BlockFile f = new BlockFile(path, c);
            f.fill(0, HEADER);
            if (f.buffer.limit() < HEADER || f.buffer.getInt() != MAGIC) {
                throw new SessionException(
                        SessionException.DAMAGED, path + ": not a file of disk blocks");
            }
            int version = f.buffer.getInt();
            if (version != VERSION || f.buffer.getLong() != sectors) {
                throw new SessionException(
                        SessionException.DAMAGED, path + ": of another version or another disk");
            }
            f.index();
            return f;
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private void index() throws IOException {
        end = HEADER;
        while (true) {
            fill(end, HEAD + OverlayDisk.CHUNK);
            if (buffer.limit() < HEAD) {
                return;
            }
            long chunk = buffer.getLong(0);
            int length = buffer.getInt(12);
            boolean sane = length == 0 || length == OverlayDisk.CHUNK;
            if (!sane || buffer.limit() < HEAD + length || buffer.getInt(8) != crc(length)) {
                return;
            }
            at.put(chunk, length == 0 ? ZEROES : end + HEAD);
            end += HEAD + length;
        }
    }

    /** Reads up to {@code bytes} bytes into the buffer, ready to be got. */
    private void fill(long from, int bytes) throws IOException {
        buffer.clear().limit(bytes);
        while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) > 0) {
            // until there is no more
        }
        buffer.flip();
    }

    private int crc(int length) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.array(), 0, 8);
        crc.update(buffer.array(), 12, 4 + length);
        return (int) crc.getValue();
    }

    private void append() throws IOException {
        while (buffer.hasRemaining()) {
            end += channel.write(buffer, end);
        }
    }

    /** How many chunks there are. */
    int size() {
        return at.size();
    }

    boolean has(long chunk) {
        return at.containsKey(chunk);
    }

    /** Reads a chunk that is there. */
    void read(long chunk, byte[] to) {
        Long from = at.get(chunk);
        if (from == null) {
            throw new IllegalStateException(path + " has no chunk " + chunk);
        }
        if (from == ZEROES) {
            java.util.Arrays.fill(to, 0, OverlayDisk.CHUNK, (byte) 0);
            return;
        }
        try {
            ByteBuffer b = ByteBuffer.wrap(to, 0, OverlayDisk.CHUNK);
            while (b.hasRemaining()) {
                if (channel.read(b, from + b.position()) < 0) {
                    throw new SessionException(SessionException.DAMAGED, path + ": cut off");
                }
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    /** Appends a chunk. */
    void write(long chunk, byte[] data) {
        boolean zero = true;
        for (int k = 0; k < OverlayDisk.CHUNK && zero; k++) {
            zero = data[k] == 0;
        }
        int length = zero ? 0 : OverlayDisk.CHUNK;
        buffer.clear().putLong(0, chunk).putInt(12, length).put(HEAD, data, 0, length);
        buffer.putInt(8, crc(length)).limit(HEAD + length);
        long from = end;
        try {
            append();
        } catch (IOException e) {
            throw failed(path, e);
        }
        at.put(chunk, zero ? ZEROES : from + HEAD);
    }

    private static SessionException failed(Path path, IOException e) {
        return new SessionException(SessionException.ENVIRONMENT, path + ": " + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(path, e);
        }
    }
}
