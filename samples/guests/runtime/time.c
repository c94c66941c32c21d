/* The virtual counter. */
#include "guest.h"

u64 now(void) {
    isb(); /* the counter may be read early otherwise */
    return mrs(cntvct_el0);
}

u64 ticks_of_ms(u64 ms) { return mrs(cntfrq_el0) * ms / 1000; }
