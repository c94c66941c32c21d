package trapline.device;

import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * One vCPU's CPU interface: priority mask, binary points, active priorities, and the choice of the
 * interrupt to take. Five priority bits, hence 32 priorities and one active-priorities register a
 * group. IHI 0069, 4.8 and 8.2.
 *
 * <p>Over {@link GicPersonality#XEN} this is the virtual interface that the hardware offers to a
 * guest: an end of interrupt drops the running priority first and deactivates only the interrupt
 * that this priority belongs to.
 */
final class GicCpuInterface implements Snapshottable {
    private static final int IDLE_PRIORITY = 0xff;

    /** Smallest binary points with five priority bits: IHI 0069, ICC_BPR0_EL1 and ICC_BPR1_EL1. */
    private static final int MIN_BPR0 = 2;

    private static final int MIN_BPR1 = 3;
    private static final int PRIORITY_MASK = 0xf8;

    private final int cpu;
    private final Interrupts irqs;
    private final boolean virtual;

    int pmr;
    private int bpr0 = MIN_BPR0;
    private int bpr1 = MIN_BPR1;
    int apr0;
    int apr1;

    /** Group enables: bit 0 group 0, bit 1 group 1. */
    int groups;

    /** One binary point for both groups. */
    boolean commonBpr;

    /** An end of interrupt only drops the priority. */
    boolean eoiMode;

    /** GICv2: an acknowledge may return a group 1 interrupt. */
    boolean ackCtl;

    /** GICv2: group 0 goes to the FIQ wire. */
    boolean fiqEn;

    private int candidate = Interrupts.SPURIOUS;
    private int candidatePriority = 0x100;
    private int candidateGroup;

    GicCpuInterface(int cpu, Interrupts irqs, boolean virtual) {
        this.cpu = cpu;
        this.irqs = irqs;
        this.virtual = virtual;
    }

    /**
     * Finds the highest-priority interrupt that could be taken; the lowest INTID wins among equals.
     *
     * @param forwarded groups that the distributor forwards: bit 0 group 0, bit 1 group 1
     */
    void select(int forwarded) {
        int allowed = forwarded & groups;
        int best = 0x100;
        int id = Interrupts.SPURIOUS;
        int grp = 0;
        for (int rank = 0; rank <= irqs.spiWords && allowed != 0; rank++) {
            int w = irqs.rank(cpu, rank);
            int bits = irqs.deliverable(w);
            if (rank > 0) {
                bits &= irqs.routed[cpu * irqs.spiWords + rank - 1];
            }
            if ((allowed & 1) == 0) {
                bits &= irqs.group[w];
            }
            if ((allowed & 2) == 0) {
                bits &= ~irqs.group[w];
            }
            for (; bits != 0; bits &= bits - 1) {
                int b = Integer.numberOfTrailingZeros(bits);
                int p = irqs.priorityOf(w, b);
                if (p < best) {
                    best = p;
                    id = rank * 32 + b;
                    grp = irqs.group[w] >>> b & 1;
                }
            }
        }
        candidate = id;
        candidatePriority = best;
        candidateGroup = grp;
    }

    /** INTID of the interrupt that is signalled now, or 1023. */
    int signalled() {
        return canTake() ? candidate : Interrupts.SPURIOUS;
    }

    int signalledGroup() {
        return candidateGroup;
    }

    /**
     * INTID of the highest-priority pending interrupt if it is in {@code group}, else 1023; the
     * mask plays no part.
     */
    int highestPending(int group) {
        return candidate != Interrupts.SPURIOUS && candidateGroup == group
                ? candidate
                : Interrupts.SPURIOUS;
    }

    private boolean canTake() {
        return candidate != Interrupts.SPURIOUS
                && candidatePriority < pmr
                && (candidatePriority & preemptionMask(candidateGroup)) < runningPriority();
    }

    /** Priority of what is being handled, 0xFF when nothing is. */
    int runningPriority() {
        int a = apr0 | apr1;
        return a == 0 ? IDLE_PRIORITY : Integer.numberOfTrailingZeros(a) << 3;
    }

    private int preemptionMask(int group) {
        int shift = group == 0 || commonBpr ? bpr0 + 1 : bpr1;
        return 0xff << shift & 0xff;
    }

    /**
     * Takes the signalled interrupt if it is in {@code group}.
     *
     * @return INTID in bits 9:0, sender of a GICv2 SGI in bits 12:10; 1023 when there is nothing to
     *     take
     */
    int acknowledge(int group) {
        if (!canTake() || candidateGroup != group) {
            return Interrupts.SPURIOUS;
        }
        int level = 1 << ((candidatePriority & preemptionMask(group)) >> 3);
        if (group == 0) {
            apr0 |= level;
        } else {
            apr1 |= level;
        }
        int id = candidate;
        return id | irqs.acknowledge(cpu, id) << 10;
    }

    /**
     * End of interrupt: drops the running priority and, unless {@link #eoiMode}, deactivates {@code
     * intid}.
     */
    void end(int group, int intid) {
        if (intid >= 1020 || (apr0 | apr1) == 0) {
            return;
        }
        int level = Integer.lowestOneBit(apr0 | apr1);
        int of = (apr0 & level) != 0 ? 0 : 1;
        if (virtual) {
            int dropped = Integer.numberOfTrailingZeros(level) << 3;
            drop(of, level);
            if (!irqs.isActive(cpu, intid)) {
                return;
            }
            int w = irqs.word(cpu, intid);
            int itsGroup = irqs.group[w] >>> (intid & 31) & 1;
            int itsPriority = irqs.priorityOf(w, intid & 31) & preemptionMask(group);
            if (itsGroup == group && itsPriority == dropped && !eoiMode) {
                irqs.deactivate(cpu, intid);
            }
        } else if (of == group) {
            drop(of, level);
            if (!eoiMode) {
                irqs.deactivate(cpu, intid);
            }
        }
    }

    private void drop(int group, int level) {
        if (group == 0) {
            apr0 &= ~level;
        } else {
            apr1 &= ~level;
        }
    }

    /**
     * Deactivates without touching the running priority; takes effect only with {@link #eoiMode}.
     */
    void deactivate(int intid) {
        if (eoiMode && intid < 1020) {
            irqs.deactivate(cpu, intid);
        }
    }

    int bpr0() {
        return bpr0;
    }

    void bpr0(int v) {
        bpr0 = Math.max(v & 7, MIN_BPR0);
    }

    int bpr1() {
        return commonBpr ? Math.min(bpr0 + 1, 7) : bpr1;
    }

    void bpr1(int v) {
        if (!commonBpr) {
            bpr1 = Math.max(v & 7, MIN_BPR1);
        }
    }

    void pmr(int v) {
        pmr = v & PRIORITY_MASK;
    }

    @Override
    public void save(StateWriter w) {
        w.i32(pmr).i32(bpr0).i32(bpr1).i32(apr0).i32(apr1).i32(groups);
        w.bool(commonBpr).bool(eoiMode).bool(ackCtl).bool(fiqEn);
    }

    @Override
    public void load(StateReader r) {
        pmr = r.i32();
        bpr0 = r.i32();
        bpr1 = r.i32();
        apr0 = r.i32();
        apr1 = r.i32();
        groups = r.i32();
        commonBpr = r.bool();
        eoiMode = r.bool();
        ackCtl = r.bool();
        fiqEn = r.bool();
    }
}
