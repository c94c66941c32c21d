package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.bus.StateReader;
import trapline.bus.StateWriter;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.jit.JitEngine;
import trapline.machine.boot.SymbolTable;
import trapline.vcpu.Asm;

@DisplayName("PANICKED where no console shows it")
class PanicTest {
    private static final long LINGER = 10_000_000;
    private static final int LOOPS = 20_000;

    /**
     * Turns of a loop in one page with {@code panic}, so that a translator has the page before it
     * is reached.
     */
    private static final int[] LOOP_THEN_PANIC = {
        Asm.movz(9, LOOPS),
        Asm.subImm(9, 9, 1),
        Asm.cbnz(9, -1),
        Asm.NOP, /* panic: */
        Asm.NOP,
        Asm.addImm(8, 8, 1),
        Asm.b(-1)
    };

    private static final int PANIC = 4;

    private static Bare bare(String engine, int... code) {
        Bare b = new Bare(1);
        if (engine.equals("translator")) {
            b.engine = (cache, cpus) -> new JitEngine(cache, cpus, JitEngine.Options.eager())::run;
        }
        b.code(code);
        return b;
    }

    private static void name(Bare b, int word) {
        b.vm().setSymbols(new SymbolTable.Builder().add(Bare.ENTRY + 4L * word, "panic").build());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"interpreter", "translator"})
    void endsTenMillisecondsAfterPanicWasReached(String engine) {
        Bare b = bare(engine, LOOP_THEN_PANIC);
        name(b, PANIC);
        Outcome o = b.run(100_000_000);
        assertThat(o)
                .isEqualTo(new Outcome(Outcome.Kind.PANICKED, "the kernel's panic() was reached"));
        // Counts: the first word, two a turn, the word before panic; then 10 ms of one nanosecond
        // each.
        assertThat(b.machine().machineRetired()).isEqualTo(1 + 2 * LOOPS + 1 + LINGER);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"interpreter", "translator"})
    void aProbeChangesNothingForAGuestThatDoesNotReachIt(String engine) {
        int[] code = LOOP_THEN_PANIC.clone();
        code[3] = Asm.b(3);
        Bare with = bare(engine, code);
        name(with, PANIC);
        Bare without = bare("interpreter", code);
        assertThat(with.run(1 << 22).kind()).isEqualTo(Outcome.Kind.BUDGET_SPENT);
        without.run(1 << 22);
        assertThat(with.facts).isEqualTo(without.facts);
    }

    @Test
    void whatThePanicStillPrintsIsWaitedFor() {
        // Every 2^23 instructions a letter: each puts the end off by 10 ms, up to a second in all.
        int[] code = {
            Asm.movz(1, 0x2200, 1),
            Asm.movz(2, 'a'), /* panic: */
            Asm.movz(9, 0x40, 1),
            Asm.subImm(9, 9, 1),
            Asm.cbnz(9, -1),
            Asm.strW(2, 1),
            Asm.b(-4)
        };
        Bare b = bare("interpreter", code);
        name(b, 2);
        b.vm().machine().setStopAt(1);
        b.run();
        b.vm().machine().setStopAt(Long.MAX_VALUE);
        Outcome o = b.run(2_000_000_000);
        assertThat(o.kind()).isEqualTo(Outcome.Kind.PANICKED);
        assertThat(b.console).hasSizeBetween(110, 125);
        assertThat(b.machine().nanos()).isBetween(1_000_000_000L, 1_000_100_000L);
    }

    @Test
    void aPowerOffInTheMeantimeGoesIntoTheDetail() {
        int[] code = {Asm.NOP, /* panic: */ Asm.movz(0, 8), Asm.movk(0, 0x8400, 1), Asm.hvc(0)};
        Bare b = bare("interpreter", code);
        name(b, 1);
        assertThat(b.run())
                .isEqualTo(
                        new Outcome(
                                Outcome.Kind.PANICKED,
                                "the kernel's panic() was reached, then a power-off"));
    }

    @Test
    void keepGoingOnlyLooks() {
        Bare b = new Bare(1);
        b.config.keepGoing = true;
        b.code(LOOP_THEN_PANIC);
        name(b, PANIC);
        assertThat(b.run(20_000_000).kind()).isEqualTo(Outcome.Kind.BUDGET_SPENT);
    }

    @ParameterizedTest(name = "restored at {0}")
    @ValueSource(longs = {30_000, 50_000})
    void aRestoredMachineEndsAtTheSameInstruction(long at) {
        Bare b = bare("interpreter", LOOP_THEN_PANIC);
        name(b, PANIC);
        b.machine().setStopAt(at);
        assertThat(b.run()).isNull();
        StateWriter w = new StateWriter();
        b.machine().saveState(w);
        b.machine().setStopAt(Long.MAX_VALUE);
        b.run();
        Bare again = bare("translator", LOOP_THEN_PANIC);
        name(again, PANIC);
        again.machine().loadState(new StateReader(w.toByteArray()));
        assertThat(again.run().kind()).isEqualTo(Outcome.Kind.PANICKED);
        assertThat(again.machine().machineRetired()).isEqualTo(b.machine().machineRetired());
    }

    /**
     * Code, and behind it a Linux log with one record, as the linear map of a 48-bit kernel
     * addresses it.
     */
    private static int[] withLog(String text, int... code) {
        ByteBuffer b = ByteBuffer.allocate(0x8000).order(ByteOrder.LITTLE_ENDIAN);
        for (int w : code) {
            b.putInt(w);
        }
        long va = 0xffff_0000_0000_0000L + Bare.ENTRY - 0x4000_0000L;
        int ring = 0x1000;
        b.putInt(ring, 4).putLong(ring + 8, va + 0x2000).putLong(ring + 16, va + 0x3000);
        b.putLong(ring + 24, 5).putLong(ring + 32, 5).putLong(ring + 40, 5);
        b.putInt(ring + 48, 10).putLong(ring + 56, va + 0x4000).putLong(ring + 64, 512);
        b.putLong(0x2000 + 24 * 5, 5 | 2L << 62).putLong(0x2000 + 24 * 5 + 16, 512);
        b.putShort(0x3000 + 88 * 5 + 16, (short) text.length());
        b.putLong(0x4000, 5).put(0x4008, text.getBytes(StandardCharsets.US_ASCII));
        int[] words = new int[0x8000 / 4];
        b.position(0).asIntBuffer().get(words);
        return words;
    }

    /** T1SZ 16: what tells that the linear map begins where Linux puts it. */
    private static final int[] SLEEP = {
        Asm.movz(0, 0x10, 1), Asm.msr(SysReg.TCR_EL1, 0), Asm.WFI, Asm.b(-1),
    };

    @Test
    void aGuestThatSleepsForEverAfterAPanicInItsLogHasPanicked() {
        Bare b = bare("interpreter", withLog("Kernel panic - not syncing: no console", SLEEP));
        assertThat(b.run())
                .isEqualTo(
                        new Outcome(
                                Outcome.Kind.PANICKED,
                                "kernel log: Kernel panic - not syncing: no console"));
    }

    @Test
    void aHungGuestsLastWordsAreInTheDetail() {
        Outcome o = bare("interpreter", withLog("waiting for root device", SLEEP)).run();
        assertThat(o.kind()).isEqualTo(Outcome.Kind.HUNG);
        assertThat(o.detail()).endsWith("; kernel log: waiting for root device");
    }

    @Test
    void aSilentGuestsLogIsLookedAtWithoutSymbols() {
        int[] code = {
            Asm.movz(0, 0x10, 1),
            Asm.msr(SysReg.TCR_EL1, 0),
            Asm.msr(SysReg.MDSCR_EL1, 0), /* loop: */
            Asm.addImm(8, 8, 1),
            Asm.b(-1),
        };
        Bare b = new Bare(1);
        b.config.trapCost = "sysreg=1000000000";
        b.code(withLog("Kernel panic - not syncing: unseen", code));
        Outcome o = b.run(100_000_000);
        assertThat(o)
                .isEqualTo(
                        new Outcome(
                                Outcome.Kind.PANICKED,
                                "kernel log: Kernel panic - not syncing: unseen"));
        assertThat(b.machine().machineRetired()).isEqualTo(Machine.DIGEST_INTERVAL);
    }
}
