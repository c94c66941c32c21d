package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_byte;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_short;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import trapline.bus.Native;
import trapline.vcpu.Vcpu;

/**
 * Writes one region's method: guest registers and flags as locals, ways out, calls of value
 * functions.
 */
final class Asm {
    static final ClassDesc VCPU = ClassDesc.of("trapline.vcpu.Vcpu");
    static final ClassDesc MMU = ClassDesc.of("trapline.mmu.Mmu");
    static final ClassDesc NATIVE = ClassDesc.of("trapline.bus.Native");
    static final ClassDesc BITS = ClassDesc.of("trapline.vcpu.Bits");
    static final ClassDesc LONGS = CD_long.arrayType();
    static final ClassDesc LONG = ClassDesc.of("java.lang.Long");
    static final ClassDesc INTEGER = ClassDesc.of("java.lang.Integer");
    static final ClassDesc MATH = ClassDesc.of("java.lang.Math");

    static final MethodTypeDesc L_L = MethodTypeDesc.of(CD_long, CD_long);
    static final MethodTypeDesc L_LL = MethodTypeDesc.of(CD_long, CD_long, CD_long);
    static final MethodTypeDesc L_LI = MethodTypeDesc.of(CD_long, CD_long, CD_int);
    static final MethodTypeDesc L_LII = MethodTypeDesc.of(CD_long, CD_long, CD_int, CD_int);
    static final MethodTypeDesc L_LLII =
            MethodTypeDesc.of(CD_long, CD_long, CD_long, CD_int, CD_int);
    static final MethodTypeDesc I_LL = MethodTypeDesc.of(CD_int, CD_long, CD_long);
    static final MethodTypeDesc I_LLI = MethodTypeDesc.of(CD_int, CD_long, CD_long, CD_int);
    static final MethodTypeDesc I_L = MethodTypeDesc.of(CD_int, CD_long);
    static final MethodTypeDesc I_I = MethodTypeDesc.of(CD_int, CD_int);
    static final MethodTypeDesc I_II = MethodTypeDesc.of(CD_int, CD_int, CD_int);
    static final MethodTypeDesc I_III = MethodTypeDesc.of(CD_int, CD_int, CD_int, CD_int);
    static final MethodTypeDesc I_IIII = MethodTypeDesc.of(CD_int, CD_int, CD_int, CD_int, CD_int);
    static final MethodTypeDesc I_ILI = MethodTypeDesc.of(CD_int, CD_int, CD_long, CD_int);
    static final MethodTypeDesc Z_II = MethodTypeDesc.of(CD_boolean, CD_int, CD_int);

    private static final ClassDesc FLAG_KIND = ClassDesc.of("trapline.jit.FlagKind");
    private static final MethodTypeDesc MIXED_BITS =
            MethodTypeDesc.of(CD_int, CD_int, CD_int, CD_long, CD_long, CD_int, CD_int);
    private static final MethodTypeDesc V_LL = MethodTypeDesc.of(CD_void, CD_long, CD_long);
    private static final MethodTypeDesc V_ALL =
            MethodTypeDesc.of(CD_void, CD_Object, CD_long, CD_long);
    private static final MethodTypeDesc L_AL = MethodTypeDesc.of(CD_long, CD_Object, CD_long);
    private static final MethodTypeDesc V_LI = MethodTypeDesc.of(CD_void, CD_long, CD_int);
    private static final MethodTypeDesc V_LS = MethodTypeDesc.of(CD_void, CD_long, CD_short);
    private static final MethodTypeDesc V_LB = MethodTypeDesc.of(CD_void, CD_long, CD_byte);
    private static final MethodTypeDesc S_L = MethodTypeDesc.of(CD_short, CD_long);
    private static final MethodTypeDesc B_L = MethodTypeDesc.of(CD_byte, CD_long);

    // Locals; a long takes two.
    static final int CPU = 1;
    static final int PAGE = 2;
    static final int RETIRED = 4;
    static final int LIMIT = 6;
    static final int X = 8;
    static final int V = 9;
    static final int BANK = 10;
    static final int GENERATION = 12;
    static final int NZCV = 14;
    static final int IA = 15;
    static final int IB = 16;
    static final int FA = 17;
    static final int FB = 19;
    static final int OUT_PC = 21;
    static final int OUT = 23;
    static final int VA = 24;
    static final int ENTRY = 26;
    static final int T0 = 28;
    static final int T1 = 30;
    static final int UNSAFE = 32;
    static final int MODE = 33;
    private static final int VALUE = 34;

    /** Local of X0; Xn two further each, the stack pointer as 31. */
    static final int X0 = 36;

    static final long WORD = 0xffff_ffffL;

    /** Way out: slot in bits 10:0, instructions done in the block in 20:11, reason above. */
    record Stub(Label label, FlagKind kind, int code, long far) {}

    final CodeBuilder b;
    final Plan plan;
    final boolean strict;

    /**
     * General registers stay in the vCPU and are not held in locals. HotSpot's first compiler
     * spends most of its time on moving locals where ways meet, and a region has as many ways out
     * as accesses to memory.
     */
    final boolean inMemory;

    final List<Stub> stubs = new ArrayList<>();

    /** Where the flags are now. */
    FlagKind kind = FlagKind.NZCV;

    /** Slot of the instruction being written. */
    int slot;

    /** Instructions of the block before it. */
    int done;

    /**
     * The stack pointer has been found aligned and only moved by multiples of 16 since, in this
     * block.
     */
    boolean stackAligned;

    /** FP and SIMD have been found enabled in this block. */
    boolean fpChecked;

    Asm(CodeBuilder b, Plan plan, boolean strict, boolean inMemory) {
        this.b = b;
        this.plan = plan;
        this.strict = strict;
        this.inMemory = inMemory;
    }

    // General registers

    static int local(int r) {
        return X0 + 2 * r;
    }

    /** Pushes Xn; 31 is zero. */
    void x(int r) {
        if (r == 31) {
            b.lconst_0();
        } else {
            xsp(r);
        }
    }

    /** Pushes Xn or SP. */
    void xsp(int r) {
        if (inMemory) {
            getElement(X, r);
        } else {
            b.lload(local(r));
        }
    }

    /** Pushes Wn as an int; 31 is zero. */
    void w(int r) {
        if (r == 31) {
            b.iconst_0();
        } else {
            xsp(r);
            b.l2i();
        }
    }

    /** Pops a long into Xn; 31 drops it. */
    void setX(int r) {
        if (r == 31) {
            b.pop2();
        } else {
            assign(r);
        }
    }

    private void assign(int r) {
        if (inMemory) {
            setElement(X, r);
        } else {
            b.lstore(local(r));
        }
    }

    /**
     * Pushes an element of the array of longs in a local: without a check of its bounds where that
     * is possible.
     */
    void getElement(int array, int index) {
        if (HostMemory.DIRECT) {
            b.aload(UNSAFE).aload(array).loadConstant(Native.LONGS + 8L * index);
            b.invokevirtual(HostMemory.UNSAFE, "getLong", L_AL);
        } else {
            b.aload(array).bipush(index).laload();
        }
    }

    /** Pops a long into an element of the array of longs in a local. */
    void setElement(int array, int index) {
        b.lstore(VALUE);
        if (HostMemory.DIRECT) {
            b.aload(UNSAFE).aload(array).loadConstant(Native.LONGS + 8L * index).lload(VALUE);
            b.invokevirtual(HostMemory.UNSAFE, "putLong", V_ALL);
        } else {
            b.aload(array).bipush(index).lload(VALUE).lastore();
        }
    }

    /** Pops a long into Xn or SP. */
    void setXsp(int r) {
        assign(r);
        if (r == 31) {
            stackAligned = false;
        }
    }

    /** Pops an int into Wn, zero-extended; 31 drops it. */
    void setW(int r) {
        if (r == 31) {
            b.pop();
        } else {
            zeroExtend();
            assign(r);
        }
    }

    /** Pops an int into Wn or WSP. */
    void setWsp(int r) {
        zeroExtend();
        setXsp(r);
    }

    /** Turns an int into a long without sign. */
    void zeroExtend() {
        b.i2l().loadConstant(WORD).land();
    }

    // Flags

    /** Computes NZCV into its local if it is elsewhere. */
    void materialise() {
        if (kind != FlagKind.NZCV) {
            pushFlags(kind);
            b.istore(NZCV);
            kind = FlagKind.NZCV;
        }
    }

    /** Pushes NZCV of a kind as an int. */
    void pushFlags(FlagKind k) {
        switch (k) {
            case SUB64 -> b.lload(FA).lload(FB).invokestatic(BITS, "subFlags64", I_LL);
            case SUB32 -> b.iload(IA).iload(IB).invokestatic(BITS, "subFlags32", I_II);
            case ADD64 -> b.lload(FA).lload(FB).iconst_0().invokestatic(BITS, "addFlags64", I_LLI);
            case ADD32 -> b.iload(IA).iload(IB).iconst_0().invokestatic(BITS, "addFlags32", I_III);
            case LOGIC64 -> b.lload(FA).invokestatic(BITS, "logicFlags64", I_L);
            case LOGIC32 -> b.iload(IA).invokestatic(BITS, "logicFlags32", I_I);
            case MIXED ->
                    b.iload(MODE)
                            .iload(NZCV)
                            .lload(FA)
                            .lload(FB)
                            .iload(IA)
                            .iload(IB)
                            .invokestatic(FLAG_KIND, "bits", MIXED_BITS);
            default -> b.iload(NZCV);
        }
    }

    // Ways out

    /** Label of a way out before the current instruction. */
    Label out(int reason) {
        return out(reason, slot, done);
    }

    /**
     * Label of a way out to {@code toSlot} of this page after {@code count} instructions of the
     * block.
     */
    Label out(int reason, int toSlot, int count) {
        for (Stub s : stubs) {
            if (s.far == Long.MIN_VALUE
                    && s.kind == kind
                    && s.code == (reason << 21 | count << 11 | toSlot)) {
                return s.label;
            }
        }
        Label l = b.newLabel();
        stubs.add(new Stub(l, kind, reason << 21 | count << 11 | toSlot, Long.MIN_VALUE));
        return l;
    }

    /** Label of a way out by a branch to a distance in bytes from the page's start. */
    Label outFar(long distance, int count) {
        Label l = b.newLabel();
        stubs.add(new Stub(l, kind, Region.BRANCH << 21 | count << 11, distance));
        return l;
    }

    /** The current instruction is left to the interpreter: nothing of it has happened. */
    Label interpret() {
        return out(Region.INTERPRET);
    }

    // Memory

    /** Pushes what the next {@link #load} or {@link #store} needs below the address. */
    void memory() {
        if (HostMemory.DIRECT) {
            b.aload(UNSAFE);
        }
    }

    private void call(String name, MethodTypeDesc type) {
        if (HostMemory.DIRECT) {
            b.invokevirtual(HostMemory.UNSAFE, name, type);
        } else {
            b.invokestatic(NATIVE, name, type);
        }
    }

    /** After {@link #memory}: pops a host address, pushes the long there. */
    void getLong() {
        call("getLong", L_L);
    }

    /**
     * After {@link #memory}: pops a host address, pushes the value as a long, zero- or
     * sign-extended to 64 bits, or to 32 and then zero-extended.
     */
    void load(int size, boolean signed, boolean wide) {
        switch (size) {
            case 0 -> call("getByte", B_L);
            case 1 -> call("getShort", S_L);
            case 2 -> call("getInt", I_L);
            default -> {
                getLong();
                return;
            }
        }
        if (signed && wide) {
            b.i2l();
        } else if (signed) {
            zeroExtend();
        } else {
            switch (size) {
                case 0 -> b.sipush(0xff).iand().i2l();
                case 1 -> b.loadConstant(0xffff).iand().i2l();
                default -> zeroExtend();
            }
        }
    }

    /** After {@link #memory}: pops a long value and, below it, a host address. */
    void store(int size) {
        switch (size) {
            case 0 -> {
                b.l2i().i2b();
                call("putByte", V_LB);
            }
            case 1 -> {
                b.l2i().i2s();
                call("putShort", V_LS);
            }
            case 2 -> {
                b.l2i();
                call("putInt", V_LI);
            }
            default -> call("putLong", V_LL);
        }
    }

    /**
     * Looks the address in VA up in the TLB and leaves when {@code bytes} bytes there cannot be
     * accessed at once. Afterwards ENTRY is the entry's host address.
     *
     * @param align what the address must be a multiple of, 1 for anything
     * @param unprivileged with EL0's view of memory
     */
    void lookup(int bytes, int align, boolean write, boolean unprivileged) {
        if (unprivileged) {
            b.aload(CPU).getfield(VCPU, "mmu", MMU).getfield(MMU, "tlb", CD_long);
            if (strict) {
                b.loadConstant(trapline.mmu.Mmu.STRICT).ladd();
            }
        } else {
            b.lload(BANK);
        }
        b.lload(VA).bipush(7).lushr();
        b.loadConstant((long) trapline.mmu.Mmu.ENTRY_MASK).land().ladd().lstore(ENTRY);
        b.lload(VA);
        if (bytes > 1) {
            b.loadConstant((long) bytes - 1).ladd();
        }
        b.loadConstant(-4096L).land().lload(GENERATION).lor();
        memory();
        b.lload(ENTRY);
        if (write) {
            b.loadConstant(8L).ladd();
        }
        getLong();
        if (align > 1) {
            b.lxor().lload(VA).loadConstant((long) align - 1).land().lor().lconst_0();
        }
        b.lcmp().ifne(interpret());
    }

    /** Leaves when FP and SIMD instructions trap. */
    void requireFp() {
        if (!fpChecked) {
            getField("fpEnabled", CD_boolean);
            b.ifeq(interpret());
            fpChecked = true;
        }
    }

    /** Pushes the host address of VA after {@link #lookup}. */
    void host() {
        b.lload(VA);
        memory();
        b.lload(ENTRY).loadConstant(16L).ladd();
        getLong();
        b.ladd();
    }

    // The vCPU's fields

    void pushCpu() {
        b.aload(CPU);
    }

    void getField(String name, ClassDesc type) {
        b.aload(CPU).getfield(VCPU, name, type);
    }

    /** Writes the general registers of a set back to the vCPU, if they are not there already. */
    void flush(int set) {
        for (int r = 0; r < 32 && !inMemory; r++) {
            if ((set >>> r & 1) != 0) {
                b.lload(local(r));
                setElement(X, r);
            }
        }
    }

    /** Reads the general registers of a set from the vCPU, unless they stay there. */
    void reload(int set) {
        for (int r = 31; r >= 0 && !inMemory; r--) {
            if ((set >>> r & 1) != 0) {
                getElement(X, r);
                b.lstore(local(r));
            }
        }
    }

    /** Index in {@code Vcpu.x} of the stack pointer; here too its number. */
    static final int SP = Vcpu.SP;
}
