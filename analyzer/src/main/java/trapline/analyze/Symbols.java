package trapline.analyze;

import org.jspecify.annotations.Nullable;

/** Names of guest addresses. */
@FunctionalInterface
public interface Symbols {
    /** Nothing has a name. */
    Symbols NONE = address -> null;

    /** {@code name+0xoffset} of a code address, or null when no symbol is near. */
    @Nullable String at(long address);

    /** The address with its symbol, when it has one: {@code 0x40001234 (probe+0x10)}. */
    default String describe(long address) {
        String name = at(address);
        return name == null
                ? Fields.hex(address)
                : Fields.hex(address) + " (" + Neutral.line(name) + ")";
    }
}
