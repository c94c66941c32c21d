package trapline.journal;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import trapline.event.Outcome;

/**
 * The end of a stretch: what it holds, what the machine was then, and the chain.
 *
 * @param last whether the session ends here, finished
 * @param previous hash of the seal before, 64 hexadecimal digits; zeroes in the first
 * @param crc CRC32C of the stretch's documents, headers included, in order
 * @param bytes bytes of those documents
 * @param documents how many there are
 * @param machineRetired instructions retired by all vCPUs at the seal
 * @param stateHigh state digest there; both halves zero when the machine gave none
 * @param lastTrap id of the last trap so far
 * @param factHigh digest of all facts so far, see {@link FactTotals}
 * @param console SHA-256 of all console bytes so far, 64 hexadecimal digits
 * @param wallNanos host time since the recording began
 * @param hash SHA-256 over the previous hash, the stretch's documents and this record up to here,
 *     64 hexadecimal digits; for the last seal, the session's seal digest
 */
@SuppressWarnings("EnumOrdinal") // The order of the outcomes is part of the format.
public record Seal(
        int stretch,
        boolean last,
        String previous,
        int crc,
        long bytes,
        int documents,
        long machineRetired,
        long virtualNanos,
        long stateHigh,
        long stateLow,
        long lastTrap,
        long traps,
        long interrupts,
        long consoleBytes,
        long logLines,
        long inputs,
        long facts,
        long factHigh,
        long factLow,
        String console,
        long wallNanos,
        @Nullable Outcome outcome,
        String hash) {

    private static final int FIXED = 1 + 32 + 4 + 8 + 4 + 14 * 8 + 32 + 8;

    /** 32 hexadecimal digits, or null when the machine gave no state digest. */
    public @Nullable String stateDigest() {
        return (stateHigh | stateLow) == 0 ? null : Hashes.hex(stateHigh, stateLow);
    }

    /** 32 hexadecimal digits. */
    public String factDigest() {
        return Hashes.hex(factHigh, factLow);
    }

    /** Writes all but the hash at {@code at}; returns the end. */
    int write(byte[] b, int at) {
        int p = at;
        b[p++] = (byte) (last ? 1 : 0);
        System.arraycopy(Hashes.unhex(previous), 0, b, p, 32);
        p += 32;
        Format.INT.set(b, p, crc);
        Format.LONG.set(b, p + 4, bytes);
        Format.INT.set(b, p + 12, documents);
        p += 16;
        long[] words = {
            machineRetired,
            virtualNanos,
            stateHigh,
            stateLow,
            lastTrap,
            traps,
            interrupts,
            consoleBytes,
            logLines,
            inputs,
            facts,
            factHigh,
            factLow,
            wallNanos
        };
        for (long w : words) {
            Format.LONG.set(b, p, w);
            p += 8;
        }
        System.arraycopy(Hashes.unhex(console), 0, b, p, 32);
        p += 32;
        Outcome o = outcome;
        String detail = o == null ? null : o.detail();
        byte[] text = detail == null ? new byte[0] : detail.getBytes(StandardCharsets.UTF_8);
        Format.INT.set(b, p, o == null ? -1 : o.kind().ordinal() | (detail == null ? 0 : 0x100));
        Format.INT.set(b, p + 4, text.length);
        p += 8;
        System.arraycopy(text, 0, b, p, text.length);
        return p + text.length;
    }

    /** Reads what {@link #write} wrote, and the hash behind it. */
    static Seal read(int stretch, byte[] b, int at, int size) {
        int p = at;
        boolean last = b[p++] != 0;
        String previous = HexFormat.of().formatHex(b, p, p + 32);
        p += 32;
        int crc = Format.i32(b, p);
        long bytes = Format.i64(b, p + 4);
        int documents = Format.i32(b, p + 12);
        p += 16;
        long[] w = new long[14];
        for (int i = 0; i < w.length; i++) {
            w[i] = Format.i64(b, p);
            p += 8;
        }
        String console = HexFormat.of().formatHex(b, p, p + 32);
        p += 32;
        int kind = Format.i32(b, p);
        int length = Format.i32(b, p + 4);
        p += 8;
        if (length != size - FIXED - 32) {
            throw new IllegalStateException("seal: size=" + size + " detail=" + length);
        }
        Outcome outcome = null;
        if (kind != -1) {
            String detail =
                    (kind & 0x100) == 0 ? null : new String(b, p, length, StandardCharsets.UTF_8);
            outcome = new Outcome(Outcome.Kind.values()[kind & 0xff], detail);
        }
        String hash = HexFormat.of().formatHex(b, p + length, p + length + 32);
        return new Seal(
                stretch, last, previous, crc, bytes, documents, w[0], w[1], w[2], w[3], w[4], w[5],
                w[6], w[7], w[8], w[9], w[10], w[11], w[12], console, w[13], outcome, hash);
    }
}
