package trapline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trapline.journal.SessionConfig;
import trapline.policy.PolicySettings;
import trapline.record.PersonalityFactory;

/** What a configuration's policy options amount to. */
final class Settings {
    static final String PARTIAL_EMULATION = "partial-emulation";
    static final String PARTIAL_EMULATION_CONFIG = "PARTIAL_EMULATION";

    private final SessionConfig config;
    private final PolicySettings policy;

    private Settings(SessionConfig config) {
        this.config = config;
        policy = PersonalityFactory.settings(config);
    }

    static Settings of(SessionConfig c) {
        return new Settings(c);
    }

    /** Each flag with its value as the user gave it, null where none was given. */
    Map<String, @Nullable Object> given() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put(PARTIAL_EMULATION, null);
        if (config.xenArgs() != null) {
            all.put(PARTIAL_EMULATION, PartialEmulation.valueIn(config.xenArgs()));
        }
        all.putAll(config.flags());
        return all;
    }

    /** Each flag with the value that rules see; null for one that the hypervisor does not have. */
    Map<String, @Nullable Object> effective() {
        Map<String, @Nullable Object> all = new TreeMap<>();
        all.put(PARTIAL_EMULATION, null);
        all.putAll(policy.effective());
        return all;
    }

    /** The configuration with one flag toggled. */
    SessionConfig.Builder flipped(String flag) {
        return PersonalityFactory.with(config, policy.flip(flag)).toBuilder();
    }

    /** One line for a person. */
    String describe() {
        List<String> parts = new ArrayList<>();
        parts.add(policy.hypervisor());
        SortedMap<String, Boolean> effective = policy.effective();
        if (policy.hypervisor().equals("xen")) {
            parts.add("CONFIG_PARTIAL_EMULATION=" + (policy.partialEmulationBuiltIn() ? "y" : "n"));
        }
        effective.forEach(
                (name, on) -> {
                    if (name.equals(PARTIAL_EMULATION) || policy.flags().containsKey(name)) {
                        parts.add(name + (on ? " on" : " off"));
                    }
                });
        if (policy.hypervisor().equals("xen")) {
            parts.add(policy.debugBuild() ? "debug build" : "release build");
        }
        if (policy.policy() != null) {
            parts.add("policy " + policy.policyFile());
        }
        return String.join(", ", parts);
    }
}
