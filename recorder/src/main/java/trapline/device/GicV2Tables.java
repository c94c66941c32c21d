package trapline.device;

import static trapline.device.RegisterTable.ANY;
import static trapline.device.RegisterTable.NO_READ;
import static trapline.device.RegisterTable.NO_WRITE;
import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W32;
import static trapline.device.RegisterTable.W8_32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.implementationDefined;
import static trapline.device.RegisterTable.one;
import static trapline.device.RegisterTable.reserved;
import static trapline.device.RegisterTable.row;

import java.util.List;

/**
 * Distributors and CPU interface of a GICv2. The hardware one is a GIC-400 without the security
 * extensions, so all interrupts are in one group (IHI 0048, chapter 4); the other is Xen's vGICv2
 * ({@code xen/arch/arm/vgic-v2.c}).
 */
final class GicV2Tables {
    static final int GICD_BYTES = 0x1000;
    static final int GICC_BYTES = 0x2000;

    private static final int IIDR_ARM = 0x43b;

    /** GIC-400 r0p1's CPU interface; its virtual one has the same number. */
    private static final int IIDR_GIC400_CPU = 0x0202143b;

    private static final int[] IDS = {4, 0, 0, 0, 0x90, 0xb4, 0x2b, 0, 0x0d, 0xf0, 0x05, 0xb1};

    /** What Xen returns for a read of GICD_SGIR. */
    private static final long UNKNOWN = 0xdeadbeefL;

    private GicV2Tables() {}

    static List<RegisterTable.Row> distributor(GicV2 gic) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        int typer = (gic.cpus - 1) << 5 | irqs.spiWords;
        // @formatter:off
        return List.of(
                one(0x000, "GICD_CTLR",       W32, (_, _) -> gic.ctlr, (_, _, v, _) -> gic.control((int) v & 1)),
                one(0x004, "GICD_TYPER",      W32, (_, _) -> typer, WI),
                one(0x008, "GICD_IIDR",       W32, (_, _) -> IIDR_ARM, WI),
                row(0x080, 0x0ff, "GICD_IGROUPR",    ANY, RAZ, WI),
                row(0x100, 0x17f, "GICD_ISENABLER",  W8_32, ranks.bits(0x100, irqs.enabled), ranks.enable(0x100)),
                row(0x180, 0x1ff, "GICD_ICENABLER",  W8_32, ranks.bits(0x180, irqs.enabled), gic.disable(0x180)),
                row(0x200, 0x27f, "GICD_ISPENDR",    W8_32, ranks.pending(0x200), ranks.setPending(0x200)),
                row(0x280, 0x2ff, "GICD_ICPENDR",    W8_32, ranks.pending(0x280), ranks.clearPending(0x280)),
                row(0x300, 0x37f, "GICD_ISACTIVER",  W8_32, ranks.bits(0x300, irqs.active), ranks.setActive(0x300)),
                row(0x380, 0x3ff, "GICD_ICACTIVER",  W8_32, ranks.bits(0x380, irqs.active), ranks.clearActive(0x380)),
                row(0x400, 0x7fb, "GICD_IPRIORITYR", W8_32, ranks.priorities(0x400), ranks.priorities(0x400, 0xf8)),
                row(0x800, 0xbfb, "GICD_ITARGETSR",  W8_32, gic::targets, gic::targets),
                row(0xc00, 0xc03, "GICD_ICFGR0",     ANY, (_, _) -> 0xaaaaaaaaL, WI),
                row(0xc04, 0xcff, "GICD_ICFGR",      W8_32, ranks.configuration(0xc00), ranks.configuration(0xc00, -1)),
                row(0xe00, 0xeff, "GICD_NSACR",      ANY, RAZ, WI),
                one(0xf00, "GICD_SGIR",       W32, RAZ, (cpu, _, v, _) -> gic.generate(cpu, (int) v)),
                row(0xf10, 0xf1f, "GICD_CPENDSGIR",  W8_32, gic::sgiSources, (cpu, o, v, _) -> gic.sgiSources(cpu, o, (int) v, false)),
                row(0xf20, 0xf2f, "GICD_SPENDSGIR",  W8_32, gic::sgiSources, (cpu, o, v, _) -> gic.sgiSources(cpu, o, (int) v, true)),
                row(0xfd0, 0xfff, "GICD_PIDR",       ANY, (_, o) -> IDS[(o - 0xfd0) / 4], WI));
        // @formatter:on
    }

    static List<RegisterTable.Row> xenDistributor(GicV2 gic) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        int typer = (gic.cpus - 1) << 5 | (gic.spis + 31) / 32;
        // @formatter:off
        return List.of(
                one(0x000, "GICD_CTLR",       W32, (_, _) -> gic.ctlr, (_, _, v, _) -> gic.ctlr = (int) v & 1),
                one(0x004, "GICD_TYPER",      W32, (_, _) -> typer, WI),
                one(0x008, "GICD_IIDR",       W32, (_, _) -> IIDR_ARM, WI),
                reserved(0x00c, 0x01f),
                implementationDefined(0x020, 0x03f),
                reserved(0x040, 0x07f),
                row(0x080, 0x0ff, "GICD_IGROUPR",    W32, RAZ, WI),
                row(0x100, 0x17f, "GICD_ISENABLER",  W32, ranks.bits(0x100, irqs.enabled), ranks.enable(0x100)),
                row(0x180, 0x1ff, "GICD_ICENABLER",  W32, ranks.bits(0x180, irqs.enabled), ranks.disable(0x180)),
                row(0x200, 0x27f, "GICD_ISPENDR",    W32, RAZ, ranks.setPending(0x200)),
                row(0x280, 0x2ff, "GICD_ICPENDR",    W32, RAZ, XenGicV3Tables.clearPending(gic, 0x280)),
                row(0x300, 0x37f, "GICD_ISACTIVER",  W32, RAZ, WI),
                row(0x380, 0x3ff, "GICD_ICACTIVER",  W32, RAZ, XenGicV3Tables.clearActive(gic, 0x380, "vGICD")),
                row(0x400, 0x7fb, "GICD_IPRIORITYR", W8_32, ranks.priorities(0x400), ranks.priorities(0x400, 0xff)),
                reserved(0x7fc, 0x7ff),
                row(0x800, 0x81f, "GICD_ITARGETSR0", W8_32, gic::targets, WI),
                row(0x820, 0xbfb, "GICD_ITARGETSR",  W8_32, gic::targets, gic::targets),
                reserved(0xbfc, 0xbff),
                row(0xc00, 0xc07, "GICD_ICFGR0",     W32, ranks.configuration(0xc00), WI),
                row(0xc08, 0xcff, "GICD_ICFGR",      W32, ranks.configuration(0xc00), ranks.configuration(0xc00, -1)),
                implementationDefined(0xd00, 0xdff),
                row(0xe00, 0xeff, "GICD_NSACR",      W32, RAZ, WI),
                one(0xf00, "GICD_SGIR",       W32, (_, _) -> UNKNOWN, (cpu, _, v, _) -> gic.generate(cpu, (int) v)),
                reserved(0xf04, 0xf0f),
                row(0xf10, 0xf1f, "GICD_ICPENDSGIR", W8_32, RAZ, NO_WRITE),
                row(0xf20, 0xf2f, "GICD_ISPENDSGIR", W8_32, RAZ, NO_WRITE),
                reserved(0xf30, 0xfcf),
                implementationDefined(0xfd0, 0xfe7),
                one(0xfe8, "GICD_ICPIDR2",    W32, NO_READ, WI),
                implementationDefined(0xfec, 0xfff));
        // @formatter:on
    }

    /**
     * GICC on hardware, GICV over Xen: IHI 0048, 4.4 and 5.5. Neither is emulated by EL2, so
     * neither traps.
     */
    static List<RegisterTable.Row> cpuInterface(GicV2 gic) {
        boolean two = gic.personality == GicPersonality.XEN;
        GicCpuInterface[] i = gic.interfaces;
        // @formatter:off
        return List.of(
                one(0x0000, "GICC_CTLR",    W32, (c, _) -> gic.interfaceControl(c), (c, _, v, _) -> gic.interfaceControl(c, (int) v)),
                one(0x0004, "GICC_PMR",     W32, (c, _) -> i[c].pmr, gic.then((c, v) -> i[c].pmr(v))),
                one(0x0008, "GICC_BPR",     W32, (c, _) -> i[c].bpr0(), gic.then((c, v) -> i[c].bpr0(v))),
                one(0x000c, "GICC_IAR",     W32, (c, _) -> gic.acknowledge(c, 0), WI),
                one(0x0010, "GICC_EOIR",    W32, RAZ, gic.then((c, v) -> gic.end(c, 0, v))),
                one(0x0014, "GICC_RPR",     W32, (c, _) -> i[c].runningPriority(), WI),
                one(0x0018, "GICC_HPPIR",   W32, (c, _) -> gic.highestPending(c, 0), WI),
                one(0x001c, "GICC_ABPR",    W32, two ? (c, _) -> i[c].bpr1() : RAZ, two ? gic.then((c, v) -> i[c].bpr1(v)) : WI),
                one(0x0020, "GICC_AIAR",    W32, two ? (c, _) -> gic.acknowledge(c, 1) : RAZ, WI),
                one(0x0024, "GICC_AEOIR",   W32, RAZ, two ? gic.then((c, v) -> gic.end(c, 1, v)) : WI),
                one(0x0028, "GICC_AHPPIR",  W32, two ? (c, _) -> gic.highestPending(c, 1) : RAZ, WI),
                one(0x00d0, "GICC_APR0",    W32, (c, _) -> (i[c].apr0 | i[c].apr1) & 0xffffffffL, gic.then((c, v) -> {
                    i[c].apr0 = v;
                    i[c].apr1 = 0;
                })),
                row(0x00d4, 0x00df, "GICC_APR1", W32, RAZ, WI),
                one(0x00fc, "GICC_IIDR",    W32, (_, _) -> IIDR_GIC400_CPU, WI),
                one(0x1000, "GICC_DIR",     W32, RAZ, gic.then((c, v) -> {
                    i[c].deactivate(v & 0x3ff);
                    gic.updateAll();
                })));
        // @formatter:on
    }
}
