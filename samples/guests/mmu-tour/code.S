// Leaf routines for mmu-tour; they run from the guest's text or from copies in its test pages.

        .macro  form name, instruction:vararg
        .section .text.\name, "ax"
        .global \name
\name:
        \instruction
        ret
        .endm

        form    load, ldr x0, [x0]
        form    load_pair, ldp x0, x1, [x0]
        form    store, str x1, [x0]
        form    store_pair, stp x1, x1, [x0]
        form    load_user, ldtr x0, [x0]
        form    store_user, sttr x1, [x0]
        form    load_exclusive, ldxr x0, [x0]
        form    zero_block, dc zva, x0

// call(address): x30 has to be the way back for a fault at the target.
        .section .text.call, "ax"
        .global call
call:
        br      x0

// What is copied into pages: returns its number. The second word is "ret".
        .section .text.return_one, "ax"
        .global return_one
return_one:
        mov     x0, #1
        ret
        .global return_two
return_two:
        mov     x0, #2
        ret
        .global call_svc
call_svc:
        svc     #0x21
        ret

// increment(address): exclusive read-modify-write; the new value.
        .section .text.increment, "ax"
        .global increment
increment:
        mov     x3, x0
1:      ldaxr   x0, [x3]
        add     x0, x0, #1
        stlxr   w2, x0, [x3]
        cbnz    w2, 1b
        ret

// Whether a store-exclusive fails: after CLREX, after an exception return, without a load.
        .global clrex_fails
clrex_fails:
        ldxr    x1, [x0]
        clrex
        stxr    w2, x1, [x0]
        mov     w0, w2
        ret
        .global eret_fails
eret_fails:
        ldxr    x1, [x0]
        adr     x3, 1f
        msr     elr_el1, x3
        mov     x3, #0x3c5
        msr     spsr_el1, x3
        eret
1:      stxr    w2, x1, [x0]
        mov     w0, w2
        ret
