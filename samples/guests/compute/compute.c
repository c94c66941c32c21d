/*
 * Work without any trap but its few lines of output: primes, a CRC, a sort, a matrix product, a
 * string search. "rounds=N" in the boot arguments repeats it. The checksums say whether the
 * engine computed what the architecture says.
 */
#include "guest.h"

#define PRIMES 200000
#define WORDS 20000
#define SIDE 48

static u8 composite[PRIMES];
static u64 words[WORDS];
static u64 a[SIDE][SIDE], b[SIDE][SIDE];

static u64 seed = 1;

/* Knuth's MMIX generator. */
static u64 random(void) {
    seed = seed * 6364136223846793005UL + 1442695040888963407UL;
    return seed;
}

static u64 sieve(void) {
    u64 sum = 0;
    for (u32 i = 0; i < PRIMES; i++)
        composite[i] = 0;
    for (u32 i = 2; i < PRIMES; i++) {
        if (composite[i])
            continue;
        sum += i;
        for (u64 j = (u64)i * i; j < PRIMES; j += i)
            composite[j] = 1;
    }
    return sum;
}

/* CRC-32 (IEEE 802.3), one bit at a time, over the words' bytes. */
static u32 crc(void) {
    u32 value = 0xffffffff;
    for (u32 i = 0; i < WORDS; i++) {
        for (u32 byte = 0; byte < 8; byte++) {
            value ^= (u32)(words[i] >> 8 * byte) & 0xff;
            for (u32 bit = 0; bit < 8; bit++)
                value = value & 1 ? value >> 1 ^ 0xedb88320 : value >> 1;
        }
    }
    return ~value;
}

static void sort(u64 *from, u64 *to) {
    while (from < to) {
        u64 pivot = from[(to - from) / 2];
        u64 *i = from;
        u64 *j = to;
        while (i <= j) {
            while (*i < pivot)
                i++;
            while (*j > pivot)
                j--;
            if (i <= j) {
                u64 swap = *i;
                *i++ = *j;
                *j-- = swap;
            }
        }
        if (j - from < to - i) {
            sort(from, j);
            from = i;
        } else {
            sort(i, to);
            to = j;
        }
    }
}

static u64 order(void) {
    u64 sum = 0;
    for (u32 i = 0; i < WORDS; i++)
        sum = (sum << 1 | sum >> 63) ^ words[i];
    return sum;
}

static u64 product(void) {
    u64 trace = 0;
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            a[i][j] = random();
            b[i][j] = random();
        }
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            u64 sum = 0;
            for (u32 k = 0; k < SIDE; k++)
                sum += a[i][k] * b[k][j];
            trace = trace * 31 + sum;
        }
    return trace;
}

/* Quotients and remainders, signed and unsigned. */
static u64 divide(void) {
    u64 sum = 0;
    for (u32 i = 1; i < WORDS; i++) {
        sum += words[i] / (words[i - 1] >> 32 | 1);
        sum ^= (u64)((s64)words[i] % ((s64)words[i - 1] >> 20 | 1));
    }
    return sum;
}

void guest_main(void) {
    u64 rounds = parameter("rounds", 1);
    print("compute: %lu rounds\n", rounds);
    for (u64 round = 1; round <= rounds; round++) {
        for (u32 i = 0; i < WORDS; i++)
            words[i] = random();
        u64 primes = sieve();
        u32 check = crc();
        u64 quotients = divide();
        sort(words, words + WORDS - 1);
        u64 sorted = order();
        u64 matrix = product();
        print("round %lu: primes %lu, crc %08x, quotients %016lx, sorted %016lx, matrix %016lx\n",
              round, primes, check, quotients, sorted, matrix);
    }
}
