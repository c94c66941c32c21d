package trapline.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What standard input and error are connected to. */
final class Terminal {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private Terminal() {}

    /** Whether standard error is a terminal, so that a progress line makes sense. */
    static boolean errorIsTerminal() {
        return isTerminal(2);
    }

    static boolean inputIsTerminal() {
        return isTerminal(0);
    }

    @SuppressWarnings("SystemConsoleNull") // its type says that it may be null
    private static boolean isTerminal(int descriptor) {
        Path link = DESCRIPTORS.resolve(Integer.toString(descriptor));
        try {
            String to = Files.readSymbolicLink(link).toString();
            return to.startsWith("/dev/pts/") || to.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            // Not Linux: the JDK's answer is for input and output together.
            Console console = System.console();
            return console != null && console.isTerminal();
        }
    }

    /**
     * Makes the terminal on standard input hand over every key as it is, at once and unseen. Output
     * is still translated, so that a guest that ends lines with a mere newline is readable.
     *
     * @return what puts it back as it was
     */
    static Runnable raw() {
        String before = stty("-g").strip();
        stty(
                "-icanon", "-echo", "-isig", "-iexten", "-ixon", "-icrnl", "-inlcr", "-istrip",
                "min", "1", "time", "0");
        return () -> stty(before);
    }

    private static String stty(String... args) {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(List.of(args));
        try {
            Process p =
                    new ProcessBuilder(command)
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String out =
                    new String(
                            p.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.US_ASCII);
            if (!p.waitFor(5, TimeUnit.SECONDS) || p.exitValue() != 0) {
                throw new BadInput("--console: stty cannot set this terminal");
            }
            return out;
        } catch (IOException e) {
            throw new BadInput("--console: no terminal that stty can set");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
