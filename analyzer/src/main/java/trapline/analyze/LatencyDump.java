package trapline.analyze;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trapline.event.TrapClass;

/** The latencies that one JVM measured, handed to the process that started it. */
public final class LatencyDump {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private LatencyDump() {}

    /** Writes rows to a file. */
    public static void write(Path file, List<Latencies.Row> rows) throws IOException {
        List<Object> all = new ArrayList<>();
        for (Latencies.Row r : rows) {
            ByteBuffer b = ByteBuffer.allocate(r.histogram().getNeededByteBufferCapacity());
            int n = r.histogram().encodeIntoCompressedByteBuffer(b);
            Fields f =
                    r.key()
                            .fields()
                            .put("rawOffset", r.key().offset())
                            .put("traps", r.traps())
                            .put("excluded", r.excluded())
                            .put("absent", r.absent())
                            .put(
                                    "histogram",
                                    Base64.getEncoder()
                                            .encodeToString(java.util.Arrays.copyOf(b.array(), n)));
            all.add(f.map());
        }
        Files.writeString(file, MAPPER.writeValueAsString(all));
    }

    /** Reads what {@link #write} wrote. */
    public static List<Latencies.Row> read(Path file) throws IOException {
        List<Latencies.Row> rows = new ArrayList<>();
        for (JsonNode n : MAPPER.readTree(Files.readString(file))) {
            TrapKey key =
                    new TrapKey(
                            TrapClass.valueOf(n.path("class").asString()),
                            n.path("register").asString(null),
                            n.path("device").asString(null),
                            n.path("rawOffset").asLong(),
                            n.path("direction").asString(null),
                            n.path("el").asInt(),
                            n.path("action").asString(),
                            n.path("rule").asString());
            rows.add(
                    new Latencies.Row(
                            key,
                            null,
                            histogram(n.path("histogram").asString()),
                            n.path("traps").asLong(),
                            n.path("excluded").asLong(),
                            n.path("absent").asLong()));
        }
        return rows;
    }

    private static Histogram histogram(String base64) throws IOException {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(base64)), 0);
        } catch (DataFormatException e) {
            throw new IOException("histogram of another process", e);
        }
    }
}
