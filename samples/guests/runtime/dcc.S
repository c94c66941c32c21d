// The Debug Communications Channel, as the DCC drivers of the kernels and boot loaders use it.

// dcc_status: MDCCSR_EL0; TXfull is bit 29, RXfull bit 30.
        .section .text.dcc_status, "ax"
        .global dcc_status
        .type   dcc_status, %function
dcc_status:
        mrs     x0, mdccsr_el0
        ret
        .size   dcc_status, . - dcc_status

// dcc_putchar: DBGDTRTX_EL0, without looking at TXfull.
        .section .text.dcc_putchar, "ax"
        .global dcc_putchar
        .type   dcc_putchar, %function
dcc_putchar:
        and     x0, x0, #0xff
        msr     dbgdtrtx_el0, x0
        isb
        ret
        .size   dcc_putchar, . - dcc_putchar

// dcc_getchar: DBGDTRRX_EL0, without looking at RXfull.
        .section .text.dcc_getchar, "ax"
        .global dcc_getchar
        .type   dcc_getchar, %function
dcc_getchar:
        mrs     x0, dbgdtrrx_el0
        ret
        .size   dcc_getchar, . - dcc_getchar
