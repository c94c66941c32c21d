/* "n" virtual timer interrupts (100,000), 10 microseconds apart, each ending a WFI. */
#include "guest.h"

static volatile u64 taken;
static u64 period;

static void tick(u32 intid) {
    (void)intid;
    taken++;
    msr(cntv_tval_el0, period);
    msr(cntv_ctl_el0, 1);
    isb();
}

void guest_main(void) {
    u64 n = parameter("n", 100000);
    period = mrs(cntfrq_el0) / 100000;
    irq_handler = tick;
    gic_init();
    gic_init_cpu();
    gic_enable(INTID_VIRTUAL_TIMER, 0xa0);
    msr(cntv_tval_el0, period);
    msr(cntv_ctl_el0, 1);
    isb();
    while (taken < n) {
        wfi();
        irq_enable();
        isb();
        irq_disable();
    }
    msr(cntv_ctl_el0, 0);
    print("wfi-loop: %lu interrupts\n", n);
}
