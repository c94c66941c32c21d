/*
 * Turns the MMU on and walks through what a stage 1 translation can do: each kind of fault with
 * its level, permissions at EL1 and EL0, tags, aliases, address-space identifiers, invalidation,
 * code that changes, and the 64 KiB granule. All values follow from the architecture (DDI 0487,
 * D8) and not from the hypervisor, which sees none of it.
 */
#include "guest.h"

#define PAGE 0x1000UL
#define TEST 0x80000000UL   /* 4 KiB granule: 2 MiB of test pages in level 3 */
#define TABLES 0x41000000UL /* outside the image: tables and frames */

/* Descriptor fields (DDI 0487, D8.3). */
#define VALID 1UL
#define TABLE 3UL
#define PAGE_DESCRIPTOR 3UL
#define BLOCK 1UL
#define NORMAL (0UL << 2)
#define DEVICE (1UL << 2)
#define USER (1UL << 6)
#define READ_ONLY (1UL << 7)
#define INNER (3UL << 8)
#define ACCESSED (1UL << 10)
#define NOT_GLOBAL (1UL << 11)
#define CONTIGUOUS (1UL << 52)
#define PXN (1UL << 53)
#define UXN (1UL << 54)
#define MEMORY (NORMAL | INNER | ACCESSED)
#define DATA (MEMORY | PXN | UXN)

#define SCTLR_M 1UL
#define SCTLR_A 2UL
#define SCTLR_C 4UL
#define SCTLR_I 0x1000UL
#define SCTLR_WXN 0x80000UL
#define TCR_4K 0xb5193519UL /* T0SZ = T1SZ = 25, write-back, inner shareable, 32-bit output */
#define TCR_TBI0 (1UL << 37)
#define TCR_64K_TTBR0 (1UL << 14)

/* The test pages, by index. */
enum {
    RW, RO, USER_RW, USER_RO, NO_ACCESS_FLAG, USER_CODE, USER_NOT_CODE, NOT_CODE, INVALID,
    WRITABLE_CODE, ALIAS, TOO_FAR, PRIVATE, RESERVED, CONTIGUOUS_0 = 16
};
#define VA(page) (TEST + (page) * PAGE)

leaf load, load_pair, store, store_pair, load_user, store_user, load_exclusive, zero_block, call,
    return_one, return_two, call_svc, increment, clrex_fails, eret_fails;
extern const u8 _start[];
extern u8 __data_start[];

static u64 next_free;

/* A zeroed table or frame of the given size, aligned to it. */
static u64 *allocate(u64 size) {
    next_free = (next_free + size - 1) & ~(size - 1);
    u64 *at = (u64 *)next_free;
    for (u64 i = 0; i < size / 8; i++)
        at[i] = 0;
    next_free += size;
    return at;
}

static void invalidate_all(void) {
    __asm__ volatile("dsb ishst\n tlbi vmalle1\n dsb ish\n isb" ::: "memory");
}

static void invalidate(u64 va) {
    __asm__ volatile("dsb ishst\n tlbi vaae1, %0\n dsb ish\n isb" ::"r"(va >> 12) : "memory");
}

static void invalidate_asid(u64 asid) {
    __asm__ volatile("dsb ishst\n tlbi aside1, %0\n dsb ish\n isb" ::"r"(asid << 48) : "memory");
}

static void synchronise_code(u64 va) {
    __asm__ volatile("dc cvau, %0\n dsb ish\n ic ivau, %0\n dsb ish\n isb" ::"r"(va) : "memory");
}

static void set_sctlr(u64 set, u64 clear) {
    msr(sctlr_el1, (mrs(sctlr_el1) | set) & ~clear);
    isb();
}

static void show(const char *text, const struct result *r) {
    print("  %-42s", text);
    if (!r->taken) {
        print("0x%lx\n", r->value);
        return;
    }
    print("ESR 0x%08lx", r->esr);
    u32 ec = exception_class(r->esr);
    if (ec >= 0x20 && ec <= 0x25)
        print(" FAR 0x%lx", r->far);
    print("\n");
}

static void at_el1(const char *text, leaf *routine, u64 a, u64 b) {
    struct result r = try_el1(routine, a, b);
    show(text, &r);
}

static void at_el0(const char *text, leaf *routine, u64 a, u64 b) {
    struct result r = try_el0(routine, a, b);
    show(text, &r);
}

/* A store has no value of its own: shows what the doubleword holds afterwards. */
static void store_then_load(const char *text, struct result (*run)(leaf *, u64, u64), u64 va, u64 value) {
    struct result r = run(store, va, value);
    if (!r.taken)
        r = run(load, va, 0);
    show(text, &r);
}

static u64 *level1, *level2_test, *level3;
static u64 *frame_a, *frame_b, *frame_code, *frames_contiguous;

static void build(void) {
    next_free = TABLES;
    level1 = allocate(PAGE);
    u64 *level2_ram = allocate(PAGE);
    u64 *level3_image = allocate(PAGE);
    level2_test = allocate(PAGE);
    level3 = allocate(PAGE);
    frame_a = allocate(PAGE);
    frame_b = allocate(PAGE);
    frame_code = allocate(PAGE);
    frames_contiguous = allocate(16 * PAGE);

    level1[0] = DEVICE | ACCESSED | PXN | UXN | BLOCK; /* 0-1 GiB: every device of the machines */
    level1[1] = (u64)level2_ram | TABLE;
    level1[2] = (u64)level2_test | TABLE;
    level2_ram[0] = (u64)level3_image | TABLE;
    for (u64 i = 1; i < 512 && i * 0x200000 < platform.ram_size; i++)
        level2_ram[i] = (platform.ram_base + i * 0x200000) | DATA | BLOCK;
    for (u64 i = 0; i < 512; i++) {
        u64 at = platform.ram_base + i * PAGE;
        bool code = at >= (u64)_start && at < (u64)__data_start;
        level3_image[i] = at | MEMORY | PAGE_DESCRIPTOR | (code ? READ_ONLY | USER : PXN | UXN);
    }
    level2_test[0] = (u64)level3 | TABLE;
    level2_test[2] = 0x40000000UL | NORMAL | INNER | PXN | UXN | BLOCK; /* access flag clear */
    level2_test[3] = 0x40000000UL | DATA | READ_ONLY | BLOCK;
    level2_test[4] = (1UL << 40) | DATA | BLOCK;

    level3[RW] = (u64)frame_a | DATA | PAGE_DESCRIPTOR;
    level3[RO] = (u64)frame_a | DATA | READ_ONLY | PAGE_DESCRIPTOR;
    level3[USER_RW] = (u64)frame_a | DATA | USER | PAGE_DESCRIPTOR;
    level3[USER_RO] = (u64)frame_a | DATA | USER | READ_ONLY | PAGE_DESCRIPTOR;
    level3[NO_ACCESS_FLAG] = (u64)frame_a | (DATA & ~ACCESSED) | PAGE_DESCRIPTOR;
    level3[USER_CODE] = (u64)frame_code | MEMORY | USER | READ_ONLY | PAGE_DESCRIPTOR;
    level3[USER_NOT_CODE] = (u64)frame_code | MEMORY | USER | READ_ONLY | UXN | PAGE_DESCRIPTOR;
    level3[NOT_CODE] = (u64)frame_code | MEMORY | PXN | UXN | PAGE_DESCRIPTOR;
    level3[WRITABLE_CODE] = (u64)frame_code | MEMORY | UXN | PAGE_DESCRIPTOR;
    level3[ALIAS] = (u64)frame_code | DATA | PAGE_DESCRIPTOR;
    level3[TOO_FAR] = (1UL << 40) | DATA | PAGE_DESCRIPTOR;
    level3[PRIVATE] = (u64)frame_a | DATA | NOT_GLOBAL | PAGE_DESCRIPTOR;
    level3[RESERVED] = (u64)frame_a | DATA | BLOCK; /* bits 1:0 = 01 mean nothing in level 3 */
    for (u64 i = 0; i < 16; i++)
        level3[CONTIGUOUS_0 + i] =
                ((u64)frames_contiguous + i * PAGE) | DATA | CONTIGUOUS | PAGE_DESCRIPTOR;
    frame_a[0] = 0xaaaa;
    frame_b[0] = 0xbbbb;
    for (u64 i = 0; i < 16; i++)
        frames_contiguous[i * PAGE / 8] = 0xc0 + i;
}

static void write_code(u64 va, leaf *routine) {
    *(volatile u32 *)va = *(const u32 *)routine;
    *(volatile u32 *)(va + 4) = 0xd65f03c0; /* ret */
    synchronise_code(va);
}

static void faults(void) {
    print("4 KiB granule, faults at EL1\n");
    at_el1("load, read-write page", load, VA(RW), 0);
    at_el1("load, read-only page", load, VA(RO), 0);
    at_el1("store, read-only page", store, VA(RO), 1);
    at_el1("load, user page", load, VA(USER_RO), 0);
    at_el1("store, user read-only page", store, VA(USER_RO), 1);
    at_el1("load pair, translation level 3", load_pair, VA(INVALID) + 8, 0);
    at_el1("load, reserved level 3 descriptor", load, VA(RESERVED), 0);
    at_el1("store pair, translation level 3", store_pair, VA(INVALID) + 8, 0);
    at_el1("load, translation level 2", load, TEST + 0x200000, 0);
    at_el1("store, translation level 1", store, 0xc0000000UL, 0);
    at_el1("load, translation level 0", load, 1UL << 39, 0);
    at_el1("load, upper half, translation level 0", load, 0xffff000000000000UL, 0);
    at_el1("load, upper half, translation level 1", load, 0xffffff8000000000UL, 0);
    at_el1("load, access flag level 3", load, VA(NO_ACCESS_FLAG), 0);
    at_el1("store, access flag level 2", store, TEST + 0x400000, 0);
    at_el1("store, permission level 2", store, TEST + 0x600000, 0);
    at_el1("load, address size level 2", load, TEST + 0x800000, 0);
    at_el1("load, address size level 3", load, VA(TOO_FAR), 0);
    at_el1("unprivileged load, kernel page", load_user, VA(RW), 0);
    at_el1("unprivileged store, user read-only page", store_user, VA(USER_RO), 0);
    at_el1("unprivileged load, user page", load_user, VA(USER_RO), 0);
    at_el1("jump, page that is never executed", call, VA(NOT_CODE), 0);
    at_el1("jump, translation level 3", call, VA(INVALID), 0);
    at_el1("jump, translation level 1", call, 0xc0000000UL, 0);
    at_el1("jump, access flag level 3", call, VA(NO_ACCESS_FLAG), 0);
    at_el1("jump, device memory", call, platform.uart, 0);
    at_el1("load across pages, second invalid", load, VA(INVALID) - 4, 0);
    at_el1("load, not aligned, normal memory", load, VA(RW) + 1, 0);
    at_el1("exclusive load, not aligned", load_exclusive, VA(RW) + 1, 0);
    at_el1("load, not aligned, device memory", load, platform.gicd + 1, 0);
    set_sctlr(SCTLR_A, 0);
    at_el1("load, not aligned, SCTLR_EL1.A set", load, VA(RW) + 1, 0);
    set_sctlr(0, SCTLR_A);
}

static void user(void) {
    print("4 KiB granule, EL0\n");
    write_code(VA(ALIAS), return_one);
    at_el0("load, kernel page", load, VA(RW), 0);
    at_el0("store, kernel page", store, VA(RW), 0);
    at_el0("load, user page", load, VA(USER_RW), 0);
    store_then_load("store, user page", try_el0, VA(USER_RW) + 8, 0x1234);
    at_el0("store, user read-only page", store, VA(USER_RO), 0);
    at_el0("load, translation level 3", load, VA(INVALID), 0);
    at_el0("run, user code", (leaf *)VA(USER_CODE), 0, 0);
    at_el0("run, user page without execution", (leaf *)VA(USER_NOT_CODE), 0, 0);
    at_el0("run, kernel code", (leaf *)VA(WRITABLE_CODE), 0, 0);
    at_el0("run, translation level 3", (leaf *)VA(INVALID), 0, 0);
    write_code(VA(ALIAS), call_svc);
    at_el0("run, svc #0x21 in the same page", (leaf *)VA(USER_CODE), 0, 0);
    at_el1("jump from EL1, user code", call, VA(USER_CODE), 0);
}

static void code(void) {
    print("code that changes\n");
    write_code(VA(WRITABLE_CODE), return_one);
    at_el1("first version", call, VA(WRITABLE_CODE), 0);
    write_code(VA(WRITABLE_CODE), return_two);
    at_el1("second version, written in place", call, VA(WRITABLE_CODE), 0);
    write_code(VA(ALIAS), return_one);
    synchronise_code(VA(WRITABLE_CODE));
    at_el1("third version, written by the alias", call, VA(WRITABLE_CODE), 0);
    for (u64 i = 0; i < 100; i++) {
        write_code(VA(WRITABLE_CODE), i & 1 ? return_two : return_one);
        u64 got = try_el1(call, VA(WRITABLE_CODE), 0).value;
        if (got != (i & 1) + 1)
            print("  version %lu: %lu\n", i, got);
    }
    at_el1("after a hundred more", call, VA(WRITABLE_CODE), 0);
    set_sctlr(SCTLR_WXN, 0);
    invalidate_all();
    at_el1("writable code, SCTLR_EL1.WXN set", call, VA(WRITABLE_CODE), 0);
    set_sctlr(0, SCTLR_WXN);
    invalidate_all();
    at_el1("writable code, SCTLR_EL1.WXN clear", call, VA(WRITABLE_CODE), 0);
}

static void set_asid(u64 asid) {
    msr(ttbr0_el1, (u64)level1 | asid << 48);
    isb();
}

static void maintenance(void) {
    print("changes and invalidation\n");
    at_el1("page, first frame", load, VA(RW), 0);
    level3[RW] = 0;
    invalidate(VA(RW));
    at_el1("page, taken away", load, VA(RW), 0);
    level3[RW] = (u64)frame_b | DATA | PAGE_DESCRIPTOR;
    __asm__ volatile("dsb ishst\n isb" ::: "memory");
    at_el1("page, second frame", load, VA(RW), 0);
    set_asid(1);
    at_el1("private page, ASID 1", load, VA(PRIVATE), 0);
    level3[PRIVATE] = (u64)frame_b | DATA | NOT_GLOBAL | PAGE_DESCRIPTOR;
    __asm__ volatile("dsb ishst\n isb" ::: "memory");
    set_asid(2);
    at_el1("private page changed, ASID 2", load, VA(PRIVATE), 0);
    invalidate_asid(1);
    set_asid(1);
    at_el1("private page, ASID 1 invalidated", load, VA(PRIVATE), 0);
    set_asid(0);
    for (u64 i = 0; i < 16; i += 5)
        at_el1("contiguous entries", load, VA(CONTIGUOUS_0 + i), 0);
}

/* AT S1xyz and PAR_EL1: the address, or F and the fault status. */
#define TRANSLATE(text, operation, va)                                      \
    do {                                                                    \
        __asm__ volatile("at " #operation ", %0\n isb" ::"r"(va) : "memory"); \
        u64 par = mrs(par_el1);                                             \
        if (par & 1)                                                        \
            print("  %-42sfault status 0x%02lx\n", text, par >> 1 & 0x3f);  \
        else                                                                \
            print("  %-42sframe %s\n", text,                                \
                  (par & 0xfffffffff000UL) == (u64)frame_a ? "A"            \
                  : (par & 0xfffffffff000UL) == (u64)frame_b ? "B" : "?");  \
    } while (0)

static void translate(void) {
    print("address translation instructions\n");
    TRANSLATE("S1E1R, read-write page", s1e1r, VA(RW));
    TRANSLATE("S1E1W, read-only page", s1e1w, VA(RO));
    TRANSLATE("S1E1R, read-only page", s1e1r, VA(RO));
    TRANSLATE("S1E0R, kernel page", s1e0r, VA(RW));
    TRANSLATE("S1E0W, user page", s1e0w, VA(USER_RW));
    TRANSLATE("S1E1R, translation level 3", s1e1r, VA(INVALID));
    TRANSLATE("S1E1R, translation level 2", s1e1r, TEST + 0x200000);
    TRANSLATE("S1E1R, access flag level 3", s1e1r, VA(NO_ACCESS_FLAG));
    TRANSLATE("S1E1R, address size level 3", s1e1r, VA(TOO_FAR));
}

static void rest(void) {
    print("tags, aliases, exclusives, blocks of zeros\n");
    at_el1("load, tagged address, no TBI", load, 0xaaUL << 56 | VA(USER_RW), 0);
    msr(tcr_el1, TCR_4K | TCR_TBI0);
    invalidate_all();
    at_el1("load, tagged address, TBI0", load, 0xaaUL << 56 | VA(USER_RW), 0);
    at_el1("load, tagged address, translation level 3", load, 0xaaUL << 56 | VA(INVALID), 0);
    msr(tcr_el1, TCR_4K);
    msr(ttbr1_el1, level1);
    invalidate_all();
    at_el1("load, alias in the upper half", load, 0xffffff8000000000UL | VA(USER_RW), 0);
    frame_b[1] = 41;
    at_el1("exclusive increment", increment, VA(RW) + 8, 0);
    at_el1("store-exclusive after CLREX", clrex_fails, VA(RW) + 8, 0);
    at_el1("store-exclusive after ERET", eret_fails, VA(RW) + 8, 0);
    for (u64 i = 0; i < 32; i++)
        frame_b[i] = ~0UL;
    u64 size = 4UL << (mrs(dczid_el0) & 15);
    struct result r = try_el1(zero_block, VA(RW) + size + 8, 0);
    u64 zeros = 0;
    for (u64 i = 0; i < 32; i++)
        zeros += frame_b[i] == 0;
    print("  %-42s%s, %s\n", "dc zva", r.taken ? "fault" : "ok",
          zeros * 8 == size && frame_b[size / 8] == 0 && frame_b[size / 8 - 1] ? "one block" : "wrong");
    at_el1("dc zva, read-only page", zero_block, VA(RO), 0);
}

static void big_granule(void) {
    u64 *level2 = allocate(0x10000);
    u64 *pages = allocate(0x10000);
    u64 *frame = allocate(0x10000);
    print("64 KiB granule\n");
    frame[0] = 0x6464;
    level2[0] = 0x00000000UL | DEVICE | ACCESSED | PXN | UXN | BLOCK;
    level2[1] = 0x20000000UL | DEVICE | ACCESSED | PXN | UXN | BLOCK;
    level2[2] = 0x40000000UL | MEMORY | BLOCK;
    level2[4] = (u64)pages | TABLE;
    pages[0] = (u64)frame | DATA | PAGE_DESCRIPTOR;
    pages[1] = (u64)frame | DATA | READ_ONLY | PAGE_DESCRIPTOR;
    pages[3] = (u64)frame | (DATA & ~ACCESSED) | PAGE_DESCRIPTOR;
    set_sctlr(0, SCTLR_M);
    msr(ttbr0_el1, level2);
    msr(tcr_el1, (TCR_4K & ~0x3fUL) | 22 | TCR_64K_TTBR0); /* T0SZ 22: walks start at level 2 */
    isb();
    invalidate_all();
    set_sctlr(SCTLR_M, 0);
    at_el1("load, read-write page", load, TEST, 0);
    at_el1("load, last doubleword of the page", load, TEST + 0xfff8, 0);
    at_el1("store, read-only page", store, TEST + 0x10000, 0);
    at_el1("load, translation level 3", load, TEST + 0x20000, 0);
    at_el1("load, access flag level 3", load, TEST + 0x30000, 0);
    at_el1("load, translation level 2", load, 0xa0000000UL, 0);
    at_el1("load, beyond T0SZ", load, 1UL << 42, 0);
}

void guest_main(void) {
    print("mmu-tour\n");
    build();
    msr(mair_el1, 0x00ff); /* 0: Normal write-back, 1: Device-nGnRnE */
    msr(tcr_el1, TCR_4K);
    msr(ttbr0_el1, level1);
    u64 *upper = allocate(PAGE);
    msr(ttbr1_el1, upper);
    isb();
    invalidate_all();
    __asm__ volatile("ic iallu\n dsb sy\n isb" ::: "memory");
    set_sctlr(SCTLR_M | SCTLR_C | SCTLR_I, SCTLR_A | SCTLR_WXN);
    faults();
    user();
    code();
    maintenance();
    translate();
    rest();
    big_granule();
    set_sctlr(0, SCTLR_M | SCTLR_C | SCTLR_I);
    print("mmu-tour: done\n");
}
