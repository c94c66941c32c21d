package trapline.vcpu;

import java.util.ArrayList;
import java.util.List;
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

/** A vCPU with RAM, vectors that do nothing, and an EL2 that writes down what it is given. */
final class Rig {
    static final long RAM = 0x4000_0000L;
    static final long SIZE = 2 << 20; // never given back: a rig a test
    static final long VECTORS = RAM + 0x1_0000;

    /** Where code goes; EL0 and EL1 may execute it once {@link #map} was called. */
    static final long CODE = RAM + 0x2_0000;

    /** Data that both levels may change, after {@link #map}. */
    static final long USER = RAM + 0x3_0000;

    /** Data of EL1 only. */
    static final long KERNEL = RAM + 0x4_0000;

    /** Read-only to both. */
    static final long CONSTANT = RAM + 0x5_0000;

    /** RAM mapped as Device-nGnRnE. */
    static final long DEVICE = RAM + 0x6_0000;

    /** Mapped to {@link #MMIO_IPA}, where no memory is. */
    static final long MMIO = RAM + 0x7_0000;

    static final long MMIO_IPA = 0x2200_0000L;

    /** Not mapped, level 3. */
    static final long HOLE = RAM + 0x8_0000;

    static final long POOL = RAM + (SIZE >> 1);

    /** What EL2 was given. */
    record Trap(long esr, long far, long ipa, int insn, long pc, long retired) {
        int ec() {
            return (int) (esr >>> 26);
        }
    }

    final PhysMemory memory = new PhysMemory();
    final MemorySystem system;
    final CodeCache code;
    final Vcpu c;
    final List<Trap> traps = new ArrayList<>();
    final List<String> events = new ArrayList<>();
    Tables tables;

    /** Stage 2 maps whatever is not memory to a device. */
    boolean direct;

    /** What EL2 does; the default skips the instruction. HVC: ELR_EL2 is past it already. */
    Hypervisor el2 =
            (cpu, exit) -> {
                cpu.pc += 4;
                return true;
            };

    Rig(CpuModel model) {
        memory.add("ram", RAM, SIZE, false);
        system = new MemorySystem(memory, new Stage2(memory, 44, 0), (frame, offset, bytes) -> {});
        code = new CodeCache(system, A64Decoder.of(model));
        Implementation implementation =
                new Implementation(
                        model::has,
                        model.breakpoints(),
                        model.watchpoints(),
                        model.eventCounters(),
                        5);
        c = new Vcpu(0, model, system, code, new Routing(implementation));
        c.connect(this::trap, new Events());
        c.sys[SysReg.VBAR_EL1] = VECTORS;
        c.sys[SysReg.SCTLR_EL1] = 0x30d0_0800L & ~(1L << 25);
        c.daif = 0x3c0;
        c.pc = CODE;
        c.updateRegime();
        c.updateFp();
    }

    static Rig a57() {
        return new Rig(CpuModel.CORTEX_A57);
    }

    static Rig n1() {
        return new Rig(CpuModel.NEOVERSE_N1);
    }

    private boolean trap(Vcpu cpu, Exit e) {
        traps.add(new Trap(e.esr, e.far, e.ipa, e.insn, cpu.pc, cpu.retired));
        return el2.trap(cpu, e);
    }

    /** Stage 1 on with 4 KiB pages, 39 bits: the pages named above at their own addresses. */
    Rig map() {
        tables = new Tables(memory, 12, 39, POOL);
        tables.map(VECTORS, VECTORS, 3, Tables.AF | Tables.AP_PRIV_RO);
        tables.map(CODE, CODE, 3, Tables.AF | Tables.AP_BOTH_RO);
        tables.map(USER, USER, 3, Tables.AF | Tables.AP_BOTH_RW);
        tables.map(USER + 0x1000, USER + 0x1000, 3, Tables.AF | Tables.AP_BOTH_RW);
        tables.map(KERNEL, KERNEL, 3, Tables.AF);
        tables.map(CONSTANT, CONSTANT, 3, Tables.AF | Tables.AP_BOTH_RO | Tables.PXN | Tables.UXN);
        tables.map(DEVICE, DEVICE, 3, Tables.AF | Tables.AP_BOTH_RW | Tables.DEVICE);
        tables.map(MMIO, MMIO_IPA, 3, Tables.AF | Tables.AP_BOTH_RW | Tables.DEVICE);
        c.sys[SysReg.TTBR0_EL1] = tables.root;
        c.sys[SysReg.TCR_EL1] = 25 | 1 << 23 | 4L << 32;
        c.sys[SysReg.MAIR_EL1] = Tables.MAIR;
        c.sys[SysReg.SCTLR_EL1] |= 1;
        c.updateRegime();
        return this;
    }

    /** Changes SCTLR_EL1. */
    Rig sctlr(long set, long clear) {
        c.sys[SysReg.SCTLR_EL1] = c.sys[SysReg.SCTLR_EL1] & ~clear | set;
        c.routes.invalidate();
        c.updateRegime();
        return this;
    }

    /** Puts instructions at {@link #CODE} and PC on the first. */
    Rig code(int... words) {
        codeAt(CODE, words);
        c.pc = CODE;
        return this;
    }

    Rig codeAt(long pa, int... words) {
        for (int k = 0; k < words.length; k++) {
            long at = pa + 4L * k;
            system.hostWrite(memory.frameOf(at), (int) at & 0xfff, 4);
            Native.putInt(memory.hostOf(at), words[k]);
        }
        return this;
    }

    Rig el(int el) {
        c.setLevel(el, el != 0);
        return this;
    }

    /** Executes one instruction, or takes one exception. */
    Rig step() {
        c.limit = c.retired + 1;
        Interpreter.step(c);
        return this;
    }

    /** As {@link #step}, in the way that an engine would choose. */
    Rig next() {
        c.limit = c.retired + 1;
        if (c.debugging()) {
            Interpreter.stepDebug(c);
        } else {
            Interpreter.step(c);
        }
        return this;
    }

    /** Sets a register as MSR would, whatever traps. */
    Rig set(int register, long value) {
        SystemRegisters.write(c, register, value);
        return this;
    }

    Rig steps(int n) {
        for (int k = 0; k < n; k++) {
            step();
        }
        return this;
    }

    /** Runs until so many more instructions have retired. */
    Rig run(long instructions) {
        c.limit = c.retired + instructions;
        Interpreter.run(c);
        return this;
    }

    long sys(int register) {
        return c.sys[register];
    }

    long peek(long pa) {
        return Native.getLong(memory.hostOf(pa));
    }

    void poke(long pa, long value) {
        Native.putLong(memory.hostOf(pa), value);
    }

    Trap trap() {
        return traps.getLast();
    }

    private final class Events implements SystemEvents {
        @Override
        public void sendEvent() {
            c.eventRegister = true;
            events.add("sev");
        }

        @Override
        public void untrappedWait(Vcpu cpu, boolean forEvent) {
            events.add(forEvent ? "wfe" : "wfi");
        }

        @Override
        public void interruptTaken(Vcpu cpu, int kind, long pc) {
            events.add(
                    "interrupt " + kind + " at " + Long.toHexString(pc) + " after " + cpu.retired);
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
        public boolean mapsDevice(long ipa) {
            return direct;
        }

        @Override
        public boolean directAccess(Vcpu cpu, long ipa, int bytes, boolean write, long value) {
            return direct;
        }

        @Override
        public long directValue() {
            return 0;
        }
    }
}
