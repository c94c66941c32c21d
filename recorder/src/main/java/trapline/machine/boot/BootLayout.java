package trapline.machine.boot;

import java.util.List;

/**
 * Where the device tree and the initial RAM disk go.
 *
 * @param initrd address of the RAM disk, 0 when there is none
 */
public record BootLayout(long tree, long initrd) {
    private static final long TWO_MIB = 2 << 20;
    private static final long MIB_128 = 128 << 20;
    private static final long PAGE = 4096;

    /**
     * The places that the platform's own loader would choose for this kernel.
     *
     * @param treeBytes an upper bound of the device tree's size
     * @throws ImageException when memory is too small for all of it
     */
    public static BootLayout of(
            BootPlatform platform,
            KernelImage kernel,
            List<MemoryBank> banks,
            int treeBytes,
            long initrdBytes)
            throws ImageException {
        MemoryBank ram = banks.getFirst();
        return platform == BootPlatform.XEN_DOMU
                ? xen(kernel, ram, treeBytes, initrdBytes)
                : qemu(kernel, ram, treeBytes, initrdBytes);
    }

    /** Firmware finds the tree at the start of memory. */
    public static BootLayout firmware(MemoryBank ram) {
        return new BootLayout(ram.base(), 0);
    }

    private static long up(long v, long to) {
        return v + to - 1 & -to;
    }

    /**
     * {@code xen/arch/arm/kernel.c:place_modules}: at 128 MiB, else as high as possible, else below
     * the kernel.
     */
    private static BootLayout xen(KernelImage k, MemoryBank ram, int treeBytes, long initrdBytes)
            throws ImageException {
        long tree = up(treeBytes, TWO_MIB);
        long modules = tree + up(initrdBytes, TWO_MIB);
        long at128 = ram.base() + MIB_128;
        long kernelEnd = up(k.end(), TWO_MIB);
        long base;
        if (ram.end() >= at128 + modules && kernelEnd <= at128) {
            base = at128;
        } else if (ram.end() - modules >= kernelEnd) {
            base = ram.end() - modules;
        } else if (k.start() - ram.base() >= modules) {
            base = k.start() - modules & -TWO_MIB;
        } else {
            throw noRoom(k, ram, modules);
        }
        return new BootLayout(base, initrdBytes == 0 ? 0 : base + tree);
    }

    /**
     * {@code hw/arm/boot.c}: the RAM disk at half of memory, at most 128 MiB in; the tree after it.
     */
    private static BootLayout qemu(KernelImage k, MemoryBank ram, int treeBytes, long initrdBytes)
            throws ImageException {
        long initrd = up(Math.max(ram.base() + Math.min(ram.bytes() / 2, MIB_128), k.end()), PAGE);
        long tree = up(initrd + initrdBytes, TWO_MIB);
        if (tree + treeBytes > ram.end()) {
            throw noRoom(k, ram, initrdBytes + treeBytes);
        }
        return new BootLayout(tree, initrdBytes == 0 ? 0 : initrd);
    }

    private static ImageException noRoom(KernelImage k, MemoryBank ram, long more) {
        return new ImageException(
                "the kernel (%s), RAM disk and device tree (%s) do not fit in %s of memory"
                        .formatted(
                                MemoryBank.human(k.end() - k.start()),
                                MemoryBank.human(more),
                                MemoryBank.human(ram.bytes())));
    }
}
