package trapline.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trapline.analyze.TrapKey;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.journal.Names;
import trapline.machine.boot.SymbolTable;

/** Which traps a command is about. All options given must match. */
final class TrapFilter {
    @Option(
            names = "--class",
            split = ",",
            paramLabel = "CLASS",
            description = "${COMPLETION-CANDIDATES}.")
    private List<TrapClass> classes = new ArrayList<>();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "System register; * stands for any text.")
    private @Nullable String register;

    @Option(names = "--device", paramLabel = "NAME", description = "Device; * stands for any text.")
    private @Nullable String device;

    @Option(names = "--rule", paramLabel = "ID", description = "Rule id; * stands for any text.")
    private @Nullable String rule;

    @Option(
            names = "--action",
            split = ",",
            paramLabel = "ACTION",
            description = "Such as undef, raz, value, emulate.")
    private List<String> actions = new ArrayList<>();

    @Option(
            names = "--direction",
            paramLabel = "read|write",
            description = "Direction of the access.")
    private @Nullable String direction;

    @Option(names = "--el", paramLabel = "0|1", description = "Exception level trapped from.")
    private @Nullable Integer el;

    @Option(names = "--vcpu", paramLabel = "N", description = "vCPU, from 0.")
    private @Nullable Integer vcpu;

    @Option(
            names = "--pc",
            paramLabel = "ADDRESS|SYMBOL",
            description = "Address of the instruction, or all of a function.")
    private @Nullable String pc;

    @Option(names = "--from", paramLabel = "TRAP", description = "First trap id.")
    private @Nullable Long from;

    @Option(names = "--to", paramLabel = "TRAP", description = "Last trap id.")
    private @Nullable Long to;

    /**
     * The filter as a predicate.
     *
     * @param names texts of the traps that will be tested
     */
    Predicate<Trap> predicate(Names names, SymbolTable symbols) {
        Predicate<Trap> p = any -> true;
        if (!classes.isEmpty()) {
            EnumSet<TrapClass> wanted = EnumSet.copyOf(classes);
            p = p.and(t -> wanted.contains(t.cls));
        }
        if (el != null) {
            int e = el;
            p = p.and(t -> t.el == e);
        }
        if (vcpu != null) {
            int v = vcpu;
            p = p.and(t -> t.vcpu == v);
        }
        if (from != null || to != null) {
            long least = from == null ? 0 : from;
            long most = to == null ? Long.MAX_VALUE : to;
            p = p.and(t -> t.id >= least && t.id <= most);
        }
        if (direction != null) {
            String d = PolicyOptions.oneOf("--direction", direction, List.of("read", "write"));
            p = p.and(t -> d.equals(TrapKey.direction(t)));
        }
        if (!actions.isEmpty()) {
            EnumSet<Action> wanted = EnumSet.noneOf(Action.class);
            actions.forEach(a -> wanted.add(action(a)));
            p = p.and(t -> wanted.contains(t.action));
        }
        if (pc != null) {
            p = p.and(place(pc, symbols));
        }
        return texts(p, names);
    }

    /** The tests that compare text come last: they are the slow ones. */
    private Predicate<Trap> texts(Predicate<Trap> p, Names names) {
        Predicate<Trap> all = p;
        if (register != null) {
            Predicate<String> like = glob(register);
            all =
                    all.and(
                            t ->
                                    t.register != Trap.NONE
                                            && like.test(String.valueOf(TrapKey.registerName(t))));
        }
        if (device != null) {
            Predicate<String> like = glob(device);
            all = all.and(t -> t.device != Trap.NONE && like.test(names.device(t.device)));
        }
        if (rule != null) {
            Predicate<String> like = glob(rule);
            all = all.and(t -> like.test(names.rule(t.rule)));
        }
        return all;
    }

    private static Action action(String word) {
        for (Action a : Action.values()) {
            if (a.text().equals(word.toLowerCase(Locale.ROOT))) {
                return a;
            }
        }
        List<String> known = new ArrayList<>();
        for (Action a : Action.values()) {
            known.add(a.text());
        }
        throw new BadInput("--action '" + word + "': expected one of " + String.join(", ", known));
    }

    private static Predicate<Trap> place(String text, SymbolTable symbols) {
        if (text.matches("(0[xX][0-9a-fA-F]+|[0-9]+)")) {
            long address = Quantity.address("--pc", text);
            return t -> t.pc == address;
        }
        for (int i = 0; i < symbols.size(); i++) {
            if (symbols.name(i).equals(text)) {
                long first = symbols.address(i);
                long end = i + 1 < symbols.size() ? symbols.address(i + 1) : first + (16 << 20);
                return t ->
                        Long.compareUnsigned(t.pc, first) >= 0
                                && Long.compareUnsigned(t.pc, end) < 0;
            }
        }
        throw new BadInput("--pc '" + text + "': no such symbol in the session");
    }

    private static Predicate<String> glob(String pattern) {
        if (!pattern.contains("*")) {
            return pattern::equalsIgnoreCase;
        }
        StringBuilder regex = new StringBuilder();
        for (String part : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*")
                    .append(part.isEmpty() ? "" : Pattern.quote(part));
            if (part.isEmpty() && regex.isEmpty()) {
                regex.append("(?:)");
            }
        }
        Pattern p = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
        return s -> p.matcher(s).matches();
    }
}
