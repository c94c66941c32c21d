/* "n" system calls (a million) from EL0: exception entry, a table of four calls, exception return. */
#include "guest.h"

#define EC_SVC64 0x15

u64 user_calls(u64 n, u64 argument);
extern const u8 user_calls_end[];

static u64 saved_sp, sum, counter;

static u64 call_count(u64 x) { return x + ++counter; }
static u64 call_swap(u64 x) { return __builtin_bswap64(x); }
static u64 call_step(u64 x) { return x * 6364136223846793005UL + 1442695040888963407UL; }
static u64 call_flip(u64 x) { return ~x; }

static u64 (*const CALLS[])(u64) = {call_count, call_swap, call_step, call_flip};

void sync_handler(struct entry *e) {
    if (exception_class(e->esr) != EC_SVC64) {
        print("svc-loop: unexpected exception, ESR_EL1 0x%08lx\n", e->esr);
        power_off();
    }
    if ((e->esr & 0xffff) == 0xfff) {
        sum = e->x[0];
        el0_unwind(saved_sp);
    }
    e->x[0] = CALLS[e->x[8] % ARRAY_SIZE(CALLS)](e->x[0]);
}

void guest_main(void) {
    u64 n = parameter("n", 1000000);
    u64 bytes = (u64)(user_calls_end - (const u8 *)user_calls);
    memcpy((void *)USER_AREA, (const void *)user_calls, bytes);
    mmu_on();
    code_written((void *)USER_AREA, bytes);
    msr(vbar_el1, entry_vectors);
    isb();
    el0_enter((leaf *)USER_AREA, n, 1, USER_AREA + BLOCK_SIZE, &saved_sp);
    print("svc-loop: %lu calls, checksum %016lx\n", n, sum);
}
