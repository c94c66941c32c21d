package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.replay.ReplayResult;

@DisplayName(
        "Two recordings of one configuration are equal, and each verifies on one thread and on two")
class RepeatTest {
    @TempDir Path dir;

    @ParameterizedTest(name = "{0}, {1} vCPUs, GICv{2}")
    @CsvSource(
            textBlock =
                    """
                    alu-loop,       1, 3, n=1000000
                    compute,        1, 3,
                    copy-loop,      1, 3, n=2
                    dcc-earlycon,   1, 3, polls=0x800
                    dcc-probe,      1, 3,
                    dcc-uboot,      1, 3,
                    echo,           1, 3,
                    exception-tour, 1, 3,
                    hang-spin,      1, 3,
                    hang-wfi,       1, 3,
                    hvc-loop,       1, 3, n=1000
                    hypercall,      1, 3,
                    irq-timer,      1, 3,
                    irq-timer,      1, 2,
                    mmio-loop,      1, 3, n=1000
                    mmio-tour,      1, 3,
                    mmio-tour,      1, 2,
                    mmu-tour,       1, 3,
                    reboot,         1, 3,
                    smp-hello,      4, 3,
                    smp-hello,      4, 2,
                    sysreg-tour,    1, 3,
                    trap-loop,      1, 3, n=1000
                    wfi-loop,       1, 3, n=200
                    """)
    void everyBundledGuest(String guest, int cpus, int gic, String append) {
        SessionFile a =
                Runs.record(dir.resolve("a"), config(guest, cpus, gic, append), Runs.guest(guest));
        SessionFile b =
                Runs.record(dir.resolve("b"), config(guest, cpus, gic, append), Runs.guest(guest));
        assertThat(b.factDigest()).isEqualTo(a.factDigest());
        assertThat(b.stateDigest()).isEqualTo(a.stateDigest());
        assertThat(b.consoleSha256()).isEqualTo(a.consoleSha256());
        assertThat(b.outcome()).isEqualTo(a.outcome());
        assertThat(b.facts()).isEqualTo(a.facts());
        for (int threads = 1; threads <= 2; threads++) {
            ReplayResult r = Runs.verify(dir.resolve("a"), threads);
            assertThat(r.mismatch()).isNull();
            assertThat(r.verified()).isTrue();
            assertThat(r.complete()).isTrue();
            assertThat(r.traps()).isEqualTo(a.traps());
            assertThat(r.retired()).isEqualTo(a.retired());
        }
    }

    private static SessionConfig.Builder config(String guest, int cpus, int gic, String append) {
        SessionConfig.Builder b = Runs.config(guest);
        b.cpus = cpus;
        b.gic = gic;
        b.append = append;
        b.snapshotInterval = 1 << 24;
        if (guest.equals("reboot")) {
            b.budget = 500_000L;
        }
        if (guest.equals("echo")) {
            b.input = "hello\n@sleep 3ms\nquit\n";
        }
        return b;
    }
}
