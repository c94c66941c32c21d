package trapline.device;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * The state of every interrupt of a machine: what a distributor keeps. 32 interrupts share an int,
 * a <em>word</em>: word {@code v} holds INTIDs 0 to 31 of vCPU {@code v}; the words after them hold
 * the shared interrupts.
 */
abstract class Interrupts implements Snapshottable {
    /** No interrupt: what an acknowledge reads when nothing can be taken. */
    static final int SPURIOUS = 1023;

    final int cpus;
    final int spiWords;
    final int words;
    final int[] enabled;
    final int[] active;

    /** 1: edge-triggered. */
    final int[] edge;

    /** 1: group 1. */
    final int[] group;

    /** Priorities as the guest wrote them, 0 the highest. */
    final byte[] priority;

    /** Which shared interrupts a vCPU takes: {@code [vcpu * spiWords + word of SPIs]}. */
    final int[] routed;

    Interrupts(int cpus, int spis) {
        if (cpus < 1 || spis < 0 || spis > 988 || spis % 32 != 0 && spis != 988) {
            throw new IllegalArgumentException("cpus=" + cpus + " spis=" + spis);
        }
        this.cpus = cpus;
        spiWords = (spis + 31) / 32;
        words = cpus + spiWords;
        enabled = new int[words];
        active = new int[words];
        edge = new int[words];
        group = new int[words];
        priority = new byte[words * 32];
        routed = new int[cpus * spiWords];
        for (int c = 0; c < cpus; c++) {
            edge[c] = 0xffff; // SGIs are always edge-triggered
        }
    }

    /** Word of an INTID as vCPU {@code cpu} sees it. */
    final int word(int cpu, int intid) {
        return intid < 32 ? cpu : cpus + (intid >> 5) - 1;
    }

    /** Word of rank {@code rank} (32 INTIDs) as {@code cpu} sees it, or -1 when there is none. */
    final int rank(int cpu, int rank) {
        return rank == 0 ? cpu : rank <= spiWords ? cpus + rank - 1 : -1;
    }

    final boolean exists(int intid) {
        return intid < 32 + spiWords * 32;
    }

    static int bit(int intid) {
        return 1 << (intid & 31);
    }

    /** Interrupts of a word that are pending, enabled where that matters, and not active. */
    abstract int deliverable(int word);

    /** Pending state, as ISPENDR shows it on hardware. */
    abstract int pending(int word);

    /** Priority that delivery uses, 0 to 255. */
    abstract int priorityOf(int word, int bit);

    /** The wire of an interrupt. */
    abstract void line(int cpu, int intid, boolean level);

    /** A software-generated interrupt from {@code source} for {@code target}. */
    abstract void sgi(int target, int intid, int source);

    abstract void setPending(int cpu, int word, int mask);

    abstract void clearPending(int word, int mask);

    abstract void enable(int cpu, int word, int mask);

    abstract void disable(int word, int mask);

    /**
     * Takes an interrupt: pending to active.
     *
     * @return the vCPU that sent it, for an SGI under GICv2, else 0
     */
    abstract int acknowledge(int cpu, int intid);

    abstract void deactivate(int cpu, int intid);

    final boolean isActive(int cpu, int intid) {
        return exists(intid) && (active[word(cpu, intid)] & bit(intid)) != 0;
    }

    /** Sends a shared interrupt to the vCPUs of {@code mask}. */
    final void route(int intid, long mask) {
        int w = (intid >> 5) - 1;
        for (int c = 0; c < cpus; c++) {
            int i = c * spiWords + w;
            routed[i] = (mask >>> c & 1) != 0 ? routed[i] | bit(intid) : routed[i] & ~bit(intid);
        }
    }

    @Override
    public void save(StateWriter w) {
        w.ints(enabled)
                .ints(active)
                .ints(edge)
                .ints(group)
                .ints(routed)
                .bytes(priority, 0, priority.length);
    }

    @Override
    public void load(StateReader r) {
        r.ints(enabled);
        r.ints(active);
        r.ints(edge);
        r.ints(group);
        r.ints(routed);
        r.bytes(priority, 0, priority.length);
    }
}
