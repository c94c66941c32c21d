package trapline.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Files of the reference, where the machine has them: environment TRAPLINE_REFERENCE. */
final class Reference {
    private Reference() {}

    /** The rows of a CSV file, each by column name; skips the calling test where there is none. */
    static List<Map<String, String>> csv(String file) {
        String folder = System.getenv("TRAPLINE_REFERENCE");
        Assumptions.assumeTrue(
                folder != null, "skipped: TRAPLINE_REFERENCE does not name the reference");
        List<Map<String, String>> rows = new ArrayList<>();
        try {
            List<String> lines = Files.readAllLines(Path.of(folder, file));
            List<String> header = cells(lines.getFirst());
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line);
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    row.put(header.get(i), cells.get(i));
                }
                rows.add(row);
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

    /** The numbers of a cell such as {@code 3}, {@code 0-7}, {@code 11 or 15}, {@code any}. */
    static List<Integer> numbers(String cell, int limit) {
        List<Integer> numbers = new ArrayList<>();
        for (String part :
                cell.equals("any") ? new String[] {"0-" + (limit - 1)} : cell.split(" or ")) {
            String[] ends = part.split("-");
            for (int n = Integer.parseInt(ends[0]);
                    n <= Integer.parseInt(ends[ends.length - 1]);
                    n++) {
                numbers.add(n);
            }
        }
        return numbers;
    }
}
