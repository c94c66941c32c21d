package trapline.analyze;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;
import trapline.journal.Cursor;

/**
 * Where two guests' outputs part.
 *
 * @param same all bytes are equal
 * @param line number of the first differing line, from 1; 0 when they are the same
 * @param left that line, or null when the output ended before it
 */
public record ConsoleDiff(boolean same, long line, @Nullable String left, @Nullable String right) {
    /** Output that is compared line by line; what is beyond is compared by digest only. */
    private static final int MOST = 64 << 20;

    /** Collects a session's output. */
    static final class Collector {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        void event(Cursor c, Cursor.Event e) {
            if (e == Cursor.Event.CONSOLE && bytes.size() < MOST) {
                bytes.write(c.value());
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }

    /** Compares; {@code same} is the digests' answer. */
    static ConsoleDiff of(boolean same, byte[] left, byte[] right) {
        if (same) {
            return new ConsoleDiff(true, 0, null, null);
        }
        int i = java.util.Arrays.mismatch(left, right);
        if (i < 0) {
            return new ConsoleDiff(false, 0, null, null);
        }
        int begin = i;
        while (begin > 0 && left[begin - 1] != '\n') {
            begin--;
        }
        long number = 1;
        for (int k = 0; k < begin; k++) {
            number += left[k] == '\n' ? 1 : 0;
        }
        return new ConsoleDiff(false, number, line(left, begin), line(right, begin));
    }

    private static @Nullable String line(byte[] text, int begin) {
        if (begin >= text.length) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        Neutral n = new Neutral(out);
        for (int k = begin;
                k < text.length && text[k] != '\n' && out.length() < ConsoleLines.LINE_MAX;
                k++) {
            n.accept(text[k] & 0xff);
        }
        n.endLine();
        return out.toString();
    }

    /** The field of the contract. */
    Fields fields() {
        return new Fields()
                .put("same", same)
                .put("line", line == 0 ? null : line)
                .put("left", left)
                .put("right", right);
    }
}
