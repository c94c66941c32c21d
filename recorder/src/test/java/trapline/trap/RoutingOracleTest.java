package trapline.trap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.SysReg;

/**
 * Holds {@link Routing} to the architecture's own accessibility rules: row by row, direction by
 * direction, level by level, under random values of the control registers.
 *
 * <p>The rules see only the fields that the implementation has; Routing sees the raw values, so a
 * field that is RES0 without a feature must not act.
 */
@DisplayName("Routing agrees with the accessibility rules of every system register")
class RoutingOracleTest {
    private static final long SEED = 0x7472_6170_6c69_6e65L;
    private static final int ROUNDS = 40;

    private static final Set<String> A57 =
            Set.of("FEAT_PMUv3", "FEAT_GICv3", "FEAT_AA32EL1", "FEAT_DoubleLock");

    @Test
    void cortexA57() {
        compare("cortex-a57", new Implementation(A57::contains, 6, 4, 6, 5));
    }

    @Test
    void neoverseN1() {
        Set<String> features =
                union(
                        A57,
                        "FEAT_PAN",
                        "FEAT_PAN2",
                        "FEAT_UAO",
                        "FEAT_DPB",
                        "FEAT_RAS",
                        "FEAT_LOR",
                        "FEAT_VHE",
                        "FEAT_SPE",
                        "FEAT_SSBS2",
                        "FEAT_CSV2_1p2");
        compare("neoverse-n1", new Implementation(features::contains, 6, 4, 6, 5));
    }

    @Test
    void everyCoveredFeature() {
        Set<String> features = new TreeSet<>();
        Implementation.COVERED.forEach(name -> features.add("FEAT_" + name));
        features.addAll(Set.of("FEAT_IDST", "FEAT_EVT", "FEAT_DoubleLock", "FEAT_GICv3_TDIR"));
        compare("every covered feature", new Implementation(features::contains, 16, 16, 31, 7));
    }

    @Test
    void noFeature() {
        compare("no feature", new Implementation(_ -> false, 2, 2, 0, 5));
    }

    @Test
    void encodingsWithoutARowAreUndefined() {
        BitSet allocated = new BitSet();
        Reference.csv("aarch64-sysregs.csv").stream()
                .filter(row -> row.get("form").equals("MSR/MRS") || row.get("form").equals("SYS"))
                .forEach(row -> AccessRules.keys(row).forEach(allocated::set));
        Routing routing = new Routing(new Implementation(A57::contains, 6, 4, 6, 5));
        Random random = new Random(SEED);
        long[] sys = new long[SysReg.REGISTERS];
        int encodings = 0;
        for (int key = SysReg.key(1, 0, 0, 0, 0); key < 1 << 16; key++) {
            if (allocated.get(key) || Routing.isReservedId(key)) {
                continue;
            }
            fill(sys, random, encodings);
            for (int access = 0; access < 4; access++) {
                assertThat(routing.routeKey(sys, key, (access & 1) != 0, access >> 1))
                        .as("%s seed=%#x", SysReg.nameOfKey(key, true), SEED)
                        .isEqualTo(Routing.UNDEF);
            }
            encodings++;
        }
        System.out.println("routing oracle: encodings without a row=" + encodings + ", all UNDEFINED");
    }

    private static Set<String> union(Set<String> base, String... more) {
        Set<String> all = new TreeSet<>(base);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static void compare(String what, Implementation cpu) {
        AccessRules rules = new AccessRules(cpu);
        Routing routing = new Routing(cpu);
        RouteCache cache = new RouteCache(routing);
        Random random = new Random(SEED);
        long[] sys = new long[SysReg.REGISTERS];
        int[] seen = new int[5];
        for (int round = 0; round < ROUNDS; round++) {
            fill(sys, random, round);
            cache.invalidate();
            for (AccessRules.Access access : rules.accesses) {
                for (int el = 0; el <= 1; el++) {
                    int expected = rules.outcome(sys, access, el);
                    int actual = routing.routeKey(sys, access.key(), access.read(), el);
                    String context = what + ", round " + round + ", EL" + el + ", ";
                    assertThat(actual)
                            .as(() -> context + access + " seed " + Long.toHexString(SEED))
                            .isEqualTo(expected);
                    seen[actual >> 8]++;
                    int index = SysReg.indexOf(access.key());
                    if (index != SysReg.NONE) {
                        assertThat(cache.route(sys, index, access.read(), el)).isEqualTo(expected);
                    }
                }
            }
        }
        System.out.printf(
                "routing oracle, %s: rows=%d accesses=%d comparisons=%d"
                        + " (complete=%d undefined=%d EL1=%d EL2=%d) seed=%#x%n",
                what,
                rules.rows,
                rules.accesses.size(),
                Arrays.stream(seen).sum(),
                seen[0],
                seen[1],
                seen[2],
                seen[4],
                SEED);
        assertThat(new int[] {seen[0], seen[1], seen[2], seen[4]}).doesNotContain(0);
    }

    /** All zero, all one, then random with many, half or few bits set. */
    private static void fill(long[] sys, Random random, int round) {
        for (int i = 0; i < sys.length; i++) {
            sys[i] =
                    switch (round) {
                        case 0 -> 0;
                        case 1 -> -1;
                        default ->
                                switch (round % 3) {
                                    case 0 -> random.nextLong() & random.nextLong() & random.nextLong();
                                    case 1 -> random.nextLong();
                                    default -> random.nextLong() | random.nextLong();
                                };
                    };
        }
    }
}
