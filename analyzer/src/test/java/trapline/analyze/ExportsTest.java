package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trapline.event.Outcome;
import trapline.journal.Session;

@DisplayName("An exported session")
class ExportsTest {
    private static final long PC = 0x40080000L;
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @TempDir Path dir;

    private Session session;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @BeforeEach
    void make() {
        session =
                MadeSession.in(dir.resolve("a"))
                        .polls(1500, PC, 0x20000000L, 90)
                        .store(0, 0x18, PC + 4, -1)
                        .print("hello\u001b[2J\n")
                        .log("(XEN) a, \"quoted\" line")
                        .write(MadeSession.DBGDTR, PC + 8, 'x', true, "=cmd|' /C calc'!A0")
                        .end(Outcome.Kind.PANICKED, "panic");
    }

    private Exports exports() {
        return new Exports(session, address -> address == PC ? "poll" : null);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    @DisplayName("as CSV has a line a trap, and no cell that a spreadsheet would run")
    void csv() throws IOException {
        exports().csv(out);
        assertThat(lines()).hasSize(1 + 1502);
        assertThat(lines().get(1))
                .startsWith("1,0,1,10,10,0x40080000,poll,SYSREG,MDCCSR_EL0,,,read,value,");
        assertThat(lines().get(1501)).contains(",uart0,0x18,write,emulate,", "0xffffffffffffffff");
        assertThat(lines().getLast()).contains("'=cmd|").doesNotContain(",=cmd");
    }

    @Test
    @DisplayName("as JSON has an object an event, in order")
    void json() throws IOException {
        exports().json(out);
        JsonNode first = MAPPER.readTree(lines().getFirst());
        assertThat(first.path("type").asString()).isEqualTo("trap");
        assertThat(first.path("value").asString()).isEqualTo("0x20000000");
        assertThat(lines()).hasSize(1502 + 10 + 1 + 1);
        assertThat(MAPPER.readTree(lines().getLast()).path("kind").asString())
                .isEqualTo("PANICKED");
    }

    @Test
    @DisplayName("as a timeline has runs as one slice, and marks for what was printed")
    void perfetto() throws IOException {
        exports().perfetto(out);
        JsonNode events = MAPPER.readTree(out.toString(StandardCharsets.UTF_8)).path("traceEvents");
        JsonNode run = null;
        int slices = 0;
        StringBuilder marks = new StringBuilder();
        for (JsonNode e : events) {
            if (e.path("ph").asString().equals("X")) {
                slices++;
                run = run == null ? e : run;
            } else if (e.path("ph").asString().equals("i")) {
                marks.append(e.path("name").asString()).append('\n');
            }
        }
        assertThat(slices).isEqualTo(3);
        assertThat(run).isNotNull();
        assertThat(run.path("name").asString()).isEqualTo("MDCCSR_EL0 read x1500");
        // 1500 traps 710 ns apart, the last one's own cost included.
        assertThat(run.path("dur").asDouble()).isEqualTo((1499 * 710 + 700) / 1e3);
        assertThat(marks.toString())
                .contains("hello^[[2J", "(XEN) a, \"quoted\" line", "outcome PANICKED");
    }

    @Test
    @DisplayName(
            "as Parquet begins and ends as the format demands, and its first column holds every trap id")
    void parquet() throws IOException {
        exports().parquet(out);
        byte[] file = out.toByteArray();
        ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(new String(file, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("PAR1");
        assertThat(new String(file, file.length - 4, 4, StandardCharsets.US_ASCII))
                .isEqualTo("PAR1");
        assertThat(b.getInt(file.length - 8)).isBetween(100, file.length);
        // The first page: behind its header, GZIP of level bytes and values.
        int gzip = 4;
        while (file[gzip] != 0x1f || (file[gzip + 1] & 0xff) != 0x8b) {
            gzip++;
        }
        ByteBuffer page =
                ByteBuffer.wrap(
                                new GZIPInputStream(
                                                new ByteArrayInputStream(
                                                        file, gzip, file.length - gzip))
                                        .readNBytes(4 + 3 + 1502 * 8))
                        .order(ByteOrder.LITTLE_ENDIAN);
        assertThat(page.getInt()).isEqualTo(3);
        // One run of 1502 ones: the length shifted left by one as a varint of two bytes, then the
        // level.
        assertThat(page.get() & 0xff).isEqualTo(1502 << 1 & 0x7f | 0x80);
        assertThat(page.get() & 0xff).isEqualTo(1502 << 1 >> 7);
        assertThat(page.get()).isEqualTo((byte) 1);
        for (long id = 1; id <= 1502; id++) {
            assertThat(page.getLong()).isEqualTo(id);
        }
    }
}
