package trapline.journal;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that determines a run, inputs apart: two recordings of one configuration without inputs are
 * equal.
 *
 * @param format version of the session's layout
 * @param guest what a person calls the guest: a bundled guest's name, or a file's
 * @param memoryBytes guest RAM
 * @param gic version of the interrupt controller: 2 or 3
 * @param config build-time gates, such as {@code PARTIAL_EMULATION} with {@code y} or {@code n}
 * @param flags boot-time flags with their values as given
 * @param xenArgs Xen's command line as given, or null
 * @param policy text of the policy file, or null
 * @param trapCost text of the modelled costs, or null for the default
 * @param rtcSeconds what the real-time clock starts at, seconds since 1970
 * @param input text of the console script, or null
 * @param console whether the console was interactive
 * @param append kernel command line, or null
 * @param until text that ends the run, or null
 * @param budget instructions after which the run ends, or null
 * @param timeoutSeconds host seconds after which it is stopped, or null
 * @param snapshotInterval machine-wide retired instructions between snapshots
 * @param symbols symbol file, or null
 * @param parent what a fork left, or null
 * @param more further settings that a later version adds, by name
 */
public record SessionConfig(
        int format,
        String guest,
        String platform,
        String cpu,
        int cpus,
        long memoryBytes,
        int gic,
        String hypervisor,
        SortedMap<String, String> config,
        SortedMap<String, String> flags,
        @Nullable String xenArgs,
        String xenBuild,
        @Nullable String policy,
        @Nullable String trapCost,
        long rtcSeconds,
        long seed,
        @Nullable String input,
        boolean console,
        List<Image> images,
        @Nullable String append,
        List<Image> drives,
        @Nullable String until,
        @Nullable Long budget,
        @Nullable Long timeoutSeconds,
        boolean keepGoing,
        boolean noReboot,
        long snapshotInterval,
        @Nullable Image symbols,
        @Nullable Parent parent,
        SortedMap<String, String> more) {

    /**
     * A file that the run depends on.
     *
     * @param role {@code kernel}, {@code initrd}, {@code firmware}, {@code dtb}, {@code drive},
     *     {@code symbols}
     * @param sha256 64 hexadecimal digits
     * @param path where it was read from
     */
    public record Image(String role, String sha256, long bytes, String path) {}

    /**
     * Where a fork left its parent.
     *
     * @param session path of the parent, relative to this session's directory
     * @param seal seal digest of the parent
     * @param trap id of the first trap that is the fork's own
     * @param facts facts and inputs of the parent that the fork shares
     */
    public record Parent(String session, String seal, long trap, long facts) {}

    /** The image with this role, or null. */
    public @Nullable Image image(String role) {
        return images.stream().filter(i -> i.role().equals(role)).findFirst().orElse(null);
    }

    /** A builder with every default of the command line. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts from this configuration. */
    public Builder toBuilder() {
        Builder b = new Builder();
        b.guest = guest;
        b.platform = platform;
        b.cpu = cpu;
        b.cpus = cpus;
        b.memoryBytes = memoryBytes;
        b.gic = gic;
        b.hypervisor = hypervisor;
        b.config.putAll(config);
        b.flags.putAll(flags);
        b.xenArgs = xenArgs;
        b.xenBuild = xenBuild;
        b.policy = policy;
        b.trapCost = trapCost;
        b.rtcSeconds = rtcSeconds;
        b.seed = seed;
        b.input = input;
        b.console = console;
        b.images = images;
        b.append = append;
        b.drives = drives;
        b.until = until;
        b.budget = budget;
        b.timeoutSeconds = timeoutSeconds;
        b.keepGoing = keepGoing;
        b.noReboot = noReboot;
        b.snapshotInterval = snapshotInterval;
        b.symbols = symbols;
        b.parent = parent;
        b.more.putAll(more);
        return b;
    }

    /** Mutable; fields have the meaning of the record's components. */
    public static final class Builder {
        public String guest = "";
        public String platform = "xen-domu";
        public String cpu = "cortex-a57";
        public int cpus = 1;
        public long memoryBytes = 512L << 20;
        public int gic = 3;
        public String hypervisor = "xen";
        public final TreeMap<String, String> config = new TreeMap<>();
        public final TreeMap<String, String> flags = new TreeMap<>();
        public @Nullable String xenArgs;
        public String xenBuild = "debug";
        public @Nullable String policy;
        public @Nullable String trapCost;
        public long rtcSeconds;
        public long seed;
        public @Nullable String input;
        public boolean console;
        public List<Image> images = List.of();
        public @Nullable String append;
        public List<Image> drives = List.of();
        public @Nullable String until;
        public @Nullable Long budget;
        public @Nullable Long timeoutSeconds;
        public boolean keepGoing;
        public boolean noReboot;
        public long snapshotInterval = 1L << 28;
        public @Nullable Image symbols;
        public @Nullable Parent parent;
        public final TreeMap<String, String> more = new TreeMap<>();

        private Builder() {}

        /** Adds build-time gates. */
        public Builder config(Map<String, String> gates) {
            config.putAll(gates);
            return this;
        }

        /** Adds boot-time flags. */
        public Builder flags(Map<String, String> given) {
            flags.putAll(given);
            return this;
        }

        public SessionConfig build() {
            return new SessionConfig(
                    Format.VERSION,
                    guest,
                    platform,
                    cpu,
                    cpus,
                    memoryBytes,
                    gic,
                    hypervisor,
                    new TreeMap<>(config),
                    new TreeMap<>(flags),
                    xenArgs,
                    xenBuild,
                    policy,
                    trapCost,
                    rtcSeconds,
                    seed,
                    input,
                    console,
                    List.copyOf(images),
                    append,
                    List.copyOf(drives),
                    until,
                    budget,
                    timeoutSeconds,
                    keepGoing,
                    noReboot,
                    snapshotInterval,
                    symbols,
                    parent,
                    new TreeMap<>(more));
        }
    }
}
