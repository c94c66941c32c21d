package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Guest output shown on a terminal")
class NeutralTest {
    private static String shown(byte... bytes) {
        StringBuilder out = new StringBuilder();
        Neutral n = new Neutral(out);
        for (byte b : bytes) {
            n.accept(b & 0xff);
        }
        n.end();
        return out.toString();
    }

    private static String shown(String text) {
        return shown(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            plain text, [brackets]   | plain text, [brackets]
            \\u001b[31mred           | ^[[31mred
            bell\\u0007              | bell^G
            del\\u007f               | del^?
            nul\\u0000               | nul^@
            g\\u00fcn\\u20ac         | g\\u00fcn\\u20ac
            c1\\u009b31m             | c1\\u{9b}31m
            bidi\\u202e              | bidi\\u{202e}
            bom\\ufeff               | bom\\u{feff}
            """)
    void controls(String escaped, String expected) {
        assertThat(shown(unescape(escaped))).isEqualTo(unescape(expected));
    }

    /**
     * Table cells spell characters as {@code \\uXXXX}; {@code \\u{XX}} is text that is expected as
     * it stands.
     */
    private static String unescape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            if (s.startsWith("\\u", i) && s.charAt(i + 2) != '{') {
                out.append((char) Integer.parseInt(s.substring(i + 2, i + 6), 16));
                i += 5;
            } else {
                out.append(s.charAt(i));
            }
        }
        return out.toString();
    }

    @Test
    @DisplayName("ends lines at LF, with any number of CRs before it; another CR is shown")
    void lineEnds() {
        assertThat(shown("a\r\nb\r\r\nc\nd\re")).isEqualTo("a\nb\nc\nd^Me");
    }

    @Test
    @DisplayName("shows bytes that are not UTF-8 one by one")
    void invalidBytes() {
        assertThat(shown((byte) 0xff, (byte) 'x', (byte) 0xc3, (byte) 0x28))
                .isEqualTo("\\xffx\\xc3(");
        assertThat(shown((byte) 0xe2, (byte) 0x82)).isEqualTo("\\xe2\\x82");
        assertThat(shown((byte) 0xed, (byte) 0xa0, (byte) 0x80)).isEqualTo("\\xed\\xa0\\x80");
        assertThat(shown((byte) 0xc0, (byte) 0x80)).isEqualTo("\\xc0\\x80");
    }

    @Test
    @DisplayName("holds no control byte but line feeds and tabs, whatever the guest writes")
    void neverAControl() {
        SplittableRandom random = new SplittableRandom(7);
        byte[] bytes = new byte[200_000];
        random.nextBytes(bytes);
        String text = shown(bytes);
        assertThat(
                        text.chars()
                                .filter(c -> c != '\n' && c != '\t' && Character.isISOControl(c))
                                .count())
                .isZero();
        assertThat(text.codePoints().filter(c -> Character.getType(c) == Character.FORMAT).count())
                .isZero();
    }
}
