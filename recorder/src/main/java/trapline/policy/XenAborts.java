package trapline.policy;

import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;

/**
 * Stage 2 aborts as Xen decides them: {@code xen/arch/arm/traps.c:do_trap_stage2_abort_guest},
 * {@code xen/arch/arm/io.c:try_handle_mmio}. Page tables need no repair here, so that step only
 * maps a GICv2 CPU interface.
 */
final class XenAborts {
    private static final String FLOW = "xen/arch/arm/traps.c:do_trap_stage2_abort_guest";
    private static final String IO = "xen/arch/arm/io.c:try_handle_mmio";
    private static final String MAP = "xen/arch/arm/traps.c:try_map_mmio";
    private static final String DECODE = "xen/arch/arm/decode.c:decode_arm64";
    private static final int TRANSLATION = 0x04;
    private static final int PERMISSION = 0x0c;

    /** Bytes of a GICv2 CPU interface: GUEST_GICC_SIZE. */
    private static final long CPU_INTERFACE_BYTES = 0x2000;

    private final Flags flags;

    /** Base of the GICv2 CPU interface that is mapped on its first access, or -1. */
    private final long cpuInterface;

    private final int[] serror = new int[3];
    private final int[] permission = new int[3];
    private final int[] unsupported = new int[3];
    private final int fetch;

    // Indexed 0 write, 1 read.
    private final int[] map = new int[2];
    private final int[] device = new int[2];
    private final int[] deviceRefused = new int[2];
    private final int[] unmappedTrapped = new int[2];
    private final int[] unmappedIgnored = new int[2];
    private final int[] decode = new int[2];
    private final int[] undecodable = new int[2];
    private final int[] walk = new int[2];
    private final int maintenanceDevice;
    private final int maintenanceTrapped;
    private final int maintenanceIgnored;

    XenAborts(String personality, RuleBook book, Flags flags, long cpuInterface) {
        this.flags = flags;
        this.cpuInterface = cpuInterface;
        String flag = "/" + XenFlags.TRAP_UNMAPPED_ACCESSES_NAME + "=";
        String[] directions = {"write", "read", "fetch"};
        for (int k = 0; k < 3; k++) {
            String cls = personality + (k == 2 ? "/instruction_abort/" : "/data_abort/");
            String direction = "/" + directions[k];
            serror[k] = book.add(cls + "external" + direction, FLOW);
            permission[k] = book.add(cls + "permission" + direction, FLOW);
            unsupported[k] = book.add(cls + "unsupported-status" + direction, FLOW);
            if (k < 2) {
                map[k] = book.add(cls + "map-on-touch" + direction, MAP);
                device[k] = book.add(cls + "device" + direction, IO);
                deviceRefused[k] = book.add(cls + "device" + direction + "/access=refused", IO);
                unmappedTrapped[k] = book.add(cls + "unmapped" + direction + flag + "on", IO);
                unmappedIgnored[k] = book.add(cls + "unmapped" + direction + flag + "off", IO);
                decode[k] =
                        book.add(cls + "no-syndrome" + direction + "/decode=post-index", DECODE);
                undecodable[k] =
                        book.add(cls + "no-syndrome" + direction + "/decode=failed", DECODE);
                walk[k] = book.add(cls + "table-walk" + direction, IO);
            }
        }
        fetch = book.add(personality + "/instruction_abort/unmapped/fetch", FLOW);
        String maintenance = personality + "/data_abort/cache-maintenance/write";
        maintenanceDevice = book.add(maintenance + "/target=device", IO);
        maintenanceTrapped = book.add(maintenance + flag + "on", IO);
        maintenanceIgnored = book.add(maintenance + flag + "off", IO);
    }

    private static int kind(Trap t) {
        return t.cls == TrapClass.INSTRUCTION_ABORT ? 2 : t.read ? 1 : 0;
    }

    void decide(Trap t, Decision d) {
        int kind = kind(t);
        if ((t.esr & TrapInput.EA) != 0) {
            d.rule = serror[kind];
            d.action = Action.SERROR;
            d.effect = Effect.SERROR;
            return;
        }
        int status = (int) t.esr & 0x3c;
        if (status == PERMISSION && t.device == Trap.NONE) {
            // Memory access monitoring, which nobody asked for: back to the guest, which repeats
            // the access.
            d.rule = permission[kind];
            d.action = Action.RETRY;
            d.effect = Effect.RETRY;
        } else if (status == TRANSLATION || status == PERMISSION) {
            translation(t, d, kind);
        } else {
            abort(t, d, unsupported[kind], XenLog.UNSUPPORTED_FAULT);
        }
    }

    private void translation(Trap t, Decision d, int kind) {
        if (kind == 2) {
            abort(t, d, fetch, XenLog.ABORT_INJECTED);
        } else if (inCpuInterface(t.ipa)) {
            d.rule = map[kind];
            d.action = Action.RETRY;
            d.effect = Effect.MAP;
        } else if ((t.esr & TrapInput.ISV) == 0) {
            noSyndrome(t, d, kind);
        } else if (t.device != Trap.NONE) {
            d.rule = device[kind];
            d.action = Action.EMULATE;
            d.effect = Effect.MMIO;
        } else if (flags.consult(XenFlags.TRAP_UNMAPPED_ACCESSES, d)) {
            abort(t, d, unmappedTrapped[kind], XenLog.ABORT_INJECTED);
        } else {
            d.rule = unmappedIgnored[kind];
            d.action = kind == 1 ? Action.VALUE : Action.WI;
            d.effect = Effect.MMIO_UNMAPPED;
            d.operand = -1;
        }
    }

    private void noSyndrome(Trap t, Decision d, int kind) {
        if ((t.esr & TrapInput.S1PTW) != 0) {
            abort(t, d, walk[kind], XenLog.ABORT_INJECTED);
        } else if ((t.esr & TrapInput.CM) != 0) {
            if (t.device != Trap.NONE) {
                skip(d, maintenanceDevice);
            } else if (flags.consult(XenFlags.TRAP_UNMAPPED_ACCESSES, d)) {
                abort(t, d, maintenanceTrapped, XenLog.ABORT_INJECTED);
            } else {
                skip(d, maintenanceIgnored);
            }
        } else {
            d.rule = decode[kind];
            d.action = Action.EMULATE;
            d.effect = Effect.MMIO_DECODE;
            d.needsGuest = true;
            if (t.device == Trap.NONE) {
                d.operand = flags.consult(XenFlags.TRAP_UNMAPPED_ACCESSES, d) ? 1 : 2;
            }
        }
    }

    private boolean inCpuInterface(long ipa) {
        return cpuInterface >= 0
                && ipa - cpuInterface >= 0
                && ipa - cpuInterface < CPU_INTERFACE_BYTES;
    }

    private static void skip(Decision d, int rule) {
        d.rule = rule;
        d.action = Action.WI;
        d.effect = Effect.SKIP;
    }

    private static void abort(Trap t, Decision d, int rule, int log) {
        d.rule = rule;
        d.action = Action.ABORT;
        d.effect = Effect.ABORT;
        d.operand = 0;
        d.log = log;
        d.injectedEsr =
                t.cls == TrapClass.INSTRUCTION_ABORT
                        ? BasePersonality.instructionAbortEsr(t.el)
                        : BasePersonality.dataAbortEsr(t.el);
    }

    /** The device refused: Xen injects a data abort. */
    void refused(Trap t, Decision d) {
        d.rule = deviceRefused[kind(t)];
        d.log = XenLog.ABORT_INJECTED;
    }

    /** The access goes to the device after all: there was nothing to map. */
    void toDevice(Trap t, Decision d) {
        d.rule = device[kind(t)];
        d.action = Action.EMULATE;
    }

    /** The instruction could not be decoded, or nothing is behind the address. */
    void undecodable(Trap t, Decision d, boolean decoded) {
        abort(
                t,
                d,
                decoded ? unmappedTrapped[kind(t)] : undecodable[kind(t)],
                XenLog.ABORT_INJECTED);
    }

    /** A decoded access to nothing, answered with all ones. */
    void ignored(Trap t, Decision d) {
        d.rule = unmappedIgnored[kind(t)];
        d.action = t.read ? Action.VALUE : Action.WI;
    }
}
