/*
 * Writes to the DCC the way U-Boot's drivers/serial/arm_dcc.c does: before each character it
 * reads the status until TXfull clears or a time-out ends the wait. It does so from EL1 and then
 * from EL0, and reports an exception instead of dying of it. "polls=N" in the boot arguments sets
 * the time-out of one character, in status reads.
 */
#include "guest.h"

typedef struct result at(leaf *routine, u64 a, u64 b);

static void report(const char *el, const char *access, const struct result *result) {
    u64 offset;
    const char *name = symbol(result->elr, &offset);
    print("%s: %s: exception at %s+0x%lx, ESR_EL1 0x%08lx\n", el, access, name, offset, result->esr);
}

static void send(const char *el, at *run, const char *text, u64 timeout) {
    u64 reads = 0;
    u64 written = 0;
    u64 late = 0;
    for (; *text; text++) {
        struct result result;
        u64 left = timeout;
        do {
            reads++;
            result = run(dcc_status, 0, 0);
            if (result.taken) {
                report(el, "status", &result);
                return;
            }
        } while ((result.value & DCC_TXFULL) && --left);
        if (!left) {
            late++;
            continue;
        }
        result = run(dcc_putchar, (u8)*text, 0);
        if (result.taken) {
            report(el, "write", &result);
            return;
        }
        written++;
    }
    print("%s: %lu status reads, %lu characters written, %lu timed out\n", el, reads, written, late);
}

void guest_main(void) {
    u64 timeout = parameter("polls", 1000);
    print("dcc-uboot: at most %lu status reads a character\n", timeout);
    send("EL1", try_el1, "DCC\n", timeout);
    send("EL0", try_el0, "DCC\n", timeout);
}
