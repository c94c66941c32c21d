package trapline.machine;

import java.util.ArrayList;
import java.util.List;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.machine.boot.BootLayout;
import trapline.machine.boot.BootPlatform;
import trapline.machine.boot.DeviceTrees;
import trapline.machine.boot.Fdt;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.KernelImage;
import trapline.machine.boot.MemoryBank;
import trapline.machine.boot.SymbolTable;
import trapline.vcpu.Vcpu;

/** What stands in memory at reset, and where the boot vCPU begins. */
final class Boot {
    /** Room for a device tree before its final size is known. */
    private static final int TREE_ROOM = 64 << 10;

    private final KernelImage image;
    private final BootLayout layout;
    private final byte[] tree;
    private final byte[] initrd;
    private final boolean firmware;

    private Boot(
            KernelImage image, BootLayout layout, byte[] tree, byte[] initrd, boolean firmware) {
        this.image = image;
        this.layout = layout;
        this.tree = tree;
        this.initrd = initrd;
        this.firmware = firmware;
    }

    static Boot prepare(MachineConfig c, PhysMemory memory) throws ImageException {
        MachineConfig.BootImages images = c.images();
        List<MemoryBank> banks = c.platform().banks(c.memoryBytes());
        byte[] initrd = images.initrd() == null ? new byte[0] : images.initrd();
        byte[] fw = images.firmware();
        byte[] kernel = images.kernel();
        KernelImage image;
        BootLayout layout;
        if (fw != null) {
            image = KernelImage.firmware(fw, "firmware", 0, 64L << 20);
            layout = BootLayout.firmware(banks.getFirst());
        } else if (kernel != null) {
            image = KernelImage.load(kernel, "kernel", c.platform(), banks);
            int room = images.dtb() == null ? TREE_ROOM : images.dtb().length + TREE_ROOM;
            layout = BootLayout.of(c.platform(), image, banks, room, initrd.length);
        } else {
            throw new ImageException("nothing to boot: neither a kernel nor a firmware");
        }
        List<DeviceTrees.VirtioSlot> slots = new ArrayList<>();
        for (int k = 0; k < Wiring.virtioSlots(c); k++) {
            slots.add(Wiring.virtioSlot(c.platform(), k));
        }
        DeviceTrees.Options options =
                new DeviceTrees.Options(
                        c.cpus(),
                        "arm," + c.cpu().name(),
                        c.gic(),
                        banks,
                        images.append().isEmpty() ? null : images.append(),
                        layout.initrd(),
                        layout.initrd() == 0 ? 0 : layout.initrd() + initrd.length,
                        slots);
        Fdt fdt;
        if (images.dtb() != null) {
            fdt = Fdt.parse(images.dtb(), "device tree");
            DeviceTrees.patch(fdt, options);
        } else {
            fdt =
                    c.platform() == BootPlatform.XEN_DOMU
                            ? DeviceTrees.xenDomu(options)
                            : DeviceTrees.qemuVirt(options);
        }
        return new Boot(image, layout, fdt.flatten(), initrd, fw != null);
    }

    /** Copies everything into place; memory outside keeps what it holds. */
    void load(Machine m) throws IllegalStateException {
        for (KernelImage.Segment s : image.segments()) {
            if (firmware && s.address() == 0) {
                loadFlash(m, s);
                continue;
            }
            GuestCopy.toPhysical(m, s.address(), s.data(), s.offset(), s.length());
            zero(m, s.address() + s.length(), s.memoryBytes() - s.length());
        }
        GuestCopy.toPhysical(m, layout.tree(), tree, 0, tree.length);
        if (initrd.length > 0) {
            GuestCopy.toPhysical(m, layout.initrd(), initrd, 0, initrd.length);
        }
    }

    /** Firmware stands in flash bank 0; what the guest programmed there since survives a reset. */
    private void loadFlash(Machine m, KernelImage.Segment s) {
        if (m.machineRetired() == 0) {
            GuestCopy.toPhysical(m, s.address(), s.data(), s.offset(), s.length());
        }
    }

    private static void zero(Machine m, long from, long bytes) {
        long at = from;
        long left = bytes;
        while (left > 0) {
            int inFrame = (int) at & PhysMemory.FRAME - 1;
            int n = (int) Math.min(left, PhysMemory.FRAME - inFrame);
            int frame = m.memory.frameOf(at);
            m.memorySystem.hostWrite(frame, inFrame, n);
            Native.fill(m.memory.host(frame) + inFrame, n, (byte) 0);
            at += n;
            left -= n;
        }
    }

    /** Boot protocol: PC at the entry, X0 the device tree's address, X1 to X3 zero. */
    void enter(Vcpu c) {
        c.pc = image.entry();
        c.x[0] = firmware ? 0 : layout.tree();
    }

    /**
     * The image's own symbols, at link addresses: an ELF file's, or those that a Linux kernel
     * carries.
     */
    SymbolTable symbols() {
        SymbolTable own = image.symbols();
        if (own.size() != 0 || image.format() != KernelImage.Format.LINUX_IMAGE) {
            return own;
        }
        KernelImage.Segment s = image.segments().getFirst();
        return KernelSymbols.of(s.data(), s.offset(), s.length());
    }

    /** Where a Linux kernel's first byte was loaded, or -1. */
    long textPhysical() {
        return image.format() == KernelImage.Format.LINUX_IMAGE ? image.start() : -1;
    }

    /** How many bytes the image takes in memory. */
    long imageBytes() {
        return image.end() - image.start();
    }

    /** Guest-physical address of a symbol of the image, or -1. */
    long physical(SymbolTable table, String name) {
        long link = table.find(name);
        if (link == -1) {
            return -1;
        }
        long text = table.find("_text");
        long at = textPhysical() >= 0 && text != -1 ? link - text + image.start() : link;
        boolean inside = at - image.start() >= 0 && at < image.end() && (at & 3) == 0;
        return inside && image.format() != KernelImage.Format.FIRMWARE ? at : -1;
    }
}
