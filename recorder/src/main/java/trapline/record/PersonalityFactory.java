package trapline.record;

import trapline.isa.CpuModel;
import trapline.journal.SessionConfig;
import trapline.machine.boot.BootPlatform;
import trapline.policy.Personality;
import trapline.policy.PolicySettings;

/** From the policy part of a configuration to the personality that it describes. */
public final class PersonalityFactory {
    /** GICv2 CPU interface of a Xen domain. */
    private static final long XEN_GICC = 0x0300_2000L;

    private PersonalityFactory() {}

    /** The personality of a configuration. */
    public static Personality create(SessionConfig c, CpuModel cpu, BootPlatform platform) {
        long gicc = c.gic() == 2 && platform == BootPlatform.XEN_DOMU ? XEN_GICC : -1;
        return settings(c).create(cpu, c.gic(), gicc);
    }

    /** The policy part of a configuration. */
    public static PolicySettings settings(SessionConfig c) {
        PolicySettings s =
                PolicySettings.DEFAULT
                        .withHypervisor(c.hypervisor())
                        .withXenBuild(c.xenBuild())
                        .withXenArgs(c.xenArgs() == null ? "" : c.xenArgs());
        for (var e : c.config().entrySet()) {
            s = s.withConfig(e.getKey() + "=" + e.getValue());
        }
        if (c.policy() != null) {
            s = s.withPolicy(c.policy(), c.more().getOrDefault("policyFile", "policy"));
        }
        for (var e : c.flags().entrySet()) {
            s = s.withFlag(e.getKey(), e.getValue().equals("on") || e.getValue().equals("true"));
        }
        return s;
    }

    /** A configuration with another policy part: what a flipped replay runs under. */
    public static SessionConfig with(SessionConfig c, PolicySettings s) {
        SessionConfig.Builder b = c.toBuilder();
        b.hypervisor = s.hypervisor();
        b.xenBuild = s.debugBuild() ? "debug" : "release";
        b.xenArgs = s.xenArgs().isEmpty() ? null : s.xenArgs();
        b.config.put("PARTIAL_EMULATION", s.partialEmulationBuiltIn() ? "y" : "n");
        b.flags.clear();
        s.flags().forEach((name, on) -> b.flags.put(name, on ? "on" : "off"));
        b.policy = s.policy();
        if (s.policy() != null) {
            b.more.put("policyFile", s.policyFile());
        } else {
            b.more.remove("policyFile");
        }
        return b.build();
    }
}
