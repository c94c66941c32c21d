/* "n" rounds (20) of Eratosthenes' sieve below 65,536 less the round's number, modulo 256. */
#include "guest.h"

#define LIMIT 65536U

static u8 composite[LIMIT];

void guest_main(void) {
    u64 n = parameter("n", 20);
    u64 sum = 0;
    mmu_on();
    for (u64 round = 0; round < n; round++) {
        u32 limit = LIMIT - (u32)(round & 0xff);
        u32 count = 0;
        u32 last = 0;
        for (u32 i = 2; i < limit; i++)
            composite[i] = 0;
        for (u32 i = 2; i < limit; i++) {
            if (composite[i])
                continue;
            count++;
            last = i;
            for (u32 j = 2 * i; j < limit; j += i)
                composite[j] = 1;
        }
        sum = (sum << 1 | sum >> 63) + ((u64)count << 32 | last);
    }
    print("sieve-loop: %lu rounds, checksum %016lx\n", n, sum);
}
