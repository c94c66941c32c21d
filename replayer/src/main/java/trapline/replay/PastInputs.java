package trapline.replay;

import org.jspecify.annotations.Nullable;
import trapline.bus.Deadline;
import trapline.event.Input;
import trapline.journal.Cursor;
import trapline.machine.InputSource;

/** Journaled inputs at their recorded moments, without comparing facts. */
final class PastInputs implements InputSource {
    private final Cursor cursor;
    private final long endFacts;
    private final boolean interactive;
    private @Nullable Input next;

    /**
     * @param interactive the recording's console was
     */
    PastInputs(Cursor cursor, long endFacts, boolean interactive) {
        this.cursor = cursor;
        this.endFacts = endFacts;
        this.interactive = interactive;
        advance();
    }

    private void advance() {
        next = null;
        for (Cursor.Event e = cursor.next(); e != Cursor.Event.END; e = cursor.next()) {
            if (cursor.facts() >= endFacts) {
                return;
            }
            if (e == Cursor.Event.INPUT) {
                next = cursor.input();
                return;
            }
        }
    }

    private @Nullable Input take(boolean due) {
        Input in = next;
        if (in == null || !due) {
            return null;
        }
        advance();
        return in;
    }

    @Override
    public @Nullable Input poll(long machineRetired, long virtualNanos) {
        Input in = next;
        return take(
                in != null && in.retired() == machineRetired && in.virtualNanos() == virtualNanos);
    }

    @Override
    public @Nullable Input idle(long machineRetired, long virtualNanos, long deadline) {
        Input in = next;
        if (in == null && deadline == Deadline.NEVER) {
            throw new IllegalStateException(
                    "the guest waits for more than it was given, at retired " + machineRetired);
        }
        return take(in != null && in.retired() == machineRetired && in.virtualNanos() <= deadline);
    }

    @Override
    public boolean mayCome() {
        return interactive;
    }
}
