package trapline.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import trapline.analyze.Fields;

/** Where a command prints, and in which form. */
final class Output {
    /** Forms that every command with data has. */
    enum Format {
        TEXT,
        JSON
    }

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "What to print (default: ${DEFAULT-VALUE}).")
    private Format format = Format.TEXT;

    boolean json() {
        return format == Format.JSON;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Prints one object as JSON. */
    void json(Fields fields) {
        json(out(), fields);
    }

    static void json(PrintWriter out, Fields fields) {
        out.println(Json.PRETTY.writeValueAsString(fields.map()));
        out.flush();
    }

    /** Text as a JSON string. */
    static String quoted(String text) {
        return Json.COMPACT.writeValueAsString(text);
    }

    /** One object on one line, for long lists. */
    static String compact(Fields fields) {
        return Json.COMPACT.writeValueAsString(fields.map());
    }

    /** Rows as the JSON contract has them. */
    static List<Map<String, @Nullable Object>> rows(List<Fields> rows) {
        return rows.stream().map(Fields::map).toList();
    }

    /** Loaded only when JSON is printed: it takes a while to start. */
    private static final class Json {
        static final JsonMapper COMPACT = JsonMapper.builder().build();
        static final JsonMapper PRETTY =
                JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    }
}
