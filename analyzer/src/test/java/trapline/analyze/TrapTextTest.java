package trapline.analyze;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;

@DisplayName("What was answered to a call, in words")
class TrapTextTest {
    @ParameterizedTest(name = "{0}: {1} by {2} with x0 = {3}: {4}")
    @CsvSource({
        "SYSTEM_OFF,             0x84000008,         EMULATE, 0,  emulated: 0x84000008 does not return",
        "SYSTEM_RESET,           0x84000009,         EMULATE, 0,  emulated: 0x84000009 does not return",
        "SYSTEM_RESET2,          0xc4000012,         EMULATE, 0,  emulated: 0xc4000012 does not return",
        "CPU_OFF,                0x84000002,         EMULATE, 0,  emulated: 0x84000002 does not return",
        "SYSTEM_SUSPEND,         0xc400000e,         EMULATE, 0,  emulated: 0xc400000e does not return",
        "SYSTEM_SUSPEND refused, 0xc400000e,         EMULATE, -3, emulated: 0xc400000e gives 0xfffffffffffffffd",
        "CPU_SUSPEND,            0x84000001,         EMULATE, 0,  emulated: 0x84000001 gives 0x0",
        "CPU_ON,                 0xc4000003,         EMULATE, 0,  emulated: 0xc4000003 gives 0x0",
        "a policy's answer,      0x84000008,         VALUE,   0,  value 0x84000008",
        "PSCI 0.1 CPU_OFF,       0x1,                EMULATE, 0,  emulated: 0x1 does not return"
    })
    void calls(String what, String function, Action action, long result, String text) {
        Trap t = new Trap();
        t.cls = TrapClass.HVC;
        t.action = action;
        t.value = Long.decode(function);
        t.hasValue = true;
        t.result = result;
        assertThat(TrapText.answer(t)).isEqualTo(text);
    }
}
