package trapline.machine.boot;

import java.util.List;

/** A range of guest-physical memory. */
public record MemoryBank(long base, long bytes) {
    /** First address past the bank. */
    public long end() {
        return base + bytes;
    }

    /** The bank that holds all of {@code [address, address + length)}, if one does. */
    static boolean contains(List<MemoryBank> banks, long address, long length) {
        for (MemoryBank b : banks) {
            if (Long.compareUnsigned(address, b.base) >= 0
                    && Long.compareUnsigned(length, b.bytes) <= 0
                    && Long.compareUnsigned(address - b.base, b.bytes - length) <= 0) {
                return true;
            }
        }
        return false;
    }

    /** Size in the unit that divides it best, for messages. */
    static String human(long bytes) {
        if (bytes >= 1 << 30 && bytes % (1 << 30) == 0) {
            return (bytes >> 30) + " GiB";
        }
        if (bytes >= 1 << 20) {
            return (bytes + (1 << 20) - 1 >> 20) + " MiB";
        }
        return bytes >= 1024 ? (bytes + 1023 >> 10) + " KiB" : bytes + " bytes";
    }
}
