package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The A64 table")
class A64TableTest {
    private static final long SEED = 0x7ab1eL;

    @Test
    void constantsAndTextNameTheSameRowsInTheSameOrder() throws IllegalAccessException {
        Map<Integer, String> constants = new HashMap<>();
        for (Class<?> c = SimdExtensionRows.class; c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                if (Modifier.isPublic(field.getModifiers())) {
                    assertThat(constants.put(field.getInt(null), field.getName()))
                            .as(field.getName())
                            .isNull();
                }
            }
        }
        assertThat(constants).hasSize(A64.ROWS - 1);
        for (int row = 1; row < A64.ROWS; row++) {
            assertThat(A64.name(row)).as("row %d", row).isEqualTo(constants.get(row));
        }
    }

    @Test
    void onlyHintSharesWordsWithOtherRows() {
        List<String> overlaps = new ArrayList<>();
        for (int a = 1; a < A64.ROWS; a++) {
            for (int b = a + 1; b < A64.ROWS; b++) {
                int common = A64.mask(a) & A64.mask(b);
                if (((A64.value(a) ^ A64.value(b)) & common) == 0 && !toldApart(a, b)) {
                    overlaps.add(A64.name(a) + " " + A64.name(b));
                }
            }
        }
        assertThat(overlaps).hasSize(8).allMatch(pair -> pair.endsWith(" HINT_HM_hints"));
    }

    /** Whether a value that one row does not take covers all that both would take. */
    private static boolean toldApart(int a, int b) {
        int mask = A64.mask(a) | A64.mask(b);
        int value = A64.value(a) | A64.value(b);
        for (int row : new int[] {a, b}) {
            Reserved reserved = RowTable.RESERVED[row];
            int[] pairs =
                    reserved == null ? new int[0] : reserved.pairs(CpuModel.NEOVERSE_N1.features());
            for (int i = 0; i < pairs.length; i += 2) {
                if ((pairs[i] & ~mask) == 0 && (value & pairs[i]) == pairs[i + 1]) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void eachRowIsReachedOnAModelWithEveryFeatureAndOnNoModelWithoutItsOwn() {
        A64Decoder a57 = new A64Decoder(CpuModel.CORTEX_A57);
        A64Decoder n1 = new A64Decoder(CpuModel.NEOVERSE_N1);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int row = 1; row < A64.ROWS; row++) {
            boolean reached = false;
            Feature feature = A64.feature(row);
            boolean onA57 = feature == null || CpuModel.CORTEX_A57.has(feature);
            for (int i = 0; i < 64; i++) {
                int word = A64.value(row) | (random.nextInt() & ~A64.mask(row));
                reached |= n1.decode(word) == row;
                assertThat(a57.decode(word) == row && !onA57)
                        .as("%s %08x on cortex-a57, seed %x", A64.name(row), word, SEED)
                        .isFalse();
            }
            assertThat(reached).as("%s, seed %x", A64.name(row), SEED).isTrue();
        }
    }

    @Test
    void groupsLieInOrderAndSayWhichRowsNeedFpRegisters() {
        assertThat(A64.FIRST_INTEGER).isEqualTo(1);
        assertThat(A64.name(A64.FIRST_CONTROL - 1)).isEqualTo("UMULH_64_dp_3src");
        assertThat(A64.name(A64.FIRST_MEMORY - 1)).isEqualTo("UDF_only_perm_undef");
        assertThat(A64.name(A64.FIRST_ATOMIC - 1)).isEqualTo("LDAR_LR64_ldstord");
        assertThat(A64.name(A64.FIRST_SIMD_FP - 1)).isEqualTo("CASPAL_CP64_comswappr");
        assertThat(A64.name(A64.FIRST_FP - 1)).isEqualTo("LDNP_Q_ldstnapair_offs");
        assertThat(A64.FIRST_SIMD_FP).isLessThan(A64.FIRST_FP).isGreaterThan(A64.FIRST_ATOMIC);
        for (int row = 1; row < A64.ROWS; row++) {
            Feature feature = A64.feature(row);
            boolean general =
                    feature == null
                            || switch (feature) {
                                case FEAT_CRC32, FEAT_RAS, FEAT_LSE, FEAT_LOR, FEAT_LRCPC -> true;
                                default -> false;
                            };
            assertThat(A64.usesSimdFp(row)).as(A64.name(row)).isEqualTo(!general);
        }
    }
}
