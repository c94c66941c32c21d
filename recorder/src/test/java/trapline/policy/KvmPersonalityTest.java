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

@DisplayName("KVM: arch/arm64/kvm, where a guest notices the difference from Xen")
class KvmPersonalityTest {
    private static final long TDA = 1 << 9;
    private static final long MARK = 0x5151;

    private static Bench bench() {
        Bench b = new Bench(new KvmPersonality(CpuModel.CORTEX_A57, 3));
        for (int n = 1; n < 8; n++) {
            b.c.x[n] = MARK;
        }
        return b;
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "HCR_EL2, 0x8847e663f",
        "MDCR_EL2, 0x84e66",
        "CPTR_EL2, 0x401037ff",
        "HSTR_EL2, 0x8000",
        "CNTHCTL_EL2, 0x1",
        "VMPIDR_EL2, 0x80000001",
        "ICC_SRE_EL2, 0x1",
        "SCTLR_EL1, 0xc50078",
        "TTBR0_EL1, 0x1de7ec7edbadc0de",
        "TCR_EL1, 0x0",
        "MAIR_EL1, 0x1de7ec7edbadc0de"
    })
    void theSecondVcpuStartsWithTheReferencesValues(String register, String value) {
        assertThat(bench().second.sys[SysReg.indexOfName(register)]).isEqualTo(Long.decode(value));
    }

    @Test
    void theChannelLooksReadyAndSwallowsData() {
        Bench b = bench().mrs(SysReg.MDCCSR_EL0, 1).msr(SysReg.DBGDTRTX_EL0, 2, 'x');
        assertThat(b.c.x[1]).isZero();
        assertThat(b.trap.action).isEqualTo(Action.WI);
        assertThat(b.rule()).isEqualTo("kvm/sysreg/DBGDTRTX_EL0/write");
        assertThat(b.platform.log).isEmpty();
    }

    @Test
    void anUndefinedExceptionKeepsNzcvAndUsesTheVectorOfSpEl0() {
        Bench b = bench();
        b.c.setPstate(0x4000_0004L); // EL1t, Z
        b.mrs(SysReg.OSECCR_EL1, 1);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR);
        assertThat(b.c.spsr()).isEqualTo(0x4000_03c5L);
        assertThat(b.platform.log)
                .containsExactly(
                        "kvm [1]: Unsupported guest access at: ffff800008010040",
                        " { Op0( 2), Op1( 0), CRn( 0), CRm( 6), Op2( 2), func_read },");
    }

    @Test
    void implementationDefinedAndPerformanceRegistersAreUndefinedInSilence() {
        Bench b = bench().take(Bench.sysregEsr(SysReg.key(3, 0, 15, 2, 0), true, 1));
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        b.mrs(SysReg.PMCR_EL0, 1);
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        assertThat(b.platform.log).isEmpty();
    }

    @Test
    void aDebugWriteGivesTheGuestItsRegistersUntilTheNextExit() {
        Bench b = bench().msr(SysReg.DBGBVR0_EL1, 1, 0x1000);
        assertThat(b.c.sys[SysReg.MDCR_EL2] & TDA).isZero();
        b.take(0x07e0_0001L);
        assertThat(b.c.sys[SysReg.MDCR_EL2] & TDA).isNotZero();
        b.mrs(SysReg.DBGBVR0_EL1, 2);
        assertThat(b.c.x[2]).isEqualTo(0x1000);
        b.msr(SysReg.MDSCR_EL1, 1, 1 << 15).take(0x07e0_0001L);
        assertThat(b.c.sys[SysReg.MDCR_EL2] & TDA).as("MDE keeps them the guest's").isZero();
    }

    @Test
    void theOsLockIsModelled() {
        Bench b = bench().mrs(SysReg.OSLSR_EL1, 1);
        assertThat(b.c.x[1]).isEqualTo(8);
        b.msr(SysReg.OSLAR_EL1, 1, 1).mrs(SysReg.OSLSR_EL1, 1);
        assertThat(b.c.x[1]).isEqualTo(0xa);
        b.msr(SysReg.DBGBVR0_EL1, 1, 1);
        assertThat(b.c.sys[SysReg.MDCR_EL2] & TDA).as("locked: still trapped").isNotZero();
    }

    @Test
    void theFirstFpInstructionIsRetriedWithoutTheTrap() {
        Bench b = bench().take(0x1fe0_0000L);
        assertThat(b.trap.action).isEqualTo(Action.RETRY);
        assertThat(b.c.sys[SysReg.CPTR_EL2]).isEqualTo(0x4010_33ffL);
        assertThat(b.c.pc).isEqualTo(Bench.PC);
        assertThat(b.retired).isFalse();
    }

    @Test
    void identificationRegistersHideThePmuAndTraceAndShowTheGic() {
        Bench b =
                bench().mrs(SysReg.ID_AA64DFR0_EL1, 1)
                        .mrs(SysReg.ID_AA64PFR0_EL1, 2)
                        .mrs(SysReg.ID_DFR0_EL1, 3);
        assertThat(b.c.x[1]).isEqualTo(0x1030_5006L);
        assertThat(b.c.x[2]).isEqualTo(0x0100_0222L);
        assertThat(b.c.x[3]).isEqualTo(0x0000_0006L);
        Bench v2 =
                new Bench(new KvmPersonality(CpuModel.CORTEX_A57, 2))
                        .mrs(SysReg.ID_AA64PFR0_EL1, 2);
        assertThat(v2.c.x[2]).isEqualTo(0x222);
    }

    @Test
    void slowCallsWriteX0ToX3AndTheImmediateOfHvcIsIgnored() {
        Bench b = bench();
        b.c.x[0] = 0x8400_0000L;
        b.take(Bench.hvcEsr(0x55));
        assertThat(b.c.x).startsWith(0x1_0001, 0, 0, 0, MARK);
        b = bench().hvc(0xdead_0000L, MARK);
        assertThat(b.c.x).startsWith(-1, 0, 0, 0, MARK);
        b = bench().hvc(0x8000_8000L, MARK);
        assertThat(b.c.x).startsWith(0, 0, MARK, MARK);
        b = bench().smc(0x8000_8000L, MARK);
        assertThat(b.c.x).startsWith(-1, 0, 0, 0);
        b = bench();
        b.c.x[0] = 0x8400_0000L;
        b.take(Bench.smcEsr(1));
        assertThat(b.c.x).startsWith(-1, MARK);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
    }

    @Test
    void cpuOnTakesAnOddEntryAndMissingVcpusAreInvalid() {
        Bench b = bench().hvc(0xc400_0003L, 1, 0x4000_0001L, 7);
        assertThat(b.c.x[0]).isZero();
        assertThat(b.second.pc).isEqualTo(0x4000_0001L);
        assertThat(b.second.x[0]).isEqualTo(7);
        assertThat(bench().hvc(0xc400_0003L, 9, 0, 7).c.x[0]).isEqualTo(-2);
        assertThat(bench().hvc(0xc400_0004L, 9, 0).c.x[0]).isEqualTo(-2);
        assertThat(bench().hvc(0xc400_0004L, 1, 0).c.x[0]).isEqualTo(1);
    }

    @Test
    void systemReset2TakesTypeZeroAndVendorTypesOnly() {
        assertThat(bench().hvc(0xc400_0012L, 0).platform.calls).containsExactly("system reset");
        assertThat(bench().hvc(0xc400_0012L, 0x8000_0001L).platform.calls)
                .containsExactly("system reset");
        Bench b = bench().hvc(0xc400_0012L, 3);
        assertThat(b.platform.calls).isEmpty();
        assertThat(b.c.x[0]).isEqualTo(-2);
    }

    @Test
    void randomNumbersComeFromRuleStateAndAreCutToTheBitsAskedFor() {
        Bench b = bench().hvc(0xc400_0053L, 64 + 8);
        assertThat(b.c.x[0]).isZero();
        assertThat(b.c.x[1]).isZero();
        assertThat(b.c.x[2]).isBetween(0L, 255L);
        assertThat(b.c.x[3]).isNotZero();
        StateWriter w = new StateWriter();
        b.personality.save(w);
        long next = b.hvc(0x8400_0053L, 32).c.x[3];
        Bench restored = bench();
        restored.personality.load(new StateReader(w.toByteArray()));
        assertThat(restored.hvc(0x8400_0053L, 32).c.x[3])
                .isEqualTo(next)
                .isBetween(0L, 0xffff_ffffL);
        assertThat(bench().hvc(0x8400_0053L, 97).c.x[0]).isEqualTo(-2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "LDRSB W, 80, 0xffffff80, 0, true, false",
        "LDRSB X, 80, 0xffffffffffffff80, 0, true, true",
        "LDR W, ffffffff, 0xffffffff, 2, false, false"
    })
    void aSignedLoadIntoAWRegisterIsCut(
            String name, String d, String result, int size, boolean signed, boolean wide) {
        Bench b = bench();
        b.platform.deviceValue = Long.parseLong(d, 16);
        b.access(Bench.dataAbortEsr(false, size, signed, 1, wide), 0x0900_0018L, true);
        assertThat(b.c.x[1]).as(name).isEqualTo(Long.parseUnsignedLong(result.substring(2), 16));
    }

    @Test
    void accessesToNothingReadZeroAndThoseWithoutSyndromeAbort() {
        Bench b = bench().access(Bench.dataAbortEsr(false, 2, false, 1, true), 0x5000_0000L, false);
        assertThat(b.c.x[1]).isZero();
        assertThat(b.trap.action).isEqualTo(Action.RAZ);
        b = bench().access(0x9200_0047L, 0x0900_0018L, true, 0xb800_4441);
        assertThat(b.trap.injectedEsr).isEqualTo(0x9600_0010L);
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(0x9600_0010L);
        b = bench().access(0x8200_0007L, 0x5000_0000L, false);
        assertThat(b.trap.injectedEsr).isEqualTo(0x8600_0010L);
    }

    @Test
    void anAddressBeyondTheVmHasTheIntermediateAddressInFar() {
        Bench b = bench().access(0x9300_0004L, 0x200_0000_0123L, false); // 41 bits
        assertThat(b.trap.injectedEsr).isEqualTo(0x9600_0010L);
        assertThat(b.c.sys[SysReg.FAR_EL1]).isEqualTo(0x200_0000_0123L);
        b = bench().access(0x9300_0004L, 1L << 45, false); // beyond the 44 bits of the host
        assertThat(b.trap.injectedEsr).isEqualTo(0x9600_0000L);
    }

    @Test
    void cacheGeometryIsInvented() {
        Bench b =
                bench().mrs(SysReg.CLIDR_EL1, 1)
                        .msr(SysReg.CSSELR_EL1, 2, 2)
                        .mrs(SysReg.CCSIDR_EL1, 3);
        assertThat(b.c.x[1]).isEqualTo(0x0920_0003L);
        assertThat(b.c.x[3]).isEqualTo(2);
        b.msr(SysReg.CSSELR_EL1, 2, 14).mrs(SysReg.CCSIDR_EL1, 4);
        assertThat(b.c.x[4]).as("an index above 13 leaves Rt alone").isEqualTo(MARK);
    }
}
