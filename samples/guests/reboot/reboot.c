/*
 * Asks for a system reset. A mark in memory, outside the image, tells a second start from the
 * first: where memory survives a reset the guest powers off then; where it does not, it resets
 * again each time it is started.
 */
#include "guest.h"

#define MARK 0x7265626f6f740001UL

void guest_main(void) {
    u64 mark = platform.ram_base + 0x01000000;
    if (read64(mark) == MARK) {
        write64(mark, 0);
        print("reboot: second start, memory survived\n");
        return;
    }
    write64(mark, MARK);
    print("reboot: resetting\n");
    reset();
}
