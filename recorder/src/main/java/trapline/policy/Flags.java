package trapline.policy;

import java.util.List;

/**
 * Named gates on rules, on or off for a whole run. A trap event holds two bits a flag, so there are
 * at most {@link #LIMIT}.
 */
public final class Flags {
    /** Most flags that a personality can have. */
    public static final int LIMIT = 16;

    private final List<String> names;
    private final int on;

    private Flags(List<String> names, int on) {
        this.names = names;
        this.on = on;
    }

    /** Flags with these names, all off. */
    public static Flags of(List<String> names) {
        if (names.size() > LIMIT) {
            throw new IllegalArgumentException("flags: limit=" + LIMIT + " actual=" + names.size());
        }
        return new Flags(List.copyOf(names), 0);
    }

    /** The names, in index order. */
    public List<String> names() {
        return names;
    }

    /** Index of a flag by its name, hyphen and underscore being alike, or -1. */
    public int indexOf(String name) {
        String wanted = name.replace('_', '-');
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).replace('_', '-').equals(wanted)) {
                return i;
            }
        }
        return -1;
    }

    /** The same flags with one of them set as told. */
    public Flags with(int index, boolean value) {
        int bit = 1 << index;
        return new Flags(names, value ? on | bit : on & ~bit);
    }

    /** Whether flag {@code index} is on. */
    public boolean isOn(int index) {
        return (on >>> index & 1) != 0;
    }

    /** Reads a flag and notes in the decision that it was consulted. */
    boolean consult(int index, Decision d) {
        boolean value = isOn(index);
        d.flags |= (value ? 3 : 1) << 2 * index;
        return value;
    }
}
