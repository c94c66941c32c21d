package trapline.machine.boot;

import java.util.List;

/** Whose rules for placing images apply. */
public enum BootPlatform {
    /** Xen building a domain: {@code xen/arch/arm/kernel.c}. */
    XEN_DOMU,

    /** QEMU's {@code virt} machine and its {@code -kernel}: {@code hw/arm/boot.c}. */
    QEMU_VIRT;

    /** Where memory starts, on both. */
    public static final long RAM_BASE = 0x40000000L;

    /** Size of Xen's first memory bank. */
    private static final long XEN_BANK0_BYTES = 3L << 30;

    private static final long XEN_BANK1_BASE = 0x200000000L;

    /** The memory banks of a machine with {@code bytes} of memory. */
    public List<MemoryBank> banks(long bytes) {
        if (this == QEMU_VIRT || bytes <= XEN_BANK0_BYTES) {
            return List.of(new MemoryBank(RAM_BASE, bytes));
        }
        return List.of(
                new MemoryBank(RAM_BASE, XEN_BANK0_BYTES),
                new MemoryBank(XEN_BANK1_BASE, bytes - XEN_BANK0_BYTES));
    }
}
