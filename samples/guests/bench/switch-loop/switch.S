// void switch_to(u64 *from, const u64 *to, u64 ttbr0): keeps what a call keeps of the running task
// in from, changes the address space, and goes on with the other.
        .section .text.switch_to, "ax"
        .global switch_to
switch_to:
        stp     x19, x20, [x0]
        stp     x21, x22, [x0, #16]
        stp     x23, x24, [x0, #32]
        stp     x25, x26, [x0, #48]
        stp     x27, x28, [x0, #64]
        mov     x9, sp
        stp     x29, x30, [x0, #80]
        str     x9, [x0, #96]
        msr     ttbr0_el1, x2
        isb
        ldp     x19, x20, [x1]
        ldp     x21, x22, [x1, #16]
        ldp     x23, x24, [x1, #32]
        ldp     x25, x26, [x1, #48]
        ldp     x27, x28, [x1, #64]
        ldp     x29, x30, [x1, #80]
        ldr     x9, [x1, #96]
        mov     sp, x9
        ret
