// What runs under debug, the entry to it and the way back, and the exception vectors meanwhile.

        .set    EVENT, 288              // struct event of debug-tour.c

// Each entry stores the integer state as a struct event, asks on_event(event) how it goes on, and
// returns with whatever the event then holds.
        .macro  entry
        .balign 0x80
        sub     sp, sp, #EVENT
        stp     x0, x1, [sp]
        b       record
        .endm

        .section .text.debug_vectors, "ax"
        .balign 0x800
        .global debug_vectors
debug_vectors:
        .rept   16
        entry
        .endr

        .balign 0x80
record:
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
        mrs     x1, elr_el1
        stp     x30, x1, [sp, #240]
        mrs     x1, spsr_el1
        mrs     x2, esr_el1
        stp     x1, x2, [sp, #256]
        mrs     x1, far_el1
        str     x1, [sp, #272]
        mov     x0, sp
        bl      on_event
        ldp     x30, x1, [sp, #240]
        ldr     x2, [sp, #256]
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
        add     sp, sp, #EVENT
        eret

// void debug_enter(leaf *routine, u64 argument, u64 spsr, u64 *saved_sp): an exception return to the
// routine. It comes back through debug_leave, called by on_event after debug_return's SVC.
        .section .text.debug_enter, "ax"
        .global debug_enter
debug_enter:
        stp     x29, x30, [sp, #-96]!
        stp     x19, x20, [sp, #16]
        stp     x21, x22, [sp, #32]
        stp     x23, x24, [sp, #48]
        stp     x25, x26, [sp, #64]
        stp     x27, x28, [sp, #80]
        mov     x4, sp
        str     x4, [x3]
        msr     elr_el1, x0
        msr     spsr_el1, x2
        mov     x0, x1
        adrp    x30, debug_return
        add     x30, x30, :lo12:debug_return
        eret

        .global debug_return
debug_return:
        svc     #0xfff

        .global debug_leave
debug_leave:                            // x0 = the SP that debug_enter saved
        mov     sp, x0
        ldp     x19, x20, [sp, #16]
        ldp     x21, x22, [sp, #32]
        ldp     x23, x24, [sp, #48]
        ldp     x25, x26, [sp, #64]
        ldp     x27, x28, [sp, #80]
        ldp     x29, x30, [sp], #96
        ret

        .macro  routine name
        .section .text.\name, "ax"
        .balign 16
        .global \name
\name:
        .endm

        routine four
        nop                             // +0x0
        nop                             // +0x4
        nop                             // +0x8
        ret                             // +0xc

        routine breaks
        nop                             // +0x0
        brk     #7                      // +0x4
        nop                             // +0x8
        ret                             // +0xc

// x0 = data, 64 bytes aligned.
        routine accesses
        ldrb    w1, [x0, #3]            // +0x00
        strb    w1, [x0, #5]            // +0x04
        ldr     x1, [x0, #8]            // +0x08
        str     x1, [x0, #16]           // +0x0c
        ldp     x1, x2, [x0, #32]       // +0x10
        stp     x1, x2, [x0, #48]       // +0x14
        ldtr    x1, [x0, #64]           // +0x18
        sttr    x1, [x0, #72]           // +0x1c
        ret                             // +0x20

        routine steps
        nop                             // +0x00
        add     x1, x0, #16             // +0x04
        ldxr    x2, [x1]                // +0x08
        clrex                           // +0x0c
        cbz     xzr, 1f                 // +0x10
        udf     #0                      // +0x14
1:      svc     #1                      // +0x18
        nop                             // +0x1c
        brk     #1                      // +0x20
        nop                             // +0x24
        ldr     x2, [x1, #1]            // +0x28, not aligned
        nop                             // +0x2c
        ret                             // +0x30

// x0 = a device register.
        routine device
        ldr     w1, [x0]                // +0x0
        nop                             // +0x4
        ret                             // +0x8

// probe_NAME_n(): reads a register; UNDEFINED where there is none of that number.
        .macro  probe name, n
        routine probe_\name\()_\n
        mrs     x0, \name\n\()_el1
        ret
        .endm

        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        probe   dbgbcr, \n
        probe   dbgwcr, \n
        .endr

        .section .rodata.probes, "a"
        .balign 8
        .global breakpoint_probes, watchpoint_probes
breakpoint_probes:
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        .quad   probe_dbgbcr_\n
        .endr
watchpoint_probes:
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
        .quad   probe_dbgwcr_\n
        .endr
