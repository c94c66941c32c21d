package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.event.Trap;
import trapline.event.TrapClass;

@DisplayName("--trap-cost: modelled cost by class")
class TrapCostTest {
    private static long cost(String table, TrapClass cls, int device) {
        Trap t = new Trap();
        t.cls = cls;
        t.device = device;
        return TrapCost.parse(table).of(t);
    }

    @ParameterizedTest(name = "{0}: {1} costs {3} ns")
    @CsvSource({
        "default, SYSREG, -1, 700",
        "default, HVC, -1, 306",
        "altra, HVC, -1, 306",
        "altra, DATA_ABORT, 0, 451",
        "juno, HVC, -1, 4530",
        "apple, SYSREG, -1, 730",
        "none, SYSREG, -1, 0",
        "'sysreg=900,hvc=1', SYSREG, -1, 900",
        "'sysreg=900,hvc=1', HVC, -1, 1",
        "'sysreg=900,hvc=1', WFX, -1, 306",
        "'altra,mmio=5', DATA_ABORT, 0, 5",
        "'altra,mmio=5', DATA_ABORT, -1, 451"
    })
    void tablesAndListsGiveTheCost(String table, TrapClass cls, int device, long nanos) {
        assertThat(cost(table, cls, device)).isEqualTo(nanos);
    }

    @Test
    void theTextParsesBackToAnEqualTable() {
        TrapCost c = TrapCost.parse("juno,fp=3");
        assertThat(TrapCost.parse(c.toString()).sameAs(c)).isTrue();
        assertThat(TrapCost.standard().sameAs(TrapCost.parse("default"))).isTrue();
        assertThat(TrapCost.standard().sameAs(c)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "fast",
                "sysreg",
                "sysreg=",
                "sysreg=-1",
                "sysreg=1e3",
                "sysreg=99999999999",
                "irq=3",
                "none,"
            })
    void aBadTableIsOneLine(String table) {
        assertThatThrownBy(() -> TrapCost.parse(table))
                .isInstanceOf(PolicyException.class)
                .message()
                .startsWith("--trap-cost " + table)
                .doesNotContain("\n");
    }
}
