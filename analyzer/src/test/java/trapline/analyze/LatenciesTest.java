package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.event.Outcome;
import trapline.journal.Dictionary;
import trapline.journal.Session;

@DisplayName("Latencies")
class LatenciesTest {
    private static final long PC = 0x40080000L;

    @TempDir Path dir;

    private Session session(String name, int slow, int fast, long nanos) {
        return MadeSession.in(dir.resolve(name))
                .polls(slow, PC, 0, 50_000)
                .polls(fast, PC, 0, nanos)
                .store(0, 0, PC + 4, 1)
                .end(Outcome.Kind.POWERED_OFF, "");
    }

    private static Latencies of(Session s, WarmUp warmUp, boolean byPc) {
        return Latencies.of(
                s,
                new Latencies.Options(Latencies.Clock.HOST, warmUp, byPc),
                any -> true,
                new Dictionary());
    }

    @Test
    @DisplayName("leave out the first traps of each class, as the rule says")
    void warmUp() {
        Session s = session("a", 10_000, 20_000, 120);
        Latencies.Row row = of(s, WarmUp.DEFAULT, false).rows().getFirst();
        assertThat(row.traps()).isEqualTo(30_000);
        assertThat(row.excluded()).isEqualTo(10_000);
        assertThat(row.count()).isEqualTo(20_000);
        assertThat(row.histogram().getMaxValue()).isEqualTo(120);
        Latencies.Row all = of(s, WarmUp.NONE, false).rows().getFirst();
        assertThat(all.count()).isEqualTo(30_000);
        assertThat(all.histogram().getValueAtPercentile(99)).isGreaterThan(49_000);
    }

    @Test
    @DisplayName("leave out at most half of a class with few traps")
    void warmUpOfFew() {
        Latencies.Row row = of(session("a", 0, 9, 120), WarmUp.DEFAULT, false).rows().getFirst();
        assertThat(row.excluded()).isEqualTo(4);
        assertThat(row.count()).isEqualTo(5);
    }

    @Test
    @DisplayName("count traps without a latency as absent, not as zero")
    void absent() {
        Session s =
                MadeSession.in(dir.resolve("a"))
                        .polls(10, PC, 0, -1)
                        .polls(10, PC, 0, 90)
                        .end(Outcome.Kind.POWERED_OFF, "");
        Latencies.Row row = of(s, WarmUp.NONE, false).rows().getFirst();
        assertThat(row.absent()).isEqualTo(10);
        assertThat(row.count()).isEqualTo(10);
        assertThat(row.histogram().getMinValue()).isEqualTo(90);
    }

    @Test
    @DisplayName("by address tell instructions apart; of the model are the modelled cost")
    void byPcAndModel() {
        Session s =
                MadeSession.in(dir.resolve("a"))
                        .polls(10, PC, 0, 80)
                        .polls(20, PC + 4, 0, 90)
                        .end(Outcome.Kind.POWERED_OFF, "");
        assertThat(of(s, WarmUp.NONE, true).rows())
                .extracting(Latencies.Row::pc)
                .containsExactly(PC + 4, PC);
        Latencies model =
                Latencies.of(
                        s,
                        new Latencies.Options(Latencies.Clock.MODEL, WarmUp.NONE, false),
                        any -> true,
                        new Dictionary());
        assertThat(model.rows()).hasSize(1);
        assertThat(model.rows().getFirst().histogram().getMean()).isEqualTo(MadeSession.COST);
    }

    @Test
    @DisplayName(
            "in an .hlog are read by HdrHistogram's own reader, interval by interval, with their tags")
    void hlog() {
        // 2,000,000 traps of 710 virtual ns are 1.42 s: two intervals.
        Session s = session("a", 0, 2_000_000, 120);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LatencyFiles.Log log = new LatencyFiles.Log(out, "made");
        Latencies.Options options = new Latencies.Options(Latencies.Clock.HOST, WarmUp.NONE, false);
        Latencies.byInterval(s, options, any -> true, new Dictionary(), log);
        log.close();
        HistogramLogReader reader =
                new HistogramLogReader(new ByteArrayInputStream(out.toByteArray()));
        long polls = 0;
        long intervals = 0;
        for (EncodableHistogram h = reader.nextIntervalHistogram();
                h != null;
                h = reader.nextIntervalHistogram()) {
            assertThat(h.getTag()).doesNotContain(",").doesNotContain(" ");
            if (h.getTag().startsWith("SYSREG:MDCCSR_EL0:read:EL1:value:")) {
                polls += ((Histogram) h).getTotalCount();
                intervals++;
                assertThat(h.getMaxValueAsDouble()).isEqualTo(120);
            }
        }
        assertThat(polls).isEqualTo(2_000_000);
        assertThat(intervals).isEqualTo(2);
    }

    @Test
    @DisplayName("in an .hgrm have the four columns that plotters read")
    void hgrm() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LatencyFiles.percentiles(out, of(session("a", 0, 1000, 120), WarmUp.NONE, false).all());
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst())
                .contains("Value", "Percentile", "TotalCount", "1/(1-Percentile)");
        assertThat(lines.get(2).strip().split("\\s+")).hasSize(4);
        assertThat(lines.getLast()).startsWith("#[Buckets");
    }

    @Test
    @DisplayName("that one JVM hands to another arrive as they were")
    void dump() throws Exception {
        List<Latencies.Row> rows = of(session("a", 5, 100, 120), WarmUp.NONE, false).rows();
        Path file = dir.resolve("dump.json");
        LatencyDump.write(file, rows);
        List<Latencies.Row> read = LatencyDump.read(file);
        assertThat(read)
                .extracting(Latencies.Row::key)
                .isEqualTo(rows.stream().map(Latencies.Row::key).toList());
        assertThat(read.getFirst().histogram()).isEqualTo(rows.getFirst().histogram());
    }

    @Test
    @DisplayName("of two single recordings have a difference, no interval, and the reason why")
    void withoutRepeats() {
        LatencyComparison c =
                LatencyComparison.once(
                        of(session("a", 0, 1000, 100), WarmUp.NONE, false).rows(),
                        of(session("b", 0, 1000, 130), WarmUp.NONE, false).rows());
        Fields row = c.fields().getFirst();
        assertThat(c.rows().getFirst().delta()).isCloseTo(30.0, within(0.5));
        assertThat(row.get("ci95")).isNull();
        assertThat(row.get("significant")).isNull();
        assertThat(c.caveat()).contains("not an independent sample", "--repeat");
    }

    @Test
    @DisplayName("of repeated pairs have an interval around the difference")
    void withRepeats() {
        List<List<Latencies.Row>> left = new java.util.ArrayList<>();
        List<List<Latencies.Row>> right = new java.util.ArrayList<>();
        for (int i = 0; i < 8; i++) {
            left.add(of(session("l" + i, 0, 1000, 100 + i), WarmUp.NONE, false).rows());
            right.add(of(session("r" + i, 0, 1000, 110 + i + i % 2), WarmUp.NONE, false).rows());
        }
        LatencyComparison c = LatencyComparison.of(left, right);
        LatencyComparison.Row polls = c.rows().getFirst();
        PairedTest t = java.util.Objects.requireNonNull(polls.test());
        assertThat(t.low()).isBetween(9.5, 11.5);
        assertThat(t.high()).isBetween(10.0, 11.5);
        assertThat(polls.significant()).isTrue();
        // The one store of each JVM is no basis for a word.
        assertThat(c.rows().getLast().test()).isNull();
    }

    @Test
    @DisplayName("are summed up without the pauses of the host")
    void statistic() {
        Histogram h = new Histogram(3);
        h.recordValueWithCount(100, 990);
        h.recordValueWithCount(10_000_000, 10);
        assertThat(LatencyComparison.statistic(h)).isCloseTo(100, within(0.5));
        assertThat(h.getMean()).isGreaterThan(90_000);
    }
}
