package trapline.policy;

import java.util.List;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.policy.RegisterRules.Answer;
import trapline.vcpu.Vcpu;

/**
 * What the architecture promises a guest: no identification register is masked, the debug registers
 * are real, and the debug communications channel has somebody at its other end: what the guest
 * transmits goes to a console port and what arrives there can be received. Only what EL2 has to do
 * for a guest traps: waiting, SMC, software generated interrupts, devices; and the debug registers,
 * because without FEAT_FGT the channel cannot trap alone. A load or store without a syndrome is
 * decoded when it is a post-index one of a general register, and aborts otherwise.
 *
 * <p>Source: DDI 0487, D24 (debug registers, "DBGDTR_EL0", "MDCCSR_EL0"), H4 "The Debug
 * Communication Channel".
 */
public final class SpecPersonality extends BasePersonality {
    private static final String SOURCE = "DDI 0487, D24.3";
    private static final String CHANNEL = "DDI 0487, H4";
    private static final String ROUTING = "DDI 0487, D1";

    /** HCR_EL2: VM, FMO, IMO, AMO, TWI, TWE, TSC, RW. */
    private static final long HCR = 0x8008_6039L;

    private static final long MDCR_TDA = 1 << 9;
    private static final long CPTR_RES1 = 0x33ff;
    private static final long SCTLR_RESET = 0x30d0_0800L;
    private static final long VTCR_40_BITS = 0x8002_3558L;
    private static final long RXFULL = 1L << 30;
    private static final long CLAIM_TAGS = 0xff;
    private static final int EXTERNAL_ABORT = 0x10;
    private static final Flags NO_FLAGS = Flags.of(List.of());

    private final boolean gic3;
    private final RegisterRules registers;
    private final CallRules calls;
    private final int wfi;
    private final int wfe;
    private final int undefined;
    private final int fetch;
    private final int immediate;
    private final int[] repeat = new int[2];
    private final int[] noSyndrome = new int[2];
    private final int[] device = new int[2];
    private final int[] refused = new int[2];
    private final int[] nothing = new int[2];

    /**
     * @param gicVersion 2 or 3
     */
    public SpecPersonality(CpuModel cpu, int gicVersion) {
        super("spec", cpu);
        gic3 = gicVersion == 3;
        registers = new RegisterRules("spec", book);
        defineRegisters();
        calls = new CallRules("spec", book, "DEN 0022; DEN 0028");
        defineCalls();
        wfi = book.add("spec/wfx/WFI/execute", ROUTING);
        wfe = book.add("spec/wfx/WFE/execute", ROUTING);
        undefined = book.add("spec/other/any/execute", ROUTING);
        fetch = book.add("spec/instruction_abort/unmapped/fetch", ROUTING);
        immediate = book.add("spec/smc/immediate/call", "DEN 0028");
        for (int k = 0; k < 2; k++) {
            String direction = k == 0 ? "/write" : "/read";
            repeat[k] = book.add("spec/data_abort/permission" + direction, ROUTING);
            noSyndrome[k] = book.add("spec/data_abort/no-syndrome" + direction, ROUTING);
            device[k] = book.add("spec/data_abort/device" + direction, ROUTING);
            refused[k] =
                    book.add("spec/data_abort/device" + direction + "/access=refused", ROUTING);
            nothing[k] = book.add("spec/data_abort/unmapped" + direction, ROUTING);
        }
    }

    private void defineRegisters() {
        Answer read = Answer.needingGuest(Action.VALUE, Effect.REGISTER_READ);
        Answer write = Answer.of(Action.STORE, Effect.REGISTER_WRITE);
        Answer receive = Answer.needingGuest(Action.EMULATE, Effect.DCC_RECEIVE);
        Answer transmit = Answer.of(Action.EMULATE, Effect.DCC_TRANSMIT);
        row(
                SysReg.MDCCSR_EL0,
                Answer.needingGuest(Action.EMULATE, Effect.DCC_STATUS),
                Answer.UNDEF,
                CHANNEL);
        row(SysReg.DBGDTR_EL0, receive, transmit, CHANNEL);
        row(SysReg.DBGDTRRX_EL0, receive, transmit, CHANNEL);
        row(
                SysReg.DBGCLAIMSET_EL1,
                Answer.value(CLAIM_TAGS),
                Answer.of(Action.STORE, Effect.CLAIM_SET),
                SOURCE);
        Answer tags = Answer.needingGuest(Action.VALUE, Effect.KEPT_READ);
        row(SysReg.DBGCLAIMCLR_EL1, tags, Answer.of(Action.STORE, Effect.CLAIM_CLEAR), SOURCE);
        row(SysReg.OSLAR_EL1, Answer.UNDEF, write, SOURCE);
        row(SysReg.OSLSR_EL1, read, Answer.UNDEF, SOURCE);
        row(SysReg.MDRAR_EL1, Answer.RAZ, Answer.UNDEF, SOURCE);
        row(
                SysReg.DBGAUTHSTATUS_EL1,
                Answer.value(cpu.idRegister("DBGAUTHSTATUS_EL1")),
                Answer.UNDEF,
                SOURCE);
        Answer sgi = Answer.of(Action.EMULATE, Effect.SGI);
        for (int index :
                new int[] {SysReg.ICC_SGI1R_EL1, SysReg.ICC_ASGI1R_EL1, SysReg.ICC_SGI0R_EL1}) {
            row(index, Answer.UNDEF, gic3 ? sgi : Answer.UNDEF, "IHI 0069, 12.2");
        }
        registers.setRest(
                k -> SysReg.op0(k) == 2 && SysReg.op1(k) == 0 && isNamed(k),
                "debug",
                read,
                write,
                SOURCE);
        registers.setRest(k -> true, "default", Answer.UNDEF, Answer.UNDEF, ROUTING);
    }

    private static boolean isNamed(int key) {
        return SysReg.indexOf(key) != SysReg.NONE;
    }

    private void row(int index, Answer read, Answer write, String source) {
        registers.set(SysReg.keyOf(index), true, read, source);
        registers.set(SysReg.keyOf(index), false, write, source);
    }

    private void defineCalls() {
        calls.value(Psci.SMCCC_VERSION, "SMCCC_VERSION", 0x1_0001);
        calls.value(0x8000_0001, "SMCCC_ARCH_FEATURES", -1);
        calls.value(Psci.VERSION, "PSCI_VERSION", 0x1_0001);
        calls.both(Psci.CPU_SUSPEND, "PSCI_CPU_SUSPEND", Effect.PSCI_SUSPEND);
        calls.effect(Psci.CPU_OFF, "PSCI_CPU_OFF", Effect.PSCI_CPU_OFF);
        calls.both(Psci.CPU_ON, "PSCI_CPU_ON", Effect.PSCI_CPU_ON);
        calls.both(Psci.AFFINITY_INFO, "PSCI_AFFINITY_INFO", Effect.PSCI_AFFINITY_INFO);
        calls.value(Psci.MIGRATE_INFO_TYPE, "PSCI_MIGRATE_INFO_TYPE", Psci.NO_MIGRATION);
        calls.effect(Psci.SYSTEM_OFF, "PSCI_SYSTEM_OFF", Effect.PSCI_SYSTEM_OFF);
        calls.effect(Psci.SYSTEM_RESET, "PSCI_SYSTEM_RESET", Effect.PSCI_SYSTEM_RESET);
        calls.computed(Psci.FEATURES, "PSCI_FEATURES", t -> features((int) t.arg1));
        calls.seal();
    }

    private static long features(int function) {
        return switch (function & ~Psci.SIXTY_FOUR) {
            case Psci.CPU_SUSPEND, Psci.CPU_ON, Psci.AFFINITY_INFO -> 0;
            case Psci.VERSION,
                    Psci.CPU_OFF,
                    Psci.MIGRATE_INFO_TYPE,
                    Psci.SYSTEM_OFF,
                    Psci.SYSTEM_RESET,
                    Psci.FEATURES,
                    Psci.SMCCC_VERSION ->
                    (function & Psci.SIXTY_FOUR) == 0 ? 0 : Psci.NOT_SUPPORTED;
            default -> Psci.NOT_SUPPORTED;
        };
    }

    @Override
    public Flags flags() {
        return NO_FLAGS;
    }

    @Override
    public void initialRegisters(long[] s, int vcpu) {
        s[SysReg.HCR_EL2] = HCR;
        s[SysReg.MDCR_EL2] = MDCR_TDA | cpu.eventCounters();
        s[SysReg.CPTR_EL2] = CPTR_RES1;
        s[SysReg.HSTR_EL2] = 0;
        s[SysReg.CNTHCTL_EL2] = 3; // EL1PCTEN, EL1PCEN: the physical timer is the guest's
        s[SysReg.VTCR_EL2] = VTCR_40_BITS;
        s[SysReg.VTTBR_EL2] = s[SysReg.VTTBR_EL2] & 0xffff_ffff_ffffL | 1L << 48;
        s[SysReg.VPIDR_EL2] = cpu.idRegister("MIDR_EL1");
        s[SysReg.VMPIDR_EL2] = Psci.mpidr(vcpu);
        s[SysReg.ICC_SRE_EL2] = gic3 ? 9 : 1;
        s[SysReg.ICH_HCR_EL2] = 1;
        s[SysReg.SCTLR_EL1] = SCTLR_RESET;
        s[SysReg.OSLSR_EL1] = 1 << 1; // a cold reset sets the OS Lock
    }

    @Override
    public void decide(Trap t, Decision d) {
        d.clear();
        switch (t.cls) {
            case SYSREG -> registers.decide(t, d, NO_FLAGS);
            case HVC, SMC -> call(t, d);
            case WFX -> {
                boolean event = (t.esr & 1) != 0;
                d.rule = event ? wfe : wfi;
                d.action = event ? Action.YIELD : Action.BLOCK;
                d.effect = event ? Effect.YIELD : Effect.WAIT;
            }
            case DATA_ABORT, INSTRUCTION_ABORT -> abort(t, d);
            case FP, OTHER -> d.rule = undefined;
        }
        if (d.effect == Effect.UNDEF) {
            d.injectedEsr = UNDEF_ESR;
        }
    }

    private void call(Trap t, Decision d) {
        if (t.offset == 0) {
            calls.decide(t, d);
        } else {
            d.rule = immediate;
            d.action = Action.VALUE;
            d.effect = Effect.CALL_RETURN;
            d.hasValue = true;
            d.value = -1;
            d.results = 1;
        }
    }

    private void abort(Trap t, Decision d) {
        int k = t.read ? 1 : 0;
        boolean translation = (t.esr & 0x3c) == 0x04;
        if (t.cls == TrapClass.INSTRUCTION_ABORT) {
            externalAbort(d, fetch, instructionAbortEsr(t.el));
        } else if (!translation && t.device == Trap.NONE) {
            d.rule = repeat[k];
            d.action = Action.RETRY;
            d.effect = Effect.RETRY;
        } else if (t.device == Trap.NONE) {
            externalAbort(d, nothing[k], dataAbortEsr(t.el) | (t.esr & TrapInput.WNR));
        } else if ((t.esr & TrapInput.ISV) == 0) {
            d.rule = noSyndrome[k];
            d.action = Action.EMULATE;
            d.effect = Effect.MMIO_DECODE;
            d.needsGuest = true;
        } else {
            d.rule = device[k];
            d.action = Action.EMULATE;
            d.effect = Effect.MMIO;
        }
    }

    /** Nothing answers at the address: a synchronous External abort. */
    private static void externalAbort(Decision d, int rule, long esr) {
        d.rule = rule;
        d.action = Action.ABORT;
        d.effect = Effect.ABORT;
        d.injectedEsr = esr | EXTERNAL_ABORT;
    }

    @Override
    boolean carryOutOwn(Trap t, Decision d, Vcpu c, Platform p) {
        return switch (d.effect) {
            case PSCI_CPU_ON -> returned(d, c, KvmCalls.cpuOn(t, c, p, outer()));
            case PSCI_AFFINITY_INFO ->
                    returned(d, c, Psci.affinityInfo(p, c.x[1], (int) c.x[2], true));
            case DCC_STATUS -> read(t, d, c, p.dccPeek() >= 0 ? RXFULL : 0);
            case DCC_RECEIVE -> receive(t, d, c, p);
            case DCC_TRANSMIT -> {
                c.sys[SysReg.DBGDTR_EL0] = t.value & 0xffff_ffffL;
                p.dccOutput((int) t.value & 0xff);
                yield next(c);
            }
            case CLAIM_SET -> {
                c.sys[SysReg.DBGCLAIMCLR_EL1] |= t.value & CLAIM_TAGS;
                yield next(c);
            }
            case CLAIM_CLEAR -> {
                c.sys[SysReg.DBGCLAIMCLR_EL1] &= ~t.value;
                yield next(c);
            }
            case MMIO_DECODE -> decode(t, d, c, p);
            default -> throw new IllegalStateException("effect " + d.effect);
        };
    }

    /**
     * An empty channel returns what it returned last; DBGDTR_EL0 has the transmitted word in its
     * high half.
     */
    private static boolean receive(Trap t, Decision d, Vcpu c, Platform p) {
        int b = p.dccPeek();
        if (b >= 0) {
            c.sys[SysReg.DBGDTRRX_EL0] = b;
            p.dccTake();
        }
        long value = c.sys[SysReg.DBGDTRRX_EL0];
        boolean wide = t.register == SysReg.keyOf(SysReg.DBGDTR_EL0);
        return read(t, d, c, wide ? value | c.sys[SysReg.DBGDTR_EL0] << 32 : value);
    }

    private boolean decode(Trap t, Decision d, Vcpu c, Platform p) {
        int insn = c.exit.insn;
        if (!PostIndex.decodes(insn)) {
            externalAbort(
                    d, noSyndrome[t.read ? 1 : 0], dataAbortEsr(t.el) | (t.esr & TrapInput.WNR));
            return abort(t, d, c);
        }
        boolean store = PostIndex.isStore(insn);
        if (!mmio(t, d, c, p, PostIndex.rt(insn), PostIndex.bytes(insn), store, TrapInput.SF)) {
            return false;
        }
        c.x[PostIndex.rn(insn)] += PostIndex.increment(insn);
        return next(c);
    }

    /** As the instruction would have done, had it completed (DDI 0487, D2.11.5). */
    @Override
    boolean endsStep() {
        return true;
    }

    @Override
    int abortStatus() {
        return EXTERNAL_ABORT;
    }

    @Override
    void inject(Vcpu c, long esr, long elr) {
        c.takeSynchronous(esr, elr);
    }

    @Override
    void print(Trap t, Decision d, Platform p) {
        throw new IllegalStateException("this personality prints nothing: " + d.log);
    }

    @Override
    void refused(Trap t, Decision d) {
        d.rule = refused[t.read ? 1 : 0];
        d.injectedEsr |= EXTERNAL_ABORT | (t.esr & TrapInput.WNR);
    }

    @Override
    boolean reversesBytes(Vcpu c) {
        return c.mmu.bigEndian();
    }

    @Override
    long extend(long esr, long value) {
        long v = (esr & TrapInput.SSE) != 0 ? signExtend(value, TrapInput.bytes(esr)) : value;
        return (esr & TrapInput.SF) != 0 ? v : v & 0xffff_ffffL;
    }

    @Override
    public void save(StateWriter w) {}

    @Override
    public void load(StateReader r) {}
}
