// String functions 16 bytes at a time. The strings here start at multiples of 16 and end in a
// buffer whose size is one, so that no load leaves it.

// u64 length_simd(const char *s)
        .section .text.length_simd, "ax"
        .global length_simd
length_simd:
        mov     x1, x0
1:      ldr     q0, [x1], #16
        cmeq    v1.16b, v0.16b, #0
        umaxv   b2, v1.16b
        fmov    w2, s2
        cbz     w2, 1b
        shrn    v1.8b, v1.8h, #4        // four bits a byte, in order
        fmov    x2, d1
        rbit    x2, x2
        clz     x2, x2
        sub     x1, x1, #16
        add     x1, x1, x2, lsr #2
        sub     x0, x1, x0
        ret

// u64 find_simd(const char *s, u64 c, u64 bytes): index of the first c, or bytes
        .section .text.find_simd, "ax"
        .global find_simd
find_simd:
        dup     v3.16b, w1
        mov     x1, x0
        add     x4, x0, x2
1:      ldr     q0, [x1], #16
        cmeq    v1.16b, v0.16b, v3.16b
        umaxv   b2, v1.16b
        fmov    w3, s2
        cbnz    w3, 2f
        cmp     x1, x4
        b.lo    1b
        mov     x0, x2
        ret
2:      shrn    v1.8b, v1.8h, #4
        fmov    x3, d1
        rbit    x3, x3
        clz     x3, x3
        sub     x1, x1, #16
        add     x1, x1, x3, lsr #2
        sub     x0, x1, x0
        ret

// u64 same_simd(const char *a, const char *b, u64 bytes): index of the first difference, or bytes
        .section .text.same_simd, "ax"
        .global same_simd
same_simd:
        mov     x3, x0
        add     x5, x0, x2
1:      ldr     q0, [x3], #16
        ldr     q1, [x1], #16
        cmeq    v1.16b, v0.16b, v1.16b
        uminv   b2, v1.16b
        fmov    w4, s2
        cbz     w4, 2f
        cmp     x3, x5
        b.lo    1b
        mov     x0, x2
        ret
2:      mvn     v1.16b, v1.16b
        shrn    v1.8b, v1.8h, #4
        fmov    x4, d1
        rbit    x4, x4
        clz     x4, x4
        sub     x3, x3, #16
        add     x3, x3, x4, lsr #2
        sub     x0, x3, x0
        ret
