package trapline.device;

import static trapline.device.RegisterTable.ANY;
import static trapline.device.RegisterTable.NO_WRITE;
import static trapline.device.RegisterTable.RAZ;
import static trapline.device.RegisterTable.W32;
import static trapline.device.RegisterTable.W32_64;
import static trapline.device.RegisterTable.W8_32;
import static trapline.device.RegisterTable.WI;
import static trapline.device.RegisterTable.implementationDefined;
import static trapline.device.RegisterTable.one;
import static trapline.device.RegisterTable.reserved;
import static trapline.device.RegisterTable.row;
import static trapline.device.RegisterTable.row64;

import java.util.ArrayList;
import java.util.List;
import trapline.bus.HypervisorLog;

/**
 * Distributor and redistributors as Xen's default vGICv3 answers for a guest without an ITS: {@code
 * xen/arch/arm/vgic-v3.c}. Quirks: no pending or active state is ever shown; a write of ISACTIVER
 * is a data abort, even of zero; a write of ICPENDR or ICACTIVER does nothing; delivery does not
 * depend on GICD_CTLR.
 */
final class XenGicV3Tables {
    private static final int CTLR_ARE = 1 << 4;
    private static final int CTLR_ENABLE_GROUP_1A = 1 << 1;

    /** No compatibility with GICv2. */
    static final int CTLR_RESET = CTLR_ARE;

    private static final int IIDR = 0x34c;
    private static final int PIDR2 = 0x30;

    /** A domU has ten interrupt ID bits. */
    private static final int TYPER_ID_BITS = (10 - 1) << 19;

    /** What Xen returns for write-only registers. */
    private static final long UNKNOWN = 0xdeadbeafdeadbeafL;

    private XenGicV3Tables() {}

    static List<RegisterTable.Row> distributor(GicV3 gic) {
        int typer = (Math.min(gic.cpus, 8) - 1) << 5 | (gic.spis + 31) / 32 | TYPER_ID_BITS;
        List<RegisterTable.Row> rows = new ArrayList<>(ranks(gic, 0, "GICD", "vGICD"));
        // @formatter:off
        rows.addAll(List.of(
                one(0x0000, "GICD_CTLR",       W32, (_, _) -> gic.ctlr, (_, _, v, _) ->
                    gic.ctlr = CTLR_ARE | (int) v & CTLR_ENABLE_GROUP_1A),
                one(0x0004, "GICD_TYPER",      W32, (_, _) -> typer, WI),
                one(0x0008, "GICD_IIDR",       W32, (_, _) -> IIDR, WI),
                reserved(0x000c, 0x000f),
                one(0x0010, "GICD_STATUSR",    W32, RAZ, WI),
                reserved(0x0014, 0x001f),
                implementationDefined(0x0020, 0x003f),
                reserved(0x0040, 0x007f),
                row(0x0e00, 0x0eff, "GICD_NSACR",       W32, RAZ, WI),
                one(0x0f00, "GICD_SGIR",       W32, RAZ, WI),
                row(0x0f10, 0x0f1f, "GICD_CPENDSGIR",   W32, RAZ, NO_WRITE),
                row(0x0f20, 0x0f2f, "GICD_SPENDSGIR",   W32, RAZ, NO_WRITE),
                reserved(0x0f30, 0x60ff),
                row64(0x6100, 0x7fdf, "GICD_IROUTER",   W32_64, (_, o) -> gic.router((o - 0x6000) / 8),
                        (_, o, v, m) -> gic.router((o - 0x6000) / 8, v, m)),
                reserved(0x7fe0, 0xbfff),
                implementationDefined(0xc000, 0xffe7),
                one(0xffe8, "GICD_PIDR2",      W32, (_, _) -> PIDR2, WI),
                implementationDefined(0xffec, 0xffff)));
        // @formatter:on
        return rows;
    }

    static List<RegisterTable.Row> redistributor(GicV3 gic) {
        int sgi = 0x10000;
        List<RegisterTable.Row> rows = new ArrayList<>();
        // @formatter:off
        rows.addAll(List.of(
                one(0x0000, "GICR_CTLR",       W32, RAZ, WI),
                one(0x0004, "GICR_IIDR",       W32, (_, _) -> IIDR, WI),
                row64(0x0008, 0x000f, "GICR_TYPER",     W32_64, (cpu, _) -> gic.redistributorType(cpu), WI),
                one(0x0010, "GICR_STATUSR",    W32, RAZ, WI),
                one(0x0014, "GICR_WAKER",      W32, RAZ, WI),
                reserved(0x0018, 0x001f),
                implementationDefined(0x0020, 0x003f),
                row64(0x0040, 0x004f, "GICR_SETLPIR",   ANY, (_, _) -> UNKNOWN, WI),
                reserved(0x0050, 0x006f),
                row64(0x0070, 0x007f, "GICR_PROPBASER", W32_64, RAZ, WI),
                reserved(0x0080, 0x009f),
                row64(0x00a0, 0x00a7, "GICR_INVLPIR",   ANY, (_, _) -> UNKNOWN, WI),
                reserved(0x00a8, 0x00af),
                row64(0x00b0, 0x00b7, "GICR_INVALLR",   ANY, (_, _) -> UNKNOWN, WI),
                reserved(0x00b8, 0x00bf),
                one(0x00c0, "GICR_SYNCR",      W32, (_, _) -> 1, WI),
                reserved(0x00c4, 0x00ff),
                implementationDefined(0x0100, 0x0107),
                reserved(0x0108, 0x010f),
                implementationDefined(0x0110, 0x0117),
                reserved(0x0118, 0xbfff),
                implementationDefined(0xc000, 0xffe7),
                one(0xffe8, "GICR_PIDR2",      W32, (_, _) -> PIDR2, WI),
                implementationDefined(0xffec, 0xffff)));
        rows.addAll(privateRank(gic, sgi));
        rows.addAll(List.of(
                one(sgi + 0x0d00, "GICR_IGRPMODR0",     W32, RAZ, WI),
                one(sgi + 0x0e00, "GICR_NSACR",         W32, RAZ, WI),
                reserved(sgi + 0x0e04, sgi + 0xbfff),
                implementationDefined(sgi + 0xc000, sgi + 0xffcf),
                reserved(sgi + 0xffd0, sgi + 0xffff)));
        // @formatter:on
        return rows;
    }

    /**
     * The rows of the distributor that describe every rank. Xen answers rank 0 here too, as the
     * accessor's own.
     */
    private static List<RegisterTable.Row> ranks(Gic gic, int at, String prefix, String logName) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        // @formatter:off
        return List.of(
                row(at + 0x080, at + 0x0ff, prefix + "_IGROUPR",    W32, RAZ, WI),
                row(at + 0x100, at + 0x17f, prefix + "_ISENABLER",  W32, ranks.bits(at + 0x100, irqs.enabled),
                        ranks.enable(at + 0x100)),
                row(at + 0x180, at + 0x1ff, prefix + "_ICENABLER",  W32, ranks.bits(at + 0x180, irqs.enabled),
                        ranks.disable(at + 0x180)),
                row(at + 0x200, at + 0x27f, prefix + "_ISPENDR",    W32, RAZ, ranks.setPending(at + 0x200)),
                row(at + 0x280, at + 0x2ff, prefix + "_ICPENDR",    W32, RAZ, clearPending(gic, at + 0x280)),
                row(at + 0x300, at + 0x37f, prefix + "_ISACTIVER",  W32, RAZ, NO_WRITE),
                row(at + 0x380, at + 0x3ff, prefix + "_ICACTIVER",  W32, RAZ, clearActive(gic, at + 0x380, logName)),
                row(at + 0x400, at + 0x7fb, prefix + "_IPRIORITYR", W8_32, ranks.priorities(at + 0x400),
                        ranks.priorities(at + 0x400, 0xff)),
                row(at + 0xc00, at + 0xc03, prefix + "_ICFGR0",     W32, ranks.configuration(at + 0xc00), WI),
                row(at + 0xc04, at + 0xcff, prefix + "_ICFGR",      W32, ranks.configuration(at + 0xc00),
                        ranks.configuration(at + 0xc00, -1)),
                row(at + 0xd00, at + 0xd7f, prefix + "_IGRPMODR",   W32, RAZ, WI));
        // @formatter:on
    }

    /** The same rows for the first rank only, in the SGI frame of a redistributor. */
    private static List<RegisterTable.Row> privateRank(Gic gic, int at) {
        RankRegisters ranks = new RankRegisters(gic);
        Interrupts irqs = gic.irqs;
        // @formatter:off
        return List.of(
                one(at + 0x080, "GICR_IGROUPR0",    W32, RAZ, WI),
                one(at + 0x100, "GICR_ISENABLER0",  W32, ranks.bits(at + 0x100, irqs.enabled), ranks.enable(at + 0x100)),
                one(at + 0x180, "GICR_ICENABLER0",  W32, ranks.bits(at + 0x180, irqs.enabled), ranks.disable(at + 0x180)),
                one(at + 0x200, "GICR_ISPENDR0",    W32, RAZ, ranks.setPending(at + 0x200)),
                one(at + 0x280, "GICR_ICPENDR0",    W32, RAZ, clearPending(gic, at + 0x280)),
                one(at + 0x300, "GICR_ISACTIVER0",  W32, RAZ, NO_WRITE),
                one(at + 0x380, "GICR_ICACTIVER0",  W32, RAZ, clearActive(gic, at + 0x380, "vGICR: SGI")),
                row(at + 0x400, at + 0x41f, "GICR_IPRIORITYR", W8_32, ranks.priorities(at + 0x400),
                        ranks.priorities(at + 0x400, 0xff)),
                one(at + 0xc00, "GICR_ICFGR0",      W32, ranks.configuration(at + 0xc00), WI),
                one(at + 0xc04, "GICR_ICFGR1",      W32, ranks.configuration(at + 0xc00),
                        ranks.configuration(at + 0xc00, -1)));
        // @formatter:on
    }

    /** Xen only warns about interrupts that are in flight. */
    static RegisterTable.Write clearPending(Gic gic, int base) {
        return (cpu, offset, value, mask) -> {
            int w = gic.irqs.rank(cpu, (offset - base) / 4);
            if (w < 0
                    || !(gic.irqs instanceof XenInterrupts xen)
                    || !gic.log.enabled(HypervisorLog.WARNING)) {
                return;
            }
            for (int m = (int) value & xen.inFlight(w); m != 0; m &= m - 1) {
                int intid = (offset - base) * 8 + Integer.numberOfTrailingZeros(m);
                gic.log.line(
                        HypervisorLog.WARNING,
                        "d1v%d trying to clear pending interrupt %d.".formatted(cpu, intid));
            }
        };
    }

    static RegisterTable.Write clearActive(Gic gic, int base, String logName) {
        return (cpu, offset, value, mask) -> {
            if (gic.log.enabled(HypervisorLog.ERROR)) {
                gic.log.line(
                        HypervisorLog.ERROR,
                        "d1v%d: %s: unhandled word write %s to ICACTIVER%d"
                                .formatted(
                                        cpu,
                                        logName,
                                        value == 0 ? "0" : "0x" + Long.toHexString(value),
                                        offset - base));
            }
        };
    }
}
