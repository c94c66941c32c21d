package trapline.vcpu.diff;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The independent side: {@code oracle.S} built with a cross compiler and run by user-mode QEMU. One
 * process runs thousands of streams.
 */
final class Oracle {
    private static final int HEADER = 4096;
    private static final int RET = 0xd65f03c0;
    private static final String COMPILER = "aarch64-linux-gnu-gcc";

    private final Path folder;
    private final Path program;
    private final ByteOrder order;

    private Oracle(Path folder, Path program, ByteOrder order) {
        this.folder = folder;
        this.program = program;
        this.order = order;
    }

    /** Whether the emulator for data in this order and the cross compiler are installed. */
    static boolean available(ByteOrder order) {
        return answers(emulator(order)) && answers(COMPILER);
    }

    private static String emulator(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? "qemu-aarch64_be" : "qemu-aarch64";
    }

    private static boolean answers(String command) {
        try {
            Process p =
                    new ProcessBuilder(command, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return p.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Builds the oracle.
     *
     * @param folder where its program and its files go
     * @param order of the streams' data in memory
     */
    static Oracle build(Path folder, ByteOrder order) throws IOException {
        Path source = folder.resolve("oracle.S");
        try (InputStream in = Oracle.class.getResourceAsStream("oracle.S")) {
            if (in == null) {
                throw new IllegalStateException("oracle.S is not among the test resources");
            }
            Files.write(source, in.readAllBytes());
        }
        Path program = folder.resolve("oracle");
        run(
                new ProcessBuilder(
                        COMPILER,
                        order == ByteOrder.BIG_ENDIAN ? "-mbig-endian" : "-mlittle-endian",
                        "-nostdlib",
                        "-static",
                        "-Wl,-N,--no-warn-rwx-segments",
                        source.toString(),
                        "-o",
                        program.toString()));
        return new Oracle(folder, program, order);
    }

    private static int recordBytes(Context c) {
        return Context.BYTES + c.memory.length;
    }

    /** The address that the memory of a batch's context number {@code index} has. */
    static long memoryAddress(Context c, int index) {
        return TestVcpu.BASE + HEADER + (long) index * recordBytes(c) + Context.BYTES;
    }

    /** Runs each stream in its context and puts the oracle's registers into {@code results}. */
    void run(List<Context> contexts, List<int[]> streams, List<Context> results)
            throws IOException {
        int count = contexts.size();
        int bytes = recordBytes(contexts.get(0));
        int codeOffset = HEADER + count * bytes;
        int codeWords = streams.stream().mapToInt(s -> s.length + 1).sum();
        ByteBuffer b = ByteBuffer.allocate(codeOffset + 4 * codeWords).order(order);
        ByteBuffer instructions = b.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        b.putLong(0, count);
        b.putLong(8, bytes);
        b.putLong(16, HEADER);
        b.putLong(24, (long) count * bytes);
        int code = codeOffset;
        for (int i = 0; i < count; i++) {
            contexts.get(i).write(b, HEADER + i * bytes, TestVcpu.BASE + code);
            for (int word : streams.get(i)) {
                instructions.putInt(code, word);
                code += 4;
            }
            instructions.putInt(code, RET);
            code += 4;
        }
        Path in = folder.resolve("streams");
        Path out = folder.resolve("results");
        Files.write(in, b.array());
        run(
                new ProcessBuilder(
                                emulator(order), "-cpu", "max", program.toString(), in.toString())
                        .redirectOutput(out.toFile()));
        ByteBuffer r = ByteBuffer.wrap(Files.readAllBytes(out)).order(order);
        if (r.capacity() != count * bytes) {
            throw new IllegalStateException(
                    "oracle results: expected=" + count * bytes + " actual=" + r.capacity());
        }
        for (int i = 0; i < count; i++) {
            results.get(i).read(r, i * bytes);
        }
    }

    private static void run(ProcessBuilder builder) throws IOException {
        try {
            Process p = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            int status = p.waitFor();
            if (status != 0) {
                throw new IllegalStateException(builder.command() + ": status " + status);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
