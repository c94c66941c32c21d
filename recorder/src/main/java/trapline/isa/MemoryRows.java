package trapline.isa;

/**
 * Loads and stores of general registers, ordered, exclusive and atomic ones included.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from the end of {@link IntegerRows}. {@link RowTable} explains the columns.
 */
abstract class MemoryRows extends IntegerRows {
    // @formatter:off

    // Loads and stores: unsigned immediate
    public static final int STRB_32_ldst_pos        =  171;
    public static final int LDRB_32_ldst_pos        =  172;
    public static final int LDRSB_64_ldst_pos       =  173;
    public static final int LDRSB_32_ldst_pos       =  174;
    public static final int STRH_32_ldst_pos        =  175;
    public static final int LDRH_32_ldst_pos        =  176;
    public static final int LDRSH_64_ldst_pos       =  177;
    public static final int LDRSH_32_ldst_pos       =  178;
    public static final int STR_32_ldst_pos         =  179;
    public static final int LDR_32_ldst_pos         =  180;
    public static final int LDRSW_64_ldst_pos       =  181;
    public static final int STR_64_ldst_pos         =  182;
    public static final int LDR_64_ldst_pos         =  183;
    public static final int PRFM_P_ldst_pos         =  184;

    // Loads and stores: unscaled immediate
    public static final int STURB_32_ldst_unscaled  =  185;
    public static final int LDURB_32_ldst_unscaled  =  186;
    public static final int LDURSB_64_ldst_unscaled =  187;
    public static final int LDURSB_32_ldst_unscaled =  188;
    public static final int STURH_32_ldst_unscaled  =  189;
    public static final int LDURH_32_ldst_unscaled  =  190;
    public static final int LDURSH_64_ldst_unscaled =  191;
    public static final int LDURSH_32_ldst_unscaled =  192;
    public static final int STUR_32_ldst_unscaled   =  193;
    public static final int LDUR_32_ldst_unscaled   =  194;
    public static final int LDURSW_64_ldst_unscaled =  195;
    public static final int STUR_64_ldst_unscaled   =  196;
    public static final int LDUR_64_ldst_unscaled   =  197;
    public static final int PRFUM_P_ldst_unscaled   =  198;

    // Loads and stores: immediate, post-indexed
    public static final int STRB_32_ldst_immpost    =  199;
    public static final int LDRB_32_ldst_immpost    =  200;
    public static final int LDRSB_64_ldst_immpost   =  201;
    public static final int LDRSB_32_ldst_immpost   =  202;
    public static final int STRH_32_ldst_immpost    =  203;
    public static final int LDRH_32_ldst_immpost    =  204;
    public static final int LDRSH_64_ldst_immpost   =  205;
    public static final int LDRSH_32_ldst_immpost   =  206;
    public static final int STR_32_ldst_immpost     =  207;
    public static final int LDR_32_ldst_immpost     =  208;
    public static final int LDRSW_64_ldst_immpost   =  209;
    public static final int STR_64_ldst_immpost     =  210;
    public static final int LDR_64_ldst_immpost     =  211;

    // Loads and stores: immediate, pre-indexed
    public static final int STRB_32_ldst_immpre     =  212;
    public static final int LDRB_32_ldst_immpre     =  213;
    public static final int LDRSB_64_ldst_immpre    =  214;
    public static final int LDRSB_32_ldst_immpre    =  215;
    public static final int STRH_32_ldst_immpre     =  216;
    public static final int LDRH_32_ldst_immpre     =  217;
    public static final int LDRSH_64_ldst_immpre    =  218;
    public static final int LDRSH_32_ldst_immpre    =  219;
    public static final int STR_32_ldst_immpre      =  220;
    public static final int LDR_32_ldst_immpre      =  221;
    public static final int LDRSW_64_ldst_immpre    =  222;
    public static final int STR_64_ldst_immpre      =  223;
    public static final int LDR_64_ldst_immpre      =  224;

    // Loads and stores: register offset
    public static final int STRB_32B_ldst_regoff    =  225;
    public static final int STRB_32BL_ldst_regoff   =  226;
    public static final int LDRB_32B_ldst_regoff    =  227;
    public static final int LDRB_32BL_ldst_regoff   =  228;
    public static final int LDRSB_64B_ldst_regoff   =  229;
    public static final int LDRSB_64BL_ldst_regoff  =  230;
    public static final int LDRSB_32B_ldst_regoff   =  231;
    public static final int LDRSB_32BL_ldst_regoff  =  232;
    public static final int STRH_32_ldst_regoff     =  233;
    public static final int LDRH_32_ldst_regoff     =  234;
    public static final int LDRSH_64_ldst_regoff    =  235;
    public static final int LDRSH_32_ldst_regoff    =  236;
    public static final int STR_32_ldst_regoff      =  237;
    public static final int LDR_32_ldst_regoff      =  238;
    public static final int LDRSW_64_ldst_regoff    =  239;
    public static final int STR_64_ldst_regoff      =  240;
    public static final int LDR_64_ldst_regoff      =  241;
    public static final int PRFM_P_ldst_regoff      =  242;
    public static final int RPRFM_R_ldst_regoff     =  243;

    // Loads and stores: pair, offset
    public static final int STP_32_ldstpair_off     =  244;
    public static final int LDP_32_ldstpair_off     =  245;
    public static final int LDPSW_64_ldstpair_off   =  246;
    public static final int STP_64_ldstpair_off     =  247;
    public static final int LDP_64_ldstpair_off     =  248;

    // Loads and stores: pair, post-indexed
    public static final int STP_32_ldstpair_post    =  249;
    public static final int LDP_32_ldstpair_post    =  250;
    public static final int LDPSW_64_ldstpair_post  =  251;
    public static final int STP_64_ldstpair_post    =  252;
    public static final int LDP_64_ldstpair_post    =  253;

    // Loads and stores: pair, pre-indexed
    public static final int STP_32_ldstpair_pre     =  254;
    public static final int LDP_32_ldstpair_pre     =  255;
    public static final int LDPSW_64_ldstpair_pre   =  256;
    public static final int STP_64_ldstpair_pre     =  257;
    public static final int LDP_64_ldstpair_pre     =  258;

    // Loads and stores: literal
    public static final int LDR_32_loadlit          =  259;
    public static final int LDR_64_loadlit          =  260;
    public static final int LDRSW_64_loadlit        =  261;
    public static final int PRFM_P_loadlit          =  262;

    // Loads and stores: unprivileged
    public static final int STTRB_32_ldst_unpriv    =  263;
    public static final int LDTRB_32_ldst_unpriv    =  264;
    public static final int LDTRSB_64_ldst_unpriv   =  265;
    public static final int LDTRSB_32_ldst_unpriv   =  266;
    public static final int STTRH_32_ldst_unpriv    =  267;
    public static final int LDTRH_32_ldst_unpriv    =  268;
    public static final int LDTRSH_64_ldst_unpriv   =  269;
    public static final int LDTRSH_32_ldst_unpriv   =  270;
    public static final int STTR_32_ldst_unpriv     =  271;
    public static final int LDTR_32_ldst_unpriv     =  272;
    public static final int LDTRSW_64_ldst_unpriv   =  273;
    public static final int STTR_64_ldst_unpriv     =  274;
    public static final int LDTR_64_ldst_unpriv     =  275;

    // Loads and stores: no-allocate pair
    public static final int STNP_32_ldstnapair_offs =  276;
    public static final int LDNP_32_ldstnapair_offs =  277;
    public static final int STNP_64_ldstnapair_offs =  278;
    public static final int LDNP_64_ldstnapair_offs =  279;

    // Loads and stores: exclusive
    public static final int STXRB_SR32_ldstexclr    =  280;
    public static final int STLXRB_SR32_ldstexclr   =  281;
    public static final int LDXRB_LR32_ldstexclr    =  282;
    public static final int LDAXRB_LR32_ldstexclr   =  283;
    public static final int STXRH_SR32_ldstexclr    =  284;
    public static final int STLXRH_SR32_ldstexclr   =  285;
    public static final int LDXRH_LR32_ldstexclr    =  286;
    public static final int LDAXRH_LR32_ldstexclr   =  287;
    public static final int STXR_SR32_ldstexclr     =  288;
    public static final int STLXR_SR32_ldstexclr    =  289;
    public static final int LDXR_LR32_ldstexclr     =  290;
    public static final int LDAXR_LR32_ldstexclr    =  291;
    public static final int STXR_SR64_ldstexclr     =  292;
    public static final int STLXR_SR64_ldstexclr    =  293;
    public static final int LDXR_LR64_ldstexclr     =  294;
    public static final int LDAXR_LR64_ldstexclr    =  295;

    // Loads and stores: exclusive pair
    public static final int STXP_SP32_ldstexclp     =  296;
    public static final int STLXP_SP32_ldstexclp    =  297;
    public static final int LDXP_LP32_ldstexclp     =  298;
    public static final int LDAXP_LP32_ldstexclp    =  299;
    public static final int STXP_SP64_ldstexclp     =  300;
    public static final int STLXP_SP64_ldstexclp    =  301;
    public static final int LDXP_LP64_ldstexclp     =  302;
    public static final int LDAXP_LP64_ldstexclp    =  303;

    // Loads and stores: ordered
    public static final int STLRB_SL32_ldstord      =  304;
    public static final int LDARB_LR32_ldstord      =  305;
    public static final int STLRH_SL32_ldstord      =  306;
    public static final int LDARH_LR32_ldstord      =  307;
    public static final int STLR_SL32_ldstord       =  308;
    public static final int LDAR_LR32_ldstord       =  309;
    public static final int STLR_SL64_ldstord       =  310;
    public static final int LDAR_LR64_ldstord       =  311;

    // Limited ordering: ordered
    public static final int STLLRB_SL32_ldstord     =  312;
    public static final int LDLARB_LR32_ldstord     =  313;
    public static final int STLLRH_SL32_ldstord     =  314;
    public static final int LDLARH_LR32_ldstord     =  315;
    public static final int STLLR_SL32_ldstord      =  316;
    public static final int LDLAR_LR32_ldstord      =  317;
    public static final int STLLR_SL64_ldstord      =  318;
    public static final int LDLAR_LR64_ldstord      =  319;

    // RCpc loads: atomic memory operations
    public static final int LDAPRB_32L_memop        =  320;
    public static final int LDAPRH_32L_memop        =  321;
    public static final int LDAPR_32L_memop         =  322;
    public static final int LDAPR_64L_memop         =  323;

    // Large system extensions: atomic memory operations
    public static final int LDADDB_32_memop         =  324;
    public static final int LDCLRB_32_memop         =  325;
    public static final int LDEORB_32_memop         =  326;
    public static final int LDSETB_32_memop         =  327;
    public static final int LDSMAXB_32_memop        =  328;
    public static final int LDSMINB_32_memop        =  329;
    public static final int LDUMAXB_32_memop        =  330;
    public static final int LDUMINB_32_memop        =  331;
    public static final int SWPB_32_memop           =  332;
    public static final int LDADDLB_32_memop        =  333;
    public static final int LDCLRLB_32_memop        =  334;
    public static final int LDEORLB_32_memop        =  335;
    public static final int LDSETLB_32_memop        =  336;
    public static final int LDSMAXLB_32_memop       =  337;
    public static final int LDSMINLB_32_memop       =  338;
    public static final int LDUMAXLB_32_memop       =  339;
    public static final int LDUMINLB_32_memop       =  340;
    public static final int SWPLB_32_memop          =  341;
    public static final int LDADDAB_32_memop        =  342;
    public static final int LDCLRAB_32_memop        =  343;
    public static final int LDEORAB_32_memop        =  344;
    public static final int LDSETAB_32_memop        =  345;
    public static final int LDSMAXAB_32_memop       =  346;
    public static final int LDSMINAB_32_memop       =  347;
    public static final int LDUMAXAB_32_memop       =  348;
    public static final int LDUMINAB_32_memop       =  349;
    public static final int SWPAB_32_memop          =  350;
    public static final int LDADDALB_32_memop       =  351;
    public static final int LDCLRALB_32_memop       =  352;
    public static final int LDEORALB_32_memop       =  353;
    public static final int LDSETALB_32_memop       =  354;
    public static final int LDSMAXALB_32_memop      =  355;
    public static final int LDSMINALB_32_memop      =  356;
    public static final int LDUMAXALB_32_memop      =  357;
    public static final int LDUMINALB_32_memop      =  358;
    public static final int SWPALB_32_memop         =  359;
    public static final int LDADDH_32_memop         =  360;
    public static final int LDCLRH_32_memop         =  361;
    public static final int LDEORH_32_memop         =  362;
    public static final int LDSETH_32_memop         =  363;
    public static final int LDSMAXH_32_memop        =  364;
    public static final int LDSMINH_32_memop        =  365;
    public static final int LDUMAXH_32_memop        =  366;
    public static final int LDUMINH_32_memop        =  367;
    public static final int SWPH_32_memop           =  368;
    public static final int LDADDLH_32_memop        =  369;
    public static final int LDCLRLH_32_memop        =  370;
    public static final int LDEORLH_32_memop        =  371;
    public static final int LDSETLH_32_memop        =  372;
    public static final int LDSMAXLH_32_memop       =  373;
    public static final int LDSMINLH_32_memop       =  374;
    public static final int LDUMAXLH_32_memop       =  375;
    public static final int LDUMINLH_32_memop       =  376;
    public static final int SWPLH_32_memop          =  377;
    public static final int LDADDAH_32_memop        =  378;
    public static final int LDCLRAH_32_memop        =  379;
    public static final int LDEORAH_32_memop        =  380;
    public static final int LDSETAH_32_memop        =  381;
    public static final int LDSMAXAH_32_memop       =  382;
    public static final int LDSMINAH_32_memop       =  383;
    public static final int LDUMAXAH_32_memop       =  384;
    public static final int LDUMINAH_32_memop       =  385;
    public static final int SWPAH_32_memop          =  386;
    public static final int LDADDALH_32_memop       =  387;
    public static final int LDCLRALH_32_memop       =  388;
    public static final int LDEORALH_32_memop       =  389;
    public static final int LDSETALH_32_memop       =  390;
    public static final int LDSMAXALH_32_memop      =  391;
    public static final int LDSMINALH_32_memop      =  392;
    public static final int LDUMAXALH_32_memop      =  393;
    public static final int LDUMINALH_32_memop      =  394;
    public static final int SWPALH_32_memop         =  395;
    public static final int LDADD_32_memop          =  396;
    public static final int LDCLR_32_memop          =  397;
    public static final int LDEOR_32_memop          =  398;
    public static final int LDSET_32_memop          =  399;
    public static final int LDSMAX_32_memop         =  400;
    public static final int LDSMIN_32_memop         =  401;
    public static final int LDUMAX_32_memop         =  402;
    public static final int LDUMIN_32_memop         =  403;
    public static final int SWP_32_memop            =  404;
    public static final int LDADDL_32_memop         =  405;
    public static final int LDCLRL_32_memop         =  406;
    public static final int LDEORL_32_memop         =  407;
    public static final int LDSETL_32_memop         =  408;
    public static final int LDSMAXL_32_memop        =  409;
    public static final int LDSMINL_32_memop        =  410;
    public static final int LDUMAXL_32_memop        =  411;
    public static final int LDUMINL_32_memop        =  412;
    public static final int SWPL_32_memop           =  413;
    public static final int LDADDA_32_memop         =  414;
    public static final int LDCLRA_32_memop         =  415;
    public static final int LDEORA_32_memop         =  416;
    public static final int LDSETA_32_memop         =  417;
    public static final int LDSMAXA_32_memop        =  418;
    public static final int LDSMINA_32_memop        =  419;
    public static final int LDUMAXA_32_memop        =  420;
    public static final int LDUMINA_32_memop        =  421;
    public static final int SWPA_32_memop           =  422;
    public static final int LDADDAL_32_memop        =  423;
    public static final int LDCLRAL_32_memop        =  424;
    public static final int LDEORAL_32_memop        =  425;
    public static final int LDSETAL_32_memop        =  426;
    public static final int LDSMAXAL_32_memop       =  427;
    public static final int LDSMINAL_32_memop       =  428;
    public static final int LDUMAXAL_32_memop       =  429;
    public static final int LDUMINAL_32_memop       =  430;
    public static final int SWPAL_32_memop          =  431;
    public static final int LDADD_64_memop          =  432;
    public static final int LDCLR_64_memop          =  433;
    public static final int LDEOR_64_memop          =  434;
    public static final int LDSET_64_memop          =  435;
    public static final int LDSMAX_64_memop         =  436;
    public static final int LDSMIN_64_memop         =  437;
    public static final int LDUMAX_64_memop         =  438;
    public static final int LDUMIN_64_memop         =  439;
    public static final int SWP_64_memop            =  440;
    public static final int LDADDL_64_memop         =  441;
    public static final int LDCLRL_64_memop         =  442;
    public static final int LDEORL_64_memop         =  443;
    public static final int LDSETL_64_memop         =  444;
    public static final int LDSMAXL_64_memop        =  445;
    public static final int LDSMINL_64_memop        =  446;
    public static final int LDUMAXL_64_memop        =  447;
    public static final int LDUMINL_64_memop        =  448;
    public static final int SWPL_64_memop           =  449;
    public static final int LDADDA_64_memop         =  450;
    public static final int LDCLRA_64_memop         =  451;
    public static final int LDEORA_64_memop         =  452;
    public static final int LDSETA_64_memop         =  453;
    public static final int LDSMAXA_64_memop        =  454;
    public static final int LDSMINA_64_memop        =  455;
    public static final int LDUMAXA_64_memop        =  456;
    public static final int LDUMINA_64_memop        =  457;
    public static final int SWPA_64_memop           =  458;
    public static final int LDADDAL_64_memop        =  459;
    public static final int LDCLRAL_64_memop        =  460;
    public static final int LDEORAL_64_memop        =  461;
    public static final int LDSETAL_64_memop        =  462;
    public static final int LDSMAXAL_64_memop       =  463;
    public static final int LDSMINAL_64_memop       =  464;
    public static final int LDUMAXAL_64_memop       =  465;
    public static final int LDUMINAL_64_memop       =  466;
    public static final int SWPAL_64_memop          =  467;

    // Large system extensions: compare and swap
    public static final int CASB_C32_comswap        =  468;
    public static final int CASLB_C32_comswap       =  469;
    public static final int CASAB_C32_comswap       =  470;
    public static final int CASALB_C32_comswap      =  471;
    public static final int CASH_C32_comswap        =  472;
    public static final int CASLH_C32_comswap       =  473;
    public static final int CASAH_C32_comswap       =  474;
    public static final int CASALH_C32_comswap      =  475;
    public static final int CAS_C32_comswap         =  476;
    public static final int CASL_C32_comswap        =  477;
    public static final int CASA_C32_comswap        =  478;
    public static final int CASAL_C32_comswap       =  479;
    public static final int CAS_C64_comswap         =  480;
    public static final int CASL_C64_comswap        =  481;
    public static final int CASA_C64_comswap        =  482;
    public static final int CASAL_C64_comswap       =  483;

    // Large system extensions: compare and swap pair
    public static final int CASP_CP32_comswappr     =  484;
    public static final int CASPL_CP32_comswappr    =  485;
    public static final int CASPA_CP32_comswappr    =  486;
    public static final int CASPAL_CP32_comswappr   =  487;
    public static final int CASP_CP64_comswappr     =  488;
    public static final int CASPL_CP64_comswappr    =  489;
    public static final int CASPA_CP64_comswappr    =  490;
    public static final int CASPAL_CP64_comswappr   =  491;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_MEMORY =
            """
            # Loads and stores: unsigned immediate
            STRB_32_ldst_pos        0011100100iiiiiiiiiiiinnnnnttttt -         -       ST   Nt>
            LDRB_32_ldst_pos        0011100101iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            LDRSB_64_ldst_pos       0011100110iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            LDRSB_32_ldst_pos       0011100111iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            STRH_32_ldst_pos        0111100100iiiiiiiiiiiinnnnnttttt -         -       ST   Nt>
            LDRH_32_ldst_pos        0111100101iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            LDRSH_64_ldst_pos       0111100110iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            LDRSH_32_ldst_pos       0111100111iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            STR_32_ldst_pos         1011100100iiiiiiiiiiiinnnnnttttt -         -       ST   Nt>
            LDR_32_ldst_pos         1011100101iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            LDRSW_64_ldst_pos       1011100110iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            STR_64_ldst_pos         1111100100iiiiiiiiiiiinnnnnttttt -         -       ST   Nt>
            LDR_64_ldst_pos         1111100101iiiiiiiiiiiinnnnnttttt -         -       LD   N>t
            PRFM_P_ldst_pos         1111100110iiiiiiiiiiiinnnnnttttt -         -       PF   N>
            # Loads and stores: unscaled immediate
            STURB_32_ldst_unscaled  00111000000iiiiiiiii00nnnnnttttt -         -       ST   Nt>
            LDURB_32_ldst_unscaled  00111000010iiiiiiiii00nnnnnttttt -         -       LD   N>t
            LDURSB_64_ldst_unscaled 00111000100iiiiiiiii00nnnnnttttt -         -       LD   N>t
            LDURSB_32_ldst_unscaled 00111000110iiiiiiiii00nnnnnttttt -         -       LD   N>t
            STURH_32_ldst_unscaled  01111000000iiiiiiiii00nnnnnttttt -         -       ST   Nt>
            LDURH_32_ldst_unscaled  01111000010iiiiiiiii00nnnnnttttt -         -       LD   N>t
            LDURSH_64_ldst_unscaled 01111000100iiiiiiiii00nnnnnttttt -         -       LD   N>t
            LDURSH_32_ldst_unscaled 01111000110iiiiiiiii00nnnnnttttt -         -       LD   N>t
            STUR_32_ldst_unscaled   10111000000iiiiiiiii00nnnnnttttt -         -       ST   Nt>
            LDUR_32_ldst_unscaled   10111000010iiiiiiiii00nnnnnttttt -         -       LD   N>t
            LDURSW_64_ldst_unscaled 10111000100iiiiiiiii00nnnnnttttt -         -       LD   N>t
            STUR_64_ldst_unscaled   11111000000iiiiiiiii00nnnnnttttt -         -       ST   Nt>
            LDUR_64_ldst_unscaled   11111000010iiiiiiiii00nnnnnttttt -         -       LD   N>t
            PRFUM_P_ldst_unscaled   11111000100iiiiiiiii00nnnnnttttt -         -       PF   N>
            # Loads and stores: immediate, post-indexed
            STRB_32_ldst_immpost    00111000000iiiiiiiii01nnnnnttttt -         -       ST   Nt>N
            LDRB_32_ldst_immpost    00111000010iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            LDRSB_64_ldst_immpost   00111000100iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            LDRSB_32_ldst_immpost   00111000110iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            STRH_32_ldst_immpost    01111000000iiiiiiiii01nnnnnttttt -         -       ST   Nt>N
            LDRH_32_ldst_immpost    01111000010iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            LDRSH_64_ldst_immpost   01111000100iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            LDRSH_32_ldst_immpost   01111000110iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            STR_32_ldst_immpost     10111000000iiiiiiiii01nnnnnttttt -         -       ST   Nt>N
            LDR_32_ldst_immpost     10111000010iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            LDRSW_64_ldst_immpost   10111000100iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            STR_64_ldst_immpost     11111000000iiiiiiiii01nnnnnttttt -         -       ST   Nt>N
            LDR_64_ldst_immpost     11111000010iiiiiiiii01nnnnnttttt -         -       LD   N>Nt
            # Loads and stores: immediate, pre-indexed
            STRB_32_ldst_immpre     00111000000iiiiiiiii11nnnnnttttt -         -       ST   Nt>N
            LDRB_32_ldst_immpre     00111000010iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            LDRSB_64_ldst_immpre    00111000100iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            LDRSB_32_ldst_immpre    00111000110iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            STRH_32_ldst_immpre     01111000000iiiiiiiii11nnnnnttttt -         -       ST   Nt>N
            LDRH_32_ldst_immpre     01111000010iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            LDRSH_64_ldst_immpre    01111000100iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            LDRSH_32_ldst_immpre    01111000110iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            STR_32_ldst_immpre      10111000000iiiiiiiii11nnnnnttttt -         -       ST   Nt>N
            LDR_32_ldst_immpre      10111000010iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            LDRSW_64_ldst_immpre    10111000100iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            STR_64_ldst_immpre      11111000000iiiiiiiii11nnnnnttttt -         -       ST   Nt>N
            LDR_64_ldst_immpre      11111000010iiiiiiiii11nnnnnttttt -         -       LD   N>Nt
            # Loads and stores: register offset
            STRB_32B_ldst_regoff    00111000001mmmmmoooS10nnnnnttttt OPTION3   -       ST   Nmt>
            STRB_32BL_ldst_regoff   00111000001mmmmm011S10nnnnnttttt -         -       ST   Nmt>
            LDRB_32B_ldst_regoff    00111000011mmmmmoooS10nnnnnttttt OPTION3   -       LD   Nm>t
            LDRB_32BL_ldst_regoff   00111000011mmmmm011S10nnnnnttttt -         -       LD   Nm>t
            LDRSB_64B_ldst_regoff   00111000101mmmmmoooS10nnnnnttttt OPTION3   -       LD   Nm>t
            LDRSB_64BL_ldst_regoff  00111000101mmmmm011S10nnnnnttttt -         -       LD   Nm>t
            LDRSB_32B_ldst_regoff   00111000111mmmmmoooS10nnnnnttttt OPTION3   -       LD   Nm>t
            LDRSB_32BL_ldst_regoff  00111000111mmmmm011S10nnnnnttttt -         -       LD   Nm>t
            STRH_32_ldst_regoff     01111000001mmmmmoooS10nnnnnttttt OPTION    -       ST   Nmt>
            LDRH_32_ldst_regoff     01111000011mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            LDRSH_64_ldst_regoff    01111000101mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            LDRSH_32_ldst_regoff    01111000111mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            STR_32_ldst_regoff      10111000001mmmmmoooS10nnnnnttttt OPTION    -       ST   Nmt>
            LDR_32_ldst_regoff      10111000011mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            LDRSW_64_ldst_regoff    10111000101mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            STR_64_ldst_regoff      11111000001mmmmmoooS10nnnnnttttt OPTION    -       ST   Nmt>
            LDR_64_ldst_regoff      11111000011mmmmmoooS10nnnnnttttt OPTION    -       LD   Nm>t
            PRFM_P_ldst_regoff      11111000101mmmmmo1oS10nnnnnttttt RANGE     -       PF   Nm>
            RPRFM_R_ldst_regoff     11111000101mmmmmo1oS10nnnnn11ttt -         -       PF   Nm>
            # Loads and stores: pair, offset
            STP_32_ldstpair_off     0010100100iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>
            LDP_32_ldstpair_off     0010100101iiiiiiiuuuuunnnnnttttt -         -       LD   N>tu
            LDPSW_64_ldstpair_off   0110100101iiiiiiiuuuuunnnnnttttt -         -       LD   N>tu
            STP_64_ldstpair_off     1010100100iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>
            LDP_64_ldstpair_off     1010100101iiiiiiiuuuuunnnnnttttt -         -       LD   N>tu
            # Loads and stores: pair, post-indexed
            STP_32_ldstpair_post    0010100010iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>N
            LDP_32_ldstpair_post    0010100011iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            LDPSW_64_ldstpair_post  0110100011iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            STP_64_ldstpair_post    1010100010iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>N
            LDP_64_ldstpair_post    1010100011iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            # Loads and stores: pair, pre-indexed
            STP_32_ldstpair_pre     0010100110iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>N
            LDP_32_ldstpair_pre     0010100111iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            LDPSW_64_ldstpair_pre   0110100111iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            STP_64_ldstpair_pre     1010100110iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>N
            LDP_64_ldstpair_pre     1010100111iiiiiiiuuuuunnnnnttttt -         -       LD   N>Ntu
            # Loads and stores: literal
            LDR_32_loadlit          00011000iiiiiiiiiiiiiiiiiiittttt -         -       LD   >t
            LDR_64_loadlit          01011000iiiiiiiiiiiiiiiiiiittttt -         -       LD   >t
            LDRSW_64_loadlit        10011000iiiiiiiiiiiiiiiiiiittttt -         -       LD   >t
            PRFM_P_loadlit          11011000iiiiiiiiiiiiiiiiiiittttt -         -       PF   -
            # Loads and stores: unprivileged
            STTRB_32_ldst_unpriv    00111000000iiiiiiiii10nnnnnttttt -         -       ST   Nt>
            LDTRB_32_ldst_unpriv    00111000010iiiiiiiii10nnnnnttttt -         -       LD   N>t
            LDTRSB_64_ldst_unpriv   00111000100iiiiiiiii10nnnnnttttt -         -       LD   N>t
            LDTRSB_32_ldst_unpriv   00111000110iiiiiiiii10nnnnnttttt -         -       LD   N>t
            STTRH_32_ldst_unpriv    01111000000iiiiiiiii10nnnnnttttt -         -       ST   Nt>
            LDTRH_32_ldst_unpriv    01111000010iiiiiiiii10nnnnnttttt -         -       LD   N>t
            LDTRSH_64_ldst_unpriv   01111000100iiiiiiiii10nnnnnttttt -         -       LD   N>t
            LDTRSH_32_ldst_unpriv   01111000110iiiiiiiii10nnnnnttttt -         -       LD   N>t
            STTR_32_ldst_unpriv     10111000000iiiiiiiii10nnnnnttttt -         -       ST   Nt>
            LDTR_32_ldst_unpriv     10111000010iiiiiiiii10nnnnnttttt -         -       LD   N>t
            LDTRSW_64_ldst_unpriv   10111000100iiiiiiiii10nnnnnttttt -         -       LD   N>t
            STTR_64_ldst_unpriv     11111000000iiiiiiiii10nnnnnttttt -         -       ST   Nt>
            LDTR_64_ldst_unpriv     11111000010iiiiiiiii10nnnnnttttt -         -       LD   N>t
            # Loads and stores: no-allocate pair
            STNP_32_ldstnapair_offs 0010100000iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>
            LDNP_32_ldstnapair_offs 0010100001iiiiiiiuuuuunnnnnttttt -         -       LD   N>tu
            STNP_64_ldstnapair_offs 1010100000iiiiiiiuuuuunnnnnttttt -         -       ST   Ntu>
            LDNP_64_ldstnapair_offs 1010100001iiiiiiiuuuuunnnnnttttt -         -       LD   N>tu
            # Loads and stores: exclusive
            STXRB_SR32_ldstexclr    00001000000sssss0-----nnnnnttttt -         -       ST   Nt>s
            STLXRB_SR32_ldstexclr   00001000000sssss1-----nnnnnttttt -         -       ST   Nt>s
            LDXRB_LR32_ldstexclr    00001000010-----0-----nnnnnttttt -         -       LD   N>t
            LDAXRB_LR32_ldstexclr   00001000010-----1-----nnnnnttttt -         -       LD   N>t
            STXRH_SR32_ldstexclr    01001000000sssss0-----nnnnnttttt -         -       ST   Nt>s
            STLXRH_SR32_ldstexclr   01001000000sssss1-----nnnnnttttt -         -       ST   Nt>s
            LDXRH_LR32_ldstexclr    01001000010-----0-----nnnnnttttt -         -       LD   N>t
            LDAXRH_LR32_ldstexclr   01001000010-----1-----nnnnnttttt -         -       LD   N>t
            STXR_SR32_ldstexclr     10001000000sssss0-----nnnnnttttt -         -       ST   Nt>s
            STLXR_SR32_ldstexclr    10001000000sssss1-----nnnnnttttt -         -       ST   Nt>s
            LDXR_LR32_ldstexclr     10001000010-----0-----nnnnnttttt -         -       LD   N>t
            LDAXR_LR32_ldstexclr    10001000010-----1-----nnnnnttttt -         -       LD   N>t
            STXR_SR64_ldstexclr     11001000000sssss0-----nnnnnttttt -         -       ST   Nt>s
            STLXR_SR64_ldstexclr    11001000000sssss1-----nnnnnttttt -         -       ST   Nt>s
            LDXR_LR64_ldstexclr     11001000010-----0-----nnnnnttttt -         -       LD   N>t
            LDAXR_LR64_ldstexclr    11001000010-----1-----nnnnnttttt -         -       LD   N>t
            # Loads and stores: exclusive pair
            STXP_SP32_ldstexclp     10001000001sssss0uuuuunnnnnttttt -         -       ST   Ntu>s
            STLXP_SP32_ldstexclp    10001000001sssss1uuuuunnnnnttttt -         -       ST   Ntu>s
            LDXP_LP32_ldstexclp     10001000011-----0uuuuunnnnnttttt -         -       LD   N>tu
            LDAXP_LP32_ldstexclp    10001000011-----1uuuuunnnnnttttt -         -       LD   N>tu
            STXP_SP64_ldstexclp     11001000001sssss0uuuuunnnnnttttt -         -       ST   Ntu>s
            STLXP_SP64_ldstexclp    11001000001sssss1uuuuunnnnnttttt -         -       ST   Ntu>s
            LDXP_LP64_ldstexclp     11001000011-----0uuuuunnnnnttttt -         -       LD   N>tu
            LDAXP_LP64_ldstexclp    11001000011-----1uuuuunnnnnttttt -         -       LD   N>tu
            # Loads and stores: ordered
            STLRB_SL32_ldstord      00001000100-----1-----nnnnnttttt -         -       ST   Nt>
            LDARB_LR32_ldstord      00001000110-----1-----nnnnnttttt -         -       LD   N>t
            STLRH_SL32_ldstord      01001000100-----1-----nnnnnttttt -         -       ST   Nt>
            LDARH_LR32_ldstord      01001000110-----1-----nnnnnttttt -         -       LD   N>t
            STLR_SL32_ldstord       10001000100-----1-----nnnnnttttt -         -       ST   Nt>
            LDAR_LR32_ldstord       10001000110-----1-----nnnnnttttt -         -       LD   N>t
            STLR_SL64_ldstord       11001000100-----1-----nnnnnttttt -         -       ST   Nt>
            LDAR_LR64_ldstord       11001000110-----1-----nnnnnttttt -         -       LD   N>t
            # Limited ordering: ordered
            STLLRB_SL32_ldstord     00001000100-----0-----nnnnnttttt -         LOR     ST   Nt>
            LDLARB_LR32_ldstord     00001000110-----0-----nnnnnttttt -         LOR     LD   N>t
            STLLRH_SL32_ldstord     01001000100-----0-----nnnnnttttt -         LOR     ST   Nt>
            LDLARH_LR32_ldstord     01001000110-----0-----nnnnnttttt -         LOR     LD   N>t
            STLLR_SL32_ldstord      10001000100-----0-----nnnnnttttt -         LOR     ST   Nt>
            LDLAR_LR32_ldstord      10001000110-----0-----nnnnnttttt -         LOR     LD   N>t
            STLLR_SL64_ldstord      11001000100-----0-----nnnnnttttt -         LOR     ST   Nt>
            LDLAR_LR64_ldstord      11001000110-----0-----nnnnnttttt -         LOR     LD   N>t
            # RCpc loads: atomic memory operations
            LDAPRB_32L_memop        00111000101-----110000nnnnnttttt -         LRCPC   LD   N>t
            LDAPRH_32L_memop        01111000101-----110000nnnnnttttt -         LRCPC   LD   N>t
            LDAPR_32L_memop         10111000101-----110000nnnnnttttt -         LRCPC   LD   N>t
            LDAPR_64L_memop         11111000101-----110000nnnnnttttt -         LRCPC   LD   N>t
            # Large system extensions: atomic memory operations
            LDADDB_32_memop         00111000001sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRB_32_memop         00111000001sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORB_32_memop         00111000001sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETB_32_memop         00111000001sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXB_32_memop        00111000001sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINB_32_memop        00111000001sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXB_32_memop        00111000001sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINB_32_memop        00111000001sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPB_32_memop           00111000001sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDLB_32_memop        00111000011sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRLB_32_memop        00111000011sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORLB_32_memop        00111000011sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETLB_32_memop        00111000011sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXLB_32_memop       00111000011sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINLB_32_memop       00111000011sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXLB_32_memop       00111000011sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINLB_32_memop       00111000011sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPLB_32_memop          00111000011sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDAB_32_memop        00111000101sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRAB_32_memop        00111000101sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORAB_32_memop        00111000101sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETAB_32_memop        00111000101sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXAB_32_memop       00111000101sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINAB_32_memop       00111000101sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXAB_32_memop       00111000101sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINAB_32_memop       00111000101sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPAB_32_memop          00111000101sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDALB_32_memop       00111000111sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRALB_32_memop       00111000111sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORALB_32_memop       00111000111sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETALB_32_memop       00111000111sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXALB_32_memop      00111000111sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINALB_32_memop      00111000111sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXALB_32_memop      00111000111sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINALB_32_memop      00111000111sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPALB_32_memop         00111000111sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDH_32_memop         01111000001sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRH_32_memop         01111000001sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORH_32_memop         01111000001sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETH_32_memop         01111000001sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXH_32_memop        01111000001sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINH_32_memop        01111000001sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXH_32_memop        01111000001sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINH_32_memop        01111000001sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPH_32_memop           01111000001sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDLH_32_memop        01111000011sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRLH_32_memop        01111000011sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORLH_32_memop        01111000011sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETLH_32_memop        01111000011sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXLH_32_memop       01111000011sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINLH_32_memop       01111000011sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXLH_32_memop       01111000011sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINLH_32_memop       01111000011sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPLH_32_memop          01111000011sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDAH_32_memop        01111000101sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRAH_32_memop        01111000101sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORAH_32_memop        01111000101sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETAH_32_memop        01111000101sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXAH_32_memop       01111000101sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINAH_32_memop       01111000101sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXAH_32_memop       01111000101sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINAH_32_memop       01111000101sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPAH_32_memop          01111000101sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDALH_32_memop       01111000111sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRALH_32_memop       01111000111sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORALH_32_memop       01111000111sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETALH_32_memop       01111000111sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXALH_32_memop      01111000111sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINALH_32_memop      01111000111sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXALH_32_memop      01111000111sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINALH_32_memop      01111000111sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPALH_32_memop         01111000111sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADD_32_memop          10111000001sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLR_32_memop          10111000001sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEOR_32_memop          10111000001sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSET_32_memop          10111000001sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAX_32_memop         10111000001sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMIN_32_memop         10111000001sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAX_32_memop         10111000001sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMIN_32_memop         10111000001sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWP_32_memop            10111000001sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDL_32_memop         10111000011sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRL_32_memop         10111000011sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORL_32_memop         10111000011sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETL_32_memop         10111000011sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXL_32_memop        10111000011sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINL_32_memop        10111000011sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXL_32_memop        10111000011sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINL_32_memop        10111000011sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPL_32_memop           10111000011sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDA_32_memop         10111000101sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRA_32_memop         10111000101sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORA_32_memop         10111000101sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETA_32_memop         10111000101sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXA_32_memop        10111000101sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINA_32_memop        10111000101sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXA_32_memop        10111000101sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINA_32_memop        10111000101sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPA_32_memop           10111000101sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDAL_32_memop        10111000111sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRAL_32_memop        10111000111sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORAL_32_memop        10111000111sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETAL_32_memop        10111000111sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXAL_32_memop       10111000111sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINAL_32_memop       10111000111sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXAL_32_memop       10111000111sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINAL_32_memop       10111000111sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPAL_32_memop          10111000111sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADD_64_memop          11111000001sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLR_64_memop          11111000001sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEOR_64_memop          11111000001sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSET_64_memop          11111000001sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAX_64_memop         11111000001sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMIN_64_memop         11111000001sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAX_64_memop         11111000001sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMIN_64_memop         11111000001sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWP_64_memop            11111000001sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDL_64_memop         11111000011sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRL_64_memop         11111000011sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORL_64_memop         11111000011sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETL_64_memop         11111000011sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXL_64_memop        11111000011sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINL_64_memop        11111000011sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXL_64_memop        11111000011sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINL_64_memop        11111000011sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPL_64_memop           11111000011sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDA_64_memop         11111000101sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRA_64_memop         11111000101sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORA_64_memop         11111000101sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETA_64_memop         11111000101sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXA_64_memop        11111000101sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINA_64_memop        11111000101sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXA_64_memop        11111000101sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINA_64_memop        11111000101sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPA_64_memop           11111000101sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            LDADDAL_64_memop        11111000111sssss000000nnnnnttttt -         LSE     RMW  Ns>t
            LDCLRAL_64_memop        11111000111sssss000100nnnnnttttt -         LSE     RMW  Ns>t
            LDEORAL_64_memop        11111000111sssss001000nnnnnttttt -         LSE     RMW  Ns>t
            LDSETAL_64_memop        11111000111sssss001100nnnnnttttt -         LSE     RMW  Ns>t
            LDSMAXAL_64_memop       11111000111sssss010000nnnnnttttt -         LSE     RMW  Ns>t
            LDSMINAL_64_memop       11111000111sssss010100nnnnnttttt -         LSE     RMW  Ns>t
            LDUMAXAL_64_memop       11111000111sssss011000nnnnnttttt -         LSE     RMW  Ns>t
            LDUMINAL_64_memop       11111000111sssss011100nnnnnttttt -         LSE     RMW  Ns>t
            SWPAL_64_memop          11111000111sssss100000nnnnnttttt -         LSE     RMW  Ns>t
            # Large system extensions: compare and swap
            CASB_C32_comswap        00001000101sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASLB_C32_comswap       00001000101sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CASAB_C32_comswap       00001000111sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASALB_C32_comswap      00001000111sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CASH_C32_comswap        01001000101sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASLH_C32_comswap       01001000101sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CASAH_C32_comswap       01001000111sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASALH_C32_comswap      01001000111sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CAS_C32_comswap         10001000101sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASL_C32_comswap        10001000101sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CASA_C32_comswap        10001000111sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASAL_C32_comswap       10001000111sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CAS_C64_comswap         11001000101sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASL_C64_comswap        11001000101sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            CASA_C64_comswap        11001000111sssss011111nnnnnttttt -         LSE     RMW  Nst>s
            CASAL_C64_comswap       11001000111sssss111111nnnnnttttt -         LSE     RMW  Nst>s
            # Large system extensions: compare and swap pair
            CASP_CP32_comswappr     00001000001sssss011111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPL_CP32_comswappr    00001000001sssss111111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPA_CP32_comswappr    00001000011sssss011111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPAL_CP32_comswappr   00001000011sssss111111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASP_CP64_comswappr     01001000001sssss011111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPL_CP64_comswappr    01001000001sssss111111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPA_CP64_comswappr    01001000011sssss011111nnnnnttttt ODD       LSE     RMW  Npq>p
            CASPAL_CP64_comswappr   01001000011sssss111111nnnnnttttt ODD       LSE     RMW  Npq>p
            """;
    // @formatter:on

    MemoryRows() {}
}
