package trapline.vcpu.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

@DisplayName("Recorded results: what the oracle answered, where there is none")
class RecordedVectorsTest {
    private static final A64Decoder DECODER = new A64Decoder(CpuModel.NEOVERSE_N1);
    private static List<Vectors.Vector> vectors = List.of();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = RecordedVectorsTest.class.getResourceAsStream("fp-simd.vectors")) {
            assertThat(in).isNotNull();
            vectors = Vectors.read(in);
        }
    }

    private static List<Deltas.Delta> deltas() throws IOException {
        try (InputStream in = RecordedVectorsTest.class.getResourceAsStream("integer.deltas")) {
            assertThat(in).isNotNull();
            return Deltas.read(in);
        }
    }

    @Test
    void everyRowOfIntegerArithmeticAndEveryLoadAndStoreHasResults() throws IOException {
        List<Deltas.Delta> all = deltas();
        for (ByteOrder order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            Set<Integer> covered =
                    all.stream()
                            .filter(d -> d.order() == order)
                            .map(d -> DECODER.decode(d.word()))
                            .collect(Collectors.toSet());
            System.out.printf("%s: %d rows, of %d results%n", order, covered.size(), all.size());
            assertThat(
                            IntStream.range(1, A64.ROWS)
                                    .filter(
                                            row ->
                                                    Streams.isMemory(row)
                                                            || order == ByteOrder.LITTLE_ENDIAN
                                                                    && Streams.isAlu(row))
                                    .filter(row -> !covered.contains(row))
                                    .mapToObj(A64::name))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LITTLE_ENDIAN", "BIG_ENDIAN"})
    void integerArithmeticLoadsAndStoresGiveTheRecordedResults(String name) throws IOException {
        ByteOrder order =
                name.equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        Subject subject = new InterpreterSubject(CpuModel.NEOVERSE_N1, order);
        List<String> found = new ArrayList<>();
        for (Deltas.Delta d : deltas()) {
            if (d.order() == order) {
                Context c = new Context();
                c.copyFrom(d.before());
                subject.run(c, new int[] {d.word()});
                String difference = c.difference(d.after());
                if (!difference.isEmpty()) {
                    found.add(A64.name(DECODER.decode(d.word())) + difference);
                }
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyRowHasVectors() {
        Set<Integer> covered =
                vectors.stream().map(v -> DECODER.decode(v.word())).collect(Collectors.toSet());
        List<String> without =
                IntStream.range(1, A64.ROWS)
                        .filter(Streams::isFpData)
                        .filter(row -> !covered.contains(row) && !OracleFaults.affects(row))
                        .mapToObj(A64::name)
                        .toList();
        System.out.printf("%d vectors of %d rows%n", vectors.size(), covered.size());
        assertThat(without).isEmpty();
    }

    @Test
    void executedDirectlyTheyGiveTheRecordedRegisters() {
        assertThat(differences(new FpSubject())).isEmpty();
    }

    @Test
    void interpretedTheyGiveTheRecordedRegisters() {
        assertThat(differences(new InterpreterSubject(CpuModel.NEOVERSE_N1))).isEmpty();
    }

    private static List<String> differences(Subject subject) {
        List<String> found = new ArrayList<>();
        for (Vectors.Vector v : vectors) {
            Context c = new Context();
            c.copyFrom(v.before());
            subject.run(c, new int[] {v.word()});
            String difference = c.difference(v.after());
            if (!difference.isEmpty()) {
                String row = A64.name(DECODER.decode(v.word()));
                found.add(row + " " + v.before().operands(v.word()) + difference);
            }
        }
        return found;
    }
}
