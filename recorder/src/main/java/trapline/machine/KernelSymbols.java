package trapline.machine;

import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import trapline.machine.boot.SymbolTable;
import trapline.machine.linux.Kallsyms;

/**
 * Symbols that a Linux kernel carries. The last result stays: one session makes many machines from
 * one image.
 */
final class KernelSymbols {
    private record Found(int crc, int length, SymbolTable table) {}

    private static @Nullable Found last;

    private KernelSymbols() {}

    /** The symbols of the kernel in these bytes; an empty table when there are none. */
    static synchronized SymbolTable of(byte[] image, int offset, int length) {
        CRC32C sum = new CRC32C();
        sum.update(image, offset, length);
        int crc = (int) sum.getValue();
        Found known = last;
        if (known == null || known.crc != crc || known.length != length) {
            SymbolTable t = Kallsyms.find(image, offset, length);
            known = new Found(crc, length, t == null ? SymbolTable.EMPTY : t);
            last = known;
        }
        return known.table;
    }
}
