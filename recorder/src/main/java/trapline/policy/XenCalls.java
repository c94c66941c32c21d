package trapline.policy;

import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.vcpu.Vcpu;

/**
 * HVC and SMC as Xen answers them: immediates, SMCCC 1.2, PSCI 1.1 and 0.1, the choice of
 * hypercall. Sources: {@code xen/arch/arm/vsmc.c}, {@code xen/arch/arm/vpsci.c}, {@code
 * xen/arch/arm/traps.c:do_trap_hypercall}, and {@code xen/arch/arm/arm64/entry.S:guest_sync} for
 * the work-arounds that HVC answers without entering C.
 *
 * <p>The host is one whose ARCH_FEATURES answers WORKAROUND_1 and _3 with -1 and _2 with 0.
 * Outside: TEE, FF-A and SCMI mediators; their function ids are unknown here, as in a Xen without
 * them.
 */
final class XenCalls {
    static final int WORKAROUND_1 = 0x8000_8000;
    static final int WORKAROUND_2 = 0x8000_7fff;
    static final int WORKAROUND_3 = 0x8000_3fff;

    private static final String VSMC = "xen/arch/arm/vsmc.c";
    private static final String TRAPS = "xen/arch/arm/traps.c:do_trap_guest_sync";
    private static final String TABLE = "xen/include/hypercall-defs.c";

    private static final int DEBUG_TRAPS = 0xff00;
    private static final long ENOSYS = -38;
    private static final long SMCCC_1_2 = 0x1_0002;
    private static final long PSCI_1_1 = 0x1_0001;

    /** Standard service calls that Xen counts: three of SMCCC and fourteen of PSCI. */
    private static final long STANDARD_CALLS = 17;

    // @formatter:off
    /** Hypercalls of the arm column by number; empty where there is none. Compat numbers 6, 16 and 19 are deprecated. */
    private static final String[] HYPERCALLS = {
        "", "", "", "", "", "", "sched_op_compat", "platform_op", "", "", "", "", "memory_op", "multicall", "", "",
        "event_channel_op_compat", "xen_version", "console_io", "physdev_op_compat", "grant_table_op", "vm_assist", "", "",
        "vcpu_op", "", "", "xsm_op", "", "sched_op", "", "", "event_channel_op", "physdev_op", "hvm_op", "sysctl",
        "domctl", "", "", "argo_op", "", "dm_op", "hypfs_op",
    };
    // @formatter:on

    private final boolean debugBuild;
    private final CallRules calls;
    private final int invalidHvc;
    private final int invalidSmc;
    private final int debugTrap;
    private final int unknownHypercall;
    private final int[] hypercallRule = new int[HYPERCALLS.length];

    /** Rules of the work-arounds by HVC, which differ from the same functions by SMC. */
    private final int[] fastRule = new int[3];

    XenCalls(String personality, RuleBook book, boolean debugBuild) {
        this.debugBuild = debugBuild;
        calls = new CallRules(personality, book, VSMC);
        invalidHvc = book.add(personality + "/hvc/invalid-immediate/call", TRAPS);
        invalidSmc = book.add(personality + "/smc/invalid-immediate/call", VSMC + ":do_trap_smc");
        debugTrap =
                book.add(
                        personality + "/hvc/debug-trap/call", "xen/arch/arm/traps.c:do_debug_trap");
        unknownHypercall = book.add(personality + "/hvc/unknown-hypercall/call", TABLE);
        for (int n = 0; n < HYPERCALLS.length; n++) {
            boolean named = !HYPERCALLS[n].isEmpty();
            hypercallRule[n] =
                    named
                            ? book.add(personality + "/hvc/" + HYPERCALLS[n] + "/call", TABLE)
                            : unknownHypercall;
        }
        for (int n = 0; n < fastRule.length; n++) {
            String id = personality + "/hvc/SMCCC_ARCH_WORKAROUND_" + (n + 1) + "/call/path=fast";
            fastRule[n] = book.add(id, "xen/arch/arm/arm64/entry.S:guest_sync");
        }
        define();
        calls.seal();
    }

    private void define() {
        calls.value(Psci.SMCCC_VERSION, "SMCCC_VERSION", SMCCC_1_2);
        calls.computed(
                0x8000_0001, "SMCCC_ARCH_FEATURES", t -> (int) t.arg1 == WORKAROUND_2 ? 0 : -1);
        // By SMC these return at once with all registers unchanged.
        calls.values(WORKAROUND_1, "SMCCC_ARCH_WORKAROUND_1", 0, 0, 0, 0, 0);
        calls.values(WORKAROUND_3, "SMCCC_ARCH_WORKAROUND_3", 0, 0, 0, 0, 0);
        calls.values(WORKAROUND_2, "SMCCC_ARCH_WORKAROUND_2", 0, 0, 0, 0, 0);
        calls.value(0x8600_ff00, "HYPERVISOR_CALL_COUNT", 3);
        calls.values(
                0x8600_ff01,
                "HYPERVISOR_CALL_UID",
                15,
                0xdc12_18a7L,
                0x6943_98c6L,
                0xd179_cf9aL,
                0x67e6_de8dL);
        calls.values(0x8600_ff03, "HYPERVISOR_REVISION", 3, 0, 1, 0, 0);
        calls.value(0x8400_ff00, "STANDARD_CALL_COUNT", STANDARD_CALLS);
        calls.values(
                0x8400_ff01,
                "STANDARD_CALL_UID",
                15,
                0x6f38_63f8L,
                0xbd4c_394bL,
                0x16ce_2092L,
                0x6f9f_e541L);
        calls.values(0x8400_ff03, "STANDARD_REVISION", 3, 0, 1, 0, 0);

        calls.value(Psci.VERSION, "PSCI_VERSION", PSCI_1_1);
        calls.both(Psci.CPU_SUSPEND, "PSCI_CPU_SUSPEND", Effect.PSCI_SUSPEND);
        calls.effect(Psci.CPU_OFF, "PSCI_CPU_OFF", Effect.PSCI_CPU_OFF);
        calls.both(Psci.CPU_ON, "PSCI_CPU_ON", Effect.PSCI_CPU_ON);
        calls.both(Psci.AFFINITY_INFO, "PSCI_AFFINITY_INFO", Effect.PSCI_AFFINITY_INFO);
        calls.value(Psci.MIGRATE_INFO_TYPE, "PSCI_MIGRATE_INFO_TYPE", Psci.NO_MIGRATION);
        calls.effect(Psci.SYSTEM_OFF, "PSCI_SYSTEM_OFF", Effect.PSCI_SYSTEM_OFF);
        calls.effect(Psci.SYSTEM_RESET, "PSCI_SYSTEM_RESET", Effect.PSCI_SYSTEM_RESET);
        calls.computed(Psci.FEATURES, "PSCI_FEATURES", t -> features((int) t.arg1));
        calls.both(Psci.SYSTEM_SUSPEND, "PSCI_SYSTEM_SUSPEND", Effect.PSCI_SYSTEM_SUSPEND);
        calls.effect(1, "PSCI_0_1_CPU_OFF", Effect.PSCI_CPU_OFF);
        calls.effect(2, "PSCI_0_1_CPU_ON", Effect.PSCI_CPU_ON).operand(1);
    }

    private static long features(int function) {
        return switch (function) {
            case Psci.VERSION,
                    Psci.CPU_SUSPEND,
                    Psci.CPU_SUSPEND | Psci.SIXTY_FOUR,
                    Psci.CPU_OFF,
                    Psci.CPU_ON,
                    Psci.CPU_ON | Psci.SIXTY_FOUR,
                    Psci.AFFINITY_INFO,
                    Psci.AFFINITY_INFO | Psci.SIXTY_FOUR,
                    Psci.MIGRATE_INFO_TYPE,
                    Psci.SYSTEM_OFF,
                    Psci.SYSTEM_RESET,
                    Psci.FEATURES,
                    Psci.SYSTEM_SUSPEND,
                    Psci.SYSTEM_SUSPEND | Psci.SIXTY_FOUR,
                    Psci.SMCCC_VERSION ->
                    Psci.SUCCESS;
            default -> Psci.NOT_SUPPORTED;
        };
    }

    /** Decides an HVC or SMC from AArch64. */
    void decide(Trap t, Decision d) {
        boolean hvc = t.cls == TrapClass.HVC;
        if (hvc && debugBuild && (t.offset & 0xff00) == DEBUG_TRAPS) {
            d.rule = debugTrap;
            d.action = Action.EMULATE;
            d.effect = Effect.DEBUG_TRAP;
            d.operand = t.offset & 0xff;
            d.needsGuest = true;
        } else if (t.offset == 0) {
            if (!hvc || !fastPath(t, d)) {
                if (!calls.decide(t, d)) {
                    d.log = XenLog.UNHANDLED_CALL;
                }
            }
        } else if (hvc && t.offset == TrapInput.HYPERCALL_TAG) {
            hypercall(t, d);
        } else {
            d.rule = hvc ? invalidHvc : invalidSmc;
            d.log = hvc ? XenLog.INVALID_HVC : Decision.NO_LOG;
        }
    }

    private boolean fastPath(Trap t, Decision d) {
        int which =
                switch ((int) t.value) {
                    case WORKAROUND_1 -> 0;
                    case WORKAROUND_2 -> 1;
                    case WORKAROUND_3 -> 2;
                    default -> -1;
                };
        if (which < 0) {
            return false;
        }
        d.rule = fastRule[which];
        d.action = Action.EMULATE;
        d.effect = Effect.CALL_RETURN;
        d.hasValue = true;
        d.results = which == 1 ? 15 : 3;
        return true;
    }

    private void hypercall(Trap t, Decision d) {
        boolean known = Long.compareUnsigned(t.value, HYPERCALLS.length) < 0;
        int number = known ? (int) t.value : 0;
        d.rule = known ? hypercallRule[number] : unknownHypercall;
        d.hasValue = true;
        d.results = 1;
        if (XenHypercalls.answers(number)) {
            d.action = Action.EMULATE;
            d.effect = Effect.HYPERCALL;
            d.operand = number | (debugBuild ? 1L << 32 : 0);
            d.needsGuest = true;
        } else {
            d.action = Action.VALUE;
            d.effect = Effect.CALL_RETURN;
            d.value = ENOSYS;
            if (known && HYPERCALLS[number].endsWith("_compat")) {
                d.log = XenLog.DEPRECATED_HYPERCALL;
            }
        }
    }

    /** PSCI CPU_ON: {@code xen/arch/arm/vpsci.c:do_common_cpu_on}. */
    static long cpuOn(Vcpu c, Platform p, boolean version01) {
        long target = version01 ? c.x[1] & 0xffff_ffffL : c.x[1];
        long entry = c.x[2];
        int index = Psci.vcpuOf(p, target);
        if (index < 0) {
            return Psci.INVALID_PARAMETERS;
        }
        if ((entry & 1) != 0) { // a Thumb entry point, not for a 64-bit domain
            return version01 ? Psci.INVALID_PARAMETERS : Psci.INVALID_ADDRESS;
        }
        if (p.online(index)) {
            return version01 ? Psci.INVALID_PARAMETERS : Psci.ALREADY_ON;
        }
        Psci.enter(p.vcpu(index), entry, version01 ? 0 : c.x[3], XenPersonality.SCTLR_GUEST_INIT);
        p.powerOn(index);
        return Psci.SUCCESS;
    }
}
