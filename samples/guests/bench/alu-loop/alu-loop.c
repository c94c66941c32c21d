/* "n" rounds (ten million) of eight dependent integer operations: the engine without memory. */
#include "guest.h"

void guest_main(void) {
    u64 n = parameter("n", 10000000);
    u64 x = 0x9e3779b97f4a7c15UL;
    u64 y = 0;
    for (u64 i = 0; i < n; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        y += x;
        __asm__ volatile("" : "+r"(x), "+r"(y));
    }
    print("alu-loop: %lu rounds, checksum %016lx\n", n, x ^ y);
}
