package trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Commands on sessions of a tiny guest: the JSON contract, field by field, and the exit codes. */
@DisplayName("Commands on a recorded session")
class CommandsTest {
    @TempDir Path dir;

    private final Shell shell = new Shell();
    private Path on;

    @BeforeEach
    void record() throws IOException {
        on = dir.resolve("on");
        // The budget is for the runs with another policy that start from this one.
        assertThat(
                        shell.run(
                                "record",
                                "-o",
                                on,
                                "--kernel",
                                TinyGuest.in(dir),
                                "--partial-emulation",
                                "on",
                                "--budget",
                                "10k"))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).contains("A");
    }

    private JsonNode json(Object... args) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.add("--format");
        all.add("json");
        int code = shell.run(all.toArray());
        assertThat(shell.out()).as("exit %d: %s", code, shell.err()).startsWith("{");
        return shell.json();
    }

    private Path off() throws IOException {
        Path off = dir.resolve("off");
        // Its exception makes it spin: a budget ends it.
        assertThat(
                        shell.run(
                                "record",
                                "-o",
                                off,
                                "-q",
                                "--kernel",
                                TinyGuest.in(dir),
                                "--budget",
                                "10k"))
                .isZero();
        return off;
    }

    @Test
    @DisplayName("info has every field of the contract")
    void info() {
        JsonNode n = json("info", on);
        assertThat(n.path("sealed").asBoolean()).isTrue();
        assertThat(n.path("platform").asString()).isEqualTo("xen-domu");
        assertThat(n.path("cpu").asString()).isEqualTo("cortex-a57");
        assertThat(n.path("cpus").asInt()).isEqualTo(1);
        assertThat(n.path("memoryBytes").asLong()).isEqualTo(512L << 20);
        assertThat(n.path("hypervisor").asString()).isEqualTo("xen");
        assertThat(n.path("config").path("PARTIAL_EMULATION").asString()).isEqualTo("y");
        assertThat(n.path("flags").path("partial-emulation").asString()).isEqualTo("on");
        assertThat(n.path("effective").path("partial-emulation").asBoolean()).isTrue();
        assertThat(n.path("outcome").path("kind").asString()).isEqualTo("POWERED_OFF");
        assertThat(n.path("traps").asLong()).isEqualTo(TinyGuest.POLLS + 4);
        assertThat(n.path("retired").asLong()).isEqualTo(TinyGuest.RETIRED);
        assertThat(n.path("stateDigest").asString()).matches("[0-9a-f]{32}");
        assertThat(n.path("factDigest").asString()).matches("[0-9a-f]{32}");
        assertThat(n.path("consoleSha256").asString()).matches("[0-9a-f]{64}");
        assertThat(n.path("parent").isNull()).isTrue();
        for (String field :
                List.of(
                        "format",
                        "virtualNanos",
                        "interrupts",
                        "journalBytes",
                        "snapshotBytes",
                        "imageBytes",
                        "wallNanos")) {
            assertThat(n.path(field).isNumber()).as(field).isTrue();
        }
        assertThat(shell.run("info", on)).isZero();
        assertThat(shell.out()).contains("POWERED_OFF", "partial-emulation on");
    }

    @Test
    @DisplayName("traps --by register counts by the key of the contract")
    void trapsByRegister() {
        JsonNode rows = json("traps", on, "--by", "register").path("rows");
        JsonNode polls = rows.get(0);
        assertThat(polls.path("class").asString()).isEqualTo("SYSREG");
        assertThat(polls.path("register").asString()).isEqualTo("MDCCSR_EL0");
        assertThat(polls.path("device").isNull()).isTrue();
        assertThat(polls.path("offset").isNull()).isTrue();
        assertThat(polls.path("direction").asString()).isEqualTo("read");
        assertThat(polls.path("el").asInt()).isEqualTo(1);
        assertThat(polls.path("action").asString()).isEqualTo("value");
        assertThat(polls.path("rule").asString())
                .isEqualTo("xen/sysreg/MDCCSR_EL0/read/partial-emulation=on");
        assertThat(polls.path("count").asLong()).isEqualTo(TinyGuest.POLLS);
        JsonNode uart = rows.get(1);
        assertThat(uart.path("offset").asString()).isEqualTo("0x0");
        assertThat(uart.path("register").isNull()).isTrue();
        assertThat(uart.path("direction").asString()).isEqualTo("write");
    }

    @Test
    @DisplayName("traps lists each trap once, runs together, and filters")
    void trapsList() {
        JsonNode rows = json("traps", on).path("rows");
        assertThat(rows.get(0).path("trap").asLong()).isEqualTo(1);
        assertThat(rows.get(0).path("count").asLong()).isEqualTo(TinyGuest.POLLS);
        assertThat(rows.get(0).path("value").asString()).isEqualTo("0x20000000");
        assertThat(rows.get(0).path("flags").path("partial-emulation").asBoolean()).isTrue();
        assertThat(rows.size()).isEqualTo(5);
        assertThat(json("traps", on, "--each").path("rows").size()).isEqualTo(TinyGuest.POLLS + 4);
        assertThat(json("traps", on, "--register", "dbgdtr*").path("rows").size()).isEqualTo(1);
        assertThat(json("traps", on, "--class", "hvc,data_abort").path("rows").size()).isEqualTo(3);
        assertThat(json("traps", on, "--action", "wi").path("rows").size()).isEqualTo(1);
        assertThat(json("traps", on, "--from", "10", "--to", "12", "--each").path("rows").size())
                .isEqualTo(3);
        assertThat(json("traps", on, "--pc", rows.get(1).path("pc").asString()).path("rows").size())
                .isEqualTo(1);
        assertThat(shell.run("traps", on, "--limit", "2")).isZero();
        assertThat(shell.out().lines()).hasSize(2);
        assertThat(shell.err()).contains("3 more traps");
        assertThat(shell.run("traps", on, "--action", "guess")).isEqualTo(ExitCode.BAD_USAGE);
    }

    @Test
    @DisplayName("console prints what the guest wrote")
    void console() {
        assertThat(shell.run("console", on)).isZero();
        assertThat(shell.out()).isEqualTo("A\n");
        assertThat(json("console", on).path("bytes").asLong()).isEqualTo(2);
    }

    @Test
    @DisplayName("replay verifies, and says so in the contract's fields")
    void replay() {
        JsonNode n = json("replay", on);
        assertThat(n.path("verified").asBoolean()).isTrue();
        assertThat(n.path("firstMismatch").isNull()).isTrue();
        assertThat(n.path("traps").asLong()).isEqualTo(TinyGuest.POLLS + 4);
        assertThat(n.path("retired").asLong()).isEqualTo(TinyGuest.RETIRED);
        assertThat(n.path("outcome").path("kind").asString()).isEqualTo("POWERED_OFF");
        assertThat(n.path("wallNanos").isNumber()).isTrue();
    }

    @Test
    @DisplayName(
            "a flipped replay is a session whose parent is named, and equals one recorded so from the start")
    void flip() throws IOException {
        Path off = off();
        Path flipped = dir.resolve("flipped");
        assertThat(shell.run("replay", off, "-o", flipped, "--flip", "partial_emulation"))
                .as(shell.err())
                .isZero();
        JsonNode n = json("info", flipped);
        assertThat(n.path("parent").path("trap").asLong()).isEqualTo(1);
        assertThat(n.path("effective").path("partial-emulation").asBoolean()).isTrue();
        JsonNode d = json("diff", flipped, on);
        assertThat(d.path("counts").get(0).path("left").asLong())
                .isEqualTo(d.path("counts").get(0).path("right").asLong());
        assertThat(d.path("firstDifference").isNull()).isTrue();
        assertThat(d.path("outcome").path("left")).isEqualTo(d.path("outcome").path("right"));
    }

    @Test
    @DisplayName("a flip that the configuration makes ineffective is proved identical")
    void ineffectiveFlip() throws IOException {
        Path without = dir.resolve("without");
        Path kernel = TinyGuest.in(dir);
        assertThat(
                        shell.run(
                                "record",
                                "-o",
                                without,
                                "-q",
                                "--kernel",
                                kernel,
                                "--budget",
                                "10k",
                                "--config",
                                "PARTIAL_EMULATION=n",
                                "--partial-emulation",
                                "on"))
                .isZero();
        assertThat(shell.err()).contains("warning: partial-emulation: no effect");
        JsonNode i = json("info", without);
        assertThat(i.path("flags").path("partial-emulation").asString()).isEqualTo("on");
        assertThat(i.path("effective").path("partial-emulation").asBoolean()).isFalse();
        JsonNode n =
                json("replay", without, "-o", dir.resolve("none"), "--flip", "partial-emulation");
        assertThat(n.path("proved").asBoolean()).isTrue();
        assertThat(dir.resolve("none")).doesNotExist();
    }

    @Test
    @DisplayName("diff exits 1 when sessions differ, with the first differing decision")
    void diff() throws IOException {
        Path off = off();
        assertThat(shell.run("diff", on, off, "--format", "json")).isEqualTo(ExitCode.NO);
        JsonNode n = shell.json();
        assertThat(n.path("same").asBoolean()).isFalse();
        JsonNode f = n.path("firstDifference");
        assertThat(f.path("trap").asLong()).isEqualTo(1);
        assertThat(f.path("vcpu").asInt()).isZero();
        assertThat(f.path("retired").asLong()).isEqualTo(3);
        assertThat(f.path("pc").asString()).isEqualTo("0x4008000c");
        assertThat(f.path("symbol").isNull()).isTrue();
        assertThat(f.path("register").asString()).isEqualTo("MDCCSR_EL0");
        assertThat(f.path("left").path("value").asString()).isEqualTo("0x20000000");
        assertThat(f.path("left").path("rule").asString()).endsWith("partial-emulation=on");
        assertThat(f.path("right").path("action").asString()).isNotEmpty();
        assertThat(n.path("console").path("same").isBoolean()).isTrue();
        assertThat(n.path("counts").get(0).path("left").isNumber()).isTrue();
        assertThat(shell.run("diff", on, on)).isZero();
        assertThat(shell.run("diff", on, off)).isEqualTo(ExitCode.NO);
        assertThat(shell.out()).contains("MDCCSR_EL0", "BUDGET_SPENT", "POWERED_OFF");
    }

    @Test
    @DisplayName(
            "latency has the figures of the contract, and null for an interval that one recording cannot give")
    void latency() throws IOException {
        JsonNode row = json("latency", on).path("rows").get(0);
        assertThat(row.path("register").asString()).isEqualTo("MDCCSR_EL0");
        for (String figure : List.of("count", "mean", "p50", "p90", "p99", "p999", "max")) {
            assertThat(row.path(figure).isNumber()).as(figure).isTrue();
        }
        assertThat(row.path("unit").asString()).isEqualTo("ns");
        assertThat(row.path("excluded").asLong()).isEqualTo(50);
        JsonNode both = json("latency", on, off());
        assertThat(both.path("rows").get(0).path("left").path("p50").isNumber()).isTrue();
        assertThat(both.path("rows").get(0).has("ci95")).isTrue();
        assertThat(both.path("rows").get(0).path("ci95").isNull()).isTrue();
        assertThat(both.path("caveat").asString()).contains("not an independent sample");
        assertThat(
                        json("latency", on, "--clock", "model")
                                .path("rows")
                                .get(0)
                                .path("mean")
                                .asDouble())
                .isEqualTo(700.0);
        assertThat(shell.run("latency", on, "--format", "csv")).isZero();
        assertThat(shell.out())
                .startsWith("class,register,device,offset,direction,el,action,rule,count,mean,p50");
        Path hlog = dir.resolve("on.hlog");
        assertThat(shell.run("latency", on, "--format", "hlog", "-o", hlog)).isZero();
        assertThat(hlog)
                .content()
                .startsWith("#[Histogram log format version 1.3]")
                .contains("Tag=SYSREG:MDCCSR_EL0");
        assertThat(shell.run("latency", on, "--format", "hlog", "-o", hlog))
                .isEqualTo(ExitCode.ENVIRONMENT);
    }

    @Test
    @DisplayName("matrix runs every combination and proves what it can")
    void matrix() {
        JsonNode rows =
                json("matrix", on, "--flags", "partial-emulation", "--hypervisors", "xen,kvm")
                        .path("rows");
        assertThat(rows.size()).isEqualTo(3);
        assertThat(rows.get(1).path("setting").asString()).isEqualTo("xen,partial-emulation=on");
        assertThat(rows.get(1).path("provedEqualTo").asString()).isEqualTo("the session");
        assertThat(rows.get(0).path("firstDifference").path("trap").asLong()).isEqualTo(1);
        assertThat(rows.get(2).path("setting").asString()).isEqualTo("kvm");
        assertThat(dir.resolve("on-matrix")).isDirectory();
    }

    @Test
    @DisplayName("report writes one page that refers to nothing elsewhere")
    void report() throws IOException {
        Path page = dir.resolve("report.html");
        assertThat(shell.run("report", on, off(), "-o", page)).as(shell.err()).isZero();
        assertThat(page)
                .content()
                .contains("POWERED_OFF", "MDCCSR_EL0")
                .doesNotContain("http:")
                .doesNotContain("https:");
        assertThat(shell.run("report", on, "-o", page)).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(shell.run("report", on, "-o", dir.resolve("one.html"))).isZero();
    }

    @Test
    @DisplayName("replay --at --state shows the machine where a trap arrives")
    void state() {
        JsonNode n = json("replay", on, "--at", "101", "--state");
        assertThat(n.path("instruction").asString()).isEqualTo("str w4, [x3]");
        assertThat(n.path("instructionWord").asString()).isEqualTo("0xb9000064");
        assertThat(n.path("registers").path("x3").asString()).isEqualTo("0x22000000");
        assertThat(n.path("registers").path("x4").asString()).isEqualTo("0x41");
        assertThat(n.path("lastTraps").size()).isEqualTo(StateReport.LAST);
        assertThat(shell.run("replay", on, "--at", "1000000", "--state"))
                .isEqualTo(ExitCode.BAD_USAGE);
        assertThat(shell.run("replay", on, "--at", "1")).isEqualTo(ExitCode.BAD_USAGE);
    }

    @Test
    @DisplayName("check tells whole from damaged from missing from foreign")
    void check() throws IOException {
        assertThat(json("check", on).path("whole").asBoolean()).isTrue();
        assertThat(shell.run("check", dir.resolve("nothing"))).isEqualTo(ExitCode.ENVIRONMENT);
        assertThat(shell.err()).startsWith("trapline: ");
        Path foreign = Files.createDirectory(dir.resolve("foreign"));
        Files.writeString(foreign.resolve("file"), "x");
        assertThat(shell.run("check", foreign)).isEqualTo(ExitCode.BAD_USAGE);
        Files.writeString(on.resolve("session.json"), "{}");
        assertThat(shell.run("check", on)).isIn(ExitCode.NO, ExitCode.BAD_USAGE);
    }
}
