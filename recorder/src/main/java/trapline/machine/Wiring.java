package trapline.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import trapline.bus.Bus;
import trapline.bus.ConsoleSink;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.InterruptLine;
import trapline.bus.PhysMemory;
import trapline.device.CfiFlash;
import trapline.device.Gic;
import trapline.device.GicV2;
import trapline.device.OverlayDisk;
import trapline.device.Pl011;
import trapline.device.Pl031;
import trapline.device.VirtioMmio;
import trapline.device.Vpl011;
import trapline.machine.boot.BootPlatform;
import trapline.machine.boot.DeviceTrees;

/** Which devices stand where, and which interrupt each raises: the two platforms' memory maps. */
final class Wiring {
    private static final long MIB = 1 << 20;
    private static final long FLASH_BYTES = 64 * MIB;

    private final MachineConfig config;
    private final PhysMemory memory;
    private final List<PhysMemory.Block> flash = new ArrayList<>();
    private final List<MemoryOverlay.Blocks> overlays = new ArrayList<>();
    private final List<MemoryOverlay> drives = new ArrayList<>();

    private Wiring(MachineConfig config, PhysMemory memory) {
        this.config = config;
        this.memory = memory;
    }

    /** Adds the memory blocks besides RAM. */
    static Wiring memory(MachineConfig config, PhysMemory memory) {
        Wiring w = new Wiring(config, memory);
        if (config.platform() == BootPlatform.QEMU_VIRT) {
            w.flash.add(memory.add("flash0", 0, FLASH_BYTES, true));
            w.flash.add(memory.add("flash1", FLASH_BYTES, FLASH_BYTES, true));
            for (PhysMemory.Block b : w.flash) {
                memory.pin(b);
                memory.setBlank(b, (byte) 0xff);
            }
        }
        for (int k = 0; k < config.drives().size(); k++) {
            w.overlays.add(MemoryOverlay.Blocks.add(memory, k, config.drives().get(k).sectors()));
        }
        return w;
    }

    /** Flash keeps its contents, and the RTC its time, over a reset of the guest. */
    static boolean survivesReset(Device d) {
        return d instanceof Pl031;
    }

    /** Drives first, then the console. */
    static int virtioSlots(MachineConfig c) {
        return c.drives().size() + (c.virtioConsole() ? 1 : 0);
    }

    static DeviceTrees.VirtioSlot virtioSlot(BootPlatform platform, int k) {
        return platform == BootPlatform.XEN_DOMU
                ? new DeviceTrees.VirtioSlot(
                        0x0200_0000L + (long) k * DeviceTrees.VIRTIO_BYTES, 1 + k)
                : new DeviceTrees.VirtioSlot(
                        0x0a00_0000L + (long) k * DeviceTrees.VIRTIO_BYTES, 16 + k);
    }

    /** Adds the devices, and says where console input goes. */
    void devices(
            Machine m,
            Bus bus,
            Gic gic,
            HypervisorLog log,
            IntFunction<ConsoleSink> console,
            ConsoleRouter input) {
        gicFrames(m, bus, gic);
        ConsoleSink sink = console.apply(ConsoleRouter.UART);
        if (config.platform() == BootPlatform.XEN_DOMU) {
            Vpl011 u = new Vpl011(gic.spi(32), sink, log);
            bus.add(0x2200_0000L, 0x1000, u);
            input.connect(ConsoleRouter.UART, u);
        } else {
            Pl011 u = new Pl011(gic.spi(33), sink);
            bus.add(0x0900_0000L, 0x1000, u);
            bus.add(0x0901_0000L, 0x1000, new Pl031(gic.spi(34), m.clock(), config.rtcSeconds()));
            for (PhysMemory.Block b : flash) {
                bus.add(b.base, b.size, flashBank(m, b));
            }
            input.connect(ConsoleRouter.UART, u);
        }
        virtio(m, bus, gic, console, input);
    }

    private void virtio(
            Machine m, Bus bus, Gic gic, IntFunction<ConsoleSink> console, ConsoleRouter input) {
        MachineDma dma = new MachineDma(m);
        for (int k = 0; k < virtioSlots(config); k++) {
            DeviceTrees.VirtioSlot slot = virtioSlot(config.platform(), k);
            InterruptLine line = gic.spi(32 + slot.spi());
            VirtioMmio d;
            if (k < overlays.size()) {
                DriveImage image = config.drives().get(k);
                MemoryOverlay overlay = overlays.get(k).overlay(m.memorySystem);
                drives.add(overlay);
                OverlayDisk disk = new OverlayDisk(image.image(), image.sectors(), overlay);
                d = VirtioMmio.block("drive" + k, disk, line, dma, m.clock());
            } else {
                d =
                        VirtioMmio.console(
                                "virtio-console", console.apply(ConsoleRouter.VIRTIO), line, dma);
                input.connect(ConsoleRouter.VIRTIO, d.input());
            }
            bus.add(slot.base(), DeviceTrees.VIRTIO_BYTES, d);
        }
    }

    /** What the guest wrote to each drive, in order. */
    List<MemoryOverlay> drives() {
        return drives;
    }

    private CfiFlash flashBank(Machine m, PhysMemory.Block b) {
        CfiFlash f =
                new CfiFlash(
                        b.name,
                        b.host,
                        b.size,
                        new CfiFlash.Listener() {
                            @Override
                            public void arrayMode(boolean on) {
                                if (memory.isMapped(b) != on) {
                                    memory.setMapped(b, on);
                                    m.memorySystem.flushAll();
                                }
                            }

                            @Override
                            public void changed(long offset, long bytes) {
                                for (long at = offset & -4096L;
                                        at < offset + bytes;
                                        at += PhysMemory.FRAME) {
                                    m.memorySystem.hostWrite(
                                            b.firstFrame + (int) (at >>> 12), 0, PhysMemory.FRAME);
                                }
                            }
                        });
        f.eraseAll();
        return f;
    }

    private void gicFrames(Machine m, Bus bus, Gic gic) {
        boolean xen = config.platform() == BootPlatform.XEN_DOMU;
        long base = xen ? 0x0300_1000L : 0x0800_0000L;
        Device[] frames = gic.frames();
        bus.add(base, config.gic() == 2 ? 0x1000 : 0x1_0000, frames[0]);
        if (gic instanceof GicV2 v2) {
            long cpu = xen ? 0x0300_2000L : 0x0801_0000L;
            boolean later = xen && config.personality().mapsCpuInterfaceOnTouch();
            m.addDirect(cpu, 0x2000, v2.cpuInterface(), !later);
        } else {
            bus.add(xen ? 0x0302_0000L : 0x080a_0000L, 0x2_0000L * config.cpus(), frames[1]);
        }
    }
}
