package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName(
        "Exceptions that Xen injects: xen/arch/arm/traps.c, inject_undef64_exception and inject_abt64_exception")
class XenInjectionTest {
    private static final long FAR_BEFORE = 0x1234;

    private static Bench bench() {
        Bench b = new Bench(new XenPersonality(XenSettings.standard(), CpuModel.CORTEX_A57));
        b.c.sys[SysReg.FAR_EL1] = FAR_BEFORE;
        return b;
    }

    @ParameterizedTest(name = "from {0}: vector + {1}")
    @CsvSource({"EL0t, 0x400, 0x0", "EL1t, 0x200, 0x4", "EL1h, 0x200, 0x5"})
    void undefinedGoesToTheVectorOfSpElxAndLeavesPstateAt3c5(
            String from, String vector, String mode) {
        Bench b = bench();
        long pstate = 0xa000_0000L | Long.decode(mode); // N and C set
        b.c.setPstate(pstate);
        b.msr(SysReg.DBGDTRTX_EL0, 2, 'x');
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + Long.decode(vector));
        assertThat(b.c.spsr()).as("PSTATE: NZCV is lost").isEqualTo(0x3c5);
        assertThat(b.c.sys[SysReg.SPSR_EL1]).isEqualTo(pstate);
        assertThat(b.c.sys[SysReg.ELR_EL1]).isEqualTo(Bench.PC);
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(0x0200_0000L);
        assertThat(b.c.sys[SysReg.FAR_EL1]).as("FAR_EL1 is not written").isEqualTo(FAR_BEFORE);
        assertThat(b.retired).isFalse();
        assertThat(b.trap.injectedEsr).isEqualTo(0x0200_0000L);
    }

    @Test
    void panIsNotSetFromSctlrSpanAndIsLost() {
        Bench b =
                new Bench(
                        new XenPersonality(XenSettings.standard(), CpuModel.NEOVERSE_N1),
                        CpuModel.NEOVERSE_N1);
        b.c.setPstate(0x5 | 1 << 22);
        b.c.sys[SysReg.SCTLR_EL1] &= ~(1L << 23); // SPAN 0: a real exception would set PAN
        b.mrs(SysReg.MDCCINT_EL1, 0);
        assertThat(b.c.pan).isFalse();
        assertThat(b.c.sys[SysReg.SPSR_EL1] >>> 22 & 1).isEqualTo(1);
    }

    @Test
    void undefinedForABadHvcImmediateHasElrAfterTheHvcAndCountsAsRetired() {
        Bench b = bench().take(Bench.hvcEsr(0x1234));
        assertThat(b.c.sys[SysReg.ELR_EL1]).isEqualTo(Bench.PC + 4);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + 0x200);
        assertThat(b.retired).isTrue();
        assertThat(b.platform.log).containsExactly("(XEN) d1v0 Invalid HVC imm 0x1234");
    }

    @Test
    void undefinedForABadSmcImmediateHasElrAtTheSmcAndNoLogLine() {
        Bench b = bench().take(Bench.smcEsr(1));
        assertThat(b.c.sys[SysReg.ELR_EL1]).isEqualTo(Bench.PC);
        assertThat(b.retired).isFalse();
        assertThat(b.platform.log).isEmpty();
    }

    @ParameterizedTest(name = "{0} abort from EL{1}: ESR_EL1 {2}")
    @CsvSource({
        "data, 0, 0x92000000",
        "data, 1, 0x96000000",
        "instruction, 0, 0x82000000",
        "instruction, 1, 0x86000000"
    })
    void abortsCarryNoSyndromeAndTheFaultingAddress(String kind, int el, String esr) {
        Bench b = bench();
        if (el == 0) {
            b.c.setPstate(0);
        }
        long trapped =
                kind.equals("data") ? Bench.dataAbortEsr(true, 2, false, 1, true) : 0x8200_0007L;
        b.access(trapped, 0x5000_0010L, false);
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(Long.decode(esr));
        assertThat(b.c.sys[SysReg.FAR_EL1]).isEqualTo(b.c.exit.far);
        assertThat(b.c.sys[SysReg.ELR_EL1]).isEqualTo(Bench.PC);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + (el == 0 ? 0x400 : 0x200));
        assertThat(b.retired).isFalse();
        String want =
                "(XEN) arch/arm/traps.c:2054:d1v0 HSR="
                        + XenLog.register(trapped)
                        + " pc=0xffff800008010040 gva=0xffff800012000010 gpa=0x00000050000010";
        assertThat(b.platform.log).containsExactly(want);
    }

    @Test
    void setWayOverSharedPageTablesLandsFourPastTheVector() {
        Bench b =
                new Bench(
                        new XenPersonality(
                                XenSettings.standard().withSharedPageTables(true),
                                CpuModel.CORTEX_A57));
        b.msr(SysReg.DC_CISW, 0, 0);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + 0x204);
        assertThat(b.c.sys[SysReg.ELR_EL1]).isEqualTo(Bench.PC);
    }

    @Test
    void anUnknownClassIsUndefinedAndWarnsAndAnImpossibleOnePanicsTheHost() {
        Bench b = bench().take(0x2600_0000L); // EC 0x09, pointer authentication
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(0x0200_0000L);
        assertThat(b.platform.log)
                .containsExactly(
                        "(XEN) d1v0 Unknown Guest Trap. HSR=0x00000026000000 EC=0x9 IL=1 Syndrome=0x0");
        b = bench().take(0x1fe0_0000L); // EC 0x07
        assertThat(b.platform.calls).containsExactly("host panic");
        assertThat(b.trap.action).isEqualTo(Action.CRASH);
    }
}
