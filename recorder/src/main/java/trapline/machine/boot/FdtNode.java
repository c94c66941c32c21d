package trapline.machine.boot;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A node of a device tree: properties and children, in the order in which they were added. */
public final class FdtNode {
    private final String name;
    private final Map<String, byte[]> properties = new LinkedHashMap<>();
    private final List<FdtNode> children = new ArrayList<>();

    /**
     * @param name with its unit address, such as {@code memory@40000000}; empty for the root
     */
    public FdtNode(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    /** Properties by name. */
    public Map<String, byte[]> properties() {
        return properties;
    }

    public List<FdtNode> children() {
        return children;
    }

    /** Adds a child and returns it. */
    public FdtNode child(String childName) {
        FdtNode c = new FdtNode(childName);
        children.add(c);
        return c;
    }

    /** Sets a property without a value. */
    public FdtNode flag(String property) {
        return raw(property, new byte[0]);
    }

    /** Sets 32-bit cells. */
    public FdtNode cells(String property, int... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * 4);
        for (int v : values) {
            b.putInt(v);
        }
        return raw(property, b.array());
    }

    /** Sets 64-bit values, each as two cells. */
    public FdtNode longs(String property, long... values) {
        ByteBuffer b = ByteBuffer.allocate(values.length * 8);
        for (long v : values) {
            b.putLong(v);
        }
        return raw(property, b.array());
    }

    /** Sets a list of strings. */
    public FdtNode strings(String property, String... values) {
        return raw(property, (String.join("\0", values) + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** Sets a property to bytes. */
    public FdtNode raw(String property, byte[] value) {
        properties.put(property, value);
        return this;
    }

    /** The first string of a property, or null when there is no such property. */
    public @Nullable String string(String property) {
        byte[] v = properties.get(property);
        if (v == null) {
            return null;
        }
        int n = 0;
        while (n < v.length && v[n] != 0) {
            n++;
        }
        return new String(v, 0, n, StandardCharsets.UTF_8);
    }

    /** The first cell of a property, or {@code otherwise}. */
    public int cell(String property, int otherwise) {
        byte[] v = properties.get(property);
        return v == null || v.length < 4 ? otherwise : ByteBuffer.wrap(v).getInt();
    }

    /** The child with this name, unit address included, or null. */
    public @Nullable FdtNode find(String childName) {
        for (FdtNode c : children) {
            if (c.name.equals(childName)) {
                return c;
            }
        }
        return null;
    }

    /** The child with this name, added when it is not there. */
    public FdtNode findOrAdd(String childName) {
        FdtNode c = find(childName);
        return c != null ? c : child(childName);
    }
}
