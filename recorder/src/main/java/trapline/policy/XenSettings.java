package trapline.policy;

import java.util.List;

/**
 * What Xen is built and booted with, and what the domain was created with.
 *
 * @param partialEmulationBuiltIn CONFIG_PARTIAL_EMULATION
 * @param partialEmulation the boot option {@code partial-emulation}
 * @param debugBuild CONFIG_DEBUG: messages of gdprintk, debug traps, poisoned hypercall registers
 * @param trapUnmappedAccesses an access to nothing aborts; else it reads all ones
 * @param sharedPageTables an IOMMU shares the domain's page tables, so set/way maintenance is
 *     refused
 * @param nativeWait the boot option {@code vwfi=native}: WFI and WFE do not trap
 * @param guestLogLower messages of guests below this level are always printed: 0 none, 1 errors, 2
 *     and warnings, 3 and information, 4 all
 * @param guestLogUpper those from there to below this level are rate limited, others dropped
 * @param gicVersion what the domain sees: 2 or 3
 * @param cpuInterface base of a GICv2 CPU interface that is mapped on its first access, or -1
 * @param complaints lines that Xen prints about its command line, without {@code (XEN)}
 */
public record XenSettings(
        boolean partialEmulationBuiltIn,
        boolean partialEmulation,
        boolean debugBuild,
        boolean trapUnmappedAccesses,
        boolean sharedPageTables,
        boolean nativeWait,
        int guestLogLower,
        int guestLogUpper,
        int gicVersion,
        long cpuInterface,
        List<String> complaints) {

    public XenSettings {
        complaints = List.copyOf(complaints);
    }

    /** A debug build with its defaults, partial emulation built in and switched off, GICv3. */
    public static XenSettings standard() {
        return of(true, true, XenArgs.parse("", true, true), 3, -1);
    }

    /**
     * Settings from a parsed command line.
     *
     * @param builtIn CONFIG_PARTIAL_EMULATION
     * @param debugBuild the build
     */
    public static XenSettings of(
            boolean builtIn, boolean debugBuild, XenArgs args, int gicVersion, long cpuInterface) {
        return new XenSettings(
                builtIn,
                builtIn && args.partialEmulation(),
                debugBuild,
                true,
                false,
                args.nativeWait(),
                args.guestLogLower(),
                args.guestLogUpper(),
                gicVersion,
                cpuInterface,
                args.complaints());
    }

    /** The same with {@code partial-emulation} as told; without the configuration it stays off. */
    public XenSettings withPartialEmulation(boolean on) {
        return new XenSettings(
                partialEmulationBuiltIn,
                partialEmulationBuiltIn && on,
                debugBuild,
                trapUnmappedAccesses,
                sharedPageTables,
                nativeWait,
                guestLogLower,
                guestLogUpper,
                gicVersion,
                cpuInterface,
                complaints);
    }

    /** The same with {@code trap-unmapped-accesses} as told. */
    public XenSettings withTrapUnmappedAccesses(boolean on) {
        return new XenSettings(
                partialEmulationBuiltIn,
                partialEmulation,
                debugBuild,
                on,
                sharedPageTables,
                nativeWait,
                guestLogLower,
                guestLogUpper,
                gicVersion,
                cpuInterface,
                complaints);
    }

    /** The same with page tables shared with an IOMMU or not. */
    public XenSettings withSharedPageTables(boolean shared) {
        return new XenSettings(
                partialEmulationBuiltIn,
                partialEmulation,
                debugBuild,
                trapUnmappedAccesses,
                shared,
                nativeWait,
                guestLogLower,
                guestLogUpper,
                gicVersion,
                cpuInterface,
                complaints);
    }
}
