package trapline.isa;

/**
 * The integer base but loads and stores: immediates, registers, branches, exceptions, system.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from 1. {@link RowTable} explains the columns.
 */
abstract class IntegerRows {
    // @formatter:off

    // Data processing, immediate: add and subtract
    public static final int ADD_32_addsub_imm    =    1;
    public static final int ADDS_32S_addsub_imm  =    2;
    public static final int SUB_32_addsub_imm    =    3;
    public static final int SUBS_32S_addsub_imm  =    4;
    public static final int ADD_64_addsub_imm    =    5;
    public static final int ADDS_64S_addsub_imm  =    6;
    public static final int SUB_64_addsub_imm    =    7;
    public static final int SUBS_64S_addsub_imm  =    8;

    // Data processing, immediate: logical
    public static final int AND_32_log_imm       =    9;
    public static final int ORR_32_log_imm       =   10;
    public static final int EOR_32_log_imm       =   11;
    public static final int ANDS_32S_log_imm     =   12;
    public static final int AND_64_log_imm       =   13;
    public static final int ORR_64_log_imm       =   14;
    public static final int EOR_64_log_imm       =   15;
    public static final int ANDS_64S_log_imm     =   16;

    // Data processing, immediate: move wide
    public static final int MOVN_32_movewide     =   17;
    public static final int MOVZ_32_movewide     =   18;
    public static final int MOVK_32_movewide     =   19;
    public static final int MOVN_64_movewide     =   20;
    public static final int MOVZ_64_movewide     =   21;
    public static final int MOVK_64_movewide     =   22;

    // Data processing, immediate: bitfield
    public static final int SBFM_32M_bitfield    =   23;
    public static final int BFM_32M_bitfield     =   24;
    public static final int UBFM_32M_bitfield    =   25;
    public static final int SBFM_64M_bitfield    =   26;
    public static final int BFM_64M_bitfield     =   27;
    public static final int UBFM_64M_bitfield    =   28;

    // Data processing, immediate: extract
    public static final int EXTR_32_extract      =   29;
    public static final int EXTR_64_extract      =   30;

    // Data processing, immediate: PC-relative address
    public static final int ADR_only_pcreladdr   =   31;
    public static final int ADRP_only_pcreladdr  =   32;

    // Data processing, register: add and subtract, shifted
    public static final int ADD_32_addsub_shift  =   33;
    public static final int ADDS_32_addsub_shift =   34;
    public static final int SUB_32_addsub_shift  =   35;
    public static final int SUBS_32_addsub_shift =   36;
    public static final int ADD_64_addsub_shift  =   37;
    public static final int ADDS_64_addsub_shift =   38;
    public static final int SUB_64_addsub_shift  =   39;
    public static final int SUBS_64_addsub_shift =   40;

    // Data processing, register: add and subtract, extended
    public static final int ADD_32_addsub_ext    =   41;
    public static final int ADDS_32S_addsub_ext  =   42;
    public static final int SUB_32_addsub_ext    =   43;
    public static final int SUBS_32S_addsub_ext  =   44;
    public static final int ADD_64_addsub_ext    =   45;
    public static final int ADDS_64S_addsub_ext  =   46;
    public static final int SUB_64_addsub_ext    =   47;
    public static final int SUBS_64S_addsub_ext  =   48;

    // Data processing, register: logical, shifted
    public static final int AND_32_log_shift     =   49;
    public static final int BIC_32_log_shift     =   50;
    public static final int ORR_32_log_shift     =   51;
    public static final int ORN_32_log_shift     =   52;
    public static final int EOR_32_log_shift     =   53;
    public static final int EON_32_log_shift     =   54;
    public static final int ANDS_32_log_shift    =   55;
    public static final int BICS_32_log_shift    =   56;
    public static final int AND_64_log_shift     =   57;
    public static final int BIC_64_log_shift     =   58;
    public static final int ORR_64_log_shift     =   59;
    public static final int ORN_64_log_shift     =   60;
    public static final int EOR_64_log_shift     =   61;
    public static final int EON_64_log_shift     =   62;
    public static final int ANDS_64_log_shift    =   63;
    public static final int BICS_64_log_shift    =   64;

    // Data processing, register: add and subtract with carry
    public static final int ADC_32_addsub_carry  =   65;
    public static final int ADCS_32_addsub_carry =   66;
    public static final int SBC_32_addsub_carry  =   67;
    public static final int SBCS_32_addsub_carry =   68;
    public static final int ADC_64_addsub_carry  =   69;
    public static final int ADCS_64_addsub_carry =   70;
    public static final int SBC_64_addsub_carry  =   71;
    public static final int SBCS_64_addsub_carry =   72;

    // Data processing, register: conditional compare, immediate
    public static final int CCMN_32_condcmp_imm  =   73;
    public static final int CCMP_32_condcmp_imm  =   74;
    public static final int CCMN_64_condcmp_imm  =   75;
    public static final int CCMP_64_condcmp_imm  =   76;

    // Data processing, register: conditional compare, register
    public static final int CCMN_32_condcmp_reg  =   77;
    public static final int CCMP_32_condcmp_reg  =   78;
    public static final int CCMN_64_condcmp_reg  =   79;
    public static final int CCMP_64_condcmp_reg  =   80;

    // Data processing, register: conditional select
    public static final int CSEL_32_condsel      =   81;
    public static final int CSINC_32_condsel     =   82;
    public static final int CSINV_32_condsel     =   83;
    public static final int CSNEG_32_condsel     =   84;
    public static final int CSEL_64_condsel      =   85;
    public static final int CSINC_64_condsel     =   86;
    public static final int CSINV_64_condsel     =   87;
    public static final int CSNEG_64_condsel     =   88;

    // Data processing, register: one source
    public static final int RBIT_32_dp_1src      =   89;
    public static final int REV16_32_dp_1src     =   90;
    public static final int REV_32_dp_1src       =   91;
    public static final int CLZ_32_dp_1src       =   92;
    public static final int CLS_32_dp_1src       =   93;
    public static final int RBIT_64_dp_1src      =   94;
    public static final int REV16_64_dp_1src     =   95;
    public static final int REV32_64_dp_1src     =   96;
    public static final int REV_64_dp_1src       =   97;
    public static final int CLZ_64_dp_1src       =   98;
    public static final int CLS_64_dp_1src       =   99;

    // Data processing, register: two sources
    public static final int UDIV_32_dp_2src      =  100;
    public static final int SDIV_32_dp_2src      =  101;
    public static final int LSLV_32_dp_2src      =  102;
    public static final int LSRV_32_dp_2src      =  103;
    public static final int ASRV_32_dp_2src      =  104;
    public static final int RORV_32_dp_2src      =  105;
    public static final int CRC32B_32C_dp_2src   =  106;
    public static final int CRC32H_32C_dp_2src   =  107;
    public static final int CRC32W_32C_dp_2src   =  108;
    public static final int CRC32CB_32C_dp_2src  =  109;
    public static final int CRC32CH_32C_dp_2src  =  110;
    public static final int CRC32CW_32C_dp_2src  =  111;
    public static final int UDIV_64_dp_2src      =  112;
    public static final int SDIV_64_dp_2src      =  113;
    public static final int LSLV_64_dp_2src      =  114;
    public static final int LSRV_64_dp_2src      =  115;
    public static final int ASRV_64_dp_2src      =  116;
    public static final int RORV_64_dp_2src      =  117;
    public static final int CRC32X_64C_dp_2src   =  118;
    public static final int CRC32CX_64C_dp_2src  =  119;

    // Data processing, register: three sources
    public static final int MADD_32A_dp_3src     =  120;
    public static final int MSUB_32A_dp_3src     =  121;
    public static final int MADD_64A_dp_3src     =  122;
    public static final int MSUB_64A_dp_3src     =  123;
    public static final int SMADDL_64WA_dp_3src  =  124;
    public static final int SMSUBL_64WA_dp_3src  =  125;
    public static final int SMULH_64_dp_3src     =  126;
    public static final int UMADDL_64WA_dp_3src  =  127;
    public static final int UMSUBL_64WA_dp_3src  =  128;
    public static final int UMULH_64_dp_3src     =  129;

    // Branches: conditional
    public static final int B_only_condbranch    =  130;

    // Branches: immediate
    public static final int B_only_branch_imm    =  131;
    public static final int BL_only_branch_imm   =  132;

    // Branches: compare
    public static final int CBZ_32_compbranch    =  133;
    public static final int CBNZ_32_compbranch   =  134;
    public static final int CBZ_64_compbranch    =  135;
    public static final int CBNZ_64_compbranch   =  136;

    // Branches: test bit
    public static final int TBZ_only_testbranch  =  137;
    public static final int TBNZ_only_testbranch =  138;

    // Branches: register
    public static final int BR_64_branch_reg     =  139;
    public static final int BLR_64_branch_reg    =  140;
    public static final int RET_64R_branch_reg   =  141;
    public static final int ERET_64E_branch_reg  =  142;
    public static final int DRPS_64E_branch_reg  =  143;

    // Exception generation
    public static final int SVC_EX_exception     =  144;
    public static final int HVC_EX_exception     =  145;
    public static final int SMC_EX_exception     =  146;
    public static final int BRK_EX_exception     =  147;
    public static final int HLT_EX_exception     =  148;
    public static final int DCPS1_DC_exception   =  149;
    public static final int DCPS2_DC_exception   =  150;
    public static final int DCPS3_DC_exception   =  151;

    // Hints
    public static final int NOP_HI_hints         =  152;
    public static final int YIELD_HI_hints       =  153;
    public static final int WFE_HI_hints         =  154;
    public static final int WFI_HI_hints         =  155;
    public static final int SEV_HI_hints         =  156;
    public static final int SEVL_HI_hints        =  157;
    public static final int ESB_HI_hints         =  158;
    public static final int CSDB_HI_hints        =  159;
    public static final int HINT_HM_hints        =  160;

    // Barriers
    public static final int CLREX_BN_barriers    =  161;
    public static final int DSB_BO_barriers      =  162;
    public static final int DMB_BO_barriers      =  163;
    public static final int ISB_BI_barriers      =  164;

    // PSTATE
    public static final int MSR_SI_pstate        =  165;

    // System instructions
    public static final int SYS_CR_systeminstrs  =  166;
    public static final int SYSL_RC_systeminstrs =  167;

    // System register moves
    public static final int MSR_SR_systemmove    =  168;
    public static final int MRS_RS_systemmove    =  169;

    // Permanently undefined
    public static final int UDF_only_perm_undef  =  170;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_INTEGER =
            """
            # Data processing, immediate: add and subtract
            ADD_32_addsub_imm    000100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>D
            ADDS_32S_addsub_imm  001100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>dF
            SUB_32_addsub_imm    010100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>D
            SUBS_32S_addsub_imm  011100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>dF
            ADD_64_addsub_imm    100100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>D
            ADDS_64S_addsub_imm  101100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>dF
            SUB_64_addsub_imm    110100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>D
            SUBS_64S_addsub_imm  111100010xiiiiiiiiiiiinnnnnddddd -         -       ALU  N>dF
            # Data processing, immediate: logical
            AND_32_log_imm       0001001000rrrrrrjjjjjjnnnnnddddd LOGIC32   -       ALU  n>D
            ORR_32_log_imm       0011001000rrrrrrjjjjjjnnnnnddddd LOGIC32   -       ALU  n>D
            EOR_32_log_imm       0101001000rrrrrrjjjjjjnnnnnddddd LOGIC32   -       ALU  n>D
            ANDS_32S_log_imm     0111001000rrrrrrjjjjjjnnnnnddddd LOGIC32   -       ALU  n>dF
            AND_64_log_imm       100100100Nrrrrrrjjjjjjnnnnnddddd LOGIC64   -       ALU  n>D
            ORR_64_log_imm       101100100Nrrrrrrjjjjjjnnnnnddddd LOGIC64   -       ALU  n>D
            EOR_64_log_imm       110100100Nrrrrrrjjjjjjnnnnnddddd LOGIC64   -       ALU  n>D
            ANDS_64S_log_imm     111100100Nrrrrrrjjjjjjnnnnnddddd LOGIC64   -       ALU  n>dF
            # Data processing, immediate: move wide
            MOVN_32_movewide     0001001010xiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            MOVZ_32_movewide     0101001010xiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            MOVK_32_movewide     0111001010xiiiiiiiiiiiiiiiiddddd -         -       ALU  d>d
            MOVN_64_movewide     100100101xxiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            MOVZ_64_movewide     110100101xxiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            MOVK_64_movewide     111100101xxiiiiiiiiiiiiiiiiddddd -         -       ALU  d>d
            # Data processing, immediate: bitfield
            SBFM_32M_bitfield    0001001100rrrrrrjjjjjjnnnnnddddd FIELD32   -       ALU  n>d
            BFM_32M_bitfield     0011001100rrrrrrjjjjjjnnnnnddddd FIELD32   -       ALU  nd>d
            UBFM_32M_bitfield    0101001100rrrrrrjjjjjjnnnnnddddd FIELD32   -       ALU  n>d
            SBFM_64M_bitfield    1001001101rrrrrrjjjjjjnnnnnddddd -         -       ALU  n>d
            BFM_64M_bitfield     1011001101rrrrrrjjjjjjnnnnnddddd -         -       ALU  nd>d
            UBFM_64M_bitfield    1101001101rrrrrrjjjjjjnnnnnddddd -         -       ALU  n>d
            # Data processing, immediate: extract
            EXTR_32_extract      00010011100mmmmm0jjjjjnnnnnddddd -         -       ALU  nm>d
            EXTR_64_extract      10010011110mmmmmjjjjjjnnnnnddddd -         -       ALU  nm>d
            # Data processing, immediate: PC-relative address
            ADR_only_pcreladdr   0ii10000iiiiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            ADRP_only_pcreladdr  1ii10000iiiiiiiiiiiiiiiiiiiddddd -         -       ALU  >d
            # Data processing, register: add and subtract, shifted
            ADD_32_addsub_shift  00001011xx0mmmmmiiiiiinnnnnddddd ARITH32   -       ALU  nm>d
            ADDS_32_addsub_shift 00101011xx0mmmmmiiiiiinnnnnddddd ARITH32   -       ALU  nm>dF
            SUB_32_addsub_shift  01001011xx0mmmmmiiiiiinnnnnddddd ARITH32   -       ALU  nm>d
            SUBS_32_addsub_shift 01101011xx0mmmmmiiiiiinnnnnddddd ARITH32   -       ALU  nm>dF
            ADD_64_addsub_shift  10001011xx0mmmmmiiiiiinnnnnddddd SIZE3     -       ALU  nm>d
            ADDS_64_addsub_shift 10101011xx0mmmmmiiiiiinnnnnddddd SIZE3     -       ALU  nm>dF
            SUB_64_addsub_shift  11001011xx0mmmmmiiiiiinnnnnddddd SIZE3     -       ALU  nm>d
            SUBS_64_addsub_shift 11101011xx0mmmmmiiiiiinnnnnddddd SIZE3     -       ALU  nm>dF
            # Data processing, register: add and subtract, extended
            ADD_32_addsub_ext    00001011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>D
            ADDS_32S_addsub_ext  00101011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>dF
            SUB_32_addsub_ext    01001011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>D
            SUBS_32S_addsub_ext  01101011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>dF
            ADD_64_addsub_ext    10001011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>D
            ADDS_64S_addsub_ext  10101011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>dF
            SUB_64_addsub_ext    11001011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>D
            SUBS_64S_addsub_ext  11101011001mmmmmoooiiinnnnnddddd EXTEND5   -       ALU  Nm>dF
            # Data processing, register: logical, shifted
            AND_32_log_shift     00001010xx0mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            BIC_32_log_shift     00001010xx1mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            ORR_32_log_shift     00101010xx0mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            ORN_32_log_shift     00101010xx1mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            EOR_32_log_shift     01001010xx0mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            EON_32_log_shift     01001010xx1mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>d
            ANDS_32_log_shift    01101010xx0mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>dF
            BICS_32_log_shift    01101010xx1mmmmmiiiiiinnnnnddddd BIT15     -       ALU  nm>dF
            AND_64_log_shift     10001010xx0mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            BIC_64_log_shift     10001010xx1mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            ORR_64_log_shift     10101010xx0mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            ORN_64_log_shift     10101010xx1mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            EOR_64_log_shift     11001010xx0mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            EON_64_log_shift     11001010xx1mmmmmiiiiiinnnnnddddd -         -       ALU  nm>d
            ANDS_64_log_shift    11101010xx0mmmmmiiiiiinnnnnddddd -         -       ALU  nm>dF
            BICS_64_log_shift    11101010xx1mmmmmiiiiiinnnnnddddd -         -       ALU  nm>dF
            # Data processing, register: add and subtract with carry
            ADC_32_addsub_carry  00011010000mmmmm000000nnnnnddddd -         -       ALU  nmF>d
            ADCS_32_addsub_carry 00111010000mmmmm000000nnnnnddddd -         -       ALU  nmF>dF
            SBC_32_addsub_carry  01011010000mmmmm000000nnnnnddddd -         -       ALU  nmF>d
            SBCS_32_addsub_carry 01111010000mmmmm000000nnnnnddddd -         -       ALU  nmF>dF
            ADC_64_addsub_carry  10011010000mmmmm000000nnnnnddddd -         -       ALU  nmF>d
            ADCS_64_addsub_carry 10111010000mmmmm000000nnnnnddddd -         -       ALU  nmF>dF
            SBC_64_addsub_carry  11011010000mmmmm000000nnnnnddddd -         -       ALU  nmF>d
            SBCS_64_addsub_carry 11111010000mmmmm000000nnnnnddddd -         -       ALU  nmF>dF
            # Data processing, register: conditional compare, immediate
            CCMN_32_condcmp_imm  00111010010iiiiicccc10nnnnn0vvvv -         -       ALU  nF>F
            CCMP_32_condcmp_imm  01111010010iiiiicccc10nnnnn0vvvv -         -       ALU  nF>F
            CCMN_64_condcmp_imm  10111010010iiiiicccc10nnnnn0vvvv -         -       ALU  nF>F
            CCMP_64_condcmp_imm  11111010010iiiiicccc10nnnnn0vvvv -         -       ALU  nF>F
            # Data processing, register: conditional compare, register
            CCMN_32_condcmp_reg  00111010010mmmmmcccc00nnnnn0vvvv -         -       ALU  nmF>F
            CCMP_32_condcmp_reg  01111010010mmmmmcccc00nnnnn0vvvv -         -       ALU  nmF>F
            CCMN_64_condcmp_reg  10111010010mmmmmcccc00nnnnn0vvvv -         -       ALU  nmF>F
            CCMP_64_condcmp_reg  11111010010mmmmmcccc00nnnnn0vvvv -         -       ALU  nmF>F
            # Data processing, register: conditional select
            CSEL_32_condsel      00011010100mmmmmcccc00nnnnnddddd -         -       ALU  nmF>d
            CSINC_32_condsel     00011010100mmmmmcccc01nnnnnddddd -         -       ALU  nmF>d
            CSINV_32_condsel     01011010100mmmmmcccc00nnnnnddddd -         -       ALU  nmF>d
            CSNEG_32_condsel     01011010100mmmmmcccc01nnnnnddddd -         -       ALU  nmF>d
            CSEL_64_condsel      10011010100mmmmmcccc00nnnnnddddd -         -       ALU  nmF>d
            CSINC_64_condsel     10011010100mmmmmcccc01nnnnnddddd -         -       ALU  nmF>d
            CSINV_64_condsel     11011010100mmmmmcccc00nnnnnddddd -         -       ALU  nmF>d
            CSNEG_64_condsel     11011010100mmmmmcccc01nnnnnddddd -         -       ALU  nmF>d
            # Data processing, register: one source
            RBIT_32_dp_1src      0101101011000000000000nnnnnddddd -         -       ALU  n>d
            REV16_32_dp_1src     0101101011000000000001nnnnnddddd -         -       ALU  n>d
            REV_32_dp_1src       0101101011000000000010nnnnnddddd -         -       ALU  n>d
            CLZ_32_dp_1src       0101101011000000000100nnnnnddddd -         -       ALU  n>d
            CLS_32_dp_1src       0101101011000000000101nnnnnddddd -         -       ALU  n>d
            RBIT_64_dp_1src      1101101011000000000000nnnnnddddd -         -       ALU  n>d
            REV16_64_dp_1src     1101101011000000000001nnnnnddddd -         -       ALU  n>d
            REV32_64_dp_1src     1101101011000000000010nnnnnddddd -         -       ALU  n>d
            REV_64_dp_1src       1101101011000000000011nnnnnddddd -         -       ALU  n>d
            CLZ_64_dp_1src       1101101011000000000100nnnnnddddd -         -       ALU  n>d
            CLS_64_dp_1src       1101101011000000000101nnnnnddddd -         -       ALU  n>d
            # Data processing, register: two sources
            UDIV_32_dp_2src      00011010110mmmmm000010nnnnnddddd -         -       ALU  nm>d
            SDIV_32_dp_2src      00011010110mmmmm000011nnnnnddddd -         -       ALU  nm>d
            LSLV_32_dp_2src      00011010110mmmmm001000nnnnnddddd -         -       ALU  nm>d
            LSRV_32_dp_2src      00011010110mmmmm001001nnnnnddddd -         -       ALU  nm>d
            ASRV_32_dp_2src      00011010110mmmmm001010nnnnnddddd -         -       ALU  nm>d
            RORV_32_dp_2src      00011010110mmmmm001011nnnnnddddd -         -       ALU  nm>d
            CRC32B_32C_dp_2src   00011010110mmmmm010000nnnnnddddd -         CRC32   ALU  nm>d
            CRC32H_32C_dp_2src   00011010110mmmmm010001nnnnnddddd -         CRC32   ALU  nm>d
            CRC32W_32C_dp_2src   00011010110mmmmm010010nnnnnddddd -         CRC32   ALU  nm>d
            CRC32CB_32C_dp_2src  00011010110mmmmm010100nnnnnddddd -         CRC32   ALU  nm>d
            CRC32CH_32C_dp_2src  00011010110mmmmm010101nnnnnddddd -         CRC32   ALU  nm>d
            CRC32CW_32C_dp_2src  00011010110mmmmm010110nnnnnddddd -         CRC32   ALU  nm>d
            UDIV_64_dp_2src      10011010110mmmmm000010nnnnnddddd -         -       ALU  nm>d
            SDIV_64_dp_2src      10011010110mmmmm000011nnnnnddddd -         -       ALU  nm>d
            LSLV_64_dp_2src      10011010110mmmmm001000nnnnnddddd -         -       ALU  nm>d
            LSRV_64_dp_2src      10011010110mmmmm001001nnnnnddddd -         -       ALU  nm>d
            ASRV_64_dp_2src      10011010110mmmmm001010nnnnnddddd -         -       ALU  nm>d
            RORV_64_dp_2src      10011010110mmmmm001011nnnnnddddd -         -       ALU  nm>d
            CRC32X_64C_dp_2src   10011010110mmmmm010011nnnnnddddd -         CRC32   ALU  nm>d
            CRC32CX_64C_dp_2src  10011010110mmmmm010111nnnnnddddd -         CRC32   ALU  nm>d
            # Data processing, register: three sources
            MADD_32A_dp_3src     00011011000mmmmm0aaaaannnnnddddd -         -       ALU  nma>d
            MSUB_32A_dp_3src     00011011000mmmmm1aaaaannnnnddddd -         -       ALU  nma>d
            MADD_64A_dp_3src     10011011000mmmmm0aaaaannnnnddddd -         -       ALU  nma>d
            MSUB_64A_dp_3src     10011011000mmmmm1aaaaannnnnddddd -         -       ALU  nma>d
            SMADDL_64WA_dp_3src  10011011001mmmmm0aaaaannnnnddddd -         -       ALU  nma>d
            SMSUBL_64WA_dp_3src  10011011001mmmmm1aaaaannnnnddddd -         -       ALU  nma>d
            SMULH_64_dp_3src     10011011010mmmmm0-----nnnnnddddd -         -       ALU  nm>d
            UMADDL_64WA_dp_3src  10011011101mmmmm0aaaaannnnnddddd -         -       ALU  nma>d
            UMSUBL_64WA_dp_3src  10011011101mmmmm1aaaaannnnnddddd -         -       ALU  nma>d
            UMULH_64_dp_3src     10011011110mmmmm0-----nnnnnddddd -         -       ALU  nm>d
            # Branches: conditional
            B_only_condbranch    01010100iiiiiiiiiiiiiiiiiii0cccc -         -       BC   F>
            # Branches: immediate
            B_only_branch_imm    000101iiiiiiiiiiiiiiiiiiiiiiiiii -         -       B    -
            BL_only_branch_imm   100101iiiiiiiiiiiiiiiiiiiiiiiiii -         -       BL   >l
            # Branches: compare
            CBZ_32_compbranch    00110100iiiiiiiiiiiiiiiiiiittttt -         -       BC   t>
            CBNZ_32_compbranch   00110101iiiiiiiiiiiiiiiiiiittttt -         -       BC   t>
            CBZ_64_compbranch    10110100iiiiiiiiiiiiiiiiiiittttt -         -       BC   t>
            CBNZ_64_compbranch   10110101iiiiiiiiiiiiiiiiiiittttt -         -       BC   t>
            # Branches: test bit
            TBZ_only_testbranch  b0110110bbbbbiiiiiiiiiiiiiittttt -         -       BC   t>
            TBNZ_only_testbranch b0110111bbbbbiiiiiiiiiiiiiittttt -         -       BC   t>
            # Branches: register
            BR_64_branch_reg     1101011000011111000000nnnnn00000 -         -       BR   n>
            BLR_64_branch_reg    1101011000111111000000nnnnn00000 -         -       BLR  n>l
            RET_64R_branch_reg   1101011001011111000000nnnnn00000 -         -       RET  n>
            ERET_64E_branch_reg  11010110100111110000001111100000 -         -       EXC  -
            DRPS_64E_branch_reg  11010110101111110000001111100000 -         -       EXC  -
            # Exception generation
            SVC_EX_exception     11010100000iiiiiiiiiiiiiiii00001 -         -       EXC  -
            HVC_EX_exception     11010100000iiiiiiiiiiiiiiii00010 -         -       EXC  -
            SMC_EX_exception     11010100000iiiiiiiiiiiiiiii00011 -         -       EXC  -
            BRK_EX_exception     11010100001iiiiiiiiiiiiiiii00000 -         -       EXC  -
            HLT_EX_exception     11010100010iiiiiiiiiiiiiiii00000 -         -       EXC  -
            DCPS1_DC_exception   11010100101iiiiiiiiiiiiiiii00001 -         -       EXC  -
            DCPS2_DC_exception   11010100101iiiiiiiiiiiiiiii00010 -         -       EXC  -
            DCPS3_DC_exception   11010100101iiiiiiiiiiiiiiii00011 -         -       EXC  -
            # Hints
            NOP_HI_hints         11010101000000110010000000011111 -         -       HINT -
            YIELD_HI_hints       11010101000000110010000000111111 -         -       HINT -
            WFE_HI_hints         11010101000000110010000001011111 -         -       SYS  -
            WFI_HI_hints         11010101000000110010000001111111 -         -       SYS  -
            SEV_HI_hints         11010101000000110010000010011111 -         -       SYS  -
            SEVL_HI_hints        11010101000000110010000010111111 -         -       SYS  -
            ESB_HI_hints         11010101000000110010001000011111 -         RAS     SYS  -
            CSDB_HI_hints        11010101000000110010001010011111 -         -       HINT -
            HINT_HM_hints        11010101000000110010RRRRqqq11111 -         -       HINT -
            # Barriers
            CLREX_BN_barriers    11010101000000110011RRRR01011111 -         -       SYS  -
            DSB_BO_barriers      11010101000000110011RRRR10011111 -         -       BAR  -
            DMB_BO_barriers      11010101000000110011RRRR10111111 -         -       BAR  -
            ISB_BI_barriers      11010101000000110011RRRR11011111 -         -       BAR  -
            # PSTATE
            MSR_SI_pstate        1101010100000ppp0100RRRRqqq11111 FLAGS     -       SYS  -
            # System instructions
            SYS_CR_systeminstrs  1101010100001pppCCCCRRRRqqqttttt -         -       SYS  t>
            SYSL_RC_systeminstrs 1101010100101pppCCCCRRRRqqqttttt -         -       SYS  >t
            # System register moves
            MSR_SR_systemmove    110101010001OpppCCCCRRRRqqqttttt -         -       SYS  t>
            MRS_RS_systemmove    110101010011OpppCCCCRRRRqqqttttt -         -       SYS  >t
            # Permanently undefined
            UDF_only_perm_undef  0000000000000000iiiiiiiiiiiiiiii -         -       EXC  -
            """;
    // @formatter:on

    IntegerRows() {}
}
