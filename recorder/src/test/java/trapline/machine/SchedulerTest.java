package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.machine.Bare.ENTRY;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.vcpu.Asm;

@DisplayName("Turns, the virtual clock, deadlines, interrupts and ends of a machine")
class SchedulerTest {
    private static final long QUANTUM = Machine.QUANTUM;

    /** PSCI CPU_ON of vCPU x1 at x2, for as many as there are; each counts in x9 for ever. */
    private static int[] countersOn(int cpus) {
        int[] code = new int[7 * (cpus - 1) + 3];
        int n = 0;
        for (int k = 1; k < cpus; k++) {
            code[n++] = Asm.movz(0, 3);
            code[n++] = Asm.movk(0, 0xc400, 1);
            code[n++] = Asm.movz(1, k);
            code[n] = Asm.adr(2, 7 * (cpus - 1) - n);
            n++;
            code[n++] = Asm.movz(3, 0);
            code[n++] = Asm.hvc(0);
            code[n++] = Asm.NOP;
        }
        code[n++] = Asm.addImm(9, 9, 1);
        code[n++] = Asm.b(-1);
        code[n] = Asm.UDF;
        return code;
    }

    @ParameterizedTest(name = "{0} instructions")
    @ValueSource(longs = {0, 1, 2, 65_535, 65_536, 65_537, 131_072, 1_000_003, (1 << 24) + 5})
    void aBudgetIsSpentExactly(long budget) {
        for (int cpus : new int[] {1, 4}) {
            Bare b = new Bare(cpus).code(countersOn(cpus));
            Outcome o = b.run(budget);
            assertThat(o.kind()).isEqualTo(Outcome.Kind.BUDGET_SPENT);
            assertThat(b.machine().machineRetired()).isEqualTo(budget);
            assertThat(b.machine().nanos()).as("traps cost nothing here").isEqualTo(budget);
            long sum = 0;
            for (int k = 0; k < cpus; k++) {
                sum += b.cpu(k).retired;
            }
            assertThat(sum).isEqualTo(budget);
        }
    }

    @Test
    void turnsGoRoundInQuanta() {
        Bare b = new Bare(4).code(countersOn(4));
        b.run(10 * QUANTUM + 100);
        assertThat(b.cpu(0).retired).isEqualTo(3 * QUANTUM);
        assertThat(b.cpu(1).retired).isEqualTo(3 * QUANTUM);
        assertThat(b.cpu(2).retired).isEqualTo(2 * QUANTUM + 100);
        assertThat(b.cpu(3).retired).isEqualTo(2 * QUANTUM);
        assertThat(b.cpu(3).x[9]).isEqualTo(QUANTUM);
    }

    @Test
    void stoppingInBetweenChangesNothing() {
        Bare whole = new Bare(4).code(countersOn(4));
        whole.run(3_000_000);
        Bare pieces = new Bare(4).code(countersOn(4));
        Machine m = pieces.machine();
        m.setBudget(3_000_000);
        for (long at = 7; ; at += 12_345 + at % 1000) {
            m.setStopAt(at);
            if (m.run() != null) {
                break;
            }
            assertThat(m.machineRetired()).isEqualTo(at);
        }
        assertThat(pieces.facts).isEqualTo(whole.facts);
    }

    @Test
    void twoMachinesOfOneConfigurationAreEqual() {
        List<String> first = factsOf();
        assertThat(factsOf()).isEqualTo(first);
        assertThat(first.getLast()).startsWith("BUDGET_SPENT");
    }

    private static List<String> factsOf() {
        Bare b = new Bare(4);
        b.keepTraps = true;
        b.config.trapCost = "default";
        b.code(countersOn(4)).run(500_000);
        return b.facts;
    }

    @Test
    void aTrapsCostPassesOnEveryClock() {
        Bare b = new Bare(1);
        b.keepTraps = true;
        b.config.trapCost = "hvc=1234";
        b.code(
                        Asm.NOP,
                        Asm.movz(0, 0),
                        Asm.movk(0, 0x8400, 1),
                        Asm.hvc(0),
                        Asm.mrs(7, SysReg.CNTVCT_EL0),
                        Asm.SPIN)
                .run(5);
        assertThat(b.facts).anyMatch(l -> l.contains("HVC at 3 ns, retired 3"));
        assertThat(b.cpu(0).x[7]).as("ticks of 16 ns").isEqualTo((4 + 1234) / 16);
        assertThat(b.machine().nanos()).isEqualTo(5 + 1234);
    }

    // Deadlines and interrupts

    @ParameterizedTest(name = "at {0} ns")
    @ValueSource(longs = {1, 2, 1000, 65_535, 65_536, 65_537, 200_001})
    void anInterruptIsTakenAtTheExactCount(long at) {
        Bare b = new Bare(1).code(Asm.daifClr(2), Asm.SPIN);
        b.at(at, m -> m.irq(0, true));
        b.run(at);
        assertThat(b.facts).noneMatch(l -> l.startsWith("interrupt"));
        b = new Bare(1).code(Asm.daifClr(2), Asm.SPIN);
        b.cpu(0).sys[SysReg.VBAR_EL1] = ENTRY;
        b.at(at, m -> m.irq(0, true));
        b.run(at + 1);
        long pc = ENTRY + 4;
        assertThat(b.facts)
                .contains(
                        String.format("interrupt 0 cpu0 at %d ns, retired %d, pc %x", at, at, pc));
    }

    @Test
    void anInterruptOfAVcpuWithoutItsTurnWaitsForIt() {
        Bare b = new Bare(2).code(unmasked(countersOn(2)));
        b.at(QUANTUM + 20, m -> m.irq(1, true));
        b.run(QUANTUM + 30);
        assertThat(b.facts.getFirst())
                .startsWith("interrupt 0 cpu1 at " + (QUANTUM + 20) + " ns, retired 20,");
        b = new Bare(2).code(unmasked(countersOn(2)));
        b.at(QUANTUM + 10, m -> m.irq(0, true));
        b.run(3 * QUANTUM);
        assertThat(b.facts.getFirst())
                .startsWith("interrupt 0 cpu0 at " + 2 * QUANTUM + " ns, retired " + QUANTUM + ",");
    }

    /**
     * The NOP before the counting loop becomes an unmasking; secondary vCPUs unmask at their entry.
     */
    private static int[] unmasked(int[] code) {
        int loop = code.length - 3;
        code[loop - 1] = Asm.NOP;
        code[loop + 1] = Asm.b(0);
        code[loop] = Asm.daifClr(2);
        return code;
    }

    @Test
    void deadlinesFireInTheOrderOfTheirTimesAndEachOnce() {
        Bare b = new Bare(1).code(Asm.SPIN);
        StringBuilder order = new StringBuilder();
        b.at(3000, m -> order.append('c').append(m.nanos()));
        b.at(1000, m -> order.append('a').append(m.nanos()));
        b.at(2000, m -> order.append('b').append(m.nanos()));
        b.run(10_000);
        assertThat(order).hasToString("a1000b2000c3000");
    }

    @Test
    void aDeadlineSetByADeadlineIsKeptEvenInThePast() {
        Bare b = new Bare(1).code(Asm.SPIN);
        StringBuilder order = new StringBuilder();
        trapline.bus.Deadline late =
                new trapline.bus.Deadline() {
                    @Override
                    public void fire() {
                        order.append("late").append(b.machine().nanos());
                    }
                };
        b.machine().register(late);
        b.at(500, m -> late.set(100));
        b.run(1000);
        assertThat(order).hasToString("late500");
    }

    // Waiting

    @Test
    void theClockJumpsOnlyWhenEveryVcpuWaits() {
        Bare b = new Bare(1);
        b.keepTraps = true;
        b.code(Asm.NOP, Asm.WFI, Asm.mrs(7, SysReg.CNTVCT_EL0), Asm.SPIN);
        b.at(1_000_000, m -> m.irq(0, true));
        b.run(4);
        assertThat(b.cpu(0).x[7]).isEqualTo(1_000_000 / 16);
        assertThat(b.machine().nanos()).isEqualTo(1_000_002);
        assertThat(b.machine().machineRetired()).isEqualTo(4);

        Bare two = new Bare(2);
        int[] code = countersOn(2);
        code[6] = Asm.b(4); // vCPU 0 goes to the end and waits, vCPU 1 counts
        code[9] = Asm.WFI;
        two.code(code);
        two.at(100_000, m -> m.irq(0, true));
        two.run(100_010);
        assertThat(two.machine().nanos()).as("no jump").isEqualTo(100_010);
    }

    @Test
    void anInterruptThatPendsKeepsWfiFromWaiting() {
        Bare b = new Bare(1).code(Asm.WFI, Asm.WFI, Asm.SPIN);
        b.cpu(0).irqLine = true;
        b.run(50);
        assertThat(b.machine().nanos()).isEqualTo(50);
        assertThat(b.cpu(0).pc).isEqualTo(ENTRY + 8);
    }

    @Test
    void wfeGivesItsTurnAwayAndAnEventKeepsIt() {
        int[] code = countersOn(2);
        code[6] = Asm.WFE; // vCPU 0, after switching vCPU 1 on
        Bare b = new Bare(2).code(code);
        b.run(7 + QUANTUM);
        assertThat(b.cpu(0).retired).isEqualTo(7);
        assertThat(b.cpu(1).retired).isEqualTo(QUANTUM);
        code = countersOn(2);
        code[4] = Asm.SEVL;
        code[6] = Asm.WFE;
        b = new Bare(2).code(code);
        b.run(1000);
        assertThat(b.cpu(0).retired).isEqualTo(1000);
    }

    /** Two vCPUs add to one word with exclusives; the loop's length slides over the quantum. */
    @Test
    void anExclusivePairIsNeverTornByAnotherVcpusTurn() {
        int[] on = countersOn(2);
        int loop = on.length - 3;
        int[] code = new int[loop + 10];
        System.arraycopy(on, 0, code, 0, loop);
        code[3] = Asm.adr(2, loop - 3);
        code[loop] = Asm.movz(1, 0x40f0, 1);
        code[loop + 1] = Asm.movz(5, 40_000);
        code[loop + 2] = Asm.ldxr(3, 1);
        code[loop + 3] = Asm.addImm(3, 3, 1);
        code[loop + 4] = Asm.stxr(4, 3, 1);
        code[loop + 5] = Asm.cbnzW(4, -3);
        code[loop + 6] = Asm.subImm(5, 5, 1);
        code[loop + 7] = Asm.cbnz(5, -5);
        code[loop + 8] = Asm.WFI;
        code[loop + 9] = Asm.b(-1);
        Bare b = new Bare(2);
        // Stage 1 is off: Device memory, on which this model allows exclusives.
        b.code(code).run();
        assertThat(trapline.bus.Native.getLong(b.machine().memory.hostOf(0x40f0_0000L)))
                .isEqualTo(80_000);
        assertThat(b.cpu(0).retired + b.cpu(1).retired)
                .as("some store failed, so the loop was cut in the middle")
                .isGreaterThan(2 * (2 + 6 * 40_000) + loop + 2);
    }

    // Ends

    @Test
    void aPowerOffEndsTheRunAfterItsInstruction() {
        Bare b = new Bare(1).code(Asm.movz(0, 8), Asm.movk(0, 0x8400, 1), Asm.hvc(0), Asm.SPIN);
        Outcome o = b.run();
        assertThat(o.kind()).isEqualTo(Outcome.Kind.POWERED_OFF);
        assertThat(b.machine().machineRetired()).isEqualTo(3);
    }

    @Test
    void anUnallocatedWordIsNamedInTheLog() {
        Bare b = new Bare(1).code(0xffff_ffff);
        b.cpu(0).sys[SysReg.VBAR_EL1] = ENTRY & ~0x7ffL;
        b.run(10);
        assertThat(b.facts)
                .contains("log trapline: unallocated instruction 0xffffffff at 0x40080000, EL1");
    }

    @Test
    void aVcpuThatFaultsAtItsOwnVectorIsHung() {
        Bare b = new Bare(1);
        b.keepTraps = true;
        Outcome o = b.code(Asm.UDF).run(); // VBAR_EL1 is 0, where nothing is
        assertThat(o.kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(o.detail()).isEqualTo("every vCPU takes exceptions without end");
        assertThat(b.facts).contains("log trapline: vCPU 0 takes exceptions at 0x200 for ever");
        assertThat(b.machine().machineRetired()).isZero();
    }

    @Test
    void aStuckVcpuDoesNotStopTheOthers() {
        int[] code = countersOn(2);
        code[6] = Asm.UDF; // vCPU 0
        Bare b = new Bare(2).code(code);
        Outcome o = b.run(1_000_000);
        assertThat(o.kind()).isEqualTo(Outcome.Kind.BUDGET_SPENT);
        assertThat(b.cpu(0).retired).isEqualTo(6);
    }
}
