package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.USER;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.isa.SysReg;
import trapline.mmu.Tables;

@DisplayName("Instruction fetch: code that changes, moves and crosses pages")
class CodeTest {
    /** A window on the code page through which EL1 may store. */
    private static final long WINDOW = Rig.RAM + 0x9_0000;

    /** Two executable pages one after the other, in frames that are not. */
    private static final long PAGES = Rig.RAM + 0xa_0000;

    private final Rig r = Rig.a57().map();

    @BeforeEach
    void map() {
        r.tables.map(WINDOW, CODE, 3, Tables.AF);
        r.tables.map(PAGES, Rig.RAM + 0xb_0000, 3, Tables.AF | Tables.AP_PRIV_RO);
        r.tables.map(PAGES + 0x1000, Rig.RAM + 0xd_0000, 3, Tables.AF | Tables.AP_PRIV_RO);
        r.tables.map(PAGES + 0x3000, r.tables.descriptor(PAGES, 3) & -4096L, 3, Tables.AF);
    }

    @Test
    void aStoreIntoTheRunningLineIsExecuted() {
        r.code(Asm.strW(0, 1), Asm.movz(2, 1), Asm.NOP);
        r.c.x[0] = Asm.movz(2, 42);
        r.c.x[1] = WINDOW + 4;
        r.run(2);
        assertThat(r.c.x[2]).isEqualTo(42);
    }

    @Test
    void codeExecutedBeforeIsForgottenWhenItChanges() {
        r.code(Asm.movz(2, 1), Asm.b(-1));
        r.run(20);
        assertThat(r.c.x[2]).isEqualTo(1);
        long page = CODE + 0x800;
        r.codeAt(page, Asm.strW(0, 1), Asm.b((int) (CODE - page - 4) / 4));
        r.c.x[0] = Asm.movz(2, 2);
        r.c.x[1] = WINDOW;
        r.c.pc = page;
        r.run(3);
        assertThat(r.c.x[2]).isEqualTo(2);
        // The second change finds the page's write entry closed again.
        r.c.x[0] = Asm.movz(2, 3);
        r.c.pc = page;
        r.run(3);
        assertThat(r.c.x[2]).isEqualTo(3);
    }

    @Test
    void aPageThatWasOpenForStoresBeforeItRanIsWatched() {
        r.c.mmu.store64(WINDOW + 0x400, 1);
        r.c.mmu.store64(WINDOW + 0x408, 1);
        r.codeAt(CODE, Asm.movz(2, 1));
        r.c.mmu.store64(WINDOW + 0x400, 1);
        r.run(1);
        r.c.mmu.store32(WINDOW, Asm.movz(2, 2));
        r.c.pc = CODE;
        r.run(1);
        assertThat(r.c.x[2]).isEqualTo(2);
    }

    @Test
    void aStoreOfEveryWidthAndPlaceIsSeen() {
        long[][] changes = {{1, 0}, {1, 1}, {1, 2}, {2, 0}, {4, 0}, {8, -4}, {8, -6}, {2, 2}};
        for (long[] change : changes) {
            Rig q = Rig.a57().map();
            q.tables.map(WINDOW, CODE, 3, Tables.AF);
            int old = Asm.movz(2, 0x1234);
            int fresh = Asm.movz(2, 0x4321) ^ 1; // into X3
            q.codeAt(CODE + 0x7c, Asm.NOP, old, Asm.NOP);
            q.c.pc = CODE + 0x7c;
            q.run(3);
            assertThat(q.c.x[2]).isEqualTo(0x1234);
            int bytes = (int) change[0];
            long at = WINDOW + 0x80 + change[1];
            long value = 0;
            for (int k = 0; k < bytes; k++) {
                long offset = change[1] + k;
                int word = offset < 0 ? Asm.NOP : offset < 4 ? fresh : Asm.NOP;
                value |= (long) (word >>> (int) (8 * (offset & 3)) & 0xff) << 8 * k;
            }
            switch (bytes) {
                case 1 -> q.c.mmu.store8(at, value);
                case 2 -> q.c.mmu.store16(at, value);
                case 4 -> q.c.mmu.store32(at, value);
                default -> q.c.mmu.store64(at, value);
            }
            int now = (int) q.peek(CODE + 0x80);
            assertThat(now).as("%d bytes at %d", bytes, change[1]).isNotEqualTo(old);
            q.c.pc = CODE + 0x80;
            q.c.x[2] = q.c.x[3] = 0;
            q.run(1);
            long decoded = now >>> 5 & 0xffffL;
            assertThat(q.c.x[now & 31]).as("%08x", now).isEqualTo(decoded);
        }
    }

    @Test
    void aStoreAcrossTheEndOfAPageOfCodeIsSeenOnBothSides() {
        r.codeAt(Rig.RAM + 0xb_0ffc, Asm.movz(2, 1));
        r.codeAt(Rig.RAM + 0xd_0000, Asm.movz(3, 1), Asm.NOP);
        r.c.pc = PAGES + 0xffc;
        r.run(2);
        r.tables.map(WINDOW + 0x1000, Rig.RAM + 0xb_0000, 3, Tables.AF);
        r.tables.map(WINDOW + 0x2000, Rig.RAM + 0xd_0000, 3, Tables.AF);
        r.c.mmu.store64(
                WINDOW + 0x1ffc, Asm.movz(2, 7) & 0xffff_ffffL | (long) Asm.movz(3, 8) << 32);
        r.c.pc = PAGES + 0xffc;
        r.run(2);
        assertThat(r.c.x[2]).isEqualTo(7);
        assertThat(r.c.x[3]).isEqualTo(8);
    }

    @Test
    void straightCodeGoesOnInTheNextPagesFrame() {
        r.codeAt(Rig.RAM + 0xb_0ff8, Asm.movz(2, 1), Asm.movz(3, 2));
        r.codeAt(Rig.RAM + 0xd_0000, Asm.movz(4, 3), Asm.b(-2));
        r.codeAt(Rig.RAM + 0xc_0000, Asm.movz(4, 99));
        r.c.pc = PAGES + 0xff8;
        r.run(5);
        assertThat(r.c.x[4]).isEqualTo(3);
        assertThat(r.c.pc).as("after the branch back").isEqualTo(PAGES + 0x1000);
        assertThat(r.c.retired).isEqualTo(5);
    }

    @Test
    void aFetchFaultInTheMiddleOfARunIsExact() {
        r.codeAt(Rig.RAM + 0xd_0ff8, Asm.movz(2, 1), Asm.movz(3, 2));
        r.c.pc = PAGES + 0x1ff8;
        r.steps(3);
        assertThat(r.c.x[3]).isEqualTo(2);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x8600_0007L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(PAGES + 0x2000);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(PAGES + 0x2000);
        assertThat(r.c.retired).isEqualTo(2);
    }

    @Test
    void theReturnAddressOfACallAtTheEndOfAPageIsInTheNext() {
        r.codeAt(Rig.RAM + 0xb_0ffc, Asm.blr(9));
        r.c.x[9] = CODE;
        r.code(Asm.RET);
        r.c.pc = PAGES + 0xffc;
        r.run(2);
        assertThat(r.c.pc).isEqualTo(PAGES + 0x1000);
    }

    @Test
    void anInstructionPageThatIsRemappedIsFetchedFromItsNewFrame() {
        r.codeAt(Rig.RAM + 0xb_0000, Asm.movz(2, 1), Asm.RET);
        r.codeAt(Rig.RAM + 0xd_0000, Asm.movz(2, 2), Asm.RET);
        long leaf = r.tables.descriptor(PAGES, 3);
        r.code(Asm.blr(9), Asm.str(10, 11, 0), Asm.blr(9));
        r.c.x[9] = PAGES;
        r.c.x[10] = Tables.leaf(Rig.RAM + 0xd_0000, 3, Tables.AF | Tables.AP_PRIV_RO);
        r.c.x[11] = PAGES + 0x3000 + (leaf & 0xfff);
        r.run(3);
        assertThat(r.c.x[2]).isEqualTo(1);
        r.run(4);
        assertThat(r.c.x[2]).isEqualTo(2);
    }

    @Test
    void anInstructionPageThatIsUnmappedFaultsWhenItIsNextEntered() {
        r.codeAt(Rig.RAM + 0xb_0000, Asm.movz(2, 1), Asm.RET);
        long leaf = r.tables.descriptor(PAGES, 3);
        r.code(Asm.blr(9), Asm.str(31, 11, 0), Asm.blr(9));
        r.c.x[9] = PAGES;
        r.c.x[11] = PAGES + 0x3000 + (leaf & 0xfff);
        r.run(5);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x8600_0007L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(PAGES);
        assertThat(r.c.retired).isEqualTo(5);
    }

    @Test
    void anotherLevelFetchesWithItsOwnPermissions() {
        r.tables.map(PAGES, Rig.RAM + 0xb_0000, 3, Tables.AF | Tables.AP_BOTH_RO | Tables.UXN);
        r.codeAt(Rig.RAM + 0xb_0000, Asm.NOP, Asm.ERET);
        r.c.sys[SysReg.SPSR_EL1] = 0;
        r.c.sys[SysReg.ELR_EL1] = PAGES;
        r.c.pc = PAGES;
        r.run(2);
        assertThat(r.c.el).isZero();
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x8200_000fL);
    }

    @Test
    void generationsThatWrapDoNotBringAnOldPageBack() {
        r.codeAt(Rig.RAM + 0xb_0000, Asm.movz(2, 1), Asm.SPIN);
        r.codeAt(Rig.RAM + 0xd_0000, Asm.movz(2, 2), Asm.SPIN);
        long leaf = r.tables.descriptor(PAGES, 3);
        r.c.pc = PAGES;
        r.run(1);
        long generation = r.c.mmu.generation;
        r.tables.write(leaf, Tables.leaf(Rig.RAM + 0xd_0000, 3, Tables.AF | Tables.AP_PRIV_RO));
        do {
            r.c.mmu.regimeChanged();
        } while (r.c.mmu.generation != generation);
        r.c.pc = PAGES;
        r.run(1);
        assertThat(r.c.x[2]).isEqualTo(2);
    }

    @Test
    void dataOnAPageOfCodeIsReadAndWritten() {
        r.code(Asm.str(0, 1, 0), Asm.ldr(2, 1, 0), Asm.addImm(0, 0, 1), Asm.b(-3));
        r.c.x[0] = 100;
        r.c.x[1] = WINDOW + 0x800;
        r.run(4 * 50);
        assertThat(r.c.x[2]).isEqualTo(149);
        assertThat(r.peek(CODE + 0x800)).isEqualTo(149);
    }

    @Test
    void aLiteralIsReadFromWhereTheInstructionIs() {
        r.code(0x58000040, Asm.NOP); // ldr x0, .+8
        r.poke(CODE + 8, 0x0123_4567_89ab_cdefL);
        r.run(1);
        assertThat(r.c.x[0]).isEqualTo(0x0123_4567_89ab_cdefL);
        r.code(0x98000040, Asm.NOP); // ldrsw x0, .+8
        r.run(1);
        assertThat(r.c.x[0]).isEqualTo(0xffff_ffff_89ab_cdefL);
    }

    @Test
    void writebackHappensOnlyWhenTheAccessSucceeds() {
        r.code(Asm.ldrPost(0, 1, 8), Asm.strPre(0, 2, -16));
        r.c.x[1] = USER + 0x1ffc;
        r.c.x[2] = Rig.CONSTANT + 0x100;
        r.step();
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(USER + 0x2000);
        assertThat(r.c.x[1]).isEqualTo(USER + 0x1ffc);
        r.c.pc = CODE + 4;
        r.step();
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(Rig.CONSTANT + 0xf0);
        assertThat(r.c.x[2]).isEqualTo(Rig.CONSTANT + 0x100);
        r.c.x[1] = USER;
        r.c.x[2] = USER + 0x20;
        r.c.pc = CODE;
        r.steps(2);
        assertThat(r.c.x[1]).isEqualTo(USER + 8);
        assertThat(r.c.x[2]).isEqualTo(USER + 0x10);
    }
}
