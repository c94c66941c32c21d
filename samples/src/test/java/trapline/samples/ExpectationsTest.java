package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * Every row of {@code guests/expectations.csv}. The texts are stated from documents; {@code
 * -Dtrapline.slow} adds the rows that take minutes.
 */
@DisplayName("A bundled guest prints what the documents say, ends as stated, and replays exactly")
class ExpectationsTest {
    private static final Path GUESTS = Path.of("guests");

    /** Options are words; single quotes hold one together. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|[^ ]+");

    @TempDir Path dir;

    private final Cli cli = new Cli();

    /** One row: {@code expected} is a file, {@code options} are of {@code trapline record}. */
    record Row(String guest, String expected, String options, String outcome, boolean slow) {
        @Override
        public String toString() {
            return guest + " " + options + ": " + outcome;
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(GUESTS.resolve("expectations.csv")).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(f -> new Row(f[0], f[1], f[2], f[3], f[4].equals("slow")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void rowHolds(Row row) throws IOException {
        assumeTrue(
                !row.slow || Boolean.getBoolean("trapline.slow"),
                "takes minutes: add -Dtrapline.slow=true");
        Path session = dir.resolve("s");
        List<Object> args = new ArrayList<>(List.of("record", "-o", session, "--guest", row.guest));
        for (Matcher word = WORD.matcher(row.options); word.find(); ) {
            String option = word.group(1) != null ? word.group(1) : word.group();
            args.add(option.startsWith("samples/") ? Cli.HOME.resolve(option) : option);
        }
        JsonNode info = cli.json(args.toArray());
        assertThat(plain(Cli.console(session)))
                .isEqualTo(Files.readString(GUESTS.resolve(row.expected)));
        assertThat(info.path("outcome").path("kind").asString())
                .as("outcome")
                .isEqualTo(row.outcome);
        JsonNode replay = cli.json("replay", session);
        assertThat(replay.path("verified").asBoolean()).as("%s", replay).isTrue();
        assertThat(replay.path("traps")).isEqualTo(info.path("traps"));
        assertThat(replay.path("retired")).isEqualTo(info.path("retired"));
    }

    /** A guest's terminal lines end in CR LF, those of a file in LF. */
    private static String plain(String console) {
        return console.replace("\r\n", "\n");
    }
}
