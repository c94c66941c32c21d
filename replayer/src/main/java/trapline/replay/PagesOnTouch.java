package trapline.replay;

import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.journal.SnapshotReader;
import trapline.machine.StateDigest;

/**
 * The pages of a snapshot that a restored machine has not touched. A page comes in together with
 * those that were compressed with it.
 */
final class PagesOnTouch implements PhysMemory.Supply {
    private final SnapshotReader.Pages pages;
    private final PhysMemory memory;
    private final StateDigest digest;
    private int brought;

    PagesOnTouch(SnapshotReader.Pages pages, PhysMemory memory, StateDigest digest) {
        this.pages = pages;
        this.memory = memory;
        this.digest = digest;
    }

    @Override
    public void bring(int frame) {
        pages.around(frame, this::put);
    }

    private void put(int frame, byte[] bytes, int from) {
        if ((memory.flags(frame) & PhysMemory.ABSENT) != 0) {
            Native.write(memory.address(frame), bytes, from, PhysMemory.FRAME);
            memory.clear(frame, PhysMemory.ABSENT);
            digest.adopt(frame);
            brought++;
        }
    }

    /** Pages that came in so far. */
    int brought() {
        return brought;
    }
}
