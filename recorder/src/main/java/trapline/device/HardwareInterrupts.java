package trapline.device;

import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Interrupt state as the GIC architecture has it: IHI 0069, 4.1 "The interrupt handling state
 * machine".
 */
final class HardwareInterrupts extends Interrupts {
    /** Pending by an edge, an SGI or a write of ISPENDR. */
    private final int[] latch;

    /** State of the wires. */
    private final int[] level;

    /**
     * GICv2: which vCPUs sent SGI n to a vCPU, {@code [vcpu * 16 + n]}. Unused where sources are
     * not kept.
     */
    private final int[] sources;

    private final boolean keepsSources;

    /**
     * @param keepsSources GICv2 keeps an SGI pending once a sending vCPU
     */
    HardwareInterrupts(int cpus, int spis, boolean keepsSources) {
        super(cpus, spis);
        latch = new int[words];
        level = new int[words];
        sources = new int[cpus * 16];
        this.keepsSources = keepsSources;
    }

    @Override
    int pending(int w) {
        return latch[w] | level[w] & ~edge[w];
    }

    @Override
    int deliverable(int w) {
        return pending(w) & enabled[w] & ~active[w];
    }

    @Override
    int priorityOf(int w, int bit) {
        return priority[w * 32 + bit] & 0xff;
    }

    @Override
    void line(int cpu, int intid, boolean high) {
        int w = word(cpu, intid);
        int b = bit(intid);
        if (high) {
            latch[w] |= b & edge[w] & ~level[w];
            level[w] |= b;
        } else {
            level[w] &= ~b;
        }
    }

    @Override
    void sgi(int target, int intid, int source) {
        sources[target * 16 + intid] |= 1 << source;
        latch[target] |= bit(intid);
    }

    @Override
    void setPending(int cpu, int w, int mask) {
        latch[w] |= w < cpus && keepsSources ? mask & ~0xffff : mask;
    }

    @Override
    void clearPending(int w, int mask) {
        latch[w] &= ~(w < cpus && keepsSources ? mask & ~0xffff : mask);
    }

    /** GICv2: sources of SGI {@code intid} that are pending at {@code cpu}, a bit a vCPU. */
    int sources(int cpu, int intid) {
        return sources[cpu * 16 + intid];
    }

    void setSources(int cpu, int intid, int mask) {
        sources[cpu * 16 + intid] = mask & 0xff;
        latch[cpu] = mask != 0 ? latch[cpu] | bit(intid) : latch[cpu] & ~bit(intid);
    }

    @Override
    void enable(int cpu, int w, int mask) {
        enabled[w] |= mask;
    }

    @Override
    void disable(int w, int mask) {
        enabled[w] &= ~mask;
    }

    @Override
    int acknowledge(int cpu, int intid) {
        int w = word(cpu, intid);
        active[w] |= bit(intid);
        if (intid < 16 && keepsSources) {
            int from = Integer.numberOfTrailingZeros(sources[cpu * 16 + intid]);
            setSources(cpu, intid, sources[cpu * 16 + intid] & ~(1 << from));
            return from;
        }
        latch[w] &= ~bit(intid);
        return 0;
    }

    @Override
    void deactivate(int cpu, int intid) {
        if (exists(intid)) {
            active[word(cpu, intid)] &= ~bit(intid);
        }
    }

    @Override
    public void save(StateWriter w) {
        super.save(w);
        w.ints(latch).ints(level).ints(sources);
    }

    @Override
    public void load(StateReader r) {
        super.load(r);
        r.ints(latch);
        r.ints(level);
        r.ints(sources);
    }
}
