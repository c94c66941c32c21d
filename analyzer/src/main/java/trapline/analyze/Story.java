package trapline.analyze;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import trapline.event.Action;
import trapline.event.Trap;

/**
 * What happened in two sessions, in words: which instruction touched what, what each setting
 * answered, what followed.
 */
public final class Story {
    private final SessionDiff diff;
    private final Symbols symbols;
    private final List<String> lines = new ArrayList<>();

    private Story(SessionDiff diff, Symbols symbols) {
        this.diff = diff;
        this.symbols = symbols;
    }

    /** Sentences, one a line, harmless for terminals. */
    public static List<String> of(SessionDiff diff, Symbols symbols) {
        Story s = new Story(diff, symbols);
        s.tell();
        return s.lines;
    }

    private void tell() {
        FirstDifference d = diff.first();
        if (d == null) {
            lines.add(
                    diff.same()
                            ? "Both runs are the same: every trap, every answer, the console, the final state, the outcome."
                            : "Every trap and every answer agrees; the runs differ elsewhere (see below).");
        } else {
            where(d);
            side("left", d, d.left(), d.leftAfter(), diff.left());
            side("right", d, d.right(), d.rightAfter(), diff.right());
        }
    }

    private void where(FirstDifference d) {
        Trap t = d.trap();
        String place =
                "vCPU %d at EL%d, after %,d instructions and %s of virtual time"
                        .formatted(t.vcpu, t.el, t.retired, Spans.nanos(t.virtualNanos));
        switch (d.kind()) {
            case DECISION ->
                    lines.add(
                            "Both guests did the same up to trap %,d: %s at %s %s (%s)."
                                    .formatted(
                                            t.id,
                                            instruction(t),
                                            symbols.describe(t.pc),
                                            touch(t, d),
                                            place));
            case ACCESS ->
                    lines.add(
                            "Up to trap %,d both guests did the same and got the same answers; there they part: %s."
                                    .formatted(t.id, place));
            case END ->
                    lines.add(
                            "Up to trap %,d both guests did the same; the %s one traps no more after it."
                                    .formatted(t.id - 1, d.left() == null ? "left" : "right"));
        }
    }

    private static String instruction(Trap t) {
        return "\"" + TrapText.instruction(t) + "\"";
    }

    private static String touch(Trap t, FirstDifference d) {
        TrapKey key = TrapKey.of(t, d.names());
        String verb = key.direction() == null ? "asks for " : t.read ? "reads " : "writes ";
        return verb + key.subject();
    }

    private void side(
            String name, FirstDifference d, @Nullable Trap t, Aftermath after, Summary end) {
        StringBuilder b = new StringBuilder(String.format(Locale.ROOT, "%-5s ", name));
        if (t == null) {
            b.append("no more traps.");
        } else if (d.kind() == FirstDifference.Kind.DECISION) {
            b.append(answer(t)).append(" [").append(d.names().rule(t.rule)).append("].");
        } else {
            b.append(instruction(t))
                    .append(" at ")
                    .append(symbols.describe(t.pc))
                    .append(' ')
                    .append(touch(t, d));
            b.append(": ").append(TrapText.answer(t)).append('.');
        }
        List<String> next = new ArrayList<>();
        after.phases().forEach(p -> next.add(phase(p)));
        if (!next.isEmpty()) {
            b.append(" Then the guest ").append(String.join(", then ", next)).append('.');
        }
        lines.add(b.toString());
        for (String line : after.log()) {
            lines.add("      the hypervisor logged: " + line);
        }
        for (String line : after.lines()) {
            lines.add("      the guest printed: " + line);
        }
        lines.add(
                "      it ended "
                        + end.outcomeText()
                        + ", after %,d more traps.".formatted(after.traps()));
    }

    private static String answer(Trap t) {
        if (t.action == Action.UNDEF || t.injectedEsr != 0) {
            return "gets %s (ESR_EL1 %s)"
                    .formatted(TrapText.exception(t.injectedEsr), TrapText.esr(t.injectedEsr));
        }
        return "gets: " + TrapText.answer(t);
    }

    private String phase(Aftermath.Phase p) {
        String at = symbols.describe(p.pc());
        String times = p.count() == 1 ? "once" : String.format(Locale.ROOT, "%,d times", p.count());
        return "%s %s %s (at %s)".formatted(p.verb(), p.subject(), times, at);
    }
}
