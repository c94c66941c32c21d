/*
 * "n" page faults (100,000): each touches a page that is not mapped, and the handler maps it, as
 * for memory that is given out on demand. After 512 pages all are unmapped again, one by one, each
 * invalidated by address.
 */
#include "guest.h"

#define EC_DATA_ABORT 0x25
#define TRANSLATION_LEVEL_3 0x07
#define AREA 0x80000000UL
#define FRAMES 0x42000000UL
#define PAGES 512U

static u64 level2[512] __attribute__((aligned(4096)));
static u64 level3[512] __attribute__((aligned(4096)));
static u64 faults;

void sync_handler(struct entry *e) {
    u64 page = (e->far - AREA) / PAGE_SIZE;
    if (exception_class(e->esr) != EC_DATA_ABORT || (e->esr & 0x3f) != TRANSLATION_LEVEL_3 || page >= PAGES) {
        print("fault-loop: unexpected exception, ESR_EL1 0x%08lx\n", e->esr);
        power_off();
    }
    faults++;
    level3[page] = (FRAMES + page * PAGE_SIZE) | MMU_DATA | MMU_PAGE;
    __asm__ volatile("dsb ishst\n isb" ::: "memory");
}

static void unmap(void) {
    for (u64 page = 0; page < PAGES; page++) {
        level3[page] = 0;
        __asm__ volatile("dsb ishst\n tlbi vaae1is, %0" ::"r"((AREA + page * PAGE_SIZE) >> 12) : "memory");
    }
    __asm__ volatile("dsb ish\n isb" ::: "memory");
}

void guest_main(void) {
    u64 n = parameter("n", 100000);
    u64 sum = 0;
    u64 page = 0;
    mmu_level1[AREA >> 30] = (u64)level2 | MMU_TABLE;
    level2[0] = (u64)level3 | MMU_TABLE;
    mmu_on();
    for (u64 i = 0; i < PAGES; i++)
        *(u64 *)(FRAMES + i * PAGE_SIZE) = i;
    msr(vbar_el1, entry_vectors);
    isb();
    while (faults < n) {
        volatile u64 *at = (volatile u64 *)(AREA + page * PAGE_SIZE);
        u64 value = *at;
        *at = value * 3 + 1;
        sum = (sum << 1 | sum >> 63) + value;
        if (++page == PAGES) {
            page = 0;
            unmap();
        }
    }
    print("fault-loop: %lu faults, checksum %016lx\n", faults, sum);
}
