package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What each option refuses is tested beside the commands; here is what the whole product meets in
 * the world.
 */
@DisplayName("One line and an exit code answer")
class RefusedTest {
    @TempDir Path dir;

    private final Cli cli = new Cli();

    @Test
    @DisplayName("an unknown guest, with the names of those that there are")
    void unknownGuest() {
        cli.refused(
                cli.run("record", "-o", dir.resolve("s"), "--guest", "dcc-prob"), 2, "dcc-probe");
        assertThat(dir.resolve("s")).doesNotExist();
    }

    @Test
    @DisplayName("images that cannot be loaded")
    void images() throws IOException {
        Path elf = Path.of("guests", "images", "dcc-probe.elf");
        byte[] good = Files.readAllBytes(elf);
        Path cut =
                Files.write(dir.resolve("cut.elf"), java.util.Arrays.copyOf(good, good.length / 2));
        byte[] bad = good.clone();
        bad[18] = 62; // e_machine: x86-64
        Path foreign = Files.write(dir.resolve("foreign.elf"), bad);
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3};
        Path zipped = Files.write(dir.resolve("image.gz"), gzip);
        Path empty = Files.createFile(dir.resolve("empty"));
        Path s = dir.resolve("s");
        cli.refused(cli.run("record", "-o", s, "--kernel", cut), 2, "kernel: damaged ELF");
        cli.refused(cli.run("record", "-o", s, "--kernel", foreign), 2, "not AArch64");
        cli.refused(cli.run("record", "-o", s, "--kernel", zipped), 2, "kernel");
        cli.refused(cli.run("record", "-o", s, "--kernel", empty), 2, "empty");
        cli.refused(cli.run("record", "-o", s, "--kernel", dir), 2, dir.toString());
        cli.refused(
                cli.run("record", "-o", s, "--guest", "dcc-probe", "--initrd", empty), 2, "empty");
        cli.refused(
                cli.run("record", "-o", s, "--guest", "dcc-probe", "--dtb", elf), 2, "device tree");
        cli.refused(
                cli.run("record", "-o", s, "--guest", "dcc-probe", "--drive", dir.resolve("none")),
                2,
                "none");
        assertThat(s).doesNotExist();
    }

    @Test
    @DisplayName("a policy file with a mistake, by file and line")
    void policyFile() throws IOException {
        Path policy = Files.writeString(dir.resolve("my.policy"), "this is = = not a policy\n");
        cli.refused(
                cli.run(
                        "record",
                        "-o",
                        dir.resolve("s"),
                        "--guest",
                        "dcc-probe",
                        "--policy",
                        policy),
                2,
                "my.policy");
        assertThat(dir.resolve("s")).doesNotExist();
    }

    @Test
    @DisplayName("a value that Xen would not take, and warn of an option that Xen does not know")
    void xenOptions() {
        Path s = dir.resolve("s");
        cli.refused(
                cli.run(
                        "record",
                        "-o",
                        s,
                        "--guest",
                        "dcc-probe",
                        "--xen-args",
                        "partial-emulation=maybe"),
                2,
                "maybe");
        assertThat(s).doesNotExist();
        assertThat(
                        cli.run(
                                "record",
                                "-o",
                                s,
                                "--guest",
                                "alu-loop",
                                "--append",
                                "n=10",
                                "--xen-args",
                                "partial_emulation=1"))
                .isZero();
        assertThat(cli.err().lines().filter(l -> l.contains("warning")))
                .singleElement()
                .asString()
                .endsWith("partial_emulation: unknown to Xen, did you mean partial-emulation?");
    }

    @Test
    @DisplayName("a place where no session can be made, whoever the user is")
    void unwritable() throws IOException {
        Path file = Files.writeString(dir.resolve("file"), "keep me");
        cli.refused(cli.run("record", "-o", file, "--guest", "alu-loop"), 3, "already exists");
        cli.refused(cli.run("record", "-o", file.resolve("s"), "--guest", "alu-loop"), 3, "file");
        assertThat(file).hasContent("keep me");
        if (Files.isDirectory(Path.of("/proc/self"))) {
            cli.refused(
                    cli.run("record", "-o", "/proc/trapline-session", "--guest", "alu-loop"),
                    3,
                    "/proc");
        }
        Path closed = Files.createDirectory(dir.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        if (!Files.isWritable(closed)) {
            cli.refused(
                    cli.run("record", "-o", closed.resolve("s"), "--guest", "alu-loop"),
                    3,
                    "permission denied");
        }
        assertThat(closed.toFile().setWritable(true)).isTrue();
    }

    @Test
    @DisplayName("a directory that exists, empty or not, which stays as it is")
    void existing() throws IOException {
        Path there = Files.createDirectory(dir.resolve("there"));
        cli.refused(cli.run("record", "-o", there, "--guest", "alu-loop"), 3, "already exists");
        assertThat(there).isEmptyDirectory();
    }

    @Test
    @DisplayName(
            "a disk that fills up while the guest runs; what was committed can be checked and repaired elsewhere")
    void diskFull() throws Exception {
        Path small = Files.createDirectory(dir.resolve("small"));
        Process mount =
                new ProcessBuilder(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=3m",
                                "trapline-test",
                                small.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assumeTrue(mount.waitFor() == 0, "skipped: this user may not mount a small file system");
        try {
            Cli.Ended e =
                    Cli.inProcess(
                            "record",
                            "-q",
                            "-o",
                            small.resolve("s"),
                            "--guest",
                            "mmio-loop",
                            "--append",
                            "n=100000000");
            assertThat(e.printed().lines())
                    .as(e.printed())
                    .singleElement()
                    .asString()
                    .startsWith("trapline: ")
                    .contains("s");
            assertThat(e.code()).isEqualTo(3);
            assertThat(cli.run("check", small.resolve("s")))
                    .as(cli.out() + cli.err())
                    .isBetween(1, 3);
            assertThat(cli.out() + cli.err()).doesNotContain("Exception");
        } finally {
            new ProcessBuilder("umount", small.toString()).start().waitFor();
        }
    }
}
