package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.DebugFields.bcr;
import static trapline.vcpu.DebugFields.bvr;
import static trapline.vcpu.DebugFields.control;
import static trapline.vcpu.DebugFields.mdscr;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName("Hardware breakpoints (DDI 0487, D2.8)")
class BreakpointTest {
    private static final String HERE = "E=1 PMC=3 BAS=f";
    private static final long OTHER_FAR = 0x5555_5555_5555_5555L;

    /** A breakpoint exception from the level, or the instruction executed. */
    private static void expect(Rig r, int el, boolean fires) {
        if (!fires) {
            assertThat(r.c.pc).as("executed").isEqualTo(CODE + 4);
            assertThat(r.c.retired).isEqualTo(1);
            return;
        }
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(el == 0 ? 0xc200_0022L : 0xc600_0022L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE);
        assertThat(r.c.pc).isEqualTo(VECTORS + (el == 0 ? 0x400 : 0x200));
        assertThat(r.c.spsr()).as("PSTATE in the handler").isEqualTo(0x3c5);
        assertThat(r.c.retired).isZero();
        assertThat(r.traps).isEmpty();
    }

    private static Rig at(int el, boolean masked, String mdscr) {
        Rig r = Rig.a57().map().code(Asm.NOP, Asm.NOP).el(el);
        r.c.daif = masked ? 0x200 : 0;
        r.set(SysReg.MDSCR_EL1, mdscr(mdscr));
        r.c.sys[SysReg.FAR_EL1] = OTHER_FAR;
        return r;
    }

    @ParameterizedTest(name = "EL{0}, PSTATE.D {1}, MDSCR_EL1 {2}, {3}: {4}")
    @CsvSource(
            textBlock =
                    """
                    1, 0, MDE KDE, E=1 PMC=1 BAS=f,             fires
                    1, 0, MDE KDE, E=1 PMC=2 BAS=f,             none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f,             fires
                    1, 0, MDE KDE, E=1 PMC=0 BAS=f,             none
                    0, 0, MDE KDE, E=1 PMC=1 BAS=f,             none
                    0, 0, MDE KDE, E=1 PMC=2 BAS=f,             fires
                    0, 0, MDE KDE, E=1 PMC=3 BAS=f,             fires
                    0, 0, MDE KDE, E=1 PMC=0 BAS=f,             none
                    1, 0, MDE KDE, E=0 PMC=3 BAS=f,             none
                    1, 0, MDE,     E=1 PMC=3 BAS=f,             none
                    0, 0, MDE,     E=1 PMC=3 BAS=f,             fires
                    1, 0, KDE,     E=1 PMC=3 BAS=f,             none
                    0, 0, KDE,     E=1 PMC=3 BAS=f,             none
                    1, 1, MDE KDE, E=1 PMC=3 BAS=f,             none
                    0, 1, MDE KDE, E=1 PMC=3 BAS=f,             fires
                    0, 1, MDE,     E=1 PMC=3 BAS=f,             fires
                    1, 0, MDE KDE, E=1 PMC=1 BAS=f SSC=1,       none
                    1, 0, MDE KDE, E=1 PMC=1 BAS=f SSC=2,       none
                    1, 0, MDE KDE, E=1 PMC=1 BAS=f SSC=3,       none
                    1, 0, MDE KDE, E=1 PMC=0 BAS=f SSC=3,       none
                    1, 0, MDE KDE, E=1 PMC=1 BAS=f HMC=1,       fires
                    0, 0, MDE KDE, E=1 PMC=1 BAS=f HMC=1,       none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f HMC=1,       fires
                    0, 0, MDE KDE, E=1 PMC=3 BAS=f HMC=1,       fires
                    0, 0, MDE KDE, E=1 PMC=2 BAS=f HMC=1,       none
                    1, 0, MDE KDE, E=1 PMC=0 BAS=f HMC=1,       none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f HMC=1 SSC=1, none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f HMC=1 SSC=3, none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=3,             fires
                    1, 0, MDE KDE, E=1 PMC=3 BAS=c,             fires
                    1, 0, MDE KDE, E=1 PMC=3 BAS=0,             fires
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f BT=4,        none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f BT=5,        none
                    1, 0, MDE KDE, E=1 PMC=3 BAS=f LBN=5,       fires
                    """)
    void conditions(int el, int masked, String mdscr, String control, String result) {
        Rig r = at(el, masked != 0, mdscr);
        r.set(bvr(0), CODE).set(bcr(0), control(control));
        r.next();
        expect(r, el, result.equals("fires"));
        assertThat(r.sys(SysReg.FAR_EL1)).as("FAR_EL1").isEqualTo(OTHER_FAR);
    }

    @ParameterizedTest(name = "value {0}: {1}")
    @CsvSource({
        "0x40020000, fires",
        "0x40020003, fires",
        "0x40020004, none",
        "0x4001fffc, none",
        "0x1000040020000, none",
        "0x2000040020000, fires",
        "0xfffe000040020000, fires",
        "0, none"
    })
    void bits48To2OfTheAddressAreCompared(String value, String result) {
        Rig r =
                at(1, false, "MDE KDE")
                        .set(
                                bvr(2),
                                Long.parseUnsignedLong(
                                        value.substring(value.startsWith("0x") ? 2 : 0), 16));
        r.set(bcr(2), control(HERE)).next();
        expect(r, 1, result.equals("fires"));
    }

    @ParameterizedTest(name = "OSLAR_EL1 {0}, OSDLR_EL1 {1}, DBGPRCR_EL1 {2}: {3}")
    @CsvSource({
        "0, 0, 0, fires",
        "1, 0, 0, none",
        "0, 1, 0, none",
        "0, 1, 1, fires",
        "1, 0, 1, none"
    })
    void eitherLockStopsThem(long lock, long doubleLock, long noPowerDown, String result) {
        Rig r = at(0, false, "MDE KDE").set(bvr(0), CODE).set(bcr(0), control(HERE));
        r.set(SysReg.DBGPRCR_EL1, noPowerDown).set(SysReg.OSDLR_EL1, doubleLock);
        r.set(SysReg.OSLAR_EL1, lock);
        assertThat(r.c.debugging()).isEqualTo(result.equals("fires"));
        r.next();
        expect(r, 0, result.equals("fires"));
    }

    /** CONTEXTIDR_EL1 is 0x77, the VMID 0x21. Breakpoints 4 and 5 are those that know contexts. */
    @ParameterizedTest(name = "breakpoint {0}: {1}, {2}; and {3}: {4}, {5}: {6}")
    @CsvSource(
            textBlock =
                    """
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=1 BT=3,       fires
                    0, here,        E=1 PMC=3 BT=1 LBN=4, 4, 77,           E=1 BT=3,       fires
                    5, here,        E=1 PMC=3 BT=1 LBN=4, 4, 77,           E=1 BT=3,       fires
                    0, elsewhere,   E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=1 BT=3,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 78,           E=1 BT=3,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=0 BT=3,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=1 BT=2 PMC=0, none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, here,         E=1 BT=1 PMC=0, none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=1 BT=7,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 77,           E=1 BT=d,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=3, 3, 77,           E=1 BT=3,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=6, 5, 77,           E=1 BT=3,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=f, 5, 77,           E=1 BT=3,       none
                    0, here,        E=1 PMC=2 BT=1 LBN=5, 5, 77,           E=1 BT=3 PMC=3, none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 2100000000,   E=1 BT=9,       fires
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 2200000000,   E=1 BT=9,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 2100000077,   E=1 BT=b,       fires
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 2100000078,   E=1 BT=b,       none
                    0, here,        E=1 PMC=3 BT=1 LBN=5, 5, 2200000077,   E=1 BT=b,       none
                    5, 77,          E=1 PMC=3 BT=2,       4, 0,            E=0,            fires
                    5, 77,          E=1 PMC=2 BT=2,       4, 0,            E=0,            none
                    5, 78,          E=1 PMC=3 BT=2,       4, 0,            E=0,            none
                    5, ff00000077,  E=1 PMC=3 BT=2,       4, 0,            E=0,            fires
                    3, 77,          E=1 PMC=3 BT=2,       4, 0,            E=0,            none
                    5, 77,          E=1 PMC=3 BT=3,       4, 0,            E=0,            none
                    5, 77,          E=1 PMC=3 BT=6,       4, 0,            E=0,            none
                    5, 2100000000,  E=1 PMC=3 BT=8,       4, 0,            E=0,            fires
                    5, 2000000000,  E=1 PMC=3 BT=8,       4, 0,            E=0,            none
                    5, 2100000000,  E=1 PMC=3 BT=9,       4, 0,            E=0,            none
                    5, 2100000077,  E=1 PMC=3 BT=a,       4, 0,            E=0,            fires
                    5, 2100000000,  E=1 PMC=3 BT=a,       4, 0,            E=0,            none
                    5, 2100000077,  E=1 PMC=3 BT=b,       4, 0,            E=0,            none
                    5, 77,          E=1 PMC=3 BT=c,       4, 0,            E=0,            none
                    5, 77,          E=1 PMC=3 BT=e,       4, 0,            E=0,            none
                    """)
    void contexts(
            int n,
            String value,
            String control,
            int other,
            String otherValue,
            String otherControl,
            String result) {
        Rig r = at(1, false, "MDE KDE");
        r.c.sys[SysReg.CONTEXTIDR_EL1] = 0x77;
        r.c.sys[SysReg.VTTBR_EL2] = 0x21L << 48 | 0x1234_5000;
        r.set(bvr(other), value(otherValue)).set(bcr(other), control(otherControl));
        r.set(bvr(n), value(value)).set(bcr(n), control(control));
        r.next();
        expect(r, 1, result.equals("fires"));
    }

    private static long value(String text) {
        return switch (text) {
            case "here" -> CODE;
            case "elsewhere" -> CODE + 8;
            default -> Long.parseLong(text, 16);
        };
    }

    @Test
    void aContextThatIsSwitchedToCountsFromTheNextInstructionOn() {
        Rig r = at(1, false, "MDE KDE").code(Asm.msr(SysReg.CONTEXTIDR_EL1, 3), Asm.NOP);
        r.c.x[3] = 0x77;
        r.set(bvr(5), 0x77).set(bcr(5), control("E=1 PMC=1 BT=2")).next();
        assertThat(r.c.pc).isEqualTo(CODE + 4);
        r.next();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xc600_0022L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + 4);
    }

    /** MDCR_EL2.TDE takes them to EL2 from both levels, whatever KDE and PSTATE.D say. */
    @ParameterizedTest(name = "EL{0}, PSTATE.D {1}, MDSCR_EL1 {2}: {3}")
    @CsvSource({"0, 0, MDE, fires", "1, 0, MDE, fires", "1, 1, MDE, fires", "1, 1, KDE, none"})
    void toEl2(int el, int masked, String mdscr, String result) {
        Rig r = at(el, masked != 0, mdscr).set(SysReg.MDCR_EL2, 1 << 8);
        r.set(bvr(0), CODE).set(bcr(0), control(HERE));
        r.el2 = (cpu, exit) -> false;
        r.next();
        if (result.equals("none")) {
            expect(r, el, false);
            return;
        }
        assertThat(r.trap().esr()).isEqualTo(0xc200_0022L);
        assertThat(r.trap().pc()).isEqualTo(CODE);
        assertThat(r.c.pc).isEqualTo(CODE);
        assertThat(r.c.retired).isZero();
    }

    /** What else the instruction would do: the exception class that wins. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "a misaligned PC, 22",
        "an address that is not mapped, 21",
        "a pending step, 33",
        "an illegal state, 31",
        "UDF, 31",
        "BRK, 31",
        "SVC, 31",
        "a trapped register, 31",
        "a load that faults, 31"
    })
    void priority(String rival, String ec) {
        int word =
                switch (rival) {
                    case "UDF" -> Asm.UDF;
                    case "BRK" -> Asm.brk(1);
                    case "SVC" -> Asm.svc(1);
                    case "a trapped register" -> Asm.mrs(0, SysReg.MDCCSR_EL0);
                    case "a load that faults" -> Asm.ldr(0, 1, 0);
                    default -> Asm.NOP;
                };
        Rig r = at(1, false, "MDE KDE").code(word);
        r.set(SysReg.MDCR_EL2, 1 << 9);
        r.c.x[1] = Rig.HOLE;
        long pc = CODE;
        if (rival.equals("a misaligned PC")) {
            r.c.pc += 2;
        } else if (rival.equals("an address that is not mapped")) {
            pc = Rig.HOLE;
            r.c.pc = pc;
        } else if (rival.equals("a pending step")) {
            r.set(SysReg.MDSCR_EL1, mdscr("MDE KDE SS"));
        }
        r.c.il = rival.equals("an illegal state");
        r.set(bvr(0), pc).set(bcr(0), control(HERE)).next();
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(Integer.parseInt(ec, 16));
        assertThat(r.traps).isEmpty();
        assertThat(r.sys(SysReg.SPSR_EL1) >>> 20 & 1)
                .as("SPSR_EL1.IL")
                .isEqualTo(rival.equals("an illegal state") ? 1 : 0);
    }

    @Test
    void aStage2FaultOfTheFetchComesFirst() {
        Rig r = at(0, false, "MDE KDE");
        r.c.pc = Rig.MMIO;
        r.el2 = (cpu, exit) -> false;
        r.set(bvr(0), Rig.MMIO).set(bcr(0), control(HERE)).next();
        assertThat(r.trap().ec()).isEqualTo(0x20);
    }

    @Test
    void aStepThatMeetsOneStillHasItsInstructionBeforeIt() {
        Rig r = at(0, false, "MDE SS").set(bvr(0), CODE).set(bcr(0), control(HERE));
        r.c.ss = true;
        r.next();
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(0x30);
        assertThat(r.sys(SysReg.SPSR_EL1)).as("SPSR_EL1.SS").isEqualTo(1 << 21);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"cortex-a57", "neoverse-n1"})
    void thereAreAsManyAsTheIdRegisterSays(String cpu) {
        CpuModel model = CpuModel.byName(cpu).orElseThrow();
        int implemented = (int) (model.idRegister("ID_AA64DFR0_EL1") >>> 12 & 15) + 1;
        for (int n = 0; n < 16; n++) {
            Rig one = new Rig(model).map().code(Asm.NOP);
            one.set(SysReg.MDSCR_EL1, mdscr("MDE KDE"));
            one.c.daif = 0;
            one.set(bvr(n), CODE).set(bcr(n), control(HERE)).next();
            expect(one, 1, n < implemented);
            Rig access = new Rig(model).code(Asm.mrs(0, bvr(n))).step();
            assertThat(access.c.retired)
                    .as("MRS of DBGBVR%d_EL1", n)
                    .isEqualTo(n < implemented ? 1 : 0);
        }
    }
}
