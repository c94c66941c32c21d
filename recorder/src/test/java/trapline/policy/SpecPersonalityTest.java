package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("spec: the debug communications channel with a console at its other end")
class SpecPersonalityTest {
    private static Bench bench() {
        return new Bench(new SpecPersonality(CpuModel.CORTEX_A57, 3));
    }

    @Test
    void whatIsTransmittedGoesToTheConsoleAndTheChannelIsNeverFull() {
        Bench b = bench();
        for (char c : "ok\n".toCharArray()) {
            b.mrs(SysReg.MDCCSR_EL0, 1);
            assertThat(b.c.x[1] >>> 29 & 1).as("TXfull").isZero();
            b.msr(SysReg.DBGDTRTX_EL0, 2, c);
        }
        assertThat(b.platform.dccOutput).hasToString("ok\n");
        assertThat(b.trap.action).isEqualTo(Action.EMULATE);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 24);
    }

    @Test
    void rxfullTellsOfInputAndReadingTakesIt() {
        Bench b = bench();
        b.platform.dccInput.add((int) 'a');
        b.platform.dccInput.add((int) 'b');
        assertThat(b.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]).isEqualTo(1L << 30);
        assertThat(b.mrs(SysReg.DBGDTRRX_EL0, 1).c.x[1]).isEqualTo('a');
        assertThat(b.mrs(SysReg.DBGDTRRX_EL0, 1).c.x[1]).isEqualTo('b');
        assertThat(b.mrs(SysReg.MDCCSR_EL0, 1).c.x[1]).isZero();
        assertThat(b.mrs(SysReg.DBGDTRRX_EL0, 1).c.x[1])
                .as("empty: the last one again")
                .isEqualTo('b');
        b.msr(SysReg.DBGDTRTX_EL0, 2, 'z');
        assertThat(b.mrs(SysReg.DBGDTR_EL0, 1).c.x[1]).isEqualTo((long) 'z' << 32 | 'b');
    }

    @Test
    void debugRegistersAreRealAndClaimTagsSetAndClear() {
        Bench b =
                bench().msr(SysReg.DBGBVR3_EL1, 1, 0xffff_8000_0000_1000L)
                        .mrs(SysReg.DBGBVR3_EL1, 2);
        assertThat(b.c.x[2]).isEqualTo(0xffff_8000_0000_1000L);
        assertThat(b.mrs(SysReg.DBGCLAIMSET_EL1, 1).c.x[1]).isEqualTo(0xff);
        b.msr(SysReg.DBGCLAIMSET_EL1, 1, 0x1ff)
                .msr(SysReg.DBGCLAIMCLR_EL1, 1, 0xf0)
                .mrs(SysReg.DBGCLAIMCLR_EL1, 2);
        assertThat(b.c.x[2]).isEqualTo(0x0f);
        b.msr(SysReg.OSLAR_EL1, 1, 1).mrs(SysReg.OSLSR_EL1, 2);
        assertThat(b.c.x[2]).isEqualTo(0xa);
    }

    @Test
    void anAccessToNothingIsASynchronousExternalAbortThatKeepsItsDirection() {
        Bench b = bench().access(Bench.dataAbortEsr(true, 2, false, 1, true), 0x5000_0000L, false);
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(0x9600_0050L);
        assertThat(b.c.sys[SysReg.FAR_EL1]).isEqualTo(b.c.exit.far);
        assertThat(b.c.pc).isEqualTo(Bench.VBAR + 0x200);
    }

    @Test
    void psciIsServedByHvcAndSmcAndUnknownFunctionsAreRefused() {
        assertThat(bench().hvc(0x8400_0000L).c.x[0]).isEqualTo(0x1_0001);
        assertThat(bench().smc(0x8400_0008L).platform.calls).containsExactly("system off");
        assertThat(bench().hvc(0x8400_0099L).c.x[0]).isEqualTo(-1);
        Bench b = bench().hvc(0xc400_0003L, 1, 0x4000_0000L, 5);
        assertThat(b.second.pc).isEqualTo(0x4000_0000L);
    }

    @Test
    void waitingTrapsButFloatingPointIdentificationAndTimersDoNot() {
        Bench b = bench().take(0x07e0_0000L);
        assertThat(b.platform.calls).containsExactly("block 0");
        assertThat(b.c.sys[SysReg.HCR_EL2] >>> 18 & 1).as("TID3").isZero();
        assertThat(b.c.sys[SysReg.CPTR_EL2] >>> 10 & 1).as("TFP").isZero();
        assertThat(b.c.sys[SysReg.CNTHCTL_EL2]).isEqualTo(3);
    }
}
