/* "n" reads (a million) of the UART's flag register: emulated device accesses. */
#include "guest.h"

void guest_main(void) {
    u64 n = parameter("n", 1000000);
    u64 sum = 0;
    for (u64 i = 0; i < n; i++)
        sum += read32(platform.uart + 0x18);
    print("mmio-loop: %lu reads, checksum %016lx\n", n, sum);
}
