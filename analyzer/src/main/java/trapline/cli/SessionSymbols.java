package trapline.cli;

import trapline.analyze.Symbols;
import trapline.journal.Session;
import trapline.machine.boot.SymbolTable;

/** The names of a session's guest addresses, as the outputs want them. */
final class SessionSymbols {
    private SessionSymbols() {}

    /**
     * The session's symbols; none when there are none, or when the file they were in cannot be used
     * now.
     */
    static Symbols of(Session session) {
        SymbolTable table = table(session);
        return table.size() == 0 ? Symbols.NONE : table::nameAndOffset;
    }

    static SymbolTable table(Session session) {
        return trapline.inspect.SessionSymbols.of(session);
    }
}
