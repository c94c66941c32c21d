package trapline.trap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static trapline.trap.Routing.COMPLETE;
import static trapline.trap.Routing.TRAP_EL1;
import static trapline.trap.Routing.TRAP_EL2;
import static trapline.trap.Routing.UNDEF;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("System register routing: DDI 0487, D24, accessibility of each register")
class RoutingTest {
    private final Routing a57 = routing(CpuModel.CORTEX_A57);
    private final long[] sys = new long[SysReg.REGISTERS];

    private static Routing routing(CpuModel model) {
        return new Routing(
                new Implementation(
                        name -> name.equals("FEAT_GICv3") || model.has(name),
                        model.breakpoints(),
                        model.watchpoints(),
                        model.eventCounters(),
                        5));
    }

    /** The control settings of one case: {@code register=hex}, separated by spaces; - for none. */
    private void set(String settings) {
        for (String setting : settings.split(" ", -1)) {
            if (!setting.equals("-")) {
                int equals = setting.indexOf('=');
                int index = SysReg.indexOfName(setting.substring(0, equals));
                sys[index] = Long.parseUnsignedLong(setting.substring(equals + 1), 16);
            }
        }
    }

    private static String text(int outcome) {
        String ec = String.format(Locale.ROOT, "%02x", outcome & Routing.EC);
        return switch (outcome & ~Routing.EC) {
            case COMPLETE -> "complete";
            case UNDEF -> "undef";
            case TRAP_EL1 -> "EL1:" + ec;
            case TRAP_EL2 -> "EL2:" + ec;
            default -> Integer.toHexString(outcome);
        };
    }

    // @formatter:off
    @ParameterizedTest(name = "{1} {0} at EL{2} with {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # Debug communications channel: MDCR_EL2.TDA bit 9, TDE bit 8; MDSCR_EL1.TDCC bit 12
            MDCCSR_EL0      | r | 1 | -                                    | complete
            MDCCSR_EL0      | r | 0 | -                                    | complete
            MDCCSR_EL0      | r | 1 | MDCR_EL2=200                         | EL2:18
            MDCCSR_EL0      | r | 0 | MDCR_EL2=200                         | EL2:18
            MDCCSR_EL0      | r | 0 | MDCR_EL2=100                         | EL2:18
            MDCCSR_EL0      | r | 0 | MDSCR_EL1=1000                       | EL1:18
            MDCCSR_EL0      | r | 1 | MDSCR_EL1=1000                       | complete
            MDCCSR_EL0      | r | 0 | MDCR_EL2=200 MDSCR_EL1=1000          | EL1:18
            MDCCSR_EL0      | r | 0 | MDSCR_EL1=1000 HCR_EL2=8000000       | EL2:18
            MDCCSR_EL0      | r | 1 | MDCR_EL2=8000000                     | complete
            MDCCSR_EL0      | w | 1 | MDCR_EL2=200                         | undef
            DBGDTRRX_EL0    | r | 0 | MDCR_EL2=200                         | EL2:18
            DBGDTRRX_EL0    | w | 0 | MDCR_EL2=200                         | EL2:18
            DBGDTRRX_EL0    | w | 1 | MDCR_EL2=200                         | EL2:18
            DBGDTRRX_EL0    | w | 0 | MDSCR_EL1=1000                       | EL1:18
            DBGDTRRX_EL0    | w | 1 | -                                    | complete
            OSDTRTX_EL1     | w | 0 | MDCR_EL2=200                         | undef
            DBGBVR5_EL1     | r | 1 | -                                    | complete
            DBGBVR6_EL1     | r | 1 | MDCR_EL2=200                         | undef
            DBGWVR3_EL1     | w | 1 | MDCR_EL2=200                         | EL2:18
            DBGWVR4_EL1     | w | 1 | MDCR_EL2=200                         | undef
            OSLAR_EL1       | w | 1 | MDCR_EL2=400                         | EL2:18
            OSLAR_EL1       | r | 1 | MDCR_EL2=400                         | undef
            MDRAR_EL1       | r | 1 | MDCR_EL2=800                         | EL2:18
            # Identification: HCR_EL2.TID1 bit 16, TID2 bit 17, TID3 bit 18
            ID_AA64PFR0_EL1 | r | 1 | HCR_EL2=40000                        | EL2:18
            ID_AA64PFR0_EL1 | r | 1 | HCR_EL2=30000                        | complete
            ID_AA64PFR0_EL1 | r | 0 | HCR_EL2=40000                        | undef
            ID_AA64PFR0_EL1 | w | 1 | HCR_EL2=40000                        | undef
            ID_MMFR4_EL1    | r | 1 | HCR_EL2=40000                        | EL2:18
            MIDR_EL1        | r | 1 | HCR_EL2=70000                        | complete
            AIDR_EL1        | r | 1 | HCR_EL2=10000                        | EL2:18
            CTR_EL0         | r | 0 | SCTLR_EL1=8000                       | complete
            CTR_EL0         | r | 0 | HCR_EL2=20000                        | EL1:18
            CTR_EL0         | r | 0 | SCTLR_EL1=8000 HCR_EL2=20000         | EL2:18
            CCSIDR2_EL1     | r | 1 | HCR_EL2=20000                        | undef
            # Virtual memory controls: HCR_EL2.TVM bit 26, TRVM bit 30
            SCTLR_EL1       | w | 1 | HCR_EL2=4000000                      | EL2:18
            SCTLR_EL1       | r | 1 | HCR_EL2=4000000                      | complete
            SCTLR_EL1       | r | 1 | HCR_EL2=40000000                     | EL2:18
            VBAR_EL1        | w | 1 | HCR_EL2=44000000                     | complete
            # Timers: CNTHCTL_EL2.EL1PCTEN bit 0, EL1PCEN bit 1; CNTKCTL_EL1.EL0PTEN bit 9
            CNTP_CTL_EL0    | w | 1 | CNTHCTL_EL2=1                        | EL2:18
            CNTP_CTL_EL0    | w | 1 | CNTHCTL_EL2=2                        | complete
            CNTP_CTL_EL0    | w | 0 | CNTHCTL_EL2=2                        | EL1:18
            CNTP_CTL_EL0    | w | 0 | CNTHCTL_EL2=1 CNTKCTL_EL1=200        | EL2:18
            CNTPCT_EL0      | r | 1 | -                                    | EL2:18
            CNTPCT_EL0      | r | 1 | CNTHCTL_EL2=1                        | complete
            CNTVCT_EL0      | r | 1 | CNTHCTL_EL2=4000                     | complete
            CNTVCT_EL0      | r | 0 | CNTKCTL_EL1=2                        | complete
            CNTV_CTL_EL0    | r | 1 | CNTHCTL_EL2=2000                     | complete
            CNTFRQ_EL0      | r | 0 | -                                    | EL1:18
            CNTFRQ_EL0      | r | 0 | CNTKCTL_EL1=2                        | complete
            CNTVOFF_EL2     | w | 1 | -                                    | undef
            # GIC CPU interface: ICC_SRE_EL1.SRE bit 0, HCR_EL2.FMO bit 3, IMO bit 4
            ICC_SGI1R_EL1   | w | 1 | HCR_EL2=10                           | EL1:18
            ICC_SGI1R_EL1   | w | 1 | ICC_SRE_EL1=7 HCR_EL2=10             | EL2:18
            ICC_SGI1R_EL1   | w | 1 | ICC_SRE_EL1=7 HCR_EL2=8              | EL2:18
            ICC_SGI1R_EL1   | w | 1 | ICC_SRE_EL1=7                        | complete
            ICC_SGI1R_EL1   | r | 1 | ICC_SRE_EL1=7 HCR_EL2=10             | undef
            ICC_SGI1R_EL1   | w | 0 | ICC_SRE_EL1=7 HCR_EL2=10             | undef
            ICC_IAR1_EL1    | r | 1 | ICC_SRE_EL1=7 HCR_EL2=18             | complete
            ICC_IAR1_EL1    | r | 1 | ICC_SRE_EL1=7 ICH_HCR_EL2=1000       | EL2:18
            ICC_PMR_EL1     | w | 1 | ICC_SRE_EL1=7 ICH_HCR_EL2=400        | EL2:18
            ICC_SRE_EL1     | r | 1 | -                                    | EL2:18
            ICC_SRE_EL1     | r | 1 | ICC_SRE_EL2=8                        | complete
            ICC_AP0R1_EL1   | r | 1 | ICC_SRE_EL1=7                        | undef
            # Performance monitors: MDCR_EL2.TPM bit 6, TPMCR bit 5, HPMN bits 4:0
            PMCR_EL0        | r | 1 | MDCR_EL2=40                          | EL2:18
            PMCR_EL0        | r | 1 | MDCR_EL2=20                          | EL2:18
            PMCR_EL0        | r | 0 | MDCR_EL2=40                          | EL1:18
            PMUSERENR_EL0   | r | 0 | -                                    | complete
            PMUSERENR_EL0   | w | 0 | -                                    | undef
            PMEVCNTR5_EL0   | r | 1 | MDCR_EL2=6                           | complete
            PMEVCNTR5_EL0   | r | 1 | MDCR_EL2=5                           | undef
            PMEVCNTR5_EL0   | r | 1 | MDCR_EL2=0                           | complete
            PMEVCNTR6_EL0   | r | 1 | MDCR_EL2=40                          | undef
            PMXEVCNTR_EL0   | r | 1 | PMSELR_EL0=5 MDCR_EL2=6              | complete
            PMXEVCNTR_EL0   | r | 1 | PMSELR_EL0=6 MDCR_EL2=46             | undef
            PMXEVTYPER_EL0  | r | 1 | PMSELR_EL0=1f MDCR_EL2=46            | EL2:18
            # Floating point: CPACR_EL1.FPEN bits 21:20, CPTR_EL2.TFP bit 10
            FPCR            | r | 0 | CPACR_EL1=100000                     | EL1:07
            FPCR            | r | 1 | CPACR_EL1=100000                     | complete
            FPCR            | r | 1 | CPACR_EL1=200000                     | EL1:07
            FPCR            | r | 1 | CPACR_EL1=300000 CPTR_EL2=400        | EL2:07
            FPCR            | r | 0 | HCR_EL2=8000000                      | EL2:00
            # Cache and TLB maintenance
            DC ZVA          | w | 0 | SCTLR_EL1=4000                       | complete
            DC ZVA          | w | 0 | -                                    | EL1:18
            DC ZVA          | w | 1 | HCR_EL2=10000000                     | EL2:18
            DC ISW          | w | 1 | HCR_EL2=400000                       | EL2:18
            DC ISW          | w | 0 | HCR_EL2=400000                       | undef
            DC CIVAC        | w | 0 | SCTLR_EL1=4000000 HCR_EL2=800000     | EL2:18
            DC CIVAC        | w | 0 | HCR_EL2=800000                       | EL1:18
            DC CVAP         | w | 1 | -                                    | undef
            IC IVAU         | w | 1 | HCR_EL2=1000000                      | EL2:18
            TLBI VMALLE1IS  | w | 1 | HCR_EL2=2000000                      | EL2:18
            TLBI VMALLE1IS  | w | 1 | HCR_EL2=40000000000000               | complete
            TLBI ALLE1      | w | 1 | HCR_EL2=2000000                      | undef
            AT S1E1R        | w | 1 | HCR_EL2=100000000000                 | complete
            ACTLR_EL1       | r | 1 | HCR_EL2=200000                       | EL2:18
            CPACR_EL1       | r | 1 | CPTR_EL2=80000000                    | EL2:18
            DAIF            | r | 0 | -                                    | EL1:18
            DAIF            | r | 0 | SCTLR_EL1=200                        | complete
            PAN             | r | 1 | -                                    | undef
            SCTLR_EL12      | r | 1 | -                                    | undef
            HCR_EL2         | r | 1 | -                                    | undef
            """)
    // @formatter:on
    void accessGoesWhereItsControlsSay(
            String name, String direction, int el, String settings, String expected) {
        set(settings);

        int outcome = a57.route(sys, SysReg.indexOfName(name), direction.equals("r"), el);

        assertThat(text(outcome)).isEqualTo(expected);
    }

    // @formatter:off
    @ParameterizedTest(name = "S{0} {1} at EL{2} with {3}: {4}")
    @CsvSource(delimiter = '|', textBlock = """
            # The reserved ID space reads as zero; implementation defined space has nothing in it
            3_0_0_3_3  | r | 1 | -                | complete
            3_0_0_3_3  | r | 1 | HCR_EL2=40000    | EL2:18
            3_0_0_3_3  | w | 1 | HCR_EL2=40000    | undef
            3_0_0_3_3  | r | 0 | HCR_EL2=40000    | undef
            3_0_0_0_1  | r | 1 | HCR_EL2=40000    | undef
            3_1_15_2_0 | r | 1 | HCR_EL2=100000   | EL2:18
            3_1_15_2_0 | w | 1 | HCR_EL2=100000   | EL2:18
            3_1_15_2_0 | r | 1 | -                | undef
            3_1_15_2_0 | r | 0 | HCR_EL2=100000   | undef
            3_7_11_0_7 | r | 1 | HCR_EL2=100000   | EL2:18
            1_1_15_0_0 | w | 1 | HCR_EL2=100000   | EL2:18
            3_0_7_0_0  | r | 1 | HCR_EL2=100000   | undef
            # MSR (immediate): SPSel, DAIFSet, DAIFClr, PAN, UAO
            0_0_4_1_5  | w | 1 | -                | complete
            0_0_4_1_5  | w | 0 | -                | undef
            0_3_4_2_6  | w | 1 | -                | complete
            0_3_4_2_6  | w | 0 | -                | EL1:18
            0_3_4_2_6  | w | 0 | HCR_EL2=8000000  | EL2:18
            0_3_4_2_7  | w | 0 | SCTLR_EL1=200    | complete
            0_0_4_1_4  | w | 1 | -                | undef
            0_0_4_1_3  | w | 1 | -                | undef
            0_3_5_2_6  | w | 1 | -                | undef
            """)
    // @formatter:on
    void encodingWithoutANameGoesWhereItsSpaceSays(
            String encoding, String direction, int el, String settings, String expected) {
        set(settings);
        String[] part = encoding.split("_", -1);
        int key =
                SysReg.key(
                        Integer.parseInt(part[0]),
                        Integer.parseInt(part[1]),
                        Integer.parseInt(part[2]),
                        Integer.parseInt(part[3]),
                        Integer.parseInt(part[4]));

        assertThat(text(a57.routeKey(sys, key, direction.equals("r"), el))).isEqualTo(expected);
    }

    @Test
    void modelWithPanAndUaoHasTheirImmediates() {
        Routing n1 = routing(CpuModel.NEOVERSE_N1);

        assertThat(n1.routeKey(sys, SysReg.key(0, 0, 4, 1, 4), false, 1)).isEqualTo(COMPLETE);
        assertThat(n1.routeKey(sys, SysReg.key(0, 0, 4, 1, 3), false, 1)).isEqualTo(COMPLETE);
        assertThat(n1.routeKey(sys, SysReg.key(0, 0, 4, 1, 4), false, 0)).isEqualTo(UNDEF);
        assertThat(n1.route(sys, SysReg.DC_CVAP, false, 1)).isEqualTo(COMPLETE);
    }

    @Test
    void everyRegisterThatChangesAnOutcomeIsAnInput() {
        for (int input = 0; input < SysReg.REGISTERS; input++) {
            if (a57.isInput(input)) {
                continue;
            }
            for (int index = 0; index < SysReg.COUNT; index++) {
                if (input == SysReg.PMSELR_EL0 && Routing.isSelected(index)) {
                    continue;
                }
                for (int low = 0; low < 4; low++) {
                    int before = a57.route(sys, index, (low & 1) != 0, low >> 1);
                    sys[input] = -1;
                    int after = a57.route(sys, index, (low & 1) != 0, low >> 1);
                    sys[input] = 0;
                    assertThat(after).as(SysReg.name(input, true)).isEqualTo(before);
                }
            }
        }
        assertThat(a57.isInput(SysReg.MDCR_EL2)).isTrue();
        assertThat(a57.isInput(SysReg.TTBR0_EL1)).isFalse();
    }

    @Test
    void cacheForgetsWhenAControlChanges() {
        RouteCache cache = new RouteCache(a57);
        assertThat(cache.route(sys, SysReg.MDCCSR_EL0, true, 1)).isEqualTo(COMPLETE);

        sys[SysReg.MDCR_EL2] = 1L << 9;
        cache.invalidate();

        assertThat(cache.route(sys, SysReg.MDCCSR_EL0, true, 1)).isEqualTo(TRAP_EL2 | 0x18);
        assertThat(cache.route(sys, SysReg.MDCCSR_EL0, true, 0)).isEqualTo(TRAP_EL2 | 0x18);
    }

    @Test
    void cacheOutlivesItsGenerationNumbers() {
        RouteCache cache = new RouteCache(a57);
        assertThat(cache.route(sys, SysReg.MDCCSR_EL0, true, 1)).isEqualTo(COMPLETE);
        sys[SysReg.MDCR_EL2] = 1L << 9;

        for (int i = 0; i < (1 << 21) - 1; i++) {
            cache.invalidate();
        }

        assertThat(cache.route(sys, SysReg.MDCCSR_EL0, true, 1)).isEqualTo(TRAP_EL2 | 0x18);
    }

    @Test
    void selectedCounterIsNeverCached() {
        RouteCache cache = new RouteCache(a57);
        sys[SysReg.PMSELR_EL0] = 6;
        assertThat(cache.route(sys, SysReg.PMXEVCNTR_EL0, true, 1)).isEqualTo(UNDEF);

        sys[SysReg.PMSELR_EL0] = 0;

        assertThat(cache.route(sys, SysReg.PMXEVCNTR_EL0, true, 1)).isEqualTo(COMPLETE);
    }

    @Test
    void decidingControlIsNamed() {
        set("MDCR_EL2=200");
        int key = SysReg.keyOf(SysReg.MDCCSR_EL0);

        assertThat(a57.control(sys, key, true, 1)).isEqualTo("MDCR_EL2.TDA");
        assertThat(a57.control(sys, key, false, 1)).isNull();
        set("HCR_EL2=100000");
        assertThat(a57.control(sys, SysReg.key(3, 1, 15, 2, 0), true, 1))
                .isEqualTo("HCR_EL2.TIDCP");
    }

    @Test
    void spEl0AtEl1DependsOnPstate() {
        assertThat(a57.route(sys, SysReg.SP_EL0, true, 1)).isEqualTo(COMPLETE);
        assertThat(Routing.needsSpSel(SysReg.SP_EL0, 1)).isTrue();
        assertThat(Routing.needsSpSel(SysReg.TPIDR_EL0, 1)).isFalse();
        assertThat(a57.route(sys, SysReg.SP_EL0, true, 0)).isEqualTo(UNDEF);
    }

    @Test
    void featureWithoutRulesIsRefused() {
        assertThatThrownBy(() -> new Implementation("FEAT_SME"::equals, 6, 4, 6, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no routing rules for [FEAT_SME]");
    }
}
