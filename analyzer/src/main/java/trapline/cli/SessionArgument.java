package trapline.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import trapline.analyze.Symbols;
import trapline.journal.Session;

/** The session that a command looks at. */
final class SessionArgument {
    @Parameters(index = "0", paramLabel = "DIR", description = "A recorded session.")
    private Path dir;

    private @Nullable Session session;

    Path dir() {
        return dir;
    }

    /** The session, opened on the first call. */
    Session open() {
        Session s = session;
        if (s == null) {
            s = Session.open(dir);
            session = s;
        }
        return s;
    }

    Symbols symbols() {
        return SessionSymbols.of(open());
    }
}
