package trapline.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import trapline.bus.Bus;
import trapline.event.FactSink;
import trapline.isa.CpuModel;
import trapline.journal.Dictionary;
import trapline.journal.Names;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.machine.ConsoleScript;
import trapline.machine.DriveImage;
import trapline.machine.MachineConfig;
import trapline.machine.VirtualMachine;
import trapline.machine.boot.BootPlatform;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.SymbolTable;
import trapline.policy.Personality;
import trapline.policy.PolicyException;
import trapline.policy.Rule;
import trapline.policy.TrapCost;

/**
 * From a session's configuration to a machine, the same way for a recording and for a replay of it.
 * What cannot be used is a {@link SessionException} with one line and exit code 2.
 */
public final class MachineFactory {
    /** Setting among {@link SessionConfig#more} that adds a virtio console. */
    public static final String VIRTIO_CONSOLE = "virtioConsole";

    private MachineFactory() {}

    /** Where images come from: a session's own folder, or the files that the user named. */
    @FunctionalInterface
    public interface ImageSource {
        byte[] read(SessionConfig.Image image);
    }

    /** Builds the machine of a configuration. */
    public static VirtualMachine build(
            SessionConfig c,
            ImageSource images,
            List<DriveImage> drives,
            FactSink facts,
            VirtualMachine.@Nullable EngineFactory engine) {
        CpuModel cpu = cpu(c);
        BootPlatform platform = platform(c);
        String cost = c.trapCost();
        try {
            MachineConfig m =
                    new MachineConfig(
                            platform,
                            cpu,
                            c.cpus(),
                            c.memoryBytes(),
                            c.gic(),
                            PersonalityFactory.create(c, cpu, platform),
                            cost == null ? TrapCost.standard() : TrapCost.parse(cost),
                            new MachineConfig.BootImages(
                                    read(c, "kernel", images),
                                    read(c, "initrd", images),
                                    read(c, "dtb", images),
                                    read(c, "firmware", images),
                                    c.append() == null ? "" : c.append()),
                            c.rtcSeconds(),
                            c.seed(),
                            c.input() == null ? "" : c.input(),
                            c.until(),
                            c.budget() == null ? Long.MAX_VALUE : c.budget(),
                            c.keepGoing(),
                            c.noReboot(),
                            drives,
                            c.more().containsKey(VIRTIO_CONSOLE));
            VirtualMachine vm = new VirtualMachine(m, facts, engine);
            SessionConfig.Image symbols = c.symbols();
            if (symbols != null) {
                vm.setSymbols(
                        SymbolTable.read(images.read(symbols), "--symbols " + symbols.path()));
            }
            return vm;
        } catch (ImageException | ConsoleScript.SyntaxException e) {
            throw new SessionException(
                    SessionException.BAD_INPUT, String.valueOf(e.getMessage()), e);
        } catch (PolicyException e) {
            throw new SessionException(
                    SessionException.BAD_INPUT, String.valueOf(e.getMessage()), e);
        }
    }

    private static byte @Nullable [] read(SessionConfig c, String role, ImageSource images) {
        SessionConfig.Image i = c.image(role);
        return i == null ? null : images.read(i);
    }

    /** A new personality of a configuration. */
    public static Personality personality(SessionConfig c) {
        return PersonalityFactory.create(c, cpu(c), platform(c));
    }

    static CpuModel cpu(SessionConfig c) {
        return CpuModel.byName(c.cpu())
                .orElseThrow(
                        () ->
                                new SessionException(
                                        SessionException.BAD_INPUT,
                                        "unknown CPU '"
                                                + c.cpu()
                                                + "'; known: "
                                                + String.join(", ", CpuModel.names())));
    }

    /** The platform of a configuration. */
    public static BootPlatform platform(SessionConfig c) {
        return switch (c.platform().toLowerCase(Locale.ROOT)) {
            case "xen-domu" -> BootPlatform.XEN_DOMU;
            case "qemu-virt" -> BootPlatform.QEMU_VIRT;
            default ->
                    throw new SessionException(
                            SessionException.BAD_INPUT,
                            "unknown platform '" + c.platform() + "'; known: xen-domu, qemu-virt");
        };
    }

    /**
     * The machine's names as they are at any moment: a personality may define a rule when it is
     * first needed.
     */
    public static Names names(VirtualMachine vm) {
        Personality p = vm.config().personality();
        List<String> devices = devices(vm);
        return new Names() {
            @Override
            public String rule(int index) {
                return p.rules().get(index).id();
            }

            @Override
            public String device(int index) {
                return devices.get(index);
            }

            @Override
            public String flag(int index) {
                return p.flags().names().get(index);
            }
        };
    }

    /**
     * The machine's names, as the first entries of a dictionary: indices in traps are indices in
     * it.
     */
    public static Dictionary dictionary(VirtualMachine vm) {
        Personality p = vm.config().personality();
        return new Dictionary()
                .seed(
                        p.rules().stream().map(Rule::id).toList(),
                        devices(vm),
                        new ArrayList<>(p.flags().names()));
    }

    /** Names of the devices, in order of index. */
    public static List<String> devices(VirtualMachine vm) {
        List<String> names = new ArrayList<>();
        for (Bus.Region r : vm.machine().bus.regions()) {
            names.add(r.device().name());
        }
        return names;
    }
}
