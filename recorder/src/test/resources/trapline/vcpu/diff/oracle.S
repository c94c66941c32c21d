// Runs instruction streams on a real core or a user-mode emulator, each in a register context of its own, for comparison
// with Trapline's execution. Freestanding: aarch64-linux-gnu-gcc -nostdlib -static -Wl,-N oracle.S -o oracle
//
//   oracle FILE >RESULTS
//
// FILE is mapped read-write-execute at BASE. It begins with a header of five doublewords: number of records, bytes in a
// record, offset of the first record, bytes of FILE to write out from that offset, zero. A record is
//
//     0  X0 to X30 (X30 is not loaded and not stored: it holds the way back)     248  SP
//   256  NZCV    264  FPCR    272  FPSR    280  signal taken, 0 none    288  PC of the signal
//   296  address of the stream, which ends with RET     512  V0 to V31
//
// with more behind that the streams may use as memory. Each record is loaded, its stream called, and what the registers then
// hold stored back in it. A signal ends a stream: its number and PC are stored, and the registers as they were.

#define BASE        0x1000000000
#define SYS_openat  56
#define SYS_lseek   62
#define SYS_write   64
#define SYS_exit    93
#define SYS_sigaltstack 132
#define SYS_rt_sigaction 134
#define SYS_rt_sigreturn 139
#define SYS_mmap    222

#define O_SP     248
#define O_NZCV   256
#define O_FPCR   264
#define O_FPSR   272
#define O_SIGNAL 280
#define O_PC     288
#define O_CODE   296
#define O_V      512

// struct ucontext: uc_flags, uc_link, uc_stack, uc_sigmask padded to 128 bytes, uc_mcontext aligned to 16.
#define UC_PC    440

        .text
        .globl  _start
_start: ldr     x1, [sp, #16]           // argv[1]
        mov     x0, #-100               // AT_FDCWD
        mov     x2, #0
        mov     x8, #SYS_openat
        svc     #0
        tbnz    x0, #63, fail
        mov     x19, x0
        mov     x1, #0
        mov     x2, #2                  // SEEK_END
        mov     x8, #SYS_lseek
        svc     #0
        mov     x1, x0
        ldr     x0, =BASE
        mov     x2, #7                  // read, write, execute
        mov     x3, #0x12               // private, fixed
        mov     x4, x19
        mov     x5, #0
        mov     x8, #SYS_mmap
        svc     #0
        ldr     x20, =BASE
        cmp     x0, x20
        b.ne    fail

        ldr     x0, =altstack
        mov     x1, #0
        mov     x8, #SYS_sigaltstack
        svc     #0
        ldr     x21, =signals
1:      ldrb    w0, [x21], #1
        cbz     w0, 2f
        ldr     x1, =action
        mov     x2, #0
        mov     x3, #8
        mov     x8, #SYS_rt_sigaction
        svc     #0
        tbz     x0, #63, 1b
        b       fail

2:      ldp     x1, x2, [x20]
        ldr     x3, [x20, #16]
        add     x3, x3, x20
        ldr     x0, =state
        stp     x3, x1, [x0]            // current record, records left
        str     x2, [x0, #16]           // bytes in a record

next:   ldr     x0, =state
        ldp     x30, x1, [x0]
        cbz     x1, done
        ldr     x2, [x30, #O_FPCR]
        msr     fpcr, x2
        ldr     x2, [x30, #O_FPSR]
        msr     fpsr, x2
        ldr     x2, [x30, #O_NZCV]
        msr     nzcv, x2
        ldr     x2, [x30, #O_SP]
        mov     sp, x2
        add     x2, x30, #O_V
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
        ldr     q\n, [x2], #16
        .endr
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
        ldr     x\n, [x30, #8 * \n]
        .endr
        ldr     x30, [x30, #O_CODE]
        blr     x30

save:   ldr     x30, =state
        ldr     x30, [x30]
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29
        str     x\n, [x30, #8 * \n]
        .endr
        mov     x0, sp
        mrs     x1, nzcv
        stp     x0, x1, [x30, #O_SP]
        mrs     x0, fpcr
        mrs     x1, fpsr
        stp     x0, x1, [x30, #O_FPCR]
        add     x2, x30, #O_V
        .irp    n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
        str     q\n, [x2], #16
        .endr
        ldr     x0, =state
        ldp     x1, x2, [x0]
        ldr     x3, [x0, #16]
        add     x1, x1, x3
        sub     x2, x2, #1
        stp     x1, x2, [x0]
        b       next

done:   ldr     x20, =BASE
        ldr     x21, [x20, #16]
        ldr     x22, [x20, #24]
        add     x21, x21, x20
3:      cbz     x22, 4f
        mov     x0, #1
        mov     x1, x21
        mov     x2, x22
        mov     x8, #SYS_write
        svc     #0
        cmp     x0, #0
        b.le    fail
        add     x21, x21, x0
        sub     x22, x22, x0
        b       3b
4:      mov     x0, #0
        mov     x8, #SYS_exit
        svc     #0

fail:   mov     x0, #1
        mov     x8, #SYS_exit
        svc     #0

// x0 signal, x1 siginfo, x2 ucontext
handler:
        ldr     x3, =state
        ldr     x3, [x3]
        ldr     x4, [x2, #UC_PC]
        stp     x0, x4, [x3, #O_SIGNAL]
        ldr     x4, =save
        str     x4, [x2, #UC_PC]
        ret
restorer:
        mov     x8, #SYS_rt_sigreturn
        svc     #0

        .ltorg
        .data
        .balign 16
action: .quad   handler
        .quad   0x0c000004              // siginfo, own restorer, alternate stack
        .quad   restorer
        .quad   0
altstack:
        .quad   stack
        .quad   0
        .quad   65536
signals:
        .byte   4, 5, 7, 8, 11, 0       // SIGILL, SIGTRAP, SIGBUS, SIGFPE, SIGSEGV
        .balign 16
state:  .quad   0, 0, 0
        .bss
        .balign 16
stack:  .skip   65536
