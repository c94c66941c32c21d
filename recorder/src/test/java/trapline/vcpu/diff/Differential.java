package trapline.vcpu.diff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Runs batches of streams on both sides and collects what differs. */
final class Differential {
    /** A stream whose results differ; {@code before} the registers it began with. */
    record Mismatch(List<Integer> words, Context before, Context subject, Context oracle) {}

    private final Oracle oracle;
    private final Subject subject;
    private final Streams streams;
    private final Operands operands;

    /** Bytes of memory that each stream has. */
    int memoryBytes;

    /** Streams compared so far. */
    long compared;

    /** Those that differ for a reason in {@link OracleFaults}. */
    long explained;

    Differential(Oracle oracle, Subject subject, Streams streams, SplittableRandom random) {
        this.oracle = oracle;
        this.subject = subject;
        this.streams = streams;
        this.operands = new Operands(random);
    }

    /**
     * Compares {@code count} streams of {@code length} instructions; rows in turn when the length
     * is one.
     */
    List<Mismatch> batch(int count, int length) throws IOException {
        List<Context> before = new ArrayList<>();
        List<Context> after = new ArrayList<>();
        List<int[]> words = new ArrayList<>();
        int[] rows = streams.rows();
        for (int i = 0; i < count; i++) {
            Context c = new Context();
            operands.fill(c);
            if (memoryBytes != 0) {
                c.memory = new byte[memoryBytes];
                c.address = Oracle.memoryAddress(c, i);
                operands.aim(c);
            }
            before.add(c);
            Context result = new Context();
            result.memory = new byte[memoryBytes];
            after.add(result);
            words.add(
                    length == 1
                            ? new int[] {streams.word(rows[i % rows.length])}
                            : streams.stream(length));
        }
        oracle.run(before, words, after);
        List<Mismatch> mismatches = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Context mine = new Context();
            mine.copyFrom(before.get(i));
            subject.run(mine, words.get(i));
            compared++;
            mine.x[30] = after.get(i).x[30];
            if (mine.difference(after.get(i)).isEmpty()) {
                continue;
            }
            if (OracleFaults.explain(words.get(i), mine, after.get(i))) {
                explained++;
            } else {
                mismatches.add(
                        new Mismatch(
                                Arrays.stream(words.get(i)).boxed().toList(),
                                before.get(i),
                                mine,
                                after.get(i)));
            }
        }
        return mismatches;
    }
}
