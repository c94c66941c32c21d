package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.DebugFields.mdscr;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.USER;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("Software step (DDI 0487, D2.11)")
class SoftwareStepTest {
    private static final long SPSR_SS = 1 << 21;

    /** Step exceptions from EL0 and EL1: not stepped, stepped, stepped a Load-Exclusive. */
    private static final long[] NOT_STEPPED = {0xca00_0022L, 0xce00_0022L};

    private static final long[] STEPPED = {0xcb00_0022L, 0xcf00_0022L};
    private static final long[] EXCLUSIVE = {0xcb00_0062L, 0xcf00_0062L};

    private static Rig at(int el, boolean masked, String mdscr, boolean ss, int... words) {
        Rig r = Rig.a57().map().code(words).el(el);
        r.c.daif = masked ? 0x200 : 0;
        r.set(SysReg.MDSCR_EL1, mdscr(mdscr));
        r.c.ss = ss;
        return r;
    }

    /** At the level, with its debug exceptions enabled, about to step the first word. */
    private static Rig stepping(int el, int... words) {
        return at(el, false, "SS KDE", true, words);
    }

    private static void expect(Rig r, int el, long[] esr, long elr) {
        assertThat(r.sys(SysReg.ESR_EL1)).as("ESR_EL1").isEqualTo(esr[el]);
        assertThat(r.sys(SysReg.ELR_EL1)).as("ELR_EL1").isEqualTo(elr);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).as("SPSR_EL1.SS").isZero();
        assertThat(r.c.pc).isEqualTo(VECTORS + (el == 0 ? 0x400 : 0x200));
        assertThat(r.c.ss).as("PSTATE.SS").isFalse();
        assertThat(r.c.daif).isEqualTo(0x3c0);
    }

    /** Table D2-17 and where debug exceptions are enabled. */
    @ParameterizedTest(name = "EL{0}, PSTATE.D {1}, MDSCR_EL1 {2}, PSTATE.SS {3}, locks {4}: {5}")
    @CsvSource(
            textBlock =
                    """
                    0, 0, SS,     1, 0, stepped
                    0, 0, SS,     0, 0, pending
                    0, 1, SS,     1, 0, stepped
                    0, 1, SS,     0, 0, pending
                    0, 0, SS KDE, 1, 0, stepped
                    0, 0, -,      1, 0, inactive
                    0, 0, -,      0, 0, inactive
                    0, 0, MDE,    0, 0, inactive
                    1, 0, SS,     1, 0, inactive
                    1, 0, SS,     0, 0, inactive
                    1, 0, SS KDE, 1, 0, stepped
                    1, 0, SS KDE, 0, 0, pending
                    1, 1, SS KDE, 1, 0, inactive
                    1, 1, SS KDE, 0, 0, inactive
                    1, 0, KDE,    0, 0, inactive
                    0, 0, SS,     1, 1, inactive
                    0, 0, SS,     0, 1, inactive
                    1, 0, SS KDE, 0, 1, inactive
                    0, 0, SS,     0, 2, inactive
                    """)
    void states(int el, int masked, String mdscr, int ss, int locks, String state) {
        Rig r = at(el, masked != 0, mdscr, ss != 0, Asm.movz(0, 7), Asm.NOP);
        r.set(SysReg.OSDLR_EL1, locks >>> 1).set(SysReg.OSLAR_EL1, locks & 1);
        r.next();
        assertThat(r.c.x[0]).isEqualTo(state.equals("pending") ? 0 : 7);
        assertThat(r.c.retired).isEqualTo(state.equals("pending") ? 0 : 1);
        switch (state) {
            case "stepped" -> expect(r, el, STEPPED, CODE + 4);
            case "pending" -> expect(r, el, NOT_STEPPED, CODE);
            default -> assertThat(r.c.pc).isEqualTo(CODE + 4);
        }
    }

    /** Tables D2-18 to D2-20: what ERET at EL1 with SPSR_EL1.SS 1 leaves in PSTATE.SS. */
    @ParameterizedTest(
            name = "to EL{0}, MDSCR_EL1 {1}, PSTATE.D {2}, SPSR_EL1.D {3}, TDE {4}, lock {5}: {6}")
    @CsvSource(
            textBlock =
                    """
                    0, -,      1, 0, 0, 0, 0
                    0, SS,     1, 0, 0, 1, 0
                    1, SS,     1, 0, 0, 0, 0
                    1, SS KDE, 0, 0, 0, 0, 0
                    1, SS KDE, 0, 1, 0, 0, 0
                    1, SS KDE, 1, 1, 0, 0, 0
                    1, SS KDE, 1, 0, 0, 0, 1
                    0, SS,     0, 0, 0, 0, 1
                    0, SS,     1, 0, 0, 0, 1
                    0, SS,     1, 1, 0, 0, 1
                    0, SS KDE, 0, 0, 0, 0, 0
                    0, SS KDE, 1, 0, 0, 0, 1
                    0, SS KDE, 1, 1, 0, 0, 1
                    1, SS,     1, 0, 1, 0, 0
                    1, SS KDE, 1, 0, 1, 0, 0
                    0, SS,     1, 0, 1, 0, 0
                    0, KDE,    1, 0, 0, 0, 0
                    """)
    void exceptionReturns(
            int el, String mdscr, int masked, int spsrMasked, int tde, int lock, int ss) {
        Rig r = at(1, masked != 0, mdscr, false, Asm.ERET);
        r.set(SysReg.MDCR_EL2, tde << 8).set(SysReg.OSLAR_EL1, lock);
        r.c.sys[SysReg.SPSR_EL1] = SPSR_SS | (long) spsrMasked << 9 | (el == 0 ? 0 : 5);
        r.c.sys[SysReg.ELR_EL1] = USER;
        // What the instruction itself leaves: a step of it, where there is one, comes after.
        r.step();
        assertThat(r.c.ss).isEqualTo(ss != 0);
        assertThat(r.c.el).isEqualTo(el);
        Rig clear = at(1, masked != 0, mdscr, false, Asm.ERET);
        clear.c.sys[SysReg.SPSR_EL1] = (long) spsrMasked << 9 | (el == 0 ? 0 : 5);
        clear.step();
        assertThat(clear.c.ss).as("SPSR_EL1.SS 0").isFalse();
    }

    /** D2.11.10.1: an illegal return stays at EL1, with PSTATE.D from SPSR_EL1. */
    @ParameterizedTest(name = "SPSR_EL1.SS {0}, D {1}: {2}")
    @CsvSource({"1, 0, 0e", "0, 0, 33", "1, 1, 0e"})
    void anIllegalReturnCanActivateIt(int ss, int masked, String ec) {
        Rig r = at(1, true, "SS KDE", false, Asm.ERET);
        r.c.sys[SysReg.SPSR_EL1] = ss * SPSR_SS | (long) masked << 9 | 9; // to EL2h
        r.c.sys[SysReg.ELR_EL1] = CODE;
        r.next();
        boolean active = ss == 1 && masked == 0;
        assertThat(r.c.ss).isEqualTo(active);
        r.next();
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(Integer.parseInt(ec, 16));
        assertThat(r.sys(SysReg.SPSR_EL1))
                .as("SPSR_EL1: SS, IL, D, mode")
                .isEqualTo((active ? SPSR_SS : 0) | 1 << 20 | (long) masked << 9 | 5);
    }

    /** One instruction at CODE, stepped. X1 is {@link Rig#USER}, X2 not mapped, X30 CODE + 0x40. */
    @ParameterizedTest(name = "EL{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    0, nop,    stepped,   4
                    1, nop,    stepped,   4
                    0, b,      stepped,   20
                    0, ret,    stepped,   40
                    0, br odd, stepped,   42
                    0, ldr,    stepped,   4
                    0, str,    stepped,   4
                    0, fmov,   stepped,   4
                    1, isb,    stepped,   4
                    1, eret,   stepped,   100
                    1, mrs,    stepped,   4
                    1, wfi,    stepped,   4
                    0, ldxr,   exclusive, 4
                    1, ldxr,   exclusive, 4
                    0, ldxrb,  exclusive, 4
                    0, ldxp,   exclusive, 4
                    0, ldaxr,  exclusive, 4
                    0, stxr,   stepped,   4
                    0, ldar,   stepped,   4
                    0, clrex,  stepped,   4
                    1, masks D,      inactive, 4
                    1, locks,        inactive, 4
                    1, clears SS,    inactive, 4
                    1, clears KDE,   inactive, 4
                    """)
    void oneInstruction(int el, String what, String result, String elr) {
        Rig r =
                stepping(
                        el,
                        switch (what) {
                            case "b" -> Asm.b(8);
                            case "ret" -> Asm.RET;
                            case "br odd" -> Asm.br(3);
                            case "ldr" -> Asm.ldr(4, 1, 0);
                            case "str" -> Asm.str(4, 1, 0);
                            case "fmov" -> Asm.FMOV;
                            case "isb" -> Asm.ISB;
                            case "eret" -> Asm.ERET;
                            case "mrs" -> Asm.mrs(4, SysReg.MDSCR_EL1);
                            case "wfi" -> Asm.WFI;
                            case "ldxr" -> Asm.ldxr(4, 1);
                            case "ldxrb" -> Asm.ldxrb(4, 1);
                            case "ldxp" -> Asm.ldxp(4, 5, 1);
                            case "ldaxr" -> Asm.ldaxr(4, 1);
                            case "stxr" -> Asm.stxr(5, 4, 1);
                            case "ldar" -> Asm.ldar(4, 1);
                            case "clrex" -> Asm.CLREX;
                            case "masks D" -> Asm.daifSet(8);
                            case "locks" -> Asm.msr(SysReg.OSLAR_EL1, 6);
                            case "clears SS" -> Asm.msr(SysReg.MDSCR_EL1, 7);
                            case "clears KDE" -> Asm.msr(SysReg.MDSCR_EL1, 6);
                            default -> Asm.NOP;
                        });
        r.c.sys[SysReg.CPACR_EL1] = 3 << 20;
        r.c.updateFp();
        r.c.x[1] = USER;
        r.c.x[3] = CODE + 0x42;
        r.c.x[6] = DebugFields.SS;
        r.c.x[7] = DebugFields.KDE;
        r.c.x[30] = CODE + 0x40;
        r.c.sys[SysReg.ELR_EL1] = CODE + 0x100;
        r.c.sys[SysReg.SPSR_EL1] = SPSR_SS | 5;
        r.next();
        assertThat(r.c.retired).isEqualTo(1);
        assertThat(r.traps).isEmpty();
        long next = CODE + Integer.parseInt(elr, 16);
        switch (result) {
            case "stepped" -> expect(r, el, STEPPED, next);
            case "exclusive" -> expect(r, el, EXCLUSIVE, next);
            default -> {
                assertThat(r.c.pc).isEqualTo(next);
                assertThat(r.c.ss).isFalse();
                r.codeAt(CODE + 4, Asm.NOP).next();
                assertThat(r.c.pc).as("no exception afterwards").isEqualTo(next + 4);
            }
        }
    }

    /** Table D2-21: SPSR_EL1.SS of an exception that the stepped instruction takes. */
    @ParameterizedTest(name = "EL{0}: {1}: {2}, ELR +{3}, SS {4}")
    @CsvSource(
            textBlock =
                    """
                    0, svc,       15, 4, 0
                    1, svc,       15, 4, 0
                    0, udf,       00, 0, 1
                    1, udf,       00, 0, 1
                    0, brk,       3c, 0, 1
                    0, hvc,       00, 0, 1
                    0, smc,       00, 0, 1
                    0, ldr,       24, 0, 1
                    1, ldr,       25, 0, 1
                    0, fmov,      07, 0, 1
                    0, fetch,     20, 0, 1
                    0, illegal,   0e, 0, 1
                    0, odd,       22, 2, 1
                    """)
    void exceptionsOfTheInstruction(int el, String what, String ec, int elr, int ss) {
        Rig r =
                stepping(
                        el,
                        switch (what) {
                            case "svc" -> Asm.svc(1);
                            case "brk" -> Asm.brk(1);
                            case "hvc" -> Asm.hvc(1);
                            case "smc" -> Asm.smc(1);
                            case "udf" -> Asm.UDF;
                            case "fmov" -> Asm.FMOV;
                            case "ldr" -> Asm.ldr(4, 2, 0);
                            default -> Asm.NOP;
                        });
        r.c.x[2] = Rig.HOLE;
        r.c.il = what.equals("illegal");
        if (what.equals("fetch")) {
            r.tables.map(CODE, CODE, 3, trapline.mmu.Tables.UXN);
            r.system.flushAll();
        }
        r.c.pc += what.equals("odd") ? 2 : 0;
        r.next();
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(Integer.parseInt(ec, 16));
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + elr);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).isEqualTo(ss * SPSR_SS);
        assertThat(r.c.ss).as("PSTATE.SS").isFalse();
        // The handler has PSTATE.D set: no step in it, though MDSCR_EL1.KDE allows it.
        r.codeAt(VECTORS + (el == 0 ? 0x400 : 0x200), Asm.NOP).next();
        assertThat(r.c.pc).isEqualTo(VECTORS + (el == 0 ? 0x404 : 0x204));
        // A handler that returns with what it got: past an SVC the step is complete.
        r.codeAt(VECTORS + (el == 0 ? 0x404 : 0x204), Asm.ERET)
                .codeAt(CODE + 4, Asm.movz(9, 9), Asm.NOP);
        r.c.sys[SysReg.ELR_EL1] = CODE + 4;
        r.c.sys[SysReg.SPSR_EL1] &= ~(1L << 20);
        r.next();
        assertThat(r.c.ss).isEqualTo(ss == 1);
        if (!what.equals("fetch")) {
            r.next();
            expect(r, el, ss == 0 ? NOT_STEPPED : STEPPED, CODE + (ss == 0 ? 4 : 8));
        }
    }

    /**
     * An instruction that EL2 takes over: PSTATE.SS is what EL2 leaves, and no instruction was
     * stepped.
     */
    @ParameterizedTest(name = "{0}, EL2 leaves SS {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    mrs, clear, stepped over
                    mrs, set,   one more
                    wfi, clear, stepped over
                    smc, clear, stepped over
                    smc, set,   one more
                    hvc, clear, stepped over
                    hvc, set,   stepped over
                    ldr, clear, stepped over
                    ldr, again, again
                    mrs, inject, injected
                    """)
    void emulated(String what, String left, String result) {
        Rig r =
                stepping(
                        1,
                        switch (what) {
                            case "mrs" -> Asm.mrs(4, SysReg.MDCCSR_EL0);
                            case "wfi" -> Asm.WFI;
                            case "smc" -> Asm.smc(0);
                            case "hvc" -> Asm.hvc(0);
                            default -> Asm.ldr(4, 1, 0);
                        },
                        Asm.movz(9, 9),
                        Asm.NOP);
        r.set(SysReg.HCR_EL2, 1 << 13 | 1 << 19).set(SysReg.MDCR_EL2, 1 << 9);
        r.c.x[1] = Rig.MMIO;
        boolean[] seen = new boolean[1];
        r.el2 =
                (cpu, exit) -> {
                    seen[0] = cpu.ss;
                    if (left.equals("again")) {
                        return false;
                    }
                    if (left.equals("inject")) {
                        cpu.takeUndefined();
                        return false;
                    }
                    cpu.pc += 4;
                    if (left.equals("clear")) {
                        cpu.ss = false;
                    }
                    return true;
                };
        r.next();
        assertThat(r.traps).hasSize(1);
        assertThat(seen[0]).as("SPSR_EL2.SS").isEqualTo(!what.equals("hvc"));
        switch (result) {
            case "stepped over" -> {
                assertThat(r.c.pc).isEqualTo(CODE + 4);
                assertThat(r.c.ss).isFalse();
                r.next();
                expect(r, 1, NOT_STEPPED, CODE + 4);
                assertThat(r.c.x[9]).isZero();
            }
            case "one more" -> {
                r.next();
                expect(r, 1, STEPPED, CODE + 8);
                assertThat(r.c.x[9]).isEqualTo(9);
            }
            case "again" -> {
                assertThat(r.c.pc).isEqualTo(CODE);
                assertThat(r.c.ss).isTrue();
            }
            default -> {
                assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).isEqualTo(SPSR_SS);
                assertThat(r.c.ss).isFalse();
            }
        }
    }

    @Test
    void aDeviceThatStage2MapsIsReachedByTheInstructionItself() {
        Rig r = stepping(1, Asm.ldr(4, 1, 0), Asm.NOP);
        r.direct = true;
        r.c.x[1] = Rig.MMIO;
        r.next();
        expect(r, 1, STEPPED, CODE + 4);
        assertThat(r.traps).isEmpty();
    }

    @Test
    void tdeStepsEl1WhateverItMasksAndSoItsExceptionHandlers() {
        for (int word : new int[] {Asm.svc(1), Asm.UDF}) {
            Rig r = at(1, true, "SS", true, word, Asm.NOP).set(SysReg.MDCR_EL2, 1 << 8);
            r.el2 = (cpu, exit) -> false;
            r.next();
            assertThat(r.c.pc).isEqualTo(VECTORS + 0x200);
            if (word == Asm.UDF) {
                assertThat(r.traps).isEmpty();
                r.next();
            }
            // ISV may be either here; it is 1 where the instruction retired.
            assertThat(r.trap().esr()).isEqualTo((word == Asm.UDF ? NOT_STEPPED : STEPPED)[0]);
            assertThat(r.trap().pc()).isEqualTo(VECTORS + 0x200);
        }
        Rig one = at(0, false, "SS", true, Asm.ldxr(4, 1), Asm.NOP).set(SysReg.MDCR_EL2, 1 << 8);
        one.el2 = (cpu, exit) -> false;
        one.c.x[1] = USER;
        one.next();
        assertThat(one.trap().esr()).isEqualTo(EXCLUSIVE[0]);
        assertThat(one.trap().pc()).isEqualTo(CODE + 4);
        assertThat(one.c.retired).isEqualTo(1);
    }

    @Test
    void clearingPstateDActivatesItAtTheNextInstruction() {
        for (int clear : new int[] {Asm.daifClr(8), Asm.msr(SysReg.DAIF, 31)}) {
            Rig r = at(1, true, "SS KDE", false, clear, Asm.NOP).next();
            assertThat(r.c.pc).isEqualTo(CODE + 4);
            r.next();
            expect(r, 1, NOT_STEPPED, CODE + 4);
        }
    }

    @Test
    void settingSsOrUnlockingActivatesItAtTheNextInstruction() {
        Rig set = at(1, false, "KDE", false, Asm.msr(SysReg.MDSCR_EL1, 4), Asm.NOP);
        set.c.x[4] = DebugFields.KDE | DebugFields.SS;
        set.next();
        assertThat(set.c.pc).isEqualTo(CODE + 4);
        set.next();
        expect(set, 1, NOT_STEPPED, CODE + 4);
        Rig unlock = at(1, false, "SS KDE", false, Asm.msr(SysReg.OSLAR_EL1, 31), Asm.NOP);
        unlock.set(SysReg.OSLAR_EL1, 1).next();
        assertThat(unlock.c.pc).isEqualTo(CODE + 4);
        unlock.next();
        expect(unlock, 1, NOT_STEPPED, CODE + 4);
    }

    @Test
    void anInterruptBeforeTheInstructionLeavesItToBeStepped() {
        Rig r = at(0, false, "SS", true, Asm.NOP, Asm.NOP);
        r.codeAt(VECTORS + 0x480, Asm.ERET);
        r.c.irqLine = true;
        r.next();
        assertThat(r.events)
                .containsExactly("interrupt 0 at " + Long.toHexString(CODE) + " after 0");
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(SPSR_SS);
        assertThat(r.c.pc).as("the handler's ERET is executed").isEqualTo(CODE);
        assertThat(r.c.ss).isTrue();
        r.c.irqLine = false;
        r.next();
        expect(r, 0, STEPPED, CODE + 4);
    }

    @Test
    void theStepExceptionComesBeforeAnInterruptThatArrivesWithTheInstruction() {
        Rig r = at(0, false, "SS", true, Asm.WFI, Asm.NOP).sctlr(1 << 16, 0);
        r.c.irqLine = true;
        r.c.daif = 0x80;
        r.next();
        expect(r, 0, STEPPED, CODE + 4);
        assertThat(r.events).isEmpty();
    }

    @Test
    void aSnapshotInTheMiddleOfAStepGoesOn() {
        for (boolean ss : new boolean[] {true, false}) {
            Rig r = at(0, false, "SS", ss, Asm.NOP, Asm.NOP);
            StateWriter w = new StateWriter();
            r.c.save(w);
            Rig other = Rig.a57().map().code(Asm.NOP, Asm.NOP);
            other.c.load(new StateReader(w.toByteArray()));
            assertThat(other.c.debugging()).isTrue();
            other.next();
            expect(other, 0, ss ? STEPPED : NOT_STEPPED, ss ? CODE + 4 : CODE);
        }
    }

    @Test
    void atomicsAreNoLoadExclusives() {
        Rig r = new Rig(CpuModel.NEOVERSE_N1).map().code(Asm.cas(4, 5, 1), Asm.NOP);
        r.c.x[1] = USER;
        r.c.daif = 0;
        r.c.ss = true;
        r.set(SysReg.MDSCR_EL1, mdscr("SS KDE")).next();
        expect(r, 1, STEPPED, CODE + 4);
    }
}
