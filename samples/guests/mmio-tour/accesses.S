// Leaf routines: one form of access each. x0 = address, x1 = value to store; x0 = value loaded.

        .macro  form name, instruction:vararg
        .section .text.\name, "ax"
        .global \name
\name:
        \instruction
        ret
        .endm

        form    ldrb_w, ldrb w0, [x0]
        form    ldrh_w, ldrh w0, [x0]
        form    ldr_w, ldr w0, [x0]
        form    ldr_x, ldr x0, [x0]
        form    ldrsb_w, ldrsb w0, [x0]
        form    ldrsb_x, ldrsb x0, [x0]
        form    ldrsh_w, ldrsh w0, [x0]
        form    ldrsh_x, ldrsh x0, [x0]
        form    ldrsw_x, ldrsw x0, [x0]
        form    ldar_w, ldar w0, [x0]
        form    ldtr_w, ldtr w0, [x0]
        form    ldr_offset, ldr w0, [x0, w1, uxtw #2]
        form    ldxr_w, ldxr w0, [x0]
        form    ldp_w, ldp w0, w1, [x0]
        form    ldr_pre, ldr w1, [x0, #4]!
        form    ldrsb_post, ldrsb w1, [x0], #4
        form    prfm, prfm pldl1keep, [x0]
        form    dc_cvac, dc cvac, x0
        form    dc_zva, dc zva, x0
        form    strb_w, strb w1, [x0]
        form    strh_w, strh w1, [x0]
        form    str_w, str w1, [x0]
        form    str_x, str x1, [x0]
        form    stlr_w, stlr w1, [x0]
        form    stp_w, stp w1, w1, [x0]
        form    str_zero, str wzr, [x0]

// Loads with post-index: the value in the low word, the increment of the base in the high one.
        .macro  post name, instruction:vararg
        .section .text.\name, "ax"
        .global \name
\name:
        mov     x2, x0
        \instruction
        sub     x2, x2, x0
        orr     x0, x3, x2, lsl #32
        ret
        .endm

        post    ldr_post, ldr w3, [x2], #4
        post    ldrb_post, ldrb w3, [x2], #-1

        .section .text.str_post, "ax"
        .global str_post
str_post:
        mov     x2, x0
        str     w1, [x2], #16
        sub     x0, x2, x0
        ret
