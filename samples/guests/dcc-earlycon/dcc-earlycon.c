/*
 * Takes the DCC as an early console the way Linux's earlycon=dcc does (hvc_dcc.c since commit
 * 0ec058ece2f9): it waits for TXfull to clear for at most 0x4000000 status reads, and only then
 * writes. "polls=N" in the boot arguments lowers the bound.
 */
#include "guest.h"

void guest_main(void) {
    u64 bound = parameter("polls", 0x4000000);
    u64 count = bound;
    u64 reads = 0;
    print("dcc-earlycon: waiting for TXfull to clear\n");
    while (--count) {
        reads++;
        if (!(dcc_status(0, 0) & DCC_TXFULL))
            break;
    }
    reads++;
    if (dcc_status(0, 0) & DCC_TXFULL) {
        print("no DCC early console (-ENODEV) after %lu status reads\n", reads);
        return;
    }
    print("DCC early console accepted after %lu status reads\n", reads);
    for (const char *p = "hello from the DCC\n"; *p; p++) {
        while (dcc_status(0, 0) & DCC_TXFULL) {
        }
        dcc_putchar((u8)*p, 0);
    }
    print("DCC early console written\n");
}
