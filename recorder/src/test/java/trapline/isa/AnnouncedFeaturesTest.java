package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Software finds out about features by conditions on identification registers, which the reference
 * data states for each feature. What a core's values announce in this way must be what is
 * implemented.
 */
@DisplayName("The identification registers announce what is implemented and nothing else")
class AnnouncedFeaturesTest {
    /** Announced by more than a field of their own, and present on every core here. */
    private static final Set<String> EVERYWHERE =
            Set.of(
                    "FEAT_ASID16", // all 16 bits tell contexts apart: TTBR values as a whole do
                    "FEAT_DoubleLock", // Debug
                    "FEAT_IVIPT", // CTR_EL0.L1Ip: PIPT, caches are transparent
                    "FEAT_MixedEnd", // Mmu
                    "FEAT_MixedEndEL0",
                    "FEAT_TGran4K", // Walker
                    "FEAT_TGran64K",
                    "FEAT_S2TGran4K", // stage 2 is EL2's own
                    "FEAT_S2TGran64K");

    private static final Pattern FIELD =
            Pattern.compile("([US])Int\\((\\w+)\\.(\\w+)\\) (>=|==|<|>) (\\d+)");
    private static final Pattern ONE_OF = Pattern.compile("(\\w+)\\.(\\w+) IN \\{(.*)}");

    /** Bits of a field by register and name. */
    private static Map<String, int[]> fields() throws IOException {
        Map<String, int[]> found = new TreeMap<>();
        for (Map<String, String> row : Reference.table("aarch64-sysreg-fields.csv")) {
            String bits = row.getOrDefault("bits", "");
            if (bits.matches("\\d+:\\d+")) {
                String[] b = bits.split(":", 0);
                found.putIfAbsent(
                        row.get("register") + "." + row.get("field"),
                        new int[] {Integer.parseInt(b[0]), Integer.parseInt(b[1])});
            }
        }
        return found;
    }

    /** Evaluates conditions for one core; what it has found out so far may be part of them. */
    private static final class Core {
        private final CpuModel model;
        private final Map<String, int[]> fields;
        private final Set<String> announced = new TreeSet<>();
        private final Set<String> unknown = new TreeSet<>();

        Core(CpuModel model, Map<String, int[]> fields) {
            this.model = model;
            this.fields = fields;
        }

        private boolean holds(String condition) {
            String c = condition.strip();
            for (String operator : new String[] {"||", "&&"}) {
                List<String> parts = parts(c, operator);
                if (parts.size() > 1) {
                    return operator.equals("||")
                            ? parts.stream().anyMatch(this::holds)
                            : parts.stream().allMatch(this::holds);
                }
            }
            if (c.startsWith("(") && c.endsWith(")")) {
                return holds(c.substring(1, c.length() - 1));
            }
            Matcher field = FIELD.matcher(c);
            if (field.matches()) {
                long value = value(field.group(2), field.group(3), field.group(1).equals("S"));
                long than = Long.parseLong(field.group(5));
                return switch (field.group(4)) {
                    case ">=" -> value >= than;
                    case "==" -> value == than;
                    case "<" -> value < than;
                    default -> value > than;
                };
            }
            Matcher one = ONE_OF.matcher(c);
            if (one.matches()) {
                long value = value(one.group(1), one.group(2), false);
                return one.group(3).contains("'" + Long.toBinaryString(value) + "'");
            }
            if (c.matches("FEAT_AA64EL[0-2]|v8Ap0")) {
                return true;
            }
            if (c.matches("FEAT_AA32EL[01]")) {
                return model.has(c);
            }
            if (c.matches("FEAT_\\w+|v\\dAp\\d")) {
                return announced.contains(c);
            }
            unknown.add(c);
            return false;
        }

        /** Splits at an operator that stands outside parentheses. */
        private static List<String> parts(String text, String operator) {
            List<String> parts = new ArrayList<>();
            int depth = 0;
            int from = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                depth += c == '(' ? 1 : c == ')' ? -1 : 0;
                if (depth == 0 && text.startsWith(operator, i)) {
                    parts.add(text.substring(from, i));
                    from = i + operator.length();
                }
            }
            parts.add(text.substring(from));
            return parts;
        }

        private long value(String register, String field, boolean signed) {
            int[] bits = fields.get(register + "." + field);
            if (bits == null) {
                unknown.add(register + "." + field);
                return 0;
            }
            long v = model.idRegister(register) << 63 - bits[0];
            int width = 64 - (bits[0] - bits[1] + 1);
            return signed ? v >> width : v >>> width;
        }

        private boolean announces(String conditions) {
            for (String condition : conditions.split(";", 0)) {
                int guard = condition.indexOf(" : ");
                boolean asked = guard < 0 || holds(condition.substring(0, guard));
                if (asked && holds(condition.substring(guard < 0 ? 0 : guard + 3))) {
                    return true;
                }
            }
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "neoverse-n1"})
    void ofEveryFeatureThatTheReferenceKnows(String cpu) throws IOException {
        CpuModel model = CpuModel.byName(cpu).orElseThrow();
        Core core = new Core(model, fields());
        List<Map<String, String>> rows =
                Reference.table("aarch64-features.csv").stream()
                        .filter(row -> !row.getOrDefault("id_condition", "").isEmpty())
                        .filter(row -> !row.get("id_condition").contains("-->"))
                        .toList();
        for (int before = -1; before != core.announced.size(); ) {
            before = core.announced.size();
            for (Map<String, String> row : rows) {
                if (core.announces(row.get("id_condition"))) {
                    core.announced.add(row.get("feature"));
                }
            }
        }
        Set<String> implemented =
                model.features().stream()
                        .map(Feature::name)
                        .filter(name -> !name.matches("FEAT_AA32EL[01]")) // no condition
                        .filter(name -> !name.equals("FEAT_UAO")) // mandatory with its field
                        .collect(Collectors.toCollection(TreeSet::new));
        implemented.addAll(EVERYWHERE);
        if (model.idRegister("ID_AA64MMFR0_EL1") >>> 20 == 1) {
            implemented.add("FEAT_TGran16K"); // Walker
            implemented.add("FEAT_S2TGran16K");
        }
        System.out.printf("%s announces %s%n", cpu, core.announced);
        assertThat(core.announced).isEqualTo(implemented);
        assertThat(core.unknown).isEmpty();
    }
}
