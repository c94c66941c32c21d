package trapline.bus;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Little-endian bytes of a machine's state, growing as needed; {@link #reset()} keeps the buffer.
 */
public final class StateWriter {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private byte[] buf = new byte[1 << 14];
    private int len;

    public StateWriter u8(int v) {
        room(1);
        buf[len++] = (byte) v;
        return this;
    }

    public StateWriter bool(boolean v) {
        return u8(v ? 1 : 0);
    }

    public StateWriter i32(int v) {
        room(8);
        LONG.set(buf, len, (long) v);
        len += 4;
        return this;
    }

    public StateWriter i64(long v) {
        room(8);
        LONG.set(buf, len, v);
        len += 8;
        return this;
    }

    public StateWriter longs(long[] v) {
        for (long e : v) {
            i64(e);
        }
        return this;
    }

    public StateWriter ints(int[] v) {
        for (int e : v) {
            i32(e);
        }
        return this;
    }

    /** The bytes alone, without a length. */
    public StateWriter bytes(byte[] v, int off, int n) {
        room(n);
        System.arraycopy(v, off, buf, len, n);
        len += n;
        return this;
    }

    /** A length and the bytes. */
    public StateWriter blob(byte[] v) {
        i32(v.length);
        return bytes(v, 0, v.length);
    }

    public int length() {
        return len;
    }

    /** The buffer itself; only the first {@link #length()} bytes count. */
    public byte[] array() {
        return buf;
    }

    public byte[] toByteArray() {
        return Arrays.copyOf(buf, len);
    }

    public void reset() {
        len = 0;
    }

    private void room(int n) {
        if (buf.length - len < n + 8) {
            buf = Arrays.copyOf(buf, Math.max(buf.length * 2, len + n + 8));
        }
    }
}
