package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.vcpu.Asm;

/**
 * Blocks made from the table: every row that is translated, with random operands, between random
 * branches, in a loop that is stopped at random counts. X25 counts rounds, X26 to X28 hold what
 * addresses are made of.
 */
@DisplayName("Generated blocks give one state on both engines")
class GeneratedBlocksTest {
    private static final int ROUNDS = 25;
    private static final int COUNTER = 25;
    private static final int HOME = 26;
    private static final int INDEX = 27;
    private static final int BASE = 28;
    private static final int RESERVED = 0x1e00_0000;
    private static final int SP = 31;

    private final A64Decoder decoder = A64Decoder.of(CpuModel.CORTEX_A57);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void anyRows(long seed) {
        compare(seed, block(new Random(seed), 1, A64.ROWS), true);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32})
    void integerRows(long seed) {
        compare(seed, block(new Random(seed), 1, A64.FIRST_SIMD_FP), true);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {41, 42, 43, 44, 45, 46})
    void accessesWithTheMmuOff(long seed) {
        compare(seed, block(new Random(seed), A64.FIRST_MEMORY, A64.FIRST_FP), false);
    }

    private static void compare(long seed, int[] words, boolean mmu) {
        Rig[] rigs =
                Rig.pair(
                        r -> {
                            if (mmu) {
                                r.map();
                            }
                            r.code(words).skipFaults();
                            Random values = new Random(seed);
                            for (int k = 0; k < 31; k++) {
                                r.c.x[k] = values.nextLong() >> values.nextInt(64);
                            }
                            for (int k = 0; k < 64; k++) {
                                r.c.v[k] = values.nextLong();
                            }
                            r.c.x[COUNTER] = ROUNDS;
                            r.c.x[HOME] = Rig.DATA + 0x800;
                            r.c.x[INDEX] = 24;
                            r.c.x[BASE] = Rig.DATA + 0x800;
                            r.c.x[SP] = Rig.DATA + 0x1000;
                            r.run((long) ROUNDS * words.length, new Random(seed), 200);
                        });
        assertThat(rigs[1].trace).as("seed " + seed).isEqualTo(rigs[0].trace);
        assertThat(rigs[1].jit.installed).isPositive();
    }

    /** Random instructions of the rows from {@code from} to {@code to}, in a loop. */
    private int[] block(Random random, int from, int to) {
        List<Integer> words = new ArrayList<>();
        int length = 40 + random.nextInt(300);
        while (words.size() < length) {
            int row = from + random.nextInt(to - from);
            if (random.nextInt(12) == 0) {
                words.add(forward(random));
            } else if (usable(row)) {
                add(words, random, row);
            }
        }
        for (int k = 0; k < 8; k++) {
            words.add(Asm.NOP); // where a forward branch near the end may lead
        }
        words.add(Asm.subImm(COUNTER, COUNTER, 1));
        words.add(Asm.cbnz(COUNTER, -words.size()));
        words.add(Asm.SPIN);
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int forward(Random random) {
        int words = 1 + random.nextInt(7);
        int r = random.nextInt(31);
        return switch (random.nextInt(5)) {
            case 0 -> Asm.cbz(r, words);
            case 1 -> Asm.cbnzW(r, words);
            case 2 ->
                    0x3600_0000
                            | random.nextInt(2) << 31
                            | random.nextInt(32) << 19
                            | words << 5
                            | r;
            case 3 -> Asm.b(words);
            default -> 0x5400_0000 | words << 5 | random.nextInt(16);
        };
    }

    private static boolean usable(int row) {
        int kind = A64.kind(row);
        return kind <= A64.STORE
                || kind == A64.PREFETCH
                || kind == A64.HINT && row == A64.NOP_HI_hints;
    }

    private void add(List<Integer> words, Random random, int row) {
        for (int attempt = 0; attempt < 50; attempt++) {
            int word = random.nextInt() & ~A64.mask(row) | A64.value(row);
            boolean memory = A64.accessesMemory(row) || A64.kind(row) == A64.PREFETCH;
            if (memory && !A64.name(row).contains("loadlit")) {
                word = word & ~(31 << 5) | (random.nextInt(4) == 0 ? SP : BASE) << 5;
                if (A64.name(row).contains("regoff") || A64.name(row).contains("asisdls")) {
                    word = word & ~(31 << 16) | INDEX << 16;
                }
            }
            int written = A64.gprWrites(row, word);
            boolean base = memory && (written & (1 << BASE | 1 << SP)) != 0;
            if (decoder.decode(word) != row
                    || (written & (base ? 0x0e00_0000 : RESERVED | 1 << SP)) != 0) {
                continue;
            }
            words.add(word);
            if (base) {
                words.add(Asm.addImm(BASE, HOME, 0));
                words.add(Asm.addImm(SP, HOME, 0x7f0));
            }
            return;
        }
    }
}
