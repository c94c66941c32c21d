// A second vector table, for guests that count what an exception costs: synchronous exceptions of
// EL1h and EL0 save only what a C function may change, as a struct entry (guest.h), and call
// sync_handler(entry). Everything else goes on to the usual table.

        .set    ENTRY, 192

        .macro  sync
        .balign 0x80
        sub     sp, sp, #ENTRY
        stp     x0, x1, [sp]
        b       sync_entry
        .endm

        .macro  usual index
        .balign 0x80
        b       vectors + \index * 0x80
        .endm

        .section .text.entry_vectors, "ax"
        .balign 0x800
        .global entry_vectors
entry_vectors:
        .irp    index, 0, 1, 2, 3
        usual   \index
        .endr
        sync
        .irp    index, 5, 6, 7
        usual   \index
        .endr
        sync
        .irp    index, 9, 10, 11, 12, 13, 14, 15
        usual   \index
        .endr

        .balign 0x80
sync_entry:
        stp     x2, x3, [sp, #16]
        stp     x4, x5, [sp, #32]
        stp     x6, x7, [sp, #48]
        stp     x8, x9, [sp, #64]
        stp     x10, x11, [sp, #80]
        stp     x12, x13, [sp, #96]
        stp     x14, x15, [sp, #112]
        stp     x16, x17, [sp, #128]
        stp     x18, x30, [sp, #144]
        mrs     x0, elr_el1
        mrs     x1, spsr_el1
        stp     x0, x1, [sp, #160]
        mrs     x2, esr_el1
        mrs     x3, far_el1
        stp     x2, x3, [sp, #176]
        mov     x0, sp
        bl      sync_handler
        ldp     x0, x1, [sp, #160]
        msr     elr_el1, x0
        msr     spsr_el1, x1
        ldp     x2, x3, [sp, #16]
        ldp     x4, x5, [sp, #32]
        ldp     x6, x7, [sp, #48]
        ldp     x8, x9, [sp, #64]
        ldp     x10, x11, [sp, #80]
        ldp     x12, x13, [sp, #96]
        ldp     x14, x15, [sp, #112]
        ldp     x16, x17, [sp, #128]
        ldp     x18, x30, [sp, #144]
        ldp     x0, x1, [sp]
        add     sp, sp, #ENTRY
        eret

        .weak   sync_handler            // guests without one never install this table
