package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CPU models")
class CpuModelTest {
    @Test
    void areFoundByTheirNameAndNoOther() {
        assertThat(CpuModel.byName("cortex-a57")).contains(CpuModel.CORTEX_A57);
        assertThat(CpuModel.byName("neoverse-n1")).contains(CpuModel.NEOVERSE_N1);
        assertThat(CpuModel.byName("Cortex-A57")).isEmpty();
        assertThat(CpuModel.names()).containsExactly("cortex-a57", "neoverse-n1");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "MIDR_EL1, 411fd070",
        "ID_AA64PFR0_EL1, 1000222",
        "ID_AA64PFR1_EL1, 0",
        "ID_AA64DFR0_EL1, 10305106",
        "ID_AA64DFR1_EL1, 0",
        "ID_AA64MMFR0_EL1, 1124",
        "ID_AA64MMFR1_EL1, 0",
        "ID_AA64ISAR0_EL1, 11120",
        "ID_AA64ISAR1_EL1, 0",
        "ID_PFR0_EL1, 131",
        "ID_PFR1_EL1, 10011001",
        "ID_DFR0_EL1, 3000006",
        "ID_MMFR0_EL1, 10101105",
        "ID_MMFR1_EL1, 40000000",
        "ID_MMFR2_EL1, 1260000",
        "ID_MMFR3_EL1, 2102211",
        "ID_ISAR0_EL1, 2101110",
        "ID_ISAR1_EL1, 13112111",
        "ID_ISAR2_EL1, 21232042",
        "ID_ISAR3_EL1, 1112131",
        "ID_ISAR4_EL1, 11142",
        "ID_ISAR5_EL1, 11121"
    })
    void cortexA57HasTheCoresOwnValues(String register, String value) {
        assertThat(Long.toHexString(CpuModel.CORTEX_A57.idRegister(register))).isEqualTo(value);
    }

    @Test
    void answerForTheNamesOfFeaturesAndHaveNoneThatNobodyKnows() {
        assertThat(CpuModel.NEOVERSE_N1.has("FEAT_LSE")).isTrue();
        assertThat(CpuModel.CORTEX_A57.has("FEAT_LSE")).isFalse();
        assertThat(CpuModel.NEOVERSE_N1.has("FEAT_SVE")).isFalse();
    }

    @Test
    void nameRegistersThatExist() {
        for (String name : CpuModel.names()) {
            for (String register : CpuModel.byName(name).orElseThrow().idRegisters().keySet()) {
                assertThat(SysReg.indexOfName(register)).as(register).isNotEqualTo(SysReg.NONE);
            }
        }
    }

    /** A field of an identification register that announces a feature from some value on. */
    private record Field(String register, int shift, int from) {}

    private static final Map<Feature, Field> FIELDS = new TreeMap<>();

    static {
        field(Feature.FEAT_AES, "ID_AA64ISAR0_EL1", 4, 1);
        field(Feature.FEAT_PMULL, "ID_AA64ISAR0_EL1", 4, 2);
        field(Feature.FEAT_SHA1, "ID_AA64ISAR0_EL1", 8, 1);
        field(Feature.FEAT_SHA256, "ID_AA64ISAR0_EL1", 12, 1);
        field(Feature.FEAT_CRC32, "ID_AA64ISAR0_EL1", 16, 1);
        field(Feature.FEAT_LSE, "ID_AA64ISAR0_EL1", 20, 2);
        field(Feature.FEAT_RDM, "ID_AA64ISAR0_EL1", 28, 1);
        field(Feature.FEAT_DotProd, "ID_AA64ISAR0_EL1", 44, 1);
        field(Feature.FEAT_FHM, "ID_AA64ISAR0_EL1", 48, 1);
        field(Feature.FEAT_FlagM, "ID_AA64ISAR0_EL1", 52, 1);
        field(Feature.FEAT_DPB, "ID_AA64ISAR1_EL1", 0, 1);
        field(Feature.FEAT_JSCVT, "ID_AA64ISAR1_EL1", 12, 1);
        field(Feature.FEAT_FCMA, "ID_AA64ISAR1_EL1", 16, 1);
        field(Feature.FEAT_LRCPC, "ID_AA64ISAR1_EL1", 20, 1);
        field(Feature.FEAT_SB, "ID_AA64ISAR1_EL1", 36, 1);
        field(Feature.FEAT_HAFDBS, "ID_AA64MMFR1_EL1", 0, 1);
        field(Feature.FEAT_VMID16, "ID_AA64MMFR1_EL1", 4, 2);
        field(Feature.FEAT_VHE, "ID_AA64MMFR1_EL1", 8, 1);
        field(Feature.FEAT_HPDS, "ID_AA64MMFR1_EL1", 12, 1);
        field(Feature.FEAT_LOR, "ID_AA64MMFR1_EL1", 16, 1);
        field(Feature.FEAT_PAN, "ID_AA64MMFR1_EL1", 20, 1);
        field(Feature.FEAT_PAN2, "ID_AA64MMFR1_EL1", 20, 2);
        field(Feature.FEAT_XNX, "ID_AA64MMFR1_EL1", 28, 1);
        field(Feature.FEAT_TTCNP, "ID_AA64MMFR2_EL1", 0, 1);
        field(Feature.FEAT_UAO, "ID_AA64MMFR2_EL1", 4, 1);
        field(Feature.FEAT_IESB, "ID_AA64MMFR2_EL1", 12, 1);
        field(Feature.FEAT_RAS, "ID_AA64PFR0_EL1", 28, 1);
        field(Feature.FEAT_DIT, "ID_AA64PFR0_EL1", 48, 1);
        field(Feature.FEAT_CSV2, "ID_AA64PFR0_EL1", 56, 1);
        field(Feature.FEAT_CSV3, "ID_AA64PFR0_EL1", 60, 1);
        field(Feature.FEAT_BTI, "ID_AA64PFR1_EL1", 0, 1);
        field(Feature.FEAT_SSBS, "ID_AA64PFR1_EL1", 4, 1);
        field(Feature.FEAT_MTE, "ID_AA64PFR1_EL1", 8, 1);
        field(Feature.FEAT_PMUv3, "ID_AA64DFR0_EL1", 8, 1);
        field(Feature.FEAT_PMUv3p1, "ID_AA64DFR0_EL1", 8, 4);
        field(Feature.FEAT_SPE, "ID_AA64DFR0_EL1", 32, 1);
        field(Feature.FEAT_AA32EL0, "ID_AA64PFR0_EL1", 0, 2);
        field(Feature.FEAT_AA32EL1, "ID_AA64PFR0_EL1", 4, 2);
    }

    private static void field(Feature feature, String register, int shift, int from) {
        FIELDS.put(feature, new Field(register, shift, from));
    }

    @ParameterizedTest
    @CsvSource({"cortex-a57", "neoverse-n1"})
    void announceExactlyTheFeaturesTheyHave(String name) {
        CpuModel model = CpuModel.byName(name).orElseThrow();
        FIELDS.forEach(
                (feature, field) -> {
                    long value = model.idRegister(field.register) >>> field.shift & 0xf;
                    assertThat(value >= field.from)
                            .as("%s in %s", feature, field.register)
                            .isEqualTo(model.has(feature));
                });
        EnumSet<Feature> others = EnumSet.allOf(Feature.class);
        others.removeAll(FIELDS.keySet());
        assertThat(others)
                .containsExactlyInAnyOrder(
                        Feature.FEAT_FP,
                        Feature.FEAT_AdvSIMD,
                        Feature.FEAT_FP16,
                        Feature.FEAT_PAuth);
    }

    /** Levels, sizes and counts: fields that announce no feature of {@link #FIELDS}. */
    private static final Map<String, int[]> SIZES =
            Map.of(
                    "ID_AA64PFR0_EL1", new int[] {0, 4, 8, 16, 20, 24}, // EL0 to EL2, FP, SIMD, GIC
                    "ID_AA64DFR0_EL1", new int[] {0, 12, 20, 28}, // DebugVer, BRPs, WRPs, CTX_CMPs
                    "ID_AA64MMFR0_EL1", new int[] {0, 4, 8, 12, 20}); // to SNSMem; TGran16

    @ParameterizedTest
    @CsvSource({"cortex-a57", "neoverse-n1"})
    void haveNoOtherFieldThatIsNotZero(String name) {
        CpuModel model = CpuModel.byName(name).orElseThrow();
        model.idRegisters()
                .forEach(
                        (register, value) -> {
                            long rest = register.startsWith("ID_AA64") ? value : 0;
                            for (Field f : FIELDS.values()) {
                                rest &= f.register.equals(register) ? ~(0xfL << f.shift) : -1;
                            }
                            for (int shift : SIZES.getOrDefault(register, new int[0])) {
                                rest &= ~(0xfL << shift);
                            }
                            assertThat(Long.toHexString(rest)).as(register).isEqualTo("0");
                        });
    }

    @ParameterizedTest
    @CsvSource({"cortex-a57, 0", "neoverse-n1, 1"})
    void announceFpAndSimdAndHalfPrecisionOfBoth(String name, long level) {
        CpuModel model = CpuModel.byName(name).orElseThrow();
        long pfr0 = model.idRegister("ID_AA64PFR0_EL1");
        assertThat(pfr0 >>> 16 & 0xf).isEqualTo(level);
        assertThat(pfr0 >>> 20 & 0xf).isEqualTo(level);
        assertThat(model.has(Feature.FEAT_FP16)).isEqualTo(level == 1);
        assertThat(model.has(Feature.FEAT_FP) && model.has(Feature.FEAT_AdvSIMD)).isTrue();
        assertThat(model.idRegister("ID_AA64ISAR1_EL1") & 0xff00_0ff0L).as("PAuth").isZero();
    }

    @Test
    void haveTheSizesThatTheirRegistersTell() {
        assertThat(CpuModel.CORTEX_A57.physicalAddressBits()).isEqualTo(44);
        assertThat(CpuModel.NEOVERSE_N1.physicalAddressBits()).isEqualTo(48);
        assertThat(CpuModel.CORTEX_A57.breakpoints()).isEqualTo(6);
        assertThat(CpuModel.CORTEX_A57.watchpoints()).isEqualTo(4);
        assertThat(CpuModel.CORTEX_A57.contextBreakpoints()).isEqualTo(2);
        assertThat(CpuModel.CORTEX_A57.eventCounters()).isEqualTo(6);
        assertThat(CpuModel.CORTEX_A57.zeroBlockBytes()).isEqualTo(64);
    }

    @ParameterizedTest(name = "{0}: CSSELR {1} is {2} KiB")
    @CsvSource({
        "cortex-a57, 0, 32",
        "cortex-a57, 1, 48",
        "cortex-a57, 2, 2048",
        "neoverse-n1, 0, 64",
        "neoverse-n1, 1, 64",
        "neoverse-n1, 2, 1024"
    })
    void haveCachesOfTheCoresSizes(String name, long csselr, long kibibytes) {
        CpuModel model = CpuModel.byName(name).orElseThrow();
        long ccsidr = model.ccsidr(csselr);
        long sets = (ccsidr >>> 13 & 0x7fff) + 1;
        long ways = (ccsidr >>> 3 & 0x3ff) + 1;
        long lineBytes = 16L << (ccsidr & 7);
        assertThat(sets * ways * lineBytes).isEqualTo(kibibytes * 1024);
        assertThat(model.ccsidr(3)).as("no second level of instructions").isZero();
        assertThat(model.ccsidr(4)).as("no third level").isZero();
    }
}
