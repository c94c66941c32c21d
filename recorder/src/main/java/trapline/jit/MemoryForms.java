package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64;
import trapline.jit.Forms.Form;

/**
 * Loads and stores: one comparison with the TLB, then the access. Whatever that comparison does not
 * let through, the interpreter executes: nothing of the instruction has happened by then, so that a
 * fault is precise.
 */
final class MemoryForms {
    /** How the address and the base register's new value come about. */
    private enum Mode {
        OFFSET,
        POST,
        PRE
    }

    /** Forms by Arm's name of the encoding class. */
    private static final Map<String, Form> CLASSES =
            Map.ofEntries(
                    Map.entry("ldst_pos", MemoryForms::scaled),
                    Map.entry("ldst_unscaled", (a, row, i) -> unscaled(a, row, i, Mode.OFFSET)),
                    Map.entry("ldst_immpost", (a, row, i) -> unscaled(a, row, i, Mode.POST)),
                    Map.entry("ldst_immpre", (a, row, i) -> unscaled(a, row, i, Mode.PRE)),
                    Map.entry("ldst_unpriv", MemoryForms::unprivileged),
                    Map.entry("ldst_regoff", MemoryForms::indexed),
                    Map.entry("loadlit", MemoryForms::literal),
                    Map.entry("ldstpair_off", (a, row, i) -> pair(a, i, Mode.OFFSET)),
                    Map.entry("ldstpair_post", (a, row, i) -> pair(a, i, Mode.POST)),
                    Map.entry("ldstpair_pre", (a, row, i) -> pair(a, i, Mode.PRE)),
                    Map.entry("ldstnapair_offs", (a, row, i) -> pair(a, i, Mode.OFFSET)),
                    Map.entry("ldstord", MemoryForms::ordered),
                    Map.entry("ldstexclr", MemoryForms::exclusive),
                    Map.entry("ldstexclp", MemoryForms::exclusivePair));

    private MemoryForms() {}

    static @Nullable Form of(String name) {
        int first = name.indexOf('_');
        int second = name.indexOf('_', first + 1);
        return second < 0 ? null : CLASSES.get(name.substring(second + 1));
    }

    private static int t(int i) {
        return i & 31;
    }

    private static int n(int i) {
        return i >>> 5 & 31;
    }

    private static boolean simd(int i) {
        return (i >>> 26 & 1) != 0;
    }

    /** log2 of the bytes of a single access: bits 31:30, and for SIMD&FP bit 23 above them. */
    private static int size(int i) {
        return simd(i) ? i >>> 30 | i >>> 21 & 4 : i >>> 30;
    }

    // Addresses: each leaves the address in VA.

    /**
     * Pushes the base register; SP must be aligned where SCTLR_EL1 says so, which the interpreter
     * knows.
     */
    private static void base(Asm a, int i) {
        int n = n(i);
        a.xsp(n);
        if (n == 31 && !a.stackAligned) {
            a.b.loadConstant(15L).land().l2i().ifne(a.interpret());
            a.xsp(n);
            a.stackAligned = true;
        }
    }

    private static void scaled(Asm a, int row, int i) {
        if (A64.kind(row) == A64.PREFETCH) {
            return;
        }
        base(a, i);
        offset(a.b, (long) (i >>> 10 & 0xfff) << size(i));
        a.b.lstore(Asm.VA);
        access(a, i, Mode.OFFSET, 0, false);
    }

    private static void unscaled(Asm a, int row, int i, Mode mode) {
        if (A64.kind(row) == A64.PREFETCH) {
            return;
        }
        int imm = i << 11 >> 23;
        base(a, i);
        offset(a.b, mode == Mode.POST ? 0 : imm);
        a.b.lstore(Asm.VA);
        access(a, i, mode, imm, false);
    }

    /** LDTR and STTR: with EL0's view of memory, unless PSTATE.UAO. */
    private static void unprivileged(Asm a, int row, int i) {
        a.getField("uao", CD_boolean);
        a.b.ifne(a.interpret());
        base(a, i);
        offset(a.b, i << 11 >> 23);
        a.b.lstore(Asm.VA);
        access(a, i, Mode.OFFSET, 0, true);
    }

    private static void indexed(Asm a, int row, int i) {
        if (A64.kind(row) == A64.PREFETCH) {
            return;
        }
        base(a, i);
        IntegerForms.extended(a.b, a, i >>> 16 & 31, i >>> 13 & 7, (i >>> 12 & 1) * size(i));
        a.b.ladd().lstore(Asm.VA);
        access(a, i, Mode.OFFSET, 0, false);
    }

    private static void offset(CodeBuilder b, long bytes) {
        if (bytes != 0) {
            b.loadConstant(bytes).ladd();
        }
    }

    /** The access of a single-register form at VA, then the base register's update. */
    private static void access(Asm a, int i, Mode mode, long imm, boolean unprivileged) {
        CodeBuilder b = a.b;
        int opc = i >>> 22 & 3;
        if (simd(i)) {
            a.requireFp();
            simdAccess(a, size(i), (opc & 1) != 0, t(i));
            update(a, i, mode, imm);
            return;
        }
        int size = i >>> 30;
        a.lookup(1 << size, a.strict ? 1 << size : 1, opc == 0, unprivileged);
        if (opc == 0) {
            a.memory();
            a.host();
            a.x(t(i));
            a.store(size);
            update(a, i, mode, imm);
            return;
        }
        a.memory();
        a.host();
        a.load(size, opc >= 2, opc == 2);
        if (mode == Mode.OFFSET) {
            set(a, t(i));
        } else {
            b.lstore(Asm.T0);
            update(a, i, mode, imm);
            b.lload(Asm.T0);
            set(a, t(i));
        }
    }

    private static void set(Asm a, int r) {
        a.setX(r);
    }

    private static void update(Asm a, int i, Mode mode, long imm) {
        if (mode == Mode.OFFSET) {
            return;
        }
        boolean keep = n(i) == 31 && a.stackAligned && (imm & 15) == 0;
        a.b.lload(Asm.VA);
        if (mode == Mode.POST) {
            offset(a.b, imm);
        }
        a.setXsp(n(i));
        a.stackAligned |= keep;
    }

    private static void literal(Asm a, int row, int i) {
        int opc = i >>> 30;
        if (A64.kind(row) == A64.PREFETCH) {
            return;
        }
        a.b.lload(Asm.PAGE).loadConstant(4L * (a.slot + (i << 8 >> 13))).ladd().lstore(Asm.VA);
        if (simd(i)) {
            a.requireFp();
            simdAccess(a, 2 + opc, true, t(i));
            return;
        }
        int size = opc == 1 ? 3 : 2;
        a.lookup(1 << size, a.strict ? 1 << size : 1, false, false);
        a.memory();
        a.host();
        a.load(size, opc == 2, true);
        set(a, t(i));
    }

    private static void simdAccess(Asm a, int size, boolean load, int t) {
        CodeBuilder b = a.b;
        int part = Math.min(size, 3);
        a.lookup(1 << size, a.strict ? 1 << size : 1, !load, false);
        if (load) {
            a.host();
            b.lstore(Asm.ENTRY);
            a.memory();
            b.lload(Asm.ENTRY);
            a.load(part, false, false);
            a.setElement(Asm.V, 2 * t);
            if (size == 4) {
                a.memory();
                b.lload(Asm.ENTRY).loadConstant(8L).ladd();
                a.load(3, false, false);
            } else {
                b.lconst_0();
            }
            a.setElement(Asm.V, 2 * t + 1);
            return;
        }
        a.host();
        b.lstore(Asm.ENTRY);
        a.memory();
        b.lload(Asm.ENTRY);
        a.getElement(Asm.V, 2 * t);
        a.store(part);
        if (size == 4) {
            a.memory();
            b.lload(Asm.ENTRY).loadConstant(8L).ladd();
            a.getElement(Asm.V, 2 * t + 1);
            a.store(3);
        }
    }

    // Pairs: one comparison covers both.

    private static void pair(Asm a, int i, Mode mode) {
        int opc = i >>> 30;
        boolean load = (i >>> 22 & 1) != 0;
        boolean simd = simd(i);
        int size = simd ? 2 + opc : 2 + (opc >> 1);
        long imm = (long) (i << 10 >> 25) << size;
        base(a, i);
        offset(a.b, mode == Mode.POST ? 0 : imm);
        a.b.lstore(Asm.VA);
        if (simd) {
            a.requireFp();
        }
        a.lookup(2 << size, a.strict ? 1 << size : 1, !load, false);
        int t = t(i);
        int t2 = i >>> 10 & 31;
        CodeBuilder b = a.b;
        a.host();
        b.lstore(Asm.ENTRY); // now the host address
        if (simd) {
            simdPair(a, size, load, t, t2);
            update(a, i, mode, imm);
        } else if (load) {
            a.memory();
            b.lload(Asm.ENTRY);
            a.load(size, opc == 1, true);
            b.lstore(Asm.T0);
            a.memory();
            b.lload(Asm.ENTRY).loadConstant(1L << size).ladd();
            a.load(size, opc == 1, true);
            b.lstore(Asm.T1);
            update(a, i, mode, imm);
            b.lload(Asm.T0);
            set(a, t);
            b.lload(Asm.T1);
            set(a, t2);
        } else {
            a.memory();
            b.lload(Asm.ENTRY);
            a.x(t);
            a.store(size);
            a.memory();
            b.lload(Asm.ENTRY).loadConstant(1L << size).ladd();
            a.x(t2);
            a.store(size);
            update(a, i, mode, imm);
        }
    }

    private static void simdPair(Asm a, int size, boolean load, int t, int t2) {
        CodeBuilder b = a.b;
        int[] registers = {t, t2};
        for (int k = 0; k < 2; k++) {
            for (int half = 0; half < 2; half++) {
                int v = 2 * registers[k] + half;
                int at = (k << size) + 8 * half;
                boolean inMemory = half == 0 || size == 4;
                if (load) {
                    if (inMemory) {
                        a.memory();
                        b.lload(Asm.ENTRY).loadConstant((long) at).ladd();
                        a.load(Math.min(size, 3), false, false);
                    } else {
                        b.lconst_0();
                    }
                    a.setElement(Asm.V, v);
                } else if (inMemory) {
                    a.memory();
                    b.lload(Asm.ENTRY).loadConstant((long) at).ladd();
                    a.getElement(Asm.V, v);
                    a.store(Math.min(size, 3));
                }
            }
        }
    }

    // Ordered and exclusive: as any access, but always aligned.

    private static void ordered(Asm a, int row, int i) {
        int size = i >>> 30;
        boolean load = (i >>> 22 & 1) != 0;
        base(a, i);
        a.b.lstore(Asm.VA);
        a.lookup(1 << size, 1 << size, !load, false);
        a.memory();
        a.host();
        if (load) {
            a.load(size, false, false);
            set(a, t(i));
        } else {
            a.x(t(i));
            a.store(size);
        }
    }

    /** LDXR, LDAXR, STXR, STLXR; a store that the monitor refuses is left to the interpreter. */
    private static void exclusive(Asm a, int row, int i) {
        int size = i >>> 30;
        base(a, i);
        a.b.lstore(Asm.VA);
        if ((i >>> 22 & 1) != 0) {
            a.lookup(1 << size, 1 << size, false, false);
            tag(a, 1 << size);
            a.memory();
            a.host();
            a.load(size, false, false);
            set(a, t(i));
            return;
        }
        requireTag(a, 1 << size);
        a.lookup(1 << size, 1 << size, true, false);
        a.memory();
        a.host();
        a.x(t(i));
        a.store(size);
        stored(a, i);
    }

    private static void exclusivePair(Asm a, int row, int i) {
        int size = i >>> 30;
        CodeBuilder b = a.b;
        base(a, i);
        b.lstore(Asm.VA);
        int t = t(i);
        int t2 = i >>> 10 & 31;
        if ((i >>> 22 & 1) != 0) {
            a.lookup(2 << size, 2 << size, false, false);
            tag(a, 2 << size);
            a.host();
            b.lstore(Asm.ENTRY);
            a.memory();
            b.lload(Asm.ENTRY);
            a.load(size, false, false);
            b.lstore(Asm.T0);
            a.memory();
            b.lload(Asm.ENTRY).loadConstant(1L << size).ladd();
            a.load(size, false, false);
            b.lstore(Asm.T1).lload(Asm.T0);
            set(a, t);
            b.lload(Asm.T1);
            set(a, t2);
            return;
        }
        requireTag(a, 2 << size);
        a.lookup(2 << size, 2 << size, true, false);
        a.host();
        b.lstore(Asm.ENTRY);
        a.memory();
        b.lload(Asm.ENTRY);
        a.x(t);
        a.store(size);
        a.memory();
        b.lload(Asm.ENTRY).loadConstant(1L << size).ladd();
        a.x(t2);
        a.store(size);
        stored(a, i);
    }

    /** Marks VA for the exclusive monitor. */
    private static void tag(Asm a, int bytes) {
        a.pushCpu();
        a.b.lload(Asm.VA).putfield(Asm.VCPU, "exclusiveAddress", CD_long);
        a.pushCpu();
        a.b.bipush(bytes).putfield(Asm.VCPU, "exclusiveBytes", CD_int);
    }

    private static void requireTag(Asm a, int bytes) {
        a.getField("exclusiveBytes", CD_int);
        a.b.bipush(bytes).if_icmpne(a.interpret());
        a.getField("exclusiveAddress", CD_long);
        a.b.lload(Asm.VA).lcmp().ifne(a.interpret());
    }

    /** After a store-exclusive: the monitor opens, the status says success. */
    private static void stored(Asm a, int i) {
        a.pushCpu();
        a.b.iconst_0().putfield(Asm.VCPU, "exclusiveBytes", CD_int).lconst_0();
        set(a, i >>> 16 & 31);
    }

    // Cache maintenance by address

    /** DC CVAC and its like: nothing, where the address can be read. */
    static void clean(Asm a, int register) {
        a.x(register);
        a.b.lstore(Asm.VA);
        a.lookup(1, 1, false, false);
    }

    /** DC ZVA of a block of {@code bytes} bytes, in memory that is not Device. */
    static void zero(Asm a, int register, int bytes) {
        CodeBuilder b = a.b;
        a.x(register);
        b.loadConstant(-(long) bytes).land().lstore(Asm.VA);
        a.lookup(bytes, 1, true, false);
        a.host();
        b.lstore(Asm.ENTRY);
        for (int k = 0; k < bytes; k += 8) {
            a.memory();
            b.lload(Asm.ENTRY);
            if (k != 0) {
                b.loadConstant((long) k).ladd();
            }
            b.lconst_0();
            a.store(3);
        }
    }
}
