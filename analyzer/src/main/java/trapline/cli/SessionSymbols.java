package trapline.cli;

import java.io.IOException;
import java.nio.file.Files;
import org.jspecify.annotations.Nullable;
import trapline.analyze.Symbols;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionException;
import trapline.machine.boot.ImageException;
import trapline.machine.boot.SymbolTable;

/** Finds the names of a session's guest addresses: {@code --symbols}, else those of an ELF kernel. */
final class SessionSymbols {
    private SessionSymbols() {}

    /** The session's symbols; none when there are none, or when the file they were in cannot be used now. */
    static Symbols of(Session session) {
        SymbolTable table = table(session);
        return table.size() == 0 ? Symbols.NONE : table::nameAndOffset;
    }

    static SymbolTable table(Session session) {
        SessionConfig config = session.config();
        SymbolTable given = read(session, config.symbols());
        if (given != null) {
            return given;
        }
        SymbolTable own = read(session, config.image("kernel"));
        return own == null ? SymbolTable.EMPTY : own;
    }

    private static @Nullable SymbolTable read(Session session, SessionConfig.@Nullable Image image) {
        if (image == null) {
            return null;
        }
        try {
            byte[] file = Files.readAllBytes(session.image(image));
            // A kernel without symbols is no symbol file: that is not an error here.
            return SymbolTable.read(file, image.path());
        } catch (ImageException | IOException | SessionException e) {
            return null;
        }
    }
}
