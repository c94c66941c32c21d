package trapline.journal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a session is whole, without executing anything and without changing anything: every
 * checksum, the chain of seals, what the seals digest, {@code session.json}, snapshots, kept
 * images. Never throws for damage.
 */
public final class Check {
    private final Path dir;

    private Check(Path dir) {
        this.dir = dir;
    }

    /** Checks the session in {@code dir}. */
    public static CheckReport of(Path dir) {
        try {
            return new Check(dir).run();
        } catch (SessionException e) {
            return failed(e);
        } catch (IOException e) {
            return failed(Problems.environment(dir, e));
        }
    }

    private static CheckReport failed(SessionException e) {
        return new CheckReport(
                false, false, e.exitCode(), e.line(), 0, -1, 0, 0, false, false, null);
    }

    private CheckReport run() throws IOException {
        Session.requireOurs(dir);
        SessionFile file = null;
        String fileProblem = null;
        try {
            file = SessionFile.read(dir);
        } catch (SessionException e) {
            if (e.exitCode() != SessionException.DAMAGED) {
                throw e;
            }
            fileProblem = e.line();
        }
        if (!QueueFile.exists(dir.resolve(SessionWriter.QUEUE))) {
            // Opening says best what is there instead.
            Session.open(dir);
        }
        JournalReader reader = new JournalReader(dir, dir.resolve(SessionWriter.QUEUE));
        try (IntactPrefix p = new IntactPrefix(reader, inherited(reader, file)).read()) {
            String problem = journalProblem(p, file, fileProblem);
            boolean journalDamaged = problem != null;
            if (problem == null) {
                problem = fileProblem != null ? fileProblem : restProblem(p, file);
            }
            return report(p, problem, journalDamaged);
        }
    }

    private @Nullable FactTotals inherited(JournalReader reader, @Nullable SessionFile file) {
        SessionConfig config =
                file != null ? file.config() : SessionFile.parseConfig(dir, reader.configuration());
        return Rebuild.inherited(dir, config);
    }

    /** What is wrong with the queue of events, or null when it is intact, sealed or not. */
    private @Nullable String journalProblem(
            IntactPrefix p, @Nullable SessionFile file, @Nullable String fileProblem)
            throws IOException {
        if (p.damage() != null) {
            return p.damage();
        }
        Seal s = p.seal();
        boolean last = s != null && s.last();
        if (!last && documentsBehind(p)) {
            return where(p, "what is behind it cannot be reached: a document's length is damaged");
        }
        if (!last && (file != null || fileProblem != null)) {
            return where(p, "the session was finished, but its end is missing");
        }
        return null;
    }

    private String where(IntactPrefix p, String why) {
        return dir
                + ": damaged in stretch "
                + p.sealedStretches()
                + ", intact up to trap "
                + p.totals().lastTrap()
                + ": "
                + why;
    }

    private @Nullable String restProblem(IntactPrefix p, @Nullable SessionFile file)
            throws IOException {
        Seal s = p.seal();
        if (s == null || !s.last()) {
            return null;
        }
        if (file == null) {
            return dir
                    + ": "
                    + SessionFile.NAME
                    + " is missing; trapline check --repair "
                    + dir
                    + " writes it again";
        }
        if (!file.seal().equals(s.hash())
                || !SessionFile.render(file.config())
                        .equals(
                                new JournalReader(dir, dir.resolve(SessionWriter.QUEUE))
                                        .configuration())) {
            return dir + ": " + SessionFile.NAME + " belongs to another recording than the queue";
        }
        String snapshots = snapshotProblem();
        if (snapshots != null) {
            return snapshots;
        }
        String difference = file.firstDifference(dir);
        return difference != null ? dir + ": " + difference : imageProblem(file.config());
    }

    private @Nullable String snapshotProblem() throws IOException {
        Path queue = dir.resolve(SessionWriter.SNAPSHOTS);
        if (!QueueFile.exists(queue)) {
            return null;
        }
        try (QueueFile f = new QueueFile(queue, Format.SNAPSHOTS)) {
            long sequence = 0;
            QueueFile.Found found;
            for (found = f.next(); found == QueueFile.Found.DOCUMENT; found = f.next()) {
                if (f.sequence() != sequence++) {
                    return dir + ": damaged snapshots: document " + (sequence - 1) + " is missing";
                }
            }
            return found == QueueFile.Found.DAMAGE
                    ? dir + ": damaged snapshots: " + f.damage()
                    : null;
        }
    }

    private @Nullable String imageProblem(SessionConfig config) {
        for (SessionConfig.Image i : config.images()) {
            Path kept = dir.resolve(SessionWriter.IMAGES).resolve(i.sha256());
            if (Files.exists(kept)
                    && !SessionWriter.referenceImage(i.role(), kept).sha256().equals(i.sha256())) {
                return dir + ": the kept " + i.role() + " (" + i.path() + ") was changed";
            }
        }
        return null;
    }

    /**
     * Whether a whole document lies where the walk does not reach: then the walk did not end at the
     * end. A recorder that was killed leaves at most the document that it was writing.
     */
    private boolean documentsBehind(IntactPrefix p) throws IOException {
        int magic = Format.magic(Format.JOURNAL);
        CRC32C crc = new CRC32C();
        try (RandomAccessFile f =
                new RandomAccessFile(
                        dir.resolve(SessionWriter.QUEUE).resolve(QueueFile.NAME).toFile(), "r")) {
            byte[] b = new byte[1 << 20];
            long at = p.endOffset() & ~3L;
            while (true) {
                f.seek(at);
                int n = f.read(b);
                if (n < Format.HEADER) {
                    return false;
                }
                for (int i = 0; i + Format.HEADER <= n; i += 4) {
                    if (Format.i32(b, i) == magic
                            && Format.i64(b, i + Format.SEQUENCE_AT) > p.documents()
                            && wholeAt(f, at + i, crc)) {
                        return true;
                    }
                }
                at += n - Format.HEADER + 4 & ~3;
            }
        }
    }

    private static boolean wholeAt(RandomAccessFile f, long at, CRC32C crc) throws IOException {
        byte[] d = new byte[Format.HEADER + Format.PAYLOAD_MAX];
        f.seek(at);
        int n = f.read(d);
        int size = Format.HEADER + (Format.i32(d, Format.SIZE_AT) & 0xffffff);
        if (size > n) {
            return false;
        }
        crc.reset();
        crc.update(d, Format.SEQUENCE_AT, size - Format.SEQUENCE_AT);
        return (int) crc.getValue() == Format.i32(d, Format.CRC_AT);
    }

    private CheckReport report(IntactPrefix p, @Nullable String problem, boolean journalDamaged) {
        FactTotals t = p.totals();
        Seal s = p.seal();
        boolean sealed = s != null && s.last() && !journalDamaged;
        boolean whole = sealed && problem == null;
        String line;
        if (problem != null) {
            line = problem;
        } else if (sealed) {
            line =
                    dir
                            + ": whole: "
                            + t.lastTrap()
                            + " traps, "
                            + t.facts()
                            + " events in "
                            + p.sealedStretches()
                            + " sealed stretches";
        } else if (SessionLock.held(dir)) {
            line =
                    dir
                            + ": being recorded: intact up to trap "
                            + t.lastTrap()
                            + ", "
                            + t.facts()
                            + " events so far";
        } else {
            line =
                    dir
                            + ": unsealed: intact up to trap "
                            + t.lastTrap()
                            + ", "
                            + t.facts()
                            + " events, "
                            + p.sealedStretches()
                            + " sealed stretches; trapline check --repair "
                            + dir
                            + " seals it";
        }
        int bad = sealed ? -1 : p.sealedStretches();
        boolean repairable = !whole && !SessionLock.held(dir);
        return new CheckReport(
                whole,
                sealed,
                whole ? 0 : SessionException.DAMAGED,
                line,
                p.sealedStretches(),
                bad,
                t.lastTrap(),
                t.facts(),
                journalDamaged,
                repairable,
                s);
    }
}
