package trapline.device;

import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * Interrupt state as Xen's default vGIC keeps it: {@code xen/arch/arm/vgic.c}, {@code gic-vgic.c}.
 *
 * <p>Xen injects events, not levels: a falling line is ignored. An injected interrupt is <em>in
 * flight</em> until the guest has deactivated it. While the guest has it enabled it is copied into
 * a list register (here: {@code listPending}, {@code active}); once there, disabling it does not
 * take it back. A further injection while it is in flight is remembered once ({@code queued}). The
 * priority is read when the interrupt comes in flight, not later. List registers are not counted:
 * more than four at once change only how soon Xen copies the rest.
 */
final class XenInterrupts extends Interrupts {
    private final int[] queued;
    private final int[] inFlight;
    private final int[] listPending;
    private final byte[] latchedPriority;

    /** Target of each shared interrupt: a vCPU's index. */
    private final int[] target;

    /** Power state of each vCPU: Xen drops what it would inject into one that is down. */
    private final int[] online;

    XenInterrupts(int cpus, int spis) {
        super(cpus, spis);
        queued = new int[words];
        inFlight = new int[words];
        listPending = new int[words];
        latchedPriority = new byte[words * 32];
        target = new int[spiWords * 32];
        online = new int[cpus];
        online[0] = 1;
        for (int c = 0; c < cpus; c++) {
            edge[c] = 0; // ICFGR reads as written, and nothing was written
        }
    }

    int target(int intid) {
        return target[intid - 32];
    }

    /** Later injections go to {@code cpu}; what is in flight stays where it is. */
    void retarget(int intid, int cpu) {
        target[intid - 32] = cpu;
    }

    boolean online(int cpu) {
        return online[cpu] != 0;
    }

    /** Whether the interrupt is in flight, which Xen's warning about ICPENDR asks. */
    int inFlight(int w) {
        return inFlight[w];
    }

    /** A vCPU that comes up starts with nothing in flight. */
    void setOnline(int cpu, boolean up) {
        if (up && online[cpu] == 0) {
            queued[cpu] = 0;
            inFlight[cpu] = 0;
            listPending[cpu] = 0;
            active[cpu] = 0;
        }
        online[cpu] = up ? 1 : 0;
    }

    @Override
    int pending(int w) {
        return 0; // Xen does not show it
    }

    @Override
    int deliverable(int w) {
        return listPending[w] & ~active[w];
    }

    @Override
    int priorityOf(int w, int bit) {
        return latchedPriority[w * 32 + bit] & 0xf8; // a list register has five priority bits
    }

    @Override
    void line(int cpu, int intid, boolean level) {
        if (level) {
            inject(intid < 32 ? cpu : target(intid), intid);
        }
    }

    @Override
    void sgi(int to, int intid, int source) {
        inject(to, intid);
    }

    @Override
    void setPending(int cpu, int w, int mask) {
        for (int m = mask; m != 0; m &= m - 1) {
            int b = Integer.numberOfTrailingZeros(m);
            int intid = w < cpus ? b : (w - cpus + 1) * 32 + b;
            inject(w < cpus ? w : target(intid), intid);
        }
    }

    @Override
    void clearPending(int w, int mask) {
        // Xen only warns
    }

    private void inject(int cpu, int intid) {
        if (online[cpu] == 0) {
            return;
        }
        int w = word(cpu, intid);
        int b = bit(intid);
        queued[w] |= b;
        if ((inFlight[w] & b) != 0) {
            if ((enabled[w] & b) != 0) {
                merge(w, b);
            }
            return;
        }
        latchedPriority[w * 32 + (intid & 31)] = priority[w * 32 + (intid & 31)];
        if ((enabled[w] & b) != 0) {
            raise(cpu, intid);
        }
        inFlight[w] |= b;
    }

    /** Another event for an interrupt in a list register: kept if active, lost if still pending. */
    private void merge(int w, int b) {
        if (((listPending[w] | active[w]) & b) == 0) {
            return;
        }
        listPending[w] |= b;
        queued[w] &= ~b;
    }

    private void raise(int cpu, int intid) {
        int w = word(cpu, intid);
        listPending[w] |= bit(intid);
        queued[w] &= ~bit(intid);
        if (intid >= 32) {
            route(intid, 1L << cpu);
        }
    }

    @Override
    void enable(int cpu, int w, int mask) {
        int fresh = mask & ~enabled[w];
        enabled[w] |= mask;
        for (int m = fresh & inFlight[w]; m != 0; m &= m - 1) {
            int b = m & -m;
            if (((listPending[w] | active[w]) & b) == 0) {
                int n = Integer.numberOfTrailingZeros(b);
                int intid = w < cpus ? n : (w - cpus + 1) * 32 + n;
                raise(w < cpus ? w : target(intid), intid);
            } else if ((queued[w] & b) != 0) {
                merge(w, b);
            }
        }
    }

    @Override
    void disable(int w, int mask) {
        enabled[w] &= ~mask;
    }

    @Override
    int acknowledge(int cpu, int intid) {
        int w = word(cpu, intid);
        listPending[w] &= ~bit(intid);
        active[w] |= bit(intid);
        return 0; // the list registers that Xen writes name no sender
    }

    @Override
    void deactivate(int cpu, int intid) {
        if (!isActive(cpu, intid)) {
            return;
        }
        int w = word(cpu, intid);
        int b = bit(intid);
        active[w] &= ~b;
        if ((listPending[w] & b) != 0) {
            return;
        }
        if ((enabled[w] & queued[w] & b) != 0) {
            raise(cpu, intid); // where it was, even if the guest has routed it elsewhere since
        } else {
            inFlight[w] &= ~b;
        }
    }

    @Override
    public void save(StateWriter w) {
        super.save(w);
        w.ints(queued).ints(inFlight).ints(listPending).ints(target).ints(online);
        w.bytes(latchedPriority, 0, latchedPriority.length);
    }

    @Override
    public void load(StateReader r) {
        super.load(r);
        r.ints(queued);
        r.ints(inFlight);
        r.ints(listPending);
        r.ints(target);
        r.ints(online);
        r.bytes(latchedPriority, 0, latchedPriority.length);
    }
}
