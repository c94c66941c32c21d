package trapline.analyze;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One object of the JSON contract: fields in the order in which they were put, absent ones as null.
 * Hexadecimal numbers are text with {@code 0x}.
 */
public final class Fields {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /**
     * Adds a field; {@code value} is null, text, a number, a boolean, or a list or map of these.
     */
    public Fields put(String name, @Nullable Object value) {
        values.put(name, value instanceof Fields f ? f.values : value);
        return this;
    }

    /** Adds a number as hexadecimal text, or null. */
    public Fields hex(String name, @Nullable Long value) {
        return put(name, value == null ? null : hex(value));
    }

    /** A number as it stands in JSON and text: lower case, no leading zeroes. */
    public static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }

    /** The fields in order; a live view. */
    public Map<String, @Nullable Object> map() {
        return values;
    }

    /** The value of a field, null when it is absent or null. */
    public @Nullable Object get(String name) {
        return values.get(name);
    }
}
