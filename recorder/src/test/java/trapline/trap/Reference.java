package trapline.trap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Files of the architecture reference, where the machine has them: environment TRAPLINE_REFERENCE.
 */
final class Reference {
    private Reference() {}

    /** One row: cells by column name. */
    record Row(Map<String, String> cells) {
        /** A cell; empty where the file has nothing. */
        String get(String column) {
            String cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException("no column " + column + " in " + cells.keySet());
            }
            return cell;
        }
    }

    /** The rows of a CSV file, each by column name; skips the calling test where there is none. */
    static List<Row> csv(String file) {
        String folder = System.getenv("TRAPLINE_REFERENCE");
        Assumptions.assumeTrue(
                folder != null,
                "skipped: TRAPLINE_REFERENCE does not name the architecture reference");
        List<Row> rows = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(Path.of(folder, file));
            List<String> header = cells(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(new Row(row));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
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
