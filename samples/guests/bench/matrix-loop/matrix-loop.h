/* What the parts of matrix-loop share. */
#define SIDE 64U

static inline u64 random_step(u64 *seed) {
    return *seed = *seed * 6364136223846793005UL + 1442695040888963407UL;
}

u64 doubles(u64 n);
u64 singles(u64 n);
