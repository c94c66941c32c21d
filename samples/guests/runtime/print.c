/* The UART, polled, and formatted output to it. */
#include "guest.h"

#define UARTDR 0x00
#define UARTFR 0x18
#define UARTIBRD 0x24
#define UARTFBRD 0x28
#define UARTLCR_H 0x2c
#define UARTCR 0x30
#define FR_RXFE (1u << 4)
#define FR_TXFF (1u << 5)

/* A PL011 transmits only when it was enabled; an SBSA UART has no such registers. */
void uart_init(void) {
    if (platform.uart_is_sbsa)
        return;
    write32(platform.uart + UARTCR, 0);
    write32(platform.uart + UARTIBRD, 13); /* 115,200 baud from 24 MHz */
    write32(platform.uart + UARTFBRD, 1);
    write32(platform.uart + UARTLCR_H, 0x70); /* 8 bits, FIFOs on */
    write32(platform.uart + UARTCR, 0x301);
}

void putchar(char c) {
    while (read32(platform.uart + UARTFR) & FR_TXFF) {
    }
    write32(platform.uart + UARTDR, (u8)c);
}

int getchar_nowait(void) {
    if (read32(platform.uart + UARTFR) & FR_RXFE)
        return -1;
    return (int)(read32(platform.uart + UARTDR) & 0xff);
}

static void number(u64 value, u32 base, u32 width, char fill, bool negative) {
    char digits[24];
    u32 n = 0;
    do {
        digits[n++] = "0123456789abcdef"[value % base];
        value /= base;
    } while (value);
    if (negative)
        digits[n++] = '-';
    for (u32 i = n; i < width; i++)
        putchar(fill);
    while (n)
        putchar(digits[--n]);
}

void print(const char *format, ...) {
    __builtin_va_list arguments;
    __builtin_va_start(arguments, format);
    for (const char *p = format; *p; p++) {
        if (*p != '%') {
            putchar(*p);
            continue;
        }
        char fill = ' ';
        bool left = false;
        bool wide = false;
        u32 width = 0;
        p++;
        if (*p == '-') {
            left = true;
            p++;
        }
        if (*p == '0') {
            fill = '0';
            p++;
        }
        while (*p >= '0' && *p <= '9')
            width = width * 10 + (u32)(*p++ - '0');
        if (*p == 'l') {
            wide = true;
            p++;
        }
        switch (*p) {
        case 's': {
            const char *s = __builtin_va_arg(arguments, const char *);
            u32 n = 0;
            while (s[n])
                n++;
            for (u32 i = n; !left && i < width; i++)
                putchar(' ');
            for (u32 i = 0; i < n; i++)
                putchar(s[i]);
            for (u32 i = n; left && i < width; i++)
                putchar(' ');
            break;
        }
        case 'c':
            putchar((char)__builtin_va_arg(arguments, int));
            break;
        case 'd': {
            s64 v = wide ? __builtin_va_arg(arguments, s64) : __builtin_va_arg(arguments, s32);
            number(v < 0 ? (u64)-v : (u64)v, 10, width, fill, v < 0);
            break;
        }
        case 'u':
        case 'x': {
            u64 v = wide ? __builtin_va_arg(arguments, u64) : __builtin_va_arg(arguments, u32);
            number(v, *p == 'x' ? 16 : 10, width, fill, false);
            break;
        }
        default:
            putchar(*p);
        }
    }
    __builtin_va_end(arguments);
}

void *memset(void *to, int c, u64 n) {
    u8 *p = to;
    while (n--)
        *p++ = (u8)c;
    return to;
}

void *memcpy(void *to, const void *from, u64 n) {
    u8 *p = to;
    const u8 *q = from;
    while (n--)
        *p++ = *q++;
    return to;
}

int strcmp(const char *a, const char *b) {
    while (*a && *a == *b) {
        a++;
        b++;
    }
    return (u8)*a - (u8)*b;
}
