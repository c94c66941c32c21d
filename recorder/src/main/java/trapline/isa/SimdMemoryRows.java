package trapline.isa;

/**
 * Loads and stores of Advanced SIMD structures.
 *
 * <p>Numbers and rows are in one order: row {@code n} of the text has number {@code n}, counted on
 * from the end of {@link FpRows}. {@link RowTable} explains the columns.
 */
abstract class SimdMemoryRows extends FpRows {
    // @formatter:off

    // Multiple structures
    public static final int ST4_asisdlse_R4       =  779;
    public static final int ST1_asisdlse_R4_4v    =  780;
    public static final int ST3_asisdlse_R3       =  781;
    public static final int ST1_asisdlse_R3_3v    =  782;
    public static final int ST1_asisdlse_R1_1v    =  783;
    public static final int ST2_asisdlse_R2       =  784;
    public static final int ST1_asisdlse_R2_2v    =  785;
    public static final int LD4_asisdlse_R4       =  786;
    public static final int LD1_asisdlse_R4_4v    =  787;
    public static final int LD3_asisdlse_R3       =  788;
    public static final int LD1_asisdlse_R3_3v    =  789;
    public static final int LD1_asisdlse_R1_1v    =  790;
    public static final int LD2_asisdlse_R2       =  791;
    public static final int LD1_asisdlse_R2_2v    =  792;

    // Multiple structures, post-indexed
    public static final int ST4_asisdlsep_R4_r    =  793;
    public static final int ST1_asisdlsep_R4_r4   =  794;
    public static final int ST3_asisdlsep_R3_r    =  795;
    public static final int ST1_asisdlsep_R3_r3   =  796;
    public static final int ST1_asisdlsep_R1_r1   =  797;
    public static final int ST2_asisdlsep_R2_r    =  798;
    public static final int ST1_asisdlsep_R2_r2   =  799;
    public static final int ST4_asisdlsep_I4_i    =  800;
    public static final int ST1_asisdlsep_I4_i4   =  801;
    public static final int ST3_asisdlsep_I3_i    =  802;
    public static final int ST1_asisdlsep_I3_i3   =  803;
    public static final int ST1_asisdlsep_I1_i1   =  804;
    public static final int ST2_asisdlsep_I2_i    =  805;
    public static final int ST1_asisdlsep_I2_i2   =  806;
    public static final int LD4_asisdlsep_R4_r    =  807;
    public static final int LD1_asisdlsep_R4_r4   =  808;
    public static final int LD3_asisdlsep_R3_r    =  809;
    public static final int LD1_asisdlsep_R3_r3   =  810;
    public static final int LD1_asisdlsep_R1_r1   =  811;
    public static final int LD2_asisdlsep_R2_r    =  812;
    public static final int LD1_asisdlsep_R2_r2   =  813;
    public static final int LD4_asisdlsep_I4_i    =  814;
    public static final int LD1_asisdlsep_I4_i4   =  815;
    public static final int LD3_asisdlsep_I3_i    =  816;
    public static final int LD1_asisdlsep_I3_i3   =  817;
    public static final int LD1_asisdlsep_I1_i1   =  818;
    public static final int LD2_asisdlsep_I2_i    =  819;
    public static final int LD1_asisdlsep_I2_i2   =  820;

    // Single structure
    public static final int ST1_asisdlso_B1_1b    =  821;
    public static final int ST3_asisdlso_B3_3b    =  822;
    public static final int ST1_asisdlso_H1_1h    =  823;
    public static final int ST3_asisdlso_H3_3h    =  824;
    public static final int ST1_asisdlso_S1_1s    =  825;
    public static final int ST1_asisdlso_D1_1d    =  826;
    public static final int ST3_asisdlso_S3_3s    =  827;
    public static final int ST3_asisdlso_D3_3d    =  828;
    public static final int ST2_asisdlso_B2_2b    =  829;
    public static final int ST4_asisdlso_B4_4b    =  830;
    public static final int ST2_asisdlso_H2_2h    =  831;
    public static final int ST4_asisdlso_H4_4h    =  832;
    public static final int ST2_asisdlso_S2_2s    =  833;
    public static final int ST2_asisdlso_D2_2d    =  834;
    public static final int ST4_asisdlso_S4_4s    =  835;
    public static final int ST4_asisdlso_D4_4d    =  836;
    public static final int LD1_asisdlso_B1_1b    =  837;
    public static final int LD3_asisdlso_B3_3b    =  838;
    public static final int LD1_asisdlso_H1_1h    =  839;
    public static final int LD3_asisdlso_H3_3h    =  840;
    public static final int LD1_asisdlso_S1_1s    =  841;
    public static final int LD1_asisdlso_D1_1d    =  842;
    public static final int LD3_asisdlso_S3_3s    =  843;
    public static final int LD3_asisdlso_D3_3d    =  844;
    public static final int LD1R_asisdlso_R1      =  845;
    public static final int LD3R_asisdlso_R3      =  846;
    public static final int LD2_asisdlso_B2_2b    =  847;
    public static final int LD4_asisdlso_B4_4b    =  848;
    public static final int LD2_asisdlso_H2_2h    =  849;
    public static final int LD4_asisdlso_H4_4h    =  850;
    public static final int LD2_asisdlso_S2_2s    =  851;
    public static final int LD2_asisdlso_D2_2d    =  852;
    public static final int LD4_asisdlso_S4_4s    =  853;
    public static final int LD4_asisdlso_D4_4d    =  854;
    public static final int LD2R_asisdlso_R2      =  855;
    public static final int LD4R_asisdlso_R4      =  856;

    // Single structure, post-indexed
    public static final int ST1_asisdlsop_BX1_r1b =  857;
    public static final int ST3_asisdlsop_BX3_r3b =  858;
    public static final int ST1_asisdlsop_HX1_r1h =  859;
    public static final int ST3_asisdlsop_HX3_r3h =  860;
    public static final int ST1_asisdlsop_SX1_r1s =  861;
    public static final int ST1_asisdlsop_DX1_r1d =  862;
    public static final int ST3_asisdlsop_SX3_r3s =  863;
    public static final int ST3_asisdlsop_DX3_r3d =  864;
    public static final int ST1_asisdlsop_B1_i1b  =  865;
    public static final int ST3_asisdlsop_B3_i3b  =  866;
    public static final int ST1_asisdlsop_H1_i1h  =  867;
    public static final int ST3_asisdlsop_H3_i3h  =  868;
    public static final int ST1_asisdlsop_S1_i1s  =  869;
    public static final int ST1_asisdlsop_D1_i1d  =  870;
    public static final int ST3_asisdlsop_S3_i3s  =  871;
    public static final int ST3_asisdlsop_D3_i3d  =  872;
    public static final int ST2_asisdlsop_BX2_r2b =  873;
    public static final int ST4_asisdlsop_BX4_r4b =  874;
    public static final int ST2_asisdlsop_HX2_r2h =  875;
    public static final int ST4_asisdlsop_HX4_r4h =  876;
    public static final int ST2_asisdlsop_SX2_r2s =  877;
    public static final int ST2_asisdlsop_DX2_r2d =  878;
    public static final int ST4_asisdlsop_SX4_r4s =  879;
    public static final int ST4_asisdlsop_DX4_r4d =  880;
    public static final int ST2_asisdlsop_B2_i2b  =  881;
    public static final int ST4_asisdlsop_B4_i4b  =  882;
    public static final int ST2_asisdlsop_H2_i2h  =  883;
    public static final int ST4_asisdlsop_H4_i4h  =  884;
    public static final int ST2_asisdlsop_S2_i2s  =  885;
    public static final int ST2_asisdlsop_D2_i2d  =  886;
    public static final int ST4_asisdlsop_S4_i4s  =  887;
    public static final int ST4_asisdlsop_D4_i4d  =  888;
    public static final int LD1_asisdlsop_BX1_r1b =  889;
    public static final int LD3_asisdlsop_BX3_r3b =  890;
    public static final int LD1_asisdlsop_HX1_r1h =  891;
    public static final int LD3_asisdlsop_HX3_r3h =  892;
    public static final int LD1_asisdlsop_SX1_r1s =  893;
    public static final int LD1_asisdlsop_DX1_r1d =  894;
    public static final int LD3_asisdlsop_SX3_r3s =  895;
    public static final int LD3_asisdlsop_DX3_r3d =  896;
    public static final int LD1R_asisdlsop_RX1_r  =  897;
    public static final int LD3R_asisdlsop_RX3_r  =  898;
    public static final int LD1_asisdlsop_B1_i1b  =  899;
    public static final int LD3_asisdlsop_B3_i3b  =  900;
    public static final int LD1_asisdlsop_H1_i1h  =  901;
    public static final int LD3_asisdlsop_H3_i3h  =  902;
    public static final int LD1_asisdlsop_S1_i1s  =  903;
    public static final int LD1_asisdlsop_D1_i1d  =  904;
    public static final int LD3_asisdlsop_S3_i3s  =  905;
    public static final int LD3_asisdlsop_D3_i3d  =  906;
    public static final int LD1R_asisdlsop_R1_i   =  907;
    public static final int LD3R_asisdlsop_R3_i   =  908;
    public static final int LD2_asisdlsop_BX2_r2b =  909;
    public static final int LD4_asisdlsop_BX4_r4b =  910;
    public static final int LD2_asisdlsop_HX2_r2h =  911;
    public static final int LD4_asisdlsop_HX4_r4h =  912;
    public static final int LD2_asisdlsop_SX2_r2s =  913;
    public static final int LD2_asisdlsop_DX2_r2d =  914;
    public static final int LD4_asisdlsop_SX4_r4s =  915;
    public static final int LD4_asisdlsop_DX4_r4d =  916;
    public static final int LD2R_asisdlsop_RX2_r  =  917;
    public static final int LD4R_asisdlsop_RX4_r  =  918;
    public static final int LD2_asisdlsop_B2_i2b  =  919;
    public static final int LD4_asisdlsop_B4_i4b  =  920;
    public static final int LD2_asisdlsop_H2_i2h  =  921;
    public static final int LD4_asisdlsop_H4_i4h  =  922;
    public static final int LD2_asisdlsop_S2_i2s  =  923;
    public static final int LD2_asisdlsop_D2_i2d  =  924;
    public static final int LD4_asisdlsop_S4_i4s  =  925;
    public static final int LD4_asisdlsop_D4_i4d  =  926;
    public static final int LD2R_asisdlsop_R2_i   =  927;
    public static final int LD4R_asisdlsop_R4_i   =  928;

    /** The rows of this class, in the order of their numbers. */
    static final String ROWS_SIMD_MEMORY =
            """
            # Multiple structures
            ST4_asisdlse_R4       0Q001100000000000000zznnnnnttttt ONE_D     AdvSIMD ST   N>
            ST1_asisdlse_R4_4v    0Q001100000000000010zznnnnnttttt -         AdvSIMD ST   N>
            ST3_asisdlse_R3       0Q001100000000000100zznnnnnttttt ONE_D     AdvSIMD ST   N>
            ST1_asisdlse_R3_3v    0Q001100000000000110zznnnnnttttt -         AdvSIMD ST   N>
            ST1_asisdlse_R1_1v    0Q001100000000000111zznnnnnttttt -         AdvSIMD ST   N>
            ST2_asisdlse_R2       0Q001100000000001000zznnnnnttttt ONE_D     AdvSIMD ST   N>
            ST1_asisdlse_R2_2v    0Q001100000000001010zznnnnnttttt -         AdvSIMD ST   N>
            LD4_asisdlse_R4       0Q001100010000000000zznnnnnttttt ONE_D     AdvSIMD LD   N>
            LD1_asisdlse_R4_4v    0Q001100010000000010zznnnnnttttt -         AdvSIMD LD   N>
            LD3_asisdlse_R3       0Q001100010000000100zznnnnnttttt ONE_D     AdvSIMD LD   N>
            LD1_asisdlse_R3_3v    0Q001100010000000110zznnnnnttttt -         AdvSIMD LD   N>
            LD1_asisdlse_R1_1v    0Q001100010000000111zznnnnnttttt -         AdvSIMD LD   N>
            LD2_asisdlse_R2       0Q001100010000001000zznnnnnttttt ONE_D     AdvSIMD LD   N>
            LD1_asisdlse_R2_2v    0Q001100010000001010zznnnnnttttt -         AdvSIMD LD   N>
            # Multiple structures, post-indexed
            ST4_asisdlsep_R4_r    0Q001100100mmmmm0000zznnnnnttttt ONE_D_R31 AdvSIMD ST   Nm>N
            ST1_asisdlsep_R4_r4   0Q001100100mmmmm0010zznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST3_asisdlsep_R3_r    0Q001100100mmmmm0100zznnnnnttttt ONE_D_R31 AdvSIMD ST   Nm>N
            ST1_asisdlsep_R3_r3   0Q001100100mmmmm0110zznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST1_asisdlsep_R1_r1   0Q001100100mmmmm0111zznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST2_asisdlsep_R2_r    0Q001100100mmmmm1000zznnnnnttttt ONE_D_R31 AdvSIMD ST   Nm>N
            ST1_asisdlsep_R2_r2   0Q001100100mmmmm1010zznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST4_asisdlsep_I4_i    0Q001100100111110000zznnnnnttttt ONE_D     AdvSIMD ST   N>N
            ST1_asisdlsep_I4_i4   0Q001100100111110010zznnnnnttttt -         AdvSIMD ST   N>N
            ST3_asisdlsep_I3_i    0Q001100100111110100zznnnnnttttt ONE_D     AdvSIMD ST   N>N
            ST1_asisdlsep_I3_i3   0Q001100100111110110zznnnnnttttt -         AdvSIMD ST   N>N
            ST1_asisdlsep_I1_i1   0Q001100100111110111zznnnnnttttt -         AdvSIMD ST   N>N
            ST2_asisdlsep_I2_i    0Q001100100111111000zznnnnnttttt ONE_D     AdvSIMD ST   N>N
            ST1_asisdlsep_I2_i2   0Q001100100111111010zznnnnnttttt -         AdvSIMD ST   N>N
            LD4_asisdlsep_R4_r    0Q001100110mmmmm0000zznnnnnttttt ONE_D_R31 AdvSIMD LD   Nm>N
            LD1_asisdlsep_R4_r4   0Q001100110mmmmm0010zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3_asisdlsep_R3_r    0Q001100110mmmmm0100zznnnnnttttt ONE_D_R31 AdvSIMD LD   Nm>N
            LD1_asisdlsep_R3_r3   0Q001100110mmmmm0110zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1_asisdlsep_R1_r1   0Q001100110mmmmm0111zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2_asisdlsep_R2_r    0Q001100110mmmmm1000zznnnnnttttt ONE_D_R31 AdvSIMD LD   Nm>N
            LD1_asisdlsep_R2_r2   0Q001100110mmmmm1010zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4_asisdlsep_I4_i    0Q001100110111110000zznnnnnttttt ONE_D     AdvSIMD LD   N>N
            LD1_asisdlsep_I4_i4   0Q001100110111110010zznnnnnttttt -         AdvSIMD LD   N>N
            LD3_asisdlsep_I3_i    0Q001100110111110100zznnnnnttttt ONE_D     AdvSIMD LD   N>N
            LD1_asisdlsep_I3_i3   0Q001100110111110110zznnnnnttttt -         AdvSIMD LD   N>N
            LD1_asisdlsep_I1_i1   0Q001100110111110111zznnnnnttttt -         AdvSIMD LD   N>N
            LD2_asisdlsep_I2_i    0Q001100110111111000zznnnnnttttt ONE_D     AdvSIMD LD   N>N
            LD1_asisdlsep_I2_i2   0Q001100110111111010zznnnnnttttt -         AdvSIMD LD   N>N
            # Single structure
            ST1_asisdlso_B1_1b    0Q00110100000000000Szznnnnnttttt -         AdvSIMD ST   N>
            ST3_asisdlso_B3_3b    0Q00110100000000001Szznnnnnttttt -         AdvSIMD ST   N>
            ST1_asisdlso_H1_1h    0Q00110100000000010Sz0nnnnnttttt -         AdvSIMD ST   N>
            ST3_asisdlso_H3_3h    0Q00110100000000011Sz0nnnnnttttt -         AdvSIMD ST   N>
            ST1_asisdlso_S1_1s    0Q00110100000000100S00nnnnnttttt -         AdvSIMD ST   N>
            ST1_asisdlso_D1_1d    0Q00110100000000100001nnnnnttttt -         AdvSIMD ST   N>
            ST3_asisdlso_S3_3s    0Q00110100000000101S00nnnnnttttt -         AdvSIMD ST   N>
            ST3_asisdlso_D3_3d    0Q00110100000000101001nnnnnttttt -         AdvSIMD ST   N>
            ST2_asisdlso_B2_2b    0Q00110100100000000Szznnnnnttttt -         AdvSIMD ST   N>
            ST4_asisdlso_B4_4b    0Q00110100100000001Szznnnnnttttt -         AdvSIMD ST   N>
            ST2_asisdlso_H2_2h    0Q00110100100000010Sz0nnnnnttttt -         AdvSIMD ST   N>
            ST4_asisdlso_H4_4h    0Q00110100100000011Sz0nnnnnttttt -         AdvSIMD ST   N>
            ST2_asisdlso_S2_2s    0Q00110100100000100S00nnnnnttttt -         AdvSIMD ST   N>
            ST2_asisdlso_D2_2d    0Q00110100100000100001nnnnnttttt -         AdvSIMD ST   N>
            ST4_asisdlso_S4_4s    0Q00110100100000101S00nnnnnttttt -         AdvSIMD ST   N>
            ST4_asisdlso_D4_4d    0Q00110100100000101001nnnnnttttt -         AdvSIMD ST   N>
            LD1_asisdlso_B1_1b    0Q00110101000000000Szznnnnnttttt -         AdvSIMD LD   N>
            LD3_asisdlso_B3_3b    0Q00110101000000001Szznnnnnttttt -         AdvSIMD LD   N>
            LD1_asisdlso_H1_1h    0Q00110101000000010Sz0nnnnnttttt -         AdvSIMD LD   N>
            LD3_asisdlso_H3_3h    0Q00110101000000011Sz0nnnnnttttt -         AdvSIMD LD   N>
            LD1_asisdlso_S1_1s    0Q00110101000000100S00nnnnnttttt -         AdvSIMD LD   N>
            LD1_asisdlso_D1_1d    0Q00110101000000100001nnnnnttttt -         AdvSIMD LD   N>
            LD3_asisdlso_S3_3s    0Q00110101000000101S00nnnnnttttt -         AdvSIMD LD   N>
            LD3_asisdlso_D3_3d    0Q00110101000000101001nnnnnttttt -         AdvSIMD LD   N>
            LD1R_asisdlso_R1      0Q001101010000001100zznnnnnttttt -         AdvSIMD LD   N>
            LD3R_asisdlso_R3      0Q001101010000001110zznnnnnttttt -         AdvSIMD LD   N>
            LD2_asisdlso_B2_2b    0Q00110101100000000Szznnnnnttttt -         AdvSIMD LD   N>
            LD4_asisdlso_B4_4b    0Q00110101100000001Szznnnnnttttt -         AdvSIMD LD   N>
            LD2_asisdlso_H2_2h    0Q00110101100000010Sz0nnnnnttttt -         AdvSIMD LD   N>
            LD4_asisdlso_H4_4h    0Q00110101100000011Sz0nnnnnttttt -         AdvSIMD LD   N>
            LD2_asisdlso_S2_2s    0Q00110101100000100S00nnnnnttttt -         AdvSIMD LD   N>
            LD2_asisdlso_D2_2d    0Q00110101100000100001nnnnnttttt -         AdvSIMD LD   N>
            LD4_asisdlso_S4_4s    0Q00110101100000101S00nnnnnttttt -         AdvSIMD LD   N>
            LD4_asisdlso_D4_4d    0Q00110101100000101001nnnnnttttt -         AdvSIMD LD   N>
            LD2R_asisdlso_R2      0Q001101011000001100zznnnnnttttt -         AdvSIMD LD   N>
            LD4R_asisdlso_R4      0Q001101011000001110zznnnnnttttt -         AdvSIMD LD   N>
            # Single structure, post-indexed
            ST1_asisdlsop_BX1_r1b 0Q001101100mmmmm000Szznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST3_asisdlsop_BX3_r3b 0Q001101100mmmmm001Szznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST1_asisdlsop_HX1_r1h 0Q001101100mmmmm010Sz0nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST3_asisdlsop_HX3_r3h 0Q001101100mmmmm011Sz0nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST1_asisdlsop_SX1_r1s 0Q001101100mmmmm100S00nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST1_asisdlsop_DX1_r1d 0Q001101100mmmmm100001nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST3_asisdlsop_SX3_r3s 0Q001101100mmmmm101S00nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST3_asisdlsop_DX3_r3d 0Q001101100mmmmm101001nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST1_asisdlsop_B1_i1b  0Q00110110011111000Szznnnnnttttt -         AdvSIMD ST   N>N
            ST3_asisdlsop_B3_i3b  0Q00110110011111001Szznnnnnttttt -         AdvSIMD ST   N>N
            ST1_asisdlsop_H1_i1h  0Q00110110011111010Sz0nnnnnttttt -         AdvSIMD ST   N>N
            ST3_asisdlsop_H3_i3h  0Q00110110011111011Sz0nnnnnttttt -         AdvSIMD ST   N>N
            ST1_asisdlsop_S1_i1s  0Q00110110011111100S00nnnnnttttt -         AdvSIMD ST   N>N
            ST1_asisdlsop_D1_i1d  0Q00110110011111100001nnnnnttttt -         AdvSIMD ST   N>N
            ST3_asisdlsop_S3_i3s  0Q00110110011111101S00nnnnnttttt -         AdvSIMD ST   N>N
            ST3_asisdlsop_D3_i3d  0Q00110110011111101001nnnnnttttt -         AdvSIMD ST   N>N
            ST2_asisdlsop_BX2_r2b 0Q001101101mmmmm000Szznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST4_asisdlsop_BX4_r4b 0Q001101101mmmmm001Szznnnnnttttt R31       AdvSIMD ST   Nm>N
            ST2_asisdlsop_HX2_r2h 0Q001101101mmmmm010Sz0nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST4_asisdlsop_HX4_r4h 0Q001101101mmmmm011Sz0nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST2_asisdlsop_SX2_r2s 0Q001101101mmmmm100S00nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST2_asisdlsop_DX2_r2d 0Q001101101mmmmm100001nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST4_asisdlsop_SX4_r4s 0Q001101101mmmmm101S00nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST4_asisdlsop_DX4_r4d 0Q001101101mmmmm101001nnnnnttttt R31       AdvSIMD ST   Nm>N
            ST2_asisdlsop_B2_i2b  0Q00110110111111000Szznnnnnttttt -         AdvSIMD ST   N>N
            ST4_asisdlsop_B4_i4b  0Q00110110111111001Szznnnnnttttt -         AdvSIMD ST   N>N
            ST2_asisdlsop_H2_i2h  0Q00110110111111010Sz0nnnnnttttt -         AdvSIMD ST   N>N
            ST4_asisdlsop_H4_i4h  0Q00110110111111011Sz0nnnnnttttt -         AdvSIMD ST   N>N
            ST2_asisdlsop_S2_i2s  0Q00110110111111100S00nnnnnttttt -         AdvSIMD ST   N>N
            ST2_asisdlsop_D2_i2d  0Q00110110111111100001nnnnnttttt -         AdvSIMD ST   N>N
            ST4_asisdlsop_S4_i4s  0Q00110110111111101S00nnnnnttttt -         AdvSIMD ST   N>N
            ST4_asisdlsop_D4_i4d  0Q00110110111111101001nnnnnttttt -         AdvSIMD ST   N>N
            LD1_asisdlsop_BX1_r1b 0Q001101110mmmmm000Szznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3_asisdlsop_BX3_r3b 0Q001101110mmmmm001Szznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1_asisdlsop_HX1_r1h 0Q001101110mmmmm010Sz0nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3_asisdlsop_HX3_r3h 0Q001101110mmmmm011Sz0nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1_asisdlsop_SX1_r1s 0Q001101110mmmmm100S00nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1_asisdlsop_DX1_r1d 0Q001101110mmmmm100001nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3_asisdlsop_SX3_r3s 0Q001101110mmmmm101S00nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3_asisdlsop_DX3_r3d 0Q001101110mmmmm101001nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1R_asisdlsop_RX1_r  0Q001101110mmmmm1100zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD3R_asisdlsop_RX3_r  0Q001101110mmmmm1110zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD1_asisdlsop_B1_i1b  0Q00110111011111000Szznnnnnttttt -         AdvSIMD LD   N>N
            LD3_asisdlsop_B3_i3b  0Q00110111011111001Szznnnnnttttt -         AdvSIMD LD   N>N
            LD1_asisdlsop_H1_i1h  0Q00110111011111010Sz0nnnnnttttt -         AdvSIMD LD   N>N
            LD3_asisdlsop_H3_i3h  0Q00110111011111011Sz0nnnnnttttt -         AdvSIMD LD   N>N
            LD1_asisdlsop_S1_i1s  0Q00110111011111100S00nnnnnttttt -         AdvSIMD LD   N>N
            LD1_asisdlsop_D1_i1d  0Q00110111011111100001nnnnnttttt -         AdvSIMD LD   N>N
            LD3_asisdlsop_S3_i3s  0Q00110111011111101S00nnnnnttttt -         AdvSIMD LD   N>N
            LD3_asisdlsop_D3_i3d  0Q00110111011111101001nnnnnttttt -         AdvSIMD LD   N>N
            LD1R_asisdlsop_R1_i   0Q001101110111111100zznnnnnttttt -         AdvSIMD LD   N>N
            LD3R_asisdlsop_R3_i   0Q001101110111111110zznnnnnttttt -         AdvSIMD LD   N>N
            LD2_asisdlsop_BX2_r2b 0Q001101111mmmmm000Szznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4_asisdlsop_BX4_r4b 0Q001101111mmmmm001Szznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2_asisdlsop_HX2_r2h 0Q001101111mmmmm010Sz0nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4_asisdlsop_HX4_r4h 0Q001101111mmmmm011Sz0nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2_asisdlsop_SX2_r2s 0Q001101111mmmmm100S00nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2_asisdlsop_DX2_r2d 0Q001101111mmmmm100001nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4_asisdlsop_SX4_r4s 0Q001101111mmmmm101S00nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4_asisdlsop_DX4_r4d 0Q001101111mmmmm101001nnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2R_asisdlsop_RX2_r  0Q001101111mmmmm1100zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD4R_asisdlsop_RX4_r  0Q001101111mmmmm1110zznnnnnttttt R31       AdvSIMD LD   Nm>N
            LD2_asisdlsop_B2_i2b  0Q00110111111111000Szznnnnnttttt -         AdvSIMD LD   N>N
            LD4_asisdlsop_B4_i4b  0Q00110111111111001Szznnnnnttttt -         AdvSIMD LD   N>N
            LD2_asisdlsop_H2_i2h  0Q00110111111111010Sz0nnnnnttttt -         AdvSIMD LD   N>N
            LD4_asisdlsop_H4_i4h  0Q00110111111111011Sz0nnnnnttttt -         AdvSIMD LD   N>N
            LD2_asisdlsop_S2_i2s  0Q00110111111111100S00nnnnnttttt -         AdvSIMD LD   N>N
            LD2_asisdlsop_D2_i2d  0Q00110111111111100001nnnnnttttt -         AdvSIMD LD   N>N
            LD4_asisdlsop_S4_i4s  0Q00110111111111101S00nnnnnttttt -         AdvSIMD LD   N>N
            LD4_asisdlsop_D4_i4d  0Q00110111111111101001nnnnnttttt -         AdvSIMD LD   N>N
            LD2R_asisdlsop_R2_i   0Q001101111111111100zznnnnnttttt -         AdvSIMD LD   N>N
            LD4R_asisdlsop_R4_i   0Q001101111111111110zznnnnnttttt -         AdvSIMD LD   N>N
            """;
    // @formatter:on

    SimdMemoryRows() {}
}
