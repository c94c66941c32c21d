/*
 * Self-hosted debug: programs breakpoints, watchpoints and single step, runs short routines at EL1
 * and EL0 under them and prints each exception that they take. Where the registers are real (the
 * Arm ARM, KVM) debug exceptions are taken; where they read as zero (Xen) the routines run through.
 */
#include "guest.h"

#define SS 1UL /* MDSCR_EL1 */
#define KDE (1UL << 13)
#define MDE (1UL << 15)

#define SPSR_SS (1UL << 21)
#define SPSR_D (1UL << 9)
#define SPSR_AIF (7UL << 6)

/* DBGBCR and DBGWCR */
#define E 1UL
#define EL1 (1UL << 1)
#define EL0 (2UL << 1)
#define LOADS (1UL << 3)
#define STORES (2UL << 3)
#define BAS(bytes) ((u64)(bytes) << 5)
#define A64 BAS(15)
#define LINK(n) ((u64)(n) << 16 | 1UL << 20)
#define LINKED_CONTEXT (3UL << 20)
#define MASK(bits) ((u64)(bits) << 24)

#define EC_SVC 0x15
#define EC_BREAKPOINT 0x30
#define EC_STEP 0x32
#define EC_WATCHPOINT 0x34
#define LEAVE 0xfff
#define MOST_EVENTS 16

struct event { /* routines.S */
    u64 x[31];
    u64 elr;
    u64 spsr;
    u64 esr;
    u64 far;
    u64 unused;
};

void debug_enter(leaf *routine, u64 argument, u64 spsr, u64 *saved_sp);
void debug_leave(u64 saved_sp) __attribute__((noreturn));
extern const u8 debug_vectors[], vectors[], debug_return[];
extern leaf *const breakpoint_probes[16], *const watchpoint_probes[16];
leaf four, breaks, accesses, steps, device;

static u8 data[128] __attribute__((aligned(64)));

static u64 saved_sp;
static struct event events[MOST_EVENTS];
static u32 count;
static u32 steps_left;

static void disable(void) {
    msr(mdscr_el1, 0);
    msr(dbgbcr0_el1, 0);
    msr(dbgbcr5_el1, 0);
    msr(dbgwcr0_el1, 0);
    isb();
}

/* How it goes on: after a breakpoint or watchpoint without it; from a step with the next one. */
void on_event(struct event *event) {
    u32 ec = exception_class(event->esr);
    if (ec == EC_SVC && (event->esr & 0xffff) == LEAVE)
        debug_leave(saved_sp);
    if (count == MOST_EVENTS)
        panic("too many events", &(struct frame){.elr = event->elr, .esr = event->esr});
    events[count++] = *event;
    switch (ec & ~1U) {
    case EC_BREAKPOINT:
        msr(dbgbcr0_el1, 0);
        break;
    case EC_WATCHPOINT:
        msr(dbgwcr0_el1, 0);
        break;
    case EC_STEP:
        if (--steps_left == 0)
            msr(mdscr_el1, 0);
        else
            event->spsr |= SPSR_SS;
        break;
    default:
        if (ec != EC_SVC)
            event->elr += 4;
    }
}

struct test {
    const char *title;
    leaf *routine;
    u32 el;
    u32 steps; /* steps taken before stepping ends */
    u64 mdscr;
    u64 spsr; /* D and SS */
    u64 at;   /* breakpoint 0 stands at this offset in the routine */
    u64 breakpoint;
    u64 linked;  /* DBGBCR5; its context is 0x77 */
    u64 context; /* CONTEXTIDR_EL1 */
    u64 watch;   /* watchpoint 0 stands at this offset in the data */
    u64 watchpoint;
    bool locked; /* the OS Lock is set */
};

#define BREAK(title_, el_, ...) \
    {.title = title_, .routine = four, .el = el_, .mdscr = MDE | KDE, .at = 4, .breakpoint = E | EL1 | EL0 | A64, __VA_ARGS__}
#define WATCH(title_, el_, ...) {.title = title_, .routine = accesses, .el = el_, .mdscr = MDE | KDE, __VA_ARGS__}
#define STEP(title_, el_, steps_, ...) \
    {.title = title_, .routine = steps, .el = el_, .steps = steps_, .mdscr = KDE | SS, .spsr = SPSR_SS, __VA_ARGS__}

/* Later designated initializers are meant to replace the macros' own. */
#pragma GCC diagnostic ignored "-Woverride-init"

static const struct test TESTS[] = {
    BREAK("breakpoint", 1),
    BREAK("breakpoint", 0),
    BREAK("breakpoint for EL0", 1, .breakpoint = E | EL0 | A64),
    BREAK("breakpoint for EL1", 0, .breakpoint = E | EL1 | A64),
    BREAK("breakpoint, not enabled", 1, .breakpoint = EL1 | EL0 | A64),
    BREAK("breakpoint, MDE 0", 1, .mdscr = KDE),
    BREAK("breakpoint, KDE 0", 1, .mdscr = MDE),
    BREAK("breakpoint, KDE 0", 0, .mdscr = MDE),
    BREAK("breakpoint, PSTATE.D 1", 1, .spsr = SPSR_D),
    BREAK("breakpoint, PSTATE.D 1", 0, .spsr = SPSR_D),
    BREAK("breakpoint in a context", 1, .breakpoint = E | EL1 | A64 | LINK(5), .linked = E | LINKED_CONTEXT, .context = 0x77),
    BREAK("breakpoint in another context", 1, .breakpoint = E | EL1 | A64 | LINK(5), .linked = E | LINKED_CONTEXT, .context = 0x78),
    BREAK("breakpoint on a BRK", 1, .routine = breaks),
    WATCH("watchpoint on a byte", 1, .watch = 0, .watchpoint = E | EL1 | LOADS | STORES | BAS(1 << 3)),
    WATCH("watchpoint on a byte", 0, .watch = 0, .watchpoint = E | EL0 | LOADS | STORES | BAS(1 << 5)),
    WATCH("watchpoint on loads", 1, .watch = 16, .watchpoint = E | EL1 | LOADS | BAS(0xff)),
    WATCH("watchpoint on stores", 1, .watch = 16, .watchpoint = E | EL1 | STORES | BAS(0xff)),
    WATCH("watchpoint on a word", 1, .watch = 12, .watchpoint = E | EL1 | LOADS | BAS(0xf)),
    WATCH("watchpoint in a pair", 1, .watch = 40, .watchpoint = E | EL1 | LOADS | BAS(1 << 1)),
    WATCH("watchpoint in a pair", 0, .watch = 56, .watchpoint = E | EL0 | STORES | BAS(1 << 7)),
    WATCH("watchpoint on 64 bytes", 0, .watch = 64, .watchpoint = E | EL0 | STORES | BAS(0xff) | MASK(6)),
    WATCH("watchpoint for EL0", 1, .watch = 64, .watchpoint = E | EL0 | LOADS | BAS(0xff)),
    WATCH("watchpoint for EL1", 0, .watch = 0, .watchpoint = E | EL1 | LOADS | BAS(0xff) | MASK(7)),
    WATCH("watchpoint, MDE 0", 1, .mdscr = KDE, .watch = 0, .watchpoint = E | EL1 | LOADS | BAS(0xff)),
    STEP("step", 1, 20),
    STEP("step", 0, 20),
    STEP("step, SPSR_EL1.SS 0", 0, 2, .spsr = 0),
    STEP("step, KDE 0", 0, 1, .mdscr = SS),
    STEP("step, KDE 0", 1, 1, .mdscr = SS),
    STEP("step, PSTATE.D 1", 1, 1, .spsr = SPSR_SS | SPSR_D),
    STEP("step, MDSCR_EL1.SS 0", 1, 1, .mdscr = KDE),
    STEP("step to a breakpoint", 1, 2, .routine = four, .mdscr = KDE | MDE | SS, .at = 4, .breakpoint = E | EL1 | A64),
    /* QEMU's emulated CPU completes the access by itself: ISV 1. */
    STEP("step over a device access", 1, 2, .routine = device),
    /* QEMU 7.2 and later do not heed the lock. */
    BREAK("breakpoint, OS Lock set", 1, .locked = true),
    STEP("step, OS Lock set", 0, 1, .locked = true),
};

static void where(const struct test *test, u64 address) {
    if (address == (u64)debug_return)
        print(" after the return");
    else
        print(" at +0x%lx", address - (u64)test->routine);
}

static const char *name(u32 ec) {
    switch (ec & ~1U) {
    case EC_BREAKPOINT:
        return "breakpoint";
    case EC_STEP:
        return "step";
    case EC_WATCHPOINT:
        return "watchpoint";
    case 0x14:
        return "SVC";
    case 0x24:
        return "data abort";
    case 0x3c:
        return "BRK";
    default:
        return "exception";
    }
}

static void run(const struct test *test) {
    bool on_device = test->routine == device;
    u64 argument = on_device ? platform.uart + 0x18 : (u64)data;
    count = 0;
    steps_left = test->steps;
    msr(contextidr_el1, test->context);
    msr(dbgbvr5_el1, 0x77);
    msr(dbgbcr5_el1, test->linked);
    msr(dbgbvr0_el1, (u64)test->routine + test->at);
    msr(dbgbcr0_el1, test->breakpoint);
    msr(dbgwvr0_el1, (u64)data + test->watch);
    msr(dbgwcr0_el1, test->watchpoint);
    msr(mdscr_el1, test->mdscr);
    msr(oslar_el1, test->locked);
    msr(vbar_el1, debug_vectors);
    isb();
    debug_enter(test->routine, argument, SPSR_AIF | test->spsr | (test->el ? 5 : 0), &saved_sp);
    msr(vbar_el1, vectors);
    disable();
    msr(oslar_el1, 0);
    isb();
    print("EL%u %s:%s\n", test->el, test->title, count ? "" : " nothing");
    for (u32 i = 0; i < count; i++) {
        const struct event *event = &events[i];
        u32 ec = exception_class(event->esr);
        print("  %s", name(ec));
        where(test, event->elr);
        print(", ESR_EL1 0x%08lx, SPSR_EL1.SS %lu", event->esr, event->spsr >> 21 & 1);
        if ((ec & ~1U) == EC_WATCHPOINT || (ec & ~1U) == 0x24)
            print(", FAR_EL1 +0x%lx", event->far - (u64)data);
        print("\n");
    }
}

static u32 answering(leaf *const *probes) {
    u32 n = 0;
    for (u32 i = 0; i < 16; i++)
        n += !try_el1(probes[i], 0, 0).taken;
    return n;
}

#define KEPT(reg, value)                                    \
    do {                                                    \
        msr(reg, value);                                    \
        isb();                                              \
        print("  " #reg " 0x%lx\n", mrs(reg));              \
        msr(reg, 0);                                        \
    } while (0)

void guest_main(void) {
    u64 features = mrs(id_aa64dfr0_el1);
    print("debug-tour: ID_AA64DFR0_EL1 has %lu breakpoints, %lu of them for contexts, %lu watchpoints\n",
          (features >> 12 & 15) + 1, (features >> 28 & 15) + 1, (features >> 20 & 15) + 1);
    print("registers of %u breakpoints and %u watchpoints answer\n", answering(breakpoint_probes),
          answering(watchpoint_probes));
    msr(oslar_el1, 1);
    isb();
    print("OSLSR_EL1 locked 0x%lx", mrs(oslsr_el1));
    msr(oslar_el1, 0);
    isb();
    print(", unlocked 0x%lx\n", mrs(oslsr_el1));
    disable();
    /* Unaligned accesses fault, as the architecture has it for Device memory anyway. */
    msr(sctlr_el1, mrs(sctlr_el1) | 2);
    isb();
    print("what was written reads as\n");
    KEPT(mdscr_el1, MDE | KDE);
    KEPT(dbgbvr0_el1, 0xffff800012345678);
    KEPT(dbgbcr0_el1, EL1 | A64);
    KEPT(dbgwvr0_el1, 0x12345678);
    KEPT(dbgwcr0_el1, EL0 | STORES | BAS(0xff));
    for (u32 i = 0; i < ARRAY_SIZE(TESTS); i++)
        run(&TESTS[i]);
    power_off();
}
