// One routine to read and one to write each register of registers.h, 16 bytes a register, so that
// the address follows from the index: mrs x0, REG; ret; msr REG, x0; ret.

#define REGISTER(name, op0, op1, crn, crm, op2, flags, mask)                           \
        .inst   0xd5200000 | (op0) << 19 | (op1) << 16 | (crn) << 12 | (crm) << 8 | (op2) << 5 ; \
        ret ;                                                                          \
        .inst   0xd5000000 | (op0) << 19 | (op1) << 16 | (crn) << 12 | (crm) << 8 | (op2) << 5 ; \
        ret

        .section .text.register_stubs, "ax"
        .balign 16
        .global register_stubs
register_stubs:
#include "registers.h"
