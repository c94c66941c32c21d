package trapline.jit;

import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import trapline.isa.A64;
import trapline.mmu.Mmu;
import trapline.vcpu.DecodedPage;

/** Writes the body of {@link Region#run} for a plan. */
final class RegionWriter {
    private static final MethodTypeDesc BRANCH_ADDRESS = MethodTypeDesc.of(CD_long, CD_long);

    private final CodeBuilder b;
    private final Plan plan;
    private final Asm a;
    private final Label[] labels;
    private final FlagKind[] kindIn;
    private final boolean[] flagsLive;
    private int read;
    private int written;
    private boolean flagsUsed;

    private RegionWriter(CodeBuilder b, Plan plan, boolean strict, Tier tier) {
        this.b = b;
        this.plan = plan;
        this.a = new Asm(b, plan, strict, tier == Tier.QUICK);
        this.labels = new Label[plan.blocks];
        this.kindIn = new FlagKind[plan.blocks];
        this.flagsLive = new boolean[plan.blocks];
    }

    static void write(CodeBuilder b, Plan plan, boolean strict, Tier tier) {
        new RegionWriter(b, plan, strict, tier).body();
    }

    private void body() {
        for (int k = 0; k < plan.blocks; k++) {
            labels[k] = b.newLabel();
        }
        registers();
        flowOfFlags();
        prologue();
        enter(0, plan.entries.length);
        for (int k = 0; k < plan.blocks; k++) {
            block(k);
        }
        exits();
    }

    // Analysis

    private void registers() {
        for (int k = 0; k < plan.blocks; k++) {
            for (int s = plan.first[k]; s <= plan.last(k); s++) {
                int row = plan.row[s];
                if (Forms.translatable(row, plan.word[s])) {
                    read |= A64.gprReads(row, plan.word[s]);
                    written |= A64.gprWrites(row, plan.word[s]);
                    flagsUsed |= A64.readsFlags(row) || A64.writesFlags(row);
                }
            }
        }
    }

    /** Where the flags are at each block's start, and whether anybody may look at them. */
    private void flowOfFlags() {
        Arrays.fill(kindIn, FlagKind.UNSEEN);
        for (int e : plan.entries) {
            kindIn[e] = FlagKind.NZCV;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int k = 0; k < plan.blocks; k++) {
                FlagKind out = kindIn[k];
                if (out == FlagKind.UNSEEN) {
                    continue;
                }
                for (int s = plan.first[k]; s <= plan.last(k); s++) {
                    FlagKind after = FlagKind.after(plan.row[s], plan.word[s]);
                    out = after == FlagKind.UNSEEN ? out : after;
                    if (consumesAsBits(plan.row[s])) {
                        out = FlagKind.NZCV;
                    }
                }
                changed |= meet(plan.taken[k], out);
                changed |= meet(plan.next[k], out);
            }
        }
        changed = true;
        while (changed) {
            changed = false;
            for (int k = plan.blocks - 1; k >= 0; k--) {
                boolean live = liveIn(k);
                if (live != flagsLive[k]) {
                    flagsLive[k] = live;
                    changed = true;
                }
            }
        }
    }

    /** Instructions that turn the flags into bits as they read them. */
    private static boolean consumesAsBits(int row) {
        return row != 0
                && A64.readsFlags(row)
                && (row >= A64.FIRST_SIMD_FP
                        || row >= A64.ADC_32_addsub_carry && row <= A64.SBCS_64_addsub_carry);
    }

    private boolean meet(int block, FlagKind k) {
        if (block == Plan.OUT || kindIn[block].meet(k) == kindIn[block]) {
            return false;
        }
        kindIn[block] = kindIn[block].meet(k);
        return true;
    }

    private boolean liveIn(int k) {
        for (int s = plan.first[k]; s <= plan.last(k); s++) {
            int row = plan.row[s];
            if (!Forms.translatable(row, plan.word[s])
                    || A64.readsFlags(row)
                    || row >= A64.FIRST_MEMORY
                    || row >= A64.FIRST_CONTROL && !A64.isBranch(row)) {
                return true;
            }
            if (A64.writesFlags(row)) {
                return false;
            }
        }
        int kind = A64.kind(plan.row[plan.last(k)]);
        boolean branches = A64.isBranch(plan.row[plan.last(k)]);
        boolean leaves =
                branches && plan.taken[k] == Plan.OUT
                        || (kind == A64.BRANCH_CONDITIONAL || !branches)
                                && plan.next[k] == Plan.OUT;
        boolean limits = branches && plan.taken[k] != Plan.OUT && Plan.backward(k, plan.taken[k]);
        return leaves
                || limits
                || plan.taken[k] != Plan.OUT && flagsLive[plan.taken[k]]
                || plan.next[k] != Plan.OUT && flagsLive[plan.next[k]];
    }

    // Code

    private void prologue() {
        if (HostMemory.DIRECT) {
            b.invokestatic(HostMemory.UNSAFE, "getUnsafe", MethodTypeDesc.of(HostMemory.UNSAFE))
                    .astore(Asm.UNSAFE);
        }
        b.aload(Asm.CPU).getfield(Asm.VCPU, "retired", CD_long).lstore(Asm.RETIRED);
        b.aload(Asm.CPU).getfield(Asm.VCPU, "limit", CD_long).lstore(Asm.LIMIT);
        b.aload(Asm.CPU).getfield(Asm.VCPU, "pc", CD_long).lstore(Asm.OUT_PC);
        b.lload(Asm.OUT_PC).loadConstant(-4096L).land().lstore(Asm.PAGE);
        b.aload(Asm.CPU).getfield(Asm.VCPU, "x", Asm.LONGS).astore(Asm.X);
        b.aload(Asm.CPU).getfield(Asm.VCPU, "v", Asm.LONGS).astore(Asm.V);
        b.aload(Asm.CPU).getfield(Asm.VCPU, "mmu", Asm.MMU);
        b.dup().getfield(Asm.MMU, "generation", CD_long).lstore(Asm.GENERATION);
        b.getfield(Asm.MMU, "bank", CD_long);
        if (a.strict) {
            b.loadConstant(Mmu.STRICT).ladd();
        }
        b.lstore(Asm.BANK);
        if (flagsUsed) {
            b.aload(Asm.CPU).getfield(Asm.VCPU, "nzcv", CD_int).istore(Asm.NZCV);
            b.iconst_0().istore(Asm.IA).iconst_0().istore(Asm.IB);
            b.lconst_0().lstore(Asm.FA).lconst_0().lstore(Asm.FB);
            b.loadConstant(FlagKind.NZCV.ordinal()).istore(Asm.MODE);
        }
        a.reload(read | written);
    }

    /**
     * Goes to the entry that {@code c.pc} names, found among those from {@code from} by halving. A
     * region runs when enough instructions are left to reach the next backward edge or the way out.
     */
    private void enter(int from, int to) {
        if (to - from > 1) {
            int middle = from + to >>> 1;
            Label lower = b.newLabel();
            b.lload(Asm.OUT_PC).l2i().sipush(4095).iand();
            b.loadConstant(4 * plan.first[plan.entries[middle]]).if_icmplt(lower);
            enter(middle, to);
            b.labelBinding(lower);
            enter(from, middle);
            return;
        }
        int block = plan.entries[from];
        b.lload(Asm.RETIRED).loadConstant((long) plan.bound[block]).ladd().lload(Asm.LIMIT).lcmp();
        b.ifle(labels[block]).loadConstant(Region.LIMIT).ireturn();
    }

    /**
     * Before a backward edge: leaves when what follows until the next such edge may not all run.
     */
    private void limit(int to) {
        b.lload(Asm.RETIRED).loadConstant((long) plan.bound[to]).ladd().lload(Asm.LIMIT).lcmp();
        b.ifgt(a.out(Region.LIMIT, plan.first[to], 0));
    }

    private void block(int k) {
        b.labelBinding(labels[k]);
        a.kind = kindIn[k] == FlagKind.UNSEEN ? FlagKind.NZCV : kindIn[k];
        a.stackAligned = false;
        a.fpChecked = false;
        int last = plan.last(k);
        for (int s = plan.first[k]; s < last; s++) {
            instruction(s, s - plan.first[k]);
        }
        int row = plan.row[last];
        a.slot = last;
        a.done = last - plan.first[k];
        if (!Forms.translatable(row, plan.word[last])) {
            b.goto_(a.interpret());
        } else if (A64.isBranch(row)) {
            branch(k, row, plan.word[last]);
        } else {
            instruction(last, a.done);
            onward(k, plan.next[k], last + 1);
        }
    }

    private void instruction(int s, int done) {
        a.slot = s;
        a.done = done;
        int row = plan.row[s];
        Forms.Form f = Forms.of(row);
        if (f == null) {
            throw new IllegalStateException("no form for " + A64.name(row));
        }
        f.emit(a, row, plan.word[s]);
    }

    /** Goes on to a block, or out to a slot when there is none. */
    private void onward(int from, int to, int slot) {
        if (to == Plan.OUT) {
            if (slot < DecodedPage.SLOTS) {
                b.goto_(a.out(Region.BRANCH, slot, plan.length[from]));
            } else {
                b.goto_(a.outFar(4L * slot, plan.length[from]));
            }
            return;
        }
        edge(from, to);
        if (to != from + 1) {
            b.goto_(labels[to]);
        }
    }

    /** Between two blocks of the region. */
    private void edge(int from, int to) {
        retire(plan.length[from]);
        if (Plan.backward(from, to)) {
            limit(to);
        }
        if (kindIn[to] == FlagKind.MIXED && a.kind != FlagKind.MIXED && flagsLive[to]) {
            b.loadConstant(a.kind.ordinal()).istore(Asm.MODE);
        }
    }

    private void retire(int count) {
        b.lload(Asm.RETIRED).loadConstant((long) count).ladd().lstore(Asm.RETIRED);
    }

    private void branch(int k, int row, int i) {
        int count = plan.length[k];
        int target = plan.last(k) + Plan.displacement(row, i);
        switch (A64.kind(row)) {
            case A64.BRANCH -> leaveTo(k, plan.taken[k], target);
            case A64.CALL -> {
                b.lload(Asm.PAGE).loadConstant(4L * (a.slot + 1)).ladd();
                a.setX(30);
                leaveTo(k, Plan.OUT, target);
            }
            case A64.BRANCH_CONDITIONAL -> {
                Label taken = b.newLabel();
                condition(row, i, taken);
                onward(k, plan.next[k], plan.last(k) + 1);
                if (plan.next[k] == k + 1) {
                    // The next block follows at once: the taken way goes behind it.
                    later(k, taken, target);
                } else {
                    b.labelBinding(taken);
                    leaveTo(k, plan.taken[k], target);
                }
            }
            default -> indirect(row, i, count);
        }
    }

    /** Ways taken that still have to be written, by block. */
    private final java.util.ArrayList<Runnable> later = new java.util.ArrayList<>();

    private void later(int k, Label taken, int target) {
        FlagKind kind = a.kind;
        later.add(
                () -> {
                    a.kind = kind;
                    b.labelBinding(taken);
                    leaveTo(k, plan.taken[k], target);
                });
    }

    private void leaveTo(int from, int to, int slot) {
        if (to != Plan.OUT) {
            edge(from, to);
            b.goto_(labels[to]);
        } else if (slot >= 0 && slot < DecodedPage.SLOTS) {
            b.goto_(a.out(Region.BRANCH, slot, plan.length[from]));
        } else {
            b.goto_(a.outFar(4L * slot, plan.length[from]));
        }
    }

    private void condition(int row, int i, Label taken) {
        int t = i & 31;
        switch (row) {
            case A64.B_only_condbranch -> IntegerForms.branchIf(a, i & 15, taken);
            case A64.CBZ_32_compbranch -> {
                a.w(t);
                b.ifeq(taken);
            }
            case A64.CBNZ_32_compbranch -> {
                a.w(t);
                b.ifne(taken);
            }
            case A64.CBZ_64_compbranch -> {
                a.x(t);
                b.lconst_0().lcmp().ifeq(taken);
            }
            case A64.CBNZ_64_compbranch -> {
                a.x(t);
                b.lconst_0().lcmp().ifne(taken);
            }
            default -> {
                int bit = i >>> 26 & 32 | i >>> 19 & 31;
                a.x(t);
                b.loadConstant(1L << bit).land().lconst_0().lcmp();
                if (row == A64.TBZ_only_testbranch) {
                    b.ifeq(taken);
                } else {
                    b.ifne(taken);
                }
            }
        }
    }

    /** BR, BLR, RET: the address's tag is removed as TCR_EL1 says. */
    private void indirect(int row, int i, int count) {
        b.aload(Asm.CPU);
        a.x(i >>> 5 & 31);
        b.invokevirtual(Asm.VCPU, "branchAddress", BRANCH_ADDRESS).lstore(Asm.OUT_PC);
        if (row == A64.BLR_64_branch_reg) {
            b.lload(Asm.PAGE).loadConstant(4L * (a.slot + 1)).ladd();
            a.setX(30);
        }
        b.loadConstant(Region.BRANCH << 21 | count << 11).istore(Asm.OUT);
        b.goto_(farExit(a.kind));
    }

    // Ways out

    private final Map<FlagKind, Label> nearExits = new EnumMap<>(FlagKind.class);
    private final Map<FlagKind, Label> farExits = new EnumMap<>(FlagKind.class);

    private Label farExit(FlagKind k) {
        return farExits.computeIfAbsent(k, x -> b.newLabel());
    }

    private void exits() {
        for (Runnable r : later) {
            r.run();
        }
        for (Asm.Stub s : a.stubs) {
            b.labelBinding(s.label());
            if (s.far() == Long.MIN_VALUE) {
                b.loadConstant(s.code());
                b.goto_(nearExits.computeIfAbsent(s.kind(), x -> b.newLabel()));
            } else {
                b.lload(Asm.PAGE).loadConstant(s.far()).ladd().lstore(Asm.OUT_PC);
                b.loadConstant(s.code()).istore(Asm.OUT);
                b.goto_(farExit(s.kind()));
            }
        }
        Label common = b.newLabel();
        for (FlagKind k : FlagKind.values()) {
            Label near = nearExits.get(k);
            Label far = farExits.get(k);
            if (near != null) {
                b.labelBinding(near);
                b.istore(Asm.OUT);
                b.iload(Asm.OUT).sipush(2047).iand().iconst_2().ishl().i2l();
                b.lload(Asm.PAGE).ladd().lstore(Asm.OUT_PC);
            }
            if (far != null) {
                b.labelBinding(far);
            }
            if (near != null || far != null) {
                if (k != FlagKind.NZCV) {
                    a.pushFlags(k);
                    b.istore(Asm.NZCV);
                }
                b.goto_(common);
            }
        }
        b.labelBinding(common);
        b.aload(Asm.CPU).lload(Asm.OUT_PC).putfield(Asm.VCPU, "pc", CD_long);
        b.aload(Asm.CPU).lload(Asm.RETIRED);
        b.iload(Asm.OUT).bipush(11).iushr().sipush(1023).iand().i2l().ladd();
        b.putfield(Asm.VCPU, "retired", CD_long);
        if (flagsUsed) {
            b.aload(Asm.CPU).iload(Asm.NZCV).putfield(Asm.VCPU, "nzcv", CD_int);
        }
        a.flush(written);
        b.iload(Asm.OUT).bipush(21).iushr().ireturn();
    }
}
