package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.event.Action;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.SessionConfig;
import trapline.record.LiveInputs;
import trapline.replay.Mismatch;
import trapline.replay.ReplayResult;

@DisplayName("A replay can fail: whatever is changed in a journal is named, and nothing else")
class TamperTest {
    @TempDir static Path dir;

    private static int copies;

    @BeforeAll
    static void record() {
        Runs.record(dir.resolve("probe"), Runs.config("dcc-probe"), Runs.guest("dcc-probe"));
        Runs.record(dir.resolve("timer"), Runs.config("irq-timer"), Runs.guest("irq-timer"));
        SessionConfig.Builder b = Runs.config("echo");
        b.console = true;
        LiveInputs typed = new LiveInputs(null, true);
        for (byte c : "abc\rquit\r".getBytes(StandardCharsets.US_ASCII)) {
            typed.type(c);
        }
        Runs.record(dir.resolve("echo"), b, Runs.guest("echo"), typed);
    }

    private static Mismatch replay(String of, Tampered change) throws IOException {
        Path copy = dir.resolve("copy" + copies++);
        change.copy(dir.resolve(of), copy);
        ReplayResult r = Runs.verify(copy, 1);
        assertThat(r.verified()).isEqualTo(r.mismatch() == null);
        return r.mismatch();
    }

    @Test
    void anUnchangedCopyVerifies() throws IOException {
        assertThat(replay("probe", new Tampered())).isNull();
        assertThat(replay("timer", new Tampered())).isNull();
        assertThat(replay("echo", new Tampered())).isNull();
    }

    @Test
    void aChangedValue() throws IOException {
        long[] value = {0};
        Mismatch m =
                replay(
                        "probe",
                        new Tampered() {
                            @Override
                            boolean trap(Trap t) {
                                if (t.id == 20) {
                                    value[0] = t.value;
                                    t.value ^= 0x40;
                                    t.hasValue = true;
                                }
                                return true;
                            }
                        });
        assertThat(m.trap()).isEqualTo(20);
        assertThat(m.what()).isEqualTo("trap.value");
        assertThat(m.expected()).isEqualTo("0x" + Long.toHexString(value[0] ^ 0x40));
        assertThat(m.found()).isEqualTo("0x" + Long.toHexString(value[0]));
    }

    @Test
    void eachFieldOfATrap() throws IOException {
        String[] fields = {
            "trap.virtualNanos",
            "trap.el",
            "trap.far",
            "trap.ipa",
            "trap.offset",
            "trap.direction",
            "trap.arg1",
            "trap.arg2",
            "trap.arg3",
            "trap.result",
            "trap.action",
            "trap.injectedEsr",
            "trap.costNanos"
        };
        for (String field : fields) {
            Mismatch m =
                    replay(
                            "probe",
                            new Tampered() {
                                @Override
                                boolean trap(Trap t) {
                                    if (t.id == 11) {
                                        change(t, field);
                                    }
                                    return true;
                                }
                            });
            assertThat(m).as(field).isNotNull();
            assertThat(m.what()).isEqualTo(field);
            assertThat(m.trap()).as(field).isEqualTo(11);
        }
    }

    private static void change(Trap t, String field) {
        switch (field) {
            case "trap.virtualNanos" -> t.virtualNanos++;
            case "trap.el" -> t.el ^= 1;
            case "trap.far" -> t.far ^= 8;
            case "trap.ipa" -> t.ipa ^= 1;
            case "trap.offset" -> t.offset ^= 4;
            case "trap.direction" -> t.read = !t.read;
            case "trap.arg1" -> t.arg1 = 1;
            case "trap.arg2" -> t.arg2 = 1;
            case "trap.arg3" -> t.arg3 = 1;
            case "trap.result" -> t.result = 5;
            case "trap.action" -> t.action = t.action == Action.UNDEF ? Action.RAZ : Action.UNDEF;
            case "trap.injectedEsr" -> t.injectedEsr = 0x0200_0000L;
            default -> t.costNanos++;
        }
    }

    @Test
    void aDroppedTrap() throws IOException {
        Trap[] gone = {new Trap()};
        Mismatch m =
                replay(
                        "probe",
                        new Tampered() {
                            @Override
                            boolean trap(Trap t) {
                                if (t.id == 15) {
                                    gone[0].copyFrom(t);
                                    return false;
                                }
                                return true;
                            }
                        });
        assertThat(m.trap()).isEqualTo(15);
        assertThat(m.pc()).isEqualTo(gone[0].pc);
        assertThat(m.retired()).isEqualTo(gone[0].retired);
        assertThat(m.found()).contains("trap 15").contains("retired " + gone[0].retired);
        assertThat(m.expected()).doesNotContain("retired " + gone[0].retired);
    }

    @Test
    void aMovedInterrupt() throws IOException {
        long[] moved = {-1};
        Mismatch m =
                replay(
                        "timer",
                        new Tampered() {
                            @Override
                            long interrupt(Cursor c) {
                                if (moved[0] < 0) {
                                    moved[0] = c.retired();
                                    return c.retired() + 1;
                                }
                                return c.retired();
                            }
                        });
        assertThat(m.what()).isEqualTo("interrupt");
        assertThat(m.expected()).contains("at retired " + (moved[0] + 1));
        assertThat(m.found()).contains("at retired " + moved[0]);
    }

    @Test
    void anAlteredInput() throws IOException {
        Mismatch m =
                replay(
                        "echo",
                        new Tampered() {
                            @Override
                            Input input(Input in) {
                                return in.value() == 'b'
                                        ? new Input(in.kind(), in.retired(), in.virtualNanos(), 'x')
                                        : in;
                            }
                        });
        assertThat(m.what()).as("the read of the data register").isEqualTo("trap.value");
        assertThat(m.expected()).isEqualTo("0x62");
        assertThat(m.found()).isEqualTo("0x78");
    }

    @Test
    void anInputAtAMomentThatNeverComes() throws IOException {
        Mismatch m =
                replay(
                        "echo",
                        new Tampered() {
                            @Override
                            Input input(Input in) {
                                return in.value() == 'b'
                                        ? new Input(
                                                in.kind(),
                                                in.retired() + 1,
                                                in.virtualNanos() + 1,
                                                'b')
                                        : in;
                            }
                        });
        assertThat(m.what()).isEqualTo("input");
        assertThat(m.expected()).startsWith("input CONSOLE_BYTE at retired");
    }

    @Test
    void anAlteredAndADroppedConsoleByte() throws IOException {
        String console = Cli.console(dir.resolve("probe"));
        for (int changed : new int[] {'#', -1}) {
            Mismatch m =
                    replay(
                            "probe",
                            new Tampered() {
                                @Override
                                int console(long n, int value) {
                                    return n == 7 ? changed : value;
                                }
                            });
            assertThat(m.what()).isIn("console", "console.byte", "trap");
            if (changed >= 0) {
                assertThat(m.what()).isEqualTo("console.byte");
                assertThat(m.expected()).isEqualTo("0x23");
                assertThat(m.found()).isEqualTo("0x" + Integer.toHexString(console.charAt(7)));
            } else {
                assertThat(m.found()).contains("0x" + Integer.toHexString(console.charAt(7)));
            }
        }
    }

    @Test
    void anotherOutcomeAnotherDigestAnotherLogLine() throws IOException {
        Mismatch m =
                replay(
                        "probe",
                        new Tampered() {
                            @Override
                            Outcome outcome(Outcome o) {
                                return new Outcome(Outcome.Kind.POWERED_OFF, o.detail());
                            }
                        });
        assertThat(m.what()).isEqualTo("outcome");
        assertThat(m.expected()).contains("POWERED_OFF");
        assertThat(m.found()).contains("PANICKED");
        m =
                replay(
                        "probe",
                        new Tampered() {
                            @Override
                            long digest(long low) {
                                return low ^ 1;
                            }
                        });
        assertThat(m.what()).isEqualTo("digest");
        List<String> digests =
                Runs.facts(dir.resolve("probe")).stream()
                        .filter(l -> l.startsWith("digest "))
                        .toList();
        assertThat(digests.getFirst()).startsWith("digest " + m.found());
        boolean[] once = {false};
        m =
                replay(
                        "probe",
                        new Tampered() {
                            @Override
                            String log(String line) {
                                once[0] = true;
                                return line + "!";
                            }
                        });
        assertThat(once[0]).as("there is a line").isTrue();
        assertThat(m.what()).isEqualTo("log");
        assertThat(m.expected()).isEqualTo(m.found() + "!");
    }

    @Test
    void whatIsMissingAtTheEndIsNamed() throws IOException {
        Mismatch m =
                replay(
                        "probe",
                        new Tampered() {
                            private int n;

                            @Override
                            Outcome outcome(Outcome o) {
                                return o;
                            }

                            @Override
                            int console(long k, int value) {
                                n++;
                                return value;
                            }

                            @Override
                            boolean trap(Trap t) {
                                return n < 40;
                            }
                        });
        assertThat(m).isNotNull();
        assertThat(m.what()).isNotEmpty();
        assertThat(m.found()).contains("trap ");
    }
}
