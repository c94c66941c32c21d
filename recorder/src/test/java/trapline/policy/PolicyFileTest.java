package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("Policy files: rules layered over a personality")
class PolicyFileTest {
    private static Bench bench(String policy) {
        return bench(PolicySettings.DEFAULT.withPolicy(policy, "p.toml"));
    }

    private static Bench bench(PolicySettings s) {
        return new Bench(s.create(CpuModel.CORTEX_A57, 3, -1));
    }

    @Test
    void theFirstRuleThatMatchesAnswersAndTheRestIsThePersonalitys() {
        Bench b =
                bench(
                        """
                        name = "ready"
                        [[rule]]
                        register = "DBGDTRTX_EL0"
                        action = "wi"
                        [[rule]]
                        register = ["MDCCSR_EL0", "S3_0_C11_C2_3"]
                        action = "value"
                        value = 0x1234
                        """);
        b.msr(SysReg.DBGDTRTX_EL0, 1, 'x');
        assertThat(b.trap.action).isEqualTo(Action.WI);
        assertThat(b.rule()).isEqualTo("ready/sysreg/DBGDTRTX_EL0/write");
        assertThat(b.platform.log).isEmpty();
        b.mrs(SysReg.MDCCSR_EL0, 1);
        assertThat(b.c.x[1]).isEqualTo(0x1234);
        assertThat(b.trap.flags).as("Xen's flag was not consulted").isZero();
        b.take(Bench.sysregEsr(SysReg.key(3, 0, 11, 2, 3), true, 1));
        assertThat(b.c.x[1]).isEqualTo(0x1234);
        b.mrs(SysReg.OSLSR_EL1, 1);
        assertThat(b.rule()).isEqualTo("xen/sysreg/OSLSR_EL1/read");
        assertThat(b.personality.name()).isEqualTo("ready");
    }

    @Test
    void aRuleCanBeForOneLevelAndInjectsAsThePersonalityDoes() {
        Bench b = bench("[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"undef\"\nel = 0\n");
        b.mrs(SysReg.MDCCSR_EL0, 1);
        assertThat(b.trap.action).isEqualTo(Action.RAZ);
        b.c.setPstate(0);
        b.mrs(SysReg.MDCCSR_EL0, 1);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + 0x400);
        assertThat(b.c.spsr()).isEqualTo(0x3c5);
        assertThat(b.trap.injectedEsr).isEqualTo(0x0200_0000L);
    }

    @ParameterizedTest(name = "flag {0}, gate {1}: {2}")
    @CsvSource({
        "true, ready, WI",
        "false, ready, UNDEF",
        "true, !ready, UNDEF",
        "false, !ready, WI"
    })
    void aFlagGatesARuleAndIsReportedAsConsulted(boolean value, String gate, Action action) {
        String policy =
                "[flags]\nready = %s\n[[rule]]\nregister = \"DBGDTRTX_EL0\"\naction = \"wi\"\nflag = \"%s\"\n"
                        .formatted(value, gate);
        Bench b = bench(policy).msr(SysReg.DBGDTRTX_EL0, 1, 0);
        assertThat(b.trap.action).isEqualTo(action);
        int flag = b.personality.flags().indexOf("ready");
        assertThat(flag).isEqualTo(2);
        assertThat(b.trap.flags >>> 2 * flag & 3).isEqualTo(value ? 3 : 1);
        assertThat(b.trap.flags & 3).as("Xen's own flag").isEqualTo(action == Action.WI ? 0 : 1);
    }

    @Test
    void aCountedRuleHasStateThatASnapshotHolds() {
        String policy =
                "[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"value\"\nvalue = 1\nafter = 2\ntimes = 1\n";
        Bench b = bench(policy);
        StringBuilder seen = new StringBuilder();
        StateWriter w = new StateWriter();
        for (int k = 0; k < 5; k++) {
            if (k == 2) {
                b.personality.save(w);
            }
            seen.append(b.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]);
        }
        assertThat(seen).hasToString("00100");
        Bench restored = bench(policy);
        restored.personality.load(new StateReader(w.toByteArray()));
        assertThat(restored.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]).isEqualTo(1);
        assertThat(restored.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]).isZero();
    }

    @Test
    void aFileThatCountsNothingHasTheStateOfThePersonalityBelow() {
        StateWriter plain = new StateWriter();
        bench(PolicySettings.DEFAULT).personality.save(plain);
        StateWriter layered = new StateWriter();
        bench("[[rule]]\nregister = \"MDCCSR_EL0\"\naction = \"raz\"\n").personality.save(layered);
        assertThat(layered.toByteArray()).isEqualTo(plain.toByteArray());
    }

    @Test
    void storeKeepsWhatTheGuestWrites() {
        Bench b = bench("[[rule]]\nregister = \"DBGBVR0_EL1\"\naction = \"store\"\n");
        b.msr(SysReg.DBGBVR0_EL1, 1, 0xabcd).mrs(SysReg.DBGBVR0_EL1, 2);
        assertThat(b.c.x[2]).isEqualTo(0xabcd);
        assertThat(b.decision.needsGuest).isTrue();
    }

    @Test
    void callsAndAddressesCanBeAnswered() {
        Bench b =
                bench(
                        """
                        [[rule]]
                        hvc = 0x84000000
                        action = "value"
                        value = 0x20000
                        [[rule]]
                        address = 0x22000000
                        size = 0x1000
                        action = "raz-wi"
                        [[rule]]
                        address = 0x23000000
                        action = "abort"
                        """);
        assertThat(b.hvc(0x8400_0000L).c.x[0]).isEqualTo(0x2_0000);
        assertThat(b.smc(0x8400_0000L).c.x[0]).isEqualTo(0x1_0001);
        b.c.x[1] = 9;
        b.access(Bench.dataAbortEsr(false, 2, false, 1, true), 0x2200_0018L, true);
        assertThat(b.c.x[1]).isZero();
        assertThat(b.platform.lastAccess).isEmpty();
        assertThat(b.rule()).isEqualTo("policy/data_abort/0x22000000-0x22000fff/read");
        b.access(Bench.dataAbortEsr(false, 2, false, 1, true), 0x2300_0000L, true);
        assertThat(b.trap.injectedEsr).isEqualTo(0x9600_0000L);
    }

    @Test
    void controlRegistersAreReplacedOrChangedAtReset() {
        Bench b = bench("[el2]\nMDCR_EL2 = 0\nHCR_EL2 = { set = 0x100000000, clear = 0x6000 }\n");
        assertThat(b.c.sys[SysReg.MDCR_EL2]).isZero();
        assertThat(b.second.sys[SysReg.HCR_EL2]).isEqualTo(0x1_807c_063fL);
        Personality plain = PolicySettings.DEFAULT.create(CpuModel.CORTEX_A57, 3, -1);
        assertThat(plain.startsAs(b.personality, 2)).isFalse();
    }

    @Test
    void aVcpuThatTheGuestStartsUnderKvmGetsTheFilesControlRegistersToo() {
        PolicySettings s =
                PolicySettings.DEFAULT
                        .withHypervisor("kvm")
                        .withPolicy("[el2]\nMDCR_EL2 = 0x66\n", "p");
        Bench b = bench(s);
        b.second.sys[SysReg.MDCR_EL2] = 0;
        b.hvc(0xc400_0003L, 1, 0x4000_0000L, 0);
        assertThat(b.second.sys[SysReg.MDCR_EL2]).isEqualTo(0x66);
    }

    @Test
    void valuesOf2To63AndAboveAreStrings() {
        Bench b =
                bench(
                        "[[rule]]\nregister=\"MDCCSR_EL0\"\naction=\"value\"\nvalue=\"0xffff_ffff_ffff_ffff\"\n");
        assertThat(b.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]).isEqualTo(-1);
    }

    @Test
    void thePersonalitysRulesKeepTheirIndices() {
        Personality plain = PolicySettings.DEFAULT.create(CpuModel.CORTEX_A57, 3, -1);
        Personality layered =
                PolicySettings.DEFAULT
                        .withPolicy(RandomPolicy.text(1, 20), "p")
                        .create(CpuModel.CORTEX_A57, 3, -1);
        assertThat(layered.rules()).startsWith(plain.rules().toArray(new Rule[0]));
        assertThat(layered.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            textBlock =
                    """
                    [[rule]\\nx = 1                                             | p.toml:1:7:
                    colour = "red"                                              | p.toml:1:1: 'colour' is not known in the file
                    [flags]\\nready = 3                                         | p.toml:2:1: ready: expected true or false
                    [el2]\\nMDCR_EL1 = 3                                        | p.toml:2:1: MDCR_EL1: no EL2 control register
                    [el2]\\nHCR_EL2 = { on = 3 }                                | 'on' is not known in HCR_EL2 (clear, set)
                    [[rule]]\\naction = "undef"                                 | p.toml:1:1: a rule needs exactly one of register, hvc, smc, address
                    [[rule]]\\nregister = "MDCCSR_EL0"                          | p.toml:1:1: a rule needs an action
                    [[rule]]\\nregister = "MDCCSR"\\naction = "undef"           | p.toml:2:1: register 'MDCCSR' is not known
                    [[rule]]\\nregister = "MDCCSR_EL0"\\naction = "lie"         | p.toml:3:1: action 'lie' of register: none of undef, raz
                    [[rule]]\\nregister = "MDCCSR_EL0"\\naction = "value"       | p.toml:3:1: action value needs a value
                    [[rule]]\\nregister = "A"\\naction = "raz"\\nvalue = 1      | p.toml:4:1: value belongs to action value only
                    [[rule]]\\nregister = "A"\\naction = "wi"\\nel = 2          | p.toml:4:1: el: 0, 1 or a list of them
                    [[rule]]\\nregister = "A"\\naction = "raz"\\ndirection = "write" | p.toml:4:1: action raz does not answer write
                    [[rule]]\\nregister = "A"\\naction = "wi"\\nflag = "x"      | p.toml:4:1: flag 'x' is not in [flags]
                    [[rule]]\\nregister = "A"\\naction = "wi"\\nafter = -1      | p.toml:4:1: after: not negative
                    [[rule]]\\nregister = 3\\naction = "wi"                     | p.toml:2:1: register: expected a name or a list of names
                    [[rule]]\\nhvc = "psci"\\naction = "undef"                  | p.toml:2:1: hvc: 'psci' is no 64-bit number
                    [[rule]]\\nregister = "S3_0_C11_C2_3"\\naction = "store"    | has no name, hence no storage
                    name = "a b"                                                | p.toml:1:1: name: letters, digits
                    """)
    void anErrorIsOneLineWithItsPlace(String text, String message) {
        PolicySettings s = PolicySettings.DEFAULT.withPolicy(text.replace("\\n", "\n"), "p.toml");
        assertThatThrownBy(() -> s.create(CpuModel.CORTEX_A57, 3, -1))
                .isInstanceOf(PolicyException.class)
                .message()
                .contains(message)
                .doesNotContain("\n");
    }
}
