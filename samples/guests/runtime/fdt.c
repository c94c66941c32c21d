/*
 * Finds the UART, the interrupt controller, the CPUs and the memory in a flattened device tree
 * (Devicetree Specification v0.4, chapter 5). Reads are 32 bits wide: with the MMU off an
 * unaligned access faults, and cells are aligned to four bytes only.
 */
#include "guest.h"

#define FDT_MAGIC 0xd00dfeed
#define FDT_BEGIN_NODE 1
#define FDT_END_NODE 2
#define FDT_PROP 3
#define FDT_NOP 4
#define RAM_BASE 0x40000000UL
#define MAX_DEPTH 8

/* Without a tree: the map of a dom0less Xen guest with one CPU (xen/include/public/arch-arm.h). */
struct platform platform = {
    .uart = 0x22000000,
    .uart_is_sbsa = true,
    .gic = 3,
    .gicd = 0x03001000,
    .gicr = 0x03020000,
    .cpus = 1,
    .mpidr = {0},
    .ram_base = RAM_BASE,
    .ram_size = 0x20000000,
};

struct node {
    u32 address_cells; /* of its children */
    u32 size_cells;
    const char *compatible;
    u32 compatible_length;
    const char *device_type;
    const char *method;
    u64 reg; /* address of the property's value */
    u32 reg_length;
    bool seen;
};

static u32 be32(u64 address) { return __builtin_bswap32(*(const volatile u32 *)address); }

static u64 cells(u64 address, u32 count) {
    u64 value = 0;
    for (u32 i = 0; i < count; i++)
        value = value << 32 | be32(address + 4 * i);
    return value;
}

static bool compatible(const struct node *node, const char *with) {
    const char *p = node->compatible;
    const char *end = p + node->compatible_length;
    while (p && p < end) {
        if (strcmp(p, with) == 0)
            return true;
        while (p < end && *p)
            p++;
        p++;
    }
    return false;
}

static u64 region(const struct node *node, const struct node *parent, u32 index, bool size) {
    u32 stride = parent->address_cells + parent->size_cells;
    u64 at = node->reg + 4UL * stride * index;
    if ((index + 1) * stride * 4 > node->reg_length)
        return 0;
    return size ? cells(at + 4UL * parent->address_cells, parent->size_cells)
                : cells(at, parent->address_cells);
}

static void evaluate(struct node *node, const struct node *parent, bool *uart_found) {
    if (node->seen)
        return;
    node->seen = true;
    bool sbsa = compatible(node, "arm,sbsa-uart");
    if ((sbsa || compatible(node, "arm,pl011")) && !*uart_found) {
        *uart_found = true;
        platform.uart = region(node, parent, 0, false);
        platform.uart_is_sbsa = sbsa;
    } else if (compatible(node, "arm,gic-v3")) {
        platform.gic = 3;
        platform.gicd = region(node, parent, 0, false);
        platform.gicr = region(node, parent, 1, false);
    } else if (compatible(node, "arm,gic-400") || compatible(node, "arm,cortex-a15-gic")) {
        platform.gic = 2;
        platform.gicd = region(node, parent, 0, false);
        platform.gicr = region(node, parent, 1, false);
    } else if (compatible(node, "arm,psci") || compatible(node, "arm,psci-0.2")
            || compatible(node, "arm,psci-1.0")) {
        platform.psci_by_smc = node->method && strcmp(node->method, "smc") == 0;
    } else if (node->device_type && strcmp(node->device_type, "cpu") == 0) {
        if (platform.cpus < MAX_CPUS)
            platform.mpidr[platform.cpus++] = cells(node->reg, parent->address_cells);
    } else if (node->device_type && strcmp(node->device_type, "memory") == 0) {
        platform.ram_base = region(node, parent, 0, false);
        platform.ram_size = region(node, parent, 0, true);
    }
}

void fdt_scan(u64 fdt) {
    static struct node nodes[MAX_DEPTH + 1];
    if (fdt == 0 || (fdt & 3) || be32(fdt) != FDT_MAGIC)
        fdt = RAM_BASE; /* where a machine without a boot protocol leaves its tree */
    if (be32(fdt) != FDT_MAGIC)
        return;
    platform.fdt = fdt;
    platform.cpus = 0;
    u64 p = fdt + be32(fdt + 8);
    const char *strings = (const char *)(fdt + be32(fdt + 12));
    u32 depth = 0; /* of the node whose properties are read; nodes[0] is above the root */
    bool uart_found = false;
    nodes[0].address_cells = 2;
    nodes[0].size_cells = 1;
    for (;;) {
        u32 token = be32(p);
        p += 4;
        if (token == FDT_BEGIN_NODE) {
            if (depth > 0)
                evaluate(&nodes[depth], &nodes[depth - 1], &uart_found);
            const char *name = (const char *)p;
            u64 length = 1;
            while (*name++)
                length++;
            p += (length + 3) & ~3UL;
            if (++depth > MAX_DEPTH)
                return;
            struct node *node = &nodes[depth];
            memset(node, 0, sizeof *node);
            node->address_cells = 2;
            node->size_cells = 1;
        } else if (token == FDT_END_NODE) {
            evaluate(&nodes[depth], &nodes[depth - 1], &uart_found);
            depth--;
        } else if (token == FDT_PROP) {
            u32 length = be32(p);
            const char *name = strings + be32(p + 4);
            u64 value = p + 8;
            struct node *node = &nodes[depth];
            p = value + ((length + 3UL) & ~3UL);
            if (strcmp(name, "#address-cells") == 0)
                node->address_cells = be32(value);
            else if (strcmp(name, "#size-cells") == 0)
                node->size_cells = be32(value);
            else if (strcmp(name, "compatible") == 0) {
                node->compatible = (const char *)value;
                node->compatible_length = length;
            } else if (strcmp(name, "device_type") == 0)
                node->device_type = (const char *)value;
            else if (strcmp(name, "bootargs") == 0)
                platform.bootargs = (const char *)value;
            else if (strcmp(name, "method") == 0)
                node->method = (const char *)value;
            else if (strcmp(name, "reg") == 0) {
                node->reg = value;
                node->reg_length = length;
            }
        } else if (token != FDT_NOP) {
            return;
        }
    }
}

u64 parameter(const char *name, u64 otherwise) {
    for (const char *p = platform.bootargs; p && *p;) {
        const char *n = name;
        while (*n && *p == *n) {
            p++;
            n++;
        }
        if (!*n && *p == '=') {
            u64 value = 0;
            u32 base = 10;
            p++;
            if (p[0] == '0' && p[1] == 'x') {
                base = 16;
                p += 2;
            }
            for (; *p && *p != ' '; p++) {
                u32 digit = *p <= '9' ? (u32)(*p - '0') : (u32)((*p | 0x20) - 'a' + 10);
                if (digit >= base)
                    return otherwise;
                value = value * base + digit;
            }
            return value;
        }
        while (*p && *p != ' ')
            p++;
        while (*p == ' ')
            p++;
    }
    return otherwise;
}
