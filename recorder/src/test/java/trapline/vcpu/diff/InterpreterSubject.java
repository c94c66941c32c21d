package trapline.vcpu.diff;

import java.nio.ByteOrder;
import trapline.bus.Native;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.vcpu.Interpreter;
import trapline.vcpu.Vcpu;

/**
 * Any stream, through the interpreter: decoding, fetching from memory, counting. The stream lies in
 * guest memory with the MMU off; an exception ends it, with the signal that a process would get.
 */
final class InterpreterSubject implements Subject {
    /** Vectors: a page of branches to themselves, so an exception leaves PC in it. */
    private static final int VECTORS = 0x3f00000;

    private static final int CODE = 0x3f10000;

    /**
     * Virtual distance of a second view of the same memory, for EL1 alone: code is fetched through
     * it, as what EL0 can write EL1 cannot execute.
     */
    private static final long CODE_VIEW = 1L << 30;

    /**
     * Level 1 table, 4 KiB granule, 39-bit addresses: one block of 1 GiB, identity, and the second
     * view.
     */
    private static final int TABLE = 0x3f20000;

    /** Valid block, attribute 0, inner shareable, accessed, EL1 read-write and execute. */
    private static final long BLOCK = 1 | 3 << 8 | 1 << 10;

    /** AP[1]: EL0 too. */
    private static final long USER = 1 << 6;

    private static final int MOST_STEPS = 1000;

    private static final int BRANCH_TO_SELF = 0x14000000;

    private final Vcpu c;
    private final long host;
    private final boolean reversed;

    InterpreterSubject(CpuModel model) {
        this(model, ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * @param order of data in memory, translation tables included: SCTLR_EL1.EE
     */
    InterpreterSubject(CpuModel model, ByteOrder order) {
        reversed = order == ByteOrder.BIG_ENDIAN;
        TestVcpu machine = new TestVcpu(model);
        c = machine.vcpu;
        host = machine.memory.hostOf(TestVcpu.BASE);
        map();
        c.sys[SysReg.VBAR_EL1] = TestVcpu.BASE + CODE_VIEW + VECTORS;
        for (int i = 0; i < 0x800; i += 4) {
            Native.putInt(host + VECTORS + i, BRANCH_TO_SELF);
        }
    }

    private void map() {
        long entry = host + TABLE + 8 * (TestVcpu.BASE >>> 30);
        Native.putLong(entry, ordered(TestVcpu.BASE | BLOCK | USER));
        Native.putLong(entry + 8, ordered(TestVcpu.BASE | BLOCK));
        c.mmu.regime.ttbr0 = TestVcpu.BASE + TABLE;
        // T0SZ 25, normal write-back tables, 40-bit physical addresses, no walks by TTBR1.
        c.mmu.regime.tcr = 25 | 1 << 8 | 1 << 10 | 3 << 12 | 1 << 23 | 2L << 32;
        c.mmu.regime.mair = 0xff;
        c.mmu.regime.sctlr = 1 | (reversed ? 1 << 25 : 0);
        c.mmu.regimeChanged();
    }

    private long ordered(long descriptor) {
        return reversed ? Long.reverseBytes(descriptor) : descriptor;
    }

    @Override
    public void run(Context context, int[] words) {
        System.arraycopy(context.x, 0, c.x, 0, 31);
        System.arraycopy(context.v, 0, c.v, 0, 64);
        c.x[Vcpu.SP] = context.sp;
        c.nzcv = context.nzcv;
        c.fp.fpcr = context.fpcr;
        c.fp.fpsr = context.fpsr;
        c.fpEnabled = true;
        c.exclusiveBytes = 0;
        long memory = host + (context.address - TestVcpu.BASE);
        for (int i = 0; i < context.memory.length; i++) {
            Native.putByte(memory + i, context.memory[i]);
        }
        for (int i = 0; i < words.length; i++) {
            int word = reversed ? Integer.reverseBytes(words[i]) : words[i];
            c.mmu.store32(TestVcpu.BASE + CODE + 4L * i, word);
        }
        c.pc = TestVcpu.BASE + CODE_VIEW + CODE;
        c.limit = c.retired + words.length;
        for (int steps = 0; c.retired < c.limit; steps++) {
            if (steps == MOST_STEPS) {
                throw new IllegalStateException(
                        String.format("no progress: pc=%x limit=%d", c.pc, c.limit));
            }
            Interpreter.step(c);
        }
        long offset = c.pc - TestVcpu.BASE - CODE_VIEW;
        context.signal = offset >= VECTORS && offset < VECTORS + 0x800 ? signal() : 0;
        for (int i = 0; i < context.memory.length; i++) {
            context.memory[i] = Native.getByte(memory + i);
        }
        System.arraycopy(c.x, 0, context.x, 0, 31);
        System.arraycopy(c.v, 0, context.v, 0, 64);
        context.sp = c.x[Vcpu.SP];
        context.nzcv = c.nzcv;
        context.fpcr = c.fp.fpcr;
        context.fpsr = c.fp.fpsr;
    }

    /** The POSIX signal for the exception class in ESR_EL1. */
    private int signal() {
        return switch ((int) (c.sys[SysReg.ESR_EL1] >>> 26) & 0x3f) {
            case 0 -> 4;
            case 0x22, 0x26 -> 7;
            case 0x30, 0x31, 0x32, 0x33, 0x3c -> 5;
            default -> (c.sys[SysReg.ESR_EL1] & 0x3f) == 0x21 ? 7 : 11;
        };
    }
}
