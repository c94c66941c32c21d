package trapline.device;

import trapline.bus.Access;
import trapline.bus.CpuInterrupts;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * GICv2: a distributor with banked registers, and a memory-mapped CPU interface; at most eight
 * vCPUs. Over Xen the guest sees Xen's distributor and the hardware's virtual CPU interface, with
 * all interrupts in group 0.
 */
public final class GicV2 extends Gic {
    private static final int CTLR_ACK = 1 << 2;
    private static final int CTLR_FIQ = 1 << 3;
    private static final int CTLR_CBPR = 1 << 4;
    private static final int CTLR_EOIMODE = 1 << 9;

    private static final int ISACTIVER = 0x300;
    private static final int SGIR = 0xf00;
    private static final int PAST_ICPIDR2 = 0xfec;

    private final Device distributor;
    private final HardwareFrame cpuInterface;

    /**
     * Xen keeps the enable bit of a disabled private interrupt; hardware SGIs cannot be disabled.
     */
    private final boolean xen;

    /**
     * @param spis number of shared interrupts, a multiple of 32
     */
    public GicV2(
            GicPersonality personality, int cpus, int spis, CpuInterrupts out, HypervisorLog log) {
        super(
                personality,
                cpus,
                spis,
                personality == GicPersonality.XEN
                        ? new XenInterrupts(cpus, spis)
                        : new HardwareInterrupts(cpus, spis, true),
                out,
                log);
        if (cpus > 8) {
            throw new IllegalArgumentException("a GICv2 has at most 8 vCPUs: " + cpus);
        }
        xen = personality == GicPersonality.XEN;
        cpuInterface = new HardwareFrame("gicc", HardwareFrame.Banks.ACCESSOR);
        if (xen) {
            for (int i = 32; i < 32 + irqs.spiWords * 32; i++) {
                irqs.route(i, 1);
            }
            XenFrame d = new XenFrame("gicd", "vGICD", HardwareFrame.Banks.ACCESSOR, true, log);
            d.table(new RegisterTable(GicV2Tables.GICD_BYTES, d, GicV2Tables.xenDistributor(this)));
            d.guard(this::refuses);
            distributor = d;
        } else {
            for (int c = 0; c < cpus; c++) {
                irqs.enabled[c] = 0xffff;
            }
            if (cpus == 1) {
                // ITARGETSR of a uniprocessor is read-as-zero: everything goes to the only one.
                for (int i = 32; i < 32 + irqs.spiWords * 32; i++) {
                    irqs.route(i, 1);
                }
            }
            HardwareFrame d = new HardwareFrame("gicd", HardwareFrame.Banks.ACCESSOR);
            d.table(new RegisterTable(GicV2Tables.GICD_BYTES, d, GicV2Tables.distributor(this)));
            distributor = d;
        }
        cpuInterface.table(
                new RegisterTable(
                        GicV2Tables.GICC_BYTES, cpuInterface, GicV2Tables.cpuInterface(this)));
    }

    /** 4 KiB. */
    public Device distributor() {
        return distributor;
    }

    /** 8 KiB; an access to it does not trap to EL2. */
    public Device cpuInterface() {
        return cpuInterface;
    }

    @Override
    public Device[] frames() {
        return new Device[] {distributor, cpuInterface};
    }

    @Override
    int forwardedGroups() {
        return xen ? 3 : (ctlr & 1) != 0 ? 1 : 0;
    }

    @Override
    boolean asFiq(GicCpuInterface i, int group) {
        return group == 0 && i.fiqEn;
    }

    void control(int v) {
        ctlr = v;
        updateAll();
    }

    /** GICD_ICENABLER on hardware: SGIs stay enabled. */
    RegisterTable.Write disable(int base) {
        return (cpu, offset, value, mask) -> {
            int w = irqs.rank(cpu, (offset - base) / 4);
            if (w >= 0) {
                irqs.disable(w, w < cpus ? (int) value & ~0xffff : (int) value);
                updateAll();
            }
        };
    }

    private int targetByte(int cpu, int intid) {
        if (intid < 32) {
            return !xen && cpus == 1 ? 0 : 1 << cpu;
        }
        if (!irqs.exists(intid)) {
            return 0;
        }
        if (irqs instanceof XenInterrupts x) {
            return 1 << x.target(intid);
        }
        int t = 0;
        for (int c = 0; c < cpus && cpus > 1; c++) {
            t |= (irqs.routed[c * irqs.spiWords + (intid >> 5) - 1] >>> (intid & 31) & 1) << c;
        }
        return t;
    }

    /** GICD_ITARGETSR: four targets. */
    long targets(int cpu, int offset) {
        long v = 0;
        for (int b = 0; b < 4; b++) {
            v |= (long) targetByte(cpu, offset - 0x800 + b) << (8 * b);
        }
        return v;
    }

    /** Xen takes the lowest vCPU of a list and keeps the old target where that one is not there. */
    void targets(int cpu, int offset, long value, long mask) {
        int first = offset - 0x800;
        if (first < 32 || !irqs.exists(first)) {
            return;
        }
        if (irqs instanceof XenInterrupts x) {
            long whole = targets(cpu, offset) & ~mask | value;
            for (int b = 0; b < 4; b++) {
                int list = (int) (whole >>> (8 * b)) & 0xff;
                int to = Integer.numberOfTrailingZeros(list);
                if (to < cpus) {
                    x.retarget(first + b, to);
                } else if (log.enabled(HypervisorLog.WARNING)) {
                    log.line(
                            HypervisorLog.WARNING,
                            "d1v%d No valid vCPU found for vIRQ%d in the target list (%s). Skip it"
                                    .formatted(
                                            cpu,
                                            first + b,
                                            list == 0 ? "0" : "0x" + Integer.toHexString(list)));
                }
            }
            return;
        }
        for (int b = 0; b < 4 && cpus > 1; b++) {
            if ((mask >>> (8 * b) & 0xff) != 0) {
                irqs.route(first + b, value >>> (8 * b) & 0xff & (1L << cpus) - 1);
            }
        }
        updateAll();
    }

    /** GICD_SGIR: list, all others, or the sender itself. */
    void generate(int from, int v) {
        int intid = v & 15;
        int list =
                switch (v >>> 24 & 3) {
                    case 0 -> v >>> 16 & 0xff;
                    case 1 -> online() & ~(1 << from);
                    case 2 -> 1 << from;
                    default -> 0;
                };
        for (int m = list; m != 0; m &= m - 1) {
            int c = Integer.numberOfTrailingZeros(m);
            if (c < cpus && (online() >>> c & 1) != 0) {
                irqs.sgi(c, intid, from);
                update(c);
            } else if (xen && log.enabled(HypervisorLog.WARNING)) {
                log.line(
                        HypervisorLog.WARNING,
                        "d1v%d vGIC: write %s, target->list=%s, bad target vcpu%d"
                                .formatted(
                                        from,
                                        "0x" + Integer.toHexString(v),
                                        "0x" + Integer.toHexString(list),
                                        c));
            }
        }
    }

    private int online() {
        int all = (1 << cpus) - 1;
        if (irqs instanceof XenInterrupts x) {
            for (int c = 0; c < cpus; c++) {
                all &= x.online(c) ? -1 : ~(1 << c);
            }
        }
        return all;
    }

    /** GICD_CPENDSGIR and GICD_SPENDSGIR: who has sent each of four SGIs. */
    long sgiSources(int cpu, int offset) {
        HardwareInterrupts h = (HardwareInterrupts) irqs;
        long v = 0;
        for (int b = 0; b < 4; b++) {
            v |= (long) h.sources(cpu, (offset & 0xf) + b) << (8 * b);
        }
        return v;
    }

    void sgiSources(int cpu, int offset, int value, boolean set) {
        HardwareInterrupts h = (HardwareInterrupts) irqs;
        for (int b = 0; b < 4; b++) {
            int intid = (offset & 0xf) + b;
            int bits = value >>> (8 * b) & 0xff & (1 << cpus) - 1;
            h.setSources(
                    cpu, intid, set ? h.sources(cpu, intid) | bits : h.sources(cpu, intid) & ~bits);
        }
        update(cpu);
    }

    /** A write of a CPU interface register, after which the wires are looked at again. */
    interface InterfaceWrite {
        void apply(int cpu, int value);
    }

    RegisterTable.Write then(InterfaceWrite w) {
        return (cpu, offset, value, mask) -> {
            w.apply(cpu, (int) value);
            update(cpu);
        };
    }

    int interfaceControl(int cpu) {
        GicCpuInterface i = interfaces[cpu];
        return i.groups
                | (i.ackCtl ? CTLR_ACK : 0)
                | (i.fiqEn ? CTLR_FIQ : 0)
                | (i.commonBpr ? CTLR_CBPR : 0)
                | (i.eoiMode ? CTLR_EOIMODE : 0);
    }

    void interfaceControl(int cpu, int v) {
        GicCpuInterface i = interfaces[cpu];
        i.groups = v & (xen ? 3 : 1);
        i.eoiMode = (v & CTLR_EOIMODE) != 0;
        if (xen) {
            i.ackCtl = (v & CTLR_ACK) != 0;
            i.fiqEn = (v & CTLR_FIQ) != 0;
            i.commonBpr = (v & CTLR_CBPR) != 0;
        }
        update(cpu);
    }

    int acknowledge(int cpu, int group) {
        GicCpuInterface i = interfaces[cpu];
        if (group == 0 && i.signalled() != Interrupts.SPURIOUS && i.signalledGroup() == 1) {
            if (!i.ackCtl) {
                return 1022; // a group 1 interrupt is pending: read the alias
            }
            group = 1;
        }
        int id = i.acknowledge(group);
        if ((id & 0x3ff) >= 32 && (id & 0x3ff) < 1020) {
            updateAll();
        }
        update(cpu);
        return id;
    }

    int highestPending(int cpu, int group) {
        return interfaces[cpu].highestPending(group);
    }

    void end(int cpu, int group, int v) {
        interfaces[cpu].end(group, v & 0x3ff);
        if ((v & 0x3ff) >= 32) {
            updateAll();
        }
    }

    /**
     * What Xen refuses by value: SGI mode 3, activating an interrupt, and writes past the
     * identification registers.
     */
    private boolean refuses(XenFrame frame, int offset, Access a) {
        if (!a.write || a.bytes == 8) {
            return false;
        }
        if (offset == SGIR && a.bytes == 4 && (a.value >>> 24 & 3) == 3) {
            if (log.enabled(HypervisorLog.DEBUG)) {
                log.line(
                        HypervisorLog.DEBUG,
                        "d1v%d: vGICD: unhandled GICD_SGIR write %x with wrong mode"
                                .formatted(a.vcpu, a.value));
            }
            a.abort = true;
            return true;
        }
        if (offset >= ISACTIVER
                && offset < ISACTIVER + 0x80
                && a.bytes == 4
                && (int) a.value != 0) {
            frame.refused(offset, a);
            return true;
        }
        if (offset >= PAST_ICPIDR2) {
            frame.unknown(offset, a);
            return true;
        }
        return false;
    }

    @Override
    public void save(StateWriter w) {
        super.save(w);
        distributor.save(w);
        cpuInterface.save(w);
    }

    @Override
    public void load(StateReader r) {
        super.load(r);
        distributor.load(r);
        cpuInterface.load(r);
    }
}
