package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The decoder against every encoding of the reference data")
class A64CompletenessTest {
    private static final long SEED = 0x5eed_a64L;
    private static final int WORDS_A_ROW = 20;
    private static final int RANDOM_WORDS = 400_000;

    @ParameterizedTest
    @ValueSource(strings = {"cortex-a57", "neoverse-n1"})
    void everyWordHasTheRowThatTheReferenceNames(String cpu) throws IOException {
        CpuModel model = CpuModel.byName(cpu).orElseThrow();
        Reference reference = Reference.of(model);
        A64Decoder decoder = new A64Decoder(model);
        SplittableRandom random = new SplittableRandom(SEED);
        int reached = 0;
        int reserved = 0;
        for (Reference.Row row : reference.rows()) {
            boolean hit = false;
            for (int i = 0; i < WORDS_A_ROW; i++) {
                int word = row.word(random);
                String expected = reference.name(word);
                assertThat(A64.name(decoder.decode(word)))
                        .as("%s %08x", row.name(), word)
                        .isEqualTo(expected);
                hit |= expected.equals(row.name());
                reserved += expected.equals("UNDEFINED") ? 1 : 0;
            }
            for (int i = 0; i < row.refused().size(); i += 2) {
                int word = (row.word(random) & ~row.refused().get(i)) | row.refused().get(i + 1);
                assertThat(A64.name(decoder.decode(word)))
                        .as("%s %08x", row.name(), word)
                        .isEqualTo(reference.name(word));
                reserved++;
            }
            reached += hit ? 1 : 0;
        }
        int undefined = 0;
        for (int i = 0; i < RANDOM_WORDS; i++) {
            int word = random.nextInt();
            String expected = reference.name(word);
            assertThat(A64.name(decoder.decode(word))).as("%08x", word).isEqualTo(expected);
            undefined += expected.equals("UNDEFINED") ? 1 : 0;
        }
        System.out.printf(
                "%s: %d encodings, %d reached, %d words with reserved values; %d of %d random words"
                        + " UNDEFINED (seed %x)%n",
                cpu, reference.rows().size(), reached, reserved, undefined, RANDOM_WORDS, SEED);
        assertThat(reached).isEqualTo(reference.rows().size());
    }
}
