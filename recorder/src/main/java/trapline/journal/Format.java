package trapline.journal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Numbers of the layout that the package documentation draws. A change of any of them raises {@link
 * #VERSION}.
 */
final class Format {
    /** Version of a session's layout: journal, snapshots and session.json together. */
    static final int VERSION = 1;

    static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    // Document header
    static final int HEADER = 32;
    static final int MAGIC_AT = 0;
    static final int CRC_AT = 4;
    static final int SEQUENCE_AT = 8;
    static final int STRETCH_AT = 16;
    static final int SIZE_AT = 20;
    static final int MARK_AT = 24;
    static final int JOURNAL = 'J';
    static final int SNAPSHOTS = 'S';

    // Document types of a journal
    static final int CONFIG = 1;
    static final int FACTS = 2;
    static final int SEAL = 3;

    // Document types of a snapshot queue
    static final int SNAP_BEGIN = 1;
    static final int SNAP_STATE = 2;
    static final int SNAP_PAGES = 3;
    static final int SNAP_INDEX = 4;
    static final int SNAP_END = 5;

    // A trap's first byte: bit 7 clear
    static final int T_SHAPE = 0x01;
    static final int T_RETIRED = 0x02;
    static final int T_VIRTUAL = 0x04;
    static final int T_VALUE_RAW = 0x08;
    static final int T_VALUE_DELTA = 0x10;
    static final int T_ADDRESS = 0x20;
    static final int T_ARGUMENTS = 0x40;

    // Address mask
    static final int A_FAR = 0x01;
    static final int A_IPA = 0x02;
    static final int A_OFFSET = 0x04;

    // Argument mask
    static final int G_ARG1 = 0x01;
    static final int G_ARG2 = 0x02;
    static final int G_ARG3 = 0x04;
    static final int G_RESULT = 0x08;

    // Other records: bit 7 set
    static final int START = 0x80;
    static final int RULE = 0x81;
    static final int DEVICE = 0x82;
    static final int FLAG = 0x83;
    static final int SHAPE = 0x84;
    static final int FORGET = 0x85;
    static final int RUN = 0x86;
    static final int INTERRUPT = 0x87;
    static final int CONSOLE = 0x88;
    static final int LOG = 0x89;
    static final int DIGEST = 0x8a;
    static final int OUTCOME = 0x8b;
    static final int INPUT = 0x8c;
    static final int SNAPSHOT = 0x8d;

    // Mode of a run
    static final int R_RETIRED_VARIES = 0x01;
    static final int R_VIRTUAL_VARIES = 0x02;
    static final int R_NO_LATENCY = 0x04;

    /** Most traps that one run record holds: bounds the buffers of writer and reader. */
    static final int RUN_MAX = 2048;

    /** Fewer repeats than this are cheaper as single traps. */
    static final int RUN_MIN = 4;

    /** Most bytes in one console record. */
    static final int CONSOLE_MAX = 1024;

    /** Shapes known at a time; one more and all are forgotten. */
    static final int SHAPES_MAX = 4096;

    /** Highest number of vCPUs. */
    static final int VCPUS_MAX = 256;

    /** Longest string in a record, in UTF-8 bytes. */
    static final int STRING_MAX = 1 << 14;

    /** A document is committed when its payload has this many bytes. */
    static final int COMMIT_BYTES = 1 << 16;

    /** Largest payload of a document: Chronicle's limit is a quarter of the block size. */
    static final int PAYLOAD_MAX = 200 * 1024;

    private Format() {}

    /** First word of a document: {@code T L kind version}. */
    static int magic(int kind) {
        return 'T' | 'L' << 8 | kind << 16 | VERSION << 24;
    }

    static long zigzag(long v) {
        return v << 1 ^ v >> 63;
    }

    static long unzigzag(long v) {
        return v >>> 1 ^ -(v & 1);
    }

    static int i32(byte[] b, int at) {
        return (int) INT.get(b, at);
    }

    static long i64(byte[] b, int at) {
        return (long) LONG.get(b, at);
    }
}
