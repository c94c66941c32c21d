package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.jit.Rig.CODE;
import static trapline.jit.Rig.DATA;
import static trapline.jit.Rig.VECTORS;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.isa.SysReg;
import trapline.mmu.Tables;
import trapline.vcpu.Asm;

/**
 * Code that is hot and translated, then runs under debug, then does not any more, again and again:
 * states at random stops are the interpreter's. X20 and X21 are values of MDSCR_EL1, X23 of a
 * control register; X9 and X10 count what fired.
 */
@DisplayName("Translated code gives way to breakpoints, watchpoints and steps")
class DebugTest {
    private static final long SS = 1;
    private static final long KDE = 1 << 13;
    private static final long MDE = 1 << 15;
    private static final long SPSR_SS = 1 << 21;

    /** DBGBCR: E, PMC EL1, BAS all. */
    private static final long BREAKPOINT = 1 | 1 << 1 | 0xf << 5;

    /** DBGWCR: E, PAC EL1, LSC stores, BAS all. */
    private static final long WATCHPOINT = 1 | 1 << 1 | 2 << 3 | 0xff << 5;

    private static final long LOOP = CODE + 0x100;
    private static final int ROUNDS = 30;

    private static void check(int seed, Consumer<Rig> setUp) {
        Rig[] rigs = Rig.pair(setUp);
        for (Rig r : rigs) {
            r.run(6_000, new Random(seed), 70);
        }
        assertThat(rigs[1].trace).isEqualTo(rigs[0].trace);
        assertThat(rigs[1].events).isEqualTo(rigs[0].events);
        assertThat(rigs[1].c.x[9]).as("times that it fired").isEqualTo(rigs[0].c.x[9]).isPositive();
        assertThat(rigs[1].c.x[10]).as("times beside").isEqualTo(rigs[0].c.x[10]);
        assertThat(rigs[1].jit.installed).isPositive();
        assertThat(rigs[1].jit.entered).as("regions entered").isGreaterThan(20);
    }

    /**
     * At {@code CODE}, for ever: the loop without debug, then with MDSCR_EL1 from X20 and the
     * control register from X23.
     */
    private static void phases(Rig r, int control) {
        r.map();
        r.code(
                Asm.blr(11),
                Asm.msr(SysReg.MDSCR_EL1, 20),
                Asm.msr(control, 23),
                Asm.blr(11),
                Asm.msr(control, 31),
                Asm.blr(11),
                Asm.msr(SysReg.MDSCR_EL1, 31),
                Asm.b(-7));
        r.c.daif = 0;
        r.c.x[2] = DATA;
        r.c.x[11] = LOOP;
        r.c.x[22] = SPSR_SS;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aBreakpointThatIsSteppedOver(int seed) {
        check(
                seed,
                r -> {
                    phases(r, SysReg.DBGBCR0_EL1);
                    r.codeAt(
                            LOOP,
                            Asm.movz(1, ROUNDS),
                            Asm.addImm(0, 0, 1),
                            Asm.addImm(3, 3, 3),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -3),
                            Asm.RET);
                    // The breakpoint off and one step, from which it is on again.
                    r.codeAt(
                            VECTORS + 0x200,
                            Asm.cbnz(28, 9),
                            Asm.msr(SysReg.DBGBCR0_EL1, 31),
                            Asm.msr(SysReg.MDSCR_EL1, 21),
                            Asm.mrs(29, SysReg.SPSR_EL1),
                            Asm.addImm(28, 28, 1),
                            add(29, 29, 22),
                            Asm.msr(SysReg.SPSR_EL1, 29),
                            Asm.addImm(9, 9, 1),
                            Asm.ERET,
                            Asm.msr(SysReg.DBGBCR0_EL1, 23),
                            Asm.msr(SysReg.MDSCR_EL1, 20),
                            Asm.movz(28, 0),
                            Asm.addImm(10, 10, 1),
                            Asm.ERET);
                    r.c.sys[SysReg.DBGBVR0_EL1] = LOOP + 8;
                    r.c.x[20] = MDE | KDE;
                    r.c.x[21] = MDE | KDE | SS;
                    r.c.x[23] = BREAKPOINT;
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void aWatchpointInAnArray(int seed) {
        check(
                seed,
                r -> {
                    phases(r, SysReg.DBGWCR0_EL1);
                    r.codeAt(
                            LOOP,
                            Asm.movz(1, ROUNDS),
                            Asm.addImm(4, 2, 0),
                            Asm.str(0, 4, 0),
                            Asm.addImm(0, 0, 1),
                            Asm.addImm(4, 4, 8),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -4),
                            Asm.RET);
                    r.codeAt(
                            VECTORS + 0x200,
                            Asm.mrs(29, SysReg.ELR_EL1),
                            Asm.addImm(29, 29, 4),
                            Asm.msr(SysReg.ELR_EL1, 29),
                            Asm.mrs(10, SysReg.FAR_EL1),
                            Asm.addImm(9, 9, 1),
                            Asm.ERET);
                    r.c.sys[SysReg.DBGWVR0_EL1] = DATA + 0x50;
                    r.c.x[20] = MDE | KDE;
                    r.c.x[23] = WATCHPOINT;
                });
    }

    /** PSTATE.D is clear for two instructions of each round, and the breakpoint on one of them. */
    @ParameterizedTest
    @ValueSource(ints = {6, 7})
    void aBreakpointWherePstateDIsClear(int seed) {
        check(
                seed,
                r -> {
                    phases(r, SysReg.DBGBCR0_EL1);
                    r.codeAt(
                            LOOP,
                            Asm.movz(1, ROUNDS),
                            Asm.daifSet(8),
                            Asm.addImm(0, 0, 1),
                            Asm.msr(SysReg.DAIF, 31),
                            Asm.addImm(3, 3, 3),
                            Asm.daifSet(8),
                            Asm.daifClr(8),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -7),
                            Asm.RET);
                    r.codeAt(
                            VECTORS + 0x200,
                            Asm.addImm(9, 9, 1),
                            Asm.mrs(29, SysReg.ELR_EL1),
                            Asm.addImm(29, 29, 4),
                            Asm.msr(SysReg.ELR_EL1, 29),
                            Asm.ERET);
                    r.c.sys[SysReg.DBGBVR0_EL1] = LOOP + 16;
                    r.c.sys[SysReg.DBGBVR1_EL1] = LOOP + 8;
                    r.c.sys[SysReg.DBGBCR1_EL1] = BREAKPOINT;
                    r.c.x[20] = MDE | KDE;
                    r.c.x[23] = BREAKPOINT;
                });
    }

    /** A program at EL0 that its kernel steps for a while, lets run, and steps again. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10})
    void aProgramThatIsStepped(int seed) {
        check(
                seed,
                r -> {
                    r.map();
                    r.tables.map(CODE, CODE, 3, Tables.AF | Tables.AP_BOTH_RO);
                    r.tables.map(DATA, DATA, 3, Tables.AF | Tables.AP_BOTH_RW);
                    r.code(
                            Asm.addImm(0, 0, 1),
                            Asm.ldxr(3, 2),
                            Asm.addImm(3, 3, 1),
                            Asm.stxr(4, 3, 2),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -5),
                            Asm.movz(1, ROUNDS),
                            Asm.svc(0),
                            Asm.b(-8));
                    // SVC: stepping on if it was off, off if it was on. A step: the next one.
                    r.codeAt(
                            VECTORS + 0x400,
                            Asm.mrs(29, SysReg.ESR_EL1),
                            Asm.mrs(28, SysReg.SPSR_EL1),
                            sub(29, 29, 24),
                            Asm.cbz(29, 5),
                            Asm.addImm(9, 9, 1),
                            add(28, 28, 22),
                            Asm.msr(SysReg.SPSR_EL1, 28),
                            Asm.ERET,
                            Asm.mrs(29, SysReg.MDSCR_EL1),
                            sub(29, 20, 29),
                            Asm.msr(SysReg.MDSCR_EL1, 29),
                            Asm.addImm(10, 10, 1),
                            Asm.ERET);
                    r.c.x[1] = ROUNDS;
                    r.c.x[2] = DATA;
                    r.c.x[20] = SS;
                    r.c.x[22] = SPSR_SS;
                    r.c.x[24] = 0x5600_0000L;
                    r.c.setLevel(0, false);
                    r.c.daif = 0;
                });
    }

    /** ADD Xd, Xn, Xm. */
    private static int add(int rd, int rn, int rm) {
        return 0x8b00_0000 | rm << 16 | rn << 5 | rd;
    }

    /** SUB Xd, Xn, Xm. */
    private static int sub(int rd, int rn, int rm) {
        return 0xcb00_0000 | rm << 16 | rn << 5 | rd;
    }
}
