package trapline.analyze;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import trapline.analyze.ParquetWriter.Column;
import trapline.analyze.ParquetWriter.Type;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/**
 * Sessions in the formats of other programs. Traps are written one by one, but for timelines, where
 * runs stay runs.
 */
@SuppressWarnings("BadImport") // the table below is read by its short names
public final class Exports {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    // @formatter:off
    private static final List<Column> COLUMNS = List.of(
            new Column("trap",         Type.INT64),  new Column("vcpu",        Type.INT32),
            new Column("el",           Type.INT32),  new Column("retired",     Type.INT64),
            new Column("virtualNanos", Type.INT64),  new Column("pc",          Type.UINT64),
            new Column("symbol",       Type.TEXT),   new Column("class",       Type.TEXT),
            new Column("register",     Type.TEXT),   new Column("device",      Type.TEXT),
            new Column("offset",       Type.UINT64), new Column("direction",   Type.TEXT),
            new Column("action",       Type.TEXT),   new Column("rule",        Type.TEXT),
            new Column("value",        Type.UINT64), new Column("esr",         Type.UINT64),
            new Column("far",          Type.UINT64), new Column("ipa",         Type.UINT64),
            new Column("injectedEsr",  Type.UINT64), new Column("costNanos",   Type.INT64),
            new Column("hostNanos",    Type.INT64));
    // @formatter:on

    private final Session session;
    private final Symbols symbols;
    private final Dictionary names = new Dictionary();

    public Exports(Session session, Symbols symbols) {
        this.session = session;
        this.symbols = symbols;
    }

    private @Nullable Object[] cells(Trap t) {
        TrapKey k = TrapKey.of(t, names);
        boolean abort = t.far != 0 || t.ipa != 0;
        return new @Nullable Object[] {
            t.id,
            t.vcpu,
            t.el,
            t.retired,
            t.virtualNanos,
            t.pc,
            symbols.at(t.pc),
            k.cls().name(),
            k.register(),
            k.device(),
            k.offset() < 0 ? null : k.offset(),
            k.direction(),
            k.action(),
            k.rule(),
            t.hasValue ? t.value : null,
            t.esr,
            abort ? t.far : null,
            abort ? t.ipa : null,
            t.injectedEsr == 0 ? null : t.injectedEsr,
            t.costNanos,
            t.hostNanos < 0 ? null : t.hostNanos
        };
    }

    /** A table of all traps as Parquet. */
    public void parquet(OutputStream out) throws IOException {
        try (Cursor c = session.cursor(names, Cursor.View.EACH);
                ParquetWriter w = new ParquetWriter(out, COLUMNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.TRAP) {
                    w.row(cells(c.trap()));
                }
            }
        }
    }

    /**
     * A table of all traps as comma-separated values; the columns that are addresses or values are
     * hexadecimal.
     */
    public void csv(OutputStream to) throws IOException {
        Writer out = writer(to);
        out.write(String.join(",", COLUMNS.stream().map(Column::name).toList()) + "\n");
        try (Cursor c = session.cursor(names, Cursor.View.EACH)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.TRAP) {
                    @Nullable Object[] cells = cells(c.trap());
                    for (int i = 0; i < cells.length; i++) {
                        Object v = cells[i];
                        boolean hex = COLUMNS.get(i).type() == Type.UINT64 && v instanceof Long;
                        out.write(i == 0 ? "" : ",");
                        out.write(LatencyFiles.csv(hex && v instanceof Long n ? Fields.hex(n) : v));
                    }
                    out.write('\n');
                }
            }
        }
        out.flush();
    }

    /** Every event of the session, one JSON object a line, with a {@code type}. */
    public void json(OutputStream to) throws IOException {
        Writer out = writer(to);
        try (Cursor c = session.cursor(names, Cursor.View.EACH)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                Fields f = event(c, e);
                if (f != null) {
                    out.write(MAPPER.writeValueAsString(f.map()));
                    out.write('\n');
                }
            }
        }
        out.flush();
    }

    private @Nullable Fields event(Cursor c, Cursor.Event e) {
        return switch (e) {
            case TRAP -> typed("trap", TrapText.fields(c.trap(), names, symbols));
            case INTERRUPT ->
                    moment("interrupt", c)
                            .put("vcpu", c.vcpu())
                            .hex("pc", c.pc())
                            .put("kind", kind(c.kind()))
                            .put("intid", c.intid());
            case CONSOLE -> moment("console", c).put("port", c.port()).put("byte", c.value());
            case LOG -> moment("log", c).put("line", c.text());
            case DIGEST ->
                    moment("digest", c)
                            .put("stateDigest", "%016x%016x".formatted(c.high(), c.low()));
            case OUTCOME -> {
                Outcome o = c.outcome();
                yield moment("outcome", c).put("kind", o.kind().name()).put("detail", o.detail());
            }
            case INPUT -> {
                Input in = c.input();
                yield new Fields()
                        .put("type", "input")
                        .put("retired", in.retired())
                        .put("virtualNanos", in.virtualNanos())
                        .put("kind", in.kind().name())
                        .put("value", in.value());
            }
            case RUN, SNAPSHOT, SEAL, END -> null;
        };
    }

    private static String kind(int kind) {
        return kind == 0 ? "IRQ" : kind == 1 ? "FIQ" : "SERROR";
    }

    private static Fields moment(String type, Cursor c) {
        return new Fields()
                .put("type", type)
                .put("retired", c.retired())
                .put("virtualNanos", c.virtualNanos());
    }

    private static Fields typed(String type, Fields f) {
        Fields all = new Fields().put("type", type);
        f.map().forEach(all::put);
        return all;
    }

    private static Writer writer(OutputStream to) {
        return new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    /**
     * A timeline in the JSON trace event format, which Perfetto and Chrome open: a track a vCPU
     * with a slice a trap as long as its modelled cost, and tracks for console and hypervisor log.
     * Times are virtual. Consecutive equal traps are one slice.
     */
    public void perfetto(OutputStream to) throws IOException {
        Writer out = writer(to);
        out.write(
                "{\"displayTimeUnit\":\"ns\",\"otherData\":{\"clock\":\"virtual nanoseconds\"},\"traceEvents\":[\n");
        Timeline t = new Timeline(out);
        t.process(session.dir() + ": " + session.config().guest());
        try (Cursor c = session.cursor(names, Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                t.event(c, e);
            }
        }
        t.end();
        out.write("\n]}\n");
        out.flush();
    }

    /** Slices and marks on the way out. */
    private final class Timeline {
        private static final int CONSOLE_TRACK = 1000;
        private static final int LOG_TRACK = 1001;

        private final Writer out;
        private final Trap held = new Trap();
        private final StringBuilder line = new StringBuilder();
        private final Neutral neutral = new Neutral(line);
        private final java.util.Set<Integer> named = new java.util.HashSet<>();
        private long count;
        private long lastNanos;
        private long lineNanos;
        private boolean any;

        Timeline(Writer out) {
            this.out = out;
        }

        void process(String name) throws IOException {
            emit(meta("process_name", name));
            track(CONSOLE_TRACK, "console");
            track(LOG_TRACK, "hypervisor log");
        }

        private void track(int tid, String name) throws IOException {
            if (named.add(tid)) {
                emit(meta("thread_name", name).put("tid", tid));
            }
        }

        private static Fields meta(String what, String name) {
            return new Fields()
                    .put("ph", "M")
                    .put("pid", 1)
                    .put("name", what)
                    .put("args", new Fields().put("name", name));
        }

        private void emit(Fields event) throws IOException {
            out.write(any ? ",\n" : "");
            out.write(MAPPER.writeValueAsString(event.map()));
            any = true;
        }

        void event(Cursor c, Cursor.Event e) throws IOException {
            switch (e) {
                case TRAP -> {
                    slice();
                    held.copyFrom(c.trap());
                    count = 1;
                    lastNanos = held.virtualNanos;
                }
                case RUN -> {
                    count += c.count();
                    c.occurrence(c.count() - 1);
                    lastNanos = c.trap().virtualNanos;
                }
                case INTERRUPT -> {
                    track(c.vcpu(), "vCPU " + c.vcpu());
                    mark(
                            c.vcpu(),
                            c.virtualNanos(),
                            kind(c.kind()) + " " + c.intid(),
                            new Fields().put("pc", symbols.describe(c.pc())));
                }
                case CONSOLE -> console(c);
                case LOG -> mark(LOG_TRACK, c.virtualNanos(), Neutral.line(c.text()), new Fields());
                case OUTCOME ->
                        mark(
                                CONSOLE_TRACK,
                                c.virtualNanos(),
                                "outcome " + c.outcome().kind(),
                                new Fields());
                case INPUT ->
                        mark(
                                CONSOLE_TRACK,
                                c.input().virtualNanos(),
                                "input " + c.input().kind(),
                                new Fields());
                case DIGEST, SNAPSHOT, SEAL, END -> {
                    // Not what the guest did.
                }
            }
        }

        private void console(Cursor c) throws IOException {
            if (line.isEmpty()) {
                lineNanos = c.virtualNanos();
            }
            if (c.value() == '\n') {
                neutral.endLine();
                consoleLine();
            } else if (line.length() < ConsoleLines.LINE_MAX) {
                neutral.accept(c.value());
            }
        }

        private void consoleLine() throws IOException {
            if (!line.isEmpty()) {
                mark(CONSOLE_TRACK, lineNanos, line.toString(), new Fields());
                line.setLength(0);
            }
        }

        private void mark(int track, long nanos, String name, Fields args) throws IOException {
            emit(
                    new Fields()
                            .put("ph", "i")
                            .put("s", "t")
                            .put("pid", 1)
                            .put("tid", track)
                            .put("ts", nanos / 1e3)
                            .put("name", name)
                            .put("args", args));
        }

        private void slice() throws IOException {
            if (count == 0) {
                return;
            }
            Trap t = held;
            track(t.vcpu, "vCPU " + t.vcpu);
            TrapKey k = TrapKey.of(t, names);
            String name =
                    k.subject()
                            + (k.direction() == null ? "" : " " + k.direction())
                            + (count > 1 ? " x" + count : "");
            Fields args =
                    new Fields()
                            .put("trap", t.id)
                            .put("count", count)
                            .put("instruction", TrapText.instruction(t))
                            .put("pc", symbols.describe(t.pc))
                            .put("answer", TrapText.answer(t))
                            .put("rule", k.rule())
                            .put("hostNanos", t.hostNanos < 0 ? null : t.hostNanos);
            long duration = lastNanos + t.costNanos - t.virtualNanos;
            emit(
                    new Fields()
                            .put("ph", "X")
                            .put("pid", 1)
                            .put("tid", t.vcpu)
                            .put("ts", t.virtualNanos / 1e3)
                            .put("dur", duration / 1e3)
                            .put("cat", k.cls().name())
                            .put("name", name)
                            .put("args", args));
            count = 0;
        }

        void end() throws IOException {
            slice();
            neutral.end();
            consoleLine();
        }
    }
}
