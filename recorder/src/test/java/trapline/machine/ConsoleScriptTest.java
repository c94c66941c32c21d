package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.Deadline;
import trapline.bus.Scheduler;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

@DisplayName("Console scripts: a pure function of guest output and virtual time that drops no byte")
class ConsoleScriptTest {
    /** A guest's side: a FIFO of some size, a clock that the test moves. */
    private static final class Guest implements Scheduler {
        final List<Deadline> deadlines = new ArrayList<>();
        final StringBuilder fifo = new StringBuilder();
        final StringBuilder typed = new StringBuilder();
        final int size;
        long now;
        ConsoleScript script = ConsoleScript.none(this);

        Guest(int size) {
            this.size = size;
        }

        static Guest with(String text) {
            return new Guest(16).script(text);
        }

        Guest script(String text) {
            deadlines.clear();
            try {
                script = ConsoleScript.parse(text, this);
            } catch (ConsoleScript.SyntaxException e) {
                throw new IllegalArgumentException(e);
            }
            script.connect(this::offer);
            return this;
        }

        private boolean offer(int value) {
            if (fifo.length() == size) {
                return false;
            }
            fifo.append((char) value);
            return true;
        }

        Guest print(String s) {
            s.chars().forEach(script::output);
            return this;
        }

        /** Looks into the FIFO: takes everything, then finds it empty. */
        String read() {
            StringBuilder all = new StringBuilder();
            while (true) {
                for (int k = 0; k < ConsoleScript.PROMPT_POLLS && fifo.isEmpty(); k++) {
                    script.emptyPoll();
                }
                if (fifo.isEmpty()) {
                    typed.append(all);
                    return all.toString();
                }
                all.append(fifo.charAt(0));
                fifo.deleteCharAt(0);
            }
        }

        Guest pass(long nanos) {
            long end = now + nanos;
            while (true) {
                Deadline first = null;
                for (Deadline d : deadlines) {
                    if (d.at() <= end && (first == null || d.at() < first.at())) {
                        first = d;
                    }
                }
                if (first == null) {
                    now = end;
                    return this;
                }
                now = Math.max(now, first.at());
                first.set(Deadline.NEVER);
                first.fire();
            }
        }

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void register(Deadline d) {
            deadlines.add(d);
        }
    }

    @Test
    void aPlainLineIsSentWithEnterOnceThereIsAPrompt() {
        Guest g = Guest.with("version\nhelp\n");
        assertThat(g.read()).as("nothing printed yet").isEmpty();
        g.print("U-Boot 2025\r\n");
        assertThat(g.read()).as("a finished line is no prompt").isEmpty();
        g.print("=> ");
        assertThat(g.read()).isEqualTo("version\r");
        assertThat(g.read()).as("the same prompt answers once").isEmpty();
        g.print("version\r\nU-Boot\r\n=> ");
        assertThat(g.script.usedUp()).isFalse();
        assertThat(g.read()).isEqualTo("help\r");
        assertThat(g.script.usedUp()).isTrue();
    }

    @Test
    void aFewPollsWhileTheGuestPrintsAreNoPrompt() {
        Guest g = Guest.with("help\n").print("=> ");
        for (int k = 1; k < ConsoleScript.PROMPT_POLLS; k++) {
            g.script.emptyPoll();
        }
        g.print("x");
        for (int k = 1; k < ConsoleScript.PROMPT_POLLS; k++) {
            g.script.emptyPoll();
        }
        assertThat(g.fifo).isEmpty();
        g.script.emptyPoll();
        assertThat(g.fifo).hasToString("help\r");
    }

    @Test
    void aGuestThatReadsByInterruptsGetsItsLineAfterASilence() {
        Guest g = Guest.with("root\n").print("login: ");
        g.pass(999_999_999);
        assertThat(g.fifo).isEmpty();
        g.pass(1);
        assertThat(g.fifo).hasToString("root\r");
    }

    @Test
    void outputPutsTheSilenceOff() {
        Guest g = Guest.with("root\n").print("log");
        g.pass(900_000_000).print("in: ").pass(900_000_000);
        assertThat(g.fifo).isEmpty();
        g.pass(100_000_000);
        assertThat(g.fifo).hasToString("root\r");
    }

    @Test
    void waitLooksForItsTextInNewOutput() {
        Guest g = Guest.with("@wait autoboot\nx\n@wait =>\n@send ab");
        g.print("Hit any key to stop auto");
        assertThat(g.fifo).isEmpty();
        g.print("boot: 2");
        assertThat(g.fifo).as("at once, in the middle of a line").hasToString("x\r");
        g.read();
        g.print("\r\n=");
        assertThat(g.fifo).isEmpty();
        g.print("> ");
        assertThat(g.fifo).as("without Enter").hasToString("ab");
        assertThat(g.script.usedUp()).isTrue();
    }

    @Test
    void waitDoesNotMatchWhatWasPrintedBefore() {
        Guest g = Guest.with("@wait ready\n@wait ready\n@send y").print("ready ");
        assertThat(g.fifo).isEmpty();
        g.print("ready");
        assertThat(g.fifo).hasToString("y");
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "aab, aaaab",
        "abab, abacababab",
        "aabaaab, aabaabaaab",
        "a, xxa",
        "login: , lologin: login: "
    })
    void waitFindsTextsThatOverlapThemselves(String text, String output) {
        Guest g = Guest.with("@wait " + text + "\n@send !");
        for (int k = 0; k < output.length(); k++) {
            g.print(output.substring(k, k + 1));
            boolean seen = output.substring(0, k + 1).contains(text);
            assertThat(g.fifo.length()).as("after %d", k + 1).isEqualTo(seen ? 1 : 0);
        }
    }

    @Test
    void aTextThatCanBeMatchedOnlyBytewiseIsUtf8() {
        Guest g = Guest.with("@wait grüß\n@send ß");
        for (byte b : "grüß".getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
            g.script.output(b & 0xff);
        }
        assertThat(g.fifo).hasToString("\u00c3\u009f");
    }

    @Test
    void sleepCountsVirtualTimeFromItsTurn() {
        Guest g = Guest.with("@sleep 250ms\nx\n@wait go\n@sleep 3us\n@send y");
        g.pass(249_999_999);
        assertThat(g.fifo).isEmpty();
        g.pass(1);
        assertThat(g.fifo).hasToString("x\r");
        g.read();
        g.pass(5_000_000).print("go");
        assertThat(g.fifo).isEmpty();
        g.pass(2_999);
        assertThat(g.fifo).isEmpty();
        g.pass(1);
        assertThat(g.fifo).hasToString("y");
    }

    @Test
    void commentsAreSkippedAndAnAtSignCanBeSent() {
        Guest g = Guest.with("#! stop it\n@@reboot\n#no comment\n\n");
        g.print("> ");
        assertThat(g.read()).isEqualTo("@reboot\r");
        g.print("> ");
        assertThat(g.read()).isEqualTo("#no comment\r");
        g.print("> ");
        assertThat(g.read()).as("an empty line is Enter").isEqualTo("\r");
        assertThat(g.script.usedUp()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    "@wat x"              | '@wat x': expected @wait TEXT, @send TEXT, @sleep DURATION or @@
                    "@wait "              | '@wait ': expected @wait TEXT, @send TEXT, @sleep DURATION or @@
                    "@sleep 3"            | '3' is no duration such as 250ms
                    "@sleep -1s"          | '-1s' is no duration such as 250ms
                    "@sleep 1.5s"         | '1.5s' is no duration such as 250ms
                    "@sleep 9999999999s"  | '9999999999s' is no duration such as 250ms
                    """)
    void badLinesAreNamed(String line, String message) {
        assertThatThrownBy(() -> ConsoleScript.check("ok\n" + line))
                .isInstanceOf(ConsoleScript.SyntaxException.class)
                .hasMessage("console script line 2: " + message);
    }

    /**
     * Whatever the size of the FIFO and the moments at which the guest reads: every byte arrives,
     * once, in order.
     */
    @Test
    void noByteIsDroppedOrRepeated() {
        for (long seed = 1; seed <= 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int lines = 1 + random.nextInt(6);
            StringBuilder text = new StringBuilder();
            StringBuilder expected = new StringBuilder();
            for (int k = 0; k < lines; k++) {
                String s = "line" + k + "x".repeat(random.nextInt(80));
                text.append(s).append('\n');
                expected.append(s).append('\r');
            }
            Guest g = new Guest(1 + random.nextInt(32)).script(text.toString());
            StringBuilder got = new StringBuilder();
            for (int step = 0; step < 20_000 && got.length() < expected.length(); step++) {
                switch (random.nextInt(4)) {
                    case 0 -> g.print("$ ");
                    case 1 -> g.pass(random.nextInt(2_000_000));
                    case 2 -> {
                        int n = Math.min(g.fifo.length(), 1 + random.nextInt(4));
                        got.append(g.fifo, 0, n);
                        g.fifo.delete(0, n);
                    }
                    default -> {
                        for (int k = random.nextInt(2 * ConsoleScript.PROMPT_POLLS);
                                k > 0 && g.fifo.isEmpty();
                                k--) {
                            g.script.emptyPoll();
                        }
                    }
                }
            }
            assertThat(got).as("seed %d", seed).hasToString(expected.toString());
        }
    }

    /** A script saved and loaded at any moment goes on as if nothing had happened. */
    @Test
    void itsStateIsAllThatItHas() {
        String text = "@wait boot\nalpha\n@sleep 1ms\n@send beta\ngamma\n@wait end\ndelta\n";
        for (long seed = 1; seed <= 40; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Guest a = new Guest(4).script(text);
            Guest b = new Guest(4).script(text);
            for (int step = 0; step < 400; step++) {
                int what = random.nextInt(5);
                int amount = random.nextInt(1_000_000);
                for (Guest g : List.of(a, b)) {
                    switch (what) {
                        case 0 -> g.print("boot> ");
                        case 1 -> g.pass(amount);
                        case 2 -> g.print("end\n");
                        case 3 -> {
                            if (!g.fifo.isEmpty()) {
                                g.typed.append(g.fifo.charAt(0));
                                g.fifo.deleteCharAt(0);
                            }
                        }
                        default -> {
                            for (int k = amount & 63; k > 0 && g.fifo.isEmpty(); k--) {
                                g.script.emptyPoll();
                            }
                        }
                    }
                }
                if (random.nextInt(4) == 0) {
                    StateWriter w = new StateWriter();
                    b.script.save(w);
                    b.script(text);
                    b.script.load(new StateReader(w.toByteArray()));
                }
                assertThat(b.fifo).as("seed %d step %d", seed, step).hasToString(a.fifo.toString());
            }
            assertThat(b.typed).as("seed %d", seed).hasToString(a.typed.toString());
        }
    }
}
