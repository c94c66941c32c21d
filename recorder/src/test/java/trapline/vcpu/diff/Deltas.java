package trapline.vcpu.diff;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * Recorded results of integer arithmetic and of loads and stores, in both byte orders: single
 * instructions in a context that a number determines, and what the oracle changed in it.
 *
 * <p>A deflated stream: count; then for each the word, the context's number, where its memory is, 1
 * when data are big-endian, the signal, and the changes, each a kind in a byte with its operands,
 * up to a kind of zero.
 */
final class Deltas {
    /** One instruction; {@code after} is all of what the oracle left. */
    record Delta(int word, int number, ByteOrder order, Context before, Context after) {
        /** An instruction whose result is not known yet. */
        static Delta before(int word, int number, ByteOrder order, long address) {
            Context before = context(word, number, address);
            Context after = new Context();
            after.memory = new byte[before.memory.length];
            return new Delta(word, number, order, before, after);
        }
    }

    private static final A64Decoder DECODER = new A64Decoder(CpuModel.NEOVERSE_N1);

    /** Bytes of memory around the addresses. */
    static final int MEMORY = 4096;

    private static final int X = 1;
    private static final int V = 2;
    private static final int SP = 3;
    private static final int NZCV = 4;
    private static final int BYTE = 5;

    private static final long[] CORNERS = {
        0,
        1,
        2,
        -1,
        -2,
        0x7f,
        0x80,
        0xffff,
        0x7fff_ffffL,
        0x8000_0000L,
        0xffff_ffffL,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        0x0102_0304_0506_0708L
    };

    private Deltas() {}

    /**
     * The context of a number: registers full of corners and noise; for a load or store memory, and
     * addresses and indices as {@link Streams} wants them.
     *
     * @param address of the memory, when there is any
     */
    static Context context(int word, int number, long address) {
        Context c = new Context();
        long seed = word * 0x9e37_79b9_7f4a_7c15L + number;
        for (int i = 0; i < 30; i++) {
            long r = mix(seed + i);
            c.x[i] = (r & 3) == 0 ? CORNERS[(int) (r >>> 8 & 0xff) % CORNERS.length] : mix(r);
        }
        for (int i = 0; i < 64; i++) {
            c.v[i] = mix(seed + 100 + i);
        }
        c.sp = mix(seed + 30) & -16;
        c.nzcv = (int) mix(seed + 31) & 0xf000_0000;
        if (A64.accessesMemory(DECODER.decode(word))) {
            c.memory = new byte[MEMORY];
            for (int i = 0; i < MEMORY; i++) {
                c.memory[i] = (byte) mix(i);
            }
            c.address = address;
            c.sp = c.address + MEMORY / 2;
            for (int i = 20; i < 28; i++) {
                long r = mix(seed + 40 + i);
                c.x[i] = c.sp + 16 * ((r & 15) - 8) + (i < 24 ? 0 : r >>> 8 & 15);
            }
            for (int i = 10; i < 16; i++) {
                c.x[i] = mix(seed + 80 + i) & 63;
            }
        }
        return c;
    }

    /** A bijection of the 64-bit numbers whose results look random (Stafford's variant 13). */
    private static long mix(long number) {
        long z = number + 0x9e37_79b9_7f4a_7c15L;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    static void write(OutputStream to, List<Delta> all) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(to))) {
            out.writeInt(all.size());
            for (Delta d : all) {
                out.writeInt(d.word);
                out.writeByte(d.number);
                out.writeInt((int) (d.before.address - TestVcpu.BASE));
                out.writeByte(d.order == ByteOrder.BIG_ENDIAN ? 1 : 0);
                out.writeByte(d.after.signal);
                changes(out, d.before, d.after);
                out.writeByte(0);
            }
        }
    }

    private static void changes(DataOutputStream out, Context before, Context after)
            throws IOException {
        for (int i = 0; i < 30; i++) {
            if (before.x[i] != after.x[i]) {
                out.writeByte(X);
                out.writeByte(i);
                out.writeLong(after.x[i]);
            }
        }
        for (int i = 0; i < 64; i++) {
            if (before.v[i] != after.v[i]) {
                out.writeByte(V);
                out.writeByte(i);
                out.writeLong(after.v[i]);
            }
        }
        if (before.sp != after.sp) {
            out.writeByte(SP);
            out.writeLong(after.sp);
        }
        if (before.nzcv != after.nzcv) {
            out.writeByte(NZCV);
            out.writeByte(after.nzcv >>> 28);
        }
        for (int i = 0; i < before.memory.length; i++) {
            if (before.memory[i] != after.memory[i]) {
                out.writeByte(BYTE);
                out.writeShort(i);
                out.writeByte(after.memory[i]);
            }
        }
    }

    static List<Delta> read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(from))) {
            int count = in.readInt();
            List<Delta> all = new ArrayList<>(count);
            for (int k = 0; k < count; k++) {
                int word = in.readInt();
                int number = in.readByte();
                long address = TestVcpu.BASE + in.readInt();
                ByteOrder order =
                        in.readByte() == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
                Context before = context(word, number, address);
                Context after = new Context();
                after.copyFrom(before);
                after.signal = in.readByte();
                for (int kind = in.readByte(); kind != 0; kind = in.readByte()) {
                    change(in, kind, after);
                }
                all.add(new Delta(word, number, order, before, after));
            }
            return all;
        }
    }

    private static void change(DataInputStream in, int kind, Context c) throws IOException {
        switch (kind) {
            case X -> c.x[in.readByte()] = in.readLong();
            case V -> c.v[in.readByte()] = in.readLong();
            case SP -> c.sp = in.readLong();
            case NZCV -> c.nzcv = in.readByte() << 28;
            case BYTE -> c.memory[in.readShort()] = in.readByte();
            default -> throw new IOException("kind " + kind);
        }
    }
}
