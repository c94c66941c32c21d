// The vector table: each entry stores the whole integer state as a struct frame (guest.h) on
// SP_EL1, calls exception(frame) and returns with whatever the frame then holds.

        .set    FRAME, 304

        .macro  entry index
        .balign 0x80
        sub     sp, sp, #FRAME
        stp     x0, x1, [sp]
        mov     x0, #\index
        b       save_frame
        .endm

        .section .text.vectors, "ax"
        .balign 0x800
        .global vectors
vectors:
        .irp    index, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        entry   \index
        .endr

        .balign 0x80
save_frame:
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        stp     x10, x11, [sp, #80]
        stp     x12, x13, [sp, #96]
        stp     x14, x15, [sp, #112]
        stp     x16, x17, [sp, #128]
        stp     x18, x19, [sp, #144]
        stp     x20, x21, [sp, #160]
        stp     x22, x23, [sp, #176]
        stp     x24, x25, [sp, #192]
        stp     x26, x27, [sp, #208]
        stp     x28, x29, [sp, #224]
        mrs     x1, nzcv                // what the exception entry left, before anything changes it
        mrs     x2, daif
        orr     x7, x1, x2
        mrs     x1, sp_el0
        stp     x30, x1, [sp, #240]
        mrs     x1, elr_el1
        mrs     x2, spsr_el1
        stp     x1, x2, [sp, #256]
        mrs     x1, esr_el1
        mrs     x2, far_el1
        stp     x1, x2, [sp, #272]
        stp     x0, x7, [sp, #288]
        mov     x0, sp
        bl      exception
        ldp     x30, x1, [sp, #240]
        msr     sp_el0, x1
        ldp     x1, x2, [sp, #256]
        msr     elr_el1, x1
        msr     spsr_el1, x2
        ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        ldp     x10, x11, [sp, #80]
        ldp     x12, x13, [sp, #96]
        ldp     x14, x15, [sp, #112]
        ldp     x16, x17, [sp, #128]
        ldp     x18, x19, [sp, #144]
        ldp     x20, x21, [sp, #160]
        ldp     x22, x23, [sp, #176]
        ldp     x24, x25, [sp, #192]
        ldp     x26, x27, [sp, #208]
        ldp     x28, x29, [sp, #224]
        ldp     x0, x1, [sp]
        add     sp, sp, #FRAME
        eret

// u64 el0_enter(leaf *routine, u64 a, u64 b, u64 stack_top, u64 *saved_sp): runs the routine at
// EL0 with every interrupt masked. It comes back through el0_unwind, whatever ended it.
        .section .text.el0_enter, "ax"
        .global el0_enter
el0_enter:
        stp     x29, x30, [sp, #-96]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        mov     x5, sp
        str     x5, [x4]
        msr     sp_el0, x3
        msr     elr_el1, x0
        mov     x6, #0x3c0
        msr     spsr_el1, x6
        mov     x0, x1
        mov     x1, x2
        adrp    x30, el0_return
        add     x30, x30, :lo12:el0_return
        eret

// A routine that ends without an exception returns to here, still at EL0.
        .balign 16
        .global el0_return
el0_return:
        svc     #0xfff

        .global el0_unwind
el0_unwind:                             // x0 = the SP that el0_enter saved
        mov     sp, x0
        ldp     x19, x20, [sp, #16]
        ldp     x21, x22, [sp, #32]
        ldp     x23, x24, [sp, #48]
        ldp     x25, x26, [sp, #64]
        ldp     x27, x28, [sp, #80]
        ldp     x29, x30, [sp], #96
        ret
