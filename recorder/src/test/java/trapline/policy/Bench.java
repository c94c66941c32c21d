package trapline.policy;

import trapline.bus.PhysMemory;
import trapline.event.Trap;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.mmu.MemorySystem;
import trapline.mmu.Stage2;
import trapline.trap.Implementation;
import trapline.trap.Routing;
import trapline.vcpu.CodeCache;
import trapline.vcpu.Vcpu;

/** Two vCPUs under a personality, and the traps that a test makes them take. */
final class Bench {
    static final long PC = 0xffff_8000_0801_0040L;
    static final long VBAR = 0xffff_8000_0800_0000L;

    final Personality personality;
    final FakePlatform platform;
    final Vcpu c;
    final Vcpu second;
    final Trap trap = new Trap();
    final Decision decision = new Decision();

    /** What the last {@link #take} returned. */
    boolean retired;

    Bench(Personality personality) {
        this(personality, CpuModel.CORTEX_A57);
    }

    Bench(Personality personality, CpuModel model) {
        this.personality = personality;
        PhysMemory memory = new PhysMemory();
        memory.add("ram", 0x4000_0000L, 1 << 20, false);
        MemorySystem system =
                new MemorySystem(memory, new Stage2(memory, 40, 1), (frame, offset, bytes) -> {});
        CodeCache code = new CodeCache(system, A64Decoder.of(model));
        Routing routing = new Routing(implementation(model));
        c = new Vcpu(0, model, system, code, routing);
        second = new Vcpu(1, model, system, code, routing);
        platform = new FakePlatform(c, second);
        personality.reset(c, 0);
        personality.reset(second, 1);
        c.pc = PC;
        c.sys[SysReg.VBAR_EL1] = VBAR;
    }

    private static Implementation implementation(CpuModel m) {
        return new Implementation(
                name -> name.equals("FEAT_GICv3") || m.has(name),
                m.breakpoints(),
                m.watchpoints(),
                m.eventCounters(),
                5);
    }

    /** ESR_EL2 of a system register access. */
    static long sysregEsr(int key, boolean read, int rt) {
        return 0x6200_0000L
                | SysReg.op0(key) << 20
                | SysReg.op2(key) << 17
                | SysReg.op1(key) << 14
                | SysReg.crn(key) << 10
                | rt << 5
                | SysReg.crm(key) << 1
                | (read ? 1 : 0);
    }

    static long hvcEsr(int immediate) {
        return 0x5a00_0000L | immediate;
    }

    static long smcEsr(int immediate) {
        return 0x5e00_0000L | immediate;
    }

    /** A data abort with a valid syndrome: stage 2 translation fault, level 3. */
    static long dataAbortEsr(boolean write, int log2Bytes, boolean signed, int rt, boolean wide) {
        return 0x9300_0007L
                | (long) log2Bytes << 22
                | (signed ? 1 << 21 : 0)
                | rt << 16
                | (wide ? 1 << 15 : 0)
                | (write ? 1 << 6 : 0);
    }

    Bench mrs(int index, int rt) {
        return take(sysregEsr(SysReg.keyOf(index), true, rt));
    }

    Bench msr(int index, int rt, long value) {
        if (rt != 31) {
            c.x[rt] = value;
        }
        return take(sysregEsr(SysReg.keyOf(index), false, rt));
    }

    Bench hvc(long function, long... arguments) {
        c.x[0] = function;
        for (int k = 0; k < arguments.length; k++) {
            c.x[k + 1] = arguments[k];
        }
        return take(hvcEsr(0));
    }

    Bench smc(long function, long... arguments) {
        c.x[0] = function;
        for (int k = 0; k < arguments.length; k++) {
            c.x[k + 1] = arguments[k];
        }
        return take(smcEsr(0));
    }

    /** A Xen hypercall. */
    Bench hypercall(long number, long... arguments) {
        c.x[16] = number;
        System.arraycopy(arguments, 0, c.x, 0, arguments.length);
        return take(hvcEsr(0xea1));
    }

    /** A device access; device 3, offset 0x18 when {@code device} is true. */
    Bench access(long esr, long ipa, boolean device) {
        return access(esr, ipa, device, 0);
    }

    Bench access(long esr, long ipa, boolean device, int insn) {
        c.exit.esr = esr;
        c.exit.far = 0xffff_8000_1200_0000L | ipa & 0xfff;
        c.exit.ipa = ipa;
        c.exit.insn = insn;
        TrapInput.fill(trap, c);
        if (device) {
            trap.device = 3;
            trap.offset = 0x18;
        }
        return finish();
    }

    /** Takes any other trap. */
    Bench take(long esr) {
        c.exit.esr = esr;
        c.exit.far = 0;
        c.exit.ipa = 0;
        c.exit.insn = 0;
        TrapInput.fill(trap, c);
        return finish();
    }

    private Bench finish() {
        personality.decide(trap, decision);
        retired = personality.carryOut(trap, decision, c, platform);
        decision.store(trap);
        return this;
    }

    String rule() {
        return personality.rules().get(decision.rule).id();
    }
}
