package trapline.jit;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.jit.Rig.CODE;
import static trapline.jit.Rig.DATA;

import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.SysReg;
import trapline.mmu.Tables;
import trapline.vcpu.Asm;

/**
 * Whatever makes translated code stale. Each case runs on both engines, and a third time with the
 * mechanism taken out that keeps the translator right: that run must differ, or the case would show
 * nothing.
 */
@DisplayName("Translated code goes when what it was made from does")
class InvalidationTest {
    private static final int ADD_1 = Asm.addImm(0, 0, 1);
    private static final int ADD_16 = Asm.addImm(0, 0, 16);

    /** What keeps the translator right. */
    private enum Mechanism {
        /** Dropping regions whose lines are stored to. */
        DROP {
            @Override
            void remove(Rig r) {
                r.code.onInvalidation((_, _) -> {});
            }
        },
        /** Looking regions up anew once the context has changed. */
        CONTEXT {
            @Override
            void remove(Rig r) {
                r.jit.ignoreContext();
            }
        };

        abstract void remove(Rig r);
    }

    private static void check(Mechanism mechanism, Consumer<Rig> run) {
        Rig[] rigs = Rig.pair(run);
        assertThat(rigs[1].trace).isEqualTo(rigs[0].trace);
        assertThat(rigs[1].events).isEqualTo(rigs[0].events);
        assertThat(rigs[1].jit.installed).isPositive();
        Rig[] without =
                Rig.pair(
                        r -> {
                            mechanism.remove(r);
                            run.accept(r);
                        });
        assertThat(without[1].trace).as("without " + mechanism).isNotEqualTo(rigs[0].trace);
    }

    /**
     * A function of two instructions at CODE + 0x800, called {@code calls} times from CODE by a
     * loop.
     */
    private static Rig callLoop(Rig r, int first) {
        return r.code(Asm.blr(2), Asm.subImm(1, 1, 1), Asm.cbnz(1, -2), Asm.SPIN)
                .codeAt(CODE + 0x800, first, Asm.RET);
    }

    @Test
    void aStoreIntoACalledFunction() {
        check(
                Mechanism.DROP,
                r -> {
                    // The loop stores a new first instruction into the function once X1 is 50.
                    r.code(
                            Asm.blr(2),
                            Asm.subImm(1, 1, 1),
                            Asm.subImm(5, 1, 50),
                            Asm.cbnz(5, 2),
                            Asm.strW(4, 2),
                            Asm.cbnz(1, -5),
                            Asm.SPIN);
                    r.codeAt(CODE + 0x800, ADD_1, Asm.RET);
                    r.c.x[1] = 100;
                    r.c.x[2] = CODE + 0x800;
                    r.c.x[4] = ADD_16;
                    r.run(900, new Random(1), 70);
                });
    }

    @Test
    void aStoreIntoTheRunningLoop() {
        check(
                Mechanism.DROP,
                r -> {
                    // The loop rewrites its own first instruction in its last one but two.
                    r.code(ADD_1, Asm.subImm(1, 1, 1), Asm.strW(4, 2), Asm.cbnz(1, -3), Asm.SPIN);
                    r.c.x[1] = 40;
                    r.c.x[2] = CODE;
                    r.c.x[4] = ADD_1;
                    r.run(60);
                    r.c.x[4] = ADD_16;
                    r.run(90, new Random(2), 20);
                });
    }

    @Test
    void newCodeFromOutside() {
        check(
                Mechanism.DROP,
                r -> {
                    callLoop(r, ADD_1);
                    r.c.x[1] = 200;
                    r.c.x[2] = CODE + 0x800;
                    r.run(300);
                    r.codeAt(CODE + 0x800, ADD_16);
                    r.run(300);
                });
    }

    @Test
    void aChangeInTheSecondPageOfCodeThatCrosses() {
        check(
                Mechanism.DROP,
                r -> {
                    r.map();
                    // ADD at the end of one page, ADD and the loop's end at the start of the next.
                    r.codeAt(
                            CODE + 0xffc,
                            ADD_1,
                            ADD_1,
                            Asm.subImm(1, 1, 1),
                            Asm.cbnz(1, -3),
                            Asm.SPIN);
                    r.c.pc = CODE + 0xffc;
                    r.c.x[1] = 100;
                    r.run(130, new Random(3), 40);
                    r.codeAt(CODE + 0x1000, ADD_16);
                    r.run(250, new Random(4), 40);
                });
    }

    @Test
    void onePhysicalPageAtTwoAddresses() {
        check(
                Mechanism.DROP,
                r -> {
                    r.map();
                    long alias = CODE + 0x10_0000;
                    r.tables.map(alias, CODE, 3, Tables.AF);
                    // ADR shows where it runs; the alias is written to through a third, writable,
                    // address.
                    r.tables.map(alias + 0x1000, CODE, 3, Tables.AF | Tables.PXN);
                    r.code(Asm.adr(3, 0), ADD_1, Asm.subImm(1, 1, 1), Asm.cbnz(1, -3), Asm.RET);
                    r.codeAt(
                            CODE + 0x2000,
                            Asm.movz(1, 20),
                            Asm.blr(20),
                            Asm.movz(1, 20),
                            Asm.blr(21),
                            Asm.strW(4, 22),
                            Asm.b(-5));
                    r.c.pc = CODE + 0x2000;
                    r.c.x[20] = CODE;
                    r.c.x[21] = alias;
                    r.c.x[22] = alias + 0x1004;
                    r.c.x[4] = ADD_16;
                    r.run(700, new Random(5), 90);
                });
    }

    @Test
    void thePageTableSendsAnAddressToOtherCode() {
        check(
                Mechanism.CONTEXT,
                r -> {
                    r.map();
                    long there = CODE + 0x1000;
                    long descriptor = r.tables.descriptor(there, 3);
                    r.tables.map(DATA + 0x1000, r.tables.root, 3, Tables.AF);
                    long tablePage = descriptor & ~0xfffL;
                    r.tables.map(DATA + 0x1000, tablePage, 3, Tables.AF);
                    r.codeAt(CODE + 0x1000, ADD_1, Asm.RET);
                    r.codeAt(CODE + 0x3000, ADD_16, Asm.RET);
                    r.code(
                            Asm.blr(2),
                            Asm.subImm(1, 1, 1),
                            Asm.subImm(5, 1, 50),
                            Asm.cbnz(5, 3),
                            Asm.str(4, 3, 0),
                            Asm.ISB,
                            Asm.cbnz(1, -6),
                            Asm.SPIN);
                    r.c.x[1] = 100;
                    r.c.x[2] = there;
                    r.c.x[3] = DATA + 0x1000 + (descriptor & 0xfff);
                    r.c.x[4] = Tables.leaf(CODE + 0x3000, 3, Tables.AF);
                    r.run(1100, new Random(6), 100);
                });
    }

    @Test
    void thePageTableTakesTheRightToExecute() {
        check(
                Mechanism.CONTEXT,
                r -> {
                    r.map();
                    long there = CODE + 0x1000;
                    long descriptor = r.tables.descriptor(there, 3);
                    r.tables.map(DATA + 0x1000, descriptor & ~0xfffL, 3, Tables.AF);
                    callLoop(r, Asm.NOP).codeAt(there, ADD_1, Asm.RET);
                    r.c.x[1] = 100;
                    r.c.x[2] = there;
                    r.run(200);
                    r.poke(descriptor, Tables.leaf(there, 3, Tables.AF | Tables.PXN));
                    r.run(200);
                });
    }

    @Test
    void anotherTranslationTableBase() {
        check(
                Mechanism.CONTEXT,
                r -> {
                    r.map();
                    Tables second = new Tables(r.memory, 12, 39, r.tables.root + 0x20_0000);
                    second.map(CODE, CODE, 3, Tables.AF);
                    second.map(CODE + 0x1000, CODE + 0x3000, 3, Tables.AF);
                    second.map(Rig.VECTORS, Rig.VECTORS, 3, Tables.AF);
                    r.codeAt(CODE + 0x1000, ADD_1, Asm.RET);
                    r.codeAt(CODE + 0x3000, ADD_16, Asm.RET);
                    r.code(
                            Asm.msr(SysReg.TTBR0_EL1, 10),
                            Asm.ISB,
                            Asm.blr(2),
                            Asm.msr(SysReg.TTBR0_EL1, 11),
                            Asm.ISB,
                            Asm.blr(2),
                            Asm.b(-6));
                    r.c.x[2] = CODE + 0x1000;
                    r.c.x[10] = r.tables.root;
                    r.c.x[11] = second.root;
                    r.run(900, new Random(7), 100);
                });
    }

    @Test
    void anotherExceptionLevel() {
        check(
                Mechanism.CONTEXT,
                r -> {
                    r.map();
                    // A page that EL1 may execute and EL0 may not; SVC returns to where X20 says.
                    r.tables.map(CODE, CODE, 3, Tables.AF | Tables.AP_BOTH_RO);
                    r.tables.map(
                            CODE + 0x1000,
                            CODE + 0x1000,
                            3,
                            Tables.AF | Tables.AP_BOTH_RO | Tables.UXN);
                    r.code(Asm.blr(2), Asm.svc(0), Asm.b(-2));
                    r.codeAt(CODE + 0x1000, ADD_1, ADD_1, Asm.RET);
                    // From EL0, SVC or an abort: run the function at EL1, then go back behind the
                    // SVC.
                    r.codeAt(
                            Rig.VECTORS + 0x400,
                            Asm.blr(2),
                            Asm.adr(7, 0),
                            Asm.addImm(9, 9, 1),
                            Asm.msr(SysReg.ELR_EL1, 8),
                            Asm.ERET);
                    r.c.x[2] = CODE + 0x1000;
                    r.c.x[8] = CODE;
                    r.c.setLevel(0, false);
                    r.run(900, new Random(8), 100);
                });
    }
}
