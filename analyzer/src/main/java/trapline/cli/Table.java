package trapline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.analyze.Neutral;

/**
 * Aligned columns of text: numbers to the right, two blanks between columns, no blanks at line
 * ends.
 */
final class Table {
    private final List<String> titles = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    /** Adds a column of text. */
    Table text(String title) {
        titles.add(title);
        right.add(false);
        return this;
    }

    /** Adds a column of numbers. */
    Table number(String title) {
        titles.add(title);
        right.add(true);
        return this;
    }

    /** Adds a row; null is shown as a hyphen. */
    Table row(@Nullable Object... cells) {
        if (cells.length != titles.size()) {
            throw new IllegalArgumentException(
                    "cells: expected=" + titles.size() + " actual=" + cells.length);
        }
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(
                    cell == null
                            ? "-"
                            : Neutral.line(
                                    cell instanceof Long n ? Words.count(n) : cell.toString()));
        }
        rows.add(row);
        return this;
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Prints titles and rows; columns that hold nothing but hyphens are left out. */
    void print(PrintWriter out) {
        int columns = titles.size();
        int[] width = new int[columns];
        for (int c = 0; c < columns; c++) {
            for (List<String> row : rows) {
                if (!row.get(c).equals("-")) {
                    width[c] = Math.max(width[c], row.get(c).length());
                }
            }
            if (width[c] > 0) {
                width[c] = Math.max(width[c], titles.get(c).length());
            }
        }
        line(out, titles, width);
        rows.forEach(row -> line(out, row, width));
    }

    private void line(PrintWriter out, List<String> cells, int[] width) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < width.length; c++) {
            if (width[c] == 0) {
                continue;
            }
            String cell = cells.get(c);
            String pad = " ".repeat(width[c] - cell.length());
            line.append(line.isEmpty() && c == 0 ? "" : "  ");
            line.append(right.get(c) ? pad + cell : cell + pad);
        }
        out.println(line.toString().stripTrailing());
    }
}
