/* "n" PSCI_VERSION calls (a million): the whole way into the hypervisor and back. */
#include "guest.h"

void guest_main(void) {
    u64 n = parameter("n", 1000000);
    u64 sum = 0;
    for (u64 i = 0; i < n; i++)
        sum += hvc_call(PSCI_VERSION, 0, 0, 0).x[0];
    print("hvc-loop: %lu calls, checksum %016lx\n", n, sum);
}
