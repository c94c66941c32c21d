package trapline.jit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import trapline.bus.Native;
import trapline.bus.PhysMemory;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.mmu.MemorySystem;
import trapline.mmu.Stage2;
import trapline.mmu.Tables;
import trapline.trap.Implementation;
import trapline.trap.Routing;
import trapline.vcpu.Asm;
import trapline.vcpu.CodeCache;
import trapline.vcpu.Interpreter;
import trapline.vcpu.SystemEvents;
import trapline.vcpu.Vcpu;

/**
 * A vCPU with a little memory under one engine, and a trace of its state at every stop: two rigs
 * given the same program and the same stops must have equal traces.
 */
final class Rig {
    static final long RAM = 0x4000_0000L;
    static final long SIZE = 16 << 20;

    /** Exception vectors: each ends in a branch to itself unless a test puts code there. */
    static final long VECTORS = RAM + 0x1_0000;

    static final long CODE = RAM + 0x2_0000;

    /** Data, read-write, two pages; the one after it is not mapped. */
    static final long DATA = RAM + 0x3_0000;

    static final long HOLE = DATA + 0x2000;

    private static final long POOL = RAM + (SIZE >> 1);
    private static final int SPIN = 0x1400_0000;

    final PhysMemory memory = new PhysMemory();
    final MemorySystem system;
    final CodeCache code;
    final Vcpu c;
    final JitEngine jit;
    final boolean translated;
    final List<Long> trace = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Tables tables;

    private Rig(boolean translated, int mostRegions) {
        this.translated = translated;
        memory.add("ram", RAM, SIZE, false);
        system = new MemorySystem(memory, new Stage2(memory, 44, 0), (_, _, _) -> {});
        CpuModel model = CpuModel.CORTEX_A57;
        code = new CodeCache(system, A64Decoder.of(model));
        Implementation implementation =
                new Implementation(
                        model::has,
                        model.breakpoints(),
                        model.watchpoints(),
                        model.eventCounters(),
                        5);
        c = new Vcpu(0, model, system, code, new Routing(implementation));
        c.connect(
                (cpu, _) -> {
                    cpu.pc += 4;
                    return true;
                },
                new Events());
        jit =
                new JitEngine(
                        code,
                        new Vcpu[] {c},
                        new JitEngine.Options(0, 100, 200, mostRegions, false));
        c.sys[SysReg.VBAR_EL1] = VECTORS;
        c.sys[SysReg.SCTLR_EL1] = 0x30d0_0800L & ~(1L << 25);
        c.sys[SysReg.CPACR_EL1] = 3 << 20;
        c.daif = 0x3c0;
        c.pc = CODE;
        for (int at = 0; at < 0x800; at += 4) {
            put(VECTORS + at, SPIN);
        }
        c.updateRegime();
        c.updateFp();
    }

    /**
     * The same rig twice: on the interpreter, and on the translator with everything translated at
     * once.
     */
    static Rig[] pair(Consumer<Rig> setUp) {
        return pair(20_000, setUp);
    }

    /** As {@link #pair(Consumer)} with a cap on the regions that exist. */
    static Rig[] pair(int mostRegions, Consumer<Rig> setUp) {
        Rig[] rigs = {new Rig(false, mostRegions), new Rig(true, mostRegions)};
        for (Rig r : rigs) {
            setUp.accept(r);
        }
        return rigs;
    }

    /** Stage 1 on: 4 KiB pages, 39 bits, the areas above at their own addresses. */
    Rig map() {
        tables = new Tables(memory, 12, 39, POOL);
        tables.map(VECTORS, VECTORS, 3, Tables.AF);
        for (int page = 0; page < 4; page++) {
            tables.map(CODE + 0x1000L * page, CODE + 0x1000L * page, 3, Tables.AF);
        }
        tables.map(DATA, DATA, 3, Tables.AF);
        tables.map(DATA + 0x1000, DATA + 0x1000, 3, Tables.AF);
        c.sys[SysReg.TTBR0_EL1] = tables.root;
        c.sys[SysReg.TCR_EL1] = 25 | 1 << 23 | 4L << 32;
        c.sys[SysReg.MAIR_EL1] = Tables.MAIR;
        c.sys[SysReg.SCTLR_EL1] |= 1;
        c.updateRegime();
        return this;
    }

    /** Makes the handler of synchronous exceptions from EL1 skip the instruction; it needs X29. */
    Rig skipFaults() {
        return codeAt(
                VECTORS + 0x200,
                Asm.mrs(29, SysReg.ELR_EL1),
                Asm.addImm(29, 29, 4),
                Asm.msr(SysReg.ELR_EL1, 29),
                Asm.ERET);
    }

    /** Puts instructions at {@link #CODE}. */
    Rig code(int... words) {
        return codeAt(CODE, words);
    }

    Rig codeAt(long pa, int... words) {
        for (int k = 0; k < words.length; k++) {
            put(pa + 4L * k, words[k]);
        }
        return this;
    }

    private void put(long pa, int word) {
        system.hostWrite(memory.frameOf(pa), (int) pa & 0xfff, 4);
        Native.putInt(memory.hostOf(pa), word);
    }

    long peek(long pa) {
        return Native.getLong(memory.hostOf(pa));
    }

    void poke(long pa, long value) {
        system.hostWrite(memory.frameOf(pa), (int) pa & 0xfff, 8);
        Native.putLong(memory.hostOf(pa), value);
    }

    /** Runs so many instructions and adds the state to the trace. */
    Rig run(long instructions) {
        c.limit = c.retired + instructions;
        if (translated) {
            jit.run(c);
        } else {
            Interpreter.run(c);
        }
        trace.add(state());
        return this;
    }

    /** Runs so many instructions with stops at random counts. */
    Rig run(long instructions, RandomGenerator random, int longest) {
        for (long end = c.retired + instructions; c.retired < end; ) {
            run(Math.min(end - c.retired, random.nextInt(1, longest + 1)));
        }
        return this;
    }

    /**
     * A hash of what the guest could see: registers, PSTATE, exception registers, count, the data
     * pages.
     */
    private long state() {
        long h = c.pc;
        for (int k = 0; k <= Vcpu.SP; k++) {
            h = mix(h, c.x[k]);
        }
        for (long v : c.v) {
            h = mix(h, v);
        }
        h = mix(h, c.spsr());
        h = mix(h, c.retired);
        h = mix(h, (long) c.fp.fpsr << 32 | c.fp.fpcr & 0xffff_ffffL);
        h =
                mix(
                        h,
                        (long) c.exclusiveBytes << 48
                                ^ (c.exclusiveBytes == 0 ? 0 : c.exclusiveAddress));
        for (int register :
                new int[] {
                    SysReg.ESR_EL1,
                    SysReg.FAR_EL1,
                    SysReg.ELR_EL1,
                    SysReg.SPSR_EL1,
                    SysReg.SP_EL0,
                    SysReg.TPIDR_EL1
                }) {
            h = mix(h, c.sys[register]);
        }
        for (long at = DATA; at < DATA + 0x2000; at += 8) {
            h = mix(h, peek(at));
        }
        return h;
    }

    private static long mix(long h, long v) {
        return Long.rotateLeft((h ^ v) * 0x9e37_79b9_7f4a_7c15L, 29);
    }

    private final class Events implements SystemEvents {
        @Override
        public void sendEvent() {
            c.eventRegister = true;
        }

        @Override
        public void untrappedWait(Vcpu cpu, boolean forEvent) {
            events.add("wait after " + cpu.retired);
        }

        @Override
        public void interruptTaken(Vcpu cpu, int kind, long pc) {
            events.add("interrupt at " + Long.toHexString(pc) + " after " + cpu.retired);
            cpu.irqLine = false;
        }

        @Override
        public void unallocated(Vcpu cpu, int word) {
            events.add(String.format("unallocated %08x", word));
        }

        @Override
        public void unsupported(Vcpu cpu, String what) {
            events.add(what);
        }

        @Override
        public void stuck(Vcpu cpu) {
            events.add("stuck");
            cpu.stop();
        }

        @Override
        public boolean directAccess(Vcpu cpu, long ipa, int bytes, boolean write, long value) {
            return false;
        }

        @Override
        public long directValue() {
            return 0;
        }
    }
}
