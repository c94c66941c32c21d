package trapline.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;
import trapline.analyze.ConsoleDiff;
import trapline.analyze.Latencies;
import trapline.analyze.LatencyComparison;
import trapline.analyze.Overview;
import trapline.analyze.SessionDiff;
import trapline.analyze.SessionTotals;
import trapline.analyze.Spans;
import trapline.analyze.Story;
import trapline.analyze.Summary;
import trapline.analyze.Symbols;
import trapline.analyze.TrapDiff;

/**
 * A page about one session or two, with everything in it: no script, style or picture comes from
 * elsewhere, and the page's own policy forbids it. All text is escaped.
 */
public final class HtmlReport {
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final int ROWS = 60;

    private HtmlReport() {}

    /** Writes a page about one session. */
    public static void write(Writer out, Overview session, Symbols symbols) {
        Map<String, Object> page = page(List.of(session), symbols);
        page.put("title", session.name());
        page.put("two", false);
        write(out, page);
    }

    /** Writes a page about two sessions. */
    public static void write(
            Writer out, Overview left, Overview right, SessionDiff diff, Symbols symbols) {
        Map<String, Object> page = page(List.of(left, right), symbols);
        page.put("title", left.name() + " and " + right.name());
        page.put("two", true);
        page.put("story", Story.of(diff, symbols));
        page.put("facts", facts(diff));
        page.put("consoleDiff", consoleDiff(diff.console()));
        page.put("groups", groups(diff.traps()));
        page.put("aligned", aligned(diff.traps()));
        LatencyComparison c =
                LatencyComparison.once(left.latencies().rows(), right.latencies().rows());
        page.put("latencyPairs", c.rows().stream().limit(ROWS).map(HtmlReport::pair).toList());
        page.put("caveat", String.valueOf(c.caveat()));
        write(out, page);
    }

    private static Map<String, Object> page(List<Overview> sessions, Symbols symbols) {
        Map<String, Object> page = new HashMap<>();
        List<Object> shown = new ArrayList<>();
        for (int i = 0; i < sessions.size(); i++) {
            shown.add(
                    session(
                            sessions.get(i),
                            sessions.size() == 1 ? "" : i == 0 ? "left" : "right",
                            symbols));
        }
        page.put("sessions", shown);
        page.put("clock", Latencies.Clock.HOST.text());
        page.put("warmUp", sessions.getFirst().latencies().options().warmUp().text());
        page.put("data", ChartData.json(sessions));
        // Its banner names its home; a page without any address is easier to trust.
        page.put("uplotScript", resource(UPLOT + "uPlot.iife.min.js").replace("https://", ""));
        page.put("uplotStyle", resource(UPLOT + "uPlot.min.css"));
        page.put("chartScript", resource("charts.js"));
        page.put("style", resource("style.css"));
        return page;
    }

    private static Map<String, Object> session(Overview s, String side, Symbols symbols) {
        Summary m = s.summary();
        Map<String, Object> v = new HashMap<>();
        v.put("side", side);
        v.put("name", s.name());
        v.put("guest", s.guest());
        v.put("settings", s.settings());
        v.put("outcome", m.outcomeText());
        v.put("retired", count(m.retired()));
        v.put("virtualTime", Spans.nanos(m.virtualNanos()));
        v.put("traps", count(m.traps()));
        v.put("interrupts", count(m.interrupts()));
        v.put("console", String.join("\n", s.console()));
        v.put(
                "omitted",
                s.consoleLines() > s.console().size()
                        ? "the last "
                                + s.console().size()
                                + " of "
                                + count(s.consoleLines())
                                + " lines"
                        : "");
        v.put("counts", s.totals().rows().stream().limit(ROWS).map(r -> countRow(r)).toList());
        v.put(
                "latencies",
                s.latencies().rows().stream()
                        .limit(ROWS)
                        .map(r -> latencyRow(r, symbols))
                        .toList());
        return v;
    }

    private static Map<String, Object> countRow(SessionTotals.Row r) {
        Map<String, Object> v = new HashMap<>(r.key().fields().map().size());
        v.put("class", r.key().cls().name());
        v.put("subject", r.key().subject());
        v.put("direction", text(r.key().direction()));
        v.put("el", r.key().el());
        v.put("action", r.key().action());
        v.put("rule", r.key().rule());
        v.put("count", count(r.count()));
        return v;
    }

    private static Map<String, Object> latencyRow(Latencies.Row r, Symbols symbols) {
        Map<String, Object> v = new HashMap<>();
        Long pc = r.pc();
        v.put("class", r.key().cls().name());
        v.put("subject", r.key().subject() + (pc == null ? "" : " at " + symbols.describe(pc)));
        v.put("direction", text(r.key().direction()));
        v.put("el", r.key().el());
        v.put("action", r.key().action());
        figures(v, r.histogram());
        return v;
    }

    private static void figures(Map<String, Object> v, @Nullable Histogram h) {
        boolean any = h != null && h.getTotalCount() > 0;
        v.put("count", h == null ? "" : count(h.getTotalCount()));
        v.put("mean", any && h != null ? String.format(Locale.ROOT, "%.1f", h.getMean()) : "");
        v.put("p50", any && h != null ? count(h.getValueAtPercentile(50)) : "");
        v.put("p90", any && h != null ? count(h.getValueAtPercentile(90)) : "");
        v.put("p99", any && h != null ? count(h.getValueAtPercentile(99)) : "");
        v.put("p999", any && h != null ? count(h.getValueAtPercentile(99.9)) : "");
        v.put("max", any && h != null ? count(h.getMaxValue()) : "");
    }

    private static List<Object> facts(SessionDiff d) {
        Summary l = d.left();
        Summary r = d.right();
        List<Object> rows = new ArrayList<>();
        rows.add(fact("outcome", l.outcomeText(), r.outcomeText()));
        rows.add(fact("console SHA-256", l.consoleSha256(), r.consoleSha256()));
        rows.add(fact("state digest", text(l.stateDigest()), text(r.stateDigest())));
        rows.add(fact("fact digest", l.factDigest(), r.factDigest()));
        rows.add(fact("instructions", count(l.retired()), count(r.retired())));
        rows.add(
                fact("virtual time", Spans.nanos(l.virtualNanos()), Spans.nanos(r.virtualNanos())));
        rows.add(fact("traps", count(l.traps()), count(r.traps())));
        rows.add(fact("interrupts", count(l.interrupts()), count(r.interrupts())));
        return rows;
    }

    private static Map<String, Object> fact(String name, String left, String right) {
        return Map.of("name", name, "left", left, "right", right, "differs", !left.equals(right));
    }

    private static Map<String, Object> consoleDiff(ConsoleDiff c) {
        return Map.of(
                "differs",
                !c.same(),
                "line",
                c.line(),
                "left",
                c.left() == null ? "(no more output)" : c.left(),
                "right",
                c.right() == null ? "(no more output)" : c.right());
    }

    private static String aligned(TrapDiff t) {
        return "%s the same (%s of them by another rule), %s answered differently, %s only left, %s only right"
                .formatted(
                        count(t.same()),
                        count(t.otherReason()),
                        count(t.changed()),
                        count(t.removed()),
                        count(t.added()));
    }

    private static List<Object> groups(TrapDiff t) {
        List<Object> rows = new ArrayList<>();
        t.groups().stream()
                .limit(ROWS)
                .forEach(
                        g -> {
                            Map<String, Object> v = new HashMap<>();
                            v.put("class", g.cls());
                            v.put("subject", text(g.subject()));
                            v.put("direction", text(g.direction()));
                            v.put("el", g.el());
                            v.put("same", count(g.same()));
                            v.put("changed", count(g.changed()));
                            v.put("removed", count(g.removed()));
                            v.put("added", count(g.added()));
                            rows.add(v);
                        });
        return rows;
    }

    private static Map<String, Object> pair(LatencyComparison.Row r) {
        Map<String, Object> v = new HashMap<>();
        v.put("class", r.key().cls().name());
        v.put("subject", r.key().subject());
        v.put("direction", text(r.key().direction()));
        v.put("el", r.key().el());
        v.put("delta", r.delta() == null ? "" : String.format(Locale.ROOT, "%.1f", r.delta()));
        v.put("left", side(r.left()));
        v.put("right", side(r.right()));
        return v;
    }

    private static Map<String, Object> side(LatencyComparison.@Nullable Side s) {
        Map<String, Object> v = new HashMap<>();
        v.put("action", s == null ? "" : s.action());
        figures(v, s == null ? null : s.histogram());
        return v;
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    private static String text(@Nullable String s) {
        return s == null ? "" : s;
    }

    private static void write(Writer out, Map<String, Object> page) {
        try (Reader r = new InputStreamReader(stream("page.mustache"), StandardCharsets.UTF_8)) {
            Template t = Mustache.compiler().compile(r);
            t.execute(page, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream stream(String name) {
        InputStream in = HtmlReport.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("resource is not in the jar: " + name);
        }
        return in;
    }

    private static String resource(String name) {
        try (InputStream in = stream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
