package trapline.analyze;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/** Structures in Thrift's compact protocol, which Parquet's metadata is written in. */
final class ThriftBuffer {
    static final int I32 = 5;
    static final int BINARY = 8;
    static final int STRUCT = 12;
    private static final int I64 = 6;
    private static final int LIST = 9;
    private static final int SHORT_LIST = 15;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Deque<Integer> outer = new ArrayDeque<>();
    private int last;

    private void varint(long value) {
        long v = value;
        while ((v & ~0x7fL) != 0) {
            out.write((int) (v & 0x7f | 0x80));
            v >>>= 7;
        }
        out.write((int) v);
    }

    private void zigzag(long v) {
        varint(v << 1 ^ v >> 63);
    }

    private void field(int id, int type) {
        int step = id - last;
        if (step > 0 && step < 16) {
            out.write(step << 4 | type);
        } else {
            out.write(type);
            zigzag(id);
        }
        last = id;
    }

    ThriftBuffer i32(int id, int value) {
        field(id, I32);
        zigzag(value);
        return this;
    }

    ThriftBuffer i64(int id, long value) {
        field(id, I64);
        zigzag(value);
        return this;
    }

    ThriftBuffer text(int id, String value) {
        field(id, BINARY);
        return element(value);
    }

    /** Opens a structure that is a field. */
    ThriftBuffer struct(int id) {
        field(id, STRUCT);
        return element();
    }

    /** Opens a structure that is an element of a list, or the outermost one. */
    ThriftBuffer element() {
        outer.push(last);
        last = 0;
        return this;
    }

    /** Closes the structure. */
    ThriftBuffer end() {
        out.write(0);
        last = outer.pop();
        return this;
    }

    /** Announces a list; its elements follow. */
    ThriftBuffer list(int id, int type, int size) {
        field(id, LIST);
        if (size < SHORT_LIST) {
            out.write(size << 4 | type);
        } else {
            out.write(SHORT_LIST << 4 | type);
            varint(size);
        }
        return this;
    }

    /** An element of a list of numbers. */
    ThriftBuffer element(int value) {
        zigzag(value);
        return this;
    }

    /** An element of a list of texts. */
    ThriftBuffer element(String value) {
        byte[] b = value.getBytes(StandardCharsets.UTF_8);
        varint(b.length);
        out.writeBytes(b);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
