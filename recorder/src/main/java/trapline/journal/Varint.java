package trapline.journal;

/**
 * Unsigned LEB128 numbers where speed is not the point; the hot paths have their own copies on
 * their fields.
 */
final class Varint {
    /** Where the number that was read last ends. */
    int at;

    private final byte[] bytes;

    Varint(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    /** Writes {@code v} at {@code at}; returns its end. */
    static int put(byte[] b, int at, long v) {
        int p = at;
        long rest = v;
        while ((rest & ~0x7fL) != 0) {
            b[p++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        b[p++] = (byte) rest;
        return p;
    }

    long next() {
        long v = 0;
        for (int shift = 0; ; shift += 7) {
            byte b = bytes[at++];
            v |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return v;
            }
        }
    }

    int nextInt() {
        return (int) next();
    }
}
