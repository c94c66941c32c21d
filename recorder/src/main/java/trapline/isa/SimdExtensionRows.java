package trapline.isa;

/**
 * Advanced SIMD that came as an extension: cryptography, RDM, dot product, half precision.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from the end of {@link SimdRows}. {@link RowTable} explains the columns.
 */
abstract class SimdExtensionRows extends SimdRows {
    // @formatter:off

    // Cryptographic: AES
    public static final int AESE_B_cryptoaes           = 1298;
    public static final int AESD_B_cryptoaes           = 1299;
    public static final int AESMC_B_cryptoaes          = 1300;
    public static final int AESIMC_B_cryptoaes         = 1301;

    // Cryptographic: SHA, three registers
    public static final int SHA1C_QSV_cryptosha3       = 1302;
    public static final int SHA1P_QSV_cryptosha3       = 1303;
    public static final int SHA1M_QSV_cryptosha3       = 1304;
    public static final int SHA1SU0_VVV_cryptosha3     = 1305;

    // Cryptographic: SHA, two registers
    public static final int SHA1H_SS_cryptosha2        = 1306;
    public static final int SHA1SU1_VV_cryptosha2      = 1307;

    // Cryptographic: SHA, three registers
    public static final int SHA256H_QQV_cryptosha3     = 1308;
    public static final int SHA256H2_QQV_cryptosha3    = 1309;
    public static final int SHA256SU1_VVV_cryptosha3   = 1310;

    // Cryptographic: SHA, two registers
    public static final int SHA256SU0_VV_cryptosha2    = 1311;

    // Three registers, extension
    public static final int SQRDMLAH_asimdsame2_only   = 1312;
    public static final int SQRDMLSH_asimdsame2_only   = 1313;

    // By indexed element
    public static final int SQRDMLAH_asimdelem_R       = 1314;
    public static final int SQRDMLSH_asimdelem_R       = 1315;

    // Scalar: three registers, extension
    public static final int SQRDMLAH_asisdsame2_only   = 1316;
    public static final int SQRDMLSH_asisdsame2_only   = 1317;

    // Scalar: by indexed element
    public static final int SQRDMLAH_asisdelem_R       = 1318;
    public static final int SQRDMLSH_asisdelem_R       = 1319;

    // Three registers, extension
    public static final int SDOT_asimdsame2_D          = 1320;
    public static final int UDOT_asimdsame2_D          = 1321;

    // By indexed element
    public static final int SDOT_asimdelem_D           = 1322;
    public static final int UDOT_asimdelem_D           = 1323;

    // Three registers, half precision
    public static final int FMAXNM_asimdsamefp16_only  = 1324;
    public static final int FMLA_asimdsamefp16_only    = 1325;
    public static final int FADD_asimdsamefp16_only    = 1326;
    public static final int FMULX_asimdsamefp16_only   = 1327;
    public static final int FCMEQ_asimdsamefp16_only   = 1328;
    public static final int FMAX_asimdsamefp16_only    = 1329;
    public static final int FRECPS_asimdsamefp16_only  = 1330;
    public static final int FMINNM_asimdsamefp16_only  = 1331;
    public static final int FMLS_asimdsamefp16_only    = 1332;
    public static final int FSUB_asimdsamefp16_only    = 1333;
    public static final int FMIN_asimdsamefp16_only    = 1334;
    public static final int FRSQRTS_asimdsamefp16_only = 1335;
    public static final int FMAXNMP_asimdsamefp16_only = 1336;
    public static final int FADDP_asimdsamefp16_only   = 1337;
    public static final int FMUL_asimdsamefp16_only    = 1338;
    public static final int FCMGE_asimdsamefp16_only   = 1339;
    public static final int FACGE_asimdsamefp16_only   = 1340;
    public static final int FMAXP_asimdsamefp16_only   = 1341;
    public static final int FDIV_asimdsamefp16_only    = 1342;
    public static final int FMINNMP_asimdsamefp16_only = 1343;
    public static final int FABD_asimdsamefp16_only    = 1344;
    public static final int FCMGT_asimdsamefp16_only   = 1345;
    public static final int FACGT_asimdsamefp16_only   = 1346;
    public static final int FMINP_asimdsamefp16_only   = 1347;

    // Two registers, half precision
    public static final int FRINTN_asimdmiscfp16_R     = 1348;
    public static final int FRINTM_asimdmiscfp16_R     = 1349;
    public static final int FCVTNS_asimdmiscfp16_R     = 1350;
    public static final int FCVTMS_asimdmiscfp16_R     = 1351;
    public static final int FCVTAS_asimdmiscfp16_R     = 1352;
    public static final int SCVTF_asimdmiscfp16_R      = 1353;
    public static final int FCMGT_asimdmiscfp16_FZ     = 1354;
    public static final int FCMEQ_asimdmiscfp16_FZ     = 1355;
    public static final int FCMLT_asimdmiscfp16_FZ     = 1356;
    public static final int FABS_asimdmiscfp16_R       = 1357;
    public static final int FRINTP_asimdmiscfp16_R     = 1358;
    public static final int FRINTZ_asimdmiscfp16_R     = 1359;
    public static final int FCVTPS_asimdmiscfp16_R     = 1360;
    public static final int FCVTZS_asimdmiscfp16_R     = 1361;
    public static final int FRECPE_asimdmiscfp16_R     = 1362;
    public static final int FRINTA_asimdmiscfp16_R     = 1363;
    public static final int FRINTX_asimdmiscfp16_R     = 1364;
    public static final int FCVTNU_asimdmiscfp16_R     = 1365;
    public static final int FCVTMU_asimdmiscfp16_R     = 1366;
    public static final int FCVTAU_asimdmiscfp16_R     = 1367;
    public static final int UCVTF_asimdmiscfp16_R      = 1368;
    public static final int FCMGE_asimdmiscfp16_FZ     = 1369;
    public static final int FCMLE_asimdmiscfp16_FZ     = 1370;
    public static final int FNEG_asimdmiscfp16_R       = 1371;
    public static final int FRINTI_asimdmiscfp16_R     = 1372;
    public static final int FCVTPU_asimdmiscfp16_R     = 1373;
    public static final int FCVTZU_asimdmiscfp16_R     = 1374;
    public static final int FRSQRTE_asimdmiscfp16_R    = 1375;
    public static final int FSQRT_asimdmiscfp16_R      = 1376;

    // Across lanes
    public static final int FMAXNMV_asimdall_only_H    = 1377;
    public static final int FMAXV_asimdall_only_H      = 1378;
    public static final int FMINNMV_asimdall_only_H    = 1379;
    public static final int FMINV_asimdall_only_H      = 1380;

    // Modified immediate
    public static final int FMOV_asimdimm_H_h          = 1381;

    // By indexed element
    public static final int FMLA_asimdelem_RH_H        = 1382;
    public static final int FMLS_asimdelem_RH_H        = 1383;
    public static final int FMUL_asimdelem_RH_H        = 1384;
    public static final int FMULX_asimdelem_RH_H       = 1385;

    // Scalar: three registers, half precision
    public static final int FMULX_asisdsamefp16_only   = 1386;
    public static final int FCMEQ_asisdsamefp16_only   = 1387;
    public static final int FRECPS_asisdsamefp16_only  = 1388;
    public static final int FRSQRTS_asisdsamefp16_only = 1389;
    public static final int FCMGE_asisdsamefp16_only   = 1390;
    public static final int FACGE_asisdsamefp16_only   = 1391;
    public static final int FABD_asisdsamefp16_only    = 1392;
    public static final int FCMGT_asisdsamefp16_only   = 1393;
    public static final int FACGT_asisdsamefp16_only   = 1394;

    // Scalar: two registers, half precision
    public static final int FCVTNS_asisdmiscfp16_R     = 1395;
    public static final int FCVTMS_asisdmiscfp16_R     = 1396;
    public static final int FCVTAS_asisdmiscfp16_R     = 1397;
    public static final int SCVTF_asisdmiscfp16_R      = 1398;
    public static final int FCMGT_asisdmiscfp16_FZ     = 1399;
    public static final int FCMEQ_asisdmiscfp16_FZ     = 1400;
    public static final int FCMLT_asisdmiscfp16_FZ     = 1401;
    public static final int FCVTPS_asisdmiscfp16_R     = 1402;
    public static final int FCVTZS_asisdmiscfp16_R     = 1403;
    public static final int FRECPE_asisdmiscfp16_R     = 1404;
    public static final int FRECPX_asisdmiscfp16_R     = 1405;
    public static final int FCVTNU_asisdmiscfp16_R     = 1406;
    public static final int FCVTMU_asisdmiscfp16_R     = 1407;
    public static final int FCVTAU_asisdmiscfp16_R     = 1408;
    public static final int UCVTF_asisdmiscfp16_R      = 1409;
    public static final int FCMGE_asisdmiscfp16_FZ     = 1410;
    public static final int FCMLE_asisdmiscfp16_FZ     = 1411;
    public static final int FCVTPU_asisdmiscfp16_R     = 1412;
    public static final int FCVTZU_asisdmiscfp16_R     = 1413;
    public static final int FRSQRTE_asisdmiscfp16_R    = 1414;

    // Scalar: pairwise
    public static final int FMAXNMP_asisdpair_only_H   = 1415;
    public static final int FADDP_asisdpair_only_H     = 1416;
    public static final int FMAXP_asisdpair_only_H     = 1417;
    public static final int FMINNMP_asisdpair_only_H   = 1418;
    public static final int FMINP_asisdpair_only_H     = 1419;

    // Scalar: by indexed element
    public static final int FMLA_asisdelem_RH_H        = 1420;
    public static final int FMLS_asisdelem_RH_H        = 1421;
    public static final int FMUL_asisdelem_RH_H        = 1422;
    public static final int FMULX_asisdelem_RH_H       = 1423;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_SIMD_EXTENSION =
            """
            # Cryptographic: AES
            AESE_B_cryptoaes           0100111000101000010010nnnnnddddd -         AES     FP   -
            AESD_B_cryptoaes           0100111000101000010110nnnnnddddd -         AES     FP   -
            AESMC_B_cryptoaes          0100111000101000011010nnnnnddddd -         AES     FP   -
            AESIMC_B_cryptoaes         0100111000101000011110nnnnnddddd -         AES     FP   -
            # Cryptographic: SHA, three registers
            SHA1C_QSV_cryptosha3       01011110000mmmmm000000nnnnnddddd -         SHA1    FP   -
            SHA1P_QSV_cryptosha3       01011110000mmmmm000100nnnnnddddd -         SHA1    FP   -
            SHA1M_QSV_cryptosha3       01011110000mmmmm001000nnnnnddddd -         SHA1    FP   -
            SHA1SU0_VVV_cryptosha3     01011110000mmmmm001100nnnnnddddd -         SHA1    FP   -
            # Cryptographic: SHA, two registers
            SHA1H_SS_cryptosha2        0101111000101000000010nnnnnddddd -         SHA1    FP   -
            SHA1SU1_VV_cryptosha2      0101111000101000000110nnnnnddddd -         SHA1    FP   -
            # Cryptographic: SHA, three registers
            SHA256H_QQV_cryptosha3     01011110000mmmmm010000nnnnnddddd -         SHA256  FP   -
            SHA256H2_QQV_cryptosha3    01011110000mmmmm010100nnnnnddddd -         SHA256  FP   -
            SHA256SU1_VVV_cryptosha3   01011110000mmmmm011000nnnnnddddd -         SHA256  FP   -
            # Cryptographic: SHA, two registers
            SHA256SU0_VV_cryptosha2    0101111000101000001010nnnnnddddd -         SHA256  FP   -
            # Three registers, extension
            SQRDMLAH_asimdsame2_only   0Q101110zz0mmmmm100001nnnnnddddd SIZE03    RDM     FP   -
            SQRDMLSH_asimdsame2_only   0Q101110zz0mmmmm100011nnnnnddddd SIZE03    RDM     FP   -
            # By indexed element
            SQRDMLAH_asimdelem_R       0Q101111zzLMmmmm1101H0nnnnnddddd SIZE03    RDM     FP   -
            SQRDMLSH_asimdelem_R       0Q101111zzLMmmmm1111H0nnnnnddddd SIZE03    RDM     FP   -
            # Scalar: three registers, extension
            SQRDMLAH_asisdsame2_only   01111110zz0mmmmm100001nnnnnddddd SIZE03    RDM     FP   -
            SQRDMLSH_asisdsame2_only   01111110zz0mmmmm100011nnnnnddddd SIZE03    RDM     FP   -
            # Scalar: by indexed element
            SQRDMLAH_asisdelem_R       01111111zzLMmmmm1101H0nnnnnddddd SIZE03    RDM     FP   -
            SQRDMLSH_asisdelem_R       01111111zzLMmmmm1111H0nnnnnddddd SIZE03    RDM     FP   -
            # Three registers, extension
            SDOT_asimdsame2_D          0Q001110zz0mmmmm100101nnnnnddddd SIZE013   DotProd FP   -
            UDOT_asimdsame2_D          0Q101110zz0mmmmm100101nnnnnddddd SIZE013   DotProd FP   -
            # By indexed element
            SDOT_asimdelem_D           0Q001111zzLMmmmm1110H0nnnnnddddd SIZE013   DotProd FP   -
            UDOT_asimdelem_D           0Q101111zzLMmmmm1110H0nnnnnddddd SIZE013   DotProd FP   -
            # Three registers, half precision
            FMAXNM_asimdsamefp16_only  0Q001110010mmmmm000001nnnnnddddd -         FP16    FP   -
            FMLA_asimdsamefp16_only    0Q001110010mmmmm000011nnnnnddddd -         FP16    FP   -
            FADD_asimdsamefp16_only    0Q001110010mmmmm000101nnnnnddddd -         FP16    FP   -
            FMULX_asimdsamefp16_only   0Q001110010mmmmm000111nnnnnddddd -         FP16    FP   -
            FCMEQ_asimdsamefp16_only   0Q001110010mmmmm001001nnnnnddddd -         FP16    FP   -
            FMAX_asimdsamefp16_only    0Q001110010mmmmm001101nnnnnddddd -         FP16    FP   -
            FRECPS_asimdsamefp16_only  0Q001110010mmmmm001111nnnnnddddd -         FP16    FP   -
            FMINNM_asimdsamefp16_only  0Q001110110mmmmm000001nnnnnddddd -         FP16    FP   -
            FMLS_asimdsamefp16_only    0Q001110110mmmmm000011nnnnnddddd -         FP16    FP   -
            FSUB_asimdsamefp16_only    0Q001110110mmmmm000101nnnnnddddd -         FP16    FP   -
            FMIN_asimdsamefp16_only    0Q001110110mmmmm001101nnnnnddddd -         FP16    FP   -
            FRSQRTS_asimdsamefp16_only 0Q001110110mmmmm001111nnnnnddddd -         FP16    FP   -
            FMAXNMP_asimdsamefp16_only 0Q101110010mmmmm000001nnnnnddddd -         FP16    FP   -
            FADDP_asimdsamefp16_only   0Q101110010mmmmm000101nnnnnddddd -         FP16    FP   -
            FMUL_asimdsamefp16_only    0Q101110010mmmmm000111nnnnnddddd -         FP16    FP   -
            FCMGE_asimdsamefp16_only   0Q101110010mmmmm001001nnnnnddddd -         FP16    FP   -
            FACGE_asimdsamefp16_only   0Q101110010mmmmm001011nnnnnddddd -         FP16    FP   -
            FMAXP_asimdsamefp16_only   0Q101110010mmmmm001101nnnnnddddd -         FP16    FP   -
            FDIV_asimdsamefp16_only    0Q101110010mmmmm001111nnnnnddddd -         FP16    FP   -
            FMINNMP_asimdsamefp16_only 0Q101110110mmmmm000001nnnnnddddd -         FP16    FP   -
            FABD_asimdsamefp16_only    0Q101110110mmmmm000101nnnnnddddd -         FP16    FP   -
            FCMGT_asimdsamefp16_only   0Q101110110mmmmm001001nnnnnddddd -         FP16    FP   -
            FACGT_asimdsamefp16_only   0Q101110110mmmmm001011nnnnnddddd -         FP16    FP   -
            FMINP_asimdsamefp16_only   0Q101110110mmmmm001101nnnnnddddd -         FP16    FP   -
            # Two registers, half precision
            FRINTN_asimdmiscfp16_R     0Q00111001111001100010nnnnnddddd -         FP16    FP   -
            FRINTM_asimdmiscfp16_R     0Q00111001111001100110nnnnnddddd -         FP16    FP   -
            FCVTNS_asimdmiscfp16_R     0Q00111001111001101010nnnnnddddd -         FP16    FP   -
            FCVTMS_asimdmiscfp16_R     0Q00111001111001101110nnnnnddddd -         FP16    FP   -
            FCVTAS_asimdmiscfp16_R     0Q00111001111001110010nnnnnddddd -         FP16    FP   -
            SCVTF_asimdmiscfp16_R      0Q00111001111001110110nnnnnddddd -         FP16    FP   -
            FCMGT_asimdmiscfp16_FZ     0Q00111011111000110010nnnnnddddd -         FP16    FP   -
            FCMEQ_asimdmiscfp16_FZ     0Q00111011111000110110nnnnnddddd -         FP16    FP   -
            FCMLT_asimdmiscfp16_FZ     0Q00111011111000111010nnnnnddddd -         FP16    FP   -
            FABS_asimdmiscfp16_R       0Q00111011111000111110nnnnnddddd -         FP16    FP   -
            FRINTP_asimdmiscfp16_R     0Q00111011111001100010nnnnnddddd -         FP16    FP   -
            FRINTZ_asimdmiscfp16_R     0Q00111011111001100110nnnnnddddd -         FP16    FP   -
            FCVTPS_asimdmiscfp16_R     0Q00111011111001101010nnnnnddddd -         FP16    FP   -
            FCVTZS_asimdmiscfp16_R     0Q00111011111001101110nnnnnddddd -         FP16    FP   -
            FRECPE_asimdmiscfp16_R     0Q00111011111001110110nnnnnddddd -         FP16    FP   -
            FRINTA_asimdmiscfp16_R     0Q10111001111001100010nnnnnddddd -         FP16    FP   -
            FRINTX_asimdmiscfp16_R     0Q10111001111001100110nnnnnddddd -         FP16    FP   -
            FCVTNU_asimdmiscfp16_R     0Q10111001111001101010nnnnnddddd -         FP16    FP   -
            FCVTMU_asimdmiscfp16_R     0Q10111001111001101110nnnnnddddd -         FP16    FP   -
            FCVTAU_asimdmiscfp16_R     0Q10111001111001110010nnnnnddddd -         FP16    FP   -
            UCVTF_asimdmiscfp16_R      0Q10111001111001110110nnnnnddddd -         FP16    FP   -
            FCMGE_asimdmiscfp16_FZ     0Q10111011111000110010nnnnnddddd -         FP16    FP   -
            FCMLE_asimdmiscfp16_FZ     0Q10111011111000110110nnnnnddddd -         FP16    FP   -
            FNEG_asimdmiscfp16_R       0Q10111011111000111110nnnnnddddd -         FP16    FP   -
            FRINTI_asimdmiscfp16_R     0Q10111011111001100110nnnnnddddd -         FP16    FP   -
            FCVTPU_asimdmiscfp16_R     0Q10111011111001101010nnnnnddddd -         FP16    FP   -
            FCVTZU_asimdmiscfp16_R     0Q10111011111001101110nnnnnddddd -         FP16    FP   -
            FRSQRTE_asimdmiscfp16_R    0Q10111011111001110110nnnnnddddd -         FP16    FP   -
            FSQRT_asimdmiscfp16_R      0Q10111011111001111110nnnnnddddd -         FP16    FP   -
            # Across lanes
            FMAXNMV_asimdall_only_H    0Q00111000110000110010nnnnnddddd -         FP16    FP   -
            FMAXV_asimdall_only_H      0Q00111000110000111110nnnnnddddd -         FP16    FP   -
            FMINNMV_asimdall_only_H    0Q00111010110000110010nnnnnddddd -         FP16    FP   -
            FMINV_asimdall_only_H      0Q00111010110000111110nnnnnddddd -         FP16    FP   -
            # Modified immediate
            FMOV_asimdimm_H_h          0Q00111100000iii111111iiiiiddddd -         FP16    FP   -
            # By indexed element
            FMLA_asimdelem_RH_H        0Q00111100LMmmmm0001H0nnnnnddddd -         FP16    FP   -
            FMLS_asimdelem_RH_H        0Q00111100LMmmmm0101H0nnnnnddddd -         FP16    FP   -
            FMUL_asimdelem_RH_H        0Q00111100LMmmmm1001H0nnnnnddddd -         FP16    FP   -
            FMULX_asimdelem_RH_H       0Q10111100LMmmmm1001H0nnnnnddddd -         FP16    FP   -
            # Scalar: three registers, half precision
            FMULX_asisdsamefp16_only   01011110010mmmmm000111nnnnnddddd -         FP16    FP   -
            FCMEQ_asisdsamefp16_only   01011110010mmmmm001001nnnnnddddd -         FP16    FP   -
            FRECPS_asisdsamefp16_only  01011110010mmmmm001111nnnnnddddd -         FP16    FP   -
            FRSQRTS_asisdsamefp16_only 01011110110mmmmm001111nnnnnddddd -         FP16    FP   -
            FCMGE_asisdsamefp16_only   01111110010mmmmm001001nnnnnddddd -         FP16    FP   -
            FACGE_asisdsamefp16_only   01111110010mmmmm001011nnnnnddddd -         FP16    FP   -
            FABD_asisdsamefp16_only    01111110110mmmmm000101nnnnnddddd -         FP16    FP   -
            FCMGT_asisdsamefp16_only   01111110110mmmmm001001nnnnnddddd -         FP16    FP   -
            FACGT_asisdsamefp16_only   01111110110mmmmm001011nnnnnddddd -         FP16    FP   -
            # Scalar: two registers, half precision
            FCVTNS_asisdmiscfp16_R     0101111001111001101010nnnnnddddd -         FP16    FP   -
            FCVTMS_asisdmiscfp16_R     0101111001111001101110nnnnnddddd -         FP16    FP   -
            FCVTAS_asisdmiscfp16_R     0101111001111001110010nnnnnddddd -         FP16    FP   -
            SCVTF_asisdmiscfp16_R      0101111001111001110110nnnnnddddd -         FP16    FP   -
            FCMGT_asisdmiscfp16_FZ     0101111011111000110010nnnnnddddd -         FP16    FP   -
            FCMEQ_asisdmiscfp16_FZ     0101111011111000110110nnnnnddddd -         FP16    FP   -
            FCMLT_asisdmiscfp16_FZ     0101111011111000111010nnnnnddddd -         FP16    FP   -
            FCVTPS_asisdmiscfp16_R     0101111011111001101010nnnnnddddd -         FP16    FP   -
            FCVTZS_asisdmiscfp16_R     0101111011111001101110nnnnnddddd -         FP16    FP   -
            FRECPE_asisdmiscfp16_R     0101111011111001110110nnnnnddddd -         FP16    FP   -
            FRECPX_asisdmiscfp16_R     0101111011111001111110nnnnnddddd -         FP16    FP   -
            FCVTNU_asisdmiscfp16_R     0111111001111001101010nnnnnddddd -         FP16    FP   -
            FCVTMU_asisdmiscfp16_R     0111111001111001101110nnnnnddddd -         FP16    FP   -
            FCVTAU_asisdmiscfp16_R     0111111001111001110010nnnnnddddd -         FP16    FP   -
            UCVTF_asisdmiscfp16_R      0111111001111001110110nnnnnddddd -         FP16    FP   -
            FCMGE_asisdmiscfp16_FZ     0111111011111000110010nnnnnddddd -         FP16    FP   -
            FCMLE_asisdmiscfp16_FZ     0111111011111000110110nnnnnddddd -         FP16    FP   -
            FCVTPU_asisdmiscfp16_R     0111111011111001101010nnnnnddddd -         FP16    FP   -
            FCVTZU_asisdmiscfp16_R     0111111011111001101110nnnnnddddd -         FP16    FP   -
            FRSQRTE_asisdmiscfp16_R    0111111011111001110110nnnnnddddd -         FP16    FP   -
            # Scalar: pairwise
            FMAXNMP_asisdpair_only_H   0101111000110000110010nnnnnddddd -         FP16    FP   -
            FADDP_asisdpair_only_H     0101111000110000110110nnnnnddddd -         FP16    FP   -
            FMAXP_asisdpair_only_H     0101111000110000111110nnnnnddddd -         FP16    FP   -
            FMINNMP_asisdpair_only_H   0101111010110000110010nnnnnddddd -         FP16    FP   -
            FMINP_asisdpair_only_H     0101111010110000111110nnnnnddddd -         FP16    FP   -
            # Scalar: by indexed element
            FMLA_asisdelem_RH_H        0101111100LMmmmm0001H0nnnnnddddd -         FP16    FP   -
            FMLS_asisdelem_RH_H        0101111100LMmmmm0101H0nnnnnddddd -         FP16    FP   -
            FMUL_asisdelem_RH_H        0101111100LMmmmm1001H0nnnnnddddd -         FP16    FP   -
            FMULX_asisdelem_RH_H       0111111100LMmmmm1001H0nnnnnddddd -         FP16    FP   -
            """;
    // @formatter:on

    SimdExtensionRows() {}
}
