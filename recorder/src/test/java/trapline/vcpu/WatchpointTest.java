package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.DebugFields.bcr;
import static trapline.vcpu.DebugFields.bvr;
import static trapline.vcpu.DebugFields.control;
import static trapline.vcpu.DebugFields.mdscr;
import static trapline.vcpu.DebugFields.wcr;
import static trapline.vcpu.DebugFields.wvr;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.USER;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;
import trapline.mmu.Tables;

@DisplayName("Watchpoints (DDI 0487, D2.9)")
class WatchpointTest {
    private static final String BOTH = "E=1 PAC=3 LSC=3 BAS=ff";

    /** X1 is the address, X2 and X3 data, X4 nothing. */
    private static int word(String instruction) {
        return switch (instruction) {
            case "ldrb" -> Asm.ldrb(4, 1);
            case "ldr w" -> Asm.ldrW(4, 1);
            case "ldr" -> Asm.ldr(4, 1, 0);
            case "ldr post" -> Asm.ldrPost(4, 1, 16);
            case "ldr q" -> Asm.ldrQ(4, 1);
            case "ldp" -> Asm.ldp(4, 5, 1);
            case "ldp q" -> Asm.ldpQ(4, 5, 1);
            case "ldxr" -> Asm.ldxr(4, 1);
            case "ldxp" -> Asm.ldxp(4, 5, 1);
            case "ldar" -> Asm.ldar(4, 1);
            case "ldtr" -> Asm.ldtr(4, 1);
            case "ld1" -> Asm.ld1Bytes(4, 1);
            case "strb" -> Asm.strb(2, 1);
            case "str w" -> Asm.strW(2, 1);
            case "str" -> Asm.str(2, 1, 0);
            case "str pre" -> Asm.strPre(2, 1, 16);
            case "str q" -> Asm.strQ(2, 1);
            case "stp" -> Asm.stp(2, 3, 1);
            case "stxr" -> Asm.stxr(4, 2, 1);
            case "stlr" -> Asm.stlr(2, 1);
            case "sttr" -> Asm.sttr(2, 1);
            case "st2" -> Asm.st2Bytes(2, 1);
            case "ldadd" -> Asm.ldadd(2, 4, 1);
            case "cas" -> Asm.cas(4, 2, 1);
            case "prfm" -> Asm.prfm(1);
            case "dc zva" -> Asm.sys(SysReg.DC_ZVA, 1);
            case "dc ivac" -> Asm.sys(SysReg.DC_IVAC, 1);
            case "dc cvac" -> Asm.sys(SysReg.DC_CVAC, 1);
            case "dc civac" -> Asm.sys(SysReg.DC_CIVAC, 1);
            case "at" -> Asm.sys(SysReg.AT_S1E1R, 1);
            default -> throw new IllegalArgumentException(instruction);
        };
    }

    /** At EL1 with watchpoint {@code n} and the debug exceptions of EL1 enabled. */
    private static Rig rig(int n, long value, String control, String instruction, long address) {
        Rig r = Rig.n1().map().code(word(instruction), Asm.NOP);
        r.c.daif = 0;
        r.c.sys[SysReg.CPACR_EL1] = 3 << 20;
        r.c.updateFp();
        r.c.x[1] = address;
        r.c.x[2] = 0x2222_2222_2222_2222L;
        r.c.x[3] = 0x3333_3333_3333_3333L;
        r.set(SysReg.MDSCR_EL1, mdscr("MDE KDE"));
        return r.set(wvr(n), value).set(wcr(n), control(control));
    }

    private static void expect(Rig r, String result) {
        if (result.equals("none")) {
            assertThat(r.c.pc).as("executed").isEqualTo(CODE + 4);
            assertThat(r.c.retired).isEqualTo(1);
            return;
        }
        String[] parts = result.split(" ", -1);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xd600_0022L | flags(parts[0]));
        assertThat(r.sys(SysReg.FAR_EL1) - USER).isEqualTo(Long.parseLong(parts[1], 16));
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x200);
        assertThat(r.c.retired).isZero();
        assertThat(r.c.x[4]).as("destination").isZero();
        long stored = 0;
        for (int at = 0; at < 0x1100; at += 8) {
            stored |= r.peek(USER + at);
        }
        assertThat(stored).as("memory").isZero();
    }

    private static int flags(String name) {
        return switch (name) {
            case "read" -> 0;
            case "write" -> 1 << 6;
            default -> 1 << 6 | 1 << 8; // maintenance
        };
    }

    /** Offsets from USER in hexadecimal; the result is the direction and FAR_EL1. */
    @ParameterizedTest(name = "{2} at {3}, DBGWVR {0}, {1}: {4}")
    @CsvSource(
            textBlock =
                    """
                    # bytes of a doubleword
                    40, BAS=08,         ldrb,     43,  read 43
                    40, BAS=08,         ldrb,     42,  none
                    40, BAS=08,         ldrb,     44,  none
                    40, BAS=08,         ldr,      40,  read 43
                    40, BAS=08,         ldr,      3c,  read 43
                    40, BAS=08,         ldr,      44,  none
                    40, BAS=08,         ldr w,    3d,  none
                    40, BAS=01,         ldr w,    3d,  read 40
                    40, BAS=38,         ldr w,    40,  read 43
                    40, BAS=38,         ldrb,     45,  read 45
                    40, BAS=38,         ldrb,     46,  none
                    40, BAS=81,         ldrb,     40,  read 40
                    40, BAS=81,         ldrb,     43,  none
                    40, BAS=81,         ldrb,     47,  read 47
                    40, BAS=00,         ldr,      40,  none
                    43, BAS=01,         ldrb,     40,  read 40
                    # bytes of a word
                    44, BAS=0f,         ldr w,    44,  read 44
                    44, BAS=0f,         ldrb,     40,  none
                    44, BAS=ff,         ldrb,     40,  none
                    44, BAS=ff,         ldrb,     48,  none
                    44, BAS=f0,         ldr,      40,  none
                    44, BAS=08,         ldrb,     47,  read 47
                    # ranges
                    40, BAS=ff MASK=6,  ldrb,     40,  read 40
                    40, BAS=ff MASK=6,  ldrb,     7f,  read 7f
                    40, BAS=ff MASK=6,  ldrb,     80,  none
                    40, BAS=ff MASK=6,  ldrb,     3f,  none
                    40, BAS=ff MASK=6,  ldr,      3c,  read 40
                    48, BAS=ff MASK=3,  ldrb,     4f,  read 4f
                    48, BAS=ff MASK=3,  ldrb,     50,  none
                    44, BAS=ff MASK=3,  ldrb,     40,  read 40
                    40, BAS=01 MASK=6,  ldrb,     55,  read 55
                    0,  BAS=ff MASK=1f, ldrb,     40,  read 40
                    40, BAS=ff MASK=1,  ldr,      40,  none
                    40, BAS=ff MASK=2,  ldr,      40,  none
                    # loads and stores of every kind
                    48, BAS=ff,         ldp,      40,  read 48
                    48, BAS=ff,         stp,      40,  write 48
                    40, BAS=ff,         stp,      40,  write 40
                    50, BAS=ff,         stp,      40,  none
                    ff8, BAS=ff,        stp,      ff8, write ff8
                    1000, BAS=ff,       stp,      ff8, write 1000
                    1000, BAS=ff,       str,      ffc, write 1000
                    1000, BAS=ff,       ldr,      ffc, read 1000
                    48, BAS=ff,         ldr q,    40,  read 48
                    48, BAS=ff,         str q,    40,  write 48
                    58, BAS=ff,         ldp q,    40,  read 58
                    48, BAS=ff,         ld1,      40,  read 48
                    50, BAS=10,         st2,      40,  write 54
                    60, BAS=ff,         st2,      40,  none
                    40, BAS=ff,         ldr post, 40,  read 40
                    50, BAS=ff,         ldr post, 40,  none
                    40, BAS=ff,         str pre,  40,  none
                    50, BAS=ff,         str pre,  40,  write 50
                    40, BAS=ff,         ldxr,     40,  read 40
                    48, BAS=ff,         ldxp,     40,  read 48
                    40, BAS=ff,         stxr,     40,  none
                    40, BAS=ff,         ldar,     40,  read 40
                    40, BAS=ff,         stlr,     40,  write 40
                    40, BAS=ff,         ldadd,    40,  read 40
                    40, BAS=ff,         cas,      40,  read 40
                    40, BAS=ff,         prfm,     40,  none
                    40, BAS=ff,         at,       40,  none
                    # DC ZVA clears 64 bytes; of maintenance, DC IVAC alone, by the line
                    40, BAS=ff,         dc zva,   7f,  write 40
                    60, BAS=f0,         dc zva,   41,  write 64
                    80, BAS=ff,         dc zva,   41,  none
                    40, BAS=ff,         dc ivac,  7f,  maintenance 40
                    60, BAS=ff,         dc ivac,  41,  maintenance 60
                    80, BAS=ff,         dc ivac,  41,  none
                    40, BAS=ff,         dc cvac,  40,  none
                    40, BAS=ff,         dc civac, 40,  none
                    """)
    void bytes(String value, String fields, String instruction, String address, String result) {
        long va = USER + Long.parseLong(address, 16);
        String control = "E=1 PAC=3 LSC=3 " + fields;
        Rig r = rig(1, USER + Long.parseLong(value, 16), control, instruction, va);
        r.next();
        expect(r, result);
        if (!result.equals("none")) {
            assertThat(r.c.x[1]).as("no writeback").isEqualTo(va);
        }
    }

    @ParameterizedTest(name = "LSC {0}: {1} {2}")
    @CsvSource(
            textBlock =
                    """
                    0, ldr,     none
                    0, str,     none
                    1, ldr,     read 40
                    1, str,     none
                    2, ldr,     none
                    2, str,     write 40
                    3, ldr,     read 40
                    3, str,     write 40
                    1, ldadd,   read 40
                    2, ldadd,   write 40
                    0, ldadd,   none
                    1, cas,     read 40
                    2, cas,     write 40
                    1, dc zva,  none
                    2, dc zva,  write 40
                    1, dc ivac, none
                    2, dc ivac, maintenance 40
                    1, stlr,    none
                    2, ldar,    none
                    """)
    void loadsAndStores(String lsc, String instruction, String result) {
        Rig r = rig(0, USER + 0x40, "E=1 PAC=3 BAS=ff LSC=" + lsc, instruction, USER + 0x40);
        r.next();
        expect(r, result);
    }

    @ParameterizedTest(name = "EL{0}, PSTATE.D {1}, MDSCR_EL1 {2}, {3}, {4}: {5}")
    @CsvSource(
            textBlock =
                    """
                    1, 0, MDE KDE, ldr,  E=1 PAC=1,       fires
                    1, 0, MDE KDE, ldr,  E=1 PAC=2,       none
                    0, 0, MDE KDE, ldr,  E=1 PAC=1,       none
                    0, 0, MDE KDE, ldr,  E=1 PAC=2,       fires
                    1, 0, MDE KDE, ldr,  E=1 PAC=0,       none
                    1, 0, MDE KDE, ldr,  E=0 PAC=3,       none
                    1, 0, MDE,     ldr,  E=1 PAC=3,       none
                    0, 0, MDE,     ldr,  E=1 PAC=3,       fires
                    1, 0, KDE,     ldr,  E=1 PAC=3,       none
                    1, 1, MDE KDE, ldr,  E=1 PAC=3,       none
                    0, 1, MDE KDE, ldr,  E=1 PAC=3,       fires
                    1, 0, MDE KDE, ldr,  E=1 PAC=3 SSC=1, none
                    1, 0, MDE KDE, ldr,  E=1 PAC=3 SSC=2, none
                    1, 0, MDE KDE, ldr,  E=1 PAC=1 HMC=1, fires
                    0, 0, MDE KDE, ldr,  E=1 PAC=2 HMC=1, none
                    1, 0, MDE KDE, ldtr, E=1 PAC=1,       none
                    1, 0, MDE KDE, ldtr, E=1 PAC=2,       fires
                    1, 0, MDE KDE, sttr, E=1 PAC=1,       none
                    1, 0, MDE KDE, sttr, E=1 PAC=2,       fires
                    0, 0, MDE KDE, ldtr, E=1 PAC=2,       fires
                    """)
    void conditions(
            int el, int masked, String mdscr, String instruction, String fields, String result) {
        Rig r = rig(0, USER, fields + " LSC=3 BAS=ff", instruction, USER).el(el);
        r.c.daif = masked != 0 ? 0x200 : 0;
        r.set(SysReg.MDSCR_EL1, mdscr(mdscr)).next();
        if (result.equals("none")) {
            expect(r, result);
        } else {
            long ec = el == 0 ? 0xd200_0022L : 0xd600_0022L;
            assertThat(r.sys(SysReg.ESR_EL1) & ~0x40L).isEqualTo(ec);
            assertThat(r.c.pc).isEqualTo(VECTORS + (el == 0 ? 0x400 : 0x200));
        }
    }

    @Test
    void withUaoAnUnprivilegedLoadIsAnAccessOfEl1() {
        Rig r = rig(0, USER, "E=1 PAC=1 LSC=3 BAS=ff", "ldtr", USER);
        r.c.uao = true;
        r.next();
        expect(r, "read 0");
    }

    @ParameterizedTest(name = "CONTEXTIDR_EL1 {0}, LBN {1}: {2}")
    @CsvSource({"77, 5, read 0", "78, 5, none", "77, 4, none", "77, 1, none"})
    void aLinkedOneNeedsTheContextToo(String context, String lbn, String result) {
        Rig r = rig(2, USER, BOTH + " WT=1 LBN=" + lbn, "ldr", USER);
        r.set(bvr(5), 0x77).set(bcr(5), control("E=1 BT=3"));
        r.set(bvr(1), 0x77).set(bcr(1), control("E=1 BT=3"));
        r.c.sys[SysReg.CONTEXTIDR_EL1] = Long.parseLong(context, 16);
        r.next();
        expect(r, result);
    }

    @ParameterizedTest(name = "watchpoints {0} and {1}")
    @CsvSource({"0, 3", "3, 0"})
    void ofSeveralTheLowestByteIsReported(int high, int low) {
        Rig r = rig(high, USER + 5, "E=1 PAC=3 LSC=3 BAS=08", "ldr", USER);
        r.set(wvr(low), USER).set(wcr(low), control("E=1 PAC=3 LSC=3 BAS=40")).next();
        expect(r, "read 6");
    }

    @Test
    void theTagOfAnAddressIsNotComparedButReported() {
        long tagged = USER + 0x40 | 0x5aL << 56;
        Rig r = rig(0, USER + 0x40, BOTH, "ldr", tagged);
        r.c.sys[SysReg.TCR_EL1] |= 1L << 37;
        r.c.updateRegime();
        r.next();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xd600_0022L);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(tagged);
    }

    @Test
    void anInstructionFetchIsNoAccessButALiteralIs() {
        Rig r = rig(0, CODE, BOTH, "prfm", USER);
        r.next();
        expect(r, "none");
        Rig literal = rig(0, CODE + 8, BOTH, "ldr", USER).code(Asm.ldrLiteral(4, 2), Asm.NOP);
        literal.next();
        assertThat(literal.sys(SysReg.ESR_EL1)).isEqualTo(0xd600_0022L);
        assertThat(literal.sys(SysReg.FAR_EL1)).isEqualTo(CODE + 8);
    }

    @Test
    void aStoreExclusiveThatTheMonitorAllowsIsWatched() {
        Rig r = rig(0, USER, "E=1 PAC=3 LSC=2 BAS=ff", "ldxr", USER);
        r.code(Asm.ldxr(5, 1), Asm.stxr(4, 2, 1)).next().next();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xd600_0062L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + 4);
        assertThat(r.peek(USER)).isZero();
    }

    @Test
    void onceDisabledTheInstructionCompletesAndItsStoreIsSeen() {
        Rig r = rig(0, USER, BOTH, "str", USER).next();
        expect(r, "write 0");
        r.set(wcr(0), 0);
        assertThat(r.c.debugging()).isFalse();
        r.c.pc = CODE;
        r.next();
        assertThat(r.peek(USER)).isEqualTo(0x2222_2222_2222_2222L);
        Rig miss = rig(0, USER + 8, BOTH, "str", USER).next();
        assertThat(miss.peek(USER)).as("store beside a watched byte").isEqualTo(r.peek(USER));
    }

    @Test
    void whatWasCachedBeforeAndAfterMakesNoDifference() {
        Rig r = rig(0, USER, BOTH, "ldr", USER).set(SysReg.MDSCR_EL1, 0);
        int ldr = word("ldr");
        r.code(ldr, ldr, word("ldar"), ldr, Asm.NOP).next();
        assertThat(r.c.pc).as("the page is in the TLB now").isEqualTo(CODE + 4);
        r.set(SysReg.MDSCR_EL1, mdscr("MDE KDE")).next();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xd600_0022L);
        r.set(wvr(0), USER + 64);
        r.c.pc = CODE + 8;
        r.c.daif = 0;
        r.next();
        assertThat(r.c.pc).as("under watch, elsewhere").isEqualTo(CODE + 12);
        r.set(wvr(0), USER).set(SysReg.MDSCR_EL1, 0).next();
        assertThat(r.c.pc).as("not any more").isEqualTo(CODE + 16);
    }

    @Test
    void dcZvaClearsNothingBeforeItsWatchpoint() {
        Rig r = rig(0, USER + 0x78, BOTH, "dc zva", USER + 0x44);
        r.poke(USER + 0x40, 0x1111);
        r.next();
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(USER + 0x78);
        assertThat(r.peek(USER + 0x40)).isEqualTo(0x1111);
    }

    /** What else an access runs into: the exception class that wins, and where. */
    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "not mapped, ldr, 25",
        "read-only, str, 25",
        "read-only, ldadd, 25",
        "read-only, ldr, 35",
        "unaligned Device memory, ldr, 25",
        "unaligned exclusive, ldxr, 25",
        "stage 2, ldr, 24 to EL2",
        "a device that stage 2 maps, ldr, 35",
        "a device that stage 2 maps, str, 35",
        "a misaligned SP, ldr, 26"
    })
    void priority(String rival, String instruction, String ec) {
        long address =
                switch (rival) {
                    case "not mapped" -> Rig.HOLE;
                    case "read-only" -> Rig.CONSTANT;
                    case "unaligned Device memory" -> Rig.DEVICE + 1;
                    case "unaligned exclusive" -> USER + 1;
                    case "stage 2", "a device that stage 2 maps" -> Rig.MMIO;
                    default -> USER + 8;
                };
        Rig r = rig(0, address & -8, BOTH, instruction, address);
        r.direct = rival.equals("a device that stage 2 maps");
        if (rival.equals("a misaligned SP")) {
            r.sctlr(8, 0).code(Asm.ldr(4, Vcpu.SP, 0));
            r.c.x[Vcpu.SP] = address;
        }
        r.next();
        if (ec.endsWith("EL2")) {
            assertThat(r.trap().ec()).isEqualTo(0x24);
        } else {
            assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(Integer.parseInt(ec, 16));
            assertThat(r.traps).isEmpty();
        }
    }

    @Test
    void tdeTakesThemToEl2WithTheirAddress() {
        Rig r = rig(0, USER, BOTH, "str", USER + 4).set(SysReg.MDCR_EL2, 1 << 8);
        r.el2 = (cpu, exit) -> false;
        r.next();
        assertThat(r.trap().esr()).isEqualTo(0xd200_0062L);
        assertThat(r.trap().far()).isEqualTo(USER + 4);
        assertThat(r.c.pc).isEqualTo(CODE);
        assertThat(r.sys(SysReg.FAR_EL1)).isZero();
    }

    @Test
    void aStoreToATableUnderAWatchpointIsSeenByTheNextAccess() {
        Rig r = rig(0, USER + 0x80, BOTH, "str", USER);
        long other = USER + 0x1000;
        r.code(Asm.ldr(4, 5, 0), Asm.str(2, 1, 0), Asm.ldr(6, 5, 0));
        r.poke(USER, 0x1111);
        r.poke(other, 0x7777);
        r.c.x[5] = USER;
        long entry = r.tables.descriptor(USER, 3);
        r.tables.map(Rig.KERNEL, entry & -4096, 3, Tables.AF);
        r.c.x[1] = Rig.KERNEL + (entry & 0xfff);
        r.c.x[2] = r.peek(entry) & ~0xffff_ffff_f000L | other;
        r.next().next().next();
        assertThat(r.c.x[4]).isEqualTo(0x1111);
        assertThat(r.c.x[6]).isEqualTo(0x7777);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"cortex-a57", "neoverse-n1"})
    void thereAreAsManyAsTheIdRegisterSays(String cpu) {
        CpuModel model = CpuModel.byName(cpu).orElseThrow();
        int implemented = (int) (model.idRegister("ID_AA64DFR0_EL1") >>> 20 & 15) + 1;
        for (int n = 0; n < 16; n++) {
            Rig r = new Rig(model).map().code(Asm.ldr(4, 1, 0));
            r.c.daif = 0;
            r.c.x[1] = USER;
            r.set(SysReg.MDSCR_EL1, mdscr("MDE KDE")).set(wvr(n), USER);
            r.set(wcr(n), control(BOTH)).next();
            expect(r, n < implemented ? "read 0" : "none");
            Rig access = new Rig(model).code(Asm.msr(wvr(n), 0)).step();
            assertThat(access.c.retired)
                    .as("MSR of DBGWVR%d_EL1", n)
                    .isEqualTo(n < implemented ? 1 : 0);
        }
    }
}
