package trapline.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import trapline.event.Input;
import trapline.event.Outcome;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.JournalWriter;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.journal.SessionWriter;

/**
 * Copies a session event by event into a new one, well formed and sealed, with something changed on
 * the way.
 */
class Tampered {
    private long dropped;

    /** A trap about to be written, in place; false drops it. */
    boolean trap(Trap t) {
        return true;
    }

    /** Retired count of an interrupt about to be written. */
    long interrupt(Cursor c) {
        return c.retired();
    }

    /** Byte of console output about to be written, the n-th from 0; -1 drops it. */
    int console(long n, int value) {
        return value;
    }

    Input input(Input in) {
        return in;
    }

    String log(String line) {
        return line;
    }

    long digest(long low) {
        return low;
    }

    Outcome outcome(Outcome o) {
        return o;
    }

    final void copy(Path from, Path to) throws IOException {
        Session session = Session.open(from);
        SessionFile file = session.file();
        try (SessionWriter w = SessionWriter.create(to)) {
            for (SessionConfig.Image i : session.config().images()) {
                try (InputStream in = Files.newInputStream(session.image(i))) {
                    w.addImage(i.role(), i.path(), in);
                }
            }
            Dictionary names = new Dictionary();
            try (Cursor c = session.cursor(names, Cursor.View.EACH)) {
                JournalWriter j = w.begin(session.config(), names, null);
                long n = 0;
                for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                    if (e == Cursor.Event.CONSOLE) {
                        int v = console(n++, c.value());
                        if (v >= 0) {
                            j.console(c.port(), v, c.retired(), c.virtualNanos());
                        }
                    } else {
                        write(j, e, c);
                    }
                }
            }
            w.finish(file.retired(), file.virtualNanos(), 0, 0);
        }
    }

    private void write(JournalWriter j, Cursor.Event e, Cursor c) {
        switch (e) {
            case TRAP, RUN -> {
                Trap t = new Trap();
                t.copyFrom(c.trap());
                if (trap(t)) {
                    t.id -= dropped;
                    j.trap(t);
                } else {
                    dropped++;
                }
            }
            case INTERRUPT ->
                    j.interrupt(
                            c.vcpu(), interrupt(c), c.virtualNanos(), c.pc(), c.kind(), c.intid());
            case LOG -> j.log(c.retired(), c.virtualNanos(), log(c.text()));
            case DIGEST -> j.digest(c.retired(), c.virtualNanos(), c.high(), digest(c.low()));
            case OUTCOME -> j.outcome(c.retired(), c.virtualNanos(), outcome(c.outcome()));
            case INPUT -> j.input(input(c.input()));
            case CONSOLE, SNAPSHOT, SEAL, END -> {
                // written elsewhere, or made anew
            }
        }
    }
}
