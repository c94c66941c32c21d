/* Waits for an interrupt that nothing can send: a guest that hangs with nothing to wake it. */
#include "guest.h"

void guest_main(void) {
    print("hang-wfi: waiting for an interrupt that was never set up\n");
    for (;;)
        wfi();
}
