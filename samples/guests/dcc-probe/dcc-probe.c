/*
 * Looks for a DCC console the way Linux's drivers/tty/hvc/hvc_dcc.c does: it writes a character
 * first and only then polls the status for a tenth of a second. A hypervisor that answers the
 * write with an Undefined exception kills the guest right there.
 */
#include "guest.h"

/* True: the character was taken within 100 ms, so something reads the channel. */
static __attribute__((noinline)) bool dcc_check(void) {
    u64 deadline = now() + ticks_of_ms(100);
    dcc_putchar('\n', 0);
    while (now() < deadline)
        if (!(dcc_status(0, 0) & DCC_TXFULL))
            return true;
    return false;
}

static void dcc_write(const char *text) {
    for (; *text; text++) {
        while (dcc_status(0, 0) & DCC_TXFULL) {
        }
        dcc_putchar((u8)*text, 0);
    }
}

void guest_main(void) {
    print("dcc-probe: looking for a DCC console\n");
    if (!dcc_check()) {
        print("no DCC console (-ENODEV)\n");
        return;
    }
    print("DCC console found\n");
    dcc_write("hello from the DCC\n");
}
