package trapline.vcpu.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

@DisplayName("Generated streams: Trapline and user-mode QEMU end with the same registers")
class DifferentialTest {
    private static final A64Decoder DECODER = new A64Decoder(CpuModel.NEOVERSE_N1);
    private static final long SEED = Long.getLong("trapline.diff.seed", 20_260_101);

    @TempDir Path folder = Path.of("");

    private static void needs(ByteOrder order) {
        assumeTrue(
                Oracle.available(order),
                "skipped: needs qemu-aarch64, qemu-aarch64_be and aarch64-linux-gnu-gcc (Debian"
                        + " packages qemu-user and gcc-aarch64-linux-gnu)");
    }

    @Test
    void singleFpAndSimdInstructions() throws IOException {
        compare(new FpSubject(), Streams::isFpData, 20 * 703, 1);
    }

    @Test
    void streamsOfFpAndSimdInstructionsInterpreted() throws IOException {
        compare(
                new InterpreterSubject(CpuModel.NEOVERSE_N1),
                row -> Streams.isFpData(row) && !OracleFaults.affects(row),
                2_000,
                8);
    }

    @Test
    void streamsOfIntegerArithmeticInterpreted() throws IOException {
        compare(new InterpreterSubject(CpuModel.NEOVERSE_N1), Streams::isAlu, 4_000, 8);
    }

    @Test
    void loadsAndStoresInterpreted() throws IOException {
        compare(new InterpreterSubject(CpuModel.NEOVERSE_N1), Streams::isMemory, 3_000, 1);
    }

    @Test
    void loadsAndStoresOfBigEndianDataInterpreted() throws IOException {
        compare(
                new InterpreterSubject(CpuModel.NEOVERSE_N1, ByteOrder.BIG_ENDIAN),
                Streams::isMemory,
                3_000,
                1,
                ByteOrder.BIG_ENDIAN);
    }

    private void compare(Subject subject, IntPredicate rows, int count, int length)
            throws IOException {
        compare(subject, rows, count, length, ByteOrder.LITTLE_ENDIAN);
    }

    private void compare(Subject subject, IntPredicate rows, int count, int length, ByteOrder order)
            throws IOException {
        needs(order);
        SplittableRandom random = new SplittableRandom(SEED);
        Streams streams = new Streams(random, CpuModel.NEOVERSE_N1, rows);
        Differential d = new Differential(Oracle.build(folder, order), subject, streams, random);
        d.memoryBytes = A64.accessesMemory(streams.rows()[0]) ? 4096 : 0;
        List<String> found =
                d.batch(count, length).stream().map(DifferentialTest::describe).toList();
        System.out.printf(
                "seed %d: %d streams of %d from %d rows, %d explained, %d differ%n",
                SEED, d.compared, length, streams.rows().length, d.explained, found.size());
        assertThat(found).isEmpty();
    }

    private static String describe(Differential.Mismatch m) {
        StringBuilder s = new StringBuilder();
        for (int word : m.words()) {
            int row = DECODER.decode(word);
            s.append(String.format("%s %08x; ", A64.name(row), word));
        }
        return s + m.before().toString() + m.subject().difference(m.oracle());
    }
}
