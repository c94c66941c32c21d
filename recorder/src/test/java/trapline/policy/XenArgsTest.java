package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("--xen-args: xen/common/kernel.c")
class XenArgsTest {
    @ParameterizedTest(name = "{0} means {1}")
    @CsvSource({
        "partial-emulation, true",
        "partial-emulation=yes, true",
        "partial-emulation=on, true",
        "partial-emulation=true, true",
        "partial-emulation=enable, true",
        "partial-emulation=1, true",
        "partial-emulation=no, false",
        "partial-emulation=off, false",
        "partial-emulation=false, false",
        "partial-emulation=disable, false",
        "partial-emulation=0, false",
        "no-partial-emulation, false",
        "no-partial-emulation=no, true",
        "partial-emulation partial-emulation=off, false",
        "'  loglvl=all   partial-emulation  ', true",
        "'', false"
    })
    void booleansHaveXensForms(String line, boolean value) {
        XenArgs args = XenArgs.parse(line, true, true);
        assertThat(args.partialEmulation()).isEqualTo(value);
        assertThat(args.complaints()).isEmpty();
        assertThat(args.warnings()).isEmpty();
    }

    @Test
    void theUnderscoreSpellingIsUnknownToXenAndTheUserIsToldOnce() {
        XenArgs args = XenArgs.parse("partial_emulation=true", true, true);
        assertThat(args.partialEmulation()).isFalse();
        assertThat(args.complaints()).containsExactly("parameter \"partial_emulation\" unknown!");
        assertThat(args.warnings())
                .containsExactly(
                        "partial_emulation: unknown to Xen, did you mean partial-emulation?");
    }

    @Test
    void aNameThatIsNearNothingGetsNoSuggestion() {
        assertThat(XenArgs.parse("frobnicate=1", true, true).warnings())
                .containsExactly("frobnicate: unknown to Xen");
        assertThat(XenArgs.parse("Partial-Emulation", true, true).partialEmulation()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "partial-emulation=maybe",
                "partial-emulation=TRUE",
                "vwfi=sometimes",
                "guest_loglvl=loud"
            })
    void aKnownOptionWithABadValueIsAUsageErrorOfOneLine(String line) {
        assertThatThrownBy(() -> XenArgs.parse(line, true, true))
                .isInstanceOf(PolicyException.class)
                .message()
                .startsWith("--xen-args " + line + ": ")
                .doesNotContain("\n");
    }

    @Test
    void optionsThatAGuestCannotNoticeAreKnown() {
        XenArgs args =
                XenArgs.parse(
                        "console=dtuart dom0_mem=512M no-bootscrub sync_console xsm=flask",
                        true,
                        true);
        assertThat(args.warnings()).isEmpty();
    }

    @Test
    void withoutTheConfigurationTheOptionIsUnknownAndThatIsSaid() {
        XenArgs args = XenArgs.parse("partial-emulation", false, true);
        assertThat(args.complaints()).containsExactly("parameter \"partial-emulation\" unknown!");
        assertThat(args.warnings())
                .containsExactly("partial-emulation: no effect, CONFIG_PARTIAL_EMULATION is n");
    }

    @ParameterizedTest(name = "{0}, debug build {1}: {2}/{3}")
    @CsvSource({
        "'', true, 4, 4",
        "'', false, 0, 2",
        "guest_loglvl=all, false, 4, 4",
        "guest_loglvl=none/all, true, 0, 4",
        "guest_loglvl=info/error, true, 3, 3"
    })
    void logLevelsDefaultByBuildAndParseInPairs(String line, boolean debug, int lower, int upper) {
        XenArgs args = XenArgs.parse(line, true, debug);
        assertThat(args.guestLogLower()).isEqualTo(lower);
        assertThat(args.guestLogUpper()).isEqualTo(upper);
    }
}
