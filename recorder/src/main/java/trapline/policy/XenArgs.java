package trapline.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Xen's command line, read as Xen reads it: names are compared exactly, a boolean is the bare name
 * or has one of ten values, {@code no-} inverts it, an unknown name has no effect but a line in
 * Xen's log. Source: {@code xen/common/kernel.c:_cmdline_parse, parse_bool}.
 *
 * @param partialEmulation {@code partial-emulation}
 * @param partialEmulationGiven whether that option was given at all
 * @param nativeWait {@code vwfi=native}
 * @param guestLogLower first level of {@code guest_loglvl}
 * @param guestLogUpper second level of {@code guest_loglvl}
 * @param complaints lines that Xen logs about the command line, without {@code (XEN)}
 * @param warnings what the user should be told, one line each
 */
public record XenArgs(
        boolean partialEmulation,
        boolean partialEmulationGiven,
        boolean nativeWait,
        int guestLogLower,
        int guestLogUpper,
        List<String> complaints,
        List<String> warnings) {

    private static final String PARTIAL_EMULATION = XenFlags.PARTIAL_EMULATION_NAME;

    // @formatter:off
    /** Other options that an Arm build of Xen knows; a guest notices none of them here. docs/misc/xen-command-line. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "acpi", "argo", "bootscrub", "bootscrub_chunk", "buddy-alloc-size", "com1", "com2", "conring_size",
            "console", "console_timestamps", "console_to_ring", "conswitch", "cpufreq", "credit2_balance_over",
            "credit2_balance_under", "credit2_load_precision_shift", "credit2_load_window_shift", "credit2_max_cpus_runqueue",
            "credit2_runqueue", "dma_bits", "dom0", "dom0-iommu", "dom0-llc-colors", "dom0_max_vcpus", "dom0_mem",
            "dom0_vcpus_pin", "dtuart", "efi", "ext_regions", "flask", "gnttab", "gnttab_max_frames",
            "gnttab_max_maptrack_frames", "hardware_dom", "hest_disable", "hmp-unsafe", "invert-timer", "iommu",
            "iommu_dev_iotlb_timeout", "llc-coloring", "llc-nr-ways", "llc-size", "loglvl", "low_crashinfo", "max_lpi_bits",
            "maxcpus", "memop-max-order", "noreboot", "pci-passthrough", "pv-linear-pt", "rcu-idle-timer-period-ms",
            "sched", "sched-gran", "sched_credit_tslice_ms", "sched_ratelimit_us", "sched_smt_power_savings",
            "scrub-domheap", "serial_tx_buffer", "serrors", "smt", "spec-ctrl", "sync_console", "tbuf_size", "tevt_mask",
            "tickle_one_idle_cpu", "timer_slop", "trace", "vm-notify-window", "watchdog", "watchdog_timeout",
            "xen-llc-colors", "xenheap_megabytes", "xsm");

    private static final List<String> TRUE = List.of("yes", "on", "true", "enable", "1");
    private static final List<String> FALSE = List.of("no", "off", "false", "disable", "0");
    private static final List<String> LEVELS = List.of("none", "error", "warning", "info", "debug");
    // @formatter:on

    private static final int ALL = 4;

    public XenArgs {
        complaints = List.copyOf(complaints);
        warnings = List.copyOf(warnings);
    }

    /**
     * Parses a command line.
     *
     * @param line options separated by blanks
     * @param partialEmulationBuiltIn without CONFIG_PARTIAL_EMULATION its option does not exist
     * @param debugBuild decides the log levels' defaults
     * @throws PolicyException in one line, when an option that has an effect here has a value that
     *     Xen refuses
     */
    public static XenArgs parse(String line, boolean partialEmulationBuiltIn, boolean debugBuild) {
        Parser p = new Parser(partialEmulationBuiltIn, debugBuild);
        for (String option : line.strip().split("\\s+")) {
            if (!option.isEmpty()) {
                p.option(option);
            }
        }
        return p.result();
    }

    /** The value of a boolean as Xen reads it, or null for none. */
    static @Nullable Boolean bool(String text) {
        return TRUE.contains(text) ? Boolean.TRUE : FALSE.contains(text) ? Boolean.FALSE : null;
    }

    private static final class Parser {
        private final boolean builtIn;
        private boolean partialEmulation;
        private boolean given;
        private boolean nativeWait;
        private int lower;
        private int upper;
        private final List<String> complaints = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();

        Parser(boolean builtIn, boolean debugBuild) {
            this.builtIn = builtIn;
            lower = debugBuild ? ALL : 0;
            upper = debugBuild ? ALL : 2;
        }

        XenArgs result() {
            return new XenArgs(
                    partialEmulation, given, nativeWait, lower, upper, complaints, warnings);
        }

        void option(String option) {
            int equals = option.indexOf('=');
            String key = equals < 0 ? option : option.substring(0, equals);
            String value = equals < 0 ? "" : option.substring(equals + 1);
            boolean inverted = key.startsWith("no-") && !WITHOUT_EFFECT.contains(key);
            String name = inverted ? key.substring(3) : key;
            switch (name) {
                case PARTIAL_EMULATION -> {
                    if (builtIn) {
                        partialEmulation = truth(option, name, value) != inverted;
                        given = true;
                    } else {
                        unknown(key);
                        warnings.add(key + ": no effect, CONFIG_PARTIAL_EMULATION is n");
                    }
                }
                case "vwfi" -> nativeWait = native_(option, value);
                case "guest_loglvl" -> levels(option, value);
                default -> {
                    if (!WITHOUT_EFFECT.contains(name)) {
                        unknown(key);
                        String near = suggestion(name);
                        warnings.add(
                                key
                                        + ": unknown to Xen"
                                        + (near.isEmpty() ? "" : ", did you mean " + near + "?"));
                    }
                }
            }
        }

        private void unknown(String key) {
            complaints.add("parameter \"" + key + "\" unknown!");
        }

        private static boolean truth(String option, String name, String value) {
            if (value.isEmpty()) {
                return true;
            }
            Boolean b = bool(value);
            if (b == null) {
                throw new PolicyException(
                        "--xen-args "
                                + option
                                + ": '"
                                + value
                                + "' is no value of "
                                + name
                                + " (yes, on, true, enable, 1, no, off, false, disable, 0)");
            }
            return b;
        }

        private static boolean native_(String option, String value) {
            // Xen takes anything but "native" for "trap"; an empty or misspelt value is the user's
            // error here.
            if (value.equals("native") || value.equals("trap")) {
                return value.equals("native");
            }
            throw new PolicyException(
                    "--xen-args "
                            + option
                            + ": '"
                            + value
                            + "' is no value of vwfi (native, trap)");
        }

        private void levels(String option, String value) {
            int slash = value.indexOf('/');
            lower = level(option, slash < 0 ? value : value.substring(0, slash));
            upper = slash < 0 ? lower : Math.max(lower, level(option, value.substring(slash + 1)));
        }

        private static int level(String option, String word) {
            int at = word.equals("all") ? ALL : LEVELS.indexOf(word);
            if (at < 0) {
                throw new PolicyException(
                        "--xen-args "
                                + option
                                + ": '"
                                + word
                                + "' is no level of guest_loglvl (none, error, warning, info, debug, all)");
            }
            return at;
        }

        /** The known name that differs least, when it differs by at most two edits; else empty. */
        private static String suggestion(String name) {
            String best = "";
            int least = 3;
            List<String> known = new ArrayList<>(WITHOUT_EFFECT);
            known.sort(null);
            known.addAll(0, List.of(PARTIAL_EMULATION, "vwfi", "guest_loglvl"));
            for (String candidate : known) {
                int d = Spelling.distance(name, candidate);
                if (d < least && d < candidate.length() / 2 + 1) {
                    least = d;
                    best = candidate;
                }
            }
            return best;
        }
    }
}
