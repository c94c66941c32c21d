/*
 * "n" context switches (100,000) in turn between four tasks with stacks, registers and address
 * spaces of their own: TTBR0_EL1 with another table and ASID each time, and the same addresses
 * holding other memory.
 */
#include "guest.h"

#define TASKS 4U
#define PAGES 8U
#define AREA 0x80000000UL
#define FRAMES 0x42000000UL
#define SP 12
#define X30 11

void switch_to(u64 *from, const u64 *to, u64 ttbr0);

static u64 level1[TASKS][512] __attribute__((aligned(4096)));
static u64 level2[TASKS][512] __attribute__((aligned(4096)));
static u64 level3[TASKS][512] __attribute__((aligned(4096)));
static u64 stacks[TASKS][512] __attribute__((aligned(16)));
static u64 contexts[TASKS + 1][13]; /* the last is guest_main's */
static u64 left, total;

static u64 space(u32 task) { return (u64)level1[task] | (task + 1UL) << 48; }

/* Runs in its own address space: each turn reads and changes its private pages, then passes on. */
static void task(void) {
    for (;;) {
        u64 sum = 0;
        u32 self = (u32)(mrs(ttbr0_el1) >> 48) - 1;
        for (u32 page = 0; page < PAGES; page++) {
            volatile u64 *at = (volatile u64 *)(AREA + page * PAGE_SIZE);
            u64 value = *at;
            *at = value * 5 + self;
            sum += value;
        }
        total = (total << 1 | total >> 63) + sum;
        u32 next = (self + 1) % TASKS;
        if (left-- == 1)
            switch_to(contexts[self], contexts[TASKS], (u64)mmu_level1);
        else
            switch_to(contexts[self], contexts[next], space(next));
    }
}

void guest_main(void) {
    u64 n = parameter("n", 100000);
    mmu_on();
    for (u32 t = 0; t < TASKS; t++) {
        for (u32 i = 0; i < 512; i++)
            level1[t][i] = mmu_level1[i];
        level1[t][AREA >> 30] = (u64)level2[t] | MMU_TABLE;
        level2[t][0] = (u64)level3[t] | MMU_TABLE;
        for (u32 page = 0; page < PAGES; page++) {
            u64 frame = FRAMES + (t * PAGES + page) * PAGE_SIZE;
            level3[t][page] = frame | MMU_DATA | MMU_NOT_GLOBAL | MMU_PAGE;
            *(u64 *)frame = t * PAGES + page;
        }
        contexts[t][SP] = (u64)(stacks[t] + 512);
        contexts[t][X30] = (u64)task;
    }
    dsb();
    isb();
    left = n;
    if (n > 0)
        switch_to(contexts[TASKS], contexts[0], space(0));
    print("switch-loop: %lu switches, checksum %016lx\n", n, total);
}
