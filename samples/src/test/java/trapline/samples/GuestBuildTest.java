package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("samples/build-guests.sh")
class GuestBuildTest {
    private static final Path COMMITTED = Path.of("guests", "images");

    @TempDir Path built;

    @Test
    @DisplayName(
            "reproduces the committed images byte for byte with the compiler that they were built with")
    void reproduces() throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(d -> Files.isExecutable(Path.of(d, "aarch64-linux-gnu-gcc"))),
                "skipped: aarch64-linux-gnu-gcc is not installed (Debian package gcc-aarch64-linux-gnu)");
        Process p =
                new ProcessBuilder("sh", "build-guests.sh", "-o", built.toString())
                        .redirectErrorStream(true)
                        .start();
        String said = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(p.waitFor()).as(said).isZero();
        assertThat(said).isEmpty();
        assertThat(names(built)).isEqualTo(names(COMMITTED));
        String compiler = Files.readString(built.resolve("built-with.txt"));
        String committed = Files.readString(COMMITTED.resolve("built-with.txt"));
        assumeTrue(
                compiler.equals(committed),
                "all guests build; not compared: the images were built with "
                        + committed
                        + ", this is "
                        + compiler);
        for (String name : names(COMMITTED)) {
            assertThat(Files.mismatch(built.resolve(name), COMMITTED.resolve(name)))
                    .as("first difference in " + name)
                    .isEqualTo(-1);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
