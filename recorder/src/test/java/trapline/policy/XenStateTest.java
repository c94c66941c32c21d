package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("Xen's EL2 registers, caches by set and way, waiting, timers, the log's rate limit")
class XenStateTest {
    private static final long TVM = 1L << 26;

    private static XenPersonality xen(String args, boolean debug) {
        XenArgs a = XenArgs.parse(args, true, debug);
        return new XenPersonality(XenSettings.of(true, debug, a, 3, -1), CpuModel.CORTEX_A57);
    }

    private static Bench bench() {
        return new Bench(xen("", true));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "HCR_EL2, 0x807c663f",
        "MDCR_EL2, 0xe60",
        "CPTR_EL2, 0x401033ff",
        "HSTR_EL2, 0x8000",
        "CNTHCTL_EL2, 0x1",
        "SCTLR_EL2, 0x30cd183d",
        "VTCR_EL2, 0x80043594",
        "VPIDR_EL2, 0x411fd070",
        "VMPIDR_EL2, 0x80000001",
        "ICC_SRE_EL2, 0x9",
        "ICH_HCR_EL2, 0x1",
        "SCTLR_EL1, 0xc50078"
    })
    void theSecondVcpuStartsWithTheReferencesValues(String register, String value) {
        Bench b = bench();
        assertThat(b.second.sys[SysReg.indexOfName(register)]).isEqualTo(Long.decode(value));
        assertThat(b.second.spsr()).isEqualTo(0x3c5);
    }

    @Test
    void affinityCountsSixteenVcpusACluster() {
        assertThat(Psci.mpidr(17)).isEqualTo(0x8000_0101L);
    }

    @Test
    void nativeWaitingClearsTheWaitTraps() {
        long[] sys = new long[SysReg.COUNT];
        xen("vwfi=native", true).initialRegisters(sys, 0);
        assertThat(sys[SysReg.HCR_EL2]).isEqualTo(0x807c_063fL);
    }

    @Test
    void partialEmulationDoesNotChangeTheStartAndNativeWaitingDoes() {
        Personality off = xen("", true);
        assertThat(off.startsAs(xen("partial-emulation", true), 2)).isTrue();
        assertThat(off.startsAs(xen("vwfi=native", true), 2)).isFalse();
    }

    @Test
    void setWayTrapsControlWritesUntilTheCachesAreOn() {
        Bench b = bench();
        b.msr(SysReg.DC_CISW, 1, 0);
        assertThat(b.c.sys[SysReg.HCR_EL2] & TVM).isNotZero();
        assertThat(b.platform.calls).containsExactly("flush 0");
        b.msr(SysReg.DC_CISW, 1, 2);
        assertThat(b.platform.calls).as("the second one has nothing to do").hasSize(1);
        b.msr(SysReg.TTBR0_EL1, 1, 0x4123_4000L);
        assertThat(b.c.sys[SysReg.TTBR0_EL1]).isEqualTo(0x4123_4000L);
        assertThat(b.trap.action).isEqualTo(Action.STORE);
        assertThat(b.c.sys[SysReg.HCR_EL2] & TVM).isNotZero();
        b.msr(SysReg.SCTLR_EL1, 1, 0x00c5_0078L | 5);
        assertThat(b.platform.calls).hasSize(2);
        assertThat(b.c.sys[SysReg.HCR_EL2] & TVM).isZero();
        assertThat(b.c.pc).isEqualTo(Bench.PC + 16);
    }

    @Test
    void waitingBlocksAndWaitingForAnEventYields() {
        Bench b = bench().take(0x07e0_0000L);
        assertThat(b.platform.calls).containsExactly("block 0");
        assertThat(b.trap.action).isEqualTo(Action.BLOCK);
        assertThat(b.retired).isTrue();
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        b = bench().take(0x07e0_0001L);
        assertThat(b.platform.calls).containsExactly("yield 0");
        assertThat(b.trap.action).isEqualTo(Action.YIELD);
    }

    @Test
    void thePhysicalTimerAndSgisAreHandedOver() {
        Bench b = bench().mrs(SysReg.CNTP_CTL_EL0, 4);
        assertThat(b.c.x[4]).isEqualTo(7);
        assertThat(b.trap.value).isEqualTo(7);
        b.msr(SysReg.CNTP_TVAL_EL0, 4, 1000).msr(SysReg.ICC_SGI1R_EL1, 4, 0x1_0001);
        assertThat(b.platform.calls)
                .containsExactly(
                        "read CNTP_CTL_EL0",
                        "write CNTP_TVAL_EL0 1000",
                        "sgi ICC_SGI1R_EL1 0x10001");
        b.mrs(SysReg.ICC_SGI1R_EL1, 4);
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        assertThat(b.platform.log.getFirst()).endsWith("d1v0 Reading SGI1R_EL1 - WO register");
    }

    @Test
    void aReleaseBuildLimitsWarningsToTenAndOneEveryFiveSeconds() {
        Bench b = new Bench(xen("", false));
        for (int k = 0; k < 14; k++) {
            b.take(Bench.hvcEsr(1));
        }
        assertThat(b.platform.log).hasSize(10);
        b.platform.nanos = 5_000_000_000L;
        b.take(Bench.hvcEsr(1));
        assertThat(b.platform.log.subList(10, 12))
                .containsExactly(
                        "(XEN) printk: 4 messages suppressed.", "(XEN) d1v0 Invalid HVC imm 0x1");
    }

    @Test
    void theRateLimitIsPartOfTheState() {
        Bench b = new Bench(xen("", false));
        for (int k = 0; k < 9; k++) {
            b.take(Bench.hvcEsr(1));
        }
        StateWriter w = new StateWriter();
        b.personality.save(w);
        Bench restored = new Bench(xen("", false));
        restored.personality.load(new StateReader(w.toByteArray()));
        restored.take(Bench.hvcEsr(1)).take(Bench.hvcEsr(1));
        assertThat(restored.platform.log).hasSize(1);
    }

    @Test
    void rulesHaveUniqueIdsInTheContractsForm() {
        assertThat(xen("", true).rules()).extracting(Rule::id).doesNotHaveDuplicates();
        for (Personality p :
                new Personality[] {
                    xen("", true),
                    new KvmPersonality(CpuModel.CORTEX_A57, 3),
                    new SpecPersonality(CpuModel.CORTEX_A57, 3)
                }) {
            assertThat(p.rules())
                    .extracting(Rule::id)
                    .allMatch(
                            id ->
                                    id.matches(
                                            p.name()
                                                    + "/[a-z_]+/[A-Za-z0-9_-]+/[a-z]+(/[a-z0-9-]+=[a-z0-9-]+)?"));
        }
    }
}
