package trapline.mmu;

import trapline.bus.Native;
import trapline.bus.PhysMemory;

/**
 * The stage 1 translation table walk for the EL1&0 regime, Armv8.0 (DDI 0487, D8.2 and D8.3, {@code
 * AArch64.S1Walk}): 4, 16 and 64 KiB granules, both ranges, table, block, page and contiguous
 * entries. Results stand in fields, because a walk allocates nothing.
 */
public final class Walker {
    private final PhysMemory memory;
    private final Regime regime;
    private final TableWatch watch;

    /** Output address of the last successful walk. */
    public long pa;

    /** log2 of the size that the last walk's entry maps. */
    public int blockBits;

    /** Fault status code, or -1 when the walk succeeded. */
    public int fault;

    /**
     * Whether the fault is a stage 2 fault on a descriptor; then {@link #pa} is the descriptor's
     * address.
     */
    public boolean tableFault;

    /** EL0 may read, EL0 may write, EL1 may write, EL0 may execute, EL1 may execute. */
    public boolean userRead;

    public boolean userWrite;
    public boolean privWrite;
    public boolean userExec;
    public boolean privExec;

    /** Memory type is Device: unaligned accesses fault, speculative fetch does not happen. */
    public boolean device;

    /** MAIR attribute byte of the last walk. */
    public int attr;

    /** Shareability of the last walk, SH[1:0]. */
    public int shareability;

    /** Level of the entry that the walk ended at. */
    public int level;

    /** Told of each frame that a walk read a descriptor from. */
    public interface TableWatch {
        void tableRead(int frame);
    }

    public Walker(PhysMemory memory, Regime regime, TableWatch watch) {
        this.memory = memory;
        this.regime = regime;
        this.watch = watch;
    }

    /** Walks for {@code va}, whatever the access; permissions are the caller's to check. */
    public void walk(long va) {
        fault = -1;
        tableFault = false;
        if (!regime.on()) {
            flat(va);
            return;
        }
        long tcr = regime.tcr;
        boolean high = (va >>> 55 & 1) != 0;
        boolean tbi = (tcr >>> (high ? 38 : 37) & 1) != 0;
        int size = (int) (high ? tcr >>> 16 : tcr) & 0x3f;
        // Without FEAT_TTST the largest TxSZ is 39; without FEAT_LVA the smallest is 16. Outside,
        // the value is
        // CONSTRAINED UNPREDICTABLE; this model clamps.
        int inputBits = 64 - Math.min(39, Math.max(16, size));
        int topBit = tbi ? 55 : 63;
        long sign = va << (63 - topBit) >> (63 - topBit + inputBits);
        if (sign != (high ? -1 : 0) || (tcr >>> (high ? 23 : 7) & 1) != 0) {
            fault = Dfsc.TRANSLATION;
            return;
        }
        int granule = granuleBits(tcr, high);
        int stride = granule - 3;
        int lv = 4 - (inputBits - granule + stride - 1) / stride;
        long base = high ? regime.ttbr1 : regime.ttbr0;
        int tableBits = inputBits - granule - stride * (3 - lv);
        int alignBits = Math.max(tableBits + 3, 4);
        long table = base & 0xffff_ffff_fffeL & -(1L << alignBits);
        if (tooWide(base & 0xffff_ffff_fffeL)) {
            fault = Dfsc.ADDRESS_SIZE;
            return;
        }
        descend(va, inputBits, granule, lv, table);
    }

    /**
     * Stage 1 off: flat map, Device-nGnRnE for data, everything allowed (DDI 0487, D8.2, "stage 1
     * disabled").
     */
    private void flat(long va) {
        boolean high = (va >>> 55 & 1) != 0;
        boolean tbi = (regime.tcr >>> (high ? 38 : 37) & 1) != 0;
        long address = tbi ? va << 8 >> 8 : va;
        if ((address >>> regime.paBits) != 0) {
            fault = Dfsc.ADDRESS_SIZE;
            return;
        }
        pa = address;
        blockBits = 12;
        level = 0;
        userRead = userWrite = privWrite = userExec = privExec = true;
        device = true;
        attr = 0;
        shareability = 2;
    }

    private static int granuleBits(long tcr, boolean high) {
        if (high) {
            return switch ((int) (tcr >>> 30) & 3) {
                case 1 -> 14;
                case 3 -> 16;
                default -> 12;
            };
        }
        return switch ((int) (tcr >>> 14) & 3) {
            case 1 -> 16;
            case 2 -> 14;
            default -> 12;
        };
    }

    private boolean tooWide(long address) {
        int ips =
                switch ((int) (regime.tcr >>> 32) & 7) {
                    case 0 -> 32;
                    case 1 -> 36;
                    case 2 -> 40;
                    case 3 -> 42;
                    case 4 -> 44;
                    default -> 48;
                };
        return (address >>> Math.min(ips, regime.paBits)) != 0;
    }

    private void descend(long va, int inputBits, int granule, int startLevel, long startTable) {
        int stride = granule - 3;
        long table = startTable;
        boolean apUserNone = false;
        boolean apReadOnly = false;
        boolean uxnTable = false;
        boolean pxnTable = false;
        boolean high = (va >>> 55 & 1) != 0;
        boolean hpd = regime.hpds && (regime.tcr >>> (high ? 42 : 41) & 1) != 0;
        int lv = startLevel;
        int top = inputBits;
        while (true) {
            int shift = granule + stride * (3 - lv);
            long index = (va & ((1L << top) - 1)) >>> shift;
            long at = table + (index << 3);
            level = lv;
            int frame = memory.frameOf(at);
            if (frame < 0) {
                fault = Dfsc.TRANSLATION + lv;
                tableFault = true;
                pa = at;
                return;
            }
            watch.tableRead(frame);
            long d = Native.getLong(memory.host(frame) + (at & 0xfff));
            if (regime.bigEndian(1)) {
                d = Long.reverseBytes(d);
            }
            boolean blockAllowed = lv == 2 || (lv == 1 && granule == 12);
            if ((d & 1) == 0 || ((d & 2) == 0 && !blockAllowed)) {
                fault = Dfsc.TRANSLATION + lv;
                return;
            }
            if ((d & 2) != 0 && lv < 3) {
                table = d & 0xffff_ffff_f000L & -(1L << granule);
                if (tooWide(table)) {
                    fault = Dfsc.ADDRESS_SIZE + lv;
                    return;
                }
                if (!hpd) {
                    apUserNone |= (d >>> 61 & 1) != 0;
                    apReadOnly |= (d >>> 62 & 1) != 0;
                    uxnTable |= (d >>> 60 & 1) != 0;
                    pxnTable |= (d >>> 59 & 1) != 0;
                }
                top = shift;
                lv++;
                continue;
            }
            long mask = (1L << shift) - 1;
            long out = d & 0xffff_ffff_f000L & ~mask;
            if (tooWide(out)) {
                fault = Dfsc.ADDRESS_SIZE + lv;
                return;
            }
            if ((d >>> 10 & 1) == 0) {
                fault = Dfsc.ACCESS_FLAG + lv;
                return;
            }
            pa = out | (va & mask);
            blockBits = shift;
            boolean user = (d >>> 6 & 1) != 0 && !apUserNone;
            boolean writable = (d >>> 7 & 1) == 0 && !apReadOnly;
            permissions(
                    user,
                    writable,
                    (d >>> 54 & 1) != 0 || uxnTable,
                    (d >>> 53 & 1) != 0 || pxnTable);
            attr = (int) (regime.mair >>> ((d >>> 2 & 7) * 8)) & 0xff;
            device = (attr & 0xf0) == 0;
            shareability = (int) (d >>> 8) & 3;
            return;
        }
    }

    private void permissions(boolean user, boolean writable, boolean uxn, boolean pxn) {
        userRead = user;
        userWrite = user && writable;
        privWrite = writable;
        boolean wxn = (regime.sctlr >>> 19 & 1) != 0;
        userExec = !uxn && !(wxn && userWrite);
        // A page that EL0 may write is never executable at EL1 (DDI 0487, D8.4, "PXN").
        privExec = !pxn && !userWrite && !(wxn && privWrite);
    }
}
