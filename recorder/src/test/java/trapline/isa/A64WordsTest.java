package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two words of each encoding and each reserved value, with what GNU objdump makes of them. */
@DisplayName("Recorded words")
class A64WordsTest {
    private static final long PC = 0x1000;

    private static List<String[]> words() {
        try (var in = A64WordsTest.class.getResourceAsStream("a64-words.txt");
                var lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 3))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void decodeToTheirRowOnACoreWithEveryFeature() {
        A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);
        List<String[]> words = words();
        assertThat(words).hasSizeGreaterThan(3000);
        for (String[] word : words) {
            int insn = Integer.parseUnsignedInt(word[0], 16);
            assertThat(entry(word[0], A64.name(decoder.decode(insn))))
                    .isEqualTo(entry(word[0], word[1]));
        }
    }

    @Test
    void areUndefinedOnCortexA57WhenTheirFeatureIsNewerButEsbIsAHint() {
        A64Decoder n1 = new A64Decoder(CpuModel.NEOVERSE_N1);
        A64Decoder a57 = new A64Decoder(CpuModel.CORTEX_A57);
        int newer = 0;
        for (String[] word : words()) {
            int insn = Integer.parseUnsignedInt(word[0], 16);
            int row = n1.decode(insn);
            Feature feature = A64.feature(row);
            int expected = row;
            if (row == A64.ESB_HI_hints) {
                expected = A64.HINT_HM_hints;
            } else if (feature != null && !CpuModel.CORTEX_A57.has(feature)) {
                expected = A64.UNDEFINED;
                newer++;
            } else if (isHalfPrecisionFixedPoint(row, insn)) {
                expected = A64.UNDEFINED;
                newer++;
            }
            assertThat(entry(word[0], A64.name(a57.decode(insn))))
                    .isEqualTo(entry(word[0], A64.name(expected)));
        }
        assertThat(newer).isGreaterThan(700);
    }

    /** A fixed-point conversion of 16-bit lanes is no row of its own: immh is 001x. */
    private static boolean isHalfPrecisionFixedPoint(int row, int insn) {
        String name = A64.name(row);
        return (name.endsWith("_asimdshf_C") || name.endsWith("_asisdshf_C"))
                && (insn >>> 20 & 7) == 1;
    }

    @Test
    void readAsTheGnuDisassemblerHasThem() {
        int texts = 0;
        for (String[] word : words()) {
            if (word.length > 2) {
                int insn = Integer.parseUnsignedInt(word[0], 16);
                assertThat(entry(word[0], Disassembler.text(PC, insn)))
                        .isEqualTo(entry(word[0], word[2]));
                texts++;
            }
        }
        assertThat(texts).isGreaterThan(2500);
    }
}
