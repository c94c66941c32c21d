package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.isa.CpuModel;

@DisplayName("Settings: option spelling, flips, what is effective")
class PolicySettingsTest {
    private static final PolicySettings DEFAULT = PolicySettings.DEFAULT;
    private static final String POLICY = "[flags]\nready_now = true\n";

    private static Personality create(PolicySettings s) {
        return s.create(CpuModel.CORTEX_A57, 3, -1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial-emulation", "partial_emulation"})
    void aFlipTogglesEitherSpelling(String spelling) {
        PolicySettings on = DEFAULT.flip(spelling);
        assertThat(on.effective()).containsEntry("partial-emulation", true);
        assertThat(create(on).flags().isOn(XenFlags.PARTIAL_EMULATION)).isTrue();
        assertThat(on.flip(spelling).effective()).isEqualTo(DEFAULT.effective());
    }

    @Test
    void aFlipTogglesWhatXensOwnArgumentsSet() {
        PolicySettings s = DEFAULT.withXenArgs("partial-emulation=yes");
        assertThat(s.effective()).containsEntry("partial-emulation", true);
        assertThat(s.flip("partial-emulation").effective())
                .containsEntry("partial-emulation", false);
    }

    @Test
    void theShortFormBeatsXensArguments() {
        PolicySettings s = DEFAULT.withXenArgs("partial-emulation").withPartialEmulation("off");
        assertThat(s.effective()).containsEntry("partial-emulation", false);
    }

    @Test
    void withoutTheConfigurationAFlipIsAllowedAndIneffectiveAndTheUserIsTold() {
        PolicySettings s = DEFAULT.withConfig("PARTIAL_EMULATION=n");
        PolicySettings flipped = s.flip("partial-emulation");
        assertThat(flipped.requested()).containsEntry("partial-emulation", true);
        assertThat(flipped.effective()).containsEntry("partial-emulation", false);
        assertThat(flipped.warnings())
                .containsExactly("partial-emulation: no effect, CONFIG_PARTIAL_EMULATION is n");
    }

    @Test
    void aFlagThatThePersonalityLacksIsAUsageError() {
        assertThatThrownBy(() -> DEFAULT.withHypervisor("kvm").flip("partial-emulation"))
                .isInstanceOf(PolicyException.class)
                .hasMessage("--flip partial-emulation: kvm has no such flag (it has none)");
        assertThatThrownBy(() -> DEFAULT.flip("nonsense"))
                .hasMessageContaining("trap-unmapped-accesses");
        PolicySettings kvm = DEFAULT.withPartialEmulation("on").withHypervisor("kvm");
        assertThatThrownBy(() -> create(kvm)).isInstanceOf(PolicyException.class);
    }

    @Test
    void aPolicyFilesFlagsCanBeFlipped() {
        PolicySettings s = DEFAULT.withPolicy(POLICY, "p.toml");
        assertThat(s.effective()).containsEntry("ready_now", true);
        assertThat(s.flip("ready-now").effective()).containsEntry("ready_now", false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "", "ON"})
    void badValuesOfOurOwnOptionsAreOneLine(String value) {
        assertThatThrownBy(() -> DEFAULT.withPartialEmulation(value))
                .isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> DEFAULT.withXenBuild(value)).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> DEFAULT.withHypervisor(value)).isInstanceOf(PolicyException.class);
        assertThatThrownBy(() -> DEFAULT.withConfig(value)).isInstanceOf(PolicyException.class);
    }

    @Test
    void xenArgumentsUnderAnotherHypervisorAreAnnouncedAsIneffective() {
        assertThat(DEFAULT.withHypervisor("spec").withXenArgs("partial-emulation").warnings())
                .containsExactly("--xen-args: no effect, the hypervisor is spec");
    }
}
