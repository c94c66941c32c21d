package trapline.vcpu;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import trapline.bus.Snapshottable;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.isa.CpuModel;
import trapline.isa.Feature;
import trapline.isa.SysReg;
import trapline.mmu.GuestFault;
import trapline.mmu.MemorySystem;
import trapline.mmu.Mmu;
import trapline.trap.RouteCache;
import trapline.trap.Routing;
import trapline.vcpu.fp.FpState;

/**
 * One virtual core's architectural state, and the exceptions that it takes at EL1. The machine's
 * thread owns it; nothing here is synchronised.
 */
public final class Vcpu implements Snapshottable {
    /** Index in {@link #x} of the current stack pointer. */
    public static final int SP = 31;

    /** Index of the constant zero. */
    public static final int ZERO = 32;

    /** Index where writes to ZR go. */
    public static final int SINK = 33;

    private static final int FETCH_SLOTS = 256;

    private static final int BARREN_LIMIT = 1000;

    public final int id;
    public final CpuModel model;

    /** X0 to X30, the current SP, the constant zero, the write sink. */
    public final long[] x = new long[34];

    /** V0 to V31, low half then high half. */
    public final long[] v = new long[64];

    public final FpState fp = new FpState();

    /**
     * Registers by {@code SysReg} index; those with a home of their own (PSTATE, SP, timers, GIC)
     * are elsewhere.
     */
    public final long[] sys = new long[SysReg.COUNT];

    public final Mmu mmu;

    /** Breakpoints, watchpoints and software step of the guest itself. */
    public final SelfDebug debug;

    public final CodeCache code;
    public final Exit exit = new Exit();
    public final RouteCache routes;
    public final Routing routing;

    /** Address of the instruction being executed, or to be executed next. */
    public long pc;

    /** PSTATE.NZCV in bits 31:28. */
    public int nzcv;

    /** PSTATE.DAIF in bits 9:6. */
    public int daif;

    /** PSTATE.EL: 0 or 1. */
    public int el = 1;

    /** PSTATE.SP. */
    public boolean spSel = true;

    /** PSTATE.IL, PAN, UAO, SS. */
    public boolean il;

    public boolean pan;
    public boolean uao;
    public boolean ss;

    /** Instructions retired by this vCPU. */
    public long retired;

    /** {@link #retired} at which the engine stops; lowered from outside to stop sooner. */
    public long limit;

    /** Local exclusive monitor: width in bytes, 0 when open. */
    public int exclusiveBytes;

    public long exclusiveAddress;

    /** Event register of WFE. */
    public boolean eventRegister;

    /** Wires from the interrupt controller. */
    public boolean irqLine;

    public boolean fiqLine;

    /** A virtual SError is pending (HCR_EL2.VSE). */
    public boolean vserror;

    /** FP and SIMD instructions run without a trap at the current EL. */
    public boolean fpEnabled;

    /** Encodings that no row covers, counted; the machine reports them. */
    public long unallocated;

    private final DecodedPage[] fetched = new DecodedPage[2 * FETCH_SLOTS];
    private final long[] fetchTag = new long[2 * FETCH_SLOTS];
    private int fetchWipes;
    private long barrenAt = -1;
    private int barren;
    private @Nullable Hypervisor hypervisor;
    private final @Nullable SysHooks[] hooks = new SysHooks[SysReg.COUNT];
    private SystemEvents events = SystemEvents.NONE;

    public Vcpu(int id, CpuModel model, MemorySystem memory, CodeCache code, Routing routing) {
        this.id = id;
        this.model = model;
        this.mmu = new Mmu(memory);
        this.code = code;
        this.routing = routing;
        this.routes = new RouteCache(routing);
        mmu.regime.paBits = model.physicalAddressBits();
        mmu.regime.hpds = model.has(Feature.FEAT_HPDS);
        debug = new SelfDebug(this);
        Arrays.fill(fetchTag, -1);
    }

    public void connect(Hypervisor h, SystemEvents e) {
        hypervisor = h;
        events = e;
    }

    /** Sends accesses of register {@code index} to {@code hook}. */
    public void hook(int index, SysHooks hook) {
        hooks[index] = hook;
    }

    @Nullable SysHooks hookOf(int index) {
        return hooks[index];
    }

    SystemEvents events() {
        return events;
    }

    // PSTATE

    /** PSTATE as SPSR_EL1 holds it (DDI 0487, C5.2, SPSR_EL1). */
    public long spsr() {
        return (nzcv & 0xf000_0000L)
                | (uao ? 1 << 23 : 0)
                | (pan ? 1 << 22 : 0)
                | (ss ? 1 << 21 : 0)
                | (il ? 1 << 20 : 0)
                | daif
                | (long) el << 2
                | (spSel && el != 0 ? 1 : 0);
    }

    /** Makes {@code e} the current exception level with its stack pointer. */
    public void setLevel(int e, boolean sp) {
        sys[stackOf(el, spSel)] = x[SP];
        el = e;
        spSel = sp;
        x[SP] = sys[stackOf(e, sp)];
        mmu.setLevel(e, pan);
        updateFp();
    }

    private static int stackOf(int level, boolean sp) {
        return level == 0 || !sp ? SysReg.SP_EL0 : SysReg.SP_EL1;
    }

    /** Reads SP_EL0 or SP_EL1, whichever of them is current included. */
    public long stack(int index) {
        return index == stackOf(el, spSel) ? x[SP] : sys[index];
    }

    /** Writes SP_EL0 or SP_EL1. */
    public void setStack(int index, long value) {
        if (index == stackOf(el, spSel)) {
            x[SP] = value;
        }
        sys[index] = value;
    }

    void setPan(boolean on) {
        pan = on;
        mmu.setLevel(el, on);
    }

    /** Sets all of PSTATE from an SPSR value that has been checked to be legal. */
    public void setPstate(long spsr) {
        nzcv = (int) spsr & 0xf000_0000;
        daif = (int) spsr & 0x3c0;
        il = (spsr >>> 20 & 1) != 0;
        ss = (spsr >>> 21 & 1) != 0;
        pan = (spsr >>> 22 & 1) != 0 && model.has(Feature.FEAT_PAN);
        uao = (spsr >>> 23 & 1) != 0 && model.has(Feature.FEAT_UAO);
        setLevel((int) spsr >>> 2 & 3, (spsr & 1) != 0);
    }

    /** CPACR_EL1, CPTR_EL2 or the exception level changed. */
    public void updateFp() {
        int fpen = (int) (sys[SysReg.CPACR_EL1] >>> 20) & 3;
        boolean el1 = fpen == 3 || (fpen == 1 && el == 1);
        fpEnabled = el1 && (sys[SysReg.CPTR_EL2] >>> 10 & 1) == 0;
    }

    /** SCTLR_EL1, TCR_EL1, MAIR_EL1, TTBR0_EL1 or TTBR1_EL1 changed: copies them to the MMU. */
    public void updateRegime() {
        mmu.regime.sctlr = sys[SysReg.SCTLR_EL1];
        mmu.regime.tcr = sys[SysReg.TCR_EL1];
        mmu.regime.mair = sys[SysReg.MAIR_EL1];
        mmu.regime.ttbr0 = sys[SysReg.TTBR0_EL1];
        mmu.regime.ttbr1 = sys[SysReg.TTBR1_EL1];
        mmu.regimeChanged();
    }

    // Exceptions at EL1

    /** Offsets of the exception types in a vector table quarter. */
    public static final int SYNCHRONOUS = 0;

    public static final int IRQ = 0x80;
    public static final int FIQ = 0x100;
    public static final int SERROR = 0x180;

    /** {@code AArch64.TakeException()} to EL1. */
    public void takeException(int type, long elr) {
        barren();
        long spsr = spsr();
        int quarter = el == 0 ? 0x400 : spSel ? 0x200 : 0;
        sys[SysReg.SPSR_EL1] = spsr;
        sys[SysReg.ELR_EL1] = elr;
        pc = branchAddress((sys[SysReg.VBAR_EL1] & ~0x7ffL) + quarter + type);
        daif = 0x3c0;
        il = false;
        ss = false;
        uao = false;
        if (model.has(Feature.FEAT_PAN) && (sys[SysReg.SCTLR_EL1] >>> 23 & 1) == 0) {
            pan = true;
        }
        setLevel(1, true);
    }

    /** Synchronous exception to EL1 with this syndrome. */
    public void takeSynchronous(long esr, long elr) {
        takeException(SYNCHRONOUS, elr);
        sys[SysReg.ESR_EL1] = esr;
    }

    /** Synchronous exception to EL1 with a fault address. */
    public void takeSynchronous(long esr, long elr, long far) {
        takeSynchronous(esr, elr);
        sys[SysReg.FAR_EL1] = far;
    }

    /** The instruction at pc is UNDEFINED: EC 0x00, IL 1. */
    public void takeUndefined() {
        takeSynchronous(0x0200_0000, pc);
    }

    /**
     * Throws a stack pointer alignment fault where SCTLR_EL1 asks for it; SP is known to be
     * misaligned.
     */
    void checkSpAlignment() {
        int enable = el == 0 ? 4 : 3;
        if ((sys[SysReg.SCTLR_EL1] >>> enable & 1) != 0) {
            mmu.faultStatus = SP_ALIGNMENT;
            mmu.faultStage2 = false;
            throw GuestFault.INSTANCE;
        }
    }

    /**
     * A value of {@code Mmu.faultStatus} outside the fault status codes: a misaligned stack
     * pointer.
     */
    static final int SP_ALIGNMENT = 0x100;

    /** LDTR*: EL0's permissions unless PSTATE.UAO. */
    long unprivilegedLoad(long va, int bytes) {
        if (uao) {
            return Atomics.load(this, va, Integer.numberOfTrailingZeros(bytes));
        }
        return mmu.loadUnprivileged(va, bytes);
    }

    /** STTR*: EL0's permissions unless PSTATE.UAO. */
    void unprivilegedStore(long va, int bytes, long value) {
        if (uao) {
            Atomics.store(this, va, Integer.numberOfTrailingZeros(bytes), value);
        } else {
            mmu.storeUnprivileged(va, bytes, value);
        }
    }

    /** {@code AArch64.BranchAddr()}: removes the tag of an address to branch to. */
    public long branchAddress(long target) {
        boolean high = (target >>> 55 & 1) != 0;
        if ((mmu.regime.tcr >>> (high ? 38 : 37) & 1) == 0) {
            return target;
        }
        return target << 8 >> 8;
    }

    /** A word that no row covers: UNDEFINED to the guest, counted and named in the recording. */
    void unallocated(int word) {
        unallocated++;
        events.unallocated(this, word);
        takeUndefined();
    }

    /** Hands the prepared {@link #exit} to EL2 and accounts for the instruction. */
    void trap() {
        Hypervisor h = hypervisor;
        if (h == null) {
            throw new IllegalStateException(
                    "trap without EL2: esr=0x" + Long.toHexString(exit.esr));
        }
        if (h.trap(this, exit)) {
            retired++;
        } else {
            barren();
        }
    }

    /**
     * An exception was taken or an instruction is to be retried, and nothing retired. A vCPU that
     * faults at its own vector does this for ever without a step forward in time; after {@value
     * #BARREN_LIMIT} in a row the machine is told.
     */
    private void barren() {
        if (barrenAt != retired) {
            barrenAt = retired;
            barren = 0;
        } else if (++barren == BARREN_LIMIT) {
            barren = 0;
            events.stuck(this);
        }
    }

    /** An interrupt is pending and not masked. */
    public boolean interruptible() {
        return (irqLine && (daif & 0x80) == 0)
                || (fiqLine && (daif & 0x40) == 0)
                || (vserror && (daif & 0x100) == 0);
    }

    /** Something pends that would end WFI, masked or not. */
    public boolean wakeable() {
        return irqLine || fiqLine || vserror;
    }

    /** Stops the engine before the next instruction. */
    public void stop() {
        limit = retired;
    }

    // Fetch

    /** The decoded page of {@link #pc}; throws {@link GuestFault}. */
    public DecodedPage fetchPage(long va) {
        if (mmu.wipes != fetchWipes) {
            fetchWipes = mmu.wipes;
            forgetFetches();
        }
        int k = (int) (va >>> 12) & FETCH_SLOTS - 1 | el << 8;
        long tag = va & -4096L | mmu.generation;
        DecodedPage p = fetched[k];
        if (fetchTag[k] == tag && p != null) {
            return p;
        }
        int frame = mmu.fetch(va);
        p = code.page(frame);
        fetched[k] = p;
        // The walk may have started watching a table, never changed the generation.
        fetchTag[k] = tag;
        return p;
    }

    /** Forgets fetched pages: after memory or state was replaced from outside. */
    public void forgetFetches() {
        Arrays.fill(fetchTag, -1);
    }

    // Snapshots

    @Override
    public void save(StateWriter w) {
        for (int k = 0; k <= 30; k++) {
            w.i64(x[k]);
        }
        w.i64(stack(SysReg.SP_EL0)).i64(stack(SysReg.SP_EL1)).i64(pc).i64(spsr());
        w.longs(v).i32(fp.fpcr).i32(fp.fpsr).i64(retired);
        w.i32(exclusiveBytes).i64(exclusiveAddress);
        w.bool(eventRegister).bool(irqLine).bool(fiqLine).bool(vserror).i64(unallocated);
        for (int k = 0; k < SysReg.REGISTERS; k++) {
            if (sys[k] != 0 && k != SysReg.SP_EL0 && k != SysReg.SP_EL1) {
                w.i32(k).i64(sys[k]);
            }
        }
        w.i32(-1);
    }

    @Override
    public void load(StateReader r) {
        for (int k = 0; k <= 30; k++) {
            x[k] = r.i64();
        }
        long sp0 = r.i64();
        long sp1 = r.i64();
        pc = r.i64();
        long spsr = r.i64();
        r.longs(v);
        fp.fpcr = r.i32();
        fp.fpsr = r.i32();
        retired = r.i64();
        limit = retired;
        barrenAt = -1;
        exclusiveBytes = r.i32();
        exclusiveAddress = r.i64();
        eventRegister = r.bool();
        irqLine = r.bool();
        fiqLine = r.bool();
        vserror = r.bool();
        unallocated = r.i64();
        Arrays.fill(sys, 0);
        for (int k = r.i32(); k >= 0; k = r.i32()) {
            sys[k] = r.i64();
        }
        setPstate(spsr);
        setStack(SysReg.SP_EL0, sp0);
        setStack(SysReg.SP_EL1, sp1);
        x[SP] = sys[stackOf(el, spSel)];
        routes.invalidate();
        updateRegime();
        updateFp();
        debug.changed();
        forgetFetches();
    }
}
