package trapline.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A guest of a few instructions without a header: it polls MDCCSR_EL0 some times, writes a
 * character to the UART of xen-domu, writes DBGDTRTX_EL0, and powers off by PSCI. An exception
 * makes it spin.
 */
final class TinyGuest {
    static final int POLLS = 100;

    // @formatter:off
    private static final int[] WORDS = {
        0x10004005,                   // adr x5, .+0x800
        0xd518c005,                   // msr vbar_el1, x5
        0xd2800000 | POLLS << 5 | 2,  // movz x2, #POLLS
        0xd5330101,                   // mrs x1, mdccsr_el0
        0xf1000442,                   // subs x2, x2, #1
        0x54ffffc1,                   // b.ne -8
        0xd2a44003,                   // movz x3, #0x2200, lsl #16
        0x52800824,                   // movz w4, #'A'
        0xb9000064,                   // str w4, [x3]
        0x52800144,                   // movz w4, #'\n'
        0xb9000064,                   // str w4, [x3]
        0xd5130501,                   // msr dbgdtrtx_el0, x1
        0x52800100,                   // movz w0, #8
        0x72b08000,                   // movk w0, #0x8400, lsl #16
        0xd4000002,                   // hvc #0
        0x14000000                    // b .
    };
    // @formatter:on

    /** Vector of a synchronous exception from the current level, on its own stack pointer. */
    private static final int SPIN_AT = 0x800 + 0x200;

    private static final int SPIN = 0x14000000;

    /** Instructions that the guest retires when nothing is Undefined to it. */
    static final int RETIRED = 2 + 1 + 3 * POLLS + 5 + 1 + 2 + 1;

    private TinyGuest() {}

    static Path in(Path dir) throws IOException {
        ByteBuffer b = ByteBuffer.allocate(SPIN_AT + 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int w : WORDS) {
            b.putInt(w);
        }
        b.putInt(SPIN_AT, SPIN);
        return Files.write(dir.resolve("tiny.bin"), b.array());
    }
}
