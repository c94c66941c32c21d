package trapline.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import trapline.isa.CpuModel;

/**
 * The policy side of a run's configuration: all that decides which personality it has and how that
 * decides. Immutable; a flipped replay runs under {@link #flip}.
 *
 * @param hypervisor {@code xen}, {@code kvm} or {@code spec}
 * @param partialEmulationBuiltIn {@code --config PARTIAL_EMULATION=y|n}
 * @param xenArgs {@code --xen-args} as given
 * @param debugBuild {@code --xen-build debug}, or release
 * @param flags flags that were set by name, which beats {@code xenArgs} and a policy file's
 *     default: {@code --partial-emulation on|off} and flips; by the flag's own spelling
 * @param policy text of the policy file, or null
 * @param policyFile its name, for messages
 */
public record PolicySettings(
        String hypervisor,
        boolean partialEmulationBuiltIn,
        String xenArgs,
        boolean debugBuild,
        SortedMap<String, Boolean> flags,
        @Nullable String policy,
        String policyFile) {

    // Before DEFAULT, whose constructor asks it.
    private static final List<String> HYPERVISORS = List.of("xen", "kvm", "spec");

    /** Xen, partial emulation built in and switched off, a debug build. */
    public static final PolicySettings DEFAULT =
            new PolicySettings("xen", true, "", true, Collections.emptySortedMap(), null, "");

    public PolicySettings {
        flags = Collections.unmodifiableSortedMap(new TreeMap<>(flags));
        if (!HYPERVISORS.contains(hypervisor)) {
            throw new PolicyException(
                    "--hypervisor " + hypervisor + ": none of " + String.join(", ", HYPERVISORS));
        }
    }

    /**
     * Reads {@code --config NAME=VALUE}.
     *
     * @return the settings with it
     */
    public PolicySettings withConfig(String assignment) {
        return switch (assignment.startsWith("CONFIG_") ? assignment.substring(7) : assignment) {
            case "PARTIAL_EMULATION=y" -> with(hypervisor, true, xenArgs, debugBuild);
            case "PARTIAL_EMULATION=n" -> with(hypervisor, false, xenArgs, debugBuild);
            default ->
                    throw new PolicyException(
                            "--config " + assignment + ": expected PARTIAL_EMULATION=y or =n");
        };
    }

    /** {@code --hypervisor}. */
    public PolicySettings withHypervisor(String name) {
        return with(name, partialEmulationBuiltIn, xenArgs, debugBuild);
    }

    /** {@code --xen-args}. */
    public PolicySettings withXenArgs(String args) {
        return with(hypervisor, partialEmulationBuiltIn, args, debugBuild);
    }

    /** {@code --xen-build debug|release}. */
    public PolicySettings withXenBuild(String build) {
        return switch (build) {
            case "debug" -> with(hypervisor, partialEmulationBuiltIn, xenArgs, true);
            case "release" -> with(hypervisor, partialEmulationBuiltIn, xenArgs, false);
            default ->
                    throw new PolicyException("--xen-build " + build + ": none of debug, release");
        };
    }

    /** {@code --policy FILE}; null takes the policy away. */
    public PolicySettings withPolicy(@Nullable String text, String file) {
        return new PolicySettings(
                hypervisor, partialEmulationBuiltIn, xenArgs, debugBuild, flags, text, file);
    }

    /** {@code --partial-emulation on|off}, with Xen's other words for a boolean. */
    public PolicySettings withPartialEmulation(String value) {
        Boolean b = XenArgs.bool(value);
        if (b == null) {
            throw new PolicyException("--partial-emulation " + value + ": none of on, off");
        }
        return withFlag(XenFlags.PARTIAL_EMULATION_NAME, b);
    }

    /** Sets a flag by its own spelling. */
    public PolicySettings withFlag(String name, boolean value) {
        SortedMap<String, Boolean> changed = new TreeMap<>(flags);
        changed.put(name, value);
        return new PolicySettings(
                hypervisor,
                partialEmulationBuiltIn,
                xenArgs,
                debugBuild,
                changed,
                policy,
                policyFile);
    }

    private PolicySettings with(String name, boolean builtIn, String args, boolean debug) {
        return new PolicySettings(name, builtIn, args, debug, flags, policy, policyFile);
    }

    /**
     * Toggles a flag: {@code --flip NAME}, hyphen and underscore being alike. Whether that changes
     * any decision is another matter: a flag that the configuration makes ineffective can be
     * flipped all the same.
     *
     * @throws PolicyException for a flag that the personality does not have
     */
    public PolicySettings flip(String name) {
        SortedMap<String, Boolean> now = requested();
        String wanted = name.replace('_', '-');
        for (Map.Entry<String, Boolean> e : now.entrySet()) {
            if (e.getKey().replace('_', '-').equals(wanted)) {
                return withFlag(e.getKey(), !e.getValue());
            }
        }
        String known = now.isEmpty() ? "it has none" : "it has " + String.join(", ", now.keySet());
        throw new PolicyException(
                "--flip " + name + ": " + hypervisor + " has no such flag (" + known + ")");
    }

    /** Every flag of the personality with the value asked for, effective or not. */
    public SortedMap<String, Boolean> requested() {
        SortedMap<String, Boolean> all = new TreeMap<>();
        if (hypervisor.equals("xen")) {
            all.put(
                    XenFlags.PARTIAL_EMULATION_NAME,
                    XenArgs.parse(xenArgs, true, debugBuild).partialEmulation());
            all.put(XenFlags.TRAP_UNMAPPED_ACCESSES_NAME, true);
        }
        if (policy != null) {
            all.putAll(PolicyFile.parse(policy, policyFile).flags());
        }
        all.replaceAll((name, value) -> flags.getOrDefault(name, value));
        return all;
    }

    /**
     * Every flag with the value that rules see: without its configuration, {@code
     * partial-emulation} is off.
     */
    public SortedMap<String, Boolean> effective() {
        SortedMap<String, Boolean> all = requested();
        if (!partialEmulationBuiltIn) {
            all.computeIfPresent(XenFlags.PARTIAL_EMULATION_NAME, (name, value) -> false);
        }
        return all;
    }

    /** What the user should be told about these settings, one line each. */
    public List<String> warnings() {
        List<String> lines = new ArrayList<>();
        if (hypervisor.equals("xen")) {
            lines.addAll(XenArgs.parse(xenArgs, partialEmulationBuiltIn, debugBuild).warnings());
            if (!partialEmulationBuiltIn && flags.containsKey(XenFlags.PARTIAL_EMULATION_NAME)) {
                lines.add("partial-emulation: no effect, CONFIG_PARTIAL_EMULATION is n");
            }
        } else {
            if (!xenArgs.isBlank()) {
                lines.add("--xen-args: no effect, the hypervisor is " + hypervisor);
            }
        }
        return lines;
    }

    /**
     * Builds the personality.
     *
     * @param gicVersion 2 or 3
     * @param cpuInterface base of a GICv2 CPU interface that Xen maps on its first access, or -1
     * @throws PolicyException for a bad option value, a bad policy file, or a flag that the
     *     personality does not have
     */
    public Personality create(CpuModel cpu, int gicVersion, long cpuInterface) {
        for (String name : flags.keySet()) {
            if (!requested().containsKey(name)) {
                throw new PolicyException(name + ": " + hypervisor + " has no such flag");
            }
        }
        BasePersonality base =
                switch (hypervisor) {
                    case "kvm" -> new KvmPersonality(cpu, gicVersion);
                    case "spec" -> new SpecPersonality(cpu, gicVersion);
                    default -> xen(cpu, gicVersion, cpuInterface);
                };
        if (policy == null) {
            return base;
        }
        return new PolicyPersonality(base, PolicyFile.parse(policy, policyFile), effective());
    }

    private BasePersonality xen(CpuModel cpu, int gicVersion, long cpuInterface) {
        SortedMap<String, Boolean> on = effective();
        XenArgs args = XenArgs.parse(xenArgs, partialEmulationBuiltIn, debugBuild);
        XenSettings s =
                XenSettings.of(partialEmulationBuiltIn, debugBuild, args, gicVersion, cpuInterface)
                        .withPartialEmulation(isOn(on, XenFlags.PARTIAL_EMULATION_NAME))
                        .withTrapUnmappedAccesses(isOn(on, XenFlags.TRAP_UNMAPPED_ACCESSES_NAME));
        return new XenPersonality(s, cpu);
    }

    private static boolean isOn(Map<String, Boolean> flags, String name) {
        return Boolean.TRUE.equals(flags.get(name));
    }
}
