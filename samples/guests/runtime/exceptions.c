/* Exceptions: caught for try_el1 and try_el0, dispatched when an interrupt, fatal otherwise. */
#include "guest.h"

#define VECTOR_SYNC_EL0 8
#define EC_SVC64 0x15

void (*irq_handler)(u32 intid);

static struct result *guard; /* the try_el1 under way */
static struct result *el0_guard;
static u64 el0_saved_sp;
static u8 el0_stack[1024] __attribute__((aligned(16)));

extern const u8 el0_return[];

/* The table that the second link pass fills in (build-guests.sh): ascending addresses. */
struct symbol_row {
    u64 address;
    const char *name;
};
extern const struct symbol_row symbol_table[];
extern const u64 symbol_count;

static const struct {
    u32 ec;
    const char *what;
} CLASSES[] = {
    {0x00, "undefined instruction"}, {0x01, "WFI or WFE trap"},      {0x07, "FP or SIMD trap"},
    {0x0e, "illegal execution state"}, {0x15, "unexpected SVC"},     {0x18, "system register trap"},
    {0x20, "instruction abort from EL0"}, {0x21, "instruction abort"}, {0x22, "PC alignment fault"},
    {0x24, "data abort from EL0"},   {0x25, "data abort"},           {0x26, "SP alignment fault"},
    {0x2f, "SError"},                {0x3c, "unexpected BRK"},
};

u32 exception_class(u64 esr) { return (u32)(esr >> 26) & 0x3f; }

const char *symbol(u64 address, u64 *offset) {
    const char *name = "?";
    *offset = address;
    for (u64 i = 0; i < symbol_count && symbol_table[i].address <= address; i++) {
        name = symbol_table[i].name;
        *offset = address - symbol_table[i].address;
    }
    return name;
}

static const char *class_name(u32 ec) {
    for (u32 i = 0; i < ARRAY_SIZE(CLASSES); i++)
        if (CLASSES[i].ec == ec)
            return CLASSES[i].what;
    return "unexpected exception";
}

void panic(const char *what, const struct frame *frame) {
    u64 offset;
    const char *name = symbol(frame->elr, &offset);
    u32 ec = exception_class(frame->esr);
    print("panic: %s at %s+0x%lx, ESR_EL1 0x%08lx", what, name, offset, frame->esr);
    if (ec >= 0x20 && ec <= 0x25)
        print(", FAR_EL1 0x%lx", frame->far);
    print("\n");
    for (;;) {
        __asm__ volatile("msr daifset, #15");
        wfi();
    }
}

static void fill(struct result *result, const struct frame *frame) {
    result->taken = true;
    result->value = frame->x[0];
    result->esr = frame->esr;
    result->far = frame->far;
    result->elr = frame->elr;
    result->spsr = frame->spsr;
    result->vector = frame->vector;
    result->pstate = frame->pstate;
}

void exception(struct frame *frame) {
    u64 kind = frame->vector & 3;
    if (kind == 1) {
        u32 intid = gic_acknowledge();
        if (intid < 1020) {
            if (irq_handler)
                irq_handler(intid);
            gic_end(intid);
        }
        return;
    }
    if (kind == 2)
        panic("unexpected FIQ", frame);
    if (frame->vector == VECTOR_SYNC_EL0 && el0_guard) {
        struct result *result = el0_guard;
        el0_guard = NULL;
        fill(result, frame);
        if (exception_class(frame->esr) == EC_SVC64 && frame->elr == (u64)el0_return + 4)
            result->taken = false;
        el0_unwind(el0_saved_sp);
    }
    if (guard) {
        struct result *result = guard;
        guard = NULL;
        fill(result, frame);
        frame->elr = frame->x[30];
        /* The routine returns in the state that its caller was in, not in the one it made. */
        frame->spsr = 0x3c5;
        return;
    }
    panic(kind == 3 ? "SError" : class_name(exception_class(frame->esr)), frame);
}

struct result try_el1(leaf *routine, u64 a, u64 b) {
    struct result result = {0};
    guard = &result;
    __asm__ volatile("" ::: "memory");
    u64 value = routine(a, b);
    __asm__ volatile("msr daifset, #15" ::: "memory");
    guard = NULL;
    if (!result.taken)
        result.value = value;
    return result;
}

struct result try_el0(leaf *routine, u64 a, u64 b) {
    struct result result = {0};
    el0_guard = &result;
    __asm__ volatile("" ::: "memory");
    el0_enter(routine, a, b, (u64)(el0_stack + sizeof el0_stack), &el0_saved_sp);
    __asm__ volatile("" ::: "memory");
    return result;
}
