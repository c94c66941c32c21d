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
    private static final int ROUNDS = 24;

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
        System.out.println(
                "routing oracle: encodings without a row=" + encodings + ", all UNDEFINED");
    }

    private static Set<String> union(Set<String> base, String... more) {
        Set<String> all = new TreeSet<>(base);
        all.addAll(Arrays.asList(more));
        return all;
    }

    private static void compare(String what, Implementation cpu) {
        Comparison comparison = new Comparison(what, cpu);
        Random random = new Random(SEED);
        long[] sys = new long[SysReg.REGISTERS];
        for (int round = 0; round < ROUNDS; round++) {
            fill(sys, random, round);
            comparison.compareAll(sys, "random round " + round);
        }
        RouteTable table = new RouteTable(cpu);
        comparison.compareEachControlAlone(table);
        comparison.print();
        assertThat(comparison.seen).doesNotContain(0);
        assertThat(comparison.deciding)
                .as("every control in the table has decided an access")
                .containsAll(Arrays.asList(table.control));
    }

    /** Routing against the rules, on every access from both levels. */
    private static final class Comparison {
        private final String what;
        private final AccessRules rules;
        private final Routing routing;
        private final RouteCache cache;
        final int[] seen = new int[4];
        final Set<String> deciding = new TreeSet<>();

        Comparison(String what, Implementation cpu) {
            this.what = what;
            rules = new AccessRules(cpu);
            routing = new Routing(cpu);
            cache = new RouteCache(routing);
        }

        void compareAll(long[] sys, String values) {
            cache.invalidate();
            for (AccessRules.Access access : rules.accesses) {
                compare(sys, access, 0, values);
                compare(sys, access, 1, values);
            }
        }

        private void compare(long[] sys, AccessRules.Access access, int el, String values) {
            int expected = rules.outcome(sys, access, el);
            int actual = routing.routeKey(sys, access.key(), access.read(), el);
            String control = routing.control(sys, access.key(), access.read(), el);
            int index = SysReg.indexOf(access.key());
            int cached = index == SysReg.NONE ? actual : cache.route(sys, index, access.read(), el);
            if (actual != expected || cached != expected) {
                throw new AssertionError(
                        "%s, %s, seed %#x, %s from EL%d: expected=%#x actual=%#x cached=%#x by %s"
                                .formatted(
                                        what, values, SEED, access, el, expected, actual, cached,
                                        control));
            }
            // UNDEF, TRAP_EL1 and TRAP_EL2 are bits 8 to 10.
            seen[Integer.SIZE - Integer.numberOfLeadingZeros(actual >> 8)]++;
            if (control != null) {
                deciding.add(control);
            }
        }

        /** Each field that traps something, with no other field trapping anything. */
        void compareEachControlAlone(RouteTable table) {
            long[] neutral = new long[SysReg.REGISTERS];
            for (int i = 0; i < table.reg.length; i++) {
                if (table.reg[i] >= 0) {
                    neutral[table.reg[i]] |= table.mask[i] & ~table.value[i];
                }
            }
            Set<String> done = new TreeSet<>();
            for (int i = 0; i < table.reg.length; i++) {
                int reg = table.reg[i];
                if (reg >= 0 && done.add(reg + " " + table.mask[i])) {
                    long[] sys = neutral.clone();
                    sys[reg] = (sys[reg] & ~table.mask[i]) | table.value[i];
                    compareAll(sys, "only " + table.control[i]);
                }
            }
        }

        void print() {
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
                    seen[3],
                    SEED);
        }
    }

    /** All zero, all one, then random with many, half or few bits set. */
    private static void fill(long[] sys, Random random, int round) {
        for (int i = 0; i < sys.length; i++) {
            long half = random.nextLong();
            long few = half & half << 21 & half >>> 17;
            sys[i] =
                    switch (round) {
                        case 0 -> 0;
                        case 1 -> -1;
                        default ->
                                switch (round % 3) {
                                    case 0 -> few;
                                    case 1 -> half;
                                    default -> ~few;
                                };
                    };
        }
    }
}
