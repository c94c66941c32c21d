/* The way into the hypervisor: SMCCC calls, and the PSCI functions that guests need. */
#include "guest.h"

void (*secondary_entry)(u32 index);
extern void secondary_start(void);

#define CONDUIT(name, instruction)                                                              \
    struct smccc name(u64 id, u64 a, u64 b, u64 c) {                                            \
        register u64 x0 __asm__("x0") = id;                                                     \
        register u64 x1 __asm__("x1") = a;                                                      \
        register u64 x2 __asm__("x2") = b;                                                      \
        register u64 x3 __asm__("x3") = c;                                                      \
        __asm__ volatile(instruction " #0"                                                      \
                         : "+r"(x0), "+r"(x1), "+r"(x2), "+r"(x3)                               \
                         :                                                                      \
                         : "x4", "x5", "x6", "x7", "x8", "x9", "x10", "x11", "x12", "x13",      \
                           "x14", "x15", "x16", "x17", "memory");                               \
        return (struct smccc){{x0, x1, x2, x3}};                                                \
    }
CONDUIT(hvc_call, "hvc")
CONDUIT(smc_call, "smc")

struct smccc smccc_call(u64 id, u64 a, u64 b, u64 c) {
    return platform.psci_by_smc ? smc_call(id, a, b, c) : hvc_call(id, a, b, c);
}

static void __attribute__((noreturn)) final(u64 id, const char *name) {
    u64 result = smccc_call(id, 0, 0, 0).x[0];
    print("%s returned %ld\n", name, (s64)result);
    for (;;)
        wfi();
}

void power_off(void) { final(PSCI_SYSTEM_OFF, "SYSTEM_OFF"); }
void reset(void) { final(PSCI_SYSTEM_RESET, "SYSTEM_RESET"); }

s64 cpu_on(u32 index, void (*entry)(u32 index)) {
    secondary_entry = entry;
    dsb();
    return (s64)smccc_call(PSCI_CPU_ON64, platform.mpidr[index], (u64)secondary_start, index).x[0];
}

/* start.S comes here once there is a stack. */
void runtime_start(u64 fdt) {
    fdt_scan(fdt);
    uart_init();
    guest_main();
    power_off();
}
