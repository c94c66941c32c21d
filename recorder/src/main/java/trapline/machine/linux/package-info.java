/**
 * What EL2 can read of a Linux guest: the names of its code and its log. Nothing here changes the
 * guest, and everything is a pure function of the guest's image and memory, so that outcomes may
 * depend on it.
 *
 * <p>Layouts: {@code scripts/kallsyms.c}, {@code kernel/kallsyms.c}, {@code
 * kernel/printk/printk_ringbuffer.h} of Linux 5.10 to 6.12.
 */
@NullMarked
package trapline.machine.linux;

import org.jspecify.annotations.NullMarked;
