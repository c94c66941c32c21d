package trapline.vcpu;

import trapline.isa.A64;
import trapline.vcpu.fp.FpSimdExec;

/**
 * From row to semantics: the one place that says which method executes which encoding. The
 * interpreter runs it; the translator calls the same methods for every row that it has no intrinsic
 * form of.
 *
 * <p>Only straight-line instructions are here: branches belong to the engines, {@link SystemOps}
 * has the rest. Several methods, because HotSpot compiles none above 8,000 bytecodes.
 */
public final class Semantics {
    private Semantics() {}

    /** Executes a row of the kinds ALU, FP, LOAD, STORE, ATOMIC, PREFETCH, HINT or BARRIER. */
    public static void exec(int row, Vcpu c, int i) {
        if (row < A64.FIRST_CONTROL) {
            data(row, c, i);
        } else if (row < A64.FIRST_SIMD_FP) {
            memory(row, c, i);
        } else if (row < A64.FIRST_FP) {
            simdMemory(row, c, i);
        } else if (row >= A64.FIRST_SIMD_MEMORY && row < A64.FIRST_SIMD) {
            SimdStructures.exec(c, i);
        } else {
            FpSimdExec.exec(row, c, i);
        }
    }

    /** Data processing on general registers. */
    static void data(int row, Vcpu c, int i) {
        switch (row) {
            case A64.ADD_32_addsub_imm -> DataProcessing.ADD_32_addsub_imm(c, i);
            case A64.ADDS_32S_addsub_imm -> DataProcessing.ADDS_32S_addsub_imm(c, i);
            case A64.ADD_32_addsub_ext -> DataProcessing.ADD_32_addsub_ext(c, i);
            case A64.ADDS_32S_addsub_ext -> DataProcessing.ADDS_32S_addsub_ext(c, i);
            case A64.ADD_32_addsub_shift -> DataProcessing.ADD_32_addsub_shift(c, i);
            case A64.ADDS_32_addsub_shift -> DataProcessing.ADDS_32_addsub_shift(c, i);
            case A64.SUB_32_addsub_imm -> DataProcessing.SUB_32_addsub_imm(c, i);
            case A64.SUBS_32S_addsub_imm -> DataProcessing.SUBS_32S_addsub_imm(c, i);
            case A64.SUB_32_addsub_ext -> DataProcessing.SUB_32_addsub_ext(c, i);
            case A64.SUBS_32S_addsub_ext -> DataProcessing.SUBS_32S_addsub_ext(c, i);
            case A64.SUB_32_addsub_shift -> DataProcessing.SUB_32_addsub_shift(c, i);
            case A64.SUBS_32_addsub_shift -> DataProcessing.SUBS_32_addsub_shift(c, i);
            case A64.ADC_32_addsub_carry -> DataProcessing.ADC_32_addsub_carry(c, i);
            case A64.ADCS_32_addsub_carry -> DataProcessing.ADCS_32_addsub_carry(c, i);
            case A64.SBC_32_addsub_carry -> DataProcessing.SBC_32_addsub_carry(c, i);
            case A64.SBCS_32_addsub_carry -> DataProcessing.SBCS_32_addsub_carry(c, i);
            case A64.AND_32_log_imm -> DataProcessing.AND_32_log_imm(c, i);
            case A64.ORR_32_log_imm -> DataProcessing.ORR_32_log_imm(c, i);
            case A64.EOR_32_log_imm -> DataProcessing.EOR_32_log_imm(c, i);
            case A64.ANDS_32S_log_imm -> DataProcessing.ANDS_32S_log_imm(c, i);
            case A64.AND_32_log_shift -> DataProcessing.AND_32_log_shift(c, i);
            case A64.ANDS_32_log_shift -> DataProcessing.ANDS_32_log_shift(c, i);
            case A64.BIC_32_log_shift -> DataProcessing.BIC_32_log_shift(c, i);
            case A64.BICS_32_log_shift -> DataProcessing.BICS_32_log_shift(c, i);
            case A64.ORR_32_log_shift -> DataProcessing.ORR_32_log_shift(c, i);
            case A64.ORN_32_log_shift -> DataProcessing.ORN_32_log_shift(c, i);
            case A64.EOR_32_log_shift -> DataProcessing.EOR_32_log_shift(c, i);
            case A64.EON_32_log_shift -> DataProcessing.EON_32_log_shift(c, i);
            case A64.MOVN_32_movewide -> DataProcessing.MOVN_32_movewide(c, i);
            case A64.MOVZ_32_movewide -> DataProcessing.MOVZ_32_movewide(c, i);
            case A64.MOVK_32_movewide -> DataProcessing.MOVK_32_movewide(c, i);
            case A64.SBFM_32M_bitfield -> DataProcessing.SBFM_32M_bitfield(c, i);
            case A64.UBFM_32M_bitfield -> DataProcessing.UBFM_32M_bitfield(c, i);
            case A64.BFM_32M_bitfield -> DataProcessing.BFM_32M_bitfield(c, i);
            case A64.EXTR_32_extract -> DataProcessing.EXTR_32_extract(c, i);
            case A64.CCMN_32_condcmp_imm -> DataProcessing.CCMN_32_condcmp_imm(c, i);
            case A64.CCMN_32_condcmp_reg -> DataProcessing.CCMN_32_condcmp_reg(c, i);
            case A64.CCMP_32_condcmp_imm -> DataProcessing.CCMP_32_condcmp_imm(c, i);
            case A64.CCMP_32_condcmp_reg -> DataProcessing.CCMP_32_condcmp_reg(c, i);
            case A64.CSEL_32_condsel -> DataProcessing.CSEL_32_condsel(c, i);
            case A64.CSINC_32_condsel -> DataProcessing.CSINC_32_condsel(c, i);
            case A64.CSINV_32_condsel -> DataProcessing.CSINV_32_condsel(c, i);
            case A64.CSNEG_32_condsel -> DataProcessing.CSNEG_32_condsel(c, i);
            case A64.RBIT_32_dp_1src -> DataProcessing.RBIT_32_dp_1src(c, i);
            case A64.REV16_32_dp_1src -> DataProcessing.REV16_32_dp_1src(c, i);
            case A64.REV_32_dp_1src -> DataProcessing.REV_32_dp_1src(c, i);
            case A64.CLZ_32_dp_1src -> DataProcessing.CLZ_32_dp_1src(c, i);
            case A64.CLS_32_dp_1src -> DataProcessing.CLS_32_dp_1src(c, i);
            case A64.UDIV_32_dp_2src -> DataProcessing.UDIV_32_dp_2src(c, i);
            case A64.SDIV_32_dp_2src -> DataProcessing.SDIV_32_dp_2src(c, i);
            case A64.LSLV_32_dp_2src -> DataProcessing.LSLV_32_dp_2src(c, i);
            case A64.LSRV_32_dp_2src -> DataProcessing.LSRV_32_dp_2src(c, i);
            case A64.ASRV_32_dp_2src -> DataProcessing.ASRV_32_dp_2src(c, i);
            case A64.RORV_32_dp_2src -> DataProcessing.RORV_32_dp_2src(c, i);
            case A64.MADD_32A_dp_3src -> DataProcessing.MADD_32A_dp_3src(c, i);
            case A64.MSUB_32A_dp_3src -> DataProcessing.MSUB_32A_dp_3src(c, i);
            case A64.ADD_64_addsub_imm -> DataProcessing.ADD_64_addsub_imm(c, i);
            case A64.ADDS_64S_addsub_imm -> DataProcessing.ADDS_64S_addsub_imm(c, i);
            case A64.ADD_64_addsub_ext -> DataProcessing.ADD_64_addsub_ext(c, i);
            case A64.ADDS_64S_addsub_ext -> DataProcessing.ADDS_64S_addsub_ext(c, i);
            case A64.ADD_64_addsub_shift -> DataProcessing.ADD_64_addsub_shift(c, i);
            case A64.ADDS_64_addsub_shift -> DataProcessing.ADDS_64_addsub_shift(c, i);
            case A64.SUB_64_addsub_imm -> DataProcessing.SUB_64_addsub_imm(c, i);
            case A64.SUBS_64S_addsub_imm -> DataProcessing.SUBS_64S_addsub_imm(c, i);
            case A64.SUB_64_addsub_ext -> DataProcessing.SUB_64_addsub_ext(c, i);
            case A64.SUBS_64S_addsub_ext -> DataProcessing.SUBS_64S_addsub_ext(c, i);
            case A64.SUB_64_addsub_shift -> DataProcessing.SUB_64_addsub_shift(c, i);
            case A64.SUBS_64_addsub_shift -> DataProcessing.SUBS_64_addsub_shift(c, i);
            case A64.ADC_64_addsub_carry -> DataProcessing.ADC_64_addsub_carry(c, i);
            case A64.ADCS_64_addsub_carry -> DataProcessing.ADCS_64_addsub_carry(c, i);
            case A64.SBC_64_addsub_carry -> DataProcessing.SBC_64_addsub_carry(c, i);
            case A64.SBCS_64_addsub_carry -> DataProcessing.SBCS_64_addsub_carry(c, i);
            case A64.AND_64_log_imm -> DataProcessing.AND_64_log_imm(c, i);
            case A64.ORR_64_log_imm -> DataProcessing.ORR_64_log_imm(c, i);
            case A64.EOR_64_log_imm -> DataProcessing.EOR_64_log_imm(c, i);
            case A64.ANDS_64S_log_imm -> DataProcessing.ANDS_64S_log_imm(c, i);
            case A64.AND_64_log_shift -> DataProcessing.AND_64_log_shift(c, i);
            case A64.ANDS_64_log_shift -> DataProcessing.ANDS_64_log_shift(c, i);
            case A64.BIC_64_log_shift -> DataProcessing.BIC_64_log_shift(c, i);
            case A64.BICS_64_log_shift -> DataProcessing.BICS_64_log_shift(c, i);
            case A64.ORR_64_log_shift -> DataProcessing.ORR_64_log_shift(c, i);
            case A64.ORN_64_log_shift -> DataProcessing.ORN_64_log_shift(c, i);
            case A64.EOR_64_log_shift -> DataProcessing.EOR_64_log_shift(c, i);
            case A64.EON_64_log_shift -> DataProcessing.EON_64_log_shift(c, i);
            case A64.MOVN_64_movewide -> DataProcessing.MOVN_64_movewide(c, i);
            case A64.MOVZ_64_movewide -> DataProcessing.MOVZ_64_movewide(c, i);
            case A64.MOVK_64_movewide -> DataProcessing.MOVK_64_movewide(c, i);
            case A64.SBFM_64M_bitfield -> DataProcessing.SBFM_64M_bitfield(c, i);
            case A64.UBFM_64M_bitfield -> DataProcessing.UBFM_64M_bitfield(c, i);
            case A64.BFM_64M_bitfield -> DataProcessing.BFM_64M_bitfield(c, i);
            case A64.EXTR_64_extract -> DataProcessing.EXTR_64_extract(c, i);
            case A64.CCMN_64_condcmp_imm -> DataProcessing.CCMN_64_condcmp_imm(c, i);
            case A64.CCMN_64_condcmp_reg -> DataProcessing.CCMN_64_condcmp_reg(c, i);
            case A64.CCMP_64_condcmp_imm -> DataProcessing.CCMP_64_condcmp_imm(c, i);
            case A64.CCMP_64_condcmp_reg -> DataProcessing.CCMP_64_condcmp_reg(c, i);
            case A64.CSEL_64_condsel -> DataProcessing.CSEL_64_condsel(c, i);
            case A64.CSINC_64_condsel -> DataProcessing.CSINC_64_condsel(c, i);
            case A64.CSINV_64_condsel -> DataProcessing.CSINV_64_condsel(c, i);
            case A64.CSNEG_64_condsel -> DataProcessing.CSNEG_64_condsel(c, i);
            case A64.RBIT_64_dp_1src -> DataProcessing.RBIT_64_dp_1src(c, i);
            case A64.REV16_64_dp_1src -> DataProcessing.REV16_64_dp_1src(c, i);
            case A64.REV32_64_dp_1src -> DataProcessing.REV32_64_dp_1src(c, i);
            case A64.REV_64_dp_1src -> DataProcessing.REV_64_dp_1src(c, i);
            case A64.CLZ_64_dp_1src -> DataProcessing.CLZ_64_dp_1src(c, i);
            case A64.CLS_64_dp_1src -> DataProcessing.CLS_64_dp_1src(c, i);
            case A64.UDIV_64_dp_2src -> DataProcessing.UDIV_64_dp_2src(c, i);
            case A64.SDIV_64_dp_2src -> DataProcessing.SDIV_64_dp_2src(c, i);
            case A64.LSLV_64_dp_2src -> DataProcessing.LSLV_64_dp_2src(c, i);
            case A64.LSRV_64_dp_2src -> DataProcessing.LSRV_64_dp_2src(c, i);
            case A64.ASRV_64_dp_2src -> DataProcessing.ASRV_64_dp_2src(c, i);
            case A64.RORV_64_dp_2src -> DataProcessing.RORV_64_dp_2src(c, i);
            case A64.MADD_64A_dp_3src -> DataProcessing.MADD_64A_dp_3src(c, i);
            case A64.MSUB_64A_dp_3src -> DataProcessing.MSUB_64A_dp_3src(c, i);
            case A64.CRC32B_32C_dp_2src -> DataProcessing.CRC32B_32C_dp_2src(c, i);
            case A64.CRC32H_32C_dp_2src -> DataProcessing.CRC32H_32C_dp_2src(c, i);
            case A64.CRC32W_32C_dp_2src -> DataProcessing.CRC32W_32C_dp_2src(c, i);
            case A64.CRC32X_64C_dp_2src -> DataProcessing.CRC32X_64C_dp_2src(c, i);
            case A64.CRC32CB_32C_dp_2src -> DataProcessing.CRC32CB_32C_dp_2src(c, i);
            case A64.CRC32CH_32C_dp_2src -> DataProcessing.CRC32CH_32C_dp_2src(c, i);
            case A64.CRC32CW_32C_dp_2src -> DataProcessing.CRC32CW_32C_dp_2src(c, i);
            case A64.CRC32CX_64C_dp_2src -> DataProcessing.CRC32CX_64C_dp_2src(c, i);
            case A64.SMADDL_64WA_dp_3src -> DataProcessing.SMADDL_64WA_dp_3src(c, i);
            case A64.SMSUBL_64WA_dp_3src -> DataProcessing.SMSUBL_64WA_dp_3src(c, i);
            case A64.UMADDL_64WA_dp_3src -> DataProcessing.UMADDL_64WA_dp_3src(c, i);
            case A64.UMSUBL_64WA_dp_3src -> DataProcessing.UMSUBL_64WA_dp_3src(c, i);
            case A64.SMULH_64_dp_3src -> DataProcessing.SMULH_64_dp_3src(c, i);
            case A64.UMULH_64_dp_3src -> DataProcessing.UMULH_64_dp_3src(c, i);
            case A64.ADR_only_pcreladdr -> DataProcessing.ADR_only_pcreladdr(c, i);
            case A64.ADRP_only_pcreladdr -> DataProcessing.ADRP_only_pcreladdr(c, i);
            default -> throw new IllegalStateException("no semantics for " + A64.name(row));
        }
    }

    /** Loads and stores of general registers, and the control rows that do nothing. */
    static void memory(int row, Vcpu c, int i) {
        switch (row) {
            case A64.STRB_32_ldst_pos -> LoadStore.STRB_32_ldst_pos(c, i);
            case A64.LDRB_32_ldst_pos -> LoadStore.LDRB_32_ldst_pos(c, i);
            case A64.LDRSB_64_ldst_pos -> LoadStore.LDRSB_64_ldst_pos(c, i);
            case A64.LDRSB_32_ldst_pos -> LoadStore.LDRSB_32_ldst_pos(c, i);
            case A64.STRH_32_ldst_pos -> LoadStore.STRH_32_ldst_pos(c, i);
            case A64.LDRH_32_ldst_pos -> LoadStore.LDRH_32_ldst_pos(c, i);
            case A64.LDRSH_64_ldst_pos -> LoadStore.LDRSH_64_ldst_pos(c, i);
            case A64.LDRSH_32_ldst_pos -> LoadStore.LDRSH_32_ldst_pos(c, i);
            case A64.STR_32_ldst_pos -> LoadStore.STR_32_ldst_pos(c, i);
            case A64.LDR_32_ldst_pos -> LoadStore.LDR_32_ldst_pos(c, i);
            case A64.LDRSW_64_ldst_pos -> LoadStore.LDRSW_64_ldst_pos(c, i);
            case A64.STR_64_ldst_pos -> LoadStore.STR_64_ldst_pos(c, i);
            case A64.LDR_64_ldst_pos -> LoadStore.LDR_64_ldst_pos(c, i);
            case A64.STURB_32_ldst_unscaled -> LoadStore.STURB_32_ldst_unscaled(c, i);
            case A64.LDURB_32_ldst_unscaled -> LoadStore.LDURB_32_ldst_unscaled(c, i);
            case A64.LDURSB_64_ldst_unscaled -> LoadStore.LDURSB_64_ldst_unscaled(c, i);
            case A64.LDURSB_32_ldst_unscaled -> LoadStore.LDURSB_32_ldst_unscaled(c, i);
            case A64.STURH_32_ldst_unscaled -> LoadStore.STURH_32_ldst_unscaled(c, i);
            case A64.LDURH_32_ldst_unscaled -> LoadStore.LDURH_32_ldst_unscaled(c, i);
            case A64.LDURSH_64_ldst_unscaled -> LoadStore.LDURSH_64_ldst_unscaled(c, i);
            case A64.LDURSH_32_ldst_unscaled -> LoadStore.LDURSH_32_ldst_unscaled(c, i);
            case A64.STUR_32_ldst_unscaled -> LoadStore.STUR_32_ldst_unscaled(c, i);
            case A64.LDUR_32_ldst_unscaled -> LoadStore.LDUR_32_ldst_unscaled(c, i);
            case A64.LDURSW_64_ldst_unscaled -> LoadStore.LDURSW_64_ldst_unscaled(c, i);
            case A64.STUR_64_ldst_unscaled -> LoadStore.STUR_64_ldst_unscaled(c, i);
            case A64.LDUR_64_ldst_unscaled -> LoadStore.LDUR_64_ldst_unscaled(c, i);
            case A64.STRB_32_ldst_immpost -> LoadStore.STRB_32_ldst_immpost(c, i);
            case A64.LDRB_32_ldst_immpost -> LoadStore.LDRB_32_ldst_immpost(c, i);
            case A64.LDRSB_64_ldst_immpost -> LoadStore.LDRSB_64_ldst_immpost(c, i);
            case A64.LDRSB_32_ldst_immpost -> LoadStore.LDRSB_32_ldst_immpost(c, i);
            case A64.STRH_32_ldst_immpost -> LoadStore.STRH_32_ldst_immpost(c, i);
            case A64.LDRH_32_ldst_immpost -> LoadStore.LDRH_32_ldst_immpost(c, i);
            case A64.LDRSH_64_ldst_immpost -> LoadStore.LDRSH_64_ldst_immpost(c, i);
            case A64.LDRSH_32_ldst_immpost -> LoadStore.LDRSH_32_ldst_immpost(c, i);
            case A64.STR_32_ldst_immpost -> LoadStore.STR_32_ldst_immpost(c, i);
            case A64.LDR_32_ldst_immpost -> LoadStore.LDR_32_ldst_immpost(c, i);
            case A64.LDRSW_64_ldst_immpost -> LoadStore.LDRSW_64_ldst_immpost(c, i);
            case A64.STR_64_ldst_immpost -> LoadStore.STR_64_ldst_immpost(c, i);
            case A64.LDR_64_ldst_immpost -> LoadStore.LDR_64_ldst_immpost(c, i);
            case A64.STRB_32_ldst_immpre -> LoadStore.STRB_32_ldst_immpre(c, i);
            case A64.LDRB_32_ldst_immpre -> LoadStore.LDRB_32_ldst_immpre(c, i);
            case A64.LDRSB_64_ldst_immpre -> LoadStore.LDRSB_64_ldst_immpre(c, i);
            case A64.LDRSB_32_ldst_immpre -> LoadStore.LDRSB_32_ldst_immpre(c, i);
            case A64.STRH_32_ldst_immpre -> LoadStore.STRH_32_ldst_immpre(c, i);
            case A64.LDRH_32_ldst_immpre -> LoadStore.LDRH_32_ldst_immpre(c, i);
            case A64.LDRSH_64_ldst_immpre -> LoadStore.LDRSH_64_ldst_immpre(c, i);
            case A64.LDRSH_32_ldst_immpre -> LoadStore.LDRSH_32_ldst_immpre(c, i);
            case A64.STR_32_ldst_immpre -> LoadStore.STR_32_ldst_immpre(c, i);
            case A64.LDR_32_ldst_immpre -> LoadStore.LDR_32_ldst_immpre(c, i);
            case A64.LDRSW_64_ldst_immpre -> LoadStore.LDRSW_64_ldst_immpre(c, i);
            case A64.STR_64_ldst_immpre -> LoadStore.STR_64_ldst_immpre(c, i);
            case A64.LDR_64_ldst_immpre -> LoadStore.LDR_64_ldst_immpre(c, i);
            case A64.STRB_32B_ldst_regoff -> LoadStore.STRB_32B_ldst_regoff(c, i);
            case A64.STRB_32BL_ldst_regoff -> LoadStore.STRB_32BL_ldst_regoff(c, i);
            case A64.LDRB_32B_ldst_regoff -> LoadStore.LDRB_32B_ldst_regoff(c, i);
            case A64.LDRB_32BL_ldst_regoff -> LoadStore.LDRB_32BL_ldst_regoff(c, i);
            case A64.LDRSB_64B_ldst_regoff -> LoadStore.LDRSB_64B_ldst_regoff(c, i);
            case A64.LDRSB_64BL_ldst_regoff -> LoadStore.LDRSB_64BL_ldst_regoff(c, i);
            case A64.LDRSB_32B_ldst_regoff -> LoadStore.LDRSB_32B_ldst_regoff(c, i);
            case A64.LDRSB_32BL_ldst_regoff -> LoadStore.LDRSB_32BL_ldst_regoff(c, i);
            case A64.STRH_32_ldst_regoff -> LoadStore.STRH_32_ldst_regoff(c, i);
            case A64.LDRH_32_ldst_regoff -> LoadStore.LDRH_32_ldst_regoff(c, i);
            case A64.LDRSH_64_ldst_regoff -> LoadStore.LDRSH_64_ldst_regoff(c, i);
            case A64.LDRSH_32_ldst_regoff -> LoadStore.LDRSH_32_ldst_regoff(c, i);
            case A64.STR_32_ldst_regoff -> LoadStore.STR_32_ldst_regoff(c, i);
            case A64.LDR_32_ldst_regoff -> LoadStore.LDR_32_ldst_regoff(c, i);
            case A64.LDRSW_64_ldst_regoff -> LoadStore.LDRSW_64_ldst_regoff(c, i);
            case A64.STR_64_ldst_regoff -> LoadStore.STR_64_ldst_regoff(c, i);
            case A64.LDR_64_ldst_regoff -> LoadStore.LDR_64_ldst_regoff(c, i);
            case A64.LDR_32_loadlit -> LoadStore.LDR_32_loadlit(c, i);
            case A64.LDR_64_loadlit -> LoadStore.LDR_64_loadlit(c, i);
            case A64.LDRSW_64_loadlit -> LoadStore.LDRSW_64_loadlit(c, i);
            case A64.STTRB_32_ldst_unpriv -> LoadStore.STTRB_32_ldst_unpriv(c, i);
            case A64.LDTRB_32_ldst_unpriv -> LoadStore.LDTRB_32_ldst_unpriv(c, i);
            case A64.LDTRSB_64_ldst_unpriv -> LoadStore.LDTRSB_64_ldst_unpriv(c, i);
            case A64.LDTRSB_32_ldst_unpriv -> LoadStore.LDTRSB_32_ldst_unpriv(c, i);
            case A64.STTRH_32_ldst_unpriv -> LoadStore.STTRH_32_ldst_unpriv(c, i);
            case A64.LDTRH_32_ldst_unpriv -> LoadStore.LDTRH_32_ldst_unpriv(c, i);
            case A64.LDTRSH_64_ldst_unpriv -> LoadStore.LDTRSH_64_ldst_unpriv(c, i);
            case A64.LDTRSH_32_ldst_unpriv -> LoadStore.LDTRSH_32_ldst_unpriv(c, i);
            case A64.STTR_32_ldst_unpriv -> LoadStore.STTR_32_ldst_unpriv(c, i);
            case A64.LDTR_32_ldst_unpriv -> LoadStore.LDTR_32_ldst_unpriv(c, i);
            case A64.LDTRSW_64_ldst_unpriv -> LoadStore.LDTRSW_64_ldst_unpriv(c, i);
            case A64.STTR_64_ldst_unpriv -> LoadStore.STTR_64_ldst_unpriv(c, i);
            case A64.LDTR_64_ldst_unpriv -> LoadStore.LDTR_64_ldst_unpriv(c, i);
            case A64.STP_32_ldstpair_off -> LoadStore.STP_32_ldstpair_off(c, i);
            case A64.LDP_32_ldstpair_off -> LoadStore.LDP_32_ldstpair_off(c, i);
            case A64.LDPSW_64_ldstpair_off -> LoadStore.LDPSW_64_ldstpair_off(c, i);
            case A64.STP_64_ldstpair_off -> LoadStore.STP_64_ldstpair_off(c, i);
            case A64.LDP_64_ldstpair_off -> LoadStore.LDP_64_ldstpair_off(c, i);
            case A64.STP_32_ldstpair_post -> LoadStore.STP_32_ldstpair_post(c, i);
            case A64.LDP_32_ldstpair_post -> LoadStore.LDP_32_ldstpair_post(c, i);
            case A64.LDPSW_64_ldstpair_post -> LoadStore.LDPSW_64_ldstpair_post(c, i);
            case A64.STP_64_ldstpair_post -> LoadStore.STP_64_ldstpair_post(c, i);
            case A64.LDP_64_ldstpair_post -> LoadStore.LDP_64_ldstpair_post(c, i);
            case A64.STP_32_ldstpair_pre -> LoadStore.STP_32_ldstpair_pre(c, i);
            case A64.LDP_32_ldstpair_pre -> LoadStore.LDP_32_ldstpair_pre(c, i);
            case A64.LDPSW_64_ldstpair_pre -> LoadStore.LDPSW_64_ldstpair_pre(c, i);
            case A64.STP_64_ldstpair_pre -> LoadStore.STP_64_ldstpair_pre(c, i);
            case A64.LDP_64_ldstpair_pre -> LoadStore.LDP_64_ldstpair_pre(c, i);
            case A64.STNP_32_ldstnapair_offs -> LoadStore.STNP_32_ldstnapair_offs(c, i);
            case A64.LDNP_32_ldstnapair_offs -> LoadStore.LDNP_32_ldstnapair_offs(c, i);
            case A64.STNP_64_ldstnapair_offs -> LoadStore.STNP_64_ldstnapair_offs(c, i);
            case A64.LDNP_64_ldstnapair_offs -> LoadStore.LDNP_64_ldstnapair_offs(c, i);
            default -> other(row, c, i);
        }
    }

    private static void other(int row, Vcpu c, int i) {
        int kind = A64.kind(row);
        if (kind == A64.HINT || kind == A64.BARRIER || kind == A64.PREFETCH) {
            return;
        }
        if (row < A64.STXRB_SR32_ldstexclr) {
            throw new IllegalStateException("no semantics for " + A64.name(row));
        }
        Atomics.exec(row, c, i);
    }

    /** Loads and stores of one or two SIMD&FP registers. */
    static void simdMemory(int row, Vcpu c, int i) {
        switch (row) {
            case A64.STR_B_ldst_pos -> SimdLoadStore.STR_B_ldst_pos(c, i);
            case A64.LDR_B_ldst_pos -> SimdLoadStore.LDR_B_ldst_pos(c, i);
            case A64.STR_Q_ldst_pos -> SimdLoadStore.STR_Q_ldst_pos(c, i);
            case A64.LDR_Q_ldst_pos -> SimdLoadStore.LDR_Q_ldst_pos(c, i);
            case A64.STR_H_ldst_pos -> SimdLoadStore.STR_H_ldst_pos(c, i);
            case A64.LDR_H_ldst_pos -> SimdLoadStore.LDR_H_ldst_pos(c, i);
            case A64.STR_S_ldst_pos -> SimdLoadStore.STR_S_ldst_pos(c, i);
            case A64.LDR_S_ldst_pos -> SimdLoadStore.LDR_S_ldst_pos(c, i);
            case A64.STR_D_ldst_pos -> SimdLoadStore.STR_D_ldst_pos(c, i);
            case A64.LDR_D_ldst_pos -> SimdLoadStore.LDR_D_ldst_pos(c, i);
            case A64.STUR_B_ldst_unscaled -> SimdLoadStore.STUR_B_ldst_unscaled(c, i);
            case A64.LDUR_B_ldst_unscaled -> SimdLoadStore.LDUR_B_ldst_unscaled(c, i);
            case A64.STUR_Q_ldst_unscaled -> SimdLoadStore.STUR_Q_ldst_unscaled(c, i);
            case A64.LDUR_Q_ldst_unscaled -> SimdLoadStore.LDUR_Q_ldst_unscaled(c, i);
            case A64.STUR_H_ldst_unscaled -> SimdLoadStore.STUR_H_ldst_unscaled(c, i);
            case A64.LDUR_H_ldst_unscaled -> SimdLoadStore.LDUR_H_ldst_unscaled(c, i);
            case A64.STUR_S_ldst_unscaled -> SimdLoadStore.STUR_S_ldst_unscaled(c, i);
            case A64.LDUR_S_ldst_unscaled -> SimdLoadStore.LDUR_S_ldst_unscaled(c, i);
            case A64.STUR_D_ldst_unscaled -> SimdLoadStore.STUR_D_ldst_unscaled(c, i);
            case A64.LDUR_D_ldst_unscaled -> SimdLoadStore.LDUR_D_ldst_unscaled(c, i);
            case A64.STR_B_ldst_immpost -> SimdLoadStore.STR_B_ldst_immpost(c, i);
            case A64.LDR_B_ldst_immpost -> SimdLoadStore.LDR_B_ldst_immpost(c, i);
            case A64.STR_Q_ldst_immpost -> SimdLoadStore.STR_Q_ldst_immpost(c, i);
            case A64.LDR_Q_ldst_immpost -> SimdLoadStore.LDR_Q_ldst_immpost(c, i);
            case A64.STR_H_ldst_immpost -> SimdLoadStore.STR_H_ldst_immpost(c, i);
            case A64.LDR_H_ldst_immpost -> SimdLoadStore.LDR_H_ldst_immpost(c, i);
            case A64.STR_S_ldst_immpost -> SimdLoadStore.STR_S_ldst_immpost(c, i);
            case A64.LDR_S_ldst_immpost -> SimdLoadStore.LDR_S_ldst_immpost(c, i);
            case A64.STR_D_ldst_immpost -> SimdLoadStore.STR_D_ldst_immpost(c, i);
            case A64.LDR_D_ldst_immpost -> SimdLoadStore.LDR_D_ldst_immpost(c, i);
            case A64.STR_B_ldst_immpre -> SimdLoadStore.STR_B_ldst_immpre(c, i);
            case A64.LDR_B_ldst_immpre -> SimdLoadStore.LDR_B_ldst_immpre(c, i);
            case A64.STR_Q_ldst_immpre -> SimdLoadStore.STR_Q_ldst_immpre(c, i);
            case A64.LDR_Q_ldst_immpre -> SimdLoadStore.LDR_Q_ldst_immpre(c, i);
            case A64.STR_H_ldst_immpre -> SimdLoadStore.STR_H_ldst_immpre(c, i);
            case A64.LDR_H_ldst_immpre -> SimdLoadStore.LDR_H_ldst_immpre(c, i);
            case A64.STR_S_ldst_immpre -> SimdLoadStore.STR_S_ldst_immpre(c, i);
            case A64.LDR_S_ldst_immpre -> SimdLoadStore.LDR_S_ldst_immpre(c, i);
            case A64.STR_D_ldst_immpre -> SimdLoadStore.STR_D_ldst_immpre(c, i);
            case A64.LDR_D_ldst_immpre -> SimdLoadStore.LDR_D_ldst_immpre(c, i);
            case A64.STR_B_ldst_regoff -> SimdLoadStore.STR_B_ldst_regoff(c, i);
            case A64.STR_BL_ldst_regoff -> SimdLoadStore.STR_BL_ldst_regoff(c, i);
            case A64.LDR_B_ldst_regoff -> SimdLoadStore.LDR_B_ldst_regoff(c, i);
            case A64.LDR_BL_ldst_regoff -> SimdLoadStore.LDR_BL_ldst_regoff(c, i);
            case A64.STR_Q_ldst_regoff -> SimdLoadStore.STR_Q_ldst_regoff(c, i);
            case A64.LDR_Q_ldst_regoff -> SimdLoadStore.LDR_Q_ldst_regoff(c, i);
            case A64.STR_H_ldst_regoff -> SimdLoadStore.STR_H_ldst_regoff(c, i);
            case A64.LDR_H_ldst_regoff -> SimdLoadStore.LDR_H_ldst_regoff(c, i);
            case A64.STR_S_ldst_regoff -> SimdLoadStore.STR_S_ldst_regoff(c, i);
            case A64.LDR_S_ldst_regoff -> SimdLoadStore.LDR_S_ldst_regoff(c, i);
            case A64.STR_D_ldst_regoff -> SimdLoadStore.STR_D_ldst_regoff(c, i);
            case A64.LDR_D_ldst_regoff -> SimdLoadStore.LDR_D_ldst_regoff(c, i);
            case A64.STP_S_ldstpair_off -> SimdLoadStore.STP_S_ldstpair_off(c, i);
            case A64.LDP_S_ldstpair_off -> SimdLoadStore.LDP_S_ldstpair_off(c, i);
            case A64.STP_D_ldstpair_off -> SimdLoadStore.STP_D_ldstpair_off(c, i);
            case A64.LDP_D_ldstpair_off -> SimdLoadStore.LDP_D_ldstpair_off(c, i);
            case A64.STP_Q_ldstpair_off -> SimdLoadStore.STP_Q_ldstpair_off(c, i);
            case A64.LDP_Q_ldstpair_off -> SimdLoadStore.LDP_Q_ldstpair_off(c, i);
            case A64.STP_S_ldstpair_post -> SimdLoadStore.STP_S_ldstpair_post(c, i);
            case A64.LDP_S_ldstpair_post -> SimdLoadStore.LDP_S_ldstpair_post(c, i);
            case A64.STP_D_ldstpair_post -> SimdLoadStore.STP_D_ldstpair_post(c, i);
            case A64.LDP_D_ldstpair_post -> SimdLoadStore.LDP_D_ldstpair_post(c, i);
            case A64.STP_Q_ldstpair_post -> SimdLoadStore.STP_Q_ldstpair_post(c, i);
            case A64.LDP_Q_ldstpair_post -> SimdLoadStore.LDP_Q_ldstpair_post(c, i);
            case A64.STP_S_ldstpair_pre -> SimdLoadStore.STP_S_ldstpair_pre(c, i);
            case A64.LDP_S_ldstpair_pre -> SimdLoadStore.LDP_S_ldstpair_pre(c, i);
            case A64.STP_D_ldstpair_pre -> SimdLoadStore.STP_D_ldstpair_pre(c, i);
            case A64.LDP_D_ldstpair_pre -> SimdLoadStore.LDP_D_ldstpair_pre(c, i);
            case A64.STP_Q_ldstpair_pre -> SimdLoadStore.STP_Q_ldstpair_pre(c, i);
            case A64.LDP_Q_ldstpair_pre -> SimdLoadStore.LDP_Q_ldstpair_pre(c, i);
            case A64.LDR_S_loadlit -> SimdLoadStore.LDR_S_loadlit(c, i);
            case A64.LDR_D_loadlit -> SimdLoadStore.LDR_D_loadlit(c, i);
            case A64.LDR_Q_loadlit -> SimdLoadStore.LDR_Q_loadlit(c, i);
            case A64.STNP_S_ldstnapair_offs -> SimdLoadStore.STNP_S_ldstnapair_offs(c, i);
            case A64.LDNP_S_ldstnapair_offs -> SimdLoadStore.LDNP_S_ldstnapair_offs(c, i);
            case A64.STNP_D_ldstnapair_offs -> SimdLoadStore.STNP_D_ldstnapair_offs(c, i);
            case A64.LDNP_D_ldstnapair_offs -> SimdLoadStore.LDNP_D_ldstnapair_offs(c, i);
            case A64.STNP_Q_ldstnapair_offs -> SimdLoadStore.STNP_Q_ldstnapair_offs(c, i);
            case A64.LDNP_Q_ldstnapair_offs -> SimdLoadStore.LDNP_Q_ldstnapair_offs(c, i);
            default -> throw new IllegalStateException("no semantics for " + A64.name(row));
        }
    }
}
