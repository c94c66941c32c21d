/*
 * Reads and writes every system register that Xen names, at EL1 and at EL0, and prints for each
 * access what came of it: a value, an Undefined exception, or a trap to EL1. It is the guest's
 * view of a hypervisor's whole register policy.
 */
#include "guest.h"

#define READ 1
#define WRITE 2
#define WRITE_BACK 4 /* write what was read; otherwise zero */
#define FREE 8       /* the architecture does not say how an absent counter is refused */
#define ALL 0xffffffffffffffffUL

struct row {
    const char *name;
    u64 mask; /* of the bits that have a stated value; 0: only whether the read worked */
    u8 op0;
    u8 flags;
};

#define REGISTER(name, op0, op1, crn, crm, op2, flags, mask) {#name, mask, op0, flags},
static const struct row ROWS[] = {
#include "registers.h"
};

extern const u8 register_stubs[][16];

static u64 completed;
static u64 undefined;
static u64 trapped;
static u64 refused;

static void report(u32 el, const char *verb, const struct row *row, const struct result *result,
                   u64 stub, bool value) {
    print("EL%u %s %s ", el, verb, row->name);
    if (!result->taken) {
        completed++;
        if (value && row->mask)
            print("= 0x%016lx\n", result->value & row->mask);
        else
            print("ok\n");
        return;
    }
    if (row->flags & FREE) {
        refused++;
        print("refused\n");
        return;
    }
    if (exception_class(result->esr) == 0) {
        undefined++;
        print("undef");
    } else {
        trapped++;
        print("trap");
    }
    print(" ESR=0x%08lx", result->esr);
    if (result->elr != stub)
        print(" ELR off by %ld", (s64)(result->elr - stub));
    print("\n");
}

static void tour(u32 el, struct result (*run)(leaf *, u64, u64)) {
    for (u32 i = 0; i < ARRAY_SIZE(ROWS); i++) {
        const struct row *row = &ROWS[i];
        u64 stub = (u64)register_stubs[i];
        u64 value = 0;
        if (row->flags & READ) {
            struct result result = run((leaf *)stub, 0, 0);
            report(el, "mrs", row, &result, stub, true);
            if (!result.taken && (row->flags & WRITE_BACK))
                value = result.value;
        }
        if (row->flags & WRITE) {
            struct result result = run((leaf *)(stub + 8), value, 0);
            report(el, row->op0 == 1 ? "sys" : "msr", row, &result, stub + 8, false);
        }
    }
}

void guest_main(void) {
    msr(cntkctl_el1, 0); /* EL0 sees no timer; the reset value is unknown in the architecture */
    isb();
    print("sysreg-tour: %lu registers\n", ARRAY_SIZE(ROWS));
    tour(1, try_el1);
    tour(0, try_el0);
    print("sysreg-tour: %lu accesses: %lu completed, %lu undefined, %lu trapped to EL1, "
          "%lu refused\n",
          completed + undefined + trapped + refused, completed, undefined, trapped, refused);
}
