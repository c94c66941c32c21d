/*
 * "n" steps (a million) along a linked list of 16,384 nodes that lie scattered over 4 MiB: loads
 * that wait for each other, on more pages than a translation buffer holds.
 */
#include "guest.h"

#define NODES 16384U

struct node {
    struct node *next;
    u64 value;
    u64 unused[30];
};

static struct node nodes[NODES] __attribute__((aligned(4096)));
static u32 order[NODES];

void guest_main(void) {
    u64 n = parameter("n", 1000000);
    u64 seed = 1;
    u64 sum = 0;
    mmu_on();
    for (u32 i = 0; i < NODES; i++)
        order[i] = i;
    /* Sattolo's shuffle leaves one cycle through all nodes. */
    for (u32 i = NODES - 1; i > 0; i--) {
        seed = seed * 6364136223846793005UL + 1442695040888963407UL;
        u32 j = (u32)((seed >> 33) % i);
        u32 was = order[i];
        order[i] = order[j];
        order[j] = was;
    }
    for (u32 i = 0; i < NODES; i++) {
        nodes[i].next = &nodes[order[i]];
        nodes[i].value = i;
    }
    const struct node *p = nodes;
    for (u64 i = 0; i < n; i++) {
        sum = (sum << 1 | sum >> 63) + p->value;
        p = p->next;
    }
    print("walk-loop: %lu steps, checksum %016lx\n", n, sum);
}
