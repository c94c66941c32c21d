package trapline.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One queue of events, opened for reading; it may be growing. Holds no open file itself: each
 * cursor has its own.
 */
public final class JournalReader {
    /**
     * Where a stretch begins.
     *
     * @param offset of its first document in the queue's file
     * @param sequence number of that document
     * @param firstTrap id of the first trap in it or behind it
     * @param facts facts and inputs before it
     * @param machineRetired instructions that all vCPUs had retired
     * @param seal its own seal, or null when it is not sealed
     */
    public record Stretch(
            int index,
            long offset,
            long sequence,
            long firstTrap,
            long facts,
            long machineRetired,
            long virtualNanos,
            @Nullable Seal seal) {}

    private final Path session;
    private final Path queue;
    private final long baseFacts;
    private @Nullable List<Stretch> finished;

    /**
     * @param session directory named in messages
     * @param queue the queue's directory
     */
    JournalReader(Path session, Path queue) {
        this(session, queue, 0);
    }

    /**
     * @param baseFacts facts and inputs that a fork inherits
     */
    JournalReader(Path session, Path queue, long baseFacts) {
        this.session = session;
        this.queue = queue;
        this.baseFacts = baseFacts;
    }

    Path session() {
        return session;
    }

    DocumentWalk walk() {
        try {
            return new DocumentWalk(session, new QueueFile(queue, Format.JOURNAL));
        } catch (IOException e) {
            throw Problems.environment(session, e);
        }
    }

    /** All events of this queue alone, without what a fork inherits. */
    public Cursor cursor(Dictionary dictionary, Cursor.View view) {
        return new Cursor(List.of(new Cursor.Part(this, Long.MAX_VALUE)), dictionary, view);
    }

    /** The events from the beginning of a stretch on. */
    public Cursor cursor(Dictionary dictionary, Cursor.View view, Stretch from) {
        return new Cursor(this, dictionary, view, from);
    }

    /**
     * The text of the configuration documents.
     *
     * @throws SessionException when there is none, as in a queue whose recorder was killed while it
     *     started
     */
    public String configuration() {
        try (DocumentWalk walk = walk()) {
            byte[] text = new byte[0];
            int filled = 0;
            do {
                if (!walk.next()) {
                    throw Problems.damaged(
                            session,
                            "nothing was recorded: the recorder was killed while it started");
                }
                int total = walk.payloadSize() < 4 ? -1 : Format.i32(walk.bytes(), walk.payload());
                int n = walk.payloadSize() - 4;
                if (walk.type() != Format.CONFIG
                        || total < filled + n
                        || filled > 0 && total != text.length) {
                    throw walk.damaged("the configuration is not whole");
                }
                text = filled == 0 ? new byte[total] : text;
                System.arraycopy(walk.bytes(), walk.payload() + 4, text, filled, n);
                filled += n;
            } while (filled < text.length);
            return new String(text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw Problems.environment(session, e);
        }
    }

    /**
     * All stretches that have begun, found by their headers alone: facts are not checked, seals
     * are.
     *
     * @throws SessionException where the chain of documents is broken
     */
    public List<Stretch> stretches() {
        if (finished != null) {
            return finished;
        }
        List<Stretch> found = new ArrayList<>();
        try (QueueFile file = new QueueFile(queue, Format.JOURNAL)) {
            @Nullable Stretch open = null;
            @Nullable Seal before = null;
            for (QueueFile.Found f = file.next(false);
                    f == QueueFile.Found.DOCUMENT;
                    f = file.next(false)) {
                if (open == null) {
                    open = begin(file, before);
                }
                if (file.type() == Format.SEAL) {
                    before = wholeSeal(file);
                    found.add(
                            new Stretch(
                                    open.index,
                                    open.offset,
                                    open.sequence,
                                    open.firstTrap,
                                    open.facts,
                                    open.machineRetired,
                                    open.virtualNanos,
                                    before));
                    open = null;
                }
            }
            if (open != null) {
                found.add(open);
            }
            if (before != null && before.last()) {
                finished = List.copyOf(found);
            }
            return found;
        } catch (IOException e) {
            throw Problems.environment(session, e);
        }
    }

    private Stretch begin(QueueFile file, @Nullable Seal before) {
        long facts = before == null ? baseFacts : before.facts();
        long retired = before == null ? 0 : before.machineRetired();
        long nanos = before == null ? 0 : before.virtualNanos();
        return new Stretch(
                file.stretch(),
                file.documentAt(),
                file.sequence(),
                file.mark(),
                facts,
                retired,
                nanos,
                null);
    }

    /** The last stretch that begins with at most so many facts before it. */
    Stretch stretchBefore(long facts) {
        Stretch best = null;
        for (Stretch s : stretches()) {
            if (best == null || s.facts() <= facts) {
                best = s;
            }
        }
        if (best == null) {
            throw Problems.damaged(session, "nothing was recorded");
        }
        return best;
    }

    private Seal wholeSeal(QueueFile file) throws IOException {
        file.seek(file.documentAt());
        if (file.next() != QueueFile.Found.DOCUMENT) {
            throw Problems.damaged(session, "a seal is damaged: " + file.damage());
        }
        return Seal.read(
                file.stretch(), file.bytes(), file.from() + Format.HEADER, file.payloadSize());
    }
}
