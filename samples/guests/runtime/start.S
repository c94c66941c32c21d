// Entry of every bundled guest: EL1, MMU off, x0 = address of the device tree (0: none).
//
// The first 64 bytes are the header of an arm64 Linux Image, so that the objcopy'd binary also
// boots where a kernel image is expected (text offset 0x80000, the link address).

        .section .text.start, "ax"
        .global _start
_start:
        b       1f
        .word   0
        .quad   0x80000                 // text offset
        .quad   _end - _start           // image size, with .bss
        .quad   2                       // little endian, 4 KiB granule
        .quad   0, 0, 0
        .ascii  "ARM\x64"
        .word   0

1:      msr     daifset, #15
        mov     x19, x0
        adrp    x1, vectors
        add     x1, x1, :lo12:vectors
        msr     vbar_el1, x1
        adrp    x1, boot_stack_top
        add     x1, x1, :lo12:boot_stack_top
        msr     spsel, #1
        mov     sp, x1
        msr     tpidr_el1, xzr
        isb
        adrp    x1, __bss_start
        add     x1, x1, :lo12:__bss_start
        adrp    x2, __bss_end
        add     x2, x2, :lo12:__bss_end
2:      cmp     x1, x2
        b.hs    3f
        str     xzr, [x1], #8
        b       2b
3:      mov     x0, x19
        bl      runtime_start
4:      wfi
        b       4b

// PSCI CPU_ON lands here: x0 = context id = index of the CPU. Its stack is secondary_stacks[index].
        .global secondary_start
secondary_start:
        msr     daifset, #15
        adrp    x1, vectors
        add     x1, x1, :lo12:vectors
        msr     vbar_el1, x1
        adrp    x1, secondary_stacks
        add     x1, x1, :lo12:secondary_stacks
        add     x2, x0, #1
        add     x1, x1, x2, lsl #12
        msr     spsel, #1
        mov     sp, x1
        msr     tpidr_el1, x0
        isb
        adrp    x1, secondary_entry
        ldr     x1, [x1, :lo12:secondary_entry]
        blr     x1
5:      wfi
        b       5b

        .section .stacks, "aw", %nobits
        .balign 4096
        .skip   16384
boot_stack_top:
        .global secondary_stacks
secondary_stacks:
        .skip   16 * 4096
