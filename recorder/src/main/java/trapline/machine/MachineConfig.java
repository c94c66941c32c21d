package trapline.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.isa.CpuModel;
import trapline.machine.boot.BootPlatform;
import trapline.policy.Personality;
import trapline.policy.TrapCost;

/**
 * All that determines a run but its inputs.
 *
 * @param platform memory map and device set
 * @param gic 2 or 3
 * @param images what is loaded
 * @param rtcSeconds seconds since 1970 that the RTC shows at reset
 * @param seed for whatever a device would draw at random
 * @param script console script, or the empty text
 * @param until text that ends the run when printed, or null
 * @param budget machine-wide retired instructions that end the run, or {@link Long#MAX_VALUE}
 * @param keepGoing a panic does not end the run
 * @param noReboot a reset ends the run
 * @param drives virtio block devices, in order
 * @param virtioConsole a virtio console stands behind the drives
 */
public record MachineConfig(
        BootPlatform platform,
        CpuModel cpu,
        int cpus,
        long memoryBytes,
        int gic,
        Personality personality,
        TrapCost cost,
        BootImages images,
        long rtcSeconds,
        long seed,
        String script,
        @Nullable String until,
        long budget,
        boolean keepGoing,
        boolean noReboot,
        List<DriveImage> drives,
        boolean virtioConsole) {

    /**
     * What is loaded: a kernel with its companions, or a firmware.
     *
     * @param kernel Linux Image (raw or gzip), ELF or headerless binary; null with a firmware
     * @param dtb device tree to use instead of the generated one, or null
     */
    @SuppressWarnings("ArrayRecordComponent") // whole files, never compared
    public record BootImages(
            byte @Nullable [] kernel,
            byte @Nullable [] initrd,
            byte @Nullable [] dtb,
            byte @Nullable [] firmware,
            String append) {}
}
