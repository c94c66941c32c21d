/*
 * "n" virtual timer interrupts (100,000), one straight after the other: the handler sets the timer
 * to a moment that is now, so that it fires again as soon as the exception returns. Nothing waits.
 */
#include "guest.h"

static volatile u64 left;

static void tick(u32 intid) {
    (void)intid;
    msr(cntv_tval_el0, 0);
    msr(cntv_ctl_el0, --left ? 1 : 0);
    isb();
}

void guest_main(void) {
    u64 n = parameter("n", 100000);
    left = n;
    mmu_on();
    irq_handler = tick;
    gic_init();
    gic_init_cpu();
    gic_enable(INTID_VIRTUAL_TIMER, 0xa0);
    msr(cntv_tval_el0, 0);
    msr(cntv_ctl_el0, n ? 1 : 0);
    isb();
    irq_enable();
    while (left) {
    }
    irq_disable();
    print("irq-loop: %lu interrupts\n", n);
}
