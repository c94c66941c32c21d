package trapline.replay;

/**
 * Leaves a machine's run on purpose: the journal ended, or the place that was asked for is reached.
 */
final class StopRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StopRun(String why) {
        super(why, null, false, false);
    }
}
