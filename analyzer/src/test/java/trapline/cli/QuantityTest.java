package trapline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Numbers on the command line")
class QuantityTest {
    @ParameterizedTest(name = "{0} is {1} bytes")
    @CsvSource({
        "512M, 536870912",
        "1g, 1073741824",
        "65536K, 67108864",
        "16777216, 16777216",
        "1T, 1099511627776"
    })
    void bytes(String text, long expected) {
        assertThat(Quantity.bytes("--memory", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} counts {1}")
    @CsvSource({
        "1000, 1000",
        "1_000_000, 1000000",
        "5k, 5000",
        "2M, 2000000",
        "1.5G, 1500000000",
        "1e9, 1000000000"
    })
    void counts(String text, long expected) {
        assertThat(Quantity.count("--budget", text)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} is no count")
    @ValueSource(strings = {"", "x", "-1", "1.5", "1e99", "k", "1e", "99999999999999999999"})
    void notCounts(String text) {
        assertThatThrownBy(() -> Quantity.count("--budget", text)).isInstanceOf(BadInput.class);
    }

    @ParameterizedTest(name = "{0} is no size")
    @ValueSource(strings = {"", "M", "-1M", "1.5M", "12MM", "9999999999G"})
    void notSizes(String text) {
        assertThatThrownBy(() -> Quantity.bytes("--memory", text)).isInstanceOf(BadInput.class);
    }
}
