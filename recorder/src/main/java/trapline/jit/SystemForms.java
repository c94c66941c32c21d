package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64;
import trapline.isa.SysReg;
import trapline.jit.Forms.Form;
import trapline.vcpu.SystemAccess;

/**
 * The system instructions that kernels use all the time and that stay inside the vCPU: barriers,
 * thread and stack registers, interrupt masks, TLB maintenance. Each asks the routing first, as the
 * interpreter does, and leaves to it whatever does not complete.
 */
final class SystemForms {
    private static final ClassDesc ACCESS = ClassDesc.of("trapline.vcpu.SystemAccess");
    private static final ClassDesc REGISTERS = ClassDesc.of("trapline.vcpu.SystemRegisters");
    private static final MethodTypeDesc ASK = MethodTypeDesc.of(CD_boolean, Asm.VCPU, CD_int);
    private static final MethodTypeDesc READ = MethodTypeDesc.of(CD_long, Asm.VCPU, CD_int);
    private static final MethodTypeDesc WRITE =
            MethodTypeDesc.of(CD_void, Asm.VCPU, CD_int, CD_long);
    private static final MethodTypeDesc PENDING = MethodTypeDesc.of(CD_boolean);

    /** Bytes that DC ZVA zeroes: the same on every modelled core. */
    private static final int ZERO_BLOCK = 64;

    private static final int DAIF_SET = 0b011_110;
    private static final int DAIF_CLEAR = 0b011_111;

    private SystemForms() {}

    static @Nullable Form of(int row) {
        int kind = A64.kind(row);
        if (kind == A64.BARRIER && row != A64.CLREX_BN_barriers
                || kind == A64.HINT
                || kind == A64.PREFETCH) {
            return (a, r, i) -> {};
        }
        return switch (row) {
            case A64.MRS_RS_systemmove -> SystemForms::read;
            case A64.MSR_SR_systemmove -> SystemForms::write;
            case A64.MSR_SI_pstate -> SystemForms::immediate;
            case A64.SYS_CR_systeminstrs -> SystemForms::system;
            case A64.CLREX_BN_barriers -> SystemForms::clearExclusive;
            default -> null;
        };
    }

    private static int index(int insn) {
        return SysReg.indexOf(SysReg.keyOfInsn(insn));
    }

    /** System instructions that leave the region after all. */
    static boolean refuses(int row, int insn) {
        return switch (row) {
            case A64.MRS_RS_systemmove -> !SystemAccess.plainRead(index(insn));
            case A64.MSR_SR_systemmove ->
                    index(insn) != SysReg.DAIF && !SystemAccess.plainWrite(index(insn));
            case A64.MSR_SI_pstate -> field(insn) != DAIF_SET && field(insn) != DAIF_CLEAR;
            case A64.SYS_CR_systeminstrs -> {
                int index = index(insn);
                yield !(SystemAccess.noEffect(index) || cleans(index) || index == SysReg.DC_ZVA);
            }
            default -> false;
        };
    }

    private static int field(int i) {
        return i >>> 13 & 0x38 | i >>> 5 & 7;
    }

    private static void ask(Asm a, String question, int index) {
        a.pushCpu();
        a.b.loadConstant(index).invokestatic(ACCESS, question, ASK).ifeq(a.interpret());
    }

    private static void read(Asm a, int row, int i) {
        int index = index(i);
        ask(a, "readable", index);
        a.pushCpu();
        a.b.loadConstant(index).invokestatic(REGISTERS, "read", READ);
        a.setX(i & 31);
    }

    private static void write(Asm a, int row, int i) {
        int index = index(i);
        ask(a, "writable", index);
        if (index == SysReg.DAIF) {
            a.pushCpu();
            a.w(i & 31);
            a.b.loadConstant(0x3c0).iand().putfield(Asm.VCPU, "daif", CD_int);
            leaveIfInterruptible(a);
            return;
        }
        a.pushCpu();
        a.b.loadConstant(index);
        a.x(i & 31);
        a.b.invokestatic(REGISTERS, "write", WRITE);
    }

    private static void immediate(Asm a, int row, int i) {
        CodeBuilder b = a.b;
        a.getField("el", CD_int);
        b.ifeq(a.interpret());
        int mask = (i >>> 8 & 15) << 6;
        a.pushCpu();
        b.dup().getfield(Asm.VCPU, "daif", CD_int);
        if (field(i) == DAIF_SET) {
            b.loadConstant(mask).ior();
        } else {
            b.loadConstant(~mask).iand();
        }
        b.putfield(Asm.VCPU, "daif", CD_int);
        if (field(i) == DAIF_CLEAR) {
            leaveIfInterruptible(a);
        }
    }

    /** Interrupts were unmasked: one that pends is taken before the next instruction. */
    private static void leaveIfInterruptible(Asm a) {
        a.pushCpu();
        Label out = a.out(Region.EVENT, a.slot + 1, a.done + 1);
        a.b.invokevirtual(Asm.VCPU, "interruptible", PENDING).ifne(out);
    }

    /** Cache maintenance by address that needs the right to read and has no effect. */
    private static boolean cleans(int index) {
        return index == SysReg.DC_CVAC
                || index == SysReg.DC_CVAU
                || index == SysReg.DC_CIVAC
                || index == SysReg.DC_CVAP;
    }

    private static void system(Asm a, int row, int i) {
        int index = index(i);
        ask(a, "completes", index);
        if (cleans(index)) {
            MemoryForms.clean(a, i & 31);
        } else if (index == SysReg.DC_ZVA) {
            if (a.strict) {
                a.b.goto_(a.interpret());
            } else {
                MemoryForms.zero(a, i & 31, ZERO_BLOCK);
            }
        }
    }

    private static void clearExclusive(Asm a, int row, int i) {
        a.pushCpu();
        a.b.iconst_0().putfield(Asm.VCPU, "exclusiveBytes", CD_int);
    }
}
