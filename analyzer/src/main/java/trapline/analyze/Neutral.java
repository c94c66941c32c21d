package trapline.analyze;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Makes bytes that a guest wrote harmless for a terminal. Line feeds and tabs stay; CR before LF
 * goes; other control characters are shown as {@code ^X}; valid UTF-8 stays, but for C1 controls
 * and characters that reorder or hide text, which are shown as {@code \\u{202e}}; any other byte as
 * {@code \\xNN}.
 */
public final class Neutral {
    private final Appendable out;
    private final byte[] sequence = new byte[4];
    private int held;
    private int wanted;
    private boolean carriageReturn;

    /**
     * @param out gets the harmless text
     */
    public Neutral(Appendable out) {
        this.out = out;
    }

    /** Takes the next byte, 0 to 255. */
    public void accept(int b) {
        try {
            if (wanted > 0) {
                continued(b);
            } else {
                first(b);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets a CR that was held back, because the line ends; shows anything else that was. */
    void endLine() {
        carriageReturn = false;
        end();
    }

    /** Shows what was held back waiting for the next byte. */
    public void end() {
        try {
            flushCarriageReturn();
            flushHeld();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void first(int b) throws IOException {
        if (b == '\r') {
            // A line end may be CR CR LF: some drivers add one of their own.
            carriageReturn = true;
            return;
        }
        if (b == '\n') {
            carriageReturn = false;
            out.append('\n');
            return;
        }
        flushCarriageReturn();
        if (b < 0x80) {
            ascii(b);
        } else if (b >= 0xc2 && b <= 0xf4) {
            wanted = b < 0xe0 ? 2 : b < 0xf0 ? 3 : 4;
            sequence[0] = (byte) b;
            held = 1;
        } else {
            raw(b);
        }
    }

    private void ascii(int b) throws IOException {
        if (b >= 0x20 && b != 0x7f || b == '\t') {
            out.append((char) b);
        } else {
            out.append('^').append((char) (b ^ 0x40));
        }
    }

    private void raw(int b) throws IOException {
        out.append("\\x")
                .append(Character.forDigit(b >> 4, 16))
                .append(Character.forDigit(b & 15, 16));
    }

    private void continued(int b) throws IOException {
        if ((b & 0xc0) != 0x80) {
            flushHeld();
            first(b);
            return;
        }
        sequence[held++] = (byte) b;
        if (held == wanted) {
            String s = new String(sequence, 0, held, StandardCharsets.UTF_8);
            int c = s.codePointAt(0);
            if (c == 0xfffd && !(sequence[0] == (byte) 0xef && sequence[1] == (byte) 0xbf)) {
                flushHeld();
            } else {
                held = 0;
                wanted = 0;
                character(c);
            }
        }
    }

    private void character(int c) throws IOException {
        if (isHarmful(c)) {
            out.append("\\u{").append(Integer.toHexString(c)).append('}');
        } else {
            out.append(Character.toString(c));
        }
    }

    private static boolean isHarmful(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED
                || type == Character.PRIVATE_USE
                || type == Character.SURROGATE;
    }

    private void flushHeld() throws IOException {
        int n = held;
        held = 0;
        wanted = 0;
        for (int i = 0; i < n; i++) {
            raw(sequence[i] & 0xff);
        }
    }

    private void flushCarriageReturn() throws IOException {
        if (carriageReturn) {
            carriageReturn = false;
            out.append("^M");
        }
    }

    /**
     * One line of harmless text from text that a guest or its image supplied; line ends are shown
     * as {@code ^J}.
     */
    public static String line(String text) {
        boolean plain = true;
        for (int i = 0; i < text.length() && plain; i++) {
            char c = text.charAt(i);
            plain = c >= 0x20 && c < 0x7f;
        }
        if (plain) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        Neutral n = new Neutral(out);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b == '\n') {
                n.end();
                out.append("^J");
            } else {
                n.accept(b & 0xff);
            }
        }
        n.end();
        return out.toString();
    }
}
