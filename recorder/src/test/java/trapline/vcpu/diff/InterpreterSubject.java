package trapline.vcpu.diff;

import trapline.bus.Native;
import trapline.isa.CpuModel;
import trapline.vcpu.Interpreter;
import trapline.vcpu.Vcpu;

/**
 * Any stream, through the interpreter: decoding, fetching from memory, counting. The stream lies in
 * guest memory with the MMU off; an exception ends it, with the signal that a process would get.
 */
final class InterpreterSubject implements Subject {
    /** Vectors: a page of branches to themselves, so an exception leaves PC in it. */
    private static final int VECTORS = 0x10000;

    private static final int CODE = 0x20000;
    private static final int BRANCH_TO_SELF = 0x14000000;

    private final Vcpu c;
    private final long host;
    private final int esr = trapline.isa.SysReg.ESR_EL1;

    InterpreterSubject(CpuModel model) {
        TestVcpu machine = new TestVcpu(model);
        c = machine.vcpu;
        host = machine.memory.hostOf(TestVcpu.BASE);
        c.sys[trapline.isa.SysReg.VBAR_EL1] = TestVcpu.BASE + VECTORS;
        for (int i = 0; i < 0x800; i += 4) {
            Native.putInt(host + VECTORS + i, BRANCH_TO_SELF);
        }
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
        for (int i = 0; i < words.length; i++) {
            c.mmu.store32(TestVcpu.BASE + CODE + 4 * i, words[i]);
        }
        c.pc = TestVcpu.BASE + CODE;
        c.limit = c.retired + words.length;
        Interpreter.run(c);
        long offset = c.pc - TestVcpu.BASE;
        context.signal = offset >= VECTORS && offset < VECTORS + 0x800 ? signal() : 0;
        System.arraycopy(c.x, 0, context.x, 0, 31);
        System.arraycopy(c.v, 0, context.v, 0, 64);
        context.sp = c.x[Vcpu.SP];
        context.nzcv = c.nzcv;
        context.fpcr = c.fp.fpcr;
        context.fpsr = c.fp.fpsr;
    }

    /** The POSIX signal for the exception class in ESR_EL1. */
    private int signal() {
        return switch ((int) (c.sys[esr] >>> 26) & 0x3f) {
            case 0 -> 4;
            case 0x22, 0x26 -> 7;
            case 0x30, 0x31, 0x32, 0x33, 0x3c -> 5;
            default -> (c.sys[esr] & 0x3f) == 0x21 ? 7 : 11;
        };
    }
}
