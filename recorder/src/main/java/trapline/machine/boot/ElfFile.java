package trapline.machine.boot;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An ELF-64 little-endian AArch64 file: its loadable segments, entry point and symbols. */
final class ElfFile {
    private static final int HEADER_BYTES = 64;
    private static final int MACHINE_AARCH64 = 183;
    private static final int PT_LOAD = 1;
    private static final int SHT_SYMTAB = 2;
    private static final int STT_NOTYPE = 0;
    private static final int STT_OBJECT = 1;
    private static final int STT_FUNC = 2;

    /** A loadable segment. */
    record Segment(long virtual, long physical, int offset, int fileBytes, long memoryBytes) {}

    private final ByteBuffer b;
    private final String what;

    private ElfFile(ByteBuffer b, String what) {
        this.b = b;
        this.what = what;
    }

    static boolean is(byte[] file) {
        return ImageFile.startsWith(file, 0, 0x7f, 'E', 'L', 'F');
    }

    /** Checks the header; {@code what} names the file in messages. */
    static ElfFile of(byte[] file, String what) throws ImageException {
        if (file.length < HEADER_BYTES) {
            throw new ImageException(what + ": damaged ELF header (the file is cut off)");
        }
        ByteBuffer b = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (b.get(4) != 2) {
            throw new ImageException(what + " is a 32-bit ELF file; only AArch64 guests run");
        }
        if (b.get(5) != 1) {
            throw new ImageException(what + " is a big-endian ELF file");
        }
        int machine = b.getShort(18) & 0xffff;
        if (machine != MACHINE_AARCH64) {
            throw new ImageException(
                    "%s is an ELF file for machine %d, not AArch64 (%d)"
                            .formatted(what, machine, MACHINE_AARCH64));
        }
        return new ElfFile(b, what);
    }

    private ImageException damaged(String where) {
        return new ImageException("%s: damaged ELF %s".formatted(what, where));
    }

    List<Segment> segments() throws ImageException {
        long table = b.getLong(32);
        int size = b.getShort(54) & 0xffff;
        int count = b.getShort(56) & 0xffff;
        if (count == 0) {
            throw new ImageException(
                    what + " is an ELF file without program headers (an object file?)");
        }
        if (size < 56 || table < 0 || table > b.limit() - (long) size * count) {
            throw damaged("header (program headers lie outside the file)");
        }
        List<Segment> out = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * size;
            if (b.getInt(at) != PT_LOAD || b.getLong(at + 40) == 0) {
                continue;
            }
            long offset = b.getLong(at + 8);
            long fileBytes = b.getLong(at + 32);
            long memoryBytes = b.getLong(at + 40);
            if (offset < 0
                    || fileBytes < 0
                    || fileBytes > memoryBytes
                    || offset > b.limit() - fileBytes) {
                throw damaged("program header " + i + " (its bytes lie outside the file)");
            }
            out.add(
                    new Segment(
                            b.getLong(at + 16),
                            b.getLong(at + 24),
                            (int) offset,
                            (int) fileBytes,
                            memoryBytes));
        }
        if (out.isEmpty()) {
            throw new ImageException(what + " is an ELF file with nothing to load");
        }
        return out;
    }

    /** The entry point as a physical address. */
    long entry(List<Segment> segments) throws ImageException {
        long e = b.getLong(24);
        for (Segment s : segments) {
            if (Long.compareUnsigned(e, s.virtual) >= 0
                    && Long.compareUnsigned(e - s.virtual, s.memoryBytes) < 0) {
                return e - s.virtual + s.physical;
            }
        }
        throw new ImageException("%s: ELF entry point 0x%x is in no segment".formatted(what, e));
    }

    /** Code symbols; empty when the file has none. */
    SymbolTable symbols() throws ImageException {
        long table = b.getLong(40);
        int size = b.getShort(58) & 0xffff;
        int count = b.getShort(60) & 0xffff;
        SymbolTable.Builder out = new SymbolTable.Builder();
        if (table == 0 || count == 0) {
            return out.build();
        }
        if (size < 64 || table < 0 || table > b.limit() - (long) size * count) {
            throw damaged("header (section headers lie outside the file)");
        }
        for (int i = 0; i < count; i++) {
            int at = (int) table + i * size;
            if (b.getInt(at + 4) == SHT_SYMTAB) {
                int link = b.getInt(at + 40);
                if (link < 0 || link >= count) {
                    throw damaged("section header " + i);
                }
                read(at, (int) table + link * size, out);
            }
        }
        return out.build();
    }

    private void read(int symbols, int strings, SymbolTable.Builder out) throws ImageException {
        long at = b.getLong(symbols + 24);
        long bytes = b.getLong(symbols + 32);
        long names = b.getLong(strings + 24);
        long nameBytes = b.getLong(strings + 32);
        if (at < 0
                || bytes < 0
                || at > b.limit() - bytes
                || names < 0
                || nameBytes < 0
                || names > b.limit() - nameBytes) {
            throw damaged("symbol table");
        }
        for (int s = (int) at; s + 24 <= at + bytes; s += 24) {
            int type = b.get(s + 4) & 15;
            int section = b.getShort(s + 6) & 0xffff;
            int name = b.getInt(s);
            if (section == 0
                    || type != STT_FUNC && type != STT_NOTYPE && type != STT_OBJECT
                    || name <= 0
                    || name >= nameBytes) {
                continue;
            }
            String text = text((int) names + name, (int) (names + nameBytes));
            // $x and $d mark code and data for disassemblers.
            if (!text.isEmpty() && text.charAt(0) != '$') {
                out.add(b.getLong(s + 8), type == STT_OBJECT ? 'd' : 't', text);
            }
        }
    }

    private String text(int from, int limit) {
        int end = from;
        while (end < limit && b.get(end) != 0) {
            end++;
        }
        byte[] v = new byte[end - from];
        b.get(from, v);
        return new String(v, StandardCharsets.UTF_8);
    }
}
