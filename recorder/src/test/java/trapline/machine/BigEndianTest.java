package trapline.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trapline.isa.SysReg;
import trapline.jit.JitEngine;
import trapline.vcpu.Asm;

@DisplayName("A machine whose guest has big-endian data")
class BigEndianTest {
    private static final int TURNS = 20_000;
    private static final int EE_HALF = 1 << 9; // SCTLR_EL1.EE in bits 31:16

    private static int[] bigEndian(int... code) {
        int[] all = {
            Asm.mrs(0, SysReg.SCTLR_EL1),
            Asm.movz(1, EE_HALF, 1),
            Asm.add(0, 0, 1),
            Asm.msr(SysReg.SCTLR_EL1, 0),
        };
        int[] both = Arrays.copyOf(all, all.length + code.length);
        System.arraycopy(code, 0, both, all.length, code.length);
        return both;
    }

    /**
     * A driver that means the byte 'a' stores it in the order of its data: KVM and the architecture
     * reverse, Xen takes the register.
     */
    @ParameterizedTest(name = "{0}: a store prints {1}, the flags of an empty UART read as {2}")
    @CsvSource({"xen, b, 90", "kvm, a, 90000000", "spec, a, 90000000"})
    void reachesDevicesAsTheHypervisorHasIt(String hypervisor, String printed, String flags) {
        Bare b = new Bare(1);
        b.config.hypervisor = hypervisor;
        b.code(
                bigEndian(
                        Asm.movz(2, 'a' << 8, 1),
                        Asm.movk(2, 'b', 0),
                        Asm.movz(3, 0x2200, 1),
                        Asm.strW(2, 3),
                        Asm.addImm(3, 3, 0x18),
                        Asm.ldrW(4, 3)));
        b.run(10);
        assertThat(b.console.toString()).isEqualTo(printed);
        assertThat(Long.toHexString(b.cpu(0).x[4])).isEqualTo(flags);
    }

    /**
     * Bytes, words and pairs mixed, so that an engine that forgot the order would come out with
     * other sums.
     */
    @Test
    void endsInTheSameStateWhateverTheEngine() {
        int[] code =
                bigEndian(
                        Asm.movz(1, 0x40f0, 1),
                        Asm.movz(13, 0x1234, 3),
                        Asm.movk(13, 0x5678, 2),
                        Asm.movz(9, TURNS), /* loop: */
                        Asm.add(12, 13, 9),
                        Asm.str(12, 1, 0),
                        Asm.ldrb(5, 1),
                        Asm.ldrW(6, 1),
                        Asm.add(7, 7, 5),
                        Asm.add(7, 7, 6),
                        Asm.stp(7, 9, 1),
                        Asm.ldp(10, 11, 1),
                        Asm.add(8, 8, 10),
                        Asm.subImm(9, 9, 1),
                        Asm.cbnz(9, -10),
                        Asm.WFI);
        Bare interpreted = new Bare(1).code(code);
        Bare translated = new Bare(1);
        translated.engine =
                (cache, cpus) -> new JitEngine(cache, cpus, JitEngine.Options.eager())::run;
        translated.code(code);
        interpreted.run();
        translated.run();
        assertThat(translated.facts).isEqualTo(interpreted.facts);
        assertThat(translated.cpu(0).x).isEqualTo(interpreted.cpu(0).x);
        long turn = 0x12 + 0x1234_5678; // the first byte and the first word of what was stored
        assertThat(translated.cpu(0).x[7]).isEqualTo(TURNS * turn);
        assertThat(translated.cpu(0).x[8]).isEqualTo((long) TURNS * (TURNS + 1) / 2 * turn);
    }
}
