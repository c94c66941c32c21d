package trapline.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.journal.SessionConfig;
import trapline.policy.XenArgs;

/**
 * What a configuration's policy options amount to.
 *
 * @param partialEmulationAsGiven value of the boot option as the user gave it, or null
 * @param effectivePartialEmulation whether rules that the option gates take effect; null for a hypervisor without it
 */
record Settings(
        SessionConfig config, @Nullable String partialEmulationAsGiven, @Nullable Boolean effectivePartialEmulation) {
    static final String PARTIAL_EMULATION = "partial-emulation";
    static final String PARTIAL_EMULATION_CONFIG = "PARTIAL_EMULATION";

    static Settings of(SessionConfig c) {
        String flag = c.flags().get(PARTIAL_EMULATION);
        if (!c.hypervisor().equals("xen")) {
            return new Settings(c, flag, null);
        }
        String line = c.xenArgs() == null ? "" : c.xenArgs();
        boolean on = flag == null
                ? XenArgs.parse(line, isBuiltIn(c), true).partialEmulation()
                : isBuiltIn(c) && flag.equals("on");
        return new Settings(c, flag == null ? PartialEmulation.valueIn(line) : flag, on);
    }

    static boolean isBuiltIn(SessionConfig c) {
        return !"n".equals(c.config().get(PARTIAL_EMULATION_CONFIG));
    }

    /** One line for a person. */
    String describe() {
        List<String> parts = new ArrayList<>();
        parts.add(config.hypervisor());
        if (effectivePartialEmulation != null) {
            parts.add("CONFIG_PARTIAL_EMULATION=" + (isBuiltIn(config) ? "y" : "n"));
            parts.add(PARTIAL_EMULATION + (effectivePartialEmulation ? " on" : " off"));
            parts.add(config.xenBuild() + " build");
        }
        if (config.policy() != null) {
            parts.add("policy file");
        }
        return String.join(", ", parts);
    }
}
