package trapline.machine.boot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The device trees that the two platforms give to a guest, and changes to one that the user brings.
 */
public final class DeviceTrees {
    /**
     * What a tree describes.
     *
     * @param cpuCompatible such as {@code arm,cortex-a57}
     * @param gic 2 or 3
     * @param bootArguments the kernel command line, or null for none
     * @param initrdStart 0 when there is no RAM disk
     */
    public record Options(
            int cpus,
            String cpuCompatible,
            int gic,
            List<MemoryBank> memory,
            @Nullable String bootArguments,
            long initrdStart,
            long initrdEnd,
            List<VirtioSlot> virtio) {}

    /** A virtio-mmio register block and the SPI number (INTID minus 32) of its interrupt. */
    public record VirtioSlot(long base, int spi) {}

    /** The phandle that Xen gives the interrupt controller: {@code public/device_tree_defs.h}. */
    private static final int XEN_PHANDLE_GIC = 65000;

    /**
     * Xen writes the CPU mask of a GICv2 specifier whatever the controller: {@code
     * domain_build.c:set_interrupt}.
     */
    private static final int XEN_CPU_MASK = 0xf << 8;

    private static final int QEMU_PHANDLE_GIC = 0x8001;
    private static final int QEMU_PHANDLE_CLOCK = 0x8000;

    private static final int SPI = 0;
    private static final int PPI = 1;
    private static final int EDGE_RISING = 1;
    private static final int LEVEL_HIGH = 4;
    private static final int LEVEL_LOW = 8;

    /** Stride of virtio-mmio register blocks on both platforms. */
    public static final int VIRTIO_BYTES = 0x200;

    private DeviceTrees() {}

    /**
     * What Xen builds for a domain without a toolstack: {@code dom0less-build.c}, {@code
     * domain_build.c}.
     */
    public static Fdt xenDomu(Options o) {
        Fdt t = new Fdt();
        FdtNode root = t.root().cells("#address-cells", 2).cells("#size-cells", 2);
        chosen(root, o);
        cpus(root, o);
        memory(root, o);
        FdtNode gic =
                root.child("interrupt-controller@3001000")
                        .cells("#interrupt-cells", 3)
                        .flag("interrupt-controller")
                        .cells("#address-cells", 0);
        if (o.gic == 3) {
            gic.strings("compatible", "arm,gic-v3")
                    .cells("#redistributor-regions", 1)
                    .longs("reg", 0x03001000L, 0x10000L, 0x03020000L, 0x1000000L);
        } else {
            gic.strings("compatible", "arm,gic-400")
                    .longs("reg", 0x03001000L, 0x1000L, 0x03002000L, 0x2000L);
        }
        gic.cells("linux,phandle", XEN_PHANDLE_GIC).cells("phandle", XEN_PHANDLE_GIC);
        root.child("timer")
                .strings("compatible", "arm,armv8-timer")
                .cells(
                        "interrupts",
                        PPI,
                        29 - 16,
                        XEN_CPU_MASK | LEVEL_LOW,
                        PPI,
                        30 - 16,
                        XEN_CPU_MASK | LEVEL_LOW,
                        PPI,
                        27 - 16,
                        XEN_CPU_MASK | LEVEL_LOW)
                .cells("interrupt-parent", XEN_PHANDLE_GIC);
        root.child("psci")
                .strings("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci")
                .strings("method", "hvc")
                .cells("cpu_off", 1)
                .cells("cpu_on", 2);
        root.child("sbsa-uart@22000000")
                .strings("compatible", "arm,sbsa-uart")
                .longs("reg", 0x22000000L, 0x1000L)
                .cells("interrupts", SPI, 0, LEVEL_HIGH)
                .cells("interrupt-parent", XEN_PHANDLE_GIC)
                .cells("current-speed", 115200);
        virtio(root, o, XEN_PHANDLE_GIC);
        return t;
    }

    /** QEMU's {@code virt} machine, less what this machine does not have: {@code hw/arm/virt.c}. */
    public static Fdt qemuVirt(Options o) {
        Fdt t = new Fdt();
        FdtNode root =
                t.root()
                        .strings("compatible", "linux,dummy-virt")
                        .strings("model", "linux,dummy-virt")
                        .cells("#address-cells", 2)
                        .cells("#size-cells", 2)
                        .cells("interrupt-parent", QEMU_PHANDLE_GIC);
        root.child("psci")
                .strings("compatible", "arm,psci-1.0", "arm,psci-0.2", "arm,psci")
                .strings("method", "hvc")
                .cells("cpu_suspend", 0xc4000001)
                .cells("cpu_off", 0x84000002)
                .cells("cpu_on", 0xc4000003);
        memory(root, o);
        cpus(root, o);
        int mask = o.gic == 2 ? (1 << o.cpus) - 1 << 8 : 0;
        root.child("timer")
                .strings("compatible", "arm,armv8-timer", "arm,armv7-timer")
                .flag("always-on")
                .cells(
                        "interrupts",
                        PPI,
                        29 - 16,
                        mask | LEVEL_HIGH,
                        PPI,
                        30 - 16,
                        mask | LEVEL_HIGH,
                        PPI,
                        27 - 16,
                        mask | LEVEL_HIGH,
                        PPI,
                        26 - 16,
                        mask | LEVEL_HIGH);
        FdtNode gic =
                root.child("intc@8000000")
                        .cells("#interrupt-cells", 3)
                        .flag("interrupt-controller")
                        .cells("#address-cells", 0)
                        .cells("phandle", QEMU_PHANDLE_GIC);
        if (o.gic == 3) {
            gic.strings("compatible", "arm,gic-v3")
                    .cells("#redistributor-regions", 1)
                    .longs("reg", 0x08000000L, 0x10000L, 0x080a0000L, 0xf60000L);
        } else {
            gic.strings("compatible", "arm,cortex-a15-gic")
                    .longs("reg", 0x08000000L, 0x10000L, 0x08010000L, 0x10000L);
        }
        root.child("apb-pclk")
                .strings("compatible", "fixed-clock")
                .cells("#clock-cells", 0)
                .cells("clock-frequency", 24_000_000)
                .strings("clock-output-names", "clk24mhz")
                .cells("phandle", QEMU_PHANDLE_CLOCK);
        root.child("flash@0")
                .strings("compatible", "cfi-flash")
                .longs("reg", 0, 0x4000000L, 0x4000000L, 0x4000000L)
                .cells("bank-width", 4);
        root.child("pl011@9000000")
                .strings("compatible", "arm,pl011", "arm,primecell")
                .longs("reg", 0x09000000L, 0x1000L)
                .cells("interrupts", SPI, 1, LEVEL_HIGH)
                .cells("clocks", QEMU_PHANDLE_CLOCK, QEMU_PHANDLE_CLOCK)
                .strings("clock-names", "uartclk", "apb_pclk");
        root.child("pl031@9010000")
                .strings("compatible", "arm,pl031", "arm,primecell")
                .longs("reg", 0x09010000L, 0x1000L)
                .cells("interrupts", SPI, 2, LEVEL_HIGH)
                .cells("clocks", QEMU_PHANDLE_CLOCK)
                .strings("clock-names", "apb_pclk");
        virtio(root, o, 0);
        FdtNode chosen = chosen(root, o);
        chosen.strings("stdout-path", "/pl011@9000000");
        return t;
    }

    private static FdtNode chosen(FdtNode root, Options o) {
        FdtNode c = root.child("chosen");
        if (o.bootArguments != null) {
            c.strings("bootargs", o.bootArguments);
        }
        if (o.initrdEnd != 0) {
            c.longs("linux,initrd-start", o.initrdStart).longs("linux,initrd-end", o.initrdEnd);
        }
        return c;
    }

    /** One node for all banks, as Xen does. */
    private static void memory(FdtNode root, Options o) {
        long[] reg = new long[o.memory.size() * 2];
        for (int i = 0; i < o.memory.size(); i++) {
            reg[2 * i] = o.memory.get(i).base();
            reg[2 * i + 1] = o.memory.get(i).bytes();
        }
        root.child(unit("memory", reg[0])).strings("device_type", "memory").longs("reg", reg);
    }

    private static void cpus(FdtNode root, Options o) {
        FdtNode cpus = root.child("cpus").cells("#address-cells", 1).cells("#size-cells", 0);
        for (int i = 0; i < o.cpus; i++) {
            int affinity = i >> 4 << 8 | i & 15;
            cpus.child(unit("cpu", affinity))
                    .strings("device_type", "cpu")
                    .strings("compatible", o.cpuCompatible)
                    .cells("reg", affinity)
                    .strings("enable-method", "psci");
        }
    }

    private static void virtio(FdtNode root, Options o, int parent) {
        for (VirtioSlot s : o.virtio) {
            FdtNode n =
                    root.child(unit("virtio_mmio", s.base()))
                            .strings("compatible", "virtio,mmio")
                            .longs("reg", s.base(), VIRTIO_BYTES)
                            .cells("interrupts", SPI, s.spi(), EDGE_RISING)
                            .flag("dma-coherent");
            if (parent != 0) {
                n.cells("interrupt-parent", parent);
            }
        }
    }

    private static String unit(String name, long address) {
        return name + "@" + Long.toHexString(address);
    }

    /**
     * Adapts a tree that the user brought to this machine: memory, command line and RAM disk. What
     * {@code o} does not have stays as it was.
     */
    public static void patch(Fdt t, Options o) {
        FdtNode root = t.root();
        root.children().removeIf(n -> "memory".equals(n.string("device_type")));
        int addressCells = root.cell("#address-cells", 2);
        int sizeCells = root.cell("#size-cells", 1);
        for (MemoryBank b : o.memory) {
            FdtNode m = root.child(unit("memory", b.base())).strings("device_type", "memory");
            java.nio.ByteBuffer reg = java.nio.ByteBuffer.allocate((addressCells + sizeCells) * 4);
            put(reg, addressCells, b.base());
            put(reg, sizeCells, b.bytes());
            m.raw("reg", reg.array());
        }
        FdtNode chosen = root.findOrAdd("chosen");
        if (o.bootArguments != null) {
            chosen.strings("bootargs", o.bootArguments);
        }
        if (o.initrdEnd != 0) {
            chosen.longs("linux,initrd-start", o.initrdStart)
                    .longs("linux,initrd-end", o.initrdEnd);
        }
    }

    private static void put(java.nio.ByteBuffer b, int cells, long v) {
        for (int i = cells - 1; i >= 0; i--) {
            b.putInt(i >= 2 ? 0 : (int) (v >>> (32 * i)));
        }
    }
}
