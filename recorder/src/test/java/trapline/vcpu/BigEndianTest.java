package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.SysReg;
import trapline.mmu.Tables;

/** What ID_AA64MMFR0_EL1.BigEnd announces; DDI 0487, B2.6 and SCTLR_EL1. */
@DisplayName("Big-endian data")
class BigEndianTest {
    private static final long E0E = 1 << 24;
    private static final long EE = 1 << 25;

    /** At {@link Rig#USER}: bytes 01 02 03 ... 10. */
    private static final long LOW = 0x0807_0605_0403_0201L;

    private static final long HIGH = 0x100f_0e0d_0c0b_0a09L;

    private static Rig rig(long sctlr) {
        Rig r = Rig.a57().map();
        if ((sctlr & EE) != 0) {
            reverseTables(r);
        }
        r.sctlr(sctlr, 0);
        r.poke(Rig.USER, LOW);
        r.poke(Rig.USER + 8, HIGH);
        r.c.x[1] = Rig.USER;
        return r;
    }

    private static void reverseTables(Rig r) {
        for (long at = Rig.POOL; at < Rig.POOL + 0x8000; at += 8) {
            r.poke(at, Long.reverseBytes(r.peek(at)));
        }
    }

    @ParameterizedTest(name = "EL{0}, EE {1}, E0E {2}: {3}")
    @CsvSource({
        "1, 0, 0, 0807060504030201",
        "1, 1, 0, 0102030405060708",
        "1, 0, 1, 0807060504030201",
        "1, 1, 1, 0102030405060708",
        "0, 0, 0, 0807060504030201",
        "0, 1, 0, 0807060504030201",
        "0, 0, 1, 0102030405060708",
        "0, 1, 1, 0102030405060708"
    })
    void eachLevelHasItsBit(int el, int ee, int e0e, String loaded) {
        Rig r = rig(ee * EE | e0e * E0E).code(Asm.ldr(2, 1, 0), Asm.str(2, 1, 16)).el(el);
        r.steps(2);
        assertThat(r.c.x[2]).isEqualTo(Long.parseLong(loaded, 16));
        assertThat(r.peek(Rig.USER + 16)).isEqualTo(LOW);
    }

    @ParameterizedTest(name = "EE {0}, E0E {1}: {2}")
    @CsvSource({
        "0, 1, 0807060504030201",
        "1, 0, 0102030405060708",
    })
    void unprivilegedLoadsAtEl1HaveTheOrderOfEl1(int ee, int e0e, String loaded) {
        Rig r = rig(ee * EE | e0e * E0E).code(Asm.ldr(3, 1, 0)).el(0).step();
        r.code(Asm.ldtr(2, 1), Asm.sttr(2, 1)).el(1).steps(2);
        assertThat(r.c.x[2]).isEqualTo(Long.parseLong(loaded, 16));
        assertThat(r.peek(Rig.USER)).isEqualTo(LOW);
    }

    @Test
    void everyElementIsReversedInItsOwnWidth() {
        Rig r = rig(EE);
        r.code(Asm.ldrW(2, 1), Asm.ldrb(3, 1), Asm.ldp(4, 5, 1), Asm.ldxp(6, 7, 1)).steps(4);
        assertThat(r.c.x[2]).isEqualTo(0x01020304L);
        assertThat(r.c.x[3]).isEqualTo(1);
        assertThat(r.c.x[4]).isEqualTo(r.c.x[6]).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(r.c.x[5]).isEqualTo(r.c.x[7]).isEqualTo(0x090a_0b0c_0d0e_0f10L);
    }

    @Test
    void aSimdRegisterIsOneNumberAndAStructureHasElements() {
        Rig r = rig(EE);
        SystemRegisters.write(r.c, SysReg.CPACR_EL1, 3 << 20);
        r.code(Asm.ldrQ(0, 1), Asm.ld1Words(1, 1), Asm.ld1Bytes(2, 1)).steps(3);
        assertThat(r.c.v[0]).isEqualTo(0x090a_0b0c_0d0e_0f10L);
        assertThat(r.c.v[1]).isEqualTo(0x0102_0304_0506_0708L);
        assertThat(r.c.v[2]).isEqualTo(0x0506_0708_0102_0304L);
        assertThat(r.c.v[4]).isEqualTo(LOW);
        r.c.x[1] = Rig.USER + 32;
        r.code(Asm.strQ(0, 1)).step();
        assertThat(r.peek(Rig.USER + 32)).isEqualTo(LOW);
        assertThat(r.peek(Rig.USER + 40)).isEqualTo(HIGH);
    }

    @Test
    void anAccessMayCrossAPage() {
        Rig r = rig(EE);
        r.c.x[1] = Rig.USER + 0xffd;
        r.c.x[2] = 0x1122_3344_5566_7788L;
        r.code(Asm.str(2, 1, 0), Asm.ldr(3, 1, 0)).steps(2);
        assertThat(r.c.x[3]).isEqualTo(r.c.x[2]);
        assertThat(r.peek(Rig.USER + 0xff8) >>> 40).isEqualTo(0x332211);
        assertThat(r.peek(Rig.USER + 0x1000) & 0xff_ffff_ffffL).isEqualTo(0x8877_6655_44L);
    }

    @Test
    void aGuestsStoreToADescriptorIsSeenAtOnce() {
        Rig r = rig(0);
        long table = r.tables.descriptor(Rig.KERNEL, 3);
        long leaf = Tables.leaf(Rig.USER, 3, Tables.AF);
        r.tables.map(Rig.HOLE, table & -4096L, 3, Tables.AF);
        reverseTables(r);
        r.sctlr(EE, 0);
        r.c.x[1] = Rig.KERNEL;
        r.c.x[4] = Rig.HOLE + (table & 0xfff);
        r.c.x[5] = leaf;
        r.code(Asm.ldr(2, 1, 0), Asm.str(5, 4, 0), Asm.ldr(3, 1, 0)).steps(3);
        assertThat(r.c.x[2]).isZero();
        assertThat(r.c.x[3]).isEqualTo(0x0102_0304_0506_0708L);
    }

    @Test
    void theBitsAreStorageAndTakeEffectAtTheNextInstruction() {
        Rig r = rig(0);
        r.c.x[3] = r.sys(SysReg.SCTLR_EL1) | E0E;
        r.code(Asm.msr(SysReg.SCTLR_EL1, 3), Asm.mrs(2, SysReg.SCTLR_EL1)).steps(2);
        assertThat(r.c.x[2]).isEqualTo(r.c.x[3]);
        assertThat(r.events).isEmpty();
        r.code(Asm.ldr(2, 1, 0)).el(0).step();
        assertThat(r.c.x[2]).isEqualTo(0x0102_0304_0506_0708L);
    }
}
