package trapline.policy;

import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.vcpu.Vcpu;

/**
 * HVC and SMC as KVM answers them: SMCCC 1.1, PSCI 1.1, TRNG, the vendor service. A returning call
 * writes X0 to X3, unused ones with zero; the immediate of HVC is not looked at. Sources: {@code
 * arch/arm64/kvm/hypercalls.c}, {@code psci.c}, {@code trng.c}, {@code hyp/hyp-entry.S}.
 *
 * <p>The random numbers come from a generator whose state belongs to the rules, not from the host.
 * The host has no mitigation that a guest could ask for, and its clock is not the counter, so PTP
 * is refused.
 */
final class KvmCalls {
    private static final String SOURCE = "arch/arm64/kvm/hypercalls.c:kvm_smccc_call_handler";
    private static final int ALL = 15;
    private static final long SMCCC_1_1 = 0x1_0001;
    private static final long PSCI_1_1 = 0x1_0001;
    private static final int PV_TIME_FEATURES = 0xc500_0020;
    private static final int TRNG_VERSION = 0x8400_0050;
    private static final int TRNG_FEATURES = 0x8400_0051;
    private static final int TRNG_UUID = 0x8400_0052;
    private static final int TRNG_RND32 = 0x8400_0053;
    private static final int TRNG_RND64 = 0xc400_0053;

    private final CallRules calls;
    private final int fast;
    private final int immediate;
    private long random;

    KvmCalls(String personality, RuleBook book) {
        calls = new CallRules(personality, book, SOURCE);
        fast =
                book.add(
                        personality + "/hvc/SMCCC_ARCH_WORKAROUND/call/path=fast",
                        "arch/arm64/kvm/hyp/hyp-entry.S");
        immediate =
                book.add(
                        personality + "/smc/immediate/call",
                        "arch/arm64/kvm/handle_exit.c:handle_smc");
        define();
        calls.seal();
    }

    private void define() {
        calls.value(Psci.SMCCC_VERSION, "SMCCC_VERSION", SMCCC_1_1);
        calls.computed(
                0x8000_0001, "SMCCC_ARCH_FEATURES", t -> (int) t.arg1 == PV_TIME_FEATURES ? 0 : -1);
        calls.value(PV_TIME_FEATURES, "PV_TIME_FEATURES", -1);
        calls.value(0xc500_0021, "PV_TIME_ST", -1);
        calls.value(TRNG_VERSION, "TRNG_VERSION", 0x1_0000);
        calls.computed(TRNG_FEATURES, "TRNG_FEATURES", t -> isRandom((int) t.arg1) ? 0 : -1);
        calls.values(
                TRNG_UUID,
                "TRNG_UUID",
                ALL,
                0x00e0_210dL,
                0xeb11_8443L,
                0x4452_7080L,
                0x4c5a_4e55L);
        calls.computed(TRNG_RND32, "TRNG_RND32", t -> badBits(t.arg1, 96)).operand(32);
        calls.computed(TRNG_RND64, "TRNG_RND64", t -> badBits(t.arg1, 192)).operand(64);
        calls.values(
                0x8600_ff01,
                "VENDOR_HYP_UID",
                ALL,
                0xb66f_b428L,
                0xe911_c52eL,
                0x564b_caa9L,
                0x743a_004dL);
        calls.value(0x8600_0000, "VENDOR_HYP_KVM_FEATURES", 3);
        calls.value(0x8600_0001, "VENDOR_HYP_KVM_PTP", -1);

        calls.value(Psci.VERSION, "PSCI_VERSION", PSCI_1_1);
        calls.both(Psci.CPU_SUSPEND, "PSCI_CPU_SUSPEND", Effect.PSCI_SUSPEND);
        calls.effect(Psci.CPU_OFF, "PSCI_CPU_OFF", Effect.PSCI_CPU_OFF);
        calls.both(Psci.CPU_ON, "PSCI_CPU_ON", Effect.PSCI_CPU_ON);
        calls.both(Psci.AFFINITY_INFO, "PSCI_AFFINITY_INFO", Effect.PSCI_AFFINITY_INFO);
        calls.value(Psci.MIGRATE_INFO_TYPE, "PSCI_MIGRATE_INFO_TYPE", Psci.NO_MIGRATION);
        calls.effect(Psci.SYSTEM_OFF, "PSCI_SYSTEM_OFF", Effect.PSCI_SYSTEM_OFF);
        calls.effect(Psci.SYSTEM_RESET, "PSCI_SYSTEM_RESET", Effect.PSCI_SYSTEM_RESET);
        calls.computed(Psci.FEATURES, "PSCI_FEATURES", t -> features((int) t.arg1));
        calls.both(Psci.SYSTEM_RESET2, "PSCI_SYSTEM_RESET2", Effect.PSCI_SYSTEM_RESET);
    }

    private static boolean isRandom(int function) {
        return function >= TRNG_VERSION && function <= TRNG_RND32 || function == TRNG_RND64;
    }

    private static long badBits(long bits, int most) {
        return bits >= 1 && bits <= most ? 0 : Psci.INVALID_PARAMETERS;
    }

    private static long features(int function) {
        int narrow = function & ~Psci.SIXTY_FOUR;
        return switch (narrow) {
            case Psci.CPU_SUSPEND, Psci.CPU_ON, Psci.AFFINITY_INFO, Psci.SYSTEM_RESET2 -> 0;
            case Psci.VERSION,
                    Psci.CPU_OFF,
                    Psci.MIGRATE_INFO_TYPE,
                    Psci.SYSTEM_OFF,
                    Psci.SYSTEM_RESET,
                    Psci.FEATURES,
                    Psci.SMCCC_VERSION ->
                    function == narrow ? 0 : Psci.NOT_SUPPORTED;
            default -> Psci.NOT_SUPPORTED;
        };
    }

    void decide(Trap t, Decision d) {
        int function = (int) t.value;
        boolean hvc = t.cls == TrapClass.HVC;
        if (hvc && isWorkaround(function)) {
            d.rule = fast;
            d.action = Action.EMULATE;
            d.effect = Effect.CALL_RETURN;
            d.hasValue = true;
            d.results = 3;
        } else if (!hvc && t.offset != 0) {
            d.rule = immediate;
            d.action = Action.VALUE;
            d.effect = Effect.CALL_RETURN;
            d.hasValue = true;
            d.value = -1;
            d.results = 1;
        } else {
            calls.decide(t, d);
            d.results = ALL;
            if (function == TRNG_RND32 || function == TRNG_RND64) {
                draw(t, d);
            } else if ((function & ~Psci.SIXTY_FOUR) == Psci.SYSTEM_RESET2) {
                boolean good = (int) t.arg1 <= 0; // 0, or a vendor's type with bit 31 set
                if (!good) {
                    d.effect = Effect.CALL_RETURN;
                    d.value = Psci.INVALID_PARAMETERS;
                }
            }
        }
    }

    private static boolean isWorkaround(int function) {
        return function == XenCalls.WORKAROUND_1
                || function == XenCalls.WORKAROUND_2
                || function == XenCalls.WORKAROUND_3;
    }

    /** Random bits, the lowest in X3. */
    private void draw(Trap t, Decision d) {
        if (d.value != 0) {
            return;
        }
        long bits = t.arg1;
        int width = (int) d.operand;
        d.r3 = next() & lowest(bits, width);
        d.r2 = next() & lowest(bits - width, width);
        d.r1 = next() & lowest(bits - 2L * width, width);
    }

    private static long lowest(long bits, int width) {
        long n = Math.min(bits, width);
        return n <= 0 ? 0 : n == 64 ? -1 : (1L << n) - 1;
    }

    /** SplitMix64. */
    private long next() {
        random += 0x9e37_79b9_7f4a_7c15L;
        long z = random;
        z = (z ^ z >>> 30) * 0xbf58_476d_1ce4_e5b9L;
        z = (z ^ z >>> 27) * 0x94d0_49bb_1331_11ebL;
        return z ^ z >>> 31;
    }

    /**
     * PSCI CPU_ON: {@code arch/arm64/kvm/psci.c:kvm_psci_vcpu_on}. The entry's alignment is not
     * looked at.
     */
    static long cpuOn(Trap t, Vcpu c, Platform p, Personality self) {
        long mask = ((int) t.value & Psci.SIXTY_FOUR) == 0 ? 0xffff_ffffL : -1;
        int index = Psci.vcpuOf(p, c.x[1] & mask & 0xff_00ff_ffffL);
        if (index < 0) {
            return Psci.INVALID_PARAMETERS;
        }
        if (p.online(index)) {
            return Psci.ALREADY_ON;
        }
        Vcpu v = p.vcpu(index);
        self.reset(v, index);
        v.pc = c.x[2] & mask;
        v.x[0] = c.x[3] & mask;
        p.powerOn(index);
        return Psci.SUCCESS;
    }

    long randomState() {
        return random;
    }

    void setRandomState(long state) {
        random = state;
    }
}
