// Copies for which the length is a multiple of 64 bytes and not 0.

// void copy_integer(void *to, const void *from, u64 bytes)
        .section .text.copy_integer, "ax"
        .global copy_integer
copy_integer:
        ldp     x3, x4, [x1]
        ldp     x5, x6, [x1, #16]
        ldp     x7, x8, [x1, #32]
        ldp     x9, x10, [x1, #48]
        add     x1, x1, #64
        stp     x3, x4, [x0]
        stp     x5, x6, [x0, #16]
        stp     x7, x8, [x0, #32]
        stp     x9, x10, [x0, #48]
        add     x0, x0, #64
        subs    x2, x2, #64
        b.ne    copy_integer
        ret

// void copy_simd(void *to, const void *from, u64 bytes)
        .section .text.copy_simd, "ax"
        .global copy_simd
copy_simd:
        ldp     q0, q1, [x1]
        ldp     q2, q3, [x1, #32]
        add     x1, x1, #64
        stp     q0, q1, [x0]
        stp     q2, q3, [x0, #32]
        add     x0, x0, #64
        subs    x2, x2, #64
        b.ne    copy_simd
        ret
