package trapline.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rule ids, device names and flag names that a reader has met, each with an index. A replay
 * seeds it with its own names, so that an index read from a journal is the index that its machine
 * uses.
 */
public final class Dictionary implements Names {
    private final Interner rules = new Interner();
    private final Interner devices = new Interner();
    private final List<String> flags = new ArrayList<>();

    /** Makes these the first entries, in order. */
    public Dictionary seed(List<String> ruleIds, List<String> deviceNames, List<String> flagNames) {
        ruleIds.forEach(rules::of);
        deviceNames.forEach(devices::of);
        for (int i = 0; i < flagNames.size(); i++) {
            flag(i, flagNames.get(i));
        }
        return this;
    }

    @Override
    public String rule(int index) {
        return rules.list.get(index);
    }

    @Override
    public String device(int index) {
        return devices.list.get(index);
    }

    @Override
    public String flag(int index) {
        return index < flags.size() ? flags.get(index) : "";
    }

    /** How many flags are known. */
    public int flagCount() {
        return flags.size();
    }

    /** The index of a rule id, a new one if it was not met before. */
    public int ruleIndex(String id) {
        return rules.of(id);
    }

    /** The index of a device, a new one if it was not met before. */
    public int deviceIndex(String name) {
        return devices.of(name);
    }

    void flag(int index, String name) {
        while (flags.size() <= index) {
            flags.add("");
        }
        flags.set(index, name);
    }

    private static final class Interner {
        final List<String> list = new ArrayList<>();
        final Map<String, Integer> index = new HashMap<>();

        int of(String s) {
            Integer known = index.get(s);
            if (known != null) {
                return known;
            }
            list.add(s);
            index.put(s, list.size() - 1);
            return list.size() - 1;
        }
    }
}
