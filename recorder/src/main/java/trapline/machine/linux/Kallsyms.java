package trapline.machine.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.machine.boot.SymbolTable;

/**
 * The table of symbols that a Linux kernel carries, found in its image by its form: {@code
 * scripts/kallsyms.c}, CONFIG_KALLSYMS_BASE_RELATIVE.
 *
 * <pre>
 * names        for each symbol: its length (one byte, two from 128 on) and that many tokens; the first character is the type
 * markers      u32: where each 256th name begins
 * token_table  256 strings that end in a zero byte; the characters that names use stand for themselves
 * token_index  u16: where each token begins
 * offsets      u32 for each symbol: from relative_base, ascending; before the names, behind the tokens since Linux 6.4
 * </pre>
 */
public final class Kallsyms {
    private static final int TOKENS = 256;
    private static final int NAMES_A_MARKER = 256;

    /** Longest stretch between markers and tokens: three bytes a symbol of 2^21 symbols. */
    private static final int MARKERS_WITHIN = 8 << 20;

    /** Least and most bytes of 256 names. */
    private static final int MARKER_MIN = 512;

    private static final int MARKER_MAX = 1 << 16;

    /** Least symbols of a table that is believed. */
    private static final int SYMBOLS_MIN = 512;

    private static final long TWO_MIB = 2 << 20;
    private static final int R_AARCH64_RELATIVE = 0x403;

    private final ByteBuffer b;
    private final int from;
    private final int end;
    private int tokenTable;
    private int tokenIndex;
    private int markers;
    private int markerCount;
    private int names;
    private int symbols;
    private int offsets;
    private int baseAt;
    private final byte[][] tokens = new byte[TOKENS][];

    /** The name being expanded; grows to the longest, no token being longer than what it holds. */
    private byte[] text = new byte[4096];

    private Kallsyms(byte[] image, int from, int length) {
        b = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN);
        this.from = from;
        this.end = from + length;
    }

    /**
     * The symbols of a kernel image at its link addresses, {@code _text} being its first byte; null
     * when it has no table of this form.
     *
     * @param image holds the kernel as it is loaded, from {@code from}
     */
    public static @Nullable SymbolTable find(byte[] image, int from, int length) {
        Kallsyms k = new Kallsyms(image, from, length);
        for (int at = k.nextDigits(from); at >= 0; at = k.nextDigits(at + 1)) {
            if (k.tokens(at) && k.markers() && k.names() && k.offsets()) {
                return k.table();
            }
        }
        return null;
    }

    /**
     * Digits stand for themselves among the tokens of every kernel: ten strings of one character in
     * a row.
     */
    private int nextDigits(int at) {
        byte[] a = b.array();
        for (int p = at; p + 20 <= end; p++) {
            if (a[p] == '0' && a[p + 1] == 0 && a[p + 2] == '1' && digits(a, p)) {
                return p;
            }
        }
        return -1;
    }

    private static boolean digits(byte[] a, int p) {
        for (int d = 0; d < 10; d++) {
            if (a[p + 2 * d] != '0' + d || a[p + 2 * d + 1] != 0) {
                return false;
            }
        }
        return true;
    }

    private boolean tokens(int digits) {
        int p = digits;
        for (int t = '0'; t < TOKENS; t++) {
            p = afterString(p);
            if (p < 0) {
                return false;
            }
        }
        tokenIndex = up8(p);
        if (tokenIndex + 2 * TOKENS > end) {
            return false;
        }
        tokenTable = digits - u16(tokenIndex + 2 * '0');
        p = tokenTable;
        for (int t = 0; t < TOKENS; t++) {
            if (p < from || u16(tokenIndex + 2 * t) != p - tokenTable) {
                return false;
            }
            p = afterString(p);
        }
        return true;
    }

    private int afterString(int p) {
        for (int q = p; q >= from && q < Math.min(end, p + 1024); q++) {
            if (b.get(q) == 0) {
                return q + 1;
            }
        }
        return -1;
    }

    /** Alignment counts from the image's start. */
    private int up8(int p) {
        return from + (p - from + 7 & -8);
    }

    private int u16(int at) {
        return b.getShort(at) & 0xffff;
    }

    /** Looks backwards from the tokens for the last ascending series that begins with 0. */
    private boolean markers() {
        int stop = Math.max(from, tokenTable - MARKERS_WITHIN);
        int run = 1;
        for (int p = from + (tokenTable - from & -4) - 4; p - 4 >= stop; p -= 4) {
            long step = (b.getInt(p) & 0xffffffffL) - (b.getInt(p - 4) & 0xffffffffL);
            run = step >= MARKER_MIN && step <= MARKER_MAX ? run + 1 : 1;
            if (run >= SYMBOLS_MIN / NAMES_A_MARKER && b.getInt(p - 4) == 0) {
                markers = p - 4;
                markerCount = run;
                return true;
            }
        }
        return false;
    }

    /** The names end where the markers begin; their number stands before them. */
    private boolean names() {
        int last = b.getInt(markers + 4 * (markerCount - 1));
        int latest = markers - last - 8;
        for (int at = from + (latest - from & -8);
                at >= Math.max(from, latest - MARKER_MAX);
                at -= 8) {
            int n = b.getInt(at);
            if (n > 0
                    && (n + NAMES_A_MARKER - 1) / NAMES_A_MARKER == markerCount
                    && walk(at + 8, n)) {
                symbols = n;
                names = at + 8;
                return true;
            }
        }
        return false;
    }

    private boolean walk(int start, int n) {
        int p = start;
        for (int s = 0; s < n; s++) {
            if (s % NAMES_A_MARKER == 0
                    && p - start != b.getInt(markers + 4 * (s / NAMES_A_MARKER))) {
                return false;
            }
            p = afterName(p);
            if (p > markers) {
                return false;
            }
        }
        return up8(p) == markers;
    }

    private int nameBytes(int p) {
        int l = b.get(p) & 0xff;
        return l < 0x80 ? l : l & 0x7f | (b.get(p + 1) & 0xff) << 7;
    }

    private int nameStart(int p) {
        return p + ((b.get(p) & 0x80) == 0 ? 1 : 2);
    }

    private int afterName(int p) {
        return nameStart(p) + nameBytes(p);
    }

    private boolean offsets() {
        int count = names - 8;
        return offsetsAt(count - 8 - up(4 * symbols), count - 8)
                || offsetsAt(tokenIndex + 2 * TOKENS, tokenIndex + 2 * TOKENS + up(4 * symbols));
    }

    private static int up(int bytes) {
        return bytes + 7 & -8;
    }

    private boolean offsetsAt(int at, int base) {
        if (at < from || base + 8 > end || at + 4L * symbols > end) {
            return false;
        }
        for (int s = 1; s < symbols; s++) {
            if (Integer.compareUnsigned(b.getInt(at + 4 * s - 4), b.getInt(at + 4 * s)) > 0) {
                return false;
            }
        }
        offsets = at;
        baseAt = base;
        return b.getInt(at + 4 * (symbols - 1)) != 0;
    }

    private SymbolTable table() {
        long base = b.getLong(baseAt);
        long text;
        int relocation = base == 0 ? relocation() : -1;
        if (relocation >= 0) {
            base = b.getLong(relocation + 16);
            text = b.getLong(relocation) - (baseAt - from);
        } else {
            // The image begins at a multiple of 2 MiB, and the first symbol lies in its first
            // bytes.
            text = base & -TWO_MIB;
        }
        readTokens();
        SymbolTable.Builder out = new SymbolTable.Builder();
        out.add(text, "_text");
        int p = names;
        for (int s = 0; s < symbols; s++) {
            String name = name(p);
            long address = base + (b.getInt(offsets + 4 * s) & 0xffffffffL);
            out.add(address, name.charAt(0), name.substring(1));
            p = afterName(p);
        }
        return out.build();
    }

    /**
     * A relocatable kernel keeps the value of relative_base in a relocation: it names its own
     * place, at the same distance from the image's start as here, and an address near the start.
     * Others can look so for a start that lies higher, by a multiple of 2 MiB, but none for one
     * that lies lower: no address is below the image.
     */
    private int relocation() {
        int place = baseAt - from;
        long lowest = 0;
        int best = -1;
        for (int at = from; at + 24 <= end; at += 8) {
            if (b.getLong(at + 8) == R_AARCH64_RELATIVE) {
                long text = b.getLong(at) - place;
                long to = b.getLong(at + 16) - text;
                if ((text & TWO_MIB - 1) == 0 && text < lowest && to >= 0 && to < TWO_MIB) {
                    lowest = text;
                    best = at;
                }
            }
        }
        return best;
    }

    private String name(int p) {
        int start = nameStart(p);
        int n = 0;
        for (int k = 0; k < nameBytes(p); k++) {
            byte[] token = tokens[b.get(start + k) & 0xff];
            if (n + token.length > text.length) {
                text = Arrays.copyOf(text, 2 * text.length);
            }
            for (byte c : token) {
                text[n++] = c;
            }
        }
        return n == 0 ? "?" : new String(text, 0, n, StandardCharsets.ISO_8859_1);
    }

    private void readTokens() {
        for (int t = 0; t < TOKENS; t++) {
            int at = tokenTable + u16(tokenIndex + 2 * t);
            tokens[t] = Arrays.copyOfRange(b.array(), at, afterString(at) - 1);
        }
    }
}
