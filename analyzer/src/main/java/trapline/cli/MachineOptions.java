package trapline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import trapline.isa.CpuModel;
import trapline.journal.SessionConfig;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.SymbolTable;
import trapline.record.MachineFactory;

/** The machine and what it is started from. */
final class MachineOptions {
    static final List<String> PLATFORMS = List.of("xen-domu", "qemu-virt");
    private static final int CPUS_MAX = 8;
    private static final long MEMORY_MIN = 16L << 20;
    private static final long MEMORY_MAX = 64L << 30;

    @Option(
            names = "--guest",
            paramLabel = "NAME",
            description = "A bundled guest, such as dcc-probe.")
    private @Nullable String guest;

    @Option(
            names = "--kernel",
            paramLabel = "FILE",
            description = "Linux Image (raw or gzip), ELF, or headerless binary.")
    private @Nullable Path kernel;

    @Option(
            names = "--firmware",
            paramLabel = "FILE",
            description = "Raw firmware for flash bank 0 of qemu-virt.")
    private @Nullable Path firmware;

    @Option(names = "--initrd", paramLabel = "FILE", description = "Initial ramdisk of the kernel.")
    private @Nullable Path initrd;

    @Option(names = "--append", paramLabel = "STR", description = "Command line of the kernel.")
    private @Nullable String append;

    @Option(
            names = "--dtb",
            paramLabel = "FILE",
            description = "Device tree instead of the generated one.")
    private @Nullable Path dtb;

    @Option(
            names = "--platform",
            paramLabel = "xen-domu|qemu-virt",
            description = "Memory map and devices (default: xen-domu).")
    private @Nullable String platform;

    @Option(names = "--cpu", paramLabel = "MODEL", description = "Core (default: cortex-a57).")
    private @Nullable String cpu;

    @Option(
            names = "--cpus",
            paramLabel = "N",
            description = "Number of vCPUs, 1 to 8 (default: 1).")
    private @Nullable Integer cpus;

    @Option(names = "--memory", paramLabel = "512M", description = "Guest memory (default: 512M).")
    private @Nullable String memory;

    @Option(names = "--gic", paramLabel = "2|3", description = "Interrupt controller (default: 3).")
    private @Nullable Integer gic;

    @Option(names = "--virtio-console", description = "A virtio console (hvc0) besides the UART.")
    private boolean virtioConsole;

    @Option(
            names = "--symbols",
            paramLabel = "FILE",
            description = "System.map or vmlinux of the guest.")
    private @Nullable Path symbols;

    /**
     * Puts what was given into a configuration, and gives the files that a run of it depends on.
     */
    List<GuestImage> apply(SessionConfig.Builder b) {
        b.platform =
                platform == null
                        ? b.platform
                        : PolicyOptions.oneOf("--platform", platform, PLATFORMS);
        if (cpu != null) {
            b.cpu =
                    CpuModel.byName(cpu)
                            .map(CpuModel::name)
                            .orElseThrow(
                                    () ->
                                            new BadInput(
                                                    "--cpu '"
                                                            + cpu
                                                            + "': unknown; known: "
                                                            + String.join(", ", CpuModel.names())));
        }
        b.cpus = range("--cpus", cpus, b.cpus, 1, CPUS_MAX);
        b.gic = range("--gic", gic, b.gic, 2, 3);
        b.memoryBytes = memory == null ? b.memoryBytes : memoryBytes(memory);
        if (virtioConsole) {
            b.more.put(MachineFactory.VIRTIO_CONSOLE, "y");
        }
        return images(b);
    }

    private static int range(
            String option, @Nullable Integer value, int otherwise, int least, int most) {
        if (value == null) {
            return otherwise;
        }
        if (value < least || value > most) {
            throw new BadInput(option + " " + value + ": expected " + least + " to " + most);
        }
        return value;
    }

    private static long memoryBytes(String text) {
        long bytes = Quantity.bytes("--memory", text);
        if (bytes < MEMORY_MIN || bytes > MEMORY_MAX || bytes % (2 << 20) != 0) {
            throw new BadInput("--memory " + text + ": expected a multiple of 2M from 16M to 64G");
        }
        return bytes;
    }

    private List<GuestImage> images(SessionConfig.Builder b) {
        long what = Stream.of(guest, kernel, firmware).filter(Objects::nonNull).count();
        if (what != 1) {
            throw new BadInput(
                    "expected one of --guest, --kernel and --firmware"
                            + (what == 0 ? "" : ", got " + what));
        }
        if (kernel == null && guest == null && (initrd != null || append != null || dtb != null)) {
            throw new BadInput("--initrd, --append and --dtb go with a kernel");
        }
        List<GuestImage> images = new ArrayList<>();
        if (guest != null) {
            images.add(BundledGuests.image(guest));
            b.guest = guest;
        } else if (kernel != null) {
            images.add(GuestImage.file("kernel", kernel));
            b.guest = name(kernel);
        } else if (firmware != null) {
            if (!b.platform.equals("qemu-virt")) {
                throw new BadInput(
                        "--firmware needs --platform qemu-virt: " + b.platform + " has no flash");
            }
            images.add(GuestImage.file("firmware", firmware));
            b.guest = name(firmware);
        }
        if (initrd != null) {
            images.add(GuestImage.file("initrd", initrd));
        }
        if (dtb != null) {
            images.add(GuestImage.file("dtb", dtb));
        }
        b.append = append;
        if (symbols != null) {
            images.add(symbolFile(symbols));
        }
        return images;
    }

    private static GuestImage symbolFile(Path file) {
        GuestImage i = GuestImage.file("symbols", file);
        try {
            SymbolTable.read(i.bytes(), file.toString());
        } catch (ImageException e) {
            throw new BadInput("--symbols " + e.getMessage());
        }
        return i;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
