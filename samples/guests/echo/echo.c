/* Reads lines behind a prompt and repeats them; "quit" powers off. For console scripts. */
#include "guest.h"

static u32 read_line(char *line, u32 size) {
    u32 n = 0;
    for (;;) {
        int c = getchar_nowait();
        if (c < 0)
            continue;
        if (c == '\r' || c == '\n') {
            putchar('\n');
            line[n] = 0;
            return n;
        }
        if (c == 0x7f || c == '\b') {
            if (n) {
                n--;
                print("\b \b");
            }
        } else if (c >= ' ' && n < size - 1) {
            line[n++] = (char)c;
            putchar((char)c);
        }
    }
}

void guest_main(void) {
    static char line[256];
    u64 lines = 0;
    print("echo: \"quit\" powers off\n");
    for (;;) {
        print("> ");
        u32 length = read_line(line, sizeof line);
        if (strcmp(line, "quit") == 0)
            break;
        lines++;
        print("%lu: [%s] %u\n", lines, line, length);
    }
    print("echo: %lu lines\n", lines);
}
