/*
 * Calls the hypervisor in every way there is: PSCI and the other SMCCC services, Xen's own
 * hypercalls, immediates that mean something else and immediates that mean nothing. A guest of
 * another hypervisor sees other answers; the last lines say whether anything was fatal.
 */
#include "guest.h"

#define XEN_VERSION 17
#define CONSOLE_IO 18
#define SCHED_OP 29
#define SCHEDOP_YIELD 0

extern u64 call_registers[];
leaf hvc_1, hvc_ea2, hvc_ffe0, hvc_fffd, hvc_fffe, hvc_ff00, smc_1;
leaf xen_hypercall, smccc, smccc_by_smc;

static void show(const char *what, const struct result *result, u32 registers) {
    print("%s: ", what);
    if (result->taken) {
        u64 offset;
        const char *name = symbol(result->elr, &offset);
        print("exception ESR_EL1 0x%08lx, ELR_EL1 %s+0x%lx\n", result->esr, name, offset);
        return;
    }
    for (u32 i = 0; i < registers; i++)
        print("%s0x%lx", i ? " " : "", call_registers[i]);
    print("\n");
}

static void service(const char *what, u64 id, u64 a, u64 b, u32 registers) {
    u64 arguments[] = {a, b, 0};
    struct result result = try_el1(smccc, id, (u64)arguments);
    show(what, &result, registers);
}

static void hypercall(const char *what, u64 number, u64 a, u64 b, u64 c, u32 registers) {
    u64 arguments[] = {a, b, c, 3, 4};
    struct result result = try_el1(xen_hypercall, number, (u64)arguments);
    show(what, &result, registers);
}

static void instruction(const char *what, leaf *routine) {
    struct result result = try_el1(routine, 0x41, 0);
    call_registers[0] = result.value;
    show(what, &result, 1);
}

void guest_main(void) {
    static const char message[] = "hypercall: a line by way of console_io\n";
    print("hypercall: SMCCC and PSCI\n");
    service("SMCCC_VERSION", 0x80000000, 0, 0, 1);
    service("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_1)", 0x80000001, 0x80008000, 0, 1);
    service("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_2)", 0x80000001, 0x80007fff, 0, 1);
    service("SMCCC_ARCH_FEATURES(ARCH_WORKAROUND_3)", 0x80000001, 0x80003fff, 0, 1);
    service("SMCCC_ARCH_FEATURES(SMCCC_ARCH_SOC_ID)", 0x80000001, 0x80000002, 0, 1);
    service("ARCH_WORKAROUND_1", 0x80008000, 0, 0, 1);
    service("ARCH_WORKAROUND_3", 0x80003fff, 0, 0, 1);
    service("PSCI_VERSION", PSCI_VERSION, 0, 0, 1);
    service("PSCI_FEATURES(CPU_ON)", PSCI_FEATURES, PSCI_CPU_ON64, 0, 1);
    service("PSCI_FEATURES(SMCCC_VERSION)", PSCI_FEATURES, 0x80000000, 0, 1);
    service("PSCI_FEATURES(SYSTEM_RESET2)", PSCI_FEATURES, 0x84000012, 0, 1);
    service("PSCI_MIGRATE_INFO_TYPE", PSCI_MIGRATE_INFO_TYPE, 0, 0, 1);
    service("PSCI_AFFINITY_INFO(0, 0)", PSCI_AFFINITY_INFO64, 0, 0, 1);
    service("PSCI_AFFINITY_INFO(0, 4)", PSCI_AFFINITY_INFO64, 0, 4, 1);
    service("PSCI_CPU_ON(0)", PSCI_CPU_ON64, 0, 0x40080000, 1);
    service("PSCI_CPU_ON(0xf)", PSCI_CPU_ON64, 0xf, 0x40080000, 1);
    service("hypervisor call count", 0x8600ff00, 0, 0, 1);
    service("hypervisor UID", 0x8600ff01, 0, 0, 4);
    service("hypervisor revision", 0x8600ff03, 0, 0, 2);
    service("standard call count", 0x8400ff00, 0, 0, 1);
    service("standard UID", 0x8400ff01, 0, 0, 4);
    service("standard revision", 0x8400ff03, 0, 0, 2);
    service("unknown service 0x8200dead", 0x8200dead, 0, 0, 1);
    service("unknown PSCI function 0x8400001f", 0x8400001f, 0, 0, 1);
    u64 none[] = {0, 0, 0};
    struct result result = try_el1(smccc_by_smc, PSCI_VERSION, (u64)none);
    show("PSCI_VERSION by SMC #0", &result, 1);

    print("hypercall: Xen\n");
    hypercall("xen_version(XENVER_version)", XEN_VERSION, 0, 0, 0, 1);
    hypercall("console_io(write)", CONSOLE_IO, 0, sizeof message - 1, (u64)message, 1);
    hypercall("sched_op(yield)", SCHED_OP, SCHEDOP_YIELD, 0, 0, 1);
    hypercall("sched_op(99)", SCHED_OP, 99, 0, 0, 1);
    hypercall("unknown hypercall 63", 63, 0, 0, 0, 1);
    hypercall("deprecated hypercall 6", 6, 0, 0, 0, 1);
    hypercall("registers after xen_version(XENVER_version)", XEN_VERSION, 0, 0x1111, 0x2222, 6);
    hypercall("registers after unknown hypercall 63", 63, 0, 0x1111, 0x2222, 6);

    print("hypercall: immediates\n");
    instruction("hvc #1", hvc_1);
    instruction("hvc #0xea2", hvc_ea2);
    instruction("hvc #0xff00", hvc_ff00);
    instruction("hvc #0xffe0", hvc_ffe0);
    instruction("hvc #0xfffd", hvc_fffd);
    instruction("hvc #0xfffe", hvc_fffe);
    instruction("smc #1", smc_1);
    print("hypercall: done\n");
}
