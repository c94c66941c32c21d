package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import net.openhft.chronicle.queue.ChronicleQueue;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.RollCycles;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;
import net.openhft.chronicle.wire.DocumentContext;
import net.openhft.chronicle.wire.Wire;

/**
 * Appends checksummed documents to a Chronicle Queue of its own. A document is committed when
 * {@link #append} returns: it is in the page cache of the operating system, and the death of this
 * process no longer touches it.
 */
final class QueueAppender implements Closeable {
    private static final int BLOCK_BYTES = 1 << 20;

    /**
     * Chronicle extends its sparse file a block at a time: with less free space a store into it can
     * fail.
     */
    private static final long RESERVE_BYTES = 4L * BLOCK_BYTES;

    private final Path dir;
    private final int magic;
    private final FileStore store;
    private final ChronicleQueue queue;
    private final ExcerptAppender appender;
    private final CRC32C crc = new CRC32C();
    private long sequence;
    private long written;

    /**
     * Creates the queue.
     *
     * @throws SessionException when the place refuses
     */
    QueueAppender(Path dir, int kind) {
        this.dir = dir;
        this.magic = Format.magic(kind);
        try {
            Files.createDirectories(dir);
            store = Files.getFileStore(dir);
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
        requireSpace();
        try {
            // A clock at zero: one file, no roll at midnight, equal events give equal files.
            queue =
                    SingleChronicleQueueBuilder.binary(dir.toFile())
                            .blockSize(BLOCK_BYTES)
                            .rollCycle(RollCycles.FAST_DAILY)
                            .timeProvider(() -> 0L)
                            .build();
            appender = queue.createAppender();
        } catch (RuntimeException | InternalError e) {
            throw Problems.queue(dir, e);
        }
    }

    /** Bytes of all documents so far. */
    long written() {
        return written;
    }

    /** Number of the next document. */
    long sequence() {
        return sequence;
    }

    /**
     * Fills in the header at the front of {@code b} and commits {@code b[0..HEADER + payload)} as
     * one document.
     *
     * @param mark first trap id, or snapshot number
     */
    void append(byte[] b, int payload, int type, int stretch, long mark) {
        if (payload > Format.PAYLOAD_MAX) {
            throw new IllegalStateException(
                    "payload: limit=" + Format.PAYLOAD_MAX + " actual=" + payload);
        }
        Format.INT.set(b, Format.MAGIC_AT, magic);
        Format.LONG.set(b, Format.SEQUENCE_AT, sequence);
        Format.INT.set(b, Format.STRETCH_AT, stretch);
        Format.INT.set(b, Format.SIZE_AT, payload | type << 24);
        Format.LONG.set(b, Format.MARK_AT, mark);
        int size = Format.HEADER + payload;
        crc.reset();
        crc.update(b, Format.SEQUENCE_AT, size - Format.SEQUENCE_AT);
        Format.INT.set(b, Format.CRC_AT, (int) crc.getValue());
        appendWhole(b, 0, size);
    }

    /** Commits a document that already has its header. */
    void appendWhole(byte[] b, int from, int size) {
        requireSpace();
        try (DocumentContext document = appender.writingDocument()) {
            try {
                Wire wire = document.wire();
                if (wire == null) {
                    throw new IllegalStateException(dir + ": no document to write into");
                }
                wire.bytes().write(b, from, size);
            } catch (RuntimeException | InternalError e) {
                document.rollbackOnClose();
                throw e;
            }
        } catch (RuntimeException | InternalError e) {
            throw Problems.queue(dir, e);
        }
        sequence++;
        written += size;
    }

    /**
     * A store into a mapped file on a full disk kills the mapping, so the space is asked for
     * before.
     */
    private void requireSpace() {
        try {
            if (store.getUsableSpace() < RESERVE_BYTES) {
                throw Problems.full(dir);
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
            queue.close();
        } catch (RuntimeException | InternalError e) {
            throw Problems.queue(dir, e);
        }
    }
}
