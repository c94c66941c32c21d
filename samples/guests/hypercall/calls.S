// Leaf routines for the hypercall guest: x0 and x1 in, x0 out. Each keeps x30 and the registers
// that the calling convention preserves.
// call_registers holds the whole outcome of the last call.

        .bss
        .balign 16
        .global call_registers
call_registers:                         // x0-x4 and x16 as the call left them
        .skip   64

        .macro  store
        adrp    x9, call_registers
        add     x9, x9, :lo12:call_registers
        stp     x0, x1, [x9]
        stp     x2, x3, [x9, #16]
        str     x4, [x9, #32]
        str     x16, [x9, #40]
        .endm

        .macro  immediate name, instruction, value
        .section .text.\name, "ax"
        .global \name
\name:
        \instruction #\value
        ret
        .endm

        immediate hvc_1, hvc, 1
        immediate hvc_ea2, hvc, 0xea2
        immediate hvc_ffe0, hvc, 0xffe0
        immediate hvc_fffd, hvc, 0xfffd
        immediate hvc_fffe, hvc, 0xfffe
        immediate hvc_ff00, hvc, 0xff00
        immediate smc_1, smc, 1

// xen_hypercall(number, arguments): arguments points at five values for x0-x4.
        .section .text.xen_hypercall, "ax"
        .global xen_hypercall
xen_hypercall:
        mov     x16, x0
        mov     x10, x1
        ldp     x0, x1, [x10]
        ldp     x2, x3, [x10, #16]
        ldr     x4, [x10, #32]
        hvc     #0xea1
        store
        ret

// smccc(id, arguments): arguments points at three values for x1-x3; x4 is 0.
        .section .text.smccc, "ax"
        .global smccc
smccc:
        mov     x10, x1
        ldp     x1, x2, [x10]
        ldr     x3, [x10, #16]
        mov     x4, xzr
        hvc     #0
        store
        ret

        .section .text.smccc_by_smc, "ax"
        .global smccc_by_smc
smccc_by_smc:
        mov     x10, x1
        ldp     x1, x2, [x10]
        ldr     x3, [x10, #16]
        mov     x4, xzr
        smc     #0
        store
        ret
