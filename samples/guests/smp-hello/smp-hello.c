/*
 * Starts every CPU of the device tree with PSCI CPU_ON, lets each print in turn, sends each a
 * software-generated interrupt, switches all but the first off again and asks for their state.
 */
#include "guest.h"

#define SGI_HELLO 1
#define SGI_STOP 2

static volatile u32 started;      /* CPUs that have printed */
static volatile u32 answers;      /* SGI_HELLO handled */
static volatile u32 answered_by;
static volatile bool stop[MAX_CPUS];

static void announce(u32 index) {
    print("CPU %u: MPIDR_EL1 0x%08lx\n", index, mrs(mpidr_el1));
}

static void on_sgi(u32 intid) {
    if (intid == SGI_HELLO) {
        answered_by = cpu_index();
        answers++;
    } else if (intid == SGI_STOP) {
        stop[cpu_index()] = true;
    }
    dsb();
    __asm__ volatile("sev");
}

static void ready(void) {
    gic_init_cpu();
    gic_enable(SGI_HELLO, 0xa0);
    gic_enable(SGI_STOP, 0xa0);
}

static void secondary(u32 index) {
    announce(index);
    ready();
    started++;
    dsb();
    __asm__ volatile("sev");
    while (!stop[index]) {
        wfi();
        irq_enable();
        isb();
        irq_disable();
    }
    u64 result = smccc_call(PSCI_CPU_OFF, 0, 0, 0).x[0];
    print("CPU %u: CPU_OFF returned %ld\n", index, (s64)result);
}

static void wait_until(volatile u32 *what, u32 value) {
    while (*what != value) {
        irq_enable();
        isb();
        __asm__ volatile("wfe");
        irq_disable();
    }
}

void guest_main(void) {
    print("smp-hello: %u CPUs, GICv%u\n", platform.cpus, platform.gic);
    irq_handler = on_sgi;
    gic_init();
    announce(0);
    ready();
    started = 1;
    for (u32 i = 1; i < platform.cpus; i++) {
        s64 result = cpu_on(i, secondary);
        if (result) {
            print("CPU %u: CPU_ON returned %ld\n", i, result);
            return;
        }
        wait_until(&started, i + 1);
    }
    for (u32 i = 0; i < platform.cpus; i++) {
        gic_send_sgi(i, SGI_HELLO);
        wait_until(&answers, i + 1);
        print("SGI %u to CPU %u: handled by CPU %u\n", SGI_HELLO, i, answered_by);
    }
    print("CPU_ON of CPU 0: %ld\n", cpu_on(0, secondary));
    print("CPU_ON of MPIDR 0x100: %ld\n",
          (s64)smccc_call(PSCI_CPU_ON64, 0x100, (u64)secondary, 0).x[0]);
    for (u32 i = 1; i < platform.cpus; i++) {
        print("AFFINITY_INFO of CPU %u: %ld\n", i,
              (s64)smccc_call(PSCI_AFFINITY_INFO64, platform.mpidr[i], 0, 0).x[0]);
        gic_send_sgi(i, SGI_STOP);
        while (smccc_call(PSCI_AFFINITY_INFO64, platform.mpidr[i], 0, 0).x[0] != 1)
            __asm__ volatile("wfe");
        print("AFFINITY_INFO of CPU %u: 1\n", i);
    }
}
