/*
 * Causes exceptions of many kinds from EL1h, EL1t and EL0 and prints the state that the handler
 * found. Those that the CPU takes by itself follow the architecture; those that a hypervisor
 * injects follow its software, and Xen's differs: flags cleared, the vector of EL1h also for
 * EL1t, aborts without a fault status.
 */
#include "guest.h"

#define FAR_MARK 0x1234000UL /* in FAR_EL1 before each cause */
#define NOWHERE 0x0f000000UL /* no device and no memory in any of the machines */
#define CONTEXTS 3

#define CAUSES(C)                                                        \
    C(trapped_msr, "msr OSECCR_EL1", 0, INJECTED)                              \
    C(trapped_hvc, "hvc #1", 0, INJECTED)                                \
    C(trapped_smc, "smc #1", 0, INJECTED)                                \
    C(load, "load from nowhere", NOWHERE, 0)                             \
    C(store, "store to nowhere", NOWHERE + 8, 0)                         \
    C(jump, "jump to nowhere", NOWHERE, JUMPS)                           \
    C(udf, "udf", 0, 0)                                                  \
    C(svc_5, "svc #5", 0, 0)                                             \
    C(brk_7, "brk #7", 0, 0)                                             \
    C(load, "unaligned load", RAM + 1, 0)                                \
    C(store, "unaligned store", RAM + 4, 0)                              \
    C(jump, "jump to odd address", RAM + 2, JUMPS)                       \
    C(sp_load, "load from odd stack", 0, NOT_EL1H)         \
    C(illegal, "illegal return", 0, NOT_EL0 | NOT_EL1T)

#define RAM 0x41000000UL
#define JUMPS 1       /* the exception is at the target */
#define NOT_EL1H 2
#define NOT_EL1T 4
#define NOT_EL0 8
#define INJECTED 16  /* at EL1 by a hypervisor, which does not write FAR_EL1 */

leaf on_sp_el0;
#define DECLARE(name, text, argument, flags) \
    leaf name, name##_el0;                   \
    extern const u8 name##_at[];
CAUSES(DECLARE)

struct cause {
    const char *text;
    leaf *routine;
    leaf *at_el0; /* its entry at EL0 */
    const u8 *at;
    u64 argument;
    u32 flags;
};

#define ROW(name, text, argument, flags) {text, name, name##_el0, name##_at, argument, flags},
static const struct cause TABLE[] = {CAUSES(ROW)};

static const struct {
    const char *name;
    u32 excluded;
} CONTEXT[CONTEXTS] = {{"EL1h", NOT_EL1H}, {"EL1t", NOT_EL1T}, {"EL0 ", NOT_EL0}};

static struct result run(const struct cause *cause, u32 context) {
    u64 arguments[2] = {cause->argument, 0};
    msr(far_el1, FAR_MARK);
    isb();
    if (context == 0)
        return try_el1(cause->routine, cause->argument, 0);
    if (context == 1)
        return try_el1(on_sp_el0, (u64)cause->routine, (u64)arguments);
    return try_el0(cause->at_el0, cause->argument, 0);
}

void guest_main(void) {
    print("exception-tour: PSTATE.NZCV is 0xf and, at EL1, DAIF is 0 before each\n");
    for (u32 context = 0; context < CONTEXTS; context++) {
        for (u32 i = 0; i < ARRAY_SIZE(TABLE); i++) {
            const struct cause *cause = &TABLE[i];
            if (cause->flags & CONTEXT[context].excluded)
                continue;
            struct result r = run(cause, context);
            print("%s %-20s", CONTEXT[context].name, cause->text);
            if (!r.taken) {
                print("no exception\n");
                continue;
            }
            u64 at = cause->flags & JUMPS ? cause->argument : (u64)cause->at;
            print("+0x%03lx ESR 0x%08lx SPSR 0x%08lx PSTATE 0x%08lx", r.vector * 0x80, r.esr, r.spsr,
                  r.pstate);
            if (r.elr == at)
                print(" ELR at");
            else if (r.elr == at + 4)
                print(" ELR after");
            else
                print(" ELR 0x%lx", r.elr);
            u32 ec = exception_class(r.esr);
            bool address = ec >= 0x20 && ec <= 0x25; /* else the architecture leaves FAR UNKNOWN */
            if (r.far == FAR_MARK && (address || (context < 2 && (cause->flags & INJECTED))))
                print(" FAR kept");
            else if (address)
                print(" FAR 0x%lx", r.far);
            print("\n");
        }
    }
}
