/*
 * "n" products (10) of matrices with 64 rows and columns: of 32-bit integers, or, with float=1, of
 * doubles, or, with float=2, of singles four at a time.
 */
#include "guest.h"
#include "matrix-loop.h"

static u32 a[SIDE][SIDE], b[SIDE][SIDE], c[SIDE][SIDE];

static u64 integers(u64 n) {
    u64 seed = 1;
    u64 sum = 0;
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            a[i][j] = (u32)(random_step(&seed) >> 32);
            b[i][j] = (u32)(random_step(&seed) >> 32);
        }
    for (u64 round = 0; round < n; round++) {
        for (u32 i = 0; i < SIDE; i++)
            for (u32 j = 0; j < SIDE; j++) {
                u32 value = 0;
                for (u32 k = 0; k < SIDE; k++)
                    value += a[i][k] * b[k][j];
                c[i][j] = value;
            }
        for (u32 i = 0; i < SIDE; i++) {
            sum = (sum << 1 | sum >> 63) + c[i][i];
            a[i][round % SIDE] ^= c[i][i];
        }
    }
    return sum;
}

void guest_main(void) {
    u64 n = parameter("n", 10);
    u64 kind = parameter("float", 0);
    mmu_on();
    fp_on();
    u64 sum = kind == 0 ? integers(n) : kind == 1 ? doubles(n) : singles(n);
    print("matrix-loop: %lu products, checksum %016lx\n", n, sum);
}
