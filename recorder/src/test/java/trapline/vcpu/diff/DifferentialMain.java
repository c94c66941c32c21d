package trapline.vcpu.diff;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import trapline.isa.A64;
import trapline.isa.A64Decoder;
import trapline.isa.CpuModel;

/**
 * A long differential run: {@code DifferentialMain SEED STREAMS LENGTH [fp|alu|memory|big-endian]}.
 * Prints each row that differs without an explanation with a few of its cases, and the counts.
 * {@code fp}, the default, executes FP and SIMD data processing directly; the others go through the
 * interpreter: integer arithmetic, loads and stores, loads and stores of big-endian data.
 */
final class DifferentialMain {
    private static final int BATCH = 20_000;
    private static final int SHOWN = 3;

    private DifferentialMain() {}

    public static void main(String[] args) throws IOException {
        long seed = Long.parseLong(args[0]);
        long wanted = Long.parseLong(args[1]);
        int length = Integer.parseInt(args[2]);
        PrintStream out = System.out;
        Path folder = Files.createTempDirectory("trapline-diff");
        SplittableRandom random = new SplittableRandom(seed);
        String what = args.length > 3 ? args[3] : "fp";
        IntPredicate family =
                switch (what) {
                    case "fp" -> Streams::isFpData;
                    case "alu" -> Streams::isAlu;
                    case "memory", "big-endian" -> Streams::isMemory;
                    default -> throw new IllegalArgumentException(what);
                };
        IntPredicate admits =
                length == 1 ? family : row -> family.test(row) && !OracleFaults.affects(row);
        ByteOrder order =
                what.equals("big-endian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        boolean memory = what.equals("memory") || what.equals("big-endian");
        Differential d =
                new Differential(
                        Oracle.build(folder, order),
                        what.equals("fp")
                                ? new FpSubject()
                                : new InterpreterSubject(CpuModel.NEOVERSE_N1, order),
                        new Streams(random, CpuModel.NEOVERSE_N1, admits),
                        random);
        d.memoryBytes = memory ? 4096 : 0;
        int batch = memory ? BATCH / 5 : BATCH;
        A64Decoder decoder = new A64Decoder(CpuModel.NEOVERSE_N1);
        Map<String, Integer> differing = new TreeMap<>();
        while (d.compared < wanted) {
            List<Differential.Mismatch> found =
                    d.batch((int) Math.min(batch, wanted - d.compared), length);
            for (Differential.Mismatch m : found) {
                int last = m.words().getLast();
                String row = A64.name(decoder.decode(last));
                if (differing.merge(row, 1, Integer::sum) <= SHOWN) {
                    out.printf("%s %08x %s%n", row, last, m.before().operands(last));
                    out.println("   " + m.subject().difference(m.oracle()));
                }
            }
        }
        out.printf(
                "seed %d: %d streams of %d compared, %d explained, %d differ in %d rows: %s%n",
                seed,
                d.compared,
                length,
                d.explained,
                differing.values().stream().mapToInt(Integer::intValue).sum(),
                differing.size(),
                differing);
        try (var files = Files.list(folder)) {
            for (Path p : files.toList()) {
                Files.delete(p);
            }
        }
        Files.delete(folder);
    }
}
