package trapline.jit;

import static trapline.jit.Asm.BITS;
import static trapline.jit.Asm.FA;
import static trapline.jit.Asm.FB;
import static trapline.jit.Asm.IA;
import static trapline.jit.Asm.IB;
import static trapline.jit.Asm.INTEGER;
import static trapline.jit.Asm.LONG;
import static trapline.jit.Asm.MATH;
import static trapline.jit.Asm.WORD;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import trapline.isa.A64;
import trapline.jit.Forms.Form;
import trapline.vcpu.Bits;

/**
 * Data processing on general registers. Operands come from the fixed places of DDI 0487, C4.1;
 * constants are folded here, so that what HotSpot sees is the one operation.
 */
final class IntegerForms {
    /**
     * Forms by Arm's name of the encoding class: what follows the second underscore of a row's
     * name.
     */
    private static final Map<String, Form> CLASSES =
            Map.ofEntries(
                    Map.entry("addsub_imm", IntegerForms::addSubImmediate),
                    Map.entry("addsub_shift", IntegerForms::addSubShifted),
                    Map.entry("addsub_ext", IntegerForms::addSubExtended),
                    Map.entry("addsub_carry", IntegerForms::addSubCarry),
                    Map.entry("log_imm", IntegerForms::logicalImmediate),
                    Map.entry("log_shift", IntegerForms::logicalShifted),
                    Map.entry("movewide", IntegerForms::moveWide),
                    Map.entry("bitfield", IntegerForms::bitfield),
                    Map.entry("extract", IntegerForms::extract),
                    Map.entry("pcreladdr", IntegerForms::address),
                    Map.entry("condcmp_imm", IntegerForms::conditionalCompare),
                    Map.entry("condcmp_reg", IntegerForms::conditionalCompare),
                    Map.entry("condsel", IntegerForms::conditionalSelect),
                    Map.entry("dp_1src", IntegerForms::oneSource),
                    Map.entry("dp_2src", IntegerForms::twoSources),
                    Map.entry("dp_3src", IntegerForms::threeSources));

    private IntegerForms() {}

    static @Nullable Form of(String name) {
        int first = name.indexOf('_');
        int second = name.indexOf('_', first + 1);
        return second < 0 ? null : CLASSES.get(name.substring(second + 1));
    }

    private static int d(int i) {
        return i & 31;
    }

    private static int n(int i) {
        return i >>> 5 & 31;
    }

    private static int m(int i) {
        return i >>> 16 & 31;
    }

    private static int a(int i) {
        return i >>> 10 & 31;
    }

    private static boolean wide(int i) {
        return i < 0;
    }

    private static boolean subtracts(int i) {
        return (i >>> 30 & 1) != 0;
    }

    private static boolean setsFlags(int i) {
        return (i >>> 29 & 1) != 0;
    }

    // Add and subtract. The second operand is on the stack as a long (64) or an int (32).

    private static void addSubImmediate(Asm a, int row, int i) {
        long imm = (long) (i >>> 10 & 0xfff) << (12 * (i >>> 22 & 1));
        boolean keep =
                d(i) == 31 && n(i) == 31 && a.stackAligned && (imm & 15) == 0 && !setsFlags(i);
        if (wide(i)) {
            a.b.loadConstant(imm);
        } else {
            a.b.loadConstant((int) imm);
        }
        addSub(a, i, true);
        a.stackAligned |= keep;
    }

    private static void addSubShifted(Asm a, int row, int i) {
        shifted(a, i);
        addSub(a, i, false);
    }

    private static void addSubExtended(Asm a, int row, int i) {
        extended(a.b, a, m(i), i >>> 13 & 7, i >>> 10 & 7);
        if (!wide(i)) {
            a.b.l2i();
        }
        addSub(a, i, true);
    }

    /** Pushes Xm extended by option and shifted left. */
    static void extended(CodeBuilder b, Asm a, int m, int option, int shift) {
        a.x(m);
        switch (option) {
            case 0 -> b.loadConstant(0xffL).land();
            case 1 -> b.loadConstant(0xffffL).land();
            case 2 -> b.loadConstant(WORD).land();
            case 4 -> b.l2i().i2b().i2l();
            case 5 -> b.l2i().i2s().i2l();
            case 6 -> b.l2i().i2l();
            default -> {}
        }
        if (shift != 0) {
            b.bipush(shift).lshl();
        }
    }

    /** Pushes Xm or Wm shifted as a shifted-register form says. */
    private static void shifted(Asm a, int i) {
        int type = i >>> 22 & 3;
        int amount = i >>> 10 & 63;
        if (wide(i)) {
            a.x(m(i));
            if (amount != 0) {
                a.b.bipush(amount);
                switch (type) {
                    case 0 -> a.b.lshl();
                    case 1 -> a.b.lushr();
                    case 2 -> a.b.lshr();
                    default -> a.b.invokestatic(LONG, "rotateRight", Asm.L_LI);
                }
            }
        } else {
            a.w(m(i));
            if (amount != 0) {
                a.b.bipush(amount);
                switch (type) {
                    case 0 -> a.b.ishl();
                    case 1 -> a.b.iushr();
                    case 2 -> a.b.ishr();
                    default -> a.b.invokestatic(INTEGER, "rotateRight", Asm.I_II);
                }
            }
        }
    }

    /**
     * Adds or subtracts what is on the stack.
     *
     * @param sp register 31 is the stack pointer: as Rn, and as Rd unless flags are set
     */
    private static void addSub(Asm a, int i, boolean sp) {
        boolean sub = subtracts(i);
        if (wide(i)) {
            if (setsFlags(i)) {
                a.b.lstore(FB);
                push(a, n(i), sp);
                a.b.lstore(FA);
                a.kind = sub ? FlagKind.SUB64 : FlagKind.ADD64;
                if (d(i) == 31) {
                    return;
                }
                a.b.lload(FA).lload(FB);
                sum(a.b, sub);
                a.setX(d(i));
                return;
            }
            a.b.lstore(Asm.T0);
            push(a, n(i), sp);
            a.b.lload(Asm.T0);
            sum(a.b, sub);
            if (sp) {
                a.setXsp(d(i));
            } else {
                a.setX(d(i));
            }
            return;
        }
        if (setsFlags(i)) {
            a.b.istore(IB);
            push(a, n(i), sp);
            a.b.l2i().istore(IA);
            a.kind = sub ? FlagKind.SUB32 : FlagKind.ADD32;
            if (d(i) == 31) {
                return;
            }
            a.b.iload(IA).iload(IB);
        } else {
            a.b.istore(Asm.OUT);
            push(a, n(i), sp);
            a.b.l2i().iload(Asm.OUT);
        }
        if (sub) {
            a.b.isub();
        } else {
            a.b.iadd();
        }
        if (sp && !setsFlags(i)) {
            a.setWsp(d(i));
        } else {
            a.setW(d(i));
        }
    }

    private static void push(Asm a, int r, boolean sp) {
        if (sp) {
            a.xsp(r);
        } else {
            a.x(r);
        }
    }

    private static void sum(CodeBuilder b, boolean sub) {
        if (sub) {
            b.lsub();
        } else {
            b.ladd();
        }
    }

    private static void addSubCarry(Asm a, int row, int i) {
        a.materialise();
        CodeBuilder b = a.b;
        // Operands in FA, FB (or IA, IB), the carry in OUT.
        b.iload(Asm.NZCV).bipush(29).iushr().iconst_1().iand().istore(Asm.OUT);
        if (wide(i)) {
            a.x(n(i));
            b.lstore(FA);
            a.x(m(i));
            if (subtracts(i)) {
                b.loadConstant(-1L).lxor();
            }
            b.lstore(FB);
            if (setsFlags(i)) {
                b.lload(FA).lload(FB).iload(Asm.OUT).invokestatic(BITS, "addFlags64", Asm.I_LLI);
                b.istore(Asm.NZCV);
            }
            b.lload(FA).lload(FB).ladd().iload(Asm.OUT).i2l().ladd();
            a.setX(d(i));
            return;
        }
        a.w(n(i));
        b.istore(IA);
        a.w(m(i));
        if (subtracts(i)) {
            b.iconst_m1().ixor();
        }
        b.istore(IB);
        if (setsFlags(i)) {
            b.iload(IA).iload(IB).iload(Asm.OUT).invokestatic(BITS, "addFlags32", Asm.I_III);
            b.istore(Asm.NZCV);
        }
        b.iload(IA).iload(IB).iadd().iload(Asm.OUT).iadd();
        a.setW(d(i));
    }

    // Logical

    private static void logicalImmediate(Asm a, int row, int i) {
        long mask = Bits.bitMask(i);
        boolean flags = (i >>> 29 & 3) == 3;
        if (wide(i)) {
            a.x(n(i));
            a.b.loadConstant(mask);
            logic64(a, i >>> 29 & 3);
            result64(a, i, flags, true);
        } else {
            a.w(n(i));
            a.b.loadConstant((int) mask);
            logic32(a, i >>> 29 & 3);
            result32(a, i, flags, true);
        }
    }

    private static void logicalShifted(Asm a, int row, int i) {
        boolean flags = (i >>> 29 & 3) == 3;
        boolean invert = (i >>> 21 & 1) != 0;
        if (wide(i)) {
            a.x(n(i));
            shifted(a, i);
            if (invert) {
                a.b.loadConstant(-1L).lxor();
            }
            logic64(a, i >>> 29 & 3);
            result64(a, i, flags, false);
        } else {
            a.w(n(i));
            shifted(a, i);
            if (invert) {
                a.b.iconst_m1().ixor();
            }
            logic32(a, i >>> 29 & 3);
            result32(a, i, flags, false);
        }
    }

    private static void logic64(Asm a, int operation) {
        switch (operation) {
            case 1 -> a.b.lor();
            case 2 -> a.b.lxor();
            default -> a.b.land();
        }
    }

    private static void logic32(Asm a, int operation) {
        switch (operation) {
            case 1 -> a.b.ior();
            case 2 -> a.b.ixor();
            default -> a.b.iand();
        }
    }

    private static void result64(Asm a, int i, boolean flags, boolean sp) {
        if (flags) {
            a.b.lstore(FA);
            a.kind = FlagKind.LOGIC64;
            if (d(i) != 31) {
                a.b.lload(FA);
                a.setX(d(i));
            }
        } else if (sp) {
            a.setXsp(d(i));
        } else {
            a.setX(d(i));
        }
    }

    private static void result32(Asm a, int i, boolean flags, boolean sp) {
        if (flags) {
            a.b.istore(IA);
            a.kind = FlagKind.LOGIC32;
            if (d(i) != 31) {
                a.b.iload(IA);
                a.setW(d(i));
            }
        } else if (sp) {
            a.setWsp(d(i));
        } else {
            a.setW(d(i));
        }
    }

    // Moves, bitfields, addresses

    private static void moveWide(Asm a, int row, int i) {
        int shift = i >>> 17 & 48;
        long imm = (i >>> 5 & 0xffffL) << shift;
        long mask = wide(i) ? -1 : WORD;
        switch (i >>> 29 & 3) {
            case 0 -> a.b.loadConstant(~imm & mask);
            case 2 -> a.b.loadConstant(imm & mask);
            default -> {
                a.x(d(i));
                a.b.loadConstant(~(0xffffL << shift) & mask).land().loadConstant(imm & mask).lor();
            }
        }
        a.setX(d(i));
    }

    /**
     * SBFM, BFM and UBFM as the shifts and masks that constant {@code immr} and {@code imms} leave
     * of them.
     */
    private static void bitfield(Asm a, int row, int i) {
        int immr = i >>> 16 & 63;
        int imms = i >>> 10 & 63;
        int operation = i >>> 29 & 3;
        if (wide(i)) {
            if (operation == 0) {
                a.x(n(i));
                signedField(a.b, 64, immr, imms);
            } else {
                unsignedField(a, i, operation == 1, 64, immr, imms);
            }
            a.setX(d(i));
        } else if (operation == 0) {
            a.w(n(i));
            signedField(a.b, 32, immr, imms);
            a.setW(d(i));
        } else {
            // On 64 bits, where the upper half is zero before and after.
            unsignedField(a, i, operation == 1, 32, immr, imms);
            a.setX(d(i));
        }
    }

    /** Field up to its sign bit at the top, then down to its place. */
    private static void signedField(CodeBuilder b, int size, int immr, int imms) {
        int up = size - 1 - imms;
        int down = imms >= immr ? up + immr : immr - imms - 1;
        if (size == 64) {
            if (up != 0) {
                b.bipush(up).lshl();
            }
            if (down != 0) {
                b.bipush(down).lshr();
            }
        } else {
            if (up != 0) {
                b.bipush(up).ishl();
            }
            if (down != 0) {
                b.bipush(down).ishr();
            }
        }
    }

    /** Pushes the field in its place, over Xd's other bits if {@code insert}. */
    private static void unsignedField(Asm a, int i, boolean insert, int size, int immr, int imms) {
        CodeBuilder b = a.b;
        boolean extracts = imms >= immr;
        int width = extracts ? imms - immr + 1 : imms + 1;
        int place = extracts ? 0 : size - immr;
        long mask = width == 64 ? -1 : (1L << width) - 1;
        a.x(n(i));
        if (extracts && immr != 0) {
            b.bipush(immr).lushr();
        }
        boolean masked = size == 32 || immr + width != 64 || !extracts;
        if (masked && !(size == 64 && place + width == 64)) {
            b.loadConstant(mask).land();
        }
        if (place != 0) {
            b.bipush(place).lshl();
        }
        if (insert) {
            long kept = ~(mask << place) & (size == 32 ? WORD : -1);
            a.x(d(i));
            b.loadConstant(kept).land().lor();
        }
    }

    private static void extract(Asm a, int row, int i) {
        int lsb = i >>> 10 & 63;
        CodeBuilder b = a.b;
        if (wide(i)) {
            a.x(m(i));
            if (lsb != 0) {
                b.bipush(lsb).lushr();
                a.x(n(i));
                b.bipush(64 - lsb).lshl().lor();
            }
            a.setX(d(i));
            return;
        }
        a.w(m(i));
        if (lsb != 0) {
            b.bipush(lsb).iushr();
            a.w(n(i));
            b.bipush(32 - lsb).ishl().ior();
        }
        a.setW(d(i));
    }

    private static void address(Asm a, int row, int i) {
        int offset = i << 8 >> 13 << 2 | i >>> 29 & 3;
        long from = wide(i) ? (long) offset << 12 : offset + 4L * a.slot;
        a.b.lload(Asm.PAGE).loadConstant(from).ladd();
        a.setX(d(i));
    }

    // Conditions

    /** Jumps when {@code cond} holds for the flags where they are now. */
    static void branchIf(Asm a, int cond, Label to) {
        if (cond >= 14) {
            a.b.goto_(to);
            return;
        }
        boolean done =
                switch (a.kind) {
                    case SUB64 -> compared64(a, cond, to);
                    case SUB32 -> compared32(a, cond, to);
                    case ADD64 -> added(a, cond, to, true);
                    case ADD32 -> added(a, cond, to, false);
                    case LOGIC64 -> logical(a, cond, to, true);
                    case LOGIC32 -> logical(a, cond, to, false);
                    default -> false;
                };
        if (!done) {
            onFlags(a, cond, to);
        }
    }

    private static boolean compared64(Asm a, int cond, Label to) {
        CodeBuilder b = a.b;
        b.lload(FA).lload(FB);
        switch (cond) {
            case 0 -> b.lcmp().ifeq(to);
            case 1 -> b.lcmp().ifne(to);
            case 2 -> b.invokestatic(LONG, "compareUnsigned", Asm.I_LL).ifge(to);
            case 3 -> b.invokestatic(LONG, "compareUnsigned", Asm.I_LL).iflt(to);
            case 4 -> b.lsub().lconst_0().lcmp().iflt(to);
            case 5 -> b.lsub().lconst_0().lcmp().ifge(to);
            case 8 -> b.invokestatic(LONG, "compareUnsigned", Asm.I_LL).ifgt(to);
            case 9 -> b.invokestatic(LONG, "compareUnsigned", Asm.I_LL).ifle(to);
            case 10 -> b.lcmp().ifge(to);
            case 11 -> b.lcmp().iflt(to);
            case 12 -> b.lcmp().ifgt(to);
            case 13 -> b.lcmp().ifle(to);
            default -> {
                b.pop2().pop2();
                return false;
            }
        }
        return true;
    }

    private static boolean compared32(Asm a, int cond, Label to) {
        CodeBuilder b = a.b;
        b.iload(IA).iload(IB);
        switch (cond) {
            case 0 -> b.if_icmpeq(to);
            case 1 -> b.if_icmpne(to);
            case 2 -> b.invokestatic(INTEGER, "compareUnsigned", Asm.I_II).ifge(to);
            case 3 -> b.invokestatic(INTEGER, "compareUnsigned", Asm.I_II).iflt(to);
            case 4 -> b.isub().iflt(to);
            case 5 -> b.isub().ifge(to);
            case 8 -> b.invokestatic(INTEGER, "compareUnsigned", Asm.I_II).ifgt(to);
            case 9 -> b.invokestatic(INTEGER, "compareUnsigned", Asm.I_II).ifle(to);
            case 10 -> b.if_icmpge(to);
            case 11 -> b.if_icmplt(to);
            case 12 -> b.if_icmpgt(to);
            case 13 -> b.if_icmple(to);
            default -> {
                b.pop().pop();
                return false;
            }
        }
        return true;
    }

    /** EQ, NE, MI and PL of a sum; the rest is rare. */
    private static boolean added(Asm a, int cond, Label to, boolean wide) {
        if (cond != 0 && cond != 1 && cond != 4 && cond != 5) {
            return false;
        }
        CodeBuilder b = a.b;
        if (wide) {
            b.lload(FA).lload(FB).ladd().lconst_0().lcmp();
        } else {
            b.iload(IA).iload(IB).iadd();
        }
        zeroOrSign(b, cond, to);
        return true;
    }

    /** C and V are 0 after a logical instruction. */
    private static boolean logical(Asm a, int cond, Label to, boolean wide) {
        CodeBuilder b = a.b;
        if (cond == 3 || cond == 7 || cond == 9) {
            b.goto_(to);
            return true;
        }
        if (cond == 2 || cond == 6 || cond == 8) {
            return true;
        }
        if (wide) {
            b.lload(FA).lconst_0().lcmp();
        } else {
            b.iload(IA);
        }
        zeroOrSign(b, cond, to);
        return true;
    }

    private static void zeroOrSign(CodeBuilder b, int cond, Label to) {
        switch (cond) {
            case 0 -> b.ifeq(to);
            case 1 -> b.ifne(to);
            case 4, 11 -> b.iflt(to);
            case 5, 10 -> b.ifge(to);
            case 12 -> b.ifgt(to);
            default -> b.ifle(to);
        }
    }

    /** Condition on NZCV as bits. */
    private static void onFlags(Asm a, int cond, Label to) {
        CodeBuilder b = a.b;
        int bit =
                switch (cond >>> 1) {
                    case 0 -> Bits.Z;
                    case 1 -> Bits.C;
                    case 2 -> Bits.N;
                    case 3 -> Bits.V;
                    default -> 0;
                };
        if (bit == 0) {
            b.bipush(cond);
            a.pushFlags(a.kind);
            b.invokestatic(BITS, "holds", Asm.Z_II).ifne(to);
            return;
        }
        a.pushFlags(a.kind);
        b.loadConstant(bit).iand();
        if ((cond & 1) != 0) {
            b.ifeq(to);
        } else {
            b.ifne(to);
        }
    }

    private static void conditionalCompare(Asm a, int row, int i) {
        CodeBuilder b = a.b;
        boolean immediate = (i >>> 11 & 1) != 0;
        Label compare = b.newLabel();
        Label end = b.newLabel();
        branchIf(a, i >>> 12 & 15, compare);
        b.loadConstant(i << 28).goto_(end);
        b.labelBinding(compare);
        boolean sub = subtracts(i);
        if (wide(i)) {
            a.x(n(i));
            if (immediate) {
                b.loadConstant((long) m(i));
            } else {
                a.x(m(i));
            }
            if (sub) {
                b.invokestatic(BITS, "subFlags64", Asm.I_LL);
            } else {
                b.iconst_0().invokestatic(BITS, "addFlags64", Asm.I_LLI);
            }
        } else {
            a.w(n(i));
            if (immediate) {
                b.bipush(m(i));
            } else {
                a.w(m(i));
            }
            if (sub) {
                b.invokestatic(BITS, "subFlags32", Asm.I_II);
            } else {
                b.iconst_0().invokestatic(BITS, "addFlags32", Asm.I_III);
            }
        }
        b.labelBinding(end);
        b.istore(Asm.NZCV);
        a.kind = FlagKind.NZCV;
    }

    private static void conditionalSelect(Asm a, int row, int i) {
        CodeBuilder b = a.b;
        Label holds = b.newLabel();
        Label end = b.newLabel();
        branchIf(a, i >>> 12 & 15, holds);
        a.x(m(i));
        boolean invert = (i >>> 30 & 1) != 0;
        boolean increment = (i >>> 10 & 1) != 0;
        if (invert) {
            b.loadConstant(-1L).lxor();
        }
        if (increment) {
            b.lconst_1().ladd();
        }
        b.goto_(end);
        b.labelBinding(holds);
        a.x(n(i));
        b.labelBinding(end);
        if (!wide(i)) {
            b.loadConstant(WORD).land();
        }
        a.setX(d(i));
    }

    // One, two and three sources

    private static void oneSource(Asm a, int row, int i) {
        CodeBuilder b = a.b;
        boolean wide = wide(i);
        if (wide) {
            a.x(n(i));
        } else {
            a.w(n(i));
        }
        switch (i >>> 10 & 63) {
            case 0 -> b.invokestatic(wide ? LONG : INTEGER, "reverse", wide ? Asm.L_L : Asm.I_I);
            case 1 -> {
                if (!wide) {
                    b.i2l();
                }
                b.invokestatic(BITS, "rev16", Asm.L_L);
                if (!wide) {
                    b.l2i();
                }
            }
            case 2 -> {
                if (wide) {
                    b.invokestatic(BITS, "rev32", Asm.L_L);
                } else {
                    b.invokestatic(INTEGER, "reverseBytes", Asm.I_I);
                }
            }
            case 3 -> b.invokestatic(LONG, "reverseBytes", Asm.L_L);
            case 4 -> {
                b.invokestatic(
                        wide ? LONG : INTEGER, "numberOfLeadingZeros", wide ? Asm.I_L : Asm.I_I);
                if (wide) {
                    b.i2l();
                }
            }
            default -> {
                b.invokestatic(BITS, wide ? "cls64" : "cls32", wide ? Asm.I_L : Asm.I_I);
                if (wide) {
                    b.i2l();
                }
            }
        }
        if (wide) {
            a.setX(d(i));
        } else {
            a.setW(d(i));
        }
    }

    private static void twoSources(Asm a, int row, int i) {
        int operation = i >>> 10 & 63;
        if (operation >= 16) {
            crc(a, i, operation);
            return;
        }
        if (operation < 4) {
            boolean signed = (operation & 1) != 0;
            if (wide(i)) {
                a.x(n(i));
                a.x(m(i));
                a.b.invokestatic(BITS, signed ? "sdiv64" : "udiv64", Asm.L_LL);
                a.setX(d(i));
            } else {
                a.w(n(i));
                a.w(m(i));
                a.b.invokestatic(BITS, signed ? "sdiv32" : "udiv32", Asm.I_II);
                a.setW(d(i));
            }
            return;
        }
        // A JVM shift uses the low 5 or 6 bits of its count, as A64 does.
        if (wide(i)) {
            a.x(n(i));
            a.w(m(i));
            switch (operation & 3) {
                case 0 -> a.b.lshl();
                case 1 -> a.b.lushr();
                case 2 -> a.b.lshr();
                default -> a.b.invokestatic(LONG, "rotateRight", Asm.L_LI);
            }
            a.setX(d(i));
        } else {
            a.w(n(i));
            a.w(m(i));
            switch (operation & 3) {
                case 0 -> a.b.ishl();
                case 1 -> a.b.iushr();
                case 2 -> a.b.ishr();
                default -> a.b.invokestatic(INTEGER, "rotateRight", Asm.I_II);
            }
            a.setW(d(i));
        }
    }

    private static void crc(Asm a, int i, int operation) {
        a.w(n(i));
        a.x(m(i));
        a.b.bipush(1 << (operation & 3));
        a.b.invokestatic(BITS, (operation & 4) != 0 ? "crc32c" : "crc32", Asm.I_ILI);
        a.setW(d(i));
    }

    private static void threeSources(Asm a, int row, int i) {
        CodeBuilder b = a.b;
        boolean sub = (i >>> 15 & 1) != 0;
        int operation = i >>> 21 & 7;
        if (row == A64.SMULH_64_dp_3src || row == A64.UMULH_64_dp_3src) {
            a.x(n(i));
            a.x(m(i));
            b.invokestatic(
                    MATH, operation == 2 ? "multiplyHigh" : "unsignedMultiplyHigh", Asm.L_LL);
            a.setX(d(i));
            return;
        }
        if (operation == 0 && !wide(i)) {
            a.w(a(i));
            a.w(n(i));
            a.w(m(i));
            b.imul();
            if (sub) {
                b.isub();
            } else {
                b.iadd();
            }
            a.setW(d(i));
            return;
        }
        a.x(a(i));
        factor(a, n(i), operation);
        factor(a, m(i), operation);
        b.lmul();
        sum(b, sub);
        a.setX(d(i));
    }

    private static void factor(Asm a, int r, int operation) {
        a.x(r);
        if (operation == 1) {
            a.b.l2i().i2l();
        } else if (operation == 5) {
            a.b.loadConstant(WORD).land();
        }
    }
}
