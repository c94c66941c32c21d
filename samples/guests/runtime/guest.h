/*
 * What every bundled guest is built on: printing, the platform as the device tree describes it,
 * exceptions that can be caught, PSCI, the generic timer and the interrupt controller.
 *
 * A guest is a bare EL1 program: MMU off unless it turns it on, so every data access is to
 * Device memory and has to be aligned (the build passes -mstrict-align), and nothing depends on an
 * exclusive store. It defines guest_main(); returning from it powers the machine off.
 */
#ifndef TRAPLINE_GUEST_H
#define TRAPLINE_GUEST_H

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;
typedef signed int s32;
typedef signed long s64;
typedef _Bool bool;
#define true 1
#define false 0
#define NULL ((void *)0)
#define MAX_CPUS 16
#define ARRAY_SIZE(a) (sizeof(a) / sizeof((a)[0]))

#define mrs(reg)                                                   \
    ({                                                             \
        u64 value_;                                                \
        __asm__ volatile("mrs %0, " #reg : "=r"(value_)::"memory"); \
        value_;                                                    \
    })
#define msr(reg, value) __asm__ volatile("msr " #reg ", %0" ::"r"((u64)(value)) : "memory")
#define isb() __asm__ volatile("isb" ::: "memory")
#define dsb() __asm__ volatile("dsb sy" ::: "memory")
#define wfi() __asm__ volatile("wfi" ::: "memory")
#define irq_enable() __asm__ volatile("msr daifclr, #2" ::: "memory")
#define irq_disable() __asm__ volatile("msr daifset, #2" ::: "memory")

/* Device registers; the access width is in the name. */
static inline u8 read8(u64 a) { u32 v; __asm__ volatile("ldrb %w0, [%1]" : "=r"(v) : "r"(a) : "memory"); return (u8)v; }
static inline u32 read32(u64 a) { u32 v; __asm__ volatile("ldr %w0, [%1]" : "=r"(v) : "r"(a) : "memory"); return v; }
static inline u64 read64(u64 a) { u64 v; __asm__ volatile("ldr %x0, [%1]" : "=r"(v) : "r"(a) : "memory"); return v; }
static inline void write8(u64 a, u8 v) { __asm__ volatile("strb %w0, [%1]" ::"r"((u32)v), "r"(a) : "memory"); }
static inline void write32(u64 a, u32 v) { __asm__ volatile("str %w0, [%1]" ::"r"(v), "r"(a) : "memory"); }
static inline void write64(u64 a, u64 v) { __asm__ volatile("str %x0, [%1]" ::"r"(v), "r"(a) : "memory"); }

/* The machine, from the device tree; fdt.c holds what is assumed without one. */
struct platform {
    u64 fdt;          /* address of the tree, 0: none was found */
    u64 uart;         /* base of the PL011 or SBSA UART */
    bool uart_is_sbsa; /* no line-control registers to set up */
    u32 gic;          /* 2 or 3 */
    u64 gicd;         /* distributor */
    u64 gicr;         /* GICv3: first redistributor; GICv2: CPU interface */
    bool psci_by_smc; /* the conduit; HVC otherwise */
    u32 cpus;
    u64 mpidr[MAX_CPUS];
    u64 ram_base;
    u64 ram_size;
    const char *bootargs; /* NULL: none */
};
extern struct platform platform;

void guest_main(void);

/* fdt.c */
void fdt_scan(u64 fdt);
/* The number behind "name=" in the boot arguments, decimal or 0x hexadecimal; else otherwise. */
u64 parameter(const char *name, u64 otherwise);

/* print.c: %s %c %d %u %x %lu %lx %ld, width and zero padding as in printf. */
void uart_init(void);
void putchar(char c);
int getchar_nowait(void); /* -1: nothing received */
void print(const char *format, ...) __attribute__((format(printf, 1, 2)));
void *memset(void *to, int c, u64 n);
void *memcpy(void *to, const void *from, u64 n);
int strcmp(const char *a, const char *b);

/* exceptions.c */
struct frame {
    u64 x[31];
    u64 sp_el0;
    u64 elr;
    u64 spsr;
    u64 esr;
    u64 far;
    u64 vector; /* 0..15: offset in the vector table / 0x80 */
    u64 pstate; /* NZCV and DAIF as the exception entry left them */
};

/* What one guarded call met. */
struct result {
    bool taken; /* an exception was taken; the fields below are the handler's */
    u64 value;  /* x0 when the call or the exception ended it */
    u64 esr;
    u64 far;
    u64 elr;
    u64 spsr;
    u64 vector;
    u64 pstate; /* NZCV and DAIF that the exception entry left */
};

/* A leaf routine: it must not change x30 before the instruction that may fault. */
typedef u64 leaf(u64 a, u64 b);
struct result try_el1(leaf *routine, u64 a, u64 b);
struct result try_el0(leaf *routine, u64 a, u64 b);

extern void (*irq_handler)(u32 intid);
/* vectors.S: runs a routine at EL0; it comes back when an exception handler calls el0_unwind. */
u64 el0_enter(leaf *routine, u64 a, u64 b, u64 stack_top, u64 *saved_sp);
void el0_unwind(u64 saved_sp) __attribute__((noreturn));
u32 exception_class(u64 esr);
const char *symbol(u64 address, u64 *offset);
void panic(const char *what, const struct frame *frame) __attribute__((noreturn));

/* entry.S: the short way in and out for synchronous exceptions; a guest that sets VBAR_EL1 to
   entry_vectors defines sync_handler. */
struct entry {
    u64 x[19];
    u64 x30;
    u64 elr;
    u64 spsr;
    u64 esr;
    u64 far;
};
extern const u8 entry_vectors[];
void sync_handler(struct entry *entry);

/* mmu.c: identity map of devices and RAM; all of RAM is Normal memory that EL1 may run, but for
   USER_AREA, a block that EL0 may use and run. */
#define BLOCK_SIZE 0x200000UL
#define PAGE_SIZE 0x1000UL
#define USER_AREA 0x41000000UL
#define MMU_BLOCK 1UL
#define MMU_TABLE 3UL
#define MMU_PAGE 3UL
#define MMU_MEMORY (3UL << 8 | 1UL << 10)                                /* inner shareable, accessed */
#define MMU_DEVICE (1UL << 2 | 1UL << 10 | MMU_PXN | MMU_UXN)            /* attribute 1, accessed */
#define MMU_DATA (MMU_MEMORY | MMU_PXN | MMU_UXN)
#define MMU_USER (1UL << 6)
#define MMU_NOT_GLOBAL (1UL << 11)
#define MMU_PXN (1UL << 53)
#define MMU_UXN (1UL << 54)
extern u64 mmu_level1[512]; /* entry n maps the n-th GiB; those above RAM are free */
void mmu_on(void);
void code_written(const void *from, u64 bytes);
/* Lets this CPU use the FP and SIMD registers; no exception handler here saves them. */
static inline void fp_on(void) { msr(cpacr_el1, mrs(cpacr_el1) | 3UL << 20); isb(); }

/* dcc.S: the Debug Communications Channel; no routine here looks at a status bit. */
#define DCC_TXFULL (1UL << 29)
u64 dcc_status(u64 unused, u64 unused2);
u64 dcc_putchar(u64 c, u64 unused);
u64 dcc_getchar(u64 unused, u64 unused2);

/* psci.c */
struct smccc {
    u64 x[4];
};
struct smccc smccc_call(u64 id, u64 a, u64 b, u64 c);
struct smccc hvc_call(u64 id, u64 a, u64 b, u64 c);
struct smccc smc_call(u64 id, u64 a, u64 b, u64 c);
#define PSCI_VERSION 0x84000000UL
#define PSCI_CPU_SUSPEND64 0xC4000001UL
#define PSCI_CPU_OFF 0x84000002UL
#define PSCI_CPU_ON64 0xC4000003UL
#define PSCI_AFFINITY_INFO64 0xC4000004UL
#define PSCI_MIGRATE_INFO_TYPE 0x84000006UL
#define PSCI_SYSTEM_OFF 0x84000008UL
#define PSCI_SYSTEM_RESET 0x84000009UL
#define PSCI_FEATURES 0x8400000AUL
void power_off(void) __attribute__((noreturn));
void reset(void) __attribute__((noreturn));
/* Starts a CPU of platform.mpidr in entry(index) on a stack of its own; the PSCI result. */
s64 cpu_on(u32 index, void (*entry)(u32 index));
static inline u32 cpu_index(void) { return (u32)mrs(tpidr_el1); }

/* time.c: CNTVCT_EL0 and CNTFRQ_EL0. */
u64 now(void);
u64 ticks_of_ms(u64 ms);

/* gic.c */
#define INTID_VIRTUAL_TIMER 27
#define INTID_PHYSICAL_TIMER 30
void gic_init(void);     /* distributor, once */
void gic_init_cpu(void); /* each CPU: redistributor or banked registers, CPU interface */
void gic_enable(u32 intid, u8 priority);
void gic_disable(u32 intid);
void gic_send_sgi(u32 cpu, u32 intid);
u32 gic_acknowledge(void);
void gic_end(u32 intid);

#endif
