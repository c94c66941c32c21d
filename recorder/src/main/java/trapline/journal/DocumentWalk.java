package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The documents of one journal in order, each checked: number, checksum, stretch. It reads no
 * further than what one recorder committed, and names what is intact when it meets damage.
 */
final class DocumentWalk implements Closeable {
    private final Path session;
    private final QueueFile file;
    private long expected;
    private int stretch;
    private long lastIntact;
    private boolean closed;

    DocumentWalk(Path session, QueueFile file) {
        this.session = session;
        this.file = file;
    }

    void seek(JournalReader.Stretch start) {
        file.seek(start.offset());
        expected = start.sequence();
        stretch = start.index();
        lastIntact = start.firstTrap() - 1;
    }

    /** Moves to the next committed document; false when there is none (now). */
    boolean next() {
        if (closed) {
            return false;
        }
        QueueFile.Found found;
        try {
            found = file.next();
        } catch (IOException e) {
            throw Problems.environment(session, e);
        }
        if (found == QueueFile.Found.END) {
            return false;
        }
        if (found == QueueFile.Found.DAMAGE) {
            throw damaged(file.damage());
        }
        if (file.sequence() != expected) {
            throw damaged("document " + expected + " is missing, " + file.sequence() + " follows");
        }
        if (file.stretch() != stretch) {
            throw damaged("document " + expected + " belongs to stretch " + file.stretch());
        }
        expected++;
        if (file.type() == Format.SEAL) {
            stretch++;
        }
        return true;
    }

    /** Traps up to this id were delivered. */
    void intact(long trap) {
        lastIntact = trap;
    }

    int type() {
        return file.type();
    }

    byte[] bytes() {
        return file.bytes();
    }

    /** Where the current document's payload begins in {@link #bytes()}. */
    int payload() {
        return file.from() + Format.HEADER;
    }

    int payloadSize() {
        return file.payloadSize();
    }

    QueueFile file() {
        return file;
    }

    Path where() {
        return session;
    }

    Seal seal() {
        try {
            return Seal.read(file.stretch(), bytes(), payload(), payloadSize());
        } catch (RuntimeException e) {
            throw undecodable(e);
        }
    }

    SessionException damaged(String why) {
        return Problems.damaged(
                session,
                "damaged in stretch " + stretch + ", intact up to trap " + lastIntact + ": " + why);
    }

    /** A document whose checksum is right but whose records make no sense. */
    SessionException undecodable(RuntimeException e) {
        if (e instanceof SessionException s) {
            return s;
        }
        return damaged("a record cannot be decoded (" + e.getClass().getSimpleName() + ")");
    }

    SessionException gap(long expectedFacts, long found) {
        return damaged("the stretch begins at event " + found + " instead of " + expectedFacts);
    }

    SessionException shorterThanFork() {
        return damaged("the session ends before the event at which a fork left it");
    }

    @Override
    public void close() throws IOException {
        closed = true;
        file.close();
    }
}
