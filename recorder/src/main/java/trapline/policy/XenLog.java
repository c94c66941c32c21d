package trapline.policy;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Trap;
import trapline.isa.SysReg;

/**
 * Xen's console as far as a guest can make it print: which message a decision brings, whether its
 * level is on, the rate limit. Messages of {@code gdprintk} exist in debug builds only and name
 * file and line; those of {@code gprintk} name the vCPU alone. Sources: {@code
 * xen/include/xen/lib.h}, {@code xen/drivers/char/console.c}.
 */
final class XenLog implements Snapshottable {
    // Messages, as Decision.log holds them.
    static final int UNHANDLED_REGISTER = 1;
    static final int SGI1R_READ = 2;
    static final int INVALID_HVC = 3;
    static final int UNHANDLED_CALL = 4;
    static final int UNKNOWN_TRAP = 5;
    static final int SVE = 6;
    static final int ABORT_INJECTED = 7;
    static final int UNSUPPORTED_FAULT = 8;
    static final int SET_WAY_REFUSED = 9;
    static final int DEPRECATED_HYPERCALL = 10;

    // Levels of printk.
    static final int ERROR = 0;
    static final int WARNING = 1;
    static final int INFO = 2;
    static final int DEBUG = 3;

    private static final String VSYSREG = "arch/arm/arm64/vsysreg.c:";
    private static final int VSYSREG_ACCESS_LINE = 420;
    private static final int VSYSREG_KEY_LINE = 427;
    private static final String ABORT_SITE = "arch/arm/traps.c:2054";

    /** Direction and Rt removed from an EC 0x18 syndrome: {@code HSR_SYSREG_REGS_MASK}. */
    private static final long REGISTER_MASK = 0x003f_fc1eL;

    /** Longest line that console_io collects: DOMAIN_PBUF_SIZE less the terminator. */
    private static final int LINE_BYTES = 199;

    private static final long RATE_MILLIS = 5000;
    private static final long RATE_BURST = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final boolean debugBuild;
    private final int domain;

    /**
     * Below this level a guest's message is always printed; from here to {@link #upper} it is rate
     * limited.
     */
    private final int lower;

    /** From this level on a guest's message is dropped. */
    private final int upper;

    // Token bucket of printk_ratelimit().
    private long tokens = RATE_BURST * RATE_MILLIS;
    private long lastMillis;
    private int missed;

    /** Bytes of an unfinished line of console_io output. */
    private final StringBuilder pending = new StringBuilder();

    XenLog(boolean debugBuild, int domain, int lower, int upper) {
        this.debugBuild = debugBuild;
        this.domain = domain;
        this.lower = lower;
        this.upper = upper;
    }

    /** Prints the message of a decision. */
    void message(int which, Trap t, Platform p) {
        switch (which) {
            case UNHANDLED_REGISTER -> unhandledRegister(t, p);
            case SGI1R_READ ->
                    guestDebug(
                            WARNING,
                            "arch/arm/vgic-v3.c:1520",
                            t,
                            p,
                            "Reading SGI1R_EL1 - WO register");
            case INVALID_HVC ->
                    guest(WARNING, t, p, "Invalid HVC imm 0x" + Long.toHexString(t.offset));
            case UNHANDLED_CALL ->
                    guest(INFO, t, p, "Unhandled SMC/HVC: " + alternate(t.value & 0xffff_ffffL));
            case UNKNOWN_TRAP -> guest(WARNING, t, p, unknownTrap(t));
            case SVE -> guest(WARNING, t, p, "Domain tried to use SVE while not allowed");
            case ABORT_INJECTED -> abortInjected(t, p);
            case UNSUPPORTED_FAULT -> {
                String status = alternate(t.esr & 0x3f);
                guest(WARNING, t, p, "Unsupported FSC: HSR=" + register(t.esr) + " DFSC=" + status);
                abortInjected(t, p);
            }
            case SET_WAY_REFUSED ->
                    guest(ERROR, t, p, "The cache should be flushed by VA rather than by set/way.");
            case DEPRECATED_HYPERCALL ->
                    guestDebug(
                            DEBUG,
                            "arch/arm/traps.c:1372",
                            t,
                            p,
                            vcpu(t) + ": deprecated hypercall " + t.value);
            default -> throw new IllegalArgumentException("message " + which);
        }
    }

    private void unhandledRegister(Trap t, Platform p) {
        if (!guestPrints(ERROR) || !debugBuild) {
            return;
        }
        int key = t.register;
        guestDebug(
                ERROR,
                VSYSREG + VSYSREG_ACCESS_LINE,
                t,
                p,
                (t.read ? "mrs " : "msr ")
                        + (SysReg.op0(key) + ", " + SysReg.op1(key))
                        + (", c" + SysReg.crn(key) + ", c" + SysReg.crm(key))
                        + (", " + SysReg.op2(key))
                        + (t.read ? " => x" : " <= x")
                        + Guest.rt(t.esr)
                        + " @ 0x"
                        + hex16(t.pc));
        guestDebug(
                ERROR,
                VSYSREG + VSYSREG_KEY_LINE,
                t,
                p,
                "unhandled 64-bit sysreg access " + register(t.esr & REGISTER_MASK));
    }

    private static String unknownTrap(Trap t) {
        return "Unknown Guest Trap. HSR="
                + register(t.esr)
                + " EC=0x"
                + Long.toHexString(t.esr >>> 26 & 0x3f)
                + " IL="
                + (t.esr >>> 25 & 1)
                + " Syndrome=0x"
                + Long.toHexString(t.esr & 0x1ff_ffff);
    }

    private void abortInjected(Trap t, Platform p) {
        if (!debugBuild || !guestPrints(DEBUG)) {
            return;
        }
        String what =
                "HSR="
                        + register(t.esr)
                        + " pc="
                        + register(t.pc)
                        + " gva="
                        + register(t.far)
                        + " gpa="
                        + register(t.ipa);
        guestDebug(DEBUG, ABORT_SITE, t, p, what);
    }

    /** {@code gprintk}. */
    void guest(int level, Trap t, Platform p, String text) {
        guestLine(level, p, "(XEN) " + vcpu(t) + " " + text);
    }

    /** {@code gdprintk}: debug builds only. */
    void guestDebug(int level, String site, Trap t, Platform p, String text) {
        if (debugBuild) {
            guestLine(level, p, "(XEN) " + site + ":" + vcpu(t) + " " + text);
        }
    }

    /** {@code printk} without a level: a warning of the hypervisor, printed by every build. */
    void hypervisor(Platform p, String text) {
        p.log("(XEN) " + text);
    }

    private String vcpu(Trap t) {
        return "d" + domain + "v" + t.vcpu;
    }

    private boolean guestPrints(int level) {
        return level < upper || level < lower;
    }

    private void guestLine(int level, Platform p, String line) {
        if (level < lower || (level < upper && withinRate(p))) {
            p.log(line);
        }
    }

    private boolean withinRate(Platform p) {
        long now = p.nanos() / NANOS_PER_MILLI;
        tokens = Math.min(tokens + now - lastMillis, RATE_BURST * RATE_MILLIS);
        lastMillis = now;
        if (tokens < RATE_MILLIS) {
            missed++;
            return false;
        }
        tokens -= RATE_MILLIS;
        if (missed != 0) {
            p.log("(XEN) printk: " + missed + " messages suppressed.");
            missed = 0;
        }
        return true;
    }

    /**
     * One byte of console_io output: printed by lines, {@code (d1) text}, at debug level. What is
     * not printable is dropped.
     */
    void consoleByte(int b, Platform p) {
        boolean printable = b >= ' ' && b < 0x7f || b == '\t';
        if (printable) {
            pending.append((char) b);
        }
        if (b == '\n' || pending.length() == LINE_BYTES) {
            guestLine(DEBUG, p, "(d" + domain + ") " + pending);
            pending.setLength(0);
        }
    }

    int domain() {
        return domain;
    }

    /** {@code %#016lx}: at least 16 characters, the prefix included; zero has no prefix. */
    static String register(long value) {
        if (value == 0) {
            return "0".repeat(16);
        }
        String digits = Long.toHexString(value);
        return "0x" + "0".repeat(Math.max(0, 14 - digits.length())) + digits;
    }

    /** {@code %#x}: zero has no prefix. */
    static String alternate(long value) {
        return value == 0 ? "0" : "0x" + Long.toHexString(value);
    }

    /** 16 hexadecimal digits. */
    static String hex16(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }

    @Override
    public void save(StateWriter w) {
        w.i64(tokens).i64(lastMillis).i32(missed).i32(pending.length());
        for (int k = 0; k < pending.length(); k++) {
            w.u8(pending.charAt(k));
        }
    }

    @Override
    public void load(StateReader r) {
        tokens = r.i64();
        lastMillis = r.i64();
        missed = r.i32();
        pending.setLength(0);
        for (int n = r.i32(); n > 0; n--) {
            pending.append((char) r.u8());
        }
    }
}
