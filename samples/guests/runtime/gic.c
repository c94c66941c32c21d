/* GICv2 (IHI 0048) and GICv3 (IHI 0069, system-register CPU interface, affinity routing on). */
#include "guest.h"

#define GICD_CTLR 0x000
#define GICD_ISENABLER 0x100
#define GICD_ICENABLER 0x180
#define GICD_IPRIORITYR 0x400
#define GICD_ITARGETSR 0x800
#define GICD_IROUTER 0x6000
#define GICD_SGIR 0xf00
#define GICC_CTLR 0x00
#define GICC_PMR 0x04
#define GICC_IAR 0x0c
#define GICC_EOIR 0x10
#define GICR_STRIDE 0x20000UL /* two 64 KiB frames */
#define GICR_WAKER 0x14
#define GICR_SGI_FRAME 0x10000
#define GICR_IGROUPR0 0x80
#define WAKER_PROCESSOR_SLEEP (1u << 1)
#define WAKER_CHILDREN_ASLEEP (1u << 2)

static u64 my_redistributor(void) { return platform.gicr + GICR_STRIDE * cpu_index(); }

void gic_init(void) {
    write32(platform.gicd + GICD_CTLR, platform.gic == 3 ? 0x12 : 1);
}

void gic_init_cpu(void) {
    if (platform.gic == 2) {
        write32(platform.gicr + GICC_PMR, 0xff);
        write32(platform.gicr + GICC_CTLR, 1);
        return;
    }
    u64 redistributor = my_redistributor();
    write32(redistributor + GICR_WAKER, read32(redistributor + GICR_WAKER) & ~WAKER_PROCESSOR_SLEEP);
    while (read32(redistributor + GICR_WAKER) & WAKER_CHILDREN_ASLEEP) {
    }
    write32(redistributor + GICR_SGI_FRAME + GICR_IGROUPR0, 0xffffffff);
    msr(S3_0_C12_C12_5, mrs(S3_0_C12_C12_5) | 1); /* ICC_SRE_EL1.SRE */
    isb();
    msr(S3_0_C4_C6_0, 0xff); /* ICC_PMR_EL1 */
    msr(S3_0_C12_C12_7, 1);  /* ICC_IGRPEN1_EL1 */
    isb();
}

static u64 bank(u32 intid) {
    return platform.gic == 3 && intid < 32 ? my_redistributor() + GICR_SGI_FRAME : platform.gicd;
}

void gic_enable(u32 intid, u8 priority) {
    write8(bank(intid) + GICD_IPRIORITYR + intid, priority);
    if (intid >= 32) {
        if (platform.gic == 2)
            write8(platform.gicd + GICD_ITARGETSR + intid, 1);
        else
            write64(platform.gicd + GICD_IROUTER + 8UL * intid, platform.mpidr[0] & 0xff00ffffffUL);
    }
    write32(bank(intid) + GICD_ISENABLER + intid / 32 * 4, 1u << intid % 32);
}

void gic_disable(u32 intid) {
    write32(bank(intid) + GICD_ICENABLER + intid / 32 * 4, 1u << intid % 32);
}

void gic_send_sgi(u32 cpu, u32 intid) {
    u64 affinity = platform.mpidr[cpu];
    dsb();
    if (platform.gic == 2) {
        write32(platform.gicd + GICD_SGIR, 1u << (16 + cpu) | intid);
        return;
    }
    u64 value = (affinity >> 32 & 0xff) << 48 | (affinity >> 16 & 0xff) << 32
            | (affinity >> 8 & 0xff) << 16 | (u64)intid << 24 | 1UL << (affinity & 0xf);
    msr(S3_0_C12_C11_5, value); /* ICC_SGI1R_EL1 */
    isb();
}

u32 gic_acknowledge(void) {
    if (platform.gic == 2)
        return read32(platform.gicr + GICC_IAR);
    u32 intid = (u32)mrs(S3_0_C12_C12_0); /* ICC_IAR1_EL1 */
    dsb();
    return intid;
}

void gic_end(u32 intid) {
    if (platform.gic == 2) {
        write32(platform.gicr + GICC_EOIR, intid);
        return;
    }
    msr(S3_0_C12_C12_1, intid); /* ICC_EOIR1_EL1 */
    isb();
}
