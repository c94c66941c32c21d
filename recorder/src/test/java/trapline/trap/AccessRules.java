package trapline.trap;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import trapline.isa.SysReg;
import trapline.trap.Condition.Bits;

/**
 * The reference's accessibility rules, evaluated for an implementation: the oracle of {@link
 * RoutingOracleTest}.
 */
final class AccessRules {
    /** One rule: the first whose condition holds decides. */
    record Rule(String el, Condition condition, String action, String argument) {}

    /**
     * One direction of one encoding.
     *
     * @param m index in a register array, or -1
     * @param exists whether the features that the encoding needs are there
     */
    record Access(int key, String name, boolean read, int m, boolean exists, List<Rule> rules) {}

    /** {@code condition}: when the field exists; parsed when first asked, for few are ever read. */
    private record Field(int low, int width, String condition) {
        /** A field that the source states twice exists when either statement holds. */
        Field or(Field other) {
            return new Field(low, width, "(" + condition + ") || (" + other.condition + ")");
        }
    }

    private static final Condition ALWAYS = Condition.parse("TRUE");

    private final Implementation cpu;
    private final Map<String, Field> fields = new HashMap<>();
    private final Map<String, Condition> parsed = new HashMap<>();
    final List<Access> accesses = new ArrayList<>();
    final int rows;

    AccessRules(Implementation cpu) {
        this.cpu = cpu;
        readFields();
        List<Reference.Row> registers = Reference.csv("aarch64-sysregs.csv");
        Map<String, List<Rule>> rules = readRules();
        rows = registers.size();
        for (Reference.Row row : registers) {
            if (row.get("form").equals("MSR/MRS") || row.get("form").equals("SYS")) {
                addAccesses(row, rules);
            }
        }
    }

    private void readFields() {
        for (Reference.Row row : Reference.csv("aarch64-sysreg-fields.csv")) {
            String bits = row.get("bits");
            boolean plain = row.get("kind").equals("field") && !bits.contains(" ");
            boolean host = row.get("layout_condition").contains("ELIsInHost");
            if (!plain || host || row.get("field").isEmpty() || !row.get("instance").isEmpty()) {
                continue;
            }
            int high = Integer.parseInt(bits.substring(0, bits.indexOf(':')));
            int low = Integer.parseInt(bits.substring(bits.indexOf(':') + 1));
            String when = row.get("condition");
            String name = row.get("register") + "." + row.get("field");
            boolean always = when.isEmpty() || when.equals("otherwise");
            Field field = new Field(low, high - low + 1, always ? "TRUE" : when);
            fields.merge(name, field, Field::or);
        }
    }

    private Map<String, List<Rule>> readRules() {
        Map<String, List<Rule>> rules = new HashMap<>();
        for (Reference.Row row : Reference.csv("aarch64-sysreg-rules.csv")) {
            String id = row.get("form") + " " + row.get("name");
            Condition condition = parsed.computeIfAbsent(row.get("condition"), Condition::parse);
            rules.computeIfAbsent(id, _ -> new ArrayList<>())
                    .add(new Rule(row.get("el"), condition, row.get("action"), row.get("arg")));
        }
        return rules;
    }

    private void addAccesses(Reference.Row row, Map<String, List<Rule>> rules) {
        String feature = row.get("feature").replace(" or ", " || ");
        boolean exists =
                feature.startsWith("reserved") || Condition.parse(feature).isTrue(new Scope(-1));
        boolean register = row.get("kind").equals("register");
        for (boolean read : new boolean[] {true, false}) {
            String form = register ? (read ? "MRS" : "MSR") : (read ? "SYSL" : "SYS");
            String name = row.get("name");
            if (name.equals("DBGDTRRX_EL0") && !read) {
                name = "DBGDTRTX_EL0";
            }
            String ruleName = name;
            int m = -1;
            if (!rules.containsKey(form + " " + name)) {
                for (String array : row.get("arch_register").split("[;,] ?", -1)) {
                    Matcher matcher = arrayPattern(array).matcher(name);
                    if (array.contains("<n>") && matcher.matches()) {
                        m = Integer.parseInt(matcher.group(1));
                        ruleName = array.replace("<n>", "<m>");
                    }
                }
            }
            List<Rule> found = rules.getOrDefault(form + " " + ruleName, List.of());
            if (feature.startsWith("reserved") && read) {
                found = reservedIdRules();
            }
            List<Integer> keys = keys(row);
            // The implementation defined rows stand for 1024 encodings each, all alike: take some.
            int step = keys.size() > 1 ? 37 : 1;
            for (int i = 0; i < keys.size(); i += step) {
                int key = keys.get(i);
                accesses.add(new Access(key, name, read, m, exists, found));
            }
        }
    }

    private static Pattern arrayPattern(String array) {
        return Pattern.compile(array.replace("<n>", "(\\d+)"));
    }

    /**
     * The rows of the reserved ID space have no rules of their own; these say what its notes say.
     */
    private static List<Rule> reservedIdRules() {
        Condition idst = Condition.parse("IsFeatureImplemented(FEAT_IDST)");
        Condition tid3 = Condition.parse("HCR_EL2.TID3 == '1'");
        Condition tge = Condition.parse("IsFeatureImplemented(FEAT_IDST) && HCR_EL2.TGE == '1'");
        return List.of(
                new Rule("0", tge, "TRAP_EL2", "0x18"),
                new Rule("0", idst, "TRAP_EL1", "0x18"),
                new Rule("0", ALWAYS, "UNDEF", ""),
                new Rule("1", tid3, "TRAP_EL2", "0x18"),
                new Rule("1", ALWAYS, "READ", ""));
    }

    /** The encodings of a row; all of them where a field is {@code *}. */
    static List<Integer> keys(Reference.Row row) {
        List<Integer> keys = new ArrayList<>();
        for (int op1 : values(row.get("op1"), 8)) {
            for (int crm : values(row.get("crm"), 16)) {
                for (int op2 : values(row.get("op2"), 8)) {
                    int op0 = Integer.parseInt(row.get("op0"));
                    keys.add(SysReg.key(op0, op1, Integer.parseInt(row.get("crn")), crm, op2));
                }
            }
        }
        return keys;
    }

    private static int[] values(String cell, int limit) {
        return cell.equals("*")
                ? IntStream.range(0, limit).toArray()
                : new int[] {Integer.parseInt(cell)};
    }

    /** The outcome that the rules give, with the choices that {@link Routing} documents. */
    int outcome(long[] sys, Access access, int el) {
        Scope scope = new Scope(access.m);
        scope.sys = sys;
        for (Rule rule : access.rules) {
            boolean here = rule.el.equals("any") || rule.el.equals(el == 0 ? "0" : "1");
            if (here && rule.condition.isTrue(scope)) {
                return outcome(rule, access, scope, el);
            }
        }
        return Routing.UNDEF;
    }

    private int outcome(Rule rule, Access access, Scope scope, int el) {
        if (rule.argument.startsWith("UnimplementedIDRegister")) {
            boolean host = el == 0 && scope.name("HCR_EL2.TGE").isTrue();
            int target = host ? Routing.TRAP_EL2 : Routing.TRAP_EL1;
            return cpu.has("IDST") ? target | 0x18 : Routing.UNDEF;
        }
        boolean impDef = rule.argument.contains("ImpDefSys");
        if (!access.exists || impDef || rule.argument.startsWith("ConstrainUnpredictable")) {
            return Routing.UNDEF;
        }
        return switch (rule.action) {
            case "UNDEF" -> Routing.UNDEF;
            case "TRAP_EL1" -> Routing.TRAP_EL1 | Integer.decode(rule.argument);
            case "TRAP_EL2" -> Routing.TRAP_EL2 | Integer.decode(rule.argument);
            case "READ", "WRITE", "DO", "NOP" -> Routing.COMPLETE;
            default -> throw new IllegalStateException("action " + rule.action);
        };
    }

    /** Names and calls: EL2 without EL3, E2H 0, Non-secure, not halted, PSTATE.SP 1. */
    private final class Scope implements Condition.Scope {
        private static final Set<String> TRUE_CALLS =
                Set.of("EL2Enabled", "IsHCRXEL2Enabled", "HaveELUsingSecurityState", "ImpDefBool");
        private static final Set<String> FALSE_CALLS =
                Set.of(
                        "ELIsInHost",
                        "Halted",
                        "HaltingAllowed",
                        "EL3SDDUndef",
                        "EL3SDDUndefPriority",
                        "ELUsingAArch32",
                        "IsHighestEL",
                        "ConstrainUnpredictableBool",
                        "IsZero",
                        "IsG1ActivityMonitorImplemented",
                        "IsG1ActivityMonitorOffsetImplemented");

        private final int m;
        private long[] sys = new long[0];

        Scope(int m) {
            this.m = m;
        }

        @Override
        public Bits name(String name) {
            return switch (name) {
                case "TRUE" -> Bits.TRUE;
                case "FALSE" -> Bits.FALSE;
                case "base" -> Bits.TRUE;
                case "m" -> new Bits(64, m);
                case "PSTATE.SP" -> Bits.TRUE;
                case "NUM_BREAKPOINTS" -> new Bits(64, cpu.breakpoints());
                case "NUM_WATCHPOINTS" -> new Bits(64, cpu.watchpoints());
                case "NUM_GIC_PRIORITY_BITS", "NUM_GIC_PREEMPTION_BITS" ->
                        new Bits(64, cpu.gicPriorityBits());
                default -> {
                    if (name.startsWith("NUM_")) {
                        yield new Bits(64, 0);
                    }
                    yield name.startsWith("FEAT_") ? feature(name) : field(name);
                }
            };
        }

        private Bits feature(String name) {
            return Bits.of(name.equals("FEAT_AA64") || cpu.features().test(name));
        }

        private Bits field(String name) {
            Field field = fields.get(name);
            if (field == null) {
                return Bits.FALSE;
            }
            int index = SysReg.indexOfName(name.substring(0, name.indexOf('.')));
            boolean there = parsed.computeIfAbsent(field.condition, Condition::parse).isTrue(this);
            long value = there && sys.length > 0 ? sys[index] >>> field.low : 0;
            return new Bits(field.width, value & (1L << field.width) - 1);
        }

        @Override
        public Bits call(String function, List<Condition> arguments) {
            if (TRUE_CALLS.contains(function)) {
                return Bits.TRUE;
            }
            if (FALSE_CALLS.contains(function)) {
                return Bits.FALSE;
            }
            String argument = arguments.isEmpty() ? "" : ((Object) arguments.getFirst()).toString();
            return switch (function) {
                case "IsFeatureImplemented" ->
                        feature(((Condition.Name) arguments.getFirst()).name());
                case "HaveEL" -> Bits.of(!argument.contains("EL3"));
                case "HaveAArch32EL" -> feature("FEAT_AA32EL1");
                case "IsCurrentSecurityState" -> Bits.of(argument.contains("NonSecure"));
                case "EffectiveHCR_EL2_NVx" -> new Bits(3, 0);
                case "UInt" -> new Bits(64, arguments.getFirst().eval(this).value());
                case "GetNumEventCountersSelfHosted" -> new Bits(64, cpu.eventCounters());
                case "GetNumEventCountersAccessible" -> {
                    long hpmn = name("MDCR_EL2.HPMN").value();
                    boolean bad = hpmn == 0 || hpmn > cpu.eventCounters();
                    yield new Bits(64, bad ? cpu.eventCounters() : hpmn);
                }
                default -> throw new IllegalStateException("call of " + function);
            };
        }
    }
}
