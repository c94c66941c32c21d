package trapline.journal;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Walks a queue from its beginning and verifies everything that can be verified without executing:
 * checksums, numbers, the chain of seals, and that each seal counts and digests what its stretches
 * hold. Stops at the first thing that is wrong.
 */
final class IntactPrefix implements Closeable {
    private final DocumentWalk walk;
    private final Dictionary dictionary = new Dictionary();
    private final FactDecoder decoder = new FactDecoder(dictionary);
    private final SealChain chain = new SealChain();
    private final FactTotals totals;
    private @Nullable Seal seal;
    private @Nullable String damage;
    private boolean began;

    // As of the last document that is intact, and as of the last seal
    private long documents;
    private long sealedDocuments;
    private int sealedStretches;
    private @Nullable FactTotals sealedTotals;
    private long endOffset;
    private long sealedEndOffset;

    /**
     * @param inherited what a fork's journal goes on from, or null
     */
    IntactPrefix(JournalReader reader, @Nullable FactTotals inherited) {
        walk = reader.walk();
        totals = inherited == null ? new FactTotals(dictionary) : inherited.copy(dictionary);
    }

    /** Reads until the end or the first damage. */
    IntactPrefix read() {
        try {
            while (walk.next()) {
                document();
                documents++;
                endOffset = walk.file().position();
            }
        } catch (SessionException e) {
            damage = e.line();
        } catch (RuntimeException e) {
            damage = walk.undecodable(e).line();
        }
        return this;
    }

    private void document() {
        QueueFile f = walk.file();
        if (seal != null && seal.last()) {
            throw walk.damaged("a document follows the last seal");
        }
        switch (f.type()) {
            case Format.CONFIG -> {
                if (began || seal != null) {
                    throw walk.damaged("a configuration between events");
                }
                chain.add(f.bytes(), f.from(), f.size());
            }
            case Format.FACTS -> {
                began = true;
                facts(f);
                chain.add(f.bytes(), f.from(), f.size());
            }
            case Format.SEAL -> checkSeal();
            default -> throw walk.damaged("a document of unknown type " + f.type());
        }
    }

    private void facts(QueueFile f) {
        if (f.mark() != totals.lastTrap() + 1) {
            throw walk.damaged("trap " + f.mark() + " follows trap " + totals.lastTrap());
        }
        decoder.load(f.bytes(), walk.payload(), walk.payload() + walk.payloadSize());
        decoder.drain(totals);
        walk.intact(totals.lastTrap());
    }

    private void checkSeal() {
        Seal s = walk.seal();
        if (!s.previous().equals(chain.previous())) {
            throw walk.damaged("its seal does not follow from the seal before");
        }
        if (s.crc() != chain.crc()
                || s.bytes() != chain.bytes()
                || s.documents() != chain.documents()) {
            throw walk.damaged("its documents do not match its seal");
        }
        int fields = walk.payloadSize() - Hashes.SHA256_BYTES;
        byte[] hash = chain.close(walk.bytes(), walk.payload(), fields);
        if (!s.hash().equals(Hashes.hex(hash))) {
            throw walk.damaged("its hash does not match its seal");
        }
        totals.sealed(s.machineRetired(), s.virtualNanos(), s.stateHigh(), s.stateLow());
        boolean same =
                s.facts() == totals.facts()
                        && s.factHigh() == totals.factHigh()
                        && s.factLow() == totals.factLow()
                        && s.lastTrap() == totals.lastTrap()
                        && s.console().equals(Hashes.hex(totals.consoleSha256()));
        if (!same) {
            throw walk.damaged("its seal digests other facts");
        }
        seal = s;
        sealedDocuments = documents + 1;
        sealedStretches++;
        sealedTotals = totals.copy(dictionary);
        sealedEndOffset = walk.file().position();
        began = true;
    }

    /** The first thing that is wrong, in one line, or null. */
    @Nullable String damage() {
        return damage;
    }

    /** The last intact seal, or null. */
    @Nullable Seal seal() {
        return seal;
    }

    Dictionary dictionary() {
        return dictionary;
    }

    /** Everything up to the last intact event. */
    FactTotals totals() {
        return totals;
    }

    /** Everything up to the last seal, or null when there is none. */
    @Nullable FactTotals sealedTotals() {
        return sealedTotals;
    }

    long documents() {
        return documents;
    }

    long sealedDocuments() {
        return sealedDocuments;
    }

    int sealedStretches() {
        return sealedStretches;
    }

    /** The stretch behind the last seal: where it begins. */
    JournalReader.Stretch openStretch() {
        FactTotals t = sealedTotals;
        Seal s = seal;
        if (t == null || s == null) {
            return new JournalReader.Stretch(0, 0, 0, 1, 0, 0, 0, null);
        }
        return new JournalReader.Stretch(
                s.stretch() + 1,
                sealedEndOffset,
                sealedDocuments,
                t.lastTrap() + 1,
                t.facts(),
                t.machineRetired(),
                t.virtualNanos(),
                null);
    }

    /** Where the next document would begin in the file. */
    long endOffset() {
        return endOffset;
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
