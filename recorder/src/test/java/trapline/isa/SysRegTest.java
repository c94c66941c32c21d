package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The system register table: DDI 0487, C5 and D24")
class SysRegTest {
    @Test
    void everyConstantNamesTheRowAtItsIndex() throws IllegalAccessException {
        List<String> wrong = new ArrayList<>();
        int constants = 0;
        for (Field field : SysReg.class.getDeclaredFields()) {
            boolean constant =
                    Modifier.isPublic(field.getModifiers()) && field.getType() == int.class;
            if (!constant || List.of("COUNT", "REGISTERS", "NONE").contains(field.getName())) {
                continue;
            }
            int index = field.getInt(null);
            boolean transmit = field.getName().equals("DBGDTRTX_EL0");
            if (!SysReg.name(index, !transmit).replaceAll("\\W", "_").equals(field.getName())) {
                wrong.add(field.getName() + " is " + SysReg.name(index, true));
            }
            constants++;
        }
        assertThat(wrong).isEmpty();
        assertThat(constants).isEqualTo(SysReg.COUNT + 1);
    }

    @Test
    void keysAndIndicesAreInverse() {
        for (int index = 0; index < SysReg.COUNT; index++) {
            int key = SysReg.keyOf(index);
            assertThat(SysReg.indexOf(key)).isEqualTo(index);
            assertThat(
                            SysReg.key(
                                    SysReg.op0(key),
                                    SysReg.op1(key),
                                    SysReg.crn(key),
                                    SysReg.crm(key),
                                    SysReg.op2(key)))
                    .isEqualTo(key);
            assertThat(SysReg.isInstruction(index)).isEqualTo(SysReg.op0(key) == 1);
            assertThat(SysReg.indexOfName(SysReg.name(index, true))).isEqualTo(index);
        }
    }

    @ParameterizedTest(name = "0x{0} accesses {1}")
    @CsvSource({
        "d5130502, DBGDTRTX_EL0, false",
        "d5330502, DBGDTRRX_EL0, true",
        "d5330103, MDCCSR_EL0, true",
        "d50b7421, DC ZVA, false",
        "d508831f, TLBI VMALLE1IS, false",
        "d5381000, SCTLR_EL1, true",
        "d53bd040, TPIDR_EL0, true",
        "d538cc00, ICC_IAR1_EL1, true",
        "d538f202, S3_0_C15_C2_0, true",
    })
    void instructionWordsGiveNames(String word, String name, boolean read) {
        int key = SysReg.keyOfInsn(Integer.parseUnsignedInt(word, 16));
        assertThat(SysReg.nameOfKey(key, read)).isEqualTo(name);
    }

    @Test
    void accessesAndLevelsAreThoseOfTheManual() {
        assertThat(SysReg.isWritable(SysReg.MDCCSR_EL0)).isFalse();
        assertThat(SysReg.minEl(SysReg.MDCCSR_EL0, true)).isZero();
        assertThat(SysReg.isReadable(SysReg.ICC_SGI1R_EL1)).isFalse();
        assertThat(SysReg.minEl(SysReg.TPIDRRO_EL0, true)).isZero();
        assertThat(SysReg.minEl(SysReg.TPIDRRO_EL0, false)).isEqualTo(1);
        assertThat(SysReg.minEl(SysReg.HCR_EL2, true)).isEqualTo(2);
        assertThat(SysReg.gate(SysReg.PMCR_EL0)).isEqualTo("PMUv3");
        assertThat(SysReg.isImplemented(SysReg.PMCR_EL0, "FEAT_PMUv3"::equals)).isTrue();
        assertThat(SysReg.isImplemented(SysReg.PMCR_EL0, _ -> false)).isFalse();
    }
}
