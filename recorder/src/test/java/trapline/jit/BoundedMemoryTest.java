package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.vcpu.Asm;
import trapline.vcpu.DecodedPage;

@DisplayName("Translated code is bounded in memory")
class BoundedMemoryTest {
    private static final int FUNCTIONS = 60;
    private static final int MOST = 16;

    @Test
    void regionsBeyondTheCapMakeRoomAndComeBack() {
        Rig[] rigs = Rig.pair(MOST, r -> callsOfManyFunctions(r));
        assertThat(rigs[1].trace).isEqualTo(rigs[0].trace);
        assertThat(rigs[1].jit.regions()).isLessThanOrEqualTo(MOST);
        assertThat(rigs[1].jit.installed).as("translations").isGreaterThan(FUNCTIONS);
        assertThat(rigs[1].jit.dropped).isPositive();
    }

    /** Each function adds its number and returns to the next; the last goes back to the first. */
    private static void callsOfManyFunctions(Rig r) {
        for (int k = 0; k < FUNCTIONS; k++) {
            int next = k == FUNCTIONS - 1 ? -(FUNCTIONS - 1) * 8 - 1 : 7;
            r.codeAt(Rig.CODE + 32L * k, Asm.addImm(0, 0, k), Asm.adr(30, next), Asm.RET);
        }
        for (int k = 0; k < 20; k++) {
            r.run(3L * FUNCTIONS + k);
        }
    }

    @Test
    void theClassOfADroppedRegionIsUnloaded() {
        WeakReference<Class<?>> code = new WeakReference<>(translate().getClass());
        for (int k = 0; k < 50 && code.get() != null; k++) {
            System.gc();
        }
        assertThat(code.get()).isNull();
    }

    private static Region translate() {
        int[] words = new int[DecodedPage.SLOTS];
        words[0] = Asm.addImm(0, 0, 1);
        words[1] = Asm.RET;
        Region r =
                new Translator(A64Decoder.of(CpuModel.CORTEX_A57), 200)
                        .translate(words, Plan.Context.EVERYTHING, 0, false, Tier.QUICK);
        assertThat(r).isNotNull();
        return r;
    }

    @Test
    void aPageFullOfTheLongestFormsStaysBelowWhatHotSpotCompiles() {
        int[] words = new int[DecodedPage.SLOTS];
        java.util.Arrays.fill(words, 0xad40_0000); // LDP Q0, Q0, [X0]
        Region r =
                new Translator(A64Decoder.of(CpuModel.CORTEX_A57), 1_000)
                        .translate(words, Plan.Context.EVERYTHING, 0, false, Tier.QUICK);
        assertThat(r).isNotNull();
        assertThat(r.instructions).isLessThan(200);
    }
}
