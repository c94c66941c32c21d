package trapline.isa;

/**
 * Scalar floating point: loads and stores of one register or a pair, arithmetic, conversions.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from the end of {@link MemoryRows}. {@link RowTable} explains the columns.
 */
abstract class FpRows extends MemoryRows {
    // @formatter:off

    // FP loads and stores: unsigned immediate
    public static final int STR_B_ldst_pos         =  492;
    public static final int LDR_B_ldst_pos         =  493;
    public static final int STR_Q_ldst_pos         =  494;
    public static final int LDR_Q_ldst_pos         =  495;
    public static final int STR_H_ldst_pos         =  496;
    public static final int LDR_H_ldst_pos         =  497;
    public static final int STR_S_ldst_pos         =  498;
    public static final int LDR_S_ldst_pos         =  499;
    public static final int STR_D_ldst_pos         =  500;
    public static final int LDR_D_ldst_pos         =  501;

    // FP loads and stores: unscaled immediate
    public static final int STUR_B_ldst_unscaled   =  502;
    public static final int LDUR_B_ldst_unscaled   =  503;
    public static final int STUR_Q_ldst_unscaled   =  504;
    public static final int LDUR_Q_ldst_unscaled   =  505;
    public static final int STUR_H_ldst_unscaled   =  506;
    public static final int LDUR_H_ldst_unscaled   =  507;
    public static final int STUR_S_ldst_unscaled   =  508;
    public static final int LDUR_S_ldst_unscaled   =  509;
    public static final int STUR_D_ldst_unscaled   =  510;
    public static final int LDUR_D_ldst_unscaled   =  511;

    // FP loads and stores: immediate, post-indexed
    public static final int STR_B_ldst_immpost     =  512;
    public static final int LDR_B_ldst_immpost     =  513;
    public static final int STR_Q_ldst_immpost     =  514;
    public static final int LDR_Q_ldst_immpost     =  515;
    public static final int STR_H_ldst_immpost     =  516;
    public static final int LDR_H_ldst_immpost     =  517;
    public static final int STR_S_ldst_immpost     =  518;
    public static final int LDR_S_ldst_immpost     =  519;
    public static final int STR_D_ldst_immpost     =  520;
    public static final int LDR_D_ldst_immpost     =  521;

    // FP loads and stores: immediate, pre-indexed
    public static final int STR_B_ldst_immpre      =  522;
    public static final int LDR_B_ldst_immpre      =  523;
    public static final int STR_Q_ldst_immpre      =  524;
    public static final int LDR_Q_ldst_immpre      =  525;
    public static final int STR_H_ldst_immpre      =  526;
    public static final int LDR_H_ldst_immpre      =  527;
    public static final int STR_S_ldst_immpre      =  528;
    public static final int LDR_S_ldst_immpre      =  529;
    public static final int STR_D_ldst_immpre      =  530;
    public static final int LDR_D_ldst_immpre      =  531;

    // FP loads and stores: register offset
    public static final int STR_B_ldst_regoff      =  532;
    public static final int STR_BL_ldst_regoff     =  533;
    public static final int LDR_B_ldst_regoff      =  534;
    public static final int LDR_BL_ldst_regoff     =  535;
    public static final int STR_Q_ldst_regoff      =  536;
    public static final int LDR_Q_ldst_regoff      =  537;
    public static final int STR_H_ldst_regoff      =  538;
    public static final int LDR_H_ldst_regoff      =  539;
    public static final int STR_S_ldst_regoff      =  540;
    public static final int LDR_S_ldst_regoff      =  541;
    public static final int STR_D_ldst_regoff      =  542;
    public static final int LDR_D_ldst_regoff      =  543;

    // FP loads and stores: pair, offset
    public static final int STP_S_ldstpair_off     =  544;
    public static final int LDP_S_ldstpair_off     =  545;
    public static final int STP_D_ldstpair_off     =  546;
    public static final int LDP_D_ldstpair_off     =  547;
    public static final int STP_Q_ldstpair_off     =  548;
    public static final int LDP_Q_ldstpair_off     =  549;

    // FP loads and stores: pair, post-indexed
    public static final int STP_S_ldstpair_post    =  550;
    public static final int LDP_S_ldstpair_post    =  551;
    public static final int STP_D_ldstpair_post    =  552;
    public static final int LDP_D_ldstpair_post    =  553;
    public static final int STP_Q_ldstpair_post    =  554;
    public static final int LDP_Q_ldstpair_post    =  555;

    // FP loads and stores: pair, pre-indexed
    public static final int STP_S_ldstpair_pre     =  556;
    public static final int LDP_S_ldstpair_pre     =  557;
    public static final int STP_D_ldstpair_pre     =  558;
    public static final int LDP_D_ldstpair_pre     =  559;
    public static final int STP_Q_ldstpair_pre     =  560;
    public static final int LDP_Q_ldstpair_pre     =  561;

    // FP loads and stores: literal
    public static final int LDR_S_loadlit          =  562;
    public static final int LDR_D_loadlit          =  563;
    public static final int LDR_Q_loadlit          =  564;

    // FP loads and stores: no-allocate pair
    public static final int STNP_S_ldstnapair_offs =  565;
    public static final int LDNP_S_ldstnapair_offs =  566;
    public static final int STNP_D_ldstnapair_offs =  567;
    public static final int LDNP_D_ldstnapair_offs =  568;
    public static final int STNP_Q_ldstnapair_offs =  569;
    public static final int LDNP_Q_ldstnapair_offs =  570;

    // FP: one source
    public static final int FMOV_S_floatdp1        =  571;
    public static final int FABS_S_floatdp1        =  572;
    public static final int FNEG_S_floatdp1        =  573;
    public static final int FSQRT_S_floatdp1       =  574;
    public static final int FCVT_DS_floatdp1       =  575;
    public static final int FCVT_HS_floatdp1       =  576;
    public static final int FRINTN_S_floatdp1      =  577;
    public static final int FRINTP_S_floatdp1      =  578;
    public static final int FRINTM_S_floatdp1      =  579;
    public static final int FRINTZ_S_floatdp1      =  580;
    public static final int FRINTA_S_floatdp1      =  581;
    public static final int FRINTX_S_floatdp1      =  582;
    public static final int FRINTI_S_floatdp1      =  583;
    public static final int FMOV_D_floatdp1        =  584;
    public static final int FABS_D_floatdp1        =  585;
    public static final int FNEG_D_floatdp1        =  586;
    public static final int FSQRT_D_floatdp1       =  587;
    public static final int FCVT_SD_floatdp1       =  588;
    public static final int FCVT_HD_floatdp1       =  589;
    public static final int FRINTN_D_floatdp1      =  590;
    public static final int FRINTP_D_floatdp1      =  591;
    public static final int FRINTM_D_floatdp1      =  592;
    public static final int FRINTZ_D_floatdp1      =  593;
    public static final int FRINTA_D_floatdp1      =  594;
    public static final int FRINTX_D_floatdp1      =  595;
    public static final int FRINTI_D_floatdp1      =  596;
    public static final int FCVT_SH_floatdp1       =  597;
    public static final int FCVT_DH_floatdp1       =  598;

    // FP: two sources
    public static final int FMUL_S_floatdp2        =  599;
    public static final int FDIV_S_floatdp2        =  600;
    public static final int FADD_S_floatdp2        =  601;
    public static final int FSUB_S_floatdp2        =  602;
    public static final int FMAX_S_floatdp2        =  603;
    public static final int FMIN_S_floatdp2        =  604;
    public static final int FMAXNM_S_floatdp2      =  605;
    public static final int FMINNM_S_floatdp2      =  606;
    public static final int FNMUL_S_floatdp2       =  607;
    public static final int FMUL_D_floatdp2        =  608;
    public static final int FDIV_D_floatdp2        =  609;
    public static final int FADD_D_floatdp2        =  610;
    public static final int FSUB_D_floatdp2        =  611;
    public static final int FMAX_D_floatdp2        =  612;
    public static final int FMIN_D_floatdp2        =  613;
    public static final int FMAXNM_D_floatdp2      =  614;
    public static final int FMINNM_D_floatdp2      =  615;
    public static final int FNMUL_D_floatdp2       =  616;

    // FP: three sources
    public static final int FMADD_S_floatdp3       =  617;
    public static final int FMSUB_S_floatdp3       =  618;
    public static final int FNMADD_S_floatdp3      =  619;
    public static final int FNMSUB_S_floatdp3      =  620;
    public static final int FMADD_D_floatdp3       =  621;
    public static final int FMSUB_D_floatdp3       =  622;
    public static final int FNMADD_D_floatdp3      =  623;
    public static final int FNMSUB_D_floatdp3      =  624;

    // FP: compare
    public static final int FCMP_S_floatcmp        =  625;
    public static final int FCMP_SZ_floatcmp       =  626;
    public static final int FCMPE_S_floatcmp       =  627;
    public static final int FCMPE_SZ_floatcmp      =  628;
    public static final int FCMP_D_floatcmp        =  629;
    public static final int FCMP_DZ_floatcmp       =  630;
    public static final int FCMPE_D_floatcmp       =  631;
    public static final int FCMPE_DZ_floatcmp      =  632;

    // FP: conditional compare
    public static final int FCCMP_S_floatccmp      =  633;
    public static final int FCCMPE_S_floatccmp     =  634;
    public static final int FCCMP_D_floatccmp      =  635;
    public static final int FCCMPE_D_floatccmp     =  636;

    // FP: conditional select
    public static final int FCSEL_S_floatsel       =  637;
    public static final int FCSEL_D_floatsel       =  638;

    // FP: immediate
    public static final int FMOV_S_floatimm        =  639;
    public static final int FMOV_D_floatimm        =  640;

    // FP: to and from integer
    public static final int FCVTNS_32S_float2int   =  641;
    public static final int FCVTNU_32S_float2int   =  642;
    public static final int SCVTF_S32_float2int    =  643;
    public static final int UCVTF_S32_float2int    =  644;
    public static final int FCVTAS_32S_float2int   =  645;
    public static final int FCVTAU_32S_float2int   =  646;
    public static final int FMOV_32S_float2int     =  647;
    public static final int FMOV_S32_float2int     =  648;
    public static final int FCVTPS_32S_float2int   =  649;
    public static final int FCVTPU_32S_float2int   =  650;
    public static final int FCVTMS_32S_float2int   =  651;
    public static final int FCVTMU_32S_float2int   =  652;
    public static final int FCVTZS_32S_float2int   =  653;
    public static final int FCVTZU_32S_float2int   =  654;
    public static final int FCVTNS_32D_float2int   =  655;
    public static final int FCVTNU_32D_float2int   =  656;
    public static final int SCVTF_D32_float2int    =  657;
    public static final int UCVTF_D32_float2int    =  658;
    public static final int FCVTAS_32D_float2int   =  659;
    public static final int FCVTAU_32D_float2int   =  660;
    public static final int FCVTPS_32D_float2int   =  661;
    public static final int FCVTPU_32D_float2int   =  662;
    public static final int FCVTMS_32D_float2int   =  663;
    public static final int FCVTMU_32D_float2int   =  664;
    public static final int FCVTZS_32D_float2int   =  665;
    public static final int FCVTZU_32D_float2int   =  666;
    public static final int FCVTNS_64S_float2int   =  667;
    public static final int FCVTNU_64S_float2int   =  668;
    public static final int SCVTF_S64_float2int    =  669;
    public static final int UCVTF_S64_float2int    =  670;
    public static final int FCVTAS_64S_float2int   =  671;
    public static final int FCVTAU_64S_float2int   =  672;
    public static final int FCVTPS_64S_float2int   =  673;
    public static final int FCVTPU_64S_float2int   =  674;
    public static final int FCVTMS_64S_float2int   =  675;
    public static final int FCVTMU_64S_float2int   =  676;
    public static final int FCVTZS_64S_float2int   =  677;
    public static final int FCVTZU_64S_float2int   =  678;
    public static final int FCVTNS_64D_float2int   =  679;
    public static final int FCVTNU_64D_float2int   =  680;
    public static final int SCVTF_D64_float2int    =  681;
    public static final int UCVTF_D64_float2int    =  682;
    public static final int FCVTAS_64D_float2int   =  683;
    public static final int FCVTAU_64D_float2int   =  684;
    public static final int FMOV_64D_float2int     =  685;
    public static final int FMOV_D64_float2int     =  686;
    public static final int FCVTPS_64D_float2int   =  687;
    public static final int FCVTPU_64D_float2int   =  688;
    public static final int FCVTMS_64D_float2int   =  689;
    public static final int FCVTMU_64D_float2int   =  690;
    public static final int FCVTZS_64D_float2int   =  691;
    public static final int FCVTZU_64D_float2int   =  692;
    public static final int FMOV_64VX_float2int    =  693;
    public static final int FMOV_V64I_float2int    =  694;

    // FP: to and from fixed point
    public static final int SCVTF_S32_float2fix    =  695;
    public static final int UCVTF_S32_float2fix    =  696;
    public static final int FCVTZS_32S_float2fix   =  697;
    public static final int FCVTZU_32S_float2fix   =  698;
    public static final int SCVTF_D32_float2fix    =  699;
    public static final int UCVTF_D32_float2fix    =  700;
    public static final int FCVTZS_32D_float2fix   =  701;
    public static final int FCVTZU_32D_float2fix   =  702;
    public static final int SCVTF_S64_float2fix    =  703;
    public static final int UCVTF_S64_float2fix    =  704;
    public static final int FCVTZS_64S_float2fix   =  705;
    public static final int FCVTZU_64S_float2fix   =  706;
    public static final int SCVTF_D64_float2fix    =  707;
    public static final int UCVTF_D64_float2fix    =  708;
    public static final int FCVTZS_64D_float2fix   =  709;
    public static final int FCVTZU_64D_float2fix   =  710;

    // FP, half precision: one source
    public static final int FMOV_H_floatdp1        =  711;
    public static final int FABS_H_floatdp1        =  712;
    public static final int FNEG_H_floatdp1        =  713;
    public static final int FSQRT_H_floatdp1       =  714;
    public static final int FRINTN_H_floatdp1      =  715;
    public static final int FRINTP_H_floatdp1      =  716;
    public static final int FRINTM_H_floatdp1      =  717;
    public static final int FRINTZ_H_floatdp1      =  718;
    public static final int FRINTA_H_floatdp1      =  719;
    public static final int FRINTX_H_floatdp1      =  720;
    public static final int FRINTI_H_floatdp1      =  721;

    // FP, half precision: two sources
    public static final int FMUL_H_floatdp2        =  722;
    public static final int FDIV_H_floatdp2        =  723;
    public static final int FADD_H_floatdp2        =  724;
    public static final int FSUB_H_floatdp2        =  725;
    public static final int FMAX_H_floatdp2        =  726;
    public static final int FMIN_H_floatdp2        =  727;
    public static final int FMAXNM_H_floatdp2      =  728;
    public static final int FMINNM_H_floatdp2      =  729;
    public static final int FNMUL_H_floatdp2       =  730;

    // FP, half precision: three sources
    public static final int FMADD_H_floatdp3       =  731;
    public static final int FMSUB_H_floatdp3       =  732;
    public static final int FNMADD_H_floatdp3      =  733;
    public static final int FNMSUB_H_floatdp3      =  734;

    // FP, half precision: compare
    public static final int FCMP_H_floatcmp        =  735;
    public static final int FCMP_HZ_floatcmp       =  736;
    public static final int FCMPE_H_floatcmp       =  737;
    public static final int FCMPE_HZ_floatcmp      =  738;

    // FP, half precision: conditional compare
    public static final int FCCMP_H_floatccmp      =  739;
    public static final int FCCMPE_H_floatccmp     =  740;

    // FP, half precision: conditional select
    public static final int FCSEL_H_floatsel       =  741;

    // FP, half precision: immediate
    public static final int FMOV_H_floatimm        =  742;

    // FP, half precision: to and from integer
    public static final int FCVTNS_32H_float2int   =  743;
    public static final int FCVTNU_32H_float2int   =  744;
    public static final int SCVTF_H32_float2int    =  745;
    public static final int UCVTF_H32_float2int    =  746;
    public static final int FCVTAS_32H_float2int   =  747;
    public static final int FCVTAU_32H_float2int   =  748;
    public static final int FMOV_32H_float2int     =  749;
    public static final int FMOV_H32_float2int     =  750;
    public static final int FCVTPS_32H_float2int   =  751;
    public static final int FCVTPU_32H_float2int   =  752;
    public static final int FCVTMS_32H_float2int   =  753;
    public static final int FCVTMU_32H_float2int   =  754;
    public static final int FCVTZS_32H_float2int   =  755;
    public static final int FCVTZU_32H_float2int   =  756;
    public static final int FCVTNS_64H_float2int   =  757;
    public static final int FCVTNU_64H_float2int   =  758;
    public static final int SCVTF_H64_float2int    =  759;
    public static final int UCVTF_H64_float2int    =  760;
    public static final int FCVTAS_64H_float2int   =  761;
    public static final int FCVTAU_64H_float2int   =  762;
    public static final int FMOV_64H_float2int     =  763;
    public static final int FMOV_H64_float2int     =  764;
    public static final int FCVTPS_64H_float2int   =  765;
    public static final int FCVTPU_64H_float2int   =  766;
    public static final int FCVTMS_64H_float2int   =  767;
    public static final int FCVTMU_64H_float2int   =  768;
    public static final int FCVTZS_64H_float2int   =  769;
    public static final int FCVTZU_64H_float2int   =  770;

    // FP, half precision: to and from fixed point
    public static final int SCVTF_H32_float2fix    =  771;
    public static final int UCVTF_H32_float2fix    =  772;
    public static final int FCVTZS_32H_float2fix   =  773;
    public static final int FCVTZU_32H_float2fix   =  774;
    public static final int SCVTF_H64_float2fix    =  775;
    public static final int UCVTF_H64_float2fix    =  776;
    public static final int FCVTZS_64H_float2fix   =  777;
    public static final int FCVTZU_64H_float2fix   =  778;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_FP =
            """
            # FP loads and stores: unsigned immediate
            STR_B_ldst_pos         0011110100iiiiiiiiiiiinnnnnttttt -         FP      ST   N>
            LDR_B_ldst_pos         0011110101iiiiiiiiiiiinnnnnttttt -         FP      LD   N>
            STR_Q_ldst_pos         0011110110iiiiiiiiiiiinnnnnttttt -         FP      ST   N>
            LDR_Q_ldst_pos         0011110111iiiiiiiiiiiinnnnnttttt -         FP      LD   N>
            STR_H_ldst_pos         0111110100iiiiiiiiiiiinnnnnttttt -         FP      ST   N>
            LDR_H_ldst_pos         0111110101iiiiiiiiiiiinnnnnttttt -         FP      LD   N>
            STR_S_ldst_pos         1011110100iiiiiiiiiiiinnnnnttttt -         FP      ST   N>
            LDR_S_ldst_pos         1011110101iiiiiiiiiiiinnnnnttttt -         FP      LD   N>
            STR_D_ldst_pos         1111110100iiiiiiiiiiiinnnnnttttt -         FP      ST   N>
            LDR_D_ldst_pos         1111110101iiiiiiiiiiiinnnnnttttt -         FP      LD   N>
            # FP loads and stores: unscaled immediate
            STUR_B_ldst_unscaled   00111100000iiiiiiiii00nnnnnttttt -         FP      ST   N>
            LDUR_B_ldst_unscaled   00111100010iiiiiiiii00nnnnnttttt -         FP      LD   N>
            STUR_Q_ldst_unscaled   00111100100iiiiiiiii00nnnnnttttt -         FP      ST   N>
            LDUR_Q_ldst_unscaled   00111100110iiiiiiiii00nnnnnttttt -         FP      LD   N>
            STUR_H_ldst_unscaled   01111100000iiiiiiiii00nnnnnttttt -         FP      ST   N>
            LDUR_H_ldst_unscaled   01111100010iiiiiiiii00nnnnnttttt -         FP      LD   N>
            STUR_S_ldst_unscaled   10111100000iiiiiiiii00nnnnnttttt -         FP      ST   N>
            LDUR_S_ldst_unscaled   10111100010iiiiiiiii00nnnnnttttt -         FP      LD   N>
            STUR_D_ldst_unscaled   11111100000iiiiiiiii00nnnnnttttt -         FP      ST   N>
            LDUR_D_ldst_unscaled   11111100010iiiiiiiii00nnnnnttttt -         FP      LD   N>
            # FP loads and stores: immediate, post-indexed
            STR_B_ldst_immpost     00111100000iiiiiiiii01nnnnnttttt -         FP      ST   N>N
            LDR_B_ldst_immpost     00111100010iiiiiiiii01nnnnnttttt -         FP      LD   N>N
            STR_Q_ldst_immpost     00111100100iiiiiiiii01nnnnnttttt -         FP      ST   N>N
            LDR_Q_ldst_immpost     00111100110iiiiiiiii01nnnnnttttt -         FP      LD   N>N
            STR_H_ldst_immpost     01111100000iiiiiiiii01nnnnnttttt -         FP      ST   N>N
            LDR_H_ldst_immpost     01111100010iiiiiiiii01nnnnnttttt -         FP      LD   N>N
            STR_S_ldst_immpost     10111100000iiiiiiiii01nnnnnttttt -         FP      ST   N>N
            LDR_S_ldst_immpost     10111100010iiiiiiiii01nnnnnttttt -         FP      LD   N>N
            STR_D_ldst_immpost     11111100000iiiiiiiii01nnnnnttttt -         FP      ST   N>N
            LDR_D_ldst_immpost     11111100010iiiiiiiii01nnnnnttttt -         FP      LD   N>N
            # FP loads and stores: immediate, pre-indexed
            STR_B_ldst_immpre      00111100000iiiiiiiii11nnnnnttttt -         FP      ST   N>N
            LDR_B_ldst_immpre      00111100010iiiiiiiii11nnnnnttttt -         FP      LD   N>N
            STR_Q_ldst_immpre      00111100100iiiiiiiii11nnnnnttttt -         FP      ST   N>N
            LDR_Q_ldst_immpre      00111100110iiiiiiiii11nnnnnttttt -         FP      LD   N>N
            STR_H_ldst_immpre      01111100000iiiiiiiii11nnnnnttttt -         FP      ST   N>N
            LDR_H_ldst_immpre      01111100010iiiiiiiii11nnnnnttttt -         FP      LD   N>N
            STR_S_ldst_immpre      10111100000iiiiiiiii11nnnnnttttt -         FP      ST   N>N
            LDR_S_ldst_immpre      10111100010iiiiiiiii11nnnnnttttt -         FP      LD   N>N
            STR_D_ldst_immpre      11111100000iiiiiiiii11nnnnnttttt -         FP      ST   N>N
            LDR_D_ldst_immpre      11111100010iiiiiiiii11nnnnnttttt -         FP      LD   N>N
            # FP loads and stores: register offset
            STR_B_ldst_regoff      00111100001mmmmmoooS10nnnnnttttt OPTION3   FP      ST   Nm>
            STR_BL_ldst_regoff     00111100001mmmmm011S10nnnnnttttt -         FP      ST   Nm>
            LDR_B_ldst_regoff      00111100011mmmmmoooS10nnnnnttttt OPTION3   FP      LD   Nm>
            LDR_BL_ldst_regoff     00111100011mmmmm011S10nnnnnttttt -         FP      LD   Nm>
            STR_Q_ldst_regoff      00111100101mmmmmoooS10nnnnnttttt OPTION    FP      ST   Nm>
            LDR_Q_ldst_regoff      00111100111mmmmmoooS10nnnnnttttt OPTION    FP      LD   Nm>
            STR_H_ldst_regoff      01111100001mmmmmoooS10nnnnnttttt OPTION    FP      ST   Nm>
            LDR_H_ldst_regoff      01111100011mmmmmoooS10nnnnnttttt OPTION    FP      LD   Nm>
            STR_S_ldst_regoff      10111100001mmmmmoooS10nnnnnttttt OPTION    FP      ST   Nm>
            LDR_S_ldst_regoff      10111100011mmmmmoooS10nnnnnttttt OPTION    FP      LD   Nm>
            STR_D_ldst_regoff      11111100001mmmmmoooS10nnnnnttttt OPTION    FP      ST   Nm>
            LDR_D_ldst_regoff      11111100011mmmmmoooS10nnnnnttttt OPTION    FP      LD   Nm>
            # FP loads and stores: pair, offset
            STP_S_ldstpair_off     0010110100iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDP_S_ldstpair_off     0010110101iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            STP_D_ldstpair_off     0110110100iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDP_D_ldstpair_off     0110110101iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            STP_Q_ldstpair_off     1010110100iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDP_Q_ldstpair_off     1010110101iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            # FP loads and stores: pair, post-indexed
            STP_S_ldstpair_post    0010110010iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_S_ldstpair_post    0010110011iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            STP_D_ldstpair_post    0110110010iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_D_ldstpair_post    0110110011iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            STP_Q_ldstpair_post    1010110010iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_Q_ldstpair_post    1010110011iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            # FP loads and stores: pair, pre-indexed
            STP_S_ldstpair_pre     0010110110iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_S_ldstpair_pre     0010110111iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            STP_D_ldstpair_pre     0110110110iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_D_ldstpair_pre     0110110111iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            STP_Q_ldstpair_pre     1010110110iiiiiiiuuuuunnnnnttttt -         FP      ST   N>N
            LDP_Q_ldstpair_pre     1010110111iiiiiiiuuuuunnnnnttttt -         FP      LD   N>N
            # FP loads and stores: literal
            LDR_S_loadlit          00011100iiiiiiiiiiiiiiiiiiittttt -         FP      LD   -
            LDR_D_loadlit          01011100iiiiiiiiiiiiiiiiiiittttt -         FP      LD   -
            LDR_Q_loadlit          10011100iiiiiiiiiiiiiiiiiiittttt -         FP      LD   -
            # FP loads and stores: no-allocate pair
            STNP_S_ldstnapair_offs 0010110000iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDNP_S_ldstnapair_offs 0010110001iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            STNP_D_ldstnapair_offs 0110110000iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDNP_D_ldstnapair_offs 0110110001iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            STNP_Q_ldstnapair_offs 1010110000iiiiiiiuuuuunnnnnttttt -         FP      ST   N>
            LDNP_Q_ldstnapair_offs 1010110001iiiiiiiuuuuunnnnnttttt -         FP      LD   N>
            # FP: one source
            FMOV_S_floatdp1        0001111000100000010000nnnnnddddd -         FP      FP   -
            FABS_S_floatdp1        0001111000100000110000nnnnnddddd -         FP      FP   -
            FNEG_S_floatdp1        0001111000100001010000nnnnnddddd -         FP      FP   -
            FSQRT_S_floatdp1       0001111000100001110000nnnnnddddd -         FP      FP   -
            FCVT_DS_floatdp1       0001111000100010110000nnnnnddddd -         FP      FP   -
            FCVT_HS_floatdp1       0001111000100011110000nnnnnddddd -         FP      FP   -
            FRINTN_S_floatdp1      0001111000100100010000nnnnnddddd -         FP      FP   -
            FRINTP_S_floatdp1      0001111000100100110000nnnnnddddd -         FP      FP   -
            FRINTM_S_floatdp1      0001111000100101010000nnnnnddddd -         FP      FP   -
            FRINTZ_S_floatdp1      0001111000100101110000nnnnnddddd -         FP      FP   -
            FRINTA_S_floatdp1      0001111000100110010000nnnnnddddd -         FP      FP   -
            FRINTX_S_floatdp1      0001111000100111010000nnnnnddddd -         FP      FP   -
            FRINTI_S_floatdp1      0001111000100111110000nnnnnddddd -         FP      FP   -
            FMOV_D_floatdp1        0001111001100000010000nnnnnddddd -         FP      FP   -
            FABS_D_floatdp1        0001111001100000110000nnnnnddddd -         FP      FP   -
            FNEG_D_floatdp1        0001111001100001010000nnnnnddddd -         FP      FP   -
            FSQRT_D_floatdp1       0001111001100001110000nnnnnddddd -         FP      FP   -
            FCVT_SD_floatdp1       0001111001100010010000nnnnnddddd -         FP      FP   -
            FCVT_HD_floatdp1       0001111001100011110000nnnnnddddd -         FP      FP   -
            FRINTN_D_floatdp1      0001111001100100010000nnnnnddddd -         FP      FP   -
            FRINTP_D_floatdp1      0001111001100100110000nnnnnddddd -         FP      FP   -
            FRINTM_D_floatdp1      0001111001100101010000nnnnnddddd -         FP      FP   -
            FRINTZ_D_floatdp1      0001111001100101110000nnnnnddddd -         FP      FP   -
            FRINTA_D_floatdp1      0001111001100110010000nnnnnddddd -         FP      FP   -
            FRINTX_D_floatdp1      0001111001100111010000nnnnnddddd -         FP      FP   -
            FRINTI_D_floatdp1      0001111001100111110000nnnnnddddd -         FP      FP   -
            FCVT_SH_floatdp1       0001111011100010010000nnnnnddddd -         FP      FP   -
            FCVT_DH_floatdp1       0001111011100010110000nnnnnddddd -         FP      FP   -
            # FP: two sources
            FMUL_S_floatdp2        00011110001mmmmm000010nnnnnddddd -         FP      FP   -
            FDIV_S_floatdp2        00011110001mmmmm000110nnnnnddddd -         FP      FP   -
            FADD_S_floatdp2        00011110001mmmmm001010nnnnnddddd -         FP      FP   -
            FSUB_S_floatdp2        00011110001mmmmm001110nnnnnddddd -         FP      FP   -
            FMAX_S_floatdp2        00011110001mmmmm010010nnnnnddddd -         FP      FP   -
            FMIN_S_floatdp2        00011110001mmmmm010110nnnnnddddd -         FP      FP   -
            FMAXNM_S_floatdp2      00011110001mmmmm011010nnnnnddddd -         FP      FP   -
            FMINNM_S_floatdp2      00011110001mmmmm011110nnnnnddddd -         FP      FP   -
            FNMUL_S_floatdp2       00011110001mmmmm100010nnnnnddddd -         FP      FP   -
            FMUL_D_floatdp2        00011110011mmmmm000010nnnnnddddd -         FP      FP   -
            FDIV_D_floatdp2        00011110011mmmmm000110nnnnnddddd -         FP      FP   -
            FADD_D_floatdp2        00011110011mmmmm001010nnnnnddddd -         FP      FP   -
            FSUB_D_floatdp2        00011110011mmmmm001110nnnnnddddd -         FP      FP   -
            FMAX_D_floatdp2        00011110011mmmmm010010nnnnnddddd -         FP      FP   -
            FMIN_D_floatdp2        00011110011mmmmm010110nnnnnddddd -         FP      FP   -
            FMAXNM_D_floatdp2      00011110011mmmmm011010nnnnnddddd -         FP      FP   -
            FMINNM_D_floatdp2      00011110011mmmmm011110nnnnnddddd -         FP      FP   -
            FNMUL_D_floatdp2       00011110011mmmmm100010nnnnnddddd -         FP      FP   -
            # FP: three sources
            FMADD_S_floatdp3       00011111000mmmmm0aaaaannnnnddddd -         FP      FP   -
            FMSUB_S_floatdp3       00011111000mmmmm1aaaaannnnnddddd -         FP      FP   -
            FNMADD_S_floatdp3      00011111001mmmmm0aaaaannnnnddddd -         FP      FP   -
            FNMSUB_S_floatdp3      00011111001mmmmm1aaaaannnnnddddd -         FP      FP   -
            FMADD_D_floatdp3       00011111010mmmmm0aaaaannnnnddddd -         FP      FP   -
            FMSUB_D_floatdp3       00011111010mmmmm1aaaaannnnnddddd -         FP      FP   -
            FNMADD_D_floatdp3      00011111011mmmmm0aaaaannnnnddddd -         FP      FP   -
            FNMSUB_D_floatdp3      00011111011mmmmm1aaaaannnnnddddd -         FP      FP   -
            # FP: compare
            FCMP_S_floatcmp        00011110001mmmmm001000nnnnn00000 -         FP      FP   >F
            FCMP_SZ_floatcmp       00011110001-----001000nnnnn01000 -         FP      FP   >F
            FCMPE_S_floatcmp       00011110001mmmmm001000nnnnn10000 -         FP      FP   >F
            FCMPE_SZ_floatcmp      00011110001-----001000nnnnn11000 -         FP      FP   >F
            FCMP_D_floatcmp        00011110011mmmmm001000nnnnn00000 -         FP      FP   >F
            FCMP_DZ_floatcmp       00011110011-----001000nnnnn01000 -         FP      FP   >F
            FCMPE_D_floatcmp       00011110011mmmmm001000nnnnn10000 -         FP      FP   >F
            FCMPE_DZ_floatcmp      00011110011-----001000nnnnn11000 -         FP      FP   >F
            # FP: conditional compare
            FCCMP_S_floatccmp      00011110001mmmmmcccc01nnnnn0vvvv -         FP      FP   F>F
            FCCMPE_S_floatccmp     00011110001mmmmmcccc01nnnnn1vvvv -         FP      FP   F>F
            FCCMP_D_floatccmp      00011110011mmmmmcccc01nnnnn0vvvv -         FP      FP   F>F
            FCCMPE_D_floatccmp     00011110011mmmmmcccc01nnnnn1vvvv -         FP      FP   F>F
            # FP: conditional select
            FCSEL_S_floatsel       00011110001mmmmmcccc11nnnnnddddd -         FP      FP   F>
            FCSEL_D_floatsel       00011110011mmmmmcccc11nnnnnddddd -         FP      FP   F>
            # FP: immediate
            FMOV_S_floatimm        00011110001iiiiiiii10000000ddddd -         FP      FP   -
            FMOV_D_floatimm        00011110011iiiiiiii10000000ddddd -         FP      FP   -
            # FP: to and from integer
            FCVTNS_32S_float2int   0001111000100000000000nnnnnddddd -         FP      FP   >d
            FCVTNU_32S_float2int   0001111000100001000000nnnnnddddd -         FP      FP   >d
            SCVTF_S32_float2int    0001111000100010000000nnnnnddddd -         FP      FP   n>
            UCVTF_S32_float2int    0001111000100011000000nnnnnddddd -         FP      FP   n>
            FCVTAS_32S_float2int   0001111000100100000000nnnnnddddd -         FP      FP   >d
            FCVTAU_32S_float2int   0001111000100101000000nnnnnddddd -         FP      FP   >d
            FMOV_32S_float2int     0001111000100110000000nnnnnddddd -         FP      FP   >d
            FMOV_S32_float2int     0001111000100111000000nnnnnddddd -         FP      FP   n>
            FCVTPS_32S_float2int   0001111000101000000000nnnnnddddd -         FP      FP   >d
            FCVTPU_32S_float2int   0001111000101001000000nnnnnddddd -         FP      FP   >d
            FCVTMS_32S_float2int   0001111000110000000000nnnnnddddd -         FP      FP   >d
            FCVTMU_32S_float2int   0001111000110001000000nnnnnddddd -         FP      FP   >d
            FCVTZS_32S_float2int   0001111000111000000000nnnnnddddd -         FP      FP   >d
            FCVTZU_32S_float2int   0001111000111001000000nnnnnddddd -         FP      FP   >d
            FCVTNS_32D_float2int   0001111001100000000000nnnnnddddd -         FP      FP   >d
            FCVTNU_32D_float2int   0001111001100001000000nnnnnddddd -         FP      FP   >d
            SCVTF_D32_float2int    0001111001100010000000nnnnnddddd -         FP      FP   n>
            UCVTF_D32_float2int    0001111001100011000000nnnnnddddd -         FP      FP   n>
            FCVTAS_32D_float2int   0001111001100100000000nnnnnddddd -         FP      FP   >d
            FCVTAU_32D_float2int   0001111001100101000000nnnnnddddd -         FP      FP   >d
            FCVTPS_32D_float2int   0001111001101000000000nnnnnddddd -         FP      FP   >d
            FCVTPU_32D_float2int   0001111001101001000000nnnnnddddd -         FP      FP   >d
            FCVTMS_32D_float2int   0001111001110000000000nnnnnddddd -         FP      FP   >d
            FCVTMU_32D_float2int   0001111001110001000000nnnnnddddd -         FP      FP   >d
            FCVTZS_32D_float2int   0001111001111000000000nnnnnddddd -         FP      FP   >d
            FCVTZU_32D_float2int   0001111001111001000000nnnnnddddd -         FP      FP   >d
            FCVTNS_64S_float2int   1001111000100000000000nnnnnddddd -         FP      FP   >d
            FCVTNU_64S_float2int   1001111000100001000000nnnnnddddd -         FP      FP   >d
            SCVTF_S64_float2int    1001111000100010000000nnnnnddddd -         FP      FP   n>
            UCVTF_S64_float2int    1001111000100011000000nnnnnddddd -         FP      FP   n>
            FCVTAS_64S_float2int   1001111000100100000000nnnnnddddd -         FP      FP   >d
            FCVTAU_64S_float2int   1001111000100101000000nnnnnddddd -         FP      FP   >d
            FCVTPS_64S_float2int   1001111000101000000000nnnnnddddd -         FP      FP   >d
            FCVTPU_64S_float2int   1001111000101001000000nnnnnddddd -         FP      FP   >d
            FCVTMS_64S_float2int   1001111000110000000000nnnnnddddd -         FP      FP   >d
            FCVTMU_64S_float2int   1001111000110001000000nnnnnddddd -         FP      FP   >d
            FCVTZS_64S_float2int   1001111000111000000000nnnnnddddd -         FP      FP   >d
            FCVTZU_64S_float2int   1001111000111001000000nnnnnddddd -         FP      FP   >d
            FCVTNS_64D_float2int   1001111001100000000000nnnnnddddd -         FP      FP   >d
            FCVTNU_64D_float2int   1001111001100001000000nnnnnddddd -         FP      FP   >d
            SCVTF_D64_float2int    1001111001100010000000nnnnnddddd -         FP      FP   n>
            UCVTF_D64_float2int    1001111001100011000000nnnnnddddd -         FP      FP   n>
            FCVTAS_64D_float2int   1001111001100100000000nnnnnddddd -         FP      FP   >d
            FCVTAU_64D_float2int   1001111001100101000000nnnnnddddd -         FP      FP   >d
            FMOV_64D_float2int     1001111001100110000000nnnnnddddd -         FP      FP   >d
            FMOV_D64_float2int     1001111001100111000000nnnnnddddd -         FP      FP   n>
            FCVTPS_64D_float2int   1001111001101000000000nnnnnddddd -         FP      FP   >d
            FCVTPU_64D_float2int   1001111001101001000000nnnnnddddd -         FP      FP   >d
            FCVTMS_64D_float2int   1001111001110000000000nnnnnddddd -         FP      FP   >d
            FCVTMU_64D_float2int   1001111001110001000000nnnnnddddd -         FP      FP   >d
            FCVTZS_64D_float2int   1001111001111000000000nnnnnddddd -         FP      FP   >d
            FCVTZU_64D_float2int   1001111001111001000000nnnnnddddd -         FP      FP   >d
            FMOV_64VX_float2int    1001111010101110000000nnnnnddddd -         FP      FP   >d
            FMOV_V64I_float2int    1001111010101111000000nnnnnddddd -         FP      FP   n>
            # FP: to and from fixed point
            SCVTF_S32_float2fix    0001111000000010yyyyyynnnnnddddd BIT15_0   FP      FP   n>
            UCVTF_S32_float2fix    0001111000000011yyyyyynnnnnddddd BIT15_0   FP      FP   n>
            FCVTZS_32S_float2fix   0001111000011000yyyyyynnnnnddddd BIT15_0   FP      FP   >d
            FCVTZU_32S_float2fix   0001111000011001yyyyyynnnnnddddd BIT15_0   FP      FP   >d
            SCVTF_D32_float2fix    0001111001000010yyyyyynnnnnddddd BIT15_0   FP      FP   n>
            UCVTF_D32_float2fix    0001111001000011yyyyyynnnnnddddd BIT15_0   FP      FP   n>
            FCVTZS_32D_float2fix   0001111001011000yyyyyynnnnnddddd BIT15_0   FP      FP   >d
            FCVTZU_32D_float2fix   0001111001011001yyyyyynnnnnddddd BIT15_0   FP      FP   >d
            SCVTF_S64_float2fix    1001111000000010yyyyyynnnnnddddd -         FP      FP   n>
            UCVTF_S64_float2fix    1001111000000011yyyyyynnnnnddddd -         FP      FP   n>
            FCVTZS_64S_float2fix   1001111000011000yyyyyynnnnnddddd -         FP      FP   >d
            FCVTZU_64S_float2fix   1001111000011001yyyyyynnnnnddddd -         FP      FP   >d
            SCVTF_D64_float2fix    1001111001000010yyyyyynnnnnddddd -         FP      FP   n>
            UCVTF_D64_float2fix    1001111001000011yyyyyynnnnnddddd -         FP      FP   n>
            FCVTZS_64D_float2fix   1001111001011000yyyyyynnnnnddddd -         FP      FP   >d
            FCVTZU_64D_float2fix   1001111001011001yyyyyynnnnnddddd -         FP      FP   >d
            # FP, half precision: one source
            FMOV_H_floatdp1        0001111011100000010000nnnnnddddd -         FP16    FP   -
            FABS_H_floatdp1        0001111011100000110000nnnnnddddd -         FP16    FP   -
            FNEG_H_floatdp1        0001111011100001010000nnnnnddddd -         FP16    FP   -
            FSQRT_H_floatdp1       0001111011100001110000nnnnnddddd -         FP16    FP   -
            FRINTN_H_floatdp1      0001111011100100010000nnnnnddddd -         FP16    FP   -
            FRINTP_H_floatdp1      0001111011100100110000nnnnnddddd -         FP16    FP   -
            FRINTM_H_floatdp1      0001111011100101010000nnnnnddddd -         FP16    FP   -
            FRINTZ_H_floatdp1      0001111011100101110000nnnnnddddd -         FP16    FP   -
            FRINTA_H_floatdp1      0001111011100110010000nnnnnddddd -         FP16    FP   -
            FRINTX_H_floatdp1      0001111011100111010000nnnnnddddd -         FP16    FP   -
            FRINTI_H_floatdp1      0001111011100111110000nnnnnddddd -         FP16    FP   -
            # FP, half precision: two sources
            FMUL_H_floatdp2        00011110111mmmmm000010nnnnnddddd -         FP16    FP   -
            FDIV_H_floatdp2        00011110111mmmmm000110nnnnnddddd -         FP16    FP   -
            FADD_H_floatdp2        00011110111mmmmm001010nnnnnddddd -         FP16    FP   -
            FSUB_H_floatdp2        00011110111mmmmm001110nnnnnddddd -         FP16    FP   -
            FMAX_H_floatdp2        00011110111mmmmm010010nnnnnddddd -         FP16    FP   -
            FMIN_H_floatdp2        00011110111mmmmm010110nnnnnddddd -         FP16    FP   -
            FMAXNM_H_floatdp2      00011110111mmmmm011010nnnnnddddd -         FP16    FP   -
            FMINNM_H_floatdp2      00011110111mmmmm011110nnnnnddddd -         FP16    FP   -
            FNMUL_H_floatdp2       00011110111mmmmm100010nnnnnddddd -         FP16    FP   -
            # FP, half precision: three sources
            FMADD_H_floatdp3       00011111110mmmmm0aaaaannnnnddddd -         FP16    FP   -
            FMSUB_H_floatdp3       00011111110mmmmm1aaaaannnnnddddd -         FP16    FP   -
            FNMADD_H_floatdp3      00011111111mmmmm0aaaaannnnnddddd -         FP16    FP   -
            FNMSUB_H_floatdp3      00011111111mmmmm1aaaaannnnnddddd -         FP16    FP   -
            # FP, half precision: compare
            FCMP_H_floatcmp        00011110111mmmmm001000nnnnn00000 -         FP16    FP   >F
            FCMP_HZ_floatcmp       00011110111-----001000nnnnn01000 -         FP16    FP   >F
            FCMPE_H_floatcmp       00011110111mmmmm001000nnnnn10000 -         FP16    FP   >F
            FCMPE_HZ_floatcmp      00011110111-----001000nnnnn11000 -         FP16    FP   >F
            # FP, half precision: conditional compare
            FCCMP_H_floatccmp      00011110111mmmmmcccc01nnnnn0vvvv -         FP16    FP   F>F
            FCCMPE_H_floatccmp     00011110111mmmmmcccc01nnnnn1vvvv -         FP16    FP   F>F
            # FP, half precision: conditional select
            FCSEL_H_floatsel       00011110111mmmmmcccc11nnnnnddddd -         FP16    FP   F>
            # FP, half precision: immediate
            FMOV_H_floatimm        00011110111iiiiiiii10000000ddddd -         FP16    FP   -
            # FP, half precision: to and from integer
            FCVTNS_32H_float2int   0001111011100000000000nnnnnddddd -         FP16    FP   >d
            FCVTNU_32H_float2int   0001111011100001000000nnnnnddddd -         FP16    FP   >d
            SCVTF_H32_float2int    0001111011100010000000nnnnnddddd -         FP16    FP   n>
            UCVTF_H32_float2int    0001111011100011000000nnnnnddddd -         FP16    FP   n>
            FCVTAS_32H_float2int   0001111011100100000000nnnnnddddd -         FP16    FP   >d
            FCVTAU_32H_float2int   0001111011100101000000nnnnnddddd -         FP16    FP   >d
            FMOV_32H_float2int     0001111011100110000000nnnnnddddd -         FP16    FP   >d
            FMOV_H32_float2int     0001111011100111000000nnnnnddddd -         FP16    FP   n>
            FCVTPS_32H_float2int   0001111011101000000000nnnnnddddd -         FP16    FP   >d
            FCVTPU_32H_float2int   0001111011101001000000nnnnnddddd -         FP16    FP   >d
            FCVTMS_32H_float2int   0001111011110000000000nnnnnddddd -         FP16    FP   >d
            FCVTMU_32H_float2int   0001111011110001000000nnnnnddddd -         FP16    FP   >d
            FCVTZS_32H_float2int   0001111011111000000000nnnnnddddd -         FP16    FP   >d
            FCVTZU_32H_float2int   0001111011111001000000nnnnnddddd -         FP16    FP   >d
            FCVTNS_64H_float2int   1001111011100000000000nnnnnddddd -         FP16    FP   >d
            FCVTNU_64H_float2int   1001111011100001000000nnnnnddddd -         FP16    FP   >d
            SCVTF_H64_float2int    1001111011100010000000nnnnnddddd -         FP16    FP   n>
            UCVTF_H64_float2int    1001111011100011000000nnnnnddddd -         FP16    FP   n>
            FCVTAS_64H_float2int   1001111011100100000000nnnnnddddd -         FP16    FP   >d
            FCVTAU_64H_float2int   1001111011100101000000nnnnnddddd -         FP16    FP   >d
            FMOV_64H_float2int     1001111011100110000000nnnnnddddd -         FP16    FP   >d
            FMOV_H64_float2int     1001111011100111000000nnnnnddddd -         FP16    FP   n>
            FCVTPS_64H_float2int   1001111011101000000000nnnnnddddd -         FP16    FP   >d
            FCVTPU_64H_float2int   1001111011101001000000nnnnnddddd -         FP16    FP   >d
            FCVTMS_64H_float2int   1001111011110000000000nnnnnddddd -         FP16    FP   >d
            FCVTMU_64H_float2int   1001111011110001000000nnnnnddddd -         FP16    FP   >d
            FCVTZS_64H_float2int   1001111011111000000000nnnnnddddd -         FP16    FP   >d
            FCVTZU_64H_float2int   1001111011111001000000nnnnnddddd -         FP16    FP   >d
            # FP, half precision: to and from fixed point
            SCVTF_H32_float2fix    0001111011000010yyyyyynnnnnddddd BIT15_0   FP16    FP   n>
            UCVTF_H32_float2fix    0001111011000011yyyyyynnnnnddddd BIT15_0   FP16    FP   n>
            FCVTZS_32H_float2fix   0001111011011000yyyyyynnnnnddddd BIT15_0   FP16    FP   >d
            FCVTZU_32H_float2fix   0001111011011001yyyyyynnnnnddddd BIT15_0   FP16    FP   >d
            SCVTF_H64_float2fix    1001111011000010yyyyyynnnnnddddd -         FP16    FP   n>
            UCVTF_H64_float2fix    1001111011000011yyyyyynnnnnddddd -         FP16    FP   n>
            FCVTZS_64H_float2fix   1001111011011000yyyyyynnnnnddddd -         FP16    FP   >d
            FCVTZU_64H_float2fix   1001111011011001yyyyyynnnnnddddd -         FP16    FP   >d
            """;
    // @formatter:on

    FpRows() {}
}
