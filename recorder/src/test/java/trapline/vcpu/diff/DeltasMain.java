package trapline.vcpu.diff;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import trapline.isa.A64;
import trapline.isa.CpuModel;

/** Records what {@link Deltas} holds: {@code DeltasMain SEED FILE}. */
final class DeltasMain {
    private static final int ARITHMETIC = 12;
    private static final int LITTLE = 3;
    private static final int BIG = 2;

    private DeltasMain() {}

    public static void main(String[] args) throws IOException {
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[0]));
        Path folder = Files.createTempDirectory("trapline-deltas");
        List<Deltas.Delta> all = new ArrayList<>();
        record(all, folder, random, Streams::isAlu, ByteOrder.LITTLE_ENDIAN, ARITHMETIC);
        record(all, folder, random, Streams::isMemory, ByteOrder.LITTLE_ENDIAN, LITTLE);
        record(all, folder, random, Streams::isMemory, ByteOrder.BIG_ENDIAN, BIG);
        try (OutputStream out = Files.newOutputStream(Path.of(args[1]))) {
            Deltas.write(out, all);
        }
        System.out.printf("%d results, %d bytes%n", all.size(), Files.size(Path.of(args[1])));
    }

    private static void record(
            List<Deltas.Delta> all,
            Path folder,
            SplittableRandom random,
            IntPredicate rows,
            ByteOrder order,
            int cases)
            throws IOException {
        Streams streams = new Streams(random, CpuModel.NEOVERSE_N1, rows);
        boolean memory = A64.accessesMemory(streams.rows()[0]);
        Context shape = new Context();
        shape.memory = new byte[memory ? Deltas.MEMORY : 0];
        List<Deltas.Delta> batch = new ArrayList<>();
        for (int row : streams.rows()) {
            for (int number = 0; number < cases; number++) {
                int word = streams.word(row);
                long address = Oracle.memoryAddress(shape, batch.size());
                batch.add(Deltas.Delta.before(word, number, order, address));
            }
        }
        Oracle.build(folder, order)
                .run(
                        batch.stream().map(Deltas.Delta::before).toList(),
                        batch.stream().map(d -> new int[] {d.word()}).toList(),
                        batch.stream().map(Deltas.Delta::after).toList());
        all.addAll(batch);
    }
}
