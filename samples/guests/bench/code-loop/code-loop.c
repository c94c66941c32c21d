/*
 * "n" functions (1,000), each written, made visible to instruction fetch, and called; a function
 * is a loop over twelve operations, run "loops" times (2,000). They take turns in an area of
 * 256 KiB, so that sooner or later each overwrites an older one: a guest that never stops loading
 * code.
 */
#include "guest.h"

#define SLOTS 4096UL
#define WORDS 16UL /* a function's: twelve operations, the loop's end, RET, and what is left */
#define OPERATIONS 12UL

static u32 area[SLOTS][WORDS] __attribute__((aligned(4096)));
static u64 seed = 1;

/* An operation on x0, chosen at random. */
static u32 operation(void) {
    seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    u32 choice = (u32)(seed >> 61);
    u32 immediate = (u32)(seed >> 40) & 0xfff;
    u32 shift = immediate % 63 + 1;
    switch (choice % 5) {
    case 0:
        return 0x91000000 | immediate << 10; /* add x0, x0, #immediate */
    case 1:
        return 0xd1000000 | immediate << 10; /* sub x0, x0, #immediate */
    case 2:
        return 0xca400000 | shift << 10; /* eor x0, x0, x0, lsr #shift */
    case 3:
        return 0x8b000000 | shift << 10; /* add x0, x0, x0, lsl #shift */
    default:
        return 0x93c00000 | shift << 10; /* ror x0, x0, #shift */
    }
}

void guest_main(void) {
    u64 n = parameter("n", 1000);
    u64 loops = parameter("loops", 2000);
    u64 sum = 1;
    mmu_on();
    for (u64 i = 0; i < n; i++) {
        u32 *code = area[i % SLOTS];
        for (u64 k = 0; k < OPERATIONS; k++)
            code[k] = operation();
        code[OPERATIONS] = 0xf1000421;                             /* subs x1, x1, #1 */
        code[OPERATIONS + 1] = 0x54000001 | (0x7ffff - 12) << 5;   /* b.ne to the first: 13 words back */
        code[OPERATIONS + 2] = 0xd65f03c0;                         /* ret */
        code_written(code, WORDS * 4);
        sum = ((u64(*)(u64, u64))code)(sum, loops);
    }
    print("code-loop: %lu functions, checksum %016lx\n", n, sum);
}
