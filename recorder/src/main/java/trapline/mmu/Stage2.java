package trapline.mmu;

import trapline.bus.PhysMemory;

/**
 * Stage 2 as the personality programmed it: memory is mapped, identity, read-write-execute;
 * everything else is not. The level of a translation fault follows from the tables that such a map
 * needs.
 */
public final class Stage2 {
    private final PhysMemory memory;
    private final int ipaBits;
    private final int startLevel;

    /**
     * @param ipaBits width of the intermediate physical address space, 32 to 48
     * @param startLevel first level of the stage 2 walk: 0, 1 or 2 (VTCR_EL2.SL0, 4 KiB granule)
     */
    public Stage2(PhysMemory memory, int ipaBits, int startLevel) {
        this.memory = memory;
        this.ipaBits = ipaBits;
        this.startLevel = startLevel;
    }

    /**
     * Fault status code of a stage 2 fault at this unmapped address: translation fault with its
     * level, or level 0 when the address does not fit the stage 2 input size (DDI 0487, D8.2).
     */
    public int faultStatus(long ipa) {
        if (ipaBits < 64 && (ipa >>> ipaBits) != 0) {
            return Dfsc.TRANSLATION;
        }
        for (int level = startLevel; level < 3; level++) {
            int shift = 12 + 9 * (3 - level);
            long from = ipa >>> shift << shift;
            if (!anyMapped(from, 1L << shift)) {
                return Dfsc.TRANSLATION + level;
            }
        }
        return Dfsc.TRANSLATION + 3;
    }

    private boolean anyMapped(long from, long size) {
        for (PhysMemory.Block b : memory.blocks()) {
            if (memory.isMapped(b) && b.base < from + size && from < b.base + b.size) {
                return true;
            }
        }
        return false;
    }
}
