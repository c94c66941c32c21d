package trapline.vcpu.fp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.A64;
import trapline.vcpu.Vcpu;

@DisplayName("Each data-processing row of FP, SIMD and crypto has one handler of its name")
class FpSimdExecTest {
    private static final int[] ROWS =
            IntStream.range(1, A64.ROWS)
                    .filter(row -> A64.usesSimdFp(row) && !A64.accessesMemory(row))
                    .toArray();

    @Test
    void theRowsAreTheOnesCounted() {
        assertThat(ROWS).hasSize(703);
    }

    @Test
    void everyRowHasAPublicHandlerOfItsName() throws NoSuchMethodException {
        for (int row : ROWS) {
            Method m = FpSimdHandlers.owner(row).getMethod(A64.name(row), Vcpu.class, int.class);
            assertThat(Modifier.isStatic(m.getModifiers())).as(A64.name(row)).isTrue();
            assertThat(m.getReturnType()).as(A64.name(row)).isEqualTo(void.class);
        }
    }

    @Test
    void everyHandlerIsARow() {
        List<String> strays = new ArrayList<>();
        List<String> names = IntStream.of(ROWS).mapToObj(A64::name).toList();
        for (Class<?> owner : FpSimdHandlers.OWNERS) {
            for (Method m : owner.getMethods()) {
                if (m.getParameterCount() == 2
                        && m.getParameterTypes()[0] == Vcpu.class
                        && !names.contains(m.getName())) {
                    strays.add(owner.getSimpleName() + "." + m.getName());
                }
            }
        }
        assertThat(strays).isEmpty();
    }

    @Test
    void anotherRowIsOurError() {
        assertThatThrownBy(() -> FpSimdHandlers.owner(A64.LDR_Q_ldst_pos))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LDR_Q_ldst_pos");
    }
}
