/*
 * "n" copies (1,000) of 64 KiB in Normal memory, each to another alignment, by pairs of integer
 * registers or, with simd=1, of SIMD registers; and a sum of the last.
 */
#include "guest.h"

#define SIZE 0x10000UL

void copy_integer(void *to, const void *from, u64 bytes);
void copy_simd(void *to, const void *from, u64 bytes);

static u64 source[SIZE / 8] __attribute__((aligned(64)));
static u8 target[SIZE + 64] __attribute__((aligned(64)));

void guest_main(void) {
    u64 n = parameter("n", 1000);
    void (*copy)(void *, const void *, u64) = parameter("simd", 0) ? copy_simd : copy_integer;
    u64 seed = 1;
    u64 sum = 0;
    u64 shift = 0;
    mmu_on();
    fp_on();
    for (u64 i = 0; i < SIZE / 8; i++)
        source[i] = seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    for (u64 i = 0; i < n; i++) {
        shift = i * 8 & 63;
        copy(target + shift, source, SIZE);
        source[0] = *(u64 *)(target + shift + SIZE - 8) + i;
    }
    for (u64 i = 0; i < SIZE / 8; i++)
        sum = (sum << 1 | sum >> 63) ^ *(u64 *)(target + shift + 8 * i);
    print("memcpy-loop: %lu copies of %lu bytes, checksum %016lx\n", n, SIZE, sum);
}
