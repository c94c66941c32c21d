package trapline.device;

import trapline.bus.Access;
import trapline.bus.Device;
import trapline.bus.Native;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A bank of NOR flash: two 16-bit chips side by side that take the Intel command set, as QEMU's
 * {@code virt} machine has them. JEDEC JESD68 (CFI), Intel Basic Command Set. Both chips take each
 * command at once; an operation takes no time, so the status always says ready. Programming only
 * clears bits; erasing sets a whole block.
 *
 * <p>In read-array mode the bank is memory, which the machine maps; writes always come here. A
 * block can be locked until the next reset; all are unlocked after it.
 */
public final class CfiFlash implements Device {
    /** Erase block of the bank: two chips' blocks of 128 KiB. */
    public static final int BLOCK = 256 << 10;

    /** Bytes that one buffered program takes: 2 KiB a chip. */
    private static final int BUFFER = 4096;

    private static final int MANUFACTURER = 0x89;
    private static final int DEVICE = 0x18;

    private static final int STATUS_READY = 0x80;
    private static final int STATUS_ERASE_ERROR = 0x20;
    private static final int STATUS_PROGRAM_ERROR = 0x10;
    private static final int STATUS_LOCKED = 0x02;

    /** What a read returns. */
    private static final int READ_ARRAY = 0;

    private static final int READ_STATUS = 1;
    private static final int READ_ID = 2;
    private static final int READ_QUERY = 3;

    /** What the next write means. */
    private static final int EXPECT_COMMAND = 0;

    private static final int EXPECT_PROGRAM_DATA = 1;
    private static final int EXPECT_ERASE_CONFIRM = 2;
    private static final int EXPECT_LOCK_CONFIRM = 3;
    private static final int EXPECT_BUFFER_COUNT = 4;
    private static final int EXPECT_BUFFER_DATA = 5;
    private static final int EXPECT_BUFFER_CONFIRM = 6;

    /** Told what the machine must know of. */
    public interface Listener {
        /** The bank entered ({@code true}) or left read-array mode: map it as memory, or not. */
        void arrayMode(boolean on);

        /** Contents changed, through the host's memory. */
        void changed(long offset, long bytes);
    }

    private final String name;
    private final long host;
    private final long size;
    private final Listener listener;
    private final int[] query;
    private final long[] locked;

    private int read = READ_ARRAY;
    private int expect = EXPECT_COMMAND;
    private int status = STATUS_READY;
    private int bufferLeft;
    private long bufferAt;
    private int buffered;
    private final long[] bufferOffset = new long[BUFFER / 4];
    private final int[] bufferValue = new int[BUFFER / 4];
    private final int[] bufferWidth = new int[BUFFER / 4];

    /**
     * @param host address of the bank's contents in host memory; erased flash holds ones, which is
     *     the machine's to fill in
     * @param size bytes, a power of two and a multiple of {@link #BLOCK}
     */
    public CfiFlash(String name, long host, long size, Listener listener) {
        if (Long.bitCount(size) != 1 || size < BLOCK) {
            throw new IllegalArgumentException("flash size " + size);
        }
        this.name = name;
        this.host = host;
        this.size = size;
        this.listener = listener;
        query = queryTable(size);
        locked = new long[(int) (size / BLOCK + 63) / 64];
    }

    /** Erases all of a new bank. */
    public void eraseAll() {
        Native.fill(host, size, (byte) 0xff);
    }

    /**
     * One chip's answers to a CFI query, by word address: JESD68, tables 5 to 9; the primary table
     * is Intel's.
     */
    private static int[] queryTable(long size) {
        long chip = size / 2;
        int blocks = (int) (size / BLOCK);
        int[] t = new int[0x52];
        int[] from10 = {
            'Q',
            'R',
            'Y',
            0x01,
            0x00, // Intel command set
            0x31,
            0x00, // its table
            0,
            0,
            0,
            0, // no other command set
            0x45,
            0x55, // Vcc 4.5 V to 5.5 V
            0,
            0, // no Vpp pin
            0x07,
            0x07,
            0x0a,
            0x00, // typical: 128 us a word, 128 us a buffer, 1 s a block; no chip erase
            0x04,
            0x04,
            0x04,
            0x00, // longest: 16 times that
            Long.numberOfTrailingZeros(chip),
            0x02,
            0x00, // x8 and x16
            0x0b,
            0x00, // 2 KiB program buffer
            0x01, // one region of equal blocks
            blocks - 1 & 0xff,
            blocks - 1 >> 8,
            (BLOCK / 2 >> 8) % 256,
            BLOCK / 2 >> 16,
            'P',
            'R',
            'I',
            '1',
            '0'
        };
        System.arraycopy(from10, 0, t, 0x10, from10.length);
        t[0x3f] = 1; // one protection field
        return t;
    }

    @Override
    public String name() {
        return name;
    }

    /** Whether reads see the contents. */
    public boolean inArrayMode() {
        return read == READ_ARRAY && expect == EXPECT_COMMAND;
    }

    @Override
    public void access(long offset, Access a) {
        if (a.bytes == 8) {
            if (a.write) {
                store(offset, (int) a.value, 4);
                store(offset + 4, (int) (a.value >>> 32), 4);
            } else {
                a.value = fetch(offset, 4) & 0xffffffffL | (long) fetch(offset + 4, 4) << 32;
            }
        } else if (a.write) {
            store(offset, (int) a.value, a.bytes);
        } else {
            a.value = fetch(offset, a.bytes) & 0xffffffffL;
        }
    }

    private int fetch(long offset, int bytes) {
        int ones = bytes == 4 ? -1 : (1 << (8 * bytes)) - 1;
        int lanes = (int) (offset & 3) * 8;
        int word = (int) (offset >> 2);
        return switch (read) {
            case READ_ARRAY ->
                    switch (bytes) {
                        case 1 -> Native.getByte(host + offset) & 0xff;
                        case 2 -> Native.getShort(host + offset) & 0xffff;
                        default -> Native.getInt(host + offset);
                    };
            case READ_STATUS -> both(status) >>> lanes & ones;
            case READ_ID -> both(identifier(word, offset)) >>> lanes & ones;
            default ->
                    both((word & 0xffff) < query.length ? query[word & 0xffff] : 0) >>> lanes
                            & ones;
        };
    }

    private static int both(int chip) {
        return chip << 16 | chip;
    }

    private int identifier(int word, long offset) {
        return switch (word & 0xff) {
            case 0 -> MANUFACTURER;
            case 1 -> DEVICE;
            case 2 -> isLocked(offset) ? 1 : 0;
            default -> 0;
        };
    }

    private boolean isLocked(long offset) {
        int b = (int) (offset / BLOCK);
        return (locked[b >> 6] >>> b & 1) != 0;
    }

    private void store(long offset, int value, int bytes) {
        boolean before = inArrayMode();
        cycle(offset, value, bytes);
        if (inArrayMode() != before) {
            listener.arrayMode(!before);
        }
    }

    private void cycle(long offset, int value, int bytes) {
        int command = value & 0xff;
        switch (expect) {
            case EXPECT_COMMAND -> command(command);
            case EXPECT_PROGRAM_DATA -> {
                expect = EXPECT_COMMAND;
                if (programmable(offset)) {
                    program(offset, value, bytes);
                }
            }
            case EXPECT_ERASE_CONFIRM -> {
                expect = EXPECT_COMMAND;
                if (command != 0xd0) {
                    sequenceError();
                } else if (isLocked(offset)) {
                    status |= STATUS_ERASE_ERROR | STATUS_LOCKED;
                } else {
                    long at = offset & -(long) BLOCK;
                    Native.fill(host + at, BLOCK, (byte) 0xff);
                    listener.changed(at, BLOCK);
                }
            }
            case EXPECT_LOCK_CONFIRM -> {
                expect = EXPECT_COMMAND;
                int b = (int) (offset / BLOCK);
                switch (command) {
                    case 0x01, 0x2f -> locked[b >> 6] |= 1L << b;
                    case 0xd0 -> locked[b >> 6] &= ~(1L << b);
                    default -> sequenceError();
                }
            }
            case EXPECT_BUFFER_COUNT -> {
                bufferLeft = (value & 0xffff) + 1;
                bufferAt = offset & -(long) BLOCK;
                buffered = 0;
                if (bufferLeft > BUFFER / 4) {
                    expect = EXPECT_COMMAND;
                    sequenceError();
                } else {
                    expect = EXPECT_BUFFER_DATA;
                }
            }
            case EXPECT_BUFFER_DATA -> buffer(offset, value, bytes);
            default -> {
                expect = EXPECT_COMMAND;
                if (command == 0xd0) {
                    commitBuffer();
                } else {
                    sequenceError();
                }
            }
        }
    }

    private void command(int command) {
        switch (command) {
            case 0x10, 0x40 -> next(EXPECT_PROGRAM_DATA);
            case 0x20 -> next(EXPECT_ERASE_CONFIRM);
            case 0x60 -> next(EXPECT_LOCK_CONFIRM);
            case 0xe8 -> next(EXPECT_BUFFER_COUNT);
            case 0x50 -> status = STATUS_READY;
            case 0x70 -> read = READ_STATUS;
            case 0x90 -> read = READ_ID;
            case 0x98 -> read = READ_QUERY;
            case 0xb0, 0xd0 -> {
                // Nothing is ever in progress that could be suspended or resumed.
            }
            default -> read = READ_ARRAY; // 0xFF, and what a probe for another command set writes
        }
    }

    private void next(int e) {
        expect = e;
        read = READ_STATUS;
    }

    private void sequenceError() {
        status |= STATUS_ERASE_ERROR | STATUS_PROGRAM_ERROR;
    }

    private boolean programmable(long offset) {
        if (isLocked(offset)) {
            status |= STATUS_PROGRAM_ERROR | STATUS_LOCKED;
            return false;
        }
        return true;
    }

    private void program(long offset, int value, int bytes) {
        switch (bytes) {
            case 1 -> Native.putByte(host + offset, (byte) (Native.getByte(host + offset) & value));
            case 2 ->
                    Native.putShort(
                            host + offset, (short) (Native.getShort(host + offset) & value));
            default -> Native.putInt(host + offset, Native.getInt(host + offset) & value);
        }
        listener.changed(offset, bytes);
    }

    private void buffer(long offset, int value, int bytes) {
        int i = buffered++;
        bufferOffset[i] = offset;
        bufferValue[i] = value;
        bufferWidth[i] = bytes;
        if (--bufferLeft == 0) {
            expect = EXPECT_BUFFER_CONFIRM;
        }
    }

    private void commitBuffer() {
        if (!programmable(bufferAt)) {
            return;
        }
        for (int i = 0; i < buffered; i++) {
            if ((bufferOffset[i] & -(long) BLOCK) != bufferAt) {
                sequenceError(); // a buffer must not cross a block
                return;
            }
        }
        for (int i = 0; i < buffered; i++) {
            program(bufferOffset[i], bufferValue[i], bufferWidth[i]);
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(read)
                .i32(expect)
                .i32(status)
                .longs(locked)
                .i32(bufferLeft)
                .i64(bufferAt)
                .i32(buffered);
        for (int i = 0; i < buffered; i++) {
            w.i64(bufferOffset[i]).i32(bufferValue[i]).u8(bufferWidth[i]);
        }
    }

    @Override
    public void load(StateReader r) {
        read = r.i32();
        expect = r.i32();
        status = r.i32();
        r.longs(locked);
        bufferLeft = r.i32();
        bufferAt = r.i64();
        buffered = r.i32();
        for (int i = 0; i < buffered; i++) {
            bufferOffset[i] = r.i64();
            bufferValue[i] = r.i32();
            bufferWidth[i] = r.u8();
        }
        listener.arrayMode(inArrayMode());
    }
}
