package trapline.vcpu;

import trapline.isa.A64;
import trapline.isa.SysReg;
import trapline.mmu.Dfsc;
import trapline.mmu.Mmu;
import trapline.trap.Esr;
import trapline.trap.InsnTraps;
import trapline.trap.Routing;

/**
 * Instructions that may leave the vCPU: exceptions, exception return, system registers, hints that
 * wait; and the faults that any instruction may end in. Each method leaves {@link Vcpu#pc} and
 * {@link Vcpu#retired} as they are after the instruction.
 */
final class SystemOps {
    private static final int IL = 1 << 25;

    private SystemOps() {}

    private static void next(Vcpu c) {
        c.pc += 4;
        c.retired++;
    }

    /** Any row of the kinds EXCEPTION and SYSTEM. */
    static void exec(int row, Vcpu c, int i) {
        switch (row) {
            case A64.MRS_RS_systemmove -> mrs(c, i);
            case A64.MSR_SR_systemmove -> msr(c, i);
            case A64.MSR_SI_pstate -> msrImmediate(c, i);
            case A64.SYS_CR_systeminstrs -> sys(c, i);
            case A64.SYSL_RC_systeminstrs -> sysl(c, i);
            case A64.SVC_EX_exception -> {
                c.retired++;
                c.takeSynchronous(0x5600_0000L | i >>> 5 & 0xffff, c.pc + 4);
            }
            case A64.HVC_EX_exception -> hvc(c, i);
            case A64.SMC_EX_exception -> smc(c, i);
            case A64.BRK_EX_exception -> brk(c, i);
            case A64.ERET_64E_branch_reg -> eret(c);
            case A64.WFI_HI_hints -> wait(c, i, false);
            case A64.WFE_HI_hints -> wait(c, i, true);
            case A64.SEV_HI_hints -> {
                c.events().sendEvent();
                next(c);
            }
            case A64.SEVL_HI_hints -> {
                c.eventRegister = true;
                next(c);
            }
            case A64.CLREX_BN_barriers -> {
                c.exclusiveBytes = 0;
                next(c);
            }
            case A64.ESB_HI_hints -> next(c);
            default -> c.takeUndefined(); // HLT, DCPSn and DRPS without external debug, UDF
        }
    }

    private static int rt(int i) {
        int r = i & 31;
        return r + (r + 1 >> 5);
    }

    private static void mrs(Vcpu c, int i) {
        int key = SysReg.keyOfInsn(i);
        int index = SysReg.indexOf(key);
        int outcome =
                index >= 0
                        ? c.routes.route(c.sys, index, true, c.el)
                        : c.routing.routeKey(c.sys, key, true, c.el);
        if (outcome == Routing.COMPLETE && (index < 0 || !SystemRegisters.refused(c, index))) {
            c.x[LoadStore.w(i)] = index < 0 ? 0 : SystemRegisters.read(c, index);
            next(c);
        } else {
            refuse(c, i, key, outcome);
        }
    }

    private static void msr(Vcpu c, int i) {
        int key = SysReg.keyOfInsn(i);
        int index = SysReg.indexOf(key);
        int outcome =
                index >= 0
                        ? c.routes.route(c.sys, index, false, c.el)
                        : c.routing.routeKey(c.sys, key, false, c.el);
        if (outcome == Routing.COMPLETE && (index < 0 || !SystemRegisters.refused(c, index))) {
            if (index >= 0) {
                SystemRegisters.write(c, index, c.x[rt(i)]);
            }
            next(c);
        } else {
            refuse(c, i, key, outcome);
        }
    }

    private static void sys(Vcpu c, int i) {
        int key = SysReg.keyOfInsn(i);
        int index = SysReg.indexOf(key);
        int outcome =
                index >= 0
                        ? c.routes.route(c.sys, index, false, c.el)
                        : c.routing.routeKey(c.sys, key, false, c.el);
        if (outcome == Routing.COMPLETE) {
            SystemInstructions.exec(c, index, c.x[rt(i)]);
            next(c);
        } else {
            refuse(c, i, key, outcome);
        }
    }

    private static void sysl(Vcpu c, int i) {
        int key = SysReg.keyOfInsn(i);
        int outcome = c.routing.routeKey(c.sys, key, true, c.el);
        if (outcome == Routing.COMPLETE) {
            c.x[LoadStore.w(i)] = 0;
            next(c);
        } else {
            refuse(c, i, key, outcome);
        }
    }

    private static void msrImmediate(Vcpu c, int i) {
        int key = SysReg.keyOfInsn(i);
        int outcome = c.routing.routeKey(c.sys, key, false, c.el);
        if (outcome != Routing.COMPLETE) {
            refuse(c, i, key, outcome);
            return;
        }
        int imm = i >>> 8 & 15;
        switch (i >>> 13 & 0x38 | i >>> 5 & 7) {
            case 0b000_011 -> c.uao = (imm & 1) != 0;
            case 0b000_100 -> c.setPan((imm & 1) != 0);
            case 0b000_101 -> c.setLevel(c.el, (imm & 1) != 0);
            case 0b011_110 -> c.daif |= imm << 6;
            case 0b011_111 -> c.daif &= ~(imm << 6);
            default -> throw new IllegalStateException("MSR immediate 0x" + Integer.toHexString(i));
        }
        next(c);
    }

    /** An access that does not complete: UNDEFINED, trapped to EL1, or trapped to EL2. */
    private static void refuse(Vcpu c, int i, int key, int outcome) {
        if ((outcome & Routing.TRAP_EL2) != 0) {
            int ec = outcome & Routing.EC;
            trap(
                    c,
                    ec == 0x18 ? Esr.sysReg(i) : Esr.of(ec, ec == 0x07 ? Esr.FP_ISS : 0),
                    i,
                    ec == 0x18 ? key : -1);
        } else if ((outcome & Routing.TRAP_EL1) != 0) {
            int ec = outcome & Routing.EC;
            c.takeSynchronous(
                    ec == 0x18 ? Esr.sysReg(i) : Esr.of(ec, ec == 0x07 ? Esr.FP_ISS : 0), c.pc);
        } else {
            c.takeUndefined();
        }
    }

    private static void trap(Vcpu c, long esr, int insn, int key) {
        Exit e = c.exit;
        e.esr = esr;
        e.far = 0;
        e.ipa = 0;
        e.insn = insn;
        e.sysKey = key;
        c.trap();
    }

    private static void hvc(Vcpu c, int i) {
        leave(c, i, InsnTraps.hvc(c.sys, c.el), i >>> 5 & 0xffff);
    }

    private static void smc(Vcpu c, int i) {
        leave(c, i, InsnTraps.smc(c.sys, c.el), i >>> 5 & 0xffff);
    }

    private static void brk(Vcpu c, int i) {
        leave(c, i, InsnTraps.debug(c.sys, c.el, 0x3c), i >>> 5 & 0xffff);
    }

    /** Leaves the instruction at pc as an outcome other than COMPLETE says. */
    private static void leave(Vcpu c, int i, int outcome, int iss) {
        long esr = Esr.of(outcome & Routing.EC, iss);
        if ((outcome & Routing.TRAP_EL2) != 0) {
            trap(c, esr, i, -1);
        } else if ((outcome & Routing.TRAP_EL1) != 0) {
            c.takeSynchronous(esr, c.pc);
        } else {
            c.takeUndefined();
        }
    }

    private static void wait(Vcpu c, int i, boolean forEvent) {
        if (forEvent && c.eventRegister) {
            c.eventRegister = false;
            next(c);
            return;
        }
        if (!forEvent && c.wakeable()) {
            next(c);
            return;
        }
        int outcome = InsnTraps.wfx(c.sys, c.el, forEvent);
        if (outcome != Routing.COMPLETE) {
            leave(c, i, outcome, (int) Esr.wfx(forEvent));
            return;
        }
        next(c);
        c.events().untrappedWait(c, forEvent);
    }

    private static void eret(Vcpu c) {
        if (c.el == 0) {
            c.takeUndefined();
            return;
        }
        long spsr = c.sys[SysReg.SPSR_EL1];
        long elr = c.sys[SysReg.ELR_EL1];
        c.exclusiveBytes = 0;
        c.eventRegister = true;
        c.retired++;
        int mode = (int) spsr & 0x1f;
        if (mode == 0 || mode == 4 || mode == 5) {
            boolean ss = c.debug.returned(spsr, mode >>> 2);
            c.setPstate(spsr);
            c.ss = ss;
        } else {
            // Illegal exception return: flags, masks, PAN and UAO come from SPSR, the mode stays,
            // IL is set
            // (DDI 0487, D1.4.4, SetPSTATEFromSPSR()).
            boolean ss = c.debug.returned(spsr, c.el);
            c.setPstate(
                    spsr & ~0x20_001fL
                            | (ss ? 1 << 21 : 0)
                            | 1 << 20
                            | (long) c.el << 2
                            | (c.spSel && c.el != 0 ? 1 : 0));
            if ((mode & 0x10) != 0) {
                c.events().unsupported(c, "exception return to AArch32");
            }
        }
        c.pc = c.branchAddress(elr);
    }

    /** PSTATE.IL is set: any instruction is an illegal execution state exception. */
    static void illegalState(Vcpu c) {
        c.takeSynchronous(Esr.of(0x0e, 0), c.pc);
    }

    static void pcAlignment(Vcpu c) {
        c.takeSynchronous(Esr.of(0x22, 0), c.pc, c.pc);
    }

    /** An FP or SIMD instruction while a control traps it. */
    static void fpTrap(Vcpu c, int i) {
        int outcome = InsnTraps.fp(c.sys, c.el);
        leave(c, i, outcome, (outcome & Routing.EC) == 0x07 ? Esr.FP_ISS : 0);
    }

    /** The fetch at pc faulted; the MMU says how. */
    static void fetchFault(Vcpu c) {
        Mmu m = c.mmu;
        if (m.faultStage2) {
            Exit e = c.exit;
            e.esr = Esr.of(0x20, (m.faultOnWalk ? 1 << 7 : 0) | m.faultStatus);
            e.far = c.pc;
            e.ipa = m.faultIpa;
            e.insn = 0;
            e.sysKey = -1;
            c.trap();
        } else {
            c.takeSynchronous(Esr.of(c.el == 0 ? 0x20 : 0x21, m.faultStatus), c.pc, c.pc);
        }
    }

    /** A data access of the instruction at pc faulted; the MMU says how. */
    static void dataFault(Vcpu c, int i) {
        Mmu m = c.mmu;
        if (m.faultStatus == Vcpu.SP_ALIGNMENT) {
            c.takeSynchronous(Esr.of(0x26, 0), c.pc);
            return;
        }
        if (m.faultStatus == Mmu.WATCHED) {
            SelfDebug.watchpoint(c);
            return;
        }
        int iss =
                (m.faultMaintenance ? 1 << 8 : 0)
                        | (m.faultWrite || m.faultMaintenance ? 1 << 6 : 0)
                        | m.faultStatus;
        if (!m.faultStage2) {
            c.takeSynchronous(Esr.of(c.el == 0 ? 0x24 : 0x25, iss), c.pc, m.faultVa);
            return;
        }
        if (m.faultOnWalk) {
            iss |= 1 << 7;
        } else if (!m.faultMaintenance && (m.faultStatus & 0x3c) != Dfsc.EXTERNAL) {
            iss |= Esr.loadStoreIss(i);
        }
        if ((iss & Esr.ISV) != 0 && direct(c, iss)) {
            return;
        }
        Exit e = c.exit;
        e.esr = Esr.of(0x24, iss);
        e.far = m.faultVa;
        e.ipa = m.faultIpa;
        e.insn = i;
        e.sysKey = -1;
        c.trap();
    }

    /** A device frame that stage 2 maps: the access completes without EL2. */
    private static boolean direct(Vcpu c, int iss) {
        int size = iss >>> 22 & 3;
        boolean write = (iss & Esr.WNR) != 0;
        int t = iss >>> 16 & 31;
        boolean reversed = c.mmu.bigEndian();
        long stored = t == 31 ? 0 : c.x[t];
        if (reversed) {
            stored = Mmu.reversed(stored, 1 << size);
        }
        if (!c.events().directAccess(c, c.mmu.faultIpa, 1 << size, write, stored)) {
            return false;
        }
        if (!write && t != 31) {
            long v = c.events().directValue();
            if (reversed) {
                v = Mmu.reversed(v, 1 << size);
            }
            if ((iss >>> 21 & 1) != 0) {
                int shift = 64 - (8 << size);
                v = v << shift >> shift;
            }
            c.x[t] = (iss >>> 15 & 1) != 0 ? v : v & 0xffff_ffffL;
        }
        next(c);
        return true;
    }

    /** Takes the pending interrupt of the highest priority. */
    static void interrupt(Vcpu c) {
        int kind =
                (c.daif & 0x100) == 0 && c.vserror ? 2 : (c.daif & 0x40) == 0 && c.fiqLine ? 1 : 0;
        c.events().interruptTaken(c, kind, c.pc);
        long pc = c.pc;
        switch (kind) {
            case 0 -> c.takeException(Vcpu.IRQ, pc);
            case 1 -> c.takeException(Vcpu.FIQ, pc);
            default -> {
                c.vserror = false;
                c.takeException(Vcpu.SERROR, pc);
                c.sys[SysReg.ESR_EL1] = IL | 0x2fL << 26;
            }
        }
    }
}
