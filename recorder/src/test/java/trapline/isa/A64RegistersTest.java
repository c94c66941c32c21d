package trapline.isa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("General registers of an instruction")
class A64RegistersTest {
    private static final long SEED = 0x9e95L;

    /** An operand of the assembler syntax that stands for a general register. */
    private static final Pattern REGISTER =
            Pattern.compile(
                    "<([WX])(d|n|m|a|t|s|t1|t2)(Plus1)?(OrWZR|OrXZR|SP_option|WSP_option)?>"
                            + "|<R(n|m|t)_option>|<WorX_choice>|<optional_Xm>");

    private final A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);

    @Test
    void areThoseThatTheAssemblerSyntaxNames() throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int words = 0;
        for (Reference.Row row : Reference.of(CpuModel.NEOVERSE_N1).rows()) {
            for (int i = 0; i < 50; i++) {
                int word = row.word(random);
                int decoded = decoder.decode(word);
                if (A64.name(decoded).equals(row.name())) {
                    words++;
                    int[] expected = expected(row, word);
                    assertThat(
                                    new int[] {
                                        A64.gprReads(decoded, word), A64.gprWrites(decoded, word)
                                    })
                            .as("%s %08x, seed %x", row.name(), word, SEED)
                            .containsExactly(expected);
                }
            }
        }
        System.out.printf("registers of %d words agree with the syntax (seed %x)%n", words, SEED);
        assertThat(words).isGreaterThan(40_000);
    }

    /** Reads and writes from the syntax and the mnemonic's habits. */
    private static int[] expected(Reference.Row row, int word) {
        int reads = 0;
        int writes = 0;
        String mnemonic = row.name().substring(0, row.name().indexOf('_'));
        boolean memory = row.iclass().startsWith("ld") || row.syntax().contains("[<XnSP");
        boolean loads =
                mnemonic.startsWith("LD") || mnemonic.startsWith("SWP") || mnemonic.equals("MRS");
        Matcher operand = REGISTER.matcher(row.syntax());
        while (operand.find()) {
            String role = operand.group(2) != null ? operand.group(2) : operand.group(5);
            if (role == null) {
                role = operand.group().contains("optional") ? "t" : "m";
            }
            boolean stackPointer = operand.group().contains("SP");
            int low =
                    switch (role) {
                        case "d", "t", "t1" -> 0;
                        case "n" -> 5;
                        case "a", "t2" -> 10;
                        default -> 16;
                    };
            int number = (word >>> low & 31) + (operand.group(3) != null ? 1 : 0);
            int bit = number == 31 && !stackPointer ? 0 : 1 << number;
            boolean destination =
                    switch (role) {
                        case "d" -> true;
                        case "t", "t1", "t2" -> loads || mnemonic.equals("SYSL");
                        case "s" -> mnemonic.startsWith("ST") || mnemonic.startsWith("CAS");
                        default -> false;
                    };
            boolean both = mnemonic.startsWith("CAS") && role.equals("s");
            both |= role.equals("d") && (mnemonic.equals("MOVK") || mnemonic.equals("BFM"));
            if (memory && role.equals("n")) {
                destination =
                        row.syntax().contains("]!") || row.syntax().contains("[<XnSP_option>],");
                both = true;
                if (!destination) {
                    reads |= bit;
                    continue;
                }
            }
            writes |= destination ? bit : 0;
            reads |= !destination || both ? bit : 0;
        }
        if (mnemonic.equals("BL") || mnemonic.equals("BLR")) {
            writes |= 1 << 30;
        }
        if (mnemonic.equals("RET")) {
            int number = word >>> 5 & 31;
            reads |= number == 31 ? 0 : 1 << number;
        }
        return new int[] {reads, writes};
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    91000fff | ADD_64_addsub_imm     | 80000000 | 80000000 | add sp, sp, #3
                    8b1f03ff | ADD_64_addsub_shift   | 00000000 | 00000000 | add xzr, xzr, xzr
                    8b2163ff | ADD_64_addsub_ext     | 80000002 | 80000000 | add sp, sp, x1
                    eb2163ff | SUBS_64S_addsub_ext   | 80000002 | 00000000 | cmp sp, x1
                    f2a00025 | MOVK_64_movewide      | 00000020 | 00000020 | movk x5, #1, lsl #16
                    b3401c41 | BFM_64M_bitfield      | 00000006 | 00000002 | bfxil x1, x2, #0, #8
                    9b020c20 | MADD_64A_dp_3src      | 0000000e | 00000001 | madd x0, x1, x2, x3
                    94000001 | BL_only_branch_imm    | 00000000 | 40000000 | bl
                    d63f0040 | BLR_64_branch_reg     | 00000004 | 40000000 | blr x2
                    d65f03c0 | RET_64R_branch_reg    | 40000000 | 00000000 | ret
                    a9bf7bfd | STP_64_ldstpair_pre   | e0000000 | 80000000 | stp x29, x30, [sp, #-16]!
                    a8c17bfd | LDP_64_ldstpair_post  | 80000000 | e0000000 | ldp x29, x30, [sp], #16
                    f8617843 | LDR_64_ldst_regoff    | 00000006 | 00000008 | ldr x3, [x2, x1, lsl #3]
                    f8408441 | LDR_64_ldst_immpost   | 00000004 | 00000006 | ldr x1, [x2], #8
                    c8027c61 | STXR_SR64_ldstexclr   | 0000000a | 00000004 | stxr w2, x1, [x3]
                    c8620c61 | LDXP_LP64_ldstexclp   | 00000008 | 0000000a | ldxp x1, x3, [x3]
                    48207c62 | CASP_CP64_comswappr   | 0000000f | 00000003 | casp x0, x1, x2, x3, [x3]
                    f8210062 | LDADD_64_memop        | 0000000a | 00000004 | ldadd x1, x2, [x3]
                    4cc17062 | LD1_asisdlsep_R1_r1   | 0000000a | 00000008 | ld1 {v2.16b}, [x3], x1
                    4cdf7062 | LD1_asisdlsep_I1_i1   | 00000008 | 00000008 | ld1 {v2.16b}, [x3], #16
                    9e660062 | FMOV_64D_float2int    | 00000000 | 00000004 | fmov x2, d3
                    9e670062 | FMOV_D64_float2int    | 00000008 | 00000000 | fmov d2, x3
                    4e083c62 | UMOV_asimdins_X_x     | 00000000 | 00000004 | mov x2, v3.d[0]
                    4e081c62 | INS_asimdins_IR_r     | 00000008 | 00000000 | mov v2.d[0], x3
                    d53b4201 | MRS_RS_systemmove     | 00000000 | 00000002 | mrs x1, nzcv
                    d51b421f | MSR_SR_systemmove     | 00000000 | 00000000 | msr nzcv, xzr
                    """)
    void areRightFor(String hex, String name, String reads, String writes, String text) {
        int word = Integer.parseUnsignedInt(hex, 16);
        int row = decoder.decode(word);
        assertThat(A64.name(row)).as(text).isEqualTo(name);
        assertThat("%08x".formatted(A64.gprReads(row, word))).isEqualTo(reads);
        assertThat("%08x".formatted(A64.gprWrites(row, word))).isEqualTo(writes);
    }

    @ParameterizedTest
    @CsvSource({
        "ab020020, false, true, adds",
        "9a020020, true, false, adc",
        "ba020020, true, true, adcs",
        "fa420820, true, true, ccmp",
        "9a820020, true, false, csel",
        "54000000, true, false, b.eq",
        "1e202020, false, true, fcmp",
        "1e220c20, true, false, fcsel",
        "1e220420, true, true, fccmp",
        "8b020020, false, false, add",
        "ea020020, false, true, ands",
        "36000000, false, false, tbz"
    })
    void flagsAreReadAndWrittenBy(String hex, boolean reads, boolean writes, String text) {
        int row = decoder.decode(Integer.parseUnsignedInt(hex, 16));
        assertThat(A64.readsFlags(row)).as(text).isEqualTo(reads);
        assertThat(A64.writesFlags(row)).as(text).isEqualTo(writes);
    }
}
