package trapline.record;

import trapline.journal.SessionException;

/**
 * A wish from outside that a run ends soon, such as Ctrl-C. Any thread makes it; whoever executes a
 * guest looks at it between turns, where a run may end without a trace in the guest.
 */
public final class StopRequest {
    private volatile boolean made;

    /** A run was given up on request, and what it would have brought about is not there. */
    public static final class Stopped extends SessionException {
        private static final long serialVersionUID = 1L;

        /**
         * @param line what a person reads: what was given up, and what is left of it
         */
        public Stopped(String line) {
            super(INTERRUPTED, line);
        }
    }

    /** Makes the wish; it cannot be taken back. */
    public void make() {
        made = true;
    }

    public boolean made() {
        return made;
    }

    /**
     * Gives up here if that is wished.
     *
     * @throws Stopped when it is
     */
    public void check() {
        if (made) {
            throw new Stopped("interrupted");
        }
    }
}
