package trapline.device;

import java.util.List;
import trapline.bus.CpuInterrupts;
import trapline.bus.Device;
import trapline.bus.HypervisorLog;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;

/**
 * GICv3: a distributor, a redistributor a vCPU, and the CPU interface as system registers. Affinity
 * of a vCPU is {@code Aff1 = index >> 4, Aff0 = index & 15} on both platforms, as in Xen's VMPIDR.
 *
 * <p>The CPU interface is keyed by {@code op0<<14|op1<<11|CRn<<7|CRm<<3|op2}.
 */
public final class GicV3 extends Gic {
    public static final int ICC_PMR_EL1 = key(4, 6, 0);
    public static final int ICC_IAR0_EL1 = key(12, 8, 0);
    public static final int ICC_EOIR0_EL1 = key(12, 8, 1);
    public static final int ICC_HPPIR0_EL1 = key(12, 8, 2);
    public static final int ICC_BPR0_EL1 = key(12, 8, 3);
    public static final int ICC_AP0R0_EL1 = key(12, 8, 4);
    public static final int ICC_AP1R0_EL1 = key(12, 9, 0);
    public static final int ICC_DIR_EL1 = key(12, 11, 1);
    public static final int ICC_RPR_EL1 = key(12, 11, 3);
    public static final int ICC_SGI1R_EL1 = key(12, 11, 5);
    public static final int ICC_ASGI1R_EL1 = key(12, 11, 6);
    public static final int ICC_SGI0R_EL1 = key(12, 11, 7);
    public static final int ICC_IAR1_EL1 = key(12, 12, 0);
    public static final int ICC_EOIR1_EL1 = key(12, 12, 1);
    public static final int ICC_HPPIR1_EL1 = key(12, 12, 2);
    public static final int ICC_BPR1_EL1 = key(12, 12, 3);
    public static final int ICC_CTLR_EL1 = key(12, 12, 4);
    public static final int ICC_SRE_EL1 = key(12, 12, 5);
    public static final int ICC_IGRPEN0_EL1 = key(12, 12, 6);
    public static final int ICC_IGRPEN1_EL1 = key(12, 12, 7);

    private static final int[] KEYS = {
        ICC_PMR_EL1, ICC_IAR0_EL1, ICC_EOIR0_EL1, ICC_HPPIR0_EL1, ICC_BPR0_EL1, ICC_AP0R0_EL1,
                ICC_AP1R0_EL1,
        ICC_DIR_EL1, ICC_RPR_EL1, ICC_SGI1R_EL1, ICC_ASGI1R_EL1, ICC_SGI0R_EL1, ICC_IAR1_EL1,
                ICC_EOIR1_EL1,
        ICC_HPPIR1_EL1, ICC_BPR1_EL1, ICC_CTLR_EL1, ICC_SRE_EL1, ICC_IGRPEN0_EL1, ICC_IGRPEN1_EL1
    };

    /** Five priority bits, 24 INTID bits, affinity 3 valid. */
    private static final int ICC_CTLR_FIXED = 1 << 15 | 1 << 11 | 4 << 8;

    /** System registers on, bypass disabled: fixed. */
    private static final long ICC_SRE_FIXED = 7;

    private static final long AFFINITY_MASK = 0xff00ffffffL;

    final int[] waker;

    /** GICD_IROUTER of each shared interrupt, on hardware. */
    private final long[] routers;

    private final Device distributor;
    private final Device redistributors;

    /**
     * @param spis number of shared interrupts, a multiple of 32
     */
    public GicV3(
            GicPersonality personality, int cpus, int spis, CpuInterrupts out, HypervisorLog log) {
        super(
                personality,
                cpus,
                spis,
                personality == GicPersonality.XEN
                        ? new XenInterrupts(cpus, spis)
                        : new HardwareInterrupts(cpus, spis, false),
                out,
                log);
        waker = new int[cpus];
        java.util.Arrays.fill(waker, 6); // asleep until software wakes it
        routers = new long[irqs.spiWords * 32];
        HardwareFrame.Banks perCpu =
                new HardwareFrame.Banks() {
                    @Override
                    public int vcpu(long offset, int accessor) {
                        int c = (int) (offset / GicV3Tables.GICR_BYTES);
                        return c < cpus ? c : -1;
                    }

                    @Override
                    public int offset(long offset) {
                        return (int) (offset % GicV3Tables.GICR_BYTES);
                    }
                };
        for (int i = 32; i < 32 + irqs.spiWords * 32; i++) {
            irqs.route(i, 1);
        }
        if (personality == GicPersonality.XEN) {
            ctlr = XenGicV3Tables.CTLR_RESET;
            java.util.Arrays.fill(
                    irqs.group, -1); // every list register says group 1: xen/arch/arm/gic-v3.c
            XenFrame d = new XenFrame("gicd", "vGICD", HardwareFrame.Banks.ACCESSOR, false, log);
            d.table(new RegisterTable(GicV3Tables.GICD_BYTES, d, XenGicV3Tables.distributor(this)));
            XenFrame r = new XenFrame("gicr", "vGICR", perCpu, false, log);
            r.table(
                    new RegisterTable(
                            GicV3Tables.GICR_BYTES, r, XenGicV3Tables.redistributor(this)));
            distributor = d;
            redistributors = r;
        } else {
            ctlr = GicV3Tables.CTLR_RESET;
            HardwareFrame d = new HardwareFrame("gicd", HardwareFrame.Banks.ACCESSOR);
            d.table(new RegisterTable(GicV3Tables.GICD_BYTES, d, GicV3Tables.distributor(this)));
            HardwareFrame r = new HardwareFrame("gicr", perCpu);
            r.table(new RegisterTable(GicV3Tables.GICR_BYTES, r, GicV3Tables.redistributor(this)));
            distributor = d;
            redistributors = r;
        }
    }

    private static int key(int crn, int crm, int op2) {
        return 3 << 14 | crn << 7 | crm << 3 | op2;
    }

    /** Keys of the system registers that {@link #readIcc} and {@link #writeIcc} answer. */
    public static int[] systemRegisters() {
        return KEYS.clone();
    }

    /** 64 KiB. */
    public Device distributor() {
        return distributor;
    }

    /** 128 KiB a vCPU, one after the other. */
    public Device redistributors() {
        return redistributors;
    }

    @Override
    public Device[] frames() {
        return new Device[] {distributor, redistributors};
    }

    /** GICR_TYPER: affinity, vCPU number, and whether this is the last redistributor. */
    long redistributorType(int cpu) {
        return affinity(cpu) << 32 | (long) cpu << 8 | (cpu == cpus - 1 ? 1 << 4 : 0);
    }

    private static long affinity(int cpu) {
        return (long) (cpu >> 4) << 8 | cpu & 15;
    }

    /** vCPU with this {@code Aff1:Aff0}, or -1. */
    private int vcpuOf(long affinity) {
        if ((affinity & ~0xff0fL) != 0) {
            return -1;
        }
        int c = (int) (affinity >> 8 << 4 | affinity & 15);
        return c < cpus ? c : -1;
    }

    /** GICD_IROUTER: only one vCPU is ever shown by Xen; hardware keeps what was written. */
    long router(int intid) {
        if (!irqs.exists(intid)) {
            return 0;
        }
        return irqs instanceof XenInterrupts xen
                ? affinity(xen.target(intid))
                : routers[intid - 32];
    }

    void router(int intid, long value, long mask) {
        if (!irqs.exists(intid)) {
            return;
        }
        long v = router(intid) & ~mask | value;
        if (irqs instanceof XenInterrupts xen) {
            // "Any vCPU" means vCPU 0; Xen takes Aff1:Aff0 only, and keeps the old target for one
            // that is not there.
            int c = (v >>> 31 & 1) != 0 ? 0 : (int) ((v >> 8 & 0xff) << 4 | v & 0xff);
            if (c < cpus) {
                xen.retarget(intid, c);
            }
            return;
        }
        routers[intid - 32] = v & AFFINITY_MASK;
        int c = vcpuOf(v & AFFINITY_MASK);
        irqs.route(intid, c < 0 ? 0 : 1L << c);
        updateAll();
    }

    @Override
    int forwardedGroups() {
        return personality == GicPersonality.XEN ? 3 : ctlr & 3;
    }

    @Override
    boolean asFiq(GicCpuInterface i, int group) {
        return group == 0;
    }

    /**
     * Reads a CPU interface register of {@code vcpu}; acknowledging reads change state. Write-only
     * ones give 0.
     */
    public long readIcc(int vcpu, int sysKey) {
        GicCpuInterface i = interfaces[vcpu];
        if (sysKey == ICC_IAR1_EL1 || sysKey == ICC_IAR0_EL1) {
            int id = i.acknowledge(sysKey == ICC_IAR1_EL1 ? 1 : 0);
            updateAfter(id);
            update(vcpu);
            return id;
        }
        return switch (sysKey & 0x3fff) {
            case 4 << 7 | 6 << 3 -> i.pmr;
            case 12 << 7 | 8 << 3 | 2 -> i.highestPending(0);
            case 12 << 7 | 8 << 3 | 3 -> i.bpr0();
            case 12 << 7 | 8 << 3 | 4 -> i.apr0 & 0xffffffffL;
            case 12 << 7 | 9 << 3 -> i.apr1 & 0xffffffffL;
            case 12 << 7 | 11 << 3 | 3 -> i.runningPriority();
            case 12 << 7 | 12 << 3 | 2 -> i.highestPending(1);
            case 12 << 7 | 12 << 3 | 3 -> i.bpr1();
            case 12 << 7 | 12 << 3 | 4 ->
                    ICC_CTLR_FIXED | (i.commonBpr ? 1 : 0) | (i.eoiMode ? 2 : 0);
            case 12 << 7 | 12 << 3 | 5 -> ICC_SRE_FIXED;
            case 12 << 7 | 12 << 3 | 6 -> i.groups & 1;
            case 12 << 7 | 12 << 3 | 7 -> i.groups >> 1 & 1;
            default -> 0;
        };
    }

    /** Writes a CPU interface register of {@code vcpu}; read-only ones ignore it. */
    public void writeIcc(int vcpu, int sysKey, long value) {
        GicCpuInterface i = interfaces[vcpu];
        int v = (int) value;
        switch (sysKey & 0x3fff) {
            case 4 << 7 | 6 << 3 -> i.pmr(v);
            case 12 << 7 | 8 << 3 | 1 -> {
                i.end(0, v & 0xffffff);
                updateAfter(v & 0xffffff);
            }
            case 12 << 7 | 8 << 3 | 3 -> i.bpr0(v);
            case 12 << 7 | 8 << 3 | 4 -> i.apr0 = v;
            case 12 << 7 | 9 << 3 -> i.apr1 = v;
            case 12 << 7 | 11 << 3 | 1 -> {
                i.deactivate(v & 0xffffff);
                updateAfter(v & 0xffffff);
            }
            case 12 << 7 | 11 << 3 | 5 -> generate(vcpu, value, 1);
            // With one security state the other state's group 1 is group 0.
            case 12 << 7 | 11 << 3 | 6, 12 << 7 | 11 << 3 | 7 -> generate(vcpu, value, 0);
            case 12 << 7 | 12 << 3 | 1 -> {
                i.end(1, v & 0xffffff);
                updateAfter(v & 0xffffff);
            }
            case 12 << 7 | 12 << 3 | 3 -> i.bpr1(v);
            case 12 << 7 | 12 << 3 | 4 -> {
                i.commonBpr = (v & 1) != 0;
                i.eoiMode = (v & 2) != 0;
            }
            case 12 << 7 | 12 << 3 | 6 -> i.groups = i.groups & 2 | v & 1;
            case 12 << 7 | 12 << 3 | 7 -> i.groups = i.groups & 1 | (v & 1) << 1;
            default -> {
                // Read-only, or fixed: ICC_SRE_EL1.
            }
        }
        update(vcpu);
    }

    /** A shared interrupt that changed state concerns every vCPU that it is routed to. */
    private void updateAfter(int intid) {
        if (intid >= 32 && intid < 1020) {
            updateAll();
        }
    }

    /**
     * ICC_SGI1R_EL1 and its like. Xen takes Aff1 and the list only, and skips with a warning who is
     * not there or down.
     *
     * @param group the group that the interrupt must be configured in at its target (hardware only)
     */
    private void generate(int from, long v, int group) {
        int intid = (int) (v >>> 24) & 15;
        boolean others = (v >>> 40 & 1) != 0;
        if (irqs instanceof XenInterrupts xen) {
            generateXen(xen, from, v, intid, others);
            return;
        }
        if (others) {
            for (int c = 0; c < cpus; c++) {
                if (c != from) {
                    generateAt(c, intid, from, group);
                }
            }
            return;
        }
        long upper = (v >>> 16 & 0xff) << 8 | (v >>> 32 & 0xff) << 16 | (v >>> 48 & 0xff) << 32;
        int rangeSelector = (int) (v >>> 44) & 15;
        for (int m = (int) v & 0xffff; m != 0 && rangeSelector == 0; m &= m - 1) {
            int c = vcpuOf(upper | Integer.numberOfTrailingZeros(m));
            if (c >= 0) {
                generateAt(c, intid, from, group);
            }
        }
    }

    private void generateAt(int target, int intid, int from, int group) {
        if ((irqs.group[target] >>> intid & 1) == group) {
            irqs.sgi(target, intid, from);
            update(target);
        }
    }

    private void generateXen(XenInterrupts xen, int from, long v, int intid, boolean others) {
        if (others) {
            for (int c = 0; c < cpus; c++) {
                if (c != from && xen.online(c)) {
                    xen.sgi(c, intid, from);
                    update(c);
                }
            }
            return;
        }
        int base = (int) (v >>> 16 & 0xff) << 4;
        int list = (int) v & 0xffff;
        for (int m = list; m != 0; m &= m - 1) {
            int c = base + Integer.numberOfTrailingZeros(m);
            if (c < cpus && xen.online(c)) {
                xen.sgi(c, intid, from);
                update(c);
            } else if (log.enabled(HypervisorLog.WARNING)) {
                log.line(
                        HypervisorLog.WARNING,
                        "d1v%d vGIC: write %s, target->list=%s, bad target vcpu%d"
                                .formatted(
                                        from,
                                        "0x" + Long.toHexString(v),
                                        "0x" + Integer.toHexString(list),
                                        c));
            }
        }
    }

    @Override
    public void save(StateWriter w) {
        super.save(w);
        w.ints(waker).longs(routers);
        for (Device d : List.of(distributor, redistributors)) {
            d.save(w);
        }
    }

    @Override
    public void load(StateReader r) {
        super.load(r);
        r.ints(waker);
        r.longs(routers);
        for (Device d : List.of(distributor, redistributors)) {
            d.load(r);
        }
    }
}
