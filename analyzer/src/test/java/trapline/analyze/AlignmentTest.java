package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An alignment of two sequences")
class AlignmentTest {
    /** Applies a script, and checks that it covers both sides in order. Gives the symbols kept. */
    private static int checked(int[] a, int[] b, List<Alignment.Hunk> script) {
        int i = 0;
        int j = 0;
        int same = 0;
        for (Alignment.Hunk h : script) {
            assertThat(h.left()).isEqualTo(i);
            assertThat(h.right()).isEqualTo(j);
            assertThat(h.length()).isPositive();
            switch (h.kind()) {
                case SAME -> {
                    assertThat(Arrays.copyOfRange(a, i, i + h.length()))
                            .isEqualTo(Arrays.copyOfRange(b, j, j + h.length()));
                    i += h.length();
                    j += h.length();
                    same += h.length();
                }
                case REMOVED -> i += h.length();
                case ADDED -> j += h.length();
            }
        }
        assertThat(i).isEqualTo(a.length);
        assertThat(j).isEqualTo(b.length);
        return same;
    }

    /** Length of a longest common subsequence, by the textbook's table. */
    private static int longest(int[] a, int[] b) {
        int[] row = new int[b.length + 1];
        for (int x : a) {
            int diagonal = 0;
            for (int j = 1; j <= b.length; j++) {
                int above = row[j];
                row[j] = x == b[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[b.length];
    }

    @ParameterizedTest(name = "of up to {0} symbols of 4 keeps as many as can be kept")
    @ValueSource(ints = {3, 10, 60, 200})
    void shortOnesAreShortest(int most) {
        SplittableRandom random = new SplittableRandom(41);
        for (int round = 0; round < 300; round++) {
            int[] a = random.ints(random.nextInt(most + 1), 0, 4).toArray();
            int[] b = random.ints(random.nextInt(most + 1), 0, 4).toArray();
            assertThat(checked(a, b, Alignment.of(a, b)))
                    .as("round %d", round)
                    .isEqualTo(longest(a, b));
        }
    }

    @Test
    @DisplayName("of equal sequences is one stretch, of empty ones none")
    void equalAndEmpty() {
        int[] a = {1, 2, 3};
        assertThat(Alignment.of(a, a))
                .containsExactly(new Alignment.Hunk(Alignment.Kind.SAME, 0, 0, 3));
        assertThat(Alignment.of(new int[0], new int[0])).isEmpty();
        assertThat(Alignment.of(a, new int[0]))
                .containsExactly(new Alignment.Hunk(Alignment.Kind.REMOVED, 0, 0, 3));
        assertThat(Alignment.of(new int[0], a))
                .containsExactly(new Alignment.Hunk(Alignment.Kind.ADDED, 0, 0, 3));
    }

    @Test
    @DisplayName("of a million symbols with a thousand edits finds nearly all that is common")
    void longOnesWithEdits() {
        SplittableRandom random = new SplittableRandom(42);
        int[] a = random.ints(1_000_000, 0, 300).toArray();
        int[] b = new int[a.length + 1000];
        int n = 0;
        int dropped = 0;
        for (int x : a) {
            int r = random.nextInt(2000);
            if (r == 0) {
                b[n++] = 1000 + random.nextInt(5);
                b[n++] = x;
            } else if (r == 1) {
                dropped++;
            } else {
                b[n++] = x;
            }
        }
        b = Arrays.copyOf(b, n);
        int kept = checked(a, b, Alignment.of(a, b));
        assertThat(kept).isBetween(a.length - dropped - 200, a.length - dropped);
    }

    @Test
    @DisplayName("of long sequences with nothing in common, or in another order, is still a script")
    void worstCases() {
        SplittableRandom random = new SplittableRandom(43);
        int[] a = random.ints(200_000, 0, 6).toArray();
        int[] unrelated = random.ints(200_000, 0, 6).toArray();
        int[] other = random.ints(200_000, 10, 16).toArray();
        int[] turned = new int[a.length];
        for (int i = 0; i < a.length; i++) {
            turned[i] = a[a.length - 1 - i];
        }
        assertThat(checked(a, unrelated, Alignment.of(a, unrelated))).isPositive();
        assertThat(checked(a, other, Alignment.of(a, other))).isZero();
        assertThat(checked(a, turned, Alignment.of(a, turned))).isPositive();
    }

    @Test
    @DisplayName(
            "finds a block that moved far away on one side as removed and added, and keeps the rest")
    void movedBlock() {
        SplittableRandom random = new SplittableRandom(44);
        int[] a = random.ints(50_000, 0, 1000).toArray();
        int[] b = new int[a.length];
        System.arraycopy(a, 5_000, b, 0, 45_000);
        System.arraycopy(a, 0, b, 45_000, 5_000);
        assertThat(checked(a, b, Alignment.of(a, b))).isGreaterThanOrEqualTo(45_000);
    }
}
