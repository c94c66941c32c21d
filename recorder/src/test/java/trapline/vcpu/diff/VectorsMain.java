package trapline.vcpu.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * Records vectors: {@code VectorsMain SEED FILE}. Of many cases for each row it keeps the first few
 * that differ in flags raised, rounding or flushing in force, so that rare flags are there.
 */
final class VectorsMain {
    private static final int CASES = 60;
    private static final int KEPT = 5;

    private VectorsMain() {}

    public static void main(String[] args) throws IOException {
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[0]));
        Path folder = Files.createTempDirectory("trapline-vectors");
        Oracle oracle = Oracle.build(folder, ByteOrder.LITTLE_ENDIAN);
        Streams streams = new Streams(random, CpuModel.NEOVERSE_N1, Streams::isFpData);
        Operands operands = new Operands(random);
        A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);
        List<Context> before = new ArrayList<>();
        List<Context> after = new ArrayList<>();
        List<int[]> words = new ArrayList<>();
        for (int row : streams.rows()) {
            for (int i = 0; i < CASES; i++) {
                int word = streams.word(row);
                Context c = new Context();
                operands.fill(c);
                Vectors.reduce(word, c);
                before.add(c);
                after.add(new Context());
                words.add(new int[] {word});
            }
        }
        oracle.run(before, words, after);
        List<Vectors.Vector> kept = new ArrayList<>();
        for (int first = 0; first < before.size(); first += CASES) {
            Set<Integer> seen = new HashSet<>();
            int of = 0;
            for (int i = first; i < first + CASES && of < KEPT; i++) {
                int word = words.get(i)[0];
                int raised = after.get(i).fpsr & ~before.get(i).fpsr;
                int left = CASES - (i - first);
                boolean fills = left <= KEPT - of;
                boolean sound = !OracleFaults.affects(decoder.decode(word));
                if (sound && (seen.add(raised) || fills)) {
                    kept.add(new Vectors.Vector(word, before.get(i), after.get(i)));
                    of++;
                }
            }
        }
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            Vectors.write(out, kept);
        }
        System.out.printf(
                "%d vectors of %d rows, %d bytes%n",
                kept.size(),
                kept.stream().map(v -> A64.name(decoder.decode(v.word()))).distinct().count(),
                Files.size(Path.of(args[1])));
    }
}
