package trapline.trap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Syndromes: DDI 0487, D24, ESR_EL1 and ESR_EL2")
class EsrTest {
    // @formatter:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # instruction              | word     | SAS | SSE | SRT | SF | AR
            ldr x3, [x1]               | f9400023 | 3   | 0   | 3   | 1  | 0
            ldr w3, [x1, #4]           | b9400423 | 2   | 0   | 3   | 0  | 0
            ldrb w4, [x1, x2]          | 38626824 | 0   | 0   | 4   | 0  | 0
            ldrsb w5, [x1]             | 39c00025 | 0   | 1   | 5   | 0  | 0
            ldrsb x5, [x1]             | 39800025 | 0   | 1   | 5   | 1  | 0
            ldursh w6, [x1, #-2]       | 78dfe026 | 1   | 1   | 6   | 0  | 0
            ldrsw x7, [x1, x2, lsl #2] | b8a27827 | 2   | 1   | 7   | 1  | 0
            str xzr, [x1]              | f900003f | 3   | 0   | 31  | 1  | 0
            strh w8, [x1, #2]          | 79000428 | 1   | 0   | 8   | 0  | 0
            stur w8, [x1, #-3]         | b81fd028 | 2   | 0   | 8   | 0  | 0
            ldtr x9, [x1]              | f8400829 | 3   | 0   | 9   | 1  | 0
            sttrb w9, [x1]             | 38000829 | 0   | 0   | 9   | 0  | 0
            ldar w10, [x1]             | 88dffc2a | 2   | 0   | 10  | 0  | 1
            stlr x11, [x1]             | c89ffc2b | 3   | 0   | 11  | 1  | 1
            ldarb w10, [x1]            | 08dffc2a | 0   | 0   | 10  | 0  | 1
            ldlar w3, [x1]             | 88df7c23 | 2   | 0   | 3   | 0  | 1
            ldr x12, literal           | 5800004c | 3   | 0   | 12  | 1  | 0
            ldr w12, literal           | 1800004c | 2   | 0   | 12  | 0  | 0
            ldrsw x12, literal         | 9800004c | 2   | 1   | 12  | 1  | 0
            ldapr w1, [x2]             | b8bfc041 | 2   | 0   | 1   | 0  | 1
            ldapur x1, [x2, #3]        | d9403041 | 3   | 0   | 1   | 1  | 1
            stlur w1, [x2, #-3]        | 991fd041 | 2   | 0   | 1   | 0  | 1
            ldapursh w1, [x2]          | 59c00041 | 1   | 1   | 1   | 0  | 1
            """)
    // @formatter:on
    void loadOrStoreOfOneRegisterIsDescribed(
            String instruction, String word, int sas, int sse, int srt, int sf, int ar) {
        int iss = Esr.loadStoreIss(Integer.parseUnsignedInt(word, 16));

        assertThat(iss)
                .isEqualTo(1 << 24 | sas << 22 | sse << 21 | srt << 16 | sf << 15 | ar << 14);
    }

    // @formatter:off
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ldr x3, [x1], #8       | f8408423
            str w3, [x1, #8]!      | b8008c23
            ldp x1, x2, [x3]       | a9400861
            ldnp x1, x2, [x3]      | a8400861
            ldxr x1, [x3]          | c85f7c61
            stxr w0, x1, [x3]      | c8007c61
            ldaxr x1, [x3]         | c85ffc61
            ldr q0, [x1]           | 3dc00020
            ldr d0, [x1]           | fd400020
            str s0, [x1, #4]       | bd000420
            prfm pldl1keep, [x1]   | f9800020
            prfm literal           | d8000000
            dc zva, x1             | d50b7421
            dc civac, x1           | d50b7e21
            ldadd w0, w1, [x2]     | b8200041
            swp x0, x1, [x2]       | f8208041
            cas x0, x1, [x2]       | c8a07c41
            add x0, x1, x2         | 8b020020
            """)
    // @formatter:on
    void otherInstructionsHaveNoValidSyndrome(String instruction, String word) {
        assertThat(Esr.loadStoreIss(Integer.parseUnsignedInt(word, 16))).isZero();
    }

    @Test
    void waitsHaveTheirFixedSyndromes() {
        assertThat(Esr.wfx(false)).isEqualTo(0x07e0_0000L);
        assertThat(Esr.wfx(true)).isEqualTo(0x07e0_0001L);
    }

    @Test
    void trappedSystemRegisterAccessesNameTheirEncoding() {
        // msr dbgdtrtx_el0, x2: Op0 2, Op1 3, CRm 5, Rt 2, a write
        assertThat(Esr.sysReg(0xd513_0502)).isEqualTo(0x6220_c04aL);
        // mrs x3, mdccsr_el0
        assertThat(Esr.sysReg(0xd533_0103)).isEqualTo(0x6220_c063L);
        // msr daifset, #2: Rt is 31, CRm the immediate
        assertThat(Esr.sysReg(0xd503_42df)).isEqualTo(0x620c_d3e4L);
        // tlbi vmalle1is
        assertThat(Esr.sysReg(0xd508_831f)).isEqualTo(0x6210_23e6L);
    }

    @Test
    void classTellsWhetherTheLevelChanged() {
        assertThat(Esr.of(0x24, false, 0x47)).isEqualTo(0x9200_0047L);
        assertThat(Esr.of(0x24, true, 0x47)).isEqualTo(0x9600_0047L);
        assertThat(Esr.of(0x00, 0)).isEqualTo(Esr.UNKNOWN);
        assertThat(Esr.of(0x3c, 0xf000)).isEqualTo(0xf200_f000L);
    }

    @Test
    void debugExceptionsCarryTheirStatusCode() {
        assertThat(Esr.breakpoint(false)).isEqualTo(0xc200_0022L);
        assertThat(Esr.softwareStep(false, true, false)).isEqualTo(0xcb00_0022L);
        assertThat(Esr.softwareStep(true, true, true)).isEqualTo(0xcf00_0062L);
        assertThat(Esr.softwareStep(true, false, true)).isEqualTo(0xce00_0022L);
        assertThat(Esr.watchpoint(false, false, true)).isEqualTo(0xd200_0062L);
        assertThat(Esr.watchpoint(true, true, false)).isEqualTo(0xd600_0162L);
    }
}
