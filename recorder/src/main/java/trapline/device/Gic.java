package trapline.device;

import trapline.bus.CpuInterrupts;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.InterruptLine;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * A generic interrupt controller: interrupt state, a CPU interface a vCPU, and the wires to the
 * vCPUs. {@link GicV2} and {@link GicV3} add the registers. All its frames share one state, saved
 * through this class.
 */
public abstract class Gic implements Snapshottable {
    final GicPersonality personality;
    final int cpus;
    final int spis;
    final Interrupts irqs;
    final GicCpuInterface[] interfaces;
    final HypervisorLog log;

    /** GICD_CTLR, as the guest sees it. */
    int ctlr;

    private final CpuInterrupts out;
    private final boolean[] irqWire;
    private final boolean[] fiqWire;

    Gic(
            GicPersonality personality,
            int cpus,
            int spis,
            Interrupts irqs,
            CpuInterrupts out,
            HypervisorLog log) {
        this.personality = personality;
        this.cpus = cpus;
        this.spis = spis;
        this.irqs = irqs;
        this.out = out;
        this.log = log;
        irqWire = new boolean[cpus];
        fiqWire = new boolean[cpus];
        interfaces = new GicCpuInterface[cpus];
        for (int c = 0; c < cpus; c++) {
            interfaces[c] = new GicCpuInterface(c, irqs, personality == GicPersonality.XEN);
        }
    }

    /** The wire of a shared interrupt; {@code intid} from 32 to 31 plus the number of SPIs. */
    public final InterruptLine spi(int intid) {
        if (intid < 32 || intid >= 32 + spis) {
            throw new IllegalArgumentException("not an SPI: " + intid);
        }
        return level -> {
            irqs.line(0, intid, level);
            updateAll();
        };
    }

    /** The wire of a private interrupt of {@code vcpu}; {@code intid} from 16 to 31. */
    public final InterruptLine ppi(int vcpu, int intid) {
        if (intid < 16 || intid > 31) {
            throw new IllegalArgumentException("not a PPI: " + intid);
        }
        return level -> {
            irqs.line(vcpu, intid, level);
            update(vcpu);
        };
    }

    /** INTID that {@code vcpu} would acknowledge now, or 1023. */
    public final int highestPending(int vcpu) {
        return interfaces[vcpu].signalled();
    }

    /**
     * The power state of a vCPU changed. Xen drops interrupts for one that is down; hardware does
     * not care.
     */
    public final void online(int vcpu, boolean up) {
        if (irqs instanceof XenInterrupts xen) {
            xen.setOnline(vcpu, up);
        }
        update(vcpu);
    }

    /** The frames in guest-physical memory, distributor first. */
    public abstract Device[] frames();

    /** Groups that the distributor forwards: bit 0 group 0, bit 1 group 1. */
    abstract int forwardedGroups();

    /** Whether an interrupt of {@code group} is signalled as FIQ at this interface. */
    abstract boolean asFiq(GicCpuInterface i, int group);

    final void update(int cpu) {
        GicCpuInterface i = interfaces[cpu];
        i.select(forwardedGroups());
        boolean any = i.signalled() != Interrupts.SPURIOUS;
        boolean fiq = any && asFiq(i, i.signalledGroup());
        boolean irq = any && !fiq;
        if (irqWire[cpu] != irq) {
            irqWire[cpu] = irq;
            out.irq(cpu, irq);
        }
        if (fiqWire[cpu] != fiq) {
            fiqWire[cpu] = fiq;
            out.fiq(cpu, fiq);
        }
    }

    final void updateAll() {
        for (int c = 0; c < cpus; c++) {
            update(c);
        }
    }

    @Override
    public void save(StateWriter w) {
        w.i32(ctlr);
        irqs.save(w);
        for (GicCpuInterface i : interfaces) {
            i.save(w);
        }
    }

    @Override
    public void load(StateReader r) {
        ctlr = r.i32();
        irqs.load(r);
        for (GicCpuInterface i : interfaces) {
            i.load(r);
        }
        for (int c = 0; c < cpus; c++) {
            // The receivers are restored on their own; drive the wires again so that both sides
            // agree.
            irqWire[c] = false;
            fiqWire[c] = false;
            out.irq(c, false);
            out.fiq(c, false);
        }
        updateAll();
    }
}
