package trapline.bus;

import java.lang.reflect.Field;
import sun.misc.Unsafe;

/**
 * Raw host memory: the only class that touches {@link Unsafe}. Addresses are host addresses;
 * nothing is checked. Guest RAM and the software TLB live here because a raw access costs one
 * machine instruction after compilation.
 */
@SuppressWarnings("removal") // no other access is one machine instruction
public final class Native {
    private static final Unsafe U = unsafe();

    /** Offset of the first element of a {@code long[]} from the array's start, in bytes. */
    public static final long LONGS = Unsafe.ARRAY_LONG_BASE_OFFSET;

    private Native() {}

    private static Unsafe unsafe() {
        try {
            Field f = Unsafe.class.getDeclaredField("theUnsafe");
            f.setAccessible(true);
            return (Unsafe) f.get(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * Zeroed memory of {@code bytes} bytes, aligned to 4 KiB; pages are backed by the host on first
     * touch.
     */
    public static long allocateZeroed(long bytes) {
        long raw = U.allocateMemory(bytes + 8192);
        long aligned = (raw + 4095) & ~4095L;
        // A block of 64 MiB or more is always a fresh anonymous mapping of the C library, hence
        // zero already; touching
        // all of it would make a 512 MiB guest cost 512 MiB before its first instruction.
        if (bytes < 64L << 20) {
            U.setMemory(aligned, bytes, (byte) 0);
        }
        return aligned;
    }

    public static byte getByte(long a) {
        return U.getByte(a);
    }

    public static short getShort(long a) {
        return U.getShort(a);
    }

    public static int getInt(long a) {
        return U.getInt(a);
    }

    public static long getLong(long a) {
        return U.getLong(a);
    }

    public static void putByte(long a, byte v) {
        U.putByte(a, v);
    }

    public static void putShort(long a, short v) {
        U.putShort(a, v);
    }

    public static void putInt(long a, int v) {
        U.putInt(a, v);
    }

    public static void putLong(long a, long v) {
        U.putLong(a, v);
    }

    /** Copies out of host memory into an array. */
    public static void read(long a, byte[] to, int off, int len) {
        U.copyMemory(null, a, to, Unsafe.ARRAY_BYTE_BASE_OFFSET + off, len);
    }

    /** Copies ints out of host memory, in the host's byte order. */
    public static void read(long a, int[] to) {
        U.copyMemory(null, a, to, Unsafe.ARRAY_INT_BASE_OFFSET, 4L * to.length);
    }

    /** Copies an array into host memory. */
    public static void write(long a, byte[] from, int off, int len) {
        U.copyMemory(from, Unsafe.ARRAY_BYTE_BASE_OFFSET + off, null, a, len);
    }

    public static void fill(long a, long len, byte value) {
        U.setMemory(a, len, value);
    }
}
