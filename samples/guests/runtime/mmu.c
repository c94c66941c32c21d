/*
 * Stage 1 translation for guests that measure: devices and RAM stay where they are, RAM becomes
 * Normal cacheable memory, and EL0 may read, write and run one block of it (DDI 0487, D8.3).
 */
#include "guest.h"

#define SCTLR_M (1UL << 0)
#define SCTLR_A (1UL << 1)
#define SCTLR_C (1UL << 2)
#define SCTLR_I (1UL << 12)
#define SCTLR_WXN (1UL << 19)
#define MAIR 0x00ffUL         /* attribute 0: Normal write-back, 1: Device-nGnRnE */
#define TCR 0xb5193519UL      /* T0SZ = T1SZ = 25: walks start at level 1; 4 KiB, write-back */
#define RAM_BLOCKS 512UL      /* of 2 MiB: what one level 2 table maps */

u64 mmu_level1[512] __attribute__((aligned(4096)));
static u64 level2_ram[512] __attribute__((aligned(4096)));

void mmu_on(void) {
    for (u64 i = 0; i < RAM_BLOCKS && i * BLOCK_SIZE < platform.ram_size; i++) {
        u64 at = platform.ram_base + i * BLOCK_SIZE;
        level2_ram[i] = at | MMU_MEMORY | MMU_BLOCK | (at == USER_AREA ? MMU_USER | MMU_PXN : MMU_UXN);
    }
    mmu_level1[0] = MMU_DEVICE | MMU_BLOCK; /* 0 to 1 GiB: every device of the machines */
    mmu_level1[platform.ram_base >> 30] = (u64)level2_ram | MMU_TABLE;
    msr(mair_el1, MAIR);
    msr(tcr_el1, TCR);
    msr(ttbr0_el1, mmu_level1);
    msr(ttbr1_el1, 0);
    isb();
    __asm__ volatile("dsb ishst\n tlbi vmalle1\n ic iallu\n dsb ish\n isb" ::: "memory");
    msr(sctlr_el1, (mrs(sctlr_el1) | SCTLR_M | SCTLR_C | SCTLR_I) & ~(SCTLR_A | SCTLR_WXN));
    isb();
}

void code_written(const void *from, u64 bytes) {
    u64 first = (u64)from & ~63UL;
    u64 end = (u64)from + bytes;
    for (u64 at = first; at < end; at += 64)
        __asm__ volatile("dc cvau, %0" ::"r"(at) : "memory");
    __asm__ volatile("dsb ish" ::: "memory");
    for (u64 at = first; at < end; at += 64)
        __asm__ volatile("ic ivau, %0" ::"r"(at) : "memory");
    __asm__ volatile("dsb ish\n isb" ::: "memory");
}
