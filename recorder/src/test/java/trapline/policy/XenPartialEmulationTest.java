package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("partial-emulation: xen/arch/arm/arm64/vsysreg.c:do_sysreg")
class XenPartialEmulationTest {
    private static final long SENTINEL = 0x5555;

    private static Bench bench(boolean on) {
        Bench b =
                new Bench(
                        new XenPersonality(
                                XenSettings.standard().withPartialEmulation(on),
                                CpuModel.CORTEX_A57));
        b.c.x[5] = SENTINEL;
        return b;
    }

    @ParameterizedTest(name = "option {0}, EL{1}: MDCCSR_EL0 reads {2}")
    @CsvSource({"false, 0, 0", "false, 1, 0", "true, 0, 0x20000000", "true, 1, 0x20000000"})
    void mdccsrReadsZeroOrTxfull(boolean on, int el, String value) {
        Bench b = bench(on);
        if (el == 0) {
            b.c.setPstate(0);
        }
        b.mrs(SysReg.MDCCSR_EL0, 5);
        assertThat(b.c.x[5]).isEqualTo(Long.decode(value));
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        assertThat(b.retired).isTrue();
        assertThat(b.rule())
                .isEqualTo("xen/sysreg/MDCCSR_EL0/read/partial-emulation=" + (on ? "on" : "off"));
        assertThat(b.trap.flags).isEqualTo(on ? 3 : 1);
        assertThat(b.trap.value).isEqualTo(Long.decode(value));
        assertThat(b.platform.log).isEmpty();
    }

    @Test
    void theProbeOfLinuxDiesWithTheOptionOffAndXenSaysWhere() {
        Bench b = bench(false).msr(SysReg.DBGDTRTX_EL0, 2, 0);
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        assertThat(b.rule()).isEqualTo("xen/sysreg/DBGDTRTX_EL0/write/partial-emulation=off");
        assertThat(b.platform.log)
                .containsExactly(
                        "(XEN) arch/arm/arm64/vsysreg.c:420:d1v0 msr 2, 3, c0, c5, 0 <= x2 @ 0xffff800008010040",
                        "(XEN) arch/arm/arm64/vsysreg.c:427:d1v0 unhandled 64-bit sysreg access 0x0000000020c00a");
    }

    @Test
    void readsOfTheDataRegistersSayMrsAndAnArrowToTheRight() {
        Bench b = bench(false).mrs(SysReg.DBGDTR_EL0, 30);
        assertThat(b.platform.log.get(0))
                .endsWith("mrs 2, 3, c0, c4, 0 => x30 @ 0xffff800008010040");
        assertThat(b.platform.log.get(1))
                .endsWith("unhandled 64-bit sysreg access 0x0000000020c008");
    }

    @Test
    void aReleaseBuildIsSilent() {
        XenArgs args = XenArgs.parse("guest_loglvl=all", true, false);
        Bench b =
                new Bench(
                        new XenPersonality(
                                XenSettings.of(true, false, args, 3, -1), CpuModel.CORTEX_A57));
        b.msr(SysReg.DBGDTRTX_EL0, 2, 0);
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        assertThat(b.platform.log).isEmpty();
    }

    @Test
    void dataRegistersReadZeroAndIgnoreWritesWithTheOptionOn() {
        Bench b = bench(true).mrs(SysReg.DBGDTRRX_EL0, 5);
        assertThat(b.c.x[5]).isZero();
        assertThat(b.trap.action).isEqualTo(Action.RAZ);
        assertThat(b.rule()).isEqualTo("xen/sysreg/DBGDTRRX_EL0/read/partial-emulation=on");
        b.msr(SysReg.DBGDTRTX_EL0, 5, 'A');
        assertThat(b.trap.action).isEqualTo(Action.WI);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 8);
        assertThat(b.platform.log).isEmpty();
    }

    @ParameterizedTest(name = "option {0}")
    @CsvSource({"false", "true"})
    void aWriteOfMdccsrIsUndefinedAndUnloggedInBothSettings(boolean on) {
        Bench b = bench(on).msr(SysReg.MDCCSR_EL0, 1, 0);
        assertThat(b.trap.action).isEqualTo(Action.UNDEF);
        assertThat(b.platform.log).isEmpty();
        assertThat(b.rule()).isEqualTo("xen/sysreg/MDCCSR_EL0/write");
    }

    @Test
    void withoutTheConfigurationTheOptionHasNoEffectAndIsNotConsulted() {
        XenArgs args = XenArgs.parse("partial-emulation=true", false, true);
        Bench b =
                new Bench(
                        new XenPersonality(
                                XenSettings.of(false, true, args, 3, -1), CpuModel.CORTEX_A57));
        b.mrs(SysReg.MDCCSR_EL0, 5);
        assertThat(b.c.x[5]).isZero();
        assertThat(b.trap.flags).isZero();
        assertThat(b.rule()).isEqualTo("xen/sysreg/MDCCSR_EL0/read/partial-emulation=off");
        assertThat(b.personality.bootLog())
                .containsExactly("(XEN) parameter \"partial-emulation\" unknown!");
    }

    @Test
    void rt31DiscardsAReadAndWritesZero() {
        Bench b = bench(true);
        long sp = b.c.x[31];
        b.mrs(SysReg.MDCCSR_EL0, 31);
        assertThat(b.c.x[31]).isEqualTo(sp);
        b.msr(SysReg.DBGDTRTX_EL0, 31, 0);
        assertThat(b.trap.value).isZero();
    }

    @Test
    void theOslockReadsImplementedAndUnlocked() {
        Bench b = bench(false).mrs(SysReg.OSLSR_EL1, 5);
        assertThat(b.c.x[5]).isEqualTo(8);
    }

    @Test
    void theArchitectedEncodingsOfAsgi1rAndSgi0rTakeTheLoggedDefaultPath() {
        Bench b = bench(false).msr(SysReg.ICC_SGI0R_EL1, 0, 0);
        assertThat(b.rule()).isEqualTo("xen/sysreg/default/write");
        assertThat(b.platform.log).hasSize(2);
        b = bench(false).msr(SysReg.ICC_ASGI1R_EL1, 0, 0);
        assertThat(b.rule()).isEqualTo("xen/sysreg/default/write");
    }

    @Test
    void reservedIdSpaceReadsZeroEvenWhereARegisterHasBeenAllocatedSince() {
        Bench b = bench(false).mrs(SysReg.ID_AA64ISAR2_EL1, 5);
        assertThat(b.c.x[5]).isZero();
        assertThat(b.rule()).isEqualTo("xen/sysreg/ID_AA64ISAR2_EL1/read");
    }
}
