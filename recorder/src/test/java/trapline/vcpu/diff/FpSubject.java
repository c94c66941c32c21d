package trapline.vcpu.diff;

import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;
import trapline.vcpu.Vcpu;
import trapline.vcpu.fp.FpSimdExec;

/**
 * Floating-point, SIMD and crypto data processing through {@link FpSimdExec} alone, without an
 * engine around it.
 */
final class FpSubject implements Subject {
    private final A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);
    private final Vcpu c = new TestVcpu(CpuModel.NEOVERSE_N1).vcpu;

    @Override
    public void run(Context context, int[] words) {
        System.arraycopy(context.x, 0, c.x, 0, 31);
        System.arraycopy(context.v, 0, c.v, 0, 64);
        c.nzcv = context.nzcv;
        c.fp.fpcr = context.fpcr;
        c.fp.fpsr = context.fpsr;
        for (int word : words) {
            int row = decoder.decode(word);
            if (row == A64.UNDEFINED) {
                context.signal = 4;
                break;
            }
            FpSimdExec.exec(row, c, word);
        }
        System.arraycopy(c.x, 0, context.x, 0, 31);
        System.arraycopy(c.v, 0, context.v, 0, 64);
        context.nzcv = c.nzcv;
        context.fpsr = c.fp.fpsr;
    }
}
