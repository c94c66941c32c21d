package trapline.policy;

import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.vcpu.Exit;
import trapline.vcpu.Vcpu;

/**
 * Turns a vCPU's exit into the inputs of a trap event: all that {@link Personality#decide} may look
 * at.
 */
public final class TrapInput {
    static final int EC_WFX = 0x01;
    static final int EC_FP = 0x07;
    static final int EC_PAC = 0x09;
    static final int EC_HVC = 0x16;
    static final int EC_SMC = 0x17;
    static final int EC_SYSREG = 0x18;
    static final int EC_SVE = 0x19;
    static final int EC_INSTRUCTION_ABORT = 0x20;
    static final int EC_DATA_ABORT = 0x24;

    /**
     * Immediate of HVC that makes it a Xen hypercall ({@code xen/include/public/arch-arm.h},
     * XEN_HYPERCALL_TAG).
     */
    static final int HYPERCALL_TAG = 0xea1;

    static final long IL = 1L << 25;
    static final long ISV = 1L << 24;
    static final long SSE = 1L << 21;
    static final long SF = 1L << 15;
    static final long EA = 1L << 9;
    static final long CM = 1L << 8;
    static final long S1PTW = 1L << 7;
    static final long WNR = 1L << 6;

    private static final int WORD = 0xffff;

    private TrapInput() {}

    /**
     * Fills the inputs from {@code c} and {@code c.exit}, and empties the outputs. Left to the
     * caller: id, virtualNanos, and for aborts {@link Trap#device} with {@link Trap#offset}.
     *
     * <p>For HVC and SMC the value is X0 and the arguments X1 to X3; for a Xen hypercall (immediate
     * 0xEA1), whose number is in X16, the value is X16 and the arguments are X0 to X2.
     */
    public static void fill(Trap t, Vcpu c) {
        Exit e = c.exit;
        t.vcpu = c.id;
        t.retired = c.retired;
        t.pc = c.pc;
        t.el = c.el;
        t.esr = e.esr;
        t.far = e.far;
        t.ipa = e.ipa;
        t.register = Trap.NONE;
        t.device = Trap.NONE;
        t.offset = 0;
        t.read = false;
        t.value = 0;
        t.hasValue = false;
        t.arg1 = 0;
        t.arg2 = 0;
        t.arg3 = 0;
        t.result = 0;
        t.injectedEsr = 0;
        t.costNanos = 0;
        t.cls = classOf(e.ec());
        switch (t.cls) {
            case SYSREG -> fillRegister(t, c, e);
            case HVC, SMC -> fillCall(t, c);
            case DATA_ABORT -> fillAbort(t, c);
            default -> {}
        }
    }

    /** The class of an exception class of ESR_EL2. */
    public static TrapClass classOf(int ec) {
        return switch (ec) {
            case EC_WFX -> TrapClass.WFX;
            case EC_FP, EC_SVE -> TrapClass.FP;
            case EC_HVC -> TrapClass.HVC;
            case EC_SMC -> TrapClass.SMC;
            case EC_SYSREG -> TrapClass.SYSREG;
            case EC_INSTRUCTION_ABORT -> TrapClass.INSTRUCTION_ABORT;
            case EC_DATA_ABORT -> TrapClass.DATA_ABORT;
            default -> TrapClass.OTHER;
        };
    }

    private static void fillRegister(Trap t, Vcpu c, Exit e) {
        t.register = keyOf(e.esr);
        t.read = (e.esr & 1) != 0;
        if (!t.read) {
            t.value = Guest.get(c, Guest.rt(e.esr));
            t.hasValue = true;
        }
    }

    /**
     * The {@code SysReg} key in an EC 0x18 syndrome: DDI 0487, D24.2.39, "ISS encoding for MSR,
     * MRS, or System".
     */
    static int keyOf(long esr) {
        int iss = (int) esr;
        return (iss >>> 20 & 3) << 14
                | (iss >>> 14 & 7) << 11
                | (iss >>> 10 & 15) << 7
                | (iss >>> 1 & 15) << 3
                | iss >>> 17 & 7;
    }

    private static void fillCall(Trap t, Vcpu c) {
        t.offset = t.esr & WORD;
        t.hasValue = true;
        if (t.cls == TrapClass.HVC && t.offset == HYPERCALL_TAG) {
            t.value = c.x[16];
            t.arg1 = c.x[0];
            t.arg2 = c.x[1];
            t.arg3 = c.x[2];
        } else {
            t.value = c.x[0];
            t.arg1 = c.x[1];
            t.arg2 = c.x[2];
            t.arg3 = c.x[3];
        }
    }

    private static void fillAbort(Trap t, Vcpu c) {
        t.read = (t.esr & WNR) == 0;
        if (!t.read && (t.esr & ISV) != 0) {
            t.value = Guest.get(c, srt(t.esr)) & mask(bytes(t.esr));
            t.hasValue = true;
        }
    }

    /** Width in bytes of a data abort with a valid syndrome. */
    static int bytes(long esr) {
        return 1 << ((int) (esr >>> 22) & 3);
    }

    /** Register of a data abort with a valid syndrome. */
    static int srt(long esr) {
        return (int) (esr >>> 16) & 31;
    }

    static long mask(int bytes) {
        return bytes == 8 ? -1L : (1L << 8 * bytes) - 1;
    }
}
