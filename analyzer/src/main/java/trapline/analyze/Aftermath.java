package trapline.analyze;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;

/**
 * What a guest did after a certain trap, in the order in which it did it, as far as people want to
 * know.
 */
public final class Aftermath {
    private static final int PHASES = 5;
    private static final int LINES = 4;

    /**
     * Consecutive traps about one thing.
     *
     * @param subject register or device
     * @param verb what the guest did with it
     * @param pc where the first was
     * @param answer what the first got
     */
    public record Phase(String subject, String verb, long pc, int el, long count, String answer) {}

    private final Dictionary names;
    private final ConsoleLines console;
    private final List<Phase> phases = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private @Nullable Phase open;
    private long traps;

    Aftermath(Dictionary names, ConsoleLines console) {
        this.names = names;
        this.console = console;
        console.keep(LINES);
    }

    void repeats(Trap t, long n) {
        add(t, n);
    }

    void event(Cursor c) {
        switch (c.event()) {
            case TRAP -> add(c.trap(), 1);
            case RUN -> add(c.trap(), c.count());
            case CONSOLE -> console.accept(c.value());
            case LOG -> {
                if (log.size() < LINES) {
                    log.add(Neutral.line(c.text()));
                }
            }
            case INTERRUPT, DIGEST, OUTCOME, INPUT, SNAPSHOT, SEAL, END -> {
                // Not part of what the guest did.
            }
        }
    }

    private void add(Trap t, long n) {
        traps += n;
        if (phases.size() >= PHASES) {
            return;
        }
        Phase p = open;
        String subject = subject(t);
        if (p != null && p.subject().equals(subject)) {
            String verb = p.verb().equals(verb(t)) ? p.verb() : "accessed";
            open = new Phase(subject, verb, p.pc(), p.el(), p.count() + n, p.answer());
            return;
        }
        if (p != null) {
            phases.add(p);
        }
        open = new Phase(subject, verb(t), t.pc, t.el, n, TrapText.answer(t));
    }

    private String subject(Trap t) {
        String register = TrapKey.registerName(t);
        if (register != null) {
            return register;
        }
        return t.device == Trap.NONE
                ? TrapKey.ruleSubject(names.rule(t.rule))
                : names.device(t.device);
    }

    private static String verb(Trap t) {
        return switch (t.cls) {
            case SYSREG, DATA_ABORT -> t.read ? "read" : "wrote";
            case HVC, SMC -> "called";
            case WFX -> "waited with";
            case INSTRUCTION_ABORT -> "fetched from";
            case FP, OTHER -> "trapped on";
        };
    }

    /** The first things that it did. */
    public List<Phase> phases() {
        List<Phase> all = new ArrayList<>(phases);
        if (open != null && all.size() < PHASES) {
            all.add(open);
        }
        return all;
    }

    /** How many traps followed. */
    public long traps() {
        return traps;
    }

    /** The first lines that it printed, harmless. */
    public List<String> lines() {
        return console.lines();
    }

    /** The last whole line that it printed. */
    public String lastLine() {
        return console.last();
    }

    /** The first lines that the hypervisor logged. */
    public List<String> log() {
        return log;
    }
}
