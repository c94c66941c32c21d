package trapline.journal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code session.json} holds: a rendering of the configuration and the last seal, with the
 * checksum of every file, and of itself.
 *
 * @param retired instructions of all vCPUs
 * @param stateDigest 32 hexadecimal digits, or null when the machine gave none
 * @param factDigest 32 hexadecimal digits: all facts but host time
 * @param seal digest of the last seal: what a fork holds on to
 * @param files bytes and CRC32C of each file, by path below the session's directory
 * @param self SHA-256 of this file's text with an empty string here
 */
public record SessionFile(
        int format,
        SessionConfig config,
        @Nullable Ended outcome,
        long retired,
        long virtualNanos,
        long traps,
        long lastTrap,
        long interrupts,
        long consoleBytes,
        long logLines,
        long inputs,
        long facts,
        @Nullable String stateDigest,
        String factDigest,
        String consoleSha256,
        long wallNanos,
        String seal,
        SortedMap<String, Sum> files,
        String self) {

    static final String NAME = "session.json";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Directories whose files have their checksum in here. */
    private static final List<String> COVERED = List.of("queue", "snapshots", "drive");

    /** How the run ended, in the words of {@link trapline.event.Outcome.Kind}. */
    public record Ended(String kind, @Nullable String detail) {}

    /**
     * Checksum of one file.
     *
     * @param crc32c hexadecimal with 0x
     */
    public record Sum(long bytes, String crc32c) {}

    /** What a finished session in {@code dir} must have in its file. */
    static SessionFile of(Path dir, SessionConfig config, Seal s) throws IOException {
        Ended ended =
                s.outcome() == null
                        ? null
                        : new Ended(s.outcome().kind().name(), s.outcome().detail());
        SessionFile f =
                new SessionFile(
                        Format.VERSION,
                        config,
                        ended,
                        s.machineRetired(),
                        s.virtualNanos(),
                        s.traps(),
                        s.lastTrap(),
                        s.interrupts(),
                        s.consoleBytes(),
                        s.logLines(),
                        s.inputs(),
                        s.facts(),
                        s.stateDigest(),
                        s.factDigest(),
                        s.console(),
                        s.wallNanos(),
                        s.hash(),
                        sums(dir),
                        "");
        return f.withSelf(f.digestOfSelf());
    }

    private SessionFile withSelf(String digest) {
        return new SessionFile(
                format,
                config,
                outcome,
                retired,
                virtualNanos,
                traps,
                lastTrap,
                interrupts,
                consoleBytes,
                logLines,
                inputs,
                facts,
                stateDigest,
                factDigest,
                consoleSha256,
                wallNanos,
                seal,
                files,
                digest);
    }

    private String digestOfSelf() {
        return Hashes.hex(
                Hashes.sha256().digest(withSelf("").render().getBytes(StandardCharsets.UTF_8)));
    }

    boolean selfMatches() {
        return self.equals(digestOfSelf());
    }

    String render() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
    }

    static String render(SessionConfig config) {
        return MAPPER.writeValueAsString(config);
    }

    /**
     * Reads a configuration.
     *
     * @throws SessionException in one line, when it is not one or of another version
     */
    static SessionConfig parseConfig(Path session, String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            requireVersion(session, tree);
            return MAPPER.treeToValue(tree, SessionConfig.class);
        } catch (JacksonException e) {
            throw Problems.damaged(session, "the recorded configuration is not readable");
        }
    }

    /**
     * Reads {@code session.json}; null when there is none.
     *
     * @throws SessionException in one line, when it is damaged, foreign or of another version
     */
    static @Nullable SessionFile read(Path dir) {
        Path file = dir.resolve(NAME);
        if (!Files.exists(file)) {
            return null;
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            JsonNode tree = MAPPER.readTree(bytes);
            requireVersion(dir, tree);
            SessionFile f = MAPPER.treeToValue(tree, SessionFile.class);
            if (!new String(bytes, StandardCharsets.UTF_8).equals(f.render()) || !f.selfMatches()) {
                throw Problems.damaged(dir, NAME + " does not match its own checksum");
            }
            return f;
        } catch (JacksonException | NullPointerException e) {
            throw Problems.damaged(dir, NAME + " is damaged: not the JSON of a session");
        } catch (IOException e) {
            throw Problems.environment(file, e);
        }
    }

    private static void requireVersion(Path dir, JsonNode tree) {
        JsonNode format = tree.path("format");
        if (!format.isInt()) {
            throw Problems.notOurs(dir, "not a Trapline session: no format in " + NAME);
        }
        if (format.intValue() != Format.VERSION) {
            throw Problems.notOurs(
                    dir,
                    "session format "
                            + format.intValue()
                            + ", this build reads format "
                            + Format.VERSION);
        }
    }

    /** Writes the file so that it is there as a whole or not at all. */
    void write(Path dir) throws IOException {
        Path temporary = dir.resolve(NAME + ".new");
        byte[] text = render().getBytes(StandardCharsets.UTF_8);
        Files.write(temporary, text);
        try (FileChannel c = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
            c.force(true);
        }
        Files.move(temporary, dir.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Checksums of all files in the covered directories, by path. */
    static SortedMap<String, Sum> sums(Path dir) throws IOException {
        TreeMap<String, Sum> found = new TreeMap<>();
        for (String d : COVERED) {
            Path sub = dir.resolve(d);
            if (!Files.isDirectory(sub)) {
                continue;
            }
            try (Stream<Path> files = Files.walk(sub)) {
                for (Path p : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                    found.put(dir.relativize(p).toString().replace('\\', '/'), sum(p));
                }
            }
        }
        return found;
    }

    private static Sum sum(Path file) throws IOException {
        CRC32C crc = new CRC32C();
        long bytes = 0;
        byte[] chunk = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(chunk); n > 0; n = in.read(chunk)) {
                crc.update(chunk, 0, n);
                bytes += n;
            }
        }
        return new Sum(bytes, String.format("0x%08x", crc.getValue()));
    }

    /** The first file whose checksum is not the recorded one, or null. */
    @Nullable String firstDifference(Path dir) throws IOException {
        Map<String, Sum> now = sums(dir);
        for (Map.Entry<String, Sum> e : files.entrySet()) {
            Sum is = now.remove(e.getKey());
            if (is == null) {
                return e.getKey() + " is missing";
            }
            if (!is.equals(e.getValue())) {
                return e.getKey() + " does not match its checksum";
            }
        }
        return now.isEmpty()
                ? null
                : now.keySet().iterator().next() + " does not belong to the session";
    }
}
