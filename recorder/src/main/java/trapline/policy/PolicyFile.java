package trapline.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import trapline.event.Action;
import trapline.isa.SysReg;

/**
 * A policy file: rules that an engineer wants to try, layered over a personality. The first rule
 * that matches answers; what none matches is the personality's.
 *
 * <pre>
 * name = "dcc-ready"            # first part of its rule ids; "policy" when missing
 *
 * [flags]                       # gates for its rules; --flip takes them
 * ready = true
 *
 * [el2]                         # control registers at reset: a value, or bits to set and clear
 * MDCR_EL2 = 0xe60
 * HCR_EL2 = { set = 0x100000000, clear = 0x2000 }
 *
 * [[rule]]
 * register = "MDCCSR_EL0"       # a name, S3_0_C11_C2_3, or a list of them
 * direction = "read"            # read, write or both; what the action can answer when missing
 * el = [0, 1]                   # both when missing
 * action = "value"              # undef, raz, wi, raz-wi, value, store, crash
 * value = 0x20000000            # an integer, or a string for 2^63 and above
 * flag = "ready"                # applies while the flag is on; "!ready" while it is off
 * after = 100                   # leaves the first 100 matching traps alone
 * times = 5                     # answers that many
 *
 * [[rule]]
 * hvc = 0x84000000              # or smc: a function id; action value
 * action = "value"
 * value = 0x10000
 *
 * [[rule]]
 * address = 0x22000000          # a guest-physical range; actions abort, raz, wi, raz-wi, value
 * size = 0x1000
 * action = "raz-wi"
 * </pre>
 *
 * Anything else in the file is an error, reported in one line with its place.
 */
final class PolicyFile {
    private static final Set<String> TOP = Set.of("name", "flags", "el2", "rule");
    private static final Pattern UNNAMED =
            Pattern.compile("S([0-3])_([0-7])_C(\\d{1,2})_C(\\d{1,2})_([0-7])");
    private static final Set<String> RULE =
            Set.of(
                    "register",
                    "hvc",
                    "smc",
                    "address",
                    "size",
                    "direction",
                    "el",
                    "action",
                    "value",
                    "flag",
                    "after",
                    "times");

    private final String file;
    private final String name;
    private final SortedMap<String, Boolean> flags = new TreeMap<>();
    private final List<PolicyRule> rules = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();

    /** A control register at reset: {@code value & ~clear | set}. */
    record Control(int register, long clear, long set) {}

    /**
     * Reads a policy file.
     *
     * @param file its name, for messages
     * @throws PolicyException in one line, with the place of the first error
     */
    static PolicyFile parse(String text, String file) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError e = toml.errors().get(0);
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("not TOML");
            throw at(file, e.position(), reason);
        }
        return new PolicyFile(toml, file);
    }

    private PolicyFile(TomlTable toml, String file) {
        this.file = file;
        checkKeys(toml, TOP, "the file");
        name = toml.isString("name") ? text(toml, "name") : "policy";
        if (toml.contains("name") && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
            throw at(
                    file,
                    toml.inputPositionOf("name"),
                    "name: letters, digits, '.', '_' and '-' only");
        }
        readFlags(toml);
        readControls(toml);
        readRules(toml);
    }

    String name() {
        return name;
    }

    /** Flags with their values in the file. */
    SortedMap<String, Boolean> flags() {
        return Collections.unmodifiableSortedMap(flags);
    }

    List<PolicyRule> rules() {
        return Collections.unmodifiableList(rules);
    }

    List<Control> controls() {
        return Collections.unmodifiableList(controls);
    }

    private static PolicyException at(String file, @Nullable TomlPosition p, String message) {
        String place = p == null ? "" : ":" + p.line() + ":" + p.column();
        return new PolicyException(file + place + ": " + message);
    }

    private PolicyException error(TomlTable t, String key, String message) {
        return at(file, t.inputPositionOf(List.of(key)), message);
    }

    private void checkKeys(TomlTable t, Set<String> known, String where) {
        for (String key : t.keySet()) {
            if (!known.contains(key)) {
                List<String> sorted = new ArrayList<>(known);
                Collections.sort(sorted);
                throw error(
                        t,
                        key,
                        "'"
                                + key
                                + "' is not known in "
                                + where
                                + " ("
                                + String.join(", ", sorted)
                                + ")");
            }
        }
    }

    private @Nullable TomlTable table(TomlTable toml, String key) {
        if (!toml.contains(key)) {
            return null;
        }
        if (!toml.isTable(key)) {
            throw error(toml, key, key + ": expected a table, [" + key + "]");
        }
        return toml.getTable(key);
    }

    private void readFlags(TomlTable toml) {
        TomlTable t = table(toml, "flags");
        if (t == null) {
            return;
        }
        for (String flag : t.keySet()) {
            if (!t.isBoolean(List.of(flag))) {
                throw error(t, flag, flag + ": expected true or false");
            }
            flags.put(flag, Boolean.TRUE.equals(t.getBoolean(List.of(flag))));
        }
    }

    private void readControls(TomlTable toml) {
        TomlTable t = table(toml, "el2");
        if (t == null) {
            return;
        }
        for (String register : t.keySet()) {
            int index = SysReg.indexOfName(register);
            if (index == SysReg.NONE || SysReg.isInstruction(index) || !register.endsWith("_EL2")) {
                throw error(t, register, register + ": no EL2 control register");
            }
            List<String> path = List.of(register);
            if (t.isTable(path)) {
                TomlTable change = t.getTableOrEmpty(path);
                checkKeys(change, Set.of("set", "clear"), register);
                controls.add(
                        new Control(index, number(change, "clear", 0), number(change, "set", 0)));
            } else {
                controls.add(new Control(index, -1L, number(t, register, 0)));
            }
        }
    }

    private void readRules(TomlTable toml) {
        if (!toml.contains("rule")) {
            return;
        }
        TomlArray array = toml.isArray("rule") ? toml.getArrayOrEmpty("rule") : null;
        if (array == null) {
            throw error(toml, "rule", "rule: expected tables, [[rule]]");
        }
        for (int k = 0; k < array.size(); k++) {
            TomlPosition where = Objects.requireNonNull(array.inputPositionOf(k));
            if (!(array.get(k) instanceof TomlTable)) {
                throw at(file, where, "rule: expected tables, [[rule]]");
            }
            readRule(array.getTable(k), where);
        }
    }

    private void readRule(TomlTable t, TomlPosition where) {
        checkKeys(t, RULE, "a rule");
        List<String> subjects = new ArrayList<>();
        for (String s : List.of("register", "hvc", "smc", "address")) {
            if (t.contains(s)) {
                subjects.add(s);
            }
        }
        if (subjects.size() != 1) {
            throw at(file, where, "a rule needs exactly one of register, hvc, smc, address");
        }
        String subject = subjects.get(0);
        Action action = action(t, where, subject);
        Draft d = new Draft(t, action, where.line());
        switch (subject) {
            case "register" -> {
                for (String register : names(t)) {
                    long key = key(t, register);
                    if (action == Action.STORE && SysReg.indexOf((int) key) == SysReg.NONE) {
                        throw error(
                                t,
                                "register",
                                "action store: " + register + " has no name, hence no storage");
                    }
                    rules.add(d.rule(PolicyRule.Kind.REGISTER, key, key));
                }
            }
            case "hvc", "smc" -> {
                long function = number(t, subject, 0) & 0xffff_ffffL;
                PolicyRule.Kind kind =
                        subject.equals("hvc") ? PolicyRule.Kind.HVC : PolicyRule.Kind.SMC;
                rules.add(d.rule(kind, function, function));
            }
            default -> {
                long first = number(t, "address", 0);
                long size = number(t, "size", 1);
                if (size < 1 || first < 0 || first + size - 1 < first) {
                    throw error(t, "address", "address and size: no range");
                }
                rules.add(d.rule(PolicyRule.Kind.ADDRESS, first, first + size - 1));
            }
        }
    }

    /** What the rules of one table have in common. */
    private final class Draft {
        private final boolean read;
        private final boolean write;
        private final int els;
        private final Action action;
        private final long value;
        private final String flag;
        private final boolean flagState;
        private final long after;
        private final long times;
        private final int line;

        Draft(TomlTable t, Action action, int line) {
            this.action = action;
            this.line = line;
            boolean call = t.contains("hvc") || t.contains("smc");
            boolean canRead = action != Action.WI;
            boolean canWrite = call || (action != Action.RAZ && action != Action.VALUE);
            String direction = t.contains("direction") ? text(t, "direction") : "";
            switch (direction) {
                case "" -> {
                    read = canRead;
                    write = canWrite;
                }
                case "read", "write", "both" -> {
                    read = !direction.equals("write");
                    write = !direction.equals("read");
                    if (read && !canRead || write && !canWrite) {
                        throw error(
                                t,
                                "direction",
                                "action " + action.text() + " does not answer " + direction);
                    }
                }
                default -> throw error(t, "direction", "direction: read, write or both");
            }
            els = levels(t);
            boolean needsValue = action == Action.VALUE;
            if (needsValue != t.contains("value")) {
                String message =
                        needsValue
                                ? "action value needs a value"
                                : "value belongs to action value only";
                throw error(t, needsValue ? "action" : "value", message);
            }
            value = number(t, "value", 0);
            String gate = t.contains("flag") ? text(t, "flag") : "";
            flagState = !gate.startsWith("!");
            flag = flagState ? gate : gate.substring(1);
            if (!flag.isEmpty() && !flags.containsKey(flag)) {
                throw error(t, "flag", "flag '" + flag + "' is not in [flags]");
            }
            after = count(t, "after", 0);
            times = count(t, "times", Long.MAX_VALUE);
        }

        PolicyRule rule(PolicyRule.Kind kind, long first, long last) {
            return new PolicyRule(
                    kind, first, last, read, write, els, action, value, flag, flagState, after,
                    times, line);
        }
    }

    private Action action(TomlTable t, TomlPosition where, String subject) {
        if (!t.contains("action")) {
            throw at(file, where, "a rule needs an action");
        }
        List<Action> allowed =
                switch (subject) {
                    case "register" ->
                            List.of(
                                    Action.UNDEF,
                                    Action.RAZ,
                                    Action.WI,
                                    Action.RAZ_WI,
                                    Action.VALUE,
                                    Action.STORE,
                                    Action.CRASH);
                    case "address" ->
                            List.of(
                                    Action.ABORT,
                                    Action.RAZ,
                                    Action.WI,
                                    Action.RAZ_WI,
                                    Action.VALUE,
                                    Action.CRASH);
                    default -> List.of(Action.VALUE, Action.UNDEF, Action.CRASH);
                };
        String word = text(t, "action");
        for (Action a : allowed) {
            if (a.text().equals(word)) {
                return a;
            }
        }
        List<String> words = allowed.stream().map(Action::text).toList();
        throw error(
                t,
                "action",
                "action '" + word + "' of " + subject + ": none of " + String.join(", ", words));
    }

    private int levels(TomlTable t) {
        if (!t.contains("el")) {
            return 3;
        }
        int els = 0;
        TomlArray array = t.isArray("el") ? t.getArrayOrEmpty("el") : null;
        int n = array == null ? 1 : array.size();
        for (int k = 0; k < n; k++) {
            Object el = array == null ? t.get("el") : array.get(k);
            if (!(el instanceof Long level) || level < 0 || level > 1) {
                throw error(t, "el", "el: 0, 1 or a list of them");
            }
            els |= 1 << level;
        }
        return els;
    }

    private List<String> names(TomlTable t) {
        if (t.isString("register")) {
            return List.of(text(t, "register"));
        }
        List<String> names = new ArrayList<>();
        if (t.isArray("register")) {
            for (Object o : t.getArrayOrEmpty("register").toList()) {
                if (!(o instanceof String s)) {
                    throw error(t, "register", "register: expected a name or a list of names");
                }
                names.add(s);
            }
        }
        if (names.isEmpty()) {
            throw error(t, "register", "register: expected a name or a list of names");
        }
        return names;
    }

    private long key(TomlTable t, String register) {
        int index = SysReg.indexOfName(register);
        if (index != SysReg.NONE) {
            return SysReg.keyOf(index);
        }
        Matcher m = UNNAMED.matcher(register);
        if (m.matches()) {
            int[] f = new int[5];
            for (int k = 0; k < f.length; k++) {
                f[k] = Integer.parseInt(m.group(k + 1));
            }
            if (f[2] < 16 && f[3] < 16) {
                return SysReg.key(f[0], f[1], f[2], f[3], f[4]);
            }
        }
        throw error(t, "register", "register '" + register + "' is not known");
    }

    private String text(TomlTable t, String key) {
        String s = t.isString(key) ? t.getString(key) : null;
        if (s == null) {
            throw error(t, key, key + ": expected a string");
        }
        return s;
    }

    private long count(TomlTable t, String key, long missing) {
        long n = number(t, key, missing);
        if (n < 0) {
            throw error(t, key, key + ": not negative");
        }
        return n;
    }

    private long number(TomlTable t, String key, long missing) {
        Object o = t.get(List.of(key));
        if (o == null) {
            return missing;
        }
        if (o instanceof Long n) {
            return n;
        }
        if (o instanceof String s) {
            try {
                String digits = s.replace("_", "");
                return digits.startsWith("0x")
                        ? Long.parseUnsignedLong(digits.substring(2), 16)
                        : Long.parseLong(digits);
            } catch (NumberFormatException e) {
                throw error(t, key, key + ": '" + s + "' is no 64-bit number");
            }
        }
        throw error(t, key, key + ": expected an integer");
    }
}
