package trapline.isa;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/**
 * The encodings as the reference data tells them, an oracle that shares nothing with the project's
 * own table. It is found through the environment variable TRAPLINE_REFERENCE; without it a test is
 * skipped.
 */
final class Reference {
    /** Hints of features that no model has: they are rows of HINT. */
    private static final String ANY_HINT = "HINT_HM_hints";

    /** In the hint space of PRFM since Armv8.0, so a row of every model. */
    private static final String RANGE_PREFETCH = "RPRFM_R_ldst_regoff";

    private static final int ROOT_SHIFT = 21;

    /** One encoding; {@code refused} holds alternating masks and values. */
    record Row(
            String name,
            int mask,
            int value,
            String iclass,
            String feature,
            List<Integer> refused,
            Map<String, int[]> fields,
            String syntax) {
        boolean takes(int word) {
            if ((word & mask) != value) {
                return false;
            }
            for (int i = 0; i < refused.size(); i += 2) {
                if ((word & refused.get(i)) == refused.get(i + 1)) {
                    return false;
                }
            }
            return true;
        }

        /** A word with the row's fixed bits, and some others. */
        int word(SplittableRandom random) {
            return value | (random.nextInt() & ~mask);
        }
    }

    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, List<Row>> byTop = new HashMap<>();
    private final boolean half;

    private Reference(CpuModel model) throws IOException {
        half = model.has(Feature.FEAT_FP16);
        for (Map<String, String> cell : table("a64-encodings.csv")) {
            if (isPresent(cell, model)) {
                rows.add(row(cell));
            }
        }
        for (int top = 0; top < 1 << (32 - ROOT_SHIFT); top++) {
            List<Row> some = new ArrayList<>();
            for (Row row : rows) {
                if (((row.value ^ top << ROOT_SHIFT) & row.mask) >>> ROOT_SHIFT == 0) {
                    some.add(row);
                }
            }
            byTop.put(top, some);
        }
    }

    /** The encodings that {@code model} has; skips the test when there is no reference. */
    static Reference of(CpuModel model) throws IOException {
        return new Reference(model);
    }

    /** The lines of a table by the names of its columns; skips the test when there is none. */
    static List<Map<String, String>> table(String name) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        List<String> header = split(lines.getFirst());
        List<Map<String, String>> table = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = split(line);
            Map<String, String> cell = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                cell.put(header.get(i), cells.get(i));
            }
            table.add(cell);
        }
        return table;
    }

    private static Path file(String name) {
        String folder = System.getenv("TRAPLINE_REFERENCE");
        if (folder == null || folder.isEmpty()) {
            abort("TRAPLINE_REFERENCE is not set: not compared with the reference data");
            throw new AssertionError();
        }
        return Path.of(folder, name);
    }

    List<Row> rows() {
        return rows;
    }

    /** The name of the encoding that takes {@code word}, UNDEFINED if none does. */
    String name(int word) {
        String name = "UNDEFINED";
        for (Row row : byTop.getOrDefault(word >>> ROOT_SHIFT, List.of())) {
            if (row.takes(word) && !halfMissing(row, word)) {
                if (!name.equals("UNDEFINED")
                        && !name.equals(ANY_HINT)
                        && !row.name.equals(ANY_HINT)) {
                    throw new AssertionError(
                            "two rows take %08x: %s %s".formatted(word, name, row.name));
                }
                if (name.equals("UNDEFINED") || !row.name.equals(ANY_HINT)) {
                    name = row.name;
                }
            }
        }
        return name;
    }

    /** Fixed-point conversion of 16-bit lanes: immh 001x needs half precision. */
    private boolean halfMissing(Row row, int word) {
        boolean fixed = row.name.endsWith("_asimdshf_C") || row.name.endsWith("_asisdshf_C");
        return fixed && !half && (word >>> 20 & 7) == 1;
    }

    private static boolean isPresent(Map<String, String> cell, CpuModel model) {
        String name = text(cell, "encoding_name");
        String feature = text(cell, "feature");
        if (name.equals(RANGE_PREFETCH) || feature.equals("base")) {
            return true;
        }
        for (String one : feature.split(" && ", 0)) {
            boolean has = false;
            for (Feature some : model.features()) {
                has |= some.name().equals(one);
            }
            if (!has) {
                return false;
            }
        }
        return true;
    }

    private static Row row(Map<String, String> cell) {
        Map<String, int[]> fields = new HashMap<>();
        for (String field : text(cell, "fields").split(" ", 0)) {
            if (!field.isEmpty()) {
                String[] part = field.split("[\\[\\]:]", 0);
                int high = Integer.parseInt(part[1]);
                fields.put(
                        part[0],
                        new int[] {high, part.length > 2 ? Integer.parseInt(part[2]) : high});
            }
        }
        List<Integer> refused = new ArrayList<>();
        String undefined = text(cell, "undefined_when");
        if (!undefined.isEmpty()) {
            for (String alternative : undefined.split(";", 0)) {
                int mask = 0;
                int value = 0;
                for (String condition : alternative.split(" ", 0)) {
                    String[] side = condition.split("=", 0);
                    int low = Objects.requireNonNull(fields.get(side[0]), side[0])[1];
                    mask |= fixed(side[1]) << low;
                    value |= ones(side[1]) << low;
                }
                refused.add(mask);
                refused.add(value);
            }
        }
        constrain(text(cell, "constraints"), refused);
        return new Row(
                text(cell, "encoding_name"),
                Integer.parseUnsignedInt(text(cell, "mask"), 16),
                Integer.parseUnsignedInt(text(cell, "value"), 16),
                text(cell, "iclass"),
                text(cell, "feature"),
                refused,
                fields,
                text(cell, "syntax"));
    }

    /** {@code name[h:l] != 'bits'} and {@code !(name[h:l] IN {'bits', ...} && ...)}. */
    private static void constrain(String text, List<Integer> refused) {
        if (text.isEmpty()) {
            return;
        }
        String inside = text.replace("!(", "").replace(")", "").replace("!=", "==");
        List<int[]> all = new ArrayList<>(List.of(new int[] {0, 0}));
        for (String term : inside.split(" && ", 0)) {
            String[] side = term.split(" == | IN ", 0);
            String[] range = side[0].split("[\\[\\]:]", 0);
            int low = Integer.parseInt(range[2]);
            List<int[]> next = new ArrayList<>();
            for (String bits : side[1].replaceAll("[{}' ]", "").split(",", 0)) {
                for (int[] pair : all) {
                    next.add(new int[] {pair[0] | fixed(bits) << low, pair[1] | ones(bits) << low});
                }
            }
            all = next;
        }
        for (int[] pair : all) {
            refused.add(pair[0]);
            refused.add(pair[1]);
        }
    }

    private static int fixed(String bits) {
        return Integer.parseInt(bits.replace('0', '1').replace('x', '0'), 2);
    }

    private static int ones(String bits) {
        return Integer.parseInt(bits.replace('x', '0'), 2);
    }

    private static String text(Map<String, String> cell, String column) {
        return Objects.requireNonNull(cell.get(column), column);
    }

    /** Cells of one line; a quoted cell may hold commas. */
    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
