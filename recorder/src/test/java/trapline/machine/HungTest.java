package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.vcpu.Asm;

@DisplayName("HUNG: every vCPU waits for nothing, or runs and gets nowhere")
class HungTest {
    private static final long DIGEST = Machine.DIGEST_INTERVAL;

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
                    a loop that calls EL2,                BUDGET_SPENT
                    unmasked with nothing scheduled,      HUNG
                    unmasked with a deadline,             BUDGET_SPENT
                    masked with a deadline,               HUNG
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
                    case "unmasked with nothing scheduled", "unmasked with a deadline" ->
                            new int[] {Asm.daifClr(2), Asm.SPIN};
                    case "a long loop around a WFE" -> looped(2000, Asm.WFE);
                    case "a loop that is too long" -> looped(SpinWatch.STEPS + 10, Asm.NOP);
                    default -> new int[] {Asm.SPIN};
                };
        Bare b = new Bare(1).code(code);
        if (what.endsWith("with a deadline")) {
            b.at(100 * DIGEST, m -> {});
        }
        assertThat(end(b, 3 * DIGEST)).isEqualTo(expected);
    }

    private static int[] looped(int nops, int... body) {
        int[] code = new int[nops + body.length + 1];
        java.util.Arrays.fill(code, Asm.NOP);
        System.arraycopy(body, 0, code, 0, body.length);
        code[code.length - 1] = Asm.b(1 - code.length);
        return code;
    }

    @Test
    void everyVcpuMustBeCaught() {
        int[] on = {
            Asm.movz(0, 3),
            Asm.movk(0, 0xc400, 1),
            Asm.movz(1, 1),
            Asm.adr(2, 4),
            Asm.hvc(0),
            Asm.NOP,
            Asm.SPIN,
            Asm.SPIN
        };
        Bare both = new Bare(2).code(on.clone());
        assertThat(end(both, 4 * DIGEST)).isEqualTo(Outcome.Kind.HUNG);
        on[7] = Asm.addImm(9, 9, 1);
        int[] one = java.util.Arrays.copyOf(on, 9);
        one[8] = Asm.b(-1);
        assertThat(end(new Bare(2).code(one), 4 * DIGEST)).isEqualTo(Outcome.Kind.BUDGET_SPENT);
    }

    /**
     * What is looked for after a digest belongs to the state: a machine restored there ends alike.
     */
    @Test
    void aRestoredMachineEndsAtTheSameInstruction() {
        Bare b = new Bare(1).code(Asm.SPIN);
        StateWriter w = new StateWriter();
        b.machine()
                .setCheckpoint(
                        m -> {
                            if (m.machineRetired() == 2 * DIGEST) {
                                m.saveState(w);
                            }
                        });
        assertThat(b.run(10 * DIGEST).kind()).isEqualTo(Outcome.Kind.HUNG);
        Bare again = new Bare(1).code(Asm.SPIN);
        for (int f = 0; f < again.machine().memory.frames(); f++) {
            again.machine().digest().rehash(f); // as restoring memory does
        }
        again.machine().loadState(new StateReader(w.toByteArray()));
        assertThat(again.run(10 * DIGEST).kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(again.machine().machineRetired()).isEqualTo(b.machine().machineRetired());
    }
}
