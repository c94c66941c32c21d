package trapline.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is read from a journal is what was written to it")
class JournalRoundTripTest {
    @TempDir Path dir;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyStreamOfEventsComesBackWithEveryField(long seed) {
        Transcript written = new Transcript(SyntheticRun.NAMES);
        FactTotals totals;
        Seal seal;
        SyntheticRun expected = new SyntheticRun(seed, written);
        try (JournalWriter w =
                new JournalWriter(dir.resolve("queue"), "{}", SyntheticRun.NAMES, null)) {
            SyntheticRun run = new SyntheticRun(seed, w);
            SplittableRandom pace = new SplittableRandom(seed);
            for (int i = 0; i < 400; i++) {
                run.step();
                expected.step();
                switch (pace.nextInt(40)) {
                    case 0 -> w.commit();
                    case 1 -> w.idle();
                    case 2 -> {
                        w.digest(run.machine(), run.virtual(), i, -i);
                        written.digest(run.machine(), run.virtual(), i, -i);
                    }
                    case 3 -> w.seal(run.machine(), run.virtual(), i, i);
                    case 4 -> w.snapshot(i, run.machine(), run.virtual());
                    default -> {
                        // Events only.
                    }
                }
            }
            run.finish();
            expected.finish();
            seal = w.finish(run.machine(), run.virtual(), 7, 9);
            totals = w.totals();
        }
        JournalReader reader = new JournalReader(dir, dir.resolve("queue"));
        for (Cursor.View view : Cursor.View.values()) {
            Dictionary dictionary = new Dictionary();
            try (Cursor c = reader.cursor(dictionary, view)) {
                Transcript read = new Transcript(dictionary).read(c);
                assertThat(read.lines).isEqualTo(written.lines);
                assertThat(c.finished()).isTrue();
                assertThat(c.facts()).isEqualTo(written.lines.size());
            }
            try (Cursor c = reader.cursor(dictionary, view)) {
                FactTotals again = c.drain(new FactTotals(dictionary));
                assertThat(Hashes.hex(again.factHigh(), again.factLow()))
                        .isEqualTo(seal.factDigest());
                assertThat(again.consoleSha256()).isEqualTo(totals.consoleSha256());
                assertThat(again.facts()).isEqualTo(totals.facts());
            }
        }
    }

    @Test
    void aReaderThatStartsAtAStretchSeesTheSameEvents() {
        try (JournalWriter w =
                new JournalWriter(dir.resolve("queue"), "{}", SyntheticRun.NAMES, null)) {
            SyntheticRun run = new SyntheticRun(11, w);
            for (int i = 0; i < 200; i++) {
                run.step();
                if (i % 20 == 19) {
                    w.seal(run.machine(), run.virtual(), i, i);
                }
            }
            w.finish(run.machine(), run.virtual(), 1, 1);
        }
        JournalReader reader = new JournalReader(dir, dir.resolve("queue"));
        Dictionary dictionary = new Dictionary();
        Transcript all =
                new Transcript(dictionary).read(reader.cursor(dictionary, Cursor.View.EACH));
        assertThat(reader.stretches()).hasSize(11);
        for (JournalReader.Stretch s : reader.stretches()) {
            Transcript part =
                    new Transcript(dictionary).read(reader.cursor(dictionary, Cursor.View.EACH, s));
            assertThat(part.lines).isEqualTo(all.lines.subList((int) s.facts(), all.lines.size()));
        }
    }

    @Test
    void aLongConfigurationIsSplitAndComesBackWhole() {
        String text = "\u00fcabc".repeat(100_000);
        try (JournalWriter w =
                new JournalWriter(dir.resolve("queue"), text, SyntheticRun.NAMES, null)) {
            w.finish(0, 0, 0, 0);
        }
        assertThat(new JournalReader(dir, dir.resolve("queue")).configuration()).isEqualTo(text);
    }
}
