        .arch   armv8-a+crypto

// void aes_cbc(u8 *mac, const u8 *blocks, u64 count, const u8 *round_keys): AES-128 CBC-MAC; count
// is not 0, round_keys are the eleven of FIPS 197.
        .section .text.aes_cbc, "ax"
        .global aes_cbc
aes_cbc:
        ld1     {v16.16b - v19.16b}, [x3], #64
        ld1     {v20.16b - v23.16b}, [x3], #64
        ld1     {v24.16b - v26.16b}, [x3]
        ld1     {v0.16b}, [x0]
1:      ld1     {v1.16b}, [x1], #16
        eor     v0.16b, v0.16b, v1.16b
        .irp    key, 16, 17, 18, 19, 20, 21, 22, 23, 24
        aese    v0.16b, v\key\().16b
        aesmc   v0.16b, v0.16b
        .endr
        aese    v0.16b, v25.16b
        eor     v0.16b, v0.16b, v26.16b
        subs    x2, x2, #1
        b.ne    1b
        st1     {v0.16b}, [x0]
        ret

// u32 aes_sub_word(u32 word): the S-box on four bytes; equal columns make ShiftRows do nothing.
        .section .text.aes_sub_word, "ax"
        .global aes_sub_word
aes_sub_word:
        dup     v0.4s, w0
        movi    v1.16b, #0
        aese    v0.16b, v1.16b
        umov    w0, v0.s[0]
        ret

// void sha256_blocks(u32 *state, const u8 *blocks, u64 count, const u32 *constants): FIPS 180-4,
// 6.2.2; count is not 0, the state's words are a to h.
        .section .text.sha256_blocks, "ax"
        .global sha256_blocks
sha256_blocks:
        ld1     {v0.4s, v1.4s}, [x0]
1:      ld1     {v4.16b - v7.16b}, [x1], #64
        rev32   v4.16b, v4.16b
        rev32   v5.16b, v5.16b
        rev32   v6.16b, v6.16b
        rev32   v7.16b, v7.16b
        mov     v2.16b, v0.16b
        mov     v3.16b, v1.16b
        mov     x4, x3
        mov     w5, #4
// Sixteen rounds a turn; the message words of the next sixteen follow from the present ones, and
// the last turn computes some that nobody uses.
2:      ld1     {v16.4s - v19.4s}, [x4], #64
        add     v16.4s, v16.4s, v4.4s
        add     v17.4s, v17.4s, v5.4s
        add     v18.4s, v18.4s, v6.4s
        add     v19.4s, v19.4s, v7.4s
        sha256su0 v4.4s, v5.4s
        sha256su1 v4.4s, v6.4s, v7.4s
        sha256su0 v5.4s, v6.4s
        sha256su1 v5.4s, v7.4s, v4.4s
        sha256su0 v6.4s, v7.4s
        sha256su1 v6.4s, v4.4s, v5.4s
        sha256su0 v7.4s, v4.4s
        sha256su1 v7.4s, v5.4s, v6.4s
        .irp    words, 16, 17, 18, 19
        mov     v20.16b, v2.16b
        sha256h q2, q3, v\words\().4s
        sha256h2 q3, q20, v\words\().4s
        .endr
        subs    w5, w5, #1
        b.ne    2b
        add     v0.4s, v0.4s, v2.4s
        add     v1.4s, v1.4s, v3.4s
        subs    x2, x2, #1
        b.ne    1b
        st1     {v0.4s, v1.4s}, [x0]
        ret
