package trapline.isa;

/**
 * Advanced SIMD of Armv8.0: vector forms, then scalar forms.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from the end of {@link SimdMemoryRows}. {@link RowTable} explains the columns.
 */
abstract class SimdRows extends SimdMemoryRows {
    // @formatter:off

    // Three registers of one type
    public static final int SHADD_asimdsame_only      =  929;
    public static final int SQADD_asimdsame_only      =  930;
    public static final int SRHADD_asimdsame_only     =  931;
    public static final int AND_asimdsame_only        =  932;
    public static final int SHSUB_asimdsame_only      =  933;
    public static final int SQSUB_asimdsame_only      =  934;
    public static final int CMGT_asimdsame_only       =  935;
    public static final int CMGE_asimdsame_only       =  936;
    public static final int SSHL_asimdsame_only       =  937;
    public static final int SQSHL_asimdsame_only      =  938;
    public static final int SRSHL_asimdsame_only      =  939;
    public static final int SQRSHL_asimdsame_only     =  940;
    public static final int SMAX_asimdsame_only       =  941;
    public static final int SMIN_asimdsame_only       =  942;
    public static final int SABD_asimdsame_only       =  943;
    public static final int SABA_asimdsame_only       =  944;
    public static final int ADD_asimdsame_only        =  945;
    public static final int CMTST_asimdsame_only      =  946;
    public static final int MLA_asimdsame_only        =  947;
    public static final int MUL_asimdsame_only        =  948;
    public static final int SMAXP_asimdsame_only      =  949;
    public static final int SMINP_asimdsame_only      =  950;
    public static final int SQDMULH_asimdsame_only    =  951;
    public static final int ADDP_asimdsame_only       =  952;
    public static final int FMAXNM_asimdsame_only     =  953;
    public static final int FMLA_asimdsame_only       =  954;
    public static final int FADD_asimdsame_only       =  955;
    public static final int FMULX_asimdsame_only      =  956;
    public static final int FCMEQ_asimdsame_only      =  957;
    public static final int FMAX_asimdsame_only       =  958;
    public static final int FRECPS_asimdsame_only     =  959;
    public static final int BIC_asimdsame_only        =  960;
    public static final int ORR_asimdsame_only        =  961;
    public static final int FMINNM_asimdsame_only     =  962;
    public static final int FMLS_asimdsame_only       =  963;
    public static final int FSUB_asimdsame_only       =  964;
    public static final int FMIN_asimdsame_only       =  965;
    public static final int FRSQRTS_asimdsame_only    =  966;
    public static final int ORN_asimdsame_only        =  967;
    public static final int UHADD_asimdsame_only      =  968;
    public static final int UQADD_asimdsame_only      =  969;
    public static final int URHADD_asimdsame_only     =  970;
    public static final int EOR_asimdsame_only        =  971;
    public static final int UHSUB_asimdsame_only      =  972;
    public static final int UQSUB_asimdsame_only      =  973;
    public static final int CMHI_asimdsame_only       =  974;
    public static final int CMHS_asimdsame_only       =  975;
    public static final int USHL_asimdsame_only       =  976;
    public static final int UQSHL_asimdsame_only      =  977;
    public static final int URSHL_asimdsame_only      =  978;
    public static final int UQRSHL_asimdsame_only     =  979;
    public static final int UMAX_asimdsame_only       =  980;
    public static final int UMIN_asimdsame_only       =  981;
    public static final int UABD_asimdsame_only       =  982;
    public static final int UABA_asimdsame_only       =  983;
    public static final int SUB_asimdsame_only        =  984;
    public static final int CMEQ_asimdsame_only       =  985;
    public static final int MLS_asimdsame_only        =  986;
    public static final int PMUL_asimdsame_only       =  987;
    public static final int UMAXP_asimdsame_only      =  988;
    public static final int UMINP_asimdsame_only      =  989;
    public static final int SQRDMULH_asimdsame_only   =  990;
    public static final int FMAXNMP_asimdsame_only    =  991;
    public static final int FADDP_asimdsame_only      =  992;
    public static final int FMUL_asimdsame_only       =  993;
    public static final int FCMGE_asimdsame_only      =  994;
    public static final int FACGE_asimdsame_only      =  995;
    public static final int FMAXP_asimdsame_only      =  996;
    public static final int FDIV_asimdsame_only       =  997;
    public static final int BSL_asimdsame_only        =  998;
    public static final int BIT_asimdsame_only        =  999;
    public static final int FMINNMP_asimdsame_only    = 1000;
    public static final int FABD_asimdsame_only       = 1001;
    public static final int FCMGT_asimdsame_only      = 1002;
    public static final int FACGT_asimdsame_only      = 1003;
    public static final int FMINP_asimdsame_only      = 1004;
    public static final int BIF_asimdsame_only        = 1005;

    // Three registers of different types
    public static final int SADDL_asimddiff_L         = 1006;
    public static final int SADDW_asimddiff_W         = 1007;
    public static final int SSUBL_asimddiff_L         = 1008;
    public static final int SSUBW_asimddiff_W         = 1009;
    public static final int ADDHN_asimddiff_N         = 1010;
    public static final int SABAL_asimddiff_L         = 1011;
    public static final int SUBHN_asimddiff_N         = 1012;
    public static final int SABDL_asimddiff_L         = 1013;
    public static final int SMLAL_asimddiff_L         = 1014;
    public static final int SQDMLAL_asimddiff_L       = 1015;
    public static final int SMLSL_asimddiff_L         = 1016;
    public static final int SQDMLSL_asimddiff_L       = 1017;
    public static final int SMULL_asimddiff_L         = 1018;
    public static final int SQDMULL_asimddiff_L       = 1019;
    public static final int PMULL_asimddiff_L         = 1020;
    public static final int UADDL_asimddiff_L         = 1021;
    public static final int UADDW_asimddiff_W         = 1022;
    public static final int USUBL_asimddiff_L         = 1023;
    public static final int USUBW_asimddiff_W         = 1024;
    public static final int RADDHN_asimddiff_N        = 1025;
    public static final int UABAL_asimddiff_L         = 1026;
    public static final int RSUBHN_asimddiff_N        = 1027;
    public static final int UABDL_asimddiff_L         = 1028;
    public static final int UMLAL_asimddiff_L         = 1029;
    public static final int UMLSL_asimddiff_L         = 1030;
    public static final int UMULL_asimddiff_L         = 1031;

    // Two registers
    public static final int REV64_asimdmisc_R         = 1032;
    public static final int REV16_asimdmisc_R         = 1033;
    public static final int SADDLP_asimdmisc_P        = 1034;
    public static final int SUQADD_asimdmisc_R        = 1035;
    public static final int CLS_asimdmisc_R           = 1036;
    public static final int CNT_asimdmisc_R           = 1037;
    public static final int SADALP_asimdmisc_P        = 1038;
    public static final int SQABS_asimdmisc_R         = 1039;
    public static final int CMGT_asimdmisc_Z          = 1040;
    public static final int CMEQ_asimdmisc_Z          = 1041;
    public static final int CMLT_asimdmisc_Z          = 1042;
    public static final int ABS_asimdmisc_R           = 1043;
    public static final int XTN_asimdmisc_N           = 1044;
    public static final int SQXTN_asimdmisc_N         = 1045;
    public static final int FCVTN_asimdmisc_N         = 1046;
    public static final int FCVTL_asimdmisc_L         = 1047;
    public static final int FRINTN_asimdmisc_R        = 1048;
    public static final int FRINTM_asimdmisc_R        = 1049;
    public static final int FCVTNS_asimdmisc_R        = 1050;
    public static final int FCVTMS_asimdmisc_R        = 1051;
    public static final int FCVTAS_asimdmisc_R        = 1052;
    public static final int SCVTF_asimdmisc_R         = 1053;
    public static final int FCMGT_asimdmisc_FZ        = 1054;
    public static final int FCMEQ_asimdmisc_FZ        = 1055;
    public static final int FCMLT_asimdmisc_FZ        = 1056;
    public static final int FABS_asimdmisc_R          = 1057;
    public static final int FRINTP_asimdmisc_R        = 1058;
    public static final int FRINTZ_asimdmisc_R        = 1059;
    public static final int FCVTPS_asimdmisc_R        = 1060;
    public static final int FCVTZS_asimdmisc_R        = 1061;
    public static final int URECPE_asimdmisc_R        = 1062;
    public static final int FRECPE_asimdmisc_R        = 1063;
    public static final int REV32_asimdmisc_R         = 1064;
    public static final int UADDLP_asimdmisc_P        = 1065;
    public static final int USQADD_asimdmisc_R        = 1066;
    public static final int CLZ_asimdmisc_R           = 1067;
    public static final int NOT_asimdmisc_R           = 1068;
    public static final int UADALP_asimdmisc_P        = 1069;
    public static final int SQNEG_asimdmisc_R         = 1070;
    public static final int CMGE_asimdmisc_Z          = 1071;
    public static final int CMLE_asimdmisc_Z          = 1072;
    public static final int NEG_asimdmisc_R           = 1073;
    public static final int SQXTUN_asimdmisc_N        = 1074;
    public static final int SHLL_asimdmisc_S          = 1075;
    public static final int UQXTN_asimdmisc_N         = 1076;
    public static final int FRINTA_asimdmisc_R        = 1077;
    public static final int FRINTX_asimdmisc_R        = 1078;
    public static final int FCVTNU_asimdmisc_R        = 1079;
    public static final int FCVTMU_asimdmisc_R        = 1080;
    public static final int FCVTAU_asimdmisc_R        = 1081;
    public static final int UCVTF_asimdmisc_R         = 1082;
    public static final int RBIT_asimdmisc_R          = 1083;
    public static final int FCVTXN_asimdmisc_N        = 1084;
    public static final int FCMGE_asimdmisc_FZ        = 1085;
    public static final int FCMLE_asimdmisc_FZ        = 1086;
    public static final int FNEG_asimdmisc_R          = 1087;
    public static final int FRINTI_asimdmisc_R        = 1088;
    public static final int FCVTPU_asimdmisc_R        = 1089;
    public static final int FCVTZU_asimdmisc_R        = 1090;
    public static final int URSQRTE_asimdmisc_R       = 1091;
    public static final int FRSQRTE_asimdmisc_R       = 1092;
    public static final int FSQRT_asimdmisc_R         = 1093;

    // Across lanes
    public static final int SADDLV_asimdall_only      = 1094;
    public static final int SMAXV_asimdall_only       = 1095;
    public static final int SMINV_asimdall_only       = 1096;
    public static final int ADDV_asimdall_only        = 1097;
    public static final int UADDLV_asimdall_only      = 1098;
    public static final int UMAXV_asimdall_only       = 1099;
    public static final int UMINV_asimdall_only       = 1100;
    public static final int FMAXNMV_asimdall_only_SD  = 1101;
    public static final int FMAXV_asimdall_only_SD    = 1102;
    public static final int FMINNMV_asimdall_only_SD  = 1103;
    public static final int FMINV_asimdall_only_SD    = 1104;

    // Permute
    public static final int UZP1_asimdperm_only       = 1105;
    public static final int TRN1_asimdperm_only       = 1106;
    public static final int ZIP1_asimdperm_only       = 1107;
    public static final int UZP2_asimdperm_only       = 1108;
    public static final int TRN2_asimdperm_only       = 1109;
    public static final int ZIP2_asimdperm_only       = 1110;

    // Extract
    public static final int EXT_asimdext_only         = 1111;

    // Table lookup
    public static final int TBL_asimdtbl_L1_1         = 1112;
    public static final int TBX_asimdtbl_L1_1         = 1113;
    public static final int TBL_asimdtbl_L2_2         = 1114;
    public static final int TBX_asimdtbl_L2_2         = 1115;
    public static final int TBL_asimdtbl_L3_3         = 1116;
    public static final int TBX_asimdtbl_L3_3         = 1117;
    public static final int TBL_asimdtbl_L4_4         = 1118;
    public static final int TBX_asimdtbl_L4_4         = 1119;

    // Copy
    public static final int DUP_asimdins_DV_v         = 1120;
    public static final int DUP_asimdins_DR_r         = 1121;
    public static final int SMOV_asimdins_W_w         = 1122;
    public static final int UMOV_asimdins_W_w         = 1123;
    public static final int INS_asimdins_IR_r         = 1124;
    public static final int SMOV_asimdins_X_x         = 1125;
    public static final int UMOV_asimdins_X_x         = 1126;
    public static final int INS_asimdins_IV_v         = 1127;

    // Modified immediate
    public static final int MOVI_asimdimm_L_sl        = 1128;
    public static final int ORR_asimdimm_L_sl         = 1129;
    public static final int MOVI_asimdimm_L_hl        = 1130;
    public static final int ORR_asimdimm_L_hl         = 1131;
    public static final int MOVI_asimdimm_M_sm        = 1132;
    public static final int MOVI_asimdimm_N_b         = 1133;
    public static final int FMOV_asimdimm_S_s         = 1134;
    public static final int MVNI_asimdimm_L_sl        = 1135;
    public static final int BIC_asimdimm_L_sl         = 1136;
    public static final int MVNI_asimdimm_L_hl        = 1137;
    public static final int BIC_asimdimm_L_hl         = 1138;
    public static final int MVNI_asimdimm_M_sm        = 1139;
    public static final int MOVI_asimdimm_D_ds        = 1140;
    public static final int MOVI_asimdimm_D2_d        = 1141;
    public static final int FMOV_asimdimm_D2_d        = 1142;

    // Shift by immediate
    public static final int SSHR_asimdshf_R           = 1143;
    public static final int SSRA_asimdshf_R           = 1144;
    public static final int SRSHR_asimdshf_R          = 1145;
    public static final int SRSRA_asimdshf_R          = 1146;
    public static final int SHL_asimdshf_R            = 1147;
    public static final int SQSHL_asimdshf_R          = 1148;
    public static final int SHRN_asimdshf_N           = 1149;
    public static final int RSHRN_asimdshf_N          = 1150;
    public static final int SQSHRN_asimdshf_N         = 1151;
    public static final int SQRSHRN_asimdshf_N        = 1152;
    public static final int SSHLL_asimdshf_L          = 1153;
    public static final int SCVTF_asimdshf_C          = 1154;
    public static final int FCVTZS_asimdshf_C         = 1155;
    public static final int USHR_asimdshf_R           = 1156;
    public static final int USRA_asimdshf_R           = 1157;
    public static final int URSHR_asimdshf_R          = 1158;
    public static final int URSRA_asimdshf_R          = 1159;
    public static final int SRI_asimdshf_R            = 1160;
    public static final int SLI_asimdshf_R            = 1161;
    public static final int SQSHLU_asimdshf_R         = 1162;
    public static final int UQSHL_asimdshf_R          = 1163;
    public static final int SQSHRUN_asimdshf_N        = 1164;
    public static final int SQRSHRUN_asimdshf_N       = 1165;
    public static final int UQSHRN_asimdshf_N         = 1166;
    public static final int UQRSHRN_asimdshf_N        = 1167;
    public static final int USHLL_asimdshf_L          = 1168;
    public static final int UCVTF_asimdshf_C          = 1169;
    public static final int FCVTZU_asimdshf_C         = 1170;

    // By indexed element
    public static final int SMLAL_asimdelem_L         = 1171;
    public static final int SQDMLAL_asimdelem_L       = 1172;
    public static final int SMLSL_asimdelem_L         = 1173;
    public static final int SQDMLSL_asimdelem_L       = 1174;
    public static final int MUL_asimdelem_R           = 1175;
    public static final int SMULL_asimdelem_L         = 1176;
    public static final int SQDMULL_asimdelem_L       = 1177;
    public static final int SQDMULH_asimdelem_R       = 1178;
    public static final int SQRDMULH_asimdelem_R      = 1179;
    public static final int FMLA_asimdelem_R_SD       = 1180;
    public static final int FMLS_asimdelem_R_SD       = 1181;
    public static final int FMUL_asimdelem_R_SD       = 1182;
    public static final int MLA_asimdelem_R           = 1183;
    public static final int UMLAL_asimdelem_L         = 1184;
    public static final int MLS_asimdelem_R           = 1185;
    public static final int UMLSL_asimdelem_L         = 1186;
    public static final int UMULL_asimdelem_L         = 1187;
    public static final int FMULX_asimdelem_R_SD      = 1188;

    // Scalar: three registers of one type
    public static final int SQADD_asisdsame_only      = 1189;
    public static final int SQSUB_asisdsame_only      = 1190;
    public static final int SQSHL_asisdsame_only      = 1191;
    public static final int SQRSHL_asisdsame_only     = 1192;
    public static final int SQDMULH_asisdsame_only    = 1193;
    public static final int FMULX_asisdsame_only      = 1194;
    public static final int FCMEQ_asisdsame_only      = 1195;
    public static final int FRECPS_asisdsame_only     = 1196;
    public static final int FRSQRTS_asisdsame_only    = 1197;
    public static final int CMGT_asisdsame_only       = 1198;
    public static final int CMGE_asisdsame_only       = 1199;
    public static final int SSHL_asisdsame_only       = 1200;
    public static final int SRSHL_asisdsame_only      = 1201;
    public static final int ADD_asisdsame_only        = 1202;
    public static final int CMTST_asisdsame_only      = 1203;
    public static final int UQADD_asisdsame_only      = 1204;
    public static final int UQSUB_asisdsame_only      = 1205;
    public static final int UQSHL_asisdsame_only      = 1206;
    public static final int UQRSHL_asisdsame_only     = 1207;
    public static final int SQRDMULH_asisdsame_only   = 1208;
    public static final int FCMGE_asisdsame_only      = 1209;
    public static final int FACGE_asisdsame_only      = 1210;
    public static final int FABD_asisdsame_only       = 1211;
    public static final int FCMGT_asisdsame_only      = 1212;
    public static final int FACGT_asisdsame_only      = 1213;
    public static final int CMHI_asisdsame_only       = 1214;
    public static final int CMHS_asisdsame_only       = 1215;
    public static final int USHL_asisdsame_only       = 1216;
    public static final int URSHL_asisdsame_only      = 1217;
    public static final int SUB_asisdsame_only        = 1218;
    public static final int CMEQ_asisdsame_only       = 1219;

    // Scalar: three registers of different types
    public static final int SQDMLAL_asisddiff_only    = 1220;
    public static final int SQDMLSL_asisddiff_only    = 1221;
    public static final int SQDMULL_asisddiff_only    = 1222;

    // Scalar: two registers
    public static final int SUQADD_asisdmisc_R        = 1223;
    public static final int SQABS_asisdmisc_R         = 1224;
    public static final int SQXTN_asisdmisc_N         = 1225;
    public static final int FCVTNS_asisdmisc_R        = 1226;
    public static final int FCVTMS_asisdmisc_R        = 1227;
    public static final int FCVTAS_asisdmisc_R        = 1228;
    public static final int SCVTF_asisdmisc_R         = 1229;
    public static final int FCMGT_asisdmisc_FZ        = 1230;
    public static final int FCMEQ_asisdmisc_FZ        = 1231;
    public static final int FCMLT_asisdmisc_FZ        = 1232;
    public static final int FCVTPS_asisdmisc_R        = 1233;
    public static final int FCVTZS_asisdmisc_R        = 1234;
    public static final int FRECPE_asisdmisc_R        = 1235;
    public static final int FRECPX_asisdmisc_R        = 1236;
    public static final int CMGT_asisdmisc_Z          = 1237;
    public static final int CMEQ_asisdmisc_Z          = 1238;
    public static final int CMLT_asisdmisc_Z          = 1239;
    public static final int ABS_asisdmisc_R           = 1240;
    public static final int USQADD_asisdmisc_R        = 1241;
    public static final int SQNEG_asisdmisc_R         = 1242;
    public static final int SQXTUN_asisdmisc_N        = 1243;
    public static final int UQXTN_asisdmisc_N         = 1244;
    public static final int FCVTNU_asisdmisc_R        = 1245;
    public static final int FCVTMU_asisdmisc_R        = 1246;
    public static final int FCVTAU_asisdmisc_R        = 1247;
    public static final int UCVTF_asisdmisc_R         = 1248;
    public static final int FCVTXN_asisdmisc_N        = 1249;
    public static final int FCMGE_asisdmisc_FZ        = 1250;
    public static final int FCMLE_asisdmisc_FZ        = 1251;
    public static final int FCVTPU_asisdmisc_R        = 1252;
    public static final int FCVTZU_asisdmisc_R        = 1253;
    public static final int FRSQRTE_asisdmisc_R       = 1254;
    public static final int CMGE_asisdmisc_Z          = 1255;
    public static final int CMLE_asisdmisc_Z          = 1256;
    public static final int NEG_asisdmisc_R           = 1257;

    // Scalar: pairwise
    public static final int ADDP_asisdpair_only       = 1258;
    public static final int FMAXNMP_asisdpair_only_SD = 1259;
    public static final int FADDP_asisdpair_only_SD   = 1260;
    public static final int FMAXP_asisdpair_only_SD   = 1261;
    public static final int FMINNMP_asisdpair_only_SD = 1262;
    public static final int FMINP_asisdpair_only_SD   = 1263;

    // Scalar: copy
    public static final int DUP_asisdone_only         = 1264;

    // Scalar: shift by immediate
    public static final int SQSHL_asisdshf_R          = 1265;
    public static final int SQSHRN_asisdshf_N         = 1266;
    public static final int SQRSHRN_asisdshf_N        = 1267;
    public static final int SCVTF_asisdshf_C          = 1268;
    public static final int FCVTZS_asisdshf_C         = 1269;
    public static final int SSHR_asisdshf_R           = 1270;
    public static final int SSRA_asisdshf_R           = 1271;
    public static final int SRSHR_asisdshf_R          = 1272;
    public static final int SRSRA_asisdshf_R          = 1273;
    public static final int SHL_asisdshf_R            = 1274;
    public static final int SQSHLU_asisdshf_R         = 1275;
    public static final int UQSHL_asisdshf_R          = 1276;
    public static final int SQSHRUN_asisdshf_N        = 1277;
    public static final int SQRSHRUN_asisdshf_N       = 1278;
    public static final int UQSHRN_asisdshf_N         = 1279;
    public static final int UQRSHRN_asisdshf_N        = 1280;
    public static final int UCVTF_asisdshf_C          = 1281;
    public static final int FCVTZU_asisdshf_C         = 1282;
    public static final int USHR_asisdshf_R           = 1283;
    public static final int USRA_asisdshf_R           = 1284;
    public static final int URSHR_asisdshf_R          = 1285;
    public static final int URSRA_asisdshf_R          = 1286;
    public static final int SRI_asisdshf_R            = 1287;
    public static final int SLI_asisdshf_R            = 1288;

    // Scalar: by indexed element
    public static final int SQDMLAL_asisdelem_L       = 1289;
    public static final int SQDMLSL_asisdelem_L       = 1290;
    public static final int SQDMULL_asisdelem_L       = 1291;
    public static final int SQDMULH_asisdelem_R       = 1292;
    public static final int SQRDMULH_asisdelem_R      = 1293;
    public static final int FMLA_asisdelem_R_SD       = 1294;
    public static final int FMLS_asisdelem_R_SD       = 1295;
    public static final int FMUL_asisdelem_R_SD       = 1296;
    public static final int FMULX_asisdelem_R_SD      = 1297;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_SIMD =
            """
            # Three registers of one type
            SHADD_asimdsame_only      0Q001110zz1mmmmm000001nnnnnddddd SIZE3     AdvSIMD FP   -
            SQADD_asimdsame_only      0Q001110zz1mmmmm000011nnnnnddddd ONE_DW    AdvSIMD FP   -
            SRHADD_asimdsame_only     0Q001110zz1mmmmm000101nnnnnddddd SIZE3     AdvSIMD FP   -
            AND_asimdsame_only        0Q001110001mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            SHSUB_asimdsame_only      0Q001110zz1mmmmm001001nnnnnddddd SIZE3     AdvSIMD FP   -
            SQSUB_asimdsame_only      0Q001110zz1mmmmm001011nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMGT_asimdsame_only       0Q001110zz1mmmmm001101nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMGE_asimdsame_only       0Q001110zz1mmmmm001111nnnnnddddd ONE_DW    AdvSIMD FP   -
            SSHL_asimdsame_only       0Q001110zz1mmmmm010001nnnnnddddd ONE_DW    AdvSIMD FP   -
            SQSHL_asimdsame_only      0Q001110zz1mmmmm010011nnnnnddddd ONE_DW    AdvSIMD FP   -
            SRSHL_asimdsame_only      0Q001110zz1mmmmm010101nnnnnddddd ONE_DW    AdvSIMD FP   -
            SQRSHL_asimdsame_only     0Q001110zz1mmmmm010111nnnnnddddd ONE_DW    AdvSIMD FP   -
            SMAX_asimdsame_only       0Q001110zz1mmmmm011001nnnnnddddd SIZE3     AdvSIMD FP   -
            SMIN_asimdsame_only       0Q001110zz1mmmmm011011nnnnnddddd SIZE3     AdvSIMD FP   -
            SABD_asimdsame_only       0Q001110zz1mmmmm011101nnnnnddddd SIZE3     AdvSIMD FP   -
            SABA_asimdsame_only       0Q001110zz1mmmmm011111nnnnnddddd SIZE3     AdvSIMD FP   -
            ADD_asimdsame_only        0Q001110zz1mmmmm100001nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMTST_asimdsame_only      0Q001110zz1mmmmm100011nnnnnddddd ONE_DW    AdvSIMD FP   -
            MLA_asimdsame_only        0Q001110zz1mmmmm100101nnnnnddddd SIZE3     AdvSIMD FP   -
            MUL_asimdsame_only        0Q001110zz1mmmmm100111nnnnnddddd SIZE3     AdvSIMD FP   -
            SMAXP_asimdsame_only      0Q001110zz1mmmmm101001nnnnnddddd SIZE3     AdvSIMD FP   -
            SMINP_asimdsame_only      0Q001110zz1mmmmm101011nnnnnddddd SIZE3     AdvSIMD FP   -
            SQDMULH_asimdsame_only    0Q001110zz1mmmmm101101nnnnnddddd SIZE03    AdvSIMD FP   -
            ADDP_asimdsame_only       0Q001110zz1mmmmm101111nnnnnddddd ONE_DW    AdvSIMD FP   -
            FMAXNM_asimdsame_only     0Q0011100z1mmmmm110001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMLA_asimdsame_only       0Q0011100z1mmmmm110011nnnnnddddd ONE_DF    AdvSIMD FP   -
            FADD_asimdsame_only       0Q0011100z1mmmmm110101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMULX_asimdsame_only      0Q0011100z1mmmmm110111nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMEQ_asimdsame_only      0Q0011100z1mmmmm111001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMAX_asimdsame_only       0Q0011100z1mmmmm111101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRECPS_asimdsame_only     0Q0011100z1mmmmm111111nnnnnddddd ONE_DF    AdvSIMD FP   -
            BIC_asimdsame_only        0Q001110011mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            ORR_asimdsame_only        0Q001110101mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            FMINNM_asimdsame_only     0Q0011101z1mmmmm110001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMLS_asimdsame_only       0Q0011101z1mmmmm110011nnnnnddddd ONE_DF    AdvSIMD FP   -
            FSUB_asimdsame_only       0Q0011101z1mmmmm110101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMIN_asimdsame_only       0Q0011101z1mmmmm111101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRSQRTS_asimdsame_only    0Q0011101z1mmmmm111111nnnnnddddd ONE_DF    AdvSIMD FP   -
            ORN_asimdsame_only        0Q001110111mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            UHADD_asimdsame_only      0Q101110zz1mmmmm000001nnnnnddddd SIZE3     AdvSIMD FP   -
            UQADD_asimdsame_only      0Q101110zz1mmmmm000011nnnnnddddd ONE_DW    AdvSIMD FP   -
            URHADD_asimdsame_only     0Q101110zz1mmmmm000101nnnnnddddd SIZE3     AdvSIMD FP   -
            EOR_asimdsame_only        0Q101110001mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            UHSUB_asimdsame_only      0Q101110zz1mmmmm001001nnnnnddddd SIZE3     AdvSIMD FP   -
            UQSUB_asimdsame_only      0Q101110zz1mmmmm001011nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMHI_asimdsame_only       0Q101110zz1mmmmm001101nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMHS_asimdsame_only       0Q101110zz1mmmmm001111nnnnnddddd ONE_DW    AdvSIMD FP   -
            USHL_asimdsame_only       0Q101110zz1mmmmm010001nnnnnddddd ONE_DW    AdvSIMD FP   -
            UQSHL_asimdsame_only      0Q101110zz1mmmmm010011nnnnnddddd ONE_DW    AdvSIMD FP   -
            URSHL_asimdsame_only      0Q101110zz1mmmmm010101nnnnnddddd ONE_DW    AdvSIMD FP   -
            UQRSHL_asimdsame_only     0Q101110zz1mmmmm010111nnnnnddddd ONE_DW    AdvSIMD FP   -
            UMAX_asimdsame_only       0Q101110zz1mmmmm011001nnnnnddddd SIZE3     AdvSIMD FP   -
            UMIN_asimdsame_only       0Q101110zz1mmmmm011011nnnnnddddd SIZE3     AdvSIMD FP   -
            UABD_asimdsame_only       0Q101110zz1mmmmm011101nnnnnddddd SIZE3     AdvSIMD FP   -
            UABA_asimdsame_only       0Q101110zz1mmmmm011111nnnnnddddd SIZE3     AdvSIMD FP   -
            SUB_asimdsame_only        0Q101110zz1mmmmm100001nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMEQ_asimdsame_only       0Q101110zz1mmmmm100011nnnnnddddd ONE_DW    AdvSIMD FP   -
            MLS_asimdsame_only        0Q101110zz1mmmmm100101nnnnnddddd SIZE3     AdvSIMD FP   -
            PMUL_asimdsame_only       0Q101110zz1mmmmm100111nnnnnddddd SIZE123   AdvSIMD FP   -
            UMAXP_asimdsame_only      0Q101110zz1mmmmm101001nnnnnddddd SIZE3     AdvSIMD FP   -
            UMINP_asimdsame_only      0Q101110zz1mmmmm101011nnnnnddddd SIZE3     AdvSIMD FP   -
            SQRDMULH_asimdsame_only   0Q101110zz1mmmmm101101nnnnnddddd SIZE03    AdvSIMD FP   -
            FMAXNMP_asimdsame_only    0Q1011100z1mmmmm110001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FADDP_asimdsame_only      0Q1011100z1mmmmm110101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMUL_asimdsame_only       0Q1011100z1mmmmm110111nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMGE_asimdsame_only      0Q1011100z1mmmmm111001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FACGE_asimdsame_only      0Q1011100z1mmmmm111011nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMAXP_asimdsame_only      0Q1011100z1mmmmm111101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FDIV_asimdsame_only       0Q1011100z1mmmmm111111nnnnnddddd ONE_DF    AdvSIMD FP   -
            BSL_asimdsame_only        0Q101110011mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            BIT_asimdsame_only        0Q101110101mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            FMINNMP_asimdsame_only    0Q1011101z1mmmmm110001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FABD_asimdsame_only       0Q1011101z1mmmmm110101nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMGT_asimdsame_only      0Q1011101z1mmmmm111001nnnnnddddd ONE_DF    AdvSIMD FP   -
            FACGT_asimdsame_only      0Q1011101z1mmmmm111011nnnnnddddd ONE_DF    AdvSIMD FP   -
            FMINP_asimdsame_only      0Q1011101z1mmmmm111101nnnnnddddd ONE_DF    AdvSIMD FP   -
            BIF_asimdsame_only        0Q101110111mmmmm000111nnnnnddddd -         AdvSIMD FP   -
            # Three registers of different types
            SADDL_asimddiff_L         0Q001110zz1mmmmm000000nnnnnddddd SIZE3     AdvSIMD FP   -
            SADDW_asimddiff_W         0Q001110zz1mmmmm000100nnnnnddddd SIZE3     AdvSIMD FP   -
            SSUBL_asimddiff_L         0Q001110zz1mmmmm001000nnnnnddddd SIZE3     AdvSIMD FP   -
            SSUBW_asimddiff_W         0Q001110zz1mmmmm001100nnnnnddddd SIZE3     AdvSIMD FP   -
            ADDHN_asimddiff_N         0Q001110zz1mmmmm010000nnnnnddddd SIZE3     AdvSIMD FP   -
            SABAL_asimddiff_L         0Q001110zz1mmmmm010100nnnnnddddd SIZE3     AdvSIMD FP   -
            SUBHN_asimddiff_N         0Q001110zz1mmmmm011000nnnnnddddd SIZE3     AdvSIMD FP   -
            SABDL_asimddiff_L         0Q001110zz1mmmmm011100nnnnnddddd SIZE3     AdvSIMD FP   -
            SMLAL_asimddiff_L         0Q001110zz1mmmmm100000nnnnnddddd SIZE3     AdvSIMD FP   -
            SQDMLAL_asimddiff_L       0Q001110zz1mmmmm100100nnnnnddddd SIZE03    AdvSIMD FP   -
            SMLSL_asimddiff_L         0Q001110zz1mmmmm101000nnnnnddddd SIZE3     AdvSIMD FP   -
            SQDMLSL_asimddiff_L       0Q001110zz1mmmmm101100nnnnnddddd SIZE03    AdvSIMD FP   -
            SMULL_asimddiff_L         0Q001110zz1mmmmm110000nnnnnddddd SIZE3     AdvSIMD FP   -
            SQDMULL_asimddiff_L       0Q001110zz1mmmmm110100nnnnnddddd SIZE03    AdvSIMD FP   -
            PMULL_asimddiff_L         0Q001110zz1mmmmm111000nnnnnddddd SIZE12    AdvSIMD FP   -
            UADDL_asimddiff_L         0Q101110zz1mmmmm000000nnnnnddddd SIZE3     AdvSIMD FP   -
            UADDW_asimddiff_W         0Q101110zz1mmmmm000100nnnnnddddd SIZE3     AdvSIMD FP   -
            USUBL_asimddiff_L         0Q101110zz1mmmmm001000nnnnnddddd SIZE3     AdvSIMD FP   -
            USUBW_asimddiff_W         0Q101110zz1mmmmm001100nnnnnddddd SIZE3     AdvSIMD FP   -
            RADDHN_asimddiff_N        0Q101110zz1mmmmm010000nnnnnddddd SIZE3     AdvSIMD FP   -
            UABAL_asimddiff_L         0Q101110zz1mmmmm010100nnnnnddddd SIZE3     AdvSIMD FP   -
            RSUBHN_asimddiff_N        0Q101110zz1mmmmm011000nnnnnddddd SIZE3     AdvSIMD FP   -
            UABDL_asimddiff_L         0Q101110zz1mmmmm011100nnnnnddddd SIZE3     AdvSIMD FP   -
            UMLAL_asimddiff_L         0Q101110zz1mmmmm100000nnnnnddddd SIZE3     AdvSIMD FP   -
            UMLSL_asimddiff_L         0Q101110zz1mmmmm101000nnnnnddddd SIZE3     AdvSIMD FP   -
            UMULL_asimddiff_L         0Q101110zz1mmmmm110000nnnnnddddd SIZE3     AdvSIMD FP   -
            # Two registers
            REV64_asimdmisc_R         0Q001110zz100000000010nnnnnddddd SIZE3     AdvSIMD FP   -
            REV16_asimdmisc_R         0Q001110zz100000000110nnnnnddddd SIZE123   AdvSIMD FP   -
            SADDLP_asimdmisc_P        0Q001110zz100000001010nnnnnddddd SIZE3     AdvSIMD FP   -
            SUQADD_asimdmisc_R        0Q001110zz100000001110nnnnnddddd ONE_DW    AdvSIMD FP   -
            CLS_asimdmisc_R           0Q001110zz100000010010nnnnnddddd SIZE3     AdvSIMD FP   -
            CNT_asimdmisc_R           0Q001110zz100000010110nnnnnddddd SIZE123   AdvSIMD FP   -
            SADALP_asimdmisc_P        0Q001110zz100000011010nnnnnddddd SIZE3     AdvSIMD FP   -
            SQABS_asimdmisc_R         0Q001110zz100000011110nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMGT_asimdmisc_Z          0Q001110zz100000100010nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMEQ_asimdmisc_Z          0Q001110zz100000100110nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMLT_asimdmisc_Z          0Q001110zz100000101010nnnnnddddd ONE_DW    AdvSIMD FP   -
            ABS_asimdmisc_R           0Q001110zz100000101110nnnnnddddd ONE_DW    AdvSIMD FP   -
            XTN_asimdmisc_N           0Q001110zz100001001010nnnnnddddd SIZE3     AdvSIMD FP   -
            SQXTN_asimdmisc_N         0Q001110zz100001010010nnnnnddddd SIZE3     AdvSIMD FP   -
            FCVTN_asimdmisc_N         0Q0011100z100001011010nnnnnddddd -         AdvSIMD FP   -
            FCVTL_asimdmisc_L         0Q0011100z100001011110nnnnnddddd -         AdvSIMD FP   -
            FRINTN_asimdmisc_R        0Q0011100z100001100010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRINTM_asimdmisc_R        0Q0011100z100001100110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTNS_asimdmisc_R        0Q0011100z100001101010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTMS_asimdmisc_R        0Q0011100z100001101110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTAS_asimdmisc_R        0Q0011100z100001110010nnnnnddddd ONE_DF    AdvSIMD FP   -
            SCVTF_asimdmisc_R         0Q0011100z100001110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMGT_asimdmisc_FZ        0Q0011101z100000110010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMEQ_asimdmisc_FZ        0Q0011101z100000110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMLT_asimdmisc_FZ        0Q0011101z100000111010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FABS_asimdmisc_R          0Q0011101z100000111110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRINTP_asimdmisc_R        0Q0011101z100001100010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRINTZ_asimdmisc_R        0Q0011101z100001100110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTPS_asimdmisc_R        0Q0011101z100001101010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTZS_asimdmisc_R        0Q0011101z100001101110nnnnnddddd ONE_DF    AdvSIMD FP   -
            URECPE_asimdmisc_R        0Q0011101z100001110010nnnnnddddd SZ1       AdvSIMD FP   -
            FRECPE_asimdmisc_R        0Q0011101z100001110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            REV32_asimdmisc_R         0Q101110zz100000000010nnnnnddddd SIZE23    AdvSIMD FP   -
            UADDLP_asimdmisc_P        0Q101110zz100000001010nnnnnddddd SIZE3     AdvSIMD FP   -
            USQADD_asimdmisc_R        0Q101110zz100000001110nnnnnddddd ONE_DW    AdvSIMD FP   -
            CLZ_asimdmisc_R           0Q101110zz100000010010nnnnnddddd SIZE3     AdvSIMD FP   -
            NOT_asimdmisc_R           0Q10111000100000010110nnnnnddddd -         AdvSIMD FP   -
            UADALP_asimdmisc_P        0Q101110zz100000011010nnnnnddddd SIZE3     AdvSIMD FP   -
            SQNEG_asimdmisc_R         0Q101110zz100000011110nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMGE_asimdmisc_Z          0Q101110zz100000100010nnnnnddddd ONE_DW    AdvSIMD FP   -
            CMLE_asimdmisc_Z          0Q101110zz100000100110nnnnnddddd ONE_DW    AdvSIMD FP   -
            NEG_asimdmisc_R           0Q101110zz100000101110nnnnnddddd ONE_DW    AdvSIMD FP   -
            SQXTUN_asimdmisc_N        0Q101110zz100001001010nnnnnddddd SIZE3     AdvSIMD FP   -
            SHLL_asimdmisc_S          0Q101110zz100001001110nnnnnddddd SIZE3     AdvSIMD FP   -
            UQXTN_asimdmisc_N         0Q101110zz100001010010nnnnnddddd SIZE3     AdvSIMD FP   -
            FRINTA_asimdmisc_R        0Q1011100z100001100010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRINTX_asimdmisc_R        0Q1011100z100001100110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTNU_asimdmisc_R        0Q1011100z100001101010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTMU_asimdmisc_R        0Q1011100z100001101110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTAU_asimdmisc_R        0Q1011100z100001110010nnnnnddddd ONE_DF    AdvSIMD FP   -
            UCVTF_asimdmisc_R         0Q1011100z100001110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            RBIT_asimdmisc_R          0Q10111001100000010110nnnnnddddd -         AdvSIMD FP   -
            FCVTXN_asimdmisc_N        0Q10111001100001011010nnnnnddddd -         AdvSIMD FP   -
            FCMGE_asimdmisc_FZ        0Q1011101z100000110010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCMLE_asimdmisc_FZ        0Q1011101z100000110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FNEG_asimdmisc_R          0Q1011101z100000111110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FRINTI_asimdmisc_R        0Q1011101z100001100110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTPU_asimdmisc_R        0Q1011101z100001101010nnnnnddddd ONE_DF    AdvSIMD FP   -
            FCVTZU_asimdmisc_R        0Q1011101z100001101110nnnnnddddd ONE_DF    AdvSIMD FP   -
            URSQRTE_asimdmisc_R       0Q1011101z100001110010nnnnnddddd SZ1       AdvSIMD FP   -
            FRSQRTE_asimdmisc_R       0Q1011101z100001110110nnnnnddddd ONE_DF    AdvSIMD FP   -
            FSQRT_asimdmisc_R         0Q1011101z100001111110nnnnnddddd ONE_DF    AdvSIMD FP   -
            # Across lanes
            SADDLV_asimdall_only      0Q001110zz110000001110nnnnnddddd ACROSS    AdvSIMD FP   -
            SMAXV_asimdall_only       0Q001110zz110000101010nnnnnddddd ACROSS    AdvSIMD FP   -
            SMINV_asimdall_only       0Q001110zz110001101010nnnnnddddd ACROSS    AdvSIMD FP   -
            ADDV_asimdall_only        0Q001110zz110001101110nnnnnddddd ACROSS    AdvSIMD FP   -
            UADDLV_asimdall_only      0Q101110zz110000001110nnnnnddddd ACROSS    AdvSIMD FP   -
            UMAXV_asimdall_only       0Q101110zz110000101010nnnnnddddd ACROSS    AdvSIMD FP   -
            UMINV_asimdall_only       0Q101110zz110001101010nnnnnddddd ACROSS    AdvSIMD FP   -
            FMAXNMV_asimdall_only_SD  0110111000110000110010nnnnnddddd -         AdvSIMD FP   -
            FMAXV_asimdall_only_SD    0110111000110000111110nnnnnddddd -         AdvSIMD FP   -
            FMINNMV_asimdall_only_SD  0110111010110000110010nnnnnddddd -         AdvSIMD FP   -
            FMINV_asimdall_only_SD    0110111010110000111110nnnnnddddd -         AdvSIMD FP   -
            # Permute
            UZP1_asimdperm_only       0Q001110zz0mmmmm000110nnnnnddddd ONE_DW    AdvSIMD FP   -
            TRN1_asimdperm_only       0Q001110zz0mmmmm001010nnnnnddddd ONE_DW    AdvSIMD FP   -
            ZIP1_asimdperm_only       0Q001110zz0mmmmm001110nnnnnddddd ONE_DW    AdvSIMD FP   -
            UZP2_asimdperm_only       0Q001110zz0mmmmm010110nnnnnddddd ONE_DW    AdvSIMD FP   -
            TRN2_asimdperm_only       0Q001110zz0mmmmm011010nnnnnddddd ONE_DW    AdvSIMD FP   -
            ZIP2_asimdperm_only       0Q001110zz0mmmmm011110nnnnnddddd ONE_DW    AdvSIMD FP   -
            # Extract
            EXT_asimdext_only         0Q101110000mmmmm0iiii0nnnnnddddd EXT8      AdvSIMD FP   -
            # Table lookup
            TBL_asimdtbl_L1_1         0Q001110000mmmmm000000nnnnnddddd -         AdvSIMD FP   -
            TBX_asimdtbl_L1_1         0Q001110000mmmmm000100nnnnnddddd -         AdvSIMD FP   -
            TBL_asimdtbl_L2_2         0Q001110000mmmmm001000nnnnnddddd -         AdvSIMD FP   -
            TBX_asimdtbl_L2_2         0Q001110000mmmmm001100nnnnnddddd -         AdvSIMD FP   -
            TBL_asimdtbl_L3_3         0Q001110000mmmmm010000nnnnnddddd -         AdvSIMD FP   -
            TBX_asimdtbl_L3_3         0Q001110000mmmmm010100nnnnnddddd -         AdvSIMD FP   -
            TBL_asimdtbl_L4_4         0Q001110000mmmmm011000nnnnnddddd -         AdvSIMD FP   -
            TBX_asimdtbl_L4_4         0Q001110000mmmmm011100nnnnnddddd -         AdvSIMD FP   -
            # Copy
            DUP_asimdins_DV_v         0Q001110000iiiii000001nnnnnddddd DUP       AdvSIMD FP   -
            DUP_asimdins_DR_r         0Q001110000iiiii000011nnnnnddddd DUP       AdvSIMD FP   n>
            SMOV_asimdins_W_w         00001110000iiiii001011nnnnnddddd SMOV32    AdvSIMD FP   >d
            UMOV_asimdins_W_w         00001110000iiiii001111nnnnnddddd UMOV32    AdvSIMD FP   >d
            INS_asimdins_IR_r         01001110000iiiii000111nnnnnddddd ELEM0     AdvSIMD FP   n>
            SMOV_asimdins_X_x         01001110000iiiii001011nnnnnddddd UMOV32    AdvSIMD FP   >d
            UMOV_asimdins_X_x         01001110000i1000001111nnnnnddddd -         AdvSIMD FP   >d
            INS_asimdins_IV_v         01101110000iiiii0iiii1nnnnnddddd ELEM0     AdvSIMD FP   -
            # Modified immediate
            MOVI_asimdimm_L_sl        0Q00111100000iii0kk001iiiiiddddd -         AdvSIMD FP   -
            ORR_asimdimm_L_sl         0Q00111100000iii0kk101iiiiiddddd -         AdvSIMD FP   -
            MOVI_asimdimm_L_hl        0Q00111100000iii10k001iiiiiddddd -         AdvSIMD FP   -
            ORR_asimdimm_L_hl         0Q00111100000iii10k101iiiiiddddd -         AdvSIMD FP   -
            MOVI_asimdimm_M_sm        0Q00111100000iii110k01iiiiiddddd -         AdvSIMD FP   -
            MOVI_asimdimm_N_b         0Q00111100000iii111001iiiiiddddd -         AdvSIMD FP   -
            FMOV_asimdimm_S_s         0Q00111100000iii111101iiiiiddddd -         AdvSIMD FP   -
            MVNI_asimdimm_L_sl        0Q10111100000iii0kk001iiiiiddddd -         AdvSIMD FP   -
            BIC_asimdimm_L_sl         0Q10111100000iii0kk101iiiiiddddd -         AdvSIMD FP   -
            MVNI_asimdimm_L_hl        0Q10111100000iii10k001iiiiiddddd -         AdvSIMD FP   -
            BIC_asimdimm_L_hl         0Q10111100000iii10k101iiiiiddddd -         AdvSIMD FP   -
            MVNI_asimdimm_M_sm        0Q10111100000iii110k01iiiiiddddd -         AdvSIMD FP   -
            MOVI_asimdimm_D_ds        0010111100000iii111001iiiiiddddd -         AdvSIMD FP   -
            MOVI_asimdimm_D2_d        0110111100000iii111001iiiiiddddd -         AdvSIMD FP   -
            FMOV_asimdimm_D2_d        0110111100000iii111101iiiiiddddd -         AdvSIMD FP   -
            # Shift by immediate
            SSHR_asimdshf_R           0Q0011110hhhhbbb000001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SSRA_asimdshf_R           0Q0011110hhhhbbb000101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SRSHR_asimdshf_R          0Q0011110hhhhbbb001001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SRSRA_asimdshf_R          0Q0011110hhhhbbb001101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SHL_asimdshf_R            0Q0011110hhhhbbb010101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SQSHL_asimdshf_R          0Q0011110hhhhbbb011101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SHRN_asimdshf_N           0Q0011110hhhhbbb100001nnnnnddddd SHIFT_N   AdvSIMD FP   -
            RSHRN_asimdshf_N          0Q0011110hhhhbbb100011nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SQSHRN_asimdshf_N         0Q0011110hhhhbbb100101nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SQRSHRN_asimdshf_N        0Q0011110hhhhbbb100111nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SSHLL_asimdshf_L          0Q0011110hhhhbbb101001nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SCVTF_asimdshf_C          0Q0011110hhhhbbb111001nnnnnddddd SHIFT_C   AdvSIMD FP   -
            FCVTZS_asimdshf_C         0Q0011110hhhhbbb111111nnnnnddddd SHIFT_C   AdvSIMD FP   -
            USHR_asimdshf_R           0Q1011110hhhhbbb000001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            USRA_asimdshf_R           0Q1011110hhhhbbb000101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            URSHR_asimdshf_R          0Q1011110hhhhbbb001001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            URSRA_asimdshf_R          0Q1011110hhhhbbb001101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SRI_asimdshf_R            0Q1011110hhhhbbb010001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SLI_asimdshf_R            0Q1011110hhhhbbb010101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SQSHLU_asimdshf_R         0Q1011110hhhhbbb011001nnnnnddddd SHIFT_R   AdvSIMD FP   -
            UQSHL_asimdshf_R          0Q1011110hhhhbbb011101nnnnnddddd SHIFT_R   AdvSIMD FP   -
            SQSHRUN_asimdshf_N        0Q1011110hhhhbbb100001nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SQRSHRUN_asimdshf_N       0Q1011110hhhhbbb100011nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UQSHRN_asimdshf_N         0Q1011110hhhhbbb100101nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UQRSHRN_asimdshf_N        0Q1011110hhhhbbb100111nnnnnddddd SHIFT_N   AdvSIMD FP   -
            USHLL_asimdshf_L          0Q1011110hhhhbbb101001nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UCVTF_asimdshf_C          0Q1011110hhhhbbb111001nnnnnddddd SHIFT_C   AdvSIMD FP   -
            FCVTZU_asimdshf_C         0Q1011110hhhhbbb111111nnnnnddddd SHIFT_C   AdvSIMD FP   -
            # By indexed element
            SMLAL_asimdelem_L         0Q001111zzLMmmmm0010H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMLAL_asimdelem_L       0Q001111zzLMmmmm0011H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SMLSL_asimdelem_L         0Q001111zzLMmmmm0110H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMLSL_asimdelem_L       0Q001111zzLMmmmm0111H0nnnnnddddd SIZE03    AdvSIMD FP   -
            MUL_asimdelem_R           0Q001111zzLMmmmm1000H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SMULL_asimdelem_L         0Q001111zzLMmmmm1010H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMULL_asimdelem_L       0Q001111zzLMmmmm1011H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMULH_asimdelem_R       0Q001111zzLMmmmm1100H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQRDMULH_asimdelem_R      0Q001111zzLMmmmm1101H0nnnnnddddd SIZE03    AdvSIMD FP   -
            FMLA_asimdelem_R_SD       0Q0011111zLMmmmm0001H0nnnnnddddd ELEM_SD   AdvSIMD FP   -
            FMLS_asimdelem_R_SD       0Q0011111zLMmmmm0101H0nnnnnddddd ELEM_SD   AdvSIMD FP   -
            FMUL_asimdelem_R_SD       0Q0011111zLMmmmm1001H0nnnnnddddd ELEM_SD   AdvSIMD FP   -
            MLA_asimdelem_R           0Q101111zzLMmmmm0000H0nnnnnddddd SIZE03    AdvSIMD FP   -
            UMLAL_asimdelem_L         0Q101111zzLMmmmm0010H0nnnnnddddd SIZE03    AdvSIMD FP   -
            MLS_asimdelem_R           0Q101111zzLMmmmm0100H0nnnnnddddd SIZE03    AdvSIMD FP   -
            UMLSL_asimdelem_L         0Q101111zzLMmmmm0110H0nnnnnddddd SIZE03    AdvSIMD FP   -
            UMULL_asimdelem_L         0Q101111zzLMmmmm1010H0nnnnnddddd SIZE03    AdvSIMD FP   -
            FMULX_asimdelem_R_SD      0Q1011111zLMmmmm1001H0nnnnnddddd ELEM_SD   AdvSIMD FP   -
            # Scalar: three registers of one type
            SQADD_asisdsame_only      01011110zz1mmmmm000011nnnnnddddd -         AdvSIMD FP   -
            SQSUB_asisdsame_only      01011110zz1mmmmm001011nnnnnddddd -         AdvSIMD FP   -
            SQSHL_asisdsame_only      01011110zz1mmmmm010011nnnnnddddd -         AdvSIMD FP   -
            SQRSHL_asisdsame_only     01011110zz1mmmmm010111nnnnnddddd -         AdvSIMD FP   -
            SQDMULH_asisdsame_only    01011110zz1mmmmm101101nnnnnddddd SIZE03    AdvSIMD FP   -
            FMULX_asisdsame_only      010111100z1mmmmm110111nnnnnddddd -         AdvSIMD FP   -
            FCMEQ_asisdsame_only      010111100z1mmmmm111001nnnnnddddd -         AdvSIMD FP   -
            FRECPS_asisdsame_only     010111100z1mmmmm111111nnnnnddddd -         AdvSIMD FP   -
            FRSQRTS_asisdsame_only    010111101z1mmmmm111111nnnnnddddd -         AdvSIMD FP   -
            CMGT_asisdsame_only       01011110111mmmmm001101nnnnnddddd -         AdvSIMD FP   -
            CMGE_asisdsame_only       01011110111mmmmm001111nnnnnddddd -         AdvSIMD FP   -
            SSHL_asisdsame_only       01011110111mmmmm010001nnnnnddddd -         AdvSIMD FP   -
            SRSHL_asisdsame_only      01011110111mmmmm010101nnnnnddddd -         AdvSIMD FP   -
            ADD_asisdsame_only        01011110111mmmmm100001nnnnnddddd -         AdvSIMD FP   -
            CMTST_asisdsame_only      01011110111mmmmm100011nnnnnddddd -         AdvSIMD FP   -
            UQADD_asisdsame_only      01111110zz1mmmmm000011nnnnnddddd -         AdvSIMD FP   -
            UQSUB_asisdsame_only      01111110zz1mmmmm001011nnnnnddddd -         AdvSIMD FP   -
            UQSHL_asisdsame_only      01111110zz1mmmmm010011nnnnnddddd -         AdvSIMD FP   -
            UQRSHL_asisdsame_only     01111110zz1mmmmm010111nnnnnddddd -         AdvSIMD FP   -
            SQRDMULH_asisdsame_only   01111110zz1mmmmm101101nnnnnddddd SIZE03    AdvSIMD FP   -
            FCMGE_asisdsame_only      011111100z1mmmmm111001nnnnnddddd -         AdvSIMD FP   -
            FACGE_asisdsame_only      011111100z1mmmmm111011nnnnnddddd -         AdvSIMD FP   -
            FABD_asisdsame_only       011111101z1mmmmm110101nnnnnddddd -         AdvSIMD FP   -
            FCMGT_asisdsame_only      011111101z1mmmmm111001nnnnnddddd -         AdvSIMD FP   -
            FACGT_asisdsame_only      011111101z1mmmmm111011nnnnnddddd -         AdvSIMD FP   -
            CMHI_asisdsame_only       01111110111mmmmm001101nnnnnddddd -         AdvSIMD FP   -
            CMHS_asisdsame_only       01111110111mmmmm001111nnnnnddddd -         AdvSIMD FP   -
            USHL_asisdsame_only       01111110111mmmmm010001nnnnnddddd -         AdvSIMD FP   -
            URSHL_asisdsame_only      01111110111mmmmm010101nnnnnddddd -         AdvSIMD FP   -
            SUB_asisdsame_only        01111110111mmmmm100001nnnnnddddd -         AdvSIMD FP   -
            CMEQ_asisdsame_only       01111110111mmmmm100011nnnnnddddd -         AdvSIMD FP   -
            # Scalar: three registers of different types
            SQDMLAL_asisddiff_only    01011110zz1mmmmm100100nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMLSL_asisddiff_only    01011110zz1mmmmm101100nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMULL_asisddiff_only    01011110zz1mmmmm110100nnnnnddddd SIZE03    AdvSIMD FP   -
            # Scalar: two registers
            SUQADD_asisdmisc_R        01011110zz100000001110nnnnnddddd -         AdvSIMD FP   -
            SQABS_asisdmisc_R         01011110zz100000011110nnnnnddddd -         AdvSIMD FP   -
            SQXTN_asisdmisc_N         01011110zz100001010010nnnnnddddd SIZE3     AdvSIMD FP   -
            FCVTNS_asisdmisc_R        010111100z100001101010nnnnnddddd -         AdvSIMD FP   -
            FCVTMS_asisdmisc_R        010111100z100001101110nnnnnddddd -         AdvSIMD FP   -
            FCVTAS_asisdmisc_R        010111100z100001110010nnnnnddddd -         AdvSIMD FP   -
            SCVTF_asisdmisc_R         010111100z100001110110nnnnnddddd -         AdvSIMD FP   -
            FCMGT_asisdmisc_FZ        010111101z100000110010nnnnnddddd -         AdvSIMD FP   -
            FCMEQ_asisdmisc_FZ        010111101z100000110110nnnnnddddd -         AdvSIMD FP   -
            FCMLT_asisdmisc_FZ        010111101z100000111010nnnnnddddd -         AdvSIMD FP   -
            FCVTPS_asisdmisc_R        010111101z100001101010nnnnnddddd -         AdvSIMD FP   -
            FCVTZS_asisdmisc_R        010111101z100001101110nnnnnddddd -         AdvSIMD FP   -
            FRECPE_asisdmisc_R        010111101z100001110110nnnnnddddd -         AdvSIMD FP   -
            FRECPX_asisdmisc_R        010111101z100001111110nnnnnddddd -         AdvSIMD FP   -
            CMGT_asisdmisc_Z          0101111011100000100010nnnnnddddd -         AdvSIMD FP   -
            CMEQ_asisdmisc_Z          0101111011100000100110nnnnnddddd -         AdvSIMD FP   -
            CMLT_asisdmisc_Z          0101111011100000101010nnnnnddddd -         AdvSIMD FP   -
            ABS_asisdmisc_R           0101111011100000101110nnnnnddddd -         AdvSIMD FP   -
            USQADD_asisdmisc_R        01111110zz100000001110nnnnnddddd -         AdvSIMD FP   -
            SQNEG_asisdmisc_R         01111110zz100000011110nnnnnddddd -         AdvSIMD FP   -
            SQXTUN_asisdmisc_N        01111110zz100001001010nnnnnddddd SIZE3     AdvSIMD FP   -
            UQXTN_asisdmisc_N         01111110zz100001010010nnnnnddddd SIZE3     AdvSIMD FP   -
            FCVTNU_asisdmisc_R        011111100z100001101010nnnnnddddd -         AdvSIMD FP   -
            FCVTMU_asisdmisc_R        011111100z100001101110nnnnnddddd -         AdvSIMD FP   -
            FCVTAU_asisdmisc_R        011111100z100001110010nnnnnddddd -         AdvSIMD FP   -
            UCVTF_asisdmisc_R         011111100z100001110110nnnnnddddd -         AdvSIMD FP   -
            FCVTXN_asisdmisc_N        0111111001100001011010nnnnnddddd -         AdvSIMD FP   -
            FCMGE_asisdmisc_FZ        011111101z100000110010nnnnnddddd -         AdvSIMD FP   -
            FCMLE_asisdmisc_FZ        011111101z100000110110nnnnnddddd -         AdvSIMD FP   -
            FCVTPU_asisdmisc_R        011111101z100001101010nnnnnddddd -         AdvSIMD FP   -
            FCVTZU_asisdmisc_R        011111101z100001101110nnnnnddddd -         AdvSIMD FP   -
            FRSQRTE_asisdmisc_R       011111101z100001110110nnnnnddddd -         AdvSIMD FP   -
            CMGE_asisdmisc_Z          0111111011100000100010nnnnnddddd -         AdvSIMD FP   -
            CMLE_asisdmisc_Z          0111111011100000100110nnnnnddddd -         AdvSIMD FP   -
            NEG_asisdmisc_R           0111111011100000101110nnnnnddddd -         AdvSIMD FP   -
            # Scalar: pairwise
            ADDP_asisdpair_only       0101111011110001101110nnnnnddddd -         AdvSIMD FP   -
            FMAXNMP_asisdpair_only_SD 011111100z110000110010nnnnnddddd -         AdvSIMD FP   -
            FADDP_asisdpair_only_SD   011111100z110000110110nnnnnddddd -         AdvSIMD FP   -
            FMAXP_asisdpair_only_SD   011111100z110000111110nnnnnddddd -         AdvSIMD FP   -
            FMINNMP_asisdpair_only_SD 011111101z110000110010nnnnnddddd -         AdvSIMD FP   -
            FMINP_asisdpair_only_SD   011111101z110000111110nnnnnddddd -         AdvSIMD FP   -
            # Scalar: copy
            DUP_asisdone_only         01011110000iiiii000001nnnnnddddd ELEM0     AdvSIMD FP   -
            # Scalar: shift by immediate
            SQSHL_asisdshf_R          010111110hhhhbbb011101nnnnnddddd IMMH0     AdvSIMD FP   -
            SQSHRN_asisdshf_N         010111110hhhhbbb100101nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SQRSHRN_asisdshf_N        010111110hhhhbbb100111nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SCVTF_asisdshf_C          010111110hhhhbbb111001nnnnnddddd IMMH01    AdvSIMD FP   -
            FCVTZS_asisdshf_C         010111110hhhhbbb111111nnnnnddddd IMMH01    AdvSIMD FP   -
            SSHR_asisdshf_R           0101111101hhhbbb000001nnnnnddddd -         AdvSIMD FP   -
            SSRA_asisdshf_R           0101111101hhhbbb000101nnnnnddddd -         AdvSIMD FP   -
            SRSHR_asisdshf_R          0101111101hhhbbb001001nnnnnddddd -         AdvSIMD FP   -
            SRSRA_asisdshf_R          0101111101hhhbbb001101nnnnnddddd -         AdvSIMD FP   -
            SHL_asisdshf_R            0101111101hhhbbb010101nnnnnddddd -         AdvSIMD FP   -
            SQSHLU_asisdshf_R         011111110hhhhbbb011001nnnnnddddd IMMH0     AdvSIMD FP   -
            UQSHL_asisdshf_R          011111110hhhhbbb011101nnnnnddddd IMMH0     AdvSIMD FP   -
            SQSHRUN_asisdshf_N        011111110hhhhbbb100001nnnnnddddd SHIFT_N   AdvSIMD FP   -
            SQRSHRUN_asisdshf_N       011111110hhhhbbb100011nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UQSHRN_asisdshf_N         011111110hhhhbbb100101nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UQRSHRN_asisdshf_N        011111110hhhhbbb100111nnnnnddddd SHIFT_N   AdvSIMD FP   -
            UCVTF_asisdshf_C          011111110hhhhbbb111001nnnnnddddd IMMH01    AdvSIMD FP   -
            FCVTZU_asisdshf_C         011111110hhhhbbb111111nnnnnddddd IMMH01    AdvSIMD FP   -
            USHR_asisdshf_R           0111111101hhhbbb000001nnnnnddddd -         AdvSIMD FP   -
            USRA_asisdshf_R           0111111101hhhbbb000101nnnnnddddd -         AdvSIMD FP   -
            URSHR_asisdshf_R          0111111101hhhbbb001001nnnnnddddd -         AdvSIMD FP   -
            URSRA_asisdshf_R          0111111101hhhbbb001101nnnnnddddd -         AdvSIMD FP   -
            SRI_asisdshf_R            0111111101hhhbbb010001nnnnnddddd -         AdvSIMD FP   -
            SLI_asisdshf_R            0111111101hhhbbb010101nnnnnddddd -         AdvSIMD FP   -
            # Scalar: by indexed element
            SQDMLAL_asisdelem_L       01011111zzLMmmmm0011H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMLSL_asisdelem_L       01011111zzLMmmmm0111H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMULL_asisdelem_L       01011111zzLMmmmm1011H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQDMULH_asisdelem_R       01011111zzLMmmmm1100H0nnnnnddddd SIZE03    AdvSIMD FP   -
            SQRDMULH_asisdelem_R      01011111zzLMmmmm1101H0nnnnnddddd SIZE03    AdvSIMD FP   -
            FMLA_asisdelem_R_SD       010111111zLMmmmm0001H0nnnnnddddd SZ1_L     AdvSIMD FP   -
            FMLS_asisdelem_R_SD       010111111zLMmmmm0101H0nnnnnddddd SZ1_L     AdvSIMD FP   -
            FMUL_asisdelem_R_SD       010111111zLMmmmm1001H0nnnnnddddd SZ1_L     AdvSIMD FP   -
            FMULX_asisdelem_R_SD      011111111zLMmmmm1001H0nnnnnddddd SZ1_L     AdvSIMD FP   -
            """;
    // @formatter:on

    SimdRows() {}
}
