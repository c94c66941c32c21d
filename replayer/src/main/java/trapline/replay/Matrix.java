package trapline.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.machine.VirtualMachine;
import trapline.record.Recorder;
import trapline.record.StopRequest;

/**
 * Runs one session under many settings. Each setting is first screened against every run that
 * exists already, the session's own and those made for earlier settings: only what cannot be proved
 * equal to one of them is executed, from the nearest snapshot of the session.
 */
public final class Matrix {
    /**
     * One combination of settings.
     *
     * @param name as shown, and the directory of its session
     */
    public record Variant(String name, SessionConfig config) {}

    /**
     * What became of it.
     *
     * @param equals name of the run that it is proved equal to, {@code the session} for the
     *     recorded one; null when it was executed
     * @param flip screening and, when executed, the other run
     * @param run where its run is: the session's own directory, another variant's, or its own
     */
    public record Row(Variant variant, @Nullable String equals, FlipResult flip, Path run) {}

    private record Known(String name, Session session) {}

    private Matrix() {}

    /**
     * Runs the variants in order.
     *
     * @param out directory that gets one session a variant that had to be executed; it must not
     *     exist
     * @throws StopRequest.Stopped when that is wished; a run that was under way ends as {@code
     *     STOPPED}, sealed, and what ran before it is kept
     */
    public static List<Row> run(
            Session session,
            List<Variant> variants,
            Path out,
            VirtualMachine.@Nullable EngineFactory engine,
            StopRequest stop,
            Recorder.Observer observer) {
        List<Known> known = new ArrayList<>();
        known.add(new Known("the session", session));
        List<Row> rows = new ArrayList<>();
        try {
            for (Variant v : variants) {
                Row row = proved(v, known, engine, stop);
                if (row == null) {
                    Path dir = out.resolve(v.name);
                    FlipResult f =
                            new Flip(session, v.config, false, engine)
                                    .stoppedBy(stop)
                                    .run(dir, observer);
                    stop.check();
                    row = new Row(v, null, f, dir);
                    known.add(new Known(v.name, Session.open(dir)));
                }
                rows.add(row);
            }
        } catch (StopRequest.Stopped e) {
            throw new StopRequest.Stopped(
                    String.format(
                            "%s: interrupted after %d of %d settings; %s",
                            out,
                            rows.size(),
                            variants.size(),
                            removedIfEmpty(out)
                                    ? "nothing was made"
                                    : "the runs so far are kept there, one under way as STOPPED"));
        } catch (RuntimeException e) {
            removedIfEmpty(out);
            throw e;
        }
        return rows;
    }

    /** Whether the directory is not there, or is no longer there: it held no run. */
    private static boolean removedIfEmpty(Path out) {
        try {
            Files.deleteIfExists(out);
            return true;
        } catch (IOException e) {
            return false; // there is something in it
        }
    }

    private static @Nullable Row proved(
            Variant v,
            List<Known> known,
            VirtualMachine.@Nullable EngineFactory engine,
            StopRequest stop) {
        for (Known k : known) {
            FlipResult f =
                    new Flip(k.session, rebased(v.config, k.session.config()), false, engine)
                            .stoppedBy(stop)
                            .screen();
            if (f.proved()) {
                return new Row(v, k.name, f, k.session.dir());
            }
        }
        return null;
    }

    /** The variant's policy on the other run's own configuration. */
    private static SessionConfig rebased(SessionConfig variant, SessionConfig base) {
        SessionConfig.Builder b = variant.toBuilder();
        b.images = base.images();
        b.parent = base.parent();
        return b.build();
    }
}
