package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.jit.JitEngine;
import trapline.vcpu.Asm;

@DisplayName("A guest that steps itself")
class SelfDebugTest {
    private static final int TURNS = 1000;
    private static final int VECTORS = 0x800 / 4;

    /** The main program; what stands before its loop, in it and behind it is stepped. */
    private static final int[] MAIN = {
        Asm.adr(0, VECTORS),
        Asm.msr(SysReg.VBAR_EL1, 0),
        Asm.daifClr(8),
        Asm.movz(3, 0x2001), // KDE, SS
        Asm.msr(SysReg.MDSCR_EL1, 3),
        Asm.movz(9, TURNS),
        Asm.subImm(9, 9, 1),
        Asm.cbnz(9, -1),
        Asm.movz(3, 0),
        Asm.msr(SysReg.MDSCR_EL1, 3),
        Asm.movz(9, TURNS),
        Asm.subImm(9, 9, 1),
        Asm.cbnz(9, -1),
        Asm.movz(0, 8),
        Asm.movk(0, 0x8400, 1),
        Asm.hvc(0)
    };

    /** Counts in X20 and steps on. */
    private static final int[] HANDLER = {
        Asm.addImm(20, 20, 1),
        Asm.mrs(1, SysReg.SPSR_EL1),
        Asm.movz(2, 0x20, 1),
        Asm.add(1, 1, 2),
        Asm.msr(SysReg.SPSR_EL1, 1),
        Asm.ERET
    };

    private static Bare bare(String hypervisor, String engine) {
        int[] code = new int[VECTORS + 0x200 / 4 + HANDLER.length];
        System.arraycopy(MAIN, 0, code, 0, MAIN.length);
        System.arraycopy(HANDLER, 0, code, VECTORS + 0x200 / 4, HANDLER.length);
        Bare b = new Bare(1);
        b.config.hypervisor = hypervisor;
        if (engine.equals("translator")) {
            b.engine = (cache, cpus) -> new JitEngine(cache, cpus, JitEngine.Options.eager())::run;
        }
        return b.code(code);
    }

    /** The first exception says that nothing was stepped yet; the write that ends it has none. */
    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "spec, interpreter, 2003", "spec, translator, 2003", "kvm, interpreter, 2003",
        "kvm, translator, 2003", "xen, interpreter, 0", "xen, translator, 0"
    })
    void takesAnExceptionForEachInstruction(String hypervisor, String engine, long exceptions) {
        Bare b = bare(hypervisor, engine);
        assertThat(b.run(1_000_000).kind()).isEqualTo(Outcome.Kind.POWERED_OFF);
        assertThat(b.cpu(0).x[20]).isEqualTo(exceptions);
        Bare reference = bare(hypervisor, "interpreter");
        reference.run(1_000_000);
        assertThat(b.facts).isEqualTo(reference.facts);
    }

    @ParameterizedTest(name = "after {0} instructions")
    @CsvSource({"4", "6", "5000", "14000"})
    void aRestoredMachineStepsOn(long at) {
        Bare b = bare("spec", "interpreter");
        b.machine().setStopAt(at);
        assertThat(b.run()).isNull();
        StateWriter w = new StateWriter();
        b.machine().saveState(w);
        Bare again = bare("spec", "translator");
        again.machine().loadState(new StateReader(w.toByteArray()));
        assertThat(again.run(1_000_000).kind()).isEqualTo(Outcome.Kind.POWERED_OFF);
        assertThat(again.cpu(0).x[20]).isEqualTo(2 * TURNS + 3);
    }
}
