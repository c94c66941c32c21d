package trapline.mmu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.bus.Native;
import trapline.bus.PhysMemory;

/**
 * One vCPU's path to memory: a direct-mapped software TLB in native memory before the walker.
 *
 * <p>An entry is four longs: read tag, write tag, addend (host address minus virtual address),
 * frame number. A tag is the virtual page with the current <em>generation</em> in its low 12 bits,
 * so that changing context or dropping everything is one addition. The comparison folds the
 * page-crossing test in: {@code ((va + bytes - 1) & ~0xfff | generation)}. Watched pages have no
 * write tag: stores to them go the slow way. Pages on which every access must be aligned (Device
 * memory, everything while stage 1 is off) have their entries in strict banks, asked before a walk
 * and for aligned accesses only.
 *
 * <p>Memory that an exception level sees big-endian (SCTLR_EL1.EE, E0E) has no entries at all: each
 * access walks, and its bytes are reversed on that one path. LDTR and STTR at EL1 have EL0's
 * permissions and EL1's byte order, so entries of EL0 need both to be little-endian.
 */
public final class Mmu {
    /** log2 of the entries in a bank. */
    public static final int TLB_BITS = 10;

    /** Bytes of one bank: EL0, EL1, EL1 with PSTATE.PAN. */
    public static final int BANK_BYTES = 32 << TLB_BITS;

    /** Masks {@code va >>> 7} to the byte offset of an entry in its bank. */
    public static final int ENTRY_MASK = ((1 << TLB_BITS) - 1) << 5;

    private static final int BANKS = 6;

    /** From a bank to its strict companion: pages on which only aligned accesses are allowed. */
    public static final long STRICT = 3L * BANK_BYTES;

    private static final int LAST_GENERATION = 4094;
    private static final int CONTEXTS = 64;
    private static final long PAGE = -4096L;

    /** Host address of the banks. */
    public final long tlb;

    /**
     * Registers of the translation regime; call {@link #contextChanged} or {@link #regimeChanged}
     * after a change.
     */
    public final Regime regime = new Regime();

    /** Host address of the bank for the current EL and PAN. */
    public long bank;

    /** Current generation, 0 to {@link #LAST_GENERATION}. */
    public long generation = 1;

    private final MemorySystem system;
    private final PhysMemory memory;
    private final Walker walker;
    private final long[] context0 = new long[CONTEXTS];
    private final long[] context1 = new long[CONTEXTS];
    private final int[] contextGeneration = new int[CONTEXTS];
    private int lastGeneration = 1;

    /**
     * Entries that got a write tag since everything was dropped; beyond the array's length they are
     * only counted.
     */
    private final long[] openEntries = new long[512];

    private int openCount;
    private int level = 1;
    private boolean pan;

    /** The fault that {@link GuestFault} reports: virtual address. */
    public long faultVa;

    /** Fault status code, {@link Dfsc}. */
    public int faultStatus;

    /** True for a stage 2 fault (to EL2), false for stage 1 (to EL1). */
    public boolean faultStage2;

    /** Stage 2 fault: intermediate physical address, page offset included. */
    public long faultIpa;

    /** Stage 2 fault on a stage 1 descriptor. */
    public boolean faultOnWalk;

    /** The access was a store. */
    public boolean faultWrite;

    /** Width of the faulting access in bytes. */
    public int faultBytes;

    /** Value of a faulting store. */
    public long faultValue;

    /** The fault came from cache maintenance: ISS.CM. */
    public boolean faultMaintenance;

    /** Accesses are cache maintenance while this is set; faults then say so. */
    public boolean maintenance;

    private @Nullable Watch watch;

    /** Times that generations began anew: an older tag with an equal generation means nothing. */
    public int wipes;

    /** Counts walks, for profiles; not guest state. */
    public long walks;

    /** What {@link Watch#hit} answers when nobody minds: not an address of an access. */
    public static final long NO_HIT = -1;

    /** A value of {@link #faultStatus} outside the fault status codes: {@link Watch} said so. */
    public static final int WATCHED = 0x101;

    /** Asked about every data access that translates, before it happens. */
    @FunctionalInterface
    public interface Watch {
        /**
         * @param el the exception level whose permissions the access has
         * @return the lowest address that must not be accessed, or {@link #NO_HIT}
         */
        long hit(long va, int bytes, boolean write, int el);
    }

    public Mmu(MemorySystem system) {
        this.system = system;
        this.memory = system.memory;
        this.walker = new Walker(memory, regime, system::watchTable);
        this.tlb = Native.allocateZeroed((long) BANK_BYTES * BANKS);
        wipe();
        system.add(this);
        setLevel(1, false);
    }

    private void wipe() {
        wipes++;
        Native.fill(tlb, (long) BANK_BYTES * BANKS, (byte) 0xff);
    }

    /** Selects the bank for an exception level and PSTATE.PAN. */
    public void setLevel(int el, boolean panOn) {
        level = el;
        pan = panOn;
        bank = tlb + (el == 0 ? 0 : panOn ? 2L * BANK_BYTES : BANK_BYTES);
    }

    /** TTBR0_EL1 or TTBR1_EL1 was written: cached translations of the same pair stay good. */
    public void contextChanged() {
        long a = regime.ttbr0;
        long b = regime.ttbr1;
        int slot = (int) (((a ^ Long.rotateLeft(b, 7)) * 0x9E37_79B9_7F4A_7C15L) >>> 58);
        if (contextGeneration[slot] == 0 || context0[slot] != a || context1[slot] != b) {
            int g = nextGeneration();
            context0[slot] = a;
            context1[slot] = b;
            contextGeneration[slot] = g;
        }
        generation = contextGeneration[slot];
    }

    /** SCTLR_EL1, TCR_EL1 or MAIR_EL1 was written. */
    public void regimeChanged() {
        dropAll();
    }

    /** Asks {@code w} about every access from now on; null asks nobody. */
    public void watch(@Nullable Watch w) {
        if (watch != w) {
            watch = w;
            dropAll();
        }
    }

    private void ask(long va, int bytes, boolean write, int el) {
        Watch w = watch;
        long at = w == null ? NO_HIT : w.hit(va, bytes, write, el);
        if (at != NO_HIT) {
            throw stage1(at, WATCHED, write, bytes);
        }
    }

    void dropAll() {
        openCount = 0;
        Arrays.fill(contextGeneration, 0);
        contextChanged();
    }

    private int nextGeneration() {
        if (lastGeneration == LAST_GENERATION) {
            lastGeneration = 0;
            wipe();
            Arrays.fill(contextGeneration, 0);
        }
        return ++lastGeneration;
    }

    private void opened(long entry) {
        if (openCount < openEntries.length) {
            openEntries[openCount] = entry;
        }
        openCount++;
    }

    /** Takes the write tags of a frame away. */
    void closeWrites(int frame) {
        if (openCount <= openEntries.length) {
            for (int k = 0; k < openCount; k++) {
                if (Native.getLong(openEntries[k] + 24) == frame) {
                    Native.putLong(openEntries[k] + 8, -1);
                }
            }
            return;
        }
        long end = tlb + (long) BANK_BYTES * BANKS;
        for (long e = tlb; e < end; e += 32) {
            if (Native.getLong(e + 24) == frame) {
                Native.putLong(e + 8, -1);
            }
        }
    }

    /** Data accesses of the current exception level are big-endian. */
    public boolean bigEndian() {
        return regime.bigEndian(level);
    }

    /** The lowest {@code bytes} bytes of a value in the other order, zero-extended. */
    public static long reversed(long value, int bytes) {
        return Long.reverseBytes(value) >>> 64 - 8 * bytes;
    }

    // Loads and stores: zero-extended values; each throws GuestFault with the fields above set.

    public long load8(long va) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va & PAGE | generation) == Native.getLong(e)) {
            return Native.getByte(va + Native.getLong(e + 16)) & 0xffL;
        }
        return slowLoad(va, 1, level);
    }

    public long load16(long va) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 1 & PAGE | generation) == Native.getLong(e)) {
            return Native.getShort(va + Native.getLong(e + 16)) & 0xffffL;
        }
        return slowLoad(va, 2, level);
    }

    public long load32(long va) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 3 & PAGE | generation) == Native.getLong(e)) {
            return Native.getInt(va + Native.getLong(e + 16)) & 0xffff_ffffL;
        }
        return slowLoad(va, 4, level);
    }

    public long load64(long va) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 7 & PAGE | generation) == Native.getLong(e)) {
            return Native.getLong(va + Native.getLong(e + 16));
        }
        return slowLoad(va, 8, level);
    }

    public void store8(long va, long value) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va & PAGE | generation) == Native.getLong(e + 8)) {
            Native.putByte(va + Native.getLong(e + 16), (byte) value);
            return;
        }
        slowStore(va, 1, value, level);
    }

    public void store16(long va, long value) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 1 & PAGE | generation) == Native.getLong(e + 8)) {
            Native.putShort(va + Native.getLong(e + 16), (short) value);
            return;
        }
        slowStore(va, 2, value, level);
    }

    public void store32(long va, long value) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 3 & PAGE | generation) == Native.getLong(e + 8)) {
            Native.putInt(va + Native.getLong(e + 16), (int) value);
            return;
        }
        slowStore(va, 4, value, level);
    }

    public void store64(long va, long value) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 7 & PAGE | generation) == Native.getLong(e + 8)) {
            Native.putLong(va + Native.getLong(e + 16), value);
            return;
        }
        slowStore(va, 8, value, level);
    }

    /** Load with EL0's permissions (LDTR*), whatever the current level. */
    public long loadUnprivileged(long va, int bytes) {
        long e = tlb + (va >>> 7 & ENTRY_MASK);
        if ((va + bytes - 1 & PAGE | generation) == Native.getLong(e)) {
            return load(va + Native.getLong(e + 16), bytes);
        }
        return slowLoad(va, bytes, 0);
    }

    /** Store with EL0's permissions (STTR*). */
    public void storeUnprivileged(long va, int bytes, long value) {
        long e = tlb + (va >>> 7 & ENTRY_MASK);
        if ((va + bytes - 1 & PAGE | generation) == Native.getLong(e + 8)) {
            store(va + Native.getLong(e + 16), bytes, value);
            return;
        }
        slowStore(va, bytes, value, 0);
    }

    /** Two stores that both happen or neither: STP. */
    public void storePair32(long va, long a, long b) {
        storePair64Or32(va, a, b, 4);
    }

    /** Two stores that both happen or neither: STP. */
    public void storePair64(long va, long a, long b) {
        long e = bank + (va >>> 7 & ENTRY_MASK);
        if ((va + 15 & PAGE | generation) == Native.getLong(e + 8)) {
            long host = va + Native.getLong(e + 16);
            Native.putLong(host, a);
            Native.putLong(host + 8, b);
            return;
        }
        storePair64Or32(va, a, b, 8);
    }

    private void storePair64Or32(long va, long a, long b, int bytes) {
        if (crosses(va, 2 * bytes)) {
            probeStore(va, bytes);
            probeStore(va + bytes, bytes);
        }
        if (bytes == 4) {
            store32(va, a);
            store32(va + 4, b);
        } else {
            store64(va, a);
            store64(va + 8, b);
        }
    }

    /**
     * Faults now if a load of {@code bytes} bytes (at most a page) would: for instructions that
     * make several accesses, so that none of them happens when one of them cannot.
     */
    public void probeLoad(long va, int bytes) {
        probe(va, bytes, false);
    }

    /** As {@link #probeLoad} for a store. */
    public void probeStore(long va, int bytes) {
        probe(va, bytes, true);
    }

    private void probe(long va, int bytes, boolean write) {
        if (crosses(va, bytes)) {
            resolveOrThrow(va, 1, write, level);
            resolveOrThrow((va + bytes - 1) & PAGE, 1, write, level);
        } else {
            resolveOrThrow(va, 1, write, level);
        }
    }

    /**
     * Faults where an access of {@code bytes} bytes must be aligned as a whole, although it is
     * about to be made in parts: 16-byte loads and stores of SIMD registers. To be asked about
     * unaligned addresses only.
     */
    public void requireAligned(long va, int bytes, boolean write) {
        long e = bank + (va >>> 7 & ENTRY_MASK) + (write ? 8 : 0);
        if ((va + bytes - 1 & PAGE | generation) == Native.getLong(e)) {
            return; // not in a strict bank
        }
        resolveOrThrow(va, bytes, write, level);
        if (crosses(va, bytes)) {
            resolveSecond((va | 0xfff) + 1, bytes, write, level);
        }
    }

    /**
     * Faults where DC ZVA on this address would: Device memory refuses it whatever its alignment.
     */
    public void probeZero(long va, int bytes) {
        long host = resolve(va, 1, true, level);
        if (walker.device) {
            throw stage1(va, Dfsc.ALIGNMENT, true, bytes);
        }
        if (host == 0) {
            throw GuestFault.INSTANCE;
        }
        ask(va & -(long) bytes, bytes, true, level);
    }

    private static boolean crosses(long va, int bytes) {
        return ((va ^ va + bytes - 1) & PAGE) != 0;
    }

    /**
     * Translates one data access that does not cross a page and fills the TLB.
     *
     * @return host address, or 0 when the address is mapped by stage 1 but is not memory: then
     *     {@link #faultIpa} is set and the stage 2 fault has been prepared but not thrown
     */
    private long resolve(long va, int bytes, boolean write, int el) {
        if ((regime.sctlr & 2) != 0 && (va & bytes - 1) != 0) {
            throw stage1(
                    va,
                    Dfsc.ALIGNMENT,
                    write,
                    bytes); // SCTLR_EL1.A asks before anything is translated
        }
        walks++;
        walker.walk(va);
        if (walker.fault >= 0) {
            if (walker.tableFault) {
                throw stage2(va, walker.pa, write, bytes, true);
            }
            throw stage1(va, walker.fault, write, bytes);
        }
        boolean allowed =
                el == 0
                        ? (write ? walker.userWrite : walker.userRead)
                        : (!write || walker.privWrite) && !(pan && walker.userRead && !maintenance);
        if (!allowed) {
            throw stage1(va, Dfsc.PERMISSION + walker.level, write, bytes);
        }
        if (walker.device && (va & bytes - 1) != 0) {
            throw stage1(va, Dfsc.ALIGNMENT, write, bytes);
        }
        long pa = walker.pa;
        int frame = memory.frameOf(pa);
        if (frame < 0) {
            prepareStage2(va, pa, write, bytes, false);
            return 0;
        }
        long host = memory.host(frame) + (pa & 0xfff);
        int flags = memory.flags(frame);
        if (write && (flags & PhysMemory.READ_ONLY) != 0) {
            prepareStage2(va, pa, true, bytes, false);
            faultStatus = Dfsc.PERMISSION + 3;
            return 0;
        }
        fill(va, host, frame, flags, write, el);
        return host;
    }

    /** Every access must be aligned: Device memory, or SCTLR_EL1.A. */
    private boolean aligned() {
        return walker.device || (regime.sctlr & 2) != 0;
    }

    private void fill(long va, long host, int frame, int flags, boolean write, int el) {
        if (watch != null || regime.bigEndian(1) || el == 0 && regime.bigEndian(0)) {
            return;
        }
        boolean panBank = el == 1 && pan;
        long e = bankOf(el) + (aligned() ? STRICT : 0) + (va >>> 7 & ENTRY_MASK);
        long tag = va & PAGE | generation;
        boolean readable = el == 0 ? walker.userRead : !(panBank && walker.userRead);
        boolean writable =
                el == 0 ? walker.userWrite : walker.privWrite && !(panBank && walker.userRead);
        Native.putLong(e, readable ? tag : -1);
        if (writable
                && (write || (flags & PhysMemory.DIRTY) != 0)
                && (flags & (PhysMemory.CODE | PhysMemory.TABLE | PhysMemory.READ_ONLY)) == 0) {
            if ((flags & (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY))
                    != (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY)) {
                if (!write) {
                    Native.putLong(e + 8, -1);
                } else {
                    memory.set(frame, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
                    system.markOpen(frame);
                    opened(e);
                    Native.putLong(e + 8, tag);
                }
            } else {
                system.markOpen(frame);
                opened(e);
                Native.putLong(e + 8, tag);
            }
        } else {
            Native.putLong(e + 8, -1);
        }
        Native.putLong(e + 16, host - va);
        Native.putLong(e + 24, frame);
    }

    private long bankOf(int el) {
        return tlb + (el == 0 ? 0 : pan ? 2L * BANK_BYTES : BANK_BYTES);
    }

    private long slowLoad(long va, int bytes, int el) {
        long v = littleLoad(va, bytes, el);
        return bigEndian() ? reversed(v, bytes) : v;
    }

    private long littleLoad(long va, int bytes, int el) {
        if ((va & bytes - 1) == 0) {
            long e = bankOf(el) + STRICT + (va >>> 7 & ENTRY_MASK);
            if ((va & PAGE | generation) == Native.getLong(e)) {
                return load(va + Native.getLong(e + 16), bytes);
            }
        }
        if (crosses(va, bytes)) {
            int first = (int) (4096 - (va & 0xfff));
            long low = resolveOrThrow(va, bytes, false, el);
            long high = resolveSecond(va + first, bytes, false, el);
            ask(va, bytes, false, el);
            long v = 0;
            for (int i = 0; i < first; i++) {
                v |= (Native.getByte(low + i) & 0xffL) << (8 * i);
            }
            for (int i = first; i < bytes; i++) {
                v |= (Native.getByte(high + i - first) & 0xffL) << (8 * i);
            }
            return v;
        }
        long host = resolveOrThrow(va, bytes, false, el);
        ask(va, bytes, false, el);
        return load(host, bytes);
    }

    private static long load(long host, int bytes) {
        return switch (bytes) {
            case 1 -> Native.getByte(host) & 0xffL;
            case 2 -> Native.getShort(host) & 0xffffL;
            case 4 -> Native.getInt(host) & 0xffff_ffffL;
            default -> Native.getLong(host);
        };
    }

    private static void store(long host, int bytes, long value) {
        switch (bytes) {
            case 1 -> Native.putByte(host, (byte) value);
            case 2 -> Native.putShort(host, (short) value);
            case 4 -> Native.putInt(host, (int) value);
            default -> Native.putLong(host, value);
        }
    }

    private long resolveOrThrow(long va, int bytes, boolean write, int el) {
        long host = resolve(va, bytes, write, el);
        if (host == 0) {
            throw GuestFault.INSTANCE;
        }
        return host;
    }

    /**
     * The second page of an access that crosses into it: unaligned, so that Device memory refuses
     * it.
     */
    private long resolveSecond(long va, int bytes, boolean write, int el) {
        long host = resolve(va, 1, write, el);
        if (walker.device) {
            throw stage1(va, Dfsc.ALIGNMENT, write, bytes);
        }
        if (host == 0) {
            throw GuestFault.INSTANCE;
        }
        return host;
    }

    private void slowStore(long va, int bytes, long value, int el) {
        faultValue = value;
        littleStore(va, bytes, bigEndian() ? reversed(value, bytes) : value, el);
    }

    private void littleStore(long va, int bytes, long value, int el) {
        if ((va & bytes - 1) == 0) {
            long e = bankOf(el) + STRICT + (va >>> 7 & ENTRY_MASK);
            if ((va & PAGE | generation) == Native.getLong(e + 8)) {
                store(va + Native.getLong(e + 16), bytes, value);
                return;
            }
        }
        if (crosses(va, bytes)) {
            int first = (int) (4096 - (va & 0xfff));
            long low = resolveOrThrow(va, bytes, true, el);
            int lowFrame = memory.frameOf(walker.pa);
            long high = resolveSecond(va + first, bytes, true, el);
            ask(va, bytes, true, el);
            // No walk may come between this and the stores: it would cache what they are about to
            // change.
            touch(memory.frameOf(walker.pa), 0, bytes - first, high, -1);
            touch(lowFrame, (int) va & 0xfff, first, low, -1);
            for (int i = 0; i < first; i++) {
                Native.putByte(low + i, (byte) (value >>> (8 * i)));
            }
            for (int i = first; i < bytes; i++) {
                Native.putByte(high + i - first, (byte) (value >>> (8 * i)));
            }
            return;
        }
        long host = resolve(va, bytes, true, el);
        if (host == 0) {
            throw GuestFault.INSTANCE;
        }
        ask(va, bytes, true, el);
        int frame = memory.frameOf(walker.pa);
        touch(frame, (int) (walker.pa & 0xfff), bytes, host, bytes == 8 ? value : -1);
        store(host, bytes, value);
    }

    /**
     * Tells whoever watches this frame that {@code bytes} bytes at {@code offset} are about to
     * change.
     */
    private void touch(int frame, int offset, int bytes, long host, long newValue) {
        int flags = memory.flags(frame);
        if ((flags & PhysMemory.CODE) != 0) {
            system.listener().codeWrite(frame, offset, bytes);
        }
        if ((flags & PhysMemory.TABLE) != 0 && descriptorLost(host, bytes, newValue)) {
            system.flushAll();
        }
        if ((flags & (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY))
                != (PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY)) {
            memory.set(frame, PhysMemory.DIRTY | PhysMemory.SNAPSHOT_DIRTY);
        }
    }

    /**
     * A descriptor that was invalid is cached nowhere: only a change of a valid one matters. Bit 0
     * of either byte order counts, as the vCPU that walks need not be the one that stores.
     */
    private static boolean descriptorLost(long host, int bytes, long newValue) {
        if (bytes != 8 || (host & 7) != 0) {
            return true;
        }
        long old = Native.getLong(host);
        return ((old | old >>> 56) & 1) != 0 && old != newValue;
    }

    /**
     * Translates an instruction fetch.
     *
     * @return the frame that holds the instruction at {@code va}; its offset is the address's
     */
    public int fetch(long va) {
        walks++;
        walker.walk(va);
        if (walker.fault >= 0) {
            if (walker.tableFault) {
                throw stage2(va, walker.pa, false, 4, true);
            }
            throw stage1(va, walker.fault, false, 4);
        }
        if (!(level == 0 ? walker.userExec : walker.privExec)) {
            throw stage1(va, Dfsc.PERMISSION + walker.level, false, 4);
        }
        int frame = memory.frameOf(walker.pa);
        if (frame < 0) {
            throw stage2(va, walker.pa, false, 4, false);
        }
        return frame;
    }

    /**
     * An alignment fault that the instruction itself demands (exclusives, acquire and release, DC
     * ZVA to Device).
     */
    public GuestFault alignment(long va, boolean write, int bytes) {
        return stage1(va, Dfsc.ALIGNMENT, write, bytes);
    }

    private GuestFault stage1(long va, int status, boolean write, int bytes) {
        faultVa = va;
        faultStatus = status;
        faultStage2 = false;
        faultOnWalk = false;
        faultIpa = 0;
        faultMaintenance = maintenance;
        faultWrite = write;
        faultBytes = bytes;
        return GuestFault.INSTANCE;
    }

    private GuestFault stage2(long va, long ipa, boolean write, int bytes, boolean onWalk) {
        prepareStage2(va, ipa, write, bytes, onWalk);
        return GuestFault.INSTANCE;
    }

    private void prepareStage2(long va, long ipa, boolean write, int bytes, boolean onWalk) {
        faultVa = va;
        faultStatus = system.stage2.faultStatus(ipa);
        faultStage2 = true;
        faultOnWalk = onWalk;
        faultIpa = ipa;
        faultMaintenance = maintenance;
        faultWrite = write;
        faultBytes = bytes;
    }

    /**
     * Physical address of a data access that must be memory, for exclusives: the granule that a
     * monitor watches.
     *
     * @return guest-physical address, or -1 when it is not memory
     */
    public long physical(long va, boolean write) {
        long host = resolve(va, 1, write, level);
        return host == 0 ? -1 : walker.pa;
    }

    /** Faults where a one-byte load, or store, at this address would. */
    public void touch(long va, boolean write) {
        resolveOrThrow(va, 1, write, level);
    }

    /**
     * The last walk of {@link #walkFor} met a descriptor that stage 2 does not map: AT's way to
     * EL2.
     */
    public GuestFault walkFault(long va) {
        GuestFault f = stage2(va, walker.pa, true, 1, true);
        faultMaintenance = true;
        return f;
    }

    /** The walker, for AT instructions: walk, then read its fields. */
    public Walker walkFor(long va) {
        walker.walk(va);
        return walker;
    }

    /** The memory system shared by all vCPUs. */
    public MemorySystem system() {
        return system;
    }
}
