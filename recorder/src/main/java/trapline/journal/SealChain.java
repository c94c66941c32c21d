package trapline.journal;

import java.security.MessageDigest;
import java.util.zip.CRC32C;

/**
 * The checksum and hash of the stretch that is being written or read, and the hash of the one
 * before.
 */
final class SealChain {
    private final CRC32C crc = new CRC32C();
    private final MessageDigest sha = Hashes.sha256();
    private byte[] previous;
    private long bytes;
    private int documents;

    SealChain() {
        this(new byte[Hashes.SHA256_BYTES]);
    }

    /** Goes on behind the seal with this hash. */
    SealChain(byte[] previous) {
        this.previous = previous.clone();
        sha.update(previous);
    }

    void add(byte[] b, int from, int size) {
        crc.update(b, from, size);
        sha.update(b, from, size);
        bytes += size;
        documents++;
    }

    String previous() {
        return Hashes.hex(previous);
    }

    int crc() {
        return (int) crc.getValue();
    }

    long bytes() {
        return bytes;
    }

    int documents() {
        return documents;
    }

    /** Hash of the stretch with its seal's fields; begins the next stretch. */
    byte[] close(byte[] b, int from, int size) {
        sha.update(b, from, size);
        previous = sha.digest();
        sha.update(previous);
        crc.reset();
        bytes = 0;
        documents = 0;
        return previous;
    }
}
