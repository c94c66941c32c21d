package trapline.analyze;

import java.util.ArrayList;
import java.util.List;

/** Guest output as harmless lines, the first ones kept; the line being printed is known too. */
final class ConsoleLines {
    /** Characters of a line that are kept; guests can print without end. */
    static final int LINE_MAX = 1000;

    private final StringBuilder open = new StringBuilder();
    private final Neutral neutral = new Neutral(open);
    private final List<String> lines = new ArrayList<>();
    private int most;
    private String last = "";

    /** Takes a byte of output, 0 to 255. */
    void accept(int value) {
        if (value == '\n') {
            neutral.endLine();
            last = open.toString();
            if (lines.size() < most && !last.isBlank()) {
                lines.add(last);
            }
            open.setLength(0);
        } else if (open.length() < LINE_MAX) {
            neutral.accept(value);
        }
    }

    /** Keeps the next {@code n} lines that are not blank; one that is being printed counts. */
    void keep(int n) {
        most = n;
    }

    /** Lines kept, and the one that was not ended. */
    List<String> lines() {
        List<String> all = new ArrayList<>(lines);
        if (all.size() < most && !open.isEmpty()) {
            all.add(open.toString());
        }
        return all;
    }

    /** The last whole line. */
    String last() {
        return last;
    }
}
