package trapline.policy;

import java.util.List;

/** The flags that Xen's rules consult. */
final class XenFlags {
    static final int PARTIAL_EMULATION = 0;
    static final int TRAP_UNMAPPED_ACCESSES = 1;

    static final String PARTIAL_EMULATION_NAME = "partial-emulation";

    /** A property of a domain, on by default ({@code docs/misc/arm/device-tree/booting.txt}). */
    static final String TRAP_UNMAPPED_ACCESSES_NAME = "trap-unmapped-accesses";

    private XenFlags() {}

    static Flags of(boolean partialEmulation, boolean trapUnmappedAccesses) {
        return Flags.of(List.of(PARTIAL_EMULATION_NAME, TRAP_UNMAPPED_ACCESSES_NAME))
                .with(PARTIAL_EMULATION, partialEmulation)
                .with(TRAP_UNMAPPED_ACCESSES, trapUnmappedAccesses);
    }
}
