/* "n" copies (1,000) of 256 KiB by 16-byte pairs, and a sum of the last: loads and stores. */
#include "guest.h"

#define SIZE 0x40000UL

static u64 source[SIZE / 8] __attribute__((aligned(64)));
static u64 target[SIZE / 8] __attribute__((aligned(64)));

static void copy(void) {
    u64 *to = target;
    const u64 *from = source;
    __asm__ volatile("0: ldp x3, x4, [%1], #16\n"
                     "   ldp x5, x6, [%1], #16\n"
                     "   stp x3, x4, [%0], #16\n"
                     "   stp x5, x6, [%0], #16\n"
                     "   cmp %1, %2\n"
                     "   b.lo 0b\n"
                     : "+r"(to), "+r"(from)
                     : "r"(source + SIZE / 8)
                     : "x3", "x4", "x5", "x6", "cc", "memory");
}

void guest_main(void) {
    u64 n = parameter("n", 1000);
    u64 seed = 1;
    u64 sum = 0;
    for (u64 i = 0; i < SIZE / 8; i++)
        source[i] = seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    for (u64 i = 0; i < n; i++) {
        copy();
        source[0] = target[SIZE / 8 - 1] + i;
    }
    for (u64 i = 0; i < SIZE / 8; i++)
        sum = (sum << 1 | sum >> 63) ^ target[i];
    print("copy-loop: %lu copies of %lu bytes, checksum %016lx\n", n, SIZE, sum);
}
