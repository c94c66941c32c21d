package trapline.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trapline.journal.SessionConfig;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.ImageFile;
import trapline.policy.TrapCost;
import trapline.record.PersonalityFactory;

/** What decides about traps: the options that a recording and a flipped replay share. */
final class PolicyOptions {
    static final List<String> HYPERVISORS = List.of("xen", "kvm", "spec");
    static final List<String> XEN_BUILDS = List.of("debug", "release");
    private static final List<String> ON_OFF = List.of("on", "off");
    private static final String CONFIG_PREFIX = "CONFIG_";

    @Option(
            names = "--hypervisor",
            paramLabel = "xen|kvm|spec",
            description = "Whose rules decide (default: xen).")
    private @Nullable String hypervisor;

    @Option(
            names = "--config",
            paramLabel = "NAME=y|n",
            description = "What Xen was built with: PARTIAL_EMULATION=y or n (default: y).")
    private Map<String, String> config = new LinkedHashMap<>();

    @Option(
            names = "--xen-args",
            paramLabel = "STR",
            description = "Xen's command line, such as \"partial-emulation=true\".")
    private @Nullable String xenArgs;

    @Option(
            names = {"--partial-emulation", "--partial_emulation"},
            paramLabel = "on|off",
            description = "Short for --xen-args partial-emulation=... (default: off).")
    private @Nullable String partialEmulation;

    @Option(
            names = "--xen-build",
            paramLabel = "debug|release",
            description = "Xen's build (default: debug).")
    private @Nullable String xenBuild;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description = "Rules laid over the hypervisor's own.")
    private @Nullable Path policy;

    @Option(
            names = "--flag",
            paramLabel = "NAME=on|off",
            description = "A flag of the policy file.")
    private Map<String, String> flags = new LinkedHashMap<>();

    @Option(
            names = "--trap-cost",
            paramLabel = "TABLE|CLASS=NS,...",
            description =
                    "Modelled cost of traps: default, altra, juno, apple, none, or such as sysreg=700,hvc=300.")
    private @Nullable String trapCost;

    /** Whether any of the options was given. */
    boolean given() {
        return hypervisor != null
                || !config.isEmpty()
                || xenArgs != null
                || partialEmulation != null
                || xenBuild != null
                || policy != null
                || !flags.isEmpty()
                || trapCost != null;
    }

    /**
     * Puts what was given into a configuration, over what is there.
     *
     * @return what the user should be told, one line each
     */
    List<String> apply(SessionConfig.Builder b) {
        if (hypervisor != null) {
            b.hypervisor = oneOf("--hypervisor", hypervisor, HYPERVISORS);
        }
        if (!b.hypervisor.equals("xen")) {
            refuseXenOptions(b);
        } else {
            xen(b);
        }
        if (policy != null) {
            b.policy = text("--policy", policy);
            b.more.put("policyFile", policy.toString());
        }
        flags.forEach((name, value) -> b.flags.put(name, oneOf("--flag " + name, value, ON_OFF)));
        if (trapCost != null) {
            TrapCost.parse(trapCost);
            b.trapCost = trapCost;
        }
        return warnings(b.build());
    }

    private void xen(SessionConfig.Builder b) {
        if (xenBuild != null) {
            b.xenBuild = oneOf("--xen-build", xenBuild, XEN_BUILDS);
        }
        config.forEach((name, value) -> gate(b, name, value));
        b.config.putIfAbsent(Settings.PARTIAL_EMULATION_CONFIG, "y");
        if (xenArgs != null
                && partialEmulation != null
                && PartialEmulation.valueIn(xenArgs) != null) {
            throw new BadInput("--partial-emulation and --xen-args both set partial-emulation");
        }
        if (xenArgs != null) {
            b.xenArgs = xenArgs;
            if (PartialEmulation.valueIn(xenArgs) != null) {
                b.flags.remove(Settings.PARTIAL_EMULATION);
            }
        }
        if (partialEmulation != null) {
            b.flags.put(
                    Settings.PARTIAL_EMULATION,
                    oneOf("--partial-emulation", partialEmulation, ON_OFF));
        }
    }

    /**
     * What another hypervisor does not have is an error when given, and forgotten when inherited.
     */
    private void refuseXenOptions(SessionConfig.Builder b) {
        String given =
                xenArgs != null
                        ? "--xen-args"
                        : partialEmulation != null
                                ? "--partial-emulation"
                                : xenBuild != null
                                        ? "--xen-build"
                                        : !config.isEmpty() ? "--config" : null;
        if (given != null) {
            throw new BadInput(
                    given + ": " + b.hypervisor + " does not have it; it is an option of xen");
        }
        b.xenArgs = null;
        b.flags.remove(Settings.PARTIAL_EMULATION);
        b.flags.remove("trap-unmapped-accesses");
        b.config.clear();
    }

    private static void gate(SessionConfig.Builder b, String name, String value) {
        String known = Settings.PARTIAL_EMULATION_CONFIG;
        String bare =
                name.startsWith(CONFIG_PREFIX) ? name.substring(CONFIG_PREFIX.length()) : name;
        if (!bare.equals(known)) {
            throw new BadInput("--config " + name + ": unknown; known: " + known);
        }
        b.config.put(known, oneOf("--config " + bare, value, List.of("y", "n")));
    }

    /**
     * Only what was given now can be warned about; what a parent was given, was warned about then.
     */
    private List<String> warnings(SessionConfig c) {
        return xenArgs == null && partialEmulation == null && config.isEmpty()
                ? List.of()
                : PersonalityFactory.settings(c).warnings();
    }

    /** A value that must be one of a few words; case does not matter. */
    static String oneOf(String option, String value, List<String> known) {
        String v = value.toLowerCase(Locale.ROOT);
        if (!known.contains(v)) {
            throw new BadInput(option + " '" + value + "': expected " + String.join(" or ", known));
        }
        return v;
    }

    /** The text of a file that the user named. */
    static String text(String option, Path file) {
        if (!Files.exists(file)) {
            throw new BadInput(option + " " + file + ": no such file");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new BadInput(option + " " + file + ": not UTF-8 text");
        } catch (IOException e) {
            throw new BadInput(option + " " + file + ": cannot be read");
        }
    }

    /** The bytes of a file that the user named. */
    static byte[] bytes(Path file) {
        try {
            return ImageFile.read(file);
        } catch (ImageException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
    }
}
