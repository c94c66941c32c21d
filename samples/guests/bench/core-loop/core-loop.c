/*
 * "n" rounds (100) of the work that integer benchmarks of small cores agree on: a linked list
 * sorted by two orders through function pointers, products of 16-bit matrices, and a state machine
 * over text; a CRC ties each round to the next.
 */
#include "guest.h"

#define NODES 256
#define SIDE 24
#define TEXT 1024

struct node {
    struct node *next;
    u32 key;
    u32 index;
};

typedef s64 order(const struct node *a, const struct node *b);

static struct node nodes[NODES];
static short left[SIDE][SIDE], right[SIDE][SIDE];
static s32 product[SIDE][SIDE];
static char text[TEXT + 1];
static u64 seed = 1;

static u64 random(void) { return seed = seed * 6364136223846793005UL + 1442695040888963407UL; }

/* CRC-16 with the polynomial x^16 + x^15 + x^2 + 1, least significant bit first. */
static u32 crc16(u32 value, u32 crc) {
    for (u32 i = 0; i < 16; i++) {
        u32 bit = (value ^ crc) & 1;
        crc = crc >> 1 ^ (bit ? 0xa001 : 0);
        value >>= 1;
    }
    return crc;
}

static s64 by_key(const struct node *a, const struct node *b) { return (s64)a->key - (s64)b->key; }
static s64 by_index(const struct node *a, const struct node *b) { return (s64)a->index - (s64)b->index; }

static struct node *merge(struct node *a, struct node *b, order *compare) {
    struct node head;
    struct node *last = &head;
    while (a && b) {
        if (compare(a, b) <= 0) {
            last->next = a;
            a = a->next;
        } else {
            last->next = b;
            b = b->next;
        }
        last = last->next;
    }
    last->next = a ? a : b;
    return head.next;
}

static struct node *sort(struct node *list, order *compare) {
    if (!list || !list->next)
        return list;
    struct node *slow = list;
    for (struct node *fast = list->next; fast && fast->next; fast = fast->next->next)
        slow = slow->next;
    struct node *half = slow->next;
    slow->next = NULL;
    return merge(sort(list, compare), sort(half, compare), compare);
}

static u32 lists(u32 crc) {
    for (u32 i = 0; i < NODES; i++) {
        nodes[i].next = i + 1 < NODES ? &nodes[i + 1] : NULL;
        nodes[i].index = i;
        nodes[i].key = (nodes[i].key * 75 + crc) & 0x3ff;
    }
    struct node *list = sort(nodes, by_key);
    for (struct node *p = list; p; p = p->next)
        crc = crc16(p->key, crc);
    list = sort(list, by_index);
    for (struct node *p = list; p; p = p->next)
        crc = crc16(p->index ^ p->key, crc);
    return crc;
}

static u32 matrices(u32 crc) {
    u32 sum = 0;
    for (u32 i = 0; i < SIDE; i++)
        left[i][i] = (short)(left[i][i] + crc);
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            s32 value = 0;
            for (u32 k = 0; k < SIDE; k++)
                value += left[i][k] * right[k][j] >> 4;
            product[i][j] = value;
            sum += (u32)value;
        }
    return crc16(sum >> 16, crc16(sum & 0xffff, crc));
}

enum state { START, INTEGER, FRACTION, EXPONENT, WORD, STATES };

static u32 machine(u32 crc) {
    u32 ends[STATES] = {0};
    enum state state = START;
    for (const char *p = text; *p; p++) {
        char c = *p;
        bool digit = c >= '0' && c <= '9';
        if (c == ',') {
            ends[state]++;
            state = START;
            continue;
        }
        switch (state) {
        case START:
            state = digit ? INTEGER : c == '.' ? FRACTION : WORD;
            break;
        case INTEGER:
            state = digit ? INTEGER : c == '.' ? FRACTION : c == 'e' ? EXPONENT : WORD;
            break;
        case FRACTION:
            state = digit ? FRACTION : c == 'e' ? EXPONENT : WORD;
            break;
        case EXPONENT:
            state = digit ? EXPONENT : WORD;
            break;
        default:
            break;
        }
    }
    for (u32 i = 0; i < STATES; i++)
        crc = crc16(ends[i], crc);
    text[crc % TEXT] = "0123456789.e,x"[crc % 14];
    return crc;
}

void guest_main(void) {
    u64 n = parameter("n", 100);
    u32 crc = 0;
    mmu_on();
    for (u32 i = 0; i < NODES; i++)
        nodes[i].key = (u32)(random() >> 54);
    for (u32 i = 0; i < SIDE; i++)
        for (u32 j = 0; j < SIDE; j++) {
            left[i][j] = (short)(random() >> 48);
            right[i][j] = (short)(random() >> 48);
        }
    for (u32 i = 0; i < TEXT; i++)
        text[i] = "0123456789.e,x"[(random() >> 32) % 14];
    for (u64 i = 0; i < n; i++) {
        crc = lists(crc);
        crc = matrices(crc);
        crc = machine(crc);
    }
    print("core-loop: %lu rounds, checksum %04x\n", n, crc);
}
