package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The disassembler")
class DisassemblerTest {
    private static final long SEED = 0xd15a5L;
    private static final String OBJDUMP = "aarch64-linux-gnu-objdump";
    private static final int WORDS_A_ROW = 8;

    private static final Pattern LINE = Pattern.compile("\\s*([0-9a-f]+):\\t([0-9a-f]{8}) \\t(.*)");
    private static final Pattern FLOAT = Pattern.compile("#(-?[0-9.]+e[-+][0-9]+)");

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    d503201f | nop
                    d65f03c0 | ret
                    a9bf7bfd | stp x29, x30, [sp, #-16]!
                    910003fd | mov x29, sp
                    aa0103e0 | mov x0, x1
                    d2800020 | mov x0, #0x1
                    f100041f | cmp x0, #0x1
                    9a9f17e0 | cset x0, eq
                    d37ef420 | lsl x0, x1, #2
                    9b027c20 | mul x0, x1, x2
                    54000041 | b.ne 0x40001008
                    97ffffff | bl 0x40000ffc
                    b0000000 | adrp x0, 0x40002000
                    d53b0140 | mrs x0, s3_3_c0_c1_2
                    d5330100 | mrs x0, mdccsr_el0
                    d5130502 | msr dbgdtrtx_el0, x2
                    d5330502 | mrs x2, dbgdtrrx_el0
                    d50b7423 | dc zva, x3
                    d508871f | tlbi vmalle1
                    d50342df | msr daifset, #0x2
                    d4000002 | hvc #0x0
                    d503207f | wfi
                    d503233f | paciasp
                    f8210062 | ldadd x1, x2, [x3]
                    f821007f | stadd x1, [x3]
                    4e22d420 | fadd v0.4s, v1.4s, v2.4s
                    1e601000 | fmov d0, #2.0
                    00c0ffee | .inst 0x00c0ffee
                    """)
    void writes(String hex, String text) {
        int word = Integer.parseUnsignedInt(hex, 16);
        assertThat(Disassembler.text(0x4000_1000L, word)).isEqualTo(text);
    }

    @Test
    void agreesWithObjdumpOnWordsOfEveryRow(@TempDir Path folder) throws Exception {
        Assumptions.assumeTrue(isOnPath(), OBJDUMP + " is not on the PATH: not compared with it");
        SplittableRandom random = new SplittableRandom(SEED);
        A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);
        List<Integer> words = new ArrayList<>();
        for (int row = 1; row < A64.ROWS; row++) {
            for (int i = 0; i < WORDS_A_ROW; i++) {
                int word = A64.value(row) | (random.nextInt() & ~A64.mask(row));
                if (decoder.decode(word) == row) {
                    words.add(word);
                }
            }
        }
        int texts = 0;
        int mnemonics = 0;
        List<String> different = new ArrayList<>();
        for (String[] line : objdump(folder, words)) {
            int word = Integer.parseUnsignedInt(line[1], 16);
            String expected = line[2];
            if (isNewerThanTheOracle(word, expected)) {
                continue;
            }
            String actual = Disassembler.text(Long.parseLong(line[0], 16), word);
            mnemonics++;
            if (!mnemonic(actual).equals(mnemonic(expected))) {
                different.add(line[1] + " " + expected + " | " + actual);
            } else if (actual.equals(expected)) {
                texts++;
            }
        }
        System.out.printf(
                "objdump: %d words, %d with equal mnemonics, %d with equal text (seed %x)%n",
                mnemonics, mnemonics - different.size(), texts, SEED);
        assertThat(different).isEmpty();
        assertThat(texts).isGreaterThan(mnemonics * 99 / 100);
    }

    private static boolean isOnPath() {
        for (String folder : System.getenv("PATH").split(File.pathSeparator, 0)) {
            if (Files.isExecutable(Path.of(folder, OBJDUMP))) {
                return true;
            }
        }
        return false;
    }

    /**
     * Range prefetches, streaming mode, names of newer system instructions, CONSTRAINED
     * UNPREDICTABLE forms.
     */
    private static boolean isNewerThanTheOracle(int word, String text) {
        return (word & 0xffe0_4c18) == 0xf8a0_4818
                || (word & 0xfff8_0000) == 0xd508_0000
                || text.startsWith("smst")
                || text.contains("undefined")
                || text.contains("unpredictable");
    }

    private static String mnemonic(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? text : text.substring(0, blank);
    }

    private static List<String[]> objdump(Path folder, List<Integer> words)
            throws IOException, InterruptedException {
        Path image = folder.resolve("words");
        ByteBuffer bytes = ByteBuffer.allocate(words.size() * 4).order(ByteOrder.LITTLE_ENDIAN);
        words.forEach(bytes::putInt);
        Files.write(image, bytes.array());
        Process process =
                new ProcessBuilder(
                                OBJDUMP,
                                "-D",
                                "-z",
                                "-b",
                                "binary",
                                "-m",
                                "aarch64",
                                "-M",
                                "no-notes",
                                image.toString())
                        .redirectErrorStream(true)
                        .start();
        List<String[]> lines = new ArrayList<>();
        try (var output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                Matcher match = LINE.matcher(line);
                if (match.matches()) {
                    lines.add(new String[] {match.group(1), match.group(2), plain(match.group(3))});
                }
            }
        }
        assertThat(process.waitFor()).isZero();
        assertThat(lines).hasSameSizeAs(words);
        return lines;
    }

    /** Without comments, with single blanks, and numbers as Java writes them. */
    private static String plain(String text) {
        String blanks = text.replaceAll("\\s*//.*", "").replaceAll("\\s+", " ").strip();
        return FLOAT.matcher(blanks).replaceAll(match -> "#" + Double.parseDouble(match.group(1)));
    }
}
