package trapline.policy;

import java.util.ArrayList;
import java.util.List;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * Xen 4.23 on Arm with a 64-bit dom0less domain: no SVE, no vPMU, no event channels that a guest
 * could bind, no I/O request server. Quirks included: an injected Undefined exception leaves PSTATE
 * 0x3C5 and goes to the SP_ELx vector, injected aborts carry no status, a sign-extended device load
 * fills all 64 bits.
 */
public final class XenPersonality extends BasePersonality {
    /** SCTLR_EL1 of a new vCPU: {@code xen/include/public/arch-arm.h}, SCTLR_GUEST_INIT. */
    static final long SCTLR_GUEST_INIT = 0x00c5_0078;

    private static final long HCR = 0x807c_663fL;
    private static final long HCR_WAIT_TRAPS = 0x6000;
    private static final long MDCR = 0xe60;
    private static final long CPTR = 0x4010_33ffL;
    private static final long HSTR = 0x8000;
    private static final long CNTHCTL = 1;
    private static final long SCTLR_EL2 = 0x30cd_183dL;
    private static final long VMID = 1L << 48;
    private static final long VTCR_VS = 1 << 19;

    // @formatter:off
    /** VTCR_EL2 with 8-bit VMIDs by ID_AA64MMFR0_EL1.PARange: {@code xen/arch/arm/mmu/p2m.c:setup_virt_paging}. */
    private static final long[] VTCR = {
        0x8000_3560L, 0x8001_355cL, 0x8002_3558L, 0x8003_3556L, 0x8004_3594L, 0x8005_3590L, 0x8006_358cL,
    };
    // @formatter:on

    private final XenSettings settings;
    private final Flags flags;
    private final RegisterRules registers;
    private final XenCalls calls;
    private final XenAborts aborts;
    private final XenLog log;
    private final XenHypercalls hypercalls;
    private final int wfi;
    private final int wfe;
    private final int sve;
    private final int unknown;
    private final int impossible;

    /** Builds the personality; the same settings give the same rules in the same order. */
    public XenPersonality(XenSettings settings, CpuModel cpu) {
        super("xen", cpu);
        this.settings = settings;
        flags = XenFlags.of(settings.partialEmulation(), settings.trapUnmappedAccesses());
        registers = new RegisterRules("xen", book);
        int gate = settings.partialEmulationBuiltIn() ? XenFlags.PARTIAL_EMULATION : -1;
        XenRegisters.define(registers, cpu, gate, settings.sharedPageTables());
        calls = new XenCalls("xen", book, settings.debugBuild());
        aborts = new XenAborts("xen", book, flags, settings.cpuInterface());
        log =
                new XenLog(
                        settings.debugBuild(),
                        1,
                        settings.guestLogLower(),
                        settings.guestLogUpper());
        hypercalls = new XenHypercalls(log);
        String dispatch = "xen/arch/arm/traps.c:do_trap_guest_sync";
        wfi = book.add("xen/wfx/WFI/execute", dispatch);
        wfe = book.add("xen/wfx/WFE/execute", dispatch);
        sve = book.add("xen/fp/SVE/execute", dispatch);
        unknown = book.add("xen/other/unknown-class/execute", dispatch);
        impossible =
                book.add(
                        "xen/other/impossible-class/execute",
                        "xen/arch/arm/include/asm/traps.h:GUEST_BUG_ON");
    }

    @Override
    public Flags flags() {
        return flags;
    }

    @Override
    public void initialRegisters(long[] s, int vcpu) {
        s[SysReg.HCR_EL2] = settings.nativeWait() ? HCR & ~HCR_WAIT_TRAPS : HCR;
        s[SysReg.MDCR_EL2] = MDCR;
        s[SysReg.CPTR_EL2] = CPTR;
        s[SysReg.HSTR_EL2] = HSTR;
        s[SysReg.CNTHCTL_EL2] = CNTHCTL;
        s[SysReg.SCTLR_EL2] = SCTLR_EL2;
        long vmid16 = (cpu.idRegister("ID_AA64MMFR1_EL1") >>> 4 & 15) == 2 ? VTCR_VS : 0;
        s[SysReg.VTCR_EL2] = VTCR[(int) cpu.idRegister("ID_AA64MMFR0_EL1") & 7] | vmid16;
        s[SysReg.VTTBR_EL2] = s[SysReg.VTTBR_EL2] & 0xffff_ffff_ffffL | VMID;
        s[SysReg.VPIDR_EL2] = cpu.idRegister("MIDR_EL1");
        s[SysReg.VMPIDR_EL2] = Psci.mpidr(vcpu);
        s[SysReg.ICC_SRE_EL2] = settings.gicVersion() == 3 ? 9 : 1;
        s[SysReg.ICH_HCR_EL2] = 1;
        s[SysReg.SCTLR_EL1] = SCTLR_GUEST_INIT;
        s[SysReg.TTBR0_EL1] = 0;
        s[SysReg.TTBR1_EL1] = 0;
        s[SysReg.TCR_EL1] = 0;
    }

    @Override
    public void decide(Trap t, Decision d) {
        d.clear();
        switch (t.cls) {
            case SYSREG -> registers.decide(t, d, flags);
            case HVC, SMC -> calls.decide(t, d);
            case WFX -> waiting(t, d);
            case DATA_ABORT, INSTRUCTION_ABORT -> aborts.decide(t, d);
            case FP, OTHER -> other(t, d);
        }
        if (d.effect == Effect.UNDEF || d.effect == Effect.UNDEF_THEN_ADVANCE) {
            d.injectedEsr = UNDEF_ESR;
        }
    }

    private void waiting(Trap t, Decision d) {
        boolean event = (t.esr & 1) != 0; // WFIT and WFET are not told apart
        d.rule = event ? wfe : wfi;
        d.action = event ? Action.YIELD : Action.BLOCK;
        d.effect = event ? Effect.YIELD : Effect.WAIT;
    }

    private void other(Trap t, Decision d) {
        int ec = (int) (t.esr >>> 26) & 0x3f;
        switch (ec) {
            case TrapInput.EC_SVE -> {
                d.rule = sve;
                d.log = XenLog.SVE;
            }
            case 0x03, 0x04, 0x05, 0x06, TrapInput.EC_FP, 0x08, 0x0c, 0x12, 0x13 -> {
                // AArch32 classes from an AArch64 guest; FP is never trapped, so its class is one
                // of them.
                d.rule = impossible;
                d.action = Action.CRASH;
                d.effect = Effect.HOST_PANIC;
            }
            default -> {
                d.rule = unknown;
                d.log = XenLog.UNKNOWN_TRAP;
            }
        }
    }

    @Override
    boolean carryOutOwn(Trap t, Decision d, Vcpu c, Platform p) {
        return switch (d.effect) {
            case PSCI_CPU_ON -> returned(d, c, XenCalls.cpuOn(c, p, d.operand != 0));
            case PSCI_AFFINITY_INFO ->
                    returned(d, c, Psci.affinityInfo(p, c.x[1], (int) c.x[2], false));
            case PSCI_SYSTEM_SUSPEND -> systemSuspend(t, d, c, p);
            case HYPERCALL -> {
                c.pc += 4;
                hypercalls.perform(t, d, c, p);
                yield true;
            }
            case DEBUG_TRAP -> {
                XenDebugTraps.perform((int) d.operand, c, p, log);
                yield next(c);
            }
            case MAP -> map(t, d, c, p);
            case MMIO_DECODE -> decode(t, d, c, p);
            default -> throw new IllegalStateException("effect " + d.effect);
        };
    }

    private boolean systemSuspend(Trap t, Decision d, Vcpu c, Platform p) {
        boolean narrow = ((int) t.value & Psci.SIXTY_FOUR) == 0;
        long mask = narrow ? 0xffff_ffffL : -1;
        long entry = c.x[1] & mask;
        long context = c.x[2] & mask;
        if (Psci.anotherOnline(p, c)) {
            return returned(d, c, Psci.DENIED);
        }
        String where = "epoint=" + XenLog.register(entry) + ", cid=" + XenLog.register(context);
        log.guest(XenLog.DEBUG, t, p, "SYSTEM_SUSPEND requested, " + where);
        left(d, c, Psci.SUCCESS);
        Psci.enter(c, entry, context, SCTLR_GUEST_INIT);
        p.systemSuspend();
        return true;
    }

    private boolean map(Trap t, Decision d, Vcpu c, Platform p) {
        if (p.mapDirect(t.ipa)) {
            return false;
        }
        aborts.toDevice(t, d);
        if ((t.esr & TrapInput.ISV) == 0) {
            return decode(t, d, c, p);
        }
        return mmio(t, d, c, p, TrapInput.srt(t.esr), TrapInput.bytes(t.esr), !t.read, t.esr)
                && next(c);
    }

    private boolean decode(Trap t, Decision d, Vcpu c, Platform p) {
        int insn = c.exit.insn;
        if (!PostIndex.decodes(insn)) {
            log.guest(XenLog.ERROR, t, p, PostIndex.refusal(insn));
            log.guest(
                    XenLog.ERROR, t, p, "unhandled Arm instruction 0x" + Integer.toHexString(insn));
            log.guest(XenLog.ERROR, t, p, "Unable to decode instruction");
            aborts.undecodable(t, d, false);
            print(t, d, p);
            return abort(t, d, c);
        }
        int size = insn >>> 30;
        int rt = PostIndex.rt(insn);
        log.guest(
                XenLog.INFO,
                t,
                p,
                "opcode->ldr_str.rt = 0x"
                        + Integer.toHexString(rt)
                        + (", opcode->ldr_str.size = 0x" + size)
                        + (", opcode->ldr_str.imm9 = " + PostIndex.increment(insn)));
        boolean store = PostIndex.isStore(insn);
        if (t.device != Trap.NONE) {
            if (!mmio(t, d, c, p, rt, PostIndex.bytes(insn), store, 0)) {
                return false;
            }
        } else if (d.operand == 1) {
            aborts.undecodable(t, d, true);
            print(t, d, p);
            return abort(t, d, c);
        } else {
            aborts.ignored(t, d);
            if (!store) {
                d.value = TrapInput.mask(PostIndex.bytes(insn));
                d.hasValue = true;
                Guest.set(c, rt, d.value);
            }
        }
        c.x[PostIndex.rn(insn)] += PostIndex.increment(insn); // 31 is the current stack pointer
        return next(c);
    }

    /** {@code advance_pc} changes IT bits of an AArch32 guest and PC, and leaves SPSR_EL2.SS. */
    @Override
    boolean endsStep() {
        return false;
    }

    @Override
    int abortStatus() {
        return 0;
    }

    @Override
    void inject(Vcpu c, long esr, long elr) {
        Guest.injectAsXen(c, esr, elr);
    }

    @Override
    void print(Trap t, Decision d, Platform p) {
        log.message(d.log, t, p);
    }

    @Override
    void refused(Trap t, Decision d) {
        aborts.refused(t, d);
    }

    /** {@code xen/arch/arm/io.c:handle_read, handle_write} take the register as it is. */
    @Override
    boolean reversesBytes(Vcpu c) {
        return false;
    }

    /**
     * Fills all 64 bits, whatever the width of the register: {@code
     * include/asm/traps.h:sign_extend}.
     */
    @Override
    long extend(long esr, long value) {
        boolean signed = (esr & TrapInput.ISV) != 0 && (esr & TrapInput.SSE) != 0;
        return signed ? signExtend(value, TrapInput.bytes(esr)) : value;
    }

    @Override
    public List<String> bootLog() {
        List<String> lines = new ArrayList<>(settings.complaints());
        lines.replaceAll(line -> "(XEN) " + line);
        return lines;
    }

    @Override
    public boolean masksVirtualTimer() {
        return true;
    }

    @Override
    public boolean mapsCpuInterfaceOnTouch() {
        return true;
    }

    @Override
    public void save(StateWriter w) {
        log.save(w);
    }

    @Override
    public void saveMemory(StateWriter w) {
        // Nothing but the log.
    }

    @Override
    public void load(StateReader r) {
        log.load(r);
    }
}
