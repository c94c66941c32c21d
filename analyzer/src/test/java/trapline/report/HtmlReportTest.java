package trapline.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.analyze.MadeSession;
import trapline.analyze.Overview;
import trapline.analyze.SessionDiff;
import trapline.analyze.Symbols;
import trapline.event.Outcome;
import trapline.journal.Session;

@DisplayName("The HTML report")
class HtmlReportTest {
    private static final String HOSTILE =
            "<script>alert(1)</script><img src=x onerror=alert(2)>\u001b[2J\n";

    @TempDir Path dir;

    private Session session(String name, boolean undef) {
        return MadeSession.in(dir.resolve(name))
                .polls(100, 0x40080000L, 0, 90)
                .write(MadeSession.DBGDTR, 0x40080004L, 'x', undef, "xen/sysreg/<b>/write")
                .print(HOSTILE)
                .print(undef ? "left\n" : "right\n")
                .end(Outcome.Kind.PANICKED, "panic: <script>alert(3)</script>");
    }

    @Test
    @DisplayName("escapes whatever a guest wrote, and names no other place")
    void escaped() {
        Session a = session("a", true);
        Session b = session("b", false);
        StringWriter out = new StringWriter();
        Symbols hostile = address -> "<script>symbol</script>";
        HtmlReport.write(
                out, Overview.of(a, "xen"), Overview.of(b, "xen"), SessionDiff.of(a, b), hostile);
        String page = out.toString();
        assertThat(page)
                .doesNotContain("<script>alert", "<img", "<script>symbol", "<b>/write", "\u001b")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("default-src 'none'")
                .doesNotContainPattern("https?:|src\\s*=\\s*[\"']|href\\s*=|@import|url\\(");
    }

    @Test
    @DisplayName("about one session has its counts, latencies and console")
    void single() {
        StringWriter out = new StringWriter();
        HtmlReport.write(out, Overview.of(session("a", false), "xen, debug build"), Symbols.NONE);
        assertThat(out.toString())
                .contains(
                        "MDCCSR_EL0",
                        "xen, debug build",
                        "100",
                        "PANICKED",
                        "left as JVM warm-up".substring(8))
                .contains("\"latency\":{\"SYSREG\":[");
    }
}
