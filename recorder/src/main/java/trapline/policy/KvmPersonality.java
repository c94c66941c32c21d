package trapline.policy;

import java.util.List;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.vcpu.Vcpu;

/**
 * KVM of Linux 6.12 on an nVHE host, with QEMU where the VMM decides: a default VM without vPMU,
 * SVE, MTE or pointer authentication. Only traps count as exits; an interrupt does not end the
 * guest's ownership of the debug registers.
 */
public final class KvmPersonality extends BasePersonality {
    /** What KVM puts into registers whose reset value is architecturally UNKNOWN. */
    static final long UNKNOWN = 0x1de7_ec7e_dbad_c0deL;

    private static final String ABORT = "arch/arm64/kvm/mmu.c:kvm_handle_guest_abort";
    private static final long SCTLR_RESET = 0x00c5_0078;

    /** HCR_GUEST_FLAGS with RW, TLOR, TID2 (no FEAT_EVT) and TVM (no FEAT_S2FWB, caches off). */
    private static final long HCR = 0x8_847e_663fL;

    private static final long HCR_RAS = 3L << 36;
    private static final long MDCR = 0x8_4c60;
    private static final long MDCR_TDA = 1 << 9;
    private static final long CPTR_TFP = 1 << 10;
    private static final long CPTR = 0x4010_33ffL | CPTR_TFP;
    private static final long VTCR_40_BITS = 0x8002_3558L;
    private static final int IPA_BITS = 40;
    private static final int MDSCR_MDE_KDE = 1 << 15 | 1 << 13;
    private static final int EXTERNAL_ABORT = 0x10;

    // @formatter:off
    private static final int[] RESET_TO_UNKNOWN = {
        SysReg.TTBR0_EL1, SysReg.TTBR1_EL1, SysReg.AFSR0_EL1, SysReg.AFSR1_EL1, SysReg.ESR_EL1, SysReg.FAR_EL1,
        SysReg.PAR_EL1, SysReg.MAIR_EL1, SysReg.TPIDR_EL1, SysReg.TPIDR_EL0, SysReg.TPIDRRO_EL0, SysReg.CSSELR_EL1,
    };
    // @formatter:on

    private static final Flags NO_FLAGS = Flags.of(List.of());

    private final boolean gic3;
    private final RegisterRules registers;
    private final KvmCalls calls;
    private final KvmLog log = new KvmLog();
    private final long cacheGeometry;
    private final int wfi;
    private final int wfe;
    private final int fpOwner;
    private final int sve;
    private final int authentication;
    private final int unknownClass;
    private final int addressSize;
    private final int beyond;
    private final int page;
    private final int status;
    private final int fetch;
    private final int walk;
    private final int maintenance;
    private final int[] noSyndrome = new int[2];
    private final int[] device = new int[2];
    private final int[] refused = new int[2];
    private final int[] nothing = new int[2];

    /**
     * @param gicVersion 2 or 3
     */
    public KvmPersonality(CpuModel cpu, int gicVersion) {
        super("kvm", cpu);
        gic3 = gicVersion == 3;
        registers = new RegisterRules("kvm", book);
        KvmRegisters.define(registers, cpu, gic3);
        calls = new KvmCalls("kvm", book);
        int line = (int) (cpu.idRegister("CTR_EL0") >>> 16) & 15;
        cacheGeometry = Math.max(line - 2, 0);
        wfi = book.add("kvm/wfx/WFI/execute", "arch/arm64/kvm/handle_exit.c:kvm_handle_wfx");
        wfe = book.add("kvm/wfx/WFE/execute", "arch/arm64/kvm/handle_exit.c:kvm_handle_wfx");
        fpOwner =
                book.add(
                        "kvm/fp/first-use/execute",
                        "arch/arm64/kvm/hyp/include/hyp/switch.h:kvm_hyp_handle_fpsimd");
        sve = book.add("kvm/fp/SVE/execute", "arch/arm64/kvm/handle_exit.c:handle_sve");
        authentication =
                book.add(
                        "kvm/other/PAC/execute", "arch/arm64/kvm/handle_exit.c:kvm_handle_ptrauth");
        unknownClass =
                book.add(
                        "kvm/other/unknown-class/execute",
                        "arch/arm64/kvm/handle_exit.c:kvm_handle_unknown_ec");
        addressSize = book.add("kvm/data_abort/beyond-host/access", ABORT);
        beyond = book.add("kvm/data_abort/beyond-vm/access", ABORT);
        page = book.add("kvm/data_abort/page/access", ABORT);
        status = book.add("kvm/data_abort/unsupported-status/access", ABORT);
        fetch = book.add("kvm/instruction_abort/no-memory/fetch", ABORT);
        walk = book.add("kvm/data_abort/table-walk/access", ABORT);
        maintenance = book.add("kvm/data_abort/cache-maintenance/write", ABORT);
        for (int k = 0; k < 2; k++) {
            String direction = k == 0 ? "/write" : "/read";
            String io = "arch/arm64/kvm/mmio.c:io_mem_abort";
            noSyndrome[k] = book.add("kvm/data_abort/no-syndrome" + direction, io);
            device[k] = book.add("kvm/data_abort/device" + direction, io);
            refused[k] = book.add("kvm/data_abort/device" + direction + "/access=refused", io);
            nothing[k] = book.add("kvm/data_abort/unmapped" + direction, io);
        }
    }

    @Override
    public Flags flags() {
        return NO_FLAGS;
    }

    @Override
    public void initialRegisters(long[] s, int vcpu) {
        boolean ras = (cpu.idRegister("ID_AA64PFR0_EL1") >>> 28 & 15) != 0;
        s[SysReg.HCR_EL2] = HCR | (ras ? HCR_RAS : 0);
        s[SysReg.MDCR_EL2] = MDCR | cpu.eventCounters() | MDCR_TDA;
        s[SysReg.CPTR_EL2] = CPTR;
        s[SysReg.HSTR_EL2] = 0x8000;
        s[SysReg.CNTHCTL_EL2] = 1;
        s[SysReg.VTCR_EL2] = VTCR_40_BITS;
        s[SysReg.VTTBR_EL2] = s[SysReg.VTTBR_EL2] & 0xffff_ffff_ffffL | 1L << 48;
        s[SysReg.VPIDR_EL2] = cpu.idRegister("MIDR_EL1");
        s[SysReg.VMPIDR_EL2] = Psci.mpidr(vcpu);
        s[SysReg.ICC_SRE_EL2] = 1;
        s[SysReg.ICH_HCR_EL2] = gic3 ? 1 : 1 | 7 << 10;
        for (int index : RESET_TO_UNKNOWN) {
            s[index] = UNKNOWN;
        }
        s[SysReg.ESR_EL1] = UNKNOWN & 0xffff_ffffL;
        s[SysReg.AFSR0_EL1] = UNKNOWN & 0xffff_ffffL;
        s[SysReg.AFSR1_EL1] = UNKNOWN & 0xffff_ffffL;
        s[SysReg.PMUSERENR_EL0] =
                0xf; // EN, SW, CR, ER: accesses from EL0 reach EL2, which refuses them
        s[SysReg.PMSELR_EL0] = 0;
        s[SysReg.SCTLR_EL1] = SCTLR_RESET;
        s[SysReg.OSLSR_EL1] = 0;
        for (int index :
                new int[] {
                    SysReg.TCR_EL1,
                    SysReg.CPACR_EL1,
                    SysReg.VBAR_EL1,
                    SysReg.CONTEXTIDR_EL1,
                    SysReg.MDSCR_EL1,
                    SysReg.AMAIR_EL1,
                    SysReg.ACTLR_EL1
                }) {
            s[index] = 0;
        }
    }

    @Override
    public void decide(Trap t, Decision d) {
        d.clear();
        switch (t.cls) {
            case SYSREG -> registers.decide(t, d, NO_FLAGS);
            case HVC, SMC -> calls.decide(t, d);
            case WFX -> {
                boolean event = (t.esr & 1) != 0;
                d.rule = event ? wfe : wfi;
                d.action = event ? Action.YIELD : Action.BLOCK;
                d.effect = event ? Effect.YIELD : Effect.WAIT;
            }
            case DATA_ABORT, INSTRUCTION_ABORT -> abort(t, d);
            case FP, OTHER -> other(t, d);
        }
        if (d.effect == Effect.UNDEF) {
            d.injectedEsr = UNDEF_ESR;
        }
    }

    private void other(Trap t, Decision d) {
        int ec = (int) (t.esr >>> 26) & 0x3f;
        switch (ec) {
            case TrapInput.EC_FP -> {
                d.rule = fpOwner;
                d.action = Action.RETRY;
                d.effect = Effect.FP_ENABLE;
            }
            case TrapInput.EC_SVE -> d.rule = sve;
            case TrapInput.EC_PAC -> d.rule = authentication;
            default -> {
                d.rule = unknownClass;
                d.log = KvmLog.UNKNOWN_CLASS;
            }
        }
    }

    private void abort(Trap t, Decision d) {
        int kind = (int) t.esr & 0x3c;
        boolean translation = kind == 0x04;
        int k = t.read ? 1 : 0;
        if (translation && t.ipa >>> cpu.physicalAddressBits() != 0) {
            inject(t, d, addressSize, 0, FAR_IS_IPA);
        } else if (translation && t.ipa >>> IPA_BITS != 0) {
            inject(t, d, beyond, EXTERNAL_ABORT, FAR_IS_IPA);
        } else if ((t.esr & TrapInput.EA) != 0 || kind == 0x10) {
            d.rule = status;
            d.action = Action.SERROR;
            d.effect = Effect.SERROR;
        } else if (!translation && kind != 0x08 && kind != 0x0c) {
            d.rule = status; // KVM_RUN fails with EFAULT, and QEMU stops the VM
            d.action = Action.CRASH;
            d.effect = Effect.CRASH;
        } else if (!translation && t.device == Trap.NONE) {
            d.rule = page;
            d.action = Action.RETRY;
            d.effect = Effect.RETRY;
        } else if (t.cls == TrapClass.INSTRUCTION_ABORT) {
            inject(t, d, fetch, EXTERNAL_ABORT, 0);
        } else if ((t.esr & TrapInput.S1PTW) != 0) {
            inject(t, d, walk, EXTERNAL_ABORT, 0);
        } else if ((t.esr & TrapInput.CM) != 0) {
            d.rule = maintenance;
            d.action = Action.WI;
            d.effect = Effect.SKIP;
        } else if ((t.esr & TrapInput.ISV) == 0) {
            inject(t, d, noSyndrome[k], EXTERNAL_ABORT, 0); // what QEMU does with KVM_EXIT_ARM_NISV
            d.log = KvmLog.NO_SYNDROME;
        } else if (t.device != Trap.NONE) {
            d.rule = device[k];
            d.action = Action.EMULATE;
            d.effect = Effect.MMIO;
        } else {
            d.rule = nothing[k]; // QEMU: reads zero, writes are ignored
            d.action = t.read ? Action.RAZ : Action.WI;
            d.effect = Effect.MMIO_UNMAPPED;
        }
    }

    private static void inject(Trap t, Decision d, int rule, int faultStatus, long operand) {
        d.rule = rule;
        d.action = Action.ABORT;
        d.effect = Effect.ABORT;
        d.operand = operand;
        long ec =
                t.cls == TrapClass.INSTRUCTION_ABORT
                        ? instructionAbortEsr(t.el)
                        : dataAbortEsr(t.el);
        d.injectedEsr = ec | faultStatus;
    }

    @Override
    public boolean carryOut(Trap t, Decision d, Vcpu c, Platform p) {
        if ((c.sys[SysReg.MDCR_EL2] & MDCR_TDA) == 0
                && (c.sys[SysReg.MDSCR_EL1] & MDSCR_MDE_KDE) == 0) {
            Guest.change(
                    c, SysReg.MDCR_EL2, MDCR_TDA, 0); // the exit saved the guest's debug registers
        }
        return super.carryOut(t, d, c, p);
    }

    @Override
    boolean carryOutOwn(Trap t, Decision d, Vcpu c, Platform p) {
        return switch (d.effect) {
            case PSCI_CPU_ON -> returned(d, c, KvmCalls.cpuOn(t, c, p, outer()));
            case PSCI_AFFINITY_INFO -> {
                long mask = ((int) t.value & Psci.SIXTY_FOUR) == 0 ? 0xffff_ffffL : -1;
                yield returned(d, c, Psci.affinityInfo(p, c.x[1] & mask, (int) c.x[2], true));
            }
            case DEBUG_WRITE -> {
                c.sys[index(t)] = t.value;
                c.debug.changed();
                if ((c.sys[SysReg.OSLSR_EL1] & 2) == 0) {
                    Guest.change(c, SysReg.MDCR_EL2, 0, MDCR_TDA);
                }
                yield next(c);
            }
            case CACHE_GEOMETRY ->
                    (c.sys[SysReg.CSSELR_EL1] & 0xffff_ffffL) >= 14
                            ? next(c)
                            : read(t, d, c, cacheGeometry);
            case FP_ENABLE -> {
                Guest.change(c, SysReg.CPTR_EL2, 0, CPTR_TFP);
                yield false;
            }
            default -> throw new IllegalStateException("effect " + d.effect);
        };
    }

    @Override
    int abortStatus() {
        return EXTERNAL_ABORT;
    }

    @Override
    String crashText(Trap t) {
        return "KVM_RUN failed: ESR_EL2 0x" + Long.toHexString(t.esr);
    }

    @Override
    void inject(Vcpu c, long esr, long elr) {
        c.takeSynchronous(esr, elr);
    }

    @Override
    void print(Trap t, Decision d, Platform p) {
        log.message(d.log, t, p);
    }

    @Override
    void refused(Trap t, Decision d) {
        d.rule = refused[t.read ? 1 : 0];
        d.injectedEsr |= EXTERNAL_ABORT;
    }

    /** {@code arch/arm64/include/asm/kvm_emulate.h:vcpu_data_guest_to_host}. */
    @Override
    boolean reversesBytes(Vcpu c) {
        return c.mmu.bigEndian();
    }

    /** Sign extends, then cuts to 32 bits for a 32-bit register. */
    @Override
    long extend(long esr, long value) {
        long v = (esr & TrapInput.SSE) != 0 ? signExtend(value, TrapInput.bytes(esr)) : value;
        return (esr & TrapInput.SF) != 0 ? v : v & 0xffff_ffffL;
    }

    @Override
    public void save(StateWriter w) {
        log.save(w);
        w.i64(calls.randomState());
    }

    @Override
    public void load(StateReader r) {
        log.load(r);
        calls.setRandomState(r.i64());
    }
}
