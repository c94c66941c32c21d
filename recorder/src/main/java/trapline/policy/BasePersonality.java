package trapline.policy;

import java.util.List;
import trapline.bus.Access;
import trapline.event.Action;
import trapline.event.Trap;
import trapline.event.TrapClass;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.mmu.Mmu;
import trapline.vcpu.SystemRegisters;
import trapline.vcpu.Vcpu;

/**
 * What all personalities do alike when they carry a decision out; they differ where a method here
 * is abstract.
 */
abstract class BasePersonality implements Personality {
    /** ESR_EL1 of an injected Undefined exception: EC 0x00, IL 1. */
    static final long UNDEF_ESR = 0x0200_0000L;

    /** Operand of an abort whose FAR_EL1 is the intermediate physical address. */
    static final long FAR_IS_IPA = 1;

    private static final long EC_DATA_EL0 = 0x9200_0000L;
    private static final long EC_INSTRUCTION_EL0 = 0x8200_0000L;
    private static final long EC_FROM_EL1 = 0x0400_0000L;

    private static final long HCR_TVM = 1L << 26;

    private final String name;
    final RuleBook book = new RuleBook();
    final CpuModel cpu;

    /** What resets a vCPU that the guest starts: this, or the policy file's layer over it. */
    private Personality outer = this;

    /** One access at a time is in flight, so one object does. */
    private final Access access = new Access();

    BasePersonality(String name, CpuModel cpu) {
        this.name = name;
        this.cpu = cpu;
    }

    @Override
    public final String name() {
        return name;
    }

    final Personality outer() {
        return outer;
    }

    final void setOuter(Personality layer) {
        outer = layer;
    }

    @Override
    public final List<Rule> rules() {
        return book.rules();
    }

    /** Takes a synchronous exception to EL1 in this hypervisor's way. */
    abstract void inject(Vcpu c, long esr, long elr);

    /** DFSC or IFSC of an injected abort. */
    abstract int abortStatus();

    /** One line that says why the domain crashed. */
    String crashText(Trap t) {
        return "crashed by a rule of the policy: ESR_EL2 0x" + Long.toHexString(t.esr);
    }

    /**
     * Whether the hypervisor clears PSTATE.SS when it moves a guest past an instruction that it
     * emulated, so that a step over it ends there.
     */
    abstract boolean endsStep();

    /** The effects that only this personality has. Returns as {@link #carryOut} does. */
    abstract boolean carryOutOwn(Trap t, Decision d, Vcpu c, Platform p);

    /** Prints the message {@link Decision#log}. */
    abstract void print(Trap t, Decision d, Platform p);

    /** What a device's refusal of an access becomes. */
    abstract void refused(Trap t, Decision d);

    /** The value that a load from a device leaves in its register. */
    abstract long extend(long esr, long value);

    @Override
    public boolean carryOut(Trap t, Decision d, Vcpu c, Platform p) {
        if (d.log != Decision.NO_LOG) {
            print(t, d, p);
        }
        boolean past = perform(t, d, c, p);
        if (past && endsStep()) {
            c.ss = false;
        }
        return past;
    }

    private boolean perform(Trap t, Decision d, Vcpu c, Platform p) {
        return switch (d.effect) {
            case SKIP -> next(c);
            case VALUE -> read(t, d, c, d.value);
            case UNDEF -> undefined(t, c);
            case UNDEF_THEN_ADVANCE -> {
                undefined(t, c);
                c.pc += 4;
                yield false;
            }
            case ABORT -> abort(t, d, c);
            case RETRY -> false;
            case SERROR -> {
                c.vserror = true;
                yield false;
            }
            case WAIT -> {
                p.block(c);
                yield next(c);
            }
            case YIELD -> {
                p.yield(c);
                yield next(c);
            }
            case REGISTER_READ -> read(t, d, c, SystemRegisters.read(c, index(t)));
            case REGISTER_WRITE -> {
                SystemRegisters.write(c, index(t), t.value);
                yield next(c);
            }
            case KEPT_READ -> read(t, d, c, c.sys[index(t)]);
            case KEPT_WRITE -> {
                c.sys[index(t)] = t.value;
                c.updateDebug(); // a policy file may keep a debug register, which is to be
                // real then
                yield next(c);
            }
            case VM_CONTROL_WRITE -> vmControl(t, c, p);
            case SET_WAY -> setWay(c, p);
            case SGI -> {
                p.sendSgi(c, index(t), t.value);
                yield next(c);
            }
            case TIMER_READ -> read(t, d, c, p.readTimer(c, index(t)));
            case TIMER_WRITE -> {
                p.writeTimer(c, index(t), t.value);
                yield next(c);
            }
            case CALL_RETURN -> callReturn(d, c);
            case PSCI_SUSPEND -> {
                p.block(c);
                yield returned(d, c, Psci.SUCCESS);
            }
            case PSCI_CPU_OFF -> {
                boolean retired = left(d, c, Psci.SUCCESS);
                p.powerOff(c.id);
                yield retired;
            }
            case PSCI_SYSTEM_OFF -> {
                boolean retired = left(d, c, Psci.INTERNAL_FAILURE);
                p.systemOff();
                yield retired;
            }
            case PSCI_SYSTEM_RESET -> {
                boolean retired = left(d, c, Psci.INTERNAL_FAILURE);
                p.systemReset();
                yield retired;
            }
            case MMIO ->
                    mmio(t, d, c, p, TrapInput.srt(t.esr), TrapInput.bytes(t.esr), !t.read, t.esr)
                            && next(c);
            case MMIO_UNMAPPED -> unmapped(t, d, c, TrapInput.srt(t.esr), TrapInput.bytes(t.esr));
            case CRASH -> {
                p.crash(crashText(t));
                yield false;
            }
            case HOST_PANIC -> {
                p.hostPanic("unexpected trap: ESR_EL2 0x" + Long.toHexString(t.esr));
                yield false;
            }
            default -> carryOutOwn(t, d, c, p);
        };
    }

    static int index(Trap t) {
        return SysReg.indexOf(t.register);
    }

    /** Skips the instruction. */
    static boolean next(Vcpu c) {
        c.pc += 4;
        return true;
    }

    static boolean read(Trap t, Decision d, Vcpu c, long value) {
        d.value = value;
        d.hasValue = true;
        Guest.set(c, Guest.rt(t.esr), value);
        return next(c);
    }

    /**
     * The exception return address of HVC is after it; that of every other trap is the instruction.
     */
    private boolean undefined(Trap t, Vcpu c) {
        boolean past = t.cls == TrapClass.HVC;
        inject(c, UNDEF_ESR, past ? c.pc + 4 : c.pc);
        return past;
    }

    boolean abort(Trap t, Decision d, Vcpu c) {
        c.sys[SysReg.FAR_EL1] = d.operand == FAR_IS_IPA ? t.ipa : t.far;
        inject(c, d.injectedEsr, c.pc);
        return false;
    }

    private boolean vmControl(Trap t, Vcpu c, Platform p) {
        boolean before = Guest.cachesOn(c);
        SystemRegisters.write(c, index(t), t.value);
        boolean after = Guest.cachesOn(c);
        if (before != after) {
            p.flushGuestMemory(c);
        }
        if (after) {
            Guest.change(c, SysReg.HCR_EL2, 0, HCR_TVM);
        }
        return next(c);
    }

    private static boolean setWay(Vcpu c, Platform p) {
        if ((c.sys[SysReg.HCR_EL2] & HCR_TVM) == 0) {
            Guest.change(c, SysReg.HCR_EL2, HCR_TVM, 0);
            p.flushGuestMemory(c);
        }
        return next(c);
    }

    private static boolean callReturn(Decision d, Vcpu c) {
        if ((d.results & 1) != 0) {
            c.x[0] = d.value;
        }
        if ((d.results & 2) != 0) {
            c.x[1] = d.r1;
        }
        if ((d.results & 4) != 0) {
            c.x[2] = d.r2;
        }
        if ((d.results & 8) != 0) {
            c.x[3] = d.r3;
        }
        d.result = c.x[0];
        return next(c);
    }

    /** Ends a call with {@code x0}, and with what the decision says for X1 to X3. */
    static boolean returned(Decision d, Vcpu c, long x0) {
        d.value = x0;
        d.hasValue = true;
        return callReturn(d, c);
    }

    /**
     * Ends a call that does not come back. The register is left as the hypervisors leave it, for a
     * vCPU that should run on by mistake ({@code xen/arch/arm/vpsci.c:do_vpsci_0_2_call}, {@code
     * arch/arm64/kvm/psci.c:kvm_psci_0_2_call}); the guest sees nothing, so the event has no
     * result.
     */
    static boolean left(Decision d, Vcpu c, long x0) {
        boolean retired = returned(d, c, x0);
        d.result = 0;
        return retired;
    }

    /**
     * Accesses the device of the trap; on its refusal injects what {@link #refused} says.
     *
     * @return false when the device refused; pc is the vector then
     */
    final boolean mmio(
            Trap t,
            Decision d,
            Vcpu c,
            Platform p,
            int register,
            int bytes,
            boolean write,
            long esr) {
        Access a = access;
        long mask = TrapInput.mask(bytes);
        a.vcpu = c.id;
        a.write = write;
        a.bytes = bytes;
        boolean reversed = reversesBytes(c);
        long stored = write ? Guest.get(c, register) & mask : 0;
        a.value = reversed ? Mmu.reversed(stored, bytes) : stored;
        a.abort = false;
        p.mmio(c, t.device, t.offset, a);
        if (a.abort) {
            d.action = Action.ABORT;
            d.injectedEsr = dataAbortEsr(t.el);
            refused(t, d);
            if (d.log != Decision.NO_LOG) {
                print(t, d, p);
            }
            abort(t, d, c);
            return false;
        }
        if (!write) {
            long loaded = reversed ? Mmu.reversed(a.value, bytes) : a.value & mask;
            long value = extend(esr, loaded);
            d.value = value;
            d.hasValue = true;
            Guest.set(c, register, value);
        }
        return true;
    }

    /**
     * Whether the register of a trapped access to a device holds the device's bytes in reverse:
     * what a big-endian guest means, where the hypervisor thinks of that.
     */
    abstract boolean reversesBytes(Vcpu c);

    /** Reads all ones of the access's width, ignores a write. */
    private boolean unmapped(Trap t, Decision d, Vcpu c, int register, int bytes) {
        if (t.read) {
            d.value = extend(t.esr, d.operand & TrapInput.mask(bytes));
            d.hasValue = true;
            Guest.set(c, register, d.value);
        }
        return next(c);
    }

    /** ESR_EL1 of an injected data abort, without a fault status code. */
    static long dataAbortEsr(int el) {
        return EC_DATA_EL0 + (el == 0 ? 0 : EC_FROM_EL1);
    }

    /** ESR_EL1 of an injected instruction abort, without a fault status code. */
    static long instructionAbortEsr(int el) {
        return EC_INSTRUCTION_EL0 + (el == 0 ? 0 : EC_FROM_EL1);
    }

    /** Sign extension to 64 bits of a loaded value. */
    static long signExtend(long value, int bytes) {
        int shift = 64 - 8 * bytes;
        return value << shift >> shift;
    }
}
