package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.policy.RandomPolicy;
import trapline.record.LiveInputs;
import trapline.record.Recorder;
import trapline.replay.Flip;
import trapline.replay.FlipResult;
import trapline.replay.ReplayResult;

/**
 * The other run, however it was come by, is the run that a recording from the start would have
 * been.
 */
@DisplayName("A flipped replay agrees with a full recording under the other setting")
class ForkTest {
    @TempDir Path dir;

    private static Consumer<SessionConfig.Builder> partialEmulation(boolean on) {
        return b -> b.flags.put("partial-emulation", on ? "on" : "off");
    }

    private FlipResult flip(String from, String to, Consumer<SessionConfig.Builder> change) {
        Session s = Session.open(dir.resolve(from));
        return new Flip(s, Runs.with(s.config(), change), false, null)
                .run(dir.resolve(to), Recorder.Observer.NONE);
    }

    /**
     * Records under one setting, flips to another, and compares with a recording under the other.
     */
    private FlipResult flipAgrees(
            SessionConfig.Builder base,
            byte[] kernel,
            Consumer<SessionConfig.Builder> a,
            Consumer<SessionConfig.Builder> b) {
        a.accept(base);
        Runs.record(dir.resolve("left"), base, kernel);
        b.accept(base);
        SessionFile full = Runs.record(dir.resolve("full"), base, kernel);
        FlipResult r = flip("left", "right", b);
        agrees(r, "left", "right", full);
        return r;
    }

    private void agrees(FlipResult r, String left, String right, SessionFile full) {
        String other = right;
        if (r.proved()) {
            assertThat(r.session()).isNull();
            other = left;
        }
        assertThat(firstDifference(facts(other), facts("full")))
                .as("proved identical: %s", r.proved())
                .isEmpty();
        SessionFile f = Session.open(dir.resolve(other)).file();
        assertThat(f.stateDigest()).isEqualTo(full.stateDigest());
        assertThat(f.consoleSha256()).isEqualTo(full.consoleSha256());
        assertThat(f.outcome()).isEqualTo(full.outcome());
        assertThat(f.traps()).isEqualTo(full.traps());
        assertThat(f.retired()).isEqualTo(full.retired());
        assertThat(f.virtualNanos()).isEqualTo(full.virtualNanos());
        if (!r.proved()) {
            ReplayResult v = Runs.verify(dir.resolve(right), 1);
            assertThat(v.mismatch()).isNull();
            assertThat(v.verified()).isTrue();
            assertThat(v.traps()).isEqualTo(full.traps());
        }
    }

    private static String firstDifference(List<String> a, List<String> b) {
        for (int k = 0; k < Math.max(a.size(), b.size()); k++) {
            String x = k < a.size() ? a.get(k) : "nothing";
            String y = k < b.size() ? b.get(k) : "nothing";
            if (!x.equals(y)) {
                return "fact %d:%n%s%nin a full recording:%n%s".formatted(k, x, y);
            }
        }
        return "";
    }

    /**
     * All facts but the hypervisor's own lines: two rules with one effect may say different things
     * of it.
     */
    private List<String> facts(String session) {
        return Runs.facts(dir.resolve(session)).stream()
                .filter(l -> !l.startsWith("log "))
                .toList();
    }

    @ParameterizedTest(name = "{0}, from {2}")
    @CsvSource(
            textBlock =
                    """
                    dcc-probe,                       forked, off
                    dcc-probe,                       forked, on
                    dcc-earlycon polls=0x400,        forked, off
                    dcc-earlycon polls=0x400,        forked, on
                    dcc-uboot,                       forked, off
                    dcc-uboot,                       forked, on
                    sysreg-tour,                     forked, off
                    sysreg-tour,                     forked, on
                    exception-tour,                  any,    off
                    exception-tour,                  any,    on
                    hypercall,                       proved, off
                    mmio-tour,                       proved, on
                    irq-timer,                       proved, off
                    smp-hello,                       proved, on
                    mmu-tour,                        proved, off
                    hang-wfi,                        proved, off
                    trap-loop n=300,                 any,    off
                    """)
    void partialEmulationOfEverySample(String guest, String how, String from) {
        String[] words = guest.split(" ");
        SessionConfig.Builder b = Runs.config(words[0]);
        b.append = words.length > 1 ? words[1] : null;
        b.cpus = guest.equals("smp-hello") ? 4 : 1;
        FlipResult r =
                flipAgrees(
                        b,
                        Runs.guest(words[0]),
                        partialEmulation(from.equals("on")),
                        partialEmulation(!from.equals("on")));
        if (!how.equals("any")) {
            assertThat(r.proved()).isEqualTo(how.equals("proved"));
        }
        assertThat(r.fromStart()).isNull();
    }

    /** Six; {@code -Dtrapline.fork.seeds=N} for more. */
    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("trapline.fork.seeds", 6));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void randomPolicies(long seed) {
        String guest = seed % 3 == 0 ? "sysreg-tour" : seed % 3 == 1 ? "dcc-uboot" : "dcc-probe";
        SessionConfig.Builder b = Runs.config(guest);
        b.budget = 2_000_000L;
        flipAgrees(b, Runs.guest(guest), c -> {}, c -> c.policy = RandomPolicy.text(seed, 8));
    }

    @Test
    void anotherPersonalityIsMadeFromTheStart() {
        FlipResult r =
                flipAgrees(
                        Runs.config("dcc-probe"),
                        Runs.guest("dcc-probe"),
                        c -> {},
                        c -> c.hypervisor = "kvm");
        assertThat(r.fromStart()).isNotNull();
    }

    @Test
    void aScriptThatWaitsForTextGoesOnLive() {
        SessionConfig.Builder b = Runs.config("echo");
        b.input = "@wait echo\n@sleep 1ms\nfirst\n@wait first\nsecond\nquit\n";
        // The FIFO's flag register reads as it is after the first 400 times, and empty for the 30
        // before: another course.
        String policy =
                """
                [[rule]]
                address = 0x22000018
                size = 4
                action = "value"
                value = 0x90
                after = 5
                times = 30
                """;
        FlipResult r = flipAgrees(b, Runs.guest("echo"), c -> {}, c -> c.policy = policy);
        assertThat(r.proved()).isFalse();
    }

    // A guest that runs long enough for snapshots: counts, asks, counts, asks.

    private static final int MRS_MDCCSR = 0xd5330101; // mrs x1, mdccsr_el0
    private static final int MSR_DBGDTRTX = 0xd5130500; // msr dbgdtrtx_el0, x0

    /**
     * Counts {@code rounds} times to {@code millions} million, with a trapped read after each, and
     * ends with {@code last}.
     */
    private static byte[] counter(int rounds, int millions, int... last) {
        int[] head = {
            0xd2800000 | rounds << 5 | 6, // movz x6, #rounds
            0xd2a00000 | millions * 8 << 5 | 5, // movz x5, #(millions * 8 * 65536)
            0xd10004a5, // sub x5, x5, #1
            0xb5ffffe5, // cbnz x5, .-4
            MRS_MDCCSR,
            0x8b010042, // add x2, x2, x1
            0xd10004c6, // sub x6, x6, #1
            0xb5ffff46 // cbnz x6, .-24
        };
        int[] off = {0xd2800100, 0xf2b08000, 0xd4000002}; // PSCI SYSTEM_OFF
        ByteBuffer b =
                ByteBuffer.allocate(4 * (head.length + last.length + off.length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (int[] part : new int[][] {head, last, off}) {
            for (int w : part) {
                b.putInt(w);
            }
        }
        return b.array();
    }

    /** Polls for ever: a status that stays zero, with a thousand instructions between. */
    private static byte[] poller() {
        ByteBuffer b = ByteBuffer.allocate(4 * 1005).order(ByteOrder.LITTLE_ENDIAN);
        b.putInt(MRS_MDCCSR);
        for (int k = 0; k < 1000; k++) {
            b.putInt(0xd503201f); // nop
        }
        b.putInt(0xb4000001 | (-1001 & 0x7ffff) << 5); // cbz x1, .-4004
        for (int w : new int[] {0xd2800100, 0xf2b08000, 0xd4000002}) { // PSCI SYSTEM_OFF
            b.putInt(w);
        }
        return b.array();
    }

    private static String polled(String rest) {
        return "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\n" + rest + "\n";
    }

    @Test
    void ofTwoGuestsThatRepeatThemselvesOneMayStopDoingSo() {
        // Recorded: zero for ever, HUNG after two digests. The other rules say the same of every
        // recorded poll, and would answer the 50,000th otherwise.
        SessionConfig.Builder b = Runs.config("poller");
        String zeros = polled("value = 0");
        FlipResult r =
                flipAgrees(
                        b,
                        poller(),
                        c -> c.policy = zeros,
                        c -> c.policy = polled("value = 1\nafter = 50000") + zeros);
        assertThat(r.proved()).isFalse();
        assertThat(Session.open(dir.resolve("left")).file().outcome().kind().toString())
                .isEqualTo("HUNG");
        assertThat(Session.open(dir.resolve("right")).file().outcome().kind().toString())
                .isEqualTo("POWERED_OFF");
    }

    @Test
    void rulesThatHaveCountedEnoughCountNoMore() {
        SessionConfig.Builder b = Runs.config("poller");
        String zeros = polled("value = 0");
        FlipResult r =
                flipAgrees(
                        b,
                        poller(),
                        c -> c.policy = zeros,
                        c -> c.policy = polled("value = 0\nafter = 7\ntimes = 100") + zeros);
        assertThat(r.proved()).isTrue();
    }

    private SessionConfig.Builder counting() {
        SessionConfig.Builder b = Runs.config("counter");
        b.snapshotInterval = 1 << 24;
        return b;
    }

    @Test
    void aForkStartsFromTheNearestSnapshot() {
        // Only the last instruction is answered differently; it comes after 5 snapshots' worth of
        // counting.
        byte[] kernel = counter(4, 20, MSR_DBGDTRTX);
        SessionConfig.Builder b = counting();
        String ones =
                "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 1\nafter = 3\n";
        FlipResult r = flipAgrees(b, kernel, c -> {}, c -> c.policy = ones);
        assertThat(r.retiredRestored())
                .as("instructions not executed again")
                .isGreaterThan(4L << 24);
        assertThat(r.fork().id).isEqualTo(4);
    }

    @Test
    void aForkOfAForkOfAFork() {
        byte[] kernel = counter(3, 10, MSR_DBGDTRTX);
        SessionConfig.Builder b = counting();
        Runs.record(dir.resolve("s0"), b, kernel);
        String[] policies = {
            "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 5\nafter = 1\n",
            "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 5\nafter = 1\ntimes = 1\n",
            """
            [[rule]]
            register = "DBGDTRTX_EL0"
            action = "wi"
            [[rule]]
            register = "MDCCSR_EL0"
            action = "value"
            value = 5
            after = 1
            times = 1
            """
        };
        for (int k = 0; k < policies.length; k++) {
            String policy = policies[k];
            FlipResult r = flip("s" + k, "s" + (k + 1), c -> c.policy = policy);
            assertThat(r.proved()).isFalse();
            assertThat(r.fromStart()).isNull();
            b.policy = policy;
            deleteFull();
            SessionFile full = Runs.record(dir.resolve("full"), b, kernel);
            agrees(r, "s" + k, "s" + (k + 1), full);
        }
        // And back: the first setting again, from the last fork.
        FlipResult back = flip("s3", "s4", c -> c.policy = null);
        deleteFull();
        b.policy = null;
        SessionFile full = Runs.record(dir.resolve("full"), b, kernel);
        agrees(back, "s3", "s4", full);
    }

    private void deleteFull() {
        Path full = dir.resolve("full");
        if (java.nio.file.Files.exists(full)) {
            try (java.util.stream.Stream<Path> all = java.nio.file.Files.walk(full)) {
                for (Path p : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    java.nio.file.Files.delete(p);
                }
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void aFlipBackIsTheParentAgain() {
        SessionConfig.Builder b = Runs.config("dcc-probe");
        partialEmulation(false).accept(b);
        Runs.record(dir.resolve("a"), b, Runs.guest("dcc-probe"));
        flip("a", "b", partialEmulation(true));
        flip("b", "c", partialEmulation(false));
        assertThat(facts("c")).isEqualTo(facts("a"));
        assertThat(facts("b")).isNotEqualTo(facts("a"));
        for (String s : List.of("b", "c")) {
            assertThat(Runs.verify(dir.resolve(s), 1).mismatch()).isNull();
        }
    }

    @Test
    void typedBytesAfterTheForkComeAtTheirTime() {
        SessionConfig.Builder b = Runs.config("echo");
        b.console = true;
        LiveInputs typed = new LiveInputs(null, true);
        for (byte c : "one\rquit\r".getBytes(StandardCharsets.US_ASCII)) {
            typed.type(c);
        }
        Runs.record(dir.resolve("a"), b, Runs.guest("echo"), typed);
        // What the guest prints is not looked at by the guest: a refused store of one character
        // changes nothing else.
        String policy =
                """
                [[rule]]
                address = 0x22000000
                size = 4
                direction = "write"
                action = "wi"
                after = 20
                times = 1
                """;
        FlipResult r = flip("a", "b", c -> c.policy = policy);
        assertThat(r.proved()).isFalse();
        assertThat(r.inputsAttached()).as("the first came before the fork").isEqualTo(8);
        ReplayResult v = Runs.verify(dir.resolve("b"), 1);
        assertThat(v.mismatch()).isNull();
        assertThat(v.verified()).isTrue();
        String left = Cli.console(dir.resolve("a"));
        String right = Cli.console(dir.resolve("b"));
        assertThat(right).isEqualTo(left.substring(0, 20) + left.substring(21));
    }
}
