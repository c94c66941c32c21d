package trapline.trap;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.trap.Routing.COMPLETE;
import static trapline.trap.Routing.TRAP_EL1;
import static trapline.trap.Routing.TRAP_EL2;
import static trapline.trap.Routing.UNDEF;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.SysReg;

@DisplayName("Instructions that are no register accesses: DDI 0487, D1.3")
class InsnTrapsTest {
    private static final long TGE = 1L << 27;
    private final long[] sys = new long[SysReg.REGISTERS];

    @Test
    void waitFromEl0IsEl1sFirst() {
        sys[SysReg.HCR_EL2] = 1L << 13 | 1L << 14;

        assertThat(InsnTraps.wfx(sys, 0, false)).isEqualTo(TRAP_EL1 | 0x01);
        assertThat(InsnTraps.wfx(sys, 1, false)).isEqualTo(TRAP_EL2 | 0x01);
        sys[SysReg.SCTLR_EL1] = 1L << 16;
        assertThat(InsnTraps.wfx(sys, 0, false)).isEqualTo(TRAP_EL2 | 0x01);
        assertThat(InsnTraps.wfx(sys, 0, true)).isEqualTo(TRAP_EL1 | 0x01);
        sys[SysReg.SCTLR_EL1] = 1L << 18;
        assertThat(InsnTraps.wfx(sys, 0, true)).isEqualTo(TRAP_EL2 | 0x01);
    }

    @Test
    void waitWithoutAControlCompletes() {
        assertThat(InsnTraps.wfx(sys, 1, false)).isEqualTo(COMPLETE);
        sys[SysReg.HCR_EL2] = 1L << 13;
        assertThat(InsnTraps.wfx(sys, 1, true)).isEqualTo(COMPLETE);
        sys[SysReg.HCR_EL2] = TGE;
        assertThat(InsnTraps.wfx(sys, 0, false)).isEqualTo(TRAP_EL2 | 0x01);
    }

    @Test
    void callsGoToTheLevelThatTheyName() {
        assertThat(InsnTraps.svc(sys, 0)).isEqualTo(TRAP_EL1 | 0x15);
        assertThat(InsnTraps.svc(sys, 1)).isEqualTo(TRAP_EL1 | 0x15);
        assertThat(InsnTraps.hvc(sys, 0)).isEqualTo(UNDEF);
        assertThat(InsnTraps.hvc(sys, 1)).isEqualTo(TRAP_EL2 | 0x16);
        assertThat(InsnTraps.smc(sys, 1)).isEqualTo(UNDEF);
        sys[SysReg.HCR_EL2] = TGE | 1L << 29 | 1L << 19;
        assertThat(InsnTraps.svc(sys, 0)).isEqualTo(TRAP_EL2 | 0x15);
        assertThat(InsnTraps.hvc(sys, 1)).isEqualTo(UNDEF);
        assertThat(InsnTraps.smc(sys, 1)).isEqualTo(TRAP_EL2 | 0x17);
        assertThat(InsnTraps.smc(sys, 0)).isEqualTo(UNDEF);
    }

    @Test
    void fineGrainedTrapsTakeSvcAndEret() {
        sys[SysReg.HFGITR_EL2] = 1L << 53;
        assertThat(InsnTraps.svc(sys, 0)).isEqualTo(TRAP_EL1 | 0x15);
        assertThat(InsnTraps.svc(sys, 1)).isEqualTo(TRAP_EL2 | 0x15);
        assertThat(InsnTraps.eret(sys, 1)).isEqualTo(COMPLETE);
        sys[SysReg.HFGITR_EL2] = 1L << 51;
        assertThat(InsnTraps.eret(sys, 1)).isEqualTo(TRAP_EL2 | 0x1a);
        assertThat(InsnTraps.eret(sys, 0)).isEqualTo(UNDEF);
    }

    @Test
    void floatingPointIsEl1sFirst() {
        sys[SysReg.CPTR_EL2] = 1L << 10;
        for (int fpen = 0; fpen < 4; fpen++) {
            sys[SysReg.CPACR_EL1] = (long) fpen << 20;
            assertThat(InsnTraps.fp(sys, 0)).isEqualTo((fpen == 3 ? TRAP_EL2 : TRAP_EL1) | 0x07);
            assertThat(InsnTraps.fp(sys, 1))
                    .isEqualTo(((fpen & 1) != 0 ? TRAP_EL2 : TRAP_EL1) | 0x07);
        }
        sys[SysReg.CPTR_EL2] = 0;
        assertThat(InsnTraps.fp(sys, 0)).isEqualTo(COMPLETE);
        sys[SysReg.CPACR_EL1] = 0;
        sys[SysReg.HCR_EL2] = TGE;
        assertThat(InsnTraps.fp(sys, 0)).isEqualTo(TRAP_EL2);
    }

    @Test
    void debugExceptionsGoToEl2WhenItOwnsDebug() {
        assertThat(InsnTraps.debug(sys, 1, 0x3c)).isEqualTo(TRAP_EL1 | 0x3c);
        sys[SysReg.MDCR_EL2] = 1L << 8;
        assertThat(InsnTraps.debug(sys, 1, 0x3c)).isEqualTo(TRAP_EL2 | 0x3c);
        sys[SysReg.MDCR_EL2] = 0;
        sys[SysReg.HCR_EL2] = TGE;
        assertThat(InsnTraps.debug(sys, 0, 0x30)).isEqualTo(TRAP_EL2 | 0x30);
        assertThat(InsnTraps.debug(sys, 1, 0x30)).isEqualTo(TRAP_EL1 | 0x30);
    }
}
