package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.SysReg;
import trapline.mmu.Tables;

@DisplayName("Traps to EL2, system instructions, PSTATE, waits")
class SystemOpsTest {
    private static final long HCR_TWI = 1L << 13;
    private static final long HCR_TWE = 1L << 14;
    private static final long HCR_TSC = 1L << 19;

    private static Rig hcr(Rig r, long value) {
        r.c.sys[SysReg.HCR_EL2] = value;
        r.c.routes.invalidate();
        return r;
    }

    // Traps to EL2

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    hvc #0xea1, 0xd401d422, 0x5a000ea1
                    smc #7,     0xd40000e3, 0x5e000007
                    wfi,        0xd503207f, 0x07e00000
                    wfe,        0xd503205f, 0x07e00001
                    """)
    void trapsOfInstructions(String what, String word, String esr) {
        Rig r =
                hcr(Rig.a57().map(), HCR_TWI | HCR_TWE | HCR_TSC)
                        .code((int) Long.parseLong(word.substring(2), 16));
        r.step();
        assertThat(r.traps).hasSize(1);
        assertThat(r.trap().esr()).isEqualTo(Long.decode(esr));
        assertThat(r.trap().pc()).isEqualTo(CODE);
        assertThat(r.trap().retired()).isZero();
        assertThat(r.c.retired).as("EL2 skipped it").isEqualTo(1);
        assertThat(r.c.pc).isEqualTo(CODE + 4);
        Rig again =
                hcr(Rig.a57().map(), HCR_TWI | HCR_TWE | HCR_TSC)
                        .code((int) Long.parseLong(word.substring(2), 16));
        again.el2 = (cpu, e) -> false;
        again.step();
        assertThat(again.c.retired).as("EL2 did not").isZero();
    }

    @Test
    void hvcIsUndefinedWhenDisabled() {
        Rig r = hcr(Rig.a57().map(), 1L << 29).code(Asm.hvc(0)).step();
        assertThat(r.traps).isEmpty();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x0200_0000L);
    }

    @Test
    void waitsThatWouldNotWaitDoNotTrap() {
        Rig r = hcr(Rig.a57().map(), HCR_TWI | HCR_TWE).code(Asm.WFI, Asm.WFE, Asm.WFE);
        r.c.irqLine = true; // masked, and still a wake-up event
        r.c.eventRegister = true;
        r.steps(2);
        assertThat(r.traps).isEmpty();
        assertThat(r.c.retired).isEqualTo(2);
        assertThat(r.c.eventRegister).as("consumed").isFalse();
        r.step();
        assertThat(r.trap().esr()).isEqualTo(0x07e0_0001L);
    }

    @Test
    void untrappedWaitsTellTheMachine() {
        Rig r = Rig.a57().map().code(Asm.WFI, Asm.SEVL, Asm.WFE, Asm.WFE, Asm.SEV, Asm.WFE);
        r.steps(6);
        assertThat(r.events).containsExactly("wfi", "wfe", "sev");
        assertThat(r.c.retired).isEqualTo(6);
    }

    @Test
    void aSystemRegisterTrapHoldsItsOperandsAndGoesOn() {
        Rig r =
                hcr(Rig.a57().map(), 1L << 26)
                        .code(Asm.msr(SysReg.SCTLR_EL1, 5), Asm.msr(SysReg.TTBR0_EL1, 31)); // TVM
        r.steps(2);
        // Op0 3, Op1 0, CRn 1, CRm 0, Op2 0, Rt 5, write
        assertThat(r.traps.get(0).esr()).isEqualTo(0x6230_04a0L);
        assertThat(r.traps.get(1).esr()).isEqualTo(0x6230_0be0L);
        assertThat(r.traps.get(1).retired()).isEqualTo(1);
        assertThat(r.c.retired).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} at EL{1}: ESR_EL2 {3}")
    @CsvSource(
            textBlock =
                    """
                    ldr x7 [x1],          1, 0xf9400027, 0x93c78005, 0x40
                    ldr w7 [x1],          0, 0xb9400027, 0x93870005, 0x40
                    ldrsb x7 [x1],        1, 0x39800027, 0x93278005, 0x40
                    ldrsh w7 [x1],        1, 0x79c00027, 0x93670005, 0x40
                    str wzr [x1],         1, 0xb900003f, 0x939f0045, 0x40
                    strb w7 [x1],         0, 0x39000027, 0x93070045, 0x40
                    ldar w7 [x1],         1, 0x88dffc27, 0x93874005, 0x40
                    ldr x7 [x1] #8,       1, 0xf8408427, 0x92000005, 0x40
                    ldp w7 w8 [x1],       1, 0x29402027, 0x92000005, 0x40
                    stp x7 x8 [x1],       1, 0xa9002027, 0x92000045, 0x40
                    ldxr w7 [x1],         1, 0x885f7c27, 0x92000005, 0x40
                    str q0 [x1],          1, 0x3d800020, 0x92000045, 0x40
                    dc civac x1,          1, 0xd50b7e21, 0x92000145, 0x40
                    dc ivac x1,           1, 0xd5087621, 0x92000145, 0x40
                    """)
    void stageTwoDataAborts(String what, int el, String word, String esr, String offset) {
        Rig r = Rig.a57().map().code((int) Long.parseLong(word.substring(2), 16)).el(el);
        r.c.fpEnabled = true;
        r.c.x[1] = Rig.MMIO + Long.decode(offset);
        r.c.x[8] = 88;
        r.step();
        assertThat(r.traps).hasSize(1);
        Rig.Trap t = r.trap();
        assertThat(t.esr()).as("ESR_EL2").isEqualTo(Long.decode(esr));
        assertThat(t.far()).isEqualTo(Rig.MMIO + Long.decode(offset));
        assertThat(t.ipa()).isEqualTo(Rig.MMIO_IPA + Long.decode(offset));
        assertThat(t.pc()).isEqualTo(CODE);
        assertThat(t.retired()).isZero();
        assertThat(r.c.x[1]).as("no writeback yet").isEqualTo(Rig.MMIO + Long.decode(offset));
        assertThat(r.c.x[8]).isEqualTo(88);
    }

    @Test
    void aStageTwoInstructionAbortNamesItsAddress() {
        Rig r = Rig.a57().map().code(Asm.br(9)).el(1);
        r.tables.map(Rig.HOLE, Rig.MMIO_IPA, 3, Tables.AF | Tables.AP_PRIV_RO);
        r.c.x[9] = Rig.HOLE + 0x24;
        r.el2 =
                (cpu, e) -> {
                    cpu.pc = CODE;
                    return false;
                };
        r.steps(2);
        assertThat(r.trap().esr()).isEqualTo(0x8200_0005L);
        assertThat(r.trap().far()).isEqualTo(Rig.HOLE + 0x24);
        assertThat(r.trap().ipa()).isEqualTo(Rig.MMIO_IPA + 0x24);
        assertThat(r.trap().insn()).isZero();
        assertThat(r.trap().retired()).isEqualTo(1);
    }

    @Test
    void aStageTwoFaultOnAWalkHasS1ptwAndTheDescriptorsAddress() {
        Rig r = Rig.a57().map().code(Asm.str(7, 1, 0), Asm.br(1));
        long va = 0x7_8765_4320L;
        r.tables.write(r.tables.descriptor(va, 1), Rig.MMIO_IPA | 3);
        r.c.x[1] = va;
        r.step();
        assertThat(r.trap().esr()).isEqualTo(0x9200_00c5L);
        assertThat(r.trap().far()).isEqualTo(va);
        assertThat(r.trap().ipa()).isEqualTo(Rig.MMIO_IPA + 8 * (va >>> 21 & 511));
        r.steps(2);
        assertThat(r.trap().esr()).isEqualTo(0x8200_0085L);
        assertThat(r.trap().ipa()).isEqualTo(Rig.MMIO_IPA + 8 * (va >>> 21 & 511));
    }

    // AT, DC ZVA

    @ParameterizedTest(name = "AT {0} of {1}: PAR_EL1 {2}")
    @CsvSource(
            textBlock =
                    """
                    S1E1R, user,     0xff00000040030a00
                    S1E1W, user,     0xff00000040030a00
                    S1E0R, user,     0xff00000040030a00
                    S1E0W, user,     0xff00000040030a00
                    S1E1R, kernel,   0xff00000040040a00
                    S1E1W, kernel,   0xff00000040040a00
                    S1E0R, kernel,   0x000000000000081f
                    S1E1R, constant, 0xff00000040050a00
                    S1E1W, constant, 0x000000000000081f
                    S1E0W, constant, 0x000000000000081f
                    S1E1R, device,   0x0000000040060b00
                    S1E1W, mmio,     0x0000000022000b00
                    S1E1R, hole,     0x000000000000080f
                    S1E0R, beyond,   0x0000000000000809
                    """)
    void addressTranslation(String op, String page, String par) {
        int index =
                switch (op) {
                    case "S1E1R" -> SysReg.AT_S1E1R;
                    case "S1E1W" -> SysReg.AT_S1E1W;
                    case "S1E0R" -> SysReg.AT_S1E0R;
                    default -> SysReg.AT_S1E0W;
                };
        Rig r = Rig.a57().map().code(Asm.sys(index, 1));
        r.c.x[1] = page.equals("beyond") ? 0x80_0000_0000L : page(page) + 0x123;
        r.step();
        assertThat(r.c.retired).isEqualTo(1);
        assertThat(r.sys(SysReg.PAR_EL1)).isEqualTo(Long.parseUnsignedLong(par.substring(2), 16));
    }

    private static long page(String name) {
        return switch (name) {
            case "user" -> Rig.USER;
            case "kernel" -> Rig.KERNEL;
            case "constant" -> Rig.CONSTANT;
            case "device" -> Rig.DEVICE;
            case "mmio" -> Rig.MMIO;
            default -> Rig.HOLE;
        };
    }

    @Test
    void addressTranslationUnderPanAsksOnlyInItsOwnForms() {
        Rig r = Rig.n1().map().code(Asm.sys(SysReg.AT_S1E1R, 1));
        r.c.setPan(true);
        r.c.x[1] = Rig.USER;
        r.step();
        assertThat(r.sys(SysReg.PAR_EL1) & 1).isZero();
    }

    @Test
    void addressTranslationWithStageOneOffGivesTheAddressAsDeviceMemory() {
        Rig r = Rig.a57().code(Asm.sys(SysReg.AT_S1E1R, 1));
        r.c.x[1] = 0x1234_5678L;
        r.step();
        assertThat(r.sys(SysReg.PAR_EL1)).isEqualTo(0x1234_5b00L);
    }

    @Test
    void addressTranslationThatFaultsAtStageTwoOnItsWalkGoesToEl2() {
        Rig r = Rig.a57().map().code(Asm.sys(SysReg.AT_S1E0R, 1));
        long va = 0x7_8765_4320L;
        r.tables.write(r.tables.descriptor(va, 1), Rig.MMIO_IPA | 3);
        r.c.x[1] = va;
        r.c.sys[SysReg.PAR_EL1] = 77;
        r.step();
        assertThat(r.trap().esr()).isEqualTo(0x9200_01c5L);
        assertThat(r.trap().far()).isEqualTo(va);
        assertThat(r.trap().ipa()).isEqualTo(Rig.MMIO_IPA + 8 * (va >>> 21 & 511));
    }

    @Test
    void zeroingClearsItsBlockAndNothingElse() {
        Rig r = Rig.a57().map().sctlr(1L << 14, 0).code(Asm.sys(SysReg.DC_ZVA, 1)).el(0);
        for (int k = -8; k < 72; k += 8) {
            r.poke(Rig.USER + 0x40 + k, -1);
        }
        r.c.x[1] = Rig.USER + 0x5d;
        r.step();
        assertThat(r.c.retired).isEqualTo(1);
        for (int k = 0; k < 64; k += 8) {
            assertThat(r.peek(Rig.USER + 0x40 + k)).isZero();
        }
        assertThat(r.peek(Rig.USER + 0x38)).isEqualTo(-1);
        assertThat(r.peek(Rig.USER + 0x80)).isEqualTo(-1);
    }

    @Test
    void zeroingWithStageOneOffIsAnAlignmentFaultEvenWhereNoMemoryIs() {
        Rig r = Rig.a57().code(Asm.sys(SysReg.DC_ZVA, 1));
        r.c.x[1] = Rig.MMIO_IPA + 5;
        r.step();
        assertThat(r.traps).isEmpty();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0061L);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(Rig.MMIO_IPA + 5);
    }

    @Test
    void cacheMaintenanceIsNotKeptFromUserMemoryByPan() {
        Rig r =
                Rig.n1()
                        .map()
                        .code(
                                Asm.sys(SysReg.DC_CIVAC, 1),
                                Asm.sys(SysReg.DC_CVAU, 1),
                                Asm.ldr(0, 1, 0));
        r.c.setPan(true);
        r.c.x[1] = Rig.USER;
        r.steps(2);
        assertThat(r.c.retired).isEqualTo(2);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_000fL);
    }

    // PSTATE

    @Test
    void masksAndTheirAccessors() {
        Rig r = Rig.n1().map();
        r.c.daif = 0;
        r.code(
                Asm.daifSet(0b0101),
                Asm.daifClr(0b0001),
                Asm.mrs(0, SysReg.DAIF),
                Asm.msr(SysReg.DAIF, 1));
        r.c.x[1] = 0x3ff;
        r.steps(2);
        assertThat(r.c.daif).isEqualTo(0x100);
        r.steps(2);
        assertThat(r.c.x[0]).isEqualTo(0x100);
        assertThat(r.c.daif).isEqualTo(0x3c0);
        r.code(Asm.pan(1), Asm.mrs(0, SysReg.PAN), Asm.pan(0), Asm.mrs(1, SysReg.PAN)).steps(4);
        assertThat(r.c.x[0]).isEqualTo(1 << 22);
        assertThat(r.c.x[1]).isZero();
        r.code(
                        Asm.uao(1),
                        Asm.mrs(0, SysReg.UAO),
                        Asm.mrs(2, SysReg.CurrentEL),
                        Asm.mrs(3, SysReg.SPSel))
                .steps(4);
        assertThat(r.c.x[0]).isEqualTo(1 << 23);
        assertThat(r.c.x[2]).isEqualTo(4);
        assertThat(r.c.x[3]).isEqualTo(1);
        r.c.nzcv = 0x9000_0000;
        r.code(Asm.mrs(0, SysReg.NZCV), Asm.msr(SysReg.NZCV, 4), Asm.mrs(5, SysReg.NZCV));
        r.c.x[4] = -1;
        r.steps(3);
        assertThat(r.c.x[0]).isEqualTo(0x9000_0000L);
        assertThat(r.c.x[5]).isEqualTo(0xf000_0000L);
    }

    @Test
    void umaLetsEl0Mask() {
        Rig r =
                Rig.a57()
                        .map()
                        .sctlr(1 << 9, 0)
                        .code(Asm.daifSet(2), Asm.mrs(0, SysReg.DAIF))
                        .el(0);
        r.c.daif = 0;
        r.steps(2);
        assertThat(r.c.x[0]).isEqualTo(0x80);
    }

    @Test
    void panActsFromTheNextInstructionOn() {
        Rig r =
                Rig.n1()
                        .map()
                        .code(
                                Asm.ldr(0, 1, 0),
                                Asm.pan(1),
                                Asm.ldtr(2, 1),
                                Asm.sttr(2, 1),
                                Asm.ldr(0, 1, 0));
        r.c.x[1] = Rig.USER;
        r.poke(Rig.USER, 99);
        r.steps(4);
        assertThat(r.c.x[2]).isEqualTo(99);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_000fL);
        assertThat(r.c.retired).isEqualTo(4);
    }

    @Test
    void uaoMakesUnprivilegedAccessesPrivileged() {
        Rig r = Rig.n1().map().code(Asm.uao(1), Asm.ldtr(2, 1), Asm.uao(0), Asm.ldtr(2, 1));
        r.c.x[1] = Rig.KERNEL;
        r.poke(Rig.KERNEL, 7);
        r.steps(3);
        assertThat(r.c.x[2]).isEqualTo(7);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_000fL);
        Rig user = Rig.n1().map().code(Asm.ldtr(2, 1));
        user.c.setPan(true);
        user.c.uao = true;
        user.c.x[1] = Rig.USER;
        user.step();
        assertThat(user.sys(SysReg.ESR_EL1)).as("PAN applies again").isEqualTo(0x9600_000fL);
    }

    @ParameterizedTest(name = "FPEN {0}, TFP {1}: EL1 {2}, EL0 {3}")
    @CsvSource({
        "0, 0, EL1, EL1",
        "1, 0, runs, EL1",
        "2, 0, EL1, EL1",
        "3, 0, runs, runs",
        "0, 1, EL1, EL1",
        "1, 1, EL2, EL1",
        "3, 1, EL2, EL2"
    })
    void fpTraps(int fpen, int tfp, String el1, String el0) {
        for (int el = 0; el < 2; el++) {
            for (int word :
                    new int[] {
                        Asm.FMOV, Asm.strQ(0, 1), Asm.ld1Bytes(0, 1), Asm.mrs(0, SysReg.FPSR)
                    }) {
                Rig r = Rig.a57().map().code(word).el(el);
                SystemRegisters.write(r.c, SysReg.CPACR_EL1, (long) fpen << 20);
                SystemRegisters.write(r.c, SysReg.CPTR_EL2, (long) tfp << 10);
                r.c.x[1] = Rig.USER;
                r.step();
                String where = !r.traps.isEmpty() ? "EL2" : r.c.pc == CODE + 4 ? "runs" : "EL1";
                assertThat(where).as("word %08x at EL%d", word, el).isEqualTo(el == 1 ? el1 : el0);
                long esr = where.equals("EL2") ? r.trap().esr() : r.sys(SysReg.ESR_EL1);
                assertThat(esr).isEqualTo(where.equals("runs") ? 0 : 0x1fe0_0000L);
            }
        }
    }

    @Test
    void theVectorBaseDropsItsLowBitsAndIsUsedAtOnce() {
        Rig r = Rig.a57().map().code(Asm.msr(SysReg.VBAR_EL1, 1), Asm.svc(0));
        r.c.x[1] = VECTORS + 0x800 + 0x7ff;
        r.steps(2);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x800 + 0x200);
    }

    // Exclusives

    @Test
    void anExclusivePairSucceedsOnceAndOnlyWhereItWasLoaded() {
        Rig r = Rig.a57().map();
        r.c.x[1] = Rig.USER;
        r.c.x[2] = 5;
        r.code(Asm.ldxr(0, 1), Asm.stxr(3, 2, 1), Asm.stxr(4, 2, 1)).steps(3);
        assertThat(r.c.x[3]).isZero();
        assertThat(r.c.x[4]).as("without a load").isEqualTo(1);
        assertThat(r.peek(Rig.USER)).isEqualTo(5);
        r.c.x[2] = 6;
        r.c.x[5] = Rig.USER + 8;
        r.code(Asm.ldxr(0, 1), Asm.stxr(3, 2, 5), Asm.stxr(4, 2, 1)).steps(3);
        assertThat(r.c.x[3]).as("elsewhere").isEqualTo(1);
        assertThat(r.c.x[4]).as("the failure opened the monitor").isEqualTo(1);
        r.code(Asm.ldxrW(0, 1), Asm.stxr(3, 2, 1)).steps(2);
        assertThat(r.c.x[3]).as("another width").isEqualTo(1);
        r.code(Asm.ldxr(0, 1), Asm.CLREX, Asm.stxr(3, 2, 1)).steps(3);
        assertThat(r.c.x[3]).as("CLREX").isEqualTo(1);
        assertThat(r.peek(Rig.USER)).isEqualTo(5);
        r.code(Asm.ldxp(0, 6, 1), Asm.stxp(3, 2, 2, 1)).steps(2);
        assertThat(r.c.x[3]).isZero();
        assertThat(r.peek(Rig.USER + 8)).isEqualTo(6);
    }

    @Test
    void anExclusivePairAcrossAnExceptionFails() {
        Rig r = Rig.a57().map();
        r.codeAt(VECTORS + 0x400, Asm.ERET);
        r.c.x[1] = Rig.USER;
        r.code(Asm.ldxr(0, 1), Asm.svc(0), Asm.stxr(3, 2, 1)).el(0);
        r.steps(4);
        assertThat(r.c.el).isZero();
        assertThat(r.c.x[3]).isEqualTo(1);
    }

    @Test
    void aStoreExclusiveThatFaultsLeavesTheStatusAlone() {
        Rig r = Rig.a57().map();
        r.c.x[1] = Rig.CONSTANT;
        r.c.x[3] = 77;
        r.code(Asm.ldxr(0, 1), Asm.stxr(3, 2, 1)).steps(2);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_004fL);
        assertThat(r.c.x[3]).isEqualTo(77);
    }

    @Test
    void anAtomicThatCannotWriteFaultsAsAWriteAndChangesNothing() {
        Rig r = Rig.n1().map().code(Asm.ldadd(2, 3, 1));
        r.c.x[1] = Rig.CONSTANT;
        r.c.x[3] = 77;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_004fL);
        assertThat(r.c.x[3]).isEqualTo(77);
        r.code(Asm.ldadd(2, 3, 1)).c.x[1] = Rig.HOLE;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1))
                .as("a read would fault too: WnR 0")
                .isEqualTo(0x9600_0007L);
        r.code(Asm.ldadd(2, 3, 1)).c.x[1] = Rig.USER + 4;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0021L);
    }

    // 16 bytes at once

    @Test
    void aQuadAsksForItsOwnAlignmentAndElementsForTheirs() {
        Rig r = Rig.a57().map();
        r.c.sys[SysReg.CPACR_EL1] = 3 << 20;
        r.c.updateFp();
        r.c.x[1] = Rig.DEVICE + 8;
        r.code(Asm.ldrQ(0, 1)).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0021L);
        r.code(Asm.strQ(0, 1)).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0061L);
        r.c.x[1] = Rig.DEVICE + 1;
        r.poke(Rig.DEVICE, 0x0807_0605_0403_0201L);
        r.poke(Rig.DEVICE + 8, 0x100f_0e0d_0c0b_0a09L);
        r.poke(Rig.DEVICE + 16, 0x11);
        long before = r.c.retired;
        r.code(Asm.ld1Bytes(0, 1)).step();
        assertThat(r.c.retired).as("bytes need none").isEqualTo(before + 1);
        assertThat(r.c.v[0]).isEqualTo(0x0908_0706_0504_0302L);
        assertThat(r.c.v[1]).isEqualTo(0x1110_0f0e_0d0c_0b0aL);
        r.code(Asm.ld1Words(0, 1)).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0021L);
        r.c.x[1] = Rig.USER + 8;
        r.code(Asm.strQ(0, 1), Asm.ldrQ(1, 1)).steps(2);
        assertThat(r.c.v[2]).isEqualTo(r.c.v[0]);
        assertThat(r.c.v[3]).isEqualTo(r.c.v[1]);
        r.sctlr(2, 0).code(Asm.ldrQ(0, 1)).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9600_0021L);
    }
}
