package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import trapline.isa.A64;

/**
 * Floating point and SIMD data processing: calls of the interpreter's own methods, with the
 * instruction as a constant.
 */
final class SimdForms {
    private static final ClassDesc EXEC = ClassDesc.of("trapline.vcpu.fp.FpSimdExec");
    private static final MethodTypeDesc HANDLER =
            MethodTypeDesc.of(CD_void, CD_int, Asm.VCPU, CD_int);

    private SimdForms() {}

    static void call(Asm a, int row, int i) {
        a.requireFp();
        a.flush(A64.gprReads(row, i));
        boolean reads = A64.readsFlags(row);
        if (reads || A64.writesFlags(row)) {
            a.materialise();
            a.pushCpu();
            a.b.iload(Asm.NZCV).putfield(Asm.VCPU, "nzcv", CD_int);
        }
        a.b.loadConstant(row).aload(Asm.CPU).loadConstant(i).invokestatic(EXEC, "exec", HANDLER);
        a.reload(A64.gprWrites(row, i));
        if (A64.writesFlags(row)) {
            a.getField("nzcv", CD_int);
            a.b.istore(Asm.NZCV);
            a.kind = FlagKind.NZCV;
        }
    }
}
