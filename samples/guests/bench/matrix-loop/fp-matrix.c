/* The floating-point products; this file is compiled for FP and SIMD registers. */
#include "guest.h"
#include "matrix-loop.h"

static double a[SIDE][SIDE], b[SIDE][SIDE], c[SIDE][SIDE];
static float as[SIDE][SIDE], bs[SIDE][SIDE], cs[SIDE][SIDE];

u64 doubles(u64 n) {
    u64 seed = 1;
    u64 sum = 0;
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            a[i][j] = (double)(s64)(random_step(&seed) >> 40) * 0x1p-20;
            b[i][j] = (double)(s64)(random_step(&seed) >> 40) * 0x1p-24;
        }
    for (u64 round = 0; round < n; round++) {
        for (u32 i = 0; i < SIDE; i++)
            for (u32 j = 0; j < SIDE; j++) {
                double value = 0;
                for (u32 k = 0; k < SIDE; k++)
                    value += a[i][k] * b[k][j];
                c[i][j] = value;
            }
        for (u32 i = 0; i < SIDE; i++) {
            union {
                double value;
                u64 bits;
            } trace = {.value = c[i][i]};
            sum = (sum << 1 | sum >> 63) + trace.bits;
            a[i][round % SIDE] = c[i][i] * 0.03125;
        }
    }
    return sum;
}

typedef float four __attribute__((vector_size(16)));

/* Small whole numbers: every sum is exact, whether a product is rounded before it is added or not. */
u64 singles(u64 n) {
    u64 seed = 1;
    u64 sum = 0;
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            as[i][j] = (float)(s64)(random_step(&seed) >> 56);
            bs[i][j] = (float)(s64)(random_step(&seed) >> 56);
        }
    for (u64 round = 0; round < n; round++) {
        for (u32 i = 0; i < SIDE; i++)
            for (u32 j = 0; j < SIDE; j += 4) {
                four value = {0, 0, 0, 0};
                for (u32 k = 0; k < SIDE; k++) {
                    float x = as[i][k];
                    value += (four){x, x, x, x} * *(const four *)&bs[k][j];
                }
                *(four *)&cs[i][j] = value;
            }
        for (u32 i = 0; i < SIDE; i++) {
            u64 trace = (u64)cs[i][i];
            sum = (sum << 1 | sum >> 63) + trace;
            as[i][round % SIDE] = (float)(s64)(trace & 0xff);
        }
    }
    return sum;
}
