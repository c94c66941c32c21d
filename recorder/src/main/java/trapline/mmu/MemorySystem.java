package trapline.mmu;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import trapline.bus.PhysMemory;

/**
 * What the MMUs of all vCPUs share: memory, and the bookkeeping that keeps every cached translation
 * a pure function of the guest's tables and registers.
 *
 * <p>A software TLB that forgets only when the guest says so would make a run depend on which
 * entries happened to be cached: on its size, on the engine, on whether a snapshot was restored. So
 * this one is coherent, as the architecture allows: each frame that a walk read a descriptor from
 * is watched, and changing a valid descriptor drops all cached translations. TLB maintenance
 * instructions then have nothing left to do.
 */
public final class MemorySystem {
    public final PhysMemory memory;
    public final Stage2 stage2;
    private final List<Mmu> mmus = new ArrayList<>();
    private int[] watched = new int[256];
    private int watchedCount;
    private int[] open = new int[256];
    private int openCount;
    private MmuListener listener;

    public MemorySystem(PhysMemory memory, Stage2 stage2, MmuListener listener) {
        this.memory = memory;
        this.stage2 = stage2;
        this.listener = listener;
    }

    public void setListener(MmuListener l) {
        listener = l;
    }

    MmuListener listener() {
        return listener;
    }

    void add(Mmu mmu) {
        mmus.add(mmu);
    }

    /** Drops every cached translation of every vCPU; nothing is watched or open afterwards. */
    public void flushAll() {
        for (int i = 0; i < watchedCount; i++) {
            memory.clear(watched[i], PhysMemory.TABLE);
        }
        watchedCount = 0;
        for (int i = 0; i < openCount; i++) {
            memory.clear(open[i], PhysMemory.OPEN);
        }
        openCount = 0;
        for (int i = 0; i < mmus.size(); i++) {
            mmus.get(i).dropAll();
        }
    }

    /** A walk read a descriptor in this frame: from now on stores to it are seen. */
    void watchTable(int frame) {
        int f = memory.flags(frame);
        if ((f & PhysMemory.TABLE) == 0) {
            if (watchedCount == watched.length) {
                watched = Arrays.copyOf(watched, watchedCount * 2);
            }
            watched[watchedCount++] = frame;
            memory.set(frame, PhysMemory.TABLE);
            closeWrites(frame);
        }
    }

    /** Instructions of this frame are cached from now on: stores to it must be seen. */
    public void watchCode(int frame) {
        if ((memory.flags(frame) & PhysMemory.CODE) == 0) {
            memory.set(frame, PhysMemory.CODE);
            closeWrites(frame);
        }
    }

    void markOpen(int frame) {
        if ((memory.flags(frame) & PhysMemory.OPEN) == 0) {
            if (openCount == open.length) {
                open = Arrays.copyOf(open, openCount * 2);
            }
            open[openCount++] = frame;
            memory.set(frame, PhysMemory.OPEN);
        }
    }

    private void closeWrites(int frame) {
        if ((memory.flags(frame) & PhysMemory.OPEN) != 0) {
            for (int i = 0; i < mmus.size(); i++) {
                mmus.get(i).closeWrites(frame);
            }
        }
    }

    /**
     * Prepares a store to a frame by a path other than the CPU's (DMA, loading): marks it dirty and
     * drops what was cached of it.
     */
    public void hostWrite(int frame, int offset, int bytes) {
        int f = memory.flags(frame);
        if ((f & PhysMemory.CODE) != 0) {
            listener.codeWrite(frame, offset, bytes);
        }
        if ((f & PhysMemory.TABLE) != 0) {
            flushAll();
        }
        memory.set(frame, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
    }
}
