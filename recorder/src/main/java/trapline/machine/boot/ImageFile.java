package trapline.machine.boot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads files that a user names, and unpacks them, with one-line errors. */
public final class ImageFile {
    /** No image unpacks to more than this; a crafted one could otherwise exhaust memory. */
    private static final int MAX_BYTES = 1 << 30;

    private ImageFile() {}

    /** The bytes of a file that must exist and hold something. */
    public static byte[] read(Path file) throws ImageException {
        if (!Files.exists(file)) {
            throw new ImageException(file + ": no such file");
        }
        if (Files.isDirectory(file)) {
            throw new ImageException(file + " is a directory");
        }
        try {
            long size = Files.size(file);
            if (size > MAX_BYTES) {
                throw new ImageException(
                        "%s is larger than an image can be (%s)"
                                .formatted(file, MemoryBank.human(size)));
            }
            byte[] b = Files.readAllBytes(file);
            if (b.length == 0) {
                throw new ImageException(file + " is empty");
            }
            return b;
        } catch (IOException e) {
            throw new ImageException(file + ": cannot be read (" + e.getMessage() + ")", e);
        }
    }

    static boolean isGzip(byte[] b) {
        return b.length > 2 && b[0] == 0x1f && (b[1] & 0xff) == 0x8b;
    }

    /**
     * Unpacks gzip from {@code off}; what follows the compressed data is ignored, as boot loaders
     * do.
     */
    static byte[] gunzip(byte[] b, int off, int len, String what) throws ImageException {
        try (GZIPInputStream in =
                new GZIPInputStream(
                        new SingleMember(new ByteArrayInputStream(b, off, len)), 1 << 16)) {
            byte[] out = in.readNBytes(MAX_BYTES);
            if (out.length == MAX_BYTES) {
                throw new ImageException(
                        what + " unpacks to more than " + MemoryBank.human(MAX_BYTES));
            }
            if (out.length == 0) {
                throw new ImageException(what + " unpacks to nothing");
            }
            return out;
        } catch (IOException e) {
            throw new ImageException(what + ": damaged gzip data (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Says that nothing more is available, so that bytes after the first member are not taken for
     * another one.
     */
    private static final class SingleMember extends java.io.FilterInputStream {
        SingleMember(java.io.InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    /** Whether the bytes of {@code magic} stand at {@code at}. */
    static boolean startsWith(byte[] b, int at, int... magic) {
        return b.length >= at + magic.length
                && Arrays.equals(Arrays.copyOfRange(b, at, at + magic.length), bytes(magic));
    }

    private static byte[] bytes(int... v) {
        byte[] r = new byte[v.length];
        for (int i = 0; i < v.length; i++) {
            r[i] = (byte) v[i];
        }
        return r;
    }
}
