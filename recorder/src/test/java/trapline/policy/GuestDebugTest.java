package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("A guest's own debugging on each hypervisor")
class GuestDebugTest {
    private static final long SS = 1;
    private static final long KDE = 1 << 13;
    private static final long MDE = 1 << 15;
    private static final long SPSR_SS = 1 << 21;
    private static final long WFE = 0x07e0_0001L;

    private static Bench bench(String hypervisor) {
        return new Bench(
                PolicySettings.DEFAULT
                        .withHypervisor(hypervisor)
                        .create(CpuModel.CORTEX_A57, 3, -1));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"xen, false", "kvm, true", "spec, true"})
    void registersAreRealOrReadAsZero(String hypervisor, boolean real) {
        Bench b = bench(hypervisor).msr(SysReg.OSLAR_EL1, 1, 0);
        b.msr(SysReg.DBGBVR0_EL1, 1, 0x4008_0000L).msr(SysReg.DBGBCR0_EL1, 1, -1);
        b.msr(SysReg.DBGWVR3_EL1, 1, -1).msr(SysReg.DBGWCR3_EL1, 1, -1);
        assertThat(b.c.debugging()).as("MDE and KDE are 0").isFalse();
        b.msr(SysReg.MDSCR_EL1, 1, MDE | KDE);
        assertThat(b.c.debugging()).isEqualTo(real);
        long mask = real ? -1 : 0;
        assertThat(b.mrs(SysReg.DBGBVR0_EL1, 2).c.x[2]).isEqualTo(0x4008_0000L & mask);
        assertThat(b.mrs(SysReg.DBGBCR0_EL1, 2).c.x[2]).isEqualTo(0xff_e1e7L & mask);
        assertThat(b.mrs(SysReg.DBGWVR3_EL1, 2).c.x[2]).isEqualTo(~3L & mask);
        assertThat(b.mrs(SysReg.DBGWCR3_EL1, 2).c.x[2]).isEqualTo(0x1f1f_ffffL & mask);
        assertThat(b.mrs(SysReg.MDSCR_EL1, 2).c.x[2]).isEqualTo((MDE | KDE) & mask);
        b.msr(SysReg.DBGBCR0_EL1, 1, 0).msr(SysReg.DBGWCR3_EL1, 1, 0);
        assertThat(b.c.debugging()).as("nothing enabled").isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"xen, false, 8", "kvm, false, 8", "spec, true, a"})
    void theOsLockOfANewCpu(String hypervisor, boolean locked, String oslsr) {
        Bench b = bench(hypervisor).mrs(SysReg.OSLSR_EL1, 1);
        assertThat(b.c.x[1]).isEqualTo(Long.parseLong(oslsr, 16));
        b.msr(SysReg.MDSCR_EL1, 1, SS | KDE);
        assertThat(b.c.debugging()).isEqualTo(hypervisor.equals("kvm"));
        b.msr(SysReg.OSLAR_EL1, 1, 0);
        assertThat(b.c.debugging()).isEqualTo(!hypervisor.equals("xen"));
        b.msr(SysReg.OSLAR_EL1, 1, 1);
        assertThat(b.c.debugging()).isFalse();
        assertThat(b.mrs(SysReg.OSLSR_EL1, 1).c.x[1]).isEqualTo(hypervisor.equals("xen") ? 8 : 0xa);
    }

    /** xen: traps.c:advance_pc; kvm: hyp/include/hyp/adjust_pc.h:kvm_skip_instr. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"xen, true", "kvm, false", "spec, false"})
    void pstateSsAfterAnInstructionThatWasEmulated(String hypervisor, boolean kept) {
        for (int kind = 0; kind < 4; kind++) {
            Bench b = bench(hypervisor);
            b.c.ss = true;
            switch (kind) {
                case 0 -> b.mrs(SysReg.DBGBVR0_EL1, 1);
                case 1 -> b.take(WFE);
                case 2 -> b.smc(Psci.VERSION);
                default ->
                        b.access(Bench.dataAbortEsr(false, 2, false, 1, false), 0x2200_0018L, true);
            }
            assertThat(b.retired).isTrue();
            assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
            assertThat(b.c.ss).as("kind %d", kind).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({"xen", "kvm", "spec"})
    void anExceptionThatIsInjectedSavesPstateSs(String hypervisor) {
        Bench b = bench(hypervisor);
        b.c.ss = true;
        b.take(Bench.sysregEsr(SysReg.key(3, 0, 15, 0, 0), true, 1)); // nobody answers it
        assertThat(b.retired).isFalse();
        assertThat(b.c.sys[SysReg.SPSR_EL1] & SPSR_SS).isEqualTo(SPSR_SS);
        assertThat(b.c.ss).isFalse();
    }

    @Test
    void aVcpuThatStartsAnewDebugsNothing() {
        Bench b = bench("kvm").msr(SysReg.MDSCR_EL1, 1, SS | KDE);
        assertThat(b.c.debugging()).isTrue();
        b.personality.reset(b.c, 0);
        assertThat(b.c.debugging()).isFalse();
    }

    @Test
    void aPolicyFileCanMakeThemRealOnXen() {
        Bench b =
                new Bench(
                        PolicySettings.DEFAULT
                                .withPolicy(
                                        """
                                        [[rule]]
                                        register = ["MDSCR_EL1", "DBGBVR0_EL1", "DBGBCR0_EL1"]
                                        action = "store"
                                        """,
                                        "p")
                                .create(CpuModel.CORTEX_A57, 3, -1));
        b.msr(SysReg.DBGBCR0_EL1, 1, 1).msr(SysReg.MDSCR_EL1, 1, MDE | KDE);
        assertThat(b.c.debugging()).isTrue();
        b.msr(SysReg.MDSCR_EL1, 1, 0);
        assertThat(b.c.debugging()).isFalse();
    }

    @Test
    void aPolicyFileThatSetsTdeSendsThemToTheHypervisor() {
        Bench b =
                new Bench(
                        PolicySettings.DEFAULT
                                .withHypervisor("kvm")
                                .withPolicy("[el2]\nMDCR_EL2 = { set = 0x100 }\n", "p")
                                .create(CpuModel.CORTEX_A57, 3, -1));
        b.msr(SysReg.MDSCR_EL1, 1, SS);
        assertThat(b.c.debugging()).as("at EL1, without KDE").isTrue();
    }
}
