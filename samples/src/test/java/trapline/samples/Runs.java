package trapline.samples;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import trapline.event.Trap;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.Session;
import trapline.journal.SessionConfig;
import trapline.journal.SessionFile;
import trapline.journal.SessionWriter;
import trapline.record.LiveInputs;
import trapline.record.Recorder;
import trapline.replay.ReplayResult;
import trapline.replay.Replayer;

/**
 * Records bundled guests and guests made of words by the programming interface, and reads back what
 * was recorded.
 */
final class Runs {
    private Runs() {}

    /** Bytes of a bundled guest. */
    static byte[] guest(String name) {
        try (InputStream in = Runs.class.getResourceAsStream("/trapline/guests/" + name + ".elf")) {
            if (in == null) {
                throw new IllegalArgumentException("no bundled guest " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A configuration for a bundled guest, with little memory. */
    static SessionConfig.Builder config(String guest) {
        SessionConfig.Builder b = SessionConfig.builder();
        b.guest = guest;
        b.memoryBytes = 64 << 20;
        return b;
    }

    static SessionFile record(Path dir, SessionConfig.Builder b, byte[] kernel) {
        return record(dir, b, kernel, null);
    }

    static SessionFile record(
            Path dir, SessionConfig.Builder b, byte[] kernel, @Nullable LiveInputs inputs) {
        try (SessionWriter w = SessionWriter.create(dir)) {
            b.images =
                    List.of(
                            w.addImage(
                                    "kernel", b.guest, new java.io.ByteArrayInputStream(kernel)));
            return Recorder.record(
                    w, b.build(), i -> kernel, List.of(), null, inputs, Recorder.Observer.NONE);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static ReplayResult verify(Path dir, int threads) {
        return new Replayer(Session.open(dir), null).verify(threads, n -> {});
    }

    /** Changes a configuration. */
    static SessionConfig with(SessionConfig c, Consumer<SessionConfig.Builder> change) {
        SessionConfig.Builder b = c.toBuilder();
        change.accept(b);
        return b.build();
    }

    /**
     * Everything that a session holds but host time, one line a fact or input, runs taken apart.
     */
    static List<String> facts(Path dir) {
        List<String> lines = new ArrayList<>();
        Dictionary names = new Dictionary();
        try (Cursor c = Session.open(dir).cursor(names, Cursor.View.EACH)) {
            for (Cursor.Event e = c.next(); e != Cursor.Event.END; e = c.next()) {
                switch (e) {
                    case TRAP, RUN -> lines.add(line(c.trap()));
                    case INTERRUPT ->
                            lines.add(
                                    "interrupt %d of cpu%d at %d, %d ns, pc %x, kind %d"
                                            .formatted(
                                                    c.intid(),
                                                    c.vcpu(),
                                                    c.retired(),
                                                    c.virtualNanos(),
                                                    c.pc(),
                                                    c.kind()));
                    case CONSOLE ->
                            lines.add(
                                    "console %d %02x at %d, %d ns"
                                            .formatted(
                                                    c.port(),
                                                    c.value(),
                                                    c.retired(),
                                                    c.virtualNanos()));
                    case LOG ->
                            lines.add(
                                    "log %s at %d, %d ns"
                                            .formatted(c.text(), c.retired(), c.virtualNanos()));
                    case DIGEST ->
                            lines.add(
                                    "digest %016x%016x at %d"
                                            .formatted(c.high(), c.low(), c.retired()));
                    case OUTCOME ->
                            lines.add(
                                    "outcome "
                                            + c.outcome()
                                            + " at "
                                            + c.retired()
                                            + ", "
                                            + c.virtualNanos()
                                            + " ns");
                    case INPUT -> lines.add(c.input().toString());
                    case SNAPSHOT, SEAL, END -> {
                        // no facts
                    }
                }
            }
        }
        return lines;
    }

    /** A trap without what may differ between two settings with the same effect: rule, flags. */
    private static String line(Trap t) {
        return ("trap %d cpu%d at %d, %d ns, pc %x EL%d %s esr %x far %x ipa %x reg %x dev %d+%x %s %s%x (%x %x %x) -> %x %s"
                        + " inject %x cost %d")
                .formatted(
                        t.id,
                        t.vcpu,
                        t.retired,
                        t.virtualNanos,
                        t.pc,
                        t.el,
                        t.cls,
                        t.esr,
                        t.far,
                        t.ipa,
                        t.register,
                        t.device,
                        t.offset,
                        t.read ? "read" : "write",
                        t.hasValue ? "" : "no value ",
                        t.value,
                        t.arg1,
                        t.arg2,
                        t.arg3,
                        t.result,
                        t.action,
                        t.injectedEsr,
                        t.costNanos);
    }
}
