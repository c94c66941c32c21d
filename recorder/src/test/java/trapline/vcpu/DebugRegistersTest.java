package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.DebugFields.bcr;
import static trapline.vcpu.DebugFields.bvr;
import static trapline.vcpu.DebugFields.mdscr;
import static trapline.vcpu.DebugFields.wcr;
import static trapline.vcpu.DebugFields.wvr;
import static trapline.vcpu.Rig.CODE;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.SysReg;

@DisplayName("Debug registers (DDI 0487, D24.3)")
class DebugRegistersTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "DBGBVR0_EL1, 0xffffffffffffffff",
        "DBGBCR0_EL1, 0x0000000000ffe1e7",
        "DBGBCR5_EL1, 0x0000000000ffe1e7",
        "DBGWVR0_EL1, 0xfffffffffffffffc",
        "DBGWCR0_EL1, 0x000000001f1fffff",
        "DBGWCR3_EL1, 0x000000001f1fffff",
        "MDSCR_EL1,   0x000000000000b001",
        "OSDLR_EL1,   0x0000000000000001",
        "CONTEXTIDR_EL1, 0x00000000ffffffff"
    })
    void bitsThatAreNotThereReadAsZero(String name, String readBack) {
        int register = SysReg.indexOfName(name);
        Rig r = Rig.a57().code(Asm.msr(register, 0), Asm.mrs(1, register));
        r.c.x[0] = -1;
        r.steps(2);
        assertThat(r.c.x[1]).isEqualTo(Long.parseUnsignedLong(readBack.substring(2), 16));
    }

    @Test
    void theLockIsSetAndSeenAndOpensTheSavedBitsOfMdscr() {
        Rig r =
                Rig.a57()
                        .code(
                                Asm.msr(SysReg.OSLAR_EL1, 0),
                                Asm.mrs(1, SysReg.OSLSR_EL1),
                                Asm.msr(SysReg.MDSCR_EL1, 0),
                                Asm.mrs(2, SysReg.MDSCR_EL1),
                                Asm.msr(SysReg.OSLAR_EL1, 31),
                                Asm.mrs(3, SysReg.OSLSR_EL1),
                                Asm.msr(SysReg.MDSCR_EL1, 31),
                                Asm.mrs(4, SysReg.MDSCR_EL1));
        r.c.x[0] = -1;
        r.steps(8);
        assertThat(r.c.x[1]).as("OSLSR_EL1 locked").isEqualTo(0xa);
        assertThat(r.c.x[2]).as("MDSCR_EL1 locked").isEqualTo(0x6ce0_f041L);
        assertThat(r.c.x[3]).as("OSLSR_EL1 unlocked").isEqualTo(8);
        assertThat(r.c.x[4]).as("what only the lock opens stays").isEqualTo(0x6ce0_4040L);
    }

    /** Where instructions are looked at one by one; PSTATE.D is left to them. */
    @ParameterizedTest(name = "MDSCR_EL1 {0}, {1}, {2}: EL0 {3}, EL1 {4}")
    @CsvSource(
            textBlock =
                    """
                    -,          none,        -,    0, 0
                    SS,         none,        -,    1, 0
                    SS KDE,     none,        -,    1, 1
                    SS KDE,     none,        lock, 0, 0
                    SS,         none,        TDE,  1, 1
                    SS,         none,        TGE,  1, 1
                    MDE,        none,        -,    0, 0
                    MDE KDE,    none,        -,    0, 0
                    MDE,        DBGBCR0_EL1, -,    1, 0
                    MDE KDE,    DBGBCR0_EL1, -,    1, 1
                    MDE KDE,    DBGBCR5_EL1, -,    1, 1
                    MDE KDE,    DBGBCR6_EL1, -,    0, 0
                    MDE,        DBGWCR3_EL1, -,    1, 0
                    MDE,        DBGWCR4_EL1, -,    0, 0
                    KDE,        DBGBCR0_EL1, -,    0, 0
                    MDE,        DBGBCR0_EL1, lock, 0, 0
                    """)
    void levels(String mdscr, String enabled, String control, int el0, int el1) {
        Rig r = Rig.a57();
        if (!enabled.equals("none")) {
            r.set(SysReg.indexOfName(enabled), 1);
        }
        r.set(SysReg.MDSCR_EL1, mdscr(mdscr));
        switch (control) {
            case "lock" -> r.set(SysReg.OSLAR_EL1, 1);
            case "TDE" -> r.set(SysReg.MDCR_EL2, 1 << 8);
            case "TGE" -> r.set(SysReg.HCR_EL2, 1 << 27);
            default -> {}
        }
        assertThat(r.c.debugging()).as("EL1").isEqualTo(el1 == 1);
        assertThat(r.el(0).c.debugging()).as("EL0").isEqualTo(el0 == 1);
    }

    @Test
    void withNothingEnabledNoInstructionIsLookedAt() {
        Rig r = Rig.a57().map().code(Asm.NOP, Asm.SPIN);
        r.set(bvr(0), CODE).set(bcr(0), 1 << 1).set(wvr(0), CODE).set(wcr(0), 3 << 3);
        r.set(SysReg.MDSCR_EL1, mdscr("MDE KDE"));
        r.c.daif = 0;
        assertThat(r.c.debugging()).isFalse();
        r.run(100);
        assertThat(r.c.retired).isEqualTo(100);
    }
}
