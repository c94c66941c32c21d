package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Reads the documents of a queue in the order in which they were appended, straight from
 * Chronicle's file: a word (bit 31 not ready, bit 30 Chronicle's own, 30 bits of length), the
 * bytes, padding to four bytes; a zero word is the end. A tailer would wait ten seconds or more for
 * a queue whose recorder was killed while it started, and would pass over damage in silence; this
 * reader never waits, and opens in a fraction of the time. Documents read this way and by a tailer
 * are the same: a test holds the two against each other.
 *
 * <p>Not for use by several threads; each opens its own.
 */
final class QueueFile implements Closeable {
    /** The one file of a queue whose clock stands at zero. */
    static final String NAME = "19700101F.cq4";

    private static final int NOT_READY = 0x80000000;
    private static final int META = 0x40000000;
    private static final int LENGTH = 0x3fffffff;
    private static final int WINDOW = 1 << 20;
    private static final int SMALL_WINDOW = 512;

    /** What a call of {@link #next} found. */
    enum Found {
        DOCUMENT,
        /** Nothing more is committed now. */
        END,
        /** What is there cannot be a document: {@link QueueFile#damage()} says why. */
        DAMAGE
    }

    private final FileChannel file;
    private final int magic;
    private final byte[] window = new byte[WINDOW];
    private final ByteBuffer windowBuffer = ByteBuffer.wrap(window);
    private final CRC32C crc = new CRC32C();
    private long windowAt;
    private int windowSize;
    private long position;
    private String damage = "";
    private boolean readAhead = true;

    // The current document
    private int from;
    private int size;
    private long documentAt;

    /**
     * @param kind {@link Format#JOURNAL} or {@link Format#SNAPSHOTS}
     * @throws NoSuchFileException when the queue has no file, so that nothing was ever committed
     */
    QueueFile(Path queue, int kind) throws IOException {
        file = FileChannel.open(queue.resolve(NAME), StandardOpenOption.READ);
        magic = Format.magic(kind);
    }

    /** Whether the queue has a file to read. */
    static boolean exists(Path queue) {
        return Files.isRegularFile(queue.resolve(NAME));
    }

    /** Goes to a document's beginning, as {@link #documentAt()} told it, or to 0. */
    void seek(long offset) {
        position = offset;
    }

    /** For documents that are not read in order: each is read alone. */
    QueueFile scattered() {
        readAhead = false;
        return this;
    }

    /** Moves to the next document and checks it. */
    Found next() throws IOException {
        return next(true);
    }

    /**
     * Moves to the next document.
     *
     * @param whole false: only its header can be read, and no checksum is compared
     */
    Found next(boolean whole) throws IOException {
        while (true) {
            if (!window(position, whole ? Format.HEADER + 4 : 4)) {
                return Found.END;
            }
            int word = Format.i32(window, (int) (position - windowAt));
            int length = word & LENGTH;
            if (word == 0 || (word & NOT_READY) != 0) {
                // A recorder may be at work there: look again next time.
                windowSize = 0;
                return Found.END;
            }
            if ((word & META) == 0) {
                return document(length, whole);
            }
            long next = position + 4 + length + 3 & ~3L;
            if (next > file.size()) {
                return damaged(
                        "a block of " + length + " bytes reaches beyond the end of the file");
            }
            position = next;
        }
    }

    private Found document(int length, boolean whole) throws IOException {
        if (length < Format.HEADER || length > Format.HEADER + Format.PAYLOAD_MAX) {
            return damaged("no document has " + length + " bytes");
        }
        if (!window(position + 4, whole ? length : Format.HEADER)) {
            return damaged("the file ends inside a document");
        }
        from = (int) (position + 4 - windowAt);
        size = length;
        if (Format.i32(window, from + Format.MAGIC_AT) != magic) {
            return damaged(
                    "not one of ours begins there: "
                            + foreign(Format.i32(window, from + Format.MAGIC_AT)));
        }
        if (payloadSize() != length - Format.HEADER) {
            return damaged("a document's two lengths differ");
        }
        if (whole && !crcMatches()) {
            return damaged("a document does not match its checksum");
        }
        documentAt = position;
        position = position + 4 + length + 3 & ~3L;
        return Found.DOCUMENT;
    }

    private static String foreign(int word) {
        int versionLess = word & 0xffffff;
        boolean ours = (versionLess & 0xffff) == ('T' | 'L' << 8);
        return ours ? "format " + (word >>> 24) : "0x" + Integer.toHexString(word);
    }

    private boolean crcMatches() {
        crc.reset();
        crc.update(window, from + Format.SEQUENCE_AT, size - Format.SEQUENCE_AT);
        return (int) crc.getValue() == Format.i32(window, from + Format.CRC_AT);
    }

    private Found damaged(String why) {
        damage = why + " (offset " + position + ")";
        windowSize = 0;
        return Found.DAMAGE;
    }

    /** Why the last call found {@link Found#DAMAGE}. */
    String damage() {
        return damage;
    }

    /** Makes {@code n} bytes at {@code offset} available; false when the file is shorter. */
    private boolean window(long offset, int n) throws IOException {
        if (offset >= windowAt && offset + n <= windowAt + windowSize) {
            return true;
        }
        windowAt = offset;
        windowSize = 0;
        // Headers alone are far apart: reading ahead would fetch what is passed over.
        windowBuffer
                .clear()
                .limit(readAhead && n > Format.HEADER ? WINDOW : Math.max(n, SMALL_WINDOW));
        while (windowSize < n) {
            int got = file.read(windowBuffer, windowAt + windowSize);
            if (got < 0) {
                return false;
            }
            windowSize += got;
        }
        return true;
    }

    /** Bytes around the current document, valid until the next call of {@link #next}. */
    byte[] bytes() {
        return window;
    }

    /** Where the current document begins in {@link #bytes()}. */
    int from() {
        return from;
    }

    /** Header and payload of the current document, in bytes. */
    int size() {
        return size;
    }

    /** Where the current document begins in the file: an argument for {@link #seek}. */
    long documentAt() {
        return documentAt;
    }

    long sequence() {
        return Format.i64(window, from + Format.SEQUENCE_AT);
    }

    int stretch() {
        return Format.i32(window, from + Format.STRETCH_AT);
    }

    int type() {
        return window[from + Format.SIZE_AT + 3];
    }

    int payloadSize() {
        return Format.i32(window, from + Format.SIZE_AT) & 0xffffff;
    }

    /** First trap id, or snapshot number. */
    long mark() {
        return Format.i64(window, from + Format.MARK_AT);
    }

    /** Bytes of the file, what Chronicle reserved ahead included. */
    long fileSize() throws IOException {
        return file.size();
    }

    /** Where the next document would begin. */
    long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
