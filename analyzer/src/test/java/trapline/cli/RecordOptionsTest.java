package trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@DisplayName("The options of record")
class RecordOptionsTest {
    @TempDir Path dir;

    private final Shell shell = new Shell();
    private Path kernel;

    @BeforeEach
    void guest() throws IOException {
        kernel = TinyGuest.in(dir);
    }

    private int record(String name, String... options) {
        List<Object> args =
                new ArrayList<>(
                        List.of("record", "-o", dir.resolve(name), "-q", "--kernel", kernel));
        if (!List.of(options).contains("--budget")) {
            args.addAll(List.of("--budget", "5k"));
        }
        args.addAll(List.of(options));
        return shell.run(args.toArray());
    }

    private JsonNode info(String name) {
        assertThat(shell.run("info", dir.resolve(name), "--format", "json")).isZero();
        return shell.json();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            --memory 5              | expected a multiple of 2M
            --memory lots           | expected a number of bytes
            --cpus 0                | expected 1 to 8
            --cpus 99               | expected 1 to 8
            --cpus two              | --cpus
            --gic 4                 | expected 2 to 3
            --cpu z80               | cortex-a57
            --platform mars         | xen-domu
            --hypervisor hyper      | xen
            --xen-build fast        | debug
            --partial-emulation yo  | on or off
            --config FOO=y          | PARTIAL_EMULATION
            --config PARTIAL_EMULATION=maybe | y or n
            --xen-args partial-emulation=perhaps | perhaps
            --trap-cost cheap       | cheap
            --trap-cost sysreg=-1   | sysreg
            --rtc noon              | 2025-01-01
            --budget 0              | above 0
            --budget lots           | 1_000_000
            --timeout 0             | above 0
            --until=                | empty
            --input /nonexistent    | no such file
            --policy /nonexistent   | no such file
            --symbols /nonexistent  | no such file
            --initrd /nonexistent   | no such file
            --no-such-option        | --no-such-option
            --hypervisor kvm --partial-emulation on | kvm
            --hypervisor kvm --xen-args loglvl=all  | kvm
            """)
    @DisplayName("with bad values are answered with one line and exit code 2")
    void badValues(String options, String said) {
        assertThat(record("bad", options.strip().split(" "))).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.err().lines())
                .singleElement()
                .asString()
                .startsWith("trapline: ")
                .contains(said);
        assertThat(shell.out()).isEmpty();
        assertThat(dir.resolve("bad")).doesNotExist();
    }

    @Test
    @DisplayName("refuse images that cannot be started, by name")
    void badImages() throws IOException {
        Path empty = Files.createFile(dir.resolve("empty"));
        Path damaged = Files.writeString(dir.resolve("damaged"), "MZ" + "x".repeat(200));
        Path large = Files.write(dir.resolve("large"), new byte[17 << 20]);
        assertThat(shell.run("record", "-o", dir.resolve("s"), "--kernel", empty))
                .isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.err()).contains(empty + " is empty");
        assertThat(shell.run("record", "-o", dir.resolve("s"), "--kernel", dir.resolve("missing")))
                .isEqualTo(2);
        assertThat(shell.err()).contains("no such file");
        assertThat(shell.run("record", "-o", dir.resolve("s"), "--kernel", damaged))
                .isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.err()).contains("damaged header");
        assertThat(
                        shell.run(
                                "record",
                                "-o",
                                dir.resolve("s"),
                                "--kernel",
                                large,
                                "--memory",
                                "16M"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("memory");
        assertThat(shell.run("record", "-o", dir.resolve("s"), "--guest", "no-such-guest"))
                .isEqualTo(2);
        assertThat(shell.err()).contains("no-such-guest", "unknown");
        assertThat(shell.run("record", "-o", dir.resolve("s"), "--firmware", kernel))
                .isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.err()).contains("qemu-virt");
        assertThat(shell.run("record", "-o", dir.resolve("s"))).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.run("record", "--kernel", kernel)).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(dir.resolve("s")).doesNotExist();
    }

    @Test
    @DisplayName("name the line of a console script that cannot be understood")
    void badScript() throws IOException {
        Path script = Files.writeString(dir.resolve("script"), "help\n@shout hello\n");
        assertThat(record("bad", "--input", script.toString())).isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.err()).contains("line 2");
    }

    @Test
    @DisplayName("never overwrite a session that exists")
    void existing() throws IOException {
        assertThat(record("a")).isZero();
        List<String> before = listing();
        assertThat(record("a")).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(shell.err().lines()).singleElement().asString().contains("already exists");
        assertThat(listing()).isEqualTo(before);
    }

    private List<String> listing() throws IOException {
        try (Stream<Path> all = Files.walk(dir.resolve("a"))) {
            return all.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}: given {1}, effective {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            textBlock =
                    """
            --budget 5000                                       | null  | false
            --partial-emulation on                              | on    | true
            --partial_emulation off                             | off   | false
            --xen-args partial-emulation                        | true  | true
            --xen-args partial-emulation=enable                 | enable | true
            --xen-args no-partial-emulation                     | false | false
            --xen-args partial_emulation=true                   | null  | false
            --config PARTIAL_EMULATION=n --partial-emulation on | on    | false
            --config CONFIG_PARTIAL_EMULATION=n                 | null  | false
            """)
    @DisplayName("about partial emulation are kept as given, and take effect as Xen has it")
    void partialEmulation(String options, String given, boolean effective) {
        assertThat(record("s", options.split(" "))).as(shell.err()).isZero();
        JsonNode n = info("s");
        assertThat(n.path("flags").path("partial-emulation").asString(null)).isEqualTo(given);
        assertThat(n.path("effective").path("partial-emulation").asBoolean()).isEqualTo(effective);
    }

    @Test
    @DisplayName("that Xen does not know have no effect and one warning")
    void unknownToXen() {
        assertThat(record("s", "--xen-args", "partial_emulation=true")).isZero();
        assertThat(shell.err().lines().filter(l -> l.contains("warning")))
                .singleElement()
                .asString()
                .contains("partial_emulation: unknown to Xen, did you mean partial-emulation?");
        assertThat(shell.run("console", dir.resolve("s"), "--log")).isZero();
        assertThat(shell.out()).contains("partial_emulation");
    }

    @Test
    @DisplayName("describe the machine that is recorded, and equal ones give equal recordings")
    void deterministic() {
        String[] options = {
            "--platform",
            "qemu-virt",
            "--cpu",
            "neoverse-n1",
            "--cpus",
            "2",
            "--memory",
            "64M",
            "--gic",
            "2",
            "--hypervisor",
            "kvm",
            "--rtc",
            "2025-06-01T12:00:00Z",
            "--seed",
            "7",
            "--trap-cost",
            "altra"
        };
        assertThat(record("a", options)).as(shell.err()).isZero();
        assertThat(record("b", options)).isZero();
        JsonNode a = info("a");
        assertThat(a.path("memoryBytes").asLong()).isEqualTo(64L << 20);
        assertThat(a.path("cpus").asInt()).isEqualTo(2);
        assertThat(a.path("gic").asInt()).isEqualTo(2);
        assertThat(a.path("hypervisor").asString()).isEqualTo("kvm");
        assertThat(a.path("effective").path("partial-emulation").isNull()).isTrue();
        assertThat(a.path("rtcSeconds").asLong()).isEqualTo(1_748_779_200L);
        assertThat(info("b").path("factDigest")).isEqualTo(a.path("factDigest"));
        assertThat(info("b").path("stateDigest")).isEqualTo(a.path("stateDigest"));
    }
}
