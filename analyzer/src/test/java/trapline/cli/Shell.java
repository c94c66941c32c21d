package trapline.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands as a user does, and keeps what they print. */
final class Shell {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    /** Runs one command; gives its exit code. */
    int run(Object... args) {
        out = new StringWriter();
        err = new StringWriter();
        String[] words = new String[args.length];
        for (int i = 0; i < words.length; i++) {
            words[i] = args[i].toString();
        }
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(words);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    /** What was printed, as JSON. */
    JsonNode json() {
        return MAPPER.readTree(out());
    }
}
