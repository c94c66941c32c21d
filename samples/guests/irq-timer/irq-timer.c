/*
 * Ticks of the virtual and of the physical timer, ten milliseconds apart, taken as interrupts
 * while the CPU waits in WFI. The control register as the handler finds it shows what the
 * hypervisor did to the timer: Xen masks the virtual one before it injects.
 */
#include "guest.h"

#define TICKS 5
#define ENABLE 1UL

static volatile u32 ticks;
static volatile u32 last_intid;
static volatile u64 control;
static volatile bool early;
static u64 period;
static u64 deadline;

static void arm(u32 intid) {
    if (intid == INTID_VIRTUAL_TIMER) {
        msr(cntv_cval_el0, deadline);
        msr(cntv_ctl_el0, ENABLE);
    } else {
        msr(cntp_cval_el0, deadline);
        msr(cntp_ctl_el0, ENABLE);
    }
    isb();
}

static u64 count(u32 intid) {
    isb();
    return intid == INTID_VIRTUAL_TIMER ? mrs(cntvct_el0) : mrs(cntpct_el0);
}

static void tick(u32 intid) {
    last_intid = intid;
    control = intid == INTID_VIRTUAL_TIMER ? mrs(cntv_ctl_el0) : mrs(cntp_ctl_el0);
    if (count(intid) < deadline)
        early = true;
    ticks++;
    deadline += period;
    if (ticks < TICKS) {
        arm(intid);
    } else if (intid == INTID_VIRTUAL_TIMER) {
        msr(cntv_ctl_el0, 0);
    } else {
        msr(cntp_ctl_el0, 0);
    }
    isb();
}

static void run(const char *name, u32 intid) {
    ticks = 0;
    early = false;
    u64 start = count(intid);
    deadline = start + period;
    gic_enable(intid, 0xa0);
    arm(intid);
    u32 shown = 0;
    while (shown < TICKS) {
        irq_disable();
        if (ticks == shown)
            wfi();
        irq_enable();
        isb();
        while (shown < ticks) {
            shown++;
            print("%s timer: tick %u, INTID %u, control 0x%lx\n", name, shown, last_intid, control);
        }
    }
    irq_disable();
    u64 elapsed = count(intid) - start;
    print("%s timer: %s, %s\n", name, elapsed >= TICKS * period ? "50 ms or more" : "too fast",
          early ? "some ticks early" : "no tick early");
    gic_disable(intid);
}

void guest_main(void) {
    print("irq-timer: GICv%u, CNTFRQ_EL0 %lu\n", platform.gic, mrs(cntfrq_el0));
    period = ticks_of_ms(10);
    irq_handler = tick;
    gic_init();
    gic_init_cpu();
    run("virtual", INTID_VIRTUAL_TIMER);
    run("physical", INTID_PHYSICAL_TIMER);
}
