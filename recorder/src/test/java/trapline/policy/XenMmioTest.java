package trapline.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.event.Action;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName(
        "Device accesses under Xen: xen/arch/arm/io.c, decode.c, traps.c:do_trap_stage2_abort_guest")
class XenMmioTest {
    private static final long UART = 0x2200_0018L;
    private static final long NOTHING = 0x5000_0000L;
    private static final long NO_SYNDROME_READ = 0x9200_0007L;
    private static final long NO_SYNDROME_WRITE = 0x9200_0047L;

    private static Bench bench() {
        return new Bench(new XenPersonality(XenSettings.standard(), CpuModel.CORTEX_A57));
    }

    private static Bench ignoringUnmapped() {
        XenSettings s = XenSettings.standard().withTrapUnmappedAccesses(false);
        return new Bench(new XenPersonality(s, CpuModel.CORTEX_A57));
    }

    @ParameterizedTest(name = "{0} of 0x{1} reads {2}")
    @CsvSource({
        "LDRB W, 180, 0x80, 0, false, true",
        "LDRSB W, 180, 0xffffffffffffff80, 0, true, false",
        "LDRSH W, ffff8001, 0xffffffffffff8001, 1, true, false",
        "LDRSW X, 80000000, 0xffffffff80000000, 2, true, true",
        "LDR X, ffffffffffffffff, 0xffffffffffffffff, 3, false, true"
    })
    void aLoadIsCutToItsWidthAndASignedOneFillsAll64Bits(
            String name, String device, String result, int size, boolean signed, boolean wide) {
        Bench b = bench();
        b.platform.deviceValue = Long.parseUnsignedLong(device, 16);
        b.access(Bench.dataAbortEsr(false, size, signed, 7, wide), UART, true);
        assertThat(b.c.x[7]).as(name).isEqualTo(Long.parseUnsignedLong(result.substring(2), 16));
        assertThat(b.trap.action).isEqualTo(Action.EMULATE);
        assertThat(b.trap.value).isEqualTo(b.c.x[7]);
        assertThat(b.rule()).isEqualTo("xen/data_abort/device/read");
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        assertThat(b.retired).isTrue();
    }

    @Test
    void aStoreHandsOverTheRegisterCutToTheWidthAndXzrIsZero() {
        Bench b = bench();
        b.c.x[7] = 0x1234_5678_9abc_def0L;
        b.access(Bench.dataAbortEsr(true, 1, false, 7, false), UART, true);
        assertThat(b.platform.lastAccess).isEqualTo("write 2 at 3+0x18 = 0xdef0");
        assertThat(b.trap.value).isEqualTo(0xdef0);
        b.access(Bench.dataAbortEsr(true, 3, false, 31, true), UART, true);
        assertThat(b.platform.lastAccess).isEqualTo("write 8 at 3+0x18 = 0x0");
    }

    @Test
    void aRefusingDeviceGivesADataAbortUnderARuleOfItsOwn() {
        Bench b = bench();
        b.c.x[7] = 99;
        b.platform.deviceRefuses = true;
        b.access(Bench.dataAbortEsr(false, 2, false, 7, false), UART, true);
        assertThat(b.c.x[7]).isEqualTo(99);
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        assertThat(b.trap.injectedEsr).isEqualTo(0x9600_0000L);
        assertThat(b.rule()).isEqualTo("xen/data_abort/device/read/access=refused");
        assertThat(b.platform.log).hasSize(1);
        assertThat(b.retired).isFalse();
    }

    @Test
    void anAccessToNothingAbortsOrReadsAllOnesOfItsWidth() {
        Bench b = bench().access(Bench.dataAbortEsr(false, 2, false, 7, false), NOTHING, false);
        assertThat(b.rule()).isEqualTo("xen/data_abort/unmapped/read/trap-unmapped-accesses=on");
        assertThat(b.trap.flags).isEqualTo(0xc);
        b =
                ignoringUnmapped()
                        .access(Bench.dataAbortEsr(false, 1, false, 7, false), NOTHING, false);
        assertThat(b.c.x[7]).isEqualTo(0xffff);
        assertThat(b.rule()).isEqualTo("xen/data_abort/unmapped/read/trap-unmapped-accesses=off");
        assertThat(b.trap.flags).isEqualTo(0x4);
        b = ignoringUnmapped().access(Bench.dataAbortEsr(true, 1, false, 7, false), NOTHING, false);
        assertThat(b.trap.action).isEqualTo(Action.WI);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'STRB W1, [X2], #1',    0x38001441, write 1 at 3+0x18 = 0x88, 1",
        "'STRH W1, [X2], #-2',   0x781fe441, write 2 at 3+0x18 = 0x7788, -2",
        "'STR W1, [X2], #4',     0xb8004441, write 4 at 3+0x18 = 0x55667788, 4",
        "'STR X1, [X2], #255',   0xf80ff441, write 8 at 3+0x18 = 0x1122334455667788, 255",
        "'LDR W1, [X2], #-256',  0xb8500441, read 4 at 3+0x18, -256",
        "'LDRB W1, [X2], #1',    0x38401441, read 1 at 3+0x18, 1"
    })
    void withoutSyndromeAPostIndexAccessIsDecodedAndItsBaseMoves(
            String name, String word, String access, int step) {
        Bench b = bench();
        int insn = (int) Long.parseLong(word.substring(2), 16);
        b.c.x[1] = 0x1122_3344_5566_7788L;
        b.c.x[2] = 0x9000;
        b.platform.deviceValue = 0xffff_ffff_ffff_fff5L;
        boolean load = access.startsWith("read");
        b.access(load ? NO_SYNDROME_READ : NO_SYNDROME_WRITE, UART, true, insn);
        assertThat(b.platform.lastAccess).as(name).isEqualTo(access);
        assertThat(b.c.x[2]).isEqualTo(0x9000L + step);
        if (load) {
            assertThat(b.c.x[1]).isEqualTo(access.startsWith("read 1") ? 0xf5 : 0xffff_fff5L);
        }
        assertThat(b.rule()).contains("/no-syndrome/").endsWith("decode=post-index");
        assertThat(b.platform.log.getFirst()).startsWith("(XEN) d1v0 opcode->ldr_str.rt = 0x1, ");
    }

    @Test
    void aPostIndexAccessThroughSpMovesTheCurrentStackPointer() {
        Bench b = bench();
        b.c.x[31] = 0x8000;
        b.access(NO_SYNDROME_WRITE, UART, true, 0xb800_47e1); // STR W1, [SP], #4
        assertThat(b.c.x[31]).isEqualTo(0x8004);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'STP X0, X1, [X2]',      0xa9000440, Decoding instruction 0xa9000440 is not supported",
        "'STR X1, [X2, #8]!',     0xf8008c41, Decoding instruction 0xf8008c41 is not supported",
        "'STR Q1, [X2], #16',     0x3c810441, ldr/str post indexing for vector types are not supported",
        "'LDRSB X1, [X2], #1',    0x38801441, Decoding ldr/str post indexing is not supported for this variant",
        "'STR X2, [X2], #8',      0xf8008442, Rn should not be equal to Rt except for r31"
    })
    void anythingElseWithoutSyndromeIsLoggedAndAborts(String name, String word, String why) {
        Bench b = bench();
        int insn = (int) Long.parseLong(word.substring(2), 16);
        b.c.x[2] = 0x9000;
        b.access(NO_SYNDROME_WRITE, UART, true, insn);
        assertThat(b.platform.log.subList(0, 3))
                .as(name)
                .containsExactly(
                        "(XEN) d1v0 " + why,
                        "(XEN) d1v0 unhandled Arm instruction " + word,
                        "(XEN) d1v0 Unable to decode instruction");
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        assertThat(b.c.x[2]).isEqualTo(0x9000);
        assertThat(b.c.sys[SysReg.ESR_EL1]).isEqualTo(0x9600_0000L);
        assertThat(b.platform.lastAccess).isEmpty();
    }

    @Test
    void aDecodedAccessToNothingAbortsOrReadsAllOnes() {
        Bench b = bench().access(NO_SYNDROME_READ, NOTHING, false, 0xb840_4441); // LDR W1, [X2], #4
        assertThat(b.c.sys[SysReg.FAR_EL1]).isEqualTo(b.c.exit.far);
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        assertThat(b.rule()).isEqualTo("xen/data_abort/unmapped/read/trap-unmapped-accesses=on");
        b = ignoringUnmapped().access(NO_SYNDROME_READ, NOTHING, false, 0xb840_4441);
        assertThat(b.c.x[1]).isEqualTo(0xffff_ffffL);
        assertThat(b.c.x[2]).isEqualTo(4);
    }

    @Test
    void aFaultOnATableWalkAbortsAndCacheMaintenanceOfADeviceIsSkipped() {
        Bench b = bench().access(NO_SYNDROME_READ | 1 << 7, UART, true);
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        b = bench().access(NO_SYNDROME_WRITE | 1 << 8, UART, true);
        assertThat(b.trap.action).isEqualTo(Action.WI);
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
        b = bench().access(NO_SYNDROME_WRITE | 1 << 8, NOTHING, false);
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
    }

    @Test
    void aPermissionFaultIsRetriedAndAnotherStatusWarnsAndAborts() {
        Bench b = bench().access(0x9300_000fL, NOTHING, false);
        assertThat(b.trap.action).isEqualTo(Action.RETRY);
        assertThat(b.c.pc).isEqualTo(Bench.PC);
        b = bench().access(0x9300_000bL, NOTHING, false); // access flag, level 3
        assertThat(b.trap.action).isEqualTo(Action.ABORT);
        assertThat(b.platform.log.getFirst())
                .isEqualTo("(XEN) d1v0 Unsupported FSC: HSR=0x0000009300000b DFSC=0xb");
    }

    @Test
    void anExternalAbortBecomesAVirtualSerror() {
        Bench b = bench().access(0x9200_0210L, NOTHING, false);
        assertThat(b.trap.action).isEqualTo(Action.SERROR);
        assertThat(b.c.vserror).isTrue();
        assertThat(b.c.pc).isEqualTo(Bench.PC);
    }

    @Test
    void theGicv2CpuInterfaceIsMappedOnItsFirstAccess() {
        XenArgs args = XenArgs.parse("", true, true);
        XenSettings s = XenSettings.of(true, true, args, 2, 0x0300_2000L);
        Bench b = new Bench(new XenPersonality(s, CpuModel.CORTEX_A57));
        b.platform.mapsDirect = true;
        b.access(Bench.dataAbortEsr(true, 2, false, 1, false), 0x0300_2004L, true);
        assertThat(b.trap.action).isEqualTo(Action.RETRY);
        assertThat(b.c.pc).isEqualTo(Bench.PC);
        assertThat(b.retired).isFalse();
        assertThat(b.platform.lastAccess).isEmpty();
        b.platform.mapsDirect = false; // a machine that cannot map: the device is emulated
        b.access(Bench.dataAbortEsr(true, 2, false, 1, false), 0x0300_3ffcL, true);
        assertThat(b.trap.action).isEqualTo(Action.EMULATE);
        assertThat(b.rule()).isEqualTo("xen/data_abort/device/write");
        assertThat(b.c.pc).isEqualTo(Bench.PC + 4);
    }
}
