package trapline.policy;

import java.nio.charset.StandardCharsets;
import trapline.event.Trap;
import trapline.vcpu.Vcpu;

/**
 * The hypercalls that are answered: xen_version, console_io and sched_op (yield, block, shutdown,
 * poll). Every other number or command gives -ENOSYS. Sources: {@code
 * xen/common/kernel.c:do_xen_version}, {@code xen/drivers/char/console.c:do_console_io}, {@code
 * xen/common/sched/core.c:do_sched_op}, {@code xen/include/public/version.h}, {@code sched.h}.
 */
final class XenHypercalls {
    static final int XEN_VERSION = 17;
    static final int CONSOLE_IO = 18;
    static final int SCHED_OP = 29;

    private static final long EINVAL = -22;
    private static final long EFAULT = -14;
    private static final long ENOSYS = -38;
    private static final long EPERM = -1;

    private static final long POISON = 0xdead_beefL;
    private static final long VERSION = 4 << 16 | 23;
    private static final long PAGE_SIZE = 4096;

    /** XEN_VIRT_START of Xen's arm64 memory layout. */
    private static final long VIRT_START = 0x0a00_0020_0000L;

    /**
     * writable_page_tables, auto_translated_physmap, memory_op_vnode_supported,
     * ARM_SMCCC_supported, not_direct_mapped, runstate_phys_area, vcpu_time_phys_area: {@code
     * xen/include/public/features.h}.
     */
    private static final int FEATURES =
            1 | 1 << 2 | 1 << 13 | 1 << 14 | 1 << 16 | 1 << 18 | 1 << 19;

    private static final int MOST_PORTS = 128;
    private static final int PSTATE_I = 0x80;

    private final XenLog log;
    private final byte[] buffer = new byte[1024];
    private final byte[] one = new byte[1];

    XenHypercalls(XenLog log) {
        this.log = log;
    }

    /** Whether a hypercall of this number is answered at all. */
    static boolean answers(int number) {
        return number == XEN_VERSION || number == CONSOLE_IO || number == SCHED_OP;
    }

    /**
     * Performs the call, puts its result in X0 and, in a debug build, poisons the argument
     * registers.
     */
    void perform(Trap t, Decision d, Vcpu c, Platform p) {
        int number = (int) d.operand;
        long result =
                switch (number) {
                    case XEN_VERSION -> version((int) c.x[0], c.x[1], c, p);
                    case CONSOLE_IO -> console((int) c.x[0], (int) c.x[1], c.x[2], c, p);
                    case SCHED_OP -> schedule((int) c.x[0], c.x[1], c, p);
                    default -> throw new IllegalStateException("hypercall " + number);
                };
        c.x[0] = result;
        d.value = result;
        d.result = result;
        boolean debugBuild = d.operand >>> 32 != 0;
        if (debugBuild && result != ENOSYS) {
            c.x[1] = POISON;
            if (number == CONSOLE_IO) {
                c.x[2] = POISON;
            }
            c.x[16] = POISON;
        }
    }

    private long version(int command, long to, Vcpu c, Platform p) {
        return switch (command) {
            case 0 -> VERSION;
            case 1 -> text(c, p, to, 16, "-unstable");
            case 2 -> compileInfo(c, p, to);
            case 3 -> text(c, p, to, 1024, "xen-3.0-aarch64 xen-3.0-armv7l ");
            case 4 -> text(c, p, to, 64, "unavailable");
            case 5 -> {
                put64(0, VIRT_START);
                yield copy(c, p, to, 8, 0);
            }
            case 6 -> features(c, p, to);
            case 7 -> to != 0 ? EINVAL : PAGE_SIZE;
            case 8 -> text(c, p, to, 16, ""); // the domain's handle: all zero
            case 9 -> text(c, p, to, 1024, "<denied>");
            case 10 -> EPERM;
            default -> ENOSYS;
        };
    }

    private long features(Vcpu c, Platform p, long at) {
        if (!p.copyFromGuest(c, at, buffer, 8)) {
            return EFAULT;
        }
        if (get32(0) != 0) {
            return EINVAL;
        }
        put32(4, FEATURES);
        return copy(c, p, at, 8, 0);
    }

    /**
     * struct xen_compile_info: compiler 64, compile_by 16, compile_domain 32, compile_date 32
     * bytes.
     */
    private long compileInfo(Vcpu c, Platform p, long to) {
        fill(0, 144, "");
        fill(0, 64, "gcc");
        fill(64, 16, "xen");
        fill(80, 32, "");
        fill(112, 32, "");
        return copy(c, p, to, 144, 0);
    }

    private long text(Vcpu c, Platform p, long to, int length, String s) {
        fill(0, length, s);
        return copy(c, p, to, length, 0);
    }

    private long copy(Vcpu c, Platform p, long to, int length, long good) {
        return p.copyToGuest(c, to, buffer, length) ? good : EFAULT;
    }

    private long console(int command, int count, long at, Vcpu c, Platform p) {
        if (command == 1) {
            return count < 0 ? EINVAL : 0; // nothing was ever typed at Xen's console
        }
        if (command != 0) {
            return ENOSYS;
        }
        int left = Math.max(count, 0);
        for (long from = at; left > 0; ) {
            int n = Math.min(left, buffer.length);
            if (!p.copyFromGuest(c, from, buffer, n)) {
                return EFAULT;
            }
            for (int k = 0; k < n; k++) {
                log.consoleByte(buffer[k], p);
            }
            from += n;
            left -= n;
        }
        return 0;
    }

    private long schedule(int command, long arg, Vcpu c, Platform p) {
        return switch (command) {
            case 0 -> {
                p.yield(c);
                yield 0;
            }
            case 1 -> {
                c.daif &=
                        ~PSTATE_I; // SCHEDOP_block enables event delivery, which on Arm is the IRQ
                // mask
                p.block(c);
                yield 0;
            }
            case 2 -> shutdown(arg, c, p);
            case 3 -> poll(arg, c, p);
            default -> ENOSYS;
        };
    }

    private long shutdown(long arg, Vcpu c, Platform p) {
        if (!p.copyFromGuest(c, arg, buffer, 4)) {
            return EFAULT;
        }
        int reason = get32(0);
        switch (reason) {
            case 1, 5 -> p.systemReset(); // SHUTDOWN_reboot, SHUTDOWN_soft_reset
            case 2 -> p.systemSuspend();
            case 3 -> p.crash("the domain shut down with reason crash");
            case 4 -> p.crash("the domain shut down with reason watchdog");
            default -> p.systemOff(); // SHUTDOWN_poweroff, and what a toolstack does with any
                // other reason
        }
        return 0;
    }

    /**
     * struct sched_poll: ports pointer, nr_ports, time-out in nanoseconds of system time; 24 bytes.
     */
    private long poll(long arg, Vcpu c, Platform p) {
        if (!p.copyFromGuest(c, arg, buffer, 24)) {
            return EFAULT;
        }
        long ports = get64(0);
        int count = get32(8);
        long until = get64(16);
        if (Integer.compareUnsigned(count, MOST_PORTS) > 0) {
            return EINVAL;
        }
        if (count != 0) {
            // Event channels are outside, so any port is one that was never bound.
            return p.copyFromGuest(c, ports, one, 1) ? EINVAL : EFAULT;
        }
        if (until == 0) {
            p.block(c);
        } else {
            p.blockUntil(c, until);
        }
        return 0;
    }

    private void fill(int at, int length, String s) {
        byte[] bytes = s.getBytes(StandardCharsets.US_ASCII);
        for (int k = 0; k < length; k++) {
            buffer[at + k] = k < bytes.length ? bytes[k] : 0;
        }
    }

    private int get32(int at) {
        return buffer[at] & 0xff
                | (buffer[at + 1] & 0xff) << 8
                | (buffer[at + 2] & 0xff) << 16
                | buffer[at + 3] << 24;
    }

    private long get64(int at) {
        return get32(at) & 0xffff_ffffL | (long) get32(at + 4) << 32;
    }

    private void put32(int at, int value) {
        for (int k = 0; k < 4; k++) {
            buffer[at + k] = (byte) (value >>> 8 * k);
        }
    }

    private void put64(int at, long value) {
        put32(at, (int) value);
        put32(at + 4, (int) (value >>> 32));
    }
}
