package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.CpuModel;
import trapline.isa.SysReg;

@DisplayName(
        "Exceptions taken at EL1: syndrome, return address, fault address, PSTATE, retired (DDI 0487, D1.3)")
class ExceptionTest {
    private static final long NO_FAR = 0x5555_5555_5555_5555L;

    /**
     * One instruction at CODE. X0 USER+1, X1 HOLE+0x123, X2 CONSTANT+8, X3 KERNEL+8, X4 DEVICE+4,
     * X5 HOLE+0x10, X6 0. FAR "-" is left as it was.
     */
    @ParameterizedTest(name = "{0} at EL{1}: ESR {3}")
    @CsvSource(
            textBlock =
                    """
                    svc #0x1234,              0, 0xd4024681, 0x56001234,  4, -,       1
                    svc #0,                   1, 0xd4000001, 0x56000000,  4, -,       1
                    brk #0x800,               0, 0xd4210000, 0xf2000800,  0, -,       0
                    brk #0x800,               1, 0xd4210000, 0xf2000800,  0, -,       0
                    udf #0,                   0, 0x00000000, 0x02000000,  0, -,       0
                    udf #0xffff,              1, 0x0000ffff, 0x02000000,  0, -,       0
                    hlt #0,                   1, 0xd4400000, 0x02000000,  0, -,       0
                    dcps1,                    1, 0xd4a00001, 0x02000000,  0, -,       0
                    drps,                     1, 0xd6bf03e0, 0x02000000,  0, -,       0
                    hvc #0,                   0, 0xd4000002, 0x02000000,  0, -,       0
                    smc #0,                   0, 0xd4000003, 0x02000000,  0, -,       0
                    smc #0 without TSC,       1, 0xd4000003, 0x02000000,  0, -,       0
                    eret,                     0, 0xd69f03e0, 0x02000000,  0, -,       0
                    unallocated,              0, 0xffffffff, 0x02000000,  0, -,       0
                    an LSE atomic on v8.0,    1, 0xf8200000, 0x02000000,  0, -,       0
                    msr pan on v8.0,          1, 0xd500419f, 0x02000000,  0, -,       0
                    mrs x0 sctlr_el1,         0, 0xd5381000, 0x02000000,  0, -,       0
                    msr daifset #2 UMA 0,     0, 0xd50342df, 0x620cd3e4,  0, -,       0
                    mrs x7 daif UMA 0,        0, 0xd53b4227, 0x6232d0e5,  0, -,       0
                    msr spsel #1,             0, 0xd50041bf, 0x02000000,  0, -,       0
                    mrs x0 sp_el0 at EL1t,    1, 0xd5384100, 0x02000000,  0, -,       0
                    fmov d0 d0,               0, 0x1e604000, 0x1fe00000,  0, -,       0
                    fmov d0 d0,               1, 0x1e604000, 0x1fe00000,  0, -,       0
                    mrs x0 fpcr,              1, 0xd53b4400, 0x1fe00000,  0, -,       0
                    ldr q0 [x0],              0, 0x3dc00000, 0x1fe00000,  0, -,       0
                    ldr x7 [x1],              0, 0xf9400027, 0x92000007,  0, hole+0x123, 0
                    ldr x7 [x1],              1, 0xf9400027, 0x96000007,  0, hole+0x123, 0
                    str x7 [x1],              0, 0xf9000027, 0x92000047,  0, hole+0x123, 0
                    str x7 [x2],              0, 0xf9000047, 0x9200004f,  0, constant+8, 0
                    str x7 [x2],              1, 0xf9000047, 0x9600004f,  0, constant+8, 0
                    ldr x7 [x3],              0, 0xf9400067, 0x9200000f,  0, kernel+8, 0
                    ldr x7 [x4],              0, 0xf9400087, 0x92000021,  0, device+4, 0
                    ldxr x7 [x0],             1, 0xc85f7c07, 0x96000021,  0, user+1,  0
                    stxr w7 x7 [x0],          1, 0xc8077c08, 0x96000061,  0, user+1,  0
                    ldar x7 [x0],             0, 0xc8dffc07, 0x92000021,  0, user+1,  0
                    stlr x7 [x0],             0, 0xc89ffc07, 0x92000061,  0, user+1,  0
                    ldp x7 x8 [x1],           0, 0xa9402027, 0x92000007,  0, hole+0x123, 0
                    dc zva x1,                1, 0xd50b7421, 0x96000047,  0, hole+0x123, 0
                    dc zva x4 Device memory,  1, 0xd50b7424, 0x96000061,  0, device+4, 0
                    dc zva x2 read-only,      1, 0xd50b7422, 0x9600004f,  0, constant+8, 0
                    dc civac x1,              1, 0xd50b7e21, 0x96000147,  0, hole+0x123, 0
                    dc cvau x1,               1, 0xd50b7b21, 0x96000147,  0, hole+0x123, 0
                    dc ivac x2 read-only,     1, 0xd5087622, 0x9600014f,  0, constant+8, 0
                    dc cvac x3 UCI 1,         0, 0xd50b7a23, 0x9200014f,  0, kernel+8, 0
                    dc zva x0 DZE 0,          0, 0xd50b7420, 0x6212dc08,  0, -,       0
                    wfi nTWI 0,               0, 0xd503207f, 0x07e00000,  0, -,       0
                    wfe nTWE 0,               0, 0xd503205f, 0x07e00001,  0, -,       0
                    ic iallu,                 0, 0xd508751f, 0x02000000,  0, -,       0
                    tlbi vmalle1,             0, 0xd508871f, 0x02000000,  0, -,       0
                    at s1e0r x0,              0, 0xd5087840, 0x02000000,  0, -,       0
                    """)
    void oneInstruction(
            String what, int el, String word, String esr, int elr, String far, int retired) {
        Rig r = Rig.a57().map();
        boolean uci = what.contains("UCI 1");
        r.sctlr(uci ? 1L << 26 : 0, 1L << 16 | 1L << 18 | 1L << 14 | 1L << 9);
        r.code((int) Long.parseLong(word.substring(2), 16)).el(el);
        Vcpu c = r.c;
        c.x[0] = Rig.USER + 1;
        c.x[1] = Rig.HOLE + 0x123;
        c.x[2] = Rig.CONSTANT + 8;
        c.x[3] = Rig.KERNEL + 8;
        c.x[4] = Rig.DEVICE + 4;
        if (what.contains("EL1t")) {
            c.setLevel(1, false);
        }
        c.nzcv = 0xa000_0000;
        c.daif = 0x240;
        c.sys[SysReg.FAR_EL1] = NO_FAR;
        c.sys[SysReg.ELR_EL1] = 0;
        long spsr = 0xa000_0240L | (el == 0 ? 0 : what.contains("EL1t") ? 4 : 5);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).as("ESR_EL1").isEqualTo(Long.decode(esr));
        assertThat(r.sys(SysReg.ELR_EL1)).as("ELR_EL1").isEqualTo(CODE + elr);
        assertThat(r.sys(SysReg.SPSR_EL1)).as("SPSR_EL1").isEqualTo(spsr);
        assertThat(r.sys(SysReg.FAR_EL1)).as("FAR_EL1").isEqualTo(address(far));
        assertThat(c.pc)
                .as("PC")
                .isEqualTo(VECTORS + (el == 0 ? 0x400 : what.contains("EL1t") ? 0 : 0x200));
        assertThat(c.spsr()).as("PSTATE").isEqualTo(0xa000_03c5L);
        assertThat(c.retired).as("retired").isEqualTo(retired);
        assertThat(r.traps).as("traps to EL2").isEmpty();
        assertThat(c.x[7]).as("destination").isZero();
    }

    private static long address(String s) {
        int plus = s.indexOf('+');
        if (plus < 0) {
            return NO_FAR;
        }
        long base =
                switch (s.substring(0, plus)) {
                    case "hole" -> Rig.HOLE;
                    case "user" -> Rig.USER;
                    case "kernel" -> Rig.KERNEL;
                    case "constant" -> Rig.CONSTANT;
                    default -> Rig.DEVICE;
                };
        return base + Long.decode(s.substring(plus + 1));
    }

    @Test
    void anUnallocatedWordIsCountedAndNamed() {
        Rig r = Rig.a57().code(0xffff_ffff);
        r.step();
        assertThat(r.c.unallocated).isEqualTo(1);
        assertThat(r.events).containsExactly("unallocated ffffffff");
        Rig udf = Rig.a57().code(0);
        udf.step();
        assertThat(udf.c.unallocated).isZero();
    }

    @ParameterizedTest(name = "EL{0}, SP of EL{1}")
    @CsvSource({"0, 0, 0x400", "1, 0, 0x000", "1, 1, 0x200"})
    void vectorsByLevelAndStackPointer(int el, int sp, String quarter) {
        long base = VECTORS + Long.decode(quarter);
        for (int type = 0; type < 4; type++) {
            Rig r = Rig.n1().map().code(Asm.svc(0));
            r.c.setLevel(el, sp == 1);
            r.c.daif = 0;
            r.c.irqLine = type == 1;
            r.c.fiqLine = type == 2;
            r.c.vserror = type == 3;
            r.c.limit = type == 0 ? 1 : 0; // an interrupt is taken before anything retires
            r.codeAt(VECTORS, new int[0x200]);
            r.step();
            long at = base + type * 0x80L;
            if (type != 0) {
                // The vector's first word is a UDF: its ELR tells where the interrupt went.
                assertThat(r.sys(SysReg.ELR_EL1)).as("type %d", type).isEqualTo(at);
                assertThat(r.events).hasSize(1);
            } else {
                assertThat(r.c.pc).isEqualTo(at);
            }
        }
    }

    @Test
    void entrySavesPanAndUaoAndSetsPanBySpan() {
        for (int span = 0; span < 2; span++) {
            Rig r = Rig.n1().map().code(Asm.svc(1));
            r.sctlr((long) span << 23, (1L - span) << 23);
            r.c.uao = true;
            r.c.ss = true;
            r.step();
            assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x00a0_03c5L);
            assertThat(r.c.spsr()).as("SPAN %d", span).isEqualTo(span == 0 ? 0x0040_03c5L : 0x3c5L);
        }
        Rig old = Rig.a57().code(Asm.svc(1)).sctlr(0, 1L << 23);
        old.step();
        assertThat(old.c.spsr()).as("without PAN").isEqualTo(0x3c5);
    }

    @Test
    void stackPointersAreBankedOverAnException() {
        Rig r = Rig.a57().map().code(Asm.svc(0));
        r.c.sys[SysReg.SP_EL1] = 0x1000;
        r.el(0);
        r.c.x[Vcpu.SP] = 0x2000;
        r.step();
        assertThat(r.c.x[Vcpu.SP]).isEqualTo(r.c.stack(SysReg.SP_EL1));
        assertThat(r.c.stack(SysReg.SP_EL0)).isEqualTo(0x2000);
        r.code(Asm.spSel(0), Asm.addImm(31, 31, 16), Asm.spSel(1)).steps(3);
        assertThat(r.c.stack(SysReg.SP_EL0)).isEqualTo(0x2010);
    }

    // Exception return

    @ParameterizedTest(name = "SPSR_EL1 {0}")
    @CsvSource({"0x60000140, 0, 0", "0x20000084, 1, 0", "0x900003c5, 1, 1"})
    void legalReturns(String spsr, int el, int sp) {
        Rig r = Rig.a57().map().code(Asm.ERET);
        r.c.sys[SysReg.SPSR_EL1] = Long.decode(spsr);
        r.c.sys[SysReg.ELR_EL1] = Rig.CODE + 0x40;
        r.c.sys[SysReg.SP_EL0] = 0x700;
        r.c.exclusiveBytes = 8;
        r.step();
        assertThat(r.c.pc).isEqualTo(Rig.CODE + 0x40);
        assertThat(r.c.el).isEqualTo(el);
        assertThat(r.c.spSel && el == 1).isEqualTo(sp == 1);
        assertThat(r.c.spsr()).isEqualTo(Long.decode(spsr));
        assertThat(r.c.x[Vcpu.SP]).isEqualTo(sp == 0 ? 0x700 : 0);
        assertThat(r.c.retired).isEqualTo(1);
        assertThat(r.c.exclusiveBytes).as("monitor").isZero();
        assertThat(r.c.eventRegister).isTrue();
    }

    @ParameterizedTest(name = "mode {0}")
    @CsvSource({"0x1", "0x2", "0x6", "0x7", "0x8", "0x9", "0xc", "0xd", "0x10", "0x13", "0x1f"})
    void illegalReturnsSetIlAndKeepTheLevel(String mode) {
        Rig r = Rig.n1().map().code(Asm.ERET);
        int m = Integer.decode(mode);
        r.c.sys[SysReg.SPSR_EL1] = 0x50c0_0180L | m;
        r.c.sys[SysReg.ELR_EL1] = CODE + 0x40;
        r.step();
        assertThat(r.c.spsr()).as("flags, masks, PAN and UAO are restored").isEqualTo(0x50d0_0185L);
        assertThat(r.c.pc).isEqualTo(CODE + 0x40);
        assertThat(r.c.retired).isEqualTo(1);
        assertThat(r.events.size()).as("AArch32 is named").isEqualTo(m >= 16 ? 1 : 0);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x3a00_0000L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + 0x40);
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x50d0_0185L);
        assertThat(r.c.il).isFalse();
        assertThat(r.c.retired).isEqualTo(1);
    }

    @Test
    void aReturnCanBringTheIllegalStateBack() {
        Rig r = Rig.a57().map().code(Asm.ERET);
        r.c.sys[SysReg.SPSR_EL1] = 0x0010_03c5L;
        r.c.sys[SysReg.ELR_EL1] = CODE + 8;
        r.steps(2);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x3a00_0000L);
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x0010_03c5L);
    }

    @Test
    void addressesThatAreBranchedToLoseTheirTag() {
        Rig r = Rig.a57().map();
        r.c.sys[SysReg.TCR_EL1] |= 1L << 37;
        r.c.updateRegime();
        long tagged = 0x5a00_0000_0000_0000L | CODE + 0x40;
        r.code(Asm.br(9)).c.x[9] = tagged;
        assertThat(r.step().c.pc).isEqualTo(CODE + 0x40);
        r.code(Asm.blr(9)).c.x[9] = tagged;
        assertThat(r.step().c.pc).isEqualTo(CODE + 0x40);
        assertThat(r.c.x[30]).isEqualTo(CODE + 4);
        r.code(Asm.RET).c.x[30] = tagged;
        assertThat(r.step().c.pc).isEqualTo(CODE + 0x40);
        r.code(Asm.ERET).c.sys[SysReg.ELR_EL1] = tagged;
        r.c.sys[SysReg.SPSR_EL1] = 0x3c5;
        assertThat(r.step().c.pc).isEqualTo(CODE + 0x40);
    }

    @Test
    void blrOfX30ReadsItsTargetFirst() {
        Rig r = Rig.a57().map().code(Asm.blr(30));
        r.c.x[30] = CODE + 0x80;
        r.step();
        assertThat(r.c.pc).isEqualTo(CODE + 0x80);
        assertThat(r.c.x[30]).isEqualTo(CODE + 4);
    }

    // Faults of PC, SP and fetches

    @ParameterizedTest(name = "EL{0}")
    @CsvSource({"0", "1"})
    void aMisalignedPcFaultsAtItself(int el) {
        Rig r = Rig.a57().map().code(Asm.br(9)).el(el);
        r.c.x[9] = CODE + 0x42;
        r.step();
        assertThat(r.c.retired).as("the branch completed").isEqualTo(1);
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x8a00_0000L);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + 0x42);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(CODE + 0x42);
        assertThat(r.c.retired).isEqualTo(1);
    }

    @ParameterizedTest(name = "EL{0}, SCTLR bit {1}")
    @CsvSource({"0, 4", "1, 3"})
    void aMisalignedSpFaultsWhereSctlrAsks(int el, int bit) {
        for (int word :
                new int[] {
                    0xf94003e7, 0xf90003e7, 0xa94023e7, 0xc85f7fe7, 0x3dc003e0, 0xf8408fe7
                }) {
            Rig r = Rig.a57().map().sctlr(1L << bit, 1L << (7 - bit)).code(word).el(el);
            r.c.fpEnabled = true;
            r.c.x[Vcpu.SP] = Rig.USER + 8;
            r.c.sys[SysReg.FAR_EL1] = NO_FAR;
            r.step();
            assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9a00_0000L);
            assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE);
            assertThat(r.c.retired).isZero();
            Rig off = Rig.a57().map().sctlr(1L << (7 - bit), 1L << bit).code(0xf94003e7).el(el);
            off.c.x[Vcpu.SP] = Rig.USER + 8;
            off.step();
            assertThat(off.c.retired).isEqualTo(1);
        }
    }

    @Test
    void aPrefetchNeverFaults() {
        Rig r = Rig.a57().map().sctlr(1 << 3, 0).code(Asm.prfm(31), Asm.prfm(1));
        r.c.x[Vcpu.SP] = Rig.HOLE + 1;
        r.c.x[1] = -1;
        r.run(2);
        assertThat(r.c.pc).isEqualTo(CODE + 8);
    }

    @ParameterizedTest(name = "EL{0}: {2}")
    @CsvSource(
            textBlock =
                    """
                    0, 0x82000007, unmapped
                    1, 0x86000007, unmapped
                    0, 0x8200000f, never executable
                    1, 0x8600000f, never executable
                    0, 0x8200000f, of the other level
                    1, 0x8600000f, of the other level
                    """)
    void instructionAborts(int el, String esr, String why) {
        Rig r = Rig.a57().map().code(Asm.br(9)).el(el);
        long target =
                why.equals("unmapped")
                        ? Rig.HOLE
                        : why.startsWith("never") ? Rig.CONSTANT : el == 1 ? Rig.USER : Rig.KERNEL;
        if (el == 0 && target == Rig.KERNEL) {
            r.tables.map(
                    Rig.KERNEL, Rig.KERNEL, 3, trapline.mmu.Tables.AF | trapline.mmu.Tables.UXN);
            r.c.updateRegime();
        }
        r.c.x[9] = target + 0x14;
        r.steps(2);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(Long.decode(esr));
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(target + 0x14);
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(target + 0x14);
        assertThat(r.c.retired).isEqualTo(1);
    }

    // Priorities

    @Test
    void aMisalignedPcComesBeforeTheFetchAndTheFetchBeforeTheIllegalState() {
        Rig r = Rig.a57().map();
        r.c.il = true;
        r.c.pc = Rig.HOLE + 2;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isEqualTo(0x22);
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x0010_03c5L);
        r.c.il = true;
        r.c.pc = Rig.HOLE;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x8600_0007L);
        r.c.il = true;
        r.code(Asm.UDF).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x3a00_0000L);
        r.c.il = true;
        r.code(Asm.hvc(0)).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x3a00_0000L);
        assertThat(r.traps).isEmpty();
    }

    @Test
    void anUnallocatedWordComesBeforeAnFpTrapAndTheTrapBeforeTheAccess() {
        Rig r = Rig.a57().map();
        int reserved = 0x1ee0_4000; // FMOV of half precision, not on v8.0
        r.code(reserved).step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x0200_0000L);
        r.code(Asm.ldrQ(0, 1)).c.x[1] = Rig.HOLE;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x1fe0_0000L);
    }

    @Test
    void theSpCheckComesBeforeAlignmentAndTranslation() {
        Rig r = Rig.a57().map().sctlr(1 << 3 | 2, 0).code(Asm.ldr(0, 31, 0));
        r.c.x[Vcpu.SP] = Rig.HOLE + 4;
        r.step();
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0x9a00_0000L);
    }

    @Test
    void anInterruptComesBeforeEverySynchronousException() {
        Rig r = Rig.a57().map();
        r.c.daif = 0;
        r.c.irqLine = true;
        r.c.il = true;
        r.c.pc = Rig.HOLE + 2;
        r.c.limit = 0;
        Interpreter.step(r.c);
        assertThat(r.events).hasSize(1);
        assertThat(r.events.getFirst())
                .startsWith("interrupt 0 at " + Long.toHexString(Rig.HOLE + 2));
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x0010_0005L);
    }

    // Interrupts

    @Test
    void aMaskedInterruptWaitsForTheUnmaskingInstruction() {
        Rig r = Rig.a57().map().code(Asm.NOP, Asm.NOP, Asm.daifClr(2), Asm.NOP);
        r.codeAt(VECTORS + 0x280, Asm.NOP, Asm.NOP);
        r.c.irqLine = true;
        r.run(4);
        assertThat(r.events)
                .containsExactly("interrupt 0 at " + Long.toHexString(CODE + 12) + " after 3");
        assertThat(r.sys(SysReg.ELR_EL1)).isEqualTo(CODE + 12);
        assertThat(r.sys(SysReg.SPSR_EL1)).isEqualTo(0x345);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x284);
        assertThat(r.c.retired).isEqualTo(4);
    }

    @Test
    void theErrorComesFirstThenFiqThenIrqAndEachMaskIsItsOwn() {
        Rig r = Rig.a57().map();
        r.c.daif = 0;
        r.c.irqLine = r.c.fiqLine = r.c.vserror = true;
        r.c.limit = 0;
        r.c.pc = CODE;
        SystemOps.interrupt(r.c);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x380);
        assertThat(r.sys(SysReg.ESR_EL1)).isEqualTo(0xbe00_0000L);
        assertThat(r.c.vserror).as("taken once").isFalse();
        r.c.daif = 0x80;
        assertThat(r.c.interruptible()).isTrue();
        SystemOps.interrupt(r.c);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x300);
        r.c.daif = 0x40;
        SystemOps.interrupt(r.c);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x280);
        r.c.daif = 0xc0;
        assertThat(r.c.interruptible()).isFalse();
        r.c.vserror = true;
        assertThat(r.c.interruptible()).isTrue();
        r.c.daif = 0x1c0;
        assertThat(r.c.interruptible()).isFalse();
    }

    @Test
    void anExceptionAtItsOwnVectorEndsTheRunOfTheVcpu() {
        Rig r = Rig.a57().map().code(Asm.UDF); // and so are the vectors
        r.run(1_000_000);
        assertThat(r.events).containsExactly("stuck");
        assertThat(r.c.retired).isZero();
        r.c.sys[SysReg.VBAR_EL1] = Rig.HOLE & ~0x7ffL;
        r.code(Asm.NOP, Asm.UDF).run(1_000_000);
        assertThat(r.events).containsExactly("stuck", "stuck");
        assertThat(r.c.retired).isEqualTo(1);
        // At EL2's hands: an abort injected for the fetch of the vector itself.
        r.c.sys[SysReg.VBAR_EL1] = Rig.MMIO & ~0x7ffL;
        r.el2 =
                (cpu, e) -> {
                    cpu.takeSynchronous(0x8600_0010L, cpu.pc);
                    return false;
                };
        r.code(Asm.UDF).run(1_000_000);
        assertThat(r.events).hasSize(3);
        // An exception whose handler gets anywhere is none of this.
        r.c.sys[SysReg.VBAR_EL1] = VECTORS;
        r.codeAt(VECTORS + 0x200, Asm.NOP, Asm.UDF);
        r.code(Asm.UDF).run(5_000);
        assertThat(r.events).hasSize(3);
    }

    @Test
    void modelsWithoutAFeatureDoNotRestoreItsBits() {
        Rig r = Rig.a57().map().code(Asm.ERET);
        r.c.sys[SysReg.SPSR_EL1] = 0x00c0_03c5L;
        r.c.sys[SysReg.ELR_EL1] = CODE + 8;
        r.step();
        assertThat(r.c.spsr()).isEqualTo(0x3c5);
        assertThat(r.c.model).isSameAs(CpuModel.CORTEX_A57);
    }
}
