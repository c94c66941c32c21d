package trapline.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of a personality, in the order of their definition: the dictionary that a session
 * stores.
 */
final class RuleBook {
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();

    /** Index of the rule with this id, defining it on first use. */
    int add(String id, String source) {
        Integer known = byId.get(id);
        if (known != null) {
            return known;
        }
        int index = rules.size();
        rules.add(new Rule(id, source));
        byId.put(id, index);
        return index;
    }

    List<Rule> rules() {
        return Collections.unmodifiableList(rules);
    }
}
