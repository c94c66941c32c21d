package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("HVC and SMC under Xen: vsmc.c, vpsci.c, traps.c:do_trap_hypercall")
class XenCallsTest {
    private static final long MARK = 0x5151_5151_5151L;

    private static Bench bench() {
        Bench b = new Bench(new XenPersonality(XenSettings.standard(), CpuModel.CORTEX_A57));
        for (int n = 1; n < 18; n++) {
            b.c.x[n] = MARK;
        }
        return b;
    }

    private static Bench release() {
        XenArgs args = XenArgs.parse("", true, false);
        return new Bench(
                new XenPersonality(XenSettings.of(true, false, args, 3, -1), CpuModel.CORTEX_A57));
    }

    @ParameterizedTest(name = "{0}({2}) = {3}")
    @CsvSource({
        "SMCCC_VERSION,          0x80000000, 0,          0x10002",
        "SMCCC_ARCH_FEATURES,    0x80000001, 0x80008000, -1",
        "SMCCC_ARCH_FEATURES,    0x80000001, 0x80003fff, -1",
        "SMCCC_ARCH_FEATURES,    0x80000001, 0x80007fff, 0",
        "SMCCC_ARCH_FEATURES,    0x80000001, 0x80000000, -1",
        "HYPERVISOR_CALL_COUNT,  0x8600ff00, 0,          3",
        "STANDARD_CALL_COUNT,    0x8400ff00, 0,          17",
        "PSCI_VERSION,           0x84000000, 0,          0x10001",
        "PSCI_MIGRATE_INFO_TYPE, 0x84000006, 0,          2",
        "PSCI_FEATURES,          0x8400000a, 0x84000000, 0",
        "PSCI_FEATURES,          0x8400000a, 0xc4000003, 0",
        "PSCI_FEATURES,          0x8400000a, 0x80000000, 0",
        "PSCI_FEATURES,          0x8400000a, 0xc400000e, 0",
        "PSCI_FEATURES,          0x8400000a, 0x84000005, -1",
        "PSCI_FEATURES,          0x8400000a, 0x84000012, -1",
        "PSCI_AFFINITY_INFO,     0xc4000004, 0,          0",
        "PSCI_AFFINITY_INFO,     0xc4000004, 1,          1"
    })
    void aFunctionReturnsItsValueByHvcAndBySmcAndKeepsX1(
            String name, String function, String arg, String result) {
        for (boolean hvc : new boolean[] {true, false}) {
            Bench b = bench();
            b.c.x[2] = 0;
            long a = Long.decode(arg);
            b = hvc ? b.hvc(Long.decode(function), a, 0) : b.smc(Long.decode(function), a, 0);
            assertThat(b.c.x[0]).isEqualTo(Long.decode(result).longValue());
            assertThat(b.c.x[1]).isEqualTo(a);
            assertThat(b.c.x[3]).isEqualTo(MARK);
            assertThat(b.trap.result).isEqualTo(b.c.x[0]);
            assertThat(b.rule()).isEqualTo("xen/" + (hvc ? "hvc/" : "smc/") + name + "/call");
            assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
            assertThat(b.retired).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}: {2}, x0 {3}")
    @CsvSource({
        "PSCI_SYSTEM_OFF,     0x84000008, system off,     -6",
        "PSCI_SYSTEM_RESET,   0x84000009, system reset,   -6",
        "PSCI_CPU_OFF,        0x84000002, off 0,          0",
        "PSCI_0_1_CPU_OFF,    0x00000001, off 0,          0",
        "PSCI_SYSTEM_SUSPEND, 0xc400000e, system suspend, 0"
    })
    void whatDoesNotComeBackHasNoResult(String name, String function, String effect, long x0) {
        for (boolean hvc : new boolean[] {true, false}) {
            Bench b = bench();
            b.c.x[2] = 0;
            long id = Long.decode(function);
            b = hvc ? b.hvc(id, 0, 0) : b.smc(id, 0, 0);
            assertThat(b.platform.calls).containsExactly(effect);
            assertThat(b.c.x[0]).as("as Xen leaves it").isEqualTo(x0);
            assertThat(b.trap.result).as("what the guest sees").isZero();
            assertThat(b.rule()).isEqualTo("xen/" + (hvc ? "hvc/" : "smc/") + name + "/call");
            assertThat(b.retired).isTrue();
        }
    }

    @Test
    void cpuSuspendWaitsAndComesBackWithZero() {
        Bench b = bench().hvc(0xc400_0001L);
        assertThat(b.platform.calls).containsExactly("block 0");
        assertThat(b.c.x[0]).isZero();
        assertThat(b.trap.result).isZero();
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
    }

    @Test
    void onlyW0SelectsTheFunction() {
        Bench b = bench().hvc(0xabcd_0000_8400_0000L);
        assertThat(b.c.x[0]).isEqualTo(0x1_0001);
    }

    @Test
    void identifiersAndRevisionsFillSeveralRegisters() {
        Bench b = bench().hvc(0x8600_ff01L);
        assertThat(b.c.x).startsWith(0xdc12_18a7L, 0x6943_98c6L, 0xd179_cf9aL, 0x67e6_de8dL);
        b = bench().hvc(0x8400_ff01L);
        assertThat(b.c.x).startsWith(0x6f38_63f8L, 0xbd4c_394bL, 0x16ce_2092L, 0x6f9f_e541L);
        b = bench().smc(0x8600_ff03L);
        assertThat(b.c.x).startsWith(0, 1, MARK, MARK);
    }

    @Test
    void workaroundsByHvcReturnZerosFromTheVectorAndBySmcChangeNothing() {
        Bench b = bench().hvc(0x8000_8000L, 7);
        assertThat(b.c.x).startsWith(0, 0, MARK, MARK);
        assertThat(b.rule()).isEqualTo("xen/hvc/SMCCC_ARCH_WORKAROUND_1/call/path=fast");
        b = bench().hvc(0x8000_7fffL, 1);
        assertThat(b.c.x).startsWith(0, 0, 0, 0, MARK);
        b = bench().smc(0x8000_3fffL, 7);
        assertThat(b.c.x).startsWith(0x8000_3fffL, 7, MARK);
    }

    @ParameterizedTest(name = "0x{0}")
    @ValueSource(strings = {"84000050", "84000005", "c5000020", "82000001", "be000000", "100"})
    void anUnknownFunctionReturnsMinusOneAndIsLoggedAsInformation(String function) {
        long id = Long.parseLong(function, 16);
        Bench b = bench().hvc(id);
        assertThat(b.c.x).startsWith(-1L, MARK);
        assertThat(b.platform.log).containsExactly("(XEN) d1v0 Unhandled SMC/HVC: 0x" + function);
        assertThat(b.rule()).isEqualTo("xen/hvc/unknown/call");
        assertThat(release().hvc(id).platform.log).isEmpty();
    }

    @Test
    void cpuOnStartsTheSecondVcpuWithResetStateOnce() {
        Bench b = bench();
        b.second.x[9] = MARK;
        b.second.sys[SysReg.VBAR_EL1] = 0x1000;
        b.second.sys[SysReg.TTBR0_EL1] = 0x2000;
        b.hvc(0xc400_0003L, 1, 0x4008_0000L, 0x77);
        assertThat(b.c.x[0]).isZero();
        assertThat(b.platform.calls).containsExactly("on 1");
        assertThat(b.second.pc).isEqualTo(0x4008_0000L);
        assertThat(b.second.x[0]).isEqualTo(0x77);
        assertThat(b.second.x[9]).isZero();
        assertThat(b.second.spsr()).isEqualTo(0x3c5);
        assertThat(b.second.sys[SysReg.SCTLR_EL1]).isEqualTo(0x00c5_0078);
        assertThat(b.second.sys[SysReg.TTBR0_EL1]).isZero();
        assertThat(b.second.sys[SysReg.VBAR_EL1])
                .as("not one of the registers that Xen sets")
                .isEqualTo(0x1000);
        b.hvc(0xc400_0003L, 1, 0x4008_0000L, 0);
        assertThat(b.c.x[0]).isEqualTo(-4);
    }

    @ParameterizedTest(name = "CPU_ON({1}, {2}) = {3} ({0})")
    @CsvSource({
        "no such vCPU,      5,     0x40000000, -2",
        "odd entry,         1,     0x40000001, -9",
        "already on,        0,     0x40000000, -4",
        "another cluster,   0x100, 0x40000000, -2"
    })
    void cpuOnRefuses(String why, String target, String entry, long result) {
        Bench b = bench().hvc(0x8400_0003L, Long.decode(target), Long.decode(entry), 0);
        assertThat(b.c.x[0]).as(why).isEqualTo(result);
        assertThat(b.platform.calls).isEmpty();
    }

    @Test
    void version01OfCpuOnMapsItsRefusalsToInvalidParameters() {
        assertThat(bench().hvc(2, 1, 0x4000_0001L).c.x[0]).isEqualTo(-2);
        assertThat(bench().hvc(2, 0, 0x4000_0000L).c.x[0]).isEqualTo(-2);
        Bench b = bench().hvc(2, 1, 0x4000_0000L, 0x77);
        assertThat(b.c.x[0]).isZero();
        assertThat(b.second.x[0]).as("version 0.1 has no context").isZero();
    }

    @Test
    void cpuOffSuspendAndSystemCallsAskTheMachine() {
        assertThat(bench().hvc(0x8400_0002L).platform.calls).containsExactly("off 0");
        Bench b = bench().hvc(0xc400_0001L, 0, 0x1234, 5);
        assertThat(b.platform.calls).containsExactly("block 0");
        assertThat(b.c.x[0]).isZero();
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        b = bench().hvc(0x8400_0008L);
        assertThat(b.platform.calls).containsExactly("system off");
        assertThat(b.c.x[0]).isEqualTo(-6);
        assertThat(bench().smc(0x8400_0009L).platform.calls).containsExactly("system reset");
    }

    @Test
    void systemSuspendIsDeniedWhileAnotherVcpuIsOn() {
        Bench b = bench();
        b.platform.online.set(1, true);
        assertThat(b.hvc(0xc400_000eL, 0x4000_0000L, 9).c.x[0]).isEqualTo(-3);
        b = bench().hvc(0xc400_000eL, 0x4000_0000L, 9);
        assertThat(b.platform.calls).containsExactly("system suspend");
        assertThat(b.c.pc).isEqualTo(0x4000_0000L);
        assertThat(b.c.x[0]).isEqualTo(9);
    }

    @Test
    void affinityInfoOfALevelAbove3IsRefused() {
        assertThat(bench().hvc(0xc400_0004L, 0, 4).c.x[0]).isEqualTo(-2);
        assertThat(bench().hvc(0xc400_0004L, 1, 1).c.x[0])
                .as("cluster 0 has a vCPU that is on")
                .isZero();
    }

    @ParameterizedTest(name = "release build {0}")
    @ValueSource(booleans = {false, true})
    void versionHypercallReturnsAndADebugBuildPoisonsItsArguments(boolean release) {
        Bench b = (release ? release() : bench()).hypercall(17, 0, 0x2222);
        assertThat(b.c.x[0]).isEqualTo(4 << 16 | 23);
        assertThat(b.c.x[1]).isEqualTo(release ? 0x2222 : 0xdead_beefL);
        assertThat(b.c.x[16]).isEqualTo(release ? 17 : 0xdead_beefL);
        assertThat(b.rule()).isEqualTo("xen/hvc/xen_version/call");
        assertThat(b.trap.value).isEqualTo(17);
        assertThat(b.trap.arg2).isEqualTo(0x2222);
        assertThat(b.trap.result).isEqualTo(4 << 16 | 23);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "12, memory_op",
        "32, event_channel_op",
        "20, grant_table_op",
        "99, unknown-hypercall"
    })
    void otherHypercallsReturnEnosysAndPoisonNothing(long number, String name) {
        Bench b = bench().hypercall(number, 1, 2);
        assertThat(b.c.x).startsWith(-38, 2);
        assertThat(b.c.x[16]).isEqualTo(number);
        assertThat(b.rule()).isEqualTo("xen/hvc/" + name + "/call");
        assertThat(b.trap.action).isEqualTo(Action.VALUE);
    }

    @Test
    void deprecatedHypercallsAreLogged() {
        Bench b = bench().hypercall(6);
        assertThat(b.c.x[0]).isEqualTo(-38);
        assertThat(b.platform.log)
                .containsExactly("(XEN) arch/arm/traps.c:1372:d1v0 d1v0: deprecated hypercall 6");
    }

    @Test
    void consoleOutputAppearsByLinesWithTheDomainsNumber() {
        Bench b = bench();
        b.platform.put(0x8000, "hello\nwor");
        b.hypercall(18, 0, 9, 0x8000);
        assertThat(b.platform.log).containsExactly("(d1) hello");
        b.platform.put(0x8000, "ld\n");
        b.hypercall(18, 0, 3, 0x8000);
        assertThat(b.platform.log).containsExactly("(d1) hello", "(d1) world");
        assertThat(b.c.x[0]).isZero();
        assertThat(b.c.x[2]).isEqualTo(0xdead_beefL);
        assertThat(b.hypercall(18, 0, 4, 0x9_0000).c.x[0]).as("EFAULT").isEqualTo(-14);
        assertThat(b.hypercall(18, 1, 4, 0x8000).c.x[0]).as("nothing to read").isZero();
    }

    @Test
    void schedulerCallsYieldBlockShutDownAndPoll() {
        assertThat(bench().hypercall(29, 0, 0).platform.calls).containsExactly("yield 0");
        Bench b = bench().hypercall(29, 1, 0);
        assertThat(b.platform.calls).containsExactly("block 0");
        assertThat(b.c.daif & 0x80).as("IRQ unmasked").isZero();
        b = bench();
        b.platform.put(0x8000, 1, 4);
        assertThat(b.hypercall(29, 2, 0x8000).platform.calls).containsExactly("system reset");
        b = bench();
        b.platform.put(0x8000, 0, 4);
        assertThat(b.hypercall(29, 2, 0x8000).platform.calls).containsExactly("system off");
        b = bench();
        b.platform.put(0x8000, 0, 8);
        b.platform.put(0x8008, 0, 8);
        b.platform.put(0x8010, 5_000_000, 8);
        assertThat(b.hypercall(29, 3, 0x8000).platform.calls)
                .containsExactly("block 0 until 5000000");
        assertThat(bench().hypercall(29, 2, 0x8000).c.x[0]).isEqualTo(-14);
        assertThat(bench().hypercall(29, 9, 0).c.x).startsWith(-38, 0);
    }

    @Test
    void versionStringsAndFeaturesAreCopiedToTheGuest() {
        Bench b = bench();
        b.hypercall(17, 3, 0x8000);
        assertThat((char) b.platform.get(0x8000, 1)).isEqualTo('x');
        b.platform.put(0x9000, 0, 8);
        b.hypercall(17, 6, 0x9000);
        assertThat(b.platform.get(0x9004, 4) >>> 14 & 1).as("ARM_SMCCC_supported").isEqualTo(1);
        assertThat(b.hypercall(17, 7, 0).c.x[0]).isEqualTo(4096);
        assertThat(b.hypercall(17, 99, 0).c.x[0]).isEqualTo(-38);
    }

    @Test
    void debugTrapsPrintInADebugBuildAndAreUndefinedInARelease() {
        Bench b = bench();
        b.c.x[4] = 0xabc;
        b.take(Bench.hvcEsr(0xffe4));
        assertThat(b.platform.log)
                .containsExactly("(XEN) DOM1: R4 = 0x0000000000000abc at 0xffff800008010044");
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        assertThat(bench().take(Bench.hvcEsr(0xfffd)).platform.log)
                .containsExactly("(XEN) DOM1: Reached ffff800008010044");
        assertThat(bench().take(Bench.hvcEsr(0xff01)).platform.log)
                .containsExactly("(XEN) DOM1: Unhandled debug trap 0x1");
        assertThat(bench().take(Bench.hvcEsr(0xffff)).platform.log).hasSizeGreaterThan(20);
        assertThat(release().take(Bench.hvcEsr(0xffe4)).trap.action).isEqualTo(Action.UNDEF);
    }
}
