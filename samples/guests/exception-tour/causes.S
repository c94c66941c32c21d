// One routine a cause. Each sets NZCV to ones and, at EL1, unmasks D, A, I and F, so that what an
// exception entry does to PSTATE shows; then the instruction at NAME_at causes the exception.
// x0 and x1 are the arguments of struct cause.

        .macro  routine name
        .section .text.\name, "ax"
        .balign 16
        .global \name, \name\()_at
\name:
        msr     daifclr, #15
        .global \name\()_el0
\name\()_el0:
        mov     x9, #0xf0000000
        msr     nzcv, x9
        .endm

        .macro  cause name, instruction:vararg
        routine \name
\name\()_at:
        \instruction
        ret
        .endm

        cause   trapped_msr, msr s2_0_c0_c6_2, x0       // OSECCR_EL1
        cause   trapped_hvc, hvc #1
        cause   trapped_smc, smc #1
        cause   udf, udf #0
        cause   svc_5, svc #5
        cause   brk_7, brk #7
        cause   load, ldr x0, [x0]
        cause   store, str x1, [x0]
        cause   jump, br x0

// The stack pointer that is in use is misaligned by 8; only for EL1t and EL0, where no handler
// runs on it.
        routine sp_load
        mov     x9, sp
        sub     x9, x9, #8
        mov     sp, x9
sp_load_at:
        ldr     x0, [sp]
        ret

// Returns to EL2, which EL1 may not: PSTATE.IL is set and the next instruction is refused.
        routine illegal
        adrp    x9, illegal_at
        add     x9, x9, :lo12:illegal_at
        msr     elr_el1, x9
        mov     x9, #0xf0000000
        orr     x9, x9, #8
        orr     x9, x9, #1
        msr     spsr_el1, x9
        eret
illegal_at:
        nop
        ret

// on_sp_el0(routine, arguments): the routine with SP_EL0 as its stack pointer (EL1t). An exception
// sends it to x30 at EL1h; without one it comes there at EL1t.
        .section .text.on_sp_el0, "ax"
        .global on_sp_el0
on_sp_el0:
        str     x30, [sp, #-16]!
        mov     x10, x0
        adrp    x9, scratch_stack_top
        add     x9, x9, :lo12:scratch_stack_top
        msr     sp_el0, x9
        ldp     x0, x1, [x1]
        msr     spsel, #0
        blr     x10
        msr     spsel, #1
        msr     daifset, #15
        ldr     x30, [sp], #16
        ret

        .bss
        .balign 16
        .skip   64
scratch_stack_top:
        .skip   16
