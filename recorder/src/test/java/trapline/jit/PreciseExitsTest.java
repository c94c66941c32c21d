package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.jit.Rig.CODE;
import static trapline.jit.Rig.DATA;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.isa.SysReg;
import trapline.mmu.Tables;
import trapline.vcpu.Asm;

/** Ways out of the middle of a region: state and count are the interpreter's at each. */
@DisplayName("Translated code stops exactly where the interpreter would")
class PreciseExitsTest {
    private static final int SP = 31;

    private static Rig[] check(Consumer<Rig> run) {
        Rig[] rigs = Rig.pair(run);
        assertThat(rigs[1].trace).isEqualTo(rigs[0].trace);
        assertThat(rigs[1].events).isEqualTo(rigs[0].events);
        assertThat(rigs[1].c.retired).isEqualTo(rigs[0].c.retired);
        assertThat(rigs[1].jit.installed).isPositive();
        return rigs;
    }

    @Test
    void aLoadThatFaultsAfterOthersSucceeded() {
        Rig[] rigs =
                check(
                        r -> {
                            // X2 walks off the end of the mapped data by 8 bytes a round.
                            r.map().skipFaults();
                            r.code(
                                    Asm.addImm(0, 0, 1),
                                    Asm.ldrPost(3, 2, 8),
                                    Asm.addImm(4, 3, 7),
                                    Asm.subImm(1, 1, 1),
                                    Asm.cbnz(1, -4),
                                    Asm.SPIN);
                            r.c.x[1] = 600;
                            r.c.x[2] = DATA + 0x1000;
                            r.run(2_900, new Random(1), 300);
                        });
        assertThat(rigs[1].c.sys[SysReg.FAR_EL1]).isEqualTo(Rig.HOLE);
    }

    @Test
    void aPairStoreThatFaultsOnItsSecondHalf() {
        Rig[] rigs =
                check(
                        r -> {
                            r.map().skipFaults();
                            r.code(
                                    Asm.stp(0, 1, 2),
                                    Asm.addImm(2, 2, 8),
                                    Asm.subImm(1, 1, 1),
                                    Asm.cbnz(1, -3),
                                    Asm.SPIN);
                            r.c.x[0] = 0x5555;
                            r.c.x[1] = 40;
                            r.c.x[2] = Rig.HOLE - 20 * 8;
                            r.run(250, new Random(2), 60);
                        });
        assertThat(rigs[1].c.sys[SysReg.FAR_EL1]).isBetween(Rig.HOLE, Rig.HOLE + 0x1000);
        assertThat(rigs[1].peek(Rig.HOLE - 8))
                .as("first half of the faulting pair")
                .isNotEqualTo(0x5555);
    }

    @Test
    void aStoreToAPageWithoutTheRightToWrite() {
        check(
                r -> {
                    r.map().skipFaults();
                    r.tables.map(DATA + 0x1000, DATA + 0x1000, 3, Tables.AF | Tables.AP_PRIV_RO);
                    r.code(
                            Asm.ldr(3, 2, 0),
                            Asm.addImm(3, 3, 1),
                            Asm.str(3, 2, 0),
                            Asm.addImm(2, 2, 64),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -5),
                            Asm.SPIN);
                    r.c.x[1] = 120;
                    r.c.x[2] = DATA;
                    r.run(1_000, new Random(3), 80);
                });
    }

    @Test
    void aStackPointerThatIsNotAligned() {
        Rig[] rigs =
                check(
                        r -> {
                            r.map().skipFaults();
                            r.code(
                                    Asm.ldr(3, SP, 0),
                                    Asm.addImm(SP, SP, 8),
                                    Asm.ldr(4, SP, 8),
                                    Asm.subImm(SP, SP, 8),
                                    Asm.subImm(1, 1, 1),
                                    Asm.cbnz(1, -5),
                                    Asm.SPIN);
                            r.c.sys[SysReg.SCTLR_EL1] |= 8;
                            r.c.updateRegime();
                            r.c.x[1] = 20;
                            r.c.x[SP] = DATA;
                            r.run(190, new Random(4), 40);
                        });
        assertThat(rigs[1].c.sys[SysReg.ESR_EL1] >>> 26).isEqualTo(0x26);
    }

    @ParameterizedTest(name = "interrupt pending after {0}")
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 97, 98, 99, 100, 101})
    void anInterruptInALoop(int after) {
        Rig[] rigs =
                check(
                        r -> {
                            r.map();
                            r.code(
                                    Asm.addImm(0, 0, 1),
                                    Asm.addImm(3, 3, 3),
                                    Asm.subImm(1, 1, 1),
                                    Asm.cbnz(1, -3),
                                    Asm.SPIN);
                            r.codeAt(Rig.VECTORS + 0x280, Asm.addImm(9, 9, 1), Asm.ERET);
                            r.c.daif = 0;
                            r.c.x[1] = 1_000;
                            r.run(40);
                            r.run(after);
                            r.c.irqLine = true;
                            r.run(60);
                        });
        assertThat(rigs[1].events).hasSize(1).first().asString().endsWith("after " + (40 + after));
    }

    @Test
    void interruptsUnmaskedWhileOnePends() {
        Rig[] rigs =
                check(
                        r -> {
                            r.map();
                            r.code(
                                    Asm.daifSet(2),
                                    Asm.addImm(0, 0, 1),
                                    Asm.daifClr(2),
                                    Asm.addImm(0, 0, 2),
                                    Asm.subImm(1, 1, 1),
                                    Asm.cbnz(1, -5),
                                    Asm.SPIN);
                            r.codeAt(Rig.VECTORS + 0x280, Asm.addImm(9, 9, 1), Asm.ERET);
                            r.c.daif = 0x80;
                            r.c.x[1] = 1_000;
                            r.run(61);
                            r.c.irqLine = true;
                            r.run(60);
                        });
        assertThat(rigs[1].events)
                .containsExactly("interrupt at " + Long.toHexString(CODE + 12) + " after 63");
    }

    @Test
    void floatingPointThatStartsToTrap() {
        check(
                r -> {
                    r.map().skipFaults();
                    r.code(
                            Asm.addImm(0, 0, 1),
                            Asm.FMOV,
                            Asm.subImm(1, 1, 1),
                            Asm.subImm(5, 1, 50),
                            Asm.cbnz(5, 3),
                            Asm.msr(SysReg.CPACR_EL1, 4),
                            Asm.ISB,
                            Asm.cbnz(1, -7),
                            Asm.SPIN);
                    r.c.x[1] = 100;
                    r.run(900, new Random(5), 90);
                });
    }

    @Test
    void exclusivesThatSucceedAndFail() {
        check(
                r -> {
                    r.map();
                    // Each third round a CLREX lies between the load and the store.
                    r.code(
                            Asm.ldxr(3, 2),
                            Asm.addImm(3, 3, 1),
                            Asm.subImm(6, 6, 1),
                            Asm.cbnz(6, 3),
                            Asm.movz(6, 3),
                            Asm.CLREX,
                            Asm.stxr(4, 3, 2),
                            Asm.cbnzW(4, -7),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -9),
                            Asm.SPIN);
                    r.c.x[1] = 60;
                    r.c.x[2] = DATA;
                    r.c.x[6] = 3;
                    r.run(800, new Random(6), 70);
                });
    }

    @Test
    void instructionsThatLeaveToTheSystem() {
        check(
                r -> {
                    r.map().skipFaults();
                    r.code(
                            Asm.addImm(0, 0, 1),
                            Asm.mrs(3, SysReg.TPIDR_EL1),
                            Asm.addImm(3, 3, 5),
                            Asm.msr(SysReg.TPIDR_EL1, 3),
                            Asm.hvc(1),
                            Asm.UDF,
                            Asm.brk(2),
                            Asm.mrs(5, SysReg.CNTFRQ_EL0),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -9),
                            Asm.SPIN);
                    r.c.x[1] = 50;
                    r.run(900, new Random(7), 90);
                });
    }

    @Test
    void alignmentThatIsDemandedFromNowOn() {
        check(
                r -> {
                    r.map().skipFaults();
                    r.code(
                            Asm.ldrW(3, 2),
                            Asm.subImm(1, 1, 1),
                            Asm.subImm(5, 1, 30),
                            Asm.cbnz(5, 3),
                            Asm.msr(SysReg.SCTLR_EL1, 4),
                            Asm.ISB,
                            Asm.cbnz(1, -6),
                            Asm.SPIN);
                    r.poke(DATA, 0x1122_3344_5566_7788L);
                    r.c.x[1] = 60;
                    r.c.x[2] = DATA + 2;
                    r.c.x[4] = r.c.sys[SysReg.SCTLR_EL1] | 2;
                    r.run(700, new Random(9), 100);
                });
    }

    @Test
    void aBranchToAnAddressThatCannotBeFetched() {
        check(
                r -> {
                    r.map();
                    // The function pointer is bad in one call of four; the handler goes on behind
                    // the call.
                    r.code(
                            Asm.addImm(0, 0, 1),
                            Asm.blr(2),
                            Asm.subImm(6, 6, 1),
                            Asm.cbnz(6, 3),
                            Asm.movz(6, 4),
                            Asm.blr(7),
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -7),
                            Asm.SPIN);
                    r.codeAt(CODE + 0x800, Asm.addImm(3, 3, 1), Asm.RET);
                    r.codeAt(Rig.VECTORS + 0x200, Asm.msr(SysReg.ELR_EL1, 30), Asm.ERET);
                    r.c.x[1] = 60;
                    r.c.x[2] = CODE + 0x800;
                    r.c.x[6] = 4;
                    r.c.x[7] = Rig.HOLE;
                    r.run(600, new Random(8), 70);
                });
    }
}
