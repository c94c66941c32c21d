/* A branch to itself with every interrupt masked: a guest that hangs while it runs. */
#include "guest.h"

void guest_main(void) {
    print("hang-spin: branching to itself with interrupts masked\n");
    __asm__ volatile("msr daifset, #15\n0: b 0b");
}
