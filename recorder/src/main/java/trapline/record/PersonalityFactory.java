package trapline.record;

import trapline.isa.CpuModel;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.machine.boot.BootPlatform;
import trapline.policy.Personality;
import trapline.policy.XenArgs;
import trapline.policy.XenPersonality;
import trapline.policy.XenSettings;

/** From the policy part of a configuration to the personality that it describes. */
public final class PersonalityFactory {
    /** GICv2 CPU interface of a Xen domain. */
    private static final long XEN_GICC = 0x0300_2000L;

    private PersonalityFactory() {}

    /** The personality of a configuration. */
    public static Personality create(SessionConfig c, CpuModel cpu, BootPlatform platform) {
        return switch (c.hypervisor()) {
            case "xen" -> new XenPersonality(xenSettings(c, platform), cpu);
            default ->
                    throw new SessionException(
                            SessionException.BAD_INPUT,
                            "unknown hypervisor '" + c.hypervisor() + "'; known: xen, kvm, spec");
        };
    }

    /** Xen's settings: its command line first, then the flags given by name, which win. */
    static XenSettings xenSettings(SessionConfig c, BootPlatform platform) {
        boolean builtIn = !"n".equals(c.config().get("PARTIAL_EMULATION"));
        boolean debug = !"release".equals(c.xenBuild());
        String line = c.xenArgs() == null ? "" : c.xenArgs();
        long gicc = c.gic() == 2 && platform == BootPlatform.XEN_DOMU ? XEN_GICC : -1;
        XenSettings s = XenSettings.of(builtIn, debug, XenArgs.parse(line, builtIn, debug), c.gic(), gicc);
        String flag = c.flags().get("partial-emulation");
        if (flag != null) {
            s = s.withPartialEmulation(builtIn && (flag.equals("on") || flag.equals("true")));
        }
        return s;
    }
}
