/*
 * Drives a virtio-mmio disk without interrupts: reads it, writes over it, reads it again, and prints
 * sums that tell whether each byte came back. Between the rounds it writes to the Debug
 * Communications Channel, and which block it reads next depends on what it found: a run under
 * another setting reads a block that this one did not.
 *
 * Boot arguments: disk=ADDRESS of the register block, rounds=N.
 */
#include "guest.h"

#define SECTOR 512UL
#define QUEUE 8
#define CHOSEN_WITH 96
#define CHOSEN_WITHOUT 112
#define WORKED 64

struct descriptor { u64 address; u32 length; unsigned short flags, next; };

static struct descriptor descriptors[QUEUE] __attribute__((aligned(4096)));
static struct { unsigned short flags, index, ring[QUEUE], event; } available __attribute__((aligned(4096)));
static volatile struct { unsigned short flags, index; struct { u32 id, length; } ring[QUEUE]; } used __attribute__((aligned(4096)));
static struct { u32 type, reserved; u64 sector; } header __attribute__((aligned(16)));
static u64 data[SECTOR / 8] __attribute__((aligned(512)));
static volatile u8 status __attribute__((aligned(16)));
static u64 disk;

static u32 reg(u64 offset) { return read32(disk + offset); }
static void set(u64 offset, u32 value) { write32(disk + offset, value); }

static void address(u64 offset, const volatile void *at) {
    set(offset, (u32)(u64)at);
    set(offset + 4, (u32)((u64)at >> 32));
}

static bool start(void) {
    if (reg(0) != 0x74726976 || reg(4) != 2 || reg(8) != 2)
        return false;
    set(0x70, 0);
    set(0x70, 1 | 2);
    set(0x24, 1);
    set(0x20, 1); /* VIRTIO_F_VERSION_1 */
    set(0x70, 1 | 2 | 8);
    if (!(reg(0x70) & 8))
        return false;
    set(0x30, 0);
    set(0x38, QUEUE);
    address(0x80, descriptors);
    address(0x90, &available);
    address(0xa0, &used);
    set(0x44, 1);
    set(0x70, 1 | 2 | 8 | 4);
    return true;
}

/* One request; true when the device says that it succeeded. */
static bool request(u32 type, u64 sector) {
    unsigned short before = used.index;
    header.type = type;
    header.sector = sector;
    status = 0xff;
    descriptors[0] = (struct descriptor){(u64)&header, sizeof header, 1, 1};
    descriptors[1] = (struct descriptor){(u64)data, SECTOR, (unsigned short)(1 | (type == 0 ? 2 : 0)), 2};
    descriptors[2] = (struct descriptor){(u64)&status, 1, 2, 0};
    available.ring[available.index % QUEUE] = 0;
    dsb();
    available.index++;
    dsb();
    set(0x50, 0);
    while (used.index == before)
        ;
    set(0x64, reg(0x60));
    return status == 0;
}

static u64 sum(void) {
    u64 s = 0;
    for (u32 k = 0; k < SECTOR / 8; k++)
        s = (s ^ data[k]) * 0x9e3779b97f4a7c15UL + k;
    return s;
}

/* Reads the first sectors, writes each one changed to its neighbour's place. */
static u64 round(u64 number) {
    u64 all = 0;
    for (u64 s = 0; s < WORKED; s++) {
        if (!request(0, s))
            panic("read failed", NULL);
        all = all * 31 + sum();
        for (u32 k = 0; k < SECTOR / 8; k++)
            data[k] += all + number + k;
        if (!request(1, (s + 1) % WORKED))
            panic("write failed", NULL);
    }
    return all;
}

void guest_main(void) {
    disk = parameter("disk", platform.uart == 0x22000000 ? 0x02000000 : 0x0a000000);
    if (!start()) {
        print("disk: none at 0x%lx\n", disk);
        return;
    }
    print("disk: %u sectors\n", reg(0x100));
    request(0, 0);
    ((char *)data)[16] = 0;
    print("disk: begins with \"%s\"\n", (const char *)data);
    u64 rounds = parameter("rounds", 2);
    for (u64 r = 0; r < rounds; r++) {
        print("disk: round %lu sum %016lx\n", r, round(r));
        if (r == rounds / 2) {
            bool dcc = !try_el1(dcc_putchar, 0x2e, 0).taken;
            request(0, dcc ? CHOSEN_WITH : CHOSEN_WITHOUT);
            print("disk: %s the channel, sum %016lx\n", dcc ? "with" : "without", sum());
        }
    }
    print("disk: beyond the end: %s\n", request(0, reg(0x100)) ? "read" : "error");
}
