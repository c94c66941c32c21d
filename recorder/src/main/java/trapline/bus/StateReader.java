package trapline.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Reads what {@link StateWriter} wrote, in the same order; running past the end is our own bug and
 * throws.
 */
public final class StateReader {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private final byte[] buf;
    private int at;

    public StateReader(byte[] buf) {
        this.buf = buf;
    }

    public int u8() {
        return buf[at++] & 0xff;
    }

    public boolean bool() {
        return u8() != 0;
    }

    public int i32() {
        int v = (int) INT.get(buf, at);
        at += 4;
        return v;
    }

    public long i64() {
        long v = (long) LONG.get(buf, at);
        at += 8;
        return v;
    }

    public void longs(long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = i64();
        }
    }

    public void ints(int[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = i32();
        }
    }

    public void bytes(byte[] into, int off, int n) {
        System.arraycopy(buf, at, into, off, n);
        at += n;
    }

    public byte[] blob() {
        int n = i32();
        byte[] b = Arrays.copyOfRange(buf, at, at + n);
        at += n;
        return b;
    }

    public int remaining() {
        return buf.length - at;
    }
}
