/*
 * Accesses emulated devices and addresses without a device in every width and form, and prints
 * values and aborts. The forms show which instructions a hypervisor can decode; the UART and the
 * interrupt controller show how true to their specification its models are.
 */
#include "guest.h"

#define NOWHERE 0x0f000000UL
#define RAM 0x41000000UL /* Device memory like everything while the MMU is off */
#define UART platform.uart
#define DIST platform.gicd
#define REDIST platform.gicr
#define ALL 0xffffffffffffffffUL

#define DR 0x00
#define RSR 0x04
#define FR 0x18
#define CR 0x30
#define IMSC 0x38
#define RIS 0x3c
#define MIS 0x40
#define ICR 0x44
#define PERIPHID0 0xfe0

leaf ldrb_w, ldrh_w, ldr_w, ldr_x, ldrsb_w, ldrsb_x, ldrsh_w, ldrsh_x, ldrsw_x, ldar_w, ldtr_w,
    ldr_offset, ldxr_w, ldp_w, ldr_pre, ldrsb_post, prfm, dc_cvac, dc_zva, strb_w, strh_w, str_w,
    str_x, stlr_w, stp_w, str_zero, ldr_post, ldrb_post, str_post;

struct row {
    const char *text;
    leaf *form;
    u64 base;
    u64 offset;
    u64 value;
    u64 mask; /* of the loaded value; 0: a store, or a load whose value is not of interest */
    bool el0;
};

#define MAX_ROWS 64
static struct result results[MAX_ROWS];

/* Prints only afterwards: printing is an access to one of the devices too. */
static void run(const char *title, const struct row *rows, u32 count) {
    for (u32 i = 0; i < count; i++) {
        const struct row *row = &rows[i];
        u64 address = row->base + row->offset;
        results[i] = (row->el0 ? try_el0 : try_el1)(row->form, address, row->value);
    }
    print("%s\n", title);
    for (u32 i = 0; i < count; i++) {
        const struct result *r = &results[i];
        print("  %-34s", rows[i].text);
        if (r->taken)
            print("ESR 0x%08lx FAR +0x%lx\n", r->esr, r->far - rows[i].base);
        else if (rows[i].mask)
            print("0x%lx\n", r->value & rows[i].mask);
        else
            print("ok\n");
    }
}
#define RUN(title, rows) run(title, rows, ARRAY_SIZE(rows))

static void forms(void) {
    const struct row rows[] = {
        {"ldrb w", ldrb_w, UART, FR, 0, ALL, false},
        {"ldrh w", ldrh_w, UART, FR, 0, ALL, false},
        {"ldr w", ldr_w, UART, FR, 0, ALL, false},
        {"ldr x", ldr_x, UART, FR, 0, ALL, false},
        {"ldrsb w", ldrsb_w, UART, FR, 0, ALL, false},
        {"ldrsb x", ldrsb_x, UART, FR, 0, ALL, false},
        {"ldrsh w", ldrsh_w, UART, FR, 0, ALL, false},
        {"ldrsh x", ldrsh_x, UART, FR, 0, ALL, false},
        {"ldrsw x", ldrsw_x, UART, FR, 0, ALL, false},
        {"ldar w", ldar_w, UART, FR, 0, ALL, false},
        {"ldtr w", ldtr_w, UART, FR, 0, ALL, false},
        {"ldr w, register offset", ldr_offset, UART, FR - 8, 2, ALL, false},
        {"ldr w, post-index", ldr_post, UART, FR, 0, ALL, false},
        {"ldrb w, post-index down", ldrb_post, UART, FR, 0, ALL, false},
        {"ldrsb w, post-index", ldrsb_post, UART, FR, 0, ALL, false},
        {"ldr w, pre-index", ldr_pre, UART, FR - 4, 0, ALL, false},
        {"ldxr w", ldxr_w, UART, FR, 0, ALL, false},
        {"ldp w, w", ldp_w, UART, FR, 0, ALL, false},
        {"ldr w at EL0", ldr_w, UART, FR, 0, ALL, true},
        {"ldr x at EL0", ldr_x, UART, FR, 0, ALL, true},
        {"ldr w, not aligned", ldr_w, UART, FR + 2, 0, ALL, false},
        {"ldrb w, inside the register", ldrb_w, UART, FR + 1, 0, ALL, false},
        {"str wzr", str_zero, UART, RSR, 0, 0, false},
        {"stlr w", stlr_w, UART, RSR, 0, 0, false},
        {"stp w, w", stp_w, UART, RSR, 0, 0, false},
        {"prfm", prfm, UART, FR, 0, 0, false},
        {"dc cvac", dc_cvac, UART, FR, 0, 0, false},
        {"dc zva, on memory", dc_zva, RAM, 0, 0, 0, false},
    };
    RUN("forms, on the UART's flag register", rows);
}

static void nowhere(void) {
    const struct row rows[] = {
        {"ldr w", ldr_w, NOWHERE, 0x10, 0, ALL, false},
        {"ldr x", ldr_x, NOWHERE, 0x10, 0, ALL, false},
        {"str w", str_w, NOWHERE, 0x20, 1, 0, false},
        {"ldr w, post-index", ldr_post, NOWHERE, 0x10, 0, ALL, false},
        {"ldp w, w", ldp_w, NOWHERE, 0x10, 0, ALL, false},
        {"dc cvac", dc_cvac, NOWHERE, 0x10, 0, 0, false},
        {"ldr w at EL0", ldr_w, NOWHERE, 0x10, 0, ALL, true},
        {"str w at EL0", str_w, NOWHERE, 0x20, 1, 0, true},
    };
    RUN("where no device is", rows);
}

static void transmit(void) {
    print("stores to the data register: ");
    try_el1(strb_w, UART + DR, 'a');
    try_el1(strh_w, UART + DR, 'b');
    try_el1(str_w, UART + DR, 'c');
    try_el1(stlr_w, UART + DR, 'd');
    struct result post = try_el1(str_post, UART + DR, 'e');
    try_el0(strb_w, UART + DR, 'f');
    struct result wide = try_el1(str_x, UART + DR, 'g');
    print(" post-index by %lu, str x: ", post.value);
    if (wide.taken)
        print("ESR 0x%08lx\n", wide.esr);
    else
        print("ok\n");
}

static void uart(void) {
    const struct row rows[] = {
        {"RIS", ldr_w, UART, RIS, 0, ALL, false},
        {"ICR = 0x7ff", str_w, UART, ICR, 0x7ff, 0, false},
        {"RIS", ldr_w, UART, RIS, 0, ALL, false},
        {"IMSC", ldr_w, UART, IMSC, 0, ALL, false},
        {"IMSC = 0x50", str_w, UART, IMSC, 0x50, 0, false},
        {"IMSC", ldr_w, UART, IMSC, 0, ALL, false},
        {"MIS", ldr_w, UART, MIS, 0, ALL, false},
        {"IMSC = 0", str_w, UART, IMSC, 0, 0, false},
        {"ICR", ldr_w, UART, ICR, 0, ALL, false},
        {"RIS = 0xffff", str_w, UART, RIS, 0xffff, 0, false},
        {"MIS = 0xffff", str_w, UART, MIS, 0xffff, 0, false},
        {"FR = 0xffff", str_w, UART, FR, 0xffff, 0, false},
        {"FR", ldr_w, UART, FR, 0, ALL, false},
        {"RIS", ldr_w, UART, RIS, 0, ALL, false},
        {"FR = 1 by str x", str_x, UART, FR, 1, 0, false},
        {"IMSC = 1 by str x", str_x, UART, IMSC, 1, 0, false},
        {"RSR", ldr_w, UART, RSR, 0, ALL, false},
        {"RSR = 0xf", str_w, UART, RSR, 0xf, 0, false},
        {"DR with nothing received", ldr_w, UART, DR, 0, ALL, false},
        {"CR", ldr_w, UART, CR, 0, ALL, false},
        {"CR = 0x301", str_w, UART, CR, 0x301, 0, false},
        {"PERIPHID0", ldr_w, UART, PERIPHID0, 0, ALL, false},
    };
    RUN("UART", rows);
}

static void gic3(void) {
    const struct row distributor[] = {
        {"GICD_CTLR", ldr_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR by ldrb", ldrb_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR by ldr x", ldr_x, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR = 0xffffffff", str_w, DIST, 0x0, 0xffffffff, 0, false},
        {"GICD_CTLR", ldr_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR = 0", str_w, DIST, 0x0, 0, 0, false},
        {"GICD_CTLR", ldr_w, DIST, 0x0, 0, ALL, false},
        {"GICD_TYPER but its line count", ldr_w, DIST, 0x4, 0, ~0x1fUL, false},
        {"GICD_IIDR", ldr_w, DIST, 0x8, 0, ALL, false},
        {"GICD_IGROUPR1 = 0xffffffff", str_w, DIST, 0x84, 0xffffffff, 0, false},
        {"GICD_IGROUPR1", ldr_w, DIST, 0x84, 0, ALL, false},
        {"GICD_ISENABLER1 = 1", str_w, DIST, 0x104, 1, 0, false},
        {"GICD_ISENABLER1", ldr_w, DIST, 0x104, 0, ALL, false},
        {"GICD_ICENABLER1", ldr_w, DIST, 0x184, 0, ALL, false},
        {"GICD_ICENABLER1 = 1", str_w, DIST, 0x184, 1, 0, false},
        {"GICD_ISENABLER1", ldr_w, DIST, 0x104, 0, ALL, false},
        {"GICD_ISPENDR1 = 1", str_w, DIST, 0x204, 1, 0, false},
        {"GICD_ISPENDR1", ldr_w, DIST, 0x204, 0, ALL, false},
        {"GICD_ICPENDR1 = 1", str_w, DIST, 0x284, 1, 0, false},
        {"GICD_ISACTIVER1", ldr_w, DIST, 0x304, 0, ALL, false},
        {"GICD_ISACTIVER1 = 0", str_w, DIST, 0x304, 0, 0, false},
        {"GICD_ISACTIVER1 = 1", str_w, DIST, 0x304, 1, 0, false},
        {"GICD_ICACTIVER1", ldr_w, DIST, 0x384, 0, ALL, false},
        {"GICD_ICACTIVER1 = 1", str_w, DIST, 0x384, 1, 0, false},
        {"GICD_IPRIORITYR8 = 0x50505050", str_w, DIST, 0x420, 0x50505050, 0, false},
        {"GICD_IPRIORITYR8", ldr_w, DIST, 0x420, 0, ALL, false},
        {"GICD_IPRIORITYR8 by ldrb", ldrb_w, DIST, 0x420, 0, ALL, false},
        {"GICD_IPRIORITYR8 by ldrh", ldrh_w, DIST, 0x420, 0, ALL, false},
        {"GICD_ICFGR2 = 2", str_w, DIST, 0xc08, 2, 0, false},
        {"GICD_ICFGR2, first interrupt", ldr_w, DIST, 0xc08, 0, 3, false},
        {"GICD_ICFGR2 = 0", str_w, DIST, 0xc08, 0, 0, false},
        {"GICD_NSACR2", ldr_w, DIST, 0xe08, 0, ALL, false},
        {"GICD_SGIR", ldr_w, DIST, 0xf00, 0, ALL, false},
        {"GICD_SGIR = 0", str_w, DIST, 0xf00, 0, 0, false},
        {"GICD_CPENDSGIR0", ldr_w, DIST, 0xf10, 0, ALL, false},
        {"GICD_CPENDSGIR0 = 0", str_w, DIST, 0xf10, 0, 0, false},
        {"GICD_SPENDSGIR0 = 0", str_w, DIST, 0xf20, 0, 0, false},
        {"GICD_IROUTER32 = 0", str_x, DIST, 0x6100, 0, 0, false},
        {"GICD_IROUTER32", ldr_x, DIST, 0x6100, 0, ALL, false},
        {"GICD_PIDR2", ldr_w, DIST, 0xffe8, 0, ALL, false},
    };
    RUN("GICv3 distributor", distributor);
    const struct row redistributor[] = {
        {"GICR_CTLR", ldr_w, REDIST, 0x0, 0, ALL, false},
        {"GICR_IIDR", ldr_w, REDIST, 0x4, 0, ALL, false},
        {"GICR_TYPER", ldr_x, REDIST, 0x8, 0, ALL, false},
        {"GICR_WAKER", ldr_w, REDIST, 0x14, 0, ALL, false},
        {"GICR_WAKER = 2", str_w, REDIST, 0x14, 2, 0, false},
        {"GICR_WAKER", ldr_w, REDIST, 0x14, 0, ALL, false},
        {"GICR_SYNCR", ldr_w, REDIST, 0xc0, 0, ALL, false},
        {"GICR_INVALLR", ldr_x, REDIST, 0xb0, 0, ALL, false},
        {"GICR_PIDR2", ldr_w, REDIST, 0xffe8, 0, ALL, false},
        {"GICR_IGROUPR0 = 0xffffffff", str_w, REDIST, 0x10080, 0xffffffff, 0, false},
        {"GICR_IGROUPR0", ldr_w, REDIST, 0x10080, 0, ALL, false},
        {"GICR_ISENABLER0 = 0x08000000", str_w, REDIST, 0x10100, 0x08000000, 0, false},
        {"GICR_ISENABLER0, PPIs", ldr_w, REDIST, 0x10100, 0, 0xffff0000, false},
        {"GICR_ICENABLER0 = 0x08000000", str_w, REDIST, 0x10180, 0x08000000, 0, false},
        {"GICR_ISENABLER0, PPIs", ldr_w, REDIST, 0x10100, 0, 0xffff0000, false},
        {"GICR_ISPENDR0", ldr_w, REDIST, 0x10200, 0, ALL, false},
        {"GICR_ISACTIVER0 = 0", str_w, REDIST, 0x10300, 0, 0, false},
        {"GICR_ICACTIVER0 = 0", str_w, REDIST, 0x10380, 0, 0, false},
        {"GICR_IPRIORITYR6 = 0x60606060", str_w, REDIST, 0x10418, 0x60606060, 0, false},
        {"GICR_IPRIORITYR6", ldr_w, REDIST, 0x10418, 0, ALL, false},
    };
    RUN("GICv3 redistributor", redistributor);
}

static void gic2(void) {
    const struct row distributor[] = {
        {"GICD_CTLR", ldr_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR by ldrb", ldrb_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR = 0xffffffff", str_w, DIST, 0x0, 0xffffffff, 0, false},
        {"GICD_CTLR", ldr_w, DIST, 0x0, 0, ALL, false},
        {"GICD_CTLR = 0", str_w, DIST, 0x0, 0, 0, false},
        {"GICD_TYPER but its line count", ldr_w, DIST, 0x4, 0, ~0x1fUL, false},
        {"GICD_IIDR", ldr_w, DIST, 0x8, 0, ALL, false},
        {"GICD_IGROUPR1 = 0xffffffff", str_w, DIST, 0x84, 0xffffffff, 0, false},
        {"GICD_IGROUPR1", ldr_w, DIST, 0x84, 0, ALL, false},
        {"GICD_ISENABLER1 = 1", str_w, DIST, 0x104, 1, 0, false},
        {"GICD_ISENABLER1", ldr_w, DIST, 0x104, 0, ALL, false},
        {"GICD_ICENABLER1 = 1", str_w, DIST, 0x184, 1, 0, false},
        {"GICD_ISENABLER1", ldr_w, DIST, 0x104, 0, ALL, false},
        {"GICD_ISPENDR1 = 1", str_w, DIST, 0x204, 1, 0, false},
        {"GICD_ISPENDR1", ldr_w, DIST, 0x204, 0, ALL, false},
        {"GICD_ICPENDR1 = 1", str_w, DIST, 0x284, 1, 0, false},
        {"GICD_ISACTIVER1", ldr_w, DIST, 0x304, 0, ALL, false},
        {"GICD_ISACTIVER1 = 0", str_w, DIST, 0x304, 0, 0, false},
        {"GICD_ISACTIVER1 = 1", str_w, DIST, 0x304, 1, 0, false},
        {"GICD_ICACTIVER1 = 1", str_w, DIST, 0x384, 1, 0, false},
        {"GICD_IPRIORITYR8 = 0x50505050", str_w, DIST, 0x420, 0x50505050, 0, false},
        {"GICD_IPRIORITYR8", ldr_w, DIST, 0x420, 0, ALL, false},
        {"GICD_IPRIORITYR8 by ldrb", ldrb_w, DIST, 0x420, 0, ALL, false},
        {"GICD_ITARGETSR8 = 0x01010101", str_w, DIST, 0x820, 0x01010101, 0, false},
        {"GICD_ITARGETSR8", ldr_w, DIST, 0x820, 0, ALL, false},
        {"GICD_ICFGR1 = 0xaaaaaaaa", str_w, DIST, 0xc04, 0xaaaaaaaa, 0, false},
        {"GICD_SGIR", ldr_w, DIST, 0xf00, 0, ALL, false},
        {"GICD_SGIR, target filter 3", str_w, DIST, 0xf00, 0x03000000, 0, false},
        {"GICD_CPENDSGIR0", ldr_w, DIST, 0xf10, 0, ALL, false},
        {"GICD_CPENDSGIR0 = 0", str_w, DIST, 0xf10, 0, 0, false},
        {"ICPIDR2", ldr_w, DIST, 0xfe8, 0, ALL, false},
    };
    RUN("GICv2 distributor", distributor);
}

void guest_main(void) {
    print("mmio-tour: %s UART, GICv%u\n", platform.uart_is_sbsa ? "SBSA" : "PL011", platform.gic);
    forms();
    nowhere();
    transmit();
    uart();
    if (platform.gic == 3)
        gic3();
    else
        gic2();
}
