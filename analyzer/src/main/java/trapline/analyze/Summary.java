package trapline.analyze;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import trapline.event.Outcome;
import trapline.journal.Cursor;
import trapline.journal.Dictionary;
import trapline.journal.FactTotals;
import trapline.journal.Session;
import trapline.journal.SessionFile;

/**
 * What a session amounts to: a finished one says it in its file, of any other the events are read.
 *
 * @param outcome kind in the words of {@link Outcome.Kind}, or null when there is none
 * @param retired instructions of all vCPUs
 * @param facts facts and inputs
 * @param stateDigest 32 hexadecimal digits, or null
 * @param factDigest of all facts but host time
 * @param wallNanos host time of the recording, or null when it has not ended
 */
public record Summary(
        @Nullable String outcome,
        @Nullable String detail,
        long retired,
        long virtualNanos,
        long traps,
        long interrupts,
        long facts,
        @Nullable String stateDigest,
        String factDigest,
        String consoleSha256,
        @Nullable Long wallNanos) {

    public static Summary of(Session s) {
        SessionFile f = s.file();
        if (f == null) {
            return counted(s);
        }
        SessionFile.Ended e = f.outcome();
        return new Summary(
                e == null ? null : e.kind(),
                e == null ? null : e.detail(),
                f.retired(),
                f.virtualNanos(),
                f.traps(),
                f.interrupts(),
                f.facts(),
                f.stateDigest(),
                f.factDigest(),
                f.consoleSha256(),
                f.wallNanos());
    }

    private static Summary counted(Session s) {
        Dictionary dictionary = new Dictionary();
        try (Cursor c = s.cursor(dictionary, Cursor.View.RUNS)) {
            FactTotals t = c.drain(new FactTotals(dictionary));
            Outcome o = t.outcome();
            return new Summary(
                    o == null ? null : o.kind().name(),
                    o == null ? null : o.detail(),
                    t.machineRetired(),
                    t.virtualNanos(),
                    t.traps(),
                    t.interrupts(),
                    t.facts(),
                    t.hasState() ? digest(t.stateHigh(), t.stateLow()) : null,
                    digest(t.factHigh(), t.factLow()),
                    HexFormat.of().formatHex(t.consoleSha256()),
                    null);
        }
    }

    private static String digest(long high, long low) {
        return "%016x%016x".formatted(high, low);
    }

    /** The outcome as the contract has it, or null. */
    public @Nullable Fields outcomeFields() {
        return outcome == null ? null : new Fields().put("kind", outcome).put("detail", detail);
    }

    /** The outcome in one line. */
    public String outcomeText() {
        if (outcome == null) {
            return "no end (killed, or still running)";
        }
        return detail == null ? outcome : outcome + ": " + Neutral.line(detail);
    }
}
