package trapline.vcpu.diff;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * Recorded vectors: single FP and SIMD instructions with the operands they had and what the oracle
 * answered.
 *
 * <p>A deflated stream of big-endian fields: count; then for each vector the word, FPCR, FPSR, NZCV
 * (4 bits in a byte), Xn if a general register is read, the registers of {@link #vectorRegisters}
 * in order, low half first; the results: FPSR, NZCV, Xd if a general register is written, else Vd.
 * All other registers are zero before and after.
 */
final class Vectors {
    private static final A64Decoder DECODER = new A64Decoder(CpuModel.NEOVERSE_N1);

    /** One vector: an instruction, the registers before, the oracle's after. */
    record Vector(int word, Context before, Context after) {}

    private Vectors() {}

    /** V registers that an instruction may name, ascending. */
    static int[] vectorRegisters(int word) {
        int row = DECODER.decode(word);
        int mask = A64.mask(row);
        int n = word >>> 5 & 31;
        boolean[] used = new boolean[32];
        used[word & 31] = true;
        used[n] = true;
        if ((mask & 0x1f << 16) != 0x1f << 16) {
            used[word >>> 16 & 31] = true;
            used[word >>> 16 & 15] = true;
        }
        if ((mask & 0x1f << 10) == 0) {
            used[word >>> 10 & 31] = true;
        }
        if (A64.name(row).contains("asimdtbl")) {
            for (int i = 1; i < 4; i++) {
                used[n + i & 31] = true;
            }
        }
        int[] list = new int[32];
        int count = 0;
        for (int i = 0; i < 32; i++) {
            if (used[i]) {
                list[count++] = i;
            }
        }
        return Arrays.copyOf(list, count);
    }

    private static boolean readsGeneral(int word) {
        return A64.gprReads(DECODER.decode(word), word) != 0;
    }

    private static boolean writesGeneral(int word) {
        return A64.gprWrites(DECODER.decode(word), word) != 0;
    }

    /** Clears what a vector does not hold. */
    static void reduce(int word, Context c) {
        int[] keep = vectorRegisters(word);
        for (int i = 0; i < 32; i++) {
            if (Arrays.binarySearch(keep, i) < 0) {
                c.v[2 * i] = 0;
                c.v[2 * i + 1] = 0;
            }
        }
        int n = word >>> 5 & 31;
        for (int i = 0; i < 31; i++) {
            if (i != n || !readsGeneral(word)) {
                c.x[i] = 0;
            }
        }
        c.sp = 0;
    }

    static void write(OutputStream to, List<Vector> vectors) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(to))) {
            out.writeInt(vectors.size());
            for (Vector vector : vectors) {
                int word = vector.word();
                Context before = vector.before();
                Context after = vector.after();
                out.writeInt(word);
                out.writeInt(before.fpcr);
                out.writeInt(before.fpsr);
                out.writeByte(before.nzcv >>> 28);
                if (readsGeneral(word)) {
                    out.writeLong(before.x[word >>> 5 & 31]);
                }
                for (int i : vectorRegisters(word)) {
                    out.writeLong(before.v[2 * i]);
                    out.writeLong(before.v[2 * i + 1]);
                }
                out.writeInt(after.fpsr);
                out.writeByte(after.nzcv >>> 28);
                int d = word & 31;
                if (writesGeneral(word)) {
                    out.writeLong(after.x[d]);
                } else {
                    out.writeLong(after.v[2 * d]);
                    out.writeLong(after.v[2 * d + 1]);
                }
            }
        }
    }

    static List<Vector> read(InputStream from) throws IOException {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(from))) {
            int count = in.readInt();
            List<Vector> vectors = new ArrayList<>(count);
            for (int k = 0; k < count; k++) {
                Context before = new Context();
                int word = in.readInt();
                before.fpcr = in.readInt();
                before.fpsr = in.readInt();
                before.nzcv = in.readByte() << 28;
                if (readsGeneral(word)) {
                    before.x[word >>> 5 & 31] = in.readLong();
                }
                for (int i : vectorRegisters(word)) {
                    before.v[2 * i] = in.readLong();
                    before.v[2 * i + 1] = in.readLong();
                }
                Context after = new Context();
                after.copyFrom(before);
                after.fpsr = in.readInt();
                after.nzcv = in.readByte() << 28;
                int d = word & 31;
                if (writesGeneral(word)) {
                    after.x[d] = in.readLong();
                } else {
                    after.v[2 * d] = in.readLong();
                    after.v[2 * d + 1] = in.readLong();
                }
                vectors.add(new Vector(word, before, after));
            }
            return vectors;
        }
    }
}
