package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import trapline.bus.Native;
import trapline.event.Outcome;
import trapline.isa.SysReg;
import trapline.vcpu.Asm;

/**
 * Guests that look as if they spun for ever, for longer than two state digests, and go on: each
 * ends with {@code POWERED_OFF}.
 */
@DisplayName("A live guest is never called hung")
class LiveGuestTest {
    /** Where a test's vectors are, in words from the entry. */
    static final int VECTORS = 0x800 / 4;

    private static final long DIGEST = Machine.DIGEST_INTERVAL;
    private static final int WORD = Asm.movz(5, 0x40f0, 1); // an address nobody else uses
    private static final int[] OFF = {Asm.movz(0, 8), Asm.movk(0, 0x8400, 1), Asm.hvc(0)};

    private static int[] code(int[]... parts) {
        return Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray();
    }

    private static int[] store(int base, int address, int value, int hw) {
        return new int[] {
            Asm.movz(1, base, 1), Asm.movk(1, address, 0), Asm.movz(2, value, hw), Asm.strW(2, 1)
        };
    }

    /** The virtual timer's interrupt after three digests' worth of nanoseconds, taken or not. */
    private static int[] timer() {
        return code(
                store(0x0300, 0x1000, 2, 0), // GICD_CTLR: group 1 on
                store(0x0303, 0x0100, 1 << 11, 1), // GICR_ISENABLER0: 27
                new int[] {
                    Asm.movz(1, 0xff),
                    Asm.msr(SysReg.ICC_PMR_EL1, 1),
                    Asm.movz(1, 1),
                    Asm.msr(SysReg.ICC_IGRPEN1_EL1, 1),
                    Asm.movz(2, (int) (3 * DIGEST / 16 >> 16), 1),
                    Asm.msr(SysReg.CNTV_TVAL_EL0, 2),
                    Asm.msr(SysReg.CNTV_CTL_EL0, 1)
                });
    }

    private static void powersOff(Bare b) {
        assertThat(b.run(20 * DIGEST).kind()).as("%s", b.facts).isEqualTo(Outcome.Kind.POWERED_OFF);
        assertThat(b.machine().machineRetired()).isGreaterThan(5 * DIGEST / 2);
    }

    @Test
    @DisplayName("that waits, masked, for an interrupt to pend")
    void interruptStatus() {
        int[] wait = {Asm.mrs(3, SysReg.ISR_EL1), Asm.cbz(3, -1)};
        powersOff(new Bare(1).code(code(timer(), wait, OFF)));
    }

    @Test
    @DisplayName("that opens its masks for an instant in each round")
    void unmaskedForAnInstant() {
        int[] start = code(timer(), new int[] {Asm.adr(1, VECTORS - timer().length)});
        int[] loop = {
            Asm.msr(SysReg.VBAR_EL1, 1), Asm.daifSet(15), Asm.daifClr(2), Asm.daifSet(15), Asm.b(-2)
        };
        int[] all = Arrays.copyOf(code(start, loop), VECTORS + 0x280 / 4);
        powersOff(new Bare(1).code(code(all, OFF)));
    }

    @Test
    @DisplayName("that waits, masked, for a word that a device stores some day")
    void stored() {
        int[] wait = {WORD, Asm.ldr(1, 5, 0), Asm.cbz(1, -1)};
        Bare b = new Bare(1).code(code(wait, OFF));
        b.at(3 * DIGEST, m -> Native.putLong(m.memory.hostOf(0x40f0_0000L), 1));
        powersOff(b);
    }

    @Test
    @DisplayName("that polls a register for which a rule has another answer some day")
    void anotherAnswer() {
        int[] wait = HungTest.looped(1000, Asm.mrs(1, SysReg.MDCCSR_EL0));
        wait[wait.length - 1] = Asm.cbz(1, 1 - wait.length);
        Bare b = new Bare(1);
        b.config.policy =
                """
                [[rule]]
                register = "MDCCSR_EL0"
                action = "value"
                value = 0
                times = 50000
                [[rule]]
                register = "MDCCSR_EL0"
                action = "value"
                value = 1
                after = 0
                """;
        powersOff(b.code(code(wait, OFF)));
    }

    @Test
    @DisplayName("whose neighbour releases a lock for one instruction in thousands")
    void rarelyReleased() {
        // A turn is one instruction longer than a number of rounds, so that the moment at which it
        // ends moves by one, and meets the instant at which the word is zero after hundreds of
        // turns.
        int length = 5 * 257;
        int[] holder = new int[length];
        Arrays.fill(holder, Asm.NOP);
        holder[640] = Asm.str(31, 5, 0);
        holder[641] = Asm.str(6, 5, 0);
        holder[length - 1] = Asm.b(1 - length);
        int[] on = {
            WORD,
            Asm.movz(6, 1),
            Asm.str(6, 5, 0),
            Asm.movz(0, 3),
            Asm.movk(0, 0xc400, 1),
            Asm.movz(1, 1),
            Asm.adr(2, 2 + length),
            Asm.hvc(0)
        };
        int[] waiter = {WORD, Asm.ldr(1, 5, 0), Asm.cbnz(1, -1)};
        powersOff(new Bare(2).code(code(on, holder, waiter, OFF)));
    }

    @Test
    @DisplayName("that waits for a moment on the clock")
    void clock() {
        int[] wait = {
            Asm.mrs(3, SysReg.CNTVCT_EL0),
            // Bit 22 of the count: about four digests.
            0xd356fc63, // lsr x3, x3, #22
            Asm.cbz(3, -2)
        };
        powersOff(new Bare(1).code(code(wait, OFF)));
    }
}
