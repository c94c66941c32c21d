package trapline.isa;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A modelled core: its features, its identification registers before any hypervisor masks them, and
 * its sizes.
 *
 * <p>An identification register announces nothing that is not implemented, with one exception:
 * {@link #CORTEX_A57} keeps the core's own AArch32 fields, although no AArch32 state can be
 * entered. Sources: Cortex-A57 TRM (DDI 0488), Neoverse N1 TRM (100616), chapters on AArch64 system
 * registers.
 */
public final class CpuModel {
    /** Armv8.0-A with the cryptography extension; r1p0. The default. */
    public static final CpuModel CORTEX_A57 =
            new CpuModel(
                    "cortex-a57",
                    EnumSet.of(
                            Feature.FEAT_FP,
                            Feature.FEAT_AdvSIMD,
                            Feature.FEAT_AES,
                            Feature.FEAT_PMULL,
                            Feature.FEAT_SHA1,
                            Feature.FEAT_SHA256,
                            Feature.FEAT_CRC32,
                            Feature.FEAT_PMUv3,
                            Feature.FEAT_AA32EL0,
                            Feature.FEAT_AA32EL1),
                    """
                    MIDR_EL1          411fd070
                    REVIDR_EL1        0
                    AIDR_EL1          0
                    ID_PFR0_EL1       00000131
                    ID_PFR1_EL1       10011001
                    ID_DFR0_EL1       03000006
                    ID_AFR0_EL1       0
                    ID_MMFR0_EL1      10101105
                    ID_MMFR1_EL1      40000000
                    ID_MMFR2_EL1      01260000
                    ID_MMFR3_EL1      02102211
                    ID_ISAR0_EL1      02101110
                    ID_ISAR1_EL1      13112111
                    ID_ISAR2_EL1      21232042
                    ID_ISAR3_EL1      01112131
                    ID_ISAR4_EL1      00011142
                    ID_ISAR5_EL1      00011121
                    MVFR0_EL1         10110222
                    MVFR1_EL1         12111111
                    MVFR2_EL1         00000043
                    ID_AA64PFR0_EL1   01000222
                    ID_AA64DFR0_EL1   10305106
                    ID_AA64ISAR0_EL1  00011120
                    ID_AA64MMFR0_EL1  00001124
                    CTR_EL0           8444c004
                    DCZID_EL0         4
                    CLIDR_EL1         0a200023
                    PMCR_EL0          41013000
                    """,
                    // 32 KiB L1 data, 2 ways; 48 KiB L1 instruction, 3 ways; 2 MiB L2, 16 ways
                    0x701f_e00a,
                    0x201f_e012,
                    0x70ff_e07a);

    /**
     * Armv8.2-A of what {@code --cpu neoverse-n1} promises; r3p1. AArch64 only. The real core's
     * statistical profiling, SSBS, VHE, PAN2, HPDS, hardware dirty state, 16-bit VMIDs, XNX, CnP
     * and IESB are not there and not announced.
     */
    public static final CpuModel NEOVERSE_N1 =
            new CpuModel(
                    "neoverse-n1",
                    EnumSet.of(
                            Feature.FEAT_FP,
                            Feature.FEAT_AdvSIMD,
                            Feature.FEAT_AES,
                            Feature.FEAT_PMULL,
                            Feature.FEAT_SHA1,
                            Feature.FEAT_SHA256,
                            Feature.FEAT_CRC32,
                            Feature.FEAT_PMUv3,
                            Feature.FEAT_LSE,
                            Feature.FEAT_LOR,
                            Feature.FEAT_RDM,
                            Feature.FEAT_PAN,
                            Feature.FEAT_FP16,
                            Feature.FEAT_UAO,
                            Feature.FEAT_DPB,
                            Feature.FEAT_RAS,
                            Feature.FEAT_DotProd,
                            Feature.FEAT_LRCPC,
                            Feature.FEAT_CSV2,
                            Feature.FEAT_CSV3),
                    // RAS, CSV2 and CSV3 are the core's; DebugVer 6 and PMUVer 1: the Armv8.0
                    // views.
                    """
                    MIDR_EL1          413fd0c1
                    REVIDR_EL1        0
                    AIDR_EL1          0
                    ID_AA64PFR0_EL1   1100000011110111
                    ID_AA64DFR0_EL1   10305106
                    ID_AA64ISAR0_EL1  0000100010211120
                    ID_AA64ISAR1_EL1  00100001
                    ID_AA64MMFR0_EL1  00101125
                    ID_AA64MMFR1_EL1  00110000
                    ID_AA64MMFR2_EL1  00000010
                    CTR_EL0           8444c004
                    DCZID_EL0         4
                    CLIDR_EL1         0a200023
                    PMCR_EL0          410c3000
                    """,
                    // 64 KiB L1 data, 4 ways; 64 KiB L1 instruction, 4 ways; 1 MiB L2, 8 ways
                    0x701f_e01a,
                    0x201f_e01a,
                    0x70ff_e03a);

    private static final List<CpuModel> ALL = List.of(CORTEX_A57, NEOVERSE_N1);

    /** Physical address bits by ID_AA64MMFR0_EL1.PARange. */
    private static final int[] PA_BITS = {32, 36, 40, 42, 44, 48, 52};

    private static final int HEXADECIMAL = 16;

    private final String name;
    private final Set<Feature> features;
    private final SortedMap<String, Long> registers;
    private final int[] cacheSizes;

    private CpuModel(String name, Set<Feature> features, String registers, int... cacheSizes) {
        this.name = name;
        this.features = Collections.unmodifiableSet(EnumSet.copyOf(features));
        SortedMap<String, Long> values = new TreeMap<>();
        for (String line : registers.split("\n", 0)) {
            int blank = line.indexOf(' ');
            values.put(
                    line.substring(0, blank),
                    Long.parseUnsignedLong(line.substring(blank).strip(), HEXADECIMAL));
        }
        this.registers = Collections.unmodifiableSortedMap(values);
        this.cacheSizes = cacheSizes;
    }

    /** The model that {@code --cpu} calls {@code name}; empty when there is none. */
    public static Optional<CpuModel> byName(String name) {
        for (CpuModel model : ALL) { // no stream: this runs at every start
            if (model.name.equals(name)) {
                return Optional.of(model);
            }
        }
        return Optional.empty();
    }

    /** The names that {@link #byName} knows, the default first. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        ALL.forEach(model -> names.add(model.name));
        return names;
    }

    /** The name on the command line, such as {@code cortex-a57}. */
    public String name() {
        return name;
    }

    /** The features, unmodifiable. */
    public Set<Feature> features() {
        return features;
    }

    /** Whether the core has {@code feature}. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** Whether the core has the feature that Arm calls {@code name}, such as {@code FEAT_LSE}. */
    public boolean has(String name) {
        for (Feature feature : features) {
            if (feature.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The value of an identification register: a name of the ID space (op0 3, op1 0, CRn 0), or
     * CTR_EL0, DCZID_EL0, CLIDR_EL1, AIDR_EL1; PMCR_EL0 is a reset value. A register of that space
     * that is not named reads as zero, as the architecture has it.
     */
    public long idRegister(String register) {
        return registers.getOrDefault(register, 0L);
    }

    /** The registers that {@link #idRegister} names, in the order of their names, unmodifiable. */
    public SortedMap<String, Long> idRegisters() {
        return registers;
    }

    /**
     * CCSIDR_EL1 for a value of CSSELR_EL1.
     *
     * @param csselr InD in bit 0, level less one in bits 3:1
     * @return the cache's geometry; 0 for a cache that is not there
     */
    public long ccsidr(long csselr) {
        return switch ((int) csselr & 0xf) {
            case 0 -> cacheSizes[0];
            case 1 -> cacheSizes[1];
            case 2 -> cacheSizes[2];
            default -> 0;
        };
    }

    /** Width of a physical address in bits, from ID_AA64MMFR0_EL1.PARange. */
    public int physicalAddressBits() {
        return PA_BITS[(int) idRegister("ID_AA64MMFR0_EL1") & 0xf];
    }

    /** Number of breakpoint register pairs, from ID_AA64DFR0_EL1.BRPs. */
    public int breakpoints() {
        return debugField(12) + 1;
    }

    /** Number of watchpoint register pairs, from ID_AA64DFR0_EL1.WRPs. */
    public int watchpoints() {
        return debugField(20) + 1;
    }

    /**
     * Number of breakpoints that can match a context, from ID_AA64DFR0_EL1.CTX_CMPs; the last ones.
     */
    public int contextBreakpoints() {
        return debugField(28) + 1;
    }

    /** Number of event counters beside the cycle counter, from PMCR_EL0.N. */
    public int eventCounters() {
        return (int) (idRegister("PMCR_EL0") >>> 11) & 0x1f;
    }

    /** Bytes that DC ZVA clears, from DCZID_EL0.BS. */
    public int zeroBlockBytes() {
        return 4 << (idRegister("DCZID_EL0") & 0xf);
    }

    private int debugField(int shift) {
        return (int) (idRegister("ID_AA64DFR0_EL1") >>> shift) & 0xf;
    }

    @Override
    public String toString() {
        return name;
    }
}
