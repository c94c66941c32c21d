package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.jit.JitEngine;
import trapline.vcpu.Asm;

@DisplayName("HUNG: every vCPU waits for nothing, or runs and gets nowhere")
class HungTest {
    private static final long DIGEST = Machine.DIGEST_INTERVAL;
    private static final VirtualMachine.EngineFactory TRANSLATOR =
            (code, cpus) -> new JitEngine(code, cpus, JitEngine.Options.eager())::run;

    private static Outcome.Kind end(Bare b, long budget) {
        return b.run(budget).kind();
    }

    @Test
    void everyVcpuWaitsAndNothingIsScheduled() {
        Bare b = new Bare(1).code(Asm.WFI, Asm.b(-1));
        Outcome o = b.run();
        assertThat(o.kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(b.machine().machineRetired()).isEqualTo(1);
        assertThat(b.machine().nanos()).isEqualTo(1);
    }

    @Test
    void aBranchToItselfIsFoundAtTheSecondDigest() {
        Bare b = new Bare(1).code(Asm.daifSet(15), Asm.SPIN);
        Outcome o = b.run(10 * DIGEST);
        assertThat(o.kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(o.detail())
                .isEqualTo("vCPU 0 repeats itself at 0x40080004 and nothing can reach it");
        assertThat(b.machine().machineRetired()).isEqualTo(2 * DIGEST + 1);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    a loop of three instructions,         HUNG
                    a loop that stores the same value,    HUNG
                    a loop that counts in a register,     BUDGET_SPENT
                    a loop that counts in memory,         BUDGET_SPENT
                    a loop that reads the clock,          BUDGET_SPENT
                    a loop that calls EL2,                HUNG
                    a loop that reads a register of the GIC, HUNG
                    a loop that has a register refused,   HUNG
                    a loop of an exception and its return, HUNG
                    a loop that prints,                   BUDGET_SPENT
                    unmasked with nothing scheduled,      HUNG
                    unmasked with a deadline,             BUDGET_SPENT
                    masked with a deadline,               BUDGET_SPENT
                    masked with a timer,                  HUNG
                    a long loop around a WFE,             HUNG
                    a loop that is too long,              BUDGET_SPENT
                    """)
    void spins(String what, Outcome.Kind expected) {
        int[] code =
                switch (what) {
                    case "a loop of three instructions" -> new int[] {Asm.NOP, Asm.NOP, Asm.b(-2)};
                    case "a loop that stores the same value" ->
                            new int[] {Asm.movz(1, 0x40f0, 1), Asm.str(1, 1, 0), Asm.b(-1)};
                    case "a loop that counts in a register" ->
                            new int[] {Asm.addImm(9, 9, 1), Asm.b(-1)};
                    case "a loop that counts in memory" ->
                            new int[] {
                                Asm.movz(1, 0x40f0, 1),
                                Asm.ldr(2, 1, 0),
                                Asm.addImm(2, 2, 1),
                                Asm.str(2, 1, 0),
                                Asm.movz(2, 0),
                                Asm.b(-4)
                            };
                    case "a loop that reads the clock" ->
                            looped(1000, Asm.mrs(2, SysReg.CNTVCT_EL0), Asm.movz(2, 0));
                    case "a loop that calls EL2" -> looped(1000, Asm.hvc(0), Asm.movz(0, 0));
                    case "a loop that reads a register of the GIC" ->
                            looped(
                                    1000,
                                    Asm.movz(1, 0x0300, 1),
                                    Asm.movk(1, 0x1004, 0),
                                    Asm.ldrW(2, 1));
                    case "a loop that has a register refused" ->
                            refused(Asm.mrs(1, SysReg.DBGDTRRX_EL0));
                    case "a loop of an exception and its return" -> refused(Asm.UDF);
                    case "a loop that prints" ->
                            looped(1000, Asm.movz(1, 0x2200, 1), Asm.movz(2, 'x'), Asm.strW(2, 1));
                    case "masked with a timer" ->
                            new int[] {
                                Asm.movz(1, 0x1000, 1),
                                Asm.msr(SysReg.CNTV_TVAL_EL0, 1),
                                Asm.movz(1, 1),
                                Asm.msr(SysReg.CNTV_CTL_EL0, 1),
                                Asm.SPIN
                            };
                    case "unmasked with nothing scheduled", "unmasked with a deadline" ->
                            new int[] {Asm.daifClr(2), Asm.SPIN};
                    case "a long loop around a WFE" -> looped(2000, Asm.WFE);
                    case "a loop that is too long" -> looped(SpinWatch.STEPS + 10, Asm.NOP);
                    default -> new int[] {Asm.SPIN};
                };
        List<String> facts = null;
        for (boolean translated : new boolean[] {false, true}) {
            Bare b = new Bare(1);
            b.engine = translated ? TRANSLATOR : null;
            b.code(code);
            if (what.endsWith("with a deadline")) {
                b.at(100 * DIGEST, m -> {});
            }
            assertThat(end(b, 3 * DIGEST)).isEqualTo(expected);
            assertThat(facts == null ? b.facts : facts).isEqualTo(b.facts);
            facts = b.facts;
        }
    }

    /** The instruction after VBAR_EL1 is set to a handler that returns to it. */
    private static int[] refused(int instruction) {
        int[] code = new int[LiveGuestTest.VECTORS + 0x200 / 4 + 1000];
        java.util.Arrays.fill(code, Asm.NOP);
        code[0] = Asm.adr(1, LiveGuestTest.VECTORS);
        code[1] = Asm.msr(SysReg.VBAR_EL1, 1);
        code[2] = instruction;
        code[code.length - 1] = Asm.ERET;
        return code;
    }

    static int[] looped(int nops, int... body) {
        int[] code = new int[nops + body.length + 1];
        java.util.Arrays.fill(code, Asm.NOP);
        System.arraycopy(body, 0, code, 0, body.length);
        code[code.length - 1] = Asm.b(1 - code.length);
        return code;
    }

    /**
     * Two vCPUs; the second, at word 9, with a loop of its own.
     *
     * @param first what the first one does, from word 6 on, of three words
     */
    private static int[] two(int[] first, int... second) {
        int[] on = {
            Asm.movz(0, 3),
            Asm.movk(0, 0xc400, 1),
            Asm.movz(1, 1),
            Asm.adr(2, 6),
            Asm.hvc(0),
            Asm.movz(5, 0x40f0, 1)
        };
        int[] code = new int[9 + second.length];
        java.util.Arrays.fill(code, Asm.NOP);
        System.arraycopy(on, 0, code, 0, on.length);
        System.arraycopy(first, 0, code, 6, first.length);
        System.arraycopy(second, 0, code, 9, second.length);
        return code;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            textBlock =
                    """
                    both spin,                              HUNG
                    one counts,                             BUDGET_SPENT
                    one reads the clock,                    BUDGET_SPENT
                    each waits for a word of the other,     HUNG
                    loops of three and of five,             HUNG
                    both want a lock that nobody gives up,  HUNG
                    they hand each other a word,            HUNG
                    """)
    void twoVcpus(String what, Outcome.Kind expected) {
        int address = Asm.movz(5, 0x40f0, 1);
        int[] code =
                switch (what) {
                    case "both spin" -> two(new int[] {Asm.SPIN}, Asm.SPIN);
                    case "one counts" -> two(new int[] {Asm.SPIN}, Asm.addImm(9, 9, 1), Asm.b(-1));
                    case "one reads the clock" ->
                            two(
                                    new int[] {Asm.SPIN},
                                    Asm.mrs(2, SysReg.CNTVCT_EL0),
                                    Asm.movz(2, 0),
                                    Asm.b(-2));
                    case "each waits for a word of the other" ->
                            two(
                                    new int[] {Asm.ldr(1, 5, 0), Asm.cbz(1, -1)},
                                    address,
                                    Asm.ldr(1, 5, 8),
                                    Asm.cbz(1, -1));
                    case "loops of three and of five" ->
                            two(
                                    new int[] {Asm.NOP, Asm.NOP, Asm.b(-2)},
                                    Asm.NOP,
                                    Asm.NOP,
                                    Asm.NOP,
                                    Asm.NOP,
                                    Asm.b(-4));
                    case "both want a lock that nobody gives up" ->
                            // vCPU 1 takes it before it waits for it.
                            two(
                                    new int[] {Asm.WFE, Asm.ldxr(1, 5), Asm.b(-2)},
                                    address,
                                    Asm.movz(1, 1),
                                    Asm.str(1, 5, 0),
                                    Asm.SEVL,
                                    Asm.WFE,
                                    Asm.ldxr(1, 5),
                                    Asm.cbnz(1, -2),
                                    Asm.UDF);
                    default ->
                            // Each waits until the word is its own and makes it the other's.
                            two(
                                    new int[] {Asm.ldr(1, 5, 0), Asm.cbz(1, -1), Asm.b(9)},
                                    address,
                                    Asm.ldr(1, 5, 0),
                                    Asm.cbnz(1, -1),
                                    Asm.movz(1, 1),
                                    Asm.str(1, 5, 0),
                                    Asm.b(-4),
                                    Asm.NOP,
                                    Asm.NOP,
                                    Asm.movz(1, 0),
                                    Asm.str(1, 5, 0),
                                    Asm.b(-13));
                };
        List<String> facts = null;
        for (boolean translated : new boolean[] {false, true}) {
            Bare b = new Bare(2);
            b.engine = translated ? TRANSLATOR : null;
            b.code(code);
            assertThat(end(b, 4 * DIGEST)).isEqualTo(expected);
            assertThat(facts == null ? b.facts : facts).isEqualTo(b.facts);
            facts = b.facts;
        }
        assertThat(facts.getLast()).doesNotContain(" at 0,");
    }

    /**
     * What is looked for after a digest belongs to the state: a machine restored there ends alike.
     */
    @Test
    void aRestoredMachineEndsAtTheSameInstruction() {
        restored(1, Asm.SPIN);
        restored(1, looped(1000, Asm.hvc(0), Asm.movz(0, 0)));
        restored(2, two(new int[] {Asm.NOP, Asm.NOP, Asm.b(-2)}, Asm.NOP, Asm.b(-1)));
    }

    private static void restored(int cpus, int... code) {
        Bare b = new Bare(cpus).code(code);
        StateWriter w = new StateWriter();
        b.machine()
                .setCheckpoint(
                        m -> {
                            if (m.machineRetired() == 2 * DIGEST) {
                                m.saveState(w);
                            }
                        });
        assertThat(b.run(10 * DIGEST).kind()).isEqualTo(Outcome.Kind.HUNG);
        Bare again = new Bare(cpus).code(code);
        for (int f = 0; f < again.machine().memory.frames(); f++) {
            again.machine().digest().rehash(f); // as restoring memory does
        }
        again.machine().loadState(new StateReader(w.toByteArray()));
        assertThat(again.run(10 * DIGEST).kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(again.machine().machineRetired()).isEqualTo(b.machine().machineRetired());
    }
}
