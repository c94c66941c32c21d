package trapline.machine.boot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of code addresses: sorted arrays, so that a look-up is a binary search. */
public final class SymbolTable {
    /** Nothing has a name. */
    public static final SymbolTable EMPTY = new Builder().build();

    private final long[] addresses;
    private final String[] names;

    private final Map<String, Long> data;
    private final long aliasFrom;
    private final long aliasBytes;
    private final long aliasTo;

    private SymbolTable(
            long[] addresses,
            String[] names,
            Map<String, Long> data,
            long from,
            long bytes,
            long to) {
        this.addresses = addresses;
        this.names = names;
        this.data = data;
        this.aliasFrom = from;
        this.aliasBytes = bytes;
        this.aliasTo = to;
    }

    /** Collects symbols in any order. */
    public static final class Builder {
        private record Entry(long address, String name) {}

        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, Long> data = new HashMap<>();

        public Builder add(long address, String name) {
            entries.add(new Entry(address, name));
            return this;
        }

        /**
         * Adds a symbol of the type that {@code nm} gives it; those of data can only be found by
         * name.
         */
        public Builder add(long address, char type, String name) {
            switch (Character.toLowerCase(type)) {
                case 't', 'w' -> add(address, name);
                case 'b', 'd', 'r' -> data.putIfAbsent(name, address);
                default -> {
                    // absolute and undefined ones are no addresses
                }
            }
            return this;
        }

        /** The table; among names of one address the one that came first stays. */
        public SymbolTable build() {
            entries.sort((x, y) -> Long.compareUnsigned(x.address, y.address));
            long[] a = new long[entries.size()];
            String[] n = new String[a.length];
            int count = 0;
            for (Entry e : entries) {
                if (count == 0 || a[count - 1] != e.address) {
                    a[count] = e.address;
                    n[count++] = e.name;
                } else {
                    data.putIfAbsent(e.name, e.address);
                }
            }
            return new SymbolTable(Arrays.copyOf(a, count), Arrays.copyOf(n, count), data, 0, 0, 0);
        }
    }

    /**
     * Reads an ELF file's symbols or the lines of a System.map, whichever {@code file} is.
     *
     * @throws ImageException when it is neither
     */
    public static SymbolTable read(byte[] file, String what) throws ImageException {
        if (ElfFile.is(file)) {
            SymbolTable t = ElfFile.of(file, what).symbols();
            if (t.size() == 0) {
                throw new ImageException(what + " has no symbols");
            }
            return t;
        }
        return parseMap(new String(file, StandardCharsets.ISO_8859_1), what);
    }

    private static SymbolTable parseMap(String text, String what) throws ImageException {
        Builder out = new Builder();
        int line = 0;
        for (String l : text.split("\n", -1)) {
            line++;
            if (l.isEmpty()) {
                continue;
            }
            int a = l.indexOf(' ');
            if (a < 1 || a > 16 || l.length() < a + 4 || l.charAt(a + 2) != ' ') {
                throw new ImageException(
                        "%s, line %d: expected \"address type name\"".formatted(what, line));
            }
            try {
                long address = Long.parseUnsignedLong(l.substring(0, a), 16);
                String name = l.substring(a + 3).strip();
                int module = name.indexOf('\t');
                out.add(address, l.charAt(a + 1), module < 0 ? name : name.substring(0, module));
            } catch (NumberFormatException e) {
                throw new ImageException(
                        "%s, line %d: expected \"address type name\"".formatted(what, line), e);
            }
        }
        SymbolTable t = out.build();
        if (t.size() == 0) {
            throw new ImageException(what + " has no symbols");
        }
        return t;
    }

    public int size() {
        return addresses.length;
    }

    /** This table for a kernel that runs {@code delta} bytes above its link address. */
    public SymbolTable shifted(long delta) {
        if (delta == 0) {
            return this;
        }
        long[] a = new long[addresses.length];
        for (int i = 0; i < a.length; i++) {
            a[i] = addresses[i] + delta;
        }
        Map<String, Long> d = new HashMap<>();
        data.forEach((name, address) -> d.put(name, address + delta));
        return new SymbolTable(a, names, d, aliasFrom, aliasBytes, aliasTo + delta);
    }

    /**
     * This table, which also knows a second place of the same code: where it lies while translation
     * is off.
     *
     * @param from first address of the second place
     * @param to the address of the same byte in this table
     */
    public SymbolTable alsoAt(long from, long bytes, long to) {
        return new SymbolTable(addresses, names, data, from, bytes, to);
    }

    private long own(long address) {
        return address - aliasFrom >= 0 && address - aliasFrom < aliasBytes
                ? address - aliasFrom + aliasTo
                : address;
    }

    /** Index of the last symbol at or below an address, or -1. */
    public int indexOf(long at) {
        long address = own(at);
        int low = 0;
        int high = addresses.length - 1;
        while (low <= high) {
            int mid = low + high >>> 1;
            if (Long.compareUnsigned(addresses[mid], address) <= 0) {
                low = mid + 1;
            } else {
                high = mid - 1;
            }
        }
        return high;
    }

    public String name(int index) {
        return names[index];
    }

    public long address(int index) {
        return addresses[index];
    }

    /**
     * {@code name+0xoffset/0xsize} of an address as Linux prints it, or null when no symbol is
     * near: beyond the last one the distance must be below 16 MiB.
     */
    public @Nullable String describe(long at) {
        long address = own(at);
        int i = indexOf(address);
        if (i < 0) {
            return null;
        }
        long offset = address - addresses[i];
        if (i == addresses.length - 1) {
            return Long.compareUnsigned(offset, 16 << 20) < 0
                    ? "%s+0x%x".formatted(names[i], offset)
                    : null;
        }
        return "%s+0x%x/0x%x".formatted(names[i], offset, addresses[i + 1] - addresses[i]);
    }

    /** {@code name+0xoffset}, without the offset when it is zero; null as in {@link #describe}. */
    public @Nullable String nameAndOffset(long at) {
        long address = own(at);
        int i = indexOf(address);
        if (i < 0) {
            return null;
        }
        long offset = address - addresses[i];
        if (i == addresses.length - 1 && Long.compareUnsigned(offset, 16 << 20) >= 0) {
            return null;
        }
        return offset == 0 ? names[i] : "%s+0x%x".formatted(names[i], offset);
    }

    /** Address of the first symbol with this name, of code or of data, or -1. */
    public long find(String name) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(name)) {
                return addresses[i];
            }
        }
        return data.getOrDefault(name, -1L);
    }
}
