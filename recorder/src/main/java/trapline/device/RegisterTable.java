package trapline.device;

import java.util.Arrays;
import java.util.List;
import trapline.bus.Access;

/**
 * The registers of one frame of a device, as rows: which bytes, which access widths, what a read
 * gives, what a write does. Rows are checked for overlap when the table is built; a look-up is one
 * array access.
 */
final class RegisterTable {
    /** A read of a whole register (4 or 8 bytes) at {@code offset}, which is aligned to it. */
    @FunctionalInterface
    interface Read {
        long read(int vcpu, int offset);
    }

    /** A write of the bits of {@code mask}; {@code value} has no other bits set. */
    @FunctionalInterface
    interface Write {
        void write(int vcpu, int offset, long value, long mask);
    }

    /** Tells what to do when no row answers, or a row does not take the access's width. */
    interface Refusals {
        void unknown(int offset, Access a);

        void badWidth(int offset, Access a);

        /** A row of this note was reached: a debug line for those who want it. */
        default void note(Note note, int offset, Access a) {}

        /** A row that refuses this direction. */
        void refused(int offset, Access a);
    }

    /** Why a register that exists does nothing. */
    enum Note {
        NONE,
        RESERVED,
        IMPLEMENTATION_DEFINED
    }

    static final int W32 = 4;
    static final int W8_32 = 1 | 4;
    static final int W32_64 = 4 | 8;
    static final int W8_16_32 = 1 | 2 | 4;
    static final int ANY = 15;

    /** Reads as zero. */
    static final Read RAZ = (_, _) -> 0;

    /** Ignores writes. */
    static final Write WI = (_, _, _, _) -> {};

    /** Refuses the read: EL2 injects a data abort. */
    static final Read NO_READ = new Refuse();

    /** Refuses the write. */
    static final Write NO_WRITE = new Refuse();

    /** Marks a direction that is refused before it is called. */
    private static final class Refuse implements Read, Write {
        @Override
        public long read(int vcpu, int offset) {
            throw new IllegalStateException("refused read at 0x" + Integer.toHexString(offset));
        }

        @Override
        public void write(int vcpu, int offset, long value, long mask) {
            throw new IllegalStateException("refused write at 0x" + Integer.toHexString(offset));
        }
    }

    /**
     * One row.
     *
     * @param first offset of the first byte
     * @param last offset of the last byte
     * @param unit 4 or 8: bytes a register
     * @param widths sum of the access widths taken, in bytes
     */
    record Row(
            int first,
            int last,
            String name,
            int unit,
            int widths,
            Note note,
            Read read,
            Write write) {}

    static Row row(int first, int last, String name, int widths, Read read, Write write) {
        return new Row(first, last, name, 4, widths, Note.NONE, read, write);
    }

    /** A single 32-bit register. */
    static Row one(int offset, String name, int widths, Read read, Write write) {
        return row(offset, offset + 3, name, widths, read, write);
    }

    static Row row64(int first, int last, String name, int widths, Read read, Write write) {
        return new Row(first, last, name, 8, widths, Note.NONE, read, write);
    }

    static Row reserved(int first, int last) {
        return new Row(first, last, "reserved", 4, ANY, Note.RESERVED, RAZ, WI);
    }

    static Row implementationDefined(int first, int last) {
        return new Row(
                first,
                last,
                "implementation defined",
                4,
                ANY,
                Note.IMPLEMENTATION_DEFINED,
                RAZ,
                WI);
    }

    private final Row[] rows;
    private final short[] byWord;
    private final Refusals refusals;

    /**
     * @param bytes size of the frame
     */
    RegisterTable(int bytes, Refusals refusals, List<Row> rows) {
        this.rows = rows.toArray(new Row[0]);
        this.refusals = refusals;
        byWord = new short[bytes / 4];
        Arrays.fill(byWord, (short) -1);
        for (int i = 0; i < this.rows.length; i++) {
            Row r = this.rows[i];
            for (int w = r.first / 4; w <= r.last / 4; w++) {
                if (byWord[w] >= 0) {
                    throw new IllegalStateException(
                            "overlap at 0x%x: %s and %s"
                                    .formatted(w * 4, this.rows[byWord[w]].name, r.name));
                }
                byWord[w] = (short) i;
            }
        }
    }

    /**
     * Name of the register at {@code offset} without its frame's prefix; in an array, with the byte
     * offset into the array, as Xen's messages have it.
     */
    String nameAt(int offset) {
        int w = offset >> 2;
        if (w >= byWord.length || byWord[w] < 0) {
            return "unknown";
        }
        Row r = rows[byWord[w]];
        String bare = r.name.substring(r.name.indexOf('_') + 1);
        return r.last - r.first < r.unit ? bare : bare + (offset - r.first);
    }

    /**
     * Performs {@code a} at {@code offset} for {@code vcpu}, which may differ from {@code a.vcpu}
     * (redistributors).
     */
    void access(int vcpu, int offset, Access a) {
        int w = offset >> 2;
        if (!a.write) {
            a.value = 0;
        }
        if (w >= byWord.length || byWord[w] < 0) {
            refusals.unknown(offset, a);
            return;
        }
        Row r = rows[byWord[w]];
        if ((r.widths & a.bytes) == 0) {
            refusals.badWidth(offset, a);
            return;
        }
        if (a.write ? r.write instanceof Refuse : r.read instanceof Refuse) {
            refusals.refused(offset, a);
            return;
        }
        if (r.note != Note.NONE) {
            refusals.note(r.note, offset, a);
        }
        int within = offset & (r.unit - 1);
        int at = offset - within;
        long ones = a.bytes == 8 ? -1L : (1L << (a.bytes * 8)) - 1;
        long unitOnes = r.unit == 8 ? -1L : 0xffffffffL;
        if (a.write) {
            r.write.write(
                    vcpu,
                    at,
                    ((a.value & ones) << (within * 8)) & unitOnes,
                    (ones << (within * 8)) & unitOnes);
        } else {
            a.value = (r.read.read(vcpu, at) & unitOnes) >>> (within * 8) & ones;
        }
    }
}
