package trapline.policy;

import java.util.Locale;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Trap;
import trapline.isa.SysReg;

/**
 * KVM's kernel messages about a guest, limited to ten in five seconds as {@code pr_err_ratelimited}
 * does. The process number in the prefix is the VM's, here always 1.
 */
final class KvmLog implements Snapshottable {
    static final int UNSUPPORTED_ACCESS = 1;
    static final int UNKNOWN_CLASS = 2;
    static final int NO_SYNDROME = 3;

    private static final String PREFIX = "kvm [1]: ";
    private static final long INTERVAL_NANOS = 5_000_000_000L;
    private static final int BURST = 10;

    private long begin = -1;
    private int printed;
    private int missed;

    void message(int which, Trap t, Platform p) {
        if (!withinRate(p)) {
            return;
        }
        switch (which) {
            case UNSUPPORTED_ACCESS -> {
                p.log(PREFIX + "Unsupported guest access at: " + Long.toHexString(t.pc));
                int k = t.register;
                p.log(
                        String.format(
                                Locale.ROOT,
                                " { Op0(%2d), Op1(%2d), CRn(%2d), CRm(%2d), Op2(%2d), func_%s },",
                                SysReg.op0(k),
                                SysReg.op1(k),
                                SysReg.crn(k),
                                SysReg.crm(k),
                                SysReg.op2(k),
                                t.read ? "read" : "write"));
            }
            case UNKNOWN_CLASS ->
                    p.log(PREFIX + "Unknown exception class: esr: 0x" + XenLog.hex16(t.esr));
            case NO_SYNDROME ->
                    p.log(PREFIX + "Data abort outside memslots with no valid syndrome info");
            default -> throw new IllegalArgumentException("message " + which);
        }
    }

    private boolean withinRate(Platform p) {
        long now = p.nanos();
        if (begin < 0 || now - begin > INTERVAL_NANOS) {
            if (missed != 0) {
                p.log("print_sys_reg_msg: " + missed + " callbacks suppressed");
            }
            begin = now;
            printed = 0;
            missed = 0;
        }
        if (printed < BURST) {
            printed++;
            return true;
        }
        missed++;
        return false;
    }

    @Override
    public void save(StateWriter w) {
        w.i64(begin).i32(printed).i32(missed);
    }

    @Override
    public void load(StateReader r) {
        begin = r.i64();
        printed = r.i32();
        missed = r.i32();
    }
}
