package trapline.vcpu;

import static org.assertj.core.api.Assertions.assertThat;
import static trapline.vcpu.Rig.CODE;
import static trapline.vcpu.Rig.USER;
import static trapline.vcpu.Rig.VECTORS;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.SysReg;

/** DDI 0487, D2: what ID_AA64DFR0_EL1.DebugVer, BRPs, WRPs and CTX_CMPs announce. */
@DisplayName("Software step, breakpoints and watchpoints of the guest itself")
class SelfDebugTest {
    private static final long SS = 1;
    private static final long KDE = 1 << 13;
    private static final long MDE = 1 << 15;
    private static final long SPSR_SS = 1 << 21;

    /** DBGBCR: enabled, EL0 and EL1, all bytes. */
    private static final long BREAK = 1 | 3 << 1 | 0xf << 5;

    /** DBGWCR: enabled, EL0 and EL1, loads and stores, all eight bytes. */
    private static final long WATCH = 1 | 3 << 1 | 3 << 3 | 0xff << 5;

    private static final long FROM_EL0 = VECTORS + 0x400;
    private static final long FROM_EL1 = VECTORS + 0x200;

    private static final int LDR = Asm.ldr(2, 1, 0);
    private static final int STR = Asm.str(2, 1, 0);

    /** The guest at EL1, about to execute; with debug exceptions of these kinds. */
    private static Rig rig(long mdscr, int... code) {
        Rig r = Rig.a57().map().code(code);
        r.c.x[1] = USER;
        r.c.daif = 0;
        SystemRegisters.write(r.c, SysReg.MDSCR_EL1, mdscr);
        return r;
    }

    /** As {@link #rig}, after an exception return to EL0 with this SPSR_EL1. */
    private static Rig returned(long spsr, int... code) {
        Rig r = rig(SS, code);
        r.codeAt(VECTORS + 0x800, Asm.ERET);
        r.c.daif = 0x3c0;
        r.c.pc = VECTORS + 0x800;
        r.c.sys[SysReg.ELR_EL1] = CODE;
        r.c.sys[SysReg.SPSR_EL1] = spsr;
        go(r, 1);
        assertThat(r.c.pc).isEqualTo(CODE);
        return r;
    }

    /** Executes an instruction, or takes an exception, {@code n} times. */
    private static void go(Rig r, int n) {
        for (int k = 0; k < n; k++) {
            r.c.limit = r.c.retired + 1;
            if (r.c.debug.begins()) {
                r.c.debug.one();
            } else {
                Interpreter.step(r.c);
            }
        }
    }

    private static void taken(Rig r, long vector, long esr, long elr) {
        assertThat(r.c.pc).as("vector").isEqualTo(vector);
        assertThat(Long.toHexString(r.sys(SysReg.ESR_EL1)))
                .as("ESR_EL1")
                .isEqualTo(Long.toHexString(esr));
        assertThat(r.sys(SysReg.ELR_EL1)).as("ELR_EL1").isEqualTo(elr);
    }

    // Software step

    @Test
    void oneInstructionIsSteppedAndTheNextIsNot() {
        Rig r = returned(SPSR_SS, Asm.addImm(8, 8, 1), Asm.addImm(8, 8, 1));
        go(r, 1);
        taken(r, FROM_EL0, 0xcb000022L, CODE + 4);
        assertThat(r.c.x[8]).isEqualTo(1);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).isZero();
        assertThat(r.c.ss).isFalse();
    }

    @Test
    void withoutSsInSpsrNothingIsStepped() {
        Rig r = returned(0, Asm.addImm(8, 8, 1));
        go(r, 1);
        taken(r, FROM_EL0, 0xca000022L, CODE);
        assertThat(r.c.x[8]).isZero();
    }

    @Test
    void aLoadExclusiveIsNamed() {
        Rig r = returned(SPSR_SS, Asm.ldxr(2, 1));
        go(r, 1);
        taken(r, FROM_EL0, 0xcb000062L, CODE + 4);
    }

    @Test
    void aSystemCallIsSteppedWhenItIsTaken() {
        Rig r = returned(SPSR_SS, Asm.svc(3));
        go(r, 1);
        taken(r, FROM_EL0, 0x56000003L, CODE + 4);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).as("SPSR_EL1.SS").isZero();
        go(r, 1); // the kernel itself is not stepped
        assertThat(r.sys(SysReg.ESR_EL1) >>> 26).isNotEqualTo(0x33);
    }

    @Test
    void anInstructionThatFaultsIsStillToBeStepped() {
        Rig r = returned(SPSR_SS, LDR);
        r.c.x[1] = Rig.HOLE;
        go(r, 1);
        taken(r, FROM_EL0, 0x92000007L, CODE);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).isEqualTo(SPSR_SS);
    }

    @Test
    void anInstructionThatEl2EmulatesIsStepped() {
        Rig r = returned(SPSR_SS, LDR);
        r.c.x[1] = Rig.MMIO;
        go(r, 1);
        assertThat(r.traps).hasSize(1);
        taken(r, FROM_EL0, 0xcb000022L, CODE + 4);
    }

    @Test
    void anInterruptComesFirstAndLeavesTheStepToDo() {
        Rig r = returned(SPSR_SS, Asm.NOP);
        r.c.irqLine = true;
        go(r, 1);
        assertThat(r.c.pc).isEqualTo(VECTORS + 0x480);
        assertThat(r.sys(SysReg.SPSR_EL1) & SPSR_SS).isEqualTo(SPSR_SS);
    }

    @ParameterizedTest(name = "MDSCR {0}, DAIF {1}, OS lock {2}: {3}")
    @CsvSource({
        "2001, 000, 0, true", "0001, 000, 0, false", "2001, 200, 0, false", "2001, 000, 1, false",
        "2000, 000, 0, false"
    })
    void el1IsSteppedWhenItAsksForItself(
            String mdscr, String daif, int lock, boolean stepped) {
        Rig r = rig(0, Asm.NOP, Asm.NOP);
        r.c.daif = Integer.parseInt(daif, 16);
        SystemRegisters.write(r.c, SysReg.OSLAR_EL1, lock);
        SystemRegisters.write(r.c, SysReg.MDSCR_EL1, Long.parseLong(mdscr, 16));
        r.c.ss = true;
        go(r, 1);
        if (stepped) {
            taken(r, FROM_EL1, 0xcf000022L, CODE + 4);
        } else {
            assertThat(r.c.pc).isEqualTo(CODE + 4);
        }
    }

    // Breakpoints

    private static void breakpoint(Rig r, int n, long control, long value) {
        SystemRegisters.write(r.c, SysReg.indexOfName("DBGBVR" + n + "_EL1"), value);
        SystemRegisters.write(r.c, SysReg.indexOfName("DBGBCR" + n + "_EL1"), control);
    }

    @ParameterizedTest(name = "EL{0}, control {1}: {2}")
    @CsvSource({
        "0, 1e7, true", // EL0 and EL1
        "1, 1e7, true",
        "0, 1e5, true", // EL0
        "1, 1e5, false",
        "0, 1e3, false", // EL1
        "1, 1e3, true",
        "0, 1e6, false", // not enabled
        "0, 007, false", // no byte selected
        "0, 81e7, false", // Secure state only
        "0, 2001e7, false" // a context, by a breakpoint that has none
    })
    void matchTheAddressAtTheirLevels(int el, String control, boolean hit) {
        Rig r = rig(MDE | KDE, Asm.NOP, Asm.addImm(8, 8, 1)).el(el);
        breakpoint(r, 3, Long.parseLong(control, 16), CODE + 4);
        go(r, 2);
        if (hit) {
            taken(r, el == 0 ? FROM_EL0 : FROM_EL1, el == 0 ? 0xc2000022L : 0xc6000022L, CODE + 4);
            assertThat(r.c.retired).isEqualTo(1);
        } else {
            assertThat(r.c.x[8]).isEqualTo(1);
        }
    }

    @Test
    void aTagIsNoPartOfTheAddress() {
        Rig r = rig(MDE, Asm.NOP).el(0);
        breakpoint(r, 0, BREAK, CODE | 0x7ffe_0000_0000_0000L);
        go(r, 1);
        taken(r, FROM_EL0, 0xc2000022L, CODE);
    }

    @ParameterizedTest(name = "linked to breakpoint {0}, context {1}: {2}")
    @CsvSource({"5, 77, true", "5, 78, false", "4, 77, false", "15, 77, false"})
    void aLinkedBreakpointNeedsItsContext(int linked, int context, boolean hit) {
        Rig r = rig(MDE, Asm.NOP).el(0);
        breakpoint(r, 5, BREAK | 3 << 20, 77);
        breakpoint(r, 0, BREAK | 1 << 20 | linked << 16, CODE);
        r.c.sys[SysReg.CONTEXTIDR_EL1] = context;
        go(r, 1);
        assertThat(r.c.pc == FROM_EL0).isEqualTo(hit);
    }

    @Test
    void aContextBreakpointStopsAtTheFirstInstructionOfItsContext() {
        Rig r = rig(MDE, Asm.NOP, Asm.NOP).el(0);
        breakpoint(r, 4, BREAK | 2 << 20, 77);
        go(r, 1);
        r.c.sys[SysReg.CONTEXTIDR_EL1] = 77;
        go(r, 1);
        taken(r, FROM_EL0, 0xc2000022L, CODE + 4);
    }

    // Watchpoints

    private static Rig watching(long control, long address, int... code) {
        Rig r = rig(MDE, code).el(0);
        go(r, 1); // fills the TLB
        r.code(code).el(0);
        SystemRegisters.write(r.c, SysReg.DBGWVR1_EL1, address);
        SystemRegisters.write(r.c, SysReg.DBGWCR1_EL1, control);
        return r;
    }

    @ParameterizedTest(name = "{0}: control {1}, at +{2}: {3}")
    @CsvSource({
        "load,  1fff, 0,  0xd2000022",
        "store, 1fff, 0,  0xd2000062",
        "load,  1fff, 8,  0",
        "load,  1fff, -8, 0",
        "load,  1fff, -4, 0xd2000022", // the access reaches into it
        "load,  1fef, 0,  0xd2000022", // loads
        "store, 1fef, 0,  0",
        "load,  1ff7, 0,  0", // stores
        "store, 1ff7, 0,  0xd2000062",
        "load,  1ffb, 0,  0", // EL1
        "load,  1ffe, 0,  0", // not enabled
        "load,  9fff, 0,  0" // Secure state only
    })
    void matchTheAccessesTheyAreFor(String what, String control, int offset, String esr) {
        long at = USER + 0x40;
        Rig r = watching(Long.parseLong(control, 16), at, what.equals("load") ? LDR : STR);
        r.c.x[1] = at + offset;
        r.c.x[2] = 5;
        go(r, 1);
        if (esr.equals("0")) {
            assertThat(r.c.retired).isEqualTo(2);
        } else {
            taken(r, FROM_EL0, Long.decode(esr), CODE);
            assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(at);
            assertThat(r.peek(at)).as("nothing stored").isZero();
        }
    }

    @Test
    void someBytesOfADoublewordCanBeWatched() {
        long control = WATCH & ~(0xff << 5) | 0x10 << 5; // the byte at 4
        Rig r = watching(control, USER, Asm.ldrb(2, 1));
        for (int k = 0; k < 8; k++) {
            r.c.x[1] = USER + k;
            r.code(Asm.ldrb(2, 1)).el(0);
            r.c.daif = 0;
            go(r, 1);
            assertThat(r.c.pc == FROM_EL0).as("byte %d", k).isEqualTo(k == 4);
        }
    }

    @Test
    void aMaskWatchesARange() {
        Rig r = watching(WATCH | 8 << 24, USER + 0x100, LDR);
        for (long at : new long[] {0xf8, 0x100, 0x1f8, 0x200}) {
            r.c.x[1] = USER + at;
            r.code(LDR).el(0);
            r.c.daif = 0;
            go(r, 1);
            assertThat(r.c.pc == FROM_EL0).as("+%x", at).isEqualTo(at == 0x100 || at == 0x1f8);
        }
    }

    @Test
    void anAccessThatCrossesAPageIsSeen() {
        Rig r = watching(WATCH, USER + 0x1000, STR);
        r.c.x[1] = USER + 0xffc;
        go(r, 1);
        taken(r, FROM_EL0, 0xd2000062L, CODE);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(USER + 0x1000);
    }

    @Test
    void unprivilegedAccessesOfEl1AreEl0s() {
        Rig r = rig(MDE | KDE, Asm.ldtr(2, 1), LDR);
        SystemRegisters.write(r.c, SysReg.DBGWVR0_EL1, USER);
        SystemRegisters.write(r.c, SysReg.DBGWCR0_EL1, WATCH & ~2); // EL0 alone
        go(r, 1);
        taken(r, FROM_EL1, 0xd6000022L, CODE);
        r.code(LDR).el(1);
        r.c.daif = 0;
        go(r, 1);
        assertThat(r.c.pc).isEqualTo(CODE + 4);
    }

    @Test
    void whatCannotBeAccessedFaultsFirst() {
        Rig r = watching(WATCH, Rig.KERNEL, LDR);
        r.c.x[1] = Rig.KERNEL;
        go(r, 1);
        taken(r, FROM_EL0, 0x9200000fL, CODE);
    }

    @Test
    void zeroingABlockIsAStoreToAllOfIt() {
        Rig r = watching(WATCH, USER + 0x38, LDR);
        r.sctlr(1 << 14, 0); // DZE
        r.poke(USER, 7);
        r.code(Asm.sys(SysReg.DC_ZVA, 1)).el(0);
        go(r, 1);
        taken(r, FROM_EL0, 0xd2000062L, CODE);
        assertThat(r.sys(SysReg.FAR_EL1)).isEqualTo(USER + 0x38);
        assertThat(r.peek(USER)).isEqualTo(7);
    }

    @Test
    void aWatchpointThatIsTakenAwayIsForgotten() {
        Rig r = watching(WATCH, USER, LDR);
        SystemRegisters.write(r.c, SysReg.DBGWCR1_EL1, 0);
        go(r, 1);
        assertThat(r.c.pc).isEqualTo(CODE + 4);
    }

    @Test
    void aSnapshotKeepsThemAll() {
        Rig r = watching(WATCH, USER, LDR);
        trapline.bus.StateWriter w = new trapline.bus.StateWriter();
        r.c.save(w);
        Rig other = Rig.a57().map().code(LDR);
        other.c.load(new trapline.bus.StateReader(w.toByteArray()));
        go(other, 1);
        taken(other, FROM_EL0, 0xd2000022L, CODE);
    }
}
