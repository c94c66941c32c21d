/* "n" trapped reads (a million) of ID_AA64PFR0_EL1, and nothing else in the loop. */
#include "guest.h"

void guest_main(void) {
    u64 n = parameter("n", 1000000);
    u64 sum = 0;
    for (u64 i = 0; i < n; i++)
        sum = (sum << 1 | sum >> 63) + mrs(id_aa64pfr0_el1);
    print("trap-loop: %lu reads, checksum %016lx\n", n, sum);
}
