package trapline.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import trapline.cli.Main;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;

/** Runs commands, in this process or in one of their own, and keeps what they print. */
final class Cli {
    /** The project's folder: what paths in samples/guests/expectations.csv are relative to. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs one command in this process; gives its exit code. */
    int run(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out), new PrintWriter(err), words(args));
    }

    /** Runs one command that must succeed, with {@code --format json}. */
    JsonNode json(Object... args) {
        List<Object> all = new ArrayList<>(List.of(args));
        all.add("--format");
        all.add("json");
        int code = run(all.toArray());
        assertThat(code).as("%s: %s", all, err()).isZero();
        return parse(out());
    }

    static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** What a session's guest wrote, all ports in the order of writing. */
    static String console(Path session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Cursor c = Session.open(session).cursor(new Dictionary(), Cursor.View.RUNS)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                if (e == Cursor.Event.CONSOLE) {
                    bytes.write(c.value());
                }
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** The one line that the last command said to a user whose request it refused. */
    void refused(int code, int expected, String said) {
        assertThat(err().lines())
                .as("standard error")
                .singleElement()
                .asString()
                .startsWith("trapline: ")
                .contains(said);
        assertThat(out()).as("standard output").isEmpty();
        assertThat(code).as("exit code after: %s", err()).isEqualTo(expected);
    }

    /** A command in a process of its own. */
    static ProcessBuilder process(Object... args) {
        return java(Main.class.getName(), args);
    }

    /**
     * A class's main method in a process of its own, on this JDK, with what Chronicle Queue needs
     * of it.
     */
    static ProcessBuilder java(String main, Object... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String flag : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (flag.startsWith("--") || flag.startsWith("-Dchronicle")) {
                command.add(flag);
            }
        }
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(words(args)));
        return new ProcessBuilder(command);
    }

    /** What a process leaves: its exit code and everything that it printed, both streams as one. */
    record Ended(int code, String printed) {}

    /** Runs a command in a process of its own to its end. */
    static Ended inProcess(Object... args) throws IOException, InterruptedException {
        Process p = process(args).redirectErrorStream(true).start();
        String printed = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(p.waitFor(), printed);
    }

    private static String[] words(Object... args) {
        String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = args[i].toString();
        }
        return words;
    }
}
