package trapline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import trapline.analyze.Fields;
import trapline.analyze.SessionTotals;
import trapline.analyze.TrapKey;
import trapline.analyze.TrapText;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.machine.boot.SymbolTable;

/** Lists, filters and counts a session's traps. */
@Command(
        name = "traps",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists traps and decisions, or counts them.",
        footer = {
            "",
            "Example: trapline traps /tmp/on --by register",
            "         trapline traps /tmp/on --register 'DBGDTR*' --limit 10"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:damaged", "2:bad usage, or not a session", "3:missing"})
final class TrapsCommand implements Callable<Integer> {
    /** What to count by. */
    enum By {
        REGISTER,
        CLASS,
        DEVICE,
        RULE,
        ACTION,
        EL,
        PC
    }

    private static final int DEFAULT_LIMIT = 100;
    private static final long FOLLOW_MILLIS = 200;

    @Mixin private SessionArgument session;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "Count by register, class, device, rule, action, el or pc.")
    private @Nullable By by;

    @Mixin private TrapFilter filter;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Rows to print, 0 for all (default: 100 lines of text, all of JSON).")
    private @Nullable Long limit;

    @Option(names = "--each", description = "List repeats of a trap one by one, not as runs.")
    private boolean each;

    @Option(names = "--follow", description = "Go on while the session is being recorded.")
    private boolean follow;

    @Mixin private Output output;

    @Override
    public Integer call() {
        if (limit != null && limit < 0) {
            throw new BadInput("--limit " + limit + ": expected 0 or more");
        }
        if (by != null && follow) {
            throw new BadInput("--follow lists traps; it does not go with --by");
        }
        Session s = session.open();
        Dictionary names = new Dictionary();
        SymbolTable symbols = SessionSymbols.table(s);
        Predicate<Trap> wanted = filter.predicate(names, symbols);
        try (Cursor c = s.cursor(names, each ? Cursor.View.EACH : Cursor.View.RUNS)) {
            if (by == null) {
                new Listing(s, c, names, symbols, wanted).print();
            } else {
                count(SessionTotals.of(c, names, by == By.PC, wanted), symbols);
            }
        }
        output.out().flush();
        return ExitCode.DONE;
    }

    private long mostRows() {
        long n = limit == null ? output.json() || follow ? 0 : DEFAULT_LIMIT : limit;
        return n == 0 ? Long.MAX_VALUE : n;
    }

    private void count(SessionTotals totals, SymbolTable symbols) {
        List<Fields> rows =
                by == By.REGISTER || by == By.PC ? full(totals, symbols) : grouped(totals);
        List<Fields> shown = rows.subList(0, (int) Math.min(rows.size(), mostRows()));
        if (output.json()) {
            output.json(
                    new Fields()
                            .put("session", session.dir().toString())
                            .put("traps", totals.traps())
                            .put("rows", Output.rows(shown)));
            return;
        }
        if (rows.isEmpty()) {
            output.out().println("no traps");
            return;
        }
        Table table = new Table();
        for (String column : rows.getFirst().map().keySet()) {
            if (column.equals("count") || column.equals("el")) {
                table.number(column);
            } else {
                table.text(column);
            }
        }
        shown.forEach(r -> table.row(r.map().values().toArray()));
        table.print(output.out());
        if (shown.size() < rows.size()) {
            output.err()
                    .println(
                            "trapline: "
                                    + (rows.size() - shown.size())
                                    + " more rows; --limit 0 prints all");
        }
    }

    private static List<Fields> full(SessionTotals totals, SymbolTable symbols) {
        return totals.rows().stream().map(r -> r.fields(symbols::nameAndOffset)).toList();
    }

    private List<Fields> grouped(SessionTotals totals) {
        Map<Map<String, @Nullable Object>, Long> sums = new LinkedHashMap<>();
        for (SessionTotals.Row r : totals.rows()) {
            sums.merge(group(r.key()).map(), r.count(), Long::sum);
        }
        List<Fields> rows = new ArrayList<>();
        sums.entrySet().stream()
                .sorted(
                        Map.Entry.<Map<String, @Nullable Object>, Long>comparingByValue()
                                .reversed())
                .forEach(
                        e -> {
                            Fields f = new Fields();
                            e.getKey().forEach(f::put);
                            rows.add(f.put("count", e.getValue()));
                        });
        return rows;
    }

    private Fields group(TrapKey k) {
        Fields f = new Fields().put("class", k.cls().name());
        if (by == null) {
            throw new IllegalStateException("nothing to count by");
        }
        return switch (by) {
            case DEVICE ->
                    f.put("device", k.device()).hex("offset", k.offset() < 0 ? null : k.offset());
            case RULE -> f.put("rule", k.rule()).put("action", k.action());
            case ACTION -> f.put("action", k.action());
            case EL -> f.put("el", k.el());
            case CLASS, REGISTER, PC -> f;
        };
    }

    /** The list of traps; consecutive repeats share a row. */
    private final class Listing {
        private final Session of;
        private final Cursor cursor;
        private final Dictionary names;
        private final SymbolTable symbols;
        private final Predicate<Trap> wanted;
        private final PrintWriter out = output.out();
        private final Trap held = new Trap();
        private long count;
        private long printed;
        private long unprinted;

        Listing(
                Session of,
                Cursor cursor,
                Dictionary names,
                SymbolTable symbols,
                Predicate<Trap> wanted) {
            this.of = of;
            this.cursor = cursor;
            this.names = names;
            this.symbols = symbols;
            this.wanted = wanted;
        }

        void print() {
            if (output.json()) {
                out.println("{");
                out.println("  \"session\" : " + Output.quoted(session.dir().toString()) + ",");
                out.println("  \"rows\" : [");
            }
            boolean going;
            do {
                // Asked before the walk: what a recorder writes before it ends is then read.
                going = follow && of.busy();
                walk();
            } while (going && pause());
            flushHeld();
            if (output.json()) {
                out.println();
                out.println("  ],");
                out.println("  \"notPrinted\" : " + unprinted);
                out.println("}");
            } else if (printed == 0) {
                out.println("no traps");
            } else if (unprinted > 0) {
                out.flush();
                output.err()
                        .println(
                                "trapline: "
                                        + Words.count(unprinted, "more trap")
                                        + "; --limit 0 prints all");
            }
        }

        /** Lets the recorder go on for a while; false when nobody reads what is printed. */
        private boolean pause() {
            out.flush();
            if (out.checkError()) {
                return false;
            }
            try {
                Thread.sleep(FOLLOW_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
            return true;
        }

        private void walk() {
            for (Cursor.Event e = cursor.next(); e != Cursor.Event.END; e = cursor.next()) {
                if (e == Cursor.Event.RUN) {
                    // Repeats of the trap before, wanted or not like it, times apart.
                    if (count > 0 && cursor.trap().id == held.id + count) {
                        count += cursor.count();
                    } else if (wanted.test(cursor.trap())) {
                        hold(cursor.count());
                    }
                } else if (e == Cursor.Event.TRAP && wanted.test(cursor.trap())) {
                    hold(1);
                }
            }
            if (follow) {
                flushHeld();
            }
        }

        private void hold(long n) {
            flushHeld();
            held.copyFrom(cursor.trap());
            count = n;
        }

        private void flushHeld() {
            if (count == 0) {
                return;
            }
            if (printed >= mostRows()) {
                unprinted += count;
            } else if (output.json()) {
                out.print(
                        (printed == 0 ? "    " : ",\n    ")
                                + Output.compact(
                                        TrapText.fields(held, names, symbols::nameAndOffset)
                                                .put("count", count)));
                printed++;
            } else {
                out.println(TrapText.line(held, names, symbols::nameAndOffset, count));
                printed++;
            }
            count = 0;
        }
    }
}
