/*
 * "n" rounds (100) of the length of a text, the place of a character in it, and the place where a
 * copy of it first differs: a byte at a time, or, with simd=1, sixteen.
 */
#include "guest.h"

#define SIZE 4096UL /* a multiple of 16 */

u64 length_simd(const char *s);
u64 find_simd(const char *s, u64 c, u64 bytes);
u64 same_simd(const char *a, const char *b, u64 bytes);

static char text[SIZE] __attribute__((aligned(16)));
static char copy[SIZE] __attribute__((aligned(16)));

static u64 length_bytes(const char *s) {
    u64 n = 0;
    while (s[n])
        n++;
    return n;
}

static u64 find_bytes(const char *s, u64 c, u64 bytes) {
    u64 n = 0;
    while (n < bytes && (u8)s[n] != c)
        n++;
    return n;
}

static u64 same_bytes(const char *a, const char *b, u64 bytes) {
    u64 n = 0;
    while (n < bytes && a[n] == b[n])
        n++;
    return n;
}

void guest_main(void) {
    u64 n = parameter("n", 100);
    bool simd = parameter("simd", 0) != 0;
    u64 (*length)(const char *) = simd ? length_simd : length_bytes;
    u64 (*find)(const char *, u64, u64) = simd ? find_simd : find_bytes;
    u64 (*same)(const char *, const char *, u64) = simd ? same_simd : same_bytes;
    u64 seed = 1;
    u64 sum = 0;
    mmu_on();
    fp_on();
    for (u64 i = 0; i + 1 < SIZE; i++) {
        seed = seed * 6364136223846793005UL + 1442695040888963407UL;
        text[i] = copy[i] = (char)('a' + (seed >> 33) % 26);
    }
    for (u64 i = 0; i < n; i++) {
        u64 at = SIZE / 2 + i * 37 % (SIZE / 2 - 1);
        char was = text[at];
        text[at] = '#';
        u64 found = find(text, '#', SIZE) + same(text, copy, SIZE);
        text[at] = 0;
        sum = (sum << 1 | sum >> 63) + (found << 16 | length(text));
        text[at] = was;
    }
    print("string-loop: %lu rounds, checksum %016lx\n", n, sum);
}
