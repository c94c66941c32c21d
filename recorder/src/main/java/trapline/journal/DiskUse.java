package trapline.journal;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Disk blocks that files really use: Chronicle's are sparse. Java does not tell, so the system's
 * {@code lseek} is asked for data and holes (Linux; {@code SEEK_DATA}, {@code SEEK_HOLE});
 * elsewhere a file counts with its length.
 */
final class DiskUse {
    private static final int SEEK_DATA = 3;
    private static final int SEEK_HOLE = 4;
    private static final int O_RDONLY = 0;

    private DiskUse() {}

    /** Bytes used by a directory's files; 0 when there is none. */
    static long of(Path dir) {
        if (!Files.isDirectory(dir)) {
            return 0;
        }
        long sum = 0;
        try (Stream<Path> files = Files.walk(dir)) {
            for (Path p : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                sum += ofFile(p);
            }
        } catch (IOException e) {
            throw Problems.environment(dir, e);
        }
        return sum;
    }

    private static long ofFile(Path file) throws IOException {
        if (System.getProperty("os.name", "").equals("Linux")) {
            try {
                return dataBytes(file);
            } catch (Throwable e) {
                // No native access here: the length is the answer that is left.
                return Files.size(file);
            }
        }
        return Files.size(file);
    }

    @SuppressWarnings("restricted")
    private static long dataBytes(Path file) throws Throwable {
        Linker linker = Linker.nativeLinker();
        SymbolLookup libc = linker.defaultLookup();
        MethodHandle open =
                linker.downcallHandle(
                        libc.find("open").orElseThrow(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        Linker.Option.firstVariadicArg(2));
        MethodHandle lseek =
                linker.downcallHandle(
                        libc.find("lseek").orElseThrow(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT,
                                ValueLayout.JAVA_LONG,
                                ValueLayout.JAVA_INT));
        MethodHandle close =
                linker.downcallHandle(
                        libc.find("close").orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(file.toAbsolutePath().toString());
            int fd = (int) open.invokeExact(name, O_RDONLY);
            if (fd < 0) {
                throw new IOException(file + ": open");
            }
            long sum = 0;
            long at = 0;
            while (true) {
                long data = (long) lseek.invokeExact(fd, at, SEEK_DATA);
                if (data < 0) {
                    break;
                }
                at = (long) lseek.invokeExact(fd, data, SEEK_HOLE);
                sum += at - data;
            }
            int ignored = (int) close.invokeExact(fd);
            return sum;
        }
    }
}
