package trapline.device;

import static trapline.device.RegisterTable.ANY;
import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W32;
import static trapline.device.RegisterTable.W32_64;
import static trapline.device.RegisterTable.W8_32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.one;
import static trapline.device.RegisterTable.row;
import static trapline.device.RegisterTable.row64;

import java.util.List;

/**
 * Distributor and redistributor of a GICv3 with a single security state, affinity routing always
 * on, no LPIs: IHI 0069, chapter 12. Five priority bits. A shared interrupt goes to exactly one
 * vCPU (GICD_TYPER.No1N).
 */
final class GicV3Tables {
    static final int GICD_BYTES = 0x10000;
    static final int GICR_BYTES = 0x20000;

    private static final int CTLR_GROUPS = 0x3;
    private static final int CTLR_ARE = 1 << 4;
    private static final int CTLR_DS = 1 << 6;

    /** Reset value: affinity routing and "security disabled" read as one. */
    static final int CTLR_RESET = CTLR_ARE | CTLR_DS;

    private static final int TYPER_NO_1_OF_N = 1 << 25;
    private static final int TYPER_AFFINITY_3 = 1 << 24;
    private static final int TYPER_16_ID_BITS = 15 << 19;

    /** Arm's JEP106 code, as in GICD_IIDR. */
    private static final int IIDR_ARM = 0x43b;

    /** Peripheral and component identification, from offset 0xFFD0: architecture version 3, Arm. */
    private static final int[] IDS = {0x44, 0, 0, 0, 0x92, 0xb4, 0x3b, 0, 0x0d, 0xf0, 0x05, 0xb1};

    private GicV3Tables() {}

    static List<RegisterTable.Row> distributor(GicV3 gic) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        int typer = TYPER_NO_1_OF_N | TYPER_AFFINITY_3 | TYPER_16_ID_BITS | irqs.spiWords;
        // @formatter:off
        return List.of(
                one(0x0000, "GICD_CTLR",       W32, (_, _) -> gic.ctlr, (_, _, v, _) -> {
                    gic.ctlr = CTLR_RESET | (int) v & CTLR_GROUPS;
                    gic.updateAll();
                }),
                one(0x0004, "GICD_TYPER",      W32, (_, _) -> typer, WI),
                one(0x0008, "GICD_IIDR",       W32, (_, _) -> IIDR_ARM, WI),
                one(0x0010, "GICD_STATUSR",    W32, RAZ, WI),
                // With affinity routing the first rank lives in the redistributors and is RAZ/WI here.
                row(0x0080, 0x0083, "GICD_IGROUPR0",    ANY, RAZ, WI),
                row(0x0084, 0x00ff, "GICD_IGROUPR",     W32, ranks.bits(0x80, irqs.group), ranks.group(0x80)),
                row(0x0100, 0x0103, "GICD_ISENABLER0",  ANY, RAZ, WI),
                row(0x0104, 0x017f, "GICD_ISENABLER",   W32, ranks.bits(0x100, irqs.enabled), ranks.enable(0x100)),
                row(0x0180, 0x0183, "GICD_ICENABLER0",  ANY, RAZ, WI),
                row(0x0184, 0x01ff, "GICD_ICENABLER",   W32, ranks.bits(0x180, irqs.enabled), ranks.disable(0x180)),
                row(0x0200, 0x0203, "GICD_ISPENDR0",    ANY, RAZ, WI),
                row(0x0204, 0x027f, "GICD_ISPENDR",     W32, ranks.pending(0x200), ranks.setPending(0x200)),
                row(0x0280, 0x0283, "GICD_ICPENDR0",    ANY, RAZ, WI),
                row(0x0284, 0x02ff, "GICD_ICPENDR",     W32, ranks.pending(0x280), ranks.clearPending(0x280)),
                row(0x0300, 0x0303, "GICD_ISACTIVER0",  ANY, RAZ, WI),
                row(0x0304, 0x037f, "GICD_ISACTIVER",   W32, ranks.bits(0x300, irqs.active), ranks.setActive(0x300)),
                row(0x0380, 0x0383, "GICD_ICACTIVER0",  ANY, RAZ, WI),
                row(0x0384, 0x03ff, "GICD_ICACTIVER",   W32, ranks.bits(0x380, irqs.active), ranks.clearActive(0x380)),
                row(0x0400, 0x041f, "GICD_IPRIORITYR0", ANY, RAZ, WI),
                row(0x0420, 0x07fb, "GICD_IPRIORITYR",  W8_32, ranks.priorities(0x400), ranks.priorities(0x400, 0xf8)),
                row(0x0800, 0x0bfb, "GICD_ITARGETSR",   ANY, RAZ, WI),
                row(0x0c00, 0x0c07, "GICD_ICFGR0",      ANY, RAZ, WI),
                row(0x0c08, 0x0cff, "GICD_ICFGR",       W32, ranks.configuration(0xc00), ranks.configuration(0xc00, -1)),
                row(0x0d00, 0x0d7f, "GICD_IGRPMODR",    ANY, RAZ, WI),
                row(0x0e00, 0x0eff, "GICD_NSACR",       ANY, RAZ, WI),
                one(0x0f00, "GICD_SGIR",       ANY, RAZ, WI),
                row(0x0f10, 0x0f2f, "GICD_SPENDSGIR",   ANY, RAZ, WI),
                row64(0x6100, 0x7fdf, "GICD_IROUTER",   W32_64, (_, o) -> gic.router((o - 0x6000) / 8),
                        (_, o, v, m) -> gic.router((o - 0x6000) / 8, v, m)),
                row(0xffd0, 0xffff, "GICD_PIDR",        W32, (_, o) -> IDS[(o - 0xffd0) / 4], WI));
        // @formatter:on
    }

    /**
     * Both 64 KiB frames of one redistributor; the register's owner is the first argument of each
     * function.
     */
    static List<RegisterTable.Row> redistributor(GicV3 gic) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        int sgi = 0x10000;
        // @formatter:off
        return List.of(
                one(0x0000, "GICR_CTLR",       W32, RAZ, WI),
                one(0x0004, "GICR_IIDR",       W32, (_, _) -> IIDR_ARM, WI),
                row64(0x0008, 0x000f, "GICR_TYPER",     W32_64, (cpu, _) -> gic.redistributorType(cpu), WI),
                one(0x0010, "GICR_STATUSR",    W32, RAZ, WI),
                one(0x0014, "GICR_WAKER",      W32, (cpu, _) -> gic.waker[cpu], (cpu, _, v, _) ->
                    // The processor-sleep bit is answered at once in the children-asleep bit.
                    gic.waker[cpu] = (v & 2) != 0 ? 6 : 0),
                row64(0x0070, 0x007f, "GICR_PROPBASER", W32_64, RAZ, WI),
                one(0x00c0, "GICR_SYNCR",      W32, RAZ, WI),
                row(0xffd0, 0xffff, "GICR_PIDR",        W32, (_, o) -> IDS[(o - 0xffd0) / 4], WI),
                one(sgi + 0x0080, "GICR_IGROUPR0",      W32, ranks.bits(sgi + 0x80, irqs.group), ranks.group(sgi + 0x80)),
                one(sgi + 0x0100, "GICR_ISENABLER0",    W32, ranks.bits(sgi + 0x100, irqs.enabled), ranks.enable(sgi + 0x100)),
                one(sgi + 0x0180, "GICR_ICENABLER0",    W32, ranks.bits(sgi + 0x180, irqs.enabled), ranks.disable(sgi + 0x180)),
                one(sgi + 0x0200, "GICR_ISPENDR0",      W32, ranks.pending(sgi + 0x200), ranks.setPending(sgi + 0x200)),
                one(sgi + 0x0280, "GICR_ICPENDR0",      W32, ranks.pending(sgi + 0x280), ranks.clearPending(sgi + 0x280)),
                one(sgi + 0x0300, "GICR_ISACTIVER0",    W32, ranks.bits(sgi + 0x300, irqs.active), ranks.setActive(sgi + 0x300)),
                one(sgi + 0x0380, "GICR_ICACTIVER0",    W32, ranks.bits(sgi + 0x380, irqs.active), ranks.clearActive(sgi + 0x380)),
                row(sgi + 0x0400, sgi + 0x041f, "GICR_IPRIORITYR", W8_32, ranks.priorities(sgi + 0x400),
                        ranks.priorities(sgi + 0x400, 0xf8)),
                one(sgi + 0x0c00, "GICR_ICFGR0",        W32, ranks.configuration(sgi + 0xc00), WI),
                one(sgi + 0x0c04, "GICR_ICFGR1",        W32, ranks.configuration(sgi + 0xc00),
                        ranks.configuration(sgi + 0xc00, -1)),
                one(sgi + 0x0d00, "GICR_IGRPMODR0",     W32, RAZ, WI),
                one(sgi + 0x0e00, "GICR_NSACR",         W32, RAZ, WI));
        // @formatter:on
    }
}
